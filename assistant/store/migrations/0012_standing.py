"""Standing approvals of acknowledgements: append-only, in each database's own SQL."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


# Once given, a standing approval is ended and never changed. As with events, SQLite refuses changes
# alone, so that a test can empty its tables.
KEPT = ("authority_id", "mailbox_id", "wordings", "samples", "reason", "approved_by_id",
        "approved_at", "expires_on")
SAYS = "standing approvals are ended, never changed"
SQLITE = [
    f"CREATE TRIGGER standing_approvals_stand BEFORE UPDATE OF {', '.join(KEPT)}"
    f" ON store_standingapproval BEGIN SELECT RAISE(ABORT, '{SAYS}'); END",
]
SQLITE_BACK = [
    "DROP TRIGGER standing_approvals_stand",
]
POSTGRESQL = [
    "CREATE FUNCTION standing_approvals_stand() RETURNS trigger LANGUAGE plpgsql AS"
    f" $$ BEGIN RAISE EXCEPTION '{SAYS}'; END $$",
    f"CREATE TRIGGER standing_approvals_stand BEFORE DELETE OR UPDATE OF {', '.join(KEPT)}"
    " ON store_standingapproval FOR EACH ROW EXECUTE FUNCTION standing_approvals_stand()",
]
POSTGRESQL_BACK = [
    "DROP TRIGGER standing_approvals_stand ON store_standingapproval",
    "DROP FUNCTION standing_approvals_stand()",
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

    dependencies = [
        ('store', '0011_matching'),
    ]

    operations = [
        migrations.CreateModel(
            name='StandingApproval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wordings', models.JSONField()),
                ('samples', models.JSONField()),
                ('reason', models.TextField()),
                ('approved_at', models.DateTimeField()),
                ('expires_on', models.DateField()),
                ('revoked_at', models.DateTimeField(null=True)),
                ('revoke_reason', models.TextField(blank=True)),
                ('approved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standing_approvals', to='store.authority')),
                ('mailbox', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standing_approvals', to='store.mailbox')),
                ('revoked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.AddField(
            model_name='letter',
            name='standing',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='store.standingapproval'),
        ),
        migrations.CreateModel(
            name='StandingDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('why_not', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='standing_decision', to='store.draft')),
                ('letter', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='standing_decision', to='store.letter')),
                ('standing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='store.standingapproval')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='standingapproval',
            constraint=models.UniqueConstraint(condition=models.Q(('revoked_at__isnull', True)), fields=('mailbox',), name='one_standing_approval_a_mailbox'),
        ),
        migrations.RunPython(forwards, backwards),
    ]
