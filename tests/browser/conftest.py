"""Chromium before the real pages: served on loopback, with a world of fakes behind them."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from assistant.store.models import User
from tests.environment import part_is_missing
from tests.web import doors
from tests.world import PASSWORD, World, make_world

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)

# Playwright keeps an event loop in this thread, so Django thinks that every query of a test runs in
# async code. None does: each is made between two calls of the browser.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session", autouse=True)
def collected() -> None:
    """WhiteNoise warns where the folder of collected files is missing; none are collected here."""
    Path(str(django_settings.STATIC_ROOT)).mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as Debian packs it."""
    chromium = shutil.which("chromium")
    if chromium is None:
        part_is_missing("needs Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def world(transactional_db: None, settings: Settings) -> World:
    """Northshire Police behind the pages."""
    made = make_world(NOW)
    settings.PORTS = doors.FACTORY
    doors.hand_in(made)
    return made


@pytest.fixture
def context(browser: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A clean browser window on the pages."""
    opened = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(15_000)
    yield opened
    opened.close()


@pytest.fixture
def page(world: World, context: BrowserContext, live_server: LiveServer) -> Page:
    """A page of the officer, who has signed in."""
    return opened_by(world.officer, context, live_server)


@pytest.fixture
def supervisors_page(world: World, context: BrowserContext, live_server: LiveServer) -> Page:
    """A page of the supervisor, who has signed in."""
    return opened_by(world.supervisor, context, live_server)


@pytest.fixture
def colleagues_page(world: World, browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """The supervisor's page in a browser of its own, beside the officer's."""
    opened = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(15_000)
    yield opened_by(world.supervisor, opened, live_server)
    opened.close()


def opened_by(person: User, context: BrowserContext, live_server: LiveServer) -> Page:
    """Open the page Today for somebody whose session has begun; signing in has tests of its own."""
    client = Client()
    client.force_login(person)
    name = django_settings.SESSION_COOKIE_NAME
    value = client.cookies[name].value
    context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
    opened = context.new_page()
    opened.goto("/")
    # The server shares the test's database connection: nothing may be under way when it goes on.
    opened.get_by_role("heading", name="Today", exact=False).wait_for()
    return opened


def signed_in(context: BrowserContext, username: str) -> Page:
    """Open a page and sign in; give it once the page Today stands there."""
    opened = context.new_page()
    opened.goto("/sign-in/")
    opened.get_by_label("User name").fill(username)
    opened.get_by_label("Password").fill(PASSWORD)
    opened.get_by_role("button", name="Sign in").click()
    # The server shares the test's database connection: nothing may be under way when it goes on.
    opened.get_by_role("heading", name="Today", exact=False).wait_for()
    return opened
