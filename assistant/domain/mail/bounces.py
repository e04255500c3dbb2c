"""What a delivery report says (RFC 3464), and the older reports that only people could read."""

import re
from collections.abc import Sequence

from assistant.domain.mail.headers import message_ids, one_line, text_of
from assistant.domain.mail.message import DeliveryReport

_FIELD = re.compile(rb"^([A-Za-z-]{2,40})[ \t]*:[ \t]*((?:[^\r\n]|\r?\n[ \t])*)", re.MULTILINE)
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_COPIED_ID = re.compile(
    rb"^[ \t>]*Message-ID[ \t]*:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\s]{1,900}>)",
    re.MULTILINE | re.IGNORECASE,
)
_SEARCHED = 200_000
# What matters most first: one recipient that failed counts for the whole report.
_ACTIONS = ("failed", "delayed", "expanded", "relayed", "delivered")


def delivery_report(parts: Sequence[bytes], original: bytes) -> DeliveryReport | None:
    """Return what the message/delivery-status parts of a message report, or None without any.

    `original` is the raw copy of the message it is about, as far as it came back. The recipient
    that fared worst is the one named.
    """
    recipients = [found for part in parts for found in _recipients(part)]
    if not recipients:
        return None
    worst = min(recipients, key=lambda each: _rank(each.get("action", "")))
    ids = message_ids(worst.get("x-original-message-id", "").encode()) or copied_ids(original)
    status = _STATUS.search(worst.get("status", ""))
    return DeliveryReport(
        action=worst.get("action", "").split(" ")[0].lower(),
        status=status.group(1) if status else "",
        recipient=_recipient(worst.get("final-recipient") or worst.get("original-recipient", "")),
        original_message_id=ids[0] if ids else "",
    )


def plain_report(failed: bytes, body: bytes) -> DeliveryReport:
    """Return a report made from X-Failed-Recipients and a body with a copy of the message."""
    status = _STATUS.search(one_line(body[:_SEARCHED].decode("ascii", "replace")))
    ids = copied_ids(body)
    recipient = text_of(failed).split(",")[0].strip()
    return DeliveryReport("failed", status.group(1) if status else "", recipient, "".join(ids[:1]))


def copied_ids(raw: bytes) -> tuple[str, ...]:
    """Return the message ids in header lines copied into some bytes, in order."""
    found = _COPIED_ID.search(raw[:_SEARCHED])
    return message_ids(found.group(1)) if found else ()


def _recipients(part: bytes) -> list[dict[str, str]]:
    """Return the fields of each recipient block; the first block, of the whole, is shared."""
    blocks = [_fields(block) for block in re.split(rb"\r?\n[ \t]*\r?\n", part[:_SEARCHED])]
    blocks = [block for block in blocks if block]
    shared = blocks[0] if blocks and "action" not in blocks[0] else {}
    found = [shared | block for block in blocks if "action" in block or "status" in block]
    return found or ([shared] if shared else [])


def _fields(block: bytes) -> dict[str, str]:
    fields = _FIELD.findall(block)
    return {name.decode("ascii").lower(): text_of(value) for name, value in reversed(fields)}


def _recipient(value: str) -> str:
    """Return the address of "rfc822; someone@example.org"."""
    return value.rpartition(";")[2].strip().strip("<>")


def _rank(action: str) -> int:
    word = action.split(" ", maxsplit=1)[0].lower()
    return _ACTIONS.index(word) if word in _ACTIONS else len(_ACTIONS)
