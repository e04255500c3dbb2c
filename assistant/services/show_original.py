"""Show a response of the library as it was imported, to those who may see personal data."""

from dataclasses import dataclass

from assistant.domain.errors import NotAllowed
from assistant.store.models import LibraryDocument, User


@dataclass(frozen=True, slots=True)
class Original:
    """A response before masking; `masks` are [start, end, kind] of title, request and text."""

    title: str
    request: str
    text: str
    masks: dict[str, list[list[int | str]]]


def show_original(document_id: int, *, by: User) -> Original:
    """Return a document of the person's own authority with the personal data in it.

    Raises NotAllowed for whoever is no supervisor, and for another authority's document.
    """
    found = LibraryDocument.objects.filter(pk=document_id, authority__people=by)
    row = found.select_related("original").first()
    if row is None:
        raise NotAllowed("There is no such document in your library.")
    if not by.supervises:
        raise NotAllowed(
            "Originals hold personal data, so only a supervisor may see them. Ask a supervisor."
        )
    original = row.original
    return Original(original.title, original.request, original.text, original.masks)
