"""What a letter is composed from: the case's facts, an officer's reasoning, and the evidence."""

from dataclasses import dataclass
from datetime import date

from assistant.domain.law.acts import Regime
from assistant.domain.letters.addressing import greeted, quoted
from assistant.domain.letters.dates import UNKNOWN, LetterDates

# Regulation 4(3) of SI 2004/3244: an hour of anybody's time counts as £25.
POUNDS_AN_HOUR = 25


@dataclass(frozen=True, slots=True)
class LetterContext:
    """The facts and settings that the letters of a case share.

    Dates are Europe/London days; `due_on` is None while the clock is not running. `review_contact`
    is an address of either kind, `review_days` the working days within which a requester may ask
    for a review, `cost_limit` the appropriate limit of the authority in pounds (SI 2004/3244
    reg 3). A `requester_name` that is none gives "Dear requester", an empty `officer_name` a letter
    signed for the authority. `dates` are what the clock says for letters that state more than
    those two.
    """

    authority: str
    address: str
    contact_email: str
    reference: str
    requester_name: str
    subject: str
    regime: Regime
    received_on: date
    due_on: date | None
    letter_date: date
    officer_name: str
    officer_title: str
    regulator_name: str
    regulator_address: str
    regulator_url: str
    review_contact: str
    review_days: int = 40
    contact_phone: str = ""
    cost_limit: int = 450
    dates: LetterDates = UNKNOWN

    def values(self) -> dict[str, str]:
        """Return the value of every slot that the case or the settings fill."""
        return {
            "address": ", ".join(filter(None, map(str.strip, self.address.splitlines()))),
            "authority": self.authority,
            "contact_email": self.contact_email,
            "contact_phone": self.contact_phone,
            "cost_hours": f"{self.cost_limit / POUNDS_AN_HOUR:g}",
            "cost_limit": f"{self.cost_limit:,}",
            "due_on": long_date(self.due_on) if self.due_on else "",
            "letter_date": long_date(self.letter_date),
            "officer_name": self.officer_name,
            "officer_title": self.officer_title,
            "received_on": long_date(self.received_on),
            "reference": self.reference,
            "regulator_address": self.regulator_address,
            "regulator_name": self.regulator_name,
            "regulator_url": self.regulator_url,
            "requester": greeted(self.requester_name) or "requester",
            "review_contact": self.review_contact,
            "review_days": str(self.review_days),
            "subject": quoted(self.subject),
        }


@dataclass(frozen=True, slots=True)
class Reasoning:
    """What an officer has recorded about why a provision applies; an empty value stays a gap.

    `likelihood` is "would" or "would be likely to"; `harm` and `why` say what disclosure would do
    or which facts bring the information within the provision; `for_disclosure`, `against` and
    `tips` belong to the public interest test. `author` wrote it.
    """

    citation: str
    likelihood: str = ""
    harm: str = ""
    why: str = ""
    for_disclosure: str = ""
    against: str = ""
    tips: str = ""
    limb: str = ""
    purpose: str = ""
    enactment: str = ""
    qualified_person: str = ""
    opinion: str = ""
    author: str = ""

    def supplied(self, slot: str) -> str:
        """Return what fills an officer's slot, or an empty string."""
        known = {
            "likelihood": self.likelihood,
            "harm": self.harm,
            "why": self.why,
            "for_disclosure": self.for_disclosure,
            "against": self.against,
            "tips": self.tips,
            "limb": self.limb,
            "purpose": self.purpose,
            "enactment": self.enactment,
            "qualified_person": self.qualified_person,
            "opinion": self.opinion,
        }
        return known.get(slot, "").strip()


@dataclass(frozen=True, slots=True)
class EvidencePassage:
    """A passage of the library that was found for a part of the request.

    `text` is `source[start:end]` of the stored passage; `part_key` is the part it was found for,
    or empty for the whole request; `section` are the citations it argues, separated by ";";
    `outcome` is the value of an Outcome or empty; `status` is "approved wording", "example" or
    another word of the library. `score` is between 0 and 1. `quality`, from 0 to 1, is what the
    letter checks make of the response it comes from, None where nobody asked them; `faults` are
    their messages for what would have stopped it from leaving.
    """

    id: str
    version: str
    title: str
    date: date | None
    score: float
    text: str
    start: int
    end: int
    part_key: str
    section: str
    status: str
    outcome: str = ""
    quality: float | None = None
    faults: tuple[str, ...] = ()


def long_date(day: date) -> str:
    """Print a day as letters do: "8 January 2026"."""
    months = "January February March April May June July August September October November December"
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"
