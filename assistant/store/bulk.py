"""Write many rows of one table by one statement that is prepared once."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import Model


def insert_rows(rows: Sequence[Model]) -> None:
    """Insert rows of one table whose keys nobody needs to know, as `bulk_create` would."""
    if not rows:
        return
    meta = type(rows[0])._meta  # noqa: SLF001 - Django's own way to a table's columns
    fields = [
        field for field in meta.concrete_fields if not field.primary_key and not field.generated
    ]
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quoted(meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608 - names of our own tables and columns
    values = [
        [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]  # noqa: FBT003 - Django's own signature
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


def update_rows(rows: Sequence[Model], names: Sequence[str]) -> None:
    """Write the named columns of rows that are stored already, as `save` would one by one.

    The rows are of one table.
    """
    if not rows:
        return
    meta = type(rows[0])._meta  # noqa: SLF001 - Django's own way to a table's columns
    columns = {field.name: field for field in meta.concrete_fields}
    fields = [columns[name] for name in names]
    quoted = connection.ops.quote_name
    changes = ", ".join(f"{quoted(str(field.column))} = %s" for field in fields)
    values = [
        [
            *(field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields),
            row.pk,
        ]
        for row in rows
    ]
    statement = (
        f"UPDATE {quoted(meta.db_table)} SET {changes} WHERE {quoted(str(meta.pk.column))} = %s"  # noqa: S608 - names of our own tables and columns
    )
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)
