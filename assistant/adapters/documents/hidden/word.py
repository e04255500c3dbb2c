"""What a Word document hides (ECMA-376 part 1, section 17)."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.found import CannotBeReadError
from assistant.adapters.documents.hidden.packaging import (
    bare,
    few,
    look_into_package,
    parts_like,
    relations,
    said_in,
    value_of,
)
from assistant.adapters.documents.hidden.seen import Seen

_TEXTS = r"word/(?:document|header|footer|footnotes|endnotes)\d*\.xml"
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange",
                      "tblPrChange", "trPrChange", "tcPrChange", "cellIns", "cellDel",
                      "cellMerge", "numberingChange"})  # fmt: skip
_OFF = frozenset({"0", "false", "off"})
_DARK = frozenset({"000000", "black"})


@dataclass(slots=True)
class _Counted:
    """Characters and changes in all the texts of a document."""

    changes: int = 0
    hidden: int = 0
    black: int = 0
    white: int = 0
    authors: dict[str, None] = field(default_factory=dict)


def look_into_word(archive: Archive, seen: Seen) -> None:
    """Add to `seen` what a Word document hides."""
    hiding = _hiding_styles(archive)
    counted = _Counted()
    for part in parts_like(archive, _TEXTS):
        _look_into_text(archive, part, hiding, counted, seen)
    by = f"by {few(list(counted.authors))}" if counted.authors else ""
    seen.add_if(counted.changes, "tracked-changes", by)
    seen.add_if(counted.hidden, "hidden-text")
    seen.add_if(counted.black, "blacked-out")
    seen.add_if(counted.white, "white-text")
    comments = (archive.xml(each) for each in parts_like(archive, r"word/comments\d*\.xml"))
    found = [each for root in comments if root is not None for each in root.iter("{*}comment")]
    names = few(list(dict.fromkeys(filter(None, (value_of(each, "author") for each in found)))))
    seen.add_if(len(found), "comments", f"by {names}" if names else "")
    _settings(archive, seen)
    _links(archive, seen)
    look_into_package(archive, seen)


def _look_into_text(
    archive: Archive, part: str, hiding: Collection[str], counted: _Counted, seen: Seen
) -> None:
    """Count what one part of the document hides."""
    try:
        root = archive.xml(part)
    except CannotBeReadError:
        seen.add("partly-inspected", part)
        return
    for element in root.iter("{*}*") if root is not None else ():
        tag = bare(element)
        if tag in _CHANGES:
            counted.changes += 1
            counted.authors[value_of(element, "author") or "nobody named"] = None
        elif tag == "r":
            _run(element, hiding, counted)


def _run(run: Any, hiding: Collection[str], counted: _Counted) -> None:
    """Count a run of text that nobody sees."""
    length = len("".join(said_in(run, "{*}t")).strip())
    if not length:
        return
    own = run.find("{*}rPr")
    if _is_hidden(run, own, hiding):
        counted.hidden += length
    elif own is not None and _is_blacked_out(own):
        counted.black += length
    elif own is not None and _is_white(run, own):
        counted.white += length


def _is_hidden(run: Any, own: Any, hiding: Collection[str]) -> bool:
    """Say whether a run is hidden: by itself, by its style, or by its paragraph's."""
    if own is not None:
        switch = own.find("{*}vanish")
        if switch is not None:
            return value_of(switch, "val").lower() not in _OFF
        if _style(own, "rStyle") in hiding:
            return True
    above = next(run.iterancestors("{*}p"), None)
    about = above.find("{*}pPr") if above is not None else None
    return about is not None and _style(about, "pStyle") in hiding


def _style(properties: Any, tag: str) -> str:
    found = properties.find(f"{{*}}{tag}")
    return value_of(found, "val") if found is not None else ""


def _is_blacked_out(own: Any) -> bool:
    """Say whether a run is dark on dark: automatic text turns white on shading, not on a marker."""
    colour = (_style(own, "color") or "auto").lower()
    marker = _style(own, "highlight").lower()
    shading = own.find("{*}shd")
    fill = value_of(shading, "fill").lower() if shading is not None else ""
    return (marker in _DARK and colour in {*_DARK, "auto"}) or (fill in _DARK and colour in _DARK)


def _is_white(run: Any, own: Any) -> bool:
    """Say whether a run is white on the page itself: not marked, in no table and in no box."""
    if _style(own, "color").lower() != "ffffff":
        return False
    if own.find("{*}highlight") is not None or own.find("{*}shd") is not None:
        return False
    for above in run.iterancestors():
        if bare(above) in {"tc", "txbxContent"}:
            return False
        if bare(above) == "p" and above.find("{*}pPr/{*}shd") is not None:
            return False
    return True


def _hiding_styles(archive: Archive) -> frozenset[str]:
    """Return the ids of the styles that hide their text, by themselves or by what they rest on."""
    root = archive.xml("word/styles.xml")
    based: dict[str, str] = {}
    hiding: set[str] = set()
    for style in root.iter("{*}style") if root is not None else ():
        ident = value_of(style, "styleId")
        switch = style.find("{*}rPr/{*}vanish")
        if switch is None:
            based[ident] = _style(style, "basedOn")
        elif value_of(switch, "val").lower() not in _OFF:
            hiding.add(ident)
    while more := {each for each, on in based.items() if on in hiding and each not in hiding}:
        hiding |= more
    return frozenset(hiding - {""})


def _settings(archive: Archive, seen: Seen) -> None:
    """Note variables, and the list of recipients of a mail merge (section 17.14)."""
    root = archive.xml("word/settings.xml")
    if root is None:
        return
    seen.add_if(sum(1 for _ in root.iter("{*}docVar")), "variables")
    merge = next(root.iter("{*}mailMerge"), None)
    if merge is not None:
        query = next(merge.iter("{*}query"), None)
        seen.add("mail-merge", value_of(query, "val") if query is not None else "of no name")


def _links(archive: Archive, seen: Seen) -> None:
    """Note templates, files and folders of the authority's own that the document names."""
    targets: dict[str, None] = {}
    for part in (*parts_like(archive, _TEXTS), "word/settings.xml"):
        for each in relations(archive, part).values():
            own = each.target.lower().startswith(("file:", "\\\\", "//"))
            if each.external and (own or each.kind != "hyperlink"):
                targets[each.target] = None
    if targets:
        seen.add("linked-file", few(list(targets)))
