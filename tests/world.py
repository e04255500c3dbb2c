"""A small authority with its people, made through the same use cases a real start goes through."""

from dataclasses import dataclass, field
from datetime import datetime

from assistant import bootstrap
from assistant.domain.law.acts import Register
from assistant.services.compose_draft import compose_draft
from assistant.services.prepare import AuthorityDetails, MailboxDetails, add_user, prepare
from assistant.services.propose_blocks import Writing
from assistant.services.read_messages import read_message
from assistant.services.take_delivery import take_delivery
from assistant.store.models import Authority, Case, Draft, MailboxFolder, Message, User
from tests.fakes import FakeDocuments, FakeInspector, FakeLibrary, FakePostbox, FixedClock
from tests.letters import arrival, mail

DETAILS = AuthorityDetails(
    name="Northshire Police",
    address="1 Station Road, Northtown NT1 1AA",
    phone="01632 960000",
    mailbox_address="foi@northshire.police.example",
    mailboxes=(MailboxDetails("foi@northshire.police.example", folders=("INBOX",)),),
    own_domains=("northshire.police.example",),
    review_contact="",
    signatory="Freedom of Information Officer",
    regulator_name="Information Commissioner’s Office",
    regulator_address="Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF",
    regulator_url="https://ico.org.uk/make-a-complaint/",
    four_eyes=False,
)

PASSWORD = "a-fictional-password"  # noqa: S105 - of people who exist in tests alone


@dataclass
class World:
    """An authority, its people, and the outside world as fakes."""

    authority: Authority
    officer: User
    supervisor: User
    folder: MailboxFolder
    clock: FixedClock
    register: Register
    library: FakeLibrary = field(default_factory=FakeLibrary)
    postbox: FakePostbox = field(default_factory=FakePostbox)
    documents: FakeDocuments = field(default_factory=FakeDocuments)
    inspector: FakeInspector = field(default_factory=FakeInspector)
    writing: Writing | None = None
    uid: int = 0

    def deliver(self, raw: bytes, *, at: datetime | None = None) -> Message:
        """Take in one e-mail and read it; return its row."""
        self.uid += 1
        given = arrival(raw, self.uid, at=at) if at else arrival(raw, self.uid)
        take_delivery(self.folder, given, clock=self.clock)
        message = Message.objects.get(deliveries__uid=self.uid)
        read_message(message.pk, clock=self.clock, documents=self.documents)
        message.refresh_from_db()
        return message

    def case(self, raw: bytes | None = None) -> Case:
        """Take in a request and return its case, both drafts composed."""
        case = self.deliver(raw or mail()).cases.get()
        self.compose(case)
        return case

    def compose(self, case: Case) -> None:
        """Compose whatever draft of a case is queued."""
        for draft in Draft.objects.filter(case=case, state=Draft.State.QUEUED):
            compose_draft(
                draft.pk,
                library=self.library,
                register=self.register,
                clock=self.clock,
                writing=self.writing,
            )


def make_world(now: datetime) -> World:
    """Set up Northshire Police with one officer, one supervisor and an empty mailbox."""
    authority = prepare(DETAILS, wordings=bootstrap.wordings())
    officer, _ = add_user(username="olwen", password=PASSWORD, role="officer", authority=authority)
    supervisor, _ = add_user(
        username="sam", password=PASSWORD, role="supervisor", authority=authority
    )
    return World(
        authority=authority,
        officer=officer,
        supervisor=supervisor,
        folder=MailboxFolder.objects.get(mailbox__authority=authority),
        clock=FixedClock(now),
        register=bootstrap.register(),
    )
