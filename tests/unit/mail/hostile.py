"""Mail made to hurt a reader: what crashes others, and what grows faster than its size.

All of it is made here by rule; nothing is anybody's mail.
"""

import base64
from collections.abc import Callable, Mapping

_HEAD = b"From: Ada Thorne <ada@example.org>\r\nSubject: Dog patrols\r\n"
_HTML = _HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n"
_TEXT = _HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\n"
_REPLY = _HEAD + b"In-Reply-To: <1@example.org>\r\nContent-Type: text/plain\r\n\r\n"


def header(name: bytes, value: bytes) -> bytes:
    """A message with one more header and a text that must be found whatever it holds."""
    return _HEAD + name + b": " + value + b"\r\n\r\nHow many dogs are there?\r\n"


def typed(content_type: bytes, body: bytes = b"How many dogs are there?\r\n") -> bytes:
    return _HEAD + b"Content-Type: " + content_type + b"\r\n\r\n" + body


def encoded(encoding: bytes, body: bytes) -> bytes:
    return _HEAD + b"Content-Transfer-Encoding: " + encoding + b"\r\n\r\n" + body


# What has raised in the standard library's parser or in a mail system, one of each kind.
CRASHERS: Mapping[str, bytes] = {
    "message id in brackets": header(b"Message-ID", b"<[ABC@example.com]>"),
    "message id of one bracket": header(b"Message-ID", b"<"),
    "message id of a quotation mark": header(b"Message-ID", b'<"'),
    "To of a quotation mark": header(b"To", b'"'),
    "To of a comment and a colon": header(b"To", b"(c):"),
    "Cc of a comment and a group": header(b"Cc", b"(x): a@example.com;"),
    "From of nothing": header(b"Sender", b"") + b"",
    "To of an open comment": header(b"To", b"((((((("),
    "To with 20,000 open comments": header(b"To", b"(" * 20_000),
    "To with an at sign alone": header(b"To", b"@"),
    "To with an open angle": header(b"To", b"<a@example.com"),
    "To with a domain literal": header(b"To", b"a@[192.0.2.1"),
    "references of garbage": header(b"References", b"<<<>>> <a@b> \xff\xfe <"),
    "parameter name with a star": typed(b"text/plain; name*"),
    "parameter with two stars": typed(b"text/plain; name**0*=x"),
    "parameter with a huge number": typed(b"text/plain; name*999999999999999999999=x"),
    "charset idna": typed(b"text/plain; charset=idna", b"How many dogs \xc3\xa9?"),
    "charset rot13": typed(b"text/plain; charset=rot13"),
    "charset zlib": typed(b"text/plain; charset=zlib"),
    "charset with NUL": typed(b"text/plain; charset=\x00utf-8"),
    "charset undefined": typed(b"text/plain; charset=undefined", b"How many dogs \xff"),
    "charset unicode_escape": typed(b"text/plain; charset=unicode_escape", b"dogs \\ud800 \xff"),
    "charset of a path": typed(b"text/plain; charset=../../../etc/passwd", b"How many dogs \xff?"),
    "charset of 10,000 letters": typed(b"text/plain; charset=" + b"x" * 10_000, b"dogs \xff"),
    "date of words": header(b"Date", b"yesterday, or so"),
    "date beyond the years": header(b"Date", b"Mon, 99 Zzz 99999999999999999999 99:99:99 +9999999"),
    "date with a NUL": header(b"Date", b"Mon, 1 Jan 2024\x00 10:00:00 +0000"),
    "date with a huge zone": header(b"Date", b"Mon, 1 Jan 2024 10:00:00 +99999999999"),
    "encoded word unknown": header(b"X-A", b"=?zlib?B?AAAA?= =?utf-8?Q?=ZZ?= =?utf-8?B?A?="),
    "encoded word cut off": header(b"X-A", b"=?utf-8?B?" + b"w" * 99),
    "boundary of nothing": typed(
        b'multipart/mixed; boundary=""', b"--\r\n\r\nHow many dogs?\r\n--\r\n"
    ),
    "boundary missing": typed(b"multipart/mixed", b"--b\r\n\r\nHow many dogs?\r\n--b--\r\n"),
    "boundary of bytes": typed(
        b'multipart/mixed; boundary="\xff\xfe"', b"--\xff\xfe\r\n\r\ndogs\r\n"
    ),
    "type of one word": typed(b"text"),
    "type of a slash": typed(b"/"),
    "type of nothing": typed(b";;;;;;"),
    "transfer encoding unknown": _HEAD + b"Content-Transfer-Encoding: x-\xff\r\n\r\nHow many dogs?",
    "base64 of rubbish": _HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n====\xff=A=B==C",
    "quoted-printable cut off": _HEAD
    + b"Content-Transfer-Encoding: quoted-printable\r\n\r\ndogs =",
    "uuencode cut off": _TEXT + b"dogs\r\nbegin 644 a\r\n\xff\xff\xff\r\nM",
    "lone surrogates": typed(b"text/plain; charset=utf-16le", b"\x00\xd8d\x00o\x00g\x00\x00\xdc"),
    "surrogates in a name": typed(b"text/plain; name*=utf-8''%ED%A0%80.txt", b"dogs"),
    "headers alone": b"From: ada@example.org\r\nSubject: dogs",
    "one line feed": b"\n",
    "a NUL": b"\x00",
    "carriage returns alone": b"From: ada@example.org\rSubject: dogs\r\rHow many dogs?\r",
    "nothing": b"",
    "a colon": b":",
    "a folded line first": b" folded\r\nFrom: ada@example.org\r\n\r\ndogs",
    "mbox line in the headers": b"From: ada@example.org\r\nFrom x Mon\r\nSubject: dogs\r\n\r\ndogs",
}


def _nested(depth: int) -> bytes:
    opened = b"".join(
        b"--%d\r\nContent-Type: multipart/mixed; boundary=%d\r\n\r\n" % (each, each + 1)
        for each in range(depth)
    )
    return (
        _HEAD + b"Content-Type: multipart/mixed; boundary=0\r\n\r\n" + opened
        + b"--%d\r\n\r\nHow many dogs are there?\r\n" % depth
    )  # fmt: skip


def _nested_messages(depth: int) -> bytes:
    return (_HEAD + b"Content-Type: message/rfc822\r\n\r\n") * depth + b"\r\nHow many dogs?\r\n"


def _parts(count: int, part: bytes = b"\r\nHow many dogs?\r\n") -> bytes:
    return typed(b"multipart/mixed; boundary=b", (b"--b\r\n" + part) * count + b"--b--\r\n")


def _files(count: int) -> bytes:
    return _parts(count, b"Content-Disposition: attachment; filename=a.txt\r\n\r\ndogs\r\n")


def _every_boundary_anew(count: int) -> bytes:
    names = b"".join(b"--%d\r\n" % each for each in range(count))
    return typed(b"multipart/mixed; boundary=b", b"--b\r\n\r\n" + names + b"--b--\r\n")


def _mbox_headers(count: int) -> bytes:
    return b"".join(b"X-%d: a\r\n" % each for each in range(count)) + b"\r\nHow many dogs?\r\n"


def _text(pattern: bytes) -> Callable[[int], bytes]:
    return lambda n: _TEXT + pattern * n


def _reply(pattern: bytes) -> Callable[[int], bytes]:
    return lambda n: _REPLY + b"Thank you. How many dogs?\r\n" + pattern * n


def _html(pattern: bytes, closing: bytes = b"") -> Callable[[int], bytes]:
    return lambda n: _HTML + b"<p>How many dogs?</p>" + pattern * n + closing * n


def _field(
    name: bytes, pattern: bytes, before: bytes = b"", after: bytes = b""
) -> Callable[[int], bytes]:
    return lambda n: header(name, before + pattern * n + after)


# Each makes a message whose size grows with its number: its reading must grow no faster.
GROWING: Mapping[str, Callable[[int], bytes]] = {
    "addresses": _field(b"To", b"Ada Thorne <ada@example.org>, "),
    "addresses, folded": _field(b"To", b"Ada Thorne <ada@example.org>,\r\n "),
    "odd addresses": _field(b"To", b'"Thorne, Ada (dog)" (x) <ada@example.org>; '),
    "open comments": _field(b"To", b"("),
    "open angles": _field(b"To", b"<"),
    "open quotations": _field(b"To", b'"a '),
    "backslashes in a quotation": _field(b"To", b"\\", b'"'),
    "at signs": _field(b"To", b"a@"),
    "blanks around at": _field(b"To", b" " * 30, b"a", b"@b"),
    "groups": _field(b"To", b"a:b;"),
    "words without an address": _field(b"To", b"dogs "),
    "encoded words": _field(b"Subject", b"=?utf-8?Q?dogs?= "),
    "open encoded words": _field(b"Subject", b"=?utf-8?Q?dogs"),
    "encoded word openings": _field(b"Subject", b"=?"),
    "message ids": _field(b"References", b"<a@example.org> "),
    "open message ids": _field(b"References", b"<"),
    "bare message ids": _field(b"References", b"a"),
    "parameters": _field(b"Content-Type", b'; a="b"', b"text/plain"),
    "open parameters": _field(b"Content-Type", b'; a="', b"text/plain"),
    "parameter backslashes": _field(b"Content-Type", b"\\", b'text/plain; a="'),
    "parameter names": _field(b"Content-Type", b"a", b"text/plain; "),
    "numbered parameters": lambda n: typed(
        b"text/plain" + b"".join(b"; name*%d=a" % each for each in range(n))
    ),
    "a type of letters": _field(b"Content-Type", b"a"),
    "a date of digits": _field(b"Date", b"1 "),
    "headers": _mbox_headers,
    "the same header": lambda n: b"To: ada@example.org\r\n" * n + _TEXT + b"dogs",
    "folded lines": _field(b"X-Long", b"a\r\n "),
    "lines that are no headers": lambda n: b"From: ada@example.org\r\n" + b"dogs\r\n" * n,
    "continued lines": lambda n: b"From: a@b.example,\r\n" + b"b@b.example,\r\n" * n + b"\r\ndogs",
    "parts": _parts,
    "files of one name": _files,
    "multiparts in each other": _nested,
    "messages in each other": _nested_messages,
    "boundaries nobody named": _every_boundary_anew,
    "dashes": _text(b"--\r\n"),
    "dashes within a multipart": lambda n: typed(b"multipart/mixed; boundary=b", b"--" * n),
    "long boundaries": lambda n: typed(b"multipart/mixed; boundary=" + b"b" * n, b"--" + b"b" * n),
    "uuencode openings": _text(b"begin 644 a\r\n"),
    "uuencoded lines": _text(b"begin 644 a\r\nMdogs\r\nend\r\n"),
    "one long line": _text(b"dogs "),
    "one long word": _text(b"d"),
    "blank lines": _text(b"\r\n"),
    "blanks": _text(b" "),
    "greater-than signs": _reply(b">"),
    "quoted lines": _reply(b"> dogs\r\n"),
    "deeper and deeper quotations": _reply(b">> > dogs\r\n\r\n"),
    "attribution openings": _reply(b"On 1 May Ada\r\n"),
    "attributions": _reply(b"On 1 May 2024, Ada wrote:\r\n> dogs\r\n"),
    "attributions without a break": _reply(b"On 1 May Ada wrote "),
    "colons at the end": _reply(b"Ada wrote:\r\n"),
    "header blocks": _reply(b"From: Ada\r\n"),
    "whole header blocks": _reply(b"From: Ada\r\nSent: today\r\nTo: Bob\r\nSubject: dogs\r\n"),
    "bars": _reply(b"| | "),
    "bar lines": _reply(b"| a b\r\n"),
    "rules": _reply(b"-"),
    "ruled lines": _reply(b"_______________________________\r\n"),
    "original marks": _reply(b"-----Original "),
    "answers below": _reply(b"my answer is "),
    "signatures": _reply(b"-- \r\nAda\r\n"),
    "footers": _reply(b"please use this email address for all replies to this reques "),
    "tag characters": _text("\U000e0041 ".encode()),
    "zero-width characters": _text("\u200bd".encode()),
    "joiners": _text("\u200d".encode()),
    "direction marks": _text("\u202ed\u202c".encode()),
    "selectors": _text("\ufe00".encode()),
    "flags": _text("\U0001f3f4\U000e0067".encode()),
    "broken UTF-8": _text(b"\xc3d"),
    "Chinese bytes": lambda n: typed(b"text/plain", b"\xc4\xe3\xba\xc3" * n),
    "escape sequences": lambda n: typed(b"text/plain; charset=iso-2022-jp", b"\x1b$B\x1b(B" * n),
    "open tags": _html(b"<"),
    "unclosed elements": _html(b"<b>"),
    "unclosed blocks": _html(b"<div>a"),
    "unclosed lists": _html(b"<ul><li>a"),
    "unclosed tables": _html(b"<table><tr><td>a"),
    "paragraphs": _html(b"<p>dogs</p>"),
    "rows": _html(b"<table><tr><td>a</td><td>b</td></tr></table>"),
    "one table": lambda n: _HTML + b"<table>" + b"<tr><td>a</td></tr>" * n + b"</table>",
    "one row": lambda n: _HTML + b"<table><tr>" + b"<td>a</td>" * n + b"</tr></table>",
    "one preformatted text": lambda n: _HTML + b"<pre>" + b"dogs\n" * n + b"</pre>",
    "inline elements": lambda n: _HTML + b"<p>" + b"<b>d</b> " * n + b"</p>",
    "breaks": _html(b"<br>"),
    "quotations in each other": _html(b"<blockquote type=cite>a", b"</blockquote>"),
    "hidden elements": _html(b'<span style="display:none">a</span>'),
    "hidden elements in each other": _html(b'<div style="color:white">a', b"</div>"),
    "comments": _html(b"<!-- a -->"),
    "open comments in HTML": _html(b"<!--"),
    "style sheets": _html(b"<style>.a{color:red}</style>"),
    "one style sheet": lambda n: _HTML + b"<style>" + b".a{color:red}" * n + b"</style>dogs",
    "an open style sheet": lambda n: _HTML + b"<style>" + b".a{" * n,
    "style comments": lambda n: _HTML + b"<style>" + b"/*" * n + b"</style>dogs",
    "style stars": lambda n: _HTML + b"<style>/*" + b"*" * n + b"</style>dogs",
    "declarations": lambda n: _HTML + b'<p style="' + b"color:red;" * n + b'">dogs</p>',
    "style blanks": lambda n: _HTML + b'<p style="color' + b" " * n + b'">dogs</p>',
    "attributes": lambda n: _HTML + b"<p " + b"".join(b"a%d=1 " % i for i in range(n)) + b">dogs",
    "references to characters": _html(b"&amp;"),
    "open references": _html(b"&"),
    "lines of a calendar": lambda n: typed(
        b"text/calendar", b"BEGIN:VEVENT\r\n" + b"DESCRIPTION:a\r\n" * n + b"END:VEVENT\r\n"
    ),
    "folded calendar lines": lambda n: typed(
        b"text/calendar", b"BEGIN:VEVENT\r\nSUMMARY:a" + b"\r\n a" * n + b"\r\nEND:VEVENT\r\n"
    ),
    "calendar events": lambda n: typed(b"text/calendar", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * n),
    "report fields": lambda n: typed(
        b"multipart/report; report-type=delivery-status; boundary=b",
        b"--b\r\nContent-Type: message/delivery-status\r\n\r\n" + b"Action: failed\r\n\r\n" * n,
    ),
    "base64": lambda n: encoded(b"base64", base64.encodebytes(b"dogs" * n)),
    "base64 of padding": lambda n: encoded(b"base64", b"ZA==\r\n" * n),
    "quoted-printable": lambda n: encoded(b"quoted-printable", b"=3D=\r\n" * n),
}  # fmt: skip
