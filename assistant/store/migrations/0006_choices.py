"""Choices that the migrations before it added to fields of the first."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0005_letters'),
    ]

    operations = [
        migrations.AlterField(
            model_name='draft',
            name='kind',
            field=models.CharField(choices=[('acknowledgement', 'Acknowledgement'), ('response', 'Response'), ('clarification', 'Clarification'), ('fees_notice', 'Fees notice'), ('pit_extension', 'Pit extension'), ('eir_extension', 'Eir extension'), ('try_elsewhere', 'Try elsewhere'), ('transfer', 'Transfer'), ('not_valid', 'Not valid'), ('not_information', 'Not information'), ('subject_access', 'Subject access'), ('delay_apology', 'Delay apology'), ('chaser_reply', 'Chaser reply'), ('withdrawal', 'Withdrawal'), ('review_acknowledged', 'Review acknowledged'), ('review_outcome', 'Review outcome'), ('other', 'Other')], max_length=20),
        ),
        migrations.AlterField(
            model_name='draft',
            name='state',
            field=models.CharField(choices=[('queued', 'Being composed'), ('ready', 'Ready to edit'), ('approved', 'Approved'), ('discarded', 'Discarded')], default='queued', max_length=10),
        ),
        migrations.AlterField(
            model_name='event',
            name='kind',
            field=models.CharField(choices=[('opened', 'Opened'), ('message_filed', 'Message filed'), ('receipt_corrected', 'Receipt corrected'), ('regime_changed', 'Regime changed'), ('clarification_sought', 'Clarification sought'), ('clarification_received', 'Clarification received'), ('fees_notice_given', 'Fees notice given'), ('fee_received', 'Fee received'), ('time_extended', 'Time extended'), ('clock_event_withdrawn', 'Clock event withdrawn'), ('clock_recomputed', 'Clock recomputed'), ('assigned', 'Assigned'), ('part_recorded', 'Part recorded'), ('search_recorded', 'Search recorded'), ('reasoning_recorded', 'Reasoning recorded'), ('estimate_recorded', 'Estimate recorded'), ('drafted', 'Drafted'), ('draft_edited', 'Draft edited'), ('attachment_added', 'Attachment added'), ('attachment_removed', 'Attachment removed'), ('acknowledgement_approved', 'Acknowledgement approved'), ('response_approved', 'Response approved'), ('letter_begun', 'Letter begun'), ('letter_discarded', 'Letter discarded'), ('letter_approved', 'Letter approved'), ('letter_voided', 'Letter voided'), ('letter_sent', 'Letter sent'), ('acknowledgement_voided', 'Acknowledgement voided'), ('response_voided', 'Response voided'), ('acknowledgement_sent', 'Acknowledgement sent'), ('response_sent', 'Response sent'), ('sending_stopped', 'Sending stopped'), ('sending_failed', 'Sending failed'), ('sending_unknown', 'Sending unknown'), ('sending_settled', 'Sending settled'), ('not_delivered', 'Not delivered'), ('marked_not_a_request', 'Marked not a request'), ('reopened', 'Reopened')], max_length=40),
        ),
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('acknowledgement', 'Acknowledgement'), ('response', 'Response'), ('clarification', 'Clarification'), ('fees_notice', 'Fees notice'), ('pit_extension', 'Pit extension'), ('eir_extension', 'Eir extension'), ('try_elsewhere', 'Try elsewhere'), ('transfer', 'Transfer'), ('not_valid', 'Not valid'), ('not_information', 'Not information'), ('subject_access', 'Subject access'), ('delay_apology', 'Delay apology'), ('chaser_reply', 'Chaser reply'), ('withdrawal', 'Withdrawal'), ('review_acknowledged', 'Review acknowledged'), ('review_outcome', 'Review outcome'), ('other', 'Other')], max_length=20),
        ),
        migrations.AlterField(
            model_name='outbox',
            name='stage',
            field=models.CharField(choices=[('ready', 'Waiting to leave'), ('transmitting', 'Leaving now'), ('sent', 'Sent'), ('stopped', 'Stopped by the checks'), ('refused', 'Refused by the mail server'), ('unknown', 'Not known whether it left'), ('void', 'Approval taken back')], db_index=True, default='ready', max_length=20),
        ),
    ]
