"""Mail servers hand mail over to the real command, which is killed, full, locked and in company."""

import json
import os
import random
import re
import shutil
import signal
import smtplib
import sqlite3
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.e2e.installation import Installation
from tests.environment import LISTENER_KILLS, ROOT
from tests.letters import mail
from tests.postgresql import empty_database

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

US = "foi@northshire.police.example"
PLUS = "foi+x@northshire.police.example"
ASK = """
import json
from assistant import bootstrap
bootstrap.start()
from assistant.store.models import Delivery, Message, RawMessage
from collections import Counter
print(json.dumps({
    "messages": Message.objects.count(), "raw": RawMessage.objects.count(),
    **Counter(Delivery.objects.values_list("via", flat=True)),
}))
"""
# A poller whose mailbox holds the same hundred mails; it begins when it is told to.
POLL = """
import sys
from assistant import bootstrap
bootstrap.start()
from assistant.services.poll_mailboxes import poll_once
from tests.e2e.test_listener import hundred
from tests.fakes import FakeMailbox
mailbox = FakeMailbox()
for raw in hundred():
    mailbox.put(raw)
print("ready", flush=True)
sys.stdin.readline()
poll_once({"foi@northshire.police.example": lambda: mailbox}, clock=bootstrap.clock())
"""


def letter(number: int) -> bytes:
    text = f"How many cars numbered {number} did you own in 2023?"
    return mail(text, message_id=f"<{number}@example.org>", subject=f"Cars {number}")


def hundred() -> list[bytes]:
    return [letter(number) for number in range(100)]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def prepared(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    """Set up Northshire Police once, on each database."""
    folder = tmp_path_factory.mktemp("northshire")
    settings = {"FOI_LISTEN_PORT": "0", "PYTHONUNBUFFERED": "1", "FOI_IMAP_HOST": "127.0.0.1"}
    made = Installation(folder, settings)
    with ExitStack() as stack:
        if request.param == "postgresql":
            server = request.getfixturevalue("postgresql_server")
            made.settings["DATABASE_URL"] = stack.enter_context(empty_database(server))
        made.run("prepare")
        yield made


@pytest.fixture
def installation(prepared: Installation) -> Installation:
    """Return the installation with settings of the test's own; it listens for LMTP."""
    return replace(prepared, settings=prepared.settings | {"FOI_LISTEN_PROTOCOL": "lmtp"})


@contextmanager
def listening(
    installation: Installation, *words: str
) -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    """Run the listener; give its port and its process."""
    program = installation.start(*(words or ("-m", "assistant", "listen")))
    assert program.stdout is not None
    try:
        said = program.stdout.readline().decode()
        found = re.search(r"port (\d+)", said)
        assert found, said
        yield int(found[1]), program
    finally:
        program.kill()
        program.communicate(timeout=30)


def hand_over(port: int, raws: Sequence[bytes], recipients: Sequence[str] = (US,)) -> list[bool]:
    """Hand over mails on one connection; say of each whether 250 was said."""
    told = []
    with smtplib.LMTP("127.0.0.1", port, timeout=60) as server:
        for raw in raws:
            try:
                told.append(server.sendmail("alex@example.org", recipients, raw) == {})
            except (smtplib.SMTPDataError, smtplib.SMTPServerDisconnected, ConnectionError):
                told.append(False)
    return told


def _asked(installation: Installation) -> dict[str, int]:
    program = installation.start("-c", ASK)
    said, _ = program.communicate(timeout=90)
    assert program.returncode == 0, said.decode()
    return Counter(json.loads(said.decode().splitlines()[-1]))


def test_pythons_own_clients_hand_over_mail_by_either_protocol(
    installation: Installation,
) -> None:
    before = _asked(installation)
    with listening(installation) as (port, program):
        assert hand_over(port, [letter(1001)]) == [True]
        program.terminate()
        assert program.wait(30) == 0
    installation.settings["FOI_LISTEN_PROTOCOL"] = "smtp"
    with listening(installation) as (port, program):
        with smtplib.SMTP("127.0.0.1", port, timeout=60) as server:
            assert server.sendmail("alex@example.org", [US, PLUS], letter(1002)) == {}
            with pytest.raises(smtplib.SMTPRecipientsRefused):
                server.sendmail("alex@example.org", ["alex@example.org"], letter(1003))
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == 0

    new = _asked(installation)
    new.subtract(before)
    assert (new["messages"], new["raw"], new["lmtp"], new["smtp"]) == (2, 2, 1, 2)


class Mortal:
    """Listeners of one installation, each of which dies at a point."""

    def __init__(self, installation: Installation) -> None:
        self.program = installation.start(str(ROOT / "tests" / "e2e" / "killed_listener.py"))

    def _told(self, pattern: str) -> re.Match[str]:
        assert self.program.stdout is not None
        said = self.program.stdout.readline().decode()
        found = re.fullmatch(pattern, said.strip())
        assert found, said
        return found

    def hand_over(self, number: int, point: str, patience: float) -> bool:
        """Hand over one mail to a listener that dies of it; say whether it still said 250.

        Without a point it is killed from outside, after so many seconds.
        """
        assert self.program.stdin is not None
        self.program.stdin.write(f"{point}\n".encode())
        self.program.stdin.flush()
        found = self._told(r"(\d+) .*port (\d+)")
        if not point:
            threading.Timer(patience, os.kill, (int(found[1]), signal.SIGKILL)).start()
        try:
            told = hand_over(int(found[2]), [letter(number)])[0]
        except (smtplib.SMTPException, OSError):
            told = False
        self._told(f"ended -{signal.SIGKILL:d}")
        return told


def test_killed_between_the_data_and_its_answer_it_loses_and_doubles_nothing(
    installation: Installation,
) -> None:
    before = _asked(installation)["messages"]
    rounds = LISTENER_KILLS // (2 if "DATABASE_URL" in installation.settings else 1)
    chance = random.Random(20)  # noqa: S311 - moments, no secrets
    points = [("before", "within", "after", "")[number % 4] for number in range(rounds)]
    mortal = Mortal(installation)
    told = [
        mortal.hand_over(2000 + number, point, chance.uniform(0.002, 0.02))
        for number, point in enumerate(points)
    ]
    mortal.program.communicate(timeout=30)
    between = _asked(installation)["messages"] - before

    # The mail server keeps what was not acknowledged, and brings it again.
    with listening(installation) as (port, _):
        again = [letter(2000 + number) for number, said in enumerate(told) if not said]
        assert all(hand_over(port, again))

    assert not any(said for said, point in zip(told, points, strict=True) if point)
    assert between >= sum(told) + points.count("after")
    after = _asked(installation)
    assert after["messages"] - before == rounds
    assert after["raw"] == after["messages"]


def test_two_servers_and_a_poller_bring_the_same_hundred_mails_once_each(
    installation: Installation,
) -> None:
    before = _asked(installation)
    poller = installation.start("-c", POLL)
    assert poller.stdout is not None
    assert poller.stdout.readline() == b"ready\n"
    told: list[list[bool]] = []
    with listening(installation) as (port, _):
        orders = (hundred(), hundred()[::-1])
        threads = [
            threading.Thread(target=lambda raws=raws: told.append(hand_over(port, raws)))
            for raws in orders
        ]
        for thread in threads:
            thread.start()
        said, _rest = poller.communicate(b"go\n", timeout=90)
        for thread in threads:
            thread.join(90)

    assert poller.returncode == 0, said.decode()
    assert told == [[True] * 100] * 2
    new = _asked(installation)
    new.subtract(before)
    assert (new["messages"], new["raw"], new["lmtp"], new["imap"]) == (100, 100, 200, 100)


@pytest.fixture(scope="module")
def prepared_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a database with nothing in it but Northshire Police."""
    folder = tmp_path_factory.mktemp("northshire")
    Installation(folder).run("prepare")
    return folder / "foi-assistant.sqlite3"


@pytest.fixture
def on_sqlite(tmp_path: Path, prepared_sqlite: Path) -> Installation:
    """Set up Northshire Police on SQLite, which waits a second for a lock, not thirty."""
    file = shutil.copy(prepared_sqlite, tmp_path / "foi.sqlite3")
    settings = {"FOI_LISTEN_PROTOCOL": "lmtp", "DATABASE_URL": f"sqlite:///{file}?timeout=1"}
    return Installation(tmp_path, settings | {"FOI_LISTEN_PORT": "0", "PYTHONUNBUFFERED": "1"})


def test_while_the_database_is_locked_mail_stays_with_its_server(on_sqlite: Installation) -> None:
    with listening(on_sqlite) as (port, _):
        other = sqlite3.connect(on_sqlite.folder / "foi.sqlite3", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        while_locked = hand_over(port, [letter(1)])
        other.execute("ROLLBACK")
        other.close()

        assert (while_locked, hand_over(port, [letter(1)])) == ([False], [True])
    assert _asked(on_sqlite)["messages"] == 1


# Runs the command with a disk on which no file grows beyond a megabyte.
ON_A_SMALL_DISK = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
sys.argv = ["assistant", "listen"]
runpy.run_module("assistant", run_name="__main__")
"""


def test_on_a_full_disk_mail_stays_with_its_server(on_sqlite: Installation) -> None:
    noise = random.Random(7).randbytes(1_200_000).hex()  # noqa: S311 - bytes that do not compress
    large = mail(f"How many vans?\n\n{noise}", message_id="<large@example.org>")

    with listening(on_sqlite, "-c", ON_A_SMALL_DISK) as (port, _):
        while_full = hand_over(port, [large, letter(1)])
    with listening(on_sqlite) as (port, _):
        afterwards = hand_over(port, [large, letter(1)])

    assert while_full[0] is False
    assert afterwards == [True, True]
    assert _asked(on_sqlite)["messages"] == 2


def test_what_cannot_be_listened_for_is_said_in_a_line(on_sqlite: Installation) -> None:
    on_sqlite.settings["FOI_MAILBOX_ADDRESS"] = ""
    assert "FOI_MAILBOX_ADDRESS" in on_sqlite.run("listen", status=1)

    on_sqlite.settings["FOI_MAILBOX_ADDRESS"] = US
    on_sqlite.settings["FOI_LISTEN_CERTIFICATE"] = "none.pem"
    assert "there is no file" in on_sqlite.run("listen", status=2)
