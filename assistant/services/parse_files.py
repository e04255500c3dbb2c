"""The document that `parse` prints: a message read, screened, and cut into its questions.

Touches nothing stored. Whatever the bytes are, the document can be written as JSON in UTF-8.
"""

from assistant.domain.mail.charsets import safe
from assistant.domain.mail.followup import intent
from assistant.domain.mail.message import Address, Message
from assistant.domain.mail.mime import read
from assistant.domain.mail.screening import OwnAddresses, Screening, Verdict, screen
from assistant.domain.request.part import Part
from assistant.domain.request.regime import classify
from assistant.ports import Documents
from assistant.services.notice_suspicions import notice_suspicions
from assistant.services.read_attachments import (
    LONGEST_LETTER,
    Attached,
    asked,
    read_attachments,
    texts_of,
)

_CUT = f"Only the first {LONGEST_LETTER:,} characters were read for questions and regime."


def parse_document(
    raw: bytes, file: str, own: OwnAddresses, documents: Documents | None = None
) -> dict[str, object]:
    """Return the JSON document of a message, as `foi-assistant parse` prints it.

    `raw` may be any bytes; `file` is how the caller names them, `own` the authority's addresses.
    Without `documents` no attachment is read; with it each that is has "text" and "problem".
    Offsets are code points of "text", or of an attachment's text where a question names one in
    "from". "date" is ISO 8601, with an offset where the message gives one, or null.
    """
    message = read(raw)
    screening = screen(message, own)
    attached = (
        read_attachments(message, documents)
        if documents
        else tuple(Attached(each, None) for each in message.attachments)
    )
    questions = _questions(message, attached)
    regime = classify(_request(message, attached, questions), message.subject)
    meant = intent(message, screening, in_thread=_in_thread(message, screening))
    document: dict[str, object] = {
        "file": file,
        "message_id": message.message_id,
        "in_reply_to": message.in_reply_to,
        "references": list(message.references),
        "from": _address(message.sender),
        "to": [_address(each) for each in message.to],
        "cc": [_address(each) for each in message.cc],
        "subject": message.subject,
        "date": message.date.isoformat() if message.date else None,
        "text": message.text,
        "reply_spans": [{"start": each.start, "end": each.end} for each in message.reply_spans],
        "attachments": [each.row for each in attached],
        "screening": {
            "verdict": screening.verdict.value,
            "reasons": [{"rule": each.rule, "detail": each.detail} for each in screening.reasons],
        },
        "intent": {"value": meant.value.value, "reasons": list(meant.reasons)},
        "regime": {"value": regime.value.value, "reasons": list(regime.reasons)},
        "questions": [_question(each) for each in questions],
        "removed": [{"what": each.what, "text": each.text} for each in message.removed],
        "defects": [*message.defects, *([_CUT] if len(message.text) > LONGEST_LETTER else [])],
        "suspicious": notice_suspicions(message, attached),
    }
    cleaned = _writable(document)
    assert isinstance(cleaned, dict)  # noqa: S101 - for the type checker: a dict stays one
    return cleaned


def _in_thread(message: Message, screening: Screening) -> bool:
    """Say whether a message belongs to an earlier exchange, as far as it shows by itself."""
    return bool(screening.verdict is Verdict.FOLLOW_UP or message.in_reply_to or message.references)


def _questions(message: Message, attached: tuple[Attached, ...]) -> tuple[Part, ...]:
    """Return the questions in the text, or in the attached files."""
    spans = [(each.start, each.end) for each in message.reply_spans]
    return asked(message.text, spans, texts_of(attached))


def _request(message: Message, attached: tuple[Attached, ...], questions: tuple[Part, ...]) -> str:
    """Return the words that tell the regime: the sender's own, and files that ask something."""
    asking = {each.origin for each in questions}
    files = [said for name, said in texts_of(attached) if name in asking]
    return "\n\n".join([message.written, *files])[:LONGEST_LETTER]


def _address(address: Address) -> dict[str, str]:
    return {"name": address.name, "address": address.address}


def _question(part: Part) -> dict[str, object]:
    return {
        "label": part.label,
        "parent": part.parent,
        "start": part.start,
        "end": part.end,
        "text": part.text,
        "from": part.origin,
    }


def _writable(value: object) -> object:
    """Return a value in which every string can be encoded: file names may hold surrogates."""
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, dict):
        return {key: _writable(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_writable(each) for each in value]
    return value
