"""From which day parts count when two cases become one: never a day later than before."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.request.joining import Asked, asks_the_same, joined, repeated

MONDAY, TUESDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 6)
DAYS = st.integers(0, 40).map(lambda n: MONDAY + timedelta(days=n))
ASKED = st.builds(Asked, st.sampled_from(["Cars?", "Boats?", "Horses?", "Dogs?"]), DAYS)
CASES = st.lists(ASKED, min_size=1, max_size=5)


def test_parts_in_the_same_words_ask_the_same_whatever_their_signs() -> None:
    assert asks_the_same("1. How many cars?", "1) How  many\nCARS")
    assert not asks_the_same("1. How many cars?", "1. How many boats?")
    assert repeated(["Boats?", "Cars?"], "cars")
    assert not repeated([], "cars")


def test_what_both_ask_counts_from_the_earlier_day_and_the_rest_from_its_own() -> None:
    staying = [Asked("Cars?", FRIDAY), Asked("Boats?", FRIDAY)]
    other = [Asked("cars", MONDAY), Asked("Horses?", TUESDAY)]
    found = joined(staying, other, {1})
    assert (found.staying, found.brought) == ((MONDAY, FRIDAY), {1: TUESDAY})
    assert found.first == MONDAY


def test_a_part_left_behind_in_words_of_its_own_may_stand_for_any_of_the_others() -> None:
    found = joined([Asked("Cars?", FRIDAY), Asked("Boats?", FRIDAY)], [Asked("Both?", MONDAY)], ())
    assert found.staying == (MONDAY, MONDAY)


def test_a_reply_that_came_later_changes_nothing() -> None:
    assert joined([Asked("Cars?", MONDAY)], [Asked("Any news?", FRIDAY)], ()).staying == (MONDAY,)


@given(CASES, CASES, st.sets(st.integers(0, 4)))
def test_no_part_gets_a_later_day_and_no_day_is_made_up(
    staying: list[Asked], other: list[Asked], places: set[int]
) -> None:
    brought = {place for place in places if place < len(other)}
    found = joined(staying, other, brought)
    assert all(day <= part.on for day, part in zip(found.staying, staying, strict=True))
    assert found.brought.keys() == brought
    assert all(day <= other[place].on for place, day in found.brought.items())
    assert {*found.staying, *found.brought.values()} <= {part.on for part in (*staying, *other)}
    assert found.first == min(part.on for part in (*staying, *other))


@given(CASES, CASES)
def test_whichever_case_stays_what_both_ask_counts_from_the_same_day(
    one: list[Asked], other: list[Asked]
) -> None:
    everything = set(range(len(one))), set(range(len(other)))
    there, back = joined(one, other, everything[1]), joined(other, one, everything[0])
    for place, part in enumerate(one):
        same = [each.on for each in other if asks_the_same(each.words, part.words)]
        assert there.staying[place] == back.brought[place] == min((part.on, *same))
