"""Find passages of the library for each part of a request."""

from collections.abc import Sequence

from assistant.domain.case import CasePart
from assistant.domain.letters.context import EvidencePassage
from assistant.ports import Library
from assistant.services.search_library import Found, search
from assistant.store.models import LibraryDocument

PER_PART = 5
# The library's words for how far a passage may be trusted, as the composer knows them.
_STATUS = {
    LibraryDocument.Status.APPROVED.value: "approved wording",
    LibraryDocument.Status.EXAMPLE.value: "example",
    LibraryDocument.Status.SUPERSEDED.value: "superseded",
    LibraryDocument.Status.OVERTURNED.value: "overturned",
}


def find_passages(
    authority_id: int, parts: Sequence[CasePart], *, library: Library, per_part: int = PER_PART
) -> tuple[EvidencePassage, ...]:
    """Return the best `per_part` passages for each part, by the words of the part alone.

    Who asked is not part of the question (the Act is blind to the applicant).
    """
    return tuple(
        _evidence(part, found)
        for part in parts
        for found in search(authority_id, part.question, k=per_part, library=library)
    )


def _evidence(part: CasePart, found: Found) -> EvidencePassage:
    """Return a search result as the composer takes it."""
    return EvidencePassage(
        id=found.id,
        version=found.version,
        title=found.title,
        date=found.dated,
        score=round(found.likeness, 4),
        text=found.text,
        start=found.start,
        end=found.end,
        part_key=part.key,
        section=found.section or ";".join(found.sections),
        status=_STATUS[found.status],
        outcome=found.outcome,
    )
