from datetime import UTC, date, datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.law.calendar import from_gov_uk, uk_calendar
from assistant.domain.law.clock import (
    Basis,
    ClockEvent,
    ClockKind,
    Deadline,
    EventKind,
    Status,
    Term,
    combine,
    compute,
    latest_day_to_ask_for_review,
    received_on,
)
from assistant.domain.law.clock_rules import USUAL, ClockRules
from assistant.domain.law.timeline import why_not
from tests.unit.law.own_holidays import UNION, walked

UK = uk_calendar(2018, 2033)
DAYS = st.dates(date(2019, 1, 1), date(2030, 12, 31))
GAPS = st.integers(0, 90)
BUSY = np.busdaycalendar(holidays=np.array(sorted(UNION), dtype="datetime64[D]"))
TERMS = (Term(date(2026, 4, 20), date(2026, 7, 21)), Term(date(2026, 9, 2), date(2026, 12, 18)))


def event(text: str) -> ClockEvent:
    kind, _, on = text.partition(" ")
    return ClockEvent(EventKind(kind), date.fromisoformat(on))


def clock(kind: str, received: str, *events: str) -> Deadline:
    happened = [event(each) for each in events]
    return compute(ClockKind(kind), date.fromisoformat(received), happened, UK, TERMS)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def nth_working_day(received: date, number: int) -> date:
    """The same count by numpy: the day after, rolled on, and the rest added."""
    start = np.datetime64(received + timedelta(days=1))
    day = np.busday_offset(start, number - 1, roll="forward", busdaycal=BUSY)
    return date.fromisoformat(str(day))


@given(DAYS)
def test_a_request_is_due_on_the_twentieth_working_day(received: date) -> None:
    for kind in (ClockKind.FOI, ClockKind.EIR, ClockKind.FOI_REVIEW):
        deadline = compute(kind, received, (), UK)
        assert deadline.due_on == nth_working_day(received, 20) == walked(received, 20)
        assert deadline.notice_due_on == deadline.decision_due_on == deadline.due_on


@given(DAYS)
def test_reviews_and_archives_run_longer(received: date) -> None:
    assert compute(ClockKind.EIR_REVIEW, received, (), UK).due_on == nth_working_day(received, 40)
    assert compute(ClockKind.ARCHIVES, received, (), UK).due_on == nth_working_day(received, 30)
    assert latest_day_to_ask_for_review(received, UK) == nth_working_day(received, 40)


@given(DAYS, GAPS)
def test_an_extension_never_moves_the_notice_under_foi(received: date, gap: int) -> None:
    told = ClockEvent(EventKind.EXTENDED, received + timedelta(days=gap))
    deadline = compute(ClockKind.FOI, received, [told], UK)
    assert deadline.notice_due_on == deadline.due_on == nth_working_day(received, 20)
    assert deadline.decision_due_on == nth_working_day(received, 40)
    assert deadline.due_basis is Basis.STATUTORY
    assert deadline.decision_basis is Basis.GUIDANCE
    late = told.on > nth_working_day(received, 20)
    assert any("after it was due" in warning for warning in deadline.warnings) is late


@given(DAYS, GAPS, GAPS)
def test_clarification_starts_the_clock_again(received: date, gap: int, wait: int) -> None:
    sought = received + timedelta(days=gap)
    came = sought + timedelta(days=wait)
    for kind in (ClockKind.FOI, ClockKind.EIR):
        asked = ClockEvent(EventKind.CLARIFICATION_SOUGHT, sought)
        answered = ClockEvent(EventKind.CLARIFICATION_RECEIVED, came)
        deadline = compute(kind, received, [asked, answered], UK)
        assert deadline.due_on == compute(kind, came, (), UK).due_on
        assert (deadline.received_on, deadline.first_received_on) == (came, received)


@given(DAYS, GAPS, GAPS)
def test_a_fees_notice_is_a_true_pause(received: date, gap: int, wait: int) -> None:
    given_on = received + timedelta(days=gap)
    paid_on = given_on + timedelta(days=wait)
    left_out = frozenset(given_on + timedelta(days=number) for number in range(wait + 1))
    events = [ClockEvent(EventKind.FEES_NOTICE, given_on), ClockEvent(EventKind.FEES_PAID, paid_on)]
    deadline = compute(ClockKind.FOI, received, events, UK)
    assert deadline.due_on == walked(received, 20, left_out)


@given(DAYS, st.sampled_from([ClockKind.FOI, ClockKind.EIR, ClockKind.EIR_REVIEW]))
def test_the_working_and_the_skipped_account_for_every_weekday(
    received: date, kind: ClockKind
) -> None:
    deadline = compute(kind, received, (), UK)
    assert deadline.due_on is not None
    length = (deadline.due_on - received).days
    weekdays = {received + timedelta(days=number) for number in range(1, length + 1)}
    weekdays = {day for day in weekdays if day.weekday() < 5}
    counted = [each.date for each in deadline.working]
    assert [each.day for each in deadline.working] == list(range(1, len(counted) + 1))
    assert set(counted) | {each.date for each in deadline.skipped} == weekdays
    assert all(UK.why_not(each.date) == each.why for each in deadline.skipped)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 3, 27, 23, 10), date(2026, 3, 27)),  # noqa: DTZ001 - read as London
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 1, 31, 23, 30, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 2, 6, 0, 30, tzinfo=timezone(timedelta(hours=2))), date(2026, 2, 5)),
    ],
)
def test_the_date_of_receipt_is_the_day_in_london(instant: datetime, day: date) -> None:
    assert received_on(instant) == day


@pytest.mark.parametrize("kind", ["foi", "eir"])
def test_no_date_is_known_while_clarification_is_awaited(kind: str) -> None:
    deadline = clock(kind, "2026-06-01", "clarification-sought 2026-06-10")
    assert deadline.status is Status.AWAITING_CLARIFICATION
    assert (deadline.due_on, deadline.notice_due_on, deadline.decision_due_on) == (None,) * 3
    assert not deadline.working


def test_clarification_sought_after_the_last_day_is_pointed_out() -> None:
    last = clock("foi", "2026-06-01", "clarification-sought 2026-06-30")
    late = clock("foi", "2026-06-01", "clarification-sought 2026-07-01")
    assert len(last.warnings) == 1
    assert "after the answer was due on 2026-06-30" in late.warnings[1]


def test_clarification_may_be_sought_a_second_time() -> None:
    deadline = clock(
        "foi",
        "2026-06-01",
        "clarification-sought 2026-06-03",
        "clarification-received 2026-06-06",
        "clarification-sought 2026-06-06",
        "clarification-received 2026-06-13",
    )
    assert deadline.received_on == date(2026, 6, 13)
    assert deadline.due_on == clock("foi", "2026-06-13").due_on
    assert "FOIA s1(3)" in deadline.rules


def test_asking_again_while_waiting_changes_nothing() -> None:
    deadline = clock(
        "sar",
        "2026-02-05",
        "clarification-sought 2026-02-10",
        "clarification-sought 2026-02-12",
        "clarification-received 2026-02-15",
    )
    assert iso(deadline.due_on) == "2026-03-10"
    assert "asked for again on 2026-02-12" in deadline.warnings[0]


def test_an_extension_of_the_earlier_clock_does_not_carry_over() -> None:
    deadline = clock(
        "eir",
        "2026-06-01",
        "extended 2026-06-02",
        "clarification-sought 2026-06-03",
        "clarification-received 2026-06-04",
    )
    assert deadline.due_on == clock("eir", "2026-06-04").due_on
    assert "was of the clock before clarification" in deadline.warnings[0]


def test_telling_of_an_extension_twice_gives_no_more_time() -> None:
    once = clock("foi", "2026-06-01", "extended 2026-06-20")
    twice = clock("foi", "2026-06-01", "extended 2026-06-20", "extended 2026-06-21")
    assert once.decision_due_on == twice.decision_due_on
    assert "told again on 2026-06-21" in twice.warnings[0]


def test_an_extension_under_the_regulations_moves_everything() -> None:
    deadline = clock("eir", "2026-03-02", "extended 2026-03-10")
    assert {deadline.due_on, deadline.notice_due_on, deadline.decision_due_on} == {
        nth_working_day(date(2026, 3, 2), 40)
    }
    assert (deadline.due_basis, deadline.decision_basis) == (Basis.STATUTORY, Basis.STATUTORY)
    assert "EIR reg 7(1)" in deadline.rules
    assert len(deadline.working) == 40


def test_an_internal_review_is_guidance_and_may_be_extended() -> None:
    plain = clock("foi-review", "2026-11-02")
    longer = clock("foi-review", "2026-11-02", "extended 2026-11-20")
    assert (iso(plain.due_on), iso(longer.due_on)) == ("2026-12-01", "2026-12-31")
    assert plain.due_basis is longer.due_basis is Basis.GUIDANCE


def test_a_fee_pauses_and_both_ends_are_left_out() -> None:
    deadline = clock("foi", "2026-03-02", "fees-notice 2026-03-10", "fees-paid 2026-03-18")
    assert iso(deadline.due_on) == "2026-04-10"
    fees = [iso(each.date) for each in deadline.skipped if "fee" in each.why]
    assert fees[0] == "2026-03-10"
    assert fees[-1] == "2026-03-18"
    assert "FOIA s10(2)" in deadline.rules


def test_an_unpaid_fee_pauses_and_says_until_when_it_may_be_paid() -> None:
    deadline = clock("foi", "2026-03-02", "fees-notice 2026-03-10")
    assert (deadline.status, deadline.due_on) == (Status.PAUSED, None)
    assert "The fee may be paid until 2026-06-09 (FOIA s9(2))." in deadline.warnings


def test_a_notice_at_the_end_of_a_month_runs_to_the_end_of_a_shorter_one() -> None:
    deadline = clock("foi", "2026-11-02", "fees-notice 2026-11-30")
    assert "The fee may be paid until 2027-02-28 (FOIA s9(2))." in deadline.warnings


def test_a_fee_paid_after_three_months_is_pointed_out() -> None:
    deadline = clock("foi", "2026-03-02", "fees-notice 2026-03-10", "fees-paid 2026-06-10")
    assert "the authority need not comply" in deadline.warnings[0]


def test_the_three_months_are_not_the_regulations() -> None:
    deadline = clock("eir", "2026-03-02", "fees-notice 2026-03-10")
    assert not any("s9(2)" in warning for warning in deadline.warnings)


def test_clarification_is_awaited_before_a_fee() -> None:
    deadline = clock(
        "foi", "2026-03-02", "fees-notice 2026-03-10", "clarification-sought 2026-03-11"
    )
    assert deadline.status is Status.AWAITING_CLARIFICATION
    assert "fee has been awaited since 2026-03-10" in deadline.warnings[1]


@pytest.mark.parametrize(
    ("kind", "events", "fault"),
    [
        ("foi", ["clarification-received 2026-03-05"], "has no clarification-sought"),
        (
            "foi",
            ["clarification-sought 2026-03-06", "clarification-received 2026-03-05"],
            "has no clarification-sought",
        ),
        ("foi", ["extended 2026-03-01"], "before the receipt on 2026-03-02"),
        ("foi", ["fees-paid 2026-03-05"], "has no fees-notice"),
        ("foi", ["fees-notice 2026-03-05", "fees-notice 2026-03-06"], "that was not paid"),
        ("sar", ["fees-notice 2026-03-05"], "has no place under sar"),
        ("foi-review", ["clarification-sought 2026-03-05"], "which takes extended"),
        ("eir-review", ["extended 2026-03-05"], "which takes no events"),
    ],
)
def test_what_cannot_have_happened_is_refused(kind: str, events: list[str], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        clock(kind, "2026-03-02", *events)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-07-17", "2026-09-25"),
        ("2026-05-05", "2026-06-03"),
    ],
)
def test_a_school_leaves_out_its_holidays(received: str, due: str) -> None:
    assert iso(clock("school", received).due_on) == due


def test_a_school_has_sixty_working_days_at_most() -> None:
    received = date(2026, 7, 17)
    closed_till_november = [
        Term(date(2026, 7, 1), date(2026, 7, 21)),
        Term(date(2026, 11, 2), date(2026, 12, 18)),
    ]
    deadline = compute(ClockKind.SCHOOL, received, (), UK, closed_till_november)
    assert iso(deadline.due_on) == "2026-10-13"
    assert deadline.due_on == nth_working_day(received, 60)


def test_days_outside_the_terms_that_are_known_count_as_school_days_and_are_pointed_out() -> None:
    summer = [Term(date(2026, 7, 1), date(2026, 7, 21))]
    deadline = compute(ClockKind.SCHOOL, date(2026, 7, 17), (), UK, summer)
    assert deadline.due_on == nth_working_day(date(2026, 7, 17), 20)
    assert "known from 2026-07-01 to 2026-07-21" in deadline.warnings[0]
    early = compute(ClockKind.SCHOOL, date(2026, 6, 1), (), UK, summer)
    assert "known from 2026-07-01" in early.warnings[0]
    assert not clock("school", "2026-07-17").warnings


def test_a_schools_working_names_what_was_left_out_and_goes_on_when_extended() -> None:
    deadline = clock("school", "2026-07-17", "extended 2026-07-20")
    assert iso(deadline.notice_due_on) == "2026-09-25"
    assert deadline.decision_due_on == nth_working_day(date(2026, 9, 25), 20)
    assert [each.day for each in deadline.working] == list(range(1, 41))
    assert "not a school day" in {each.why for each in deadline.skipped}


def test_a_school_needs_its_terms() -> None:
    with pytest.raises(ValueError, match="dates of its terms"):
        compute(ClockKind.SCHOOL, date(2026, 7, 17), (), UK)


def test_a_date_beyond_the_known_holidays_is_pointed_out() -> None:
    calendar = uk_calendar(2026, 2026)
    assert not compute(ClockKind.FOI, date(2026, 6, 1), (), calendar).warnings
    beyond = compute(ClockKind.FOI, date(2026, 12, 21), (), calendar)
    assert "Bank holidays are known until 2026-12-31" in beyond.warnings[0]
    before = compute(ClockKind.FOI, date(2025, 12, 30), (), calendar)
    assert "before 2026-01-01 are not known" in before.warnings[0]


def test_the_calendar_that_gov_uk_publishes_drives_the_same_clock() -> None:
    nation = {"events": [{"title": "Good Friday", "date": "2026-04-03"}]}
    names = ("england-and-wales", "scotland", "northern-ireland")
    calendar = from_gov_uk(dict.fromkeys(names, nation))
    deadline = compute(ClockKind.FOI, date(2026, 3, 27), (), calendar)
    assert iso(deadline.due_on) == "2026-04-27"


def test_a_case_keeps_the_earliest_of_its_clocks() -> None:
    running = clock("foi", "2026-03-02")
    later = clock("foi", "2026-03-09")
    waiting = clock("foi", "2026-03-01", "clarification-sought 2026-03-05")
    assert combine([later, waiting, running]) == running.due_on
    assert combine([waiting]) is None
    assert combine([]) is None


@given(DAYS, GAPS)
def test_an_extension_moves_everything_to_day_forty_under_the_regulations_and_in_reviews(
    received: date, gap: int
) -> None:
    told = ClockEvent(EventKind.EXTENDED, received + timedelta(days=gap))
    for kind in (ClockKind.EIR, ClockKind.FOI_REVIEW):
        deadline = compute(kind, received, [told], UK)
        dates = {deadline.due_on, deadline.notice_due_on, deadline.decision_due_on}
        assert dates == {walked(received, 40)}
        assert [each.day for each in deadline.working] == list(range(1, 41))


@given(DAYS, GAPS, GAPS, GAPS)
def test_a_fee_pauses_an_extended_clock_too(
    received: date, gap: int, wait: int, later: int
) -> None:
    given_on = received + timedelta(days=gap)
    paid_on = given_on + timedelta(days=wait)
    left_out = frozenset(given_on + timedelta(days=number) for number in range(wait + 1))
    events = [
        ClockEvent(EventKind.EXTENDED, received + timedelta(days=later)),
        ClockEvent(EventKind.FEES_PAID, paid_on),
        ClockEvent(EventKind.FEES_NOTICE, given_on),
    ]
    events.sort(key=lambda each: (each.on, each.kind is EventKind.FEES_PAID))
    for kind in (ClockKind.FOI, ClockKind.EIR):
        deadline = compute(kind, received, events, UK)
        assert deadline.decision_due_on == walked(received, 40, left_out)
        first = 40 if kind is ClockKind.EIR else 20
        assert deadline.due_on == walked(received, first, left_out)


@given(DAYS, GAPS, GAPS, GAPS)
def test_a_second_clarification_starts_the_clock_once_more(
    received: date, gap: int, wait: int, again: int
) -> None:
    first = received + timedelta(days=gap)
    came = first + timedelta(days=wait)
    second = came + timedelta(days=again)
    events = [
        ClockEvent(EventKind.CLARIFICATION_SOUGHT, first),
        ClockEvent(EventKind.CLARIFICATION_RECEIVED, came),
        ClockEvent(EventKind.CLARIFICATION_SOUGHT, second),
        ClockEvent(EventKind.CLARIFICATION_RECEIVED, second + timedelta(days=1)),
    ]
    deadline = compute(ClockKind.FOI, received, events, UK)
    assert deadline.due_on == walked(second + timedelta(days=1), 20)
    late = [first > walked(received, 20), second > walked(came, 20)]
    said = [warning for warning in deadline.warnings if "after the answer was due" in warning]
    assert len(said) == sum(late)


@given(DAYS, st.sampled_from(list(ClockKind)), GAPS)
def test_a_clock_that_stands_still_has_no_dates_and_says_since_when(
    received: date, kind: ClockKind, gap: int
) -> None:
    asked = ClockEvent(EventKind.CLARIFICATION_SOUGHT, received + timedelta(days=gap))
    if kind in {ClockKind.FOI_REVIEW, ClockKind.EIR_REVIEW}:
        return
    deadline = compute(kind, received, [asked], UK, TERMS)
    assert deadline.standing_since == asked.on
    assert {deadline.due_on, deadline.notice_due_on, deadline.decision_due_on} == {None}
    assert not deadline.working
    assert compute(kind, received, (), UK, TERMS).standing_since is None


def test_clarification_sought_too_late_is_still_pointed_out_when_it_has_come() -> None:
    deadline = clock(
        "foi",
        "2026-06-01",
        "clarification-sought 2026-07-01",
        "clarification-received 2026-07-06",
    )
    assert deadline.warnings == (
        "Clarification was sought on 2026-07-01, after the answer was due on 2026-06-30.",
    )


def test_clarification_sought_within_an_extended_time_is_not_late() -> None:
    events = ("extended 2026-06-10", "clarification-sought 2026-07-01")
    assert len(clock("eir", "2026-06-01", *events).warnings) == 1
    assert len(clock("foi", "2026-06-01", *events).warnings) == 2
    answered = clock("eir", "2026-06-01", *events, "clarification-received 2026-07-06")
    assert not any("after the answer was due" in each for each in answered.warnings)


@pytest.mark.parametrize("paid", [(), ("fees-paid 2026-07-03",)])
def test_a_fees_notice_given_too_late_is_pointed_out(paid: tuple[str, ...]) -> None:
    deadline = clock("foi", "2026-06-01", "fees-notice 2026-07-02", *paid)
    late = "The fees notice of 2026-07-02 was given after the answer was due on 2026-06-30."
    assert late in deadline.warnings
    assert iso(deadline.due_on) == ("2026-06-30" if paid else None)


@given(DAYS)
def test_a_fee_may_be_paid_within_sixty_working_days_under_the_regulations(received: date) -> None:
    notice = ClockEvent(EventKind.FEES_NOTICE, received)
    until = walked(received, 60)
    deadline = compute(ClockKind.EIR, received, [notice], UK)
    assert f"The fee may be paid until {until} (EIR reg 8(5))." in deadline.warnings
    for day, late in ((until, False), (until + timedelta(days=1), True)):
        events = [notice, ClockEvent(EventKind.FEES_PAID, day)]
        warnings = compute(ClockKind.EIR, received, events, UK).warnings
        assert any("60 working days of EIR reg 8(5)" in each for each in warnings) is late


def test_an_event_of_a_kind_that_nobody_knows_is_named_and_refused() -> None:
    unknown = ClockEvent("reminded", date(2026, 3, 5))  # type: ignore[arg-type]  # what a row says
    for kind in (ClockKind.FOI, ClockKind.SAR):
        why = why_not(kind, date(2026, 3, 2), [], unknown)
        assert why == "“reminded” of 5 March 2026 is nothing that moves a clock"


def test_an_event_that_fits_may_be_added() -> None:
    received = date(2026, 3, 2)
    for kind in ("clarification-sought", "fees-notice", "extended"):
        assert why_not(ClockKind.FOI, received, [], event(f"{kind} 2026-03-05")) is None


@pytest.mark.parametrize(
    ("kind", "events", "new", "why"),
    [
        ("foi", [], "clarification-received 2026-03-05", "none had been sought by that day"),
        ("foi", [], "fees-paid 2026-03-05", "The fee of 5 March 2026 answers nothing"),
        ("foi", [], "extended 2026-03-01", "received on 2 March 2026"),
        ("sar", [], "fees-notice 2026-03-05", "has no place under subject access"),
        ("eir-review", [], "extended 2026-03-05", "no place under an internal review (EIR)"),
        (
            "foi",
            ["clarification-sought 2026-03-05"],
            "clarification-sought 2026-03-06",
            "awaited since 5 March 2026 already",
        ),
        (
            "foi",
            ["extended 2026-03-05"],
            "extended 2026-03-06",
            "extended on 5 March 2026 already",
        ),
        (
            "foi",
            ["fees-notice 2026-03-05"],
            "fees-notice 2026-03-06",
            "follows one of 5 March 2026 that has not been paid",
        ),
    ],
)
def test_an_event_that_cannot_be_added_is_told_why_in_a_sentence(
    kind: str, events: list[str], new: str, why: str
) -> None:
    happened = [event(each) for each in events]
    said = why_not(ClockKind(kind), date(2026, 3, 2), happened, event(new))
    assert said is not None
    assert why in said


def test_an_authoritys_own_clock_takes_the_place_of_the_usual_one_under_the_act_alone() -> None:
    archives = ClockRules(ClockKind.ARCHIVES)
    received = date(2026, 10, 1)
    assert archives.deadline(ClockKind.FOI, received).due_on == walked(received, 30)
    assert archives.deadline(ClockKind.EIR, received).due_on == walked(received, 20)
    assert USUAL.deadline(ClockKind.FOI, received).due_on == walked(received, 20)
    school = ClockRules(ClockKind.SCHOOL, TERMS)
    assert iso(school.deadline(ClockKind.FOI, date(2026, 7, 17)).due_on) == "2026-09-25"


def test_the_worked_date_of_a_school_comes_out() -> None:
    """Row S01: last session 21 July, next session 2 September 2026."""
    assert iso(clock("school", "2026-07-17").due_on) == "2026-09-25"
    assert nth_working_day(date(2026, 7, 17), 60) == date(2026, 10, 13)


def test_the_worked_date_of_the_archives_comes_out() -> None:
    """Row S02: the thirtieth working day."""
    deadline = clock("archives", "2026-10-01")
    assert iso(deadline.due_on) == "2026-11-12"
    assert not deadline.skipped


def test_the_worked_last_day_to_ask_for_a_review_comes_out() -> None:
    """Row R03: forty working days after a response of 30 January 2026, St Patrick's Day among."""
    assert iso(latest_day_to_ask_for_review(date(2026, 1, 30), UK)) == "2026-03-30"
