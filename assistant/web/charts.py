"""Figures drawn as SVG; the same figures always stand in a table beside the chart."""

import math
import sys
from typing import Any

import pygal
from pygal.style import Style

from assistant.web.oversight import Figures

# For maps, which nobody draws here, it puts a finder of modules of an old kind before all others.
sys.meta_path[:] = [each for each in sys.meta_path if not isinstance(each, pygal.PluginImportFixer)]

# Dark to light, so that they differ without their colours too; a legend names each.
_COLOURS = ("#1d70b8", "#d4351c", "#b1b4b6", "#28a197")
_STYLE = Style(
    background="transparent",
    plot_background="transparent",
    foreground="#0b0c0c",
    foreground_strong="#0b0c0c",
    foreground_subtle="#505a5f",
    colors=_COLOURS,
    opacity="1",
    font_family="Arial, sans-serif",
    label_font_size=14,
    major_label_font_size=14,
    legend_font_size=16,
    value_font_size=14,
    value_colors=("#ffffff", "#ffffff", "#0b0c0c", "#0b0c0c"),
    tooltip_font_size=14,
)
_ROW_HEIGHT = 34
_STEPS = 6
# By whether it lies on its side, and whether its columns add up.
_KINDS = {
    (False, False): pygal.Bar,
    (False, True): pygal.StackedBar,
    (True, False): pygal.HorizontalBar,
    (True, True): pygal.HorizontalStackedBar,
}


def draw(figures: Figures) -> bytes:
    """Return a chart of the columns that a table draws, as an SVG without scripts."""
    kind = _KINDS[figures.sideways, figures.stacked]
    chart = kind(
        style=_STYLE,
        js=(),
        width=900,
        height=max(220, 120 + _ROW_HEIGHT * len(figures.rows)) if figures.sideways else 400,
        legend_at_bottom=True,
        legend_at_bottom_columns=len(figures.drawn),
        x_label_rotation=0 if figures.sideways else 40,
        show_y_guides=not figures.sideways,
        show_x_guides=figures.sideways,
        print_values=True,
        print_zeroes=False,
        value_formatter=lambda count: f"{count:.0f}",
        disable_xml_declaration=False,
        no_prefix=True,
    )
    # A chart that lies on its side is drawn from the bottom up.
    rows = figures.rows[::-1] if figures.sideways else figures.rows
    chart.x_labels = [str(row[0]) for row in rows]
    for column in figures.drawn:
        chart.add(figures.columns[column], [row[column] for row in rows])
    chart.y_labels = _steps(figures)
    chart.add_xml_filter(_without_scripts)
    drawn: bytes = chart.render()
    return drawn


def _steps(figures: Figures) -> list[int]:
    """Return whole numbers for the scale, few enough to be read."""
    counts = [[int(row[column]) for column in figures.drawn] for row in figures.rows]
    longest = max((sum(row) if figures.stacked else max(row) for row in counts), default=0)
    step = max(1, math.ceil(longest / _STEPS))
    return [*range(0, longest + step, step)]


def _without_scripts(root: Any) -> Any:
    """Take out what would only run in a page, and nothing runs in an image."""
    for parent in list(root.iter()):
        for child in [each for each in parent if str(each.tag).rpartition("}")[2] == "script"]:
            parent.remove(child)
    return root
