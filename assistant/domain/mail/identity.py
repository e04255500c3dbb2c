"""When two deliveries are the same message: what the sender wrote, whatever route it took."""

import hashlib
import re

# What the sender's own program writes. Servers on the way add Received, Delivered-To and others,
# so the same mail through an alias differs in bytes while it is one message.
_WRITTEN_BY_SENDER = (b"message-id", b"date", b"from", b"to", b"cc", b"subject")
_HEADER = re.compile(rb"^([!-9;-~]+)[ \t]*:((?:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*))", re.MULTILINE)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_SPACE = re.compile(rb"\s+")


def content_sha256(raw: bytes) -> str:
    """Return the SHA-256 (hex) that identifies a message's content.

    It covers the headers that the sender writes and the whole body with line ends made alike. A
    message with neither Message-ID nor Date is identified by all its bytes: for such a one nothing
    else tells a second sending from a second delivery.
    """
    divided = _BLANK_LINE.search(raw)
    head, body = (raw[: divided.start()], raw[divided.end() :]) if divided else (raw, b"")
    headers = {
        match[1].lower(): _SPACE.sub(b" ", match[2]).strip() for match in _HEADER.finditer(head)
    }
    if not headers.get(b"message-id") and not headers.get(b"date"):
        return hashlib.sha256(raw).hexdigest()
    digest = hashlib.sha256()
    for name in _WRITTEN_BY_SENDER:
        value = headers.get(name, b"")
        digest.update(name + b":" + len(value).to_bytes(8, "big") + value)
    digest.update(body.replace(b"\r\n", b"\n").rstrip())
    return digest.hexdigest()
