"""What an acknowledgement has to tell: the reference, when the answer is due, whom to write to."""

import re

from assistant.domain.case import Outcome
from assistant.domain.letters.checks.days import find_dates
from assistant.domain.letters.checks.framework import Found, Reading, Rule
from assistant.domain.letters.context import long_date

_DUE = re.compile(
    r"\b(?:by|before|no later than|not later than|on or before|due(?: date)?(?: is| on|:)?|until)"
    r"\s*$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}\.\w+|\b(?:reply|contact|write|telephone|e-?mail)\b", re.IGNORECASE
)


def _acknowledges(reading: Reading) -> bool:
    """Tell whether the letter only acknowledges."""
    return reading.outcome is Outcome.ACKNOWLEDGEMENT_ONLY


def _reference(reading: Reading) -> Found:
    """Find an acknowledgement without the reference of the case."""
    reference = reading.facts.reference or ""
    if _acknowledges(reading) and reference.lower() not in reading.text.lower():
        yield f"The acknowledgement does not give the reference, {reference}.", 0, 0


def _due_date(reading: Reading) -> Found:
    """Find an acknowledgement that does not say, or says wrongly, when the answer is due."""
    due = reading.facts.due_on
    if not _acknowledges(reading) or due is None:
        return
    dates = list(find_dates(reading.own))
    if not any(day == due for _, _, day in dates):
        yield f"The acknowledgement does not say that the answer is due by {long_date(due)}.", 0, 0
    for start, end, day in dates:
        if day != due and _DUE.search(reading.own[max(0, start - 40) : start]):
            yield f"The answer is due by {long_date(due)}, not by this date.", start, end


def _contact(reading: Reading) -> Found:
    """Find an acknowledgement that gives nobody to write to."""
    if _acknowledges(reading) and not reading.place(_CONTACT):
        yield "The acknowledgement does not say whom to write to.", 0, 0


RULES = (
    Rule(
        "acknowledgement-reference",
        "s.45 code",
        "error",
        _reference,
        ("outcome", "reference"),
    ),
    Rule(
        "acknowledgement-due",
        "s.10(1) FOIA, reg 5(2) EIR",
        "error",
        _due_date,
        ("outcome", "due_on"),
    ),
    Rule("acknowledgement-contact", "s.16 FOIA", "error", _contact, ("outcome",)),
)
