"""Mail that cannot be read as it came: how to know it, and what a person should do about it.

Each kind adds ENCRYPTED to a message's defects, which holds the message for a person, and a
second sentence that says what to ask for.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

ENCRYPTED = "The message is encrypted, so its text cannot be read. Ask the sender to send it again."

_PGP = (
    "It is encrypted with PGP. Somebody who has the key of this mailbox can decrypt it; otherwise "
    "ask the sender to send it again without encryption."
)
_SMIME = (
    "It is encrypted with S/MIME. Open it in a mail program that has this mailbox's certificate; "
    "otherwise ask the sender to send it again without encryption."
)
_RIGHTS = (
    "It is protected by Microsoft Purview (rights management). Open it in Outlook or by its link, "
    "signed in as this mailbox, and copy the text to a case; or ask the sender to send it again "
    "without protection."
)
_PORTAL = (
    "It is a notice that a message waits on a secure site. Open it there by its link before it "
    "expires, and copy the text to a case; or ask the sender to write again by ordinary e-mail."
)
_PGP_TYPES = frozenset({"multipart/encrypted", "application/pgp-encrypted"})
_PGP_TEXT = "-----BEGIN PGP MESSAGE-----"
_RIGHTS_TYPE = "application/x-microsoft-rpmsg-message"
_RIGHTS_NAME = re.compile(r"message(?:_v\d)?\.rpmsg", re.IGNORECASE)
# The files by which Cisco, Proofpoint, Egress and others hand over an encrypted message.
_PORTAL_NAME = re.compile(
    r"securedoc(?:_[\w-]{1,40})?\.html?|securemessageatt\.html?|encrypted_?message\.html?"
    r"|[^/]{1,100}\.switch|secure_?message\.html?|message\.zixmail",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"\b(?:sent you|you(?:'ve| have)? (?:received|got|been sent)|this is|has sent) "
    r"(?:an? )?(?:new )?(?:\w+ )?(?:secure|secured|encrypted|protected|confidential) "
    r"(?:e-?mail|message|large mail)\b",
    re.IGNORECASE,
)
# Asked first, because it costs next to nothing.
_SECRET = re.compile(r"(?:[Ss]ecure|[Ee]ncrypted|[Pp]rotected|[Cc]onfidential)")
_BY_LINK = re.compile(
    r"\b(?:click|tap|follow|use|sign in|log ?in|register|open|press)\b.{0,80}"
    r"\b(?:to )?(?:read|view|open|access|unlock|retrieve|decrypt|see)\b.{0,40}"
    r"\b(?:message|e-?mail|mail)\b",
    re.IGNORECASE | re.DOTALL,
)
# Nobody writes a letter around such a notice.
_LONGEST_NOTICE = 2_500


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells that a message is sealed: media types, names of files, its own text."""

    types: frozenset[str]
    names: tuple[str, ...]
    text: str


def _pgp(signs: Signs) -> bool:
    return bool(signs.types & _PGP_TYPES) or _PGP_TEXT in signs.text


def _rights(signs: Signs) -> bool:
    return _RIGHTS_TYPE in signs.types or any(map(_RIGHTS_NAME.fullmatch, signs.names))


def _portal(signs: Signs) -> bool:
    if any(map(_PORTAL_NAME.fullmatch, signs.names)):
        return True
    if len(signs.text) > _LONGEST_NOTICE or not _SECRET.search(signs.text):
        return False
    text = " ".join(signs.text.replace("\u2019", "'").split())
    return bool(_WAITS.search(text) and _BY_LINK.search(text))


_KINDS: tuple[tuple[Callable[[Signs], bool], str], ...] = (
    (_pgp, _PGP),
    (_rights, _RIGHTS),
    (_portal, _PORTAL),
)

S_MIME = (ENCRYPTED, _SMIME)


def sealed(types: Iterable[str], names: Iterable[str], text: str) -> tuple[str, ...]:
    """Return the defects of a message that is sealed, or nothing where it is not.

    `types` are the media types of its parts, `names` those of its files, `text` its own text.
    """
    signs = Signs(frozenset(types), tuple(names), text)
    found = [advice for hits, advice in _KINDS if hits(signs)]
    return (ENCRYPTED, *found) if found else ()
