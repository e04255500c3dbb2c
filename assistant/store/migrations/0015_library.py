"""Keep what was imported apart from what is searched, and say what each passage does."""

import hashlib

import django.db.models.deletion
from django.db import migrations, models


# SQLite rebuilds the table of passages and drops its triggers; see 0002.
TRIGGERS = {
    "passage_terms_insert": "CREATE TRIGGER passage_terms_insert AFTER INSERT ON store_passage BEGIN"
    " INSERT INTO passage_terms(rowid, terms) VALUES (new.id, new.terms); END",
    "passage_terms_delete": "CREATE TRIGGER passage_terms_delete AFTER DELETE ON store_passage BEGIN"
    " INSERT INTO passage_terms(passage_terms, rowid, terms) VALUES ('delete', old.id, old.terms);"
    " END",
    "passage_terms_update": "CREATE TRIGGER passage_terms_update AFTER UPDATE OF terms"
    " ON store_passage BEGIN"
    " INSERT INTO passage_terms(passage_terms, rowid, terms) VALUES ('delete', old.id, old.terms);"
    " INSERT INTO passage_terms(rowid, terms) VALUES (new.id, new.terms); END",
}
AT_ONCE = 500


def triggers(apps, schema_editor):
    """Put the triggers of full text back."""
    if schema_editor.connection.vendor != "sqlite":
        return
    for name, statement in TRIGGERS.items():
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}", params=None)
        schema_editor.execute(statement, params=None)


def fill(apps, schema_editor):
    """Keep the originals of the documents that are here, and know them by what they say."""
    document_model = apps.get_model("store", "LibraryDocument")
    original_model = apps.get_model("store", "LibraryOriginal")
    passage_model = apps.get_model("store", "Passage")
    seen = set()
    for row in document_model.objects.order_by("pk").iterator(AT_ONCE):
        digest = hashlib.sha256(" ".join(row.text.split()).encode("utf-8", "replace")).hexdigest()
        if (row.authority_id, digest) not in seen:
            seen.add((row.authority_id, digest))
            document_model.objects.filter(pk=row.pk).update(content_sha256=digest)
        original_model.objects.create(document=row, title=row.title, text=row.text)
    for index in apps.get_model("store", "LibraryIndex").objects.filter(stale=False):
        last = passage_model.objects.filter(document__authority_id=index.authority_id)
        index.through = last.order_by("-pk").values_list("pk", flat=True).first() or 0
        index.save(update_fields=["through"])


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0014_sketches'),
    ]

    operations = [
        migrations.AddField(
            model_name='librarydocument',
            name='authority_name',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='librarydocument',
            name='kind',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='librarydocument',
            name='quality',
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name='librarydocument',
            name='request',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='librarydocument',
            name='source',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='librarydocument',
            name='figures_to',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='librarydocument',
            name='stale_words',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='libraryindex',
            name='through',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='passage',
            name='kind',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.CreateModel(
            name='LibraryOriginal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.TextField()),
                ('request', models.TextField(blank=True)),
                ('text', models.TextField()),
                ('masks', models.JSONField(blank=True, default=dict)),
                ('file_sha256', models.CharField(blank=True, db_index=True, max_length=64)),
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='original', to='store.librarydocument')),
            ],
        ),
        migrations.RunPython(triggers, triggers),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
