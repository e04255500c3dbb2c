"""Documents that are text already, read by the rules that read every message."""

from assistant.adapters.documents.found import Budget, Found
from assistant.domain.mail.calendar import invitation_text
from assistant.domain.mail.charsets import decode
from assistant.domain.mail.markup import read_html
from assistant.domain.mail.mime import read
from assistant.domain.mail.rtf import rich_text


def read_text(content: bytes, _budget: Budget) -> Found:
    """Return the text of some bytes in whatever charset they are."""
    text, defect = decode(content, "utf-8")
    # A text file declares no charset, so that guessing one is no fault of it.
    return Found(text, "" if "claims" in defect else defect)


def read_page(content: bytes, _budget: Budget) -> Found:
    """Return what a reader of an HTML page would see; what it hides is left out."""
    text, _, defects = read_html(decode(content, "utf-8")[0])
    return Found(text, " ".join(defects))


def read_invitation(content: bytes, _budget: Budget) -> Found:
    """Return what a calendar's first event says."""
    return Found(invitation_text(decode(content, "utf-8")[0]))


def read_message(content: bytes, _budget: Budget) -> Found:
    """Return who wrote a message that lies in a file, its subject, and its text."""
    message = read(content)
    who = f"{message.sender.name} <{message.sender.address}>".strip()
    head = [f"From: {who}" if message.sender.address else "", f"Subject: {message.subject}"]
    return Found("\n".join([*filter(None, head), "", message.text]).strip())


def read_rich(content: bytes, _budget: Budget) -> Found:
    """Return the text of an RTF document."""
    rich = rich_text(content)
    return Found(read_html(rich.text)[0] if rich.is_html else rich.text)
