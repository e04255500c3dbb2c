"""What a Word document hides (ECMA-376 part 1, section 17)."""

from dataclasses import dataclass, field
from typing import Any

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.found import CannotBeReadError
from assistant.adapters.documents.hidden.packaging import (
    bare,
    few,
    is_whitish,
    look_into_package,
    parts_like,
    relations,
    said_in,
    value_of,
)
from assistant.adapters.documents.hidden.seen import Seen
from assistant.adapters.documents.hidden.word_styles import (
    OFF,
    Styles,
    is_marked,
    is_tiny,
    read_styles,
    set_to,
)

_TEXTS = r"word/(?:document|header|footer|footnotes|endnotes)\d*\.xml"
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange",
                      "tblPrChange", "trPrChange", "tcPrChange", "cellIns", "cellDel",
                      "cellMerge", "numberingChange"})  # fmt: skip
_DARK = frozenset({"000000", "black"})


@dataclass(slots=True)
class _Counted:
    """Characters and changes in all the texts of a document."""

    changes: int = 0
    hidden: int = 0
    black: int = 0
    white: int = 0
    tiny: int = 0
    authors: dict[str, None] = field(default_factory=dict)


def look_into_word(archive: Archive, seen: Seen) -> None:
    """Add to `seen` what a Word document hides."""
    hiding = read_styles(archive)
    counted = _Counted()
    for part in parts_like(archive, _TEXTS):
        _look_into_text(archive, part, hiding, counted, seen)
    by = f"by {few(list(counted.authors))}" if counted.authors else ""
    seen.add_if(counted.changes, "tracked-changes", by)
    seen.add_if(counted.hidden, "hidden-text")
    seen.add_if(counted.black, "blacked-out")
    seen.add_if(counted.white, "white-text")
    seen.add_if(counted.tiny, "tiny-text")
    _unused_headers(archive, seen)
    comments = (archive.xml(each) for each in parts_like(archive, r"word/comments\d*\.xml"))
    found = [each for root in comments if root is not None for each in root.iter("{*}comment")]
    names = few(list(dict.fromkeys(filter(None, (value_of(each, "author") for each in found)))))
    seen.add_if(len(found), "comments", f"by {names}" if names else "")
    _settings(archive, seen)
    _links(archive, seen)
    look_into_package(archive, seen)


def _look_into_text(
    archive: Archive, part: str, hiding: Styles, counted: _Counted, seen: Seen
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


def _run(run: Any, hiding: Styles, counted: _Counted) -> None:
    """Count a run of text that nobody sees."""
    length = len("".join(said_in(run, "{*}t")).strip())
    if not length:
        return
    own = run.find("{*}rPr")
    if _is_hidden(run, own, hiding.hidden):
        counted.hidden += length
    elif own is not None and _is_blacked_out(own):
        counted.black += length
    elif _is_white(run, own, hiding.white):
        counted.white += length
    elif _is_tiny(run, own, hiding.tiny):
        counted.tiny += length


def _is_hidden(run: Any, own: Any, hiding: frozenset[str]) -> bool:
    """Say whether a run is hidden: by itself, by its style, or by its paragraph's."""
    if own is not None:
        switch = own.find("{*}vanish")
        if switch is not None:
            return value_of(switch, "val").lower() not in OFF
        if _own_style(own) in hiding - {""}:
            return True
    return _paragraph_style(run) in hiding


def _own_style(own: Any) -> str:
    return set_to(own, "rStyle") if own is not None else ""


def _paragraph_style(run: Any) -> str:
    above = next(run.iterancestors("{*}p"), None)
    about = above.find("{*}pPr") if above is not None else None
    return set_to(about, "pStyle") if about is not None else ""


def _is_tiny(run: Any, own: Any, tiny: frozenset[str]) -> bool:
    """Say whether a run is set too small to be read: by itself, or by a style."""
    if own is not None and own.find("{*}sz") is not None:
        return is_tiny(own)
    return _own_style(own) in tiny - {""} or _paragraph_style(run) in tiny


def _is_blacked_out(own: Any) -> bool:
    """Say whether a run is dark on dark: automatic text turns white on shading, not on a marker."""
    colour = (set_to(own, "color") or "auto").lower()
    marker = set_to(own, "highlight").lower()
    shading = own.find("{*}shd")
    fill = value_of(shading, "fill").lower() if shading is not None else ""
    return (marker in _DARK and colour in {*_DARK, "auto"}) or (fill in _DARK and colour in _DARK)


def _is_white(run: Any, own: Any, white: frozenset[str]) -> bool:
    """Say whether a run is white on the page itself: not marked, in no table and in no box."""
    colour = set_to(own, "color") if own is not None else ""
    styled = _own_style(own) in white - {""} or _paragraph_style(run) in white
    if not is_whitish(colour) and (colour or not styled):
        return False
    if own is not None and is_marked(own):
        return False
    for above in run.iterancestors():
        if bare(above) in {"tc", "txbxContent"}:
            return False
        if bare(above) == "p" and above.find("{*}pPr/{*}shd") is not None:
            return False
    return True


def _unused_headers(archive: Archive, seen: Seen) -> None:
    """Note headers and footers with words that no page has (section 17.10).

    Those for a first page, or for even pages, are kept when the pages are made all alike.
    """
    root = archive.xml("word/document.xml")
    settings = archive.xml("word/settings.xml")
    kinds = {"default"}
    if settings is not None and _is_set(settings.find("{*}evenAndOddHeaders")):
        kinds.add("even")
    if any(_is_set(each) for each in (root.iter("{*}titlePg") if root is not None else ())):
        kinds.add("first")
    related = relations(archive, "word/document.xml")
    shown = {
        related[value_of(each, "id")].target
        for each in (
            root.iter("{*}headerReference", "{*}footerReference") if root is not None else ()
        )
        if value_of(each, "type") in kinds and value_of(each, "id") in related
    }
    unseen = (
        each for each in parts_like(archive, r"word/(?:header|footer)\d*\.xml") if each not in shown
    )
    roots = (archive.xml(each) for each in unseen)
    words = ("".join(said_in(each, "{*}t")).strip() for each in roots if each is not None)
    seen.add_if(sum(map(len, words)), "unused-header")


def _is_set(switch: Any) -> bool:
    return switch is not None and value_of(switch, "val").lower() not in OFF


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
