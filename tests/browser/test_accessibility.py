"""Every page of ours, looked at by axe-core on a desk and on a phone, and at 400 per cent."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.pictures import take
from tests.environment import PICTURES
from tests.outgoing import BO
from tests.web.every_page import addresses
from tests.web.fates import came_back, partly_refused, refused, waiting
from tests.web.scene import Scene, make_scene
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# A form that was refused says so in the page's title; the page comes in its own time.
ERROR = re.compile("^Error: ")
# All pages at once take longer on a slow machine than a test may.
SHARES = 6
WIDTHS = {"desk": (1280, 900), "phone": (390, 844)}
# What a window of 1280 by 1024 leaves when all in it is shown four times as large.
ZOOMED = (320, 256)
# A closed disclosure hides what is in it from the check.
OPEN = """document.querySelectorAll('details:not([open])').forEach(each => {
  each.open = true
  each.dataset.openedForTheCheck = ''
})"""
CLOSE = """document.querySelectorAll('[data-opened-for-the-check]').forEach(each => {
  each.open = false
  delete each.dataset.openedForTheCheck
})"""
# Whatever needs scrolling to the side: the page itself; what is cut off; and a region with a
# scrollbar of its own unless it holds a table and the keyboard can reach it by name.
STICKING_OUT = """() => {
  const found = []
  const wide = document.documentElement.scrollWidth
  if (wide > window.innerWidth) found.push(`the page is ${wide} pixels wide`)
  for (const each of document.querySelectorAll('body *')) {
    if (each.scrollWidth <= each.clientWidth + 1 || each.clientWidth <= 1) continue
    const style = getComputedStyle(each)
    const says = `<${each.tagName.toLowerCase()} class="${each.className}">`
    if (['hidden', 'clip'].includes(style.overflowX)) found.push(`${says} cuts off`)
    if (!['auto', 'scroll'].includes(style.overflowX)) continue
    const named = each.getAttribute('aria-label') || each.getAttribute('aria-labelledby')
    const reached = each.tabIndex === 0 && each.getAttribute('role') === 'region' && named
    if (!reached || !each.querySelector('table')) found.push(`${says} scrolls to the side`)
  }
  return found
}"""


@pytest.fixture
def scene(world: World) -> Scene:
    return make_scene(world)


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_on_any_page(page: Page, scene: Scene, share: int) -> None:
    found: list[str] = []
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    pages = {**addresses(scene), "not-found": "/cases/FOI-1999-00001/"}
    for name, address in list(pages.items())[share::SHARES]:
        page.goto(address)
        assert "/sign-in/" not in page.url
        found += violations(page, name)
    assert found == []
    assert [each for each in complaints if "status of 404" not in each] == []


def test_axe_finds_nothing_on_pages_that_report_errors(page: Page, scene: Scene) -> None:
    case = f"/cases/{scene.prevent.reference}"
    forms = {
        f"{case}/parts/1/": "Save the decision",
        f"{case}/correct-receipt/": "Correct the date",
        f"{case}/response/": "Attach the file",
        "/cases/add/": "Open the case",
        f"/letters/{scene.doubtful.pk}/settle/": "Settle it",
    }
    found: list[str] = []
    for address, button in forms.items():
        page.goto(address)
        for box in page.locator("main form input.govuk-input, main form textarea").all():
            if box.is_visible():
                box.fill("")
        if "parts" in address:
            page.get_by_label("Other sections").fill("not a section")
        page.get_by_role("button", name=button).click()
        expect(page).to_have_title(ERROR)
        assert page.get_by_role("alert").is_visible()
        found += violations(page, f"error-{button.split()[0].lower()}")
    assert found == []


def test_axe_finds_nothing_on_a_letter_that_an_officer_begins(page: Page, scene: Scene) -> None:
    case = f"/cases/{scene.prevent.reference}"
    page.goto(f"{case}/write/clarification/")
    page.get_by_label("Day").fill("42")
    page.get_by_role("button", name="Compose the letter").click()
    expect(page).to_have_title(ERROR)
    found = violations(page, "error-begin")
    page.get_by_label("Day").fill("12")
    page.get_by_label("Month").fill("5")
    page.get_by_label("Year").fill("2026")
    page.get_by_label("What do you need to know?").fill("1. Which years?\n2. Which groups?")
    page.get_by_role("button", name="Compose the letter").click()
    scene.world.compose(scene.prevent)
    page.goto(f"{case}/clarification/")
    page.get_by_text("1. Which years?").wait_for()
    found += violations(page, "clarification")
    page.goto(f"{case}/")
    found += violations(page, "case-with-letter")
    page.goto(f"{case}/write/")
    found += violations(page, "write-letter-being-written")
    assert found == []


def test_axe_finds_nothing_on_letters_that_did_not_simply_arrive(page: Page, world: World) -> None:
    back, stuck = came_back(world, "delayed", "failed"), refused(world)
    partly, late = partly_refused(world), waiting(world)
    found: list[str] = []
    pages = {
        "fates-cases": "/cases/",
        "fates-letters": "/letters/?show=doubt",
        "fates-case-came-back": f"/cases/{back.case.reference}/",
        "fates-case-waiting": f"/cases/{late.case.reference}/",
        "fates-came-back": f"/letters/{back.pk}/",
        "fates-refused": f"/letters/{stuck.pk}/",
        "fates-partly": f"/letters/{partly.pk}/",
        "fates-waiting": f"/letters/{late.pk}/",
        "fates-came-back-settle": f"/letters/{back.pk}/came-back/",
        "fates-copies": f"/cases/{stuck.case.reference}/acknowledgement/approve/?copy={BO}",
    }
    for name, address in pages.items():
        page.goto(address)
        found += violations(page, name)
    page.goto(f"/letters/{stuck.pk}/try-again/")
    page.get_by_role("button", name="Try it again").click()
    expect(page).to_have_title(ERROR)
    found += violations(page, "error-try-again")
    assert found == []


def test_axe_finds_nothing_on_the_sign_in_page(world: World, context: object) -> None:
    page = context.new_page()  # type: ignore[attr-defined]  # a browser window
    page.goto("/sign-in/")
    found = violations(page, "sign-in")
    page.get_by_role("button", name="Sign in").click()
    assert violations(page, "error-sign-in") + found == []


def violations(page: Page, name: str) -> list[str]:
    """Return what is wrong with the page as it stands, whatever it discloses opened.

    axe-core looks at it on a desk and on a phone; at 400 % (WCAG 1.4.10) nothing may stick out.
    """
    if PICTURES:
        for width, height in WIDTHS.values():
            page.set_viewport_size({"width": width, "height": height})
            take(page, Path(PICTURES) / f"{name}-{width}.png")
    page.evaluate(OPEN)
    found = []
    for width, (across, down) in WIDTHS.items():
        page.set_viewport_size({"width": across, "height": down})
        result = Axe().run(page)
        found += [
            f"{name} on a {width}: {each['id']}: {each['nodes'][0]['html'][:200]}"
            for each in result.response["violations"]
        ]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{name} on a {width}: the page is wider than the window")
    page.set_viewport_size({"width": ZOOMED[0], "height": ZOOMED[1]})
    found += [f"{name} at 400 %: {each}" for each in page.evaluate(STICKING_OUT)]
    page.evaluate(CLOSE)
    return found
