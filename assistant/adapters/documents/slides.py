"""The words of a presentation (ECMA-376), slide by slide."""

import re

from assistant.adapters.documents.archive import DAMAGED, Archive
from assistant.adapters.documents.found import Budget, CannotBeReadError, Found

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLIDE = re.compile(r"ppt/slides/slide(\d{1,6})\.xml")


def read_slides(content: bytes, budget: Budget) -> Found:
    """Return the text of a .pptx, slides divided by a blank line."""
    archive = Archive(content)
    found = (_SLIDE.fullmatch(name) for name in archive.names())
    slides = sorted((int(each[1]), each[0]) for each in found if each)
    if not slides:
        raise CannotBeReadError(DAMAGED)
    texts: list[str] = []
    for _, name in slides:
        if not budget.left:
            break
        root = archive.xml(name)
        lines = (
            "".join(each.text or "" for each in paragraph.iter(_A + "t"))
            for paragraph in (root.iter(_A + "p") if root is not None else ())
        )
        texts.append("\n".join(each for each in budget.take(lines) if each.strip()))
    return Found("\n\n".join(each for each in texts if each), pages=len(slides))
