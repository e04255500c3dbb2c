"""What only an officer can supply for a letter: each slot with its question and its form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.context import long_date


class Form(StrEnum):
    """How an answer is given: a line, a text of several, a day, or one of a few words."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """A question to the officer; `choices` are the words that may be given, with their meaning."""

    label: str
    hint: str = ""
    form: Form = Form.TEXT
    choices: tuple[tuple[str, str], ...] = ()


UPHELD, PARTLY, OVERTURNED = "upheld", "partly", "overturned"
REVIEWED = (
    (UPHELD, "The response is upheld"),
    (PARTLY, "The response is upheld in part"),
    (OVERTURNED, "The response is overturned"),
)

FIELDS: Mapping[str, Field] = {
    "unclear": Field(
        "What exactly is unclear?", "And why the information cannot be found without knowing it."
    ),
    "unclear_parts": Field(
        "Which part of the request is unclear?", "In the requester’s own words.", Form.LINE
    ),
    "questions": Field(
        "What do you need to know?", "A question a line, with an example of what would be enough."
    ),
    "close_on": Field(
        "Close the request if nothing is heard by", "For example, 12 5 2026", Form.DAY
    ),
    "fee": Field("How much is the fee?", "With the pound sign, such as £71.20", Form.LINE),
    "fee_for": Field(
        "What is the fee for?",
        "How it is worked out, such as pages at a price a page, and postage. Nobody’s time counts.",
    ),
    "how_to_pay": Field("How is it paid?", "How and to whom, and what to quote."),
    "fee_until": Field("Last day to pay", "If empty, as the clock says.", Form.DAY),
    "pit_exemptions": Field(
        "Which exemptions are you considering?",
        "Each with its subsection, and why it applies. Recorded on the parts, they come by "
        "themselves.",
    ),
    "weighing": Field(
        "What has still to be weighed?", "And whom you have to hear from before you can decide."
    ),
    "decision_on": Field(
        "Estimated date of the decision", "If empty, 40 working days after receipt.", Form.DAY
    ),
    "complexity": Field("Why is the request complex?"),
    "volume": Field("How much information is involved?", "With figures, where you have them."),
    "impracticable": Field("Why can it not be answered within 20 working days?"),
    "extended_due_on": Field("New date", "If empty, 40 working days after receipt.", Form.DAY),
    "held": Field("Is the information held?", "As a search found. Nothing is proposed here."),
    "holder": Field(
        "Which authority holds the information?", "Its name, and how to write to it.", Form.LINE
    ),
    "agreed_on": Field(
        "When did the requester agree to the transfer?", "For example, 27 3 2026", Form.DAY
    ),
    "transferred_on": Field("When was it passed on?", "For example, 27 3 2026", Form.DAY),
    "missing": Field(
        "What is missing?",
        "In writing; name of the applicant and an address; a description of the information.",
    ),
    "mend": Field("What should the requester send?"),
    "asked_for": Field(
        "What does the message ask for?", "Such as an opinion, an explanation or a service."
    ),
    "service": Field("Who will deal with it?", "And how to reach them; or that nobody will."),
    "identity": Field(
        "What do you need to be sure who it is?", "And to find the records; or that it is nothing."
    ),
    "sar_due_on": Field("Date of the answer", "If empty, one month after receipt.", Form.DAY),
    "cause": Field("Why is it late?", "Plainly: this is an apology."),
    "new_date": Field("By when will they have the answer?", "For example, 27 3 2026", Form.DAY),
    "message_on": Field("When did the message come?", "For example, 27 3 2026", Form.DAY),
    "explanation": Field(
        "What do you explain?",
        "About the answer as it was given. What discloses more than the answer did is a decision: "
        "reopen the case for that.",
    ),
    "reply": Field("What do you say to the complaint?", "To each point, and what will be done."),
    "standing": Field("Where does the request stand?", "Who has it, and what is still to be done."),
    "responded_on": Field("When was the request answered?", "For example, 27 3 2026", Form.DAY),
    "review_received_on": Field(
        "When did the request for a review come?", "For example, 27 3 2026", Form.DAY
    ),
    "review_due_on": Field("When is the outcome due?", "If empty, as the clock says.", Form.DAY),
    "reviewer": Field(
        "Who carries out the review?",
        "By name or post: somebody who took no part in the decision.",
        Form.LINE,
    ),
    "issues": Field("What did the requester ask you to look at again?"),
    "decision": Field("What is the decision?", form=Form.CHOICE, choices=REVIEWED),
    "review_reasons": Field("What are the reasons?", "On each point that was raised."),
    "disclosed": Field("What changes, and what is disclosed now?"),
    "action": Field(
        "In what did the authority fail?", "What it will do about it, and by when (reg 11(5) EIR)."
    ),
    "text": Field("What does the letter say?"),
}


@dataclass(frozen=True, slots=True)
class Given:
    """What an officer has supplied for a letter, by the names of FIELDS; `at` is aware.

    Values are as they stand in the letter: days written out, choices by their word.
    """

    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    author: str = ""
    at: datetime | None = None


def as_given(values: Mapping[str, object], allowed: tuple[str, ...]) -> dict[str, str]:
    """Return answers as a letter states them; empty ones are left out.

    A day may come as a date or as text in ISO form. Raises NotAllowed, naming the key, for one
    that this letter does not ask for, and for an answer of the wrong form.
    """
    found: dict[str, str] = {}
    for name, value in values.items():
        if name not in allowed:
            names = ", ".join(allowed) or "nothing"
            raise NotAllowed(f"“{name}” is not asked for by this letter, which asks for: {names}.")
        if value is None or value == "":
            continue
        if text := _answer(name, FIELDS[name], value):
            found[name] = text
    return found


def _answer(name: str, asked: Field, value: object) -> str:
    """Return one answer as text; raises NotAllowed where it has another form."""
    if isinstance(value, date):
        return long_date(value)
    if not isinstance(value, str):
        raise NotAllowed(f"“{name}” is a text.")
    text = value.replace("\r\n", "\n").strip()
    if asked.form is Form.DAY and text:
        try:
            return long_date(date.fromisoformat(text))
        except ValueError:
            raise NotAllowed(f"“{text}” ({name}) is not a date like 2026-03-31.") from None
    words = [word for word, _ in asked.choices]
    if words and text not in words:
        raise NotAllowed(f"“{text}” ({name}) is not one of: {', '.join(words)}.")
    return text
