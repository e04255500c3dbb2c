"""The main job without a mouse: open the case, record a search, decide, fill a gap, approve."""

import pytest
from playwright.sync_api import Page, expect

from assistant.domain.letters.blocks import LetterKind
from assistant.store.models import Letter
from tests.browser.keyboard import Keyboard
from tests.outgoing import asked
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_main_job_is_done_by_keyboard_alone(page: Page, world: World) -> None:
    case = asked(world)
    keys = Keyboard(page)
    page.reload()
    keys.follow("^Skip to main content$")
    page.goto("/")
    keys.follow("^Cases$")
    expect(page.get_by_role("heading", name="Cases", level=1)).to_be_visible()
    keys.follow(case.reference)
    expect(page.get_by_role("heading", name=case.title)).to_be_visible()
    keys.follow("^Part 1$")
    expect(page.get_by_role("heading", name="Part 1", level=1)).to_be_visible()
    search_and_decide(page, keys)
    assert (case.parts.get().held, case.parts.get().outcome) == ("held", "disclosed_full")

    keys.follow("^Go to the response$")
    expect(page.get_by_text("The draft is being composed. This takes")).to_be_visible()
    keys.reach("a", "^Look again$")
    world.compose(case)
    expect(page.get_by_role("heading", name="The letter, block by block")).to_be_visible()
    # What had the focus has gone with the piece that was exchanged: it stands on the new one.
    assert keys.focused()["id"] == "draft"
    fill_the_gap(page, keys)
    look_at_a_source(page, keys)

    page.goto(page.url)
    keys.follow("^Preview and approve$")
    expect(page.get_by_role("heading", name="Approve the response")).to_be_visible()
    keys.press("^Approve and send$")
    expect(page.get_by_role("alert")).to_contain_text("Approved")
    letter = Letter.objects.get(case=case, kind=LetterKind.RESPONSE)
    assert letter.approved_by == world.officer
    words = [block["text"].strip() for block in letter.draft.blocks]
    assert "We own 212 patrol cars." in words


def search_and_decide(page: Page, keys: Keyboard) -> None:
    """Record a search and the decision on the part that is open."""
    keys.press("^Record a search$", tag="summary")
    keys.write("^Where was searched", "Vehicle fleet register")
    keys.write("^What was found", "212 cars", tag="textarea")
    keys.press("^Record the search$")
    expect(page.get_by_role("cell", name="212 cars")).to_be_visible()
    keys.tick("^Held$")
    keys.write("^Outcome", "Disclosed in full", tag="select")
    keys.press("^Save the decision$")
    expect(page.get_by_role("alert")).to_contain_text("recorded")


def fill_the_gap(page: Page, keys: Keyboard) -> None:
    """Follow the list of gaps to the one there is, and write what belongs there."""
    expect(page.get_by_role("heading", name="1 gap to fill")).to_be_visible()
    keys.reach("a", "")
    page.keyboard.press("Enter")
    keys.follow("^Fill gap")
    expect(page.get_by_role("heading", name="Fill the gap")).to_be_visible()
    keys.reach("textarea", "^Text of the block")
    page.keyboard.press("Control+a")
    page.keyboard.type("We own 212 patrol cars.")
    keys.press("^Save the block$")
    expect(page.get_by_text("We own 212 patrol cars.")).to_be_visible()


def look_at_a_source(page: Page, keys: Keyboard) -> None:
    """Open what a block rests on and close it again: the focus goes there, and back."""
    keys.follow("^Show it beside")
    beside = page.get_by_role("heading", name="rests on").first
    expect(beside).to_be_focused()
    keys.follow("^Close")
    expect(beside).to_have_count(0)
    assert str(keys.focused()["name"]).startswith("Show it beside")


def test_errors_and_choices_of_a_form_are_reached_by_keyboard(page: Page, world: World) -> None:
    case = asked(world)
    keys = Keyboard(page)
    page.goto(f"/cases/{case.reference}/parts/1/")
    keys.press("^Record a search$", tag="summary")
    keys.press("^Record the search$")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    keys.reach("a", "")
    page.keyboard.press("Enter")
    assert keys.focused()["tag"] in {"input", "textarea"}
    expect(page.locator(":focus")).to_have_attribute("aria-invalid", "true")
