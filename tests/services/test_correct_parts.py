"""Correcting the parts of a request: nothing overlaps, nothing recorded is lost, nobody is late."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.errors import NotAllowed
from assistant.domain.law.deadline import EventKind as Clocked
from assistant.domain.letters.estimate import EstimateRow
from assistant.domain.request.correcting import further_key, occurrences, places
from assistant.services import correct_parts as correcting
from assistant.services.add_case import add_case
from assistant.services.edit_draft import edit_whole
from assistant.services.record_clock_event import record_clock_event
from assistant.services.record_estimate import record_estimate
from assistant.services.record_part import record_part
from assistant.services.record_search import record_search
from assistant.store.events import broken_link
from assistant.store.models import Case, Draft, RequestPart, Search
from assistant.store.models import EstimateRow as EstimateLine
from tests.letters import mail
from tests.world import World

ASKED = """Dear Northshire Police,

1. How many patrol cars do you own, and how many bicycles do you own?

2. How many were sold in 2025? Who bought them?

The mileage of each car would help as well.

Yours faithfully,
Alex Carter
"""


@pytest.fixture
def case(world: World) -> Case:
    """A request with two numbered parts and a third thing that no rule found."""
    case = world.case(mail(ASKED, subject="Patrol cars"))
    assert [part.key for part in case.parts.all()] == ["1", "2"]
    return case


def take(world: World, case: Case, step: Callable[..., str], *given: object) -> str:
    case.refresh_from_db()
    return step(case.pk, *given, version=case.version, by=world.officer, clock=world.clock)


def parts(case: Case) -> list[RequestPart]:
    return list(RequestPart.objects.filter(case=case).order_by("position"))


def search(world: World, part: RequestPart, where: str) -> None:
    record_search(
        part.pk,
        where=where,
        who="Fleet manager",
        terms="cars",
        made_on=date(2026, 3, 3),
        result="A list",
        by=world.officer,
        clock=world.clock,
    )


def decide(world: World, part: RequestPart, **changes: object) -> None:
    part.refresh_from_db()
    usual = {"held": "held", "outcome": "disclosed_full", "sections": [], "facts": "Forty."}
    record_part(
        part.pk,
        version=part.version,
        by=world.officer,
        register=world.register,
        clock=world.clock,
        **(usual | changes),  # type: ignore[arg-type]  # fields by name
    )


@contextmanager
def undone() -> Iterator[None]:
    """Undo whatever is done inside, so that each example finds the same case."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def standing(case: Case) -> list[tuple[object, ...]]:
    return [
        (part.pk, part.key, part.label, part.start, part.end, part.text, part.position)
        for part in parts(case)
    ]


def lie_in_the_text(case: Case) -> None:
    """Assert that the parts are spans of the text, in order, none over another."""
    text = case.case_messages.get(part="request").message.text
    reached = 0
    for number, part in enumerate(parts(case), start=1):
        assert part.position == number
        assert text[part.start : part.end] == part.text == part.text.strip()
        assert part.start >= reached
        reached = part.end
    assert len({part.key for part in parts(case)}) == len(parts(case))


def test_a_part_is_split_and_what_is_recorded_stays_on_the_first(world: World, case: Case) -> None:
    _, second = parts(case)
    search(world, second, "Fleet register")
    decide(world, second)
    place = second.text.index("Who")

    said = take(world, case, correcting.split_part, second.pk, place)

    one, two, three = parts(case)
    assert (two.text, three.text) == ("2. How many were sold in 2025?", "Who bought them?")
    assert [part.key for part in (one, two, three)] == ["1", "2", "2 (second)"]
    assert (two.outcome, three.outcome, three.held) == ("disclosed_full", "", "unknown")
    assert (two.searches.count(), three.searches.count()) == (1, 0)
    assert "searches, whether it is held, an outcome, facts) stays on the first" in said
    assert three.due_on == two.due_on == case.due_on
    lie_in_the_text(case)


def test_what_follows_from_the_parts_follows_them(world: World, case: Case) -> None:
    before = set(case.sketch.values_list("value", flat=True))
    take(world, case, correcting.add_part, "The mileage of each car would help as well")
    assert set(case.sketch.values_list("value", flat=True)) != before
    take(world, case, correcting.take_away_part, parts(case)[-1].pk, "It is no question")
    assert set(case.sketch.values_list("value", flat=True)) == before

    take(world, case, correcting.split_part, parts(case)[1].pk, 31)
    assert set(case.drafts.values_list("state", flat=True)) == {Draft.State.QUEUED}
    event = case.events.last()
    assert (event.actor, event.details["step"]) == (world.officer, "split")
    assert event.note.text.startswith("Part 2 is now two parts.")
    assert broken_link(case) is None
    world.compose(case)
    blocks = Draft.objects.get(case=case, kind="response").blocks
    assert "2 (third)" in {block["part"] for block in blocks}


def test_what_was_typed_in_a_letter_stands_when_parts_are_corrected(
    world: World, case: Case
) -> None:
    draft = Draft.objects.get(case=case, kind="response")
    text = "".join(block["text"] for block in draft.blocks)
    edit_whole(
        draft.pk,
        version=draft.version,
        text=text.replace("Yours sincerely", "With kind regards"),
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )

    take(world, case, correcting.split_part, parts(case)[1].pk, 31)
    world.compose(case)

    draft.refresh_from_db()
    assert "With kind regards" in "".join(block["text"] for block in draft.blocks)


def test_an_undecided_part_is_joined_with_the_next_and_the_words_between(
    world: World, case: Case
) -> None:
    first, second = parts(case)
    search(world, first, "Fleet register")
    search(world, second, "Sales ledger")

    take(world, case, correcting.join_part, first.pk)

    (joined,) = parts(case)
    assert (joined.pk, joined.key) == (first.pk, "1")
    assert joined.text.startswith("1. How many patrol cars")
    assert joined.text.endswith("Who bought them?")
    assert set(joined.searches.values_list("where", flat=True)) == {
        "Fleet register",
        "Sales ledger",
    }
    lie_in_the_text(case)


def test_facts_and_estimates_of_both_parts_are_kept(world: World, case: Case) -> None:
    first, second = parts(case)
    for part, facts in ((first, "Forty."), (second, "Six.")):
        decide(world, part, facts=facts)
        record_estimate(
            case.pk,
            [EstimateRow("locating", f"Look up {facts}", Decimal(2))],
            version=0,
            by=world.officer,
            clock=world.clock,
            part_id=part.pk,
        )

    take(world, case, correcting.join_part, first.pk)

    (joined,) = parts(case)
    assert joined.facts == "Forty.\n\nSix."
    rows = EstimateLine.objects.filter(part=joined)
    assert [(row.position, row.task) for row in rows] == [
        (1, "Look up Forty."),
        (2, "Look up Six."),
    ]


def test_parts_decided_differently_are_not_joined(world: World, case: Case) -> None:
    first, second = parts(case)
    decide(world, first)
    before = standing(case)

    with pytest.raises(NotAllowed, match="do not say the same of whether the information is held"):
        take(world, case, correcting.join_part, first.pk)

    decide(world, second, outcome="refused", sections=["FOIA s24(1)"])
    with pytest.raises(NotAllowed, match="do not say the same of the outcome"):
        take(world, case, correcting.join_part, first.pk)
    assert standing(case) == before


def clarified(world: World, case: Case, *places: int) -> None:
    case.refresh_from_db()
    record_clock_event(
        case.pk,
        version=case.version,
        kind=Clocked.CLARIFICATION_SOUGHT,
        on=date(2026, 3, 3),
        reason="Which cars?",
        by=world.officer,
        clock=world.clock,
        parts=places,
    )


def test_the_clock_of_one_part_does_not_become_that_of_another(world: World, case: Case) -> None:
    clarified(world, case, 2)
    _, second = parts(case)

    with pytest.raises(NotAllowed, match="clock of Part 1 and Part 2 is not the same"):
        take(world, case, correcting.join_part, parts(case)[0].pk)
    with pytest.raises(NotAllowed, match="entries of the clock"):
        take(world, case, correcting.take_away_part, second.pk, "A courtesy")

    take(world, case, correcting.split_part, second.pk, 31)
    one, two, three = parts(case)
    assert (two.due_on, three.due_on) == (None, one.due_on)
    case.refresh_from_db()
    assert case.deadline["waiting"] == [2]


def test_clocks_that_stand_alike_are_joined_and_count_once(world: World, case: Case) -> None:
    clarified(world, case, 1)
    take(world, case, correcting.type_part, "Where are they kept?", "Said on the telephone")
    clarified(world, case, 2)

    take(world, case, correcting.join_part, parts(case)[0].pk)

    joined = parts(case)[0]
    assert joined.due_on is None
    assert joined.clock_events.filter(withdrawn_at=None).count() == 1
    assert joined.clock_events.count() == 2


def test_a_part_is_added_from_the_words_of_the_request(world: World, case: Case) -> None:
    take(world, case, correcting.add_part, "The mileage of\r\n each car")

    added = parts(case)[-1]
    assert (added.text, added.key) == ("The mileage of each car", "2 (second)")
    assert added.due_on == case.due_on
    lie_in_the_text(case)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("How many boats", "do not stand in the text"),
        ("ileage of each", "do not stand in the text"),
        ("Who bought them", "belong to a part already"),
        (" ?! ", "Enter the words"),
    ],
)
def test_words_that_are_no_new_part_are_refused(
    world: World, case: Case, words: str, refusal: str
) -> None:
    with pytest.raises(NotAllowed, match=refusal):
        take(world, case, correcting.add_part, words)
    assert len(parts(case)) == 2


def test_words_that_stand_twice_are_refused_until_it_is_plain_which(world: World) -> None:
    case = world.case(mail("1. How many cars?\n\nFor each year please.\n\nFor each year please.\n"))
    take(world, case, correcting.type_part, "Anything else?", "Said on the telephone")
    for part in parts(case)[:-1]:
        part.delete()
    take(world, case, correcting.add_part, "How many cars?")

    with pytest.raises(NotAllowed, match="more than once"):
        take(world, case, correcting.add_part, "For each year")


def test_a_typed_part_needs_a_reason_and_the_case_is_found_by_it(world: World, case: Case) -> None:
    with pytest.raises(NotAllowed, match="reason"):
        take(world, case, correcting.type_part, "How many hovercraft?", " ")
    with pytest.raises(NotAllowed, match="what is asked"):
        take(world, case, correcting.type_part, " … ", "Telephone")

    take(world, case, correcting.type_part, "How many hovercraft?", "Said on the telephone")

    assert parts(case)[-1].text == "How many hovercraft?"
    assert "Reason: Said on the telephone" in case.events.last().note.text
    assert "hovercraft" in case.words.request
    take(world, case, correcting.add_part, "The mileage of each car")
    assert [part.text for part in parts(case)][-1] == "How many hovercraft?"


def test_a_part_is_taken_away_and_its_words_and_key_are_not_forgotten(
    world: World, case: Case
) -> None:
    take(world, case, correcting.add_part, "The mileage of each car")
    take(world, case, correcting.take_away_part, parts(case)[-1].pk, "It asks nothing")
    note = case.events.last().note.text
    assert "“The mileage of each car”" in note
    assert "Reason: It asks nothing" in note

    take(world, case, correcting.add_part, "The mileage of each car")
    assert [part.key for part in parts(case)] == ["1", "2", "2 (third)"]


def test_a_part_with_something_recorded_or_alone_is_not_taken_away(
    world: World, case: Case
) -> None:
    first, second = parts(case)
    search(world, first, "Fleet register")
    with pytest.raises(NotAllowed, match="would be lost: searches"):
        take(world, case, correcting.take_away_part, first.pk, "It asks nothing")
    take(world, case, correcting.take_away_part, second.pk, "It asks nothing")
    with pytest.raises(NotAllowed, match="only part"):
        take(world, case, correcting.take_away_part, first.pk, "It asks nothing")
    assert Search.objects.filter(part=first).count() == 1


def test_of_two_officers_the_second_is_told_and_nothing_of_it_is_done(
    world: World, case: Case
) -> None:
    first, second = parts(case)
    seen, of_second = case.version, second.version
    take(world, case, correcting.split_part, first.pk, places(first.text)[0])

    with pytest.raises(NotAllowed, match="Somebody changed this"):
        correcting.join_part(case.pk, first.pk, version=seen, by=world.officer, clock=world.clock)
    # Who decides a part that stands elsewhere now is told as well.
    with pytest.raises(NotAllowed, match="Somebody changed this"):
        record_part(
            second.pk,
            version=of_second,
            held="held",
            outcome="",
            sections=[],
            facts="",
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )
    assert len(parts(case)) == 3


def test_parts_stand_still_once_a_response_is_approved(world: World, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(state="response_approved")
    with pytest.raises(NotAllowed, match="no response is approved"):
        take(world, case, correcting.join_part, parts(case)[0].pk)


def test_a_request_added_by_hand_is_split_and_joined_to_what_it_was(world: World) -> None:
    case = add_case(
        authority=world.authority,
        received_on=date(2026, 3, 2),
        basis="post",
        requester_name="Robin Ash",
        requester_address="robin@example.org",
        postal_address="",
        subject="Boats",
        text="How many boats do you own?\nHow many are in use?",
        regime="FOI",
        by=world.officer,
        clock=world.clock,
    )
    before = standing(case)
    first = parts(case)[0]
    if len(before) == 1:
        take(world, case, correcting.split_part, first.pk, places(first.text)[0])
        assert len(parts(case)) == 2
        take(world, case, correcting.join_part, first.pk)
        assert standing(case) == before
    else:
        take(world, case, correcting.join_part, first.pk)
        (joined,) = parts(case)
        assert joined.text == "How many boats do you own?\nHow many are in use?"


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_split_then_join_gives_back_the_same(world: World, case: Case, data: st.DataObject) -> None:
    before = standing(case)
    part = data.draw(st.sampled_from(parts(case)))
    place = data.draw(st.sampled_from(places(part.text)))
    with undone():
        take(world, case, correcting.split_part, part.pk, place)
        lie_in_the_text(case)
        assert len(parts(case)) == len(before) + 1

        take(world, case, correcting.join_part, part.pk)
        assert standing(case) == before


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_parts_never_overlap_and_always_lie_in_the_text(
    world: World, case: Case, data: st.DataObject
) -> None:
    with undone():
        for _ in range(data.draw(st.integers(1, 4))):
            listed = parts(case)
            part = data.draw(st.sampled_from(listed))
            steps: list[tuple[object, ...]] = [(correcting.add_part, "The mileage of each car")]
            steps += [(correcting.split_part, part.pk, place) for place in places(part.text)]
            steps += [(correcting.join_part, part.pk), (correcting.take_away_part, part.pk, "None")]
            step, *given_to_it = data.draw(st.sampled_from(steps))
            try:
                take(world, case, step, *given_to_it)  # type: ignore[arg-type]  # a step of the list
            except NotAllowed:
                assert [each.pk for each in parts(case)] == [each.pk for each in listed]
            lie_in_the_text(case)


@given(st.text(alphabet="ab. ?;,\n1", max_size=80))
def test_every_place_leaves_words_on_both_sides(text: str) -> None:
    for place in places(text):
        assert any(letter.isalnum() for letter in text[:place])
        assert any(letter.isalnum() for letter in text[place:])
        assert text[place - 1].isspace()


@given(st.lists(st.text("abc?", min_size=1), min_size=1, max_size=5), st.text(" \n", min_size=1))
def test_words_are_found_whatever_the_space_between_them(words: list[str], space: str) -> None:
    text = f"x {space.join(words)} y"
    assert (2, len(text) - 2) in occurrences(" ".join(words), text)


@pytest.mark.parametrize(
    ("keys", "place", "gone", "expected"),
    [
        (["1", "2"], 1, [], "1 (second)"),
        (["1", "1 (second)"], 2, [], "1 (third)"),
        (["1", "2"], 2, ["2 (second)"], "2 (third)"),
        (["1", "2"], 0, [], "before 1"),
        (["p1", "p2"], 1, [], "p3"),
        (["p1", "p3"], 1, ["p4"], "p5"),
    ],
)
def test_a_further_part_has_a_key_that_none_has_or_had(
    keys: list[str], place: int, gone: list[str], expected: str
) -> None:
    assert further_key(keys, place, lambda key: key not in [*keys, *gone]) == expected
