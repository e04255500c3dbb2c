"""When two deliveries are the same message: what the sender wrote, whatever route it took."""

import hashlib
import re
from collections.abc import Iterable

from assistant.domain.mail.headers import message_ids

# What the sender's own program writes. Servers on the way add Received, Delivered-To and others,
# so the same mail through an alias differs in bytes while it is one message.
_WRITTEN_BY_SENDER = (b"message-id", b"date", b"from", b"to", b"cc", b"subject")
# What servers write on the way (RFC 5321 section 4.4, RFC 8601, RFC 8617, RFC 2369, and the fields
# that gateways invent). A signature (DKIM-Signature) is the sender's own server's, made once.
_WRITTEN_ON_THE_WAY = re.compile(
    rb"x-.*|received(?:-.*)?|return-path|delivered-to|(?:apparently|envelope|resent|list|arc)-.*"
    rb"|(?:old-|original-)?authentication-results|original-recipient|status|content-length|lines",
)
_HEADER = re.compile(rb"^([!-9;-~]+)[ \t]*:((?:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*))", re.MULTILINE)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_SPACE = re.compile(rb"\s+")


def content_sha256(raw: bytes) -> str:
    """Return the SHA-256 (hex) that identifies a message's content.

    It covers the headers that the sender writes and the whole body with line ends made alike. A
    message with neither Message-ID nor Date (or with no end to its headers) is identified by all
    its headers but those that servers add, so that another route still brings the same message.
    """
    divided = _BLANK_LINE.search(raw)
    head, body = (raw[: divided.start()], raw[divided.end() :]) if divided else (raw, b"")
    found = [
        (match[1].lower(), _SPACE.sub(b" ", match[2]).strip()) for match in _HEADER.finditer(head)
    ]
    headers = dict(found)
    if divided and (headers.get(b"message-id") or headers.get(b"date")):
        written = [(name, headers.get(name, b"")) for name in _WRITTEN_BY_SENDER]
    else:
        written = sorted(each for each in found if not _WRITTEN_ON_THE_WAY.fullmatch(each[0]))
    # Lines among the headers that are none: text, where its writer left out the blank line.
    if stray := _SPACE.sub(b" ", _HEADER.sub(b"", head)).strip():
        written.append((b"", stray))
    return _digest(written, body)


def message_id_of(raw: bytes) -> str:
    """Return the Message-ID in a message's headers with its brackets, or "" (RFC 5322, 3.6.4)."""
    divided = _BLANK_LINE.search(raw)
    head = raw[: divided.start()] if divided else raw
    found = (match[2] for match in _HEADER.finditer(head) if match[1].lower() == b"message-id")
    return "".join(message_ids(next(found, b""))[:1])


def words_sha256(text: str) -> str:
    """Return the SHA-256 (hex) of a text's words, whatever their spacing and case; "" of none."""
    words = re.findall(r"\w+", text.casefold())
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).hexdigest() if words else ""


def _digest(headers: Iterable[tuple[bytes, bytes]], body: bytes) -> str:
    digest = hashlib.sha256()
    for name, value in headers:
        digest.update(name + b":" + len(value).to_bytes(8, "big") + value)
    digest.update(body.translate(None, b"\r").rstrip())
    return digest.hexdigest()
