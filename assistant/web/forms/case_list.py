"""What the list of cases can be narrowed down to, how it is ordered, and what is done with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django import forms

from assistant.store.models import User
from assistant.web.words import REGIMES

STATES = (
    ("open", "Not answered yet"),
    ("waiting", "Waiting for the requester"),
    ("response_approved", "Response approved"),
    ("answered", "Answered"),
    ("not_a_request", "Not a request"),
    ("withdrawn", "Withdrawn"),
    ("transferred", "Transferred"),
    ("merged", "Merged into another case"),
    ("all", "All"),
)
DUE = (
    ("", "Any day"),
    ("overdue", "Overdue"),
    ("0", "Today"),
    ("3", "Within 3 working days"),
    ("5", "Within 5 working days"),
    ("10", "Within 10 working days"),
    ("none", "No date"),
)
LETTERS = (
    ("", "Any"),
    ("approve", "Letter waiting for approval"),
    ("leaving", "Approved, not sent yet"),
    ("sent", "Response sent"),
    ("elsewhere", "Sent elsewhere"),
    ("person", "Letter that needs a person"),
)
ME, NOBODY = "me", "nobody"
ANYBODY = (("", "Anybody"), (ME, "Me"), (NOBODY, "Nobody yet"))
# Each column of the table, with its name; a hyphen before it turns the order round.
COLUMNS = (
    ("reference", "Reference"),
    ("title", "Subject"),
    ("received", "Received"),
    ("due", "Due"),
    ("state", "State"),
    ("officer", "Officer"),
)
ORDERS = (
    ("due", "Due date"),
    ("-due", "Due date, the latest first"),
    ("-received", "Newest first"),
    ("received", "Oldest first"),
    ("reference", "Reference"),
    ("-reference", "Reference, the last first"),
    ("title", "Subject"),
    ("-title", "Subject, Z to A"),
    ("state", "State"),
    ("-state", "State, Z to A"),
    ("officer", "Officer"),
    ("-officer", "Officer, Z to A"),
)
_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d %m %Y", "%d %B %Y", "%d %b %Y")
_USUAL = {"state": "open", "order": "due"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which cases, in which order; an empty text or None is no condition. Days are London's."""

    q: str = ""
    state: str = "open"
    officer: str = ""
    regime: str = ""
    due: str = ""
    since: date | None = None
    until: date | None = None
    section: str = ""
    letter: str = ""
    replied: date | None = None
    order: str = "due"

    @property
    def narrowed(self) -> bool:
        """Whether anything of what stands in the folded part of the form is asked for."""
        folded = (self.regime, self.due, self.since, self.until, self.section, self.letter)
        return any(folded) or self.replied is not None


def _day() -> forms.DateField:
    return forms.DateField(required=False, input_formats=_FORMS)


class CaseListForm(forms.Form):
    """The page writes its fields: searching is a plain GET. What is wrong is read as the usual."""

    q = forms.CharField(max_length=200, required=False)
    state = forms.ChoiceField(choices=STATES, required=False)
    officer = forms.ChoiceField(choices=ANYBODY, required=False)
    regime = forms.ChoiceField(choices=(("", "Any"), *REGIMES), required=False)
    due = forms.ChoiceField(choices=DUE, required=False)
    since = _day()
    until = _day()
    section = forms.CharField(max_length=100, required=False)
    letter = forms.ChoiceField(choices=LETTERS, required=False)
    replied = _day()
    order = forms.ChoiceField(choices=ORDERS, required=False)

    def __init__(self, *args: object, people: Iterable[User], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        named = tuple((str(person.pk), person.shown_name) for person in people)
        self.fields["officer"].choices = (*ANYBODY, *named)  # type: ignore[attr-defined]  # a choice field

    def chosen(self) -> Chosen:
        """Return what was asked for, with the usual where nothing or nonsense was."""
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if value}
        return Chosen(**_USUAL | given)


class SaveFilterForm(forms.Form):
    """A name for the filter that is shown."""

    name = forms.CharField(max_length=60, error_messages={"required": "Enter a name"})
