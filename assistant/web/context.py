"""What the frame of every page shows: whose pages these are, and what waits for somebody."""

from django.db.models import QuerySet
from django.http import HttpRequest

from assistant.domain.case import State
from assistant.store.models import Authority, Draft, Letter, Message, Outbox, User
from assistant.web.mailboxes import need_a_person
from assistant.web.permissions import OWN, PAGES
from assistant.web.provisions import unverified
from assistant.web.sending import came_back, needing_a_person

LIVE = (State.OPEN, State.RESPONSE_APPROVED)


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
    """Count the held mail, the drafts nobody approved yet, the letters and folders in need."""
    outbox = Outbox.objects.filter(letter__case__authority=authority)
    letters = Letter.objects.filter(case__authority=authority, voided_at__isnull=True)
    drafts = Draft.objects.filter(
        case__authority=authority, case__state__in=LIVE, state=Draft.State.READY
    )
    return {
        "held": held_messages(authority).count(),
        "drafts": drafts.count(),
        "unknown": outbox.filter(stage=Outbox.Stage.UNKNOWN).count(),
        "stopped": outbox.filter(stage=Outbox.Stage.STOPPED).count(),
        "mailboxes": need_a_person(authority).count(),
        "refused": outbox.filter(stage=Outbox.Stage.REFUSED).count(),
        "came_back": letters.filter(came_back()).count(),
        "person": needing_a_person(letters).count(),
    }


def held_messages(authority: Authority) -> QuerySet[Message]:
    """Return the messages that wait for a person to decide what they are."""
    return Message.objects.filter(
        authority=authority,
        disposition=Message.Disposition.HELD,
        resolution=Message.Resolution.NONE,
    )
