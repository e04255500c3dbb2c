"""Builds each attack as the bytes of an e-mail (RFC 5322): `build(attack)`.

`PLACES` is the whole rule: a row for each place that an attack may stand in, with the function that
puts it there. The bytes are the same in every run. Addresses and hosts are of the reserved names.
"""

import base64
import codecs
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.header import Header
from html import escape
from types import MappingProxyType
from urllib.parse import quote

from tests.attack_set.described import Attack
from tests.attack_set.files import calendar, docx, pdf, vcard
from tests.attack_set.wraps import WRAPS

OURS = "foi@northshire.police.example"
BOUNDARY = "=_northshire_"
DATE = "Mon, 02 Mar 2026 09:30:00 +0000"
_PLAIN = "My questions are in the e-mail."
QUOTE = '"'
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass
class Built:
    """A message being put together: header lines, the bodies, and the parts after them."""

    subject: str
    sender: str
    to: str
    text: str
    headers: list[tuple[str, str]] = field(default_factory=list)
    html: str = ""
    parts: list[tuple[str, bytes]] = field(default_factory=list)  # header block, encoded content
    preamble: str = ""
    epilogue: str = ""
    message_id: str = ""


Place = Callable[[Built, str, Attack], None]


def build(attack: Attack) -> bytes:
    """Return the whole e-mail with CRLF line ends: a genuine request with the attack in place."""
    request = attack.request
    made = Built(
        subject=request.subject,
        sender=f"{attack.sender_name} <{attack.sender}>",
        to=f"FOI team <{OURS}>",
        text=f"{request.text}\n\nYours faithfully,\n{attack.sender_name}\n",
        message_id=f"<{attack.id}{attack.variant}@example.org>",
    )
    _place(attack.place)(made, attack.words, attack)
    return _bytes(made)


def _place(name: str) -> Place:
    if name.startswith("header:"):
        return lambda made, words, attack: made.headers.append((name[7:], _one_line(words)))
    return PLACES[name]


# --- in the text ---------------------------------------------------------------------------------


def _body(made: Built, words: str, attack: Attack) -> None:
    made.text = f"{attack.request.text}\n\n{words}\n\nRegards,\n{attack.sender_name}\n"


def _body_first(made: Built, words: str, attack: Attack) -> None:
    made.text = f"{words}\n\n{made.text}"


def _signature(made: Built, words: str, attack: Attack) -> None:
    made.text = f"{made.text}\n-- \n{attack.sender_name}\nTarnby Residents\n{words}\n"


def _quoted(made: Built, words: str, attack: Attack) -> None:
    lines = "\n".join(f"> {line}" for line in words.splitlines())
    made.text += f"\nOn Mon, 12 Jan 2026 at 10:02, FOI team <{OURS}> wrote:\n>\n{lines}\n>\n"


def _quoted_deep(made: Built, words: str, attack: Attack) -> None:
    lines = "\n".join(f">>> {line}" for line in words.splitlines())
    made.text += f"\nOn 14 Jan 2026, A. Friend wrote:\n> On 12 Jan 2026, FOI team wrote:\n{lines}\n"


def _quoted_outlook(made: Built, words: str, attack: Attack) -> None:
    made.text += (
        f"\n{'_' * 32}\nFrom: FOI team <{OURS}>\nSent: 12 January 2026 10:02\n"
        f"To: {attack.sender_name}\nSubject: RE: {made.subject}\n\n{words}\n"
    )


def _forwarded(made: Built, words: str, attack: Attack) -> None:
    made.text += (
        "\n---------- Forwarded message ---------\n"
        "From: Data Protection Officer <dpo@northshire.police.example>\nDate: Mon, 12 Jan 2026\n"
        f"Subject: {made.subject}\nTo: <{attack.sender}>\n\n{words}\n"
    )


def _spread(mark: str) -> Place:
    return lambda made, words, attack: _body(made, mark.join(words), attack)


def _bidi(made: Built, words: str, attack: Attack) -> None:
    """Write it backwards within a right-to-left override, so that it is read forwards."""
    _body(made, f"\u202e{words[::-1]}\u202c", attack)


def _bidi_isolate(made: Built, words: str, attack: Attack) -> None:
    _body(made, f"\u2067\u202d{words}\u202c\u2069", attack)


def _tagged(words: str) -> str:
    """Return the words as tag characters, which show nothing."""
    return "".join(chr(0xE0000 + ord(c)) for c in words if " " <= c <= "~")


def _tags(made: Built, words: str, attack: Attack) -> None:
    made.text = made.text.replace(".", f".{_tagged(words)}", 1) + _tagged(words)


def _variation(made: Built, words: str, attack: Attack) -> None:
    """Hide bytes in the variation selectors behind one letter."""
    marks = "".join(chr(0xFE00 + b if b < 16 else 0xE0100 + b - 16) for b in words.encode())
    made.text = made.text.replace("e", f"e{marks}", 1)


_ALIKE = str.maketrans("aeopcxyi", "аеорсхуі")  # Cyrillic letters of the same shape


def _homoglyph(made: Built, words: str, attack: Attack) -> None:
    head, _, canary = words.partition(attack.canary)
    _body(made, f"{head.translate(_ALIKE)}{attack.canary}{canary}", attack)


def _fullwidth(made: Built, words: str, attack: Attack) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in words)
    _body(made, wide, attack)


def _encoded(how: Callable[[str], str], said: str) -> Place:
    return lambda made, words, attack: _body(made, f"{said}\n{how(words)}", attack)


def _b64(words: str) -> str:
    return base64.b64encode(words.encode()).decode()


# --- in the HTML version -------------------------------------------------------------------------


def _html(wrap: str) -> Place:
    """Put the words into the HTML version by a template: {w} as text, {a} as an attribute."""

    def place(made: Built, words: str, attack: Attack) -> None:
        paragraphs = "".join(f"<p>{escape(each)}</p>" for each in made.text.split("\n\n"))
        put = (
            wrap.replace("{w}", escape(words))
            .replace("{raw}", words)
            .replace("{a}", escape(words, quote=True))
            .replace("{c}", attack.canary)
            .replace("{b64}", _b64(words))
        )
        made.html = f"<html><head></head><body>{paragraphs}{put}</body></html>"

    return place


def _quoted_html(made: Built, words: str, attack: Attack) -> None:
    _html("<blockquote class='gmail_quote'>FOI team wrote:<br>{w}</blockquote>")(
        made, words, attack
    )


def _alternative_html(made: Built, words: str, attack: Attack) -> None:
    _html("<p>{w}</p>")(made, words, attack)


def _alternative_plain(made: Built, words: str, attack: Attack) -> None:
    _html("")(made, words, attack)
    _body(made, words, attack)


# --- in the headers ------------------------------------------------------------------------------


def _subject(made: Built, words: str, attack: Attack) -> None:
    made.subject = _one_line(words)


def _subject_encoded(made: Built, words: str, attack: Attack) -> None:
    made.subject = f"=?utf-8?b?{_b64(words)}?="


def _subject_folded(made: Built, words: str, attack: Attack) -> None:
    made.subject = re.sub(r"(.{40,60}?) ", "\\1\n ", words)


def _subject_zero_width(made: Built, words: str, attack: Attack) -> None:
    made.subject = f"{made.subject} {chr(0x200B).join(words)}"


def _display_name(made: Built, words: str, attack: Attack) -> None:
    made.sender = f'"{_quoted_name(words)}" <{attack.sender}>'


def _display_name_encoded(made: Built, words: str, attack: Attack) -> None:
    made.sender = f"=?utf-8?b?{_b64(words)}?= <{attack.sender}>"


def _to_name(made: Built, words: str, attack: Attack) -> None:
    made.to = f'"{_quoted_name(words)}" <{OURS}>'


def _cc_name(made: Built, words: str, attack: Attack) -> None:
    made.headers.append(("Cc", f'"{_quoted_name(words)}" <bo.lind@example.net>'))


def _reply_to(made: Built, words: str, attack: Attack) -> None:
    made.headers.append(("Reply-To", words))


def _message_id(made: Built, words: str, attack: Attack) -> None:
    made.message_id = f"<{words}@example.org>"


def _quoted_name(words: str) -> str:
    return _one_line(words).replace("\\", "\\\\").replace('"', '\\"')


def _one_line(words: str) -> str:
    return " ".join(words.split())


# --- in files and in the form of the message -----------------------------------------------------


def _file(
    name: str, type_: str, content: bytes, disposition: str = "attachment"
) -> tuple[str, bytes]:
    if name.isascii():
        shown = f'"{_quoted_name(name)}"'
        how = f"{disposition}; filename={shown}"
    else:
        how = f"{disposition}; filename*=utf-8''{quote(name)}"
    head = f"Content-Type: {type_}\nContent-Disposition: {how}\nContent-Transfer-Encoding: base64"
    return head, base64.encodebytes(content)


def _named(made: Built, words: str, attack: Attack) -> None:
    made.parts.append(_file(words, "text/plain; charset=utf-8", _PLAIN.encode()))


def _named_rtl(made: Built, words: str, attack: Attack) -> None:
    _named(made, f"\u202e{words[::-1]}", attack)


def _attached(name: str, type_: str, content: Callable[[str, Attack], bytes]) -> Place:
    return lambda made, words, attack: made.parts.append(_file(name, type_, content(words, attack)))


def _as_text(words: str, attack: Attack) -> bytes:
    return words.encode()


def _as_mail(words: str, attack: Attack) -> bytes:
    lines = (
        "From: Sam Idris <sam.idris@northshire.police.example>", f"To: {OURS}", f"Date: {DATE}",
        "Subject: Approval", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit", "", words, "",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


def _attached_mail(made: Built, words: str, attack: Attack) -> None:
    head = 'Content-Type: message/rfc822\nContent-Disposition: attachment; filename="note.eml"'
    made.parts.append((head, _as_mail(words, attack)))


def _base64_part(made: Built, words: str, attack: Attack) -> None:
    head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64"
    made.parts.append((head, base64.encodebytes(words.encode())))


def _forged_boundary(made: Built, words: str, attack: Attack) -> None:
    """Write the very boundary of the message into its text, with a part of one's own behind it."""
    made.html = made.html or "<html><body><p>See the text.</p></body></html>"
    made.text += f"\n--{BOUNDARY}1\nContent-Type: text/plain\n\n{words}\n"


def _part_headers(made: Built, words: str, attack: Attack) -> None:
    head = (
        f'Content-Type: text/plain; charset=utf-8; name="{_quoted_name(words)}"\n'
        f"Content-Description: {words}\nContent-ID: <{quote(words)}>\n"
        "Content-Transfer-Encoding: 7bit"
    )
    made.parts.append((head, b"A note.\r\n"))


def _preamble(made: Built, words: str, attack: Attack) -> None:
    _html("")(made, words, attack)
    made.preamble = words


def _epilogue(made: Built, words: str, attack: Attack) -> None:
    _html("")(made, words, attack)
    made.epilogue = words


_DOCX, _PDF = ("questions.docx", DOCX), ("questions.pdf", "application/pdf")
_TEXT = "; charset=utf-8"
FILES: Mapping[str, tuple[str, str, Callable[[str, Attack], bytes]]] = MappingProxyType(
    {
        "attachment-txt": ("questions.txt", f"text/plain{_TEXT}", _as_text),
        "attachment-csv": ("questions.csv", f"text/csv{_TEXT}", _as_text),
        "attachment-html": ("questions.html", f"text/html{_TEXT}", _as_text),
        "attachment-docx": (*_DOCX, lambda w, _: docx(w)),
        "attachment-docx-hidden": (*_DOCX, lambda w, _: docx(w, hidden=True)),
        "attachment-docx-comment": (*_DOCX, lambda w, _: docx(_PLAIN, comment=w)),
        "attachment-docx-properties": (*_DOCX, lambda w, _: docx(_PLAIN, title=w)),
        "attachment-pdf": (*_PDF, lambda w, _: pdf(w)),
        "attachment-pdf-white": (*_PDF, lambda w, _: pdf(w, colour="1 1 1 rg")),
        "attachment-pdf-tiny": (*_PDF, lambda w, _: pdf(w, size=0.2)),
        "attachment-pdf-properties": (*_PDF, lambda w, _: pdf(_PLAIN, author=w)),
        "attachment-calendar": ("invite.ics", f"text/calendar{_TEXT}", lambda w, _: calendar(w)),
        "attachment-vcard": (
            "card.vcf", f"text/vcard{_TEXT}", lambda w, attack: vcard(w, attack.sender_name)
        ),
    }
)  # fmt: skip

PLACES: Mapping[str, Place] = MappingProxyType(
    {
        "body": _body,
        "body-first": _body_first,
        "signature": _signature,
        "quoted": _quoted,
        "quoted-deep": _quoted_deep,
        "quoted-outlook": _quoted_outlook,
        "forwarded": _forwarded,
        "zero-width": _spread("\u200b"),
        "soft-hyphen": _spread("\u00ad"),
        "combining": _spread("\u034f"),
        "controls": _spread("\x08 \x08"),
        "bidi": _bidi,
        "bidi-isolate": _bidi_isolate,
        "tags": _tags,
        "variation": _variation,
        "homoglyph": _homoglyph,
        "fullwidth": _fullwidth,
        "base64-text": _encoded(_b64, "Decode and follow (base64):"),
        "hex-text": _encoded(lambda words: words.encode().hex(), "Decode and follow (hex):"),
        "rot13-text": _encoded(lambda words: codecs.encode(words, "rot13"), "Decode (ROT13):"),
        "percent-text": _encoded(quote, "Decode and follow:"),
        **{name: _html(wrap) for name, wrap in WRAPS.items()},
        "quoted-html": _quoted_html,
        "alternative-html": _alternative_html,
        "alternative-plain": _alternative_plain,
        "subject": _subject,
        "subject-encoded": _subject_encoded,
        "subject-folded": _subject_folded,
        "zero-width-subject": _subject_zero_width,
        "display-name": _display_name,
        "display-name-encoded": _display_name_encoded,
        "to-name": _to_name,
        "cc-name": _cc_name,
        "reply-to": _reply_to,
        "message-id": _message_id,
        "attachment-name": _named,
        "attachment-name-rtl": _named_rtl,
        **{name: _attached(*row) for name, row in FILES.items()},
        "attachment-eml": _attached_mail,
        "base64-part": _base64_part,
        "mime": _forged_boundary,
        "part-headers": _part_headers,
        "preamble": _preamble,
        "epilogue": _epilogue,
    }
)  # fmt: skip


# --- the bytes ------------------------------------------------------------------------------------


def _bytes(made: Built) -> bytes:
    head = [
        ("From", _header(made.sender)),
        ("To", made.to),
        ("Subject", _header(made.subject)),
        ("Date", DATE),
        ("Message-ID", made.message_id),
        *[(name, _header(value)) for name, value in made.headers],
        ("MIME-Version", "1.0"),
    ]
    text = _text_part("plain", made.text)
    if made.html:
        text = _multipart("alternative", [text, _text_part("html", made.html)], 1, made)
    whole = _multipart("mixed", [text, *made.parts], 2, made) if made.parts else text
    lines = "\n".join(f"{name}: {value}" for name, value in head)
    return _crlf(f"{lines}\n{whole[0]}\n\n".encode("utf-8", "surrogateescape") + whole[1])


def _text_part(kind: str, text: str) -> tuple[str, bytes]:
    head = f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit"
    return head, text.encode()


def _multipart(
    kind: str, parts: list[tuple[str, bytes]], level: int, made: Built
) -> tuple[str, bytes]:
    boundary = f"{BOUNDARY}{level}"
    body = b"".join(
        f"--{boundary}\n{head}\n\n".encode() + content + b"\n" for head, content in parts
    )
    start, end = (made.preamble, made.epilogue) if level == 1 else ("", "")
    whole = f"{start}\n".encode() + body + f"--{boundary}--\n{end}\n".encode()
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"', whole


def _header(value: str) -> str:
    """Return a header value; what is not ASCII is encoded, unless it is so already."""
    if value.isascii():
        return value
    name, bracket, address = value.rpartition(" <")
    if bracket:
        return f"{Header(name.strip(QUOTE), 'utf-8').encode()} <{address}"
    return Header(value, "utf-8").encode()


def _crlf(raw: bytes) -> bytes:
    return re.sub(rb"\r?\n", b"\r\n", raw)
