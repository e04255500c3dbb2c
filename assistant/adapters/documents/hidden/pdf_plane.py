"""The page as it fills up: which characters stand where, and which boxes lie above or below."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Point = tuple[float, float]
Box = tuple[float, float, float, float]
# What is darker or lighter than this share of white counts as dark or as light.
_DARK = 0.35
_BAND = 12.0
# Lines of tables and below words are boxes too: one that hides a word is larger.
_LEAST_HEIGHT, _LEAST_WIDTH = 4.0, 4.0


@dataclass(slots=True)
class _Words:
    """The characters of one string that nothing covers yet, and the box around their middles."""

    points: list[Point]
    around: Box


@dataclass(slots=True)
class Plane:
    """What has been drawn so far; `visible` is the part of the page that is shown."""

    visible: Box
    under_dark: int = 0
    under_light: int = 0
    outside: int = 0
    invisible: int = 0
    pictured: float = 0.0
    _texts: dict[int, list[_Words]] = field(default_factory=lambda: defaultdict(list))
    _boxes: dict[int, list[tuple[Box, bool | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def words(self, points: list[Point], lightness: float | None, *, shown: bool) -> None:
        """Put the characters of a string at points, the middles of each.

        `lightness` is 0 for black, None where nobody knows.
        """
        if not points:
            return
        left, bottom, right, top = self.visible
        page = (left - 2, bottom - 2, right + 2, top + 2)
        around = spread(points)
        if not _within(around, page):
            on = [point for point in points if _stands_in(point, page)]
            self.outside += len(points) - len(on)
            self.words(on, lightness, shown=shown)
            return
        self.invisible += len(points) * (not shown)
        if shown and lightness is not None and lightness < _DARK:
            # Dark letters on a dark box: as hidden as those beneath one.
            free = self._on_light(points, around)
            self.under_dark += len(points) - len(free)
            points = free
        if points:
            made = _Words(points, around)
            for band in _bands(around):
                self._texts[band].append(made)

    def box(self, box: Box, lightness: float | None) -> None:
        """Lay an opaque box over what is there; `lightness` is None for pictures and patterns."""
        left, bottom, right, top = box
        if right - left < _LEAST_WIDTH or top - bottom < _LEAST_HEIGHT:
            return
        dark = None if lightness is None else lightness < _DARK
        laid = (box, dark)
        # Nothing is kept of what stands outside the page, so nothing can be covered there.
        bottom, top = max(bottom, self.visible[1] - 2), min(top, self.visible[3] + 2)
        for band in _bands((left, bottom, right, top)):
            self._boxes[band].append(laid)
            if dark is None or not self._texts.get(band):
                continue
            self._texts[band] = [each for each in self._texts[band] if self._stays(each, box, dark)]

    def _stays(self, words: _Words, box: Box, dark: bool) -> bool:  # noqa: FBT001 - by place alone
        """Cover what lies under a box of some words; return whether any of them can be seen."""
        if not _meet(words.around, box):
            return bool(words.points)
        free = [point for point in words.points if not _stands_in(point, box)]
        covered = len(words.points) - len(free)
        if covered:
            self.under_dark += covered * dark
            self.under_light += covered * (not dark)
            words.points = free
        return bool(free)

    def picture(self, box: Box) -> None:
        """Lay a picture over what is there; nobody knows how much of it can be seen through."""
        left, bottom, right, top = box
        self.pictured += (right - left) * (top - bottom)
        self.box(box, None)

    def _on_light(self, points: list[Point], around: Box) -> list[Point]:
        """Return the points at which the topmost box, if there is one, is not dark."""
        first, *others = _bands(around)
        if others:
            return [
                (x, y)
                for x, y in points
                if not _is_dark((x, y), reversed(self._boxes.get(int(y // _BAND), [])))
            ]
        boxes = [each for each in reversed(self._boxes.get(first, [])) if _meet(around, each[0])]
        if not any(dark for _, dark in boxes):
            return points
        return [point for point in points if not _is_dark(point, boxes)]


def _is_dark(point: Point, boxes: Iterable[tuple[Box, bool | None]]) -> bool:
    """Say whether the first box that holds a point is dark; the topmost is the first."""
    return next((bool(dark) for box, dark in boxes if _stands_in(point, box)), False)


def spread(points: Sequence[Point]) -> Box:
    """Return the smallest box around points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return (min(across), min(up), max(across), max(up))


def _within(box: Box, other: Box) -> bool:
    """Say whether a box lies wholly within another."""
    return box[0] >= other[0] and box[1] >= other[1] and box[2] <= other[2] and box[3] <= other[3]


def _meet(box: Box, other: Box) -> bool:
    """Say whether two boxes have a point in common."""
    return box[0] <= other[2] and other[0] <= box[2] and box[1] <= other[3] and other[1] <= box[3]


def _stands_in(point: Point, box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _bands(box: Box) -> range:
    """Return the bands of the page that a box touches."""
    return range(int(box[1] // _BAND), int(box[3] // _BAND) + 1)
