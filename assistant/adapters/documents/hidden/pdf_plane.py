"""The page as it fills up: which characters stand where, and which boxes lie above or below."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
# What is darker or lighter than this share of white counts as dark or as light.
_DARK = 0.35
_BAND = 12.0
_MOST_BANDS = 400
# Lines of tables and below words are boxes too: one that hides a word is larger.
_LEAST_HEIGHT, _LEAST_WIDTH = 4.0, 4.0


@dataclass(slots=True)
class _Character:
    x: float
    y: float
    dark: bool
    covered: bool = False


@dataclass(slots=True)
class Plane:
    """What has been drawn so far; `visible` is the part of the page that is shown."""

    visible: Box
    under_dark: int = 0
    under_light: int = 0
    outside: int = 0
    invisible: int = 0
    pictured: float = 0.0
    _texts: dict[int, list[_Character]] = field(default_factory=lambda: defaultdict(list))
    _boxes: dict[int, list[tuple[Box, bool | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def character(self, x: float, y: float, lightness: float | None, *, shown: bool) -> None:
        """Put a character at a point; `lightness` is 0 for black, None where nobody knows."""
        left, bottom, right, top = self.visible
        if not (left - 2 <= x <= right + 2 and bottom - 2 <= y <= top + 2):
            self.outside += 1
            return
        self.invisible += not shown
        made = _Character(x, y, dark=lightness is not None and lightness < _DARK)
        if shown and made.dark and self._ground(x, y):
            # Dark letters on a dark box: as hidden as those beneath one.
            made.covered = True
            self.under_dark += 1
        self._texts[int(y // _BAND)].append(made)

    def box(self, box: Box, lightness: float | None) -> None:
        """Lay an opaque box over what is there; `lightness` is None for pictures and patterns."""
        left, bottom, right, top = box
        if right - left < _LEAST_WIDTH or top - bottom < _LEAST_HEIGHT:
            return
        dark = None if lightness is None else lightness < _DARK
        for band in _bands(box):
            self._boxes[band].append((box, dark))
            if dark is None:
                continue
            for each in self._texts.get(band, ()):
                if not each.covered and left <= each.x <= right and bottom <= each.y <= top:
                    each.covered = True
                    self.under_dark += dark
                    self.under_light += not dark

    def picture(self, box: Box) -> None:
        """Lay a picture over what is there; nobody knows how much of it can be seen through."""
        left, bottom, right, top = box
        self.pictured += (right - left) * (top - bottom)
        self.box(box, None)

    def _ground(self, x: float, y: float) -> bool:
        """Say whether the topmost box at a point is dark."""
        for (left, bottom, right, top), dark in reversed(self._boxes.get(int(y // _BAND), [])):
            if left <= x <= right and bottom <= y <= top:
                return dark is True
        return False


def _bands(box: Box) -> Iterator[int]:
    """Yield the bands of the page that a box touches."""
    first, last = int(box[1] // _BAND), int(box[3] // _BAND)
    yield from range(max(first, -_MOST_BANDS), min(last, _MOST_BANDS) + 1)
