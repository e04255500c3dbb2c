"""The colours of CSS, as far as mail uses them to show or to hide words (CSS Color 4)."""

import colorsys
import re
from collections.abc import Mapping

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
# Two colours that differ less than this (of 255, in each channel) cannot be told apart.
_ALIKE = 8
_NAMED: Mapping[str, Colour] = {
    "white": WHITE,
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240),
    "mintcream": (245, 255, 250),
    "azure": (240, 255, 255),
    "aliceblue": (240, 248, 255),
    "seashell": (255, 245, 238),
    "whitesmoke": (245, 245, 245),
    "black": (0, 0, 0),
    "red": (255, 0, 0),
    "blue": (0, 0, 255),
    "navy": (0, 0, 128),
    "green": (0, 128, 0),
    "yellow": (255, 255, 0),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "silver": (192, 192, 192),
}
_BETWEEN = r"\s*[,\s]\s*"
_ALPHA = r"(?:\s*[,/]\s*([\d.]{1,6}%?))?\s*\)"
_RGB = re.compile(
    rf"rgba?\(\s*(\d{{1,3}}){_BETWEEN}(\d{{1,3}}){_BETWEEN}(\d{{1,3}})(?:\.\d{{1,6}})?{_ALPHA}"
)
_HSL = re.compile(
    rf"hsla?\(\s*(\d{{1,3}})(?:deg)?{_BETWEEN}(\d{{1,3}})%{_BETWEEN}(\d{{1,3}})%{_ALPHA}"
)
_FAINT = 0.05


def colour(text: str) -> Colour | None:
    """Return a colour as red, green and blue, or None where it is not known."""
    text = text.strip().lower()
    word = text.split(" ", 1)[0]
    if word in _NAMED:
        return _NAMED[word]
    digits = word.removeprefix("#")
    if re.fullmatch(r"[0-9a-f]{3,4}", digits):
        digits = "".join(each * 2 for each in digits)
    if re.fullmatch(r"[0-9a-f]{6}(?:[0-9a-f]{2})?", digits):
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if found := _RGB.match(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _HSL.match(text):
        hue, saturation, lightness = (int(found[each]) for each in (1, 2, 3))
        red, green, blue = colorsys.hls_to_rgb(hue / 360, lightness / 100, saturation / 100)
        return round(red * 255), round(green * 255), round(blue * 255)
    return None


def see_through(text: str) -> bool:
    """Say whether a colour is so transparent that what is written in it cannot be seen."""
    text = text.strip().lower()
    if text.startswith("transparent"):
        return True
    found = _RGB.match(text) or _HSL.match(text)
    alpha = found[4] if found else None
    if not alpha:
        return bool(re.fullmatch(r"#(?:[0-9a-f]{3}0|[0-9a-f]{6}0[0-9a-f])", text))
    try:
        value = float(alpha.rstrip("%")) / (100 if alpha.endswith("%") else 1)
    except ValueError:
        return False
    return value <= _FAINT


def alike(one: Colour, other: Colour) -> bool:
    """Say whether two colours cannot be told apart."""
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))
