"""Link two cases, with why, and take a link away again."""

from django.db import transaction
from django.db.models import Q, QuerySet

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services.choice import chosen
from assistant.services.take_case import take_case
from assistant.store.events import record
from assistant.store.models import Case, CaseLink, User

Why = CaseLink.Why


def link_cases(
    case_id: int, *, version: int, other: str, why: str, reason: str, by: User, clock: Clock
) -> CaseLink:
    """Link a case with another of the same authority, by its reference; it shows on both.

    `why` is one of CaseLink.BY_HAND, `reason` the officer's word on it. A merged case stands for
    the one it was merged into. Raises NotAllowed where there is no such case, for a case and
    itself, and where the two are linked already. No letter and no clock changes by a link.
    """
    chosen(why, [each for each in Why if each in CaseLink.BY_HAND], "reason to link two cases")
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        found = Case.objects.filter(authority_id=case.authority_id, reference__iexact=other.strip())
        theirs = found.select_related("merged_into").first()
        if theirs is None:
            raise NotAllowed(f"There is no case “{other.strip()}”. Check the reference.")
        theirs = theirs.merged_into or theirs
        if theirs.pk == case.pk:
            raise NotAllowed("That is this case itself. Choose another.")
        if links_of(case).filter(Q(one=theirs) | Q(other=theirs)).exists():
            raise NotAllowed(
                f"{case.reference} and {theirs.reference} are linked already. Take that link away "
                "first, if it says the wrong thing."
            )
        case.save()
        return keep_link(case, theirs, why, reason.strip(), by=by, clock=clock)


def keep_link(case: Case, other: Case, why: str, note: str, *, by: User, clock: Clock) -> CaseLink:
    """Store a link and say so in the history of both; call it inside a transaction."""
    one, later = sorted((case, other), key=lambda each: each.pk)
    link = CaseLink.objects.create(
        one=one, other=later, why=why, note=note, linked_by=by, linked_at=clock.now()
    )
    for each, its in ((one, later), (later, one)):
        words = f"Linked with {its.reference}. {Why(why).label}.\nReason: {note}"
        record(
            each, EventKind.CASE_LINKED, by=by, at=clock.now(), reason=words, link=link.pk, why=why
        )
    return link


def unlink_cases(
    case_id: int, link_id: int, *, version: int, reason: str, by: User, clock: Clock
) -> CaseLink:
    """Take a link of a case away, with the reason, which the history of both keeps.

    Raises NotAllowed where it is there no more, or belongs to other cases.
    """
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        link = links_of(case).select_for_update(of=("self",)).filter(pk=link_id).first()
        if link is None or link.why == Why.MERGED:
            raise NotAllowed("There is no such link any more. Look at the case again.")
        case.save()
        _end(link, reason.strip(), by, clock)
        for each, its in ((link.one, link.other), (link.other, link.one)):
            words = f"The link with {its.reference} was taken away.\nReason: {reason.strip()}"
            record(each, EventKind.CASE_UNLINKED, by=by, at=clock.now(), reason=words, link=link.pk)
    return link


def follow_merger(gone: Case, into: Case, reason: str, *, by: User, clock: Clock) -> None:
    """Let the links of a merged case be those of the case that it was merged into, and link both.

    One between the two, or with a case that is linked there already, comes to its end.
    """
    there = {link.one_id + link.other_id - into.pk for link in links_of(into)} | {into.pk}
    for link in links_of(gone):
        partner = link.other if link.one_id == gone.pk else link.one
        if partner.pk in there:
            _end(link, f"{gone.reference} was merged into {into.reference}.", by, clock)
        else:
            link.one, link.other = sorted((partner, into), key=lambda each: each.pk)
            link.save()
    one, other = sorted((gone, into), key=lambda each: each.pk)
    CaseLink.objects.create(
        one=one, other=other, why=Why.MERGED, note=reason, linked_by=by, linked_at=clock.now()
    )


def links_of(case: Case) -> "QuerySet[CaseLink]":
    """Return the links of a case that stand, with both cases."""
    standing = CaseLink.objects.filter(Q(one=case) | Q(other=case), ended_at=None)
    return standing.select_related("one", "other", "linked_by")


def _end(link: CaseLink, reason: str, by: User, clock: Clock) -> None:
    link.ended_at, link.ended_by, link.ended_reason = clock.now(), by, reason
    link.save()
