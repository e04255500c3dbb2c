"""Keep where an answer to a message goes, and whose word about senders an authority takes."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0010_out'),
    ]

    operations = [
        migrations.AddField(
            model_name='authority',
            name='authserv_ids',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='message',
            name='answer_to',
            field=models.TextField(blank=True),
        ),
    ]
