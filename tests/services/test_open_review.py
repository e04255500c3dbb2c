"""An internal review is a case of its own, and never that of those who decided."""

from datetime import date

import pytest

from assistant.domain.case import EventKind, State
from assistant.domain.errors import NotAllowed
from assistant.services.assign_case import assign_case
from assistant.services.assign_cases import assign_cases
from assistant.services.open_review import open_review
from assistant.services.prepare import add_user
from assistant.services.reopen_case import reopen_case
from assistant.store.models import Authority, Case, Draft, Event, User
from assistant.store.oversight import requests_of
from tests.answered import answer
from tests.letters import mail
from tests.world import PASSWORD, World

ASKED = {"received_on": date(2026, 3, 3), "text": "I ask for a review: it cannot be right."}


@pytest.fixture
def colleague(world: World) -> User:
    """Somebody who took no part in anything."""
    person, _ = add_user(
        username="tegan", password=PASSWORD, role="officer", authority=world.authority
    )
    return person


@pytest.fixture
def answered(world: World) -> Case:
    return answer(world, world.case())


def review_of(world: World, case: Case, **changes: object) -> Case:
    case.refresh_from_db()
    given = {**ASKED, **changes} if "message_id" not in changes else changes
    return open_review(
        case.pk,
        version=case.version,
        by=world.officer,
        clock=world.clock,
        **given,  # type: ignore[arg-type]  # by name
    )


def test_a_review_has_its_own_reference_clock_and_letters_and_the_request_stays_answered(
    world: World, answered: Case
) -> None:
    review = review_of(world, answered)

    answered.refresh_from_db()
    assert (review.parent, answered.state, review.state) == (answered, "answered", "open")
    assert review.reference != answered.reference
    # Twenty working days (the section 45 code), Good Friday and Easter Monday and 17 March apart.
    assert review.due_on == date(2026, 4, 1)
    assert review.deadline["kind"] == "foi-review"
    assert [part.text for part in review.parts.all()] == [p.text for p in answered.parts.all()]
    assert {part.outcome for part in review.parts.all()} == {""}
    kinds = {"review_acknowledged", "review_outcome"}
    assert set(review.drafts.values_list("kind", flat=True)) == kinds
    assert review.requester.address == answered.requester.address
    last = Event.objects.filter(case=answered).order_by("number").last()
    assert last is not None
    assert (last.kind, last.details) == (EventKind.REVIEW_OPENED, {"review": review.pk})
    assert review not in requests_of(world.authority)


def test_a_review_under_the_eir_has_forty_working_days(world: World, answered: Case) -> None:
    Case.objects.filter(pk=answered.pk).update(regime="EIR")
    answered.parts.update(regime="EIR")

    assert review_of(world, answered).deadline["kind"] == "eir-review"


def test_a_reply_asks_for_the_review_and_what_follows_it_is_filed_there(
    world: World, answered: Case
) -> None:
    reply = world.deliver(
        mail(
            "I ask for an internal review of your response.",
            subject=f"Re: [{answered.reference}]",
            message_id="<review-1@example.org>",
            in_reply_to="<request-1@example.org>",
        )
    )
    review = review_of(world, answered, message_id=reply.pk)
    assert review.messages.get() == reply

    further = world.deliver(
        mail(
            "Please look at question 2 as well.",
            subject="Re: Internal review",
            message_id="<review-2@example.org>",
            in_reply_to="<review-1@example.org>",
        )
    )

    assert further.cases.get() == review


@pytest.mark.parametrize("name", ["officer", "supervisor"])
def test_nobody_reviews_what_they_handled_or_approved(
    world: World, answered: Case, colleague: User, name: str
) -> None:
    party: User = getattr(world, name)
    with pytest.raises(NotAllowed, match="took no part in it"):
        review_of(world, answered, officer=party)
    review = review_of(world, answered, officer=colleague)

    with pytest.raises(NotAllowed, match="handled or approved the response"):
        assign_case(review.pk, version=review.version, officer=party, by=party, clock=world.clock)
    with pytest.raises(NotAllowed, match=review.reference):
        assign_cases(
            {review.reference: review.version, answered.reference: answered.version},
            officer=party,
            by=world.supervisor,
            clock=world.clock,
        )
    review.refresh_from_db()
    assert review.officer == colleague
    done = assign_cases(
        {review.reference: review.version}, officer=None, by=world.supervisor, clock=world.clock
    )
    assert done.done == [review.reference]


@pytest.mark.parametrize(
    ("state", "regime", "says"),
    [
        ("open", "FOI", "has not been answered"),
        ("answered", "SAR", "belongs to FOI and the EIR"),
    ],
)
def test_what_cannot_be_reviewed_is_refused(
    world: World, answered: Case, state: str, regime: str, says: str
) -> None:
    Case.objects.filter(pk=answered.pk).update(state=state, regime=regime)
    with pytest.raises(NotAllowed, match=says):
        review_of(world, answered)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"text": " "}, "Choose the message"),
        ({"received_on": None}, "Choose the message"),
        ({"received_on": date(2026, 3, 4)}, "in the future"),
        ({"received_on": date(2026, 2, 1)}, "before the request was"),
        ({"message_id": 4711}, "not filed on this case"),
    ],
)
def test_what_does_not_ask_for_a_review_opens_none(
    world: World, answered: Case, changes: dict[str, object], says: str
) -> None:
    with pytest.raises(NotAllowed, match=says):
        review_of(world, answered, **changes)


def test_one_review_at_a_time_and_none_of_a_review_nor_by_strangers(
    world: World, answered: Case
) -> None:
    other = Authority.objects.create(slug="other", name="Other Council")
    stranger = User.objects.create(username="cyril", authority=other)
    with pytest.raises(NotAllowed, match="does not work for this authority"):
        review_of(world, answered, officer=stranger)
    review = review_of(world, answered)
    with pytest.raises(NotAllowed, match="reviews this request already"):
        review_of(world, answered)
    with pytest.raises(NotAllowed, match="internal review already"):
        review_of(world, review)
    world.officer.authority = other
    with pytest.raises(NotAllowed, match="another authority"):
        review_of(world, answered)


def test_a_review_that_was_answered_is_reopened_with_its_outcome_to_draft(
    world: World, answered: Case
) -> None:
    review = review_of(world, answered)
    world.compose(review)
    Case.objects.filter(pk=review.pk).update(state=State.ANSWERED)
    review.refresh_from_db()

    reopen_case(
        review.pk, version=review.version, reason="A slip", by=world.officer, clock=world.clock
    )

    assert review.drafts.get(kind="review_outcome").state == Draft.State.QUEUED
    review.drafts.update(state=Draft.State.DISCARDED)
    Case.objects.filter(pk=review.pk).update(state=State.ANSWERED)
    review.refresh_from_db()
    again = reopen_case(
        review.pk, version=review.version, reason="Again", by=world.officer, clock=world.clock
    )
    assert again.state == State.OPEN
