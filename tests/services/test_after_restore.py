"""Whatever state a letter was in, after a restore no machine sends it on its own word."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from django.contrib.sessions.models import Session
from django_tasks_db.models import DBTaskResult

from assistant.services.after_restore import NUMBERS_LEFT_OUT, AfterRestore, after_restore
from assistant.services.read_messages import read_message
from assistant.services.reconcile_sending import reconcile_sending
from assistant.services.send_letter import send_letter
from assistant.services.settle_sending import send_again, settle_sending
from assistant.services.sweep import sweep
from assistant.services.take_delivery import take_delivery
from assistant.store.models import Addressee, CaseNumber, Letter, MailboxFolder, Message, Outbox
from tests.fakes import FakeSentFolder
from tests.letters import arrival, mail
from tests.outgoing import BO, CHRIS, approve, arrived, asked, send
from tests.standing import acknowledge, approve_ahead, mailbox_of, why_not
from tests.world import DETAILS, World

Stage, Seat = Outbox.Stage, Addressee.State
MADE = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
WORDS = "Restored from a backup of 2 March 2026, 18:00"


def restored(world: World) -> AfterRestore:
    return after_restore(MADE, clock=world.clock)


def machines_go_on(world: World) -> None:
    """Let an hour pass, sweep, and let workers take up every letter, in whatever state."""
    for _ in range(2):
        world.clock.advance(timedelta(hours=1))
        sweep(clock=world.clock, stale_seconds=1)
        for pk in Outbox.objects.values_list("pk", flat=True):
            send_letter(pk, postbox=world.postbox, register=world.register, clock=world.clock)


def left_at(world: World, stage: str, seats: tuple[str, ...]) -> Letter:
    """A letter with two copies that stood so when the backup was made."""
    letter = approve(world, asked(world), copies=[BO, CHRIS])
    for addressee, state in zip(letter.addressees.all(), seats, strict=True):
        Addressee.objects.filter(pk=addressee.pk).update(state=state)
    begun = None if stage == Stage.READY else MADE
    Outbox.objects.filter(letter=letter).update(stage=stage, begun_at=begun)
    return letter


@pytest.mark.parametrize("stage", Stage.values)
def test_in_no_state_does_a_machine_send_what_a_backup_held(world: World, stage: str) -> None:
    letter = left_at(world, stage, (Seat.WAITING,) * 3)
    for seats in product((Seat.WAITING, Seat.LEAVING, Seat.TAKEN, Seat.REFUSED), repeat=2):
        states = (seats[0], seats[1], Seat.WAITING)
        for addressee, state in zip(letter.addressees.all(), states, strict=True):
            Addressee.objects.filter(pk=addressee.pk).update(state=state)
        Outbox.objects.filter(letter=letter).update(stage=stage, problem="")
        restored(world)
        machines_go_on(world)
        assert arrived(world) == [], (stage, seats)


def test_a_letter_that_waited_is_in_doubt_and_says_of_which_backup(world: World) -> None:
    letter = left_at(world, Stage.READY, (Seat.WAITING,) * 3)

    done = restored(world)

    outbox = Outbox.objects.get(letter=letter)
    assert (outbox.stage, done.doubted, WORDS in outbox.problem) == (Stage.UNKNOWN, 1, True)
    assert letter.case.events.filter(kind="sending_unknown").count() == 1
    queued = DBTaskResult.objects.filter(task_path__endswith="look_for_letter")
    assert [each.args_kwargs["args"] for each in queued] == [[outbox.pk]]


@pytest.mark.parametrize("stage", [Stage.READY, Stage.TRANSMITTING, Stage.UNKNOWN])
def test_what_lies_in_the_sent_folder_has_left_and_goes_to_nobody_again(
    world: World, stage: str
) -> None:
    letter = approve(world, asked(world))
    sent = FakeSentFolder()
    send(world, letter)
    sent.put(world.postbox.arrived[0].message)
    # The backup is from before it left.
    seat = Seat.WAITING if stage == Stage.READY else Seat.LEAVING
    letter.addressees.update(state=seat)
    Outbox.objects.filter(letter=letter).update(stage=stage, searched_at=MADE)
    restored(world)

    own = {DETAILS.mailbox_address: lambda: sent}
    assert reconcile_sending(letter.outbox.pk, sent=own, clock=world.clock)

    machines_go_on(world)
    assert Outbox.objects.get(letter=letter).stage == Stage.SENT
    assert len(arrived(world)) == 1


def test_a_person_who_knows_that_it_did_not_leave_has_it_sent_once(world: World) -> None:
    letter = approve(world, asked(world))
    restored(world)
    settle_sending(
        letter.outbox.pk,
        left=False,
        reason="The provider's log has no such message.",
        by=world.officer,
        clock=world.clock,
    )

    machines_go_on(world)

    assert arrived(world) == [letter.recipient]


def test_a_copy_that_had_not_left_waits_for_a_person_and_not_for_the_sent_folder(
    world: World,
) -> None:
    letter = left_at(world, Stage.PARTIAL, (Seat.TAKEN, Seat.TAKEN, Seat.WAITING))

    done = restored(world)
    machines_go_on(world)

    outbox = Outbox.objects.get(letter=letter)
    assert (outbox.stage, done.waiting, arrived(world)) == (Stage.PARTIAL, 1, [])
    assert WORDS in outbox.problem
    send_again(outbox.pk, reason="Chris has none.", by=world.officer, clock=world.clock)
    machines_go_on(world)
    assert arrived(world) == [CHRIS]


def test_cases_with_a_letter_in_the_making_or_on_its_way_say_so(world: World) -> None:
    case = asked(world)
    done = restored(world)

    note = case.events.get(kind="note_added")
    assert (done.noted, note.actor, WORDS in note.note.text) == (1, None, True)


def test_no_machine_acknowledges_what_came_before_the_approval_was_given_again(
    world: World,
) -> None:
    standing = approve_ahead(world)
    old = world.case(mail(message_id="<old@example.org>"))
    done = restored(world)
    world.clock.advance(timedelta(hours=1))

    standing.refresh_from_db()
    assert (done.ended, standing.revoked_by, WORDS in standing.revoke_reason) == (1, None, True)
    assert acknowledge(world, old) is None

    approve_ahead(world, at=world.clock.now())
    read_again = world.case(mail("How many vans?", message_id="<2@example.org>", subject="Vans"))
    assert acknowledge(world, read_again) is None
    assert "before the standing approval" in why_not(read_again)
    assert not Letter.objects.exists()
    assert mailbox_of(world).standing_approvals.count() == 2


def test_no_reference_that_may_have_been_told_is_given_to_somebody_else(world: World) -> None:
    before = world.case(mail(message_id="<1@example.org>"))
    after_restore(datetime(2025, 12, 30, tzinfo=UTC), clock=world.clock)
    after = world.case(mail("How many vans?", message_id="<2@example.org>", subject="Vans"))

    assert (before.reference, after.reference) == (
        "FOI-2026-00001",
        f"FOI-2026-{NUMBERS_LEFT_OUT + 2:05d}",
    )
    assert CaseNumber.objects.get(year=2025).last == NUMBERS_LEFT_OUT


def test_everybody_signs_in_again_and_what_was_queued_is_found_by_its_rows(world: World) -> None:
    Session.objects.create(session_key="k" * 32, session_data="", expire_date=world.clock.now())
    asked(world)
    assert DBTaskResult.objects.exists()

    done = restored(world)

    assert (done.signed_out, Session.objects.count()) == (1, 0)
    assert not DBTaskResult.objects.exclude(task_path__endswith="look_for_letter").exists()


def test_a_sent_copy_read_before_its_request_is_filed_once_the_request_is_here(
    world: World,
) -> None:
    folder = MailboxFolder.objects.create(mailbox=mailbox_of(world), name="Sent", role="sent")
    ours = mail(
        "Thank you for your request. Here is the file.",
        sender=DETAILS.mailbox_address,
        subject="Your request FOI-2026-00042",
        message_id="<letter-1@northshire.police.example>",
        In_Reply_To="<ask@example.org>",
    ).replace(b"To: foi@northshire.police.example", b"To: alex.carter@example.org")
    take_delivery(folder, arrival(ours, 501), clock=world.clock)
    copy = Message.objects.get()
    read_message(copy.pk, clock=world.clock, documents=world.documents)
    copy.refresh_from_db()
    assert (copy.disposition, copy.cases.count()) == ("automatic", 0)

    case = world.case(mail(message_id="<ask@example.org>"))
    read_message(copy.pk, clock=world.clock, documents=world.documents)

    copy.refresh_from_db()
    assert (copy.disposition, list(copy.cases.all())) == ("filed", [case])
    assert case.case_messages.get(message=copy).part == "sent"
