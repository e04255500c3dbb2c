"""Questions that are asked less often: of the work, of steps that cannot be, of what is closed."""

from datetime import date

import pytest

from assistant.domain.chat.answer import Sort
from assistant.services.assign_case import assign_case
from assistant.services.close_case import withdraw_request
from assistant.store.models import Case, Draft, LibraryDocument, Outbox
from tests.letters import mail
from tests.outgoing import approve
from tests.services.test_ask import (
    Asks,
    ask_of,
    asks,
    case,
    pages,
    refuse,
    texts,
)
from tests.world import World

__all__ = ["ask_of", "asks", "case"]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("how many cases are overdue", "overdue"),
        ("which cases are due today", "due today"),
        ("cases due tomorrow", "due by 4 March 2026"),
        ("cases due next week", "due by 15 March 2026"),
        ("which of my cases are due soon", "yours"),
        ("which cases has nobody picked up", "nobody’s yet"),
        ("how many cases does olwen have", "olwen’s"),
        ("how many EIR cases are open", "under the EIR"),
        ("how many subject access cases are open", "subject access"),
        ("number of requests received this year", "received from 1 January 2026"),
        ("how many cases were answered this year", "answered"),
        ("cases that use s.31(1)(a)", "relying on FOIA s31(1)(a)"),
        ("how many held messages are there", "held for a person"),
    ],
)
def test_the_work_is_narrowed_by_what_a_question_names(
    ask_of: Asks, case: Case, question: str, says: str
) -> None:
    answer = ask_of(None, question)
    assert says in texts(answer)
    assert pages(answer)


def test_a_step_that_is_not_known_or_not_possible_leads_to_the_case(
    world: World, asks: Asks, case: Case
) -> None:
    assert "stands on the case’s page" in texts(asks("set the heating"))
    answer = asks("approve the acknowledgement")
    assert ("draft", case.reference, "acknowledgement") in pages(answer)
    assert "approve" not in {page[0] for page in pages(answer)}
    Draft.objects.filter(case=case).update(state=Draft.State.DISCARDED)
    assert "No letter waits for approval" in texts(asks("approve the response"))
    assert "has no response" in texts(asks("draft the response"))


def test_a_letter_that_fits_no_closed_case_is_not_begun(
    world: World, asks: Asks, case: Case
) -> None:
    case.refresh_from_db()
    withdraw_request(
        case.pk,
        version=case.version,
        withdrawn_on=date(2026, 3, 2),
        reason="Told us by phone.",
        by=world.officer,
        clock=world.clock,
    )
    assert "closed as withdrawn" in texts(asks("what is left to do"))
    assert "does not fit a case" in texts(asks("draft a clarification for question 2"))
    why = texts(asks("why was this closed"))
    assert "Told us by phone." in why
    assert "Withdrawn" in why or "withdrawn" in why


def test_what_stands_in_the_way_is_named_letter_by_letter(
    world: World, asks: Asks, case: Case
) -> None:
    draft = Draft.objects.get(case=case, kind="acknowledgement")
    Draft.objects.filter(pk=draft.pk).update(state=Draft.State.QUEUED, problem="The library waits.")
    answer = texts(asks("what is missing"))
    assert "is not composed yet. The library waits." in answer
    Case.objects.filter(pk=case.pk).update(undelivered_at=world.clock.now())
    assert "The answer came back" in texts(asks("what is missing"))
    response = Draft.objects.get(case=case, kind="response")
    response.findings = [{"rule": "wrong-due-date", "severity": "error", "message": "Too late."}]
    response.save()
    assert "find: Too late." in texts(asks("what is missing"))


def test_a_part_that_is_not_there_is_said_with_those_that_are(asks: Asks) -> None:
    for question in (
        "why is part 31 refused", "is part 31 held", "what does question 31 ask",
        "when is part 31 due", "have we answered anything like part 31 before",
    ):  # fmt: skip
        assert "The request has no part 31" in texts(asks(question)), question


def test_a_stopped_clock_says_since_when_and_what_it_waits_for(
    world: World, asks: Asks, case: Case
) -> None:
    deadline = dict(case.deadline) | {
        "due_on": None, "status": "awaiting_clarification", "standing_since": "2026-03-02",
        "warnings": ["The fee may come until June."],
    }  # fmt: skip
    case.parts.update(deadline=deadline, due_on=None)
    answer = texts(asks("when is this due"))
    assert "no date is known now" in answer
    assert "since 2 March 2026" in answer
    assert "The fee may come until June." in answer


def test_like_cases_and_responses_that_are_superseded_are_told_as_such(
    world: World, asks: Asks, case: Case
) -> None:
    LibraryDocument.objects.update(status="superseded")
    twin = world.case(mail(sender="Bo Lind <bo.lind@example.net>", message_id="<twin@example.org>"))
    answer = asks("have we answered this before")
    assert "Near-identical request" in texts(answer)
    assert ("case", twin.reference) in pages(answer)
    assert "It is marked as superseded." in texts(answer)
    assert "Name the subject" in texts(asks("have we answered this before", of=None))


def test_officers_are_told_whose_case_it_is_and_what_was_found(
    world: World, asks: Asks, case: Case
) -> None:
    refuse(world, case, 1, ["FOIA s24(1)"])
    case.refresh_from_db()
    assign_case(
        case.pk, version=case.version, officer=world.officer, by=world.supervisor,
        clock=world.clock,
    )  # fmt: skip
    assert "olwen" in texts(asks("whose case is this")).lower()
    said = texts(asks("why is part 1 refused"))
    assert "qualified: the public interest has to be weighed" in said
    assert "No part of the request relies on FOIA s31(1)(b)" in texts(
        asks("have we recorded reasons for section 31(1)(b) as well")
    )
    assert "FOIA s24(1): 1 response" in texts(
        asks("which exemptions did we use for prevent in 2024")
    )
    assert texts(asks("responses that relied on s.24(1) from 2023 to 2025"), Sort.FACT)


def test_where_nothing_is_missing_the_letters_to_approve_are_offered(
    world: World, asks: Asks, case: Case
) -> None:
    case.parts.all().delete()
    Draft.objects.filter(case=case).update(blocks=[], findings=[])
    answer = asks("what is missing")
    assert "Nothing that can be seen here is missing." in texts(answer)
    assert ("approve", case.reference, "response") in pages(answer)
    Draft.objects.filter(case=case).update(state=Draft.State.DISCARDED)
    assert "No letter waits for approval" in texts(asks("what is missing"))


def test_the_newest_acknowledgement_is_opened_and_never_begun(
    world: World, asks: Asks, case: Case
) -> None:
    approve(world, case)
    answer = asks("draft the acknowledgement")
    assert "comes with the case" in texts(answer)
    assert ("draft", case.reference, "acknowledgement") in pages(answer)


def test_a_stuck_letter_is_named(world: World, asks: Asks, case: Case) -> None:
    letter = approve(world, case)
    Outbox.objects.filter(letter=letter).update(stage=Outbox.Stage.UNKNOWN)
    assert "The acknowledgement needs a person" in texts(asks("what is missing"))
    assert "It is not known whether it left." in texts(asks("was the acknowledgement sent"))
