"""Fixed sentences of letters in Welsh: replaced from a table, and never guessed.

The table is a beginning that no Welsh speaker has checked, and every sentence from it says so.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.letters.proposals.reading import LINK, MAIL
from assistant.domain.letters.refining import BLOCK, MOST_SENTENCES, Proposed, Put, Weighed
from assistant.domain.letters.sentences import sentences
from assistant.domain.letters.verifying import Standing

UNCHECKED = "is Welsh from a table that no Welsh speaker has checked yet"
MADE = "is Welsh that a model wrote, which nothing here can verify: a Welsh speaker has to read it"
LEFT = "has no Welsh yet, and stands as it was"
_SLOT = re.compile(r"\{(\w+)\}")
_MONTHS = {
    "January": "Ionawr",
    "February": "Chwefror",
    "March": "Mawrth",
    "April": "Ebrill",
    "May": "Mai",
    "June": "Mehefin",
    "July": "Gorffennaf",
    "August": "Awst",
    "September": "Medi",
    "October": "Hydref",
    "November": "Tachwedd",
    "December": "Rhagfyr",
}
_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})")
_DIGITS = re.compile(r"\d+")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff<>\[\]{}|`]"
)
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class FixedSentence:
    """A fixed sentence of letters in both languages; {names} stand for what varies in both."""

    english: str
    welsh: str


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A sentence that the table does not have, by its place among those of the text."""

    place: int
    text: str


def table_from(document: Mapping[str, object]) -> tuple[FixedSentence, ...]:
    """Return the rows of a table as it was read from TOML.

    Raises ValueError where a row lacks one of the languages, or what varies is not the same in
    both, and where the table does not say that it is to be checked.
    """
    if "Welsh speaker" not in str(document.get("standing", "")):
        raise ValueError("standing has to say that a Welsh speaker is to check the table")
    rows = document.get("sentence")
    if not isinstance(rows, list) or not rows:
        raise ValueError("there are no rows [[sentence]]")
    return tuple(_row(row) for row in rows)


def _row(row: object) -> FixedSentence:
    """Return one row."""
    given = row if isinstance(row, dict) else {}
    english, welsh = given.get("english"), given.get("welsh")
    if (
        not isinstance(english, str)
        or not isinstance(welsh, str)
        or set(given)
        != {
            "english",
            "welsh",
        }
    ):
        raise ValueError(f"a row has “english” and “welsh” and nothing else: {row}")
    if sorted(_SLOT.findall(english)) != sorted(_SLOT.findall(welsh)):
        raise ValueError(f"what varies is not the same in both languages: {english}")
    return FixedSentence(english, welsh)


def from_table(text: str, table: Iterable[FixedSentence]) -> tuple[list[Put], tuple[Unsaid, ...]]:
    """Return the sentences of a text, in Welsh where the table has them, and those it lacks."""
    rows = [(_pattern(each.english), each.welsh) for each in table]
    puts: list[Put] = []
    unsaid: list[Unsaid] = []
    for place, sentence in enumerate(sentences(text)):
        words, tail = sentence.strip(), sentence[len(sentence.rstrip()) :]
        welsh = next(
            (_filled(row, found) for at, row in rows if (found := at.fullmatch(words))), ""
        )
        if welsh:
            puts.append(Put(f"{welsh}{tail}", BLOCK, words, (UNCHECKED,)))
            continue
        puts.append(Put(sentence, BLOCK, words, (LEFT,)))
        if any(letter.isalpha() for letter in words):
            unsaid.append(Unsaid(place, words))
    return puts, tuple(unsaid)


def weighed_welsh(
    puts: Sequence[Put], unsaid: Sequence[Unsaid], proposed: Sequence[Proposed]
) -> Weighed:
    """Put a model's Welsh in the place of sentences that the table lacks; nothing is verified.

    A sentence counts where it stands on one of those, has its figures, links and addresses and no
    others, and nothing that cannot be seen. Dropped where nothing at all is in Welsh then.
    """
    found = list(puts)
    for each in unsaid:
        welsh = next((one.text for one in proposed[: 4 * MOST_SENTENCES] if _says(one, each)), "")
        if welsh:
            tail = puts[each.place].text[len(puts[each.place].text.rstrip()) :]
            said = " ".join(welsh.split())
            found[each.place] = Put(f"{said}{tail}", BLOCK, each.text, (MADE,))
    if all(LEFT in put.doubts for put in found):
        return Weighed(Standing.DROPPED, (), ("has no Welsh for any of these sentences",))
    reasons = tuple(dict.fromkeys(doubt for put in found for doubt in put.doubts))
    return Weighed(Standing.UNVERIFIED, tuple(found), reasons)


def _says(proposed: Proposed, unsaid: Unsaid) -> bool:
    """Say whether a sentence of a model may stand for one that the table lacks."""
    welsh = proposed.text
    return (
        bool(welsh.strip())
        and len(welsh) <= _LONGEST
        and " ".join(proposed.snippet.split()) == " ".join(unsaid.text.split())
        and not _UNSEEN.search(welsh)
        and _fixed(welsh) == _fixed(unsaid.text)
    )


def _fixed(text: str) -> tuple[Counter[str], Counter[str]]:
    """Return what has to be the same in both languages: figures, and links and addresses."""
    links = Counter(match[0].rstrip(".,;") for at in (MAIL, LINK) for match in at.finditer(text))
    return Counter(_DIGITS.findall(text)), links


def _pattern(english: str) -> "re.Pattern[str]":
    """Return what finds a fixed sentence, whatever stands in its slots."""
    pieces = _SLOT.split(english)
    named = "".join(
        f"(?P<{piece}>[^\\n]{{1,120}}?)" if number % 2 else re.escape(piece)
        for number, piece in enumerate(pieces)
    )
    return re.compile(named)


def _filled(welsh: str, found: "re.Match[str]") -> str:
    """Return the Welsh of a sentence with what varied in it; months of dates are put in Welsh."""
    return _SLOT.sub(lambda slot: _DAY.sub(_welsh_day, found[slot[1]]), welsh)


def _welsh_day(found: "re.Match[str]") -> str:
    return f"{found[1]} {_MONTHS[found[2]]} {found[3]}"
