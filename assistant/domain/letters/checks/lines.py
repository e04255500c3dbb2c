"""Undoes the wrapping of a letter without moving a character."""

import re
from bisect import bisect_right

# A shorter line is a heading, an address or an answer of a word, and ends where it ends.
_SHORTEST_WRAPPED = 45
_GOES_ON = re.compile(r"[\w,;’”'\")(£%&/-][ \t]*$")
_CARRIES_ON = re.compile(r"[ \t]*(?!(?:\(?\w{1,3}[.)]|[Qq]\d+|[-•*|])[ \t])[\w(“\"'‘£\[]")
_HEADING = re.compile(r"^[A-Z0-9 ,.:'’&()/-]{3,}$")


_SOFT = re.compile(r"(?<=[^\s-])[ \t]{1,4}\r?\n(?=[^\s>|])")


def unflowed(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with the soft line ends of RFC 3676 made one space, and where it moved.

    A soft line end is a line that ends with a space. Each pair holds a place of the returned text
    and how many characters were taken out before it; `original` reads them.
    """
    pieces: list[str] = []
    moved: list[tuple[int, int]] = [(0, 0)]
    after = length = 0
    for match in _SOFT.finditer(text):
        pieces += [text[after : match.start()], " "]
        length += match.start() - after + 1
        after = match.end()
        moved.append((length, after - length))
    return "".join((*pieces, text[after:])), moved


def original(place: int, moved: list[tuple[int, int]]) -> int:
    """Return where a place of an unflowed text stands in the letter as it was given."""
    number = bisect_right(moved, place, key=lambda each: each[0]) - 1
    return place + moved[number][1]


def joined(text: str) -> str:
    """Return the text with each wrapped line end made a space; every offset stays what it is.

    A line is wrapped where it is long, ends within a sentence, and the next line is neither blank
    nor the entry of a list nor a line of a table. A line that ends with a space is wrapped by
    RFC 3676, whatever its length.
    """
    lines = text.split("\n")
    pieces: list[str] = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        pieces.append(line)
        if following is not None:
            pieces.append(" " if _wrapped(line, following) else "\n")
    return "".join(pieces)


def _wrapped(line: str, following: str) -> bool:
    """Tell whether a line goes on in the next."""
    bare = line.rstrip("\r")
    if not bare.strip() or not following.strip() or "|" in bare:
        return False
    if bare.endswith(" ") and bare.rstrip() != "--":
        return _CARRIES_ON.match(following) is not None
    if len(bare) < _SHORTEST_WRAPPED or _HEADING.match(bare):
        return False
    # Columns of a table stand apart; a sentence does not.
    if re.search(r"\S {3,}\S", bare) or re.search(r"^\s+\S.* {2,}\S", following):
        return False
    return bool(_GOES_ON.search(bare) and _CARRIES_ON.match(following)) or bool(
        bare.rstrip().endswith(".") and _abbreviated(bare) and _CARRIES_ON.match(following)
    )


def _abbreviated(line: str) -> bool:
    """Tell whether a line ends with an abbreviation, whose full stop ends nothing."""
    return (
        re.search(r"\b(?:s|ss|reg|regs|art|no|para|e\.g|i\.e)\.$", line, re.IGNORECASE) is not None
    )
