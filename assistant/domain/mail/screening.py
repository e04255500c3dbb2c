"""What kind of message this is: a table of small questions, each with the verdict it suggests.

Every question that hits is kept as a reason, so that an officer sees why. The gravest verdict
wins. A person's mail must never be called automatic: a question that cannot be sure suggests
"held", which is a queue that people see, and never a silence.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.mail import machine_questions as machine
from assistant.domain.mail import people_questions as people
from assistant.domain.mail import traits
from assistant.domain.mail.machinewords import DAEMON, NO_REPLY
from assistant.domain.mail.message import Message
from assistant.domain.mail.own_addresses import OwnAddresses

__all__ = [
    "OwnAddresses",
    "Question",
    "Reason",
    "Screening",
    "Verdict",
    "acknowledgeable",
    "screen",
    "without",
]


class Verdict(StrEnum):
    """What a message is, as far as one can tell without the cases."""

    REQUEST = "request"
    FOLLOW_UP = "follow-up"
    AUTOMATIC = "automatic"
    BOUNCE = "bounce"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the rule's name, and what it found, in words for an officer."""

    rule: str
    detail: str


@dataclass(frozen=True, slots=True)
class Screening:
    """A verdict, and every rule that hit on the way to it."""

    verdict: Verdict
    reasons: tuple[Reason, ...]


Ask = Callable[[Message, OwnAddresses], str | None]


@dataclass(frozen=True, slots=True)
class Question:
    """A question asked of every message: its answer is a detail where it hits, else None."""

    rule: str
    verdict: Verdict
    ask: Ask


QUESTIONS: tuple[Question, ...] = (
    # Reports by mail servers come first: they are certain, and they speak of our own letters.
    Question("delivery_report", Verdict.BOUNCE, machine.delivery_failure),
    Question("failed_recipients", Verdict.BOUNCE, machine.failed_recipients),
    Question("report_without_fields", Verdict.BOUNCE, machine.unparsed_report),
    # Half of all reports have no machine-readable part: the daemon's name or the missing return
    # path has to come together with the wording, because people write about failures too.
    Question("daemon_failure", Verdict.BOUNCE, machine.daemon_failure),
    Question("null_path_failure", Verdict.BOUNCE, machine.null_path_failure),
    Question("failure_wording", Verdict.BOUNCE, machine.failure_wording),
    # Good news from servers and mail programs needs no answer.
    Question("delivery_success", Verdict.AUTOMATIC, machine.delivery_success),
    Question("read_receipt", Verdict.AUTOMATIC, machine.read_receipt),
    Question("abuse_report", Verdict.AUTOMATIC, machine.abuse_report),
    # Headers that no person's mail carries. X-Auto-Response-Suppress is not among them: it asks
    # others not to answer automatically, and stands in people's mail.
    Question("auto_submitted", Verdict.AUTOMATIC, machine.auto_submitted),
    Question("auto_header", Verdict.AUTOMATIC, machine.auto_headers),
    Question("precedence", Verdict.AUTOMATIC, machine.precedence),
    Question("inbox_rule", Verdict.AUTOMATIC, machine.inbox_rule),
    # Most out-of-office replies of UK public bodies carry no such header: the subject, then the
    # text, but only where the text asks nothing.
    Question("automatic_subject", Verdict.AUTOMATIC, machine.automatic_subject),
    Question("absence", Verdict.AUTOMATIC, machine.absence),
    Question("automatic_wording", Verdict.AUTOMATIC, machine.own_words),
    Question("acknowledgement", Verdict.AUTOMATIC, machine.acknowledgement),
    Question("server_note", Verdict.AUTOMATIC, machine.server_note),
    Question("survey", Verdict.AUTOMATIC, machine.survey),
    Question("digest", Verdict.AUTOMATIC, machine.digest),
    Question("notice", Verdict.AUTOMATIC, machine.notice),
    Question("bulk_mail", Verdict.AUTOMATIC, machine.bulk_mail),
    Question("loop", Verdict.AUTOMATIC, machine.loop),
    # Our own letters come back through aliases and Cc; a colleague's mail is a person's.
    Question("own_mail", Verdict.AUTOMATIC, people.own_mail),
    Question("to_ourselves", Verdict.HELD, people.to_ourselves),
    Question("colleague", Verdict.HELD, people.colleague),
    Question("form_mail", Verdict.HELD, people.form_mail),
    Question("mailing_list", Verdict.HELD, people.mailing_list),
    Question("bulk_precedence", Verdict.HELD, people.bulk_precedence),
    Question("encrypted", Verdict.HELD, people.encrypted),
    Question("nothing_readable", Verdict.HELD, people.nothing_readable),
    Question("no_sender", Verdict.HELD, people.no_sender),
    Question("no_reply_sender", Verdict.HELD, people.no_reply_sender),
    Question("marked_spam", Verdict.HELD, people.marked_spam),
    Question("forged_sender", Verdict.HELD, people.forged_sender),
    Question("challenge", Verdict.HELD, people.challenge),
    Question("recall", Verdict.HELD, people.recall),
    # What is left was written by a person: to a case, or for the first time.
    Question("answers", Verdict.FOLLOW_UP, people.answers),
    Question("names_a_case", Verdict.FOLLOW_UP, people.names_a_case),
    Question("quotes_history", Verdict.FOLLOW_UP, people.quotes_history),
)

_GRAVEST_FIRST = (Verdict.BOUNCE, Verdict.AUTOMATIC, Verdict.HELD, Verdict.FOLLOW_UP)
_NOTHING_HIT = Reason(
    "first_message", "Nothing marks it as automatic, or as an answer to anything."
)


def screen(message: Message, own: OwnAddresses) -> Screening:
    """Return the verdict on a message, with every rule that hit as a reason, in table order."""
    hits = []
    for question in QUESTIONS:
        detail = question.ask(message, own)
        if detail is not None:
            hits.append((question.verdict, Reason(question.rule, detail)))
    verdicts = {verdict for verdict, _ in hits}
    verdict = next((each for each in _GRAVEST_FIRST if each in verdicts), Verdict.REQUEST)
    return Screening(verdict, tuple(reason for _, reason in hits) or (_NOTHING_HIT,))


def without(screened: Screening, rule: str, instead: Reason) -> Screening:
    """Return a screening without a rule that turned out not to hold; `instead` says why."""
    kept = tuple(reason for reason in screened.reasons if reason.rule != rule)
    by_rule = {question.rule: question.verdict for question in QUESTIONS}
    verdicts = {by_rule[reason.rule] for reason in kept if reason.rule in by_rule}
    verdict = next((each for each in _GRAVEST_FIRST if each in verdicts), Verdict.REQUEST)
    return Screening(verdict, (*kept, instead))


def acknowledgeable(message: Message, own: OwnAddresses) -> str | None:
    """Return why an acknowledgement must not go out without a look, or None where it may.

    Two programs that acknowledge each other never stop (RFC 3834 section 2): any sign of a machine
    or a list is enough here, where it is not enough to call the message automatic.
    """
    verdict = screen(message, own).verdict
    if verdict is not Verdict.REQUEST:
        return f"The message was screened as {verdict}."
    signs = (
        (traits.null_path(message), "It has no return path."),
        (bool(message.header("x-auto-response-suppress")), "It asks for no automatic answers."),
        (bool(message.header("precedence")), "Its header gives it a precedence."),
        (any(name.startswith("list-") for name, _ in message.headers), "It came through a list."),
        (bool(message.header("x-loop")), "Its header marks a loop."),
        (bool(NO_REPLY.search(message.sender.address)), "Its sender takes no replies."),
        (bool(DAEMON.search(message.sender.address)), "A mail server sent it."),
        (bool(message.header("auto-submitted").lower() not in {"", "no"}), "A program sent it."),
        (_elsewhere(message), "It asks for answers to an address other than its sender's."),
    )
    return next((why for hit, why in signs if hit), None)


def _elsewhere(message: Message) -> bool:
    """Say whether Reply-To leads away from the sender's own address."""
    reply_to = message.header("reply-to").lower()
    return bool(reply_to) and message.sender.address.lower() not in reply_to
