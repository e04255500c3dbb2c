"""What an entity without others in it is: text to read, a file to keep, or a wrapping to open."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.domain.mail import cms
from assistant.domain.mail.attachments import (
    attachment,
    body_bytes,
    declared_name,
    safe_name,
)
from assistant.domain.mail.calendar import invitation_text
from assistant.domain.mail.charsets import decode
from assistant.domain.mail.entities import Cut, Entity
from assistant.domain.mail.entities import cut as parse
from assistant.domain.mail.headers import text_of
from assistant.domain.mail.inline_files import split_encoded
from assistant.domain.mail.message import Attachment, Removed
from assistant.domain.mail.parameters import content_value
from assistant.domain.mail.pieces import Body, Piece
from assistant.domain.mail.sealed import S_MIME
from assistant.domain.mail.tnef import SIGNATURE, PackedFile, winmail

MESSAGES = frozenset({"message/rfc822", "message/global"})
_NOT_BODY = frozenset(
    {"text/rtf", "text/richtext", "text/csv", "text/calendar", "text/x-vcard", "text/vcard"}
    | {"text/rfc822-headers", "text/directory", "text/css", "text/xml", "text/x-amp-html"}
)
# What broken mailers write for text/plain.
_MEANT_AS_TEXT = frozenset({"application/plain", "application/text", "plain/text", "text/text"})
_LONGEST_TEXT = 5_000_000
_LOOKS_HTML = re.compile(r"\s*(?:<!doctype html|<html[\s>]|<head>|<body[\s>])", re.IGNORECASE)
_TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_CMS = frozenset(
    {"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pkcs7-signed-data"}
)
_SIGNED = "The message is signed (S/MIME). Its text is shown; the signature was not checked."
_OPAQUE = (
    "The message is signed in a form that hides its text (S/MIME), and the wrapping is damaged. "
    "Open the attached file, or ask the sender to send it again."
)
_COMPRESSED = (
    "The message is compressed (S/MIME). Open the attached file in a mail program, or ask the "
    "sender to send it again."
)
_PIECE = (
    "This is one piece of a message that was sent in several (message/partial). Ask the sender to "
    "send it again in one."
)

# So many of the parts beside a message are asked whether they are a report.
_BESIDE = 5
_FORWARDED = "---------- Forwarded message ----------"
_SHOWN_HEADERS = (("From", "from"), ("Date", "date"), ("Subject", "subject"), ("To", "to"))

Inner = Callable[[bytes, Body, list[Attachment]], list[Piece]]


@dataclass(frozen=True, slots=True)
class Leaf:
    """An entity, its declared name, whether it is to be kept as a file, and its bytes, decoded."""

    entity: Entity
    name: str
    disposition: str
    data: bytes

    @property
    def file(self) -> Attachment:
        """The entity as a file."""
        name = safe_name(self.name, self.entity.type)
        return attachment(name, self.entity.type, self.data)


def read_leaf(
    cut: Cut, index: int, body: Body, files: list[Attachment], inner: Inner
) -> list[Piece]:
    """Return what is to be read of an entity that holds no others; files go to `files`.

    `inner` reads the bytes of an entity that a wrapping hides, adding its files and defects.
    """
    entity = cut.entities[index]
    if entity.type in MESSAGES and index:
        return _message(cut, entity, body, files, inner)
    if entity.children:
        return []
    disposition = content_value(entity.header("content-disposition"))
    name = declared_name(entity, disposition.parameters.get("filename", ""))
    leaf = Leaf(entity, name, disposition.value, body_bytes(entity, cut.raw, body.defects))
    if _is_text(leaf, alone=index == 0):
        return _text(leaf, body, files)
    for fits, read in _WRAPPINGS:
        if fits(leaf):
            return read(leaf, body, files, inner)
    return _file(leaf, body, files)


def _file(leaf: Leaf, body: Body, files: list[Attachment]) -> list[Piece]:
    """Keep an entity as a file; what an invitation says is read besides."""
    if leaf.entity.type == "text/rfc822-headers":
        body.original = body.original or leaf.data
    if leaf.data.strip() or leaf.name:
        files.append(leaf.file)
    if leaf.entity.type == "text/calendar":
        return [Piece("plain", invitation_text(_decoded(leaf, body)), spare=True)]
    return []


def _is_text(leaf: Leaf, *, alone: bool) -> bool:
    """Say whether a part is text to be read in place rather than a file."""
    type_ = leaf.entity.type
    if type_.startswith("multipart/"):
        return True
    if type_ in _NOT_BODY or not (type_.startswith("text/") or type_ in _MEANT_AS_TEXT):
        return False
    return alone or (leaf.disposition != "attachment" and not (leaf.name and leaf.disposition))


def _text(leaf: Leaf, body: Body, files: list[Attachment]) -> list[Piece]:
    """Return a text part; the files that stand encoded in it are taken out."""
    data, encoded = split_encoded(leaf.data)
    files.extend(
        attachment(safe_name(each, ""), "application/octet-stream", content)
        for each, content in encoded
    )
    text = _decoded_bytes(leaf, data, body)
    if len(text) > _LONGEST_TEXT:
        body.defects.append(f"The text is longer than {_LONGEST_TEXT:,} characters; it was cut.")
        text = text[:_LONGEST_TEXT]
    is_html = leaf.entity.type == "text/html" or _LOOKS_HTML.match(text[:500])
    return [Piece("html" if is_html else "plain", text)] if text.strip() else []


def _decoded(leaf: Leaf, body: Body) -> str:
    return _decoded_bytes(leaf, leaf.data, body)


def _decoded_bytes(leaf: Leaf, data: bytes, body: Body) -> str:
    text, defect = decode(data, leaf.entity.content.parameters.get("charset", ""))
    if defect:
        body.defects.append(defect)
    return text


def _message(
    cut: Cut, entity: Entity, body: Body, files: list[Attachment], inner: Inner
) -> list[Piece]:
    """Keep a message within the message as a file, named by its subject.

    One that is encoded was not cut with the rest, and is read here.
    """
    content = cut.raw[entity.start : end_of(cut, entity)]
    if not entity.children:
        content = body_bytes(entity, cut.raw, body.defects)
    disposition = content_value(entity.header("content-disposition"))
    name = declared_name(entity, disposition.parameters.get("filename", ""))
    if not name and entity.children:
        subject = text_of(cut.entities[entity.children[0]].header("subject"))
        name = f"{subject.replace('/', '-')[:100]}.eml" if subject else ""
    files.append(attachment(safe_name(name, entity.type, fallback="message"), entity.type, content))
    if reported(cut, entity):
        body.original = body.original or content
        return []
    if entity.children or not content.strip():
        return []
    pieces = inner(content, body, [])
    return passed_on(parse(content).entities[0], pieces) if pieces else []


def passed_on(head: Entity, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a message that is passed on, below a block that names its sender."""
    lines = [_FORWARDED]
    for label, name in _SHOWN_HEADERS:
        value = text_of(head.header(name))
        if value:
            lines.append(f"{label}: {value[:1000]}")
    block = Piece("plain", "\n".join(lines), forwarded=True)
    return [block, *(Piece(each.kind, each.source, forwarded=True) for each in pieces)]


def end_of(cut: Cut, entity: Entity) -> int:
    """Return where the last entity within an entity ends, going down without recursion."""
    while entity.children:
        entity = cut.entities[entity.children[-1]]
    return entity.end


def reported(cut: Cut, entity: Entity) -> bool:
    """Say whether a message within the message is there because a report is about it."""
    if entity.parent < 0:
        return False
    above = cut.entities[entity.parent]
    # Some servers call the whole multipart/mixed; the report beside it tells.
    beside = (cut.entities[child].type for child in above.children[:_BESIDE])
    return above.type == "multipart/report" or "message/delivery-status" in beside


def _is_winmail(leaf: Leaf) -> bool:
    named = leaf.entity.type in _TNEF or leaf.name.lower() == "winmail.dat"
    return named or leaf.data.startswith(SIGNATURE)


def _winmail(leaf: Leaf, body: Body, files: list[Attachment], _inner: Inner) -> list[Piece]:
    """Open a winmail.dat; where it is broken it is kept as a file besides."""
    packed = winmail(leaf.data)
    body.defects.extend(packed.defects)
    if packed.defects:
        files.append(leaf.file)
    files.extend(_unpacked(each) for each in packed.files)
    if packed.hidden.strip():
        body.removed.append(Removed("text marked as hidden", " ".join(packed.hidden.split())))
    return [Piece(packed.kind, packed.text, spare=True)] if packed.text.strip() else []


def _unpacked(packed: PackedFile) -> Attachment:
    type_ = content_value(packed.type.encode(), "application/octet-stream").value
    return attachment(safe_name(packed.name, type_), type_, packed.content)


def _is_cms(leaf: Leaf) -> bool:
    return leaf.entity.type in _CMS or (
        leaf.name.lower().endswith(".p7m") and bool(cms.kind_of(leaf.data))
    )


def _cms(leaf: Leaf, body: Body, files: list[Attachment], inner: Inner) -> list[Piece]:
    """Open what is only signed; keep what is encrypted, and say what to do."""
    declared = leaf.entity.content.parameters.get("smime-type", "").lower()
    kind = cms.kind_of(leaf.data) or declared
    if kind == cms.SIGNED:
        try:
            content = cms.signed_content(leaf.data)
        except ValueError:
            body.defects.append(_OPAQUE)
        else:
            before = len(files)
            pieces = inner(content, body, files)
            if cms.is_whole(leaf.data) and (pieces or len(files) > before):
                body.defects.append(_SIGNED)
                return pieces
            body.defects.append(_OPAQUE)
            return [*pieces, *_kept(leaf, files)]
    elif kind == cms.COMPRESSED:
        body.defects.append(_COMPRESSED)
    elif kind != "certs-only":
        body.defects.extend(S_MIME)
    return _kept(leaf, files)


def _kept(leaf: Leaf, files: list[Attachment]) -> list[Piece]:
    """Keep an entity as a file; there is nothing to read in it."""
    files.append(leaf.file)
    return []


def _is_piece(leaf: Leaf) -> bool:
    return leaf.entity.type == "message/partial"


def _piece(leaf: Leaf, body: Body, files: list[Attachment], inner: Inner) -> list[Piece]:
    """Read the first piece of a message in pieces as far as it goes (RFC 2046 section 5.2.2)."""
    body.defects.append(_PIECE)
    files.append(leaf.file)
    first = leaf.entity.content.parameters.get("number", "1").strip() == "1"
    return inner(leaf.data, body, []) if first else []


_WRAPPINGS: tuple[
    tuple[Callable[[Leaf], bool], Callable[[Leaf, Body, list[Attachment], Inner], list[Piece]]], ...
] = (
    (_is_winmail, _winmail),
    (_is_cms, _cms),
    (_is_piece, _piece),
)
