"""An earlier response, read: what it decided, under what, when, and how far its figures reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain.case import Outcome
from assistant.domain.library.dating import date_of_letter
from assistant.domain.library.outcome import Hit, decide
from assistant.domain.library.relied import relied_on
from assistant.domain.library.staleness import Reach, reach
from assistant.domain.library.telling import Role, Unit, units_of

# The whole of a long letter decides nothing that its first part has not: time stays in step.
LONGEST = 200_000
# Where nothing is given there are no figures to grow old.
_GIVING = frozenset(
    {
        Outcome.DISCLOSED_FULL,
        Outcome.DISCLOSED_PART,
        Outcome.PART_NOT_HELD,
        Outcome.ALREADY_ACCESSIBLE_S21,
    }
)
_ANSWER = frozenset({Role.SAID, Role.REASON})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a response was read as it was: the rule, in words, and where in its text.

    `start` and `end` are code points of the text; both are 0 for a rule about the whole letter.
    """

    rule: str
    detail: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class ResponseRead:
    """What a response says of itself.

    `sections` are the provisions relied on, printed as the register prints them ("FOIA s40(2)"),
    in the letter's order. `dated` is the day the letter bears, in the United Kingdom's calendar.
    `figures_to` is the last day its figures reach to, and `stale_words` the words that say so;
    None and "" where it names no period.
    """

    outcome: Outcome
    sections: tuple[str, ...]
    reasons: tuple[Reason, ...]
    dated: date | None
    figures_to: date | None
    stale_words: str


def read_response(text: str, *, request: str = "", dated: date | None = None) -> ResponseRead:
    """Read a response: plain text in, and never an error, whatever the text is.

    `request` is what was asked, where it is known, so that the requester's words are not taken for
    the authority's. `dated` is the letter's day where something else than its text tells it.
    """
    told = text[:LONGEST]
    units = units_of(told, request)
    verdict = decide(units)
    day = dated or date_of_letter(told)
    spoken = _figures_to(units, request, day) if verdict.outcome in _GIVING else None
    return ResponseRead(
        outcome=verdict.outcome,
        sections=tuple(str(each) for each in relied_on(units, verdict)),
        reasons=(Reason("decision", verdict.because), *(map(_reason, verdict.hits))),
        dated=day,
        figures_to=spoken.to if spoken else None,
        stale_words=spoken.words if spoken else "",
    )


def _figures_to(units: Sequence[Unit], request: str, dated: date | None) -> Reach | None:
    """Return how far the figures reach, by the answers, and else by the questions they answer."""
    told = [each for unit in units for each in unit.sentences]
    answers = [each.text for each in told if each.role in _ANSWER]
    asked = [each.text for each in told if each.role is Role.ASKED]
    if not answers:
        return None
    return reach(answers, dated) or reach([*asked, request], dated)


def _reason(hit: Hit) -> Reason:
    """Return what a cue found as a reason."""
    return Reason(hit.name, hit.because, hit.start, hit.end)
