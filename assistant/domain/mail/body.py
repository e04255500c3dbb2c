"""The readable text of a message and its attachments, out of its MIME entities.

Among alternatives the plain text is read unless it is a stub; what is forwarded as a message is
read too, below a block that names its sender; a delivery report's copy of our own letter is not.
"""

import re
from collections.abc import Sequence

from assistant.domain.mail.attachments import body_bytes, distinct
from assistant.domain.mail.entities import Cut
from assistant.domain.mail.entities import cut as parse
from assistant.domain.mail.hidden import visible
from assistant.domain.mail.leaves import MESSAGES, passed_on, read_leaf, reported
from assistant.domain.mail.markup import read_html
from assistant.domain.mail.message import Attachment
from assistant.domain.mail.pieces import Body, Piece
from assistant.domain.mail.sealed import ENCRYPTED, sealed

__all__ = ["ENCRYPTED", "Body", "read_body"]

_STUB = 300
_WORD = re.compile(r"[^\W_]+")
# Nobody wraps a message in wrappings deeper than this; what lies beyond is kept as a file.
_DEEPEST = 3


def read_body(structure: Cut) -> Body:
    """Return the text, the attachments and the delivery report parts of a message."""
    body = Body()
    files: list[Attachment] = []
    pieces = _pieces(structure, body, files, 0)
    _keep_reports(structure, body)
    _render(pieces, body)
    names = [each.name for each in files]
    body.defects.extend(sealed((each.type for each in structure.entities), names, body.text))
    body.defects = list(dict.fromkeys(body.defects))
    body.attachments = distinct(files)
    return body


def _pieces(cut: Cut, body: Body, files: list[Attachment], depth: int) -> list[Piece]:
    """Return what is to be read of a message, its files in `files`, its oddities in `body`."""

    def inner(content: bytes, body: Body, files: list[Attachment]) -> list[Piece]:
        if depth >= _DEEPEST:
            return []
        structure = parse(content)
        body.defects.extend(structure.defects)
        return _pieces(structure, body, files, depth + 1)

    readings: list[list[Piece]] = [[] for _ in cut.entities]
    leaves = [read_leaf(cut, index, body, files, inner) for index in range(len(cut.entities))]
    for index in reversed(range(len(cut.entities))):
        below = [readings[child] for child in cut.entities[index].children]
        readings[index] = _reading(cut, index, leaves[index], below)
    return readings[0] if readings else []


def _reading(cut: Cut, index: int, leaf: list[Piece], inner: Sequence[list[Piece]]) -> list[Piece]:
    """Return what is to be read of an entity, given what is to be read of those inside it."""
    entity = cut.entities[index]
    if entity.type == "multipart/alternative" and inner:
        return _best(inner)
    if entity.type in MESSAGES and entity.children:
        if reported(cut, entity):
            return []
        pieces = [piece for each in inner for piece in each]
        if index == 0 or not pieces:
            return pieces
        return passed_on(cut.entities[entity.children[0]], pieces)
    filled = [each for each in (leaf, *inner) if each]
    return filled[0] if len(filled) == 1 else [piece for each in filled for piece in each]


def _best(alternatives: Sequence[list[Piece]]) -> list[Piece]:
    """Return the alternative to read: plain text, unless it is a stub beside richer HTML."""
    plain = [each for each in alternatives if any(piece.kind == "plain" for piece in each)]
    rich = [each for each in alternatives if any(piece.kind == "html" for piece in each)]
    if plain and rich:
        words = _words(plain[0], "plain", _STUB)
        if words < _STUB and _words(rich[-1], "html", 3 * words + 21) > 3 * words + 20:
            return rich[-1]
    chosen = plain[:1] or rich[-1:] or [each for each in alternatives if each][-1:]
    return chosen[0] if chosen else []


def _words(pieces: Sequence[Piece], kind: str, enough: int) -> int:
    """Count the letters and digits that a reader would see in some pieces, as far as `enough`."""
    count = 0
    for piece in pieces:
        if piece.kind == kind:
            text = read_html(piece.source)[0] if kind == "html" else piece.source
            for found in _WORD.finditer(text):
                count += found.end() - found.start()
                if count >= enough:
                    return count
    return count


def _keep_reports(cut: Cut, body: Body) -> None:
    """Keep the delivery status parts, but not those of a report that somebody passes on."""
    passed_on = [False] * len(cut.entities)
    for index, entity in enumerate(cut.entities):
        above = entity.parent
        if above >= 0:
            passed_on[index] = passed_on[above] or (
                above > 0 and cut.entities[above].type in MESSAGES
            )
        if entity.type == "message/delivery-status" and not passed_on[index]:
            body.status_parts.append(body_bytes(entity, cut.raw, []))


def _render(pieces: Sequence[Piece], body: Body) -> None:
    """Join the pieces to the canonical text: the message's own first, then what it forwards."""
    readable = [piece for piece in pieces if not piece.spare] or list(pieces)
    texts: list[str] = []
    seen: set[str] = set()
    length = 0
    for piece in sorted(readable, key=lambda each: each.forwarded):
        text = _shown(piece, body)
        # The same words as plain text and again as HTML are one text, not two.
        alone = piece.forwarded or len(readable) == 1
        key = "" if alone else "".join(_WORD.findall(text))
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
