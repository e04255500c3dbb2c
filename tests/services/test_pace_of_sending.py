"""All workers together keep to what the mail server takes, whoever dies and whoever waits."""

from datetime import timedelta

from assistant.ports import Begun, Envelope
from assistant.services.pace_sending import LEASE, Pace, take_slot
from assistant.services.send_letter import send_letter
from assistant.store.models import Case, Outbox, SendingGate, SendingSlot
from tests.letters import mail
from tests.outgoing import approve, arrived, send
from tests.world import World

Stage = Outbox.Stage


def cases(world: World, count: int) -> list[Case]:
    return [
        world.case(mail(f"How many vans in 20{n:02}?", message_id=f"<{n}@example.org>"))
        for n in range(count)
    ]


def test_no_more_letters_leave_in_a_minute_than_the_server_takes(world: World) -> None:
    pace = Pace(per_minute=2, connections=3)
    letters = [approve(world, case) for case in cases(world, 3)]
    stages = [send(world, letter, pace).stage for letter in letters]
    waiting = Outbox.objects.get(letter=letters[2])
    world.clock.advance(timedelta(seconds=59))
    early = send(world, letters[2], pace).stage
    world.clock.advance(timedelta(seconds=1))

    assert stages == [Stage.SENT, Stage.SENT, Stage.READY]
    assert early == Stage.READY
    assert send(world, letters[2], pace).stage == Stage.SENT
    assert (waiting.attempts, waiting.failing_since, waiting.problem) == (0, None, "")


def test_thirty_a_minute_is_what_thirty_one_slots_show(world: World) -> None:
    given = []
    for _ in range(31):
        slot = take_slot(Pace(), clock=world.clock)
        given.append(isinstance(slot, SendingSlot))
        SendingSlot.objects.update(free_at=world.clock.now())
        world.clock.advance(timedelta(seconds=1))

    assert given == [True] * 30 + [False]


def test_a_dead_worker_gives_its_connection_back_when_its_lease_has_run_out(world: World) -> None:
    pace = Pace(connections=1)
    held = take_slot(pace, clock=world.clock)
    letter = approve(world, cases(world, 1)[0])
    first = send(world, letter, pace).stage
    world.clock.advance(LEASE)

    assert isinstance(held, SendingSlot)
    assert first == Stage.READY
    assert send(world, letter, pace).stage == Stage.SENT


def test_two_workers_use_two_connections_and_a_third_waits(world: World) -> None:
    first, second, third = [approve(world, case) for case in cases(world, 3)]
    pace = Pace(connections=2)
    seen = []

    def within(envelope: Envelope, *, begun: Begun) -> str:
        def further(inner: Envelope, *, begun: Begun) -> str:
            seen.append(send(world, third, pace).stage)
            return world.postbox.deliver(inner, begun=begun)

        _by(further, world, second.outbox.pk, pace)
        return world.postbox.deliver(envelope, begun=begun)

    _by(within, world, first.outbox.pk, pace)
    world.clock.advance(timedelta(seconds=10))

    assert seen == [Stage.READY]
    assert send(world, third, pace).stage == Stage.SENT
    assert len(arrived(world)) == 3


def test_a_server_that_says_432_gives_everybody_a_rest_that_grows(world: World) -> None:
    first, second = [approve(world, case) for case in cases(world, 2)]
    world.postbox.fail("MAIL", "432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded")
    slowed = send(world, first)
    tried = world.postbox.tries
    other = send(world, second)
    rests = []
    for _ in range(4):
        gate = SendingGate.objects.get()
        assert gate.closed_until is not None
        rests.append(gate.closed_until - world.clock.now())
        world.clock.set(max(gate.closed_until, Outbox.objects.get(letter=first).next_try_at))
        send(world, first)
    world.postbox.recover()
    world.clock.advance(timedelta(hours=1))

    assert (slowed.stage, other.stage, other.failing_since) == (Stage.READY, Stage.READY, None)
    assert world.postbox.tries == tried + 4
    assert rests[-1] > rests[0]
    assert send(world, first).stage == send(world, second).stage == Stage.SENT
    assert SendingGate.objects.get().closed_until is None


def test_a_letter_stopped_by_the_checks_takes_nobodys_turn(world: World) -> None:
    letter = approve(world, cases(world, 1)[0])
    letter.case.requester.address = "other@example.org"
    letter.case.requester.save()

    assert send(world, letter).stage == Stage.STOPPED
    assert not SendingSlot.objects.exists()


def _by(deliver: object, world: World, outbox_id: int, pace: Pace) -> None:
    postbox = type("Own", (), {"deliver": staticmethod(deliver)})()
    send_letter(outbox_id, postbox=postbox, register=world.register, clock=world.clock, pace=pace)
