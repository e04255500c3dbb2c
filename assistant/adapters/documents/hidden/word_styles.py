"""The styles of a Word document that hide their text (ECMA-376 part 1, section 17.7)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.hidden.packaging import is_on, is_whitish, value_of

OFF = frozenset({"0", "false", "off"})
# Half points: what is two points high is a hairline.
_TINY = 4


@dataclass(frozen=True, slots=True)
class Styles:
    """The ids of styles by what they do to their text; "" is what has no style of its own."""

    hidden: frozenset[str] = frozenset()
    white: frozenset[str] = frozenset()
    tiny: frozenset[str] = frozenset()


def read_styles(archive: Archive) -> Styles:
    """Return the styles that hide text, by themselves or by what they rest on."""
    root = archive.xml("word/styles.xml")
    styles = list(root.iter("{*}style")) if root is not None else []
    return Styles(
        _such(styles, "vanish", lambda own: value_of(own.find("{*}vanish"), "val") not in OFF),
        _such(styles, "color", _is_white) - _marked(styles),
        _such(styles, "sz", is_tiny),
    )


def set_to(properties: Any, tag: str) -> str:
    """Return what a property is set to, or ""."""
    found = properties.find(f"{{*}}{tag}")
    return value_of(found, "val") if found is not None else ""


def is_tiny(properties: Any) -> bool:
    """Say whether properties set a size that nobody can read."""
    size = set_to(properties, "sz")
    return size.isdecimal() and int(size) <= _TINY


def is_marked(properties: Any) -> bool:
    """Say whether text has a ground of its own: a marker or shading."""
    return properties.find("{*}highlight") is not None or properties.find("{*}shd") is not None


def _is_white(properties: Any) -> bool:
    return is_whitish(set_to(properties, "color"))


def _marked(styles: list[Any]) -> frozenset[str]:
    """Return the styles that shade what they are put on."""
    return frozenset(
        value_of(each, "styleId")
        for each in styles
        if next(each.iter("{*}shd", "{*}highlight"), None) is not None
    )


def _such(styles: list[Any], tag: str, fits: Callable[[Any], bool]) -> frozenset[str]:
    """Return the styles whose properties fit, or that rest on one and say nothing of the tag."""
    based: dict[str, str] = {}
    found: set[str] = set()
    for style in styles:
        own = style.find("{*}rPr")
        ident = value_of(style, "styleId")
        if own is None or own.find(f"{{*}}{tag}") is None:
            based[ident] = set_to(style, "basedOn")
        elif fits(own):
            found.add(ident)
    while more := {each for each, on in based.items() if on in found and each not in found}:
        found |= more
    usual = {
        value_of(each, "styleId")
        for each in styles
        if is_on(value_of(each, "default")) and value_of(each, "type") == "paragraph"
    }
    return frozenset((found - {""}) | ({""} if usual & found else set()))
