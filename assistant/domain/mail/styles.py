"""Which parts of an HTML message its own styles hide from a reader."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

_DECLARATION = re.compile(r"([a-z-]{1,40})\s{0,9}:([^;]{0,300})")
_NOTHING = re.compile(r"0*\.?0+(?:px|pt|em|rem|ex|%|cm|mm|in)?")
_TINY = re.compile(r"0*(?:\.\d+|[01](?:\.\d+)?)(?:px|pt)")
_FAR_AWAY = re.compile(r"-\d{3,}(?:\.\d+)?(?:px|pt|em)?")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*([\d.]+)\s*)?\)")
_RULE = re.compile(r"([^{}]{0,500})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]+)")
_COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_LARGEST_SHEET = 200_000
# Two colours that differ less than this (of 255, in each channel) cannot be told apart.
_ALIKE = 8

_COLOURS: Mapping[str, tuple[int, int, int]] = {
    "white": (255, 255, 255),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
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
_WHITE = (255, 255, 255)

Colour = tuple[int, int, int]
Styles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """What an element inherits that decides whether its text can be seen.

    `background` is None where a picture or an unknown colour lies behind the text: then colour
    proves nothing.
    """

    colour: Colour | None = None
    background: Colour | None = _WHITE
    tiny: bool = False
    invisible: bool = False

    @property
    def unseen(self) -> str:
        """Say in words why text that looks like this cannot be seen, or ""."""
        if self.invisible:
            return "text styled invisible"
        if self.tiny:
            return "text of no size"
        if self.colour and self.background and _alike(self.colour, self.background):
            return "text in the colour of its background"
        return ""


def declarations(style: str) -> dict[str, str]:
    """Return the declarations of a style attribute, names and values in lower case."""
    found = _DECLARATION.findall(_COMMENT.sub("", style[:5000]).lower())
    return {name: value.replace("!important", "").strip() for name, value in found}


def gone(attributes: Mapping[str, str], style: Styles) -> str:
    """Say in words why an element with all its content is not shown, or ""."""
    if "hidden" in attributes:
        return "a hidden element"
    if style.get("display") == "none" or style.get("mso-hide") == "all":
        return "an element that is not displayed"
    if _NOTHING.fullmatch(style.get("opacity", "")):
        return "a transparent element"
    clipped = style.get("overflow", "").startswith("hidden")
    sizes = (style.get("max-height", ""), style.get("height", ""), style.get("width", ""))
    if clipped and any(_NOTHING.fullmatch(size) for size in sizes):
        return "an element of no size"
    moved = (style.get("text-indent", ""), style.get("left", ""), style.get("top", ""))
    if any(_FAR_AWAY.fullmatch(each) for each in moved):
        return "an element moved out of sight"
    return ""


def look(inherited: Look, tag: str, attributes: Mapping[str, str], style: Styles) -> Look:
    """Return how an element's own text looks, given what it inherits."""
    now = inherited
    colour = _colour(style.get("color", "") or (attributes.get("color", "") * (tag == "font")))
    if colour:
        now = replace(now, colour=colour)
    elif tag == "a":
        # A link has a colour of its own unless one is given.
        now = replace(now, colour=None)
    behind = style.get("background-color") or style.get("background") or attributes.get("bgcolor")
    if attributes.get("background") or "url(" in (behind or ""):
        now = replace(now, background=None)
    elif behind and behind not in {"none", "transparent", "inherit", "initial"}:
        now = replace(now, background=_colour(behind))
    size = style.get("font-size", "")
    if size:
        now = replace(now, tiny=bool(_NOTHING.fullmatch(size) or _TINY.fullmatch(size)))
    visibility = style.get("visibility", "")
    if visibility:
        now = replace(now, invisible=visibility in {"hidden", "collapse"})
    return now


def sheet(text: str) -> dict[str, dict[str, str]]:
    """Return the declarations of a style sheet for its simple selectors (".name", "#name").

    Rules within @media and the like are left out: they hold for some screens only.
    """
    found: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(_unconditional(text[:_LARGEST_SHEET])):
        for selector in selectors.split(","):
            simple = _SIMPLE.fullmatch(selector.strip().lower())
            if simple:
                found.setdefault(simple.group(1), {}).update(declarations(body))
    return found


def _unconditional(text: str) -> str:
    """Return a style sheet without comments and without its @ blocks."""
    text = _COMMENT.sub("", text.replace("<!--", "").replace("-->", ""))
    kept: list[str] = []
    depth, start, skipping = 0, 0, False
    for found in re.finditer(r"[{}]", text):
        if found.group() == "{":
            if depth == 0:
                skipping = "@" in text[start : found.start()]
            depth += 1
            continue
        depth = max(0, depth - 1)
        if depth == 0:
            if not skipping:
                kept.append(text[start : found.end()])
            start = found.end()
    return "".join(kept)


def _colour(text: str) -> Colour | None:
    """Return a CSS colour as red, green and blue, or None where it is not known."""
    text = text.strip().lower()
    word = text.split(" ", 1)[0]
    if word in _COLOURS:
        return _COLOURS[word]
    digits = word.removeprefix("#")
    if re.fullmatch(r"[0-9a-f]{3}", digits):
        digits = "".join(each * 2 for each in digits)
    if re.fullmatch(r"[0-9a-f]{6}(?:[0-9a-f]{2})?", digits):
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    found = _RGB.match(text)
    if not found:
        return None
    return int(found.group(1)), int(found.group(2)), int(found.group(3))


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))
