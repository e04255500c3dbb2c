"""Reading access is recorded: who opened which case, letter, message and original, and when."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assistant.services.prepare import add_user
from assistant.store.models import Reading, User
from assistant.web.readings import Noted
from tests.web.scene import Scene
from tests.world import PASSWORD, World

HOUR = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)


def rows() -> list[tuple[str, str, datetime]]:
    """Return what was recorded: who, what, in which hour."""
    return [
        (each.person.username, each.what, each.hour)
        for each in Reading.objects.select_related("person").order_by("pk")
    ]


@pytest.fixture
def auditor(world: World) -> User:
    return add_user(
        username="audrey", password=PASSWORD, role="auditor", authority=world.authority
    )[0]


def test_opening_a_case_is_recorded_once_an_hour(signed_in: Client, scene: Scene) -> None:
    case = f"/cases/{scene.prevent.reference}/"
    scene.world.clock.advance(timedelta(minutes=14))
    for address in (case, f"{case}history/", f"{case}response/", case):
        signed_in.get(address)
    assert rows() == [("olwen", "case", HOUR)]
    scene.world.clock.advance(timedelta(minutes=46))
    signed_in.get(case)
    assert rows() == [("olwen", "case", HOUR), ("olwen", "case", HOUR + timedelta(hours=1))]


def test_letters_messages_and_what_came_with_them_are_recorded(
    signed_in: Client, scene: Scene
) -> None:
    filed = scene.prevent.messages.first()
    assert filed is not None
    signed_in.get(f"/letters/{scene.acknowledged.pk}/")
    signed_in.get(f"/mail/{filed.pk}/")
    signed_in.get(f"/mail/{filed.pk}/raw/")
    signed_in.get(f"/mail/{filed.pk}/files/0/")
    assert [what for _, what, _ in rows()] == ["letter", "message", "raw_message", "attachment"]
    letter = Reading.objects.get(what=Reading.What.LETTER)
    assert letter.case == scene.prevent
    assert letter.key == f"letter:{scene.acknowledged.pk}"


def test_an_original_of_the_library_is_recorded_where_it_was_shown(
    signed_in: Client, client: Client, scene: Scene
) -> None:
    supervisor = Client()
    supervisor.force_login(scene.world.supervisor)
    signed_in.get("/library/original/northshire-prevent-2024/")
    assert rows() == []
    supervisor.get("/library/original/northshire-prevent-2024/")
    assert rows() == [("sam", "original", HOUR)]


def test_what_is_not_found_is_not_recorded(signed_in: Client, stranger: User, scene: Scene) -> None:
    signed_in.force_login(stranger)
    signed_in.get(f"/cases/{scene.prevent.reference}/")
    assert rows() == []


def test_recording_costs_one_query_and_none_where_it_is_there_already(
    signed_in: Client, scene: Scene
) -> None:
    case = f"/cases/{scene.prevent.reference}/history/"
    signed_in.get("/")
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            signed_in.get(case)
        counts.append([each["sql"] for each in queries if "store_reading" in each["sql"]])
    assert [len(each) for each in counts] == [1, 0]
    assert counts[0][0].startswith("INSERT")


def test_two_sessions_of_one_person_leave_one_row(scene: Scene) -> None:
    for _ in range(2):
        browser = Client()
        browser.force_login(scene.world.officer)
        assert browser.get(f"/cases/{scene.prevent.reference}/").status_code == 200
    assert len(rows()) == 1


def test_supervisors_and_auditors_see_who_opened_a_case_and_officers_do_not(
    signed_in: Client, scene: Scene, auditor: User
) -> None:
    history = f"/cases/{scene.prevent.reference}/history/"
    filed = scene.prevent.messages.first()
    assert filed is not None
    signed_in.get(f"/mail/{filed.pk}/raw/")
    assert "Who opened this case" not in signed_in.get(history).content.decode()
    for person in (scene.world.supervisor, auditor):
        browser = Client()
        browser.force_login(person)
        page = browser.get(history).content.decode()
        assert "Who opened this case" in page
        assert "3 Mar 2026, 10:00 to 10:59" in page
        assert "The raw message" in page
        assert scene.world.officer.shown_name in page


def test_what_is_remembered_is_bounded() -> None:
    noted = Noted(most=2)
    assert [noted.is_new(key) for key in ("a", "b", "a", "c", "a")] == [
        True, True, False, True, True,
    ]  # fmt: skip
