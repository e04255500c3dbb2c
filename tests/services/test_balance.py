"""What the server holds and what is here always add up, and what is missing is fetched."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.ports import Arrival, Unreadable
from assistant.services.balance import balance
from assistant.services.first_start import Plan
from assistant.services.folder_standing import FolderStanding, folder_standing
from assistant.services.poll_folder import poll_folder
from assistant.services.read_messages import read_message
from assistant.store.models import Delivery, MailboxFolder, Message
from tests.fakes import FakeMailbox
from tests.letters import mail
from tests.world import World

NUMBERS = count(1)


class Hiding(FakeMailbox):
    """A server that shows some messages only after later ones."""

    def __init__(self, folder: str = "INBOX") -> None:
        super().__init__((folder,))
        self.hidden: set[int] = set()

    def uids(self) -> list[int]:
        return [uid for uid in super().uids() if uid not in self.hidden]

    def arrivals(self, after_uid: int, *, limit: int) -> Iterator[Arrival | Unreadable]:
        found = super().arrivals(after_uid, limit=limit)
        return (arrival for arrival in found if arrival.uid not in self.hidden)


def _mail() -> bytes:
    number = next(NUMBERS)
    return mail(f"How many cars were in ward {number}?", message_id=f"<b{number}@example.org>")


def test_a_message_that_shows_late_below_the_mark_is_fetched(world: World) -> None:
    server = Hiding()
    for _ in range(4):
        server.put(_mail())
    server.hidden = {2, 3}
    first = poll_folder(world.folder.pk, mailbox=server, clock=world.clock)
    server.hidden = set()

    at_once = poll_folder(world.folder.pk, mailbox=server, clock=world.clock)
    world.clock.advance(timedelta(minutes=5))
    later = poll_folder(world.folder.pk, mailbox=server, clock=world.clock)

    assert (first.new, at_once.new, later.new) == (2, 0, 2)
    world.folder.refresh_from_db()
    assert world.folder.last_uid == 4
    assert (world.folder.on_server, world.folder.missing) == (4, 0)
    assert world.folder.counted_at == world.clock.now()


def test_before_the_first_look_nothing_is_claimed(world: World) -> None:
    found = balance(world.authority)

    assert found.messages == 0
    assert found.adds_up
    assert [(each.on_server, each.here) for each in found.folders] == [(None, None)]


def test_a_folder_that_was_not_read_for_a_quarter_of_an_hour_has_gone_quiet(world: World) -> None:
    poll_folder(world.folder.pk, mailbox=FakeMailbox(), clock=world.clock)
    world.folder.refresh_from_db()
    world.clock.advance(timedelta(minutes=15))
    assert folder_standing(world.folder, world.clock.now()) is FolderStanding.READ

    world.clock.advance(timedelta(seconds=1))

    assert folder_standing(world.folder, world.clock.now()) is FolderStanding.QUIET


def test_a_message_with_no_known_disposition_does_not_add_up(world: World) -> None:
    world.deliver(_mail())
    Message.objects.update(disposition="lost")

    assert not balance(world.authority).adds_up


STEPS = st.lists(
    st.sampled_from(
        ["put", "again", "spoil", "expunge", "renumber", "hide", "show", "poll", "read"]
    ),
    min_size=1,
    max_size=25,
)


@pytest.mark.parametrize("first_start", ["from-now", "import"])
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(old=st.integers(0, 5), steps=STEPS)
def test_whatever_happens_to_the_mailbox_every_message_is_accounted_for(
    world: World, first_start: str, old: int, steps: list[str]
) -> None:
    plan = Plan(first_start=first_start)  # type: ignore[arg-type]  # one of the two
    folder = MailboxFolder.objects.create(
        mailbox=world.folder.mailbox, name=f"INBOX {next(NUMBERS)}"
    )
    server = Hiding(folder.name)
    for _ in range(old):
        server.put(_mail(), folder=folder.name, received_at=world.clock.now())
    before = Message.objects.count()

    def poll() -> None:
        poll_folder(folder.pk, mailbox=server, clock=world.clock, plan=plan)

    world.clock.advance(timedelta(minutes=10))
    poll()
    for step in [*steps, "show", "poll", "poll"]:
        world.clock.advance(timedelta(minutes=10))
        _step(step, server, folder.name, world, poll)

    folder.refresh_from_db()
    found = balance(world.authority)
    own = next(each for each in found.folders if each.folder == folder.name)
    held = len(server.held(folder.name))
    assert (own.on_server, own.missing) == (held, 0)
    assert (own.here or 0) + (own.left_alone or 0) == held
    assert found.adds_up
    assert found.messages == Message.objects.count()
    taken = Message.objects.count() - before
    assert taken <= Delivery.objects.filter(folder=folder.name).count()


def _step(step: str, server: Hiding, folder: str, world: World, poll: Callable[[], object]) -> None:
    now = world.clock.now()
    server.open(folder)
    server.hidden = set() if step in {"renumber", "show"} else server.hidden
    held = FakeMailbox.uids(server)
    steps: dict[str, Callable[[], object]] = {
        "put": lambda: server.put(_mail(), folder=folder, received_at=now),
        "again": lambda: server.put(server.held(folder)[0], folder=folder, received_at=now),
        "spoil": lambda: server.spoil(server.put(_mail(), folder=folder), folder=folder),
        "expunge": lambda: server.expunge(held[-1], folder=folder),
        "renumber": lambda: server.renumber(folder),
        "hide": lambda: server.hidden.add(held[-1]),
        "show": lambda: None,
        "poll": poll,
        "read": lambda: [
            read_message(message.pk, clock=world.clock)
            for message in Message.objects.filter(disposition=Message.Disposition.PENDING)
        ],
    }
    if held or step not in {"again", "expunge", "hide"}:
        steps[step]()
