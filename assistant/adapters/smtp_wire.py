"""What a letter must look like to travel by SMTP unchanged (RFC 5321 sections 2.3.8 and 4.5.2)."""

import re

from assistant.domain.errors import NotAllowed
from assistant.ports import Envelope

BARE_LINE_END = re.compile(rb"(?<!\r)\n|\r(?!\n)")
UNFIT_IN_ADDRESS = re.compile(r"[\x00-\x20<>\x7f]")


def refuse_unfit(envelope: Envelope) -> None:
    """Raise NotAllowed if the letter could not be sent byte for byte, or is not for one address.

    A bare line end is changed on the way by one server and read as the end of the letter by
    another, so that one letter becomes two; the bytes approved are the bytes sent, or none are.
    """
    if not envelope.message.endswith(b"\r\n") or BARE_LINE_END.search(envelope.message):
        raise NotAllowed("The letter's lines do not all end in CR LF. Prepare the letter again.")
    if envelope.sender:
        _refuse_unfit_address(envelope.sender, "sender")
    _refuse_unfit_address(envelope.recipient, "recipient")


def _refuse_unfit_address(address: str, whose: str) -> None:
    name, at, domain = address.rpartition("@")
    if not (name and at and domain) or UNFIT_IN_ADDRESS.search(address):
        raise NotAllowed(f"The {whose} of the letter is not an e-mail address. Correct it first.")


def stuffed(message: bytes) -> bytes:
    """Return `message` with its leading dots doubled, and the line that ends it."""
    dotted = message.replace(b"\r\n.", b"\r\n..")
    return (b"." if dotted.startswith(b".") else b"") + dotted + b".\r\n"
