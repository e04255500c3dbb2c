"""What an officer records of the clock, as it is done and seen on a desk and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from assistant.domain.law.deadline import EventKind
from assistant.services.record_clock_event import record_clock_event
from assistant.store.models import Case
from tests.browser.test_accessibility import violations
from tests.web.scene import make_scene
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_clarification_of_one_part_is_recorded_and_shown_beside_the_others(
    page: Page, world: World
) -> None:
    case = make_scene(world).prevent
    page.goto(f"/cases/{case.reference}/")
    page.get_by_role("link", name="Record that clarification was sought").click()
    for box in page.get_by_role("checkbox").all():
        expect(box).to_be_checked()
    for box in page.get_by_role("checkbox").all()[1:]:
        box.uncheck()
    page.get_by_label("Note").fill("Which years are meant? Letter of today.")
    assert violations(page, "clock-record") == []
    page.get_by_role("button", name="Record it").click()

    expect(page.locator(".foi-clock h3")).to_have_count(2)
    expect(page.locator(".foi-clock h3").first).to_have_text("Part 1")
    expect(page.get_by_text("Awaiting clarification")).to_be_visible()
    assert violations(page, "clock-parts") == []

    page.goto("/cases/?state=waiting")
    expect(page.get_by_text("1 part waiting for the requester")).to_be_visible()
    assert violations(page, "clock-list") == []

    page.goto(f"/cases/{case.reference}/")
    page.get_by_role("link", name=re.compile("Withdraw.*clarification sought")).click()
    page.get_by_label("Reason").fill("It was another case’s letter")
    assert violations(page, "clock-withdraw") == []
    page.get_by_role("button", name="Withdraw it").click()
    expect(page.get_by_text("Withdrawn", exact=True)).to_be_visible()
    assert violations(page, "clock-withdrawn") == []


def test_a_case_that_waits_says_for_what_on_the_list(page: Page, world: World) -> None:
    scene = make_scene(world)
    for case, kind in (
        (scene.rivers, EventKind.CLARIFICATION_SOUGHT),
        (scene.prevent, EventKind.FEES_NOTICE),
    ):
        record_clock_event(
            case.pk,
            version=Case.objects.get(pk=case.pk).version,
            kind=kind,
            on=scene.prevent.received_on,
            reason="As the letter says",
            by=world.officer,
            clock=world.clock,
        )
    page.goto("/cases/")
    expect(page.get_by_role("strong").get_by_text("Awaiting clarification")).to_be_visible()
    expect(page.get_by_role("strong").get_by_text("Waiting for the fee")).to_be_visible()
    assert violations(page, "clock-waiting-list") == []
    page.goto(f"/cases/{scene.prevent.reference}/")
    assert violations(page, "clock-fee") == []
    record_clock_event(
        scene.prevent.pk,
        version=Case.objects.get(pk=scene.prevent.pk).version,
        kind=EventKind.FEES_PAID,
        on=world.clock.now().date(),
        reason="Paid by card",
        by=world.officer,
        clock=world.clock,
    )
    record_clock_event(
        scene.prevent.pk,
        version=Case.objects.get(pk=scene.prevent.pk).version,
        kind=EventKind.EXTENDED,
        on=world.clock.now().date(),
        reason="Balance of section 31",
        by=world.officer,
        clock=world.clock,
    )
    page.goto(f"/cases/{scene.prevent.reference}/")
    expect(page.get_by_text("Decision on the public interest due").first).to_be_visible()
    assert violations(page, "clock-extended") == []
