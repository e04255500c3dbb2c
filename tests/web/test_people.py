"""Administrators say who comes in, with which role; nobody changes their own."""

import re

import pytest
from django.test import Client

from assistant.domain.errors import NotAllowed
from assistant.services.change_role import change_role
from assistant.services.make_sign_in_link import make_sign_in_link
from assistant.services.prepare import add_user
from assistant.services.rename_person import rename_person
from assistant.services.set_second_factor_rule import set_second_factor_rule
from assistant.store.models import AccountEvent, User
from tests.web.second_factors import add_app
from tests.world import PASSWORD, World

NEW = {
    "first_name": "Petra",
    "last_name": "Lake",
    "username": "petra",
    "email": "Petra.Lake@northshire.police.example",
    "role": "officer",
}
CHOSEN = "a-password-of-her-own"


@pytest.fixture
def ada(world: World) -> User:
    return add_user(
        username="ada", password=PASSWORD, role="administrator", authority=world.authority
    )[0]


@pytest.fixture
def browser(ada: User) -> Client:
    """A browser in which the administrator is signed in."""
    opened = Client()
    opened.force_login(ada)
    return opened


def link_on(page: str) -> str:
    found = re.search(r"http://testserver(/sign-in/first/[^\s<]+)", page)
    assert found is not None
    return found[1]


def kinds(person: User | None = None) -> list[str]:
    events = AccountEvent.objects.order_by("pk")
    return [each.kind for each in (events.filter(person=person) if person else events)]


def choose(link: str, password: str = CHOSEN) -> Client:
    """Follow a one-time link in a fresh browser and choose a password."""
    opened = Client()
    place = opened.get(link)["Location"]
    assert place.endswith("/choose/")
    opened.post(place, {"new_password1": password, "new_password2": password})
    return opened


def test_somebody_new_comes_in_by_a_link_that_works_once(browser: Client, ada: User) -> None:
    page = browser.post("/people/add/", NEW).content.decode()
    link = link_on(page)
    petra = User.objects.get(username="petra")
    assert petra.email == "petra.lake@northshire.police.example"
    assert "petra" not in link.lower()
    opened = choose(link)
    assert "Password chosen" in opened.get("/sign-in/").content.decode()
    entered = {"username": "petra", "password": CHOSEN}
    assert opened.post("/sign-in/", entered)["Location"] == "/"
    assert "This link does not work" in Client().get(link).content.decode()
    assert kinds(petra) == ["added", "link_given", "password_chosen", "signed_in"]
    assert "Petra Lake" in browser.get("/people/").content.decode()


@pytest.mark.parametrize(
    ("other", "word"),
    [
        ({"username": "OLWEN"}, "Somebody has this user name already"),
        ({"email": "OLWEN@northshire.police.example"}, "Somebody has this e-mail address already"),
        ({"username": "a b"}, "Enter letters, figures and"),
        ({"role": "owner"}, "Select a valid choice"),
    ],
)
def test_a_name_or_address_that_is_somebodys_is_refused(
    browser: Client, world: World, other: dict[str, str], word: str
) -> None:
    world.officer.email = "olwen@northshire.police.example"
    world.officer.save()
    page = browser.post("/people/add/", NEW | other).content.decode()
    assert word in page
    assert not User.objects.filter(first_name="Petra").exists()


def test_a_new_link_takes_the_place_of_the_password_and_of_earlier_links(
    browser: Client, world: World
) -> None:
    olwen = Client()
    olwen.force_login(world.officer)
    address = f"/people/{world.officer.pk}/link/"
    first, second = (link_on(browser.post(address).content.decode()) for _ in range(2))
    assert olwen.get("/").status_code == 302
    refused = Client().post("/sign-in/", {"username": "olwen", "password": PASSWORD})
    assert refused.status_code == 200
    assert "This link does not work" in Client().get(first).content.decode()
    choose(second)
    assert Client().post("/sign-in/", {"username": "olwen", "password": CHOSEN})["Location"] == "/"


def test_a_weak_password_is_not_taken_by_a_link(browser: Client, world: World) -> None:
    link = link_on(browser.post(f"/people/{world.officer.pk}/link/").content.decode())
    choose(link, "12345678")
    world.officer.refresh_from_db()
    assert not world.officer.has_usable_password()


def test_a_new_role_holds_from_the_next_click(browser: Client, world: World) -> None:
    olwen = Client()
    olwen.force_login(world.officer)
    assert olwen.get("/cases/add/").status_code == 200
    answer = browser.post(f"/people/{world.officer.pk}/role/", {"role": "auditor"})
    assert answer["Location"] == f"/people/{world.officer.pk}/"
    assert olwen.get("/cases/add/").status_code == 403
    event = AccountEvent.objects.get(person=world.officer)
    assert (event.kind, event.detail) == ("role_changed", "officer to auditor")
    assert "officer to auditor" in browser.get(f"/people/{world.officer.pk}/").content.decode()


def test_whoever_is_deactivated_is_out_at_once_and_signs_in_anew_afterwards(
    browser: Client, world: World
) -> None:
    olwen = Client()
    olwen.force_login(world.officer)
    link = link_on(browser.post(f"/people/{world.officer.pk}/link/").content.decode())
    choose(link)
    world.officer.refresh_from_db()
    olwen.force_login(world.officer)
    browser.post(f"/people/{world.officer.pk}/deactivate/")
    assert olwen.get("/").status_code == 302
    refused = Client().post("/sign-in/", {"username": "olwen", "password": CHOSEN})
    assert refused["Location"] == "/sign-in/inactive/"
    said = browser.post(f"/people/{world.officer.pk}/link/", follow=True).content.decode()
    assert "Activate them first" in said
    browser.post(f"/people/{world.officer.pk}/activate/")
    assert olwen.get("/").status_code == 302
    assert Client().post("/sign-in/", {"username": "olwen", "password": CHOSEN})["Location"] == "/"
    assert kinds(world.officer)[-3:] == ["deactivated", "reactivated", "signed_in"]


def test_a_link_made_before_does_not_let_in_whoever_is_deactivated(
    browser: Client, world: World
) -> None:
    link = link_on(browser.post(f"/people/{world.officer.pk}/link/").content.decode())
    browser.post(f"/people/{world.officer.pk}/deactivate/")
    assert "This link does not work" in Client().get(link).content.decode()


def test_resetting_the_second_factor_ends_sessions_and_leaves_the_password(
    browser: Client, world: World
) -> None:
    olwen = Client()
    olwen.force_login(world.officer)
    add_app(olwen)
    browser.post(f"/people/{world.officer.pk}/reset-second-factor/")
    assert olwen.get("/").status_code == 302
    entered = {"username": "olwen", "password": PASSWORD}
    assert Client().post("/sign-in/", entered)["Location"] == "/"
    assert "factors_reset" in kinds(world.officer)


@pytest.mark.parametrize("step", ["role", "deactivate", "reset-second-factor", "link"])
def test_nobody_changes_their_own_access_so_that_one_administrator_is_left(
    browser: Client, ada: User, step: str
) -> None:
    page = browser.post(f"/people/{ada.pk}/{step}/", {"role": "officer"}, follow=True)
    assert "Ask another administrator" in page.content.decode()
    ada.refresh_from_db()
    assert (ada.role, ada.is_active, ada.has_usable_password()) == ("administrator", True, True)


def test_people_of_another_authority_are_not_found(browser: Client, stranger: User) -> None:
    assert browser.get(f"/people/{stranger.pk}/").status_code == 404
    for step in ("role", "deactivate", "activate", "reset-second-factor", "link"):
        assert browser.post(f"/people/{stranger.pk}/{step}/").status_code == 404
    assert "cyril" not in browser.get("/people/").content.decode()


def test_the_use_cases_refuse_by_themselves(world: World, stranger: User, ada: User) -> None:
    clock = world.clock
    with pytest.raises(NotAllowed, match="Only an administrator"):
        change_role(world.supervisor.pk, role="auditor", by=world.officer, clock=clock)
    with pytest.raises(NotAllowed, match="no such person"):
        make_sign_in_link(stranger.pk, by=ada, clock=clock)
    with pytest.raises(NotAllowed, match="Only an administrator"):
        rename_person(
            world.supervisor.pk, first_name="A", last_name="B", by=world.officer, clock=clock
        )
    with pytest.raises(NotAllowed, match="Only a supervisor"):
        set_second_factor_rule(world.authority.pk, roles=[], by=world.officer, clock=clock)


def test_a_supervisor_sets_which_roles_need_a_second_factor(client: Client, world: World) -> None:
    client.force_login(world.supervisor)
    page = "/people/second-factor/"
    assert client.post(page, {"roles": ["officer", "administrator"]})["Location"] == page
    world.authority.refresh_from_db()
    assert world.authority.second_factor_roles == ["officer", "administrator"]
    event = AccountEvent.objects.get()
    assert (event.kind, event.detail) == ("rule_changed", "officer, administrator")
    assert "officer, administrator" in client.get(page).content.decode()


def test_a_team_is_given_and_taken_away(browser: Client, world: World) -> None:
    address = f"/people/{world.officer.pk}/team/"

    browser.post(address, {"team": "  Information   governance "})
    world.officer.refresh_from_db()
    assert world.officer.team == "Information governance"
    assert (
        'value="Information governance"'
        in browser.get(f"/people/{world.officer.pk}/").content.decode()
    )

    browser.post(address, {"team": "Information governance"})
    browser.post(address, {"team": ""})
    world.officer.refresh_from_db()
    assert world.officer.team == ""
    assert kinds(world.officer) == ["team_changed", "team_changed"]


def test_a_team_with_too_long_a_name_is_refused_at_its_field(browser: Client, world: World) -> None:
    page = browser.post(f"/people/{world.officer.pk}/team/", {"team": "x" * 101}).content.decode()

    assert "There is a problem" in page
    assert "at most 100" in page
