"""The sheet that a letter is written on: what its paragraphs may use, and how they are chosen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.case import CasePart
from assistant.domain.law.acts import Regime
from assistant.domain.law.citations import Citation
from assistant.domain.letters.answers import Desk
from assistant.domain.letters.blocks import Block, Source
from assistant.domain.letters.context import EvidencePassage, LetterContext, Reasoning, long_date
from assistant.domain.letters.fields import Given
from assistant.domain.letters.filling import Supplied, fill

_SUPPLIED = "supplied by the officer"
_COMPUTED = "by the clock of the case"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that one letter may be written from, and nothing else."""

    context: LetterContext
    desk: Desk
    parts: Sequence[CasePart]
    given: Given
    reasoning: Mapping[Citation, Reasoning]
    quotable: Sequence[EvidencePassage]

    def says(self, name: str, regime: str = "", part: str = "", **more: str) -> list[Block]:
        """Return a wording in the variant of the regime, its slots filled with what is known."""
        wording = self.desk.wordings.for_letter(name, regime or self.desk.regime)
        return fill(wording, {**self.desk.values, **more}, self.supplied, part=part)

    def supplied(self, slot: str) -> Supplied | None:
        """Return what the officer gave for a slot, else the day that the clock gives, else None."""
        if text := self.given.values.get(slot, "").strip():
            source = Source(f"case:letter:{slot}", title=_SUPPLIED)
            return Supplied(text, source, self.given.author, self.given.at)
        if text := self.known.get(slot, ""):
            return Supplied(text, Source(f"case:{slot}", title=_COMPUTED))
        return None

    @property
    def known(self) -> dict[str, str]:
        """What the case itself knows for the slots that an officer may fill too."""
        dates = self.context.dates
        found = {name: long_date(day) for name, day in dates.known().items()}
        if self.context.due_on:
            found["due_on"] = long_date(self.context.due_on)
        if days := dates.working_days_late:
            found["late_by"] = f"{days} working day{'' if days == 1 else 's'}"
        return found


Piece = Callable[[Sheet], list[Block]]
Condition = Callable[[Sheet], bool]


def says(name: str, regime: str = "") -> Piece:
    """Return a piece of a letter: one approved wording, in the variant of its regime."""
    return lambda sheet: sheet.says(name, regime)


def when(condition: Condition, *pieces: Piece) -> Piece:
    """Return pieces that stand in the letter only where a condition holds."""
    return lambda sheet: (
        [block for piece in pieces for block in piece(sheet)] if condition(sheet) else []
    )


def given(slot: str, *words: str) -> Condition:
    """Tell whether the officer supplied a slot, with one of these words where any are named."""

    def holds(sheet: Sheet) -> bool:
        value = sheet.given.values.get(slot, "").strip()
        return value in words if words else bool(value)

    return holds


def under(*regimes: Regime) -> Condition:
    """Tell whether the letter is under one of these regimes."""
    return lambda sheet: sheet.desk.regime in regimes


def no(condition: Condition) -> Condition:
    """Tell whether a condition does not hold."""
    return lambda sheet: not condition(sheet)


def late(sheet: Sheet) -> bool:
    """Tell whether the answer was due before the day of the letter."""
    return sheet.context.due_on is not None and sheet.context.letter_date > sheet.context.due_on


def stopped(sheet: Sheet) -> bool:
    """Tell whether the clock stands still, so that no date is due."""
    return sheet.context.due_on is None


def review_is_late(sheet: Sheet) -> bool:
    """Tell whether the outcome of the review was due before the day of the letter."""
    due = sheet.context.dates.review_due_on
    return due is not None and sheet.context.letter_date > due


def answered(sheet: Sheet) -> bool:
    """Tell whether the request has been answered, so that there is an answer to review."""
    return sheet.context.dates.responded_on is not None


def rights(sheet: Sheet) -> list[Block]:
    """Return the internal review and the right to apply to the regulator (s.17(7), reg 11, s.50).

    Somebody's own data has rights of its own.
    """
    if sheet.desk.regime is Regime.SAR:
        return [*sheet.says("review-sar"), *sheet.says("complaint-sar")]
    return [*sheet.says("review-letter"), *sheet.says("complaint")]
