"""A file of bank holidays as GOV.UK publishes it: read whole, or refused with the fault named."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.adapters.bank_holiday_files import read_bank_holidays
from assistant.domain.errors import NotAllowed
from assistant.domain.law.calendar import from_gov_uk
from tests.bank_holidays import document


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bank-holidays.json"


def test_a_file_as_gov_uk_publishes_it_is_read(file: Path) -> None:
    file.write_text(json.dumps(document(2026, 2027)), encoding="utf-8")
    calendar = from_gov_uk(read_bank_holidays(file))
    assert calendar.where(date(2026, 3, 17)) == "Northern Ireland"
    assert calendar.horizon == date(2027, 12, 31)


def test_a_file_saved_with_a_byte_order_mark_is_read(file: Path) -> None:
    file.write_text(json.dumps(document(2026)), encoding="utf-8-sig")
    assert read_bank_holidays(file) == document(2026)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "is not JSON"),
        (b"<html>Not found</html>", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "england-and-wales: the bank holidays have no list of events"),
        (b"{}", "england-and-wales: the bank holidays have no list of events"),
        (b'{"england-and-wales": {"events": [{"date": "soon"}]}}', "an event that cannot be read"),
        (b" " * 5_000_001, "is far too large"),
    ],
    ids=["empty", "page", "bytes", "deep", "list", "object", "event", "large"],
)
def test_a_broken_file_is_refused_with_its_name_its_fault_and_what_to_do(
    file: Path, content: bytes, fault: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(NotAllowed) as raised:
        read_bank_holidays(file)
    said = str(raised.value)
    assert fault in said
    assert str(file) in said
    assert "Download it again from https://www.gov.uk/bank-holidays.json" in said
    assert "\n" not in said


def test_a_file_that_is_not_there_is_named(file: Path) -> None:
    with pytest.raises(NotAllowed, match="cannot be read"):
        read_bank_holidays(file)
    with pytest.raises(NotAllowed, match="cannot be read"):
        read_bank_holidays(file.parent)
