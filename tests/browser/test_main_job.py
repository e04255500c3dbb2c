"""The main job as an officer does it: from the request in the list to the letter that left."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from assistant.domain.letters.blocks import LetterKind
from assistant.services.import_knowledge import import_knowledge
from assistant.services.send_letter import send_letter
from assistant.store.models import Authority, Case, Letter, Outbox
from tests.hiding import hidden_sheet
from tests.web.scene import PRECEDENT
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def spreadsheet() -> bytes:
    """Return a small workbook with fictional figures."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Year", "Referrals"), (2021, 31), (2022, 27), (2023, 29)):
        sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_an_officer_answers_the_prevent_request(page: Page, world: World) -> None:
    import_knowledge(world.authority.pk, [PRECEDENT], library=world.library, clock=world.clock)
    case = world.case()

    page.goto("/cases/")
    page.get_by_role("link", name=case.reference).click()
    expect(page.get_by_role("heading", name="Request about Prevent referrals")).to_be_visible()

    for part in case.parts.order_by("position"):
        decide(page, case, part.position)

    page.get_by_role("link", name="Go to the response").click()
    take_up(page, world, case)
    fill_gaps(page)
    attach(page, Path("figures.xlsx"))
    approve(page)

    outbox = Outbox.objects.get(letter__case=case, letter__kind=LetterKind.RESPONSE)
    send_letter(outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)
    page.get_by_role("link", name="Letters", exact=True).click()
    page.get_by_role("link", name="Sent", exact=True).click()
    expect(page.get_by_role("row", name=case.reference)).to_contain_text("Sent")
    page.goto(f"/cases/{case.reference}/")
    expect(page.get_by_text("Answered", exact=True)).to_be_visible()

    (envelope,) = world.postbox.arrived
    assert envelope.recipient == "alex.carter@example.org"
    assert b"figures.xlsx" in envelope.message
    assert b"In-Reply-To: <request-1@example.org>" in envelope.message


def test_what_a_new_officer_wrote_is_approved_by_a_second_person(
    page: Page, colleagues_page: Page, world: World
) -> None:
    Authority.objects.update(new_officer_letters=5)
    case = world.case()
    for part in case.parts.order_by("position"):
        decide(page, case, part.position)
    page.get_by_role("link", name="Go to the response").click()
    take_up(page, world, case)
    fill_gaps(page)

    page.get_by_role("button", name="Preview and approve").click()
    expect(page.get_by_text("You worked on it: ask a colleague")).to_be_visible()
    expect(page.get_by_role("button", name="Approve and send")).to_have_count(0)

    colleagues_page.goto("/")
    waiting = colleagues_page.get_by_role("link", name=re.compile(case.reference))
    expect(waiting.first).to_be_visible()
    colleagues_page.goto(f"/cases/{case.reference}/response/")
    colleagues_page.get_by_role("button", name="Preview and approve").click()
    expect(colleagues_page.get_by_text("You are that person")).to_be_visible()
    colleagues_page.get_by_role("button", name="Approve and send").click()
    expect(colleagues_page.get_by_role("alert")).to_contain_text("Approved")

    outbox = Outbox.objects.get(letter__case=case, letter__kind=LetterKind.RESPONSE)
    assert outbox.letter.approved_by == world.supervisor
    send_letter(outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)
    (envelope,) = world.postbox.arrived
    assert envelope.recipient == "alex.carter@example.org"


def decide(page: Page, case: Case, position: int) -> None:
    """Record a search and a decision for one part."""
    page.goto(f"/cases/{case.reference}/parts/{position}/")
    page.get_by_text("Record a search").click()
    page.get_by_label("Where was searched?").fill("Case management system")
    page.get_by_label("What was found?").fill("Yearly totals")
    page.get_by_role("button", name="Record the search").click()
    expect(page.get_by_role("cell", name="Yearly totals")).to_be_visible()
    page.get_by_label("Held", exact=True).check()
    page.get_by_label("Outcome").select_option("Disclosed in full")
    page.get_by_label("Facts for the response").fill("31 in 2021, 27 in 2022, 29 in 2023.")
    page.get_by_role("button", name="Save the decision").click()
    expect(page.get_by_role("alert")).to_contain_text("recorded")


def take_up(page: Page, world: World, case: Case) -> None:
    """What was recorded is being taken up; the page brings it in by itself once it is there."""
    expect(page.get_by_text("The draft is being composed. This takes")).to_be_visible()
    world.compose(case)
    expect(page.get_by_role("heading", name="The letter, block by block")).to_be_visible()


def fill_gaps(page: Page) -> None:
    """Fill every gap with words of the officer's own, one page at a time."""
    gaps = page.get_by_role("link", name="Fill gap")
    while (left := gaps.count()) > 0:
        gaps.first.click()
        page.get_by_label("Text of the block").fill("The figures are in the attached spreadsheet.")
        page.get_by_role("button", name="Save the block").click()
        expect(gaps).to_have_count(left - 1)


def attach(page: Page, name: Path) -> None:
    """Attach a spreadsheet to the letter."""
    page.get_by_label("Choose a file").set_input_files(
        {"name": name.name, "mimeType": SHEET, "buffer": spreadsheet()}
    )
    page.get_by_role("button", name="Attach the file").click()
    expect(page.get_by_role("link", name=name.name, exact=True)).to_be_visible()


def approve(page: Page) -> None:
    """Read what leaves, and approve it."""
    page.get_by_role("button", name="Preview and approve").click()
    expect(page.get_by_role("heading", name="Approve the response")).to_be_visible()
    expect(page.get_by_text("alex.carter@example.org", exact=True)).to_be_visible()
    page.get_by_role("button", name="Approve and send").click()
    expect(page.get_by_role("alert")).to_contain_text("Approved")


def test_a_workbook_with_a_hidden_sheet_is_stopped_at_the_approval(
    page: Page, world: World
) -> None:
    case = world.case()
    page.goto(f"/cases/{case.reference}/acknowledgement/")
    page.get_by_label("Choose a file").set_input_files(
        {"name": "figures.xlsx", "mimeType": SHEET, "buffer": hidden_sheet(214)}
    )
    page.get_by_role("button", name="Attach the file").click()
    page.get_by_role("button", name="Preview and approve").click()
    expect(page.get_by_text("This letter cannot be approved yet")).to_be_visible()
    expect(page.get_by_text("Sheet “Staff” is hidden: 214 rows.").first).to_be_visible()
    expect(page.get_by_role("button", name="Approve and send")).to_have_count(0)

    page.get_by_text("Accept it with a reason").click()
    page.get_by_label("Why may the file leave with this?").fill("The sheet is on our website.")
    page.get_by_role("button", name=re.compile("^Accept")).click()
    expect(page.get_by_text("The sheet is on our website.")).to_be_visible()
    page.get_by_role("button", name="Approve and send").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert Letter.objects.get().approved_by == world.officer
