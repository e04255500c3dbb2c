"""What a mail server's reply to a letter means, and what to do about it (RFC 5321, RFC 3463).

A new code is a row of the table. The rows speak to an officer; the server's own words stand beneath
them wherever they are shown.
"""

import re
from dataclasses import dataclass

_REPLY = re.compile(r"\s*(?P<code>[245]\d\d)?[ -]*(?:#?(?P<status>[245]\.\d{1,3}\.\d{1,3}))?")
# A server that is busy with everybody, not with this letter: RFC 5321 section 4.2.3 (421), and
# what Exchange (432 4.3.2) and Google (4.7.28) say to senders that are too fast.
_SLOW_DOWN_CODES = {"421", "432"}
_SLOW_DOWN_STATUS = {"4.3.2", "4.4.5", "4.7.28"}
_SLOW_DOWN_WORDS = re.compile(
    r"\b(?:too many (?:concurrent |simultaneous )?(?:connections|messages|sessions|e?mails)"
    r"|rate[- ]?limit\w*|throttl\w*|submission quota|concurrent connections)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a reply says in plain words, and what an officer or an administrator can do now."""

    what: str
    do: str


_ADDRESS = "Ask the requester for another address, by telephone or post where you have one."
_WAIT = "There is nothing to do: it is tried again. Where the due date is near, use another way."
_ADMIN = "Ask an administrator to look at the mail settings, then have the letter tried again."
_IT = "Ask your mail administrator, and show them the server’s words below."
_SMALLER = "Take the approval back, send smaller files or publish them and give the link."
_SPAM = (
    "Ask your mail administrator; until it is solved, tell the requester another way that the "
    "answer is ready."
)

# By enhanced status code without its class (RFC 3463 section 3; the registry of RFC 5248).
BY_STATUS: dict[str, Meaning] = {
    "1.0": Meaning("The address was not accepted.", _ADDRESS),
    "1.1": Meaning("There is no mailbox with this address.", _ADDRESS),
    "1.2": Meaning("The domain behind the @ does not exist or takes no mail.", _ADDRESS),
    "1.3": Meaning("The address is not written as an address can be.", _ADDRESS),
    "1.4": Meaning("The address means several mailboxes at once.", _ADDRESS),
    "1.6": Meaning("The mailbox has moved and left no new address.", _ADDRESS),
    "1.7": Meaning("Our own address, as sender, is not written as an address can be.", _ADMIN),
    "1.8": Meaning("Our own domain, as sender, is not known to the server.", _ADMIN),
    "1.10": Meaning("The domain behind the @ says that it takes no mail.", _ADDRESS),
    "2.0": Meaning("Something is wrong with the mailbox.", _ADDRESS),
    "2.1": Meaning("The mailbox is switched off.", _ADDRESS),
    "2.2": Meaning(
        "The mailbox is full.", "Reach the requester another way, or have it tried again later."
    ),
    "2.3": Meaning("The letter is larger than this mailbox takes.", _SMALLER),
    "2.4": Meaning("The address is a mailing list that cannot be reached.", _ADDRESS),
    "3.0": Meaning("The receiving mail system has a fault.", _WAIT),
    "3.1": Meaning("The receiving mail system is full.", _WAIT),
    "3.2": Meaning("The mail system takes no mail at the moment.", _WAIT),
    "3.4": Meaning("The letter is too large for the mail system.", _SMALLER),
    "4.0": Meaning("The mail could not be passed on.", _WAIT),
    "4.1": Meaning("The receiving server does not answer.", _WAIT),
    "4.2": Meaning("The connection to the receiving server was lost.", _WAIT),
    "4.3": Meaning("The name of the receiving server could not be looked up.", _WAIT),
    "4.4": Meaning("No way leads to the receiving server.", _ADDRESS),
    "4.5": Meaning("The mail system has too much to do.", _WAIT),
    "4.6": Meaning("The mail goes round in a circle between servers.", _IT),
    "4.7": Meaning("It was tried for days and could not be delivered.", _ADDRESS),
    "5.0": Meaning("The servers do not understand each other.", _IT),
    "5.1": Meaning("The server does not know a command that was used.", _IT),
    "5.3": Meaning("The letter has more recipients than the server takes at once.", _WAIT),
    "5.4": Meaning("The server does not know an option that was used.", _IT),
    "6.0": Meaning("The server does not accept something in the letter.", _IT),
    "6.1": Meaning("The server does not accept a file of this kind.", _SMALLER),
    "7.0": Meaning("The receiving system refuses the letter by its own rules.", _SPAM),
    "7.1": Meaning(
        "The receiving system refuses the letter: its rules or its spam filter do not let it in, "
        "or we may not send from this address.",
        _SPAM,
    ),
    "7.2": Meaning("The address is a list that we may not write to.", _ADDRESS),
    "7.3": Meaning("The server does not accept mail at this level of security.", _IT),
    "7.8": Meaning("The mail server refuses the sign-in.", _ADMIN),
    "7.9": Meaning("The mail server refuses this way of signing in.", _ADMIN),
    "7.14": Meaning("The mail server does not trust the sign-in.", _ADMIN),
    "7.20": Meaning("The letter bears no valid DKIM signature.", _IT),
    "7.23": Meaning("Our mail server is not among those our domain names (SPF).", _IT),
    "7.25": Meaning("The name of our mail server does not fit its address.", _IT),
    "7.26": Meaning("The letter fails the checks that our own domain asks for (DMARC).", _IT),
    "7.27": Meaning("The address we send from takes no mail itself.", _ADMIN),
    "7.28": Meaning("We send faster than the receiving system takes.", _WAIT),
    "7.30": Meaning("The receiving system wants the mail encrypted on its way.", _IT),
    "7.57": Meaning("The mail server wants a sign-in first.", _ADMIN),
    "7.60": Meaning("The sign-in may not send from this address.", _ADMIN),
    "7.139": Meaning("Signing in by SMTP is switched off for this mailbox.", _ADMIN),
}
# Where a server gives no enhanced code, or one that is not in the table (RFC 5321 section 4.2.3).
BY_CODE: dict[str, Meaning] = {
    "421": Meaning("The mail server is busy and hangs up.", _WAIT),
    "432": Meaning("The mail server asks us to send more slowly.", _WAIT),
    "450": Meaning("The mailbox cannot be reached at the moment.", _WAIT),
    "451": Meaning("The mail server has a passing fault, or wants it tried again later.", _WAIT),
    "452": Meaning("The mail server or the mailbox is full at the moment.", _WAIT),
    "454": Meaning("The mail server cannot check the sign-in at the moment.", _WAIT),
    "521": Meaning("The domain behind the @ takes no mail.", _ADDRESS),
    "530": Meaning("The mail server wants a sign-in first.", _ADMIN),
    "534": Meaning("The mail server refuses this way of signing in.", _ADMIN),
    "535": Meaning("The mail server refuses the sign-in.", _ADMIN),
    "550": Meaning(
        "The mail server refuses it: there is no such mailbox, or its rules do not let us in.",
        "Read the server’s words below. Ask the requester for another address, or your mail "
        "administrator why we are refused.",
    ),
    "551": Meaning("The mailbox is not on this server.", _ADDRESS),
    "552": Meaning("The mailbox is full, or the letter too large.", _SMALLER),
    "553": Meaning("The address is not one that can be written to.", _ADDRESS),
    "554": Meaning("The mail server refuses the letter.", _SPAM),
    "555": Meaning("The server does not know an option that was used.", _IT),
    "556": Meaning("The domain behind the @ says that it takes no mail.", _ADDRESS),
}
FOR_NOW = Meaning("The mail server cannot take it at the moment.", _WAIT)
FOR_GOOD = Meaning("The mail server refuses it.", _IT)


def meaning_of(reply: str) -> Meaning:
    """Return what a reply means: "550 5.1.1 No such user", or a status "5.1.1" of a report.

    The enhanced code says more than the three digits; a code that nobody knows is told by its first
    digit, and anything else is read as a refusal for good.
    """
    found = _REPLY.match(reply)
    code, status = (found["code"], found["status"]) if found else (None, None)
    row = BY_STATUS.get(status.split(".", 1)[1]) if status else None
    if row is None or (status or "").endswith(".0.0"):
        row = BY_CODE.get(code or "", row)
    if row is not None:
        return row
    return FOR_NOW if (status or code or "5").startswith("4") else FOR_GOOD


def explained(reply: str) -> str:
    """Return a reply in plain words, what to do, and beneath them the server's own."""
    meaning = meaning_of(reply)
    return f"{meaning.what} {meaning.do}\nThe mail server said: {reply.strip()}"


def asks_to_slow_down(reply: str) -> bool:
    """Say whether a reply is about how fast or how often we send, not about one letter."""
    found = _REPLY.match(reply)
    code, status = (found["code"], found["status"]) if found else (None, None)
    if (code or status or "").startswith(("2", "5")):
        return False
    if code in _SLOW_DOWN_CODES or status in _SLOW_DOWN_STATUS:
        return True
    return bool(_SLOW_DOWN_WORDS.search(reply))
