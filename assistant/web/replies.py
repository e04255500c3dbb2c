"""The replies of requesters on a case, as officers are shown them."""

from assistant.store.models import Case, CaseMessage, Message
from assistant.web.words import INTENTS

MOST = 50


def replies_of(case: Case) -> list[Message]:
    """Return the latest replies filed on a case, the newest first."""
    filed = CaseMessage.objects.filter(case=case, part=CaseMessage.Part.REPLY)
    rows = filed.select_related("message").order_by("-message__received_at", "-pk")[:MOST]
    return [row.message for row in rows]


def reply_words(message: Message) -> str:
    """Return in a line when a reply came, and what it seems to be."""
    day = message.received_at
    seems = INTENTS.get(message.intent, "Something else")
    return f"{day.day} {day:%B %Y}: {message.subject or 'No subject'} ({seems})"
