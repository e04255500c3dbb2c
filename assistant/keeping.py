"""The composition root's backup and restore: everything that has to be kept, in one file and back.

What the database does not hold goes along: the secret key, the names of what was set, the version
and the state of the tables. The index (Chroma) is made anew from the database and stays out.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from django.conf import settings as of_django
from django.db import ProgrammingError, connection, connections, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from assistant import bootstrap, config
from assistant.adapters import backup_file, postgresql_copy, sqlite_copy
from assistant.adapters.backup_file import DATABASE, SECRET_KEY, Description
from assistant.config import Settings
from assistant.domain.errors import NotAllowed, TryAgainLater

__all__ = ["BackedUp", "Restored", "backup", "restore"]

# Called with the instant (aware) at which the backup was made, over the restored tables and before
# anybody else can use them.
Settle = Callable[[datetime], Any]


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What a backup came to: its size in bytes, and what it says of itself."""

    size: int
    description: Description
    holds_key: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore came to: what was restored, what `settle` returned, and what to look at."""

    description: Description
    settled: Any
    notices: tuple[str, ...]


def backup(settings: Settings, place: Path, *, replace: bool = False) -> BackedUp:
    """Write everything that has to be kept into one file, while everything runs.

    Needs Django to be started. Raises NotAllowed where the place is taken, a program is missing or
    too old, or the copy is not sound; TryAgainLater where it does not succeed now.
    """
    backup_file.refuse_place(place, replace=replace)
    with _folder_beside(place) as folder:
        copy = folder / DATABASE
        members = {DATABASE: copy}
        # The state of the tables is asked for before: an upgrade meanwhile then makes the copy the
        # newer of the two, and what has come to it is looked at once more at the restore.
        migrations = _applied()
        if not migrations:
            raise NotAllowed(
                "There are no tables in the database yet, so there is nothing to back up. Look "
                "whether the settings name the right one; foi-assistant prepare makes a new one."
            )
        if _is_postgresql():
            maker = postgresql_copy.dump(_server(), copy)
        else:
            sqlite_copy.copy(_sqlite_file(settings), copy)
            maker = sqlite_copy.VERSION
        if not settings.secret_key.get_secret_value():
            members[SECRET_KEY] = _key_file(settings)
        description = Description(
            made_at=bootstrap.clock().now(),
            version=_version(),
            database="postgresql" if _is_postgresql() else "sqlite",
            database_version=maker,
            migrations=tuple(migrations),
            settings=_names_set(settings),
            key=_mark_of_key(),
        )
        size = backup_file.write(place, description, members, replace=replace)
    return BackedUp(size, description, SECRET_KEY in members)


def restore(settings: Settings, place: Path, *, settle: Settle, replace: bool = False) -> Restored:
    """Put what a backup holds in place, bring its tables up to date, and call `settle` over them.

    Nobody can use the tables before `settle` has returned: a SQLite database gets its name last,
    and one on PostgreSQL can only be read until then. Needs Django to be started. Raises NotAllowed
    where the file is no whole backup, comes from a newer version or another kind of database, or
    where there is something already and `replace` does not say that it may go.
    """
    description, vouched = backup_file.read(place)
    _refuse_misfit(description)
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    # On the disk of what it becomes, so that it need only be renamed.
    near = settings.data_folder if _is_postgresql() else _sqlite_file(settings).parent
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=near) as name:
        put = _restore_postgresql if _is_postgresql() else _restore_sqlite
        # Asked before anything is unpacked, which may take a while.
        _refuse_taken(settings, replace=replace)
        members = backup_file.unpack(place, Path(name))

        def finish() -> Any:
            bootstrap.migrate(settings)
            return settle(description.made_at)

        settled = put(settings, members[DATABASE], description, finish)
        if SECRET_KEY in members and not settings.secret_key.get_secret_value():
            shutil.move(members[SECRET_KEY], _key_file(settings))
    return Restored(description, settled, tuple(_notices(settings, description, vouched=vouched)))


def _restore_sqlite(
    settings: Settings, copy: Path, _: Description, finish: Callable[[], Any]
) -> Any:
    """Do all that is to be done to the copy first; only then does it get the database's name."""
    sqlite_copy.refuse_unsound(copy)
    place = _sqlite_file(settings)
    connections.close_all()
    entry = connections["default"].settings_dict
    before, entry["NAME"] = entry["NAME"], copy
    try:
        settled = finish()
    finally:
        connections.close_all()
        entry["NAME"] = before
    sqlite_copy.take_out_of_use(copy)
    if place.exists():
        sqlite_copy.take_out_of_use(place)
    sqlite_copy.put_in_place(copy, place, aside=_aside(place))
    return settled


def _restore_postgresql(
    _: Settings, copy: Path, description: Description, finish: Callable[[], Any]
) -> Any:
    """Let nobody write, empty the database, fill it, finish it, and let everybody write again.

    Cut off anywhere, it stays as it is then: whoever would send a letter has to write first.
    """
    postgresql_copy.check(copy, version=int(description.database_version))
    server = _server()
    name = connection.ops.quote_name(str(connection.settings_dict["NAME"]))
    _own(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = off")
        _empty(cursor)
    postgresql_copy.load(server, copy)
    settled = finish()
    _own(f"ALTER DATABASE {name} RESET default_transaction_read_only")
    return settled


def _own(statement: str) -> None:
    """Run a statement that only the owner of the database may run."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = off")
            cursor.execute(statement)
    except ProgrammingError as error:
        raise NotAllowed(
            "To restore, the role that DATABASE_URL names has to own the database: let an "
            "administrator of PostgreSQL run ALTER DATABASE ... OWNER TO that role. "
            f"({' '.join(str(error).split())})"
        ) from error


def _empty(cursor: Any) -> None:
    """Drop every table, and every function that no extension brought, in one statement each."""
    quoted = connection.ops.quote_name
    with transaction.atomic():
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE IF EXISTS {quoted(table)} CASCADE")
        cursor.execute(
            "SELECT p.oid::regprocedure::text FROM pg_proc p "
            "WHERE p.pronamespace = current_schema()::regnamespace AND NOT EXISTS "
            "(SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')"
        )
        for (function,) in cursor.fetchall():
            cursor.execute(f"DROP FUNCTION IF EXISTS {function} CASCADE")


def _refuse_misfit(description: Description) -> None:
    """Refuse a backup of the other kind of database, or of tables newer than this version."""
    here = "postgresql" if _is_postgresql() else "sqlite"
    if description.database != here:
        kinds = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
        raise NotAllowed(
            f"The backup is of a database on {kinds.get(description.database)}, and the settings "
            f"name one on {kinds[here]}. Set DATABASE_URL for the kind that the backup is of."
        )
    newer = set(description.migrations) - _known()
    if newer:
        raise NotAllowed(
            f"The backup was made by version {description.version}, whose tables are newer than "
            f"this version ({_version()}) knows ({max(newer)}). Install that version or a "
            "later one, and restore it there."
        )


def _refuse_taken(settings: Settings, *, replace: bool) -> None:
    """Refuse a target that holds something, and one that somebody is using."""
    there = _tables() if _is_postgresql() else sqlite_copy.holds_anything(_sqlite_file(settings))
    if there and not replace:
        where = "The database" if _is_postgresql() else str(_sqlite_file(settings))
        raise NotAllowed(
            f"{where} is not empty. Restore into an empty one, or say --force to have the backup "
            "take its place" + (": what is in it is then gone." if _is_postgresql() else ".")
        )
    if not there:
        return
    if _is_postgresql():
        if others := _others():
            raise NotAllowed(
                f"The database is in use by {others} other connection(s). Stop every program of "
                "the assistant, on every machine, first."
            )
    else:
        sqlite_copy.take_out_of_use(_sqlite_file(settings))


def _tables() -> bool:
    with connection.cursor() as cursor:
        return bool(connection.introspection.table_names(cursor))


def _others() -> int:
    """Return how many others are connected to the database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        return int(cursor.fetchone()[0])


def _notices(settings: Settings, description: Description, *, vouched: bool) -> Iterator[str]:
    """Yield what whoever restores should look at."""
    if not vouched:
        yield (
            "There was no sum (.sha256) beside the file. The sums inside it were right; who wrote "
            "it is not vouched for."
        )
    key = settings.secret_key.get_secret_value() or _key_file(settings).read_text(encoding="ascii")
    if _mark_of_key(key) != description.key:
        yield (
            "The secret key is not the one that the backup was made under, so second factors "
            "cannot be read: set FOI_SECRET_KEY to that of then, or have people set theirs up anew."
        )
    missing = sorted(set(description.settings) - set(_names_set(settings)))
    if missing:
        yield f"Set when the backup was made, and not set now: {', '.join(missing)}."


@contextmanager
def _folder_beside(place: Path) -> Iterator[Path]:
    """Yield a folder that we alone can read, on the disk that the backup goes to."""
    try:
        with tempfile.TemporaryDirectory(prefix=".foi-backup-", dir=place.parent) as name:
            yield Path(name)
    except PermissionError as error:
        raise NotAllowed(f"{place.parent} cannot be written: {error.strerror}.") from error
    except OSError as error:
        raise TryAgainLater(f"{place} could not be written: {error.strerror or error}.") from error


def _aside(place: Path) -> Path:
    """Return the name under which the database of before is kept."""
    return place.with_name(f"{place.name}.before-restore-{bootstrap.clock().now():%Y%m%dT%H%M%SZ}")


def _is_postgresql() -> bool:
    return connection.vendor == "postgresql"


def _server() -> postgresql_copy.Server:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        number = int(cursor.fetchone()[0])
    return postgresql_copy.server(connection.settings_dict, number)


def _sqlite_file(settings: Settings) -> Path:
    """Return the file that holds the database."""
    name = connection.settings_dict["NAME"]
    return Path(name) if name else settings.data_folder / "foi-assistant.sqlite3"


def _applied() -> list[str]:
    """Return the migrations that the tables have had, as app.name, in order."""
    return [f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()]


def _known() -> set[str]:
    """Return the migrations that this version knows, those that others stand for among them."""
    disk = MigrationLoader(None).disk_migrations
    known = {*disk, *(each for one in disk.values() for each in one.replaces)}
    return {f"{app}.{name}" for app, name in known}


def _key_file(settings: Settings) -> Path:
    return settings.data_folder / "secret-key"


def _mark_of_key(key: str = "") -> str:
    """Return what tells one secret key from another, and gives nothing of it away."""
    return hashlib.sha256(
        f"foi-assistant backup\n{key or of_django.SECRET_KEY}".encode()
    ).hexdigest()[:16]


def _names_set(settings: Settings) -> tuple[str, ...]:
    """Return the names of what is set, in the environment or in .env."""
    names = config.variables()
    return tuple(sorted(names[name] for name in settings.model_fields_set))


def _version() -> str:
    with suppress(PackageNotFoundError):
        return version("foi-assistant")
    return "unknown"
