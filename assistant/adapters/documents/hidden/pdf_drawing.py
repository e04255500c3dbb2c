"""Draws a page without drawing it: follows its operators (ISO 32000-1 annex A) on a plane.

Widths, boxes and colours are enough to say which words lie under a box; no picture is made.
"""

from collections.abc import Callable, Mapping
from typing import Any

from assistant.adapters.documents.hidden.pdf_font import Font, font_of
from assistant.adapters.documents.hidden.pdf_operators import operations
from assistant.adapters.documents.hidden.pdf_plane import Box, Corners, Plane, Point, spread
from assistant.adapters.documents.hidden.pdf_state import (
    Matrix,
    Path,
    State,
    lightness,
    multiplied,
)

_MOST_STEPS = 400_000
_DEEPEST = 6
_INVISIBLE = frozenset({3, 7})
_BLANK = 32
# Points: letters lower than this are dots.
_LEAST_HEIGHT = 1.0
# A line thinner than this crosses words out, and covers none.
_THICK = 4.0


def draw(page: Any) -> tuple[Plane, bool]:
    """Return the plane of a page as it is when all is drawn, and whether it was cut short."""
    shown, whole = page.cropbox, page.mediabox
    visible = (
        max(float(shown.left), float(whole.left)),
        max(float(shown.bottom), float(whole.bottom)),
        min(float(shown.right), float(whole.right)),
        min(float(shown.top), float(whole.top)),
    )
    pen = _Pen(Plane(visible))
    contents = page.get("/Contents")
    if contents is not None:
        pen.follow(contents.get_object(), _got(page.get("/Resources")) or {}, 0)
    return pen.plane, pen.steps > _MOST_STEPS


def _written(stream: Any) -> bytes:
    """Return the operators of a stream, or of a list of streams that is one (section 7.8.2)."""
    if isinstance(stream, list):
        return b"\n".join(
            _got(each).get_data() for each in stream if hasattr(_got(each), "get_data")
        )
    data = stream.get_data()
    return data if isinstance(data, bytes) else bytes(data)


def _got(held: Any) -> Any:
    return held.get_object() if hasattr(held, "get_object") else held


class _Pen:
    """Follows the operators of one page."""

    def __init__(self, plane: Plane) -> None:
        self.plane = plane
        self.steps = 0
        self._state = State()
        self._kept: list[State] = []
        self._path = Path()
        self._clips = False
        self._fonts: dict[int, Font] = {}
        self._resources: Any = {}
        self._depth = 0

    def follow(self, stream: Any, resources: Any, depth: int) -> None:
        """Follow a stream of operators with its resources."""
        outer, self._resources, self._depth = self._resources, resources, depth
        for operator, operands in operations(_written(stream)):
            self.steps += 1
            if self.steps > _MOST_STEPS:
                break
            act = _ACTS.get(operator)
            if act is not None:
                act(self, operands)
        self._resources, self._depth = outer, depth - 1

    # The state of graphics.

    def save(self, _operands: Any) -> None:
        self._kept.append(self._state.copy())

    def restore(self, _operands: Any) -> None:
        if self._kept:
            self._state = self._kept.pop()

    def transform(self, operands: Any) -> None:
        self._state.ctm = multiplied(_matrix(operands), self._state.ctm)

    def extended(self, operands: Any) -> None:
        """Take over transparency from a named state (section 8.4.5)."""
        named = _got((_got(self._resources.get("/ExtGState")) or {}).get(operands[0])) or {}
        if "/CA" in named:
            self._state.stroke_opaque = float(named["/CA"]) > 0.9  # noqa: PLR2004 - nearly all
        if "/LW" in named:
            self._state.thickness = float(named["/LW"])
        if "/ca" in named:
            self._state.opaque = float(named["/ca"]) > 0.9  # noqa: PLR2004 - nearly all
        mode = _got(named.get("/BM"))
        if mode is not None:
            first = mode[0] if isinstance(mode, list) and mode else mode
            self._state.mixed = str(first) not in {"/Normal", "/Compatible"}

    def colour(self, operands: Any) -> None:
        numbers = [each for each in operands if isinstance(each, float)]
        named = len(numbers) != len(operands)
        ink = self._state.ink
        self._state.fill = None if named else lightness(numbers, ink=ink)

    def stroke_colour(self, operands: Any) -> None:
        numbers = [each for each in operands if isinstance(each, float)]
        named = len(numbers) != len(operands)
        ink = self._state.stroke_ink
        self._state.stroke = None if named else lightness(numbers, ink=ink)

    def stroke_device_colour(self, operands: Any) -> None:
        self._state.stroke_ink = False
        self._state.stroke = lightness([float(each) for each in operands], ink=False)

    def device_colour(self, operands: Any) -> None:
        self._state.ink = False
        self._state.fill = lightness([float(each) for each in operands], ink=False)

    def space(self, operands: Any) -> None:
        """Choose a space of colours; in those of inks one means all of it (section 8.6.6)."""
        self._state.ink, self._state.fill = self._started(operands)

    def stroke_space(self, operands: Any) -> None:
        self._state.stroke_ink, self._state.stroke = self._started(operands)

    def _started(self, operands: Any) -> tuple[bool, float | None]:
        """Return whether a space is one of inks, and how light its first colour is."""
        name = str(operands[0])
        found = _got((_got(self._resources.get("/ColorSpace")) or {}).get(name))
        kind = str(found[0]) if isinstance(found, list) and found else name
        light = None if kind in {"/Pattern", "/Indexed"} else 0.0
        return kind in {"/Separation", "/DeviceN"}, light

    # Paths.

    def rectangle(self, operands: Any) -> None:
        x, y, width, height = (float(each) for each in operands[:4])
        at = self._state.at
        self._path.start([at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)])

    def move(self, operands: Any) -> None:
        self._path.start([self._state.at(float(operands[0]), float(operands[1]))])

    def line(self, operands: Any) -> None:
        self._path.go(self._state.at(float(operands[0]), float(operands[1])))

    def curve(self, operands: Any) -> None:
        self._path.bend(self._state.at(float(operands[-2]), float(operands[-1])))

    def clip(self, _operands: Any) -> None:
        self._clips = True

    def fill(self, operands: Any) -> None:
        self._fill(even_odd=False)
        self.end_path(operands)

    def fill_even_odd(self, operands: Any) -> None:
        self._fill(even_odd=True)
        self.end_path(operands)

    def _fill(self, *, even_odd: bool) -> None:
        boxes = self._path.boxes(even_odd=even_odd)
        if not boxes or not self._state.opaque or self._state.mixed:
            extent = self._path.extent()
            if extent is not None:
                self.plane.veil(extent)
        if self._state.opaque and not self._state.mixed:
            for box in boxes:
                self._lay(box, self._state.fill)
            shape = self._path.shape()
            if shape:
                self._lay(spread(shape), self._state.fill, shape)

    def _lay(self, box: Box, light: float | None, corners: Corners = ()) -> None:
        clipped = self._state.clipped(box)
        if clipped is not None:
            self.plane.box(clipped, light, corners)

    def stroke(self, operands: Any) -> None:
        """Draw the lines of the path: thick ones cover what lies beneath, as boxes do."""
        state = self._state
        a, b, c, d, _, _ = state.ctm
        thickness = state.thickness * abs(a * d - b * c) ** 0.5
        if thickness >= _THICK and state.stroke_opaque and not state.mixed:
            for corners in self._path.lines(thickness):
                self._lay(spread(corners), state.stroke, corners)
        self.end_path(operands)

    def shade(self, _operands: Any) -> None:
        self.plane.veil(self._state.clip or self.plane.visible)

    def end_path(self, _operands: Any) -> None:
        if self._clips:
            self._state.narrow(self._path.bounds())
        self._clips = False
        self._path = Path()

    # Pictures and forms.

    def paint(self, operands: Any) -> None:
        """Paint a picture, or follow a form (section 8.10)."""
        found = _got((_got(self._resources.get("/XObject")) or {}).get(operands[0]))
        if found is None:
            return
        if str(found.get("/Subtype")) != "/Form":
            self.picture(operands)
        elif self._depth < _DEEPEST:
            kept, state = self._kept, self._state.copy()
            self._kept = []
            matrix = found.get("/Matrix")
            if matrix is not None:
                self.transform(_got(matrix))
            resources = _got(found.get("/Resources")) or self._resources
            self.follow(found, resources, self._depth + 1)
            self._kept, self._state = kept, state

    def picture(self, _operands: Any) -> None:
        box = self._state.clipped(spread([self._state.at(*each) for each in _UNIT]))
        if box is not None:
            self.plane.picture(box)

    # Text (section 9).

    def begin_text(self, _operands: Any) -> None:
        self._state.line = self._state.text = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

    def font(self, operands: Any) -> None:
        self._state.size = float(operands[1])
        found = _got((_got(self._resources.get("/Font")) or {}).get(operands[0]))
        if found is None:
            self._state.font = Font()
            return
        if id(found) not in self._fonts:
            self._fonts[id(found)] = font_of(found)
        self._state.font = self._fonts[id(found)]

    def number(self, name: str, operands: Any, by: float = 1.0) -> None:
        setattr(self._state, name, float(operands[0]) * by)

    def set_text(self, operands: Any) -> None:
        self._state.line = self._state.text = _matrix(operands)

    def next_line(self, operands: Any) -> None:
        x, y = float(operands[0]), float(operands[1])
        self._state.line = multiplied((1.0, 0.0, 0.0, 1.0, x, y), self._state.line)
        self._state.text = self._state.line

    def next_line_leading(self, operands: Any) -> None:
        self._state.leading = -float(operands[1])
        self.next_line(operands)

    def new_line(self, _operands: Any) -> None:
        self.next_line((0, -self._state.leading))

    def show(self, operands: Any) -> None:
        self._show(operands[-1:])

    def show_on_new_line(self, operands: Any) -> None:
        self.new_line(())
        self._show(operands[-1:])

    def show_spaced(self, operands: Any) -> None:
        self._show(operands[0])

    def _show(self, pieces: Any) -> None:
        """Put the characters of strings where they stand, numbers move on (section 9.4.4)."""
        state = self._state
        shown = int(state.mode) not in _INVISIBLE
        a, b, c, d, e, f = multiplied(state.text, state.ctm)
        up = state.rise + 0.25 * state.size
        x, y = c * up + e, d * up + f
        scale, between = state.size * state.stretch, state.between * state.stretch
        blank = state.word * state.stretch if state.font.bytes_each == 1 else 0.0
        gone = 0.0
        points: list[Point] = []
        for piece in pieces:
            if isinstance(piece, float):
                gone -= piece / 1000 * scale
                continue
            for code, width in state.font.codes(piece if isinstance(piece, bytes) else b""):
                wide = width * scale
                if code == _BLANK:
                    gone += wide + between + blank
                else:
                    middle = gone + wide / 2
                    points.append((a * middle + x, b * middle + y))
                    gone += wide + between
        state.text = multiplied((1.0, 0.0, 0.0, 1.0, gone, 0.0), state.text)
        height = state.size * abs(a * d - b * c) ** 0.5
        if points and shown and state.font.measured and height < _LEAST_HEIGHT:
            self.plane.tiny += len(points)
        self.plane.words(points, state.fill, shown=shown)


_UNIT = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in operands[:6])
    return (a, b, c, d, e, f)


def _setting(name: str, by: float = 1.0) -> Callable[[_Pen, Any], None]:
    return lambda pen, operands: pen.number(name, operands, by)


_ACTS: Mapping[bytes, Callable[[_Pen, Any], None]] = {
    b"q": _Pen.save, b"Q": _Pen.restore, b"cm": _Pen.transform, b"gs": _Pen.extended,
    b"g": _Pen.device_colour, b"rg": _Pen.device_colour, b"k": _Pen.device_colour,
    b"cs": _Pen.space, b"sc": _Pen.colour, b"scn": _Pen.colour,
    b"re": _Pen.rectangle, b"m": _Pen.move, b"l": _Pen.line,
    b"c": _Pen.curve, b"v": _Pen.curve, b"y": _Pen.curve,
    b"W": _Pen.clip, b"W*": _Pen.clip,
    b"f": _Pen.fill, b"F": _Pen.fill, b"f*": _Pen.fill_even_odd,
    b"B": _Pen.fill, b"B*": _Pen.fill_even_odd, b"b": _Pen.fill, b"b*": _Pen.fill_even_odd,
    b"n": _Pen.end_path, b"S": _Pen.stroke, b"s": _Pen.stroke, b"sh": _Pen.shade,
    b"G": _Pen.stroke_device_colour, b"RG": _Pen.stroke_device_colour,
    b"K": _Pen.stroke_device_colour, b"CS": _Pen.stroke_space,
    b"SC": _Pen.stroke_colour, b"SCN": _Pen.stroke_colour, b"w": _setting("thickness"),
    b"Do": _Pen.paint, b"INLINE IMAGE": _Pen.picture,
    b"BT": _Pen.begin_text, b"Tf": _Pen.font, b"Tm": _Pen.set_text,
    b"Td": _Pen.next_line, b"TD": _Pen.next_line_leading, b"T*": _Pen.new_line,
    b"Tj": _Pen.show, b"'": _Pen.show_on_new_line, b'"': _Pen.show_on_new_line,
    b"TJ": _Pen.show_spaced,
    b"Tc": _setting("between"), b"Tw": _setting("word"), b"Tz": _setting("stretch", 0.01),
    b"TL": _setting("leading"), b"Tr": _setting("mode"), b"Ts": _setting("rise"),
}  # fmt: skip
