"""Supervisors see what was received, answered, decided and changed, and review sent letters."""

import csv
import io
import random
import re
from datetime import UTC, date, datetime, timedelta
from itertools import count
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from assistant.domain.errors import NotAllowed
from assistant.services.review_quality import review_quality
from assistant.store.models import Case, Letter, Outbox, QualityReview, RequestPart, User
from assistant.web.forms.oversight import chosen_period, month_choices
from assistant.web.oversight import TABLES, Figures, as_csv
from tests.web.scene import Scene
from tests.world import World

NUMBERS = count(1)
RECEIVED = date(2026, 1, 7)


@pytest.fixture
def overseer(world: World, client: Client) -> Client:
    """A browser in which the supervisor of Northshire Police is signed in."""
    client.force_login(world.supervisor)
    return client


def make_case(
    world: World,
    *,
    received: date = RECEIVED,
    due: date | None = None,
    answered: datetime | None = None,
    officer: User | None = None,
    **other: object,
) -> Case:
    """Store a case as it would stand after all that."""
    at = datetime(received.year, received.month, received.day, 9, tzinfo=UTC)
    fields: dict[str, object] = {"state": "answered" if answered else "open", **other}
    return Case.objects.create(
        authority=world.authority,
        reference=f"T-{next(NUMBERS)}",
        title="Cars",
        regime="FOI",
        received_at=at,
        received_on=received,
        receipt_basis="delivered",
        due_on=due,
        opened_at=at,
        answered_at=answered,
        officer=officer,
        **fields,
    )


def rows_of(client: Client, table: str, asked: str = "?from=2026-01&to=2026-03") -> list[list[str]]:
    """Return a table as its CSV has it, with its header."""
    answer = client.get(f"/oversight/{table}.csv{asked}")
    assert answer.status_code == 200
    return [*csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))]


def test_what_was_received_and_answered_is_counted_by_month(overseer: Client, world: World) -> None:
    make_case(world, answered=datetime(2026, 2, 28, 23, 59, tzinfo=UTC))
    make_case(world, received=date(2026, 2, 1))
    make_case(world, received=date(2025, 12, 31))
    make_case(world, state="not_a_request")

    assert rows_of(overseer, "volumes") == [
        ["Month", "Received", "Answered"],
        ["January 2026", "1", "0"],
        ["February 2026", "1", "1"],
        ["March 2026", "0", "0"],
    ]


def test_a_day_ends_at_midnight_in_london(overseer: Client, world: World) -> None:
    due = date(2026, 6, 30)
    make_case(world, due=due, answered=datetime(2026, 6, 30, 22, 59, tzinfo=UTC))
    make_case(world, due=due, answered=datetime(2026, 6, 30, 23, 1, tzinfo=UTC))
    # The last month of the choice is that of the clock: until then the tests' time has not come.
    world.clock.advance(timedelta(days=150))

    found = rows_of(overseer, "timeliness", "?from=2026-06&to=2026-07")

    assert found[1:] == [["June 2026", "1", "0", "0", "100 %"], ["July 2026", "0", "1", "0", "0 %"]]


def test_an_extended_answer_is_in_time_by_the_day_of_the_decision(
    overseer: Client, world: World
) -> None:
    answered = datetime(2026, 2, 20, 12, tzinfo=UTC)
    make_case(world, due=date(2026, 2, 4), answered=answered)
    make_case(world, due=date(2026, 2, 4), decision_due_on=date(2026, 3, 4), answered=answered)
    make_case(world, answered=answered)

    assert rows_of(overseer, "timeliness")[2] == ["February 2026", "1", "1", "1", "50 %"]


def test_many_answers_are_counted_as_one_by_one(overseer: Client, world: World) -> None:
    chance = random.Random(7)  # noqa: S311 - a test's chance
    expected: dict[str, list[int]] = {name: [0, 0] for name in ("January 2026", "February 2026")}
    for _ in range(60):
        due = RECEIVED + timedelta(days=chance.randrange(40))
        on = RECEIVED + timedelta(days=chance.randrange(50))
        make_case(world, due=due, answered=datetime(on.year, on.month, on.day, 12, tzinfo=UTC))
        expected[f"{on:%B %Y}"][on > due] += 1

    found = rows_of(overseer, "timeliness", "?from=2026-01&to=2026-02")

    assert {row[0]: [int(row[1]), int(row[2])] for row in found[1:]} == expected


def test_open_cases_are_sorted_by_age(overseer: Client, world: World) -> None:
    make_case(world, received=date(2026, 3, 2), due=date(2026, 3, 30))
    make_case(world, received=date(2026, 2, 2), due=date(2026, 3, 2))
    make_case(world, received=date(2025, 9, 1), due=date(2025, 9, 29))
    make_case(world, received=date(2026, 3, 2), state="response_approved")

    assert rows_of(overseer, "ages")[1:] == [
        ["Up to 10 days", "2", "0"],
        ["11 to 20 days", "0", "0"],
        ["21 to 30 days", "0", "1"],
        ["31 to 60 days", "0", "0"],
        ["61 to 120 days", "0", "0"],
        ["More than 120 days", "0", "1"],
    ]


def test_outcomes_and_sections_are_those_of_answered_parts(overseer: Client, world: World) -> None:
    answered = make_case(world, answered=datetime(2026, 2, 20, 12, tzinfo=UTC))
    live = make_case(world)
    for case in (answered, live):
        for place, (outcome, sections) in enumerate(
            [("refused", ["FOIA s31(1)(a)", "FOIA s24(1)"]), ("refused", ["FOIA s24(1)"]), ("", [])]
        ):
            RequestPart.objects.create(
                case=case,
                position=place + 1,
                key=str(place + 1),
                text="Cars",
                regime="FOI",
                received_on=RECEIVED,
                outcome=outcome,
                sections=sections,
            )

    assert rows_of(overseer, "outcomes")[1:] == [["Refused", "2"]]
    assert rows_of(overseer, "sections")[1:] == [["FOIA s24(1)", "2"], ["FOIA s31(1)(a)", "1"]]


def test_teams_are_those_of_the_officers_who_have_the_cases(overseer: Client, world: World) -> None:
    world.officer.team = "=North"
    world.officer.save()
    answered = datetime(2026, 2, 3, 12, tzinfo=UTC)
    make_case(world, due=date(2026, 2, 4), answered=answered, officer=world.officer)
    make_case(world, due=date(2026, 2, 2), answered=answered)
    make_case(world, due=date(2026, 3, 2), officer=world.officer)

    assert rows_of(overseer, "teams")[1:] == [
        ["'=North", "1", "0", "0", "100 %", "1", "1"],
        ["No team", "0", "1", "0", "0 %", "0", "0"],
    ]


def test_another_authoritys_cases_do_not_count(
    client: Client, world: World, stranger: User
) -> None:
    make_case(world, answered=datetime(2026, 2, 3, 12, tzinfo=UTC))
    stranger.role = User.Role.SUPERVISOR
    stranger.save()
    client.force_login(stranger)

    assert {cell for row in rows_of(client, "volumes")[1:] for cell in row[1:]} == {"0"}


def test_what_became_of_composed_responses_is_told_apart_from_what_nobody_read(
    overseer: Client, scene: Scene
) -> None:
    letter = scene.acknowledged
    Letter.objects.filter(pk=letter.pk).update(kind="response", kept=0.7)

    found = rows_of(overseer, "drafts")
    read = rows_of(overseer, "reading")
    page = overseer.get("/oversight/?from=2026-01&to=2026-03").content.decode()

    assert found[0] == ["Month", "As composed", "Edited", "Written anew"]
    assert found[3] == ["March 2026", "0", "1", "0"]
    assert "composed responses that nobody has changed or approved yet" in page
    assert read[0] == [
        "Month", "All read", "Some not read", "Not recorded", "Some source not opened",
    ]  # fmt: skip
    assert read[3] == ["March 2026", "0", "1", "0", "1"]
    everything = {"sources": [], "of_sources": 1, "blocks": [], "of_blocks": 12}
    for kept, row in ((everything, ["1", "0", "0", "0"]), (None, ["0", "0", "1", "0"])):
        Letter.objects.filter(pk=letter.pk).update(unread=kept)
        assert rows_of(overseer, "reading")[3][1:] == row


def test_an_approval_keeps_how_much_was_composed(scene: Scene) -> None:
    assert scene.acknowledged.kept == 1


def test_every_table_is_shown_drawn_and_handed_out(overseer: Client, scene: Scene) -> None:
    make_case(scene.world, due=RECEIVED, answered=datetime(2026, 2, 3, 12, tzinfo=UTC))
    page = overseer.get("/oversight/?from=2026-01&to=2026-03").content.decode()

    for table in TABLES:
        assert f'id="{table}"' in page
        chart = overseer.get(f"/oversight/{table}.svg?from=2026-01&to=2026-03")
        assert chart["Content-Type"] == "image/svg+xml"
        assert "sandbox" in chart["Content-Security-Policy"]
        drawn = ET.fromstring(chart.content)  # noqa: S314 - our own drawing
        assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
        assert b"<script" not in chart.content
        assert not re.search(rb"(?:href|src)=|url\(|@import", chart.content)
        assert overseer.get(f"/oversight/{table}.csv").status_code == 200
    assert overseer.get("/oversight/nothing.svg").status_code == 404


def test_months_that_are_none_stand_for_the_last_twelve(overseer: Client, world: World) -> None:
    assert len(rows_of(overseer, "volumes", "?from=nonsense&to=2026-13")) == 1 + 12
    turned = rows_of(overseer, "volumes", "?from=2026-03&to=2026-01")
    assert [row[0] for row in turned[1:]] == ["January 2026", "February 2026", "March 2026"]


def test_the_months_to_choose_from_begin_with_the_first_case() -> None:
    today = date(2026, 3, 3)
    assert len(month_choices(None, today)) == 12
    assert month_choices(date(2024, 2, 29), today)[-1] == ("2024-02", "February 2024")
    assert month_choices(date(1999, 1, 1), today)[-1] == ("2016-03", "March 2016")
    period = chosen_period("", "", month_choices(None, today), today)
    assert (period.first, period.last) == (date(2025, 4, 1), date(2026, 3, 31))


def test_officers_see_no_figures_and_no_way_there(signed_in: Client, scene: Scene) -> None:
    for address in (
        "/oversight/",
        "/oversight/volumes.csv",
        "/oversight/volumes.svg",
        f"/letters/{scene.acknowledged.pk}/review/",
    ):
        assert signed_in.get(address).status_code == 403, address
    assert "/oversight/" not in signed_in.get("/").content.decode()


def test_no_cell_is_taken_for_a_formula() -> None:
    rows = (("=SUM(A1)", 1), ("-2", 2), ("plain", -3))
    figures = Figures("x", "X", "", ("Name", "Count"), rows, (1,))

    found = [*csv.reader(io.StringIO(as_csv(figures).decode("utf-8-sig")))]

    assert found[1:] == [["'=SUM(A1)", "1"], ["'-2", "2"], ["plain", "-3"]]


def sent_by(scene: Scene, approver: User) -> Letter:
    """Return a response of a case that was sent, approved by somebody."""
    Letter.objects.filter(pk=scene.acknowledged.pk).update(kind="response", approved_by=approver)
    return Letter.objects.get(pk=scene.acknowledged.pk)


def test_a_supervisor_reviews_a_sent_letter_from_the_sample(overseer: Client, scene: Scene) -> None:
    letter = sent_by(scene, scene.world.officer)
    asked = "/oversight/?from=2026-01&to=2026-03"
    assert f"/letters/{letter.pk}/review/" in overseer.get(asked).content.decode()

    answer = overseer.post(
        f"/letters/{letter.pk}/review/",
        {"verdict": "minor", "comment": "The date was written twice."},
        follow=True,
    )

    assert "Your review is recorded." in answer.content.decode()
    kept = QualityReview.objects.get()
    assert (kept.verdict, kept.by, kept.at) == (
        "minor",
        scene.world.supervisor,
        scene.world.clock.now(),
    )
    assert "Small faults" in overseer.get(asked).content.decode()
    assert "written twice" in overseer.get(f"/letters/{letter.pk}/review/").content.decode()


def test_a_fault_without_a_word_about_it_is_asked_for(overseer: Client, scene: Scene) -> None:
    letter = sent_by(scene, scene.world.officer)

    page = overseer.post(f"/letters/{letter.pk}/review/", {"verdict": "faulty", "comment": " "})

    assert "Say what was wrong with the letter." in page.content.decode()
    assert not QualityReview.objects.exists()


def test_nobody_reviews_what_they_approved_or_what_was_not_sent(
    overseer: Client, scene: Scene, stranger: User
) -> None:
    world = scene.world
    own = sent_by(scene, world.supervisor)

    def review(by: User) -> None:
        review_quality(own.pk, verdict="sound", comment="", by=by, clock=world.clock)

    with pytest.raises(NotAllowed, match="You approved this letter"):
        review(world.supervisor)
    for nobody in (world.officer, stranger):
        with pytest.raises(NotAllowed, match="Only a supervisor"):
            review(nobody)
    Outbox.objects.filter(letter=own).update(stage=Outbox.Stage.UNKNOWN)
    with pytest.raises(NotAllowed, match="Only a letter that was sent"):
        review(world.supervisor)
    assert overseer.get(f"/letters/{own.pk}/review/").status_code == 404
