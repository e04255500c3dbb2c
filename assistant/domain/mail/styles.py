"""Which parts of an HTML message its own styles hide from a reader."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.domain.mail.colours import WHITE, Colour, alike, colour, see_through

_DECLARATION = re.compile(r"([a-z-]{1,40})\s{0,9}:([^;]{0,300})")
_NOTHING = re.compile(r"0*\.?0+(?:px|pt|em|rem|ex|%|cm|mm|in)?")
_TINY = re.compile(r"0*(?:\.\d+|[01](?:\.\d+)?)(?:px|pt)")
_FAR_AWAY = re.compile(r"-\d{3,}(?:\.\d+)?(?:px|pt|em)?")
_RULE = re.compile(r"([^{}]{0,500})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]+)|[a-z][a-z0-9]*")
_COMBINED = re.compile(r"[\s>+~]+")
_SUBJECT = re.compile(r"([a-z][a-z0-9]*)?([.#][\w-]+)?")
_BEHIND = ("background", "background-color", "background-image")
_UNKNOWN = {"background": "of another rule"}
_FONT_SIZE = re.compile(r"(?:^|\s)((?:\d+)?\.?\d+(?:px|pt|em|rem|%)?)(?:/\S+)?\s")
_CLIPPED = re.compile(r"rect\((?:\s*0(?:px)?\s*,?){4}\)|inset\((?:100|[5-9]\d)%.*\)")
_MOVED = re.compile(r"(?:translate\w*\([^)]*-\d{4,}|scale\w*\(\s*0(?:\.0+)?\s*\))")
_INHERITED = frozenset({"inherit", "initial", "unset", "currentcolor", "auto"})
_FAINTEST = 0.05
_COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_LARGEST_SHEET = 200_000
Styles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """What an element inherits that decides whether its text can be seen.

    `background` is None where a picture or an unknown colour lies behind the text: then colour
    proves nothing.
    """

    colour: Colour | None = None
    background: Colour | None = WHITE
    tiny: bool = False
    invisible: bool = False
    clear: bool = False

    @property
    def unseen(self) -> str:
        """Say in words why text that looks like this cannot be seen, or ""."""
        if self.invisible or self.clear:
            return "text styled invisible"
        if self.tiny:
            return "text of no size"
        if self.colour and self.background and alike(self.colour, self.background):
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
    if _faint(style.get("opacity", "")):
        return "a transparent element"
    clipped = style.get("overflow", "").startswith("hidden")
    sizes = (style.get("max-height", ""), style.get("height", ""), style.get("width", ""))
    if clipped and any(_NOTHING.fullmatch(size) for size in sizes):
        return "an element of no size"
    moved = (style.get("text-indent", ""), style.get("left", ""), style.get("top", ""))
    if any(_FAR_AWAY.fullmatch(each) for each in moved):
        return "an element moved out of sight"
    return "an element moved out of sight" if _cut_away(style) else ""


def _faint(opacity: str) -> bool:
    try:
        return bool(opacity) and float(opacity.rstrip("%")) <= _FAINTEST
    except ValueError:
        return False


def _cut_away(style: Styles) -> bool:
    """Say whether an element is clipped to nothing, or moved or shrunk out of sight."""
    clipped = _CLIPPED.search(f"{style.get('clip', '')} {style.get('clip-path', '')}")
    margins = (style.get("margin-left", ""), style.get("margin-top", ""))
    far = any(_FAR_AWAY.fullmatch(each) and len(each) >= len("-1000") for each in margins)
    return bool(clipped or far or _MOVED.search(style.get("transform", "")))


def look(inherited: Look, tag: str, attributes: Mapping[str, str], style: Styles) -> Look:
    """Return how an element's own text looks, given what it inherits."""
    now = _coloured(inherited, tag, attributes, style)
    now = _behind(now, attributes, style)
    size = style.get("font-size", "") or _size_in(style.get("font", ""))
    if size:
        now = replace(now, tiny=bool(_NOTHING.fullmatch(size) or _TINY.fullmatch(size)))
    visibility = style.get("visibility", "")
    if visibility:
        now = replace(now, invisible=visibility in {"hidden", "collapse"})
    return now


def _coloured(now: Look, tag: str, attributes: Mapping[str, str], style: Styles) -> Look:
    """Return a look with the colour of an element's own text; an unknown one proves nothing."""
    given = style.get("color", "") or (attributes.get("color", "") * (tag == "font"))
    given = given.strip().lower()
    if given and given not in _INHERITED:
        return replace(now, colour=colour(given), clear=see_through(given))
    if tag == "a" and not given:
        # A link has a colour of its own unless one is given.
        return replace(now, colour=None, clear=False)
    return now


def _behind(now: Look, attributes: Mapping[str, str], style: Styles) -> Look:
    """Return a look with what lies behind an element."""
    behind = style.get("background-color") or style.get("background") or attributes.get("bgcolor")
    pictures = f"{style.get('background-image', '')} {behind or ''}"
    if attributes.get("background") or "url(" in pictures or "gradient(" in pictures:
        return replace(now, background=None)
    if not behind or behind in _INHERITED or behind == "none" or see_through(behind):
        return now
    return replace(now, background=colour(behind))


def _size_in(font: str) -> str:
    """Return the size that the short form of a font gives, or ""."""
    found = _FONT_SIZE.search(f" {font} ") if font else None
    return found[1] if found else ""


def sheet(text: str) -> dict[str, dict[str, str]]:
    """Return the declarations of a style sheet for its simple selectors ("p", ".name", "#name").

    Rules within @media and the like are left out: they hold for some screens only. Of a selector
    that says more than one thing only a background counts, as one that is not known: it may lie
    behind light words, which are then to be seen.
    """
    found: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(_unconditional(text[:_LARGEST_SHEET])):
        for selector in selectors.split(","):
            written = selector.strip().lower()
            simple = _SIMPLE.fullmatch(written)
            if simple:
                found.setdefault(simple[1] or simple[0], {}).update(declarations(body))
            elif any(each in body for each in _BEHIND):
                subject = _SUBJECT.match(_COMBINED.split(written)[-1])
                name = (subject[2] or subject[1] or "") if subject else ""
                found.setdefault(name, {}).update(_UNKNOWN)
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
