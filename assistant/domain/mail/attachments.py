"""The files of a message: their bytes decoded, their names made safe to show and to save."""

import binascii
import hashlib
import re
import unicodedata
from collections.abc import Iterable

from assistant.domain.mail.charsets import safe
from assistant.domain.mail.entities import Entity
from assistant.domain.mail.headers import base64_bytes, encoded_words
from assistant.domain.mail.inline_files import split_encoded, uu_body
from assistant.domain.mail.message import Attachment

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]')
_LONGEST_NAME = 150
_STRAY = 300
# Windows keeps these names for devices, whatever the extension.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
# For files that came without a name; the standard library's table reads the machine's own files.
_EXTENSIONS = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/rfc822-headers": ".txt",
    "message/rfc822": ".eml",
    "message/global": ".eml",
    "message/delivery-status": ".txt",
    "message/disposition-notification": ".txt",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "application/pgp-signature": ".asc",
    "application/pkcs7-signature": ".p7s",
    "application/pkcs7-mime": ".p7m",
    "application/octet-stream": ".bin",
}


def body_bytes(entity: Entity, raw: bytes, defects: list[str]) -> bytes:
    """Return an entity's body with its transfer encoding undone (RFC 2045 section 6)."""
    data = raw[entity.start : entity.end]
    encoding = entity.header("content-transfer-encoding").split(b";")[0].strip().lower()
    if b"base64" in encoding:
        # A line of dashes at the end is a boundary that was not known as one.
        stray = b"\n--" in data[-_STRAY:]
        return base64_bytes(data.partition(b"\n--")[0] if stray else data)
    if b"quoted" in encoding:
        return binascii.a2b_qp(data)
    if b"uu" in encoding:
        return uu_body(data)
    if b"yenc" in encoding:
        return b"".join(content for _, content in split_encoded(data)[1]) or data
    if encoding not in {b"", b"7bit", b"8bit", b"binary", b"7-bit", b"8-bit"}:
        shown = safe(encoding[:40].decode("ascii", "replace"))
        defects.append(f"Unknown transfer encoding {shown!r}; the part was read as it stands.")
    return data


def declared_name(entity: Entity, disposition_name: str) -> str:
    """Return the name that a part declares, decoded, or "" (RFC 2183, RFC 2047 abuse included)."""
    name = disposition_name or entity.content.parameters.get("name", "")
    return encoded_words(name) if "=?" in name else name


def safe_name(name: str, type_: str, *, fallback: str = "attachment") -> str:
    """Return a file name safe to show and to save under; never empty.

    No path, no control or direction characters, no leading dots, no device name, at most 150
    characters with the extension kept.
    """
    name = unicodedata.normalize("NFC", safe(name)).replace("\\", "/").rpartition("/")[2]
    name = re.sub(r"\s+", " ", _UNSAFE.sub("", re.sub(r"[\r\n\t]+", " ", name)))
    name = name.strip(" .").strip()
    if not name:
        name = fallback + _EXTENSIONS.get(type_, "")
    if _DEVICES.fullmatch(name):
        name = "_" + name
    stem, dot, extension = name.rpartition(".")
    if len(name) > _LONGEST_NAME and dot and 0 < len(extension) <= 10:  # noqa: PLR2004 - an extension
        return stem[: _LONGEST_NAME - len(extension) - 1].rstrip(" .") + "." + extension
    return name[:_LONGEST_NAME].rstrip(" .")


def attachment(name: str, type_: str, content: bytes) -> Attachment:
    """Return an attachment with its size in bytes and its SHA-256 in hex."""
    digest = hashlib.sha256(content).hexdigest()
    return Attachment(name, type_, len(content), digest, content)


def distinct(attachments: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """Return the attachments with their names made different: "a.pdf", "a (2).pdf"."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    result = []
    for each in attachments:
        name, key = each.name, each.name.casefold()
        while name.casefold() in taken:
            counts[key] = counts.get(key, 1) + 1
            stem, dot, extension = each.name.rpartition(".")
            stem, tail = (stem, dot + extension) if stem else (each.name, "")
            name = f"{stem} ({counts[key]}){tail}"
        taken.add(name.casefold())
        result.append(Attachment(name, each.type, each.size, each.sha256, each.content))
    return tuple(result)
