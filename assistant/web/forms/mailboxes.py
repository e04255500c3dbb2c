"""What to do with mail of before, and giving and ending a standing approval."""

from crispy_forms_gds.layout import Layout
from django import forms

from assistant.web.forms.base import LONGEST_REASON, DayField, PageForm

STARTS = (
    ("from-now", "Leave it where it is: take in only what comes from now on"),
    ("import", "Import it: make cases of it, without acknowledgements"),
)


class StartForm(PageForm):
    """What happens to the mail that a folder held before it was first read."""

    choice = forms.ChoiceField(
        label="What should happen to the messages that are there already?",
        choices=STARTS,
        widget=forms.RadioSelect,
        error_messages={"required": "Select what should happen to the messages"},
    )

    def __init__(self, *args: object, folder_id: int, **kwargs: object) -> None:
        """Take the folder it is about; its id keeps the names of several forms apart."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.prefix = f"folder-{folder_id}"
        self.folder_id = folder_id


class StandingForm(PageForm):
    """A standing approval: its last day, why, and the fingerprint of what was on the screen."""

    fingerprint = forms.CharField(widget=forms.HiddenInput, max_length=64)
    expires_on = DayField(label="Last day", require_all_fields=True)
    reason = forms.CharField(
        label="Why acknowledgements may leave without a look at each",
        help_text="Kept in the history of the mailbox.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter why"},
    )

    def __init__(self, *args: object, latest: str, **kwargs: object) -> None:
        """Take the latest day that is possible, in words."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.fields["expires_on"].help_text = f"At most twelve months ahead: {latest}"

    def layout(self) -> Layout:
        """Leave the fingerprint to the page, which carries that of what it shows now."""
        return Layout("expires_on", "reason")


class EndStandingForm(PageForm):
    """Why a standing approval ends."""

    reason = forms.CharField(
        label="Why it ends",
        help_text="Kept in the history of the mailbox.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Enter why it ends"},
    )
