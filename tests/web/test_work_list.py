"""The work list: which cases, in which order, and how long each still has."""

from datetime import date, timedelta

import pytest
from django.test import Client

from assistant.domain.case import State
from assistant.store.models import Case
from assistant.web.days import time_left
from tests.web.scene import Scene


def references(page: str, scene: Scene) -> list[str]:
    """Return the references in the order in which the page shows them."""
    both = [scene.prevent.reference, scene.rivers.reference]
    return sorted((each for each in both if each in page), key=page.index)


def test_cases_are_sorted_by_due_date_with_the_overdue_first(
    signed_in: Client, scene: Scene
) -> None:
    Case.objects.filter(pk=scene.rivers.pk).update(due_on=date(2026, 2, 27))
    page = signed_in.get("/").content.decode()
    assert references(page, scene) == [scene.rivers.reference, scene.prevent.reference]
    assert "Overdue by 2 working days" in page
    assert "<strong>1</strong> overdue" in page


def test_mine_shows_the_cases_assigned_to_the_person(signed_in: Client, scene: Scene) -> None:
    assert references(signed_in.get("/?show=mine").content.decode(), scene) == []
    Case.objects.filter(pk=scene.rivers.pk).update(officer=scene.world.officer)
    page = signed_in.get("/?show=mine").content.decode()
    assert references(page, scene) == [scene.rivers.reference]


def test_closed_cases_show_under_all_and_after_the_open_ones(
    signed_in: Client, scene: Scene
) -> None:
    Case.objects.filter(pk=scene.prevent.pk).update(state=State.ANSWERED)
    assert references(signed_in.get("/").content.decode(), scene) == [scene.rivers.reference]
    page = signed_in.get("/?show=all").content.decode()
    assert references(page, scene) == [scene.rivers.reference, scene.prevent.reference]


@pytest.mark.parametrize("words", ["river", "00002", "  RIVER patrols "])
def test_a_case_is_found_by_reference_or_subject(
    signed_in: Client, scene: Scene, words: str
) -> None:
    page = signed_in.get("/", {"q": words}).content.decode()
    assert references(page, scene) == [scene.rivers.reference]


@pytest.mark.parametrize("query", ["show=nonsense", "order=nonsense", "page=99", "page=x"])
def test_nonsense_in_the_address_is_read_as_the_usual(
    signed_in: Client, scene: Scene, query: str
) -> None:
    assert len(references(signed_in.get(f"/?{query}").content.decode(), scene)) == 2


def test_a_long_list_is_shown_in_pages(signed_in: Client, scene: Scene) -> None:
    for number in range(30):
        scene.prevent.pk = None
        scene.prevent.reference = f"FOI-2026-1{number:04}"
        scene.prevent.save()
    page = signed_in.get("/?order=reference").content.decode()
    assert "Page 1 of 2" in page
    assert "order=reference&amp;page=2" in page


def test_what_waits_for_a_person_is_counted(signed_in: Client, scene: Scene) -> None:
    page = " ".join(signed_in.get("/").content.decode().split())
    assert "Held mail (1)" in page
    assert "Letters (1)" in page
    assert "<strong>2</strong> letters waiting for approval" in page


@pytest.mark.parametrize(
    ("due_on", "words", "colour"),
    [
        (date(2026, 3, 2), "Overdue by 1 working day", "red"),
        (date(2026, 3, 3), "Due today", "orange"),
        (date(2026, 3, 4), "1 working day left", "yellow"),
        (date(2026, 3, 6), "3 working days left", "yellow"),
        # 17 March is St Patrick's Day, which counts as a bank holiday (s.10(6) FOIA).
        (date(2026, 3, 18), "10 working days left", "green"),
    ],
)
def test_the_time_left_is_counted_in_working_days(due_on: date, words: str, colour: str) -> None:
    left = time_left(Case(state=State.OPEN, due_on=due_on), date(2026, 3, 3))
    assert left is not None
    assert (left.words, left.colour) == (words, colour)


def test_an_answered_case_has_no_time_left() -> None:
    case = Case(state=State.ANSWERED, due_on=date(2026, 3, 2))
    assert time_left(case, date(2026, 3, 3) + timedelta(days=30)) is None


def test_a_stopped_clock_is_said_in_words() -> None:
    left = time_left(Case(state=State.OPEN, due_on=None), date(2026, 3, 3))
    assert left is not None
    assert left.words == "Clock stopped"
