"""Two cases made one: which other, what comes along, and why."""

from collections.abc import Sequence
from textwrap import shorten

from django import forms

from assistant.domain.request.joining import repeated
from assistant.store.models import Case, RequestPart
from assistant.web.forms.base import LONGEST_REASON, PageForm, ReasonForm
from assistant.web.request_text import part_name

_EXCERPT = 120


class OtherCaseForm(PageForm):
    """Which other case is meant, by its reference; the page is a plain GET."""

    other = forms.CharField(
        label="Reference of the other case",
        max_length=40,
        error_messages={"required": "Enter the reference of the other case"},
    )


class MergeForm(ReasonForm):
    """What comes along from the case that is merged, and why the two are one."""

    other = forms.CharField(widget=forms.HiddenInput, max_length=40)
    other_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    parts = forms.TypedMultipleChoiceField(
        label="Which of its parts ask something more?",
        help_text="They come along with all that is recorded on them, and keep their date of "
        "receipt. Those you leave behind count as asked already.",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    confirmed = forms.BooleanField(
        label="Different people asked. The two are one request all the same",
        error_messages={"required": "Confirm that the two are one request, or do not merge them"},
    )
    requesters = forms.CharField(
        label="Why they are one request",
        help_text="For example, that one asked on behalf of the other. Only the requester of the "
        "case that stays gets its letters.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Enter why two people’s requests are one"},
    )
    field_order = (
        "version",
        "other",
        "other_version",
        "parts",
        "confirmed",
        "requesters",
        "reason",
    )

    def __init__(
        self, *args: object, stays: Case, gone: Case, same_requester: bool, **kwargs: object
    ) -> None:
        theirs = list(gone.parts.all())
        mine = [part.text for part in stays.parts.all()]
        kwargs["initial"] = {
            "version": stays.version,
            "other": gone.reference,
            "other_version": gone.version,
            "parts": [part.position for part in theirs if not repeated(mine, part.text)],
        }
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.fields["parts"].choices = choices_of(theirs)  # type: ignore[attr-defined]  # a choice field
        if not theirs:
            del self.fields["parts"]
        if same_requester:
            del self.fields["confirmed"], self.fields["requesters"]


def choices_of(parts: Sequence[RequestPart]) -> list[tuple[int, str]]:
    """Return parts as choices: by their place, what each is called and how it begins."""
    return [
        (part.position, f"{part_name(part)}: {shorten(part.text, _EXCERPT, placeholder=' …')}")
        for part in parts
    ]
