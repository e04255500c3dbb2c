"""A scene made once a process: its rows are kept, and put back for each test that looks at it.

Making it takes every use case half a second and more; putting its rows back takes a few hundredths.
"""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model

from tests.web.scene import Scene, make_scene
from tests.world import World


@dataclass(frozen=True)
class Rows:
    """What one table holds."""

    table: str
    columns: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]


class KeptScene:
    """Gives each test a scene of its own, as if it had just been made."""

    def __init__(self) -> None:
        self._scene: Scene | None = None
        self._rows: list[Rows] = []

    def made(self) -> bool:
        """Tell whether there is one to put back."""
        return self._scene is not None

    def make(self, world: World) -> Scene:
        """Make the scene in an otherwise empty world, and keep it for the tests to come."""
        scene = make_scene(world)
        self._rows = [rows for rows in map(_rows_of, _models()) if rows.values]
        self._scene = _copy(scene)
        return scene

    def put_back(self) -> Scene:
        """Write the rows into the empty tables, and return objects that nobody has touched."""
        assert self._scene is not None, "make one first"
        # Keys to rows that come later are looked at when the transaction ends, or a test does.
        with transaction.atomic(), connection.cursor() as cursor:
            for rows in self._rows:
                names = ", ".join(map(connection.ops.quote_name, rows.columns))
                places = ", ".join(["%s"] * len(rows.columns))
                table = connection.ops.quote_name(rows.table)
                cursor.executemany(
                    f"INSERT INTO {table} ({names}) VALUES ({places})",  # noqa: S608 - our tables
                    rows.values,
                )
        return _copy(self._scene)


def _copy(scene: Scene) -> Scene:
    """Copy the rows' objects and the fakes; the register never changes, and is large."""
    register = scene.world.register
    return deepcopy(scene, {id(register): register})


def _models() -> list[type[Model]]:
    """Return the models whose tables are empty before a test: all but what migrations fill."""
    return [
        model
        for app in apps.get_app_configs()
        if app.label not in {"contenttypes", "auth"}
        for model in app.get_models(include_auto_created=True)
    ]


def _rows_of(model: type[Model]) -> Rows:
    """Read a whole table, but for columns that the database works out itself."""
    about = model._meta  # noqa: SLF001 - documented, in spite of its name
    fields = [field for field in about.local_concrete_fields if not field.generated]
    columns = tuple(field.column for field in fields)
    names = ", ".join(map(connection.ops.quote_name, columns))
    table = connection.ops.quote_name(about.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM {table}")  # noqa: S608 - our own tables
        return Rows(about.db_table, columns, tuple(cursor.fetchall()))
