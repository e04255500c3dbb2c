"""The clock on the pages: recording what happens to it, parts that differ, the list of cases."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from assistant.domain.law.deadline import EventKind
from assistant.services.record_clock_event import record_clock_event
from assistant.store.models import Case, User
from assistant.web.clocks import names_of, shown_clocks, with_long_days
from assistant.web.days import time_left
from tests.web.scene import Scene


def on(year: int, month: int, number: int) -> dict[str, object]:
    return {"on_0": number, "on_1": month, "on_2": year}


def act(signed_in: Client, case: Case, action: str, **posted: object) -> str:
    """Post an action on a case at its present version; return the page it leads to."""
    case.refresh_from_db()
    address = f"/cases/{case.reference}/{action}/"
    answer = signed_in.post(address, {"version": case.version, **posted}, follow=True)
    case.refresh_from_db()
    return " ".join(answer.content.decode().split())


def happened(scene: Scene, case: Case, kind: EventKind, *parts: int) -> None:
    case.refresh_from_db()
    record_clock_event(
        case.pk,
        version=case.version,
        kind=kind,
        on=date(2026, 3, 3),
        reason="As the letter says",
        by=scene.world.officer,
        clock=scene.world.clock,
        parts=parts,
    )
    case.refresh_from_db()


def page_of(signed_in: Client, case: Case) -> str:
    return " ".join(signed_in.get(f"/cases/{case.reference}/").content.decode().split())


def test_clarification_is_sought_and_comes(signed_in: Client, scene: Scene) -> None:
    case = scene.prevent
    everything = [part.position for part in case.parts.all()]
    page = act(
        signed_in,
        case,
        "clarification-sought",
        **on(2026, 3, 3),
        parts=everything,
        reason="Which years?",
    )
    assert "Clarification sought: recorded" in page
    assert "Awaiting clarification</strong> since 3 March 2026" in page
    assert "No day is counted while the clock stands still" in page
    assert "No date while the clock is stopped" in page
    assert "awaited since 3 March 2026; the day it comes is the new date of receipt" in page

    scene.world.clock.set(datetime(2026, 3, 9, 10, 0, tzinfo=UTC))
    page = act(
        signed_in,
        case,
        "clarification-received",
        **on(2026, 3, 8),
        parts=everything,
        reason="By e-mail",
    )
    assert "Clarified, so received again" in page
    assert "Sunday 8 March 2026" in page
    assert case.due_on == date(2026, 4, 8)


def test_a_part_with_a_clock_of_its_own_is_shown_beside_the_others(
    signed_in: Client, scene: Scene
) -> None:
    case = scene.rivers
    page = act(
        signed_in, case, "clarification-sought", **on(2026, 3, 3), parts=[2], reason="Which?"
    )
    assert ">Part 2</h3>" in page
    assert ">Part 1</h3>" in page
    assert "part 2 only" in page
    assert case.due_on == date(2026, 3, 31)
    assert ">Part 2</h3>" not in page_of(signed_in, scene.prevent)


def test_an_extension_shows_the_notice_and_the_decision_apart_with_what_they_rest_on(
    signed_in: Client, scene: Scene
) -> None:
    happened(scene, scene.prevent, EventKind.EXTENDED)
    page = page_of(signed_in, scene.prevent)
    assert "Refusal notice due (s.17)</dt><dd>Tuesday 31 March 2026" in page
    assert "Decision on the public interest due</dt><dd>Thursday 30 April 2026" in page
    assert "Guidance, not set by law" in page
    assert "40: Decision on the public interest due" in page


def test_under_the_regulations_and_subject_access_the_dates_have_their_own_names(
    signed_in: Client, scene: Scene
) -> None:
    assert scene.rivers.regime == "EIR"
    assert "Refusal notice due" not in page_of(signed_in, scene.rivers)
    happened(scene, scene.rivers, EventKind.EXTENDED)
    page = page_of(signed_in, scene.rivers)
    assert "Answer due</dt><dd>Thursday 30 April 2026" in page
    assert "Decision on the public interest" not in page

    page = act(signed_in, scene.prevent, "change-regime", regime="SAR", reason="Their own file")
    assert "Answer due</dt><dd>Thursday 2 April 2026" in page
    assert "31: Answer due" in page
    happened(scene, scene.prevent, EventKind.EXTENDED)
    page = page_of(signed_in, scene.prevent)
    assert "Word of an extension due</dt><dd>Thursday 2 April 2026" in page


def test_only_what_could_happen_now_is_offered(signed_in: Client, scene: Scene) -> None:
    page = page_of(signed_in, scene.prevent)
    assert "Record that clarification was sought" in page
    assert "Record that clarification came" not in page
    assert "Record that the fee came" not in page
    happened(scene, scene.prevent, EventKind.FEES_NOTICE)
    page = page_of(signed_in, scene.prevent)
    assert "Record that the fee came" in page
    assert "Record a fees notice" not in page
    page = act(signed_in, scene.prevent, "not-a-request", reason="An advertisement")
    assert "Record that the fee came" not in page
    assert "Withdraw<span" not in page


def test_the_parts_that_fit_are_ticked(signed_in: Client, scene: Scene) -> None:
    happened(scene, scene.rivers, EventKind.CLARIFICATION_SOUGHT, 2)
    address = f"/cases/{scene.rivers.reference}"
    ticked = signed_in.get(f"{address}/clarification-received/").context["form"].initial["parts"]
    assert ticked == [2]
    ticked = signed_in.get(f"{address}/clarification-sought/").context["form"].initial["parts"]
    assert ticked == [1]


@pytest.mark.parametrize(
    ("posted", "message"),
    [
        ({"parts": [1], "reason": "x", **on(2026, 3, 4)}, "must be today or in the past"),
        ({"parts": [], "reason": "x", **on(2026, 3, 3)}, "Select at least one part"),
        ({"parts": [9], "reason": "x", **on(2026, 3, 3)}, "There is a problem"),
        ({"parts": [1], "reason": "", **on(2026, 3, 3)}, "Enter the reason"),
        ({"parts": [1], "reason": "x", **on(2026, 3, 1)}, "received on 2 March 2026"),
        ({"parts": [1], "reason": "x", **on(2026, 2, 31)}, "Enter a date that exists"),
    ],
)
def test_what_is_wrong_with_an_event_is_said_and_nothing_is_recorded(
    signed_in: Client, scene: Scene, posted: dict[str, object], message: str
) -> None:
    page = act(signed_in, scene.rivers, "clarification-sought", **posted)
    assert message in page
    assert not scene.rivers.clock_events.exists()


def test_an_event_is_withdrawn_with_a_reason_and_stays_to_be_seen(
    signed_in: Client, scene: Scene
) -> None:
    happened(scene, scene.prevent, EventKind.FEES_NOTICE)
    event = scene.prevent.clock_events.get()
    address = f"clock/{event.pk}/withdraw"
    assert "Fees notice given on 3 March 2026" in (
        signed_in.get(f"/cases/{scene.prevent.reference}/{address}/").content.decode()
    )
    assert "Enter the reason" in act(signed_in, scene.prevent, address, reason="")
    page = act(signed_in, scene.prevent, address, reason="It was never sent")
    assert "Withdrawn. The dates were computed again" in page
    assert "Withdrawn by olwen" in page
    assert "It was never sent" in page
    assert scene.prevent.due_on == date(2026, 3, 31)
    again = signed_in.get(f"/cases/{scene.prevent.reference}/{address}/")
    assert again.status_code == 404


def test_an_event_of_another_case_or_authority_cannot_be_withdrawn(
    client: Client, scene: Scene, stranger: User
) -> None:
    happened(scene, scene.prevent, EventKind.FEES_NOTICE)
    event = scene.prevent.clock_events.get()
    client.force_login(scene.world.officer)
    of_another = f"/cases/{scene.rivers.reference}/clock/{event.pk}/withdraw/"
    assert client.post(of_another, {"version": 0, "reason": "x"}).status_code == 404
    client.force_login(stranger)
    theirs = f"/cases/{scene.prevent.reference}/clock/{event.pk}/withdraw/"
    assert client.post(theirs, {"version": 0, "reason": "x"}).status_code == 404
    event.refresh_from_db()
    assert event.withdrawn_at is None


def test_the_history_says_on_which_day_and_for_which_parts(signed_in: Client, scene: Scene) -> None:
    happened(scene, scene.rivers, EventKind.CLARIFICATION_SOUGHT, 2)
    address = f"/cases/{scene.rivers.reference}/history/"
    page = " ".join(signed_in.get(address).content.decode().split())
    assert "Clarification sought on 3 March 2026 (part 2)" in page
    assert "Reason: As the letter says" in page


def test_the_regime_of_some_parts_is_changed(signed_in: Client, scene: Scene) -> None:
    page = act(
        signed_in, scene.rivers, "change-regime", regime="FOI", parts=[1], reason="Staff numbers"
    )
    assert scene.rivers.regime == "MIXED"
    assert "More than one" in page
    regimes = scene.rivers.parts.order_by("position").values_list("regime", flat=True)
    assert list(regimes) == ["FOI", "EIR"]


def test_the_list_of_cases_says_what_a_case_waits_for(signed_in: Client, scene: Scene) -> None:
    happened(scene, scene.prevent, EventKind.CLARIFICATION_SOUGHT)
    happened(scene, scene.rivers, EventKind.FEES_NOTICE, 2)
    page = " ".join(signed_in.get("/cases/").content.decode().split())
    assert "Awaiting clarification" in page
    assert "1 part waiting for the requester" in page
    # What still runs comes before what stands still.
    assert page.index(scene.rivers.reference) < page.index(scene.prevent.reference)
    waiting = signed_in.get("/cases/?state=waiting").content.decode()
    assert scene.prevent.reference in waiting
    assert scene.rivers.reference in waiting


def test_nothing_waits_while_every_clock_runs(signed_in: Client, scene: Scene) -> None:
    page = signed_in.get("/cases/?state=waiting").content.decode()
    assert "No open case waits for its requester" in page


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        ({"status": "awaiting-clarification", "kind": "foi"}, "Awaiting clarification"),
        ({"status": "paused", "kind": "foi"}, "Waiting for the fee"),
        ({"status": "paused", "kind": "sar"}, "Awaiting clarification"),
        ({}, "Clock stopped"),
    ],
)
def test_a_clock_that_stands_still_says_what_for(deadline: dict[str, str], words: str) -> None:
    left = time_left(Case(state="open", due_on=None, deadline=deadline), date(2026, 3, 3))
    assert left is not None
    assert left.words == words


def test_a_case_kept_from_before_parts_had_clocks_shows_its_own(scene: Scene) -> None:
    case = scene.prevent
    case.parts.update(deadline={})
    [clock] = shown_clocks(case, list(case.parts.all()))
    assert clock.dates[0].day == date(2026, 3, 31)
    case.deadline = {}
    [bare] = shown_clocks(case, [])
    assert (bare.dates, bare.days, bare.received_on) == ((), (), date(2026, 3, 2))


def test_parts_are_named_together(scene: Scene) -> None:
    parts = list(scene.rivers.parts.order_by("position"))
    assert names_of(parts) == "Parts 1 and 2"
    assert names_of(parts[:1]) == "Part 1"


def test_days_in_warnings_are_written_as_officers_write_them() -> None:
    assert with_long_days("since 2026-03-03; no") == "since 3 March 2026; no"
