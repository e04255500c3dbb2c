"""What the lists of cases stand on: their orders, what cases are found by, and saved filters."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0018_oversight'),
    ]

    operations = [
        migrations.CreateModel(
            name='CaseWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='store.case')),
                ('request', models.TextField(blank=True)),
                ('letters', models.TextField(blank=True)),
                ('sections', models.TextField(blank=True)),
            ],
            options={
                'verbose_name_plural': 'case words',
            },
        ),
        migrations.CreateModel(
            name='SavedFilter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_filters', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(max_length=60)),
                ('query', models.TextField()),
                ('saved_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['person', 'name'],
            },
        ),
        migrations.AddField(
            model_name='case',
            name='unanswered',
            field=models.GeneratedField(db_persist=True, expression=models.Case(models.When(models.Q(('state__in', ['open', 'response_approved']), ('undelivered_at__isnull', False), _connector='OR'), then=models.Value(value=True)), default=models.Value(value=False)), output_field=models.BooleanField()),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['authority', '-unanswered', 'due_on', 'reference'], name='cases_by_due'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['authority', 'received_on', 'reference'], name='cases_by_receipt'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['authority', 'title', 'reference'], name='cases_by_title'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['authority', 'state', 'reference'], name='cases_by_state'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['authority', 'officer', 'reference'], name='cases_by_officer'),
        ),
        migrations.AddIndex(
            model_name='casemessage',
            index=models.Index(fields=['part', 'filed_at'], name='case_messages_by_part'),
        ),
        migrations.AddIndex(
            model_name='deliveryreport',
            index=models.Index(fields=['action', 'settled_at'], name='reports_by_action'),
        ),
        migrations.AddIndex(
            model_name='draft',
            index=models.Index(fields=['state', 'case'], name='drafts_by_state'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(fields=['-approved_at', '-id'], name='letters_by_approval'),
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(fields=['authority', 'disposition', 'resolution', 'received_at'], name='messages_by_fate'),
        ),
        migrations.AddConstraint(
            model_name='savedfilter',
            constraint=models.UniqueConstraint(fields=('person', 'name'), name='one_filter_per_name'),
        ),
    ]
