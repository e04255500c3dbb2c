"""The older messages that a reply carries below it, from the newest to the oldest."""

import re

from assistant.domain.mail.message import Message
from assistant.domain.mail.quotemarks import (
    ATTRIBUTION_END,
    ATTRIBUTION_START,
    DIVIDER,
    HEADER_FIELD,
    ORIGINAL_MARK,
)
from assistant.domain.mail.quoting import reply_spans

_QUOTE = re.compile(r"^[ \t]{0,3}[>|][ \t]?", re.MULTILINE)
_DEEPEST = 20
_ATTRIBUTION_LINES = 5


def older_messages(message: Message) -> tuple[str, ...]:
    """Return the text of each message quoted below a reply, without marks and header lines."""
    found: list[str] = []
    rest = _left(message.text, [(span.start, span.end) for span in message.reply_spans])
    for _ in range(_DEEPEST):
        text = _bare(rest)
        if not text:
            break
        spans = [(span.start, span.end) for span in reply_spans(text, "Re:", answers=True)]
        found.append("".join(text[start:end] for start, end in spans).strip())
        rest = _left(text, spans)
    return tuple(each for each in found if each)


def _left(text: str, spans: list[tuple[int, int]]) -> str:
    """Return what stands outside of some spans, in order."""
    pieces: list[str] = []
    after = 0
    for start, end in spans:
        pieces.append(text[after:start])
        after = end
    return "".join((*pieces, text[after:]))


def _bare(text: str) -> str:
    """Return a history without one level of quotation marks and the lines that introduce it."""
    lines = text.strip("\n").split("\n")
    quoted = sum(bool(_QUOTE.match(line)) for line in lines)
    if 2 * quoted > len([line for line in lines if line.strip()]):
        lines = [_QUOTE.sub("", line) for line in lines]
    while lines and _introduces(lines):
        lines.pop(0)
    return "\n".join(lines).strip()


def _introduces(lines: list[str]) -> bool:
    """Say whether the first line only says who wrote what follows."""
    line = lines[0].strip()
    if not line or ORIGINAL_MARK.match(line) or DIVIDER.fullmatch(line) or HEADER_FIELD.match(line):
        return True
    if ATTRIBUTION_END.search(line):
        return True
    return bool(ATTRIBUTION_START.match(line)) and any(
        ATTRIBUTION_END.search(each) for each in lines[1:_ATTRIBUTION_LINES]
    )
