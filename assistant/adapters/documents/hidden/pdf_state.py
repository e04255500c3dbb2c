"""The state of graphics and text while a page of a PDF is followed (ISO 32000-1 section 8.4)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot

from assistant.adapters.documents.hidden.pdf_font import Font
from assistant.adapters.documents.hidden.pdf_plane import Box, Point, spread

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_CORNERS = 4
_STRAIGHT = 0.5
# What has more corners than these is a drawing.
_MOST_CORNERS = 12
# More rectangles in one path than these are a pattern or a table, and no frame.
_PATTERN = 50


def multiplied(first: Matrix, then: Matrix) -> Matrix:
    """Return one matrix that does what the first does, then what the other does."""
    a, b, c, d, e, f = first
    k, l, m, n, o, p = then  # noqa: E741 - the letters that follow
    return (a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n,
            e * k + f * m + o, e * l + f * n + p)  # fmt: skip


def lightness(numbers: Sequence[float], *, ink: bool) -> float | None:
    """Return how light a colour is, from 0 (black) to 1 (white); None where nobody knows."""
    match [*numbers]:
        case [tint] if ink:
            return 1 - tint
        case [grey]:
            return grey
        case [red, green, blue]:
            return 0.3 * red + 0.59 * green + 0.11 * blue
        case [cyan, magenta, yellow, black]:
            return (1 - black) * (0.3 * (1 - cyan) + 0.59 * (1 - magenta) + 0.11 * (1 - yellow))
        case _:
            return None


@dataclass
class State:
    """What is set at one moment; lengths of text are in its own space."""

    ctm: Matrix = _SAME
    fill: float | None = 0.0
    ink: bool = False
    opaque: bool = True
    stroke: float | None = 0.0
    stroke_ink: bool = False
    stroke_opaque: bool = True
    thickness: float = 1.0
    mixed: bool = False
    clip: Box | None = None
    text: Matrix = _SAME
    line: Matrix = _SAME
    font: Font = field(default_factory=Font)
    size: float = 1.0
    between: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    mode: float = 0.0
    rise: float = 0.0

    def copy(self) -> "State":
        """Return a state that may change without this one."""
        # Pages do this before each line of a table: `replace` would take ten times as long.
        made = State.__new__(State)
        made.__dict__.update(self.__dict__)
        return made

    def at(self, x: float, y: float) -> Point:
        """Return where a point of the present space is on the page."""
        a, b, c, d, e, f = self.ctm
        return (a * x + c * y + e, b * x + d * y + f)

    def clipped(self, box: Box) -> Box | None:
        """Return what can be painted of a box, or None."""
        if self.clip is None:
            return box
        left, bottom, right, top = (
            max(box[0], self.clip[0]),
            max(box[1], self.clip[1]),
            min(box[2], self.clip[2]),
            min(box[3], self.clip[3]),
        )
        return (left, bottom, right, top) if left < right and bottom < top else None

    def narrow(self, bounds: Box | None) -> None:
        """Paint from now on within these bounds only."""
        if bounds is not None:
            # Where nothing is left, a box of no size says so.
            self.clip = self.clipped(bounds) or (bounds[0], bounds[1], bounds[0], bounds[1])


@dataclass(slots=True)
class Path:
    """A path under way: its pieces, each a list of points, or None once it has bent."""

    pieces: list[list[Point]] = field(default_factory=list)
    bent: set[int] = field(default_factory=set)

    def start(self, points: list[Point]) -> None:
        """Begin another piece."""
        self.pieces.append(points)

    def go(self, point: Point) -> None:
        """Draw a straight line on."""
        if self.pieces:
            self.pieces[-1].append(point)

    def bend(self, end: Point) -> None:
        """Draw a curve on: the piece under way is no rectangle."""
        self.bent.add(len(self.pieces) - 1)
        self.go(end)

    def extent(self) -> Box | None:
        """Return the box around all pieces; None where there is none."""
        points = [point for piece in self.pieces for point in piece]
        return spread(points) if points else None

    def bounds(self) -> Box | None:
        """Return the box around all pieces; None where one has bent, or there is none."""
        return None if self.bent else self.extent()

    def shape(self) -> list[Point]:
        """Return the corners of the only piece, where all of them point outwards; else none.

        Where it bends, these are the ends of its curves: a box with round corners, nearly.
        """
        if len(self.pieces) != 1:
            return []
        corners = list(dict.fromkeys(self.pieces[0]))
        if not 3 <= len(corners) <= _MOST_CORNERS:  # noqa: PLR2004 - a triangle
            return []
        if not self.bent and _is_upright(corners):
            return []
        return corners if _points_outwards(corners) else []

    def lines(self, thickness: float) -> list[list[Point]]:
        """Return the corners of the straight lines that are drawn with a pen so thick."""
        pairs = [
            pair
            for number, piece in enumerate(self.pieces)
            if number not in self.bent
            for pair in pairwise(piece)
        ]
        return [_widened(*pair, thickness / 2) for pair in pairs if pair[0] != pair[1]][:_PATTERN]

    def boxes(self, *, even_odd: bool) -> list[Box]:
        """Return the pieces that are upright rectangles and painted in full.

        A rectangle with a hole, and the hole, are left out, as frames are drawn: by the even-odd
        rule one inside another is a hole, else one that runs the other way round (section 8.5.3.3).
        """
        if len(self.pieces) == 1:
            piece = self.pieces[0]
            return [spread(piece)] if not self.bent and _is_upright(piece) else []
        found = [
            (spread(piece), _turn(piece))
            for number, piece in enumerate(self.pieces)
            if number not in self.bent and _is_upright(piece)
        ]
        if len(found) > _PATTERN:
            return [box for box, _ in found]
        return [
            box
            for box, turn in found
            if not any(
                (even_odd or turn != other_turn) and (_holds(box, other) or _holds(other, box))
                for other, other_turn in found
            )
        ]


def _widened(start: Point, end: Point, by: float) -> list[Point]:
    """Return the corners of a line that is drawn so far to both sides."""
    across, up = end[0] - start[0], end[1] - start[1]
    length = hypot(across, up)
    x, y = -up / length * by, across / length * by
    return [
        (start[0] + x, start[1] + y),
        (end[0] + x, end[1] + y),
        (end[0] - x, end[1] - y),
        (start[0] - x, start[1] - y),
    ]


def _points_outwards(corners: list[Point]) -> bool:
    """Say whether a shape turns the same way at each corner."""
    turns = [
        (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
        for a, b, c in zip(
            corners, (*corners[1:], corners[0]), (*corners[2:], *corners[:2]), strict=True
        )
    ]
    return all(each >= 0 for each in turns) or all(each <= 0 for each in turns)


def _turn(piece: list[Point]) -> bool:
    """Say which way round the corners of a rectangle run."""
    following = [*piece[1:], piece[0]]
    return sum(x * v - u * y for (x, y), (u, v) in zip(piece, following, strict=True)) > 0


def _is_upright(piece: list[Point]) -> bool:
    """Say whether points are the corners of a rectangle along the edges of the page."""
    if not _CORNERS <= len(piece) <= _CORNERS + 1:
        return False
    left, bottom, right, top = spread(piece)
    return all(
        (x < left + _STRAIGHT or x > right - _STRAIGHT)
        and (y < bottom + _STRAIGHT or y > top - _STRAIGHT)
        for x, y in piece
    )


def _holds(box: Box, other: Box) -> bool:
    return box != other and (
        box[0] <= other[0] and box[1] <= other[1] and box[2] >= other[2] and box[3] >= other[3]
    )
