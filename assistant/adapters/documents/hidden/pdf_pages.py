"""What one page of a PDF hides: covered, invisible and cut-off text, and its annotations."""

from typing import Any

from assistant.adapters.documents.hidden.pdf_drawing import draw
from assistant.adapters.documents.hidden.pdf_plane import Plane
from assistant.adapters.documents.hidden.seen import Seen

# Fewer characters than these are the edges of letters that a line touches.
_FEWEST = 3
_MOST_OF_IT = 0.5
_NO_NOTES = frozenset({"/Link", "/Widget", "/Popup", "/Redact", "/PrinterMark", "/TrapNet"})
_HIDDEN_FLAGS = 0b100010  # hidden, or not viewed (table 167)


def look_into_page(page: Any, number: int, seen: Seen) -> bool:
    """Add to `seen` what a page hides; return whether text stands behind a scanned picture."""
    drawing, cut = draw(page)
    if cut:
        seen.add("partly-inspected", f"page {number}")
    _annotations(page, number, seen)
    for rule, count in (
        ("pdf-text-under-box", drawing.under_dark),
        ("pdf-text-covered", drawing.under_light),
        ("pdf-outside-page", drawing.outside),
    ):
        if count >= _FEWEST:
            seen.add(rule, str(number), count)
    if drawing.white >= _FEWEST:
        seen.add("white-text", f"page {number}", drawing.white)
    if drawing.tiny >= _FEWEST:
        seen.add("tiny-text", f"page {number}", drawing.tiny)
    scanned = drawing.invisible >= _FEWEST and _is_scan(drawing, page)
    if drawing.invisible >= _FEWEST and not scanned:
        seen.add("pdf-invisible-text", str(number), drawing.invisible)
    return scanned


def _is_scan(drawing: Plane, page: Any) -> bool:
    """Say whether pictures fill most of the page."""
    area = abs(float(page.mediabox.width) * float(page.mediabox.height))
    return drawing.pictured >= _MOST_OF_IT * area


def _annotations(page: Any, number: int, seen: Seen) -> None:
    """Count marks of redaction that nobody applied, remarks, and hidden fields (section 12.5)."""
    marked, remarks, fields = 0, 0, 0
    for each in page.get("/Annots") or ():
        found = each.get_object()
        kind = str(found.get("/Subtype", ""))
        marked += kind == "/Redact"
        remarks += kind not in _NO_NOTES
        unseen = int(found.get("/F", 0)) & _HIDDEN_FLAGS
        filled = found.get("/V") or (found.get("/Parent") or {}).get("/V")
        fields += bool(kind == "/Widget" and unseen and filled)
    seen.add_if(marked, "pdf-redaction-not-applied", str(number))
    seen.add_if(remarks, "pdf-annotations", str(number))
    seen.add_if(fields, "pdf-hidden-field", str(number))
