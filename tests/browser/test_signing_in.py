"""Signing in, seen by a browser: passkeys, the second factor's pages, an administrator's pages."""

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from assistant.services.prepare import add_user
from assistant.store.models import User
from tests.browser.conftest import signed_in
from tests.browser.test_accessibility import violations
from tests.web.every_page import OF_SECOND_FACTORS, of_administrators
from tests.web.scene import make_scene
from tests.web.second_factors import code_of
from tests.world import PASSWORD, World

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_passkey_is_added_and_signs_in_without_a_password(
    world: World, context: BrowserContext, live_server: LiveServer
) -> None:
    page = context.new_page()
    # A security key that asks for a fingerprint, as Chromium plays one for tests.
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
            }
        },
    )
    # Passkeys belong to a name; an address of figures has none.
    home = live_server.url.replace("127.0.0.1", "localhost")
    page.goto(f"{home}/sign-in/")
    assert not page.get_by_text("The passkey was not used").is_visible()
    page.get_by_label("User name").fill("olwen")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Today").wait_for()
    page.goto(f"{home}/profile/second-factor/passkey/")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Name of this passkey").fill("The laptop")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    page.get_by_role("link", name="I have kept them").click()
    page.get_by_text("The laptop", exact=True).wait_for()
    page.get_by_role("button", name="Sign out").click()

    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="Today").wait_for()
    page.get_by_role("button", name="Sign out").click()

    page.get_by_label("User name").fill("olwen")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Enter a code").wait_for()
    assert violations(page, "sign-in-code-with-passkey") == []
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="Today").wait_for()


def test_axe_finds_nothing_on_the_pages_of_a_second_factor(page: Page, world: World) -> None:
    page.goto("/profile/second-factor/app/")
    found = violations(page, "reauthenticate")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="Add an authenticator app").wait_for()
    found += violations(page, "add-app")
    secret = page.locator(".foi-key").first.inner_text().replace(" ", "")
    page.get_by_label("Code").fill("1")
    page.get_by_role("button", name="Add the app").click()
    page.get_by_role("alert").first.wait_for()
    found += violations(page, "error-add-app")
    page.get_by_label("Code").fill(code_of(secret))
    page.get_by_role("button", name="Add the app").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    found += violations(page, "recovery-codes-new")
    Authenticator.objects.update(created_at=world.clock.now())
    for name, address in OF_SECOND_FACTORS.items():
        page.goto(address)
        found += violations(page, name)
    assert found == []


def test_axe_finds_nothing_on_an_administrators_pages(
    world: World, context: BrowserContext
) -> None:
    scene = make_scene(world)
    add_user(username="ada", password=PASSWORD, role="administrator", authority=world.authority)
    add_user(username="audrey", password=PASSWORD, role="auditor", authority=world.authority)
    page = signed_in(context, "ada")
    User.objects.filter(username="ada").update(last_login=world.clock.now())
    found: list[str] = []
    for name, address in of_administrators(scene).items():
        page.goto(address)
        found += violations(page, name)
    page.goto("/people/add/")
    page.get_by_role("button", name="Add the person").click()
    page.get_by_role("alert").first.wait_for()
    found += violations(page, "error-add-person")
    page.goto(f"/people/{world.officer.pk}/")
    page.get_by_role("button", name="Make a one-time link").click()
    link = page.locator("#link").inner_text()
    found += violations(page, "sign-in-link")
    page.get_by_role("button", name="Sign out").click()
    page.goto(link)
    page.get_by_role("heading", name="Choose a password").wait_for()
    found += violations(page, "first-password")
    page = signed_in(context, "audrey")
    page.goto(f"/cases/{scene.prevent.reference}/")
    assert page.get_by_role("link", name="Add a case").count() == 0
    found += violations(page, "case-for-an-auditor")
    page.goto(f"/cases/{scene.prevent.reference}/response/")
    assert page.get_by_role("button", name="Attach the file").count() == 0
    assert page.get_by_role("button", name="Preview").count() == 0
    found += violations(page, "draft-for-an-auditor")
    assert found == []
