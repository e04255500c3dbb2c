"""The delivery reports in a message: RFC 3464 first, then Exim's header, then servers' own words."""

from dataclasses import replace

from assistant.domain.mail.body import Body
from assistant.domain.mail.bounces import delivery_reports, plain_reports
from assistant.domain.mail.charsets import safe
from assistant.domain.mail.entities import Cut
from assistant.domain.mail.headers import message_ids, text_of
from assistant.domain.mail.machinewords import DAEMON, FAILURE_SUBJECT
from assistant.domain.mail.message import DeliveryReport
from assistant.domain.mail.older_bounces import older_reports


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
        found = older_reports(structure.raw, body.text)
    answered = message_ids(root.header("in-reply-to")) or message_ids(root.header("references"))
    if not answered:
        return found
    return tuple(
        each if each.original_message_id else replace(each, original_message_id=answered[0])
        for each in found
    )


def _like_a_server(structure: Cut, subject: str) -> bool:
    """Say whether a mail server seems to have written the message."""
    root = structure.entities[0]
    path = root.header("return-path").replace(b" ", b"").strip()
    who = text_of(root.header("from"))
    return path == b"<>" or bool(DAEMON.search(who)) or bool(FAILURE_SUBJECT.match(subject))
