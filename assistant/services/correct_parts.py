"""Correct what the parts of a request are: split one, join two, add one, take one away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import shorten

from django.db import transaction
from django.db.models import F

from assistant.domain.case import EventKind, State
from assistant.domain.errors import NotAllowed
from assistant.domain.request.correcting import (
    Span,
    halves,
    occurrences,
    overlapping,
    places,
)
from assistant.ports import Clock
from assistant.services.compose_again import queue_drafts
from assistant.services.part_sources import Source, place_among, source_of, sources_of
from assistant.services.parts_record import (
    digest,
    keep_records,
    keep_sketch,
    name,
    new_key,
    recorded_on,
    refuse_to_join,
)
from assistant.services.set_clock import set_clock
from assistant.store.case_words import add_part as find_by_part
from assistant.store.events import record
from assistant.store.locking import take
from assistant.store.models import Case, RequestPart, User

LONGEST_PART = 20_000
_EXCERPT = 160
# Places are unique within a case: while they are given anew, the old ones are out of the way.
_AWAY = 1_000_000


@dataclass(frozen=True, slots=True)
class _Done:
    """What a step did: its parts in their order now, which of them it touched, and the words.

    `said` is told to the person and kept in the history, `more` is kept only.
    """

    step: str
    parts: Sequence[RequestPart]
    touched: Sequence[RequestPart]
    said: str
    more: str = ""
    gone: str = ""


_Step = Callable[[Case, list[RequestPart]], _Done]


def split_part(
    case_id: int, part_id: int, place: int, *, version: int, by: User, clock: Clock, note: str = ""
) -> str:
    """Split a part in two at a place of its text, an offset that `places` offers.

    What is recorded on it stays on the first; the second is undecided, under the same regime, and
    nothing that happened to the clock of the first alone counts for it. Returns what was done in
    words, as every step here does. `version` is that of the case the person looked at. Raises
    NotAllowed while the case is not open, where somebody was quicker, and for no such place. `note`
    stands in the history after what was done.
    """

    def step(case: Case, parts: list[RequestPart]) -> _Done:
        first = _named(parts, part_id)
        if place not in places(first.text):
            raise NotAllowed(f"{name(first)} cannot be split there. Choose one of its places.")
        at = parts.index(first) + 1
        second = _new(case, parts, at, first)
        source = source_of(first, sources_of(case))
        if source:
            cut = first.start + place
            one, two = halves(source.text, first.start, first.end, cut)
            _stand(first, source, one)
            _stand(second, source, two)
        else:
            # The text around it is not kept: its white space stays, so that it can be joined again.
            first.text, second.text = first.text[:place], first.text[place:]
            if first.end:
                second.start = first.end = first.start + place
                second.end = second.start + len(second.text)
        old = name(first)
        first.save()
        second.save()
        kept = recorded_on(first)
        stays = f" What was recorded ({', '.join(kept)}) stays on the first." if kept else ""
        said = f"{old} is now two parts. The second begins “{_excerpt(second)}”.{stays}"
        return _Done("split", [*parts[:at], second, *parts[at:]], [first, second], said)

    return _correct(case_id, step, version=version, by=by, clock=clock, note=note)


def join_part(
    case_id: int, part_id: int, *, version: int, by: User, clock: Clock, note: str = ""
) -> str:
    """Join a part with the one after it; the first keeps its key, and what is recorded on both.

    The words between them belong to it too. Raises NotAllowed where they stand in different texts,
    or what is recorded on the one cannot stand for both.
    """

    def step(case: Case, parts: list[RequestPart]) -> _Done:
        first = _named(parts, part_id)
        at = parts.index(first) + 1
        if at == len(parts):
            raise NotAllowed(f"{name(first)} is the last part. Choose the one before it.")
        second = parts[at]
        others = [each for each in parts if each not in (first, second)]
        _stand_together(first, second, others, sources_of(case))
        refuse_to_join(first, second)
        said = f"{name(second)} was joined to {name(first)}, with all that was recorded on both."
        more = f"{name(second)} began “{_excerpt(second)}”."
        gone = second.key
        keep_records(first, second, by=by, clock=clock)
        if second.asked_in(case) < first.asked_in(case):
            first.asked_on = second.asked_on
        second.delete()
        first.save()
        return _Done("joined", [*parts[:at], *parts[at + 1 :]], [first], said, more, gone)

    return _correct(case_id, step, version=version, by=by, clock=clock, note=note)


def add_part(
    case_id: int, words: str, *, version: int, by: User, clock: Clock, note: str = ""
) -> str:
    """Add a part from the requester's own words, which must occur in the text of the request.

    White space and line breaks may differ. Words the sender wrote go before words they quoted.
    Raises NotAllowed where the words do not occur, occur more than once, or belong to another part.
    """

    def step(case: Case, parts: list[RequestPart]) -> _Done:
        sources = sources_of(case)
        source, span = _found(words, sources, parts)
        at = place_among(parts, source, span[0], sources)
        added = _new(case, parts, at, None)
        _stand(added, source, span)
        # What came from another case keeps that case's day of receipt.
        same = [each for each in parts if each.message_id == source.message.pk]
        added.asked_on = same[0].asked_on if same else None
        added.save()
        said = f"A part was added from the text of the request: “{_excerpt(added)}”."
        return _Done("added", [*parts[:at], added, *parts[at:]], [added], said)

    return _correct(case_id, step, version=version, by=by, clock=clock, note=note)


def type_part(case_id: int, text: str, reason: str, *, version: int, by: User, clock: Clock) -> str:
    """Add a part in words that stand in no text of the request, with the reason; it comes last."""
    wanted = text.replace("\r\n", "\n").strip()
    if not any(letter.isalnum() for letter in wanted) or len(wanted) > LONGEST_PART:
        raise NotAllowed(f"Enter what is asked, in at most {LONGEST_PART:,} characters.")
    _need(reason)

    def step(case: Case, parts: list[RequestPart]) -> _Done:
        added = _new(case, parts, len(parts), None)
        added.text = wanted
        added.save()
        find_by_part(case.pk, wanted)
        said = f"A part was added in an officer’s words: “{_excerpt(added)}”."
        return _Done("typed", [*parts, added], [added], said, f"Reason: {reason.strip()}")

    return _correct(case_id, step, version=version, by=by, clock=clock)


def take_away_part(
    case_id: int, part_id: int, reason: str, *, version: int, by: User, clock: Clock
) -> str:
    """Take away a part that asks nothing, with the reason; its words stay in the history.

    Raises NotAllowed where anything is recorded on it, and for the only part of a request.
    """
    _need(reason)

    def step(_: Case, parts: list[RequestPart]) -> _Done:
        part = _named(parts, part_id)
        if len(parts) == 1:
            raise NotAllowed(
                "It is the only part. Where nothing is asked at all, mark the case as not a "
                "request instead."
            )
        kept = recorded_on(part)
        if kept:
            raise NotAllowed(
                f"{name(part)} has something recorded that would be lost: {', '.join(kept)}. "
                "Join it with another part instead, or clear what can be cleared on its page first."
            )
        said = f"{name(part)} was taken away."
        more = f"It read: “{part.text}”\nReason: {reason.strip()}"
        left = [each for each in parts if each != part]
        gone = part.key
        part.delete()
        return _Done("taken_away", left, [], said, more, gone)

    return _correct(case_id, step, version=version, by=by, clock=clock)


def _correct(
    case_id: int, step: _Step, *, version: int, by: User, clock: Clock, note: str = ""
) -> str:
    """Take one step, and let all that follows from the parts of a case follow it."""
    with transaction.atomic():
        case = take(Case, case_id, version)
        if case.authority_id != by.authority_id:
            raise NotAllowed("The case belongs to another authority.")
        if case.state != State.OPEN:
            raise NotAllowed(
                "The parts can be corrected only while the case is open and no response is "
                "approved. Take the approval back, or reopen the case, first."
            )
        done = step(case, list(case.parts.select_for_update().order_by("position")))
        place_parts(case, done.parts, done.touched)
        set_clock(case)
        keep_sketch(case, done.parts)
        record(
            case,
            EventKind.PARTS_CORRECTED,
            by=by,
            at=clock.now(),
            reason="\n".join(filter(None, (done.said, done.more, note))),
            step=done.step,
            touched=[part.pk for part in done.touched],
            gone=[digest(done.gone)] if done.gone else [],
        )
        queue_drafts(case, clock=clock)
    return done.said


def place_parts(case: Case, parts: Sequence[RequestPart], touched: Sequence[RequestPart]) -> None:
    """Give the parts their places in their order.

    A part that is another than it was, or stands elsewhere, gets a version that none of them had:
    whoever still has the page of that place before them is told.
    """
    newest = max(part.version for part in parts) + 1
    changed = [
        part
        for position, part in enumerate(parts, start=1)
        if part.position != position or part in touched
    ]
    case.parts.update(position=F("position") + _AWAY)
    for position, part in enumerate(parts, start=1):
        part.position = position
        if part in changed:
            part.version = newest
    RequestPart.objects.bulk_update(parts, ["position", "version"])


def _new(
    case: Case, parts: Sequence[RequestPart], at: int, like: RequestPart | None
) -> RequestPart:
    """Return a part, not stored yet, that comes to stand at a place; `like` is one it is cut of."""
    return RequestPart(
        case=case,
        position=max(part.position for part in parts) + 1,
        key=new_key(case, [part.key for part in parts], at),
        parent_label=like.parent_label if like else "",
        message=like.message if like else None,
        origin=like.origin if like else "",
        stem=like.stem if like else "",
        regime=like.regime if like else case.regime,
        received_on=case.received_on,
        asked_on=like.asked_on if like else None,
    )


def _stand(part: RequestPart, source: Source, span: Span) -> None:
    """Let a part be a span of a text."""
    part.message, part.origin = source.message, source.origin
    part.start, part.end = span
    part.text = source.text[part.start : part.end]


def _stand_together(
    first: RequestPart,
    second: RequestPart,
    others: Sequence[RequestPart],
    sources: Sequence[Source],
) -> None:
    """Give the first of two parts the words of both and those between them."""
    source = source_of(first, sources)
    if source != source_of(second, sources) or bool(first.end) != bool(second.end):
        raise NotAllowed(
            f"{name(first)} and {name(second)} stand in different texts and cannot be one part."
        )
    if source:
        span = min(first.start, second.start), max(first.end, second.end)
        theirs = ((each.start, each.end) for each in others if source.holds(each))
        if overlapping(span, theirs):
            raise NotAllowed(f"Another part stands between {name(first)} and {name(second)}.")
        _stand(first, source, span)
        return
    joined = first.text[-1:].isspace() or second.text[:1].isspace()
    first.text += second.text if joined else f"\n{second.text}"
    if first.end:
        first.end = second.end


def _found(
    words: str, sources: Sequence[Source], parts: Sequence[RequestPart]
) -> tuple[Source, Span]:
    """Return the one place where words stand that no part has; raises NotAllowed otherwise."""
    if not any(letter.isalnum() for letter in words):
        raise NotAllowed("Enter the words of the request that ask for something.")
    found = [(source, span) for source in sources for span in occurrences(words, source.text)]
    if not found:
        raise NotAllowed(
            "These words do not stand in the text of the request. Copy them from it letter for "
            "letter, or add the part in words of your own with the reason."
        )
    free = [
        (source, span)
        for source, span in found
        if not overlapping(span, ((each.start, each.end) for each in parts if source.holds(each)))
    ]
    if not free:
        raise NotAllowed("These words belong to a part already. Split that part instead.")
    own = [each for each in free if _is_own(*each)]
    if len(own or free) > 1:
        raise NotAllowed(
            "These words stand in the request more than once. Copy a few more, so that it is plain "
            "which are meant."
        )
    return (own or free)[0]


def _is_own(source: Source, span: Span) -> bool:
    """Whether the sender wrote the words in this message, and quoted them from no other."""
    return any(start <= span[0] and span[1] <= end for start, end in source.own)


def _named(parts: Sequence[RequestPart], part_id: int) -> RequestPart:
    """Return the part of the case that is meant."""
    found = next((part for part in parts if part.pk == part_id), None)
    if found is None:
        raise NotAllowed(
            "There is no such part any more. Look at the parts below and choose again."
        )
    return found


def _need(reason: str) -> None:
    """Raise NotAllowed where no reason is given."""
    if not reason.strip():
        raise NotAllowed("Give a reason: it is kept in the history of the case.")


def _excerpt(part: RequestPart) -> str:
    return shorten(part.text, _EXCERPT, placeholder=" …")
