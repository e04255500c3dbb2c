"""Reading a folder: everything above the mark, nothing twice, and what is wrong is said."""

import pytest

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.services.poll_folder import poll_folder
from assistant.services.poll_mailboxes import keep_polling, poll_once
from assistant.store.models import Delivery, Message
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
    for number in range(450):
        mailbox.put(mail(f"How many cars in ward {number}?", message_id=f"<{number}@example.org>"))

    assert poll_folder(world.folder.pk, mailbox=mailbox, clock=world.clock).new == 450


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


def test_the_poller_survives_a_pass_that_breaks_in_a_way_nobody_foresaw(
    world: World, mailbox: FakeMailbox, caplog: pytest.LogCaptureFixture
) -> None:
    mailbox.put(mail())
    looks = iter([RuntimeError("surprise"), None])

    def open_mailbox() -> FakeMailbox:
        trouble = next(looks)
        if trouble:
            raise trouble
        return mailbox

    waits = iter([True, False])
    keep_polling(
        {world.authority.email: open_mailbox},
        clock=world.clock,
        stale_seconds=60,
        wait=lambda: next(waits),
    )

    assert Message.objects.count() == 1
    assert "surprise" in caplog.text
