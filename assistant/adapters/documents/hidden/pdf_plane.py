"""The page as it fills up: which characters stand where, and which boxes lie above or below."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Corners = Sequence[Point]
# What is darker or lighter than this share of white counts as dark or as light.
_DARK = 0.35
# White letters can be seen on anything that is less white than this.
_WHITE = 0.97
_MOST_VEILS = 2_000
_BAND = 12.0
# Lines of tables and below words are boxes too: one that hides a word is larger.
_LEAST_HEIGHT, _LEAST_WIDTH = 4.0, 4.0


@dataclass(slots=True)
class _Words:
    """The characters of one string that nothing covers yet, and the box around their middles."""

    points: list[Point]
    around: Box


@dataclass(frozen=True, slots=True)
class _Laid:
    """A box that lies on the page; the one with the higher number lies above."""

    box: Box
    lightness: float | None
    corners: Corners = ()
    number: int = 0

    @property
    def dark(self) -> bool:
        """Whether dark words cannot be seen on it."""
        return self.lightness is not None and self.lightness < _DARK

    def holds(self, point: Point) -> bool:
        """Say whether a point lies on it."""
        return _stands_in(point, self.box) and (
            not self.corners or _lies_between(point, self.corners)
        )


_PAGE = _Laid((0.0, 0.0, 0.0, 0.0), 1.0)


@dataclass(slots=True)
class Plane:
    """What has been drawn so far; `visible` is the part of the page that is shown."""

    visible: Box
    under_dark: int = 0
    under_light: int = 0
    outside: int = 0
    invisible: int = 0
    white: int = 0
    tiny: int = 0
    pictured: float = 0.0
    _texts: dict[int, list[_Words]] = field(default_factory=lambda: defaultdict(list))
    _boxes: dict[int, list[_Laid]] = field(default_factory=lambda: defaultdict(list))
    _veils: list[Box] = field(default_factory=list)
    _laid: int = 0

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
        elif shown and lightness is not None and lightness > _WHITE:
            self.white += self._on_white(points, around)
        if points:
            made = _Words(points, around)
            for band in _bands(around):
                self._texts[band].append(made)

    def box(self, box: Box, lightness: float | None, corners: Corners = ()) -> None:
        """Lay an opaque box over what is there; `lightness` is None for pictures and patterns.

        `corners` are those of a shape that does not fill the box around it.
        """
        left, bottom, right, top = box
        if right - left < _LEAST_WIDTH or top - bottom < _LEAST_HEIGHT:
            return
        self._laid += 1
        laid = _Laid(box, lightness, corners, self._laid)
        # Nothing is kept of what stands outside the page, so nothing can be covered there.
        bottom, top = max(bottom, self.visible[1] - 2), min(top, self.visible[3] + 2)
        for band in _bands((left, bottom, right, top)):
            self._boxes[band].append(laid)
            if lightness is not None and self._texts.get(band):
                self._texts[band] = [each for each in self._texts[band] if self._stays(each, laid)]

    def veil(self, box: Box) -> None:
        """Note that something is painted within a box, nobody knows where and how thickly."""
        if len(self._veils) < _MOST_VEILS:
            self._veils.append(box)

    def _stays(self, words: _Words, laid: _Laid) -> bool:
        """Cover what lies under a box of some words; return whether any of them can be seen."""
        if not _meet(words.around, laid.box):
            return bool(words.points)
        free = [point for point in words.points if not laid.holds(point)]
        covered = len(words.points) - len(free)
        if covered:
            self.under_dark += covered * laid.dark
            self.under_light += covered * (not laid.dark)
            words.points = free
        return bool(free)

    def picture(self, box: Box) -> None:
        """Lay a picture over what is there; nobody knows how much of it can be seen through."""
        left, bottom, right, top = box
        self.pictured += (right - left) * (top - bottom)
        self.box(box, None)

    def _on_light(self, points: list[Point], around: Box) -> list[Point]:
        """Return the points at which the topmost box, if there is one, is not dark."""
        boxes = self._met(around)
        if not any(each.dark for each in boxes):
            return points
        return [point for point in points if not _topmost(point, boxes).dark]

    def _on_white(self, points: list[Point], around: Box) -> int:
        """Count the points at which there is nothing but white, or the page itself."""
        if any(_meet(around, each) for each in self._veils):
            return 0
        boxes = self._met(around)
        return sum((_topmost(point, boxes).lightness or 0.0) > _WHITE for point in points)

    def _met(self, around: Box) -> list[_Laid]:
        """Return the boxes that meet a box, the topmost first."""
        bands = _bands(around)
        if len(bands) == 1:
            return [
                each for each in reversed(self._boxes.get(bands[0], ())) if _meet(around, each.box)
            ]
        found = {
            id(each): each
            for band in bands
            for each in self._boxes.get(band, ())
            if _meet(around, each.box)
        }
        return sorted(found.values(), key=lambda each: each.number, reverse=True)


def _topmost(point: Point, boxes: list[_Laid]) -> _Laid:
    """Return the topmost box that holds a point, or the page."""
    return next((each for each in boxes if each.holds(point)), _PAGE)


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


def _lies_between(point: Point, corners: Corners) -> bool:
    """Say whether a point lies within a shape whose corners all point outwards."""
    x, y = point
    sides = [
        (u - s) * (y - t) - (v - t) * (x - s)
        for (s, t), (u, v) in zip(corners, (*corners[1:], corners[0]), strict=True)
    ]
    return all(each >= 0 for each in sides) or all(each <= 0 for each in sides)


def _bands(box: Box) -> range:
    """Return the bands of the page that a box touches."""
    return range(int(box[1] // _BAND), int(box[3] // _BAND) + 1)
