"""A case that is withdrawn or passed on is closed with its letter, and can be reopened."""

from collections.abc import Callable
from datetime import date

import pytest

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.services.close_case import transfer_request, withdraw_request
from assistant.services.reopen_case import reopen_case
from assistant.store.blocks import draft_of
from assistant.store.models import Authority, Case, Draft
from tests.world import World

TODAY = date(2026, 3, 3)


def withdraw(world: World, case: Case, **changes: object) -> Case:
    given: dict[str, object] = {"withdrawn_on": TODAY, "reason": "They wrote that it is settled."}
    return withdraw_request(
        case.pk,
        version=case.version,
        by=world.officer,
        clock=world.clock,
        **given | changes,  # type: ignore[arg-type]  # by name
    )


def transfer(world: World, case: Case, **changes: object) -> Case:
    given: dict[str, object] = {
        "holder": "Northshire Council, foi@northshire.council.example",
        "agreed_on": date(2026, 3, 2),
        "transferred_on": TODAY,
        "reason": "The council runs the ferry.",
    }
    return transfer_request(
        case.pk,
        version=case.version,
        by=world.officer,
        clock=world.clock,
        **given | changes,  # type: ignore[arg-type]  # by name
    )


def test_a_withdrawal_closes_the_case_and_drafts_what_confirms_it(world: World) -> None:
    case = withdraw(world, world.case())
    world.compose(case)

    case = Case.objects.get(pk=case.pk)
    assert (case.state, case.unanswered) == ("withdrawn", False)
    said = draft_of(case.drafts.get(kind="withdrawal"))
    assert "You told us on 3 March 2026" in said.text
    assert said.gaps == ()
    event = case.events.get(kind=EventKind.WITHDRAWN)
    assert (event.actor, event.details["on"]) == (world.officer, "2026-03-03")
    assert event.note.text == "They wrote that it is settled."


def test_a_transfer_closes_the_case_says_where_and_keeps_what_was_decided(world: World) -> None:
    case = world.case()
    first = case.parts.first()
    assert first is not None
    case.parts.filter(pk=first.pk).update(outcome="refused")
    case = transfer(world, case)
    world.compose(case)

    assert case.state == "transferred"
    assert set(case.parts.values_list("outcome", flat=True)) == {"refused", "transferred"}
    said = draft_of(case.drafts.get(kind="transfer"))
    assert "foi@northshire.council.example" in said.text
    assert said.gaps == ()

    reopen_case(
        case.pk, version=case.version, reason="They hold none", by=world.officer, clock=world.clock
    )
    case.refresh_from_db()
    assert case.state == "open"
    assert set(case.parts.values_list("outcome", flat=True)) == {"refused", ""}


def test_a_withdrawal_is_undone_on_the_old_clock_and_its_letter_is_begun_once(
    world: World,
) -> None:
    case = withdraw(world, world.case())
    due = case.due_on
    case = reopen_case(
        case.pk, version=case.version, reason="Not theirs", by=world.officer, clock=world.clock
    )
    assert (case.state, case.due_on) == ("open", due)

    withdraw(world, case)

    assert Draft.objects.filter(case=case, kind="withdrawal").count() == 1


@pytest.mark.parametrize("close", [withdraw, transfer])
def test_what_is_closed_or_anothers_is_not_closed_again(
    world: World, close: Callable[[World, Case], Case]
) -> None:
    case = close(world, world.case())
    with pytest.raises(NotAllowed, match="cannot be"):
        close(world, case)
    world.officer.authority = Authority.objects.create(slug="other", name="Other Council")
    with pytest.raises(NotAllowed, match="another authority"):
        close(world, case)


@pytest.mark.parametrize(
    ("close", "changes", "says"),
    [
        (withdraw, {"reason": " "}, "Give a reason"),
        (withdraw, {"withdrawn_on": date(2026, 3, 4)}, "in the future"),
        (withdraw, {"withdrawn_on": date(2026, 3, 1)}, "before the request"),
        (transfer, {"holder": " "}, "Name the authority"),
        (transfer, {"agreed_on": TODAY, "transferred_on": date(2026, 3, 2)}, "has agreed"),
        (transfer, {"transferred_on": date(2026, 3, 4)}, "in the future"),
    ],
)
def test_what_cannot_be_is_refused(
    world: World, close: Callable[..., Case], changes: dict[str, object], says: str
) -> None:
    case = world.case()
    with pytest.raises(NotAllowed, match=says):
        close(world, case, **changes)
    case.refresh_from_db()
    assert case.state == "open"


@pytest.mark.parametrize("changes", [{"regime": "SAR"}, {"purpose": "review"}])
def test_only_requests_for_information_are_passed_on(world: World, changes: dict[str, str]) -> None:
    case = world.case()
    Case.objects.filter(pk=case.pk).update(**changes)
    with pytest.raises(NotAllowed, match="Only a request under FOI or the EIR"):
        transfer(world, case)


def test_a_review_is_withdrawn_without_a_letter_about_a_request(world: World) -> None:
    case = world.case()
    Case.objects.filter(pk=case.pk).update(purpose="review")
    case.refresh_from_db()

    withdraw(world, case)

    assert not case.drafts.filter(kind="withdrawal").exists()
