"""Which case a message joins, and what becomes of copies, forgeries, reports and our own mail."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assistant.ports import Arrival
from assistant.services import settle_held
from assistant.services.read_messages import read_message
from assistant.services.take_delivery import take_delivery
from assistant.store.models import Case, CaseMessage, MailboxFolder, Message
from tests.letters import RECEIVED, arrival, mail
from tests.outgoing import approve
from tests.world import World

Disposition = Message.Disposition
ADA = "Ada Thorne <ada@example.org>"
COLLEAGUE = "Bo Reed <bo@northshire.police.example>"
MAILBOX = "foi@northshire.police.example"


def rules(message: Message) -> set[str]:
    return {reason["rule"] for reason in message.reasons}


def details(message: Message) -> str:
    return " ".join(reason["detail"] for reason in message.reasons)


def deliver_into(world: World, folder: str, raw: bytes, role: str = "arrivals") -> Message:
    """Deliver a message into another folder of the mailbox, and read it."""
    row, _ = MailboxFolder.objects.get_or_create(
        mailbox=world.folder.mailbox, name=folder, defaults={"role": role}
    )
    world.uid += 1
    given = Arrival(folder=folder, uidvalidity=9, uid=world.uid, received_at=RECEIVED, raw=raw)
    take_delivery(row, given, clock=world.clock)
    message = Message.objects.get(deliveries__uid=world.uid, deliveries__folder=folder)
    read_message(message.pk, clock=world.clock)
    message.refresh_from_db()
    return message


def test_the_same_id_with_other_words_joins_the_case_and_says_so(world: World) -> None:
    first = world.deliver(mail("How many cars do you have?"))

    second = world.deliver(mail("How many vans do you have?"))

    assert second.disposition == Disposition.FILED
    assert list(second.cases.all()) == list(first.cases.all())
    assert "possible_duplicate" in rules(second)
    assert "FOI-2026-00001" in details(second)


def test_the_same_id_from_somebody_else_is_held(world: World) -> None:
    world.deliver(mail("How many cars do you have?"))

    second = world.deliver(mail("How many vans do you have?", sender=ADA))

    assert second.disposition == Disposition.HELD
    assert "same_message_id" in rules(second)


def test_one_mail_to_several_mailboxes_is_one_message_and_one_case(world: World) -> None:
    raw = mail()
    world.deliver(raw)

    take_delivery(world.folder, arrival(b"Received: by mx2\r\n" + raw, 99), clock=world.clock)

    assert Message.objects.count() == 1
    assert Message.objects.get().deliveries.count() == 2
    assert Case.objects.count() == 1


def test_the_same_words_sent_twice_join_the_first_case(world: World) -> None:
    world.deliver(mail("How many cars do you have?", message_id="<1@example.org>"))

    again = world.deliver(mail("How many  cars do you have?", message_id="<2@example.org>"))

    assert again.disposition == Disposition.FILED
    assert "repeated_request" in rules(again)


@pytest.mark.parametrize(
    ("text", "sender", "later"),
    [
        ("How many vans do you have?", "Alex Carter <alex.carter@example.org>", timedelta(0)),
        ("How many cars do you have?", ADA, timedelta(0)),
        ("How many cars do you have?", "Alex Carter <alex.carter@example.org>", timedelta(days=8)),
    ],
)
def test_other_words_another_sender_or_another_week_make_a_case(
    world: World, text: str, sender: str, later: timedelta
) -> None:
    world.deliver(mail("How many cars do you have?", message_id="<1@example.org>"))

    other = world.deliver(mail(text, sender=sender, message_id="<2@x>"), at=RECEIVED + later)

    assert other.disposition == Disposition.CASE
    assert Case.objects.count() == 2


def test_a_known_thread_from_another_address_is_held_with_the_case_it_looks_like(
    world: World,
) -> None:
    world.case()

    reply = world.deliver(
        mail("Any news?", sender=ADA, message_id="<2@x>", In_Reply_To="<request-1@example.org>")
    )

    assert reply.disposition == Disposition.HELD
    assert "It looks like case FOI-2026-00001, but ada@example.org has not taken part" in (
        details(reply)
    )


@pytest.mark.parametrize(
    "headers",
    [
        {"In_Reply_To": "<request-1@example.org>", "subject": "Re: x"},
        {"References": "<request-1@example.org>", "subject": "Re: x"},
        {"subject": "Re: Request about Prevent referrals [FOI-2026-00001]"},
        {"subject": "Re: Request about Prevent referrals", "In_Reply_To": "<gone@x>"},
        {
            "In_Reply_To": "<request-1@example.org>",
            "Authentication_Results": "mx.northshire.police.example; dmarc=pass",
        },
    ],
)
def test_nothing_forged_joins_a_case_without_its_sender_and_nothing_is_lost(
    world: World, headers: dict[str, str]
) -> None:
    case = world.case()

    forged = world.deliver(mail("Send it to me.", sender=ADA, message_id="<f@x>", **headers))

    assert forged.disposition in {Disposition.HELD, Disposition.CASE}
    assert not case.case_messages.filter(message=forged).exists()


def test_an_answer_that_lost_its_headers_is_filed_by_subject_and_sender(world: World) -> None:
    case = world.case()

    reply = world.deliver(
        mail("Any news?", message_id="<2@x>", subject="RE: Request about Prevent referrals")
    )

    assert reply.disposition == Disposition.FILED
    assert list(reply.cases.all()) == [case]


def test_two_cases_with_one_subject_are_for_a_person_to_choose_from(world: World) -> None:
    world.deliver(mail("How many cars?", message_id="<1@x>", subject="Request"))
    world.deliver(mail("How many vans?", message_id="<2@x>", subject="Request"))

    reply = world.deliver(mail("Any news?", message_id="<3@x>", subject="Re: Request"))

    assert reply.disposition == Disposition.HELD
    assert "FOI-2026-00001" in details(reply)
    assert "FOI-2026-00002" in details(reply)


def test_each_address_of_a_request_site_is_a_case_of_its_own(world: World) -> None:
    one = "Ada <request-1076788-9ab8c7d6@requests.example>"
    two = "Ada <request-1076789-1ab8c7d6@requests.example>"
    first = world.deliver(mail("How many cars?", sender=one, message_id="<1@requests.example>"))
    second = world.deliver(mail("How many cars?", sender=two, message_id="<2@requests.example>"))

    chaser = world.deliver(
        mail("Please answer.", sender=one, subject="Overdue", message_id="<3@requests.example>")
    )

    assert (first.disposition, second.disposition) == (Disposition.CASE, Disposition.CASE)
    assert Case.objects.count() == 2
    assert first.cases.get().requester.address.startswith("request-1076788-")
    assert list(chaser.cases.all()) == list(first.cases.all())


def test_an_answer_goes_to_reply_to_and_never_to_a_no_reply(world: World) -> None:
    case = world.case(mail(Reply_To="Alex <alex@home.example>"))
    other = world.case(mail("How many vans?", message_id="<2@x>", Reply_To="no-reply@x.example"))

    assert case.requester.address == "alex@home.example"
    assert other.requester.address == "alex.carter@example.org"
    reply = world.deliver(
        mail(
            "Any news?",
            sender="alex@home.example",
            message_id="<3@x>",
            In_Reply_To="<request-1@example.org>",
        )
    )
    assert list(reply.cases.all()) == [case]


def test_spam_flagged_upstream_is_held_and_so_is_what_lies_in_the_junk_folder(
    world: World,
) -> None:
    flagged = world.deliver(mail(X_Spam_Flag="YES"))
    junk = deliver_into(world, "Junk E-mail", mail("How many vans?", message_id="<2@x>"))

    assert (flagged.disposition, junk.disposition) == (Disposition.HELD, Disposition.HELD)
    assert "junk_folder" in rules(junk)


def test_a_colleagues_reply_from_the_folder_of_sent_mail_is_filed(world: World) -> None:
    case = world.case()

    raw = mail(
        "Dear Alex, we are looking into it.",
        sender=COLLEAGUE,
        subject="RE: Request about Prevent referrals",
        message_id="<sent-1@northshire.police.example>",
        In_Reply_To="<request-1@example.org>",
    ).replace(b"To: foi@northshire.police.example", b"To: alex.carter@example.org")
    sent = deliver_into(world, "Sent Items", raw, role="sent")

    assert sent.disposition == Disposition.FILED
    assert case.case_messages.get(message=sent).part == CaseMessage.Part.SENT
    reply = world.deliver(
        mail("Thanks.", message_id="<3@x>", In_Reply_To="<sent-1@northshire.police.example>")
    )
    assert list(reply.cases.all()) == [case]


def test_other_sent_mail_is_kept_and_opens_nothing(world: World) -> None:
    raw = mail("How many dogs did you ask for?", sender=f"FOI <{MAILBOX}>").replace(
        b"To: foi@northshire.police.example", b"To: printer@shop.example"
    )

    sent = deliver_into(world, "Sent", raw, role="sent")

    assert sent.disposition == Disposition.AUTOMATIC
    assert "sent by us, to somebody who is on no case" in details(sent)
    assert Case.objects.count() == 0


def test_our_own_letter_come_back_is_known_by_its_message_id(world: World) -> None:
    case = world.case()
    letter = approve(world, case)

    back = deliver_into(
        world, "Sent", mail("Dear Alex", sender=MAILBOX, message_id=letter.message_id), role="sent"
    )

    assert back.disposition == Disposition.AUTOMATIC
    assert "own_letter" in rules(back)


def report(
    letter_id: str, action: str = "failed", code: str = "5.1.1", copy: str = "copy"
) -> bytes:
    returned = (
        f"--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: {letter_id}\r\n\r\nDear Alex\r\n"
        if copy
        else ""
    )
    answered = "" if copy else f"In-Reply-To: {letter_id}\r\n"
    return (
        "From: MAILER-DAEMON@mail.example\r\nTo: foi@northshire.police.example\r\n"
        f"Subject: Delivery report\r\nMessage-ID: <bounce@mail.example>\r\n{answered}"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n"
        f"Final-Recipient: rfc822; alex.carter@example.org\r\nAction: {action}\r\n"
        f"Status: {code}\r\n\r\n{returned}--b--\r\n"
    ).encode()


@pytest.mark.parametrize("copy", ["copy", ""])
def test_a_bounce_finds_its_letter_with_and_without_the_copy(world: World, copy: str) -> None:
    case = world.case()
    letter = approve(world, case)

    bounce = world.deliver(report(letter.message_id, copy=copy))

    assert bounce.disposition == Disposition.BOUNCE
    assert list(bounce.cases.all()) == [case]
    assert case.events.last().kind == "not_delivered"
    case.refresh_from_db()
    assert case.due_on == date(2026, 3, 31)


def test_a_report_of_delay_does_not_say_that_the_letter_failed(world: World) -> None:
    case = world.case()
    letter = approve(world, case)

    late = world.deliver(report(letter.message_id, action="delayed", code="4.4.1"))

    assert late.disposition == Disposition.BOUNCE
    assert list(late.cases.all()) == [case]
    assert "not_delivered" not in set(case.events.values_list("kind", flat=True))


def test_a_report_about_no_letter_of_ours_opens_nothing(world: World) -> None:
    bounce = world.deliver(report("<unknown@elsewhere.example>"))

    assert bounce.disposition == Disposition.BOUNCE
    assert not bounce.cases.exists()
    assert Case.objects.count() == 0


FORWARD = """One for you.

From: Ada Thorne <ada@example.org>
Sent: 26 February 2026 09:30
To: Bo Reed <bo@northshire.police.example>
Subject: Dog patrols

How many dogs did you keep in 2025?
"""


def test_a_colleagues_forward_is_held_and_proposes_who_asked(world: World) -> None:
    held = world.deliver(mail(FORWARD, sender=COLLEAGUE, subject="FW: Dog patrols"))

    proposed = settle_held.proposal(held)

    assert held.disposition == Disposition.HELD
    assert (proposed.name, proposed.address) == ("Ada Thorne", "ada@example.org")
    assert proposed.words == "How many dogs did you keep in 2025?"
    assert proposed.received_on == date(2026, 2, 26)


def test_a_confirmed_forward_takes_the_inner_words_and_the_day_the_authority_had_it(
    world: World,
) -> None:
    held = world.deliver(mail(FORWARD, sender=COLLEAGUE, subject="FW: Dog patrols"))

    case = settle_held.open_case(
        held.pk,
        requester_address="ada@example.org",
        received_on=date(2026, 2, 26),
        reason="Bo had it first",
        by=world.officer,
        clock=world.clock,
    )

    assert (case.title, case.received_on) == ("Dog patrols", date(2026, 2, 26))
    assert case.receipt_basis == "corrected"
    assert (case.requester.name, case.requester.address) == ("Ada Thorne", "ada@example.org")
    assert [part.text for part in case.parts.all()] == ["How many dogs did you keep in 2025?"]


def test_a_new_request_in_answer_to_something_unknown_is_a_case(world: World) -> None:
    text = "Under the Freedom of Information Act, how many dogs did you keep in 2025?"

    found = world.deliver(mail(text, subject="Re: Newsletter", In_Reply_To="<news@x>"))

    assert found.disposition == Disposition.CASE


def test_a_stranger_who_cites_a_case_and_asks_for_something_gets_a_case(world: World) -> None:
    world.case()
    text = "I read your answer to FOI-2026-00001. Please send me the same figures for 2024."

    found = world.deliver(mail(text, sender=ADA, message_id="<2@x>", subject="Figures"))

    assert found.disposition == Disposition.CASE
    assert "text_reference" in rules(found)


def test_a_request_that_stands_in_the_attachment_alone_is_a_case(world: World) -> None:
    raw = (
        f"From: {ADA}\r\nTo: {MAILBOX}\r\nSubject: My request\r\nMessage-ID: <a@x>\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\n\r\n"
        "--b\r\nContent-Type: application/octet-stream\r\n"
        "Content-Disposition: attachment; filename=request.txt\r\n\r\n"
        "Dear Sir,\r\n1. How many dogs did you keep in 2025?\r\n2. What did they cost?\r\n--b--\r\n"
    ).encode()

    message = world.deliver(raw)

    assert message.disposition == Disposition.CASE
    assert message.attachment_texts.get().name == "request.txt"
    parts = message.cases.get().parts.all()
    assert [part.origin for part in parts] == ["request.txt", "request.txt"]


def test_a_plain_request_takes_few_queries(world: World) -> None:
    world.deliver(mail("How many cars?", message_id="<0@x>"))
    world.uid += 1
    take_delivery(world.folder, arrival(mail(message_id="<1@x>"), world.uid), clock=world.clock)
    waiting = Message.objects.get(disposition=Disposition.PENDING)

    with CaptureQueriesContext(connection) as queries:
        read_message(waiting.pk, clock=world.clock, documents=world.documents)

    assert len(queries) <= 26


def test_mail_read_at_new_year_is_told_from_mail_of_the_old(world: World) -> None:
    world.deliver(mail(), at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    world.deliver(mail("How many?", message_id="<2@x>"), at=datetime(2027, 1, 1, 9, tzinfo=UTC))

    references = Case.objects.order_by("pk").values_list("reference", flat=True)
    assert list(references) == ["FOI-2026-00001", "FOI-2027-00001"]
