"""Which letter a delivery report is about, what became of it, and whom it did not reach (T29)."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.mail.older_bounces import older_reports
from assistant.domain.mail.screening import Verdict, screen
from tests.unit.mail.letters import OWN, letter, parts

OURS = "<letter-1@northshire.police.example>"
DAEMON = "Mail Delivery System <MAILER-DAEMON@mail.example>"
SAYS = "Content-Type: text/plain\n\nYour message could not be delivered."
HEADERS = f"Message-ID: {OURS}\nX-FOI-Letter: 3f2a9c\nFrom: foi@northshire.police.example\n"


def status(action: str = "failed", code: str = "5.1.1", to: str = "ada@example.org") -> str:
    return (
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example\n\n"
        f"Final-Recipient: rfc822; {to}\nAction: {action}\nStatus: {code}\n"
        "Diagnostic-Code: smtp; 550 no such user here\n"
    )


WHOLE = f"Content-Type: message/rfc822\n\n{HEADERS}\nDear Ada"
HEADERS_ALONE = f"Content-Type: text/rfc822-headers\n\n{HEADERS}"


@pytest.mark.parametrize("returned", [WHOLE, HEADERS_ALONE])
@pytest.mark.parametrize("kind", ["report", "mixed"])
def test_the_copy_of_the_letter_names_it(returned: str, kind: str) -> None:
    message = parts(SAYS, status(), returned, kind=kind, From=DAEMON)
    report = message.report
    assert report is not None
    assert report.original_message_id == OURS
    assert report.mark == "3f2a9c"
    assert report.words == "550 no such user here"
    assert "Dear Ada" not in message.text
    assert screen(message, OWN).verdict is Verdict.BOUNCE


def test_without_a_copy_the_message_that_it_answers_is_the_letter() -> None:
    report = parts(SAYS, status(), kind="report", In_Reply_To=OURS, From=DAEMON).report
    assert report is not None
    assert report.original_message_id == OURS


@pytest.mark.parametrize(
    ("action", "code", "found"),
    [
        ("failed", "5.1.1", "failed"),
        ("failed", "4.4.7", "failed"),
        ("delayed", "4.4.1", "delayed"),
        ("delivered", "2.0.0", "delivered"),
        ("relayed", "2.0.0", "relayed"),
        ("", "4.2.2", "delayed"),
        ("nonsense", "5.0.0", "failed"),
    ],
)
def test_late_is_told_from_failed_and_from_delivered(action: str, code: str, found: str) -> None:
    report = parts(SAYS, status(action, code), WHOLE, kind="report").report
    assert report is not None
    assert report.action == found


def test_every_recipient_is_reported_the_worst_first() -> None:
    both = status("delivered", "2.0.0") + (
        "\nFinal-Recipient: rfc822; bea@example.org\nAction: failed\nStatus: 5.2.2\n"
    )
    reports = parts(SAYS, both, WHOLE, kind="report").reports
    assert [(each.recipient, each.action) for each in reports] == [
        ("bea@example.org", "failed"),
        ("ada@example.org", "delivered"),
    ]


POSTFIX = f"""This is the mail system at host mail.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<ada@example.org>: host mx.example.org said: 550 5.1.1 no such user

Message-ID: {OURS}
Subject: Re: Dogs
"""
LATE = f"""This is a warning message only. You do not need to resend your message.

Your message has not yet been delivered to <ada@example.org>; we will keep trying.

Message-ID: {OURS}
"""


def test_a_servers_own_words_name_letter_and_recipient() -> None:
    report = letter(POSTFIX, From=DAEMON, Subject="Undelivered Mail Returned to Sender").report
    assert report is not None
    assert (report.action, report.original_message_id) == ("failed", OURS)
    assert report.status == "5.1.1"


def test_a_servers_own_words_may_say_that_it_still_tries() -> None:
    message = letter(LATE, From=DAEMON, Subject="Warning: message delayed 4 hours")
    assert message.report is not None
    assert message.report.action == "delayed"
    assert screen(message, OWN).verdict is Verdict.BOUNCE


def test_what_a_person_quotes_of_a_report_is_the_persons() -> None:
    message = letter(f"This came back to me. How many dogs?\n\n{POSTFIX}", Subject="My request")
    assert message.reports == ()
    assert screen(message, OWN).verdict is Verdict.REQUEST


def test_a_complaint_that_nothing_arrived_is_the_persons() -> None:
    text = "Delivery of your answer has failed again. I am still waiting."
    message = letter(text, Subject="Delivery has failed", From="Ada Thorne <ada@example.org>")
    assert screen(message, OWN).verdict is Verdict.REQUEST


def test_the_library_leaves_no_word_of_a_message_in_a_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        older_reports(f"From: x\r\n\r\n{POSTFIX}".encode(), POSTFIX)
        older_reports(b"Subject: \xff\r\n\r\nDelivery to the following", "x")
    assert caplog.records == []


@given(st.binary(max_size=600))
def test_any_bytes_give_reports_or_none(raw: bytes) -> None:
    for report in older_reports(raw, raw.decode("latin-1")):
        assert report.action in {"failed", "delayed"}
