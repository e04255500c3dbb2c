"""An officer is told of the same request sent again, and of one requester's on a subject."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from assistant.domain.case import State
from assistant.services.related_requests import Related, related_requests
from assistant.store.models import Case
from tests.letters import RECEIVED, mail
from tests.world import World

VEHICLES = """1. How many vehicles did {} own on 1 April 2025, by fuel type?
2. How much was spent on the repair of vehicles in each of the last three years, and with whom?
3. How many of the vehicles have been replaced by electric ones since 2022?
"""
TREES = "How many trees were felled in the parks of the town in 2024, and on whose advice?"


def case(world: World, text: str, *, number: int, days: int = 0, sender: str = "") -> Case:
    """Take in a request that comes `days` after the first one."""
    raw = mail(
        text,
        message_id=f"<{number}@example.org>",
        subject=f"Request {number}",
        **({"sender": sender} if sender else {}),
    )
    return world.deliver(raw, at=RECEIVED + timedelta(days=days)).cases.get()


def names(related: Related, which: str) -> list[str]:
    return [each.reference for each in getattr(related, which)]


def test_the_same_questions_of_anybody_are_near_identical(world: World) -> None:
    first = case(world, VEHICLES.format("the council"), number=1)
    again = case(world, VEHICLES.format("Northshire"), number=2, sender="bo@example.org")
    other = case(world, TREES, number=3, sender="bo@example.org")

    found = related_requests(first)

    assert names(found, "near_identical") == [again.reference]
    assert found.how_many == 1
    assert not found.near_identical[0].same_requester
    assert not found.answered_before
    assert not names(related_requests(other), "near_identical")


def test_what_the_same_requester_was_answered_before_is_shown_with_its_outcome(
    world: World,
) -> None:
    before = case(world, VEHICLES.format("the council"), number=1)
    before.parts.update(outcome="refused", sections=["FOIA s31(1)(a)"])
    Case.objects.filter(pk=before.pk).update(
        state=State.ANSWERED, answered_at=RECEIVED + timedelta(days=20)
    )
    again = case(world, VEHICLES.format("Northshire"), number=2, days=120)

    found = related_requests(again)

    assert names(found, "answered_before") == [before.reference]
    shown = found.answered_before[0]
    assert (shown.outcomes, shown.sections) == (("refused",), ("FOIA s31(1)(a)",))
    assert shown.apart > 60
    assert not found.same_subject
    # When the first one came, nothing had been answered yet.
    assert not related_requests(before).answered_before


def test_a_requesters_own_on_the_subject_count_within_sixty_working_days(world: World) -> None:
    first = case(world, VEHICLES.format("the council"), number=1)
    more = "Which electric vehicles do you own, and what did the repair of each cost?"
    # With 29 May 2026 sixty working days are full: Saint Patrick's Day, Good Friday, Easter Monday
    # and both bank holidays of May do not count. 1 June is the sixty-first.
    within = case(world, more, number=2, days=88)
    beyond = case(world, more + " And the fuel?", number=3, days=91)
    other = case(world, TREES, number=4, days=1)
    strange = case(world, more, number=5, days=1, sender="bo@example.org")

    found = related_requests(first)

    assert [(each.reference, each.apart) for each in found.same_subject] == [(within.reference, 59)]
    assert {beyond.reference, other.reference, strange.reference}.isdisjoint(
        names(found, "same_subject")
    )


def test_what_was_no_request_is_left_out(world: World) -> None:
    first = case(world, VEHICLES.format("the council"), number=1)
    again = case(world, VEHICLES.format("Northshire"), number=2)
    Case.objects.filter(pk=again.pk).update(state=State.NOT_A_REQUEST)

    assert not related_requests(first)


def test_how_many_are_like_it_costs_no_more_queries(world: World) -> None:
    first = case(world, VEHICLES.format("the council"), number=1)
    counts = []
    for number in range(2, 12):
        case(
            world, VEHICLES.format(f"town {number}"), number=number, sender=f"{number}@example.org"
        )
        with CaptureQueriesContext(connection) as seen:
            found = related_requests(Case.objects.select_related("requester").get(pk=first.pk))
        counts.append(len(seen))

    assert found.how_many == 10
    assert counts[0] == counts[-1] <= 9
