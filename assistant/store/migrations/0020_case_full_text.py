"""Full text over what cases are found by, in each database's own SQL, and the cases that are here.

SQLite rebuilds a table to alter it and drops its triggers: a migration that alters CaseWords on
SQLite has to run these statements again.
"""

from django.db import migrations

from assistant.store import case_terms

AT_ONCE = 500

SQLITE = [
    # Terms are normalised before they are stored, so the tokeniser only has to divide at spaces.
    "CREATE VIRTUAL TABLE case_terms USING fts5(request, letters, sections,"
    " content='store_casewords', content_rowid='case_id', tokenize='unicode61')",
    "CREATE TRIGGER case_terms_insert AFTER INSERT ON store_casewords BEGIN"
    " INSERT INTO case_terms(rowid, request, letters, sections)"
    " VALUES (new.case_id, new.request, new.letters, new.sections); END",
    "CREATE TRIGGER case_terms_delete AFTER DELETE ON store_casewords BEGIN"
    " INSERT INTO case_terms(case_terms, rowid, request, letters, sections)"
    " VALUES ('delete', old.case_id, old.request, old.letters, old.sections); END",
    "CREATE TRIGGER case_terms_update AFTER UPDATE ON store_casewords BEGIN"
    " INSERT INTO case_terms(case_terms, rowid, request, letters, sections)"
    " VALUES ('delete', old.case_id, old.request, old.letters, old.sections);"
    " INSERT INTO case_terms(rowid, request, letters, sections)"
    " VALUES (new.case_id, new.request, new.letters, new.sections); END",
]
SQLITE_BACK = [
    "DROP TRIGGER case_terms_update",
    "DROP TRIGGER case_terms_delete",
    "DROP TRIGGER case_terms_insert",
    "DROP TABLE case_terms",
]
POSTGRESQL = [
    "CREATE INDEX case_terms ON store_casewords USING gin"
    " (to_tsvector('simple', request || ' ' || letters || ' ' || sections))",
    "CREATE INDEX case_section_terms ON store_casewords USING gin"
    " (to_tsvector('simple', sections))",
]
POSTGRESQL_BACK = ["DROP INDEX case_section_terms", "DROP INDEX case_terms"]


def _run(schema_editor, for_sqlite, for_postgresql):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in for_postgresql if postgresql else for_sqlite:
        schema_editor.execute(statement, params=None)


def forwards(apps, schema_editor):
    _run(schema_editor, SQLITE, POSTGRESQL)


def backwards(apps, schema_editor):
    _run(schema_editor, SQLITE_BACK, POSTGRESQL_BACK)


def fill(apps, schema_editor):
    """Let the cases that are here be found."""
    cases = apps.get_model("store", "Case").objects.order_by("pk")
    words_model = apps.get_model("store", "CaseWords")
    after = 0
    while batch := list(cases.filter(pk__gt=after, words__isnull=True)[:AT_ONCE]):
        after = batch[-1].pk
        words_model.objects.bulk_create(_words(apps, batch))


def _words(apps, cases):
    """Return what each of some cases is found by."""
    ids = [case.pk for case in cases]
    filed = apps.get_model("store", "CaseMessage").objects.filter(case__in=ids)
    messages = filed.exclude(part__in=["bounce", "automatic"]).order_by("pk")
    texts = {case.pk: [case.reference, case.title] for case in cases}
    for case_id, subject, text in messages.values_list("case", "message__subject", "message__text"):
        texts[case_id] += [subject, text]
    parts = apps.get_model("store", "RequestPart").objects.filter(case__in=ids).order_by("pk")
    cited = {case_id: [] for case_id in ids}
    for case_id, text, sections in parts.values_list("case", "text", "sections"):
        texts[case_id].append(text)
        cited[case_id].append(sections)
    drafts = apps.get_model("store", "Draft").objects.filter(case__in=ids).order_by("pk")
    letters = {case_id: [] for case_id in ids}
    for case_id, blocks in drafts.exclude(state="discarded").values_list("case", "blocks"):
        letters[case_id].append(blocks)
    words_model = apps.get_model("store", "CaseWords")
    return [
        words_model(
            case_id=each,
            request=case_terms.of_texts(texts[each]),
            letters=case_terms.of_letters(letters[each]),
            sections=case_terms.of_sections(cited[each]),
        )
        for each in ids
    ]


class Migration(migrations.Migration):
    dependencies = [("store", "0019_case_lists")]
    operations = [
        migrations.RunPython(forwards, backwards),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
