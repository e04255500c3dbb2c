"""What servers report of a letter finds the letter, and an answer that came back is none."""

from datetime import timedelta

import pytest

from assistant.domain.errors import NotAllowed
from assistant.services.reopen_case import reopen_case
from assistant.services.report_delivery import report_delivery
from assistant.services.settle_undelivered import settle_undelivered
from assistant.services.take_delivery import take_delivery
from assistant.store.models import Case, DeliveryReport, Letter, Message, Outbox
from tests.letters import arrival, mail
from tests.outgoing import BO, REQUESTER, answer, approve, asked, send
from tests.world import World

Stage = Outbox.Stage


def report(world: World, **said: str) -> DeliveryReport | None:
    """Let a report come in and be noted."""
    world.uid += 1
    raw = mail(f"Report {world.uid}", sender="MAILER-DAEMON@mx.example", message_id="")
    take_delivery(world.folder, arrival(raw, world.uid), clock=world.clock)
    message = Message.objects.get(deliveries__uid=world.uid)
    return report_delivery(message, clock=world.clock, **said)  # type: ignore[arg-type]  # fields by name


def answered(world: World, *, copies: tuple[str, ...] = ()) -> tuple[Case, Letter]:
    case = asked(world)
    letter = answer(world, case, copies)
    send(world, letter)
    case.refresh_from_db()
    return case, letter


def test_an_answer_that_came_back_has_not_been_given(world: World) -> None:
    case, letter = answered(world)
    found = report(
        world,
        action="failed",
        status="5.1.1",
        recipient=REQUESTER,
        detail="550 5.1.1 no such user",
        letter_message_id=letter.message_id,
    )

    case.refresh_from_db()
    assert found is not None
    assert (found.letter, found.words) == (letter, "550 5.1.1 no such user")
    # Nothing is reopened in silence: a person sees it and decides.
    assert (case.state, case.answered_at) == ("answered", None)
    assert case.undelivered_at == world.clock.now()
    assert case.events.order_by("number").last().kind == "not_delivered"


def test_a_late_letter_is_no_failure(world: World) -> None:
    case, letter = answered(world)
    report(world, action="delayed", status="4.4.1", recipient=REQUESTER, mark=letter.mark)

    case.refresh_from_db()
    assert (case.undelivered_at, case.answered_at) == (None, world.clock.now())
    assert letter.reports.get().action == "delayed"
    assert case.events.order_by("number").last().kind == "delivery_delayed"
    assert Outbox.objects.get(letter=letter).stage == Stage.SENT


@pytest.mark.parametrize(
    "sign", ["mark", "letter_message_id", "recipient"], ids=["mark", "message-id", "address-alone"]
)
def test_the_letter_is_found_by_whatever_the_report_kept_of_it(world: World, sign: str) -> None:
    _case, letter = answered(world)
    signs = {
        "mark": letter.mark,
        "letter_message_id": letter.message_id,
        "recipient": REQUESTER.upper(),
    }

    found = report(world, action="delivered", **{sign: signs[sign]})

    assert found is not None
    assert found.letter == letter


def test_an_address_alone_names_no_letter_where_there_are_two_or_it_is_long_ago(
    world: World,
) -> None:
    case = asked(world)
    for letter in (approve(world, case), answer(world, case)):
        send(world, letter)
    of_two = report(world, action="failed", recipient=REQUESTER)
    world.clock.advance(timedelta(days=7))

    assert of_two is None
    assert report(world, action="failed", recipient=REQUESTER) is None
    assert not Case.objects.filter(undelivered_at__isnull=False).exists()


def test_a_report_of_another_authority_touches_nothing(world: World) -> None:
    _case, letter = answered(world)
    assert report(world, action="failed", mark="0" * 32, recipient="x@example.org") is None
    assert report(world, action="odd", mark=letter.mark) is None
    assert not letter.reports.exists()


def test_the_same_report_read_twice_is_noted_once(world: World) -> None:
    case, letter = answered(world)
    found = report(world, action="delivered", mark=letter.mark, recipient=REQUESTER)
    assert found is not None
    assert found.message is not None
    again = report_delivery(
        found.message,
        action="delivered",
        mark=letter.mark,
        recipient=REQUESTER,
        clock=world.clock,
    )

    assert again == found
    assert case.events.filter(kind="delivered").count() == 1


def test_a_copy_that_came_back_leaves_the_answer_given(world: World) -> None:
    case, letter = answered(world, copies=(BO,))
    found = report(world, action="failed", recipient=BO, mark=letter.mark)

    case.refresh_from_db()
    assert found is not None
    assert found.addressee is not None
    assert (found.addressee.address, case.undelivered_at) == (BO, None)


def test_a_report_on_a_letter_in_doubt_shows_that_it_left(world: World) -> None:
    case = asked(world)
    letter = answer(world, case)
    world.postbox.fail("dot", "die")
    doubtful = send(world, letter)
    report(world, action="delivered", recipient=REQUESTER, mark=letter.mark)

    case.refresh_from_db()
    assert (doubtful.stage, Outbox.objects.get(letter=letter).stage) == (Stage.UNKNOWN, Stage.SENT)
    assert case.state == "answered"


def test_a_person_says_how_the_requester_got_it_all_the_same(world: World) -> None:
    case, letter = answered(world)
    report(world, action="failed", recipient=REQUESTER, mark=letter.mark)
    world.clock.advance(timedelta(days=1))
    with pytest.raises(NotAllowed, match="how the requester"):
        settle_undelivered(letter.pk, reason="", by=world.officer, clock=world.clock)

    settle_undelivered(letter.pk, reason="By post", by=world.officer, clock=world.clock)

    case.refresh_from_db()
    assert (case.undelivered_at, case.answered_at) == (None, world.clock.now())
    assert case.events.order_by("number").last().note.text == "By post"
    with pytest.raises(NotAllowed, match="waits for a person"):
        settle_undelivered(letter.pk, reason="Again", by=world.officer, clock=world.clock)


def test_a_reopened_case_is_answered_by_the_next_letter(world: World) -> None:
    case, letter = answered(world)
    report(world, action="failed", recipient=REQUESTER, mark=letter.mark)
    case.refresh_from_db()
    reopen_case(
        case.pk, version=case.version, reason="Another address", by=world.officer, clock=world.clock
    )

    case.refresh_from_db()
    assert (case.state, case.undelivered_at) == ("open", None)
