"""The poller goes on, whatever goes wrong with a look, a folder or a mailbox."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from assistant.ports import FolderState
from assistant.services.first_start import Plan
from assistant.services.poll_mailboxes import LONGEST_PAUSE, Watch, keep_polling, pause_after
from assistant.store.models import Mailbox, MailboxFolder, Message
from tests.fakes import FakeMailbox
from tests.letters import mail
from tests.world import World

# Its programs end their own connections to the database, which a test's transaction would not.
pytestmark = pytest.mark.django_db(transaction=True)


class Told:
    """Something to happen at the next waits of a mailbox, one after another; the last ends it."""

    def __init__(self, stop: threading.Event, *steps: Callable[[], object]) -> None:
        self._stop = stop
        self._steps = list(steps)

    def __call__(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        else:
            self._stop.set()


def _watch(
    world: World, open_mailbox: Callable[[], FakeMailbox], stop: threading.Event, **more: object
) -> list[int]:
    """Watch until told to stop; return the number of failures at each pause."""
    pauses: list[int] = []

    def pause(failures: int) -> float:
        pauses.append(failures)
        return 0.0

    watch = Watch(
        world.authority.email,
        open_mailbox,
        clock=world.clock,
        poll_seconds=60,
        stop=stop,
        pause=pause,
        **more,  # type: ignore[arg-type]  # by name
    )
    watch.keep()
    return pauses


def test_mail_that_comes_while_it_waits_is_taken_over_the_same_connection(world: World) -> None:
    stop, mailbox = threading.Event(), FakeMailbox()
    opened = []
    mailbox.meanwhile = Told(
        stop,
        lambda: mailbox.put(mail("How many cars?", message_id="<1@example.org>")),
        lambda: mailbox.put(mail("How many vans?", message_id="<2@example.org>")),
    )

    pauses = _watch(world, lambda: (opened.append(1), mailbox)[1], stop)

    assert Message.objects.count() == 2
    assert (len(opened), pauses, mailbox.closed) == (1, [], 1)
    assert set(mailbox.waited) == {60}


class Late(FakeMailbox):
    """A mailbox where a message comes after the folder was read, and before the wait begins."""

    def open(self, folder: str) -> FolderState:
        if self.opened == 1:
            self.put(mail())
        return super().open(folder)


def test_mail_that_comes_just_before_the_wait_is_not_waited_for(world: World) -> None:
    stop, mailbox = threading.Event(), Late()
    taken = []
    mailbox.meanwhile = lambda: (taken.append(Message.objects.count()), stop.set())

    _watch(world, lambda: mailbox, stop)

    assert taken == [1]


def test_it_survives_a_look_that_breaks_in_a_way_nobody_foresaw(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    stop, mailbox = threading.Event(), FakeMailbox()
    mailbox.put(mail())
    mailbox.meanwhile = Told(stop)
    trouble = iter([RuntimeError("surprise")])

    def open_mailbox() -> FakeMailbox:
        for fault in trouble:
            raise fault
        return mailbox

    assert _watch(world, open_mailbox, stop) == [1]
    assert Message.objects.count() == 1
    assert "surprise" in caplog.text


def test_pauses_grow_with_each_failure_and_begin_anew_after_success(world: World) -> None:
    stop, mailbox = threading.Event(), FakeMailbox()
    faults = iter([True, True, True, False, False, True, False])

    def open_mailbox() -> FakeMailbox:
        mailbox.gone = next(faults, False)
        return mailbox

    def hang_up() -> None:
        mailbox.gone = True

    # The third time it waits the server goes away, and is gone again at the next look.
    mailbox.meanwhile = Told(stop, lambda: None, hang_up, lambda: None)

    assert _watch(world, open_mailbox, stop) == [1, 2, 3, 1]


@pytest.mark.parametrize("failures", [1, 2, 5, 9, 40, 100_000])
def test_a_pause_is_any_time_up_to_a_limit_that_doubles_to_five_minutes(failures: int) -> None:
    longest = min(2 ** min(failures - 1, 10), LONGEST_PAUSE)

    pauses = [pause_after(failures) for _ in range(200)]

    assert all(0 <= pause <= longest for pause in pauses)
    assert max(pauses) > longest / 2
    assert min(pauses) < longest / 2


def test_a_folder_that_waits_for_a_choice_is_no_failure(world: World) -> None:
    stop, mailbox = threading.Event(), FakeMailbox()
    mailbox.put(mail())
    MailboxFolder.objects.create(mailbox=world.folder.mailbox, name="Archive")
    server = FakeMailbox(("INBOX", "Archive"))
    server.put(mail(), folder="INBOX")
    server.meanwhile = Told(stop)

    assert _watch(world, lambda: server, stop, plan=Plan(asks_above=0)) == []

    assert MailboxFolder.objects.get(name="INBOX").problem
    assert MailboxFolder.objects.get(name="Archive").problem == ""


def test_a_mailbox_whose_server_hangs_does_not_delay_another(world: World) -> None:
    stop, never_mind = threading.Event(), threading.Event()
    other = Mailbox.objects.create(
        authority=world.authority, address="eir@northshire.police.example"
    )
    MailboxFolder.objects.create(mailbox=other, name="INBOX")
    good = FakeMailbox()
    good.put(mail())
    good.meanwhile = stop.set

    def hangs() -> FakeMailbox:
        never_mind.wait(30)
        return FakeMailbox()

    try:
        keep_polling(
            {other.address: hangs, world.authority.email: lambda: good},
            clock=world.clock,
            stale_seconds=60,
            poll_seconds=60,
            stop=stop,
            ending=0.1,
        )
    finally:
        never_mind.set()

    assert Message.objects.count() == 1
    assert good.closed


def test_it_sweeps_while_it_watches(world: World) -> None:
    message = world.deliver(mail())
    Message.objects.filter(pk=message.pk).update(disposition=Message.Disposition.PENDING)
    DBTaskResult.objects.all().delete()
    world.clock.advance(timedelta(minutes=2))
    before = Message.objects.get().queued_at
    stop = threading.Event()
    timer = threading.Timer(0.2, stop.set)
    timer.start()

    keep_polling({}, clock=world.clock, stale_seconds=60, poll_seconds=60, stop=stop)

    assert Message.objects.get().queued_at > before


def test_the_poller_gives_a_sign_of_life_before_each_sweep(world: World) -> None:
    stop, beats = threading.Event(), []

    def beat() -> None:
        beats.append(len(beats))
        if len(beats) == 2:
            stop.set()

    keep_polling({}, clock=world.clock, stale_seconds=60, poll_seconds=0.01, stop=stop, beat=beat)
    assert beats == [0, 1]
