"""Questions about mail that people wrote: ours, a colleague's, an unreadable one, or an answer.

Each returns a detail in words for an officer where it hits, else None.
"""

import re

from assistant.domain.mail import traits
from assistant.domain.mail.addresses import usable
from assistant.domain.mail.answering import answered_at
from assistant.domain.mail.askingwords import ASKS
from assistant.domain.mail.authentication import dmarc_result
from assistant.domain.mail.body import ENCRYPTED
from assistant.domain.mail.forwarded import request_within
from assistant.domain.mail.machinewords import NO_REPLY
from assistant.domain.mail.message import Message
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.domain.mail.quotemarks import FORWARD_SUBJECT, REPLY_SUBJECT
from assistant.domain.mail.references import references_in


def own_mail(message: Message, own: OwnAddresses) -> str | None:
    """Find what we sent to others, come back by an alias, a copy or the folder of sent mail."""
    if message.sender.address.lower() not in own.addresses or form_of_ours(message, own):
        return None
    if not any(not own.holds(each.address) for each in (*message.to, *message.cc)):
        return None
    return "It comes from one of our own mailboxes."


def to_ourselves(message: Message, own: OwnAddresses) -> str | None:
    """Find mail from our own mailbox to nobody else: logged by a colleague, or a forged sender."""
    if message.sender.address.lower() not in own.addresses or form_of_ours(message, own):
        return None
    if own_mail(message, own):
        return None
    return (
        "It bears our own address and went to nobody else: a colleague may have logged a request, "
        "or somebody forged the sender. Name the requester."
    )


def colleague(message: Message, own: OwnAddresses) -> str | None:
    """Find a colleague's mail: the requester is somebody else, and a person has to name them."""
    address = message.sender.address.lower()
    if address in own.addresses or not own.holds(address) or form_of_ours(message, own):
        return None
    if FORWARD_SUBJECT.match(message.subject) or request_within(message.text, own):
        return "A colleague forwarded this; name the requester."
    return "A colleague sent this; name the requester."


def form_of_ours(message: Message, own: OwnAddresses) -> bool:
    """Say whether a form on our own site sent a request, with the requester in Reply-To."""
    if not own.holds(message.sender.address) or own.holds(answered_at(message, own).address):
        return False
    return traits.asks(message)


def forged_sender(message: Message, own: OwnAddresses) -> str | None:
    """Find a sender whose domain disowns the message (DMARC, RFC 7489), by our own gateway."""
    if dmarc_result(message, own) != "fail":
        return None
    return (
        "Its sender may be forged: our mail gateway says that DMARC failed. Nothing was rejected."
    )


def recall(message: Message, _own: OwnAddresses) -> str | None:
    """Find Outlook's wish to take a message back, which only Exchange itself can grant."""
    words = traits.straight(message.text[:2000])
    if _RECALL_SUBJECT.match(message.subject) and _RECALL.search(words):
        return "Its sender wants to take an earlier message back; decide whether that withdraws it."
    return None


_RECALL_SUBJECT = re.compile(r"\s*(?:recall|message recall)\b", re.IGNORECASE)
_RECALL = re.compile(r"\blike to recall the message\b", re.IGNORECASE)


def challenge(message: Message, _own: OwnAddresses) -> str | None:
    """Find a spam filter that keeps our letter until somebody proves to be no machine."""
    opened = traits.straight(f"{message.subject}. {message.text[:1500]}")
    if _CHALLENGE.search(opened) and _YOUR_MAIL.search(opened) and not ASKS.search(opened):
        return "The recipient's mail filter keeps our letter until a person answers this."
    return None


_CHALLENGE = re.compile(
    r"\brequires? (?:sender )?verification\b|\bverify that you are\b"
    r"|\bconfirm (?:that )?you are (?:a )?"
    r"(?:real|human|person)\b|\b(?:click|follow) .{0,60}\b(?:deliver|release|verify)",
    re.IGNORECASE,
)
_YOUR_MAIL = re.compile(
    r"\b(?:your (?:e-?mail|message)|(?:e-?mail|message)(?: that)? you (?:have )?sent)\b",
    re.IGNORECASE,
)


def form_mail(message: Message, _own: OwnAddresses) -> str | None:
    """Find a request that a web form sent."""
    if traits.form(message):
        return "A program sent it, but it reads like a request: perhaps a web form."
    return None


def mailing_list(message: Message, own: OwnAddresses) -> str | None:
    """Find mail through a list that is not our own mailbox (RFC 2919)."""
    listed = message.header("list-id") or message.header("list-post")
    if not listed or traits.list_is_ours(message, own):
        return None
    return "It came through a mailing list."


def bulk_precedence(message: Message, own: OwnAddresses) -> str | None:
    """Find mass mail by its header alone: no proof, but no acknowledgement either."""
    value = message.header("precedence").strip().lower()
    if value in {"bulk", "junk"} and not traits.list_is_ours(message, own):
        # Old mail programs and mail merges set it for people who ask.
        if traits.asks(message) or "?" in message.written:
            return None
        return f"Its header says Precedence: {value}, as mass mail does."
    return None


def encrypted(message: Message, _own: OwnAddresses) -> str | None:
    """Find text that cannot be read without a key."""
    return ENCRYPTED if ENCRYPTED in message.defects else None


def nothing_readable(message: Message, _own: OwnAddresses) -> str | None:
    """Find no text at all, perhaps a letter attached."""
    if re.search(r"\w", message.text):
        return None
    if message.attachments:
        return "The message has no text of its own; read what is attached."
    return "There is nothing to read in the message."


def no_sender(message: Message, _own: OwnAddresses) -> str | None:
    """Find nobody who could be answered."""
    if usable(message.sender.address):
        return None
    return "It names no address that could be answered."


def no_reply_sender(message: Message, _own: OwnAddresses) -> str | None:
    """Find a sender that takes no replies, and no other address to answer."""
    reply_to = message.header("reply-to")
    if NO_REPLY.search(message.sender.address) and (not reply_to or NO_REPLY.search(reply_to)):
        return "Its sender takes no replies; find out whom to answer."
    return None


def marked_spam(message: Message, _own: OwnAddresses) -> str | None:
    """Find a mail server's verdict of spam, which is often wrong about requests."""
    flagged = message.header("x-spam-flag").lower().startswith("yes")
    status = message.header("x-spam-status").lower().startswith("yes")
    verdict = "fail" in message.header("x-ses-spam-verdict").lower()
    other = any(message.header(name).strip().lower().startswith("yes") for name in _SPAM_HEADERS)
    if flagged or status or verdict or other or _exchange_spam(message):
        return "A mail server took it for spam."
    return None


def _exchange_spam(message: Message) -> bool:
    """Say whether Exchange gave it a spam confidence level of 5 or more, or filtered it as spam."""
    level = message.header("x-ms-exchange-organization-scl").strip()
    if level.isdecimal() and int(level) >= _SPAM_LEVEL:
        return True
    delivered = message.header("x-microsoft-antispam-mailbox-delivery")
    return bool(
        _FILTERED.search(message.header("x-forefront-antispam-report")) or "dest:J" in delivered
    )


_SPAM_HEADERS = ("x-spam", "x-barracuda-spam-status", "x-barracuda-spam-flag", "x-pmx-spam")
_SPAM_LEVEL = 5
_FILTERED = re.compile(
    r"\bSFV:(?:SPM|SKB|BLK)\b|\bSCL:[5-9]\b|\bCAT:(?:SPM|HSPM|PHSH|HPHSH|HPHISH)\b"
)


def answers(message: Message, _own: OwnAddresses) -> str | None:
    """Find the headers of a reply (RFC 5322 section 3.6.4)."""
    if message.in_reply_to or message.references:
        return "Its headers say that it answers an earlier message."
    return None


def names_a_case(message: Message, _own: OwnAddresses) -> str | None:
    """Find a case reference in the subject."""
    found = references_in(message.subject)
    return f"Its subject names {', '.join(found)}." if found else None


def quotes_history(message: Message, _own: OwnAddresses) -> str | None:
    """Find a reply's subject over quoted history, for programs that lose the headers."""
    quoted = len(message.text.strip()) - len(message.written.strip())
    if REPLY_SUBJECT.match(message.subject) and quoted > 0:
        return "Its subject is that of a reply, and it quotes an earlier message."
    return None
