"""The three things a person can do with a held message."""

from django import forms

from assistant.web.forms.base import LONGEST_REASON, DayField, PageForm


class HeldForm(PageForm):
    """Why the person decides as they do; the history keeps it."""

    reason = forms.CharField(
        label="Reason",
        help_text="Kept in the history.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Enter the reason"},
    )


class OpenCaseForm(HeldForm):
    """Make a case of the message."""

    requester_name = forms.CharField(
        label="Name of the requester",
        help_text="As the request gives it; leave it empty where it gives none.",
        max_length=200,
        required=False,
    )
    requester_address = forms.EmailField(
        label="E-mail address to answer to",
        help_text="Where a colleague forwarded the request, the requester’s own address.",
        max_length=254,
        error_messages={
            "required": "Enter the address to answer to",
            "invalid": "Enter an e-mail address like name@example.com",
        },
    )
    received_on = DayField(
        label="Day it reached the authority",
        help_text="Leave empty for the day this message came. Where a colleague had the request "
        "earlier, the clock runs from that day. For example, 27 3 2026",
        required=False,
        require_all_fields=True,
    )
    field_order = ("requester_name", "requester_address", "received_on", "reason")


class FileOnCaseForm(HeldForm):
    """File the message on a case that exists."""

    reference = forms.CharField(
        label="Reference of the case",
        help_text="For example, FOI-2026-00001",
        max_length=40,
        error_messages={"required": "Enter the reference of the case"},
    )
    field_order = ("reference", "reason")


class SetAsideForm(HeldForm):
    """Keep the message and do nothing: it is not a request."""
