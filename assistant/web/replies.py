"""The replies of requesters on a case, as officers are shown them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from assistant.domain.case import Purpose, State
from assistant.domain.law.acts import Regime
from assistant.domain.mail.followup_kinds import IntentKind
from assistant.services.fitting_letter import letter_for
from assistant.store.models import Case, CaseMessage, Draft, Message
from assistant.web.words import INTENTS, LETTERS, PURPOSES

MOST = 50
# A reply that asks for a step first is led there, while the case allows it.
_STEPS = {
    (IntentKind.INTERNAL_REVIEW_REQUEST, State.ANSWERED): ("open-review", "Open the review"),
    (IntentKind.WITHDRAWAL, State.OPEN): ("withdrawn", "Close as withdrawn"),
    (IntentKind.CLARIFICATION_SUPPLIED, State.OPEN): (
        "clarification-received",
        "Record that clarification came",
    ),
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A reply that nobody has seen to: what it seems to be, its letter, and a step before that.

    `opinion` is a language model's, where the rules could not say what it is.
    """

    message: Message
    seems: str
    opinion: str
    letter: str
    step: tuple[str, str] | None


def replies_of(case: Case) -> list[Message]:
    """Return the latest replies filed on a case, the newest first."""
    filed = CaseMessage.objects.filter(case=case, part=CaseMessage.Part.REPLY)
    rows = filed.select_related("message").order_by("-message__received_at", "-pk")[:MOST]
    return [row.message for row in rows]


def reply_words(message: Message) -> str:
    """Return in a line when a reply came, and what it seems to be."""
    day = message.received_at
    return f"{day.day} {day:%B %Y}: {message.subject or 'No subject'} ({seems(message)})"


def seems(message: Message) -> str:
    """Return what the reader of mail took a message for."""
    return INTENTS.get(message.intent, INTENTS[IntentKind.OTHER])


def opinion_of(message: Message) -> str:
    """Return what a language model takes a message for, where the rules could not say; or nothing.

    It stands beside what the rules found, and decides nothing.
    """
    unsure = message.disposition == Message.Disposition.HELD or (
        message.disposition == Message.Disposition.FILED
        and message.intent in ("", IntentKind.OTHER)
    )
    reading = getattr(message, "second_reading", None) if unsure else None
    return PURPOSES.get(reading.purpose, "") if reading else ""


def open_rows(case: Case) -> list[CaseMessage]:
    """Return the messages that make the request, and the replies that nobody has seen to."""
    part = CaseMessage.Part
    unseen = Q(draft=None) | Q(draft__state=Draft.State.DISCARDED)
    wanted = Q(part=part.REQUEST) | (Q(part=part.REPLY, settled_at=None) & unseen)
    rows = CaseMessage.objects.filter(wanted, case=case)
    read = rows.select_related("message", "message__second_reading")
    return list(read.order_by("filed_at", "pk"))


def follow_ups(case: Case, rows: Sequence[CaseMessage]) -> list[FollowUp]:
    """Return the replies among some rows that nobody has seen to, the newest first."""
    replies = [row.message for row in rows if row.part == CaseMessage.Part.REPLY]
    return [_follow_up(case, each) for each in reversed(replies[-MOST:])]


def _follow_up(case: Case, message: Message) -> FollowUp:
    kind = letter_for(message.intent, Regime(case.regime), State(case.state), Purpose(case.purpose))
    found = next(
        (step for (intent, state), step in _STEPS.items() if _is(case, message, intent, state)),
        None,
    )
    if found is None or case.purpose == Purpose.REVIEW:
        return FollowUp(message, seems(message), opinion_of(message), LETTERS[kind.value], None)
    address = reverse(f"web:{found[0]}", args=[case.reference])
    step = f"{address}?message={message.pk}", found[1]
    return FollowUp(message, seems(message), opinion_of(message), LETTERS[kind.value], step)


def _is(case: Case, message: Message, intent: IntentKind, state: State) -> bool:
    return message.intent == intent and case.state == state
