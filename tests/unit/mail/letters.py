"""Messages for the tests: built from the few things that a test is about."""

from assistant.domain.mail.message import Message
from assistant.domain.mail.mime import read
from assistant.domain.mail.own_addresses import OwnAddresses

MAILBOX = "foi@northshire.police.example"
OWN = OwnAddresses(frozenset({MAILBOX}), frozenset({"northshire.police.example"}))


def raw_letter(text: str = "", **headers: str) -> bytes:
    """Header names are written with underscores; From and Subject have usual values."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    lower = {name.lower() for name in named}
    usual = {"From": "Ada Thorne <ada@example.org>", "To": MAILBOX, "Subject": "Dog patrols"}
    usual |= {"Content-Type": "text/plain; charset=utf-8"}
    lines = [f"{name}: {value}" for name, value in usual.items() if name.lower() not in lower]
    lines += [f"{name}: {value}" for name, value in named.items() if value]
    return ("\r\n".join(lines) + "\r\n\r\n" + text.replace("\n", "\r\n")).encode()


def letter(text: str = "", **headers: str) -> Message:
    return read(raw_letter(text, **headers))


def parts(*bodies: str, kind: str = "mixed", **headers: str) -> Message:
    """Each body is a whole part: its headers, a blank line, its content."""
    joined = "".join(f"--edge\n{body}\n" for body in bodies)
    content_type = f'multipart/{kind}; boundary="edge"'
    return letter(joined + "--edge--\n", Content_Type=content_type, **headers)


def html(source: str, **headers: str) -> Message:
    return letter(source, Content_Type="text/html; charset=utf-8", **headers)
