"""Find what a held reply answers, and the same request sent twice, by an index."""

import hashlib
import re

import django.db.models.deletion
from django.db import migrations, models

AT_ONCE = 500


def fill(apps, schema_editor):
    """Work out for the messages that are here what is kept of each from now on."""
    message_model = apps.get_model("store", "Message")
    awaited_model = apps.get_model("store", "AwaitedMessage")
    asked = message_model.objects.filter(disposition="case").only("text", "reply_spans")
    changed = []
    for row in asked.order_by("pk").iterator(AT_ONCE):
        written = "".join(row.text[start:end] for start, end in row.reply_spans)
        words = re.findall(r"\w+", written.casefold())
        if not words:
            continue
        row.words_sha256 = hashlib.sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()
        changed.append(row)
        if len(changed) == AT_ONCE:
            message_model.objects.bulk_update(changed, ["words_sha256"])
            changed = []
    message_model.objects.bulk_update(changed, ["words_sha256"])
    held = message_model.objects.filter(disposition="held", resolution="")
    for row in held.only("reasons", "in_reply_to", "references").iterator(AT_ONCE):
        if any(reason.get("rule") == "unknown_thread" for reason in row.reasons):
            awaited_model.objects.bulk_create(
                awaited_model(reply=row, message_id=message_id)
                for message_id in sorted({row.in_reply_to, *row.references} - {""})
            )


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0012_standing'),
    ]

    operations = [
        migrations.AddField(
            model_name='message',
            name='words_sha256',
            field=models.CharField(blank=True, max_length=64, default=''),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(fields=['words_sha256'], name='message_words'),
        ),
        migrations.CreateModel(
            name='AwaitedMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message_id', models.TextField(db_index=True)),
                ('reply', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='awaits', to='store.message')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('reply', 'message_id'), name='awaited_once_by_reply')],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
