"""Links between cases: both ways, with why, taken away again; they follow a merger."""

import pytest

from assistant.domain.errors import NotAllowed
from assistant.services.link_cases import link_cases, links_of, unlink_cases
from assistant.services.merge_cases import Seen, merge_cases
from assistant.store.events import broken_link
from assistant.store.models import Case, CaseLink, User
from tests.letters import mail
from tests.world import World


@pytest.fixture
def cases(world: World) -> list[Case]:
    """Three requests of one requester."""
    return [
        world.deliver(
            mail(f"How many {what} do you own?", subject=what, message_id=f"<{what}@example.org>")
        ).cases.get()
        for what in ("cars", "boats", "horses")
    ]


def link(
    world: World, one: Case, other: str, *, why: str = "cost", reason: str = "Alike"
) -> CaseLink:
    one.refresh_from_db()
    return link_cases(
        one.pk, version=one.version, other=other, why=why, reason=reason, by=world.officer,
        clock=world.clock,
    )  # fmt: skip


def unlink(world: World, case: Case, link_id: int, reason: str = "Not alike") -> CaseLink:
    case.refresh_from_db()
    return unlink_cases(
        case.pk, link_id, version=case.version, reason=reason, by=world.officer, clock=world.clock
    )


def merge(world: World, into: Case, gone: Case) -> None:
    for case in (into, gone):
        case.refresh_from_db()
    merge_cases(
        Seen(into.pk, into.version), Seen(gone.pk, gone.version), parts=[], reason="Twice",
        by=world.officer, clock=world.clock,
    )  # fmt: skip


def test_a_link_shows_on_both_cases_and_stands_in_the_history_of_both(
    world: World, cases: list[Case]
) -> None:
    cars, boats, _ = cases
    due = boats.due_on
    # It does not matter from which of the two it is made.
    made = link(world, boats, f" {cars.reference.lower()} ")
    assert (made.one, made.other) == (cars, boats)
    for case, other in ((cars, boats), (boats, cars)):
        assert [each.pk for each in links_of(case)] == [made.pk]
        event = case.events.last()
        assert event is not None
        assert (event.kind, event.actor) == ("case_linked", world.officer)
        assert event.note.text.startswith(f"Linked with {other.reference}. Counted together")
        assert broken_link(case) is None
    boats.refresh_from_db()
    assert (boats.due_on, boats.state) == (due, "open")


def test_a_link_is_taken_away_with_a_reason_and_is_not_forgotten(
    world: World, cases: list[Case]
) -> None:
    cars, boats, _ = cases
    made = link(world, cars, boats.reference)
    unlink(world, boats, made.pk)
    assert not links_of(cars).exists()
    made.refresh_from_db()
    assert (made.ended_by, made.ended_reason) == (world.officer, "Not alike")
    for case in (cars, boats):
        assert case.events.last().kind == "case_unlinked"  # type: ignore[union-attr]  # there is one
    # They can be linked again.
    assert link(world, cars, boats.reference, why="series").why == "series"


def test_what_cannot_be_linked_is_said(world: World, cases: list[Case]) -> None:
    cars, boats, horses = cases
    made = link(world, cars, boats.reference)
    for other, why, words in (
        (boats.reference, "cost", "are linked already"),
        (cars.reference, "cost", "this case itself"),
        ("FOI-1", "cost", "There is no case “FOI-1”"),
        (horses.reference, "split", "is no reason to link two cases"),
        (horses.reference, "friendship", "is no reason to link two cases"),
    ):
        with pytest.raises(NotAllowed, match=words):
            link(world, cars, other, why=why)
    with pytest.raises(NotAllowed, match="Give a reason"):
        link(world, cars, horses.reference, reason=" ")
    with pytest.raises(NotAllowed, match="no such link any more"):
        unlink(world, horses, made.pk)
    with pytest.raises(NotAllowed, match="Give a reason"):
        unlink(world, cars, made.pk, reason="")
    stranger = User(authority_id=world.authority.pk + 1, role="officer")
    cars.refresh_from_db()
    with pytest.raises(NotAllowed, match="another authority"):
        link_cases(
            cars.pk, version=cars.version, other=horses.reference, why="cost", reason="x",
            by=stranger, clock=world.clock,
        )  # fmt: skip
    assert links_of(cars).count() == 1


def test_links_of_a_merged_case_are_those_of_the_case_that_stays(
    world: World, cases: list[Case]
) -> None:
    cars, boats, horses = cases
    between = link(world, cars, boats.reference)
    moved = link(world, boats, horses.reference)
    merge(world, cars, boats)
    between.refresh_from_db()
    moved.refresh_from_db()
    assert between.ended_reason == f"{boats.reference} was merged into {cars.reference}."
    assert (moved.one, moved.other, moved.ended_at) == (cars, horses, None)
    with pytest.raises(NotAllowed, match="are linked already"):
        link(world, horses, boats.reference)


def test_the_link_of_a_merger_stays_and_moves_with_the_next_one(
    world: World, cases: list[Case]
) -> None:
    cars, boats, horses = cases
    merge(world, cars, boats)
    made = links_of(cars).get()
    assert (made.why, made.note) == ("merged", "Twice")
    with pytest.raises(NotAllowed, match="no such link any more"):
        unlink(world, cars, made.pk)
    merge(world, horses, cars)
    assert [(each.one, each.other) for each in links_of(horses).order_by("pk")] == [
        (boats, horses),
        (cars, horses),
    ]
