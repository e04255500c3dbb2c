"""What a letter asks of the officer who begins it: a form made from its row of KINDS."""

from collections.abc import Mapping
from datetime import date

from crispy_forms_gds.layout import Field as Shown
from crispy_forms_gds.layout import Layout
from django import forms

from assistant.domain.letters.context import long_date
from assistant.domain.letters.fields import FIELDS, Field, Form
from assistant.domain.letters.kinds import KindOfLetter
from assistant.web.forms.base import DayField, LetterText, PageForm

LONGEST_LINE = 500
LONGEST_TEXT = 20_000


class BeginForm(PageForm):
    """The questions of one kind of letter; none has to be answered to begin it.

    `known` are days that the case knows: left empty, the letter states those.
    """

    def __init__(
        self, *args: object, kind: KindOfLetter, known: Mapping[str, date], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self._kind = kind
        for name in kind.fields:
            self.fields[name] = _box(name, FIELDS[name], kind, known.get(name))

    def layout(self) -> Layout:
        """Return the fields in the order of the kind."""
        return Layout(*(_shown(name) for name in self._kind.fields))


def _box(name: str, asked: Field, kind: KindOfLetter, known: date | None) -> forms.Field:
    """Return the box for one question; a day that the case knows is named below it."""
    label = f"{asked.label} (optional)" if name in kind.may and not known else asked.label
    hint = asked.hint
    if known:
        hint = f"If left empty: {long_date(known)}, as the case says."
    match asked.form:
        case Form.DAY:
            return DayField(label=label, help_text=hint, required=False, require_all_fields=True)
        case Form.CHOICE:
            return forms.ChoiceField(
                label=label,
                help_text=hint,
                choices=asked.choices,
                widget=forms.RadioSelect,
                required=False,
            )
        case Form.LINE:
            return forms.CharField(
                label=label, help_text=hint, max_length=LONGEST_LINE, required=False
            )
        case Form.TEXT:
            text = LetterText(label=label, help_text=hint, max_length=LONGEST_TEXT, required=False)
            text.widget.attrs["rows"] = 4
            return text


def _shown(name: str) -> object:
    """Return how crispy-forms-gds renders a field."""
    if FIELDS[name].form is Form.CHOICE:
        return Shown.radios(name, small=True)
    return name
