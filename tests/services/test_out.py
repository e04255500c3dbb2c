"""A letter leaves once, byte for byte, to those it is for; doubts are for a person."""

import hashlib
from datetime import timedelta

import pytest

from assistant.domain.errors import NotAllowed
from assistant.ports import Begun, Envelope
from assistant.services.approve_draft import approve_draft, preview
from assistant.services.edit_draft import edit_whole
from assistant.services.send_letter import send_letter
from assistant.services.settle_sending import leave_it_at_that, send_again, settle_sending
from assistant.services.sweep import sweep
from assistant.services.void_approval import void_approval
from assistant.store.models import Authority, Case, Draft, Letter, Outbox, SendingSlot
from tests.letters import mail
from tests.outgoing import BO, CHRIS, REQUESTER, answer, approve, arrived, asked, read, send, states
from tests.world import World

Stage = Outbox.Stage


def kinds(case: Case) -> list[str]:
    return [event.kind for event in case.events.order_by("number")]


def test_what_is_sent_is_what_was_approved_to_the_byte(world: World) -> None:
    letter = answer(world, asked(world), [BO])

    outbox = send(world, letter)

    assert outbox.stage == Stage.SENT
    sent = {hashlib.sha256(each.message).hexdigest() for each in world.postbox.arrived}
    assert sent == {letter.sha256}
    assert arrived(world) == [REQUESTER, BO]


def test_an_edit_after_the_approval_needs_the_approval_taken_back(world: World) -> None:
    letter = approve(world, asked(world))
    draft = Draft.objects.get(pk=letter.draft_id)
    with pytest.raises(NotAllowed):
        edit_whole(
            draft.pk,
            version=draft.version,
            text="Other words",
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )
    void_approval(letter.pk, reason="A slip", by=world.officer, clock=world.clock)

    assert send(world, letter).stage == Stage.VOID
    assert arrived(world) == []


def test_a_copy_goes_only_to_people_the_requester_wrote_to(world: World) -> None:
    case = asked(world)
    draft = Draft.objects.get(case=case, kind="acknowledgement")
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    assert [each.address for each in seen.may_copy] == [BO, CHRIS]
    assert seen.copies == ()

    with pytest.raises(NotAllowed, match="Cc"):
        approve(world, case, copies=["eve@example.net"])

    letter = approve(world, case, copies=[CHRIS.upper()])
    send(world, letter)
    assert arrived(world) == [REQUESTER, CHRIS]
    assert read(world.postbox.arrived[0].message)["Cc"] == CHRIS


def test_our_own_addresses_and_those_without_a_reader_get_no_copies(world: World) -> None:
    own = world.authority.email
    case = world.case(mail("How many vans?", Cc=f"{own}, no-reply@example.org, {REQUESTER}, {BO}"))

    seen = preview(
        Draft.objects.get(case=case, kind="acknowledgement").pk,
        register=world.register,
        clock=world.clock,
    )

    assert [each.address for each in seen.may_copy] == [BO]


def test_copies_are_bound_by_the_approval(world: World) -> None:
    case = asked(world)
    draft = Draft.objects.get(case=case, kind="acknowledgement")
    shown = preview(draft.pk, register=world.register, clock=world.clock)

    with pytest.raises(NotAllowed, match="no longer what you were shown"):
        approve_draft(
            draft.pk,
            version=shown.version,
            fingerprint=shown.fingerprint,
            by=world.officer,
            register=world.register,
            clock=world.clock,
            copies=[BO],
        )


def test_a_refused_copy_does_not_hold_the_letter_back(world: World) -> None:
    case = asked(world)
    letter = answer(world, case, [BO, CHRIS])
    world.postbox.refuse(BO, "550 5.1.1 no such user")

    outbox = send(world, letter)

    case.refresh_from_db()
    assert (outbox.stage, case.state) == (Stage.PARTIAL, "answered")
    assert arrived(world) == [REQUESTER, CHRIS]
    assert states(letter) == {REQUESTER: "taken", CHRIS: "taken", BO: "refused"}
    assert "550 5.1.1 no such user" in letter.addressees.get(address=BO).reply
    assert kinds(case)[-2:] == ["response_sent", "sending_partial"]

    leave_it_at_that(outbox.pk, reason="Bo was told", by=world.officer, clock=world.clock)
    assert Outbox.objects.get(pk=outbox.pk).stage == Stage.SENT


def test_the_clock_stops_only_when_the_requesters_letter_is_taken(world: World) -> None:
    case = asked(world)
    letter = answer(world, case, [BO])
    world.postbox.refuse(REQUESTER, "550 5.1.1 no such user")

    outbox = send(world, letter)

    case.refresh_from_db()
    assert (outbox.stage, case.state, case.answered_at) == (
        Stage.PARTIAL,
        "response_approved",
        None,
    )
    assert arrived(world) == [BO]
    with pytest.raises(NotAllowed, match="requester has not got"):
        leave_it_at_that(outbox.pk, reason="Enough", by=world.officer, clock=world.clock)
    void_approval(letter.pk, reason="Another address", by=world.officer, clock=world.clock)
    assert Draft.objects.get(pk=letter.draft_id).state == Draft.State.READY


def test_who_is_refused_for_now_is_tried_alone_with_the_same_letter(world: World) -> None:
    case = asked(world)
    letter = answer(world, case, [BO])
    world.postbox.refuse(REQUESTER, "451 4.7.1 try again later")
    send(world, letter)
    case.refresh_from_db()
    waiting = case.state
    world.postbox.recover()
    world.clock.advance(timedelta(minutes=10))

    outbox = send(world, letter)

    case.refresh_from_db()
    assert (waiting, case.state, outbox.stage) == ("response_approved", "answered", Stage.SENT)
    assert arrived(world) == [BO, REQUESTER]
    first, second = world.postbox.arrived
    assert first.message == second.message
    assert kinds(case).count("response_sent") == 1


def test_a_copy_that_waits_is_swept_and_a_refused_one_is_not(world: World) -> None:
    letter = answer(world, asked(world), [BO])
    world.postbox.refuse(BO, "450 4.2.1 busy")
    send(world, letter)
    world.clock.advance(timedelta(hours=2))
    waiting = sweep(clock=world.clock, stale_seconds=60)
    world.postbox.refuse(BO, "550 5.1.1 gone")
    send(world, letter)
    world.clock.advance(timedelta(hours=2))

    assert waiting == 1
    assert sweep(clock=world.clock, stale_seconds=60) == 0
    assert states(letter)[BO] == "refused"


def test_552_at_a_recipient_is_passing_and_451_after_the_letter_too(world: World) -> None:
    letter = answer(world, asked(world), [BO])
    world.postbox.refuse(BO, "552 too many recipients")
    world.postbox.fail("dot", "451 4.3.0 try again")
    first = send(world, letter)
    world.postbox.recover()
    world.clock.advance(timedelta(minutes=5))
    second = send(world, letter)

    assert (first.stage, second.stage) == (Stage.READY, Stage.SENT)
    assert sorted(arrived(world)) == sorted([REQUESTER, BO])


def test_a_letter_refused_for_three_days_asks_a_person_and_can_be_tried_again(
    world: World,
) -> None:
    case = asked(world)
    letter = answer(world, case)
    world.postbox.fail("MAIL", "451 4.3.0 not today")
    tries = 0
    while send(world, letter).stage == Stage.READY:
        tries += 1
        world.clock.advance(timedelta(hours=1))

    outbox = Outbox.objects.get(letter=letter)
    assert (outbox.stage, tries) == (Stage.REFUSED, 72)
    assert "three days" in outbox.problem
    assert "451 4.3.0 not today" in outbox.problem
    world.postbox.recover()
    with pytest.raises(NotAllowed, match="what has changed"):
        send_again(outbox.pk, reason=" ", by=world.officer, clock=world.clock)
    send_again(outbox.pk, reason="The server is mended", by=world.officer, clock=world.clock)
    assert send(world, letter).stage == Stage.SENT
    assert arrived(world) == [REQUESTER]
    assert "sending_resumed" in kinds(case)


def test_the_pause_between_tries_grows_and_ends_within_an_hour(world: World) -> None:
    letter = approve(world, asked(world))
    world.postbox.fail("connect", "die")
    pauses = []
    for _ in range(14):
        outbox = send(world, letter)
        pauses.append((outbox.next_try_at - world.clock.now()).total_seconds())
        world.clock.set(outbox.next_try_at)

    assert 15 <= pauses[0] <= 30
    assert 1800 <= pauses[-1] <= 3600
    assert all(pause <= 3600 for pause in pauses)
    assert world.postbox.tries == 14


def test_a_worker_that_fails_before_the_letter_cannot_free_what_another_is_sending(
    world: World,
) -> None:
    letter = approve(world, asked(world))

    def slow_then_lost(_envelope: Envelope, *, begun: Begun) -> str:
        # While this worker is still connecting, another has begun, and the server is slow.
        def killed(_given: Envelope, *, begun: Begun) -> str:
            begun()
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            _deliver_by(killed, world, letter)
        world.postbox.fail("connect", "die")
        return world.postbox.deliver(_envelope, begun=begun)

    _deliver_by(slow_then_lost, world, letter)
    world.postbox.recover()
    world.clock.advance(timedelta(minutes=5))

    assert send(world, letter).stage == Stage.TRANSMITTING
    assert arrived(world) == []


def test_a_lease_that_runs_out_during_a_slow_letter_frees_the_slot_and_not_the_letter(
    world: World,
) -> None:
    letter = approve(world, asked(world))

    def slow(envelope: Envelope, *, begun: Begun) -> str:
        begun()
        world.clock.advance(timedelta(minutes=20))
        sweep(clock=world.clock, stale_seconds=60)
        assert not SendingSlot.objects.filter(free_at__gt=world.clock.now()).exists()
        assert send(world, letter).stage == Stage.UNKNOWN
        world.postbox.arrived.append(envelope)
        return "250 taken at last"

    _deliver_by(slow, world, letter)

    # The late answer is better than a question to a person.
    assert Outbox.objects.get(letter=letter).stage == Stage.SENT
    assert arrived(world) == [REQUESTER]


def test_approving_twice_makes_one_letter(world: World) -> None:
    case = asked(world)
    draft = Draft.objects.get(case=case, kind="acknowledgement")
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    click = {
        "version": seen.version,
        "fingerprint": seen.fingerprint,
        "by": world.officer,
        "register": world.register,
        "clock": world.clock,
    }
    letter = approve_draft(draft.pk, **click)  # type: ignore[arg-type]  # the same form, posted twice

    with pytest.raises(NotAllowed, match="Somebody changed"):
        approve_draft(draft.pk, **click)  # type: ignore[arg-type]  # see above

    send(world, letter)
    send(world, letter)
    assert Letter.objects.count() == 1
    assert arrived(world) == [REQUESTER]


def test_a_doubt_about_a_copy_alone_answers_the_case_only_once(world: World) -> None:
    case = asked(world)
    letter = answer(world, case, [BO])
    world.postbox.refuse(BO, "451 later")
    send(world, letter)
    world.postbox.recover()
    world.postbox.fail("dot", "die")
    world.clock.advance(timedelta(minutes=10))
    doubtful = send(world, letter)

    settle_sending(doubtful.pk, left=False, reason="No", by=world.officer, clock=world.clock)
    world.postbox.recover()
    world.clock.advance(timedelta(minutes=10))
    outbox = send(world, letter)

    assert (doubtful.stage, outbox.stage) == (Stage.UNKNOWN, Stage.SENT)
    assert kinds(case).count("response_sent") == 1
    assert arrived(world).count(REQUESTER) == 1


def test_nothing_is_approved_that_would_come_from_an_address_without_a_reader(
    world: World,
) -> None:
    case = asked(world)
    Authority.objects.update(email="no-reply@northshire.police.example")

    seen = preview(
        Draft.objects.get(case=case, kind="acknowledgement").pk,
        register=world.register,
        clock=world.clock,
    )

    # The mailbox that the request came to has a reader, and answers it.
    assert (seen.sender, seen.problems) == ("foi@northshire.police.example", ())
    world.folder.mailbox.address = "noreply@northshire.police.example"
    world.folder.mailbox.save()
    with pytest.raises(NotAllowed, match="nobody reads answers"):
        approve(world, case)


def _deliver_by(deliver: object, world: World, letter: Letter) -> None:
    """Let a worker send the letter by a post box of the test's own."""
    postbox = type("Own", (), {"deliver": staticmethod(deliver)})()
    send_letter(letter.outbox.pk, postbox=postbox, register=world.register, clock=world.clock)
