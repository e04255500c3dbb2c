"""What machines ask of the pages: alive, ready, the figures; and the id of each request."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.test.utils import CaptureQueriesContext
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings

from assistant import config
from assistant.project import figures
from assistant.store.models import Reading
from tests.web.scene import Scene
from tests.world import World

TOKEN = "a-token-of-some-length"  # noqa: S105 - of a server that exists in tests alone
SetTo = Callable[..., None]
ANYWHERE = {"HTTP_HOST": "10.1.2.3:8000"}


@pytest.fixture(autouse=True)
def _static_files(settings: Settings) -> None:
    """WhiteNoise warns where the folder of collected files is missing; none are collected here."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture
def set_to(monkeypatch: pytest.MonkeyPatch) -> Iterator[SetTo]:
    """Run with other settings of watching."""

    def set_(**values: object) -> None:
        settings = config.Settings(**values)
        monkeypatch.setattr(config, "current", lambda: settings)

    figures.forget()
    yield set_
    figures.forget()


def refuse(execute: object, *arguments: object) -> None:
    """Be a database that does not answer."""
    raise DatabaseError("no answer for Ada Quince")


def test_alive_is_said_without_the_database_to_whoever_asks_by_any_name(client: Client) -> None:
    answer = client.get("/health/live", **ANYWHERE)
    assert (answer.status_code, answer.json()) == (200, {"live": True})
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_ready_costs_one_query_and_is_no_reading(db: None, client: Client) -> None:
    client.get("/health/ready")
    with CaptureQueriesContext(connection) as seen:
        answer = client.get("/health/ready", **ANYWHERE)
    assert (answer.status_code, answer.json()) == (200, {"ready": True})
    assert len(seen) == 1
    assert Reading.objects.count() == 0


def test_a_database_that_lacks_a_migration_is_not_ready(db: None, client: Client) -> None:
    MigrationRecorder(connection).record_unapplied("store", "0001_first")
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["ready"] is False
    assert "lacks 1 migration(s). Run: foi-assistant prepare" in answer.json()["reason"]


def test_a_newer_database_is_ready_while_machines_are_upgraded_one_by_one(
    db: None, client: Client
) -> None:
    MigrationRecorder(connection).record_applied("store", "9999_of_the_next_version")
    assert client.get("/health/ready").status_code == 200


def test_a_database_that_does_not_answer_is_said_without_its_words(
    db: None, client: Client
) -> None:
    with connection.execute_wrapper(refuse):
        answer = client.get("/health/ready")
        assert client.get("/health/live").status_code == 200
    assert answer.status_code == 503
    assert "does not answer" in answer.json()["reason"]
    assert "Quince" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/health/live", "/health/ready", "/metrics"])
def test_nothing_can_be_sent_to_what_machines_ask(client: Client, address: str) -> None:
    answer = client.post(address)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


def test_what_is_near_these_addresses_is_a_page_like_any_other(
    world: World, client: Client
) -> None:
    assert client.get("/health/secrets").status_code == 404
    assert client.get("/metrics/more").status_code == 404


def test_the_figures_are_given_to_nobody_until_somebody_may_have_them(client: Client) -> None:
    assert client.get("/metrics").status_code == 404


def test_the_figures_are_given_within_networks_alone(
    world: World, client: Client, set_to: SetTo
) -> None:
    set_to(metrics_networks="10.1.0.0/16, 2001:db8::/32")
    assert client.get("/metrics", REMOTE_ADDR="10.2.0.1").status_code == 403
    assert client.get("/metrics", REMOTE_ADDR="").status_code == 403
    assert client.get("/metrics", REMOTE_ADDR="2001:db8::7").status_code == 200
    answer = client.get("/metrics", REMOTE_ADDR="10.1.9.9", **ANYWHERE)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/plain")


def test_a_token_is_asked_for_where_one_is_set(world: World, client: Client, set_to: SetTo) -> None:
    set_to(metrics_token=TOKEN, metrics_networks="127.0.0.0/8")
    refused = client.get("/metrics")
    assert (refused.status_code, refused["WWW-Authenticate"]) == (401, "Bearer")
    for wrong in (f"Bearer {TOKEN}x", f"Basic {TOKEN}", "Bearer", "Bearer ünïcode"):
        assert client.get("/metrics", HTTP_AUTHORIZATION=wrong).status_code == 401
    given = {"HTTP_AUTHORIZATION": f"Bearer {TOKEN}"}
    assert client.get("/metrics", **given).status_code == 200
    assert client.get("/metrics", REMOTE_ADDR="10.0.0.1", **given).status_code == 403


def test_the_figures_name_nobody_and_count_what_is_there(
    scene: Scene, client: Client, set_to: SetTo
) -> None:
    set_to(metrics_token=TOKEN)
    client.force_login(scene.world.officer)
    client.get(f"/cases/{scene.prevent.reference}/?q=Ada+Quince")
    client.get("/cases/Ada%20Quince/")
    answer = client.get("/metrics", HTTP_AUTHORIZATION=f"Bearer {TOKEN}").content.decode()
    found = {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(answer)
        for sample in family.samples
    }
    assert found["foi_database_up",] == 1
    assert found["foi_letters", "unknown"] == 1
    assert found["foi_page_seconds_count", "2xx", "GET", "web:case"] >= 1
    for personal in ("Quince", "Carter", "example.org", scene.prevent.reference, "Robin"):
        assert personal not in answer


def test_of_a_database_that_is_away_the_figures_say_that_alone(
    world: World, client: Client, set_to: SetTo
) -> None:
    set_to(metrics_token=TOKEN)
    with connection.execute_wrapper(refuse):
        answer = client.get("/metrics", HTTP_AUTHORIZATION=f"Bearer {TOKEN}")
    assert answer.status_code == 200
    assert "foi_database_up 0.0" in answer.content.decode()
    assert "foi_messages{" not in answer.content.decode()


def test_whoever_asks_all_the_time_has_the_database_counted_once(
    world: World, client: Client, set_to: SetTo
) -> None:
    set_to(metrics_token=TOKEN)
    given = {"HTTP_AUTHORIZATION": f"Bearer {TOKEN}"}
    with CaptureQueriesContext(connection) as first:
        client.get("/metrics", **given)
    with CaptureQueriesContext(connection) as again:
        client.get("/metrics", **given)
    assert len(first) <= 12
    assert len(again) == 0


def test_a_request_keeps_the_id_it_came_with_where_that_is_one(client: Client) -> None:
    given = "0123456789abcdef0123456789abcdef"
    assert client.get("/health/live", HTTP_X_REQUEST_ID=given)["X-Request-ID"] == given
    for wrong in ("Ada Quince", "ada@mail.example.org", "abc", "f" * 65, given + "\r\nX: y"):
        made = client.get("/health/live", HTTP_X_REQUEST_ID=wrong)["X-Request-ID"]
        assert made != wrong
        assert len(made) == 32
