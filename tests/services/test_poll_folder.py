"""Reading a folder: everything above the mark, nothing twice, and what is wrong is said."""

import sqlite3
from contextlib import closing

import pytest
from django.db import connection

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import FolderState
from assistant.services.first_start import Plan
from assistant.services.poll_folder import poll_folder
from assistant.services.poll_mailboxes import poll_once
from assistant.store.models import Delivery, MailboxFolder, Message
from tests.fakes import FakeMailbox
from tests.letters import mail
from tests.world import World


@pytest.fixture
def mailbox() -> FakeMailbox:
    return FakeMailbox()


def test_every_new_message_is_taken_once(world: World, mailbox: FakeMailbox) -> None:
    mailbox.put(mail("How many cars?", message_id="<1@example.org>"))
    mailbox.put(mail("How many vans?", message_id="<2@example.org>"))

    first = poll_folder(world.folder.pk, mailbox=mailbox, clock=world.clock)
    second = poll_folder(world.folder.pk, mailbox=mailbox, clock=world.clock)

    assert (first.new, second.new, second.known) == (2, 0, 0)
    world.folder.refresh_from_db()
    assert world.folder.polled_at == world.clock.now()


def test_a_renumbered_folder_is_read_again_and_files_nothing_twice(
    world: World, mailbox: FakeMailbox
) -> None:
    mailbox.put(mail("How many cars?", message_id="<1@example.org>"))
    poll_folder(world.folder.pk, mailbox=mailbox, clock=world.clock)
    mailbox.renumber()
    mailbox.put(mail("How many vans?", message_id="<2@example.org>"))

    polled = poll_folder(world.folder.pk, mailbox=mailbox, clock=world.clock)

    assert (polled.new, polled.known) == (1, 1)
    assert (Message.objects.count(), Delivery.objects.count()) == (2, 3)


def test_a_message_that_is_not_handed_over_does_not_keep_the_next_one_away(
    world: World, mailbox: FakeMailbox
) -> None:
    mailbox.spoil(mailbox.put(mail("How many cars?", message_id="<1@example.org>")))
    mailbox.put(mail("How many vans?", message_id="<2@example.org>"))

    assert poll_folder(world.folder.pk, mailbox=mailbox, clock=world.clock).new == 2
    assert Message.objects.filter(disposition=Message.Disposition.HELD).count() == 1


def test_more_than_one_batch_is_taken_in_one_look(world: World, mailbox: FakeMailbox) -> None:
    for number in range(550):
        mailbox.put(mail(f"How many cars in ward {number}?", message_id=f"<{number}@example.org>"))

    polled = poll_folder(
        world.folder.pk, mailbox=mailbox, clock=world.clock, plan=Plan(asks_above=550)
    )

    assert polled.new == 550


@pytest.mark.parametrize(
    ("fault", "error"), [("gone", TryAgainLater), ("wrong_password", NotAllowed)]
)
def test_a_fault_of_the_server_is_noted_on_the_folder(
    world: World, mailbox: FakeMailbox, fault: str, error: type[Exception]
) -> None:
    setattr(mailbox, fault, True)

    with pytest.raises(error):
        poll_folder(world.folder.pk, mailbox=mailbox, clock=world.clock)

    world.folder.refresh_from_db()
    assert world.folder.problem


def test_one_look_reports_what_was_wrong_and_goes_on(world: World, mailbox: FakeMailbox) -> None:
    mailbox.gone = True

    polled, problems = poll_once({world.authority.email: lambda: mailbox}, clock=world.clock)

    assert polled.new == 0
    assert len(problems) == 1
    assert world.authority.email in problems[0]


def test_what_had_come_before_the_server_went_away_is_kept(
    world: World, mailbox: FakeMailbox
) -> None:
    for number in range(5):
        mailbox.put(mail(f"How many cars in ward {number}?", message_id=f"<{number}@example.org>"))
    mailbox.hangs_up_after = 3

    with pytest.raises(TryAgainLater):
        poll_folder(world.folder.pk, mailbox=mailbox, clock=world.clock)
    between = Message.objects.count()
    mailbox.gone, mailbox.hangs_up_after = False, None
    poll_folder(world.folder.pk, mailbox=mailbox, clock=world.clock)

    assert (between, Message.objects.count()) == (3, 5)


def test_one_folder_that_is_not_there_does_not_keep_the_others_from_being_read(
    world: World, mailbox: FakeMailbox
) -> None:
    MailboxFolder.objects.create(mailbox=world.folder.mailbox, name="Archive")
    mailbox.put(mail())

    polled, problems = poll_once({world.authority.email: lambda: mailbox}, clock=world.clock)

    assert polled.new == 1
    assert ["Archive" in problem for problem in problems] == [True]


class Nameless(FakeMailbox):
    """A server that names no numbering (no UIDVALIDITY)."""

    def open(self, folder: str) -> FolderState:
        state = super().open(folder)
        self._opened = (folder, 0)
        self._folders[folder].uidvalidity = 0
        return FolderState(0, state.uidnext, state.messages)


def test_without_a_uidvalidity_reading_goes_on_from_the_mark(world: World) -> None:
    server = Nameless()
    server.put(mail("How many cars?", message_id="<1@example.org>"))
    poll_folder(world.folder.pk, mailbox=server, clock=world.clock)
    MailboxFolder.objects.update(uidvalidity=1_700_000_000)
    Delivery.objects.update(uidvalidity=1_700_000_000)
    server.put(mail("How many vans?", message_id="<2@example.org>"))

    polled = poll_folder(world.folder.pk, mailbox=server, clock=world.clock)

    assert (polled.new, polled.known) == (1, 0)
    assert set(Delivery.objects.values_list("uidvalidity", "uid")) == {
        (1_700_000_000, 1),
        (1_700_000_000, 2),
    }


def test_a_server_that_went_back_and_gives_numbers_again_loses_nothing(
    world: World, mailbox: FakeMailbox
) -> None:
    for number in range(1, 4):
        mailbox.put(mail(f"How many in ward {number}?", message_id=f"<{number}@example.org>"))
    poll_folder(world.folder.pk, mailbox=mailbox, clock=world.clock)
    # Restored from a copy that was made after the first message.
    mailbox.go_back(2)
    assert mailbox.put(mail("How many vans?", message_id="<4@example.org>")) == 2

    polled = poll_folder(world.folder.pk, mailbox=mailbox, clock=world.clock)

    assert polled.new == 1
    assert Message.objects.count() == 4


@pytest.mark.parametrize(
    ("plan", "flagged", "left"),
    [
        (Plan(), set(), 2),
        (Plan(after="flag"), {1, 2}, 2),
        (Plan(after="move", move_to="Done"), set(), 0),
        (Plan(after="move", move_to="No such folder"), set(), 2),
    ],
)
def test_messages_that_are_stored_are_put_away_on_the_server_where_that_is_set(
    world: World, plan: Plan, flagged: set[int], left: int
) -> None:
    server = FakeMailbox(("INBOX", "Done"))
    server.put(mail("How many cars?", message_id="<1@example.org>"))
    server.put(mail("How many vans?", message_id="<2@example.org>"))

    for _ in range(2):
        poll_folder(world.folder.pk, mailbox=server, clock=world.clock, plan=plan)

    assert Message.objects.count() == 2
    assert (server.flagged(), len(server.held())) == (flagged, left)
    world.folder.refresh_from_db()
    assert (world.folder.problem, world.folder.missing) == ("", 0)


@pytest.mark.sqlite_only  # it alone locks the whole database
@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_locked_is_tried_again_and_nothing_is_flagged(world: World) -> None:
    server = FakeMailbox()
    server.put(mail())
    plan = Plan(after="flag")
    other = sqlite3.connect(connection.settings_dict["NAME"], uri=True, isolation_level=None)
    with closing(other):
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE store_message SET size = 0")
        with pytest.raises(TryAgainLater, match="database"):
            poll_folder(world.folder.pk, mailbox=server, clock=world.clock, plan=plan)
        other.execute("ROLLBACK")
        between = (Message.objects.count(), server.flagged())

    polled = poll_folder(world.folder.pk, mailbox=server, clock=world.clock, plan=plan)

    assert between == (0, set())
    assert (polled.new, server.flagged()) == (1, {1})
