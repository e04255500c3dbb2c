"""Old mail, there before the first start: asked about, left, or imported; never acknowledged."""

from datetime import timedelta

import pytest

from assistant.domain.errors import NotAllowed
from assistant.services.choose_start import choose_start
from assistant.services.first_start import Plan
from assistant.services.poll_folder import poll_folder
from assistant.services.poll_mailboxes import poll_once
from assistant.services.read_messages import read_message
from assistant.store.models import Draft, MailboxFolder, Message
from tests.fakes import FakeMailbox
from tests.letters import mail
from tests.world import World

ASK = Plan(asks_above=3)


def _put(mailbox: FakeMailbox, world: World, *numbers: int) -> None:
    for number in numbers:
        raw = mail(f"How many cars were in ward {number}?", message_id=f"<{number}@example.org>")
        mailbox.put(raw, received_at=world.clock.now())


def _poll(world: World, mailbox: FakeMailbox, plan: Plan = ASK) -> int:
    return poll_folder(world.folder.pk, mailbox=mailbox, clock=world.clock, plan=plan).new


def _read_all(world: World) -> None:
    for message in Message.objects.filter(disposition=Message.Disposition.PENDING):
        read_message(message.pk, clock=world.clock)


@pytest.fixture
def full(world: World) -> FakeMailbox:
    """Return a mailbox with five old messages, where up to three are taken without asking."""
    mailbox = FakeMailbox()
    _put(mailbox, world, 1, 2, 3, 4, 5)
    world.clock.advance(timedelta(hours=1))
    return mailbox


def test_a_small_folder_is_taken_in_as_new_mail(world: World) -> None:
    mailbox = FakeMailbox()
    _put(mailbox, world, 1, 2, 3)

    assert _poll(world, mailbox) == 3

    world.folder.refresh_from_db()
    assert world.folder.start == MailboxFolder.Start.EVERYTHING
    assert not Message.objects.filter(imported=True).exists()


def test_a_full_folder_waits_for_a_choice_and_says_what_to_do(
    world: World, full: FakeMailbox
) -> None:
    address = world.authority.email
    polled, problems = poll_once({address: lambda: full}, clock=world.clock, plans={address: ASK})

    assert polled.new == 0
    assert len(problems) == 1
    assert "5 messages" in problems[0]
    assert f'foi-assistant mailbox start {address} "INBOX" from-now' in problems[0]
    world.folder.refresh_from_db()
    assert world.folder.problem
    assert world.folder.last_uid == 0


def test_mail_that_comes_while_the_choice_waits_is_new_mail(
    world: World, full: FakeMailbox
) -> None:
    with pytest.raises(NotAllowed):
        _poll(world, full)
    _put(full, world, 6)

    choose_start(world.folder.pk, choice="from-now", by=world.supervisor, clock=world.clock)

    assert _poll(world, full) == 1
    world.folder.refresh_from_db()
    assert (world.folder.on_server, world.folder.left_alone, world.folder.missing) == (6, 5, 0)
    assert world.folder.problem == ""


def test_imported_mail_opens_cases_that_no_acknowledgement_is_drafted_for(
    world: World, full: FakeMailbox
) -> None:
    with pytest.raises(NotAllowed):
        _poll(world, full)
    choose_start(world.folder.pk, choice="import", by=world.supervisor, clock=world.clock)
    _put(full, world, 6)

    assert _poll(world, full) == 6

    _read_all(world)
    assert Message.objects.filter(disposition="case").count() == 6
    acknowledged = Draft.objects.filter(kind="acknowledgement")
    assert acknowledged.get().case.messages.get().message_id == "<6@example.org>"
    assert Draft.objects.filter(kind="response").count() == 6
    assert Message.objects.filter(imported=True).count() == 5


@pytest.mark.parametrize(("choice", "taken"), [("from-now", 0), ("import", 5)])
def test_what_is_set_decides_without_a_question(
    world: World, full: FakeMailbox, choice: str, taken: int
) -> None:
    plan = Plan(first_start=choice, asks_above=3)  # type: ignore[arg-type]  # one of the two

    assert _poll(world, full, plan) == taken


def test_the_command_line_decides_for_a_folder_that_waits(world: World, full: FakeMailbox) -> None:
    with pytest.raises(NotAllowed):
        _poll(world, full)

    assert _poll(world, full, Plan(first_start="from-now")) == 0


def test_a_choice_made_before_the_first_look_holds(world: World, full: FakeMailbox) -> None:
    choose_start(world.folder.pk, choice="from-now", by=None, clock=world.clock)

    assert _poll(world, full) == 0
    _put(full, world, 6)
    assert _poll(world, full) == 1


def test_what_was_left_may_be_imported_later(world: World, full: FakeMailbox) -> None:
    _poll(world, full, Plan(first_start="from-now"))
    _put(full, world, 6)
    _poll(world, full)

    choose_start(world.folder.pk, choice="import", by=world.supervisor, clock=world.clock)

    assert _poll(world, full) == 5
    assert Message.objects.filter(imported=True).count() == 5
    world.folder.refresh_from_db()
    assert (world.folder.on_server, world.folder.left_alone, world.folder.missing) == (6, 0, 0)


@pytest.mark.parametrize("choice", ["from-now", "import"])
def test_old_mail_stays_old_when_the_folder_is_renumbered(
    world: World, full: FakeMailbox, choice: str
) -> None:
    plan = Plan(first_start=choice)  # type: ignore[arg-type]  # one of the two
    _poll(world, full, plan)
    _put(full, world, 6)
    _poll(world, full)
    before = Message.objects.count()
    full.renumber()
    _put(full, world, 7)

    assert _poll(world, full) == 1

    assert Message.objects.count() == before + 1
    old = 5 if choice == "import" else 0
    assert Message.objects.filter(imported=True).count() == old
    world.folder.refresh_from_db()
    assert (world.folder.on_server, world.folder.left_alone, world.folder.missing) == (
        7,
        5 - old,
        0,
    )


def test_an_old_mail_moved_into_the_folder_later_is_new_mail(world: World) -> None:
    mailbox = FakeMailbox()
    _poll(world, mailbox, Plan(first_start="from-now"))
    long_ago = world.clock.now() - timedelta(days=30)

    mailbox.put(mail(), received_at=long_ago)

    assert _poll(world, mailbox) == 1


def test_a_folder_of_sent_mail_asks_nobody(world: World, full: FakeMailbox) -> None:
    MailboxFolder.objects.update(role=MailboxFolder.Role.SENT)

    assert _poll(world, full) == 0
    _put(full, world, 6)
    assert _poll(world, full) == 1


def test_only_a_supervisor_chooses(world: World) -> None:
    with pytest.raises(NotAllowed, match="supervisor"):
        choose_start(world.folder.pk, choice="import", by=world.officer, clock=world.clock)


def test_where_mail_is_taken_in_already_there_is_nothing_to_choose(world: World) -> None:
    _poll(world, FakeMailbox())

    with pytest.raises(NotAllowed, match="already"):
        choose_start(world.folder.pk, choice="import", by=world.supervisor, clock=world.clock)
