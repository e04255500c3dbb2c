"""Splitting a case: parts keep their day and their records, a message its own day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from assistant.domain.errors import NotAllowed
from assistant.domain.law.deadline import EventKind as Clocked
from assistant.services.link_cases import links_of
from assistant.services.merge_cases import Seen, merge_cases
from assistant.services.record_clock_event import record_clock_event
from assistant.services.record_part import record_part
from assistant.services.record_search import record_search
from assistant.services.split_case import split_message, split_parts
from assistant.store.events import broken_link
from assistant.store.models import (
    Case,
    CaseMessage,
    Draft,
    Message,
    ReasoningRecord,
    RequestPart,
    User,
)
from tests.letters import mail
from tests.outgoing import approve
from tests.world import World

ASKED = """Dear Northshire Police,

1. How many cars do you own?

2. How many boats do you own?

3. How many horses do you own?
"""
MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def case(world: World) -> Case:
    """A request with three parts."""
    found: Case = world.deliver(mail(ASKED, subject="What we own"), at=MONDAY).cases.get()
    assert found.parts.count() == 3
    return found


def parts(case: Case) -> list[RequestPart]:
    return list(RequestPart.objects.filter(case=case).order_by("position"))


def split(
    world: World, case: Case, *places: int, reason: str = "Another team", by: User | None = None
) -> Case:
    case.refresh_from_db()
    return split_parts(
        case.pk, version=case.version, parts=places, reason=reason, by=by or world.officer,
        clock=world.clock,
    )  # fmt: skip


def split_off(world: World, case: Case, message: Message) -> Case:
    case.refresh_from_db()
    return split_message(
        case.pk, version=case.version, message_id=message.pk, reason="A new request",
        by=world.officer, clock=world.clock,
    )  # fmt: skip


def test_parts_become_a_case_of_the_same_requester_with_its_own_reference(
    world: World, case: Case
) -> None:
    due = case.due_on
    new = split(world, case, 2, 3)

    new.refresh_from_db()
    assert new.reference != case.reference
    assert (new.state, new.received_at, new.due_on) == ("open", case.received_at, due)
    assert new.requester.address == case.requester.address
    assert [part.text for part in parts(new)] == [
        "2. How many boats do you own?",
        "3. How many horses do you own?",
    ]
    assert [(part.key, part.position) for part in parts(new)] == [("2", 1), ("3", 2)]
    assert [(part.key, part.position) for part in parts(case)] == [("1", 1)]
    assert new.case_messages.get().part == CaseMessage.Part.REQUEST
    assert set(new.drafts.values_list("kind", flat=True)) == {"acknowledgement", "response"}
    assert set(case.drafts.values_list("state", flat=True)) == {Draft.State.QUEUED}
    assert set(case.sketch.values_list("value")) != set(new.sketch.values_list("value"))


def test_both_say_what_happened_and_are_linked(world: World, case: Case) -> None:
    new = split(world, case, 3)
    assert links_of(case).get() == links_of(new).get()
    kinds = [event.kind for event in new.events.all()]
    assert kinds == ["opened", "case_linked"]
    first = new.events.first()
    assert first is not None
    assert first.note.text == f"Split from {case.reference}.\nReason: Another team"
    event = case.events.get(kind="case_split")
    assert (event.actor, event.details["other"]) == (world.officer, new.pk)
    assert event.note.text.startswith(f"Part 3 became a case of its own, {new.reference}.")
    assert broken_link(case) is None
    assert broken_link(new) is None


def test_searches_decisions_and_reasons_go_with_a_part(world: World, case: Case) -> None:
    part = parts(case)[1]
    record_search(
        part.pk, where="Harbour", who="Fleet", terms="boats", made_on=date(2026, 3, 3),
        result="Two", by=world.officer, clock=world.clock,
    )  # fmt: skip
    part.refresh_from_db()
    record_part(
        part.pk, version=part.version, held="held", outcome="refused",
        sections=["FOIA s31(1)(a)"], facts="", by=world.officer, register=world.register,
        clock=world.clock,
    )  # fmt: skip
    ReasoningRecord.objects.create(
        case=case, citation="FOIA s31(1)(a)", harm="Thieves", updated_at=world.clock.now()
    )
    new = split(world, case, 2)
    (moved,) = parts(new)
    assert (moved.pk, moved.outcome, moved.searches.get().where) == (part.pk, "refused", "Harbour")
    assert new.reasoning.get().harm == case.reasoning.get().harm == "Thieves"


def test_what_stopped_the_clock_of_the_whole_case_stops_both(world: World, case: Case) -> None:
    record_clock_event(
        case.pk, version=case.version, kind=Clocked.CLARIFICATION_SOUGHT, on=date(2026, 3, 3),
        reason="Which?", by=world.officer, clock=world.clock,
    )  # fmt: skip
    new = split(world, case, 3)
    new.refresh_from_db()
    case.refresh_from_db()
    assert (new.due_on, case.due_on) == (None, None)
    assert (new.clock_events.count(), case.clock_events.count()) == (1, 1)


def test_what_stopped_one_part_goes_with_it(world: World, case: Case) -> None:
    due = case.due_on
    record_clock_event(
        case.pk, version=case.version, kind=Clocked.CLARIFICATION_SOUGHT, on=date(2026, 3, 3),
        reason="Which?", by=world.officer, clock=world.clock, parts=[3],
    )  # fmt: skip
    new = split(world, case, 3)
    new.refresh_from_db()
    case.refresh_from_db()
    assert (new.due_on, case.due_on) == (None, due)


def test_a_merger_is_taken_apart_again_with_the_day_each_part_was_received(
    world: World, case: Case
) -> None:
    raw = mail("1. How many dogs do you own?", subject="Dogs", message_id="<dogs@example.org>")
    dogs = world.deliver(raw, at=TUESDAY).cases.get()
    due = dogs.due_on
    case.refresh_from_db()
    merge_cases(
        Seen(case.pk, case.version), Seen(dogs.pk, dogs.version), parts=[1], reason="One request",
        by=world.officer, clock=world.clock,
    )  # fmt: skip

    new = split_off(world, case, dogs.messages.get())

    new.refresh_from_db()
    assert (new.received_on, new.received_at) == (date(2026, 3, 3), TUESDAY)
    assert (new.receipt_basis, new.due_on) == ("server", due)
    assert [part.asked_on for part in parts(new)] == [None]
    assert case.parts.count() == 3


def test_a_reply_that_asks_something_new_becomes_a_case_received_when_it_came(
    world: World, case: Case
) -> None:
    reply = world.deliver(
        mail(
            "Thank you. Please also send me the number of dogs you own.",
            message_id="<also@example.org>",
            in_reply_to="<request-1@example.org>",
        ),
        at=TUESDAY,
    )
    new = split_off(world, case, reply)
    assert (new.received_on, new.requester.name) == (date(2026, 3, 3), case.requester.name)
    assert new.case_messages.get().message == reply
    assert case.case_messages.filter(message=reply).exists()
    assert case.parts.count() == 3
    assert case.events.get(kind="case_split").note.text.startswith("A message became")


def test_a_part_whose_message_came_on_another_day_says_how_its_day_is_known(
    world: World, case: Case
) -> None:
    RequestPart.objects.filter(case=case, position=3).update(asked_on=date(2026, 3, 1))
    new = split(world, case, 3)
    assert (new.received_on, new.receipt_basis) == (date(2026, 3, 1), "corrected")
    assert case.reference in new.receipt_reason


def test_what_cannot_be_split_is_said_and_nothing_is_changed(world: World, case: Case) -> None:
    for places, words in (
        ((1, 2, 3), "At least one part must stay"),
        ((), "Choose the parts"),
        ((1, 9), "from those there are"),
    ):
        with pytest.raises(NotAllowed, match=words):
            split(world, case, *places)
    with pytest.raises(NotAllowed, match="Give a reason"):
        split(world, case, 1, reason="")
    stranger = User(authority_id=world.authority.pk + 1, role="officer")
    with pytest.raises(NotAllowed, match="another authority"):
        split(world, case, 1, by=stranger)
    with pytest.raises(NotAllowed, match="At least one part must stay"):
        split_off(world, case, case.messages.get())
    other = world.deliver(mail("How many dogs?", subject="Dogs", message_id="<d@example.org>"))
    with pytest.raises(NotAllowed, match="no such message"):
        split_off(world, case, other)
    assert Case.objects.count() == 2
    world.compose(case)
    approve(world, case)
    with pytest.raises(NotAllowed, match="approved and has not left yet"):
        split(world, case, 1)


def test_a_closed_or_merged_case_is_not_split(world: World, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(state="answered")
    with pytest.raises(NotAllowed, match="is not open"):
        split(world, case, 1)
    other = world.deliver(mail("How many dogs?", subject="Dogs", message_id="<d@example.org>"))
    Case.objects.filter(pk=case.pk).update(state="merged", merged_into=other.cases.get())
    with pytest.raises(NotAllowed, match="Split that one instead"):
        split(world, case, 1)
