"""Draw lines over steps as an SVG, plain enough to be read in a page of the documentation."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, LEFT, TOP = 640, 340, 70, 60
FLOOR = HEIGHT - 50


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name, its colour, and a value for each step."""

    name: str
    colour: str
    values: Sequence[float]


def plot(title: str, below: str, steps: Sequence[str], series: Sequence[Series]) -> str:
    """Return the drawing; `steps` are the words under the axis, `below` what they count."""
    most = max(max(one.values) for one in series) * 1.2
    step = (WIDTH - LEFT - 60) / max(len(steps) - 1, 1)
    places = [LEFT + 20 + at * step for at in range(len(steps))]
    lines = "".join(_line(number, one, places, most) for number, one in enumerate(series))
    words = "".join(
        f'<text x="{x:.0f}" y="{FLOOR + 20}" text-anchor="middle">{word}</text>'
        for x, word in zip(places, steps, strict=True)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="13" fill="#0b0c0c" role="img" '
        f'aria-label="{title}, by {below}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
        f'<text x="{LEFT}" y="20">{title}</text>'
        f'<line x1="{LEFT}" y1="{FLOOR}" x2="{WIDTH - 20}" y2="{FLOOR}" stroke="#505a5f"/>'
        f'<line x1="{LEFT}" y1="{TOP}" x2="{LEFT}" y2="{FLOOR}" stroke="#505a5f"/>'
        f'<text x="{LEFT - 8}" y="{FLOOR + 5}" text-anchor="end">0</text>{lines}{words}'
        f'<text x="{WIDTH - 20}" y="{HEIGHT - 8}" text-anchor="end">{below}</text></svg>\n'
    )


def _line(number: int, one: Series, places: Sequence[float], most: float) -> str:
    """Return one line with its values and its name."""
    points = [
        (x, FLOOR - (FLOOR - TOP) * value / most, value)
        for x, value in zip(places, one.values, strict=True)
    ]
    path = " ".join(f"{x:.0f},{y:.0f}" for x, y, _ in points)
    marks = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="{one.colour}"/>'
        f'<text x="{x:.0f}" y="{y - 10:.0f}" text-anchor="middle">{value:,.0f}</text>'
        for x, y, value in points
    )
    return (
        f'<polyline points="{path}" fill="none" stroke="{one.colour}" stroke-width="2"/>'
        f'<rect x="{LEFT + 230 * number}" y="32" width="12" height="12" fill="{one.colour}"/>'
        f'<text x="{LEFT + 18 + 230 * number}" y="43">{one.name}</text>{marks}'
    )
