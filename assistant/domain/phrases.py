"""Looks for many phrases in a text without trying each of them at every letter.

A phrase can only stand in a text that has the letters the phrase is made of: no "working days"
without "working" and "days". So a text is looked through once for all such letters, and only the
few phrases whose letters are all there are tried. What is found is exactly what trying every
phrase would find; `tests/unit/test_phrases.py` holds the two against each other.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import product
from re import _parser  # type: ignore[attr-defined]  # the parser that re itself reads patterns by
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")

# Runs of letters and figures are told by so many characters; longer ones are cut.
_LONGEST_RUN = 10
# More spellings of one run than these are not worth listing.
_MOST_SPELLINGS = 80
# So many runs tell well enough whether a phrase can stand in a text.
_MOST_NEEDS = 4
# Of sentences many are remembered, of what is longer the last few only.
_LONGEST_SENTENCE = 1000
_LONGEST_WORD = 40

# A blank at the end of a run stands for this: the word goes no further.
_NO_LETTER = "(?![a-z0-9])"
_PLAIN = re.compile(r"[a-z0-9]+")
# What `re.IGNORECASE` takes for an i, an s or a k beside the letter itself.
_ALSO = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))

# Each set of runs that some phrase needs one of has a bit; each run, the bits of its sets.
_bits: dict[frozenset[str], int] = {}
_bits_of_run: dict[str, int] = {}


class Phrases:
    r"""Patterns that are looked for together, as `re.compile("|".join(patterns))` would.

    `before` is put before each of them (a `\b`, say). Blind to case unless `flags` say otherwise;
    patterns must not hold groups that are read, or flags of their own. `needs` has, for each
    phrase, the marks that a text must have for it to stand there.
    """

    def __init__(
        self, *patterns: str, before: str = "", flags: re.RegexFlag = re.IGNORECASE
    ) -> None:
        self.pattern = "|".join(f"{before}(?:{each})" for each in patterns)
        self.flags = flags
        each_alone = [part for pattern in patterns for part in alternatives(pattern)]
        phrases = [_Phrase(f"{before}(?:{each})", flags) for each in each_alone]
        self._rows = [(phrase.needs, phrase) for phrase in phrases]
        self.needs = tuple(phrase.needs for phrase in phrases)

    def occur_in(self, text: str) -> bool:
        """Say whether one of the phrases stands anywhere in a text."""
        return any(phrase.search(text) is not None for phrase in self._possible(text))

    def search(self, text: str) -> re.Match[str] | None:
        """Return the phrase that stands first, and of several there the one first in the table."""
        found = (phrase.search(text) for phrase in self._possible(text))
        # `min` keeps the first of several that begin at the same place.
        return min((each for each in found if each), key=_start, default=None)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the first phrase of the table that the text begins with."""
        found = (phrase.match(text) for phrase in self._possible(text))
        return next((each for each in found if each), None)

    def _possible(self, text: str) -> list["_Phrase"]:
        """Return, in order, the phrases whose letters all stand in a text."""
        marks = marks_of(text)
        return [phrase for needs, phrase in self._rows if needs & marks == needs]


class PhraseTable(Generic[Row]):
    """Rows with phrases of their own, of which only those are tried that can stand in a text.

    `phrases` returns those of a row.
    """

    def __init__(self, rows: Sequence[Row], phrases: Callable[[Row], Phrases]) -> None:
        self._rows, self._phrases = tuple(rows), phrases
        # Rows by one of the bits that they need, the latest, which few phrases share.
        self._by_bit: dict[int, list[tuple[int, int]]] = {}
        for place, row in enumerate(self._rows):
            for needs in phrases(row).needs:
                bit = 1 << needs.bit_length() >> 1
                self._by_bit.setdefault(bit, []).append((needs, place))
        self._any = sum(self._by_bit)

    def possible_in(self, text: str) -> list[Row]:
        """Return, in order, the rows of which some phrase has all its letters in a text.

        No other row's phrase stands in the text, nor in any piece of it that ends with words.
        """
        marks = marks_of(text)
        places = {place for _, place in self._by_bit.get(0, ())}
        here = marks & self._any
        while here:
            bit = here & -here
            here ^= bit
            places.update(place for needs, place in self._by_bit[bit] if needs & marks == needs)
        return [self._rows[place] for place in sorted(places)]

    def found_in(self, text: str) -> list[Row]:
        """Return, in order, the rows of which a phrase stands in a text."""
        return [row for row in self.possible_in(text) if self._phrases(row).occur_in(text)]


class _Phrase:
    """One pattern, compiled when it is first tried, and the bits of the runs it needs."""

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self._source, self._flags = source, flags
        self._anchored = source.startswith(("^", "(?:^"))
        self.needs = _needs(source)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    @cached_property
    def _beginning(self) -> re.Pattern[str] | None:
        """Find, in small letters, where a phrase could begin that begins as a word does."""
        first = first_runs(self._source)
        return re.compile("|".join(sorted(first)).replace(" ", _NO_LETTER)) if first else None

    def search(self, text: str) -> re.Match[str] | None:
        """Find the pattern in a text; one that holds for its beginning is only tried there."""
        if self._anchored:
            return self.match(text)
        if self._beginning is None:
            return self._pattern.search(text)
        for begun in self._beginning.finditer(plain(text)):
            found = self._pattern.match(text, begun.start())
            if found is not None:
                return found
        return None

    def match(self, text: str) -> re.Match[str] | None:
        """Find the pattern at the beginning of a text."""
        return self._pattern.match(text)


def _start(found: re.Match[str]) -> int:
    return found.start()


def alternatives(pattern: str) -> list[str]:
    """Cut a pattern at each "|" that stands in no group and no set of characters."""
    found, begin, depth, at, inside = [], 0, 0, 0, False
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif inside:
            inside = sign != "]"
        elif sign == "[":
            inside = True
            # A "]" that comes first is itself in the set.
            at += pattern.startswith("]", at + 1) + 2 * pattern.startswith("^]", at + 1)
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and depth == 0:
            found.append(pattern[begin:at])
            begin = at + 1
        at += 1
    return [*found, pattern[begin:]]


def plain(text: str) -> str:
    """Return a text in small letters, as a search that is blind to case takes them.

    Each letter stays at its place.
    """
    if not text.isascii():
        for other, letter in _ALSO:
            text = text.replace(other, letter)
    return text.lower()


def marks_of(text: str) -> int:
    """Return the bits of all runs that stand in a text."""
    return _of_sentence(text) if len(text) <= _LONGEST_SENTENCE else _of_letter(text)


def _read(text: str) -> int:
    """Look a text through, word by word."""
    marks = 0
    for word in set(plain(text).split()):
        marks |= _known(word) if len(word) <= _LONGEST_WORD else _of_word(word)
    return marks


_of_sentence = lru_cache(maxsize=1024)(_read)
_of_letter = lru_cache(maxsize=4)(_read)


def _of_word(word: str) -> int:
    """Return the bits of all runs that stand in a word, or in what stands between its signs."""
    marks = 0
    for plain in _PLAIN.findall(word):
        edged = f" {plain} "
        for start in range(len(edged)):
            for end in range(start + 1, min(start + _LONGEST_RUN, len(edged)) + 1):
                marks |= _bits_of_run.get(edged[start:end], 0)
    return marks


_known = lru_cache(maxsize=20_000)(_of_word)


def _needs(source: str) -> int:
    """Return the bits of the runs that stand in whatever a pattern matches."""
    wanted = 0
    for runs in sorted(needed_runs(source), key=_telling, reverse=True)[:_MOST_NEEDS]:
        if runs not in _bits:
            _bits[runs] = 1 << len(_bits)
            for run in runs:
                _bits_of_run[run] = _bits_of_run.get(run, 0) | _bits[runs]
            for memory in (_of_sentence, _of_letter, _known):
                memory.cache_clear()
        wanted |= _bits[runs]
    return wanted


def _telling(runs: frozenset[str]) -> tuple[int, int]:
    """Say how much it tells that one of some runs stands in a text: long ones and few, much."""
    return min(len(run) for run in runs), -len(runs)


def needed_runs(source: str) -> list[frozenset[str]]:
    """Return sets of runs of letters: in what a pattern matches, one of each set stands."""
    return _needed(_parser.parse(source))


def first_runs(source: str) -> frozenset[str]:
    """Return runs with one of which a word begins where a pattern matches; none where unknown."""
    items = list(_parser.parse(source))
    while len(items) == 1 and str(items[0][0]) == "SUBPATTERN":
        items = list(items[0][1][3])
    if not items or str(items[0][1]) != "AT_BOUNDARY":
        return frozenset()
    return _cut_first(_first(items[1:]))


def _first(items: Iterable[Any]) -> set[str]:
    """Return what items in a row begin with: as much of it as is a few runs of letters."""
    spellings = {""}
    for item in items:
        more = _spellings(item)
        known = more is not None
        if more is None and str(item[0]) == "BRANCH":
            more = set().union(*(_first(each) for each in item[1][1]))
        elif more is None and str(item[0]) == "SUBPATTERN":
            more = _first(item[1][3])
        elif more is None and _is_edge(item):
            more = {" "}
        if more is None or len(spellings) * len(more) > _MOST_SPELLINGS:
            break
        spellings = {one + other for one, other in product(spellings, more)}
        if not known:
            break
    return spellings


def _cut_first(spellings: Iterable[str]) -> frozenset[str]:
    """Leave out what begins as another does; nothing where one is empty, and so says nothing."""
    runs = {each[:_LONGEST_RUN] for each in spellings}
    if not all(run.strip() for run in runs):
        return frozenset()
    return frozenset(r for r in runs if not any(o != r and r.startswith(o) for o in runs))


def _needed(items: Iterable[Any], before: Iterable[str] = ("",)) -> list[frozenset[str]]:
    """Return the sets for a row of items of a parsed pattern that follow the spellings `before`.

    Items that are letters in a few spellings are put together to the longest runs; a blank in a
    run stands for the edge of a word.
    """
    found: list[frozenset[str]] = []
    spellings = set(before)
    for item in items:
        more = _spellings(item)
        if more is not None and len(spellings) * len(more) <= _MOST_SPELLINGS:
            spellings = {one + other for one, other in product(spellings, more)}
        elif _is_edge(item):
            found.append(_cut(each + " " for each in spellings))
            spellings = {" "}
        else:
            found += [_cut(spellings), *_inside(item, spellings)]
            spellings = {""}
    return [runs for runs in (*found, _cut(spellings)) if runs]


def _cut(spellings: Iterable[str]) -> frozenset[str]:
    """Return spellings as runs; nothing where one of them has no letter, and so needs nothing."""
    runs = {each[:_LONGEST_RUN] for each in spellings}
    if not all(run.strip() for run in runs):
        return frozenset()
    # "requests" tells nothing that "request" does not.
    return frozenset(run for run in runs if not any(o != run and o in run for o in runs))


def _is_edge(item: Any) -> bool:
    """Say whether an item stands for the edge of a word, or for signs that no word has."""
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return _letter(value) is None
    if name == "IN":
        return all(_is_edge(each) for each in value)
    if name in {"MAX_REPEAT", "MIN_REPEAT"}:
        return bool(value[0] > 0 and all(_is_edge(each) for each in value[2]))
    return str(value) in _EDGES


_EDGES = {
    "AT_BOUNDARY",
    "AT_BEGINNING",
    "AT_END",
    "CATEGORY_SPACE",
    "CATEGORY_NOT_WORD",
}


def _letter(code: int) -> str | None:
    """Return a letter or figure as words are read, and None for any other sign."""
    sign = plain(chr(code))
    return sign if _PLAIN.fullmatch(sign) else None


def _spellings(item: Any) -> set[str] | None:
    """Return all that an item can match where these are a few runs of letters, else None."""
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        letter = _letter(value)
        return {letter} if letter else None
    if name == "IN":
        return _either([each] for each in value)
    if name == "BRANCH":
        return _either(value[1])
    if name == "SUBPATTERN":
        return _together(value[3])
    if name == "MAX_REPEAT" and tuple(value[:2]) == (0, 1):
        once = _together(value[2])
        return None if once is None else once | {""}
    return None


def _either(branches: Iterable[Sequence[Any]]) -> set[str] | None:
    """Return the spellings of several branches together, where all have some."""
    found: set[str] = set()
    for branch in branches:
        spellings = _together(branch)
        if spellings is None:
            return None
        found |= spellings
    return found if len(found) <= _MOST_SPELLINGS else None


def _together(items: Iterable[Any]) -> set[str] | None:
    """Return the spellings of items in a row, where each has some."""
    found = {""}
    for item in items:
        more = _spellings(item)
        if more is None or len(found) * len(more) > _MOST_SPELLINGS:
            return None
        found = {one + other for one, other in product(found, more)}
    return found


def _inside(item: Any, before: Iterable[str]) -> list[frozenset[str]]:
    """Return the sets for what an item holds; none where it may match without them."""
    name, value = str(item[0]), item[1]
    if name == "SUBPATTERN":
        return _needed(value[3], before)
    if name in {"MAX_REPEAT", "MIN_REPEAT"} and value[0] > 0:
        return _needed(value[2], before)
    if name == "BRANCH":
        nothing: frozenset[str] = frozenset()
        best = [max(_needed(each, before), key=_telling, default=nothing) for each in value[1]]
        return [_cut(nothing.union(*best))] if all(best) else []
    return []
