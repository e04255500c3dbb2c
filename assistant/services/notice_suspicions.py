"""Say what in a message reads as written for a machine, whoever wrote which part of it."""

from collections.abc import Iterator, Sequence

from assistant.domain.letters.addressing import greeted
from assistant.domain.mail.message import Message
from assistant.domain.mail.suspicions import MOST, Suspicion, suspicions
from assistant.services.read_attachments import Attached

# Headers that a person can write what they like into; the others are the servers' own.
_FREE = ("comments", "keywords", "organization")
_LONGEST_SENTENCE_OF_NO_NAME = 3


def notice_suspicions(mail: Message, attached: Sequence[Attached] = ()) -> list[dict[str, str]]:
    """Return what is noticed, as it is stored and printed: `what`, `where`, `text`.

    `attached` are the files with their words. It is a label for an officer and changes nothing
    else: what is not noticed is obeyed as little.
    """
    found = [*_names(mail), *suspicions(_texts(mail, attached), mail.removed)]
    return [{"what": each.what, "where": each.where, "text": each.text} for each in found[:MOST]]


def _names(mail: Message) -> Iterator[Suspicion]:
    """Yield a sender's name that is none: a letter would greet by it."""
    name = mail.sender.name
    if len(name.split()) >= _LONGEST_SENTENCE_OF_NO_NAME and not greeted(name):
        yield Suspicion("a name that is not one; letters greet the requester without it",
                        "the sender’s name", name[:160])  # fmt: skip


def _texts(mail: Message, attached: Sequence[Attached]) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every part of a message that a person wrote."""
    yield "the subject", mail.subject
    yield "the sender’s name", mail.sender.name
    yield from (("a name in To or Cc", each.name) for each in (*mail.to, *mail.cc))
    yield "the text", mail.text
    yield from (("the name of a file", each.name) for each in mail.attachments)
    for each in attached:
        if each.said:
            yield f"the file {each.file.name}", each.said.text
    for name, value in mail.headers:
        if name in _FREE or _is_own(name):
            yield f"the header {name}", value


def _is_own(name: str) -> bool:
    """Tell whether a header is none that mail servers write, as far as its name shows."""
    return name.startswith("x-") and not name.startswith(_SERVERS)


_SERVERS = (
    "x-ms-", "x-microsoft", "x-google", "x-gm-", "x-spam", "x-forefront", "x-mailer", "x-originat",
    "x-received", "x-virus", "x-proofpoint", "x-mimecast", "x-barracuda", "x-yahoo", "x-ymail",
    "x-sg-", "x-mc-", "x-ses-", "x-mailgun", "x-amz", "x-exchange", "x-auto-response", "x-report",
    "x-provags", "x-ui-", "x-rspamd", "x-me-", "x-tm-", "x-cse-", "x-gnd-", "x-sonic", "x-authen",
)  # fmt: skip
