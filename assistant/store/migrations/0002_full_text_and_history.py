"""Full text over passages, and a history that cannot be rewritten, in each database's own SQL.

SQLite rebuilds a table to alter it and drops its triggers: a migration that alters Passage or
Event on SQLite has to run these statements again.
"""

from django.db import migrations

SQLITE = [
    # Terms are normalised before they are stored, so the tokeniser only has to divide at spaces.
    "CREATE VIRTUAL TABLE passage_terms USING fts5(terms, content='store_passage',"
    " content_rowid='id', tokenize='unicode61')",
    "CREATE TRIGGER passage_terms_insert AFTER INSERT ON store_passage BEGIN"
    " INSERT INTO passage_terms(rowid, terms) VALUES (new.id, new.terms); END",
    "CREATE TRIGGER passage_terms_delete AFTER DELETE ON store_passage BEGIN"
    " INSERT INTO passage_terms(passage_terms, rowid, terms) VALUES ('delete', old.id, old.terms);"
    " END",
    "CREATE TRIGGER passage_terms_update AFTER UPDATE OF terms ON store_passage BEGIN"
    " INSERT INTO passage_terms(passage_terms, rowid, terms) VALUES ('delete', old.id, old.terms);"
    " INSERT INTO passage_terms(rowid, terms) VALUES (new.id, new.terms); END",
    "CREATE TRIGGER events_are_appended BEFORE UPDATE ON store_event BEGIN"
    " SELECT RAISE(ABORT, 'events are appended, never changed'); END",
]
SQLITE_BACK = [
    "DROP TRIGGER events_are_appended",
    "DROP TRIGGER passage_terms_update",
    "DROP TRIGGER passage_terms_delete",
    "DROP TRIGGER passage_terms_insert",
    "DROP TABLE passage_terms",
]
POSTGRESQL = [
    "CREATE INDEX passage_terms ON store_passage USING gin (to_tsvector('simple', terms))",
    "CREATE FUNCTION events_are_appended() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'events are appended, never changed'; END $$",
    "CREATE TRIGGER events_are_appended BEFORE UPDATE OR DELETE ON store_event"
    " FOR EACH ROW EXECUTE FUNCTION events_are_appended()",
]
POSTGRESQL_BACK = [
    "DROP TRIGGER events_are_appended ON store_event",
    "DROP FUNCTION events_are_appended()",
    "DROP INDEX passage_terms",
]


def _run(schema_editor, for_sqlite, for_postgresql):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in for_postgresql if postgresql else for_sqlite:
        schema_editor.execute(statement, params=None)


def forwards(apps, schema_editor):
    _run(schema_editor, SQLITE, POSTGRESQL)


def backwards(apps, schema_editor):
    _run(schema_editor, SQLITE_BACK, POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("store", "0001_first")]
    operations = [migrations.RunPython(forwards, backwards)]
