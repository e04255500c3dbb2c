"""Content-Type and Content-Disposition: a value with parameters (RFC 2045, RFC 2231)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from assistant.domain.mail.charsets import decode, safe

_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]{1,80}/[A-Za-z0-9!#$&^_.+-]{1,100}")
_TOKEN = re.compile(r"[A-Za-z-]{1,40}")
_PARAMETER = re.compile(
    r"""([^\s=;"]{1,100})\s{0,20}=\s{0,20}(?:"((?:[^"\\]|\\.)*)"?|([^;"]*))[^;]*""", re.DOTALL
)
_CONTINUED = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?")
_MOST_PARAMETERS = 300


@dataclass(frozen=True, slots=True)
class ContentValue:
    """A structured header value: `value` in lower case, parameters by lower-case name.

    `declared` is false where the header is missing or unusable and `value` is the default.
    """

    value: str
    parameters: Mapping[str, str]
    declared: bool = True


def content_value(raw: bytes, default: str = "") -> ContentValue:
    """Read a Content-Type or Content-Disposition value; never raises.

    A default with a slash asks for a media type; otherwise the first token is the value.
    """
    text, _ = decode(raw)
    head, _, rest = text.partition(";")
    pattern = _TYPE if "/" in default else _TOKEN
    found = pattern.search(head[:300])
    if not found:
        return ContentValue(default, _parameters(rest or text), declared=False)
    if "/" in default and not rest:
        rest = head[found.end() :]
    return ContentValue(found.group().lower(), _parameters(rest))


def _parameters(text: str) -> dict[str, str]:
    """Return the parameters, RFC 2231 continuations joined and percent-encoding decoded."""
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for count, found in enumerate(_PARAMETER.finditer(text[:100_000])):
        if count >= _MOST_PARAMETERS:
            break
        name = found.group(1).lower()
        quoted, bare = found.group(2), found.group(3)
        value = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else (bare or "").strip()
        parts = _CONTINUED.fullmatch(name)
        if parts and (parts.group(2) or parts.group(3)):
            place = int(parts.group(2) or 0)
            pieces.setdefault(parts.group(1), {})[place] = (value, bool(parts.group(3)))
        else:
            plain.setdefault(name, safe(value))
    for name, numbered in pieces.items():
        plain[name] = _joined(numbered)
    return plain


def _joined(numbered: Mapping[int, tuple[str, bool]]) -> str:
    """Join the numbered pieces of one parameter (RFC 2231 sections 3 and 4)."""
    charset, data = "", b""
    for place in sorted(numbered):
        value, encoded = numbered[place]
        if encoded and place == min(numbered) and value.count("'") > 1:
            charset, _, value = value.split("'", 2)
        data += unquote_to_bytes(value) if encoded else value.encode("utf-8", "replace")
    return decode(data, charset)[0]
