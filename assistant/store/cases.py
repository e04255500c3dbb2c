"""Load what the rules need of a case."""

from django.db.models import prefetch_related_objects

from assistant.domain.case import CasePart, Held, Outcome, Search
from assistant.domain.law.acts import Regime
from assistant.store.models import Case, CaseMessage, Message


def parts_of(case: Case) -> tuple[CasePart, ...]:
    """Return the parts of a case with what people have recorded on them, in their order.

    Where whoever loaded the case has read them before, they are not read again.
    """
    rows = list(case.parts.all())
    prefetch_related_objects(rows, "searches")
    return tuple(
        CasePart(
            key=part.key,
            label=part.label,
            text=part.text,
            held=Held(part.held),
            outcome=Outcome(part.outcome) if part.outcome else None,
            sections=tuple(part.sections),
            searches=tuple(
                Search(
                    where=search.where,
                    who=search.who,
                    terms=search.terms,
                    made_on=search.made_on,
                    result=search.result,
                )
                for search in part.searches.all()
            ),
            facts=part.facts,
            stem=part.stem,
            regime=Regime(part.regime),
        )
        for part in rows
    )


def request_message(case: Case) -> Message | None:
    """Return the message that a case was opened for; None for one added by hand."""
    filed = (
        CaseMessage.objects.filter(case=case, part=CaseMessage.Part.REQUEST)
        .select_related("message")
        .order_by("pk")
        .first()
    )
    return filed.message if filed else None


def from_requester(case: Case) -> list[Message]:
    """Return the messages that the requester wrote on a case, and their bytes, the first first.

    The request itself is among them, whoever sent it on; replies count where the requester's own
    address sent them.
    """
    filed = CaseMessage.objects.filter(
        case=case, part__in=[CaseMessage.Part.REQUEST, CaseMessage.Part.REPLY]
    ).select_related("message__raw")
    address = case.requester.address.lower()
    return [
        row.message
        for row in filed.order_by("message__received_at", "pk")
        if row.part == CaseMessage.Part.REQUEST or row.message.sender_address.lower() == address
    ]
