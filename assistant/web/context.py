"""What the frame of every page shows: whose pages these are, and what waits for somebody."""

from typing import Any

from django.db.models import Count, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from assistant.domain.case import State
from assistant.store.models import Authority, Letter, Message, User
from assistant.web.mailboxes import need_a_person
from assistant.web.permissions import OWN, PAGES
from assistant.web.provisions import unverified
from assistant.web.sending import needing_a_person

LIVE = (State.OPEN, State.RESPONSE_APPROVED)
# As a list of one: SQLite looks up no index for a column that stands alone as a condition.
NOT_ANSWERED = Q(unanswered__in=[True])


def shown_everywhere(http_request: HttpRequest) -> dict[str, object]:
    """Return the authority's name, the person's role, what waits, and which provisions to mark."""
    user = getattr(http_request, "user", None)
    if not isinstance(user, User) or user.authority is None:
        return {"authority_name": "", "role": "", "waiting": {}, "unverified": frozenset()}
    return {
        "authority_name": user.authority.name,
        "role": user.get_role_display(),
        "waiting": counts(user.authority),
        "unverified": _unverified(http_request),
        "reads_only": _reads_only(http_request, user),
    }


def _unverified(http_request: HttpRequest) -> frozenset[str]:
    """Return the provisions to mark wherever a page names one; none where the page has no ports."""
    ports = getattr(http_request, "ports", None)
    return unverified(ports.register) if ports else frozenset()


def _reads_only(http_request: HttpRequest, user: User) -> bool:
    """Whether a page has nothing that the person may change: all but their own account's."""
    match = http_request.resolver_match
    own = match is not None and PAGES.get(match.view_name) is OWN
    return not user.may_change and not own


def counts(authority: Authority) -> dict[str, int]:
    """Count what the menu names: the held mail, the letters and the folders that need a person."""
    letters = Letter.objects.filter(case__authority=authority)
    asked = {
        "held": _how_many(held_messages(authority)),
        "mailboxes": _how_many(need_a_person(authority)),
        "person": _how_many(needing_a_person(letters)),
    }
    found = Authority.objects.filter(pk=authority.pk).values_list(*asked.values()).get()
    return dict(zip(asked, found, strict=True))


def _how_many(rows: QuerySet[Any]) -> Coalesce:
    """Return the count of some rows, to be asked for along with others."""
    together = rows.order_by().annotate(all_of_them=Value(1)).values("all_of_them")
    count = together.annotate(how_many=Count("pk")).values("how_many")
    return Coalesce(Subquery(count), 0)


def held_messages(authority: Authority) -> QuerySet[Message]:
    """Return the messages that wait for a person to decide what they are."""
    return Message.objects.filter(
        authority=authority,
        disposition=Message.Disposition.HELD,
        resolution=Message.Resolution.NONE,
    )
