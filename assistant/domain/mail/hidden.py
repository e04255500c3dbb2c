"""Characters that a reader cannot see, taken out of a text and reported.

Invisible characters can carry instructions to a machine that the officer never sees, or hide one
word inside another. What a script or an emoji needs (joiners in Persian or Hindi, the flags of
England, Scotland and Wales) stays.
"""

import re
import unicodedata
from collections import Counter

from assistant.domain.mail.charsets import safe
from assistant.domain.mail.message import Removed

_TAGS = re.compile("[\U000e0000-\U000e007f]+")
_SELECTORS = re.compile("[\U000e0100-\U000e01ef]+|[\ufe00-\ufe0d]{2,}")
_FLAG = re.compile("\U0001f3f4[\U000e0061-\U000e007a]{5}\U000e007f")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff"
    "\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"
)
_ODD = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0d\ufeff\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e01ef]"
)
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Joiners shape letters in these scripts, and join emoji; between Latin letters they only hide.
_JOINING = (
    "ARABIC",
    "SYRIAC",
    "DEVANAGARI",
    "BENGALI",
    "GUJARATI",
    "GURMUKHI",
    "KANNADA",
    "MALAYALAM",
    "ORIYA",
    "SINHALA",
    "TAMIL",
    "TELUGU",
    "MONGOLIAN",
    "KHMER",
    "MYANMAR",
)


def visible(text: str) -> tuple[str, tuple[Removed, ...]]:
    """Return the canonical visible text, and what was taken out of it.

    Lines end in a line feed; no-break spaces are spaces; control characters are gone.
    `Removed.text` is what tag characters spelled, and otherwise how many of each there were.
    """
    text = _CONTROL.sub("", _LINE_BREAK.sub("\n", safe(text)))
    if text.isascii():
        return text, ()
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    if not _ODD.search(text):
        return text, ()
    removed: list[Removed] = []
    text = _take_tags(text, removed)
    text = _take(text, _SELECTORS, "variation selectors", removed)
    text = _take(text, _DIRECTION, "text direction controls", removed)
    text = _take(text, _INVISIBLE, "invisible characters", removed)
    return text, tuple(removed)


def _take_tags(text: str, removed: list[Removed]) -> str:
    """Take out tag characters, which spell ASCII unseen, but leave the three national flags."""
    flags = {found.span() for found in _FLAG.finditer(text)}
    kept_tags = {start + 1 for start, _ in flags}
    said: list[str] = []

    def replace(found: re.Match[str]) -> str:
        if found.start() in kept_tags and len(found.group()) == 6:  # noqa: PLR2004 - gbeng + end
            return found.group()
        said.append("".join(chr(ord(each) - 0xE0000) for each in found.group()))
        return ""

    text = _TAGS.sub(replace, text)
    if said:
        words = "".join(each for each in " ".join(said) if each.isprintable())
        removed.append(Removed("Unicode tag characters", words))
    return text


def _take(text: str, pattern: re.Pattern[str], what: str, removed: list[Removed]) -> str:
    """Take out what a pattern matches, except joiners where the script needs them."""
    counted: Counter[str] = Counter()

    def replace(found: re.Match[str]) -> str:
        if found.group() in "\u200c\u200d" and _joins(text, found.start()):
            return found.group()
        counted.update(found.group())
        return ""

    cleaned = pattern.sub(replace, text)
    if counted:
        listed = ", ".join(f"U+{ord(each):04X} x {count}" for each, count in counted.items())
        removed.append(Removed(what, listed))
    return cleaned


def _joins(text: str, position: int) -> bool:
    """Say whether the characters around a joiner are of a script, or emoji, that uses it."""
    around = text[max(0, position - 2) : position] + text[position + 1 : position + 2]
    return any(
        unicodedata.category(each) in {"So", "Sk"}
        or unicodedata.name(each, "").startswith(_JOINING)
        for each in around
    )
