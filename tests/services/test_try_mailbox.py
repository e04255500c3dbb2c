"""A mailbox is tried at an administrator's wish, and what is wrong is said folder by folder."""

from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.services.prepare import add_user
from assistant.services.try_mailbox import GIVEN_UP, ask_trial, try_mailbox
from assistant.store.models import MailboxFolder, MailboxTrial, User
from tests.fakes import FakeMailbox
from tests.letters import mail
from tests.standing import mailbox_of
from tests.world import PASSWORD, World


@pytest.fixture
def ada(world: World) -> User:
    return add_user(
        username="ada", password=PASSWORD, role="administrator", authority=world.authority
    )[0]


def tried(world: World, ada: User, box: FakeMailbox | None) -> list[tuple[str, bool, str]]:
    mailbox = mailbox_of(world)
    trial = ask_trial(mailbox.pk, by=ada, clock=world.clock)
    boxes = {mailbox.address: lambda: box} if box else {}
    try_mailbox(trial.pk, mailboxes=boxes, clock=world.clock)
    trial.refresh_from_db()
    assert trial.finished_at == world.clock.now()
    return [(row["folder"], row["works"], row["said"]) for row in trial.found]


def test_each_folder_is_opened_and_counted_and_nothing_is_taken_in(world: World, ada: User) -> None:
    mailbox = mailbox_of(world)
    MailboxFolder.objects.create(mailbox=mailbox, name="Requests")
    MailboxFolder.objects.create(mailbox=mailbox, name="Old", in_use=False)
    box = FakeMailbox(("INBOX", "Requests"))
    box.put(mail())
    assert tried(world, ada, box) == [
        ("INBOX", True, "Signed in and opened; it holds 1 message."),
        ("Requests", True, "Signed in and opened; it holds 0 messages."),
    ]
    assert box.closed == 1
    world.folder.refresh_from_db()
    assert (world.folder.polled_at, world.folder.last_uid) == (None, 0)


def test_what_does_not_work_is_said_and_the_next_folder_is_tried(world: World, ada: User) -> None:
    MailboxFolder.objects.create(mailbox=mailbox_of(world), name="Missing")
    found = tried(world, ada, FakeMailbox(("INBOX",)))
    assert [(folder, works) for folder, works, _ in found] == [("INBOX", True), ("Missing", False)]
    assert "Missing" in found[1][2]
    refused = FakeMailbox(("INBOX",))
    refused.wrong_password = True
    assert [works for _, works, _ in tried(world, ada, refused)] == [False, False]


def test_a_mailbox_without_a_server_or_that_cannot_be_opened_says_so(
    world: World, ada: User
) -> None:
    assert tried(world, ada, None) == [
        ("", False, "No IMAP server is set for it: mail is handed over, or not taken in.")
    ]

    def away() -> FakeMailbox:
        raise TryAgainLater("The mail server is away.")

    mailbox = mailbox_of(world)
    trial = ask_trial(mailbox.pk, by=ada, clock=world.clock)
    try_mailbox(trial.pk, mailboxes={mailbox.address: away}, clock=world.clock)
    trial.refresh_from_db()
    assert trial.found == [{"folder": "", "works": False, "said": "The mail server is away."}]
    assert not trial.works
    try_mailbox(trial.pk, mailboxes={}, clock=world.clock)
    trial.refresh_from_db()
    assert trial.found[0]["said"] == "The mail server is away."


def test_one_trial_at_a_time_is_queued_and_another_once_it_is_given_up(
    world: World, ada: User
) -> None:
    mailbox = mailbox_of(world)
    before = DBTaskResult.objects.count()
    first = ask_trial(mailbox.pk, by=ada, clock=world.clock)
    assert ask_trial(mailbox.pk, by=ada, clock=world.clock) == first
    assert DBTaskResult.objects.count() == before + 1
    world.clock.advance(GIVEN_UP + timedelta(seconds=1))
    assert ask_trial(mailbox.pk, by=ada, clock=world.clock) != first
    assert MailboxTrial.objects.count() == 2


def test_only_an_administrator_asks(world: World) -> None:
    with pytest.raises(NotAllowed, match="Only an administrator"):
        ask_trial(mailbox_of(world).pk, by=world.supervisor, clock=world.clock)
