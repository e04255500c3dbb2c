"""The whole way from mailbox to sent letter, while programs are killed at random moments."""

import json
import os
import random
import signal
import smtplib
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.dovecot import Dovecot
from tests.e2e.installation import Installation, until
from tests.environment import ROOT
from tests.letters import mail
from tests.smtp_sink import SmtpSink

RECEIVED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
OURS = "foi@northshire.police.example"
# What one machine runs; several machines run more of each.
ONE_MACHINE = {
    "poll": "poll",
    "work": "work --queue=mail --queue=draft",
    "send": "work --queue=send",
    "officer": "officer",
}
SEVERAL_MACHINES = ONE_MACHINE | {
    "poll-2": "poll",
    "work-2": "work --queue=mail --queue=draft --queue=send",
    "listen": "listen",
}


@dataclass
class Post:
    """What people wrote: by Message-ID what must become of it, and whose case it belongs to."""

    dispositions: dict[str, str] = field(default_factory=dict)
    cases: dict[str, str] = field(default_factory=dict)

    def next_one(self, number: int) -> bytes:
        """Return the next message: a request, a reply to the last request, or a machine's note."""
        person = f"person{number - number % 3}@example.org"
        request = f"<request-{number - number % 3}@example.org>"
        own_id = f"<message-{number}@example.org>"
        if number % 3 == 0:
            self._expect(request, "case", person)
            text = f"How many cars of make number {number} did you own in 2024?"
            return mail(text, sender=person, message_id=request, subject=f"Cars {number}")
        if number % 3 == 1:
            self._expect(own_id, "filed", person)
            return mail(
                f"Please add the vans of kind {number} to my request.",
                sender=person,
                message_id=own_id,
                subject=f"Re: Cars {number - 1}",
                In_Reply_To=request,
                References=request,
            )
        self._expect(own_id, "automatic", "")
        return mail(
            f"I am out of the office until day {number}.",
            sender=f"away{number}@example.org",
            message_id=own_id,
            subject="Automatic reply: your message",
            Auto_Submitted="auto-replied",
        )

    def _expect(self, message_id: str, disposition: str, person: str) -> None:
        self.dispositions[message_id] = disposition
        if person:
            self.cases[message_id] = person


class Nursery:
    """The programs of one installation, each of which may be killed and started again."""

    def __init__(self, installation: Installation, programs: dict[str, str]) -> None:
        self.installation = installation
        self.programs = programs
        self.pids: dict[str, int] = {}
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, str(ROOT / "tests/e2e/nursery.py")],
            cwd=installation.folder,
            env=installation.environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._answer() == "ready"

    def start(self, name: str, command: str) -> int:
        """Start a program and return its number."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{name} {command}\n")
        self._process.stdin.flush()
        return int(self._answer())

    def start_all(self) -> None:
        """Start whatever is not running."""
        for name, command in self.programs.items():
            if not self.runs(name):
                self.pids[name] = self.start(name, command)

    def runs(self, name: str) -> bool:
        """Say whether a program is alive."""
        try:
            os.kill(self.pids[name], 0)
        except (KeyError, ProcessLookupError):
            return False
        return True

    def kill(self, names: list[str]) -> None:
        """End programs as a power cut would, and see them gone."""
        for name in names:
            if self.runs(name):
                os.kill(self.pids[name], signal.SIGKILL)
        until(lambda: not any(self.runs(name) for name in names), f"the end of {names}")

    def run(self, command: str) -> None:
        """Run a short program of the nursery's own to its end."""
        name = command.partition(" ")[0]
        self.pids[name] = self.start(name, command)
        until(lambda: not self.runs(name), f"the end of {command}")

    def look(self) -> dict[str, Any]:
        """Return what the database holds now."""
        where = self.installation.folder / "seen.json"
        where.unlink(missing_ok=True)
        self.run(f"look {where}")
        assert where.exists(), self.logs()
        found = json.loads(where.read_text())
        assert isinstance(found, dict)
        return found

    def logs(self) -> str:
        """Return the end of what each program said."""
        logs = sorted(self.installation.folder.glob("*.log"))
        return "\n".join(f"{log.name}: {log.read_text()[-1500:]}" for log in logs)

    def end(self) -> None:
        """Kill everything."""
        self.kill(list(self.programs))
        self._process.communicate(timeout=30)

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@dataclass
class Kills:
    """So many runs: mail comes in, programs are killed at a random moment, and go on."""

    installation: Installation
    dovecot: Dovecot
    sink: SmtpSink
    programs: dict[str, str]
    chance: random.Random
    post: Post = field(default_factory=Post)
    _senders: list[threading.Thread] = field(default_factory=list)

    def run(self, runs: int) -> dict[str, Any]:
        """Do the runs, let everything settle, and return what the database holds then."""
        nursery = Nursery(self.installation, self.programs)
        try:
            nursery.start_all()
            for number in range(runs):
                self._bring(2 * number, self.dovecot)
                self._bring(2 * number + 1, None if "listen" in self.programs else self.dovecot)
                names = sorted(self.programs)
                victims = names if self.chance.random() < 0.2 else [self.chance.choice(names)]
                threading.Event().wait(self.chance.uniform(0.0, 0.5))
                nursery.kill(victims)
                nursery.start_all()
            for sender in self._senders:
                sender.join(120)
            # Programs that are killed all the time leave most of their work for later.
            return self._settled(nursery, 120 + 2 * runs)
        finally:
            nursery.end()

    def _bring(self, number: int, dovecot: Dovecot | None) -> None:
        """Put a message into the mailbox, or hand it over as a mail server would."""
        raw = self.post.next_one(number)
        if dovecot is not None:
            dovecot.put(self.installation.settings["FOI_IMAP_USER"], "INBOX", raw, RECEIVED)
            return
        port = int(self.installation.settings["FOI_LISTEN_PORT"])
        self._senders.append(threading.Thread(target=_hand_over, args=(raw, port), daemon=True))
        self._senders[-1].start()

    def _settled(self, nursery: Nursery, seconds: float) -> dict[str, Any]:
        """Wait until nothing is left to do, and give up on what was cut off while it left."""
        last: dict[str, Any] = {}

        def quiet() -> bool:
            nursery.start_all()
            last.clear()
            last.update(nursery.look())
            stages = {stage for _, _, stage, _ in last["letters"]}
            return (
                last["messages"] >= len(self.post.dispositions)
                and "pending" not in last["dispositions"].values()
                and set(last["drafts"]) <= {"approved"}
                and len(last["letters"]) == len(last["cases"])
                and "ready" not in stages
            )

        try:
            until(quiet, "a settled state", seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{_short(last)}\n{nursery.logs()}") from None
        nursery.kill(["send", "work-2"] if "work-2" in self.programs else ["send"])
        nursery.run("late-sweep")
        return nursery.look()


def _hand_over(raw: bytes, port: int) -> None:
    """Hand a message over by SMTP until it is accepted, as every mail server does."""
    for _ in range(400):
        try:
            with smtplib.SMTP("127.0.0.1", port, timeout=20) as server:
                server.sendmail("relay@example.org", [OURS], raw)
        except (OSError, smtplib.SMTPException):
            threading.Event().wait(0.1)
        else:
            return


def _short(found: dict[str, Any]) -> str:
    """Return how much there is of everything, then as much of it as is not too long."""
    counted = {
        "dispositions": Counter(found["dispositions"].values()),
        "drafts": Counter(found["drafts"]),
        "letters": Counter(stage for _, _, stage, _ in found["letters"]),
        "cases": len(found["cases"]),
    }
    whole = {name: value for name, value in found.items() if name != "page"}
    return f"{counted}\n{json.dumps(whole)[:2000]}"


def faults(kills: Kills, found: dict[str, Any]) -> list[str]:
    """Return everything that was lost, doubled, misfiled or hidden; none where all is well."""
    return [*_faults_coming_in(kills.post, found), *_faults_going_out(kills.sink, found)]


def _faults_coming_in(expected: Post, found: dict[str, Any]) -> list[str]:
    """Compare messages, dispositions and cases with what people wrote."""
    said = []
    if found["dispositions"] != expected.dispositions:
        both = set(found["dispositions"].items()) ^ set(expected.dispositions.items())
        said.append(f"Dispositions differ: {sorted(both)[:6]}; held: {found['held']}")
    if found["messages"] != len(expected.dispositions) or found["raw"] != found["messages"]:
        said.append(f"{found['messages']} messages, {found['raw']} raw")
    if Counter(found["cases"]) != Counter(set(expected.cases.values())):
        said.append(f"Cases differ: {Counter(found['cases'])}")
    filed = {(message_id, person) for message_id, person, _ in found["filed"]}
    if filed != set(expected.cases.items()) or len(found["filed"]) != len(filed):
        said.append("Messages stand on the wrong cases, or twice on one")
    return said


def _faults_going_out(sink: SmtpSink, found: dict[str, Any]) -> list[str]:
    """Compare what arrived at the mail server with what the letters' rows say."""
    said = []
    copies = Counter(_message_id(letter.message) for letter in sink.arrived)
    for message_id, recipient, stage, reference in found["letters"]:
        allowed = {"sent": {1}, "unknown": {0, 1}}.get(stage, {-1})
        if copies[message_id] not in allowed:
            said.append(f"{reference} to {recipient}: {stage}, {copies[message_id]} copies")
        if stage == "unknown" and reference not in found["page"]:
            said.append(f"{reference} is in doubt, and no page says so")
    people = Counter(letter.recipient for letter in sink.arrived)
    said += [f"{person} got {count} letters" for person, count in people.items() if count > 1]
    if set(copies) - {letter[0] for letter in found["letters"]}:
        said.append("A letter left that nobody approved")
    return said


def _message_id(raw: bytes) -> str:
    head = raw.partition(b"\r\n\r\n")[0].decode("ascii", "replace")
    found = [line for line in head.split("\r\n") if line.lower().startswith("message-id:")]
    return found[0].partition(":")[2].strip() if found else ""
