"""The request inside what a colleague passes on: who asked, in which words, and since when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.mail.forwarded import named_in_form, request_within
from tests.unit.mail.letters import OWN, letter, parts

ASK = "How many dogs did you keep in 2025?"
COLLEAGUE = "bo@northshire.police.example"
OUTLOOK = f"""One for you.

From: Ada Thorne <ada@example.org>
Sent: 02 March 2026 09:30
To: Bo Reed <{COLLEAGUE}>
Subject: Dog patrols

{ASK}
"""
OLD_OUTLOOK = OUTLOOK.replace("<ada@example.org>", "[mailto:ada@example.org]")
BOLD = OUTLOOK.replace("From:", "*From:*").replace("Sent:", "*Sent:*").replace("To:", "*To:*")
GMAIL = f"""Please log this.

---------- Forwarded message ---------
From: Ada Thorne <ada@example.org>
Date: Mon, 2 Mar 2026 at 09:30
Subject: Dog patrols
To: <{COLLEAGUE}>


{ASK}
"""
APPLE = f"""Begin forwarded message:

From: Ada Thorne <ada@example.org>
Subject: Dog patrols
Date: 2 March 2026 at 09:30:12 GMT
To: Bo Reed <{COLLEAGUE}>

{ASK}
"""
THUNDERBIRD = f"""-------- Forwarded Message --------
Subject: Dog patrols
Date: Mon, 2 Mar 2026 09:30:00 +0000
From: Ada Thorne <ada@example.org>
To: {COLLEAGUE}

{ASK}
"""
GERMAN = f"""Zur Bearbeitung.

Von: Ada Thorne <ada@example.org>
Gesendet: Montag, 2. März 2026 09:30
An: Bo Reed <{COLLEAGUE}>
Betreff: Dog patrols

{ASK}
"""


@pytest.mark.parametrize("text", [OUTLOOK, OLD_OUTLOOK, BOLD, GMAIL, APPLE, THUNDERBIRD])
def test_the_forms_of_mail_programs_name_the_requester(text: str) -> None:
    found = request_within(text, OWN)
    assert found is not None
    assert (found.sender.name, found.sender.address) == ("Ada Thorne", "ada@example.org")
    assert found.subject == "Dog patrols"
    assert found.on == date(2026, 3, 2)
    assert text[found.span.start : found.span.end] == ASK


def test_another_language_names_the_requester_too() -> None:
    found = request_within(GERMAN, OWN)
    assert found is not None
    assert found.sender.address == "ada@example.org"
    assert GERMAN[found.span.start : found.span.end] == ASK


def test_an_attached_message_names_its_own_sender() -> None:
    inner = (
        "Content-Type: message/rfc822\n\nFrom: Ada Thorne <ada@example.org>\n"
        f"Date: Mon, 2 Mar 2026 09:30:00 +0000\nSubject: Dog patrols\nTo: {COLLEAGUE}\n\n{ASK}\n"
    )
    message = parts("Content-Type: text/plain\n\nAttached.", inner, From=COLLEAGUE)
    found = request_within(message.text, OWN)
    assert found is not None
    assert (found.sender.address, found.on) == ("ada@example.org", date(2026, 3, 2))
    assert message.text[found.span.start : found.span.end] == ASK


def test_colleagues_between_are_passed_over() -> None:
    chain = OUTLOOK.replace(
        "One for you.\n",
        f"See below.\n\nFrom: Bo Reed <{COLLEAGUE}>\nSent: 03 March 2026 11:00\n"
        "To: FOI <foi@northshire.police.example>\nSubject: FW: Dog patrols\n\nOne for you.\n",
    )
    found = request_within(chain, OWN)
    assert found is not None
    assert found.sender.address == "ada@example.org"
    assert found.on == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ("02/03/2026 09:30", date(2026, 3, 2)),
        ("2026-03-02T09:30", date(2026, 3, 2)),
        ("March 2, 2026 9:30 AM", date(2026, 3, 2)),
        ("2nd Mar 2026", date(2026, 3, 2)),
        ("31/02/2026 09:30", None),
        ("yesterday", None),
    ],
)
def test_days_are_read_as_the_united_kingdom_writes_them(sent: str, day: date | None) -> None:
    found = request_within(OUTLOOK.replace("02 March 2026 09:30", sent), OWN)
    assert found is not None
    assert found.on == day


@pytest.mark.parametrize(
    "text",
    [
        ASK,
        OUTLOOK.replace("ada@example.org", "cy@northshire.police.example"),
        OUTLOOK.replace("ada@example.org", "no-reply@example.org"),
        "From: here to there\nTo: nobody\nSubject: none",
        "",
    ],
)
def test_nobody_is_named_where_nobody_outside_wrote(text: str) -> None:
    assert request_within(text, OWN) is None


def test_a_web_form_names_the_requester_in_its_field() -> None:
    form = "Name: Ada Thorne\nE-mail address: ada@example.org\nRequest: How many dogs?"
    assert named_in_form(form) == "ada@example.org"
    assert named_in_form("Email\nada@example.org\n") == "ada@example.org"
    assert named_in_form("Email: no-reply@example.org") == ""
    assert named_in_form(letter(ASK).text) == ""


@given(st.text(alphabet="From:SentTo<>@. \n*[]mailto|a1/", max_size=400))
def test_any_text_gives_a_span_within_it_or_nothing(text: str) -> None:
    found = request_within(text, OWN)
    if found is not None:
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.sender.address
