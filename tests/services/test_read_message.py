"""Each message gets exactly one disposition, and a doubtful one is held with its reason."""

from datetime import date

import pytest

from assistant.services.approve_draft import approve_draft, preview
from assistant.services.read_messages import read_message
from assistant.store.events import broken_link
from assistant.store.models import Case, CaseMessage, Draft, Event, Message
from tests.letters import mail
from tests.world import World

Disposition = Message.Disposition


def _acknowledge(world: World, case: Case) -> str:
    """Approve the case's acknowledgement; return the Message-ID it leaves with."""
    draft = Draft.objects.get(case=case, kind="acknowledgement")
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    letter = approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )
    return letter.message_id


def test_a_request_opens_a_case_with_its_clock_parts_and_two_queued_drafts(world: World) -> None:
    message = world.deliver(mail())

    case = message.cases.get()
    assert message.disposition == Disposition.CASE
    assert case.reference == "FOI-2026-00001"
    assert (case.received_on, case.due_on) == (date(2026, 3, 2), date(2026, 3, 31))
    assert case.requester.address == "alex.carter@example.org"
    assert case.parts.count() == 8
    assert set(case.drafts.values_list("state", flat=True)) == {Draft.State.QUEUED}
    assert [event.kind for event in case.events.all()] == ["opened"]
    assert broken_link(case) is None


def test_reading_a_message_twice_opens_one_case(world: World) -> None:
    message = world.deliver(mail())

    read_message(message.pk, clock=world.clock)

    assert Case.objects.count() == 1


def test_references_count_up_within_the_year(world: World) -> None:
    for number in (1, 2):
        world.deliver(mail(f"How many cars in {number}?", message_id=f"<{number}@example.org>"))

    assert list(Case.objects.order_by("pk").values_list("reference", flat=True)) == [
        "FOI-2026-00001",
        "FOI-2026-00002",
    ]


def test_a_reply_to_our_letter_is_filed_on_its_case(world: World) -> None:
    case = world.case()
    letter_id = _acknowledge(world, case)

    reply = world.deliver(
        mail("Any news?", message_id="<2@example.org>", In_Reply_To=letter_id, subject="Re: x")
    )

    assert reply.disposition == Disposition.FILED
    assert list(reply.cases.all()) == [case]
    assert case.events.last().kind == "message_filed"


def test_a_reply_in_the_thread_by_a_stranger_is_held(world: World) -> None:
    world.case()

    reply = world.deliver(
        mail(
            "Please send me the answer too.",
            sender="Mallory <mallory@example.net>",
            message_id="<2@example.net>",
            In_Reply_To="<request-1@example.org>",
            subject="Re: Request",
        )
    )

    assert reply.disposition == Disposition.HELD
    assert reply.reasons


def test_an_answer_to_an_unknown_message_is_held(world: World) -> None:
    reply = world.deliver(
        mail("As agreed.", subject="Re: Your letter", In_Reply_To="<gone@example.org>")
    )

    assert reply.disposition == Disposition.HELD
    assert "unknown_thread" in {reason["rule"] for reason in reply.reasons}


def test_an_automatic_reply_in_a_thread_is_filed_as_such_and_opens_nothing(world: World) -> None:
    case = world.case()

    automatic = world.deliver(
        mail(
            "I am away until Monday.",
            subject="Automatic reply: Request",
            message_id="<2@example.org>",
            In_Reply_To="<request-1@example.org>",
            Auto_Submitted="auto-replied",
        )
    )

    assert automatic.disposition == Disposition.AUTOMATIC
    assert automatic.case_messages.get().part == CaseMessage.Part.AUTOMATIC
    assert Case.objects.get() == case


def test_a_bounce_of_our_letter_marks_its_case_and_opens_nothing(world: World) -> None:
    case = world.case()
    letter_id = _acknowledge(world, case)
    bounce = (
        "From: Mail Delivery System <MAILER-DAEMON@example.org>\r\n"
        "To: foi@northshire.police.example\r\nSubject: Undelivered Mail\r\n"
        "Message-ID: <bounce-1@example.org>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n"
        "Final-Recipient: rfc822; alex.carter@example.org\r\nAction: failed\r\n"
        "Status: 5.1.1\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
        f"Message-ID: {letter_id}\r\nFrom: foi@northshire.police.example\r\n\r\nDear Alex\r\n"
        "--b--\r\n"
    )

    message = world.deliver(bounce.encode())

    assert message.disposition == Disposition.BOUNCE
    assert case.events.last().kind == "not_delivered"
    assert Case.objects.count() == 1


def test_nothing_readable_is_held(world: World) -> None:
    assert world.deliver(mail("")).disposition == Disposition.HELD


def test_a_message_whose_reader_was_killed_each_time_is_held_after_three_attempts(
    world: World,
) -> None:
    message = world.deliver(mail())
    Message.objects.filter(pk=message.pk).update(
        disposition=Disposition.PENDING, attempts=3, reasons=[]
    )

    read_message(message.pk, clock=world.clock)

    message.refresh_from_db()
    assert message.disposition == Disposition.HELD
    assert message.reasons[-1]["rule"] == "cannot_be_read"


def test_how_often_a_reading_may_begin_is_told(world: World) -> None:
    message = world.deliver(mail())
    Message.objects.filter(pk=message.pk).update(
        disposition=Disposition.PENDING, attempts=3, reasons=[]
    )

    read_message(message.pk, clock=world.clock, most_attempts=4)

    message.refresh_from_db()
    assert message.disposition == Disposition.CASE


def test_no_word_of_a_message_stands_in_the_history(world: World) -> None:
    case = world.case()

    kept = [str(event.details) for event in Event.objects.filter(case=case)]

    assert not any("Carter" in text or "Prevent" in text for text in kept)


@pytest.mark.parametrize(
    "text", ["\x00\x01\x02", "Content", "\ud800".encode(errors="replace").decode()]
)
def test_odd_text_is_taken_in_without_an_error(world: World, text: str) -> None:
    message = world.deliver(mail("x") + text.encode())

    assert message.disposition != Disposition.PENDING
