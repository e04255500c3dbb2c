"""What must hold for every message that was read, whatever its bytes."""

import json
import re
from collections.abc import Iterator

from assistant.domain.mail.message import Message
from assistant.domain.mail.mime import read

_UNFIT = re.compile("[\x00\ud800-\udfff]")
_BREAKS = re.compile("[\x00-\x1f\x7f\u2028\u2029]")
_GUARDED = re.compile(r"could not be read \([A-Z]")


def faults(raw: bytes) -> list[str]:
    """Read some bytes and return what is wrong with the result, in words."""
    return list(_faults(read(raw)))


def _faults(message: Message) -> Iterator[str]:
    yield from (each for each in message.defects if _GUARDED.search(each))
    last = 0
    for span in message.reply_spans:
        if not last <= span.start < span.end <= len(message.text):
            yield f"a span lies outside the text or its order: {span}"
        last = span.end
    if message.text.strip() and not message.reply_spans:
        yield "nothing of the text is the sender's"
    said = [message.text, *(each.text for each in message.removed), *message.defects]
    people = (message.sender, *message.to, *message.cc)
    lines = [
        message.subject,
        message.message_id,
        message.in_reply_to,
        *message.references,
        *(value for _, value in message.headers),
        *(part for each in people for part in (each.name, each.address)),
        *(each.name for each in message.attachments),
    ]
    yield from (
        f"a NUL or half a character: {each[:40]!r}" for each in said + lines if _UNFIT.search(each)
    )
    yield from (
        f"a control character in a line: {each[:40]!r}" for each in lines if _BREAKS.search(each)
    )
    for each in message.attachments:
        if not each.name or re.search(r'[/\\:*?"<>|]', each.name) or each.name.startswith("."):
            yield f"no name for a file: {each.name!r}"
        if each.size != len(each.content):
            yield f"a wrong size: {each.name!r}"
    json.dumps([said, lines], ensure_ascii=False).encode("utf-8")
