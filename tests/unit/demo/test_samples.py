"""The sample mail: what it holds, and that it is well made."""

import email
import re
from datetime import UTC, datetime, timedelta
from email import policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.demo.samples import LONDON, Delivery, deliveries

EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 4, 14, 9, 30, tzinfo=UTC)
FICTIONAL = re.compile(r"[\w.-]+\.(?:example\.(?:org|net|com)|test)|example\.(?:org|net|com)")
MOMENTS = st.integers(0, 24 * 365 * 70).map(lambda hours: EARLIEST + timedelta(hours=hours))


def parsed(name: str) -> EmailMessage:
    raw = next(delivery.raw for delivery in deliveries(NOW) if delivery.name == name)
    return email.message_from_bytes(raw, policy=policy.default)


def every() -> list[Delivery]:
    return deliveries(NOW)


def test_fourteen_messages_arrive_one_of_them_twice() -> None:
    assert len(every()) == 14
    assert len({delivery.raw for delivery in every()}) == 13


@given(MOMENTS)
def test_all_arrived_in_order_before_the_demonstration_starts(now: datetime) -> None:
    times = [delivery.received_at for delivery in deliveries(now)]
    assert times == sorted(times)
    assert all(now - timedelta(days=40) < time < now for time in times)


def test_the_same_day_gives_the_same_bytes() -> None:
    assert deliveries(NOW) == deliveries(NOW + timedelta(hours=3))


def test_dates_are_of_london_and_agree_with_the_time_of_receipt() -> None:
    for delivery in every():
        written = parsedate_to_datetime(parsed(delivery.name)["Date"])
        assert written.utcoffset() == written.astimezone(LONDON).utcoffset()
        assert abs(delivery.received_at - written) < timedelta(hours=1)


def test_no_place_for_a_date_is_left_open() -> None:
    assert not any(b"[[" in delivery.raw for delivery in every())


def test_lines_end_as_mail_wants_and_are_not_too_long() -> None:
    for delivery in every():
        assert not re.search(rb"(?<!\r)\n", delivery.raw)
        assert all(len(line) <= 998 for line in delivery.raw.split(b"\r\n"))


def test_all_addresses_are_of_domains_that_cannot_exist() -> None:
    for delivery in every():
        for host in re.findall(rb"@([\w.-]+\w)", delivery.raw):
            assert FICTIONAL.fullmatch(host.decode()), (delivery.name, host)


@pytest.mark.parametrize("name", sorted({delivery.name for delivery in every()}))
def test_each_message_can_be_read_without_a_defect(name: str) -> None:
    message = parsed(name)
    assert message["From"]
    assert message["Message-ID"]
    assert not any(part.defects for part in message.walk())


def test_the_chaser_answers_the_earlier_request_in_its_thread() -> None:
    request, chaser = parsed("e-scooters"), parsed("e-scooters-chaser")
    assert chaser["In-Reply-To"] == request["Message-ID"]
    assert chaser["From"] == request["From"]


def test_the_pdf_is_one() -> None:
    (attached,) = parsed("tasers-pdf").iter_attachments()
    content = attached.get_content()
    assert content.startswith(b"%PDF-1.4")
    assert content.rstrip().endswith(b"%%EOF")
    table = int(content.rsplit(b"startxref", 1)[1].split()[0])
    assert content[table:].startswith(b"xref")


def test_the_kinds_that_need_a_form_of_their_own_have_it() -> None:
    assert parsed("body-worn-cameras").get_content_type() == "text/html"
    assert parsed("bounce").get_content_type() == "multipart/report"
    assert parsed("out-of-office")["Auto-Submitted"] == "auto-replied"
    assert parsed("encrypted").get_content_type() == "application/pkcs7-mime"
    assert "Rhyddid Gwybodaeth" in parsed("gorsafoedd").get_content()
