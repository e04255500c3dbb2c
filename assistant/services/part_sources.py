"""The texts that the parts of a request are spans of: messages, and the words of their files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.request.correcting import Span
from assistant.store.models import AttachmentText, Case, CaseMessage, Message, RequestPart


@dataclass(frozen=True, slots=True)
class Source:
    """A text of a request; `origin` is empty for a message's own text, else the file's name.

    `own` are the spans of a message that its sender wrote in it, rather than quoted.
    """

    message: Message
    origin: str
    text: str
    own: tuple[Span, ...] = ()

    def holds(self, part: RequestPart) -> bool:
        """Whether the part is the span of this text that its row says."""
        return (
            part.message_id == self.message.pk
            and part.origin == self.origin
            and part.end > part.start
            and self.text[part.start : part.end] == part.text
        )


def sources_of(case: Case) -> list[Source]:
    """Return the texts of the request in the order they came, each message before its files.

    A request that was added by hand has none.
    """
    filed = CaseMessage.objects.filter(case=case, part=CaseMessage.Part.REQUEST)
    rows = filed.select_related("message").order_by("filed_at", "pk")
    messages = [row.message for row in rows]
    files: dict[int, list[AttachmentText]] = {}
    texts = AttachmentText.objects.filter(message__in=messages).exclude(text="")
    for each in texts.order_by("position"):
        files.setdefault(each.message_id, []).append(each)
    found = []
    for message in messages:
        own = tuple((start, end) for start, end in message.reply_spans)
        found.append(Source(message, "", message.text, own))
        found += [Source(message, each.name, each.text) for each in files.get(message.pk, [])]
    return found


def source_of(part: RequestPart, sources: Iterable[Source]) -> Source | None:
    """Return the text that a part is a span of; None for one that somebody typed."""
    return next((source for source in sources if source.holds(part)), None)


def place_among(
    parts: Sequence[RequestPart], source: Source, start: int, order: list[Source]
) -> int:
    """Return where, from 0, a part at `start` of a source belongs among the parts of a request.

    `order` are the texts of the request. What was typed stays behind what was written.
    """
    wanted = (order.index(source), start)
    for place, part in enumerate(parts):
        its = source_of(part, order)
        key = (order.index(its), part.start) if its else (len(order), 0)
        if key > wanted:
            return place
    return len(parts)
