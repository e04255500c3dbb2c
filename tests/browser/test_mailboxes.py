"""Mailboxes and standing approval as a supervisor uses them, looked at by axe-core as well."""

import pytest
from playwright.sync_api import Page, expect

from assistant.store.models import StandingApproval, Wording
from tests.browser.test_accessibility import ERROR, violations
from tests.letters import mail
from tests.standing import acknowledge, mailbox_of
from tests.web.scene import undecided_folder
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(supervisors_page: Page) -> Page:
    """The page of these tests."""
    return supervisors_page


def test_a_supervisor_chooses_what_happens_to_mail_of_before(page: Page, world: World) -> None:
    folder = undecided_folder(world)
    page.goto("/mailboxes/")
    found = violations(page, "mailboxes-undecided")
    page.get_by_role("button", name="Save the choice").click()
    expect(page).to_have_title(ERROR)
    found += violations(page, "error-mailboxes")
    page.get_by_label("Import it").check()
    page.get_by_role("button", name="Save the choice").click()
    page.get_by_role("heading", name="Done").wait_for()
    found += violations(page, "mailboxes-chosen")

    folder.refresh_from_db()
    assert folder.start == "import"
    assert found == []


def test_a_supervisor_gives_a_standing_approval_sees_it_used_and_ends_it(
    page: Page, world: World
) -> None:
    page.goto(f"/mailboxes/{mailbox_of(world).pk}/standing-approval/")
    found = violations(page, "standing-off")
    page.get_by_role("button", name="Approve acknowledgements ahead").click()
    expect(page).to_have_title(ERROR)
    found += violations(page, "error-standing")
    for name, value in (("Day", "30"), ("Month", "9"), ("Year", "2026")):
        page.get_by_label(name, exact=True).fill(value)
    page.get_by_label("Why acknowledgements").fill("Requesters should hear from us at once.")
    page.get_by_role("button", name="Approve acknowledgements ahead").click()
    page.get_by_role("heading", name="Done").wait_for()

    # What came before the approval was given is left to a person, so both come after it.
    another = mail("How many vans?", message_id="<2@example.org>", subject="Vans", X_Loop="yes")
    sent, waits = (
        world.deliver(raw, at=world.clock.now()).cases.get() for raw in (mail(), another)
    )
    world.compose(sent)
    world.compose(waits)
    assert acknowledge(world, sent) is not None
    assert acknowledge(world, waits) is None
    page.reload()
    found += violations(page, "standing-in-force")
    page.goto(f"/cases/{waits.reference}/acknowledgement/")
    page.get_by_text("waits for a person, though").wait_for()
    found += violations(page, "acknowledgement-waits")
    Wording.objects.filter(ident="salutation").update(text="Hello {requester}")
    page.goto(f"/mailboxes/{mailbox_of(world).pk}/standing-approval/")
    page.get_by_text("It is void").wait_for()
    found += violations(page, "standing-void")
    page.get_by_label("Why it ends").fill("The wording changes.")
    page.get_by_role("button", name="End the standing approval").click()
    page.get_by_role("heading", name="Done").wait_for()

    assert StandingApproval.objects.get().revoke_reason == "The wording changes."
    assert found == []
