"""Keep the envelope of what a mail server handed over."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0008_first_start'),
    ]

    operations = [
        migrations.AddField(
            model_name='delivery',
            name='handed_over_by',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='delivery',
            name='sender',
            field=models.TextField(null=True),
        ),
    ]
