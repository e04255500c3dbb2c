"""The folder of sent mail settles a doubt, and gets its copy; neither ever sends a letter."""

from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from assistant.services.keep_sent_copy import keep_sent_copy
from assistant.services.reconcile_sending import reconcile_sending
from assistant.services.settle_sending import settle_sending
from assistant.services.sweep import sweep
from assistant.store.models import Letter, Outbox
from assistant.store.packing import unpack
from tests.fakes import FakeSentFolder
from tests.outgoing import answer, approve, arrived, asked, send
from tests.world import DETAILS, World

Stage = Outbox.Stage
OWN = DETAILS.mailbox_address


@pytest.fixture
def sent() -> FakeSentFolder:
    return FakeSentFolder()


def doubtful(world: World) -> Letter:
    """A response of which nobody knows whether it left; in truth it did."""
    letter = answer(world, asked(world))
    world.postbox.fail("dot", "die")
    assert send(world, letter).stage == Stage.UNKNOWN
    world.postbox.recover()
    return letter


def look(world: World, letter: Letter, sent: FakeSentFolder) -> bool:
    return reconcile_sending(letter.outbox.pk, sent={OWN: lambda: sent}, clock=world.clock)


def rewritten(raw: bytes, header: bytes = b"X-Was") -> bytes:
    """The message as a server keeps it that gave it a Message-ID of its own."""
    return b"Message-ID: <new@outlook.example>\r\n" + raw.replace(b"Message-ID", header, 1)


@pytest.mark.parametrize(
    "as_kept",
    [
        bytes,
        lambda raw: rewritten(raw, b"X-Microsoft-Original-Message-ID"),
        rewritten,
    ],
    ids=["same-id", "original-id-kept", "mark-alone"],
)
def test_a_letter_found_in_the_sent_folder_has_left(
    world: World, sent: FakeSentFolder, as_kept: object
) -> None:
    letter = doubtful(world)
    sent.put(as_kept(world.postbox.arrived[0].message))  # type: ignore[operator]  # see above

    assert look(world, letter, sent)

    outbox, case = Outbox.objects.get(letter=letter), letter.case
    case.refresh_from_db()
    settled = case.events.get(kind="sending_settled")
    assert (outbox.stage, outbox.copy, case.state) == (Stage.SENT, "found", "answered")
    assert (settled.actor, OWN in settled.note.text) == (None, True)
    assert len(arrived(world)) == 1
    assert sent.closed == 1


def test_a_letter_that_is_not_found_stays_in_doubt_and_the_search_ends(
    world: World, sent: FakeSentFolder
) -> None:
    letter = doubtful(world)
    found = look(world, letter, sent)
    world.clock.advance(timedelta(minutes=16))
    late = look(world, letter, sent)
    again = look(world, letter, sent)

    outbox = Outbox.objects.get(letter=letter)
    assert (found, late, again, sent.searches) == (False, False, False, 2)
    assert (outbox.stage, outbox.searched_at) == (Stage.UNKNOWN, world.clock.now())
    assert send(world, letter).stage == Stage.UNKNOWN


def test_a_folder_out_of_reach_is_said_and_searched_later(
    world: World, sent: FakeSentFolder
) -> None:
    letter = doubtful(world)
    sent.gone = True
    look(world, letter, sent)
    outbox = Outbox.objects.get(letter=letter)
    problem = outbox.search_problem
    sent.gone = False
    sent.put(world.postbox.arrived[0].message)
    world.clock.advance(timedelta(hours=3))
    DBTaskResult.objects.all().delete()
    sweep(clock=world.clock, stale_seconds=60)

    assert OWN in problem
    assert outbox.searched_at is None
    assert DBTaskResult.objects.filter(task_path__endswith="look_for_letter").count() == 1
    assert look(world, letter, sent)


def test_what_a_person_settled_meanwhile_is_left_alone(world: World, sent: FakeSentFolder) -> None:
    letter = doubtful(world)
    sent.put(world.postbox.arrived[0].message)
    settle_sending(
        letter.outbox.pk, left=True, reason="They wrote", by=world.officer, clock=world.clock
    )

    assert not look(world, letter, sent)
    assert letter.case.events.filter(kind="response_sent").count() == 1


def test_a_transmission_cut_off_by_a_crash_is_searched_for_too(
    world: World, sent: FakeSentFolder
) -> None:
    letter = answer(world, asked(world))
    sent.put(unpack(letter.compressed))
    Outbox.objects.filter(letter=letter).update(
        stage=Stage.TRANSMITTING, begun_at=world.clock.now()
    )
    letter.addressees.update(state="leaving")
    world.clock.advance(timedelta(minutes=16))
    sweep(clock=world.clock, stale_seconds=60)

    assert Outbox.objects.get(letter=letter).stage == Stage.UNKNOWN
    assert look(world, letter, sent)
    assert Outbox.objects.get(letter=letter).stage == Stage.SENT


def keep(world: World, letter: Letter, sent: FakeSentFolder) -> Outbox:
    keep_sent_copy(letter.outbox.pk, folders={OWN: lambda: sent}, clock=world.clock)
    return Outbox.objects.get(letter=letter)


def test_a_copy_is_put_into_the_sent_folder_once(world: World, sent: FakeSentFolder) -> None:
    letter = approve(world, asked(world))
    before = keep(world, letter, sent).copy
    send(world, letter)
    after = keep(world, letter, sent).copy
    keep(world, letter, sent)

    assert (before, after) == ("", "appended")
    assert [raw for raw, _ in sent.messages] == [world.postbox.arrived[0].message]


def test_a_copy_that_is_there_already_is_not_put_there_again(
    world: World, sent: FakeSentFolder
) -> None:
    letter = approve(world, asked(world))
    send(world, letter)
    sent.put(rewritten(world.postbox.arrived[0].message))

    assert keep(world, letter, sent).copy == "found"
    assert len(sent.messages) == 1


def test_a_copy_that_fails_is_tried_again_and_the_letter_stays_sent(
    world: World, sent: FakeSentFolder
) -> None:
    letter = approve(world, asked(world))
    send(world, letter)
    sent.gone = True
    failed = keep(world, letter, sent)
    sent.gone = False
    at_once = keep(world, letter, sent)
    world.clock.advance(timedelta(minutes=6))
    DBTaskResult.objects.all().delete()
    sweep(clock=world.clock, stale_seconds=60)
    queued = DBTaskResult.objects.filter(task_path__endswith="keep_sent_copy").count()

    assert (failed.stage, failed.copy) == (Stage.SENT, "")
    assert failed.copy_problem
    assert (at_once.copy, queued) == ("", 1)
    assert keep(world, letter, sent).copy == "appended"


def test_where_the_server_keeps_the_copies_nothing_is_put_there(world: World) -> None:
    letter = approve(world, asked(world))
    send(world, letter)
    keep_sent_copy(letter.outbox.pk, folders={}, clock=world.clock)

    assert Outbox.objects.get(letter=letter).copy == "server"
