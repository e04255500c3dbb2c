"""The worked letter in the docs is what the code composes today, and what it says of it is so."""

import pytest

from assistant import bootstrap
from assistant.services.check_letter import letter_document
from scripts import worked_letter
from scripts.worked_letter import CLOSE, OPEN, PAGE, Page, drafted, read_page


@pytest.fixture
def page() -> Page:
    return read_page(PAGE.read_text(encoding="utf-8"))


def test_the_page_shows_the_letter_that_its_request_and_decisions_make() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert worked_letter.composed(text) == text, "run `make docs`"


def test_without_reasons_seven_gaps_are_left_and_with_them_one(page: Page) -> None:
    def gaps(*, reasons: bool) -> list[str]:
        blocks = drafted(page, reasons=reasons)["blocks"]
        return [block["text"] for block in blocks if block["kind"] == "gap"]

    assert len(gaps(reasons=False)) == 7
    assert len(gaps(reasons=True)) == 1


def test_the_letter_of_the_page_breaks_no_rule(page: Page) -> None:
    letter = page.letter.replace(OPEN, "").replace(CLOSE, "")
    case = {
        "regime": "FOI",
        "authority": worked_letter.DETAILS.name,
        "reference": "FOI-2026-DRAFT",
        "requester_name": "Alex Carter",
        "received_on": worked_letter.RECEIVED.date().isoformat(),
        "letter_date": worked_letter.ANSWERED.date().isoformat(),
        "outcome": "disclosed_part",
        "request": page.request,
        "claimed": ["s24(1)", "s31(1)(a)", "s31(1)(b)"],
    }
    assert letter_document(letter, case, bootstrap.register())["findings"] == []


def test_a_draft_of_the_page_has_no_fault_but_its_gap(page: Page) -> None:
    findings = drafted(page)["findings"]
    assert [one["rule"] for one in findings if one["severity"] == "error"] == ["gap"]
