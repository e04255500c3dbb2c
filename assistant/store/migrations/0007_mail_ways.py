"""Say how a message came, what a folder is read for, and keep the words of attachments."""

import django.db.models.deletion
from django.db import migrations, models


def folders_that_were_read(apps, schema_editor):
    """Until now everything in a folder was taken in: nobody need be asked about it any more."""
    folders = apps.get_model("store", "MailboxFolder").objects.using(schema_editor.connection.alias)
    folders.filter(uidvalidity__isnull=False).update(start="everything")


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0006_choices'),
    ]

    operations = [
        migrations.AddField(
            model_name='delivery',
            name='recipient',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='delivery',
            name='via',
            field=models.CharField(choices=[('imap', 'Read from the mailbox'), ('smtp', 'Handed over by SMTP'), ('lmtp', 'Handed over by LMTP')], default='imap', max_length=4),
        ),
        migrations.AddField(
            model_name='mailbox',
            name='aliases',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='mailboxfolder',
            name='began_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='mailboxfolder',
            name='counted_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='mailboxfolder',
            name='in_use',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='mailboxfolder',
            name='left_alone',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='mailboxfolder',
            name='missing',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='mailboxfolder',
            name='old_up_to',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='mailboxfolder',
            name='on_server',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='mailboxfolder',
            name='role',
            field=models.CharField(choices=[('arrivals', 'Mail that arrives'), ('sent', 'Mail that colleagues sent')], default='arrivals', max_length=10),
        ),
        migrations.AddField(
            model_name='mailboxfolder',
            name='start',
            field=models.CharField(blank=True, choices=[('', 'Not decided'), ('everything', 'Taken in as new mail'), ('from_now', 'Left where it is'), ('import', 'Made into cases, without acknowledgements')], default='', max_length=10),
        ),
        migrations.AlterField(
            model_name='casemessage',
            name='part',
            field=models.CharField(choices=[('request', 'The request'), ('reply', 'A reply'), ('bounce', 'A delivery failure'), ('automatic', 'An automatic message'), ('sent', 'Sent by a colleague')], max_length=10),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='folder',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='uid',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='uidvalidity',
            field=models.BigIntegerField(null=True),
        ),
        migrations.CreateModel(
            name='AttachmentText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('name', models.TextField()),
                ('text', models.TextField(blank=True)),
                ('problem', models.TextField(blank=True)),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachment_texts', to='store.message')),
            ],
            options={
                'ordering': ['message', 'position'],
                'constraints': [models.UniqueConstraint(fields=('message', 'position'), name='one_text_per_attachment')],
            },
        ),
        migrations.RunPython(folders_that_were_read, migrations.RunPython.noop),
    ]
