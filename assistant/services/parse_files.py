"""The document that `parse` prints: a message read, screened, and cut into its questions.

Touches nothing stored. Whatever the bytes are, the document can be written as JSON in UTF-8.
"""

from assistant.domain.mail.charsets import decode, safe
from assistant.domain.mail.followup import intent
from assistant.domain.mail.hidden import visible
from assistant.domain.mail.message import Address, Attachment, Message
from assistant.domain.mail.mime import read
from assistant.domain.mail.screening import OwnAddresses, Screening, Verdict, screen
from assistant.domain.request.part import Part
from assistant.domain.request.questions import segment
from assistant.domain.request.regime import classify

# No letter is longer; what is, is data, and is read for questions and regime up to here.
_LONGEST_LETTER = 100_000
_CUT = f"Only the first {_LONGEST_LETTER:,} characters were read for questions and regime."
_TEXT_SUFFIXES = (".txt", ".text", ".md")


def parse_document(raw: bytes, file: str, own: OwnAddresses) -> dict[str, object]:
    """Return the JSON document of a message, as `foi-assistant parse` prints it.

    `raw` may be any bytes; `file` is how the caller names them, `own` the authority's addresses.
    Offsets are code points of "text", or of an attachment's text where a question names one in
    "from". "date" is ISO 8601, with an offset where the message gives one, or null.
    """
    message = read(raw)
    screening = screen(message, own)
    regime = classify(message.written[:_LONGEST_LETTER], message.subject)
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
        "attachments": [_attachment(each) for each in message.attachments],
        "screening": {
            "verdict": screening.verdict.value,
            "reasons": [{"rule": each.rule, "detail": each.detail} for each in screening.reasons],
        },
        "intent": {"value": meant.value.value, "reasons": list(meant.reasons)},
        "regime": {"value": regime.value.value, "reasons": list(regime.reasons)},
        "questions": [_question(each) for each in _questions(message)],
        "removed": [{"what": each.what, "text": each.text} for each in message.removed],
        "defects": [*message.defects, *([_CUT] if len(message.text) > _LONGEST_LETTER else [])],
    }
    cleaned = _writable(document)
    assert isinstance(cleaned, dict)  # noqa: S101 - for the type checker: a dict stays one
    return cleaned


def _in_thread(message: Message, screening: Screening) -> bool:
    """Say whether a message belongs to an earlier exchange, as far as it shows by itself."""
    return bool(screening.verdict is Verdict.FOLLOW_UP or message.in_reply_to or message.references)


def _questions(message: Message) -> tuple[Part, ...]:
    """Return the questions in the text; where it asks none, those in the attached text files."""
    text = message.text[:_LONGEST_LETTER]
    spans = [
        (each.start, min(each.end, len(text)))
        for each in message.reply_spans
        if each.start < len(text)
    ]
    found = tuple(segment(text, spans))
    if found:
        return found
    return tuple(part for each in message.attachments for part in _attached_questions(each))


def _attached_questions(attached: Attachment) -> tuple[Part, ...]:
    """Return the questions in an attached text file; none for other files."""
    if attached.type != "text/plain" and not attached.name.lower().endswith(_TEXT_SUFFIXES):
        return ()
    if attached.size > _LONGEST_LETTER:
        return ()
    text = visible(decode(attached.content)[0])[0]
    return tuple(segment(text, [(0, len(text))], attached.name))


def _address(address: Address) -> dict[str, str]:
    return {"name": address.name, "address": address.address}


def _attachment(attached: Attachment) -> dict[str, object]:
    return {
        "name": attached.name,
        "type": attached.type,
        "size": attached.size,
        "sha256": attached.sha256,
    }


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
