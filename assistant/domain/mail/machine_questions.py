"""Questions that tell what machines wrote: delivery reports, receipts, automatic replies.

Each returns a detail in words for an officer where it hits, else None.
"""

import re

from assistant.domain.mail import notes, traits
from assistant.domain.mail.askingwords import ASKS
from assistant.domain.mail.machinewords import (
    DAEMON,
    FAILURE_SUBJECT,
    FAILURE_WORDS,
    NO_REPLY,
    SERVERS_WORDS,
)
from assistant.domain.mail.message import Message
from assistant.domain.mail.notewords import ACKNOWLEDGES
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.domain.mail.quotemarks import REPLY_SUBJECT
from assistant.domain.phrases import Phrases


def delivery_failure(message: Message, _own: OwnAddresses) -> str | None:
    """Find a delivery report (RFC 3464) that something failed or is late."""
    report = message.report
    if report is None or report.action in {"delivered", "relayed", "expanded"}:
        return None
    whom = f" to {report.recipient}" if report.recipient else ""
    return f"A delivery report says that a message{whom} {report.action or 'failed'}."


def failed_recipients(message: Message, _own: OwnAddresses) -> str | None:
    """Find the header by which Exim names the recipients that failed."""
    failed = message.header("x-failed-recipients")
    return f"X-Failed-Recipients names {failed}." if failed else None


def unparsed_report(message: Message, _own: OwnAddresses) -> str | None:
    """Find a delivery report whose fields could not be read."""
    if "delivery-status" in traits.report_type(message) and message.report is None:
        return "It calls itself a delivery report."
    return None


def daemon_failure(message: Message, _own: OwnAddresses) -> str | None:
    """Find a mail server's name together with the wording of a failure."""
    who = f"{message.sender.name} {message.sender.address} {message.header('return-path')}"
    if not DAEMON.search(who) or REPLY_SUBJECT.match(message.subject):
        return None
    failed = bool(FAILURE_SUBJECT.match(message.subject))
    if not failed and traits.says(message, FAILURE_WORDS):
        # A person may write from such an address, and asks for something first.
        failed = traits.null_path(message) or not ASKS.search(traits.straight(message.text[:600]))
    return "A mail server wrote that something could not be delivered." if failed else None


def null_path_failure(message: Message, _own: OwnAddresses) -> str | None:
    """Find no return path (RFC 5321 section 4.5.5) together with a subject of failure."""
    if traits.null_path(message) and FAILURE_SUBJECT.match(message.subject):
        return "It has no return path, and its subject tells of a failed delivery."
    return None


def failure_wording(message: Message, _own: OwnAddresses) -> str | None:
    """Find subject and text both of a failed delivery, and nothing asked."""
    if FAILURE_SUBJECT.match(message.subject) and traits.says(message, FAILURE_WORDS):
        # The report may quote a letter about freedom of information: only what asks counts here.
        if traits.null_path(message):
            return _FAILED
        if ASKS.search(traits.straight(message.text[:600])):
            return None
        # A person complains of what never came in much the same words.
        if notes.names_a_person(message.sender.name) and not traits.says(message, SERVERS_WORDS):
            return None
        return _FAILED
    return None


_FAILED = "Its subject and its text tell of a failed delivery."


def delivery_success(message: Message, _own: OwnAddresses) -> str | None:
    """Find a delivery report that says that all went well."""
    report = message.report
    if report and report.action in {"delivered", "relayed", "expanded"}:
        return f"A delivery report says that a message was {report.action}."
    return None


def read_receipt(message: Message, _own: OwnAddresses) -> str | None:
    """Find a receipt that says whether a message was opened (RFC 8098), or a calendar's answer."""
    types = {each.type for each in message.attachments}
    receipt = "disposition-notification" in traits.report_type(message)
    if receipt or "message/disposition-notification" in types:
        return "It is a receipt that says whether a message was opened (RFC 8098)."
    if _RECEIPT_SUBJECT.match(message.subject) and traits.says(message, _RECEIPT_WORDS):
        return "It says whether a message was opened."
    if any(
        each.type == "text/calendar" and _REPLY.search(each.content) for each in message.attachments
    ):
        return "It is a calendar's answer to an invitation (RFC 5546)."
    return None


_RECEIPT_SUBJECT = re.compile(
    r"\s*(?:(?:not )?read|deleted|gelesen|lu|gelezen|opened|message status|return receipt)\b"
    r"|.*\(return receipt\)\s*$",
    re.IGNORECASE,
)
_RECEIPT_WORDS = Phrases(
    r"\b(?:was (?:read|displayed|opened|received by|deleted without being read)"
    r"|wurde (?:am .{1,40} )?gelesen)\b",
)
_REPLY = re.compile(rb"^METHOD[ \t]*:[ \t]*REPLY\b", re.MULTILINE | re.IGNORECASE)


def abuse_report(message: Message, _own: OwnAddresses) -> str | None:
    """Find a complaint report between mail providers (RFC 5965)."""
    if "feedback-report" in traits.report_type(message):
        return "It is a mail provider's report about a message (RFC 5965)."
    return None


def auto_submitted(message: Message, _own: OwnAddresses) -> str | None:
    """Find the header that says so (RFC 3834 section 5), unless a form sent a request."""
    value = message.header("auto-submitted").split(";")[0].strip().lower()
    if value in {"", "no"} or traits.form(message):
        return None
    return f"Its header says Auto-Submitted: {value[:60]} (RFC 3834)."


def auto_headers(message: Message, _own: OwnAddresses) -> str | None:
    """Find other programs' headers for automatic replies."""
    for name, value in message.headers:
        said = value.strip().lower() not in {"", "no", "false", "0", "none"}
        if said and _AUTO_HEADER.fullmatch(name):
            return f"It carries the header {name}, which automatic replies carry."
    if message.header("x-post-messageclass").startswith("9"):
        return "X-POST-MessageClass says that it is an automatic reply."
    if _ANSWERING_PROGRAM.search(message.header("x-mailer")):
        return "X-Mailer names a program that answers for people who are away."
    return None


# X-Auto-Response-Suppress is not among them: it asks others not to answer, in people's mail too.
_AUTO_HEADER = re.compile(
    r"x-(?:mail-)?auto-?(?:reply|respond|responder|response|reply-from|generated)"
    r"|x-vacation|x-cron-env|x-list-administrivia|\$returnreceipt"
)
_ANSWERING_PROGRAM = re.compile(r"\bvacation\b|auto-?(?:respond|repl)", re.IGNORECASE)


_AUTO_HEADERS = (
    "x-autoreply",
    "x-auto-reply",
    "x-autorespond",
    "x-autoresponder",
    "x-autoreply-from",
    "x-mail-autoreply",
    "x-autogenerated",
    "x-auto-generated",
    "x-vacation",
    "x-cron-env",
)


def precedence(message: Message, _own: OwnAddresses) -> str | None:
    """Find Precedence: auto_reply, or bulk together with automatic wording."""
    value = message.header("precedence").lower()
    if value in {"auto_reply", "auto-reply"}:
        return f"Its header says Precedence: {value}."
    worded = traits.absent(message) or traits.own_words_automatic(message)
    machine = worded or traits.automatic_subject(message)
    if value in {"bulk", "junk"} and machine:
        return f"Its header says Precedence: {value}, and its wording is automatic."
    return None


def inbox_rule(message: Message, _own: OwnAddresses) -> str | None:
    """Find Exchange's mark of a mailbox rule, where the text does not ask for anything."""
    looped = message.header("x-ms-exchange-inbox-rules-loop")
    suppress = message.header("x-auto-response-suppress").lower()
    # A rule that redirects a person's mail to us sets the first header too.
    if looped and "all" in suppress and (traits.absent(message) or not traits.asks(message)):
        return "An Exchange mailbox rule wrote it."
    return None


def automatic_subject(message: Message, _own: OwnAddresses) -> str | None:
    """Find a subject that begins as automatic replies do."""
    if traits.automatic_subject(message):
        return "Its subject is that of an automatic reply."
    return None


def absence(message: Message, _own: OwnAddresses) -> str | None:
    """Find a text that opens with its writer's absence and asks nothing."""
    if traits.absent(message):
        return "Its text opens with somebody's absence and asks nothing."
    return None


def own_words(message: Message, _own: OwnAddresses) -> str | None:
    """Find a text that calls itself automatic and asks nothing."""
    if traits.own_words_automatic(message):
        return "Its text calls itself automatic and asks nothing."
    return None


def acknowledgement(message: Message, _own: OwnAddresses) -> str | None:
    """Find an office's system that takes note of our mail, and asks nothing."""
    if traits.acknowledges(message):
        return "An office's system acknowledges our message and asks nothing."
    return None


def server_note(message: Message, _own: OwnAddresses) -> str | None:
    """Find a note about mail without a return path (RFC 5321 section 4.5.5) that asks nothing."""
    if traits.noted_by_server(message):
        return "It has no return path, speaks of a message, and asks nothing."
    return None


def survey(message: Message, _own: OwnAddresses) -> str | None:
    """Find the survey that a help desk sends after a ticket."""
    opened = f"{message.subject}. {traits.straight(message.text[:400])}"
    if _SURVEY.search(opened) and not traits.wants_information(message):
        return "It asks how satisfied we were, as help desks do by machine."
    return None


_SURVEY = re.compile(
    r"\bhow (?:did we do|would you rate|was your experience|satisfied (?:are|were) you)\b"
    r"|\brate (?:the|our|your) (?:support|service|experience)\b|\bsatisfaction survey\b"
    r"|\byou have a survey waiting\b",
    re.IGNORECASE,
)


def digest(message: Message, _own: OwnAddresses) -> str | None:
    """Find the digest that a mailing list's program sends."""
    if _DIGEST.search(message.subject) and (
        message.header("list-id") or message.header("list-post")
    ):
        return "It is the digest of a mailing list."
    return None


_DIGEST = re.compile(r"\bdigest,? vol\.? \d+", re.IGNORECASE)


def bulk_mail(message: Message, own: OwnAddresses) -> str | None:
    """Find mail to many that can be unsubscribed from (RFC 2369), and asks for no information."""
    if not message.header("list-unsubscribe") or traits.list_is_ours(message, own):
        return None
    bulk = message.header("precedence").lower() in {"bulk", "junk"}
    nobody = NO_REPLY.search(message.sender.address)
    if (bulk or nobody) and not traits.mentions_information(message):
        return "It is bulk mail: it can be unsubscribed from, and nobody reads answers to it."
    # People talk on lists that can be posted to; a campaign has none.
    talk = message.header("list-post") or message.in_reply_to or message.references
    if not talk and not traits.wants_information(message):
        return "It is a campaign: it can be unsubscribed from, and asks for no information."
    return None


def notice(message: Message, _own: OwnAddresses) -> str | None:
    """Find a notice: from a sender that takes no replies or is a program, and it asks nothing."""
    address, reply_to = message.sender.address, message.header("reply-to")
    silent = NO_REPLY.search(address) and (not reply_to or NO_REPLY.search(reply_to))
    if not silent and not _PROGRAM.match(address):
        return None
    written = notes.spoken(message.written[:20_000])
    if not written or ASKS.search(written) or "?" in written:
        return None
    # What speaks of information and acknowledges nothing may be a form's, so a person looks.
    if silent and traits.mentions_information(message) and not ACKNOWLEDGES.search(written):
        return None
    return _NOTICE


_NOTICE = "A program sent it, and it asks for nothing."
_PROGRAM = re.compile(
    r"(?:nagios|zabbix|icinga|monitor(?:ing)?|root|cron|www-data|apache|backups?|postmaster"
    r"|mailer[-_]?daemon|status|jenkins|jira|gitlab|splunk|scanner|printer|copier|fax)\b[^@]*@",
    re.IGNORECASE,
)


def loop(message: Message, own: OwnAddresses) -> str | None:
    """Find our own address among the places that a message says it has been (X-Loop)."""
    been = message.header("x-loop").lower()
    if been and any(address in been for address in own.addresses):
        return "X-Loop says that it has been here before."
    return None
