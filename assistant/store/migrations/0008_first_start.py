"""Tell old mail from new: what was imported, what was left alone, and folders read already."""

import django.db.models.deletion
from django.db import migrations, models


def folders_in_use(apps, schema_editor):
    """A folder that has been read before was taken in as new mail."""
    folders = apps.get_model('store', 'MailboxFolder').objects
    folders.filter(uidvalidity__isnull=False, start='').update(start='everything')


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0007_mail_ways'),
    ]

    operations = [
        migrations.AddField(
            model_name='mailboxfolder',
            name='by_date_up_to',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='message',
            name='imported',
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name='LeftAlone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uidvalidity', models.BigIntegerField()),
                ('uid', models.BigIntegerField()),
                ('folder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='left', to='store.mailboxfolder')),
            ],
            options={
                'verbose_name_plural': 'messages left alone',
                'constraints': [models.UniqueConstraint(fields=('folder', 'uidvalidity', 'uid'), name='left_alone_once')],
            },
        ),
        migrations.RunPython(folders_in_use, migrations.RunPython.noop),
    ]
