"""Decide how far an earlier response may be trusted."""

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services.choice import chosen
from assistant.store.models import LibraryDecision, LibraryDocument, User

SUPERVISORS_ALONE = "Only a supervisor decides how far an earlier response may be trusted. Ask one."


def judge_document(
    document_id: int, *, status: str, reason: str, by: User, clock: Clock
) -> LibraryDocument:
    """Give a document another status, with the reason; drafts composed from now on heed it.

    Raises NotAllowed for whoever is no supervisor, for another authority's document, and where no
    reason is given.
    """
    wanted = chosen(status, LibraryDocument.Status, "status")
    if not by.supervises:
        raise NotAllowed(SUPERVISORS_ALONE)
    if not reason.strip():
        raise NotAllowed("Give the reason: it is kept with the response.")
    with transaction.atomic():
        found = (
            LibraryDocument.objects.select_for_update()
            .filter(pk=document_id, authority=by.authority)
            .first()
        )
        if found is None:
            raise NotAllowed("There is no such response in your library.")
        LibraryDecision.objects.create(
            document=found, status=wanted, reason=reason.strip(), by=by, at=clock.now()
        )
        found.status = wanted
        found.save(update_fields=["status"])
    return found
