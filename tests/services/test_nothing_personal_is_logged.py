"""Known names, addresses, subjects and files go through everything, and stand in no line of a log.

Every logger is heard at DEBUG here, those too that are heard from WARNING on in earnest: what is
stripped from a line must not depend on nobody having asked for it.
"""

import io
import json
import logging
import smtplib
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django_tasks import TaskResultStatus
from django_tasks.signals import task_finished, task_started
from pytest_django import Settings

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Begun, DocumentText, Envelope
from assistant.project.logs import HEARD_FROM, JsonLine, StrippedHandler, TextLine, stripped
from assistant.project.working import IDLE, LONGEST, watched
from assistant.services.approve_draft import approve_draft, preview
from assistant.services.poll_mailboxes import look
from assistant.services.propose_blocks import Writing
from assistant.services.read_messages import read_messages
from assistant.services.send_letter import send_letter
from assistant.services.take_delivery import take_delivery
from assistant.store.models import Message, Outbox
from tests.fakes import FakeDocuments, FakeMailbox
from tests.letters import PREVENT, arrival
from tests.web import doors
from tests.world import World
from tests.writers import KeptCalls, ScriptedWriter

NAME, ADDRESS = "Zebedee Quillfeather", "zebedee@quillfeather.example"
SUBJECT, FILE = "My neighbour Tamsin Oddlington", "Oddlington medical notes.txt"
PASSWORD = "Quillfeather-secret-1"  # noqa: S105 - of somebody who does not exist
PERSONAL = ("zebedee", "quillfeather", "tamsin", "oddlington")
ECHO = f"550 5.1.1 <{ADDRESS}>: {NAME} is unknown here ({SUBJECT})"


@dataclass
class Heard:
    """Everything that would be written: stripped records, and the lines made of them."""

    records: list[logging.LogRecord] = field(default_factory=list)
    lines: io.StringIO = field(default_factory=io.StringIO)

    def everything(self) -> str:
        told = " ".join(repr(record.__dict__) for record in self.records)
        return f"{told} {self.lines.getvalue()}".lower()

    def clean(self) -> bool:
        return not [word for word in PERSONAL if word in self.everything()]


@pytest.fixture
def heard() -> Iterator[Heard]:
    """Hear every logger at DEBUG through what writes the log in earnest, as text and as JSON."""
    found = Heard()

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.records.append(stripped(record))

    handlers: list[logging.Handler] = [Keeping()]
    for form in (TextLine, JsonLine):
        handlers.append(StrippedHandler(stream=found.lines))
        handlers[-1].setFormatter(form())
    root = logging.getLogger()
    loggers = [root, *(logging.getLogger(name) for name in HEARD_FROM)]
    before = [(one, one.level) for one in loggers]
    for one in loggers:
        one.setLevel(logging.DEBUG)
    for handler in handlers:
        root.addHandler(handler)
    connection.force_debug_cursor = True
    yield found
    connection.force_debug_cursor = False
    for handler in handlers:
        root.removeHandler(handler)
    for one, level in before:
        one.setLevel(level)


def letter(text: str = PREVENT) -> bytes:
    """A request in which everything is personal, with a file."""
    message = EmailMessage()
    message["From"], message["To"] = f"{NAME} <{ADDRESS}>", "foi@northshire.police.example"
    message["Subject"], message["Message-ID"] = SUBJECT, f"<1@{ADDRESS.partition('@')[2]}>"
    message.set_content(f"{text}\n{NAME}, about Tamsin Oddlington")
    message.add_attachment(f"{NAME} is ill", filename=FILE)
    return message.as_bytes()


class Broken(FakeDocuments):
    """Breaks over a file in a way nobody foresaw, with the file's own words."""

    def text(self, name: str, type_: str, content: bytes) -> DocumentText:
        raise RuntimeError(f"{name}: {content!r} for {ADDRESS}")


class Echoing:
    """A post box whose server repeats the address and the name, and then fails otherwise."""

    def deliver(self, envelope: Envelope, *, begun: Begun) -> str:
        raise smtplib.SMTPRecipientsRefused({ADDRESS: (550, ECHO.encode())})


def test_a_request_on_its_whole_way(heard: Heard, world: World) -> None:
    case = world.case(letter())
    draft = case.drafts.get(kind="acknowledgement")
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    approved = approve_draft(
        draft.pk,
        by=world.officer,
        version=draft.version,
        fingerprint=seen.fingerprint,
        register=world.register,
        clock=world.clock,
    )
    send_letter(
        approved.outbox.pk,
        postbox=Echoing(),
        register=world.register,
        clock=world.clock,
    )
    (failed,) = [record for record in heard.records if "Sending letter" in record.getMessage()]
    assert failed.ids == {"case": case.pk}
    assert failed.trace[0] == "smtplib.SMTPRecipientsRefused"
    assert Outbox.objects.get().stage == Outbox.Stage.READY
    assert any(record.name == "django.db.backends" for record in heard.records)
    assert heard.clean()


def test_a_message_that_cannot_be_read(heard: Heard, world: World) -> None:
    take_delivery(world.folder, arrival(letter()), clock=world.clock)
    message = Message.objects.get()
    read_messages([message.pk], clock=world.clock, documents=Broken())
    (failed,) = [record for record in heard.records if "could not be read" in record.getMessage()]
    assert failed.ids == {"message": message.pk}
    assert failed.trace[0] == "RuntimeError"
    assert heard.clean()


@pytest.mark.parametrize(
    "fault",
    [
        RuntimeError(f"{SUBJECT} of {NAME}"),
        TryAgainLater(f"The server said: “{ECHO}”. It is asked again."),
        NotAllowed(f"It refuses <{ADDRESS}>. Ask who keeps it."),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_mailbox_that_fails_with_the_words_of_mail(
    heard: Heard, world: World, fault: Exception
) -> None:
    class Failing(FakeMailbox):
        def arrivals(self, *arguments: object, **named: object) -> Iterator[object]:
            raise fault

    mailbox = Failing()
    mailbox.put(letter())
    log = logging.getLogger("assistant.services.poll_mailboxes")
    try:
        for problem in look(world.folder.mailbox.address, mailbox, clock=world.clock).problems:
            log.warning("%s", problem)
    except RuntimeError:
        log.exception("A look at %s failed", world.folder.mailbox.address)
    assert "mailbox" in heard.everything()
    assert heard.clean()


def test_a_model_that_fails_and_a_library_that_is_away(heard: Heard, world: World) -> None:
    writer = ScriptedWriter(lambda _part: ())
    writer.failing = RuntimeError(f"cannot write for {NAME} <{ADDRESS}>: {SUBJECT}")
    world.writing = Writing(writer, KeptCalls())
    case = world.deliver(letter()).cases.get()
    log = logging.getLogger("assistant.project.tasks")
    for draft in case.drafts.all():
        try:
            world.compose(case)
        except RuntimeError:
            log.exception("Draft %d could not be composed; it will be tried again", draft.pk)
    assert heard.records
    assert heard.clean()


def test_somebody_who_types_names_into_everything(
    heard: Heard, world: World, settings: Settings
) -> None:
    # WhiteNoise warns where the folder of collected files is missing; none are collected here.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    settings.PORTS = doors.FACTORY
    doors.hand_in(world)
    client = Client(raise_request_exception=False)
    client.post("/sign-in/", {"login": ADDRESS, "password": PASSWORD})
    client.get(f"/cases/?q={NAME}")
    client.get("/", headers={"Host": "zebedee.quillfeather.example"})
    client.force_login(world.officer)
    client.get(f"/cases/{NAME}/")
    client.get(f"/nowhere/{NAME}/?q={ADDRESS}")
    client.get(f"/cases/?q={NAME}&regime={SUBJECT}")
    client.get(f"/library/?q={SUBJECT}", headers={"X-Request-ID": NAME})
    requests = [record for record in heard.records if record.name.startswith("django.request")]
    assert {record.status for record in requests} >= {404}
    assert all(set(record.ids) >= {"request"} for record in requests)
    assert heard.clean()


def test_a_task_that_fails_is_named_with_its_id_and_without_its_words(heard: Heard) -> None:
    def index_library() -> None:
        """Stand for a task."""

    task = SimpleNamespace(func=index_library, queue_name="library", module_path=f"tasks.{NAME}")
    error = SimpleNamespace(exception_class_path="builtins.ValueError", traceback=NAME)
    result = SimpleNamespace(
        id="12ab", task=task, status=TaskResultStatus.FAILED, errors=[error], backend="default"
    )
    beats: list[float] = []
    with watched(beats.append, interval=1.0):
        task_started.send(sender=object, task_result=result)
        assert beats[-1] == LONGEST["library"]
        task_finished.send(sender=object, task_result=result)
    assert beats[-1] == IDLE
    (failed,) = [record for record in heard.records if "failed" in record.getMessage()]
    assert failed.getMessage() == "Task index_library failed: builtins.ValueError"
    assert failed.ids == {"task": "12ab"}
    task_started.send(sender=object, task_result=result)
    assert beats[-1] == IDLE
    assert heard.clean()


def test_a_worker_gives_a_sign_with_each_question_to_the_database(db: None) -> None:
    beats: list[float] = []
    with watched(beats.append, interval=100.0):
        before = len(beats)
        Message.objects.count()
    assert len(beats) == before + 1
    assert beats[-1] == 300.0


@pytest.mark.parametrize("logger", [*sorted(HEARD_FROM), "waitress", "aiosmtpd", "a.new.library"])
def test_other_libraries_whatever_they_say(heard: Heard, logger: str) -> None:
    log = logging.getLogger(logger)
    log.debug("> %s FETCH %r in %d ms", NAME, ADDRESS, 3)
    log.info(f"reply: {ECHO}")  # noqa: G004 - libraries do
    log.warning("%(who)s", {"who": NAME})
    try:
        int(ECHO)
    except ValueError:
        log.exception("Exception while serving /cases/?q=%s", NAME, extra={"request": NAME})
    assert len(heard.records) == 4
    lines = [json.loads(one) for one in heard.lines.getvalue().splitlines() if one[:1] == "{"]
    assert len(lines) == 4
    assert lines[3]["trace"][0] == "ValueError"
    assert heard.clean()
