"""The library's pages as a supervisor uses them, looked at by axe-core as well."""

import pytest
from playwright.sync_api import Page, expect

from assistant.store.models import LibraryDocument
from tests.browser.test_accessibility import violations
from tests.letters import mail
from tests.outgoing import answer, send
from tests.web.scene import RIVERS, make_scene
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(supervisors_page: Page) -> Page:
    """The page of these tests."""
    return supervisors_page


def test_a_supervisor_judges_a_response_and_adds_a_letter(page: Page, world: World) -> None:
    scene = make_scene(world)
    world.case(mail(RIVERS, message_id="<again@example.org>", sender="bo@example.org"))
    letter = answer(
        world,
        world.case(
            mail("How many dogs do you own?", message_id="<dogs@example.org>", subject="Dogs")
        ),
    )
    send(world, letter)

    page.goto(f"/cases/{scene.rivers.reference}/")
    expect(page.get_by_text("Near-identical requests: 1")).to_be_visible()
    found = violations(page, "case-related")
    page.goto("/library/northshire-prevent-2024/")
    page.get_by_label("Superseded").check()
    page.get_by_label("Why?").fill("The figures are published now.")
    page.get_by_role("button", name="Record").click()
    page.get_by_text("The figures are published now.").wait_for()
    found += violations(page, "document-judged")
    page.goto("/library/original/northshire-prevent-2024/")
    found += violations(page, "document-original")
    page.goto(f"/letters/{letter.pk}/promote/")
    found += violations(page, "promote")
    page.get_by_role("button", name="Add it to the library").click()
    page.get_by_text("The letter is in the library now").wait_for()

    assert LibraryDocument.objects.filter(reference=letter.case.reference).exists()
    assert found == []
