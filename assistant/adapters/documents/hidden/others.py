"""What e-mails, archives, rich text and pictures hide, as far as it can be told cheaply."""

import re
import struct
from email import message_from_bytes, policy
from email.message import EmailMessage

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.found import CannotBeReadError
from assistant.adapters.documents.hidden.packaging import few
from assistant.adapters.documents.hidden.seen import Seen

_GPS = 0x8825
_MOST_TAGS = 500
_RTF = (
    ("tracked-changes", re.compile(rb"\\(?:revised|deleted)(?![a-z0-9])")),
    ("comments", re.compile(rb"\\\*\\annotation(?![a-z])")),
    ("hidden-text", re.compile(rb"\\v(?![a-z0-9])")),
    ("embedded-file", re.compile(rb"\\objdata(?![a-z])")),
)
_RTF_AUTHOR = re.compile(rb"\{\\(?:author|operator) ([^{}\\]{1,200})\}")


def look_into_archive(archive: Archive, seen: Seen) -> None:
    """Look into each file of a zip."""
    for name in archive.names():
        if name.endswith("/"):
            continue
        try:
            content = archive.part(name)
        except CannotBeReadError:
            seen.not_inspected(name)
            continue
        seen.inside(name, content)


def look_into_mail(content: bytes, seen: Seen) -> None:
    """Say that it is an e-mail, and look into the files that are attached to it (RFC 5322)."""
    message = message_from_bytes(content, policy=policy.default)
    files = [
        (part.get_filename() or "attached message", part)
        for part in message.walk()
        if part.get_filename() or (part.get_content_type() == "message/rfc822")
    ]
    seen.add("email-file", few([name for name, _ in files]))
    for name, part in files:
        inner = part.get_payload(decode=True)
        held = part.get_payload()
        if isinstance(inner, bytes):
            seen.inside(name, inner)
        elif isinstance(held, list) and held and isinstance(held[0], EmailMessage):
            seen.inside(f"{name}.eml", bytes(held[0]))
        else:
            seen.not_inspected(name)


def look_into_rich(content: bytes, seen: Seen) -> None:
    """Note what the control words of rich text tell (RTF 1.9.1)."""
    for rule, pattern in _RTF:
        seen.add_if(len(pattern.findall(content)), rule)
    people = dict.fromkeys(
        each.decode("cp1252", "replace").strip() for each in _RTF_AUTHOR.findall(content)
    )
    if any(people):
        seen.add("author", ", ".join(filter(None, people)))


def look_into_picture(content: bytes, seen: Seen) -> None:
    """Note the data that cameras and programs put into pictures (Exif 2.32, XMP)."""
    place = content.find(b"Exif\x00\x00")
    exif = content[place + 6 :] if place >= 0 else _chunk(content, b"eXIf")
    if content[:4] in {b"II*\x00", b"MM\x00*"}:
        exif = content
    if _names_place(exif) or b"exif:GPSLatitude" in content:
        seen.add("picture-place")
    kinds = [
        name
        for name, held in (
            ("Exif", bool(exif) and exif is not content),
            ("XMP", b"http://ns.adobe.com/xap/" in content or b"XML:com.adobe.xmp" in content),
            ("IPTC", b"Photoshop 3.0\x00" in content),
        )
        if held
    ]
    if kinds:
        seen.add("picture-data", ", ".join(kinds))


def _chunk(content: bytes, name: bytes) -> bytes:
    """Return what stands in a chunk of a PNG, or nothing."""
    place = content.find(name)
    return content[place + 4 :] if place >= 0 and content.startswith(b"\x89PNG") else b""


def _names_place(exif: bytes) -> bool:
    """Say whether the first directory of a TIFF leads to one for GPS (Exif 2.32 section 4.6.3)."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 8:  # noqa: PLR2004 - the header of a TIFF
        return False
    try:
        (start,) = struct.unpack_from(order + "I", exif, 4)
        (count,) = struct.unpack_from(order + "H", exif, start)
        return any(
            struct.unpack_from(order + "H", exif, start + 2 + 12 * number)[0] == _GPS
            for number in range(min(count, _MOST_TAGS))
        )
    except struct.error:
        return False
