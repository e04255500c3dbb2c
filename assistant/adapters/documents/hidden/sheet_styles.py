"""The styles of a workbook whose cells nobody can read: black on black, white on nothing, ;;;."""

import re
from dataclasses import dataclass, field
from typing import Any

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.hidden.packaging import bare, is_whitish

# What is left of a format that shows nothing, once all is gone that shows nothing either: blanks,
# colours and conditions, blanks as wide as a letter, and quotes with nothing in them.
_NOTHING_SHOWN = re.compile(r'(?:\s|\[[^\]]*\]|_.|"\s*"|;)+')
_BLACK = ("FF000000", "00000000", "000000")


@dataclass(frozen=True, slots=True)
class Unseen:
    """Numbers of cell styles (cellXfs, ECMA-376 part 1 section 18.8.10) by why nobody sees them."""

    black: frozenset[int] = frozenset()
    white: frozenset[int] = frozenset()
    unshown: frozenset[int] = frozenset()
    any: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        """Put them together once: every cell asks."""
        object.__setattr__(self, "any", self.black | self.white | self.unshown)


def unseen_styles(archive: Archive) -> Unseen:
    """Return the styles of a workbook that hide what they are put on."""
    root = archive.xml("xl/styles.xml")
    if root is None:
        return Unseen()
    fonts = [_colour(each.find("{*}color")) for each in _below(root, "fonts")]
    fills = [_fill(each) for each in _below(root, "fills")]
    letters = [_exactly(each.find("{*}color")) for each in _below(root, "fonts")]
    grounds = [
        _exactly(each.find("{*}patternFill[@patternType='solid']/{*}fgColor"))
        for each in _below(root, "fills")
    ]
    formats = {
        each.get("numFmtId")
        for each in _below(root, "numFmts")
        if _NOTHING_SHOWN.fullmatch(each.get("formatCode", ""))
    }
    black, white, unshown = set(), set(), set()
    for number, style in enumerate(_below(root, "cellXfs")):
        font, fill = _at(fonts, style.get("fontId")), _at(fills, style.get("fillId"))
        # Automatic colours are black, on whatever they stand.
        if fill == "black" and font in {"black", ""}:
            black.add(number)
        elif font == "white" and fill in {"white", ""}:
            white.add(number)
        elif style.get("numFmtId") in formats or (
            _at(letters, style.get("fontId")) == _at(grounds, style.get("fillId")) != ""
        ):
            unshown.add(number)
    return Unseen(frozenset(black), frozenset(white), frozenset(unshown))


def _below(root: Any, name: str) -> list[Any]:
    found = root.find(f"{{*}}{name}")
    return [each for each in found if isinstance(each.tag, str)] if found is not None else []


def _fill(fill: Any) -> str:
    """Return the colour of a fill: black, white, another, or "" for none."""
    pattern = next((each for each in fill if bare(each) == "patternFill"), None)
    if pattern is None:
        return "other"
    if pattern.get("patternType", "none") == "none":
        return ""
    if pattern.get("patternType") != "solid":
        return "other"
    return _colour(pattern.find("{*}fgColor")) or "other"


def _colour(colour: Any) -> str:
    """Return black, white, other, or "" where none is set; themes begin with white and black."""
    if colour is None:
        return ""
    said = str(colour.get("rgb", "")).upper()
    if said in _BLACK or _plain(colour, "theme", "1") or colour.get("indexed") in {"0", "8", "64"}:
        return "black"
    if (
        is_whitish(said)
        or _plain(colour, "theme", "0")
        or colour.get("indexed") in {"1", "9", "65"}
    ):
        return "white"
    return "other"


def _exactly(colour: Any) -> str:
    """Return how a colour is spelled, or "": the same spelling is the same colour."""
    if colour is None or "auto" in colour.attrib:
        return ""
    return " ".join(f"{key}={held}" for key, held in sorted(colour.attrib.items()))


def _plain(colour: Any, name: str, value: str) -> bool:
    """Say whether a colour of the theme is used as it is, neither lighter nor darker."""
    return bool(colour.get(name) == value and float(colour.get("tint", "0") or 0) == 0)


def _at(colours: list[str], number: str | None) -> str:
    place = int(number) if number and number.isdecimal() else 0
    return colours[place] if place < len(colours) else ""
