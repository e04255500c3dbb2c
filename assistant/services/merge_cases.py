"""Merge a case into another: the same request arrived twice, or a reply was made a case."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction

from assistant.domain.case import EventKind, State
from assistant.domain.errors import NotAllowed
from assistant.domain.law.timeline import long_day
from assistant.domain.request.joining import Asked, Joined, joined
from assistant.ports import Clock
from assistant.services.compose_again import queue_drafts
from assistant.services.link_cases import follow_merger
from assistant.services.merge_refusals import why_not_merge
from assistant.services.move_parts import (
    count_for,
    count_for_each,
    keep_day,
    live_entries,
    move_parts,
    move_reasons,
)
from assistant.services.parts_record import keep_sketch, name
from assistant.services.set_clock import set_clock
from assistant.services.take_case import take_case
from assistant.store import case_words
from assistant.store.events import record
from assistant.store.models import (
    Authority,
    Case,
    CaseMessage,
    Draft,
    Message,
    Requester,
    RequestPart,
    User,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A case as a person looked at it: its id, and the version it had."""

    case_id: int
    version: int


def merge_cases(
    stays: Seen,
    other: Seen,
    *,
    parts: Collection[int],
    reason: str,
    by: User,
    clock: Clock,
    requesters: str = "",
) -> Case:
    """Merge the other case into the one that stays, and return that.

    `parts` are the places (from 1) of the other's parts that are asked besides; they come along
    with what is recorded on them, and keep their day of receipt. Those left behind count as asked
    already: see domain/request/joining.py for which day then counts. Messages of the other are
    filed on the one that stays, and mail for it goes there from now on. `requesters` says why both
    are one although different people asked, where they did.

    Raises NotAllowed with every reason that stands against it, and where somebody was quicker.
    """
    with transaction.atomic():
        # Whoever files incoming mail holds this lock too: none comes to the other meanwhile.
        of_case = Case.objects.filter(pk=stays.case_id).values("authority")
        list(Authority.objects.select_for_update(no_key=True).filter(pk__in=of_case))
        seen = sorted({stays, other}, key=lambda each: each.case_id)
        taken = {
            each.case_id: take_case(each.case_id, each.version, by=by, reason=reason)
            for each in seen
        }
        into, gone = taken[stays.case_id], taken[other.case_id]
        _refuse(into, gone, requesters)
        theirs = list(gone.parts.select_for_update().order_by("position"))
        brought = _brought(into, theirs, parts)
        messages = _file_messages(into, gone, brought, clock)
        before = into.received_on
        _join_parts(into, gone, theirs, brought)
        _close(gone, into, clock)
        follow_merger(gone, into, reason.strip(), by=by, clock=clock)
        told = _told(into, gone, brought, len(messages), changed=into.received_on != before)
        words = "\n".join(filter(None, (told, _said_of(requesters), f"Reason: {reason.strip()}")))
        details = {"messages": messages, "brought": [part.pk for part in brought]}
        now = clock.now()
        record(gone, EventKind.CASE_MERGED, by=by, at=now, reason=words, other=into.pk, **details)
        record(
            into, EventKind.OTHER_MERGED_IN, by=by, at=now, reason=words, other=gone.pk, **details
        )
        if into.state == State.OPEN and (brought or into.received_on != before):
            queue_drafts(into, clock=clock)
    return into


def same_requester(one: Case, other: Case) -> bool:
    """Say whether one person asked both, as far as their addresses show; by name without one."""
    mine, theirs = _asker(one), _asker(other)
    return bool(mine) and mine == theirs


def _asker(case: Case) -> str:
    who: Requester | None = getattr(case, "requester", None)
    return (who.address or who.name).strip().casefold() if who else ""


def _refuse(into: Case, gone: Case, requesters: str) -> None:
    """Raise NotAllowed with everything that stands against it."""
    reasons = why_not_merge(into, gone)
    if not reasons and not same_requester(into, gone) and not requesters.strip():
        reasons = [
            (
                "Different people asked. Confirm that the two are one request all the same, and "
                "say why: only the requester of the case that stays gets its letters."
            )
        ]
    if reasons:
        raise NotAllowed(" ".join(reasons))


def _brought(
    into: Case, theirs: Sequence[RequestPart], places: Collection[int]
) -> list[RequestPart]:
    """Return the parts that come along; raises NotAllowed where they would never be answered."""
    brought = [part for part in theirs if part.position in places]
    if len(brought) != len(set(places)):
        raise NotAllowed("The other case has no such part any more. Look at its parts again.")
    if brought and into.state != State.OPEN:
        raise NotAllowed(
            f"{into.reference} is answered, so what it has not answered would be lost on it. "
            "Reopen it first, or bring no part along."
        )
    return brought


def _file_messages(
    into: Case, gone: Case, brought: Sequence[RequestPart], clock: Clock
) -> list[int]:
    """File the messages of the other case on the one that stays; return their ids.

    One that a part comes from is a request there, too; any other request is a reply to it. They
    stay on the other case as well, to be read there.
    """
    there = set(into.case_messages.values_list("message_id", flat=True))
    sources = {part.message_id for part in brought if part.message_id}
    filed = gone.case_messages.select_related("message").order_by("filed_at", "pk")
    came = [row for row in filed if row.message_id not in there]
    for row in came:
        part = row.part
        if part == CaseMessage.Part.REQUEST and row.message_id not in sources:
            part = CaseMessage.Part.REPLY
        CaseMessage.objects.create(case=into, message=row.message, part=part, filed_at=clock.now())
        _keep_words(into, row.message, part)
    CaseMessage.objects.filter(case=into, message_id__in=sources).update(
        part=CaseMessage.Part.REQUEST
    )
    return [row.message_id for row in came]


def _keep_words(into: Case, message: Message, part: str) -> None:
    """Let the case be found by the words of a message that people wrote."""
    if part not in {CaseMessage.Part.BOUNCE, CaseMessage.Part.AUTOMATIC}:
        case_words.add_message(into.pk, message)


def _join_parts(
    into: Case, gone: Case, theirs: Sequence[RequestPart], brought: Sequence[RequestPart]
) -> None:
    """Bring parts along, let every part count from its day, and compute the clock again."""
    mine = list(into.parts.select_for_update().order_by("position"))
    places = [place for place, part in enumerate(theirs) if part in brought]
    before = [part.asked_in(into) for part in mine]
    days = joined(_asked(mine, into), _asked(theirs, gone), places)
    if brought:
        count_for_each(into)
    _receive(into, gone, days)
    for part, day in zip(mine, days.staying, strict=True):
        keep_day(part, into, day)
    RequestPart.objects.bulk_update(mine, ["asked_on"])
    # What is recorded of the clock of the whole case that they leave counts for them as before.
    count_for(live_entries(gone), brought, into)
    move_parts(
        brought, into, {part.pk: days.brought[n] for n, part in zip(places, brought, strict=True)}
    )
    if any(part.sections for part in brought):
        move_reasons(gone, into)
    into.legal_hold = into.legal_hold or gone.legal_hold
    into.retain_until = max(filter(None, (into.retain_until, gone.retain_until)), default=None)
    into.officer = into.officer or gone.officer
    for part in brought:
        if part.message_id is None:
            case_words.add_part(into.pk, part.text)
    if brought:
        keep_sketch(into, [*mine, *brought])
    if brought or list(days.staying) != before:
        set_clock(into)
    else:
        into.save()


def _asked(parts: Sequence[RequestPart], case: Case) -> list[Asked]:
    return [Asked(part.text, part.asked_in(case)) for part in parts]


def _receive(into: Case, gone: Case, days: Joined) -> None:
    """Let the case be received when the first of its parts was, as that case knows it."""
    if days.first < into.received_on:
        into.received_on, into.received_at = gone.received_on, gone.received_at
        into.receipt_basis, into.receipt_reason = gone.receipt_basis, gone.receipt_reason


def _close(gone: Case, into: Case, clock: Clock) -> None:
    """Link the other case to where it went, with all that led to it; keep its drafts to be read."""
    gone.merged_into = into
    gone.save()
    Case.objects.filter(merged_into=gone).update(merged_into=into)
    Case.objects.filter(parent=gone).update(parent=into)
    written = Draft.objects.filter(case=gone, state__in=Draft.OPEN)
    written.filter(blocks=[]).update(state=Draft.State.DISCARDED)
    written.update(state=Draft.State.KEPT, problem="", queued_at=clock.now())


def _told(
    into: Case, gone: Case, brought: Sequence[RequestPart], messages: int, *, changed: bool
) -> str:
    """Say in words what was merged into what, and what came along."""
    said = [f"{gone.reference} was merged into {into.reference}."]
    if messages:
        said.append(f"{messages} message{'s' if messages > 1 else ''} came along.")
    said += [
        f"{name(part)} came along, received on {long_day(part.asked_in(into))}." for part in brought
    ]
    if changed:
        said.append(f"The request counts as received on {long_day(into.received_on)} now.")
    return " ".join(said)


def _said_of(requesters: str) -> str:
    said = requesters.strip()
    return f"Different people asked: {said}" if said else ""
