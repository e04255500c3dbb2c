"""Killed at any point, nothing is lost and nothing happens twice."""

import json
import random
import resource
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.dovecot import Dovecot
from tests.e2e.installation import Installation, mail_settings, until
from tests.environment import ROOT
from tests.letters import mail
from tests.smtp_sink import SmtpSink

pytestmark = [pytest.mark.dovecot, pytest.mark.slow, pytest.mark.timeout(600)]

ASK = """
import json
from assistant import bootstrap
bootstrap.start()
from django_tasks_db.models import DBTaskResult
from assistant.store.models import Case, Draft, DraftVersion, Message, Outbox, RawMessage
print(json.dumps({
    "messages": Message.objects.count(), "raw": RawMessage.objects.count(),
    "cases": Case.objects.count(),
    "tasks": sum(len(task.args_kwargs["args"])
        for task in DBTaskResult.objects.filter(task_path__endswith="read_message")),
    "pending": Message.objects.filter(disposition="pending").count(),
    "drafts": [d.state for d in Draft.objects.order_by("pk")],
    "versions": DraftVersion.objects.count(),
    "stages": list(Outbox.objects.values_list("stage", flat=True)),
}))
"""
# What is set to be late at once: the tests do not wait for the minutes that people would.
SWEEP = """
from datetime import timedelta
from assistant import bootstrap, config
bootstrap.start()
from assistant.services.sweep import sweep
clock = bootstrap.ports(config.current()).clock
class Later:
    def now(self):
        return clock.now() + timedelta(minutes=20)
sweep(clock=Later(), stale_seconds=1)
"""
# A task whose worker was killed stays "running" for ever; here it is gone altogether.
FORGET = """
from assistant import bootstrap
bootstrap.start()
from django_tasks_db.models import DBTaskResult
DBTaskResult.objects.all().delete()
"""
APPROVE = """
from assistant import bootstrap, config
bootstrap.start()
from assistant.services.approve_draft import approve_draft, preview
from assistant.services.prepare import add_user
from assistant.store.models import Authority, Draft
ports = bootstrap.ports(config.current())
user, _ = add_user(username="olwen", password="a-fictional-password", role="officer",
                   authority=Authority.objects.get())
draft = Draft.objects.filter(kind="acknowledgement").order_by("pk").first()
seen = preview(draft.pk, register=ports.register, clock=ports.clock)
approve_draft(draft.pk, version=seen.version, fingerprint=seen.fingerprint, by=user,
              register=ports.register, clock=ports.clock)
"""


@pytest.fixture
def installation(
    tmp_path: Path, dovecot: Dovecot, smtp_sink: SmtpSink, chroma_url: str
) -> Installation:
    """Set up Northshire Police with three messages in its mailbox."""
    user = f"killed-{tmp_path.name}"
    for number in range(1, 4):
        text = f"How many cars did you own in 202{number}?"
        raw = mail(text, message_id=f"<{number}@example.org>", subject=f"Cars {number}")
        dovecot.put(user, "INBOX", raw, datetime(2026, 3, 2, 9, number, tzinfo=UTC))
    made = Installation(tmp_path, mail_settings(dovecot.port, user, smtp_sink.port))
    made.settings["CHROMA_URL"] = chroma_url
    made.run("prepare")
    return made


def _python(installation: Installation, code: str) -> str:
    program = installation.start("-c", code)
    said, _ = program.communicate(timeout=90)
    assert program.returncode == 0, said.decode()
    return said.decode()


def _asked(installation: Installation) -> dict[str, object]:
    found = json.loads(_python(installation, ASK).splitlines()[-1])
    assert isinstance(found, dict)
    return found


def _killed(installation: Installation, *words: str) -> None:
    """Run a program that kills itself at a point, and make sure that it did."""
    program = installation.start(str(ROOT / "tests" / "e2e" / "killed.py"), *words)
    said, _ = program.communicate(timeout=90)
    assert program.returncode == -signal.SIGKILL, said.decode()


@pytest.mark.parametrize(
    ("point", "stored"),
    [("fetched", 0), ("inserted", 0), ("marked", 0), ("committed", 3), ("flagged", 3)],
)
def test_a_poller_killed_around_a_commit_loses_and_doubles_nothing(
    installation: Installation, point: str, stored: int
) -> None:
    installation.settings["FOI_IMAP_AFTER"] = "flag"
    _killed(installation, "poller", point)
    between = _asked(installation)

    installation.run("poll", "--once")
    installation.work("mail", "draft")

    after = _asked(installation)
    assert (between["messages"], between["raw"], between["tasks"]) == (stored, stored, stored)
    assert (after["messages"], after["raw"], after["cases"], after["pending"]) == (3, 3, 3, 0)


def test_a_worker_killed_in_the_middle_of_a_draft_leaves_it_to_the_next(
    installation: Installation,
) -> None:
    installation.run("knowledge", "import", str(ROOT / "knowledge" / "responses"))
    installation.run("poll", "--once")
    installation.work("mail")
    _killed(installation, "worker", "searching")
    _python(installation, FORGET)
    between = _asked(installation)

    _python(installation, SWEEP)
    installation.work("draft")

    after = _asked(installation)
    assert set(between["drafts"]) == {"queued"}  # type: ignore[call-overload]  # read from JSON
    assert after["drafts"] == ["ready"] * 6
    assert after["versions"] == 6


@pytest.mark.parametrize(
    ("when", "stage", "copies"),
    [("before", "sent", 1), ("within", "unknown", 0), ("after", "unknown", 1)],
)
def test_a_sender_killed_in_the_middle_never_sends_a_second_letter(
    installation: Installation, smtp_sink: SmtpSink, when: str, stage: str, copies: int
) -> None:
    installation.run("poll", "--once")
    installation.work("mail", "draft")
    _python(installation, APPROVE)
    _killed(installation, "sender", when)

    # Whatever the queue and the sweep do afterwards, again and again:
    for _ in range(2):
        installation.work("send")
        _python(installation, SWEEP)
    installation.work("send")

    until(lambda: len(smtp_sink.arrived) >= copies, "the letter", 10)
    assert _asked(installation)["stages"] == [stage]
    assert len(smtp_sink.arrived) == copies


def test_two_pollers_at_once_take_every_message_once(installation: Installation) -> None:
    programs = [installation.start("-m", "assistant", "poll", "--once") for _ in range(2)]
    for program in programs:
        said, _ = program.communicate(timeout=120)
        assert program.returncode == 0, said.decode()

    installation.work("mail")

    after = _asked(installation)
    assert (after["messages"], after["cases"]) == (3, 3)


def test_on_a_full_disk_nothing_is_half_stored_and_nothing_is_lost(
    installation: Installation, dovecot: Dovecot
) -> None:
    user = installation.settings["FOI_IMAP_USER"]
    noise = random.Random(7).randbytes(1_500_000).hex()  # noqa: S311 - bytes that do not compress
    large = mail(f"How many vans?\n\n{noise}", message_id="<4@example.org>", subject="Vans")
    dovecot.put(user, "INBOX", large, datetime(2026, 3, 2, 9, 30, tzinfo=UTC))

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    full = subprocess.run(
        [sys.executable, "-m", "assistant", "poll", "--once"],
        cwd=installation.folder,
        env=installation.environ,
        preexec_fn=small_disk,
        capture_output=True,
        timeout=90,
        check=False,
    )
    between = _asked(installation)
    installation.run("poll", "--once")

    said = full.stderr.decode()
    assert full.returncode == 1
    assert "database" in said
    assert "Traceback" not in said
    assert (between["messages"], between["raw"], between["tasks"]) == (3, 3, 3)
    assert _asked(installation)["messages"] == 4
