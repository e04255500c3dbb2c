"""Merging two cases: nothing is lost, nobody gets less than the law gives, mail finds its way."""

from datetime import UTC, date, datetime, timedelta

import pytest

from assistant.domain.errors import NotAllowed
from assistant.domain.law.deadline import EventKind as Clocked
from assistant.services.add_case import add_case
from assistant.services.compose_again import compose_again
from assistant.services.edit_draft import edit_whole
from assistant.services.merge_cases import Seen, merge_cases
from assistant.services.merge_refusals import why_not_merge
from assistant.services.read_messages import read_message
from assistant.services.record_clock_event import record_clock_event
from assistant.services.record_estimate import record_estimate
from assistant.services.record_search import record_search
from assistant.services.report_delivery import report_delivery
from assistant.services.settle_held import file_on_case
from assistant.services.take_delivery import take_delivery
from assistant.store.case_search import having_words, relying_on
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
from tests.letters import arrival, mail
from tests.outgoing import QUESTION, answer, approve, send
from tests.world import World

ALEX = "Alex Carter <alex.carter@example.org>"
ASKED = (
    "Dear Northshire Police,\n\n1. How many cars do you own?\n\n2. How many were sold in 2025?\n"
)
MORE = "Dear Northshire Police,\n\n1. How many cars do you own?\n\n2. Who bought the boats?\n"
MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def opened(world: World, text: str, name: str, *, days: int = 0, sender: str = ALEX) -> Case:
    raw = mail(text, subject=f"Cars {name}", message_id=f"<{name}@example.org>", sender=sender)
    case: Case = world.deliver(raw, at=MONDAY + timedelta(days=days)).cases.get()
    return case


@pytest.fixture
def first(world: World) -> Case:
    """A request of Monday."""
    return opened(world, ASKED, "first")


@pytest.fixture
def second(world: World) -> Case:
    """Another of the same requester, of Tuesday: one part asks the same, one something new."""
    return opened(world, MORE, "second", days=1)


def seen(case: Case) -> Seen:
    case.refresh_from_db()
    return Seen(case.pk, case.version)


def merge(
    world: World, stays: Case, other: Case, *parts: int, by: User | None = None, **said: str
) -> Case:
    given = {"reason": "It arrived twice"} | said
    merged = merge_cases(
        seen(stays), seen(other), parts=parts, by=by or world.officer, clock=world.clock, **given
    )
    for case in (stays, other):
        case.refresh_from_db()
    return merged


def parts(case: Case) -> list[RequestPart]:
    return list(RequestPart.objects.filter(case=case).order_by("position"))


def answered(world: World, name: str) -> Case:
    """A request that is answered: its response has left."""
    case = opened(world, f"{QUESTION} It is about {name}.", name)
    world.compose(case)
    send(world, answer(world, case))
    case.refresh_from_db()
    assert case.state == "answered"
    return case


def test_the_other_case_is_closed_with_a_link_and_both_say_who_and_why(
    world: World, first: Case, second: Case
) -> None:
    merge(world, first, second)

    assert (second.state, second.merged_into) == ("merged", first)
    assert (first.state, second.unanswered) == ("open", False)
    for case, kind in ((first, "other_merged_in"), (second, "case_merged")):
        event = case.events.last()
        assert event is not None
        assert (event.kind, event.actor) == (kind, world.officer)
        assert event.note.text.startswith(f"{second.reference} was merged into {first.reference}.")
        assert event.note.text.endswith("Reason: It arrived twice")
        assert broken_link(case) is None


def test_messages_are_filed_on_the_case_that_stays_and_can_still_be_read_on_the_other(
    world: World, first: Case, second: Case
) -> None:
    reply = mail("Any news?", message_id="<news@example.org>", in_reply_to="<second@example.org>")
    world.deliver(reply, at=MONDAY + timedelta(days=1))
    before = set(second.messages.values_list("pk", flat=True))

    merge(world, first, second)

    assert before < set(first.messages.values_list("pk", flat=True))
    assert before == set(second.messages.values_list("pk", flat=True))
    # What asks nothing besides is no second text of the request.
    requests = first.case_messages.filter(part=CaseMessage.Part.REQUEST)
    assert requests.get().message.message_id == "<first@example.org>"


def test_a_part_comes_along_with_its_day_and_all_that_is_recorded_on_it(
    world: World, first: Case, second: Case
) -> None:
    new = parts(second)[1]
    record_search(
        new.pk,
        where="Sales ledger",
        who="Fleet",
        terms="boats",
        made_on=date(2026, 3, 3),
        result="A list",
        by=world.officer,
        clock=world.clock,
    )
    record_estimate(second.pk, [], version=0, by=world.officer, clock=world.clock, part_id=new.pk)
    due = new.due_on

    merge(world, first, second, 2)

    three = parts(first)
    assert [part.text for part in three][2] == "2. Who bought the boats?"
    assert (three[2].pk, three[2].key, three[2].position) == (new.pk, "2 (second)", 3)
    assert (three[2].asked_on, three[2].due_on) == (date(2026, 3, 3), due)
    assert three[2].searches.get().where == "Sales ledger"
    assert [part.asked_on for part in three[:2]] == [None, None]
    assert [part.text for part in parts(second)] == ["1. How many cars do you own?"]
    requests = first.case_messages.filter(part=CaseMessage.Part.REQUEST)
    assert requests.count() == 2
    assert set(first.drafts.values_list("state", flat=True)) == {Draft.State.QUEUED}


def test_the_earlier_day_counts_for_what_both_ask_and_the_case_is_received_that_day(
    world: World, first: Case, second: Case
) -> None:
    earlier = first.due_on
    later = parts(second)[1].due_on
    assert earlier != later

    merge(world, second, first, 2)

    one, boats, sold = parts(second)
    assert second.received_on == first.received_on == date(2026, 3, 2)
    assert second.received_at == first.received_at
    assert (one.due_on, one.asked_on) == (earlier, None)
    assert (boats.due_on, boats.asked_on) == (later, date(2026, 3, 3))
    assert (sold.due_on, sold.asked_on) == (earlier, None)
    assert second.due_on == earlier
    assert "counts as received on 2 March 2026" in second.events.last().note.text  # type: ignore[union-attr]  # there is one


def test_what_stopped_one_clock_does_not_stop_the_parts_of_the_other(
    world: World, first: Case, second: Case
) -> None:
    due = parts(second)[1].due_on
    record_clock_event(
        first.pk,
        version=seen(first).version,
        kind=Clocked.CLARIFICATION_SOUGHT,
        on=date(2026, 3, 3),
        reason="Which cars?",
        by=world.officer,
        clock=world.clock,
    )
    merge(world, first, second, 2)
    assert [part.due_on for part in parts(first)] == [None, None, due]

    third = opened(world, "3. How many horses do you own?", "third", days=1)
    record_clock_event(
        third.pk,
        version=seen(third).version,
        kind=Clocked.CLARIFICATION_SOUGHT,
        on=date(2026, 3, 3),
        reason="Which horses?",
        by=world.officer,
        clock=world.clock,
    )
    merge(world, first, third, 1)
    assert [part.due_on for part in parts(first)] == [None, None, due, None]
    # The case that is gone keeps what was recorded on it, and the history its ids.
    assert third.clock_events.count() == 1


def test_drafts_of_the_other_are_kept_to_be_read_and_no_more(
    world: World, first: Case, second: Case
) -> None:
    world.compose(second)
    draft = Draft.objects.get(case=second, kind="response")
    merge(world, first, second)
    draft.refresh_from_db()
    assert (draft.state, bool(draft.blocks)) == (Draft.State.KEPT, True)
    with pytest.raises(NotAllowed, match="kept only to be read"):
        compose_again(second.pk, kind="response", by=world.officer, clock=world.clock)
    with pytest.raises(NotAllowed):
        edit_whole(
            draft.pk,
            version=draft.version,
            text="Dear Alex",
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )


@pytest.mark.parametrize("how", ["thread", "reference", "text"])
def test_mail_for_the_merged_case_comes_to_the_case_that_stays(
    world: World, first: Case, second: Case, how: str
) -> None:
    merge(world, first, second)
    ways = {
        "thread": {"in_reply_to": "<second@example.org>", "subject": "Something else"},
        "reference": {"subject": f"Your reference {second.reference}"},
        "text": {"subject": "News?"},
    }
    said = f"When will you answer {second.reference}?" if how == "text" else "When do you answer?"
    message = world.deliver(mail(said, message_id="<late@example.org>", **ways[how]))
    assert list(message.cases.all()) == [first]
    assert any(first.reference in each["detail"] for each in message.reasons)


def test_a_message_that_is_read_while_its_case_is_merged_ends_on_the_case_that_stays(
    world: World, first: Case, second: Case
) -> None:
    raw = mail("Any news?", message_id="<race@example.org>", in_reply_to="<second@example.org>")
    take_delivery(world.folder, arrival(raw, 77), clock=world.clock)
    message = Message.objects.get(deliveries__uid=77)
    assert message.disposition == Message.Disposition.PENDING

    merge(world, first, second)
    read_message(message.pk, clock=world.clock)

    assert list(message.cases.all()) == [first]


def test_mail_follows_from_case_to_case_when_one_is_merged_after_another(
    world: World, first: Case, second: Case
) -> None:
    third = opened(world, "3. How many horses do you own?", "third", days=2)
    merge(world, second, third)
    merge(world, first, second)
    third.refresh_from_db()
    assert third.merged_into == first
    message = world.deliver(
        mail("Any news?", message_id="<late@example.org>", in_reply_to="<third@example.org>")
    )
    assert list(message.cases.all()) == [first]


def test_the_same_mail_again_and_a_held_one_come_to_the_case_that_stays(
    world: World, first: Case, second: Case
) -> None:
    merge(world, first, second)
    again = mail(MORE, subject="Cars second", message_id="<again@example.org>")
    assert list(world.deliver(again, at=MONDAY + timedelta(days=2)).cases.all()) == [first]

    held = world.deliver(mail("", subject="", sender="", message_id="<empty@example.org>"))
    case = file_on_case(
        held.pk, reference=second.reference, reason="His", by=world.officer, clock=world.clock
    )
    assert case == first


def test_what_had_left_stays_on_the_other_and_its_return_is_told_on_the_case_that_stays(
    world: World, first: Case, second: Case
) -> None:
    world.compose(second)
    letter = approve(world, second)
    send(world, letter)
    merge(world, first, second)
    letter.refresh_from_db()
    assert (letter.case, letter.voided_at) == (second, None)

    back = world.deliver(mail("It came back", sender="", message_id="<bounce@example.org>"))
    assert report_delivery(
        back, action="failed", mark=letter.mark, recipient=letter.recipient, clock=world.clock
    )
    assert second.events.last().kind == "not_delivered"  # type: ignore[union-attr]  # there is one


def test_a_case_merged_into_an_answered_one_brings_messages_and_no_parts(
    world: World, second: Case
) -> None:
    first = answered(world, "first")
    due = first.due_on
    with pytest.raises(NotAllowed, match="Reopen it first, or bring no part"):
        merge(world, first, second, 2)
    refused(world, second, first, f"Let {first.reference} stay, and merge")
    merge(world, first, second)
    assert (first.state, first.due_on, second.state) == ("answered", due, "merged")


def refused(world: World, stays: Case, other: Case, why: str) -> None:
    before = [case.events.count() for case in (stays, other)]
    with pytest.raises(NotAllowed, match=why):
        merge(world, stays, other)
    assert [case.events.count() for case in (stays, other)] == before


def test_two_answers_stand_each_for_itself(world: World) -> None:
    refused(
        world,
        answered(world, "first"),
        answered(world, "second"),
        "A response has left on both cases",
    )


@pytest.mark.parametrize("which", [0, 1])
def test_a_letter_on_its_way_stops_a_merger(
    world: World, first: Case, second: Case, which: int
) -> None:
    world.compose((first, second)[which])
    approve(world, (first, second)[which])
    refused(world, first, second, "is approved and has not left yet")


def test_different_requesters_have_to_be_confirmed_with_a_reason(world: World, first: Case) -> None:
    robins = opened(world, MORE, "robin", days=1, sender="Robin Ash <robin.ash@example.org>")
    refused(world, first, robins, "Different people asked. Confirm")
    merge(world, first, robins, 2, requesters="Robin is Alex’s solicitor")
    assert "Different people asked: Robin is Alex’s solicitor" in (
        first.events.last().note.text  # type: ignore[union-attr]  # there is one
    )
    # Both take part in the case from now on.
    message = world.deliver(
        mail(
            "Any news?",
            subject=f"Re: {first.reference}",
            message_id="<r@example.org>",
            sender="Robin Ash <robin.ash@example.org>",
        )
    )
    assert list(message.cases.all()) == [first]


def test_requesters_without_an_address_are_the_same_by_name(world: World, first: Case) -> None:
    posted = [
        add_case(
            authority=world.authority,
            basis="post",
            received_on=date(2026, 3, 3),
            requester_name=who,
            requester_address="",
            postal_address="1 High Street",
            subject="Boats",
            text="How many boats do you own?",
            regime="FOI",
            by=world.officer,
            clock=world.clock,
        )
        for who in ("Jo Reed", "JO REED", "Kim Lowe")
    ]
    merge(world, posted[0], posted[1])
    refused(world, posted[0], posted[2], "Different people asked")
    merge(world, posted[0], posted[2], 1, requesters="The same letter, copied")
    assert len(parts(posted[0])) == 2


def test_other_things_that_stand_against_a_merger_are_said(
    world: World, first: Case, second: Case
) -> None:
    refused(world, first, first, "cannot be merged with itself")
    with pytest.raises(NotAllowed, match="Give a reason"):
        merge(world, first, second, reason=" ")
    with pytest.raises(NotAllowed, match="no such part any more"):
        merge(world, first, second, 9)
    stale = Seen(second.pk, second.version + 1)
    with pytest.raises(NotAllowed, match="Somebody changed this"):
        merge_cases(
            seen(first), stale, parts=[], reason="Twice", by=world.officer, clock=world.clock
        )
    for state, why in (
        ("not_a_request", "is marked as not a request"),
        ("answered", "is answered"),
    ):
        Case.objects.filter(pk=first.pk).update(state=state)
        stays, other = (first, second) if state == "not_a_request" else (second, first)
        refused(world, stays, other, why)
    Case.objects.filter(pk=first.pk).update(state="open", parent=second.pk)
    refused(world, first, second, "belongs to another case")
    Case.objects.filter(pk=first.pk).update(parent=None)
    third = opened(world, "How many horses do you own?", "third", days=1)
    merge(world, first, second)
    refused(world, first, second, f"was merged into {first.reference} already")
    refused(world, second, third, "Choose that one instead")


def test_a_case_of_another_authority_is_never_merged(
    world: World, first: Case, second: Case
) -> None:
    first.authority_id += 1
    assert why_not_merge(first, second) == [
        "The two cases belong to different authorities and cannot be merged."
    ]
    stranger = User(authority_id=world.authority.pk + 1, role="officer")
    with pytest.raises(NotAllowed, match="belongs to another authority"):
        merge(world, first, second, by=stranger)


def test_reasons_and_typed_parts_come_along_and_the_case_is_found_by_them(
    world: World, first: Case, second: Case
) -> None:
    new = parts(second)[1]
    RequestPart.objects.filter(pk=new.pk).update(
        sections=["FOIA s43(2)"], message=None, start=0, end=0, text="Who bought the zeppelins?"
    )
    for case, harm in ((second, "Bids"), (first, "Prices")):
        ReasoningRecord.objects.create(
            case=case, citation="FOIA s43(2)", harm=harm, updated_at=world.clock.now()
        )
    ReasoningRecord.objects.create(
        case=second, citation="FOIA s31(1)(a)", harm="Thieves", updated_at=world.clock.now()
    )

    merge(world, first, second, 2)

    # What the case that stays says of a provision already stands; the other can be read there.
    harms = first.reasoning.order_by("citation").values_list("harm", flat=True)
    assert list(harms) == ["Thieves", "Prices"]
    assert second.reasoning.get().harm == "Bids"
    assert having_words(Case.objects.all(), "zeppelins").get() == first
    assert relying_on(Case.objects.all(), "s43(2)").get() == first
