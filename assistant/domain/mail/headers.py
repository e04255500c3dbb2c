"""Header values: encoded words (RFC 2047), raw 8-bit bytes, message ids and dates (RFC 5322)."""

import binascii
import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from assistant.domain.mail.charsets import codec_of, decode, safe

_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_QUOTED = re.compile(rb"=([0-9A-Fa-f]{2})")
# Padding in the middle: base64 goes on in the next line, where words would not.
_PADDED = re.compile(
    rb"={1,2}[ \t]*\r?\n"
    rb"(?=(?:[A-Za-z0-9+/]{4})*"
    rb"(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)[ \t]*\r?$)",
    re.MULTILINE,
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ID = re.compile(r"<([^<>\s]{1,900})>")
_BARE_ID = re.compile(r"[^\s<>,;()]{1,400}@[^\s<>,;()]{1,400}")
_APART = re.compile(r"[\s<>,;()]+")
_MOST_IDS = 500
_LONGEST_DATE = 200
_YEARS = range(1970, 2200)


def text_of(raw: bytes, hint: str = "") -> str:
    """Return a header value as text: one line, encoded words decoded, no control characters.

    Raw 8-bit bytes are read as UTF-8, then in the charset that the body declares (`hint`), then
    by guess.
    """
    text = decode(raw, hint=hint)[0]
    if "=?" in text:
        text = encoded_words(text, hint)
    # Nearly every header is plain, and there are dozens in a message.
    return text.strip() if text.isascii() and text.isprintable() else one_line(text)


def one_line(text: str) -> str:
    """Return a text with line breaks and control characters turned into single spaces."""
    return _CONTROL.sub(" ", safe(text)).strip()


def encoded_words(text: str, hint: str = "") -> str:
    """Decode the encoded words in a text (RFC 2047 section 6).

    Neighbours of one charset are joined before they are decoded, because mailers cut multi-byte
    characters in two. What cannot be decoded stays as it stands.
    """
    pieces: list[str] = []
    pending: list[bytes] = []
    charset, position = "", 0
    for found in _WORD.finditer(text):
        name = found.group(1).partition("*")[0]
        data = _word_bytes(found.group(2), found.group(3))
        gap = text[position : found.start()]
        joins = bool(pending) and not gap.strip()
        if pending and not (joins and name.lower() == charset.lower()):
            pieces.append(_decoded(pending, charset, hint))
            pending = []
        if not joins:
            pieces.append(gap)
        pending.append(data)
        charset, position = name, found.end()
    if pending:
        pieces.append(_decoded(pending, charset, hint))
    return "".join([*pieces, text[position:]])


def _decoded(pieces: list[bytes], charset: str, hint: str) -> str:
    """Decode the joined bytes; stateful charsets restart in each word, so those one by one."""
    if codec_of(charset).replace("_", "-").startswith(("iso2022", "hz", "utf-7")):
        return "".join(decode(piece, charset, hint)[0] for piece in pieces)
    return decode(b"".join(pieces), charset, hint)[0]


def _word_bytes(encoding: str, text: str) -> bytes:
    """Return the bytes of one encoded word's text."""
    raw = text.encode("utf-8", "replace")
    if encoding in "qQ":
        spaced = raw.replace(b"_", b" ")
        return _QUOTED.sub(lambda found: bytes([int(found.group(1), 16)]), spaced)
    return base64_bytes(raw)


def base64_bytes(raw: bytes) -> bytes:
    """Return what base64 data holds, as far as it can be read (RFC 2045 section 6.8).

    Some mailers pad every line, or write several encodings one after the other: all are read.
    """
    if raw.find(b"=", 0, max(0, len(raw) - 6)) < 0:
        return _base64(raw)
    ends = [found.end() for found in _PADDED.finditer(raw)]
    pairs = zip([0, *ends], [*ends, len(raw)], strict=True)
    return b"".join(_base64(raw[start:end]) for start, end in pairs)


def _base64(raw: bytes) -> bytes:
    try:
        return binascii.a2b_base64(raw)
    except (binascii.Error, ValueError):
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    whole = letters[: len(letters) // 4 * 4]
    rest = letters[len(whole) :]
    if len(rest) > 1:
        whole += rest + b"=" * (4 - len(rest))
    return binascii.a2b_base64(whole)


def message_ids(raw: bytes) -> tuple[str, ...]:
    """Return the message ids of a header value in order, each with its angle brackets, once.

    An id without brackets is accepted where the value has none with them.
    """
    text = one_line(decode(raw[:200_000])[0])
    found = _ID.findall(text)[:_MOST_IDS]
    if not found and "@" in text:
        found = [each for each in _APART.split(text) if _BARE_ID.fullmatch(each)][:_MOST_IDS]
    return tuple(dict.fromkeys(f"<{each}>" for each in found))


def date_of(raw: bytes) -> datetime | None:
    """Return the instant that a Date header claims, or None where it cannot be read.

    Aware where it carries an offset; naive where it has none or says -0000, which RFC 5322
    section 3.3 defines as "unknown".
    """
    text = one_line(decode(raw)[0])[:_LONGEST_DATE]
    try:
        parts = parsedate_tz(text)
        if parts is None or parts[0] not in _YEARS:
            return None
        instant = datetime(*parts[:6])  # noqa: DTZ001 - the offset is set below, where there is one
        if parts[9] is None or re.search(r"-0000\b", text):
            return instant
        return instant.replace(tzinfo=_zone(parts[9]))
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None


def _zone(offset: int) -> timezone:
    """Return the fixed zone for an offset in seconds."""
    return timezone(timedelta(seconds=offset)) if offset else UTC
