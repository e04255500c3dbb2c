"""Reads a person's name at a place in a letter: titles, initials, given names, surnames."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_sheet import Sheet, Word
from assistant.domain.library.masking_words import (
    AFTER_A_NAME,
    DAYS,
    FEMALE,
    FIRMS,
    JOBS,
    MALE,
    MONTHS,
    NOBODY,
    ORDINARY,
    ORGANISATION,
    PARTICLES,
    PLAIN,
    TITLES,
)

# No part of a name, unless a title stands before it.
_NEVER = ORGANISATION | PLAIN | JOBS | MONTHS | DAYS | {"sir", "madam", "sirs", "madams"}
# No part of a name even behind a title.
_NOT_TITLED = (
    NOBODY
    | MONTHS - {"may", "march", "june"}
    | PLAIN - {"price", "will", "page", "post", "case", "day"}
)
# Words of letters and of posts that are surnames, too.
_SURNAMES_TOO = (PLAIN | JOBS) & ORDINARY
_BETWEEN = re.compile(r"(?: {1,6}|\. {0,2}|, (?=Jr))\Z")
_WRAPPED = re.compile(r" {0,2}\n {0,8}\Z")
_LONG_LINE = 55
_MOST = 5
_MOST_TITLED = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: where it stands, and its parts in lower case, without particles."""

    start: int
    end: int
    parts: tuple[str, ...]
    male: bool | None = None
    titled: bool = False


class NameReader:
    """Reads names of one letter; `stops` are words, in lower case, that are no part of any."""

    def __init__(self, sheet: Sheet, stops: Collection[str] = ()) -> None:
        self.sheet = sheet
        self._stops = frozenset(stops) - GIVEN_NAMES

    def read(self, index: int, *, small: bool = False, titled: bool = False, firm: bool = True,
             most: int = _MOST) -> tuple[int, tuple[Word, ...]] | None:  # fmt: skip
        """Read a name whose first word has number `index`; None where none begins there.

        Returns the number of the word behind it, and its words. `small` takes names in small
        letters, `titled` says that a title stands before it, and `firm` refuses what goes on as a
        firm's or a place's name does.
        """
        taken: list[Word] = []
        at = index
        while at < len(self.sheet.words) and len(taken) < most:
            word = self.sheet.words[at]
            if taken and not self._joined(at - 1):
                break
            if not self._part(at, small=small, titled=titled, first=not taken):
                break
            taken.append(word)
            at += 1
            if word.text.endswith(("'s", "'S")):
                break
        while taken and (taken[-1].text.lower() in PARTICLES and not taken[-1].capital):
            taken.pop()
            at -= 1
        if not any(len(word.text) > 1 for word in taken) or (firm and self._goes_on(at, taken)):
            return None
        return at, tuple(taken)

    def _joined(self, index: int) -> bool:
        """Say whether a word and the next may be of one name: a blank or a line's end between."""
        gap = self.sheet.gap(index) or ""
        if gap == "' ":
            return self.sheet.words[index].text == "a"
        if _BETWEEN.match(gap):
            word = self.sheet.words[index]
            return "." not in gap or len(word.text) == 1 or word.bare in TITLES or word.bare == "st"
        if not _WRAPPED.match(gap):
            return False
        line = self.sheet.lines[self.sheet.line_at(self.sheet.words[index].start)]
        return len(line.text) >= _LONG_LINE

    def _part(self, at: int, *, small: bool, titled: bool, first: bool) -> bool:
        """Say whether a word can be a part of a name."""
        word = self.sheet.words[at]
        if word.text.lower() in PARTICLES and not (word.capital and not first):
            return self._particle(at, small=small)
        if self._of_the_smith(at, first=first):
            return True
        if not (word.capital or small) or word.bare in self._stops:
            return False
        if word.bare in _SURNAMES_TOO and not first:
            return self._surname(at, titled=titled)
        if word.initial:
            middle = not first and self.sheet.text[word.end : word.end + 1] == "."
            return middle or self._before_a_surname(at)
        return word.bare not in (_NOT_TITLED if titled and first else _NEVER)

    def _before_a_surname(self, at: int) -> bool:
        """Say whether a word that may be a name's stands behind an initial."""
        if at + 1 >= len(self.sheet.words) or not self._joined(at):
            return False
        following = self.sheet.words[at + 1]
        return following.capital and following.bare not in _NEVER

    def _particle(self, at: int, *, small: bool) -> bool:
        """Say whether a particle leads to a part of a name."""
        if at + 1 >= len(self.sheet.words) or not self._joined(at):
            return False
        following = self.sheet.words[at + 1]
        return following.capital or small or following.text in PARTICLES

    def _of_the_smith(self, at: int, *, first: bool) -> bool:
        """Say whether a word is the Gaelic article inside a surname: "Mac a' Ghobhainn"."""
        word = self.sheet.words[at]
        article = word.text == "a" and self.sheet.text.startswith("'", word.end)
        return article and not first and self.sheet.words[at - 1].bare in {"mac", "nic"}

    def _surname(self, at: int, *, titled: bool) -> bool:
        """Say whether a word of letters is the surname that a name ends with: "Rhodri Page"."""
        word, before = self.sheet.words[at], self.sheet.words[at - 1]
        led = titled or (before.bare in GIVEN_NAMES and before.bare not in ORDINARY)
        following = self.sheet.words[at + 1] if at + 1 < len(self.sheet.words) else None
        ends = following is None or not following.capital or self.sheet.gap(at) != " "
        return led and ends and not (word.text.isupper() and not before.text.isupper())

    def _goes_on(self, at: int, taken: list[Word]) -> bool:
        """Say whether a name goes on as no person's does: "Smith & Co", "Victoria Road"."""
        if any(word.bare in AFTER_A_NAME and word.bare not in GIVEN_NAMES for word in taken[1:]):
            return True
        if len(taken) == 2 and taken[-1].bare in FIRMS and taken[0].bare in GIVEN_NAMES:  # noqa: PLR2004  # a firm of two names
            return True
        if at >= len(self.sheet.words):
            return False
        gap = " ".join((self.sheet.gap(at - 1) or "").split(" ")) if at else ""
        following = self.sheet.words[at]
        if gap.strip(" ") == "&" and following.bare in {
            "co",
            "sons",
            "son",
            "daughters",
            "partners",
            "company",
        }:
            return True
        if gap.strip(" ") == "&" and at + 1 < len(self.sheet.words):
            return self.sheet.gap(at) == " " and self.sheet.words[at + 1].bare in {
                "llp",
                "ltd",
                "limited",
                "plc",
            }
        return gap == " " and following.capital and following.bare in AFTER_A_NAME


def name_of(words: tuple[Word, ...], start: int | None = None, title: str = "") -> Name:
    """Make a name of its words; `start` is where its title begins, `title` is that in small."""
    parts = tuple(
        word.bare for word in words if word.text.lower() not in PARTICLES or word is words[-1]
    )
    male = True if title in MALE else False if title in FEMALE else None
    first = words[0].start if start is None else start
    return Name(first, words[-1].name_end, parts, male, bool(title))
