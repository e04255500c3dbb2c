"""What a message shows of itself that several questions about it rest on."""

import re
from functools import lru_cache

from assistant.domain.mail import notes
from assistant.domain.mail.askingwords import ABOUT_INFORMATION, ASKS, ASKS_FOR_ITSELF
from assistant.domain.mail.machinewords import AUTOMATIC_SUBJECT, PERHAPS_AUTOMATIC_SUBJECT
from assistant.domain.mail.message import Message
from assistant.domain.mail.notewords import (
    ABSENT,
    ACKNOWLEDGES,
    ANSWERS,
    CALLS_ITSELF_AUTOMATIC,
    OF_MAIL,
    TAKES_NOTE,
    WORKS_SO,
)
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.domain.phrases import Phrases

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


def says(message: Message, words: Phrases) -> bool:
    """Say whether the beginning of the text has a wording."""
    return bool(words.search(message.text[:_REPORT_OPENING]))


# Several questions in a row look at the same words.
@lru_cache(maxsize=8)
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
    """Say whether the subject is an automatic reply's.

    A person who answers an automatic reply may keep its subject, and a request may be about such
    replies: who asks for something for himself is a person.
    """
    if AUTOMATIC_SUBJECT.match(message.subject):
        return not ASKS_FOR_ITSELF.search(notes.spoken(message.written[:20_000]))
    return bool(PERHAPS_AUTOMATIC_SUBJECT.match(message.subject)) and not asks(message)


def absent(message: Message) -> bool:
    """Say whether the text opens with the writer's absence, and asks and answers nothing.

    A person who is away may write too: who says something else first, quotes what they answer, or
    speaks of a request, a letter or the records, is no program.
    """
    written = notes.spoken(message.written[:20_000])
    if len(written) > _NOTE or "?" in written[:_OPENING]:
        return False
    if not ABSENT.search(straight(notes.opening(message.written))) or ASKS.search(written):
        return False
    return not (ANSWERS.search(written[:_OPENING]) or quotes(message))


def quotes(message: Message) -> bool:
    """Say whether the text holds an older message below what the sender wrote."""
    return len(message.text.strip()) > len(message.written.strip()) + _QUOTED


def own_words_automatic(message: Message) -> bool:
    """Say whether the text calls itself automatic; a person may quote such words while asking."""
    written = notes.spoken(message.written[:20_000])
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


def acknowledges(message: Message) -> bool:
    """Say whether an office's system took note of our mail, and no person did.

    It speaks of what happened to the mail and of how the office works, never of itself as "I", no
    person signs it, and it quotes and asks nothing.
    """
    written = notes.spoken(message.written[:20_000])
    if len(written) > _NOTE or ASKS.search(written) or quotes(message) or not written:
        return False
    opened = f"{message.subject}. {written[:_OPENING]}"
    if not TAKES_NOTE.search(opened) or not WORKS_SO.search(f"{message.subject} {written}"):
        return False
    person = notes.names_a_person(message.sender.name) or notes.signed_by_person(message.written)
    return not (person or re.search(r"\bI\b|\b[Mm]y\b", written))


def noted_by_server(message: Message) -> bool:
    """Say whether it has no return path (RFC 5321 section 4.5.5), and speaks of mail alone."""
    written = notes.spoken(message.written[:20_000])
    if not null_path(message) or not written or len(written) > _NOTE:
        return False
    asked = ASKS.search(written) or "?" in written or ANSWERS.search(written)
    return not asked and bool(OF_MAIL.search(f"{message.subject} {written[:_OPENING]}"))


def wants_information(message: Message) -> bool:
    """Say whether the text asks for information, as nobody else does."""
    return bool(_WANTS_INFORMATION.search(straight(message.written[:20_000])))


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
    r"\bhow (?:many|much)\b|\bplease (?:provide|supply|disclose)\b|\brequest (?:for )?information\b"
    r"|\bunder the (?:freedom of information|environmental information|foi)",
    re.IGNORECASE,
)


def list_is_ours(message: Message, own: OwnAddresses) -> bool:
    """Say whether the list is our own mailbox: some authorities run theirs as a group."""
    named = f"{message.header('list-id')} {message.header('list-post')}".lower()
    mailboxes = any(address in named for address in own.addresses)
    return mailboxes or any(re.search(rf"[.@]{re.escape(each)}\b", named) for each in own.domains)
