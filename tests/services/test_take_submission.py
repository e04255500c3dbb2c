"""What a mail server hands over is stored once, whoever brings it and however often."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from assistant.ports import Submission, Taken
from assistant.services.prepare import MailboxDetails, prepare
from assistant.services.read_messages import read_message
from assistant.services.read_raw import raw_message
from assistant.services.take_delivery import take_delivery
from assistant.services.take_submission import take_submissions
from assistant.store.models import Case, Delivery, Mailbox, Message
from tests.letters import RECEIVED, arrival, mail
from tests.world import DETAILS, World

US = DETAILS.mailbox_address
ALIAS = "information@northshire.police.example"
EIR = "eir@northshire.police.example"


def submission(raw: bytes, *recipients: str, sender: str = "alex.carter@example.org") -> Submission:
    return Submission(
        via="lmtp",
        sender=sender,
        recipients=recipients or (US,),
        received_at=RECEIVED,
        handed_over_by="mx.northshire.example [192.0.2.7]",
        raw=raw,
    )


def taken(world: World, *submissions: Submission) -> list[list[Taken]]:
    found = take_submissions(submissions, clock=world.clock)
    return [[outcome.taken for outcome in each] for each in found]


@pytest.fixture
def two_mailboxes(world: World) -> World:
    Mailbox.objects.filter(address=US).update(aliases=[ALIAS.upper()])
    Mailbox.objects.create(authority=world.authority, address=EIR)
    return world


def test_a_message_is_stored_byte_for_byte_with_its_task_and_its_envelope(world: World) -> None:
    raw = mail()

    assert taken(world, submission(raw, "FOI+a@Northshire.police.example")) == [[Taken.STORED]]

    message = Message.objects.get()
    assert raw_message(message.pk, by=world.officer) == raw
    assert message.received_at == RECEIVED
    assert [task.args_kwargs["args"] for task in DBTaskResult.objects.all()] == [[message.pk]]
    delivery = message.deliveries.get()
    assert (delivery.via, delivery.recipient) == ("lmtp", "FOI+a@Northshire.police.example")
    assert (delivery.sender, delivery.mailbox.address) == ("alex.carter@example.org", US)
    assert delivery.handed_over_by == "mx.northshire.example [192.0.2.7]"
    assert (delivery.uid, delivery.received_at) == (None, RECEIVED)


def test_a_message_to_two_of_our_mailboxes_is_one_message_and_one_case(
    two_mailboxes: World,
) -> None:
    found = taken(two_mailboxes, submission(mail(), ALIAS, EIR))

    assert found == [[Taken.STORED] * 2]
    message = Message.objects.get()
    assert {each.mailbox.address for each in message.deliveries.all()} == {US, EIR}
    read_message(message.pk, clock=two_mailboxes.clock)
    assert Case.objects.count() == 1


def test_one_recipient_named_twice_is_one_delivery_with_two_outcomes(world: World) -> None:
    assert taken(world, submission(mail(), US, US.upper())) == [[Taken.STORED] * 2]
    assert Delivery.objects.count() == 1


def test_what_comes_again_because_the_answer_was_lost_is_one_message_with_two_deliveries(
    world: World,
) -> None:
    first, again = (
        b"Received: from mx%d.example by mx.northshire.example; Mon, 2 Mar 2026\r\n" % n + mail()
        for n in (1, 2)
    )
    taken(world, submission(first))

    assert taken(world, submission(again)) == [[Taken.STORED]]

    message = Message.objects.get()
    assert message.deliveries.count() == 2
    assert DBTaskResult.objects.count() == 1
    assert raw_message(message.pk, by=world.officer) == first


def test_the_same_message_twice_at_the_same_moment_is_one_message(world: World) -> None:
    assert taken(world, submission(mail()), submission(mail())) == [[Taken.STORED]] * 2
    assert (Message.objects.count(), Delivery.objects.count()) == (1, 2)


def test_what_was_fetched_from_the_mailbox_too_is_one_message_of_the_earlier_date(
    world: World,
) -> None:
    take_delivery(world.folder, arrival(mail()), clock=world.clock)
    earlier = RECEIVED - timedelta(hours=3)

    taken(world, replace(submission(mail()), received_at=earlier))

    message = Message.objects.get()
    assert sorted(each.via for each in message.deliveries.all()) == ["imap", "lmtp"]
    assert message.received_at == earlier


def test_each_of_two_authorities_has_its_own_message(world: World) -> None:
    council = prepare(
        replace(
            DETAILS,
            name="Northshire Council",
            mailbox_address="foi@council.example",
            mailboxes=(MailboxDetails("foi@council.example"),),
        ),
        wordings={},
    )

    taken(world, submission(mail(), US, "foi@council.example"))

    assert {each.authority for each in Message.objects.all()} == {world.authority, council}
    assert Delivery.objects.count() == 2


def test_a_mailbox_that_is_set_but_not_prepared_makes_its_server_wait(world: World) -> None:
    found = take_submissions([submission(mail(), EIR, US)], clock=world.clock)[0]

    assert [outcome.taken for outcome in found] == [Taken.LATER, Taken.STORED]
    assert "foi-assistant prepare" in found[0].reason


def test_where_anything_fails_nothing_at_all_is_stored(world: World) -> None:
    # What no database takes, in the last of the rows that are written.
    assert taken(world, submission(mail(), sender="\ud800")) == [[Taken.LATER]]

    assert (Message.objects.count(), Delivery.objects.count()) == (0, 0)
    assert DBTaskResult.objects.count() == 0


def test_a_message_that_spoils_the_commit_keeps_no_other_from_being_stored(world: World) -> None:
    one, odd, other = (
        submission(mail(message_id=f"<{number}@example.org>")) for number in range(3)
    )
    odd = replace(odd, handed_over_by=None)  # type: ignore[arg-type]  # a row that is refused

    assert taken(world, one, odd, other) == [[Taken.STORED], [Taken.LATER], [Taken.STORED]]
    assert Message.objects.count() == 2
    assert Delivery.objects.count() == 2


REPORT = b"""\
From: Postmaster <postmaster@mail.example.net>
To: foi@northshire.police.example
Subject: Undeliverable: Your request for information
Message-ID: <report-1@mail.example.net>
Date: Mon, 02 Mar 2026 09:00:00 +0000

Your message could not be delivered to alex.carter@example.org. The address was not found.
""".replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    ("sender", "rule"), [("", "null_path_failure"), ("postmaster@mail.example.net", "")]
)
def test_the_null_path_of_the_envelope_counts_in_reading_and_the_bytes_stay_what_came(
    world: World, sender: str, rule: str
) -> None:
    taken(world, submission(REPORT, sender=sender))
    message = Message.objects.get()

    read_message(message.pk, clock=world.clock)

    message.refresh_from_db()
    rules = {reason["rule"] for reason in message.reasons}
    assert ("null_path_failure" in rules) is bool(rule)
    assert raw_message(message.pk, by=world.officer) == REPORT
