"""Bytes that are no message: a file that somebody saved or forwarded in place of one."""

import re
from collections.abc import Iterable

from assistant.domain.mail.tnef import SIGNATURE

_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}(?:>?From |[!-9;-~]{1,76}[ \t]*:)")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# How other files begin, and what they are.
_FILES = (
    (SIGNATURE, b"application/ms-tnef"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"application/x-ole-storage"),
    (b"%PDF-", b"application/pdf"),
    (b"PK\x03\x04", b"application/zip"),
    (b"{\\rtf", b"application/rtf"),
    (b"\xff\xd8\xff", b"image/jpeg"),
    (b"\x89PNG", b"image/png"),
    (b"GIF8", b"image/gif"),
)
_LOOKED_AT = 1000
# One of these, or of those that begin with "X-", stands in every message that is one.
_HEADERS = frozenset(
    {"from", "to", "cc", "subject", "date", "message-id", "received", "return-path", "sender"}
    | {"reply-to", "mime-version", "content-type", "content-transfer-encoding", "delivered-to"}
    | {"in-reply-to", "references", "content-disposition", "dkim-signature", "list-id"}
)
_NO_MESSAGE = "This is a file and no e-mail. It is kept as an attachment."


def as_message(raw: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return the bytes to read as a message, and a defect where they had to be made one.

    A file becomes the attachment of a message without headers; a message saved in UTF-16 comes
    back in UTF-8. Anything else comes back as it is.
    """
    if raw.startswith(_UTF16):
        return raw.decode("utf-16", "replace").encode("utf-8", "replace"), ()
    kind = next((type_ for sign, type_ in _FILES if raw.startswith(sign)), b"")
    if not kind and b"\x00" in raw[:_LOOKED_AT] and not _HEADER.match(raw):
        kind = b"application/octet-stream"
    if not kind:
        return raw, ()
    head = b"Content-Type: " + kind + b"\r\nContent-Transfer-Encoding: binary\r\n\r\n"
    return head + raw, (_NO_MESSAGE,)


def as_text(raw: bytes, names: Iterable[str], body: int) -> bytes:
    """Return the bytes of a message as a text alone, where what looks like its headers is none.

    `names` are those of its headers, `body` is where its body begins: "Hey:)" is no header.
    """
    known = any(name in _HEADERS or name.startswith("x-") for name in names)
    return raw if known or raw[body:].strip() else b"Content-Type: text/plain\r\n\r\n" + raw
