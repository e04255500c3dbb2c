"""What happens to the clock of a case and of its parts, and the dates that follow from it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assistant import bootstrap
from assistant.domain.errors import NotAllowed
from assistant.domain.law.deadline import EventKind
from assistant.services.change_regime import change_regime
from assistant.services.correct_receipt import correct_receipt
from assistant.services.mark_not_a_request import mark_not_a_request
from assistant.services.prepare import prepare
from assistant.services.recompute_clocks import recompute_clocks
from assistant.services.record_clock_event import record_clock_event
from assistant.services.withdraw_clock_event import withdraw_clock_event
from assistant.store.events import broken_link
from assistant.store.models import AuthorityClock, Case, Draft
from tests.bank_holidays import document
from tests.letters import mail
from tests.world import DETAILS, World

TWO = "1. How many patrol cars do you own?\n\n2. How many were sold in 2025?\n"
SOUGHT, CAME = EventKind.CLARIFICATION_SOUGHT, EventKind.CLARIFICATION_RECEIVED
NOTICE, PAID, EXTENDED = EventKind.FEES_NOTICE, EventKind.FEES_PAID, EventKind.EXTENDED
DUE = date(2026, 3, 31)  # of a request of 2 March 2026


@pytest.fixture
def case(world: World) -> Case:
    """A request of 2 March 2026 with two parts; it is 30 April."""
    case = world.case(mail(TWO, subject="Patrol cars"))
    world.clock.set(datetime(2026, 4, 30, 10, 0, tzinfo=UTC))
    assert case.parts.count() == 2
    return case


def happens(world: World, case: Case, kind: EventKind, on: str, *parts: int) -> Case:
    case.refresh_from_db()
    record_clock_event(
        case.pk,
        version=case.version,
        kind=kind,
        on=date.fromisoformat(on),
        reason="As the letter says",
        by=world.officer,
        clock=world.clock,
        parts=parts,
    )
    case.refresh_from_db()
    return case


def withdraw(world: World, case: Case, event_id: int) -> None:
    case.refresh_from_db()
    withdraw_clock_event(
        case.pk,
        version=case.version,
        event_id=event_id,
        reason="Another case’s letter",
        by=world.officer,
        clock=world.clock,
    )
    case.refresh_from_db()


def due(case: Case) -> list[date | None]:
    return list(case.parts.order_by("position").values_list("due_on", flat=True))


def test_a_case_that_awaits_clarification_has_no_date_until_it_comes(
    world: World, case: Case
) -> None:
    happens(world, case, SOUGHT, "2026-03-10")
    assert (case.due_on, case.decision_due_on, due(case)) == (None, None, [None, None])
    assert case.deadline["status"] == "awaiting-clarification"
    assert case.deadline["standing_since"] == "2026-03-10"
    assert case.deadline["waiting"] == [1, 2]

    happens(world, case, CAME, "2026-03-21")
    assert case.due_on == date(2026, 4, 21)
    assert case.received_on == date(2026, 3, 2)
    assert {part.received_on for part in case.parts.all()} == {date(2026, 3, 21)}
    assert case.deadline["waiting"] == []


def test_clarification_of_one_part_starts_its_clock_again_and_leaves_the_other_running(
    world: World, case: Case
) -> None:
    happens(world, case, SOUGHT, "2026-03-10", 2)
    assert (due(case), case.due_on) == ([DUE, None], DUE)
    assert case.deadline["status"] == "running"
    assert case.deadline["waiting"] == [2]

    happens(world, case, CAME, "2026-03-21", 2)
    assert due(case) == [DUE, date(2026, 4, 21)]
    assert case.due_on == DUE
    first, second = case.parts.order_by("position")
    assert (first.received_on, second.received_on) == (date(2026, 3, 2), date(2026, 3, 21))
    assert second.deadline["working"][-1] == {"day": 20, "date": "2026-04-21"}


def test_under_subject_access_clarification_pauses(world: World, case: Case) -> None:
    change_regime(
        case.pk,
        version=case.version,
        regime="SAR",
        reason="Their own file",
        by=world.officer,
        clock=world.clock,
    )
    case.refresh_from_db()
    assert case.due_on == date(2026, 4, 2)
    happens(world, case, SOUGHT, "2026-03-10", 2)
    happens(world, case, CAME, "2026-03-15", 2)
    assert due(case) == [date(2026, 4, 2), date(2026, 4, 7)]


def test_a_fees_notice_pauses_and_the_fee_lets_the_clock_go_on(world: World, case: Case) -> None:
    happens(world, case, NOTICE, "2026-03-10")
    assert (case.due_on, case.deadline["status"]) == (None, "paused")
    happens(world, case, PAID, "2026-03-18")
    assert case.due_on == date(2026, 4, 10)


def test_an_extension_for_the_public_interest_leaves_the_notice_where_it_was(
    world: World, case: Case
) -> None:
    happens(world, case, EXTENDED, "2026-03-20")
    assert (case.due_on, case.decision_due_on) == (DUE, date(2026, 4, 30))
    assert case.deadline["notice_due_on"] == "2026-03-31"
    assert (case.deadline["due_basis"], case.deadline["decision_basis"]) == (
        "statutory",
        "guidance",
    )


def test_each_part_keeps_the_clock_of_its_own_regime(world: World, case: Case) -> None:
    change_regime(
        case.pk,
        version=case.version,
        regime="EIR",
        reason="Emissions of the cars",
        by=world.officer,
        clock=world.clock,
        parts=[2],
    )
    case.refresh_from_db()
    assert case.regime == "MIXED"
    assert list(case.parts.order_by("position").values_list("regime", flat=True)) == ["FOI", "EIR"]
    assert case.events.last().details["parts"] == [2]

    happens(world, case, EXTENDED, "2026-03-20")
    assert due(case) == [DUE, date(2026, 4, 30)]
    assert (case.due_on, case.decision_due_on) == (DUE, date(2026, 4, 30))

    change_regime(
        case.pk,
        version=case.version,
        regime="EIR",
        reason="All of it",
        by=world.officer,
        clock=world.clock,
        parts=[1],
    )
    case.refresh_from_db()
    assert (case.regime, case.due_on) == ("EIR", date(2026, 4, 30))


def test_every_event_stands_in_the_history_with_its_day_parts_and_reason(
    world: World, case: Case
) -> None:
    happens(world, case, SOUGHT, "2026-03-10", 2)
    happens(world, case, CAME, "2026-03-21", 2)
    sought, came = list(case.events.order_by("number"))[-2:]
    assert (sought.kind, came.kind) == ("clarification_sought", "clarification_received")
    assert (sought.details["on"], sought.details["parts"]) == ("2026-03-10", [2])
    assert sought.note.text == "As the letter says"
    row = case.clock_events.get(pk=sought.details["clock_events"][0])
    assert (row.part.position, row.note, row.recorded_by) == (
        2,
        "As the letter says",
        world.officer,
    )
    assert broken_link(case) is None


def test_choosing_every_part_is_the_whole_case(world: World, case: Case) -> None:
    happens(world, case, SOUGHT, "2026-03-10", 1, 2)
    assert case.clock_events.get().part is None
    assert case.events.last().details["parts"] == []


def test_the_acknowledgement_is_composed_again_and_the_response_is_left_alone(
    world: World, case: Case
) -> None:
    before = Draft.objects.get(case=case, kind="response").version
    happens(world, case, SOUGHT, "2026-03-10")
    assert Draft.objects.get(case=case, kind="acknowledgement").state == Draft.State.QUEUED
    response = Draft.objects.get(case=case, kind="response")
    assert (response.state, response.version) == (Draft.State.READY, before)
    world.compose(case)
    happens(world, case, CAME, "2026-03-21")
    world.compose(case)
    assert "21 April 2026" in str(Draft.objects.get(case=case, kind="acknowledgement").blocks)


@pytest.mark.parametrize(
    ("kind", "on", "parts", "fault"),
    [
        (CAME, "2026-03-10", (), "answers nothing: none had been sought by that day"),
        (PAID, "2026-03-10", (2,), r"no fees notice .* \(part 2\)"),
        (EXTENDED, "2026-03-01", (), "received on 2 March 2026"),
        (SOUGHT, "2026-05-01", (), "cannot be in the future"),
        (SOUGHT, "2026-03-10", (3,), "has no part 3"),
    ],
)
def test_what_cannot_have_happened_is_refused_in_words(
    world: World, case: Case, kind: EventKind, on: str, parts: tuple[int, ...], fault: str
) -> None:
    with pytest.raises(NotAllowed, match=fault):
        happens(world, case, kind, on, *parts)
    assert not case.clock_events.exists()
    assert case.due_on == DUE


def test_a_part_that_waits_already_is_named(world: World, case: Case) -> None:
    happens(world, case, SOUGHT, "2026-03-10", 2)
    with pytest.raises(NotAllowed, match=r"awaited since 10 March 2026 already \(part 2\)"):
        happens(world, case, SOUGHT, "2026-03-11", 1, 2)
    assert due(case) == [DUE, None]


def test_subject_access_knows_no_fees(world: World, case: Case) -> None:
    happens(world, case, NOTICE, "2026-03-10")
    with pytest.raises(NotAllowed, match=r"no place under subject access.*withdraw"):
        change_regime(
            case.pk,
            version=case.version,
            regime="SAR",
            reason="Their own file",
            by=world.officer,
            clock=world.clock,
        )
    case.refresh_from_db()
    assert case.regime == "FOI"
    assert set(case.parts.values_list("regime", flat=True)) == {"FOI"}


def test_a_receipt_after_what_is_recorded_is_refused(world: World, case: Case) -> None:
    happens(world, case, SOUGHT, "2026-03-10")
    with pytest.raises(NotAllowed, match="asking for clarification of 10 March 2026 is before"):
        correct_receipt(
            case.pk,
            version=case.version,
            received_on=date(2026, 3, 12),
            reason="x",
            by=world.officer,
            clock=world.clock,
        )


def test_a_case_that_is_closed_takes_no_event_of_its_clock(world: World, case: Case) -> None:
    mark_not_a_request(
        case.pk, version=case.version, reason="Spam", by=world.officer, clock=world.clock
    )
    with pytest.raises(NotAllowed, match="cannot be"):
        happens(world, case, SOUGHT, "2026-03-10")
    assert not case.clock_events.exists()


def test_of_two_who_record_at_once_the_second_is_told(world: World, case: Case) -> None:
    version = case.version
    happens(world, case, SOUGHT, "2026-03-10")
    with pytest.raises(NotAllowed, match="Somebody changed"):
        record_clock_event(
            case.pk,
            version=version,
            kind=EXTENDED,
            on=date(2026, 3, 10),
            reason="x",
            by=world.supervisor,
            clock=world.clock,
        )


def test_what_was_recorded_by_mistake_is_withdrawn_and_stays_to_be_seen(
    world: World, case: Case
) -> None:
    happens(world, case, SOUGHT, "2026-03-10")
    row = case.clock_events.get()
    withdraw(world, case, row.pk)
    assert (case.due_on, due(case)) == (DUE, [DUE, DUE])
    row.refresh_from_db()
    assert (row.withdrawn_by, row.withdrawn_reason) == (world.officer, "Another case’s letter")
    assert case.events.last().kind == "clock_event_withdrawn"
    assert broken_link(case) is None
    with pytest.raises(NotAllowed, match="withdrawn already"):
        withdraw(world, case, row.pk)
    with pytest.raises(NotAllowed, match="no such event"):
        withdraw(world, case, row.pk + 1)
    happens(world, case, SOUGHT, "2026-03-12")
    assert case.due_on is None


def test_what_another_event_answers_is_withdrawn_after_it(world: World, case: Case) -> None:
    happens(world, case, SOUGHT, "2026-03-10")
    happens(world, case, CAME, "2026-03-21")
    sought, came = case.clock_events.order_by("pk")
    with pytest.raises(NotAllowed, match="clarification of 21 March 2026 answers nothing"):
        withdraw(world, case, sought.pk)
    withdraw(world, case, came.pk)
    withdraw(world, case, sought.pk)
    assert case.due_on == DUE


def test_a_school_and_an_archive_have_their_own_clock_by_setting(world: World) -> None:
    archives = replace(DETAILS, authority_clock="archives")
    prepare(archives, wordings=bootstrap.wordings())
    case = world.case(mail(TWO))
    assert (case.deadline["kind"], case.due_on) == ("archives", date(2026, 4, 16))

    terms = ((date(2026, 1, 5), date(2026, 3, 20)), (date(2026, 4, 13), date(2026, 7, 21)))
    prepare(
        replace(DETAILS, authority_clock="school", school_terms=terms),
        wordings=bootstrap.wordings(),
    )
    assert recompute_clocks(world.authority, clock=world.clock) == 1
    case.refresh_from_db()
    assert (case.deadline["kind"], case.due_on) == ("school", date(2026, 4, 21))


def test_a_holiday_proclaimed_later_moves_the_cases_that_run_and_says_so(world: World) -> None:
    case, closed = (
        world.case(mail(TWO)),
        world.case(mail(f"{TWO}\nThank you.", message_id="<2@example.org>")),
    )
    mark_not_a_request(
        closed.pk, version=closed.version, reason="Spam", by=world.officer, clock=world.clock
    )
    world.compose(case)
    assert recompute_clocks(world.authority, clock=world.clock) == 0

    holidays = document(2026, day_2026_03_13="A day of thanks")
    prepare(replace(DETAILS, bank_holidays=holidays), wordings=bootstrap.wordings())
    assert recompute_clocks(world.authority, clock=world.clock) == 1

    case.refresh_from_db()
    closed.refresh_from_db()
    assert (case.due_on, closed.due_on) == (date(2026, 4, 1), DUE)
    assert {"date": "2026-03-13", "why": "A day of thanks", "where": "the United Kingdom"} in (
        case.deadline["skipped"]
    )
    event = case.events.last()
    assert (event.kind, event.actor) == ("clock_recomputed", None)
    assert (event.details["before"], event.details["after"]) == ("2026-03-31", "2026-04-01")
    assert Draft.objects.get(case=case, kind="acknowledgement").state == Draft.State.QUEUED
    assert recompute_clocks(world.authority, clock=world.clock) == 0


def test_a_case_whose_events_no_longer_fit_keeps_its_dates(world: World, case: Case) -> None:
    happens(world, case, NOTICE, "2026-03-10")
    Case.objects.filter(pk=case.pk).update(regime="SAR", due_on=DUE)
    case.parts.update(regime="SAR")
    assert recompute_clocks(world.authority, clock=world.clock) == 0
    case.refresh_from_db()
    assert case.due_on == DUE


def test_an_authority_that_was_never_prepared_has_the_usual_clock(world: World, case: Case) -> None:
    AuthorityClock.objects.all().delete()
    assert recompute_clocks(world.authority, clock=world.clock) == 0
