"""Signing in and out."""

from datetime import datetime, timedelta

from django.test import Client

from assistant.project.sessions import BEGAN, SEEN
from assistant.store.models import AccountEvent, SharedCache
from tests.world import PASSWORD, World


def test_a_person_signs_in_and_comes_to_today(client: Client, world: World) -> None:
    answer = client.post("/sign-in/", {"username": "olwen", "password": PASSWORD})
    assert answer.status_code == 302
    assert answer["Location"] == "/"


def test_a_wrong_password_is_one_message_in_the_error_summary(client: Client, world: World) -> None:
    page = client.post("/sign-in/", {"username": "olwen", "password": "wrong"}).content.decode()
    assert "<title>Error: Sign in" in page
    assert "The user name or the password is not right" in page


def test_somebody_signed_in_is_not_asked_again(signed_in: Client) -> None:
    assert signed_in.get("/sign-in/")["Location"] == "/"


def test_signing_out_takes_a_post(signed_in: Client) -> None:
    assert signed_in.get("/sign-out/").status_code == 405
    signed_in.post("/sign-out/")
    assert signed_in.get("/")["Location"].startswith("/sign-in/")


def test_a_person_without_an_authority_is_told_so(client: Client, world: World) -> None:
    world.officer.authority = None
    world.officer.save()
    client.force_login(world.officer)
    answer = client.get("/")
    assert answer.status_code == 403
    assert "does not belong to an authority" in answer.content.decode()


def test_the_e_mail_address_signs_in_too(client: Client, world: World) -> None:
    world.officer.email = "olwen@northshire.police.example"
    world.officer.save()
    entered = {"username": "Olwen@Northshire.police.example", "password": PASSWORD}
    assert client.post("/sign-in/", entered)["Location"] == "/"


def test_somebody_who_came_for_a_page_is_taken_there_but_never_elsewhere(
    client: Client, world: World
) -> None:
    entered = {"username": "olwen", "password": PASSWORD}
    assert client.post("/sign-in/", entered | {"next": "/letters/"})["Location"] == "/letters/"
    other = Client()
    away = other.post("/sign-in/", entered | {"next": "https://elsewhere.example/"})
    assert away["Location"] == "/"


def test_five_wrong_passwords_shut_the_account_for_five_minutes(
    client: Client, world: World
) -> None:
    for _ in range(5):
        client.post("/sign-in/", {"username": "olwen", "password": "wrong"})
    page = client.post("/sign-in/", {"username": "olwen", "password": PASSWORD}).content.decode()
    assert "Wait five minutes" in page
    # Nobody else is shut out, and what was counted lies where every process finds it.
    others = client.post("/sign-in/", {"username": "sam", "password": PASSWORD})
    assert others["Location"] == "/"
    assert SharedCache.objects.filter(cache_key__contains="login_failed").exists()
    assert not SharedCache.objects.filter(cache_key__contains="olwen").exists()


def test_an_account_that_is_not_active_is_told_so_after_the_right_password_only(
    client: Client, world: World
) -> None:
    world.officer.is_active = False
    world.officer.save()
    wrong = client.post("/sign-in/", {"username": "olwen", "password": "wrong"})
    assert "The user name or the password is not right" in wrong.content.decode()
    right = client.post("/sign-in/", {"username": "olwen", "password": PASSWORD})
    assert right["Location"] == "/sign-in/inactive/"


def pass_time(client: Client, **time: float) -> None:
    """Let a session become older, as if so much time had gone by since its last click."""
    session = client.session
    for name in (BEGAN, SEEN):
        session[name] = (datetime.fromisoformat(session[name]) - timedelta(**time)).isoformat()
    session.save()


def test_a_session_ends_when_nothing_happens_for_an_hour(client: Client, world: World) -> None:
    client.post("/sign-in/", {"username": "olwen", "password": PASSWORD})
    client.get("/")
    for _ in range(3):
        pass_time(client, minutes=59)
        assert client.get("/").status_code == 200
    pass_time(client, minutes=60)
    assert client.get("/letters/")["Location"] == "/sign-in/?next=/letters/"
    assert "because nothing happened" in client.get("/sign-in/").content.decode()


def test_a_draft_that_looks_for_itself_keeps_no_session_alive(signed_in: Client) -> None:
    signed_in.get("/")
    pass_time(signed_in, minutes=50)
    assert signed_in.get("/", headers={"HX-Request": "true"}).status_code == 200
    pass_time(signed_in, minutes=15)
    assert signed_in.get("/").status_code == 302


def test_a_session_ends_after_twelve_hours_whatever_happens(signed_in: Client) -> None:
    signed_in.get("/")
    for _ in range(14):
        pass_time(signed_in, minutes=50)
        assert signed_in.get("/").status_code == 200
    pass_time(signed_in, minutes=50)
    assert signed_in.get("/").status_code == 302
    assert "session was over" in signed_in.get("/sign-in/").content.decode()


def test_a_new_password_ends_the_sessions_elsewhere_and_keeps_this_one(
    signed_in: Client, world: World
) -> None:
    elsewhere = Client()
    elsewhere.force_login(world.officer)
    new = "another-fictional-password"
    answer = signed_in.post(
        "/profile/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    assert answer["Location"] == "/profile/"
    assert signed_in.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302
    assert AccountEvent.objects.get().kind == AccountEvent.Kind.PASSWORD_CHANGED


def test_a_weak_password_and_a_wrong_present_one_are_refused(signed_in: Client) -> None:
    entered = {"oldpassword": "wrong", "password1": "12345678", "password2": "12345678"}
    page = signed_in.post("/profile/password/", entered).content.decode()
    assert "The password is not right." in page
    assert "too common" in page


def test_somebody_without_a_password_here_is_sent_back(signed_in: Client, world: World) -> None:
    world.officer.set_unusable_password()
    world.officer.save()
    signed_in.force_login(world.officer)
    assert signed_in.get("/profile/password/")["Location"] == "/profile/"
    assert "sign in with your organisation’s account" in signed_in.get("/profile/").content.decode()


def test_people_change_their_own_name(signed_in: Client, world: World) -> None:
    signed_in.post("/profile/", {"first_name": "Olwen", "last_name": "Hart"})
    world.officer.refresh_from_db()
    assert world.officer.shown_name == "Olwen Hart"
    assert AccountEvent.objects.get().kind == AccountEvent.Kind.NAME_CHANGED
