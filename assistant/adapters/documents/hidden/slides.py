"""What a presentation hides (ECMA-376 part 1, section 19)."""

from typing import Any

from assistant.adapters.documents.archive import DAMAGED, Archive
from assistant.adapters.documents.found import CannotBeReadError
from assistant.adapters.documents.hidden.packaging import (
    bare,
    few,
    is_on,
    look_into_package,
    parts_like,
    relations,
    said_in,
    unshown_shapes,
    value_of,
)
from assistant.adapters.documents.hidden.seen import Seen

_SHOW = "ppt/presentation.xml"


def look_into_slides(archive: Archive, seen: Seen) -> None:
    """Add to `seen` what a presentation hides."""
    root = archive.xml(_SHOW)
    if root is None:
        raise CannotBeReadError(DAMAGED)
    related = relations(archive, _SHOW)
    noted: list[str] = []
    for number, each in enumerate(root.iter("{*}sldId"), start=1):
        found = related.get(_relation_id(each))
        slide = archive.xml(found.target) if found else None
        if slide is None or found is None:
            seen.add("partly-inspected", f"slide {number}")
            continue
        if value_of(slide, "show") and not is_on(value_of(slide, "show")):
            seen.add("hidden-slide", str(number))
        seen.add_if(unshown_shapes(slide), "hidden-shape", f"slide {number}")
        if _has_notes(archive, found.target):
            noted.append(str(number))
    seen.add_if(len(noted), "speaker-notes", few(noted))
    comments = (archive.xml(each) for each in parts_like(archive, r"ppt/comments/.+\.xml"))
    seen.add_if(
        sum(1 for each in comments if each is not None for _ in each.iter("{*}cm")), "comments"
    )
    look_into_package(archive, seen)


def _relation_id(slide: Any) -> str:
    """Return the id by which a slide's part is found; its own number is named id as well."""
    return next((str(held) for key, held in slide.attrib.items() if key.endswith("}id")), "")


def _has_notes(archive: Archive, slide: str) -> bool:
    """Say whether words of the speaker stand below a slide; its number is none of them."""
    for each in relations(archive, slide).values():
        notes = archive.xml(each.target) if each.kind == "notesSlide" else None
        runs = notes.iter("{*}r") if notes is not None else ()
        if any(text.strip() for run in runs if bare(run) == "r" for text in said_in(run, "{*}t")):
            return True
    return False
