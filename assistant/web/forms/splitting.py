"""What of a case becomes a case of its own: some of its parts, or one of its messages."""

from collections.abc import Sequence

from django import forms

from assistant.store.models import CaseMessage, RequestPart
from assistant.web.forms.base import ReasonForm
from assistant.web.forms.joining import choices_of

THE_PARTS = ""


class SplitForm(ReasonForm):
    """Some parts, or a message, and why."""

    parts = forms.TypedMultipleChoiceField(
        label="Which parts become a case of their own?",
        help_text="At least one part has to stay.",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    message = forms.TypedChoiceField(
        label="Or one of its messages?",
        help_text="For a reply that asks for something new, or a request that was filed here. "
        "Parts that come from it go with it.",
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    field_order = ("version", "parts", "message", "reason")

    def __init__(
        self,
        *args: object,
        parts: Sequence[RequestPart],
        filed: Sequence[CaseMessage],
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        named = [(row.message_id, _named(row)) for row in filed]
        self.fields["parts"].choices = choices_of(parts)  # type: ignore[attr-defined]  # a choice field
        self.fields["message"].choices = [(THE_PARTS, "No: the parts above"), *named]  # type: ignore[attr-defined]  # likewise
        if len(parts) < 2:  # noqa: PLR2004 - one part goes, one stays
            del self.fields["parts"]
        if not named:
            del self.fields["message"]

    def clean(self) -> dict[str, object]:
        """Check that one thing is chosen; raises ValidationError at the field to mend."""
        given = super().clean() or self.cleaned_data
        chosen = [name for name in ("parts", "message") if given.get(name)]
        if len(chosen) != 1 and not self.errors:
            field = next((name for name in ("parts", "message") if name in self.fields), None)
            self.add_error(field, "Select parts, or one message, and not both")
        return given


def _named(row: CaseMessage) -> str:
    message = row.message
    who = message.sender_name or message.sender_address or "nobody named"
    return f"{message.subject or 'No subject'}, from {who}, {message.received_at:%-d %B %Y}"
