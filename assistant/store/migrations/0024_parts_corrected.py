from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0023_second_person'),
    ]

    operations = [
        migrations.AlterField(
            model_name='event',
            name='kind',
            field=models.CharField(choices=[('opened', 'Opened'), ('message_filed', 'Message filed'), ('receipt_corrected', 'Receipt corrected'), ('address_corrected', 'Address corrected'), ('regime_changed', 'Regime changed'), ('clarification_sought', 'Clarification sought'), ('clarification_received', 'Clarification received'), ('fees_notice_given', 'Fees notice given'), ('fee_received', 'Fee received'), ('time_extended', 'Time extended'), ('clock_event_withdrawn', 'Clock event withdrawn'), ('clock_recomputed', 'Clock recomputed'), ('assigned', 'Assigned'), ('parts_corrected', 'Parts corrected'), ('part_recorded', 'Part recorded'), ('search_recorded', 'Search recorded'), ('reasoning_recorded', 'Reasoning recorded'), ('estimate_recorded', 'Estimate recorded'), ('drafted', 'Drafted'), ('draft_edited', 'Draft edited'), ('attachment_added', 'Attachment added'), ('attachment_removed', 'Attachment removed'), ('file_finding_accepted', 'File finding accepted'), ('acknowledgement_approved', 'Acknowledgement approved'), ('response_approved', 'Response approved'), ('letter_begun', 'Letter begun'), ('letter_discarded', 'Letter discarded'), ('letter_approved', 'Letter approved'), ('letter_voided', 'Letter voided'), ('letter_sent', 'Letter sent'), ('acknowledgement_voided', 'Acknowledgement voided'), ('response_voided', 'Response voided'), ('acknowledgement_sent', 'Acknowledgement sent'), ('response_sent', 'Response sent'), ('sending_partial', 'Sending partial'), ('sending_stopped', 'Sending stopped'), ('sending_failed', 'Sending failed'), ('sending_unknown', 'Sending unknown'), ('sending_settled', 'Sending settled'), ('sending_resumed', 'Sending resumed'), ('delivered', 'Delivered'), ('delivery_delayed', 'Delivery delayed'), ('not_delivered', 'Not delivered'), ('marked_not_a_request', 'Marked not a request'), ('reopened', 'Reopened')], max_length=40),
        ),
    ]
