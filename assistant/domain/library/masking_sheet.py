"""A letter as its lines and words, each with its place, so that rules need not look twice."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from assistant.domain.library.masking_common_words import COMMON_WORDS
from assistant.domain.library.masking_words import ORDINARY, PLAIN

# Signs that come in several shapes, one for one, so that every place stays where it is.
_SHAPES = str.maketrans(
    {
        **dict.fromkeys(
            "\r\t\v\f\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " "
        ),
        **dict.fromkeys("\u200a\u202f\u205f\u3000\u200b\ufeff", " "),
        **dict.fromkeys("\u2018\u2019\u02bc\u2032\u0060\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad", "-"),
        **dict.fromkeys("\u2028\u2029\x85", "\n"),
    }
)
# Letters that have no accent to take off, and stand for another without.
_NO_ACCENT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "s"})
_OF_A_PAGE = frozenset("@/_.+=")
_LETTER = r"[^\W\d_\u0300-\u036f][\u0300-\u036f]*"
_WORD = re.compile(
    rf"(?<![^\W_])(?:{_LETTER})+(?:(?:['-]|&(?:#39|apos|rsquo|#x27);"
    rf"|-\n {{0,8}}(?=\w))(?:{_LETTER})+)*(?![^\W_])"
)
# A word broken at a line's end: the hyphen is its own only before a capital letter.
_BROKEN = re.compile(r"(?:-\n *(?=[a-z])|(-)\n *)")
# What stands before the capital letter of an Arabic surname.
_ARTICLE = re.compile(r"(?:al|el|ul|as|ad|an|ar|ash|at|az)-[^\W\d_]")
_QUOTED = re.compile(r"^[ \t]{0,3}>[> ]{0,20}", re.MULTILINE)
# What scans make of an l or an O in a word.
_ONE_FOR_L = re.compile(r"(?<=[A-Za-z][a-z])1(?=[a-z]|\b)")
_NOUGHT_FOR_O = re.compile(r"\b0(?=[a-z]{3})")
_AND = re.compile("&amp;", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|#160|#xa0|zwnj|shy);", re.IGNORECASE)
_HTML = re.compile(r"<(?:html|body|p|div|br|table|span|b|i|a)\b[^<>]{0,200}>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li|/h[1-6])\b ?/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_SENTENCE_ENDS = frozenset(".!?:•*|>")


class Word(NamedTuple):
    """A word of a letter; `end` is behind its last letter, a possessive's 's in it.

    `bare` is the word in lower case without that 's, `capital` whether it begins with a capital.
    """

    start: int
    end: int
    text: str
    bare: str
    capital: bool

    @property
    def initial(self) -> bool:
        """Whether it is one capital letter."""
        return len(self.text) == 1 and self.capital

    @property
    def name_end(self) -> int:
        """Where the word ends if a possessive's 's is left out."""
        return self.end - 2 if self.text[-2:].lower() == "'s" else self.end


def bare(word: str) -> str:
    """Return a word in lower case, without accents and the 's of a possessive."""
    if "&" in word:
        word = re.sub(r"&#?\w+;", "'", word)
    lower = (_BROKEN.sub(r"\1", word) if "\n" in word else word).lower().removesuffix("'s")
    if lower.isascii():
        return lower
    apart = unicodedata.normalize("NFKD", lower.translate(_NO_ACCENT))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a letter, without the blanks around it; `end` is behind its last sign."""

    start: int
    end: int
    text: str
    words: tuple[Word, ...]

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text


class Sheet:
    """A letter's text in one shape of blanks and hyphens; places are those of the original."""

    def __init__(self, text: str) -> None:
        self.text = _without_marks(text.translate(_SHAPES))
        self.words = tuple(
            Word(each.start(), each.end(), text := each.group(), bare(text), _capital(text))
            for each in _WORD.finditer(self.text)
        )
        self._starts = [word.start for word in self.words]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines in order; marks of quoting (">") before them are left out."""
        found, at = [], 0
        for raw in self.text.split("\n"):
            shown = raw.strip(" ")
            start = at + len(raw) - len(raw.lstrip(" "))
            unquoted = shown.lstrip("> |*")
            start += len(shown) - len(unquoted)
            unquoted = unquoted.rstrip(" *")
            words = self.between(start, start + len(unquoted))
            found.append(Line(start, start + len(unquoted), unquoted, words))
            at += len(raw) + 1
        return tuple(found)

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that stand somewhere in the letter in lower case."""
        return frozenset(
            word.bare for word in self.words if word.text[0].islower() and not self._in_a_page(word)
        )

    def _in_a_page(self, word: Word) -> bool:
        """Say whether a word is a piece of an address or a page: no word of the letter itself."""
        before = self.text[max(0, word.start - 1) : word.start]
        behind = self.text[word.end : word.end + 2]
        return (
            (before in _OF_A_PAGE and bool(before))
            or (behind[:1] in _OF_A_PAGE and bool(behind))
            or (behind[:1] == "." and behind[1:].isalnum())
        )

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that begin from `start` up to `end`."""
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def index_at(self, place: int) -> int:
        """Return the number of the first word that begins at or behind a place."""
        return bisect_left(self._starts, place)

    def line_at(self, place: int) -> int:
        """Return the number of the line that a place is in."""
        return bisect_right(self._line_starts, place) - 1

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [], 0
        for raw in self.text.split("\n"):
            starts.append(at)
            at += len(raw) + 1
        return starts

    def ordinary(self, word: Word) -> bool:
        """Say whether a word is one of the language, too: by the table, or by this letter."""
        return (
            word.bare in ORDINARY
            or word.bare in COMMON_WORDS
            or word.bare in PLAIN
            or word.bare in self._small
            or word.bare.endswith("ally")
        )

    def opens(self, word: Word) -> bool:
        """Say whether a word opens a line or a sentence, where any word has a capital letter."""
        before = self.text[max(0, word.start - 4) : word.start].rstrip(" \"'([")
        return not before or before[-1] == "\n" or before[-1] in _SENTENCE_ENDS

    def gap(self, index: int) -> str | None:
        """Return what stands between a word and the next one; None at the end."""
        if index + 1 >= len(self.words):
            return None
        return self.text[self.words[index].end : self.words[index + 1].start]


def _without_marks(text: str) -> str:
    """Blank out marks of quoting and of HTML, sign for sign."""
    text = _QUOTED.sub(_blank, text)
    text = _ONE_FOR_L.sub("l", _NOUGHT_FOR_O.sub("O", text))
    if "&" in text:
        text = _AND.sub("&    ", _ENTITY.sub(_blank, text))
    if "<" in text and _HTML.search(text):
        text = _BREAK.sub(lambda found: "\n" + " " * (len(found.group()) - 1), text)
        # A tag with an address or a number in it stays: that is masked, too.
        text = _TAG.sub(
            lambda found: found.group() if re.search("@|tel:", found.group()) else _blank(found),
            text,
        )
    return text


def _capital(word: str) -> bool:
    """Say whether a word has a capital letter, in Irish perhaps behind an h, n or t."""
    if word[0].isupper() or (word[0] in "hnt" and word[1:2].isupper()):
        return True
    article = _ARTICLE.match(word)
    return article is not None and article.group()[-1].isupper()


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


class Places:
    """Stretches of a text that may overlap; asks whether another touches one of them."""

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(stretches):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(merged[-1][1], end))
            else:
                merged.append((start, end))
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches in order, those that overlap as one."""
        return iter(list(zip(self._starts, self._ends, strict=True)))

    def touches(self, start: int, end: int) -> bool:
        """Say whether one of the stretches shares a sign with `start` to `end`."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < end
