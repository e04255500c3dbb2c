"""What a delivery report says (RFC 3464): whom it is about, what became of it, and which letter."""

import re
from collections.abc import Sequence

from assistant.domain.mail.headers import message_ids, one_line, text_of
from assistant.domain.mail.message import DeliveryReport

_FIELD = re.compile(rb"^([A-Za-z-]{2,40})[ \t]*:[ \t]*((?:[^\r\n]|\r?\n[ \t])*)", re.MULTILINE)
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_COPIED_ID = re.compile(
    rb"^[ \t>]*(?:X-Microsoft-Original-)?Message-ID[ \t]*:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\s]{1,900}>)",
    re.MULTILINE | re.IGNORECASE,
)
_COPIED_MARK = re.compile(
    rb"^[ \t>]*X-FOI-Letter[ \t]*:[ \t]*([!-~]{1,200})", re.MULTILINE | re.IGNORECASE
)
_SEARCHED = 200_000
_LONGEST_WORDS = 500
# What matters most first: one recipient that failed counts for the whole report.
_ACTIONS = ("failed", "delayed", "expanded", "relayed", "delivered")
_BY_STATUS = {"5": "failed", "4": "delayed", "2": "delivered"}


def delivery_reports(parts: Sequence[bytes], original: bytes) -> tuple[DeliveryReport, ...]:
    """Return what the message/delivery-status parts of a message report, the worst first.

    `original` is the raw copy of the message it is about, as far as it came back.
    """
    found = [
        _report(fields, original) for part in parts for fields in _recipients(part[:_SEARCHED])
    ]
    return tuple(sorted(found, key=lambda each: _rank(each.action)))


def plain_reports(failed: bytes, body: bytes) -> tuple[DeliveryReport, ...]:
    """Return reports made from X-Failed-Recipients and a body with a copy of the message."""
    words = one_line(body[:_SEARCHED].decode("utf-8", "replace"))
    recipients = [each.strip() for each in text_of(failed).split(",") if each.strip()] or [""]
    return tuple(
        DeliveryReport(
            "failed", status_in(words), recipient, copied_id(body), copied_mark(body), _short(words)
        )
        for recipient in recipients
    )


def copied_id(raw: bytes) -> str:
    """Return the first message id in header lines copied into some bytes, or nothing."""
    found = _COPIED_ID.search(raw[:_SEARCHED])
    return "".join(message_ids(found.group(1))[:1]) if found else ""


def copied_mark(raw: bytes) -> str:
    """Return the X-FOI-Letter mark in header lines copied into some bytes, or nothing."""
    found = _COPIED_MARK.search(raw[:_SEARCHED])
    return found.group(1).decode("ascii") if found else ""


def status_in(words: str) -> str:
    """Return the first enhanced status code (RFC 3463) in a text, or nothing."""
    found = _STATUS.search(words)
    return found.group(1) if found else ""


def _report(fields: dict[str, str], original: bytes) -> DeliveryReport:
    """Return what one block of fields says of one recipient."""
    status = status_in(fields.get("status", ""))
    action = fields.get("action", "").strip().split(" ")[0].lower()
    named = message_ids(fields.get("x-original-message-id", "").encode())
    return DeliveryReport(
        action=action if action in _ACTIONS else _BY_STATUS.get(status[:1], "failed"),
        status=status,
        recipient=_recipient(fields.get("final-recipient") or fields.get("original-recipient", "")),
        original_message_id=named[0] if named else copied_id(original),
        mark=copied_mark(original),
        words=_short(_recipient(fields.get("diagnostic-code", ""))),
    )


def _recipients(part: bytes) -> list[dict[str, str]]:
    """Return the fields of each recipient block; the first block, of the whole, is shared."""
    blocks = [_fields(block) for block in re.split(rb"\r?\n[ \t]*\r?\n", part)]
    blocks = [block for block in blocks if block]
    shared = blocks[0] if blocks and "action" not in blocks[0] else {}
    found = [shared | block for block in blocks if "action" in block or "status" in block]
    return found or ([shared] if shared else [])


def _fields(block: bytes) -> dict[str, str]:
    fields = _FIELD.findall(block)
    return {name.decode("ascii").lower(): text_of(value) for name, value in reversed(fields)}


def _recipient(value: str) -> str:
    """Return what follows the type in a field such as "rfc822; someone@example.org"."""
    return value.partition(";")[2].strip().strip("<>") if ";" in value else value.strip("<> ")


def _short(words: str) -> str:
    return words[:_LONGEST_WORDS]


def _rank(action: str) -> int:
    return _ACTIONS.index(action) if action in _ACTIONS else len(_ACTIONS)
