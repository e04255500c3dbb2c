"""What moved meanwhile, is gone or was never there: noticed, and left as it is."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from assistant.domain.library.precedents import Precedent
from assistant.ports import FolderState
from assistant.services import note_sending
from assistant.services.check_library import check_and_mend, check_library
from assistant.services.compose_again import take_up
from assistant.services.first_start import Plan, begin
from assistant.services.import_knowledge import import_knowledge
from assistant.services.library_fit import current_fit
from assistant.services.reconcile_sending import settle_as_left, still_searched
from assistant.services.related_requests import related_requests
from assistant.services.set_clock import set_clock
from assistant.services.sweep import sweep
from assistant.services.take_delivery import take_ready
from assistant.store import queue
from assistant.store.models import (
    Addressee,
    Draft,
    LibraryDocument,
    LibraryIndex,
    MailboxFolder,
    Outbox,
)
from tests.fakes import FakeMailbox
from tests.outgoing import answer, approve, asked, send, states
from tests.world import World

Stage = Outbox.Stage


def test_of_two_pollers_that_see_a_folder_first_the_second_takes_over_what_was_noted(
    world: World,
) -> None:
    late = MailboxFolder.objects.get(pk=world.folder.pk)
    state = FolderState(uidvalidity=7, uidnext=1)
    mailbox = FakeMailbox()
    mailbox.open("INBOX")
    begin(world.folder, state, mailbox=mailbox, plan=Plan(), clock=world.clock)
    noted = MailboxFolder.objects.get(pk=world.folder.pk).began_at
    world.clock.advance(timedelta(seconds=5))

    begin(late, replace(state, uidnext=4), mailbox=mailbox, plan=Plan(), clock=world.clock)

    assert (late.began_at, late.old_up_to) == (noted, 0)


def test_taking_nothing_asks_the_database_nothing(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert take_ready(world.folder, [], clock=world.clock).new == 0


def test_a_late_answer_about_a_letter_that_was_settled_changes_nothing(world: World) -> None:
    letter = approve(world, asked(world))
    outbox = send(world, letter)
    before, events = states(letter), letter.case.events.count()

    note_sending.taken(outbox.pk, "250 again", world.clock)

    outbox.refresh_from_db()
    assert (states(letter), outbox.reply) == (before, outbox.reply)
    assert "again" not in outbox.reply
    assert letter.case.events.count() == events


@pytest.mark.parametrize("how", ["later", "refused", "unknown"])
def test_a_worker_whose_letter_another_took_up_writes_nothing_down(world: World, how: str) -> None:
    letter = approve(world, asked(world))
    stale = Outbox.objects.get(letter=letter)
    send(world, letter)

    getattr(note_sending, how)(stale, "It broke", world.clock)

    row = Outbox.objects.get(letter=letter)
    assert (row.stage, row.problem) == (Stage.SENT, "")
    assert set(states(letter).values()) == {Addressee.State.TAKEN}


def test_a_letter_that_left_meanwhile_waits_for_no_turn(world: World) -> None:
    letter = approve(world, asked(world))
    stale = Outbox.objects.get(letter=letter)
    sent = send(world, letter)

    note_sending.wait_for_slot(stale, world.clock.now() + timedelta(hours=1))

    assert Outbox.objects.get(letter=letter).next_try_at == sent.next_try_at


def test_a_letter_for_which_nobody_waits_is_not_handed_over(world: World) -> None:
    letter = approve(world, asked(world))
    letter.addressees.update(state=Addressee.State.REFUSED)
    send(world, letter)
    assert world.postbox.arrived == []


def test_a_doubt_is_settled_once(world: World) -> None:
    letter = approve(world, asked(world))
    world.postbox.fail("dot", "die")
    outbox = send(world, letter)
    assert outbox.stage == Stage.UNKNOWN
    assert still_searched(outbox)

    assert settle_as_left(letter, "It lies in the folder of sent mail.", world.clock)
    assert not settle_as_left(letter, "Somebody else saw it, too.", world.clock)

    outbox.refresh_from_db()
    assert not still_searched(outbox)
    assert letter.case.events.filter(kind="sending_settled").count() == 1


def test_a_letter_that_was_looked_for_long_enough_is_not_queued_again(world: World) -> None:
    letter = approve(world, asked(world))
    world.postbox.fail("dot", "die")
    send(world, letter)
    row = Outbox.objects.filter(letter=letter)
    world.clock.advance(timedelta(days=2))
    row.update(searched_at=world.clock.now(), copy_try_at=world.clock.now() + timedelta(days=1))
    sent_before = queue.waiting(queue.LOOK_FOR_LETTER)

    sweep(stale_seconds=60, clock=world.clock)

    assert not still_searched(row.get())
    assert queue.waiting(queue.LOOK_FOR_LETTER) == sent_before


def test_an_approved_response_is_left_alone_when_something_is_recorded_later(world: World) -> None:
    case = asked(world)
    letter = answer(world, case)
    draft = Draft.objects.get(pk=letter.draft_id)

    take_up(case, by=world.officer, clock=world.clock)

    after = Draft.objects.get(pk=draft.pk)
    assert (after.state, after.blocks) == (Draft.State.APPROVED, draft.blocks)


def test_a_case_without_parts_has_the_clock_of_its_own_regime(world: World) -> None:
    case = world.case()
    due = case.due_on
    case.parts.all().delete()

    set_clock(case)

    case.refresh_from_db()
    assert case.due_on == due


def test_a_requester_without_an_address_has_made_no_other_request(world: World) -> None:
    first, second = asked(world), asked(world, message_id="<other-ward@example.org>")
    assert related_requests(second).same_subject
    for case in (first, second):
        case.requester.address = ""
        case.requester.save()
        case.refresh_from_db()
    related = related_requests(second)
    assert (related.same_subject, related.answered_before) == ((), ())


def test_a_response_without_words_is_refused_by_name_and_the_others_are_taken(
    world: World,
) -> None:
    given = [
        Precedent(ident="empty", title="Empty", text=" \n"),
        Precedent(ident="dogs", title="Dogs", text="We hold 12 dogs.", source="dogs.txt"),
        Precedent(ident="endless", title="Endless", text="a " * 3_000_000, source="endless.txt"),
    ]
    done = import_knowledge(world.authority.pk, given, library=world.library, clock=world.clock)
    assert [each.file for each in done.refused] == ["empty", "endless.txt"]
    assert list(LibraryDocument.objects.values_list("ident", flat=True)) == ["dogs"]


def test_a_library_whose_index_is_not_there_is_counted_and_built_again(world: World) -> None:
    assert check_and_mend(world.authority.pk, library=world.library, clock=world.clock) is None
    assert queue.waiting(queue.INDEX_LIBRARY) == set()

    given = [Precedent(ident="dogs", title="Dogs", text="We hold 12 dogs.")]
    import_knowledge(world.authority.pk, given, library=world.library, clock=world.clock)
    fit = current_fit(world.authority.pk)
    assert fit is not None
    world.library.discard(fit)
    assert check_and_mend(world.authority.pk, library=world.library, clock=world.clock) is None
    assert queue.waiting(queue.INDEX_LIBRARY) == {world.authority.pk}

    LibraryIndex.objects.all().delete()
    state = check_library(world.authority.pk, library=world.library, mend=True)
    assert (state.indexed, state.missing_from_vectors) == (False, 1)
    assert check_and_mend(world.authority.pk, library=world.library, clock=world.clock) is None
