"""What a letter must look like to travel by SMTP unchanged, and the words of the commands.

RFC 5321 sections 2.3.8 and 4.5.2; RFC 3461 for what is asked about its delivery.
"""

import re

from assistant.domain.errors import NotAllowed
from assistant.ports import Envelope

BARE_LINE_END = re.compile(rb"(?<!\r)\n|\r(?!\n)")
UNFIT_IN_ADDRESS = re.compile(r"[\x00-\x20<>\x7f]")
_PLAIN_IN_XTEXT = re.compile(r"[!-*,-<>-~]")
_LONGEST_ID = 100


def refuse_unfit(envelope: Envelope) -> None:
    """Raise NotAllowed if the letter could not be sent byte for byte, or an address is none.

    A bare line end is changed on the way by one server and read as the end of the letter by
    another, so that one letter becomes two; the bytes approved are the bytes sent, or none are.
    """
    if not envelope.message.endswith(b"\r\n") or BARE_LINE_END.search(envelope.message):
        raise NotAllowed("The letter's lines do not all end in CR LF. Prepare the letter again.")
    if envelope.sender:
        _refuse_unfit_address(envelope.sender, "sender")
    if not envelope.recipients:
        raise NotAllowed("The letter has no recipient. Add an address first.")
    for recipient in envelope.recipients:
        _refuse_unfit_address(recipient, "recipient")


def _refuse_unfit_address(address: str, whose: str) -> None:
    name, at, domain = address.rpartition("@")
    if not (name and at and domain) or UNFIT_IN_ADDRESS.search(address):
        raise NotAllowed(f"The {whose} of the letter is not an e-mail address. Correct it first.")


def stuffed(message: bytes) -> bytes:
    """Return `message` with its leading dots doubled, and the line that ends it."""
    dotted = message.replace(b"\r\n.", b"\r\n..")
    return (b"." if dotted.startswith(b".") else b"") + dotted + b".\r\n"


def xtext(text: str) -> str:
    """Return ASCII text as RFC 3461 section 4 writes it, other characters as +hexadecimal."""
    return "".join(c if _PLAIN_IN_XTEXT.fullmatch(c) else f"+{ord(c):02X}" for c in text)


def report_options(envelope: Envelope) -> list[str]:
    """Return the options of MAIL that say what a delivery report should carry."""
    named = [f"ENVID={xtext(envelope.id)}"] if 0 < len(envelope.id) <= _LONGEST_ID else []
    return ["RET=HDRS", *named]


def notify_options(recipient: str) -> list[str]:
    """Return the options of RCPT that ask for a report of success, delay and failure."""
    original = [f"ORCPT=rfc822;{xtext(recipient)}"] if recipient.isascii() else []
    return ["NOTIFY=SUCCESS,DELAY,FAILURE", *original]
