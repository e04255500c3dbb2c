"""The file of a backup: a compressed tar that describes itself, and its SHA-256 beside it."""

import gzip
import hashlib
import json
import os
import secrets
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from assistant.domain.errors import NotAllowed, TryAgainLater

FORMAT = 1
DESCRIPTION = "description.json"
# What may be in it; whatever else a file holds is not ours and is never written anywhere.
DATABASE, SECRET_KEY = "database", "secret-key"
_MEMBERS = (DATABASE, SECRET_KEY)
_A_PIECE = 1024 * 1024
_SPOILT = (tarfile.TarError, zlib.error, gzip.BadGzipFile, EOFError, ValueError, KeyError)


@dataclass(frozen=True, slots=True)
class Description:
    """What a backup says of itself; `made_at` is aware.

    `database` is sqlite or postgresql, `database_version` the version that wrote the copy.
    `migrations` are those that its tables have, as app.name; `settings` the names, and never the
    values, of what was set; `key` tells one secret key from another and gives none away.
    """

    made_at: datetime
    version: str
    database: str
    database_version: str
    migrations: tuple[str, ...]
    settings: tuple[str, ...]
    key: str


def sum_file(place: Path) -> Path:
    """Return where the SHA-256 of a backup stands, as `sha256sum --check` reads it."""
    return place.with_name(f"{place.name}.sha256")


def refuse_place(place: Path, *, replace: bool) -> None:
    """Raise NotAllowed where a backup cannot be written, before any work is done for it."""
    if place.exists() and not replace:
        raise NotAllowed(
            f"{place} is there already. Name another file, or say --force to replace it."
        )
    if place.is_dir() or not place.parent.is_dir():
        raise NotAllowed(f"{place} cannot be written: name a file in a folder that is there.")


def write(
    place: Path, description: Description, members: Mapping[str, Path], *, replace: bool
) -> int:
    """Write a backup that its owner alone can read; return its size in bytes.

    It gets its name when it is whole and on the disk, and then its sum. Raises NotAllowed as
    `refuse_place` does, TryAgainLater where the disk does not take it.
    """
    refuse_place(place, replace=replace)
    part = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
    try:
        with _private(part) as file:
            summing = _Summing(file)
            _fill(summing, description, members)
        if not replace and place.exists():
            raise NotAllowed(f"{place} has come to be meanwhile. Name another file.")
        # A new file beside an old sum would look spoilt; without a sum it is just not vouched for.
        sum_file(place).unlink(missing_ok=True)
        part.rename(place)
        with _private(Path(f"{part}.sum")) as file:
            file.write(f"{summing.digest}  {place.name}\n".encode())
        Path(f"{part}.sum").rename(sum_file(place))
        _settle(place.parent)
        return place.stat().st_size
    except OSError as error:
        raise TryAgainLater(f"{place} could not be written: {error.strerror or error}.") from error
    finally:
        part.unlink(missing_ok=True)
        Path(f"{part}.sum").unlink(missing_ok=True)


def read(place: Path) -> tuple[Description, bool]:
    """Return what a backup says of itself, and whether a sum beside it vouched for it.

    Raises NotAllowed where the file is not a backup, is cut or changed, or is of a later form.
    """
    vouched = _held_against_sum(place)
    with _opened(place) as tar:
        document = _document(tar, place)
        given = {name: document[name] for name in Description.__slots__}
        given["made_at"] = datetime.fromisoformat(str(given["made_at"]))
        for several in ("migrations", "settings"):
            given[several] = tuple(str(each) for each in given[several])
        return Description(**given), vouched


def unpack(place: Path, folder: Path) -> dict[str, Path]:
    """Write what a backup holds into a folder; return where each part is, by its name.

    Raises NotAllowed where a part is missing or is not what was put in, whatever the sum beside
    the file says.
    """
    found: dict[str, Path] = {}
    with _opened(place) as tar:
        sums: dict[str, str] = _document(tar, place)["sha256"]
        for member in tar:
            if member.name not in _MEMBERS or not member.isfile():
                continue
            source = tar.extractfile(member)
            if source is None or found.get(member.name):
                raise ValueError(member.name)
            target = folder / member.name
            with _private(target) as file:
                summing = _Summing(file)
                while piece := source.read(_A_PIECE):
                    summing.write(piece)
            if summing.digest != sums[member.name]:
                raise ValueError(member.name)
            found[member.name] = target
        # To its very end, where the sum of the whole stands.
        while tar.fileobj is not None and tar.fileobj.read(_A_PIECE):
            pass
        if set(found) != set(sums) or DATABASE not in found:
            raise KeyError(DATABASE)
    return found


class _Summing:
    """A file that is written to its end, and the SHA-256 of what was written."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._sum = hashlib.sha256()

    def write(self, piece: bytes) -> int:
        """Write a piece, and count it in."""
        self._sum.update(piece)
        return self._file.write(piece)

    def flush(self) -> None:
        """Hand on what is buffered."""
        self._file.flush()

    @property
    def digest(self) -> str:
        """The sum so far, in hexadecimal digits."""
        return self._sum.hexdigest()


@contextmanager
def _private(place: Path) -> Iterator[IO[bytes]]:
    """Open a new file that its owner alone can read; it is on the disk when the block ends."""
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Have the names in a folder on the disk, too, where the system lets a folder be opened."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _fill(out: Any, description: Description, members: Mapping[str, Path]) -> None:
    """Write the description, which holds the sum of each part, and then the parts."""
    sums = {name: _sum_of(path) for name, path in members.items()}
    document = asdict(description) | {"format": FORMAT, "sha256": sums}
    document["made_at"] = description.made_at.isoformat()
    words = json.dumps(document, indent=1).encode()
    with (
        # What a database holds is packed already for the most part: the quickest level will do.
        gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1, filename="", mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        first = tarfile.TarInfo(DESCRIPTION)
        first.size, first.mode = len(words), 0o600
        tar.addfile(first, BytesIO(words))
        for name, path in members.items():
            info = tarfile.TarInfo(name)
            info.size, info.mode = path.stat().st_size, 0o600
            with path.open("rb") as file:
                tar.addfile(info, file)


def _sum_of(place: Path) -> str:
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _held_against_sum(place: Path) -> bool:
    """Hold a backup against the sum beside it; say whether there is one."""
    if not place.is_file():
        raise NotAllowed(f"There is no file {place}.")
    beside = sum_file(place)
    if not beside.is_file():
        return False
    words = beside.read_text(encoding="ascii", errors="replace").split()
    if not words or words[0] != _sum_of(place):
        raise NotAllowed(
            f"{place} is not as it was written: its SHA-256 differs from the one in {beside.name}. "
            "Use another copy of it, or another backup."
        )
    return True


@contextmanager
def _opened(place: Path) -> Iterator[tarfile.TarFile]:
    """Open a backup; whatever is wrong with its form while it is read becomes NotAllowed."""
    try:
        with tarfile.open(place, mode="r:gz") as tar:
            yield tar
    except _SPOILT as error:
        raise NotAllowed(
            f"{place} is not a whole backup of foi-assistant: it is something else, or was cut or "
            "changed. Use another copy of it, or another backup."
        ) from error
    except OSError as error:
        raise TryAgainLater(
            f"{place} cannot be read or unpacked: {error.strerror or error}."
        ) from error


def _document(tar: tarfile.TarFile, place: Path) -> dict[str, Any]:
    """Return the description that a backup begins with."""
    first = tar.next()
    source = tar.extractfile(first) if first and first.name == DESCRIPTION else None
    if source is None:
        raise KeyError(DESCRIPTION)
    document = json.load(source)
    if document["format"] > FORMAT:
        raise NotAllowed(
            f"{place} was made by version {document.get('version')}, in a form that this version "
            "does not know. Install that version, or a later one, and restore it there."
        )
    return dict(document)
