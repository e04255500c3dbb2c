"""Change many rows of one table by one statement that is prepared once."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import Model


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
