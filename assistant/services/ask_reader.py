"""Ask a language model to read a message that was read, and keep what it noticed beside it.

It comes after the rules, in no transaction of theirs, and changes nothing that they found: what it
noticed is shown to officers, who decide. Whatever goes wrong with it, its reading is missing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.domain.mail.followup_kinds import IntentKind
from assistant.domain.request.second_reading import Noticed, usable
from assistant.ports import Call, Clock, NotUsable, Understood, Writer
from assistant.services.who_asked import blanked
from assistant.store import queue
from assistant.store.models import Case, CaseMessage, Message, Requester, SecondReading

RecordReading = Callable[[Sequence[Call], Case | None], None]
"""Keeps the calls that it took to read a message, with its case where it has one."""

Disposition = Message.Disposition
# Between two passages that the sender wrote around a quotation.
_JOINT = "\n\n"


@dataclass(frozen=True, slots=True)
class ModelReading:
    """A language model to ask, and who keeps what it was asked and what it answered."""

    reader: Writer
    record_calls: RecordReading


def queue_second_readings(message_ids: Sequence[int]) -> int:
    """Queue those of some messages that a model is asked about; return how many.

    These are requests, messages that wait for a person, and replies that the rules could not tell
    what they are for. Call it after the transaction that gave them their dispositions.
    """
    rows = Message.objects.filter(pk__in=message_ids, second_reading=None).exclude(text="")
    wanted = [
        pk
        for pk, disposition, intent in rows.values_list("pk", "disposition", "intent")
        if disposition in (Disposition.CASE, Disposition.HELD)
        or (disposition == Disposition.FILED and intent in ("", IntentKind.OTHER))
    ]
    queue.enqueue_all(queue.READ_BY_MODEL, sorted(wanted))
    return len(wanted)


def ask_reader(message_id: int, *, reading: ModelReading, clock: Clock) -> None:
    """Ask what a message asks and is for, and keep it; one that was read so is left alone.

    Called outside any transaction: a model may take a minute. Who asked is blanked out, and what
    was quoted from others is not shown. Never raises for what the model does or says.
    """
    message = Message.objects.filter(pk=message_id, second_reading=None).first()
    if message is None or not message.text:
        return
    case = _case_of(message)
    own = _own(message)
    shown = blanked(_JOINT.join(message.text[a:b] for a, b in own), _sender(message, case))
    try:
        found = reading.reader.read(shown)
    except NotUsable as error:
        reading.record_calls(error.calls, case)
        _keep(message, clock, problem=str(error))
        return
    except (TryAgainLater, NotAllowed) as error:
        _keep(message, clock, problem=str(error))
        return
    reading.record_calls(found.calls, case)
    noticed = usable(_in_message(found, own), message.text, own)
    used = next((call.model for call in reversed(found.calls) if not _failed(call)), "")
    _keep(message, clock, purpose=found.purpose, noticed=noticed, model=used)


def _failed(call: Call) -> bool:
    """Say whether a call gave nothing to use; one that was used may say what was left out."""
    return bool(call.problem) and not call.problem.startswith("left out ")


def _keep(
    message: Message,
    clock: Clock,
    *,
    purpose: str = "",
    noticed: Sequence[Noticed] = (),
    model: str = "",
    problem: str = "",
) -> None:
    """Keep a reading, where no other worker was quicker."""
    SecondReading.objects.get_or_create(
        message=message,
        defaults={
            "purpose": purpose,
            "places": [
                {
                    "start": each.start,
                    "end": each.end,
                    "kind": each.kind,
                    "asks": each.asks,
                    "regime": each.regime,
                }
                for each in noticed
            ],
            "model": model[:300],
            "problem": problem,
            "read_at": clock.now(),
        },
    )


def _case_of(message: Message) -> Case | None:
    """Return the case that a message is on; None for one that waits."""
    filed = CaseMessage.objects.filter(message=message).select_related("case__requester")
    row = filed.order_by("pk").first()
    return row.case if row else None


def _sender(message: Message, case: Case | None) -> Requester:
    """Return who is not to be told: the requester, or whoever a message says it is from."""
    if case is not None and hasattr(case, "requester"):
        return case.requester
    return Requester(name=message.sender_name, address=message.sender_address)


def _own(message: Message) -> list[tuple[int, int]]:
    """Return the spans of a message that its sender wrote in it; all of it where none are known."""
    spans = [(start, end) for start, end in message.reply_spans if start < end]
    return spans or [(0, len(message.text))]


def _in_message(found: Understood, own: Sequence[tuple[int, int]]) -> list[Noticed]:
    """Return what was noticed by its place in the message; what runs over a joint is no place."""
    noticed: list[Noticed] = []
    at = 0
    for start, end in own:
        shift, last = start - at, at + end - start
        noticed += [
            Noticed(each.start + shift, each.end + shift, each.kind, each.asks, each.regime)
            for each in found.spans
            if at <= each.start < each.end <= last
        ]
        at = last + len(_JOINT)
    return noticed
