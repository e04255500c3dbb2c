"""From which day the time of each part is counted when two cases become one (s.10(6) FOIA).

A request is received when it first reaches the authority. That it arrived twice, or was kept as two
cases, gives the authority no day more: where both ask the same, the earlier day counts.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Asked:
    """A part of a request: its words, and the day (Europe/London) on which it was received."""

    words: str
    on: date


@dataclass(frozen=True, slots=True)
class Joined:
    """The day of receipt of each part once the cases are one.

    `staying` are those of the parts that were there, in their order; `brought` those of the parts
    that come, by their place (from 0) in the other case.
    """

    staying: tuple[date, ...]
    brought: dict[int, date]

    @property
    def first(self) -> date:
        """The day on which the earliest of them was received."""
        return min((*self.staying, *self.brought.values()))


def asks_the_same(one: str, other: str) -> bool:
    """Say whether two parts ask in the same words; case, spaces and signs do not matter."""
    return _said(one) == _said(other)


def repeated(staying: Sequence[str], other: str) -> bool:
    """Say whether the words of a part stand in a case already."""
    return any(asks_the_same(each, other) for each in staying)


def joined(staying: Sequence[Asked], other: Sequence[Asked], brought: Collection[int]) -> Joined:
    """Return the days from which the parts of two cases are counted once they are one.

    `brought` are the places (from 0) in `other` of the parts that come along with their own day.
    Parts in the same words share the earlier day. A part that is left behind counts as asked by
    the case already: where none of its parts has the same words, every one of them may be meant,
    and takes the earlier day. So no part ever gets a later day than it had.
    """
    days = [each.on for each in staying]
    come: dict[int, date] = {}
    for place, part in enumerate(other):
        twins = [n for n, each in enumerate(staying) if asks_the_same(each.words, part.words)]
        if place in brought:
            come[place] = min((part.on, *(staying[n].on for n in twins)))
        elif not twins:
            twins = list(range(len(staying)))
        for n in twins:
            days[n] = min(days[n], part.on)
    return Joined(tuple(days), come)


def _said(words: str) -> str:
    """Return the letters and figures of a text, word by word, without its label."""
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())
