"""An answer that left by another way closes its case, with what it said."""

from datetime import date

import pytest

from assistant.domain.errors import NotAllowed
from assistant.services.letter_dates import dates_of
from assistant.services.own_review import took_part
from assistant.services.record_sent_elsewhere import SentFile, record_sent_elsewhere
from assistant.services.reopen_case import reopen_case
from assistant.store.case_search import having_words
from assistant.store.models import AnswerElsewhere, Authority, Case, User
from tests.world import World

SAID: dict[str, object] = {
    "on": date(2026, 3, 2),
    "how": "post",
    "outcome": "disclosed_full",
    "text": "We hold four lanyards.",
}


def recorded(world: World, case: Case, **changes: object) -> Case:
    return record_sent_elsewhere(
        case.pk,
        version=case.version,
        by=world.officer,
        clock=world.clock,
        **{**SAID, **changes},  # type: ignore[arg-type]  # by name
    )


def test_the_case_is_answered_on_that_day_and_told_apart(world: World) -> None:
    case = recorded(world, world.case(), answered_by=world.supervisor)

    case = Case.objects.get(pk=case.pk)
    assert (case.state, case.answered_elsewhere) == ("answered", True)
    assert case.answered_at is not None
    assert case.answered_at.date() == date(2026, 3, 2)
    assert set(case.parts.values_list("outcome", flat=True)) == {"disclosed_full"}
    assert case.events.last().details["on"] == "2026-03-02"
    assert having_words(Case.objects.all(), "lanyards").get() == case
    assert dates_of(case, "other", date(2026, 3, 3)).responded_on == date(2026, 3, 2)  # type: ignore[arg-type]  # any kind
    # Whoever answered is none to review it.
    assert world.supervisor.pk in took_part([case.pk])[case.pk]


def test_a_file_says_it_as_well_and_a_decision_that_stands_is_kept(world: World) -> None:
    case = world.case()
    case.parts.update(outcome="refused")

    recorded(world, case, text="", file=SentFile("../Reply.pdf", "", b"%PDF"))

    answer = AnswerElsewhere.objects.get(case=case)
    assert answer.file is not None
    assert "/" not in answer.file.name
    assert set(case.parts.values_list("outcome", flat=True)) == {"refused"}


def test_reopening_undoes_it(world: World) -> None:
    case = recorded(world, world.case())
    reopen_case(case.pk, version=case.version, reason="A slip", by=world.officer, clock=world.clock)

    case.refresh_from_db()
    assert (case.state, case.answered_elsewhere, case.answered_at) == ("open", False, None)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"how": "pigeon"}, "no way to answer"),
        ({"outcome": "clarification_needed"}, "no outcome of an answer"),
        ({"text": " "}, "Say what the answer was"),
        ({"file": SentFile("a.pdf", "", b"")}, "empty or larger"),
        ({"on": date(2026, 3, 4)}, "in the future"),
        ({"on": date(2026, 3, 1)}, "before the request was received"),
    ],
)
def test_what_cannot_be_is_refused(world: World, changes: dict[str, object], says: str) -> None:
    case = world.case()
    with pytest.raises(NotAllowed, match=says):
        recorded(world, case, **changes)
    assert not AnswerElsewhere.objects.exists()


def test_strangers_and_closed_cases_are_refused(world: World) -> None:
    case = world.case()
    other = Authority.objects.create(slug="other", name="Other Council")
    stranger = User.objects.create(username="cyril", authority=other)
    with pytest.raises(NotAllowed, match="does not work for this authority"):
        recorded(world, case, answered_by=stranger)
    case = recorded(world, case)
    with pytest.raises(NotAllowed, match="cannot be “answered elsewhere”"):
        recorded(world, case)
    world.officer.authority = other
    with pytest.raises(NotAllowed, match="another authority"):
        recorded(world, case)
