"""Signing in and out."""

from django.test import Client

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
