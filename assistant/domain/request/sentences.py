"""Cuts a text into the paragraphs and sentences its writer meant, whatever its line breaks."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# A line of this many columns or fewer may have been wrapped by a mail program (RFC 3676 asks for
# 78); one that is longer was certainly not.
WRAP_AT = 80
_SHORTEST_WRAPPED = 40
# Mail programs wrap between these columns; a finished sentence needs the stronger sign.
_NARROW, _WIDE = 66, 74
# A wrapped text has few lines (addresses, masks) that are longer.
_UNWRAPPED = 0.2

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.?!…]{1,6}[\"'”’)\]]{0,3}(?=\s)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"'])(?:e\.g|i\.e|eg|ie|mr|mrs|ms|dr|prof|st|no|nos|vs|viz|incl|approx"
    r"|ref|re|cllr|rev|sgt|sec|s|ss|reg|para|art|q|v|cf|[A-Z])\.$",
    re.IGNORECASE,
)
_LOOK_BACK = 12
_UNFINISHED = re.compile(
    r"(?:[,/&(]|\b(?:a|an|and|any|are|as|at|between|by|for|from|has|have|how|if|in|into|is|its|my|of"
    r"|on|or|our|per|section|that|the|their|this|to|under|whether|which|who|why|with|within|your))$",
    re.IGNORECASE,
)

# After a semicolon, the last of things told in one sentence.
_GOES_ON = re.compile(r"(?:and|or)\s")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A range of code points without white space at either end; `gap` says a blank line precedes.

    `region` numbers the span it was cut from: no part may reach over the edge of a region.
    """

    start: int
    end: int
    gap: bool = False
    region: int = 0


def lines(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    """Yield the lines of `text` inside `spans` that hold anything, trimmed, in order."""
    for region, (start, end) in enumerate(spans):
        previous = start
        for match in _LINE.finditer(text, start, end):
            trimmed = trim(text, match.start(), match.end())
            if trimmed[0] >= trimmed[1]:
                continue
            gap = previous == start or text.count("\n", previous, trimmed[0]) > 1
            yield Stretch(*trimmed, gap=gap, region=region)
            previous = trimmed[1]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def is_wrapped(words: Sequence[str]) -> bool:
    """Say whether the lines of a text look as if a mail program had wrapped them.

    A line that nearly fills the width, and a next one that goes on in small letters, is the sign.
    """
    if sum(len(line) > WRAP_AT for line in words) > len(words) * _UNWRAPPED:
        return False
    return any(
        _SHORTEST_WRAPPED <= len(before) <= WRAP_AT
        and after[0].islower()
        and before[-1] not in ":;"
        for before, after in itertools.pairwise(words)
    )


def continues(before: str, after: str, *, wrapped: bool) -> bool:
    """Say whether the line `after` goes on with the sentence that the line `before` began.

    It does where its text is `wrapped` and the next word did not fit, or where the sentence plainly
    has no end yet.
    """
    if wrapped and before[-1] == ";" and _GOES_ON.match(after) is not None:
        return True
    full = wrapped and before[-1] not in ":;" and _is_full(before, after)
    if before[-1] in ".?!:;" and not after[0].islower():
        return full
    if _UNFINISHED.search(before) is not None:
        return True
    return full or (after[0].islower() and before[-1] not in ":;?")


def is_unfinished(words: str) -> bool:
    """Say whether words break off in the middle of a sentence ("please confirm if")."""
    return _UNFINISHED.search(words.rstrip()) is not None


def _is_full(before: str, after: str) -> bool:
    """Say whether the first word of `after` would not have fitted on the line `before`."""
    if not _SHORTEST_WRAPPED <= len(before) <= WRAP_AT:
        return False
    narrow = _NARROW if before[-1] not in ".?!:;" else _WIDE
    return len(before) + 1 + len(after.split(None, 1)[0]) > narrow


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges of the sentences of `text[start:end]`, trimmed, in order."""
    found: list[tuple[int, int]] = []
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        after = _first_letter(text, match.end(), end)
        before = text[max(begin, match.end() - _LOOK_BACK) : match.end()]
        if (after.islower() and match[0][0] != "?") or _ABBREVIATION.search(before):
            continue
        found.append(trim(text, begin, match.end()))
        begin = match.end()
    found.append(trim(text, begin, end))
    return [span for span in found if span[0] < span[1]]


def _first_letter(text: str, start: int, end: int) -> str:
    """Return the first character after white space and opening marks, or an empty string."""
    return text[start : min(end, start + 20)].lstrip().lstrip("\"'“‘([")[:1]


_LONGEST_GLANCE, _HEAD = 2000, 1500


def glance(text: str, start: int, end: int) -> str:
    """Return `text[start:end]`, its middle left out where it is far longer than any sentence.

    What a sentence is shows at its ends, and reading time stays bounded.
    """
    if end - start <= _LONGEST_GLANCE:
        return text[start:end]
    return text[start : start + _HEAD] + text[end - (_LONGEST_GLANCE - _HEAD) : end]
