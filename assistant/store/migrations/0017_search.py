"""How rare terms are in each library, and when each library was last checked."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0016_library_decisions'),
    ]

    operations = [
        migrations.CreateModel(
            name='LibraryCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('begun_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('lacking', models.PositiveIntegerField(default=0)),
                ('left', models.PositiveIntegerField(default=0)),
                ('authority', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='library_check', to='store.authority')),
            ],
        ),
        migrations.CreateModel(
            name='TermStatistics',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('passages', models.PositiveIntegerField()),
                ('mean_length', models.FloatField()),
                ('counted_at', models.DateTimeField()),
                ('authority', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='term_statistics', to='store.authority')),
            ],
            options={
                'verbose_name_plural': 'term statistics',
            },
        ),
        migrations.CreateModel(
            name='TermCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.CharField(max_length=100)),
                ('passages', models.PositiveIntegerField()),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='store.authority')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('authority', 'term'), name='one_count_a_term')],
            },
        ),
    ]
