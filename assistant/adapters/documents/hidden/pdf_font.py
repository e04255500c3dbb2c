"""How wide the characters of a PDF's fonts are (ISO 32000-1 section 9.6 and 9.7.4)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

_MOST_WIDTHS = 70_000
_USUAL = 0.5


@dataclass(frozen=True)
class Font:
    """Widths by code, in parts of the font's size; `bytes_each` is how long a code is.

    One that is not `measured` draws its letters as large as it likes (Type 3).
    """

    widths: dict[int, float] = field(default_factory=dict)
    other: float = _USUAL
    bytes_each: int = 1
    measured: bool = True

    def codes(self, text: bytes) -> Iterator[tuple[int, float]]:
        """Yield code and width of each character."""
        if self.bytes_each == 1:
            return zip(text, map(self._of_byte.__getitem__, text), strict=True)
        pairs = zip(text[::2], text[1::2], strict=False)
        return (
            (code, self.widths.get(code, self.other)) for code in (a << 8 | b for a, b in pairs)
        )

    @cached_property
    def _of_byte(self) -> list[float]:
        """The widths of all codes of one byte."""
        return [self.widths.get(code, self.other) for code in range(256)]


def font_of(resource: Any) -> Font:
    """Return the widths of a font; one that says nothing of them has usual ones."""
    kind = str(resource.get("/Subtype", ""))
    if kind == "/Type0":
        return _composite(resource)
    matrix = resource.get("/FontMatrix")
    unit = abs(float(matrix[0])) if kind == "/Type3" and matrix else 0.001
    first = int(resource.get("/FirstChar", 0))
    given = _got(resource.get("/Widths")) or ()
    widths = {
        first + number: float(_got(each)) * unit
        for number, each in enumerate(given)
        if number < _MOST_WIDTHS
    }
    return Font(widths, measured=kind != "/Type3")


def _composite(resource: Any) -> Font:
    """Return the widths of a font with codes of two bytes (section 9.7.4.3)."""
    inner = _got(_got(resource.get("/DescendantFonts"))[0])
    other = float(_got(inner.get("/DW", 1000))) / 1000
    given = [_got(each) for each in _got(inner.get("/W")) or ()]
    widths: dict[int, float] = {}
    place = 0
    while place + 1 < len(given) and len(widths) < _MOST_WIDTHS:
        first, then = int(given[place]), given[place + 1]
        if isinstance(then, list):
            widths |= {first + at: float(_got(each)) / 1000 for at, each in enumerate(then)}
            place += 2
        elif place + 2 < len(given):
            last = min(int(then), first + _MOST_WIDTHS)
            widths |= dict.fromkeys(range(first, last + 1), float(given[place + 2]) / 1000)
            place += 3
        else:
            break
    return Font(widths, other, 2)


def _got(held: Any) -> Any:
    return held.get_object() if hasattr(held, "get_object") else held
