"""Notices what in a message reads as written for a machine, so that an officer is told.

It protects nothing: no rule or letter obeys a message, whether something is noticed in it or not.
A new rule is a row in suspicion_cues and its test.
"""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from assistant.domain.mail.message import Removed
from assistant.domain.mail.suspicion_cues import CUES, HIDING

MOST = 8
_LONGEST_EXCERPT = 160
_LONGEST_READ = 100_000
_AROUND = 60
# So many letters and figures without a blank are no word and no address.
_CODED = re.compile(r"(?<![\w/+=%.-])(?:[A-Za-z0-9+/]{24,}={0,2}|(?:[0-9a-fA-F]{2}){20,})(?![\w/])")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2}|[A-Za-z]){12,}")
_FEWEST_WORDS = 4
_WORDS = re.compile(r"[A-Za-z]{2,}")
_PLAIN = re.compile(r"[\x20-\x7e\n\r\t]+")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Something noticed: what it is, in which part of the message, and the words around it.

    `what` goes on from "There is ..." or stands by itself in a list; `where` names the part.
    """

    what: str
    where: str
    text: str


def suspicions(
    texts: Iterable[tuple[str, str]], removed: Sequence[Removed] = ()
) -> tuple[Suspicion, ...]:
    """Return what is noticed in the named texts of a message, each kind once in each.

    `texts` are name and text of every part that anybody wrote: the subject, the names, the text,
    the files. `removed` is what was hidden in it; of that, what carries words counts.
    """
    found: dict[tuple[str, str], Suspicion] = {}
    for each in (*_in_hidden(removed), *_in_texts(texts)):
        found.setdefault((each.what, each.where), each)
    return tuple(found.values())[:MOST]


def _in_texts(texts: Iterable[tuple[str, str]]) -> Iterator[Suspicion]:
    for where, text in texts:
        yield from _in_text(where, text[:_LONGEST_READ])


def _in_text(where: str, text: str) -> Iterator[Suspicion]:
    for cue in CUES:
        match = cue.search(text)
        if match is not None:
            yield Suspicion(cue.what, where, _excerpt(text, *match.span()))
    for coded, said in _decoded(text):
        yield Suspicion("words that are written in code", where, _short(f"{said} ({coded})"))


def _in_hidden(removed: Sequence[Removed]) -> Iterator[Suspicion]:
    """Yield what was hidden on purpose: words in tag characters, and orders in any hidden text."""
    for each in removed:
        for what in HIDING:
            if each.what == what:
                yield Suspicion("words in characters that cannot be seen", "the text", each.text)
        for found in _in_text("hidden text", each.text):
            yield Suspicion(found.what, found.where, found.text)


def _decoded(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is written in base64, hexadecimal or percent signs, where it says words."""
    for match in _CODED.finditer(text):
        for decode in (_from_base64, _from_hex):
            said = decode(match[0])
            if _says_words(said):
                yield match[0][:_AROUND], said
                break
    for match in _PERCENT.finditer(text):
        said = unquote(match[0]) if match[0].count("%") >= _FEWEST_WORDS else ""
        if _says_words(said):
            yield match[0][:_AROUND], said


def _from_base64(coded: str) -> str:
    whole = coded[: len(coded) - len(coded) % 4] if not coded.endswith("=") else coded
    try:
        return base64.b64decode(whole, validate=True).decode("utf-8", "strict")
    except (binascii.Error, ValueError):
        return ""


def _from_hex(coded: str) -> str:
    try:
        return bytes.fromhex(coded).decode("utf-8", "strict")
    except ValueError:
        return ""


def _says_words(text: str) -> bool:
    """Tell whether a decoded text is one that people can read."""
    return (
        _PLAIN.fullmatch(text) is not None
        and " " in text
        and len(_WORDS.findall(text)) >= _FEWEST_WORDS
    )


def _excerpt(text: str, start: int, end: int) -> str:
    """Return what was found with a little of what stands around it, on one line."""
    return _short(text[max(0, start - _AROUND) : end + _AROUND])


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_EXCERPT else f"{line[: _LONGEST_EXCERPT - 1]}…"
