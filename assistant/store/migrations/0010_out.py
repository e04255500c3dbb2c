"""Say whom a letter goes to, what servers reported of it, and how fast letters may leave."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# What a letter's only recipient stood at, by the stage of its sending.
STATES = {"sent": "taken", "refused": "refused", "transmitting": "leaving", "unknown": "leaving"}


def name_the_addressees(apps, schema_editor):
    """Give every letter of before its one recipient; copies on servers are none of ours."""
    outboxes = apps.get_model("store", "Outbox").objects.select_related("letter")
    addressees = apps.get_model("store", "Addressee").objects
    for outbox in outboxes.iterator():
        addressees.create(
            letter_id=outbox.letter_id,
            place="requester",
            address=outbox.letter.recipient,
            state=STATES.get(outbox.stage, "waiting"),
            changed_at=outbox.finished_at or outbox.queued_at,
        )
    outboxes.filter(stage="sent").update(copy="server")


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0009_delivery_envelope'),
    ]

    operations = [
        migrations.CreateModel(
            name='SendingGate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('closed_until', models.DateTimeField(null=True)),
                ('refusals', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='SendingSlot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('taken_at', models.DateTimeField(db_index=True)),
                ('free_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.AddField(
            model_name='case',
            name='undelivered_at',
            field=models.DateTimeField(db_index=True, null=True),
        ),
        migrations.AddField(
            model_name='letter',
            name='copies',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='letter',
            name='mark',
            field=models.CharField(blank=True, default="", max_length=32),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='letter',
            name='sender',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='outbox',
            name='copy',
            field=models.CharField(blank=True, choices=[('', 'Not looked at yet'), ('server', 'The mail server keeps it'), ('appended', 'Put there by us'), ('found', 'It was there already')], default='', max_length=10),
        ),
        migrations.AddField(
            model_name='outbox',
            name='copy_problem',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='outbox',
            name='copy_try_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='outbox',
            name='failing_since',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='outbox',
            name='search_problem',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='outbox',
            name='searched_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name='event',
            name='kind',
            field=models.CharField(choices=[('opened', 'Opened'), ('message_filed', 'Message filed'), ('receipt_corrected', 'Receipt corrected'), ('address_corrected', 'Address corrected'), ('regime_changed', 'Regime changed'), ('clarification_sought', 'Clarification sought'), ('clarification_received', 'Clarification received'), ('fees_notice_given', 'Fees notice given'), ('fee_received', 'Fee received'), ('time_extended', 'Time extended'), ('clock_event_withdrawn', 'Clock event withdrawn'), ('clock_recomputed', 'Clock recomputed'), ('assigned', 'Assigned'), ('part_recorded', 'Part recorded'), ('search_recorded', 'Search recorded'), ('reasoning_recorded', 'Reasoning recorded'), ('estimate_recorded', 'Estimate recorded'), ('drafted', 'Drafted'), ('draft_edited', 'Draft edited'), ('attachment_added', 'Attachment added'), ('attachment_removed', 'Attachment removed'), ('acknowledgement_approved', 'Acknowledgement approved'), ('response_approved', 'Response approved'), ('letter_begun', 'Letter begun'), ('letter_discarded', 'Letter discarded'), ('letter_approved', 'Letter approved'), ('letter_voided', 'Letter voided'), ('letter_sent', 'Letter sent'), ('acknowledgement_voided', 'Acknowledgement voided'), ('response_voided', 'Response voided'), ('acknowledgement_sent', 'Acknowledgement sent'), ('response_sent', 'Response sent'), ('sending_partial', 'Sending partial'), ('sending_stopped', 'Sending stopped'), ('sending_failed', 'Sending failed'), ('sending_unknown', 'Sending unknown'), ('sending_settled', 'Sending settled'), ('sending_resumed', 'Sending resumed'), ('delivered', 'Delivered'), ('delivery_delayed', 'Delivery delayed'), ('not_delivered', 'Not delivered'), ('marked_not_a_request', 'Marked not a request'), ('reopened', 'Reopened')], max_length=40),
        ),
        migrations.AlterField(
            model_name='outbox',
            name='stage',
            field=models.CharField(choices=[('ready', 'Waiting to leave'), ('transmitting', 'Leaving now'), ('sent', 'Sent'), ('partial', 'Sent to some only'), ('stopped', 'Stopped by the checks'), ('refused', 'Refused by the mail server'), ('unknown', 'Not known whether it left'), ('void', 'Approval taken back')], db_index=True, default='ready', max_length=20),
        ),
        migrations.CreateModel(
            name='Addressee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.CharField(choices=[('requester', 'The requester'), ('copy', 'A copy')], max_length=10)),
                ('name', models.TextField(blank=True)),
                ('address', models.TextField(db_index=True)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('leaving', 'Leaving now, or not known'), ('taken', 'Taken by the mail server'), ('refused', 'Refused')], default='waiting', max_length=10)),
                ('reply', models.TextField(blank=True)),
                ('changed_at', models.DateTimeField()),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addressees', to='store.letter')),
            ],
            options={
                'ordering': ['letter', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='DeliveryReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.CharField(choices=[('delivered', 'Delivered'), ('relayed', 'Passed on'), ('delayed', 'Late'), ('failed', 'Came back')], max_length=10)),
                ('status', models.CharField(blank=True, max_length=20)),
                ('recipient', models.TextField(blank=True)),
                ('words', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(null=True)),
                ('addressee', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='store.addressee')),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='store.letter')),
                ('message', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='delivery_reports', to='store.message')),
                ('settled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.UniqueConstraint(condition=models.Q(('mark', ''), _negated=True), fields=('mark',), name='one_letter_per_mark'),
        ),
        migrations.AddConstraint(
            model_name='addressee',
            constraint=models.UniqueConstraint(fields=('letter', 'address'), name='once_to_an_address'),
        ),
        migrations.AddConstraint(
            model_name='deliveryreport',
            constraint=models.UniqueConstraint(fields=('letter', 'message', 'recipient'), name='one_report_a_recipient'),
        ),
        migrations.RunPython(name_the_addressees, migrations.RunPython.noop),
    ]
