"""The steps by which the parts of a request are corrected, each a form of its own."""

from collections.abc import Sequence
from itertools import pairwise
from textwrap import shorten

from crispy_forms_gds.layout import Field, Layout
from django import forms

from assistant.domain.request.correcting import places
from assistant.store.models import RequestPart
from assistant.web.forms.base import ReasonForm, VersionedForm
from assistant.web.request_text import part_name

_AROUND = 60
_MOVED = "The parts have changed since you looked. Choose again"


class PartsStep(VersionedForm):
    """A step on the parts of a case, as they stand now."""

    def __init__(self, *args: object, parts: Sequence[RequestPart], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.choose_from(parts)

    def choose_from(self, parts: Sequence[RequestPart]) -> None:
        """Offer what can be chosen; a form without a choice offers nothing."""


class SplitForm(PartsStep):
    """Where a part is split: the words that the second part begins with."""

    place = forms.ChoiceField(
        label="Where does the second part begin?",
        help_text="The list has every line, sentence and clause of each part.",
        error_messages={
            "required": "Select where the second part begins",
            "invalid_choice": _MOVED,
        },
    )

    def choose_from(self, parts: Sequence[RequestPart]) -> None:
        """Offer the places of each part under its name."""
        groups = [
            (
                part_name(part),
                [
                    (f"{part.pk}-{place}", _words_at(part.text, place))
                    for place in places(part.text)
                ],
            )
            for part in parts
        ]
        choices = [("", "Choose a place"), *((each, some) for each, some in groups if some)]
        self.fields["place"].choices = choices  # type: ignore[attr-defined]  # a choice field

    @property
    def chosen(self) -> tuple[int, int]:
        """The id of the part and the offset in its text."""
        part, _, place = self.cleaned_data["place"].partition("-")
        return int(part), int(place)


class JoinForm(PartsStep):
    """Which two parts are one."""

    part = forms.TypedChoiceField(
        label="Which parts are one?",
        coerce=int,
        error_messages={"required": "Select two parts", "invalid_choice": _MOVED},
    )

    def choose_from(self, parts: Sequence[RequestPart]) -> None:
        """Offer each part with the next."""
        pairs = [(a.pk, f"{part_name(a)} and {part_name(b)}") for a, b in pairwise(parts)]
        self.fields["part"].choices = [("", "Choose two parts"), *pairs]  # type: ignore[attr-defined]  # a choice field


class AddForm(PartsStep):
    """The words of the request that ask for something and are no part yet."""

    words = forms.CharField(
        label="Words of the new part",
        help_text="Copy them from the request above, letter for letter. Line breaks do not matter.",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter the words of the new part"},
    )


class TypeForm(PartsStep, ReasonForm):
    """A part in an officer's own words, and why it has to be."""

    text = forms.CharField(
        label="What is asked",
        help_text="For example, what the requester said on the telephone.",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter what is asked"},
    )
    field_order = ("version", "text", "reason")


class TakeAwayForm(PartsStep, ReasonForm):
    """Which part asks nothing, and why it is none."""

    part = forms.TypedChoiceField(
        label="Which part is no question?",
        coerce=int,
        error_messages={"required": "Select a part", "invalid_choice": _MOVED},
    )
    field_order = ("version", "part", "reason")

    def choose_from(self, parts: Sequence[RequestPart]) -> None:
        """Offer each part by its name and first words."""
        listed = [(each.pk, f"{part_name(each)}: {_short(each.text)}") for each in parts]
        self.fields["part"].choices = [("", "Choose a part"), *listed]  # type: ignore[attr-defined]  # a choice field

    def layout(self) -> Layout:
        """Return the fields in their order."""
        return Layout("version", Field.select("part"), "reason")


def _words_at(text: str, place: int) -> str:
    """Return the words before a place and those that follow it, with a bar between them."""
    return f"{_last(text[:place])} | {_short(text[place:])}"


def _last(text: str) -> str:
    """Return the last words of a text."""
    words = " ".join(text.split())
    return words if len(words) <= _AROUND // 2 else f"…{words[-_AROUND // 2 :]}"


def _short(text: str) -> str:
    """Return the first words of a text."""
    return shorten(text, _AROUND, placeholder=" …")
