"""Record a search an officer made; the machine never fills one in."""

from datetime import date

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.law.clock import LONDON
from assistant.ports import Clock
from assistant.services.compose_again import take_up
from assistant.store.events import record
from assistant.store.models import RequestPart, Search, User


def record_search(
    part_id: int,
    *,
    where: str,
    who: str,
    terms: str,
    made_on: date,
    result: str,
    by: User,
    clock: Clock,
) -> Search:
    """Add a search to a part: where, who, terms, when and what came of it.

    The response is composed again: it may say where was searched, and its checks ask for searches.

    Raises NotAllowed where one of the first two or the result is missing, or the day is to come.
    """
    if not (where.strip() and who.strip() and result.strip()):
        raise NotAllowed("Enter where the search was made, who made it, and its result.")
    if made_on > clock.now().astimezone(LONDON).date():
        raise NotAllowed("The search cannot have been made in the future.")
    with transaction.atomic():
        part = (
            RequestPart.objects.select_for_update(of=("self",))
            .select_related("case")
            .filter(pk=part_id, case__authority=by.authority)
            .first()
        )
        if part is None:
            raise NotAllowed("There is no such part.")
        search = Search.objects.create(
            part=part,
            where=where.strip(),
            who=who.strip(),
            terms=terms.strip(),
            made_on=made_on,
            result=result.strip(),
            recorded_by=by,
            recorded_at=clock.now(),
        )
        record(
            part.case,
            EventKind.SEARCH_RECORDED,
            by=by,
            at=clock.now(),
            part=part.pk,
            search=search.pk,
        )
        take_up(part.case, by=None, clock=clock)
    return search
