"""What SMTP says in words: paths in commands, and replies with their enhanced codes (RFC 3463)."""

import re

from assistant.domain.mail.charsets import safe

NULL_PATH = "<>"
_PATH = re.compile(r'<((?:"(?:\\.|[^"\\])*"|[^">])*)>')
_ROUTE = re.compile(r"@[^:]*:")
_WITHOUT_CODE = re.compile(r"([245]\d\d) (?![245]\.\d{1,3}\.\d{1,3} )")
# Of replies that the library words itself; RFC 2033 section 4.1 asks LMTP for such codes.
_CODES = {
    "250": "2.0.0",
    "221": "2.0.0",
    "500": "5.5.2",
    "501": "5.5.4",
    "502": "5.5.1",
    "503": "5.5.1",
    "552": "5.3.4",
    "553": "5.1.3",
    "555": "5.5.4",
}


def path(argument: str) -> tuple[str, str] | tuple[None, None]:
    """Return the address in an argument of MAIL or RCPT and the parameters behind it.

    The null path is returned as "<>", a source route is dropped (RFC 5321 section 4.1.1.2). What
    stands between the angles is not judged: an odd sender has a request, too. Returns (None, None)
    where there is no path.
    """
    argument = argument.strip()
    found = _PATH.match(argument)
    if found is None:
        # Some programs leave the angles out; an opening one without its partner is a fault.
        bare, _, rest = argument.partition(" ")
        return (None, None) if "<" in argument or not bare else (_clean(bare), rest)
    return _clean(_ROUTE.sub("", found[1], count=1) if found[1][:1] == "@" else found[1]), (
        argument[found.end() :]
    )


def _clean(address: str) -> str:
    """Return an address that a database takes, without control characters."""
    return "".join(each for each in safe(address) if each.isprintable()).strip() or NULL_PATH


def enhanced(reply: str) -> str:
    """Return a reply with an enhanced status code where it should have one and has none."""
    found = _WITHOUT_CODE.match(reply)
    code = _CODES.get(found[1], "") if found else ""
    return f"{reply[:4]}{code} {reply[4:]}" if code else reply


def one_line(words: str) -> str:
    """Return a reason fit for one line of a reply: printable ASCII, at most 300 characters."""
    text = " ".join(words.split()).encode("ascii", "replace").decode()
    return "".join(each for each in text if each.isprintable())[:300]
