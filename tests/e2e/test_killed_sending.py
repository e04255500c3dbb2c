"""Whatever dies in whatever phase of the sending, no letter leaves twice and no doubt is hidden."""

import json
import os
import signal
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest

from tests.certificate import Certificate
from tests.e2e.installation import Installation
from tests.environment import ROOT
from tests.smtp_sink import SmtpSink

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

PHASES = ("connect", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "body", "dot")
# What comes of it once the server is well again and another worker has had its turn.
SENT_ONCE, ASKED_AND_GONE, ASKED_AND_NOT_GONE = ("sent", 1), ("unknown", 1), ("unknown", 0)
SERVER_DIES = dict.fromkeys(PHASES, SENT_ONCE) | {
    "body": ASKED_AND_NOT_GONE,
    "dot": ASKED_AND_GONE,
}
# Whoever dies once the beginning is on record cannot say any more that nothing had left.
WORKER_KILLED = SERVER_DIES | {"DATA": ASKED_AND_NOT_GONE}


class Sender:
    """The program that sends, asked line by line."""

    def __init__(self, program: "Popen[bytes]") -> None:
        self._program = program
        self.letters: list[int] = self._answer()["letters"]

    def begin(self, outbox_id: int) -> int:
        """Start a worker for a letter, not let go yet; return its process."""
        return int(self._ask({"send": outbox_id})["pid"])

    def let_go(self) -> dict[str, Any]:
        return self._ask({})

    def later(self) -> None:
        self._ask({"later": True})

    def _ask(self, question: dict[str, object]) -> dict[str, Any]:
        assert self._program.stdin is not None
        self._program.stdin.write(json.dumps(question).encode() + b"\n")
        self._program.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._program.stdout is not None
        line = self._program.stdout.readline()
        while line and not line.startswith(b"{"):
            line = self._program.stdout.readline()
        assert line, "the sender has ended"
        found = json.loads(line)
        assert isinstance(found, dict)
        return found


@pytest.fixture
def sender(tmp_path: Path, starttls_sink: SmtpSink, certificate: Certificate) -> Iterator[Sender]:
    program = Installation(tmp_path).start(
        str(ROOT / "tests" / "e2e" / "killed_sending.py"),
        str(starttls_sink.port),
        str(certificate.file),
        str(len(PHASES)),
    )
    try:
        yield Sender(program)
    finally:
        program.kill()
        program.communicate(timeout=30)


def _copies(sink: SmtpSink) -> Counter[str]:
    return Counter(str(message_from_bytes(each.message)["X-FOI-Letter"]) for each in sink.arrived)


@pytest.mark.parametrize(
    ("kills", "expected"),
    [(False, SERVER_DIES), (True, WORKER_KILLED)],
    ids=["server-dies", "worker-killed"],
)
def test_in_no_phase_does_a_letter_leave_twice(
    sender: Sender,
    starttls_sink: SmtpSink,
    kills: bool,  # noqa: FBT001 - a table of cases
    expected: dict[str, tuple[str, int]],
) -> None:
    found = {}
    for phase, outbox_id in zip(PHASES, sender.letters, strict=True):
        pid = sender.begin(outbox_id)
        starttls_sink.fail(phase, "hang" if kills else "die")
        if kills:
            starttls_sink.reached = lambda at, phase=phase, pid=pid: (  # type: ignore[misc]  # bound
                os.kill(pid, signal.SIGKILL) if at == phase else None
            )
        first = sender.let_go()
        assert first["killed"] is kills, phase
        starttls_sink.recover()
        starttls_sink.reached = lambda at: None
        # Twice over, whatever the sweep queues and whoever takes it up.
        for _ in range(2):
            sender.later()
            sender.begin(outbox_id)
            last = sender.let_go()
        found[phase] = (last["stage"], _copies(starttls_sink)[last["mark"]])
    assert found == expected
