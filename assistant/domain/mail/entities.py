"""The bytes of a message, cut into its MIME entities in one pass (RFC 2046), however broken.

The standard library's parser recurses once per level and once per part, so that a message nested
a thousand deep ends it. This one keeps its own stack: time and memory grow with the bytes, no
depth or number of parts stops it, and every byte of the body belongs to an entity.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.domain.mail.parameters import ContentValue, content_value

_LINE_END = re.compile(rb"[\r\n]|\Z")
_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:(.*)", re.DOTALL)
# A boundary that the header forgot to name: the first such line that headers or a blank follow.
_UNNAMED = re.compile(
    rb"^--(\S[^\r\n]{0,199}?)[ \t]*\r?\n(?=Content-|\r?\n)", re.MULTILINE | re.IGNORECASE
)
_MBOX = re.compile(rb">?From [^\r\n]*\r?\n")
_MESSAGES = frozenset({"message/rfc822", "message/global"})
_SNIFFED = 8192
# Nobody forwards deeper, and nobody sends more parts: what lies beyond stays part of the last one.
_DEEPEST_MESSAGE = 20
_MOST_ENTITIES = 20_000
_LONGEST_CONTINUED = 1000
_MOST_SEARCHES = 10


@dataclass(slots=True)
class Entity:
    """One entity: its raw headers, what it says it is, and which bytes are its body.

    `parent` is the index of the entity it stands in, or -1. `start` and `end` bound the body in
    the bytes that were cut; for multipart and message/rfc822 they bound nothing of use.
    """

    parent: int
    headers: list[tuple[str, bytes]]
    content: ContentValue
    start: int
    end: int
    children: list[int] = field(default_factory=list)
    closed: bool = False
    # How many messages it stands in, one inside the other.
    within: int = 0

    def header(self, name: str) -> bytes:
        """Return the first raw value of a header (lower-case name), or empty bytes."""
        return next((value for key, value in self.headers if key == name), b"")

    @property
    def type(self) -> str:
        """The media type, lower case: "text/plain" where nothing usable is declared."""
        return self.content.value


@dataclass(slots=True)
class Cut:
    """All entities of a message in order of appearance, and what was odd about its structure."""

    raw: bytes
    entities: list[Entity]
    defects: list[str]


def cut(raw: bytes) -> Cut:
    """Return the entities of a message. Never raises; linear in the number of bytes."""
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    result = Cut(raw, [], [])
    _Cutter(result).run(_first_line(raw))
    return result


def _first_line(raw: bytes) -> int:
    """Return where the headers begin, past blank lines and an mbox "From " line."""
    position = 3 if raw.startswith(b"\xef\xbb\xbf") else 0
    blank = re.compile(rb"[\r\n]*").match(raw, position)
    position = blank.end() if blank else position
    mbox = _MBOX.match(raw, position)
    return mbox.end() if mbox else position


class _Cutter:
    """The state of one pass: the open multiparts by boundary, and the position."""

    def __init__(self, result: Cut) -> None:
        self.result = result
        self.raw = result.raw
        self.open: list[tuple[bytes, int]] = []
        self.depth_of: dict[bytes, int] = {}
        self.searches = 0

    def run(self, start: int) -> None:
        """Cut from `start` to the end."""
        body = self._entity(start, self._parent())
        for begin, end in self._dashed_lines(body):
            if begin < body:
                continue
            token = self.raw[begin + 2 : end].rstrip(b" \t")
            closing = token not in self.depth_of
            depth = self.depth_of.get(token if not closing else token.removesuffix(b"--"), -1)
            if depth < 0:
                continue
            if len(self.result.entities) >= _MOST_ENTITIES:
                self.result.defects.append(f"Only the first {_MOST_ENTITIES:,} parts were read.")
                break
            self._end_body(begin)
            body = self._delimiter(end, depth, closing=closing)
        if any(not self.result.entities[owner].closed for _, owner in self.open):
            self.result.defects.append("A multipart body does not end as it should; it may be cut.")

    def _dashed_lines(self, start: int) -> Iterator[tuple[int, int]]:
        """Yield where the lines that begin with "--" begin and end, while a multipart is open.

        A plain search for the bytes is many times faster than a pattern over every line of base64.
        """
        raw = self.raw
        begin = start if raw.startswith(b"--", start) else raw.find(b"\n--", start) + 1
        while self.open and (begin or raw.startswith(b"--")):
            found = _LINE_END.search(raw, begin)
            end = found.start() if found else len(raw)
            yield begin, end
            begin = raw.find(b"\n--", end) + 1
            if not begin:
                return

    def _delimiter(self, end: int, depth: int, *, closing: bool) -> int:
        """Close what the delimiter line closes, begin what it begins; return where to go on.

        `end` is where the delimiter line ends.
        """
        for boundary, owner in self.open[depth + 1 :]:
            self.result.entities[owner].closed = True
            self.depth_of.pop(boundary, None)
        del self.open[depth + 1 :]
        after = self.raw.find(b"\n", end)
        after = len(self.raw) if after < 0 else after + 1
        if closing:
            boundary, owner = self.open.pop()
            self.result.entities[owner].closed = True
            del self.depth_of[boundary]
            return after
        return self._entity(after, self.open[depth][1])

    def _parent(self) -> int:
        return self.open[-1][1] if self.open else -1

    def _end_body(self, position: int) -> None:
        """Let the last entity's body end before this delimiter, whose line break belongs to it."""
        last = self.result.entities[-1]
        if last.end != len(self.raw):
            return
        end = position
        if self.raw[max(0, end - 2) : end] == b"\r\n":
            end -= 2
        elif self.raw[max(0, end - 1) : end] == b"\n":
            end -= 1
        last.end = max(last.start, end)

    def _entity(self, start: int, parent: int) -> int:
        """Add the entity whose headers begin at `start`, and those it directly holds.

        Returns where its body begins. A message/rfc822 body begins with headers again.
        """
        while True:
            headers, body = self._headers(start)
            content = content_value(_first(headers, "content-type"), "text/plain")
            content = _sensible(content, self._type_of(parent))
            index = len(self.result.entities)
            entity = Entity(parent, headers, content, body, len(self.raw))
            self.result.entities.append(entity)
            if parent >= 0:
                above = self.result.entities[parent]
                above.children.append(index)
                entity.within = above.within + (above.type in _MESSAGES)
            if content.value.startswith("multipart/"):
                self._open(index, content, body)
            nested = content.value in _MESSAGES and entity.within < _DEEPEST_MESSAGE
            if not (nested and _plain_encoding(headers) and body < len(self.raw)):
                return body
            parent, start = index, _first_line_at(self.raw, body)

    def _type_of(self, index: int) -> str:
        return self.result.entities[index].type if index >= 0 else ""

    def _open(self, index: int, content: ContentValue, body: int) -> None:
        """Note a multipart's boundary, looking for it where the header does not name it."""
        boundary = content.parameters.get("boundary", "").encode("utf-8", "replace").rstrip()
        if not boundary or self._never_comes(boundary, body):
            found = _UNNAMED.search(self.raw, body, body + _SNIFFED)
            if found:
                named = "a boundary that never comes" if boundary else "no boundary"
                self.result.defects.append(f"A multipart body names {named}; the first was taken.")
                boundary = found.group(1)
            elif not boundary:
                return
        if boundary in self.depth_of:
            # The same boundary twice: the inner one wins until it closes.
            self.result.defects.append("Two multipart bodies use the same boundary.")
            return
        self.depth_of[boundary] = len(self.open)
        self.open.append((boundary, index))

    def _never_comes(self, boundary: bytes, body: int) -> bool:
        """Say whether no delimiter line bears a boundary; asked of a few only, as it costs time."""
        self.searches += 1
        if self.searches > _MOST_SEARCHES:
            return False
        return self.raw.find(b"--" + boundary, body) < 0

    def _headers(self, start: int) -> tuple[list[tuple[str, bytes]], int]:
        """Read header lines from `start`; return them and where the body begins.

        They end at a blank line. Where that is missing they end at the first line that cannot be
        one, which then belongs to the body.
        """
        raw, position = self.raw, start
        fields: list[list[bytes]] = []
        while position < len(raw):
            end = raw.find(b"\n", position)
            end = len(raw) if end < 0 else end + 1
            line = raw[position:end]
            text = line.rstrip(b"\r\n")
            if not text:
                return _named(fields), end
            if text[:1] in b" \t" and fields:
                fields[-1].append(text)
            elif self._is_header(text):
                fields.append([text])
            elif not text.strip() and not fields:
                return _named(fields), end
            elif not self._skippable(text, fields):
                if fields or position == start:
                    self.result.defects.append("No blank line between the headers and the body.")
                return _named(fields), position
            position = end
        return _named(fields), len(raw)

    def _is_header(self, text: bytes) -> bool:
        """Say whether a line is a header field; a delimiter line is none, whatever it holds."""
        if text.startswith(b"--") and self.open:
            token = text[2:].rstrip(b" \t")
            if token in self.depth_of or token.removesuffix(b"--") in self.depth_of:
                return False
        colon = text.find(b":")
        return colon > 0 and _HEADER.match(text[:200]) is not None

    def _skippable(self, text: bytes, fields: list[list[bytes]]) -> bool:
        """Say whether a line among headers is noise: an mbox line, or a folded line not indented.

        A line is taken to continue an unfinished encoded word or quoted string before it.
        """
        if not fields or text.startswith(b"--"):
            return False
        if text.startswith((b"From ", b">From ")):
            return True
        before = fields[-1][-1].rstrip()
        if (
            before.endswith((b",", b";"))
            and len(text) < _LONGEST_CONTINUED
            and b" " not in text.strip()
        ):
            fields[-1].append(b" " + text)
            return True
        return False


def _first_line_at(raw: bytes, position: int) -> int:
    mbox = _MBOX.match(raw, position)
    return mbox.end() if mbox else position


def _first(headers: list[tuple[str, bytes]], name: str) -> bytes:
    return next((value for key, value in headers if key == name), b"")


def _named(fields: list[list[bytes]]) -> list[tuple[str, bytes]]:
    """Return lower-case names and unfolded values (RFC 5322 section 2.2.3)."""
    named = []
    for lines in fields:
        name, _, value = lines[0].partition(b":")
        whole = b"".join([value, *lines[1:]]) if len(lines) > 1 else value
        named.append((name.strip().decode("ascii", "replace").lower(), whole.strip()))
    return named


def _plain_encoding(headers: list[tuple[str, bytes]]) -> bool:
    """Say whether a nested message lies there as it is, not in base64 or quoted-printable."""
    encoding = _first(headers, "content-transfer-encoding").lower()
    return b"base64" not in encoding and b"quoted" not in encoding


def _sensible(content: ContentValue, parent_type: str) -> ContentValue:
    """Give a part of multipart/digest its default type (RFC 2046 section 5.1.5)."""
    if parent_type == "multipart/digest" and not content.declared:
        return ContentValue("message/rfc822", content.parameters, declared=False)
    return content
