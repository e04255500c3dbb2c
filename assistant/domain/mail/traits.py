"""What a message shows of itself that several questions about it rest on."""

import re

from assistant.domain.mail.machinewords import (
    ABOUT_INFORMATION,
    ABSENT,
    ACKNOWLEDGES,
    ANSWERS,
    ASKS,
    AUTOMATIC_SUBJECT,
    CALLS_ITSELF_AUTOMATIC,
    PERHAPS_AUTOMATIC_SUBJECT,
)
from assistant.domain.mail.message import Message
from assistant.domain.mail.own_addresses import OwnAddresses

# How much of a text its first words are, and how long a machine's note is, in characters.
_OPENING = 400
_NOTE = 2500
_REPORT_OPENING = 3000
# Fewer characters than this are no quoted letter.
_QUOTED = 20


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


def automatic_subject(message: Message) -> bool:
    """Say whether the subject is an automatic reply's; some forms count where nothing is asked."""
    if AUTOMATIC_SUBJECT.match(message.subject):
        return True
    return bool(PERHAPS_AUTOMATIC_SUBJECT.match(message.subject)) and not asks(message)


def absent(message: Message) -> bool:
    """Say whether the text opens with the writer's absence and asks and answers nothing.

    A person who is away may write too: who quotes what they answer, or speaks of a request, a
    letter or the records, is no program.
    """
    written = straight(message.written[:20_000])
    if len(written) > _NOTE or "?" in written[:_OPENING]:
        return False
    if not ABSENT.search(written[:_OPENING]) or ASKS.search(written):
        return False
    return not (ANSWERS.search(written[:_OPENING]) or quotes(message))


def quotes(message: Message) -> bool:
    """Say whether the text holds an older message below what the sender wrote."""
    return len(message.text.strip()) > len(message.written.strip()) + _QUOTED


def own_words_automatic(message: Message) -> bool:
    """Say whether the text calls itself automatic; a person may quote such words while asking."""
    written = straight(message.written[:20_000])
    if len(written) > _NOTE or ASKS.search(written):
        return False
    if ANSWERS.search(written[:_OPENING]) and quotes(message):
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
    if not value.startswith("auto-generated") or automatic_subject(message):
        return False
    written = straight(message.written[:20_000])
    if _WANTS_INFORMATION.search(written):
        return True
    return bool(ABOUT_INFORMATION.search(f"{message.subject} {written}") and ASKS.search(written))


# Nobody writes so who does not want information, whatever Act they know of.
_WANTS_INFORMATION = re.compile(
    r"\bhow (?:many|much)\b|\bplease (?:provide|supply|disclose)\b|\brequest (?:for )?information\b",
    re.IGNORECASE,
)


def list_is_ours(message: Message, own: OwnAddresses) -> bool:
    """Say whether the list is our own mailbox: some authorities run theirs as a group."""
    named = f"{message.header('list-id')} {message.header('list-post')}".lower()
    mailboxes = any(address in named for address in own.addresses)
    return mailboxes or any(re.search(rf"[.@]{re.escape(each)}\b", named) for each in own.domains)
