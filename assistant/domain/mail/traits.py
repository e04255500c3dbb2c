"""What a message shows of itself that several questions about it rest on."""

import re

from assistant.domain.mail.machinewords import (
    ABOUT_INFORMATION,
    ABSENT,
    ACKNOWLEDGES,
    ASKS,
    AUTOMATIC_SUBJECT,
    CALLS_ITSELF_AUTOMATIC,
)
from assistant.domain.mail.message import Message
from assistant.domain.mail.own_addresses import OwnAddresses

# How much of a text its first words are, and how long a machine's note is, in characters.
_OPENING = 400
_NOTE = 2500
_REPORT_OPENING = 3000


def report_type(message: Message) -> str:
    """Return the Content-Type of a multipart/report in lower case, or ""."""
    value = message.header("content-type").lower()
    return value if value.startswith("multipart/report") else ""


def null_path(message: Message) -> bool:
    """Say whether the return path is empty, as that of reports is (RFC 5321)."""
    return message.header("return-path").replace(" ", "") == "<>"


def says(message: Message, words: re.Pattern[str]) -> bool:
    """Say whether the beginning of the text has a wording."""
    return bool(words.search(message.text[:_REPORT_OPENING]))


def straight(text: str) -> str:
    """Return a text on one line, with straight apostrophes."""
    return " ".join(text.replace("\u2019", "'").split())


def asks(message: Message) -> bool:
    """Say whether what the sender wrote asks for something, as people do."""
    written = straight(message.written[:20_000])
    return bool(ASKS.search(written) or ABOUT_INFORMATION.search(written))


def mentions_information(message: Message) -> bool:
    """Say whether subject or text speak of freedom of information and the like."""
    return bool(ABOUT_INFORMATION.search(f"{message.subject} {message.written[:20_000]}"))


def absent(message: Message) -> bool:
    """Say whether the text opens with the writer's absence and asks nothing."""
    written = straight(message.written[:20_000])
    if len(written) > _NOTE or "?" in written[:_OPENING]:
        return False
    return bool(ABSENT.search(written[:_OPENING])) and not ASKS.search(written)


def own_words_automatic(message: Message) -> bool:
    """Say whether the text calls itself automatic; a person may quote such words while asking."""
    written = straight(message.written[:20_000])
    if len(written) > _NOTE or ASKS.search(written):
        return False
    called = CALLS_ITSELF_AUTOMATIC.search(written)
    if not called:
        return False
    acknowledges = bool(ACKNOWLEDGES.search(written[:_OPENING]))
    # A person who complains of an automatic answer asks a question, and acknowledges nothing.
    return acknowledges or (called.start() < _OPENING and "?" not in written)


def form(message: Message) -> bool:
    """Say whether a program sent what reads like a request: web forms of authorities do so."""
    value = message.header("auto-submitted").lower()
    if not value.startswith("auto-generated") or AUTOMATIC_SUBJECT.match(message.subject):
        return False
    written = straight(message.written[:20_000])
    return bool(ABOUT_INFORMATION.search(f"{message.subject} {written}") and ASKS.search(written))


def list_is_ours(message: Message, own: OwnAddresses) -> bool:
    """Say whether the list is our own mailbox: some authorities run theirs as a group."""
    named = f"{message.header('list-id')} {message.header('list-post')}".lower()
    mailboxes = any(address in named for address in own.addresses)
    return mailboxes or any(re.search(rf"[.@]{re.escape(each)}\b", named) for each in own.domains)


def is_of(domain: str, domains: frozenset[str]) -> bool:
    """Say whether a domain is one of some domains or below it."""
    domain = domain.lower()
    return any(domain == each or domain.endswith("." + each) for each in domains)
