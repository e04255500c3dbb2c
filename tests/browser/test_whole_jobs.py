"""Jobs from their beginning to their end, by people before the real pages, beside the main one."""

import re
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from assistant.domain.letters.blocks import LetterKind
from assistant.services.prepare import add_user
from assistant.services.send_letter import send_letter
from assistant.store.models import Case, CaseMessage, Draft, Event, Letter, Outbox, Wording
from tests.browser.conftest import opened_by
from tests.letters import mail
from tests.outgoing import asked
from tests.world import PASSWORD, World

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_held_mail_is_filed_on_the_case_it_belongs_to(page: Page, world: World) -> None:
    case = asked(world)
    held = world.deliver(
        mail(
            "How many patrol vans do you own? Please send me the numbers by year.",
            subject="Patrol cars",
            sender="Notices <no-reply@example.net>",
            message_id="<notice-1@example.net>",
        )
    )
    page.goto("/")
    page.get_by_role("link", name="Held mail (1)").click()
    page.get_by_role("link", name="Patrol cars").click()
    expect(page.get_by_text("Its sender takes no replies")).to_be_visible()
    page.get_by_text("It belongs to a case: file it there").click()
    place = page.locator("form", has=page.get_by_label("Reference of the case"))
    place.get_by_label("Reference of the case").fill("FOI-1999-00001")
    place.get_by_label("Reason").fill("The requester says that they sent it.")
    place.get_by_role("button", name="File it").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    assert not CaseMessage.objects.filter(message=held).exists()

    page.get_by_label("Reference of the case").fill(case.reference)
    page.get_by_role("button", name="File it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(case.title)
    expect(page.get_by_role("link", name="Held mail", exact=True)).to_be_visible()
    page.get_by_role("link", name="Letters and messages").click()
    row = page.get_by_role("row").filter(has=page.get_by_text("Notices"))
    expect(row.get_by_role("link", name="Patrol cars")).to_be_visible()
    assert CaseMessage.objects.get(message=held).case == case


def test_a_round_of_clarification_starts_the_clock_again(page: Page, world: World) -> None:
    case = asked(world)
    expect_due(page, case, date(2026, 3, 31))
    page.get_by_role("link", name="Write another letter").click()
    page.get_by_role("link", name="Request for clarification").click()
    page.get_by_label("What exactly is unclear?").fill("whether vans are patrol cars.")
    page.get_by_label("What do you need to know?").fill("1. Do you mean vans, too?")
    page.get_by_role("button", name="Compose the letter").click()
    expect(page.get_by_text("The draft is being composed. This takes")).to_be_visible()
    world.compose(case)
    page.get_by_role("button", name="Preview and approve").click()
    page.get_by_role("button", name="Approve and send").click()
    expect(page.get_by_role("alert")).to_contain_text("Approved")
    letter = Letter.objects.get(case=case, kind=LetterKind.CLARIFICATION)
    outbox = Outbox.objects.get(letter=letter)
    send_letter(outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)
    assert b"Do you mean vans, too?" in world.postbox.arrived[-1].message

    page.goto(f"/cases/{case.reference}/")
    page.get_by_role("link", name="Record that clarification was sought").click()
    page.get_by_label("Note").fill("Our letter of today.")
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Awaiting clarification").first).to_be_visible()
    expect(page.get_by_text("No date while the clock is stopped").first).to_be_visible()
    case.refresh_from_db()
    assert case.due_on is None

    world.clock.set(datetime(2026, 3, 16, 10, 0, tzinfo=UTC))
    world.deliver(
        mail(
            "Thank you for asking. To clarify: by patrol cars I mean cars and vans.",
            subject="Re: Request for clarification",
            message_id="<clear-1@example.org>",
            in_reply_to="<request-1@example.org>",
        ),
        at=datetime(2026, 3, 16, 9, 0, tzinfo=UTC),
    )
    page.goto(f"/cases/{case.reference}/")
    expect(page.get_by_role("heading", name="Messages to see to")).to_be_visible()
    page.get_by_role("link", name="Record that clarification came").first.click()
    page.get_by_label("Note").fill("Cars and vans.")
    page.get_by_role("button", name="Record it").click()
    # Received again on 16 March; St Patrick's Day, Good Friday and Easter Monday do not count.
    expect_due(page, case, date(2026, 4, 16))


def expect_due(page: Page, case: Case, day: date) -> None:
    """Expect a day to be the due date: on the case's page, and as it is kept."""
    page.goto(f"/cases/{case.reference}/")
    expect(page.get_by_text(f"{day:%A} {day.day} {day:%B %Y}").first).to_be_visible()
    case.refresh_from_db()
    assert case.due_on == day


def test_an_officers_words_become_wording_that_the_next_letter_is_made_of(
    page: Page, colleagues_page: Page, world: World
) -> None:
    case = asked(world)
    page.goto(f"/cases/{case.reference}/acknowledgement/")
    block = page.locator(".foi-block").filter(has_text="Thank you for your request").first
    words = block.locator(".foi-block__words").inner_text()
    block.get_by_role("link", name=re.compile("^Change")).click()
    mine = words.replace("Thank you for your request", "We have your request, thank you")
    page.get_by_label("Text of the block").fill(mine)
    page.get_by_role("button", name="Save the block").click()
    page.get_by_role("link", name=re.compile("^Propose these words as wording")).click()
    expect(page.get_by_label("Proposed words")).to_have_value(re.compile("We have your request"))
    page.get_by_label("Why are these words better?").fill("They are plainer.")
    page.get_by_role("button", name="Propose these words").click()
    expect(page.get_by_role("alert")).to_contain_text("A supervisor reads it")
    page.get_by_role("link", name=re.compile(r"proposal \d+")).click()
    expect(page.get_by_role("heading", name="What would change")).to_be_visible()
    expect(page.get_by_role("button", name="Approve these words")).to_have_count(0)

    colleagues_page.goto("/wording/")
    colleagues_page.get_by_role("link", name="1 proposal waits for a supervisor").click()
    colleagues_page.get_by_role("link", name=re.compile("proposal")).first.click()
    expect(colleagues_page.get_by_text("They are plainer.")).to_be_visible()
    for name, value in (("Day", "1"), ("Month", "3"), ("Year", "2027")):
        colleagues_page.get_by_label(name, exact=True).fill(value)
    colleagues_page.get_by_role("button", name="Approve these words").click()
    expect(colleagues_page.get_by_text("Approved. Drafts composed")).to_be_visible()
    assert Wording.objects.filter(reviewed_by=world.supervisor).count() == 1

    following = asked(world, message_id="<vans-1@example.org>", subject="Vans")
    page.goto(f"/cases/{following.reference}/acknowledgement/")
    new = page.locator(".foi-block").filter(has_text="We have your request, thank you")
    expect(new).to_have_count(1)
    expect(new).to_contain_text("Approved wording")
    expect(page.get_by_text("Thank you for your request")).to_have_count(0)


def test_the_second_of_two_officers_is_told_and_loses_nothing(
    page: Page, colleagues_page: Page, world: World
) -> None:
    case = asked(world)
    where = f"/cases/{case.reference}/acknowledgement/blocks/1/"
    for each in (page, colleagues_page):
        each.goto(where)
    page.get_by_label("Text of the block").fill("What the first officer wrote.")
    page.get_by_role("button", name="Save the block").click()
    expect(page.get_by_text("What the first officer wrote.").first).to_be_visible()

    second = "What the second officer wrote, at length."
    colleagues_page.get_by_label("Text of the block").fill(second)
    colleagues_page.get_by_role("button", name="Save the block").click()
    problem = colleagues_page.get_by_role("alert")
    expect(problem).to_contain_text("Somebody changed this since you looked")
    expect(colleagues_page.get_by_label("Text of the block")).to_have_value(second)
    expect(colleagues_page.get_by_text("What the first officer wrote.")).to_be_visible()
    draft = Draft.objects.get(case=case, kind=LetterKind.ACKNOWLEDGEMENT)
    assert draft.blocks[0]["text"].strip() == "What the first officer wrote."

    colleagues_page.get_by_role("button", name="Save the block").click()
    expect(colleagues_page.get_by_text("Block 1 changed.")).to_be_visible()
    expect(colleagues_page.get_by_text(second).first).to_be_visible()
    colleagues_page.get_by_role("link", name="Versions and what changed").click()
    kept = colleagues_page.get_by_role("main")
    expect(kept).to_contain_text("Olwen" if world.officer.get_full_name() else "olwen")
    texts = [row.blocks[0]["text"].strip() for row in draft.versions.order_by("number")]
    assert texts[-2:] == ["What the first officer wrote.", second]


def test_who_may_not_is_told_so_and_nothing_happens(
    page: Page, browser: Browser, live_server: LiveServer, world: World
) -> None:
    case = asked(world)
    auditor, _ = add_user(
        username="audrey", password=PASSWORD, role="auditor", authority=world.authority
    )
    context = browser.new_context(base_url=live_server.url)
    audit = opened_by(auditor, context, live_server)
    audit.goto(f"/cases/{case.reference}/")
    expect(audit.get_by_text("You read here and change nothing.")).to_be_visible()
    expect(audit.get_by_role("link", name="Write another letter")).to_have_count(0)
    audit.goto(f"/cases/{case.reference}/acknowledgement/")
    expect(audit.get_by_role("button")).to_have_count(1)  # Sign out
    before = Event.objects.count()
    for address in ("acknowledgement/approve/", "acknowledgement/blocks/1/", "assign/"):
        expect_refused(audit, f"/cases/{case.reference}/{address}")
    context.close()

    # An officer opens what only an administrator may, and sends a supervisor's decision.
    expect_refused(page, "/people/")
    expect_refused(page, "/authority/")
    token = next(each for each in page.context.cookies() if each["name"] == "csrftoken")
    answer = page.request.post(
        "/people/second-factor/",
        form={"roles": "officer", "csrfmiddlewaretoken": token["value"]},
        headers={"Referer": f"{live_server.url}/"},
    )
    assert answer.status == 403
    assert "You cannot see this" in answer.text()
    assert (Event.objects.count(), Letter.objects.count()) == (before, 0)


def expect_refused(page: Page, address: str) -> None:
    """Expect a page to be kept from somebody, in words."""
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 403
    expect(page.get_by_role("heading", name="You cannot see this")).to_be_visible()
