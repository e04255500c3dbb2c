"""Tells the people of a letter apart, and finds every later mention of one.

A mention is masked where the word has a capital letter and is no ordinary word there: "Mr Young"
makes "Young" a name, and "Young people" stays.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assistant.domain.library.masking_cues import DOES, SPEAKS
from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_person import Name, NameReader
from assistant.domain.library.masking_sheet import Places, Word
from assistant.domain.library.masking_words import (
    AFTER_A_NAME,
    DAYS,
    JOBS,
    MONTHS,
    NOBODY,
    ORDINARY,
    ORGANISATION,
    PARTICLES,
    PLAIN,
    TITLES,
)

# "Wisniewski J." at a line's end.
_INITIAL_BEHIND = re.compile(r",? [A-Z]\.?(?= *(?:\n|\Z))")
# Particles that are no words of English, and so belong to the name behind them.
_USER_NAME = re.compile(
    r"(?<![\w@./])(?:@?[A-Za-z]{4,40}|@?[A-Za-z]{1,20}[._][A-Za-z]{2,30}(?:[._][A-Za-z]{1,20})?)"
    r"(?:_[A-Za-z]{1,5})?\d{0,4}(?![\w@]|\.\w)"
)
_INITIALS_ALONE = re.compile(
    r"(?:(?<=\")|(?<=[.!?;-] )|(?<=\n)[> ]{0,8}|(?<=, )|(?<= or )"
    r"|(?<=\())([A-Z]\.? ?[A-Z]\.?(?:[A-Z]\.?)?)(?=\"|\)| *\n| *\Z| or\b)"
)
_OF_A_NAME = PARTICLES - {
    "a",
    "e",
    "y",
    "o",
    "do",
    "the",
    "ap",
    "san",
    "el",
    "la",
    "le",
    "mac",
    "den",
    "dos",
    "das",
}
_SHORTEST, _TWO = 3, 2
_MOST_OF_A_NAME = 6
# Of what is never a name by itself, words that are surnames, too, may be one of somebody named.
_NEVER_ALONE = (ORGANISATION | PLAIN | NOBODY | JOBS | MONTHS | DAYS) - ORDINARY


@dataclass(slots=True)
class Person:
    """One person of a letter: what they are called, as far as it is known."""

    given: set[str] = field(default_factory=set)
    surname: str = ""
    male: bool | None = None

    def may_be(self, given: tuple[str, ...], surname: str, *, male: bool | None) -> bool:
        """Say whether a name may be this person's: nothing in it speaks against it."""
        if surname and self.surname and surname != self.surname:
            return False
        if male is not None and self.male is not None and male != self.male:
            return False
        return (
            not given
            or not self.given
            or any(_same(one, other) for one in given[:1] for other in self.given)
        )


def _same(one: str, other: str) -> bool:
    """Say whether two given names may be one, as "J" and "Jane" are."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


class People:
    """The people of a letter, in the order in which they are first named."""

    def __init__(self) -> None:
        self._by_surname: defaultdict[str, list[int]] = defaultdict(list)
        self._by_given: defaultdict[str, list[int]] = defaultdict(list)
        self.people: list[Person] = []

    def number(self, name: Name) -> int:
        """Return the number of the person a name is of, a new one if it is nobody's yet."""
        given, surname = self._split(name)
        likely = self._by_surname[surname] if surname else self._by_given[given[0]] if given else []
        for number in likely:
            if self.people[number].may_be(given, surname, male=name.male):
                self._learn(number, given, surname, name.male)
                return number
        if surname and given:
            for number in self._by_given[given[0]]:
                if not self.people[number].surname:
                    self._learn(number, given, surname, name.male)
                    return number
        self.people.append(Person())
        self._learn(len(self.people) - 1, given, surname, name.male)
        return len(self.people) - 1

    def _learn(self, number: int, given: tuple[str, ...], surname: str, male: bool | None) -> None:  # noqa: FBT001  # a title's
        person = self.people[number]
        for each in given[:1]:
            if each not in person.given:
                person.given.add(each)
                self._by_given[each].append(number)
        if surname and not person.surname:
            person.surname = surname
            self._by_surname[surname].append(number)
        person.male = male if person.male is None else person.male

    def _split(self, name: Name) -> tuple[tuple[str, ...], str]:
        """Return given names and surname; a single word is a surname behind a title only."""
        *given, last = name.parts
        if given or name.titled:
            return tuple(given), last
        if last in self._by_surname and last not in self._by_given:
            return (), last
        return (last,), ""


def _other_forms(part: str) -> tuple[str, ...]:
    """Return a Slavic surname's form of the other gender: "Lewandowska", "Lewandowski"."""
    for one, other in (
        ("ska", "ski"),
        ("cka", "cki"),
        ("dzka", "dzki"),
        ("ova", "ov"),
        ("eva", "ev"),
    ):
        if part.endswith(one):
            return (part.removesuffix(one) + other,)
        if part.endswith(other) and len(part) > _SHORTEST + len(other):
            return (part.removesuffix(other) + one,)
    return ()


class Mentions:
    """Finds the mentions of names that were found elsewhere in the letter."""

    def __init__(self, reader: NameReader, names: Iterable[Name], taken: Places) -> None:
        self._sheet, self._taken = reader.sheet, taken
        self._parts: set[str] = set()
        self._given: set[str] = set()
        self._surnames: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        self._initials: dict[str, tuple[str, ...]] = {}
        self._joined: dict[str, tuple[str, ...]] = {}
        for name in names:
            self._parts.update(
                part for part in name.parts if len(part) >= _SHORTEST or len(name.parts) == 1
            )
            if len(name.parts) > 1 and len(name.parts[-1]) == _TWO:
                self._parts.update({name.parts[-1]} - PLAIN - PARTICLES)
            self._note_initials(name.parts)
            self._parts.update(
                half
                for part in name.parts
                if "-" in part
                for half in part.split("-")
                if len(half) > _SHORTEST
            )
            self._given.update(name.parts[:-1])
            for part in name.parts:
                self._parts.update(_other_forms(part))
            if len(name.parts) > 1:
                self._join(name.parts)
            self._surnames.update(name.parts[-1:] if name.titled or len(name.parts) > 1 else ())
            self._pairs.update(zip(name.parts, name.parts[1:], strict=False))

    def _join(self, parts: tuple[str, ...]) -> None:
        """Note what people make of a name where it must be one word."""
        first, last = parts[0], parts[-1]
        self._joined["".join(parts)] = parts
        for joined in (first + last, last + first, first[0] + last, last + first[0]):
            if len(joined) > _SHORTEST + 1:
                self._joined.setdefault(re.sub(r"[\W_]", "", joined), parts)

    def __iter__(self) -> Iterator[Name]:
        """Yield every mention, with the title or initials before it."""
        words, at = self._sheet.words, 0
        while at < len(words):
            end = self._run(at)
            if end > at:
                found = self._mention(at, end)
                if found:
                    yield found
                at = end
            else:
                at += 1

    def user_names(self) -> Iterator[Name]:
        """Yield what people are called on sites, where it is their name written as one."""
        for found in _USER_NAME.finditer(self._sheet.text):
            if (
                found.group().isalpha()
                and found.group()[1:].islower()
                and found.group()[0].isupper()
            ):
                continue
            parts = self._called(found.group().lower())
            if parts and not self._taken.touches(*found.span()):
                yield Name(*found.span(), parts)

    def _note_initials(self, parts: tuple[str, ...]) -> None:
        """Note what somebody signs with in haste: "KB", "GPO" of Gita Patel-Okoye."""
        if len(parts) < _TWO or any(len(part) < _TWO for part in parts):
            return
        first, last = parts[0], parts[-1]
        for initials in {first[0] + last[0], "".join(part[0] for part in parts)}:
            self._initials.setdefault(initials, parts)

    def by_initials(self) -> Iterator[Name]:
        """Yield the initials of somebody named, in quotes or as a line of their own."""
        for found in _INITIALS_ALONE.finditer(self._sheet.text):
            shown = found.group(1)
            parts = self._initials.get(re.sub(r"[. ]", "", shown).lower())
            if parts and not self._taken.touches(*found.span(1)):
                yield Name(*found.span(1), parts)

    def _called(self, user: str) -> tuple[str, ...] | None:
        """Return the name that a user name is made of: "kitsummers_wm", "@jsmith82"."""
        shorter = re.sub(r"\d+\Z|_[a-z]{1,5}\d*\Z", "", user)
        for each in (user, shorter):
            if parts := self._joined.get(re.sub(r"[._@\d]", "", each)):
                return parts
        if not user.startswith("@"):
            return None
        held = (part for part in self._parts if len(part) > _SHORTEST and part in user)
        return (longest,) if (longest := max(held, key=len, default="")) else None

    def _run(self, at: int) -> int:
        """Return the number of the word behind the mention that begins at a word; `at` if none."""
        words, end = self._sheet.words, at
        while end < len(words) and end - at < _MOST_OF_A_NAME:
            word = words[end]
            if end > at and (self._sheet.gap(end - 1) not in (" ", "  ", ". ")):
                break
            if not (self._is_part(word) or (end > at and self._links(end))):
                break
            end += 1
            if word.text.endswith("'s"):
                break
        return end

    def _is_part(self, word: Word) -> bool:
        """Say whether a word is a part of a name that was found."""
        if not word.capital:
            return False
        if word.bare in self._parts:
            return True
        return word.bare.endswith("s") and word.bare[:-1] in self._parts and self._after_the(word)

    def _known(self, word: Word) -> str:
        """Return the part of a name that a word is: "smith" of "the Smiths"."""
        return word.bare if word.bare in self._parts or not self._is_part(word) else word.bare[:-1]

    def _after_the(self, word: Word) -> bool:
        """Say whether "the" stands before a word: "the Smiths"."""
        return (
            self._sheet.text[max(0, word.start - 12) : word.start]
            .lower()
            .rstrip(" \n")
            .endswith("the")
        )

    def _links(self, at: int) -> bool:
        """Say whether a word is a particle or an initial before a part of a name."""
        words = self._sheet.words
        if at + 1 >= len(words) or not self._is_part(words[at + 1]):
            return False
        return words[at].initial or words[at].text.lower() in PARTICLES

    def _mention(self, at: int, end: int) -> Name | None:
        """Return the mention if it is one: not in what stays, no place, no ordinary word."""
        sheet = self._sheet
        run = sheet.words[at:end]
        begin, titled = self._begin(at)
        if self._taken.touches(run[0].start, run[-1].end) or self._place(end):
            return None
        if not titled and begin == run[0].start and not self._is_name(run):
            return None
        parts = tuple(self._known(word) for word in run if word.text.lower() not in PARTICLES)
        initial = sheet.words[at - 1].bare if begin < run[0].start and not titled else ""
        behind = _INITIAL_BEHIND.match(sheet.text, run[-1].end)
        end_of = behind.end() if behind else run[-1].name_end
        return Name(begin, end_of, ((initial,) if initial else ()) + parts, titled=titled)

    def _begin(self, at: int) -> tuple[int, bool]:
        """Return where a mention begins with its title or initial, and whether it has a title."""
        words = self._sheet.words
        start = words[self._behind_particles(at)].start
        if not at or self._sheet.gap(at - 1) not in (" ", ". ", "."):
            return start, False
        before = words[at - 1]
        if before.capital and before.bare in TITLES:
            return before.start, True
        if self._leads(at - 1):
            return words[at - 2].start if at > 1 and self._leads(at - 2) else before.start, False
        if (
            before.initial
            and before.text not in "AI"
            and not self._sheet.text[before.start - 1 : before.start].isdigit()
        ):
            return before.start, False
        return start, False

    def _behind_particles(self, at: int) -> int:
        """Return the number of the first of the particles before a word: "van der"."""
        words = self._sheet.words
        while at and self._sheet.gap(at - 1) == " " and words[at - 1].text in _OF_A_NAME:
            at -= 1
        return at

    def _leads(self, at: int) -> bool:
        """Say whether a word is an unknown given name before a surname that is known."""
        word = self._sheet.words[at]
        if self._sheet.gap(at) != " " or not word.capital or len(word.text) < _SHORTEST:
            return False
        if word.bare in _NEVER_ALONE or word.bare in TITLES or self._sheet.ordinary(word):
            return False
        return self._sheet.words[at + 1].bare in self._surnames and not self._taken.touches(
            word.start, word.end
        )

    def _place(self, end: int) -> bool:
        """Say whether a place's or a firm's name goes on behind a mention: "Marsh Lane"."""
        words = self._sheet.words
        if end >= len(words) or self._sheet.gap(end - 1) not in (" ", " & "):
            return False
        return (
            words[end].capital
            and words[end].bare in AFTER_A_NAME
            and words[end].bare not in self._parts
        )

    def _is_name(self, run: tuple[Word, ...]) -> bool:
        """Say whether words without a title are a mention, and not words of the language."""
        if len(run) > 1:
            return any(not self._sheet.ordinary(word) for word in run) or any(
                pair in self._pairs
                for pair in zip((w.bare for w in run), (w.bare for w in run[1:]), strict=False)
            )
        word = run[0]
        if word.bare in _NEVER_ALONE or (word.text.isupper() and len(word.text) < _SHORTEST):
            return False
        if not self._sheet.ordinary(word):
            return True
        if word.bare in self._given and (self._is_called(word) or self._does(word)):
            return True
        if word.bare in GIVEN_NAMES and word.bare in self._given:
            return not self._sheet.opens(word)
        return not self._sheet.opens(word) and not self._beside_a_capital(word)

    def _is_called(self, word: Word) -> bool:
        """Say whether a line begins with a given name and a comma, as one calls somebody."""
        before = self._sheet.text[max(0, word.start - 1) : word.start]
        return before in ("", "\n") and self._sheet.text[word.end : word.end + 1] == ","

    def _does(self, word: Word) -> bool:
        """Say whether a word does what only people do: "Grace said", "Blessing spoke"."""
        at = self._sheet.index_at(word.start) + 1
        if at >= len(self._sheet.words) or self._sheet.gap(at - 1) != " ":
            return False
        return word.bare not in MONTHS and self._sheet.words[at].text in DOES | SPEAKS

    def _beside_a_capital(self, word: Word) -> bool:
        """Say whether a word is one of several with capital letters, as in a title or a heading."""
        at = self._sheet.index_at(word.start)
        words = self._sheet.words
        before = at > 0 and self._sheet.gap(at - 1) == " " and words[at - 1].capital
        behind = at + 1 < len(words) and self._sheet.gap(at) == " " and words[at + 1].capital
        return before or behind
