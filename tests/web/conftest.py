"""A world of fakes behind the pages, and people signed in to them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from assistant.services.prepare import AuthorityDetails, MailboxDetails, add_user, prepare
from assistant.store.models import User
from tests.web import doors
from tests.web.kept_scene import KeptScene
from tests.web.scene import Scene
from tests.world import PASSWORD, World, make_world

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
_kept = KeptScene()


@pytest.fixture
def _put_back(request: pytest.FixtureRequest, db: None) -> Scene | None:
    """The scene that an earlier test made, for a test that asks for one."""
    asked = "scene" in request.fixturenames and _kept.made()
    return _kept.put_back() if asked else None


@pytest.fixture
def world(_put_back: Scene | None, settings: Settings) -> World:
    """Northshire Police with an officer, a supervisor, a mailbox, behind the pages."""
    # WhiteNoise warns where the folder of collected files is missing; none are collected here.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    made = _put_back.world if _put_back else make_world(NOW)
    settings.PORTS = doors.FACTORY
    doors.hand_in(made)
    return made


@pytest.fixture
def scene(world: World, _put_back: Scene | None) -> Scene:
    """Cases, letters, held mail and a library in that world."""
    return _put_back or _kept.make(world)


@pytest.fixture
def signed_in(world: World, client: Client) -> Client:
    """A browser in which the officer of Northshire Police is signed in."""
    client.force_login(world.officer)
    return client


@pytest.fixture
def stranger(world: World) -> User:
    """An officer of another authority on the same deployment."""
    council = prepare(
        AuthorityDetails(
            name="Northshire Council",
            address="2 Station Road",
            phone="",
            mailbox_address="foi@northshire.council.example",
            mailboxes=(MailboxDetails("foi@northshire.council.example", folders=("INBOX",)),),
            own_domains=(),
            review_contact="",
            signatory="",
            regulator_name="The Regulator",
            regulator_address="3 Station Road",
            regulator_url="https://regulator.example/",
            four_eyes=False,
        ),
        wordings=(),  # type: ignore[arg-type]  # nothing shipped is needed twice
    )
    person, _ = add_user(username="cyril", password=PASSWORD, role="officer", authority=council)
    return person
