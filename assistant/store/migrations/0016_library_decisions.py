"""Keep what people decide about the documents of the library."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0015_library'),
    ]

    operations = [
        migrations.CreateModel(
            name='LibraryDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('example', 'Example'), ('approved', 'Approved wording'), ('superseded', 'Superseded'), ('overturned', 'Overturned')], max_length=12)),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='store.librarydocument')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
    ]
