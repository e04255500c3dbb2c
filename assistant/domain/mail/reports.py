"""The delivery reports in a message: by RFC 3464, by Exim's header, or in servers' own words."""

import re
from dataclasses import replace

from assistant.domain.mail.body import Body
from assistant.domain.mail.bounces import delivery_reports, plain_reports, status_in
from assistant.domain.mail.charsets import safe
from assistant.domain.mail.entities import Cut, Entity
from assistant.domain.mail.headers import message_ids, text_of
from assistant.domain.mail.machinewords import DAEMON, FAILURE_SUBJECT, SERVERS_WORDS
from assistant.domain.mail.message import DeliveryReport
from assistant.domain.mail.older_bounces import older_reports

_OPENING = 3000
_LONGEST_WORDS = 500
_ADDRESS = re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")


def reports_in(structure: Cut, body: Body, subject: str) -> tuple[DeliveryReport, ...]:
    """Return the reports that a message carries, the worst first, or none.

    Where no copy of the letter names it, the message that the report answers does (Exchange and
    Gmail write In-Reply-To).
    """
    root = structure.entities[0]
    found = delivery_reports(body.status_parts, body.original)
    failed = root.header("x-failed-recipients")
    if not found and failed:
        found = plain_reports(failed, safe(body.text).encode())
    if not found and _like_a_server(structure, subject):
        found = older_reports(structure.raw, body.text) or _in_answer(root, body, subject)
    answered = message_ids(root.header("in-reply-to")) or message_ids(root.header("references"))
    if not answered:
        return found
    return tuple(
        each if each.original_message_id else replace(each, original_message_id=answered[0])
        for each in found
    )


def _in_answer(root: Entity, body: Body, subject: str) -> tuple[DeliveryReport, ...]:
    """Return a report in a server's words that names our letter by what it answers alone."""
    text = body.text[:_OPENING]
    answers = root.header("in-reply-to") or root.header("references")
    if not (answers and FAILURE_SUBJECT.match(subject) and SERVERS_WORDS.search(text)):
        return ()
    recipient = _ADDRESS.search(text)
    words = " ".join(text.split())
    return (
        DeliveryReport(
            action="failed",
            status=status_in(words),
            recipient=recipient.group() if recipient else "",
            original_message_id="",
            words=words[:_LONGEST_WORDS],
        ),
    )


def _like_a_server(structure: Cut, subject: str) -> bool:
    """Say whether a mail server seems to have written the message."""
    root = structure.entities[0]
    path = root.header("return-path").replace(b" ", b"").strip()
    who = text_of(root.header("from"))
    return path == b"<>" or bool(DAEMON.search(who)) or bool(FAILURE_SUBJECT.match(subject))
