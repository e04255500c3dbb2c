"""What the frame of every page shows: whose pages these are, and what waits for somebody."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from assistant.domain.case import State
from assistant.store.models import Authority, Letter, Message, User
from assistant.web.mailboxes import need_a_person
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
    }


def _unverified(http_request: HttpRequest) -> frozenset[str]:
    """Return the provisions to mark wherever a page names one; none where the page has no ports."""
    ports = getattr(http_request, "ports", None)
    return unverified(ports.register) if ports else frozenset()


def counts(authority: Authority) -> dict[str, int]:
    """Count what the menu names: the held mail, the letters and the folders that need a person."""
    letters = Letter.objects.filter(case__authority=authority)
    return {
        "held": held_messages(authority).count(),
        "mailboxes": need_a_person(authority).count(),
        "person": needing_a_person(letters).count(),
    }


def held_messages(authority: Authority) -> QuerySet[Message]:
    """Return the messages that wait for a person to decide what they are."""
    return Message.objects.filter(
        authority=authority,
        disposition=Message.Disposition.HELD,
        resolution=Message.Resolution.NONE,
    )
