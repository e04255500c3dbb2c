"""An administrator changes what letters say of the authority, and sees what was changed."""

import pytest
from django.test import Client

from assistant.services.prepare import add_user
from assistant.services.set_authority_profile import values_of
from assistant.store.models import Authority
from tests.world import PASSWORD, World


@pytest.fixture
def administering(world: World, client: Client) -> Client:
    person, _ = add_user(
        username="ada", password=PASSWORD, role="administrator", authority=world.authority
    )
    client.force_login(person)
    return client


def test_a_change_is_saved_listed_and_given_back(administering: Client, world: World) -> None:
    values = values_of(world.authority)
    page = administering.post(
        "/authority/", values | {"phone": "01632 960 222", "reason": "A new number"}, follow=True
    ).content.decode()
    assert "Saved. Letters composed from now on use it" in page
    assert "A new number" in page
    assert "Let the settings decide again" in page
    assert Authority.objects.get(pk=world.authority.pk).phone == "01632 960 222"
    administering.post(
        "/authority/",
        values | {"phone": "01632 960 222", "give_back": "phone", "reason": "It was wrong"},
    )
    assert Authority.objects.get(pk=world.authority.pk).phone == values["phone"]


def test_what_is_wrong_is_said_and_nothing_is_lost(administering: Client, world: World) -> None:
    page = administering.post(
        "/authority/",
        values_of(world.authority) | {"regulator_url": "no address", "phone": "01632 960 333"},
    ).content.decode()
    assert "Enter an address such as" in page
    assert "Enter why it is changed" in page
    assert "01632 960 333" in page
