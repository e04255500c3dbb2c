"""Second factors: an authenticator app, recovery codes, and the rule that a role needs one."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from pytest_django import Settings

from assistant.store.models import AccountEvent
from tests.web.second_factors import add_app, code_of
from tests.world import PASSWORD, World

ENTERED = {"username": "olwen", "password": PASSWORD}


def kinds() -> list[str]:
    return [event.kind for event in AccountEvent.objects.order_by("pk")]


@pytest.fixture
def secret(signed_in: Client) -> str:
    """The secret of the officer's app, who is signed in."""
    return add_app(signed_in)


def test_with_an_app_signing_in_takes_a_code(
    signed_in: Client, secret: str, client: Client
) -> None:
    browser = Client()
    assert browser.post("/sign-in/?next=/letters/", ENTERED)["Location"] == "/sign-in/code/"
    assert browser.get("/")["Location"].startswith("/sign-in/")
    wrong = browser.post("/sign-in/code/", {"code": "000000"}).content.decode()
    assert "The code is not right" in wrong
    answer = browser.post("/sign-in/code/", {"code": code_of(secret)})
    assert answer["Location"] == "/letters/"
    assert browser.get("/").status_code == 200
    assert kinds() == ["factor_added", "signed_in"]


def test_a_code_works_once(signed_in: Client, secret: str) -> None:
    code = code_of(secret)
    for expected in (302, 200):
        browser = Client()
        browser.post("/sign-in/", ENTERED)
        assert browser.post("/sign-in/code/", {"code": code}).status_code == expected


def test_recovery_codes_are_shown_once_and_each_signs_in_once(
    signed_in: Client, secret: str
) -> None:
    page = signed_in.get("/profile/second-factor/codes/").content.decode()
    codes = re.findall(r"<li>(\d{8})</li>", page)
    assert len(codes) == 10
    assert codes[0] not in signed_in.get("/profile/second-factor/codes/").content.decode()
    for expected in (302, 200):
        browser = Client()
        browser.post("/sign-in/", ENTERED)
        assert browser.post("/sign-in/code/", {"code": codes[0]}).status_code == expected
    assert "9 of 10 are left" in signed_in.get("/profile/second-factor/").content.decode()


def test_new_recovery_codes_take_the_place_of_the_old(signed_in: Client, secret: str) -> None:
    old = re.findall(
        r"<li>(\d{8})</li>", signed_in.get("/profile/second-factor/codes/").content.decode()
    )
    signed_in.post("/profile/second-factor/codes/new/")
    new = re.findall(
        r"<li>(\d{8})</li>", signed_in.get("/profile/second-factor/codes/").content.decode()
    )
    assert len(new) == 10
    assert not set(old) & set(new)
    assert kinds()[-1] == "codes_made"


def test_removing_the_app_takes_the_password_again_and_the_codes_with_it(
    signed_in: Client, secret: str
) -> None:
    assert signed_in.post("/profile/second-factor/app/remove/").status_code == 302
    assert not Authenticator.objects.exists()
    assert Client().post("/sign-in/", ENTERED)["Location"] == "/"
    assert "factor_removed" in kinds()


def test_the_database_holds_no_secret_of_an_app(signed_in: Client, secret: str) -> None:
    kept = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    assert secret not in str(kept.data)


def test_under_another_secret_key_no_code_fits(
    signed_in: Client, secret: str, settings: Settings
) -> None:
    settings.SECRET_KEY = "another-key-of-the-tests"  # noqa: S105 - of the tests alone
    browser = Client()
    browser.post("/sign-in/", ENTERED)
    assert browser.post("/sign-in/code/", {"code": code_of(secret)}).status_code == 200


def test_five_wrong_codes_shut_the_second_step(signed_in: Client, secret: str) -> None:
    browser = Client()
    browser.post("/sign-in/", ENTERED)
    for _ in range(5):
        browser.post("/sign-in/code/", {"code": "000000"})
    shut = browser.post("/sign-in/code/", {"code": code_of(secret)}).content.decode()
    assert "Wait five minutes" in shut


def test_somebody_else_can_sign_in_instead(signed_in: Client, secret: str) -> None:
    browser = Client()
    browser.post("/sign-in/", ENTERED)
    browser.post("/sign-out/")
    assert browser.get("/sign-in/").status_code == 200


def test_a_role_that_needs_a_second_factor_does_nothing_before_there_is_one(
    signed_in: Client, world: World
) -> None:
    world.authority.second_factor_roles = ["officer"]
    world.authority.save()
    for address in ("/", "/cases/add/", "/profile/", "/library/"):
        assert signed_in.get(address)["Location"] == "/profile/second-factor/", address
        assert signed_in.post(address)["Location"] == "/profile/second-factor/", address
    assert "Your role needs a second factor" in (
        signed_in.get("/profile/second-factor/").content.decode()
    )
    add_app(signed_in)
    assert signed_in.get("/").status_code == 200


def test_taking_the_factor_away_shuts_the_pages_again(signed_in: Client, world: World) -> None:
    world.authority.second_factor_roles = ["officer"]
    world.authority.save()
    add_app(signed_in)
    assert signed_in.get("/").status_code == 200
    signed_in.post("/profile/second-factor/app/remove/")
    assert signed_in.get("/")["Location"] == "/profile/second-factor/"


def test_the_rule_is_for_the_roles_it_names(client: Client, world: World) -> None:
    world.authority.second_factor_roles = ["officer"]
    world.authority.save()
    client.force_login(world.supervisor)
    assert client.get("/").status_code == 200
