"""T27: programs that answer every mail, and two of ours, never keep each other writing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from assistant.services.prepare import MailboxDetails, add_user, prepare
from assistant.services.send_letter import send_letter
from assistant.store.models import Case, Letter, MailboxFolder, Outbox
from tests.fakes import FakePostbox
from tests.letters import mail
from tests.standing import acknowledge, approve_ahead
from tests.world import DETAILS, PASSWORD, World

ROUNDS = 12
WORDS = "Dear customer, thank you for writing to us. How may we help you with your request?"
COUNCIL = "foi@northshire.council.example"


def _turn(world: World, raw: bytes) -> list[bytes]:
    """Take one mail in, do all the work there is, and return what leaves for it."""
    before = len(world.postbox.arrived)
    world.deliver(raw, at=world.clock.now())
    for case in Case.objects.filter(authority=world.authority, drafts__state="queued").distinct():
        world.compose(case)
        acknowledge(world, case)
    for outbox in Outbox.objects.filter(
        stage=Outbox.Stage.READY, letter__case__authority=world.authority
    ):
        send_letter(outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)
    return [envelope.message for envelope in world.postbox.arrived[before:]]


@dataclass
class Mirror:
    """A program that answers every mail with the same words, and however it likes."""

    marks: dict[str, str]
    threads: bool = True
    says: Callable[[EmailMessage], str] = lambda _heard: WORDS
    subject: Callable[[EmailMessage], str] = lambda heard: f"Re: {heard['Subject']}"
    sender: str = "Desk <desk@mirror.example>"
    sent: int = 0

    def answer(self, raw: bytes) -> bytes:
        heard = message_from_bytes(raw, policy=policy.default)
        self.sent += 1
        thread = {"In_Reply_To": str(heard["Message-ID"])} if self.threads else {}
        return mail(
            self.says(heard),
            subject=self.subject(heard),
            sender=self.sender.replace("%", str(self.sent)),
            message_id=f"<mirror-{self.sent}@mirror.example>",
            **thread,
            **self.marks,
        )


def _body(heard: EmailMessage) -> str:
    text = heard.get_body(("plain",))
    return str(text.get_content()) if text else WORDS


MIRRORS = {
    "says that it is automatic": Mirror({"Auto_Submitted": "auto-replied"}),
    "says nothing": Mirror({}),
    "keeps no thread": Mirror({}, threads=False),
    "has its own subject": Mirror({}, threads=False, subject=lambda _heard: "Your enquiry"),
    "says our words back": Mirror({}, threads=False, says=_body, subject=lambda _heard: "Hello"),
    "tags its address": Mirror(
        {}, threads=False, subject=lambda _heard: "A request", sender="desk+%@mirror.example"
    ),
    "marks bulk": Mirror({"Precedence": "bulk"}, threads=False, subject=lambda _heard: "Enquiry"),
}


@pytest.mark.parametrize("name", MIRRORS)
def test_a_mirror_is_answered_once(world: World, name: str) -> None:
    approve_ahead(world)
    mirror = replace(MIRRORS[name])
    first = mail(
        "How many cars did you own in 2024?",
        subject="Cars",
        sender=mirror.sender.replace("%", "0"),
        message_id="<first@mirror.example>",
    )

    waiting = _turn(world, first)
    assert len(waiting) == 1
    for _ in range(ROUNDS):
        world.clock.advance(timedelta(minutes=7))
        said = mirror.answer(waiting[-1])
        waiting += _turn(world, said)

    assert mirror.sent == ROUNDS
    assert len(waiting) == 1
    assert Letter.objects.filter(standing__isnull=False).count() == 1


@pytest.fixture
def council(world: World) -> World:
    """A second authority that runs the same product with its own standing approval."""
    authority = prepare(
        replace(
            DETAILS,
            name="Northshire Council",
            mailbox_address=COUNCIL,
            mailboxes=(MailboxDetails(COUNCIL, folders=("INBOX",)),),
            own_domains=("northshire.council.example",),
        ),
        wordings=(),  # type: ignore[arg-type]  # nothing shipped is needed twice
    )
    officer, _ = add_user(username="cyril", password=PASSWORD, role="officer", authority=authority)
    supervisor, _ = add_user(
        username="carys", password=PASSWORD, role="supervisor", authority=authority
    )
    return World(
        authority=authority,
        officer=officer,
        supervisor=supervisor,
        folder=MailboxFolder.objects.get(mailbox__authority=authority),
        clock=world.clock,
        register=world.register,
        library=world.library,
        postbox=FakePostbox(),
        uid=10_000,
    )


def _from(address: str, number: int = 1) -> bytes:
    return mail(
        "How many cars did you own in 2024?",
        subject=f"Cars {number}",
        sender=address,
        message_id=f"<cars-{number}@{address.partition('@')[2]}>",
    )


def _exchange(one: World, two: World, to_one: list[bytes], to_two: list[bytes]) -> tuple[int, int]:
    """Let two authorities write to each other until nothing is under way; return who sent what."""
    sent_by_one = sent_by_two = 0
    for _ in range(ROUNDS):
        one.clock.advance(timedelta(minutes=1))
        to_two += [raw for given in to_one for raw in _turn(one, given)]
        sent_by_one += len(to_two)
        to_one = [raw for given in to_two for raw in _turn(two, given)]
        sent_by_two += len(to_one)
        to_two = []
    return sent_by_one, sent_by_two


def test_two_of_ours_stop_after_one_acknowledgement(world: World, council: World) -> None:
    approve_ahead(world)
    approve_ahead(council)

    # As if the council's officer had asked the police something from the council's own mailbox.
    assert _exchange(world, council, [_from(COUNCIL)], []) == (1, 0)


def test_two_of_ours_that_both_asked_send_one_each(world: World, council: World) -> None:
    approve_ahead(world)
    approve_ahead(council)
    ours = world.authority.email

    asked = [_from(COUNCIL, number) for number in range(3)]
    for raw in [_from(ours, number) for number in range(3)]:
        _turn(council, raw)
    _exchange(world, council, asked, [])

    for each in (world, council):
        automatic = Letter.objects.filter(standing__authority=each.authority)
        assert automatic.count() == 1
        assert len(each.postbox.arrived) == 1
