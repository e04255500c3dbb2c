"""The readable text of a message and its attachments, out of its MIME entities.

Among alternatives the plain text is read unless it is a stub; what is forwarded as a message is
read too, below a block that names its sender; a delivery report's copy of our own letter is not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.domain.mail.attachments import (
    attachment,
    body_bytes,
    declared_name,
    distinct,
    safe_name,
    split_uuencoded,
)
from assistant.domain.mail.calendar import invitation_text
from assistant.domain.mail.charsets import decode
from assistant.domain.mail.entities import Cut, Entity
from assistant.domain.mail.headers import text_of
from assistant.domain.mail.hidden import visible
from assistant.domain.mail.markup import read_html
from assistant.domain.mail.message import Attachment, Removed
from assistant.domain.mail.parameters import content_value

_MESSAGES = frozenset({"message/rfc822", "message/global"})
_NOT_BODY = frozenset(
    {"text/rtf", "text/richtext", "text/csv", "text/calendar", "text/x-vcard", "text/vcard"}
    | {"text/rfc822-headers", "text/directory", "text/css", "text/xml", "text/x-amp-html"}
)
_LONGEST_TEXT = 5_000_000
_STUB = 300
_BESIDE = 5
_WORD = re.compile(r"[^\W_]+")
_LOOKS_HTML = re.compile(r"\s*(?:<!doctype html|<html[\s>]|<head>|<body[\s>])", re.IGNORECASE)
_PGP = "-----BEGIN PGP MESSAGE-----"
_FORWARDED = "---------- Forwarded message ----------"
_SHOWN_HEADERS = (("From", "from"), ("Date", "date"), ("Subject", "subject"), ("To", "to"))

ENCRYPTED = "The message is encrypted, so its text cannot be read. Ask the sender to send it again."
_ENCRYPTED_TYPES = frozenset(
    {
        "multipart/encrypted",
        "application/pgp-encrypted",
        "application/x-microsoft-rpmsg-message",
    }
)
_SMIME = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_OPAQUE = (
    "The message is signed in a form that hides its text (S/MIME). Open the attached file, or ask "
    "the sender to send it again."
)
_TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_WINMAIL = "An Outlook winmail.dat was attached; files may be inside it that only Outlook opens."


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of readable text, not yet rendered; `forwarded` where another message holds it."""

    kind: str
    source: str
    forwarded: bool = False


@dataclass(slots=True)
class Body:
    """What `read_body` found. `own` is how much of `text` is the message's own, not forwarded."""

    text: str = ""
    own: int = 0
    attachments: tuple[Attachment, ...] = ()
    removed: list[Removed] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)
    status_parts: list[bytes] = field(default_factory=list)
    original: bytes = b""


def read_body(cut: Cut) -> Body:
    """Return the text, the attachments and the delivery report parts of a message."""
    body = Body()
    files: list[Attachment] = []
    readings: list[list[Piece]] = [[] for _ in cut.entities]
    leaves = [_leaf(cut, index, body, files) for index in range(len(cut.entities))]
    _keep_reports(cut, body)
    for index in reversed(range(len(cut.entities))):
        inner = [readings[child] for child in cut.entities[index].children]
        readings[index] = _reading(cut, index, leaves[index], inner)
    if readings:
        _render(readings[0], body)
    _note_encryption(cut, body)
    body.attachments = distinct(files)
    return body


def _reading(cut: Cut, index: int, leaf: list[Piece], inner: Sequence[list[Piece]]) -> list[Piece]:
    """Return what is to be read of an entity, given what is to be read of those inside it."""
    entity = cut.entities[index]
    if entity.type == "multipart/alternative":
        return _best(inner)
    if entity.type in _MESSAGES:
        if _reported(cut, entity):
            return []
        pieces = [piece for each in inner for piece in each]
        if index == 0 or not pieces:
            return pieces
        block = Piece("plain", _forward_block(cut.entities[entity.children[0]]), forwarded=True)
        return [block, *(Piece(each.kind, each.source, forwarded=True) for each in pieces)]
    filled = [each for each in (leaf, *inner) if each]
    return filled[0] if len(filled) == 1 else [piece for each in filled for piece in each]


def _best(alternatives: Sequence[list[Piece]]) -> list[Piece]:
    """Return the alternative to read: plain text, unless it is a stub beside richer HTML."""
    plain = [each for each in alternatives if any(piece.kind == "plain" for piece in each)]
    rich = [each for each in alternatives if any(piece.kind == "html" for piece in each)]
    if plain and rich:
        words = _words(plain[0], "plain")
        if len(words) < _STUB and len(_words(rich[-1], "html")) > 3 * len(words) + 20:
            return rich[-1]
    chosen = plain[:1] or rich[-1:] or [each for each in alternatives if each][-1:]
    return chosen[0] if chosen else []


def _words(pieces: Sequence[Piece], kind: str) -> str:
    """Return the letters and digits that a reader would see in some pieces."""
    texts = (piece.source for piece in pieces if piece.kind == kind)
    shown = (read_html(text)[0] if kind == "html" else text for text in texts)
    return "".join(_WORD.findall(" ".join(shown)))


def _leaf(cut: Cut, index: int, body: Body, files: list[Attachment]) -> list[Piece]:
    """Read an entity that holds no others: as text, as an attachment, or as a report."""
    entity = cut.entities[index]
    if entity.type in _MESSAGES and index:
        _keep_message(cut, entity, body, files)
        return []
    if entity.children:
        return []
    disposition = content_value(entity.header("content-disposition"))
    name = declared_name(entity, disposition.parameters.get("filename", ""))
    data = body_bytes(entity, cut.raw, body.defects)
    if _is_text(entity, disposition.value, name, alone=index == 0):
        data, encoded = split_uuencoded(data)
        files.extend(
            attachment(safe_name(each, ""), "application/octet-stream", content)
            for each, content in encoded
        )
        return _text_piece(entity, data, body)
    _note_kind(entity, name, body)
    if entity.type == "text/rfc822-headers":
        body.original = body.original or data
    if data.strip() or name:
        files.append(attachment(safe_name(name, entity.type), entity.type, data))
    if entity.type == "text/calendar":
        return [Piece("calendar", invitation_text(_decoded(entity, data, body)))]
    return []


def _keep_reports(cut: Cut, body: Body) -> None:
    """Keep the delivery status parts, but not those of a report that somebody passes on."""
    passed_on = [False] * len(cut.entities)
    for index, entity in enumerate(cut.entities):
        above = entity.parent
        if above >= 0:
            passed_on[index] = passed_on[above] or (
                above > 0 and cut.entities[above].type in _MESSAGES
            )
        if entity.type == "message/delivery-status" and not passed_on[index]:
            body.status_parts.append(body_bytes(entity, cut.raw, []))


def _is_text(entity: Entity, disposition: str, name: str, *, alone: bool) -> bool:
    """Say whether a part is text to be read in place rather than a file."""
    if entity.type.startswith("multipart/"):
        return True
    if not entity.type.startswith("text/") or entity.type in _NOT_BODY:
        return False
    return alone or (disposition != "attachment" and not (name and disposition))


def _text_piece(entity: Entity, data: bytes, body: Body) -> list[Piece]:
    text = _decoded(entity, data, body)
    if len(text) > _LONGEST_TEXT:
        body.defects.append(f"The text is longer than {_LONGEST_TEXT:,} characters; it was cut.")
        text = text[:_LONGEST_TEXT]
    is_html = entity.type == "text/html" or _LOOKS_HTML.match(text[:500])
    return [Piece("html" if is_html else "plain", text)] if text.strip() else []


def _decoded(entity: Entity, data: bytes, body: Body) -> str:
    text, defect = decode(data, entity.content.parameters.get("charset", ""))
    if defect:
        body.defects.append(defect)
    return text


def _keep_message(cut: Cut, entity: Entity, body: Body, files: list[Attachment]) -> None:
    """Keep a message within the message as a file, named by its subject."""
    end = _end_of(cut, entity)
    content = cut.raw[entity.start : end]
    if not entity.children:
        content = body_bytes(entity, cut.raw, body.defects)
    disposition = content_value(entity.header("content-disposition"))
    name = declared_name(entity, disposition.parameters.get("filename", ""))
    if not name and entity.children:
        subject = text_of(cut.entities[entity.children[0]].header("subject"))
        name = f"{subject.replace('/', '-')[:100]}.eml" if subject else ""
    files.append(attachment(safe_name(name, entity.type, fallback="message"), entity.type, content))
    if _reported(cut, entity):
        body.original = body.original or content


def _end_of(cut: Cut, entity: Entity) -> int:
    """Return where the last entity within an entity ends, going down without recursion."""
    while entity.children:
        entity = cut.entities[entity.children[-1]]
    return entity.end


def _reported(cut: Cut, entity: Entity) -> bool:
    """Say whether a message within the message is there because a report is about it."""
    if entity.parent < 0:
        return False
    above = cut.entities[entity.parent]
    # Some servers call the whole multipart/mixed; the report beside it tells.
    beside = (cut.entities[child].type for child in above.children[:_BESIDE])
    return above.type == "multipart/report" or "message/delivery-status" in beside


def _forward_block(inner: Entity) -> str:
    """Return the lines that say who wrote a message that is passed on."""
    lines = [_FORWARDED]
    for label, name in _SHOWN_HEADERS:
        value = text_of(inner.header(name))
        if value:
            lines.append(f"{label}: {value[:1000]}")
    return "\n".join(lines)


def _note_kind(entity: Entity, name: str, body: Body) -> None:
    """Note what an officer must know about a file before opening it."""
    if entity.type in _TNEF or name.lower() == "winmail.dat":
        body.defects.append(_WINMAIL)
    if entity.type in _SMIME:
        kind = entity.content.parameters.get("smime-type", "").lower()
        body.defects.append(_OPAQUE if kind == "signed-data" else ENCRYPTED)


def _note_encryption(cut: Cut, body: Body) -> None:
    """Note that the text, or some of it, is encrypted."""
    if any(each.type in _ENCRYPTED_TYPES for each in cut.entities) or _PGP in body.text:
        body.defects.append(ENCRYPTED)
    body.defects = list(dict.fromkeys(body.defects))


def _render(pieces: Sequence[Piece], body: Body) -> None:
    """Join the pieces to the canonical text: the message's own first, then what it forwards."""
    readable = [piece for piece in pieces if piece.kind != "calendar"] or list(pieces)
    texts: list[str] = []
    seen: set[str] = set()
    length = 0
    for piece in sorted(readable, key=lambda each: each.forwarded):
        text = _shown(piece, body)
        # The same words as plain text and again as HTML are one text, not two.
        key = "".join(_WORD.findall(text)) if not piece.forwarded else ""
        if not text or (key and key in seen):
            continue
        seen.add(key)
        texts.append(text)
        length += len(text) + 2
        if not piece.forwarded:
            body.own = length - 2
    body.text = "\n\n".join(texts)


def _shown(piece: Piece, body: Body) -> str:
    """Return a piece as the reader sees it, noting what was hidden."""
    source = piece.source
    if piece.kind == "html":
        source, removed, defects = read_html(source)
        body.removed.extend(removed)
        body.defects.extend(defects)
    text, unseen = visible(source)
    body.removed.extend(unseen)
    lines = text.split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    return "\n".join(lines).rstrip()
