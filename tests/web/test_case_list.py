"""The list of cases: which are shown, in which order, and how long each still has."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assistant.domain.case import State
from assistant.store.models import Case, CaseMessage, User
from assistant.web.days import time_left, working_day_before, working_days_after
from tests.letters import mail
from tests.web.fates import refused
from tests.web.scene import Scene


def references(page: str, scene: Scene) -> list[str]:
    """Return the references in the order in which the page shows them."""
    both = [scene.prevent.reference, scene.rivers.reference]
    return sorted((each for each in both if each in page), key=page.index)


def shown(client: Client, scene: Scene, **query: str) -> list[str]:
    """Return the references that a list shows."""
    return references(client.get("/cases/", query).content.decode(), scene)


def test_cases_are_sorted_by_due_date_with_the_overdue_first(
    signed_in: Client, scene: Scene
) -> None:
    Case.objects.filter(pk=scene.rivers.pk).update(due_on=date(2026, 2, 27))
    page = signed_in.get("/cases/").content.decode()
    assert references(page, scene) == [scene.rivers.reference, scene.prevent.reference]
    assert "Overdue by 2 working days" in page


def test_closed_cases_show_under_all_and_after_the_open_ones(
    signed_in: Client, scene: Scene
) -> None:
    Case.objects.filter(pk=scene.prevent.pk).update(state=State.ANSWERED)
    assert shown(signed_in, scene) == [scene.rivers.reference]
    assert shown(signed_in, scene, state="answered") == [scene.prevent.reference]
    both = [scene.rivers.reference, scene.prevent.reference]
    assert shown(signed_in, scene, state="all") == both


def test_a_case_whose_answer_came_back_is_not_answered(signed_in: Client, scene: Scene) -> None:
    Case.objects.filter(pk=scene.prevent.pk).update(
        state=State.ANSWERED, undelivered_at=datetime(2026, 3, 3, tzinfo=UTC)
    )
    assert scene.prevent.reference in shown(signed_in, scene)
    assert shown(signed_in, scene, state="answered") == []


@pytest.mark.parametrize(
    "words",
    ["patrol", "FOI-2026-00002", "  RIVER patrols ", "00002", "officers worked patrols", "ash"],
)
def test_a_case_is_found_by_reference_subject_and_the_words_of_its_request(
    signed_in: Client, scene: Scene, words: str
) -> None:
    assert shown(signed_in, scene, q=words) == [scene.rivers.reference]


def test_words_that_say_nothing_are_looked_for_in_the_subject(
    signed_in: Client, scene: Scene
) -> None:
    assert shown(signed_in, scene, q="about") == [scene.prevent.reference]


def test_a_case_is_narrowed_down_by_its_officer(signed_in: Client, scene: Scene) -> None:
    officer = scene.world.officer
    assert shown(signed_in, scene, officer="me") == []
    Case.objects.filter(pk=scene.rivers.pk).update(officer=officer)
    assert shown(signed_in, scene, officer="me") == [scene.rivers.reference]
    assert shown(signed_in, scene, officer=str(officer.pk)) == [scene.rivers.reference]
    assert shown(signed_in, scene, officer="nobody") == [scene.prevent.reference]


def test_officers_of_other_authorities_are_not_offered(
    signed_in: Client, scene: Scene, stranger: User
) -> None:
    assert "cyril" not in signed_in.get("/cases/").content.decode()
    assert len(shown(signed_in, scene, officer=str(stranger.pk))) == 2


@pytest.mark.parametrize(
    ("due_on", "found"),
    [
        (date(2026, 3, 2), {"overdue"}),
        (date(2026, 3, 3), {"0", "3", "5", "10"}),
        (date(2026, 3, 6), {"3", "5", "10"}),
        (date(2026, 3, 9), {"5", "10"}),
        # Ten working days on: 17 March is a bank holiday somewhere, and does not count.
        (date(2026, 3, 18), {"10"}),
        (date(2026, 3, 19), set()),
        (None, {"none"}),
    ],
)
def test_due_within_is_counted_in_working_days(
    signed_in: Client, scene: Scene, due_on: date | None, found: set[str]
) -> None:
    Case.objects.filter(pk=scene.prevent.pk).update(due_on=date(2027, 1, 4))
    Case.objects.filter(pk=scene.rivers.pk).update(due_on=due_on)
    every = ("overdue", "0", "3", "5", "10", "none")
    assert {each for each in every if shown(signed_in, scene, due=each)} == found


def test_a_case_is_narrowed_down_by_regime_and_days_of_receipt(
    signed_in: Client, scene: Scene
) -> None:
    Case.objects.filter(pk=scene.rivers.pk).update(regime="EIR", received_on=date(2026, 1, 31))
    assert shown(signed_in, scene, regime="EIR") == [scene.rivers.reference]
    assert shown(signed_in, scene, since="1/2/2026") == [scene.prevent.reference]
    assert shown(signed_in, scene, until="31 January 2026") == [scene.rivers.reference]
    assert shown(signed_in, scene, since="2026-01-31", until="2026-01-31") == [
        scene.rivers.reference
    ]


def test_a_day_that_cannot_be_read_is_said_and_narrows_nothing(
    signed_in: Client, scene: Scene
) -> None:
    page = signed_in.get("/cases/?since=31+2+2026").content.decode()
    assert "Received from: enter the date as day, month and year" in page
    assert "<title>Error: Cases" in page
    assert len(references(page, scene)) == 2


@pytest.mark.parametrize("section", ["s.31(1)(i)", "section 31", "FOIA s31", "s24"])
def test_a_case_is_narrowed_down_by_a_section_or_its_limb(
    signed_in: Client, scene: Scene, section: str
) -> None:
    assert shown(signed_in, scene, section=section) == [scene.prevent.reference]
    assert shown(signed_in, scene, q=section) == [scene.prevent.reference]
    assert shown(signed_in, scene, section="s.31(1)(a)") == []
    assert shown(signed_in, scene, section="s.43") == []


def test_a_case_is_narrowed_down_by_how_its_letters_stand(signed_in: Client, scene: Scene) -> None:
    both = {scene.prevent.reference, scene.rivers.reference}
    assert set(shown(signed_in, scene, letter="approve")) == both
    # Nobody knows whether the acknowledgement of this one left.
    assert shown(signed_in, scene, letter="person") == [scene.rivers.reference]
    assert shown(signed_in, scene, letter="leaving") == []
    assert shown(signed_in, scene, letter="sent") == []
    stuck = refused(scene.world)
    page = signed_in.get("/cases/?letter=person").content.decode()
    assert stuck.case.reference in page


def test_a_case_is_found_by_when_its_requester_wrote(signed_in: Client, scene: Scene) -> None:
    assert shown(signed_in, scene, replied="2026-03-02") == []
    reply = scene.world.deliver(
        mail(
            "When can I expect the zebra figures?",
            message_id="<again-1@example.org>",
            sender="Robin Ash <robin.ash@example.org>",
            subject="Re: River patrols",
            in_reply_to="<rivers-1@example.org>",
        )
    )
    assert reply.cases.get() == scene.rivers
    assert shown(signed_in, scene, replied="2026-03-02") == [scene.rivers.reference]
    assert shown(signed_in, scene, q="zebra") == [scene.rivers.reference]
    filed = CaseMessage.objects.filter(message=reply)
    filed.update(filed_at=datetime(2026, 3, 1, 23, 59, tzinfo=UTC))
    assert shown(signed_in, scene, replied="2026-03-02") == []


def test_only_cases_that_wait_for_their_requester_are_shown(
    signed_in: Client, scene: Scene
) -> None:
    assert shown(signed_in, scene, state="waiting") == []
    scene.rivers.parts.update(due_on=None)
    assert shown(signed_in, scene, state="waiting") == [scene.rivers.reference]


@pytest.mark.parametrize("column", ["reference", "title", "received", "due", "state", "officer"])
def test_every_column_can_be_ordered_both_ways(
    signed_in: Client, scene: Scene, column: str
) -> None:
    Case.objects.filter(pk=scene.rivers.pk).update(
        state=State.RESPONSE_APPROVED,
        officer=scene.world.supervisor,
        received_on=date(2026, 3, 3),
        due_on=date(2026, 12, 1),
        title="Zebra crossings",
    )
    Case.objects.filter(pk=scene.prevent.pk).update(officer=scene.world.officer)
    first = shown(signed_in, scene, order=column)
    assert first == [scene.prevent.reference, scene.rivers.reference]
    assert shown(signed_in, scene, order=f"-{column}") == first[::-1]
    page = signed_in.get("/cases/", {"order": column}).content.decode()
    assert 'aria-sort="ascending"' in page
    assert f'href="/cases/?order=-{column}"' in page


def test_what_nobody_works_on_comes_last_by_officer(signed_in: Client, scene: Scene) -> None:
    Case.objects.filter(pk=scene.rivers.pk).update(officer=scene.world.officer)
    for order in ("officer", "-officer"):
        assert shown(signed_in, scene, order=order)[0] == scene.rivers.reference


@pytest.mark.parametrize(
    "query",
    ["state=nonsense", "order=nonsense", "page=99", "page=x", "page=0", "officer=99999", "due=x",
     "letter=x", "regime=x", "q=%00", "section=nonsense", "page=²"],
)  # fmt: skip
def test_nonsense_in_the_address_is_no_error(signed_in: Client, scene: Scene, query: str) -> None:
    answer = signed_in.get(f"/cases/?{query}")
    assert answer.status_code == 200
    if not query.startswith(("section", "q")):
        assert len(references(answer.content.decode(), scene)) == 2


def test_a_long_list_is_shown_in_pages(signed_in: Client, scene: Scene) -> None:
    _many(scene, 30)
    page = signed_in.get("/cases/?order=reference").content.decode()
    assert "32 cases" in page
    assert "Page 1 of 2" in page
    assert "order=reference&amp;page=2" in page
    last = signed_in.get("/cases/?order=reference&page=2").content.decode()
    assert "Page 2 of 2" in last
    assert last.count('name="case"') == 7


def test_the_list_costs_as_few_queries_for_many_rows_as_for_few(
    signed_in: Client, scene: Scene
) -> None:
    with CaptureQueriesContext(connection) as few:
        signed_in.get("/cases/")
    _many(scene, 30)
    with CaptureQueriesContext(connection) as many:
        signed_in.get("/cases/")
    assert len(many) <= len(few) <= 20


def _many(scene: Scene, count: int) -> None:
    for number in range(count):
        scene.prevent.pk = None
        scene.prevent.reference = f"FOI-2026-1{number:04}"
        scene.prevent.save()


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


def test_working_days_are_counted_on_and_back_over_bank_holidays() -> None:
    # Good Friday and Easter Monday of 2026 are 3 and 6 April.
    assert working_days_after(date(2026, 4, 2), 1) == date(2026, 4, 7)
    assert working_day_before(date(2026, 4, 7)) == date(2026, 4, 2)
    assert working_days_after(date(2026, 4, 4), 0) == date(2026, 4, 4)
