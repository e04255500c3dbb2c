"""Address lists (RFC 5322 section 3.4), read tolerantly and in time linear in their length."""

import re

from assistant.domain.mail.charsets import decode
from assistant.domain.mail.headers import encoded_words, one_line
from assistant.domain.mail.message import Address

# Quoted string, angle address, one level of comment, separator, or a run of anything else. An
# opening character without its partner counts as an ordinary one, so no input is read twice.
_TOKEN = re.compile(
    r"""
      (?P<quoted>"(?:[^"\\]|\\.)*")
    | <(?P<angle>[^<>]*)>?
    | \((?P<comment>[^()]*)\)
    | (?P<separator>[,;])
    | (?P<group>:)
    | (?P<space>\s+)
    | (?P<text>[^",;:<(\s]+|["(])
    """,
    re.VERBOSE | re.DOTALL,
)
# The form nearly every address has; a list of thousands is read by this alone.
_SIMPLE = re.compile(
    r"""\s{0,20}(?:"([^"<>@,;:()\\=]{0,200})"\s{0,20}|([^"<>@,;:()\\=]{0,200}))
    <([^\s<>,;:()\[\]"@\\=]{1,64}@[A-Za-z0-9.-]{1,253})>\s{0,20}(?:[,;]|$)""",
    re.VERBOSE,
)
_QUOTE = re.compile(r'"(?:[^"\\]|\\.)*("?)', re.DOTALL)
_SPEC = re.compile(r"[^\s<>,;:()\[\]\"@]{1,200}@[^\s<>,;:()\"@]{1,253}")
_QUOTED_SPEC = re.compile(r"\"[^\"\s]{1,100}\"@[^\s<>,;:()\"@]{1,253}")
_MOST_ADDRESSES = 50_000


def addresses(raw: bytes, hint: str = "") -> tuple[Address, ...]:
    """Return the addresses of a header value in order; never raises.

    Group names are dropped, their members kept. An entry without a usable addr-spec keeps its
    words as the name and an empty address, so that a person still sees what stood there.
    """
    text = _closed(one_line(decode(raw, hint=hint)[0]))
    found: list[Address] = []
    position = 0
    while position < len(text) and len(found) < _MOST_ADDRESSES:
        simple = _SIMPLE.match(text, position)
        if simple:
            position = simple.end()
            quoted, bare, spec = simple.groups()
            found.append(Address(_name(quoted or bare or "", hint), spec))
            continue
        tokens, position = _entry(text, position)
        entry = _address(tokens, hint)
        if entry.name or entry.address:
            found.append(entry)
    return tuple(found)


def usable(address: str) -> bool:
    """Say whether an addr-spec could be written to: one local part, one domain."""
    return bool(_SPEC.fullmatch(address) or _QUOTED_SPEC.fullmatch(address))


def _closed(text: str) -> str:
    """Return a text in which every quotation mark has its partner; one without is a blank."""
    for found in _QUOTE.finditer(text):
        if not found.group(1):
            return text[: found.start()] + text[found.start() :].replace('"', " ")
    return text


def _entry(text: str, position: int) -> tuple[list[tuple[str, str]], int]:
    """Return the tokens of the mailbox that begins at a position, and where the next begins."""
    tokens: list[tuple[str, str]] = []
    for found in _TOKEN.finditer(text, position):
        kind = found.lastgroup or "text"
        value = found.group(kind)
        if kind == "separator":
            return tokens, found.end()
        if kind == "group" and not any(each == "angle" for each, _ in tokens):
            # "Undisclosed recipients:;" and "Team: a@b, c@d;" name a group; "mailto:a@b" does not.
            tokens = []
        else:
            tokens.append((kind, value))
    return tokens, len(text)


def _address(tokens: list[tuple[str, str]], hint: str) -> Address:
    """Make one address of the tokens of one mailbox."""
    angles = [value for kind, value in tokens if kind == "angle"]
    words = "".join(_spoken(kind, value) for kind, value in tokens if kind != "angle")
    comments = " ".join(value for kind, value in tokens if kind == "comment")
    for angle in reversed(angles):
        spec = _spec(angle, hint)
        if spec:
            return Address(_name(words, hint) or _name(comments, hint), spec)
    bare = "".join(value for kind, value in tokens if kind in {"text", "quoted", "space"})
    spec = _spec(bare, hint)
    if spec:
        without = words.replace(spec, " ", 1).replace(f'"{spec}"', " ")
        name = _name(comments, hint) or _name(without, hint)
        return Address("" if name in {spec, '""', "''"} else name, spec)
    return Address(_name(words or comments or " ".join(angles), hint), "")


def _spoken(kind: str, value: str) -> str:
    """Return a token as part of a display name."""
    if kind == "quoted":
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    return "" if kind == "comment" else value


def _spec(text: str, hint: str) -> str:
    """Return the first addr-spec in a text, or ""; spaces around the @ are forgiven."""
    if "@" not in text:
        text = one_line(encoded_words(text, hint)) if "=?" in text else text
    text = re.sub(r"\s{0,20}@\s{0,20}", "@", text[:2000])
    found = _SPEC.search(text) or _QUOTED_SPEC.search(text)
    return found.group().strip("'.") if found and usable(found.group().strip("'.")) else ""


def _name(text: str, hint: str) -> str:
    """Return a display name, decoded and on one line."""
    decoded = encoded_words(text, hint) if "=?" in text else text
    return re.sub(r"\s+", " ", one_line(decoded)).strip(" \"'\t")
