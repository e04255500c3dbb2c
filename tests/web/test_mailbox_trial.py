"""An administrator tries a mailbox on its page and reads what was found."""

import pytest
from django.test import Client

from assistant.services.prepare import add_user
from assistant.services.try_mailbox import GIVEN_UP, try_mailbox
from assistant.store.models import Mailbox, MailboxTrial
from tests.fakes import FakeMailbox
from tests.standing import mailbox_of
from tests.world import PASSWORD, World


@pytest.fixture
def administering(world: World, client: Client) -> Client:
    person, _ = add_user(
        username="ada", password=PASSWORD, role="administrator", authority=world.authority
    )
    client.force_login(person)
    return client


def address(mailbox: Mailbox) -> str:
    return f"/mailboxes/{mailbox.pk}/trial/"


def test_the_trial_is_asked_for_and_what_it_found_is_shown(
    administering: Client, world: World
) -> None:
    mailbox = mailbox_of(world)
    assert f'href="{address(mailbox)}"' in administering.get("/mailboxes/").content.decode()
    page = administering.post(address(mailbox), follow=True).content.decode()
    assert "It is under way" in page
    assert 'hx-trigger="every 2s"' in page
    box = FakeMailbox(("INBOX",))
    trial = MailboxTrial.objects.get()
    try_mailbox(trial.pk, mailboxes={mailbox.address: lambda: box}, clock=world.clock)
    page = administering.get(address(mailbox)).content.decode()
    assert "It works" in page
    assert "it holds 0 messages" in page
    assert "hx-trigger" not in page


def test_a_trial_that_no_worker_made_says_what_to_look_at(
    administering: Client, world: World
) -> None:
    mailbox = mailbox_of(world)
    administering.post(address(mailbox))
    world.clock.advance(GIVEN_UP)
    page = administering.get(address(mailbox)).content.decode()
    assert "no worker has made it" in page
    assert "hx-trigger" not in page
