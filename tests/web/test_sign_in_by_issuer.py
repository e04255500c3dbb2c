"""Signing in with an account of the organisation: whoever was added, by verified address."""

import http.client
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.test import Client
from pytest_django import Settings

from assistant import config
from assistant.store.models import AccountEvent, User
from tests.issuer import CLIENT_ID, Issuer, running_issuer
from tests.world import World

PRICE = {
    "sub": "7f3a",
    "email": "Olwen.Price@northshire.police.example",
    "email_verified": True,
    "given_name": "Olwen",
    "family_name": "Price",
}


@pytest.fixture
def issuer(world: World, settings: Settings) -> Iterator[Issuer]:
    """An issuer that the settings name, and an officer whose address an administrator entered."""
    world.officer.email = "olwen.price@northshire.police.example"
    world.officer.save()
    with running_issuer() as running:
        app = {
            "provider_id": "issuer",
            "name": "Northshire account",
            "client_id": CLIENT_ID,
            "secret": "fictional",
            "settings": {"server_url": running.url, "verified_email": []},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
        }
        running.claims = dict(PRICE)
        yield running


def come_back(client: Client, start: str = "/sign-in/issuer/") -> str:
    """Go to the issuer and back again as a browser would; return where it ends."""
    asked = urlsplit(client.get(start)["Location"])
    connection = http.client.HTTPConnection(str(asked.hostname), asked.port or 0, timeout=10)
    connection.request("GET", f"{asked.path}?{asked.query}")
    back = urlsplit(str(connection.getresponse().headers["Location"]))
    connection.close()
    assert back.path == "/sign-in/issuer/back/"
    return str(client.get(f"{back.path}?{back.query}")["Location"])


def said(client: Client) -> str:
    return client.get("/sign-in/").content.decode()


def test_the_sign_in_page_offers_the_organisations_account_by_its_name(
    client: Client, issuer: Issuer
) -> None:
    page = client.get("/sign-in/?next=/letters/").content.decode()
    assert "Sign in with Northshire account" in page
    assert '<a href="/sign-in/issuer/?next=/letters/"' in page


def test_without_an_issuer_nothing_is_offered_and_its_address_is_not_found(
    client: Client, world: World
) -> None:
    assert "sign-in/issuer" not in said(client)
    assert client.get("/sign-in/issuer/").status_code == 404


def test_somebody_who_was_added_comes_in_and_where_they_wanted(
    client: Client, issuer: Issuer, world: World
) -> None:
    assert come_back(client, "/sign-in/issuer/?next=/letters/") == "/letters/"
    assert client.get("/").context["user"] == world.officer
    assert AccountEvent.objects.get().kind == AccountEvent.Kind.SIGNED_IN
    world.officer.refresh_from_db()
    assert world.officer.has_usable_password()


def test_afterwards_the_issuers_own_name_for_the_account_is_enough(
    client: Client, issuer: Issuer, world: World
) -> None:
    come_back(client)
    issuer.claims["email"] = "olwen.hart@northshire.police.example"
    other = Client()
    assert come_back(other) == "/"
    assert other.get("/").context["user"] == world.officer


@pytest.mark.parametrize(
    ("claims", "word"),
    [
        ({"email": "a.stranger@northshire.police.example"}, "Nobody here has that e-mail address"),
        ({"email_verified": False}, "gives no verified e-mail address"),
        ({"email": None}, "gives no verified e-mail address"),
    ],
)
def test_nobody_else_comes_in_and_nobody_is_made(
    client: Client, issuer: Issuer, claims: dict[str, object], word: str
) -> None:
    issuer.claims |= claims
    before = User.objects.count()
    assert come_back(client) == "/sign-in/"
    assert word in said(client)
    assert client.get("/")["Location"].startswith("/sign-in/")
    assert User.objects.count() == before


def test_an_address_that_two_people_have_is_nobodys(
    client: Client, issuer: Issuer, world: World
) -> None:
    world.supervisor.email = world.officer.email
    world.supervisor.save()
    assert come_back(client) == "/sign-in/"


def test_a_domain_the_issuer_gives_out_itself_needs_no_word_of_verification(
    client: Client, issuer: Issuer, settings: Settings
) -> None:
    del issuer.claims["email_verified"]
    providers = settings.SOCIALACCOUNT_PROVIDERS
    chosen = providers["openid_connect"]["APPS"][0]["settings"]
    chosen["verified_email"] = ["northshire.police.example"]
    assert come_back(client) == "/"


def test_somebody_deactivated_does_not_come_in(
    client: Client, issuer: Issuer, world: World
) -> None:
    come_back(client)
    world.officer.is_active = False
    world.officer.save()
    other = Client()
    assert come_back(other) == "/sign-in/inactive/"
    assert other.get("/sign-in/inactive/").status_code == 403


def test_people_of_a_domain_come_in_by_themselves_where_the_settings_say_so(
    client: Client, issuer: Issuer, monkeypatch: pytest.MonkeyPatch, world: World
) -> None:
    chosen = config.current().model_copy(
        update={
            "oidc_new_people_role": "auditor",
            "oidc_new_people_domains": ("northshire.police.example",),
            "authority_name": world.authority.name,
        }
    )
    monkeypatch.setattr(config, "current", lambda: chosen)
    issuer.claims |= {"sub": "9b", "email": "new.person@northshire.police.example"}
    assert come_back(client) == "/"
    person = User.objects.get(email="new.person@northshire.police.example")
    assert (person.role, person.authority) == ("auditor", world.authority)
    assert not person.has_usable_password()
    issuer.claims |= {"sub": "9c", "email": "new.person@elsewhere.example"}
    assert come_back(Client()) == "/sign-in/"


def test_breaking_off_at_the_issuer_leads_back(client: Client, issuer: Issuer) -> None:
    issuer.refuses = True
    assert come_back(client) == "/sign-in/"
    assert "You broke off" in said(client)


def test_an_issuer_that_is_away_is_said_so(client: Client, issuer: Issuer) -> None:
    issuer.shutdown()
    issuer.server_close()
    assert client.get("/sign-in/issuer/")["Location"] == "/sign-in/"
    assert "cannot be reached just now" in said(client)


def test_an_answer_that_nobody_asked_for_is_refused(client: Client, issuer: Issuer) -> None:
    answer = client.get("/sign-in/issuer/back/?code=code-0&state=made-up")
    assert answer["Location"] == "/sign-in/"
    assert client.get("/")["Location"].startswith("/sign-in/")
