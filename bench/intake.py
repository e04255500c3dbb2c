"""Measure taking mail in, side by side with a bare client, on a real Dovecot.

    python -m bench.intake FOLDER-OF-MAILS [--rounds 3] [--other django-mailbox]

Each round runs every contestant once, one after another, so that whatever else the machine does
meets them alike; the median of the rounds is told, as a table and as JSON.
"""

import argparse
import contextlib
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.dovecot import PASSWORD, Dovecot, running_dovecot

ROOT = Path(__file__).resolve().parent.parent
USER = "bench"


def environ(folder: Path, server: Dovecot, user: str) -> dict[str, str]:
    """Return what the assistant's programs see: one mailbox, a data folder, nothing else."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("FOI_", "DJANGO_")) and name != "DATABASE_URL"
    }
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "FOI_DATA_FOLDER": str(folder),
        "FOI_AUTHORITY_NAME": "Northshire Council",
        "FOI_MAILBOX_ADDRESS": "foi@council.example",
        "FOI_OWN_DOMAINS": "council.example",
        "FOI_IMAP_HOST": "127.0.0.1",
        "FOI_IMAP_PORT": str(server.port),
        "FOI_IMAP_SECURITY": "none",
        "FOI_IMAP_USER": user,
        "FOI_IMAP_PASSWORD": PASSWORD,
        "FOI_FIRST_START_ASKS_ABOVE": "10000000",
        "FOI_WORKER_INTERVAL": "0.05",
        "FOI_LOG_LEVEL": "WARNING",
    }


class Program:
    """One program that has loaded and waits to be told to begin."""

    def __init__(self, what: str, folder: Path, server: Dovecot, user: str) -> None:
        self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [
                sys.executable,
                *("-m", "bench.intake_parts", what, str(server.port), user, PASSWORD, str(folder)),
            ],
            cwd=ROOT,
            env=environ(folder, server, user),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        if self._line() != "ready":
            raise SystemExit(f"{what} did not start")

    def _line(self) -> str:
        assert self._child.stdout is not None  # noqa: S101 - it was asked for above
        return self._child.stdout.readline().strip()

    def begin(self) -> None:
        """Let it work."""
        assert self._child.stdin is not None  # noqa: S101 - it was asked for above
        self._child.stdin.write("\n")
        self._child.stdin.flush()

    def figures(self) -> dict[str, Any]:
        """Wait for its end; return what it printed."""
        found = json.loads(self._line() or "{}")
        self._child.wait(60)
        return dict(found)

    def stop(self) -> None:
        """End it in order, or else for sure."""
        self._child.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(20)
        self._child.kill()


@contextlib.contextmanager
def data_folder(server: Dovecot, user: str) -> Iterator[Path]:
    """Give a new data folder whose database is ready."""
    folder = Path(tempfile.mkdtemp(prefix="bench-intake-"))
    try:
        subprocess.run(
            [sys.executable, "-m", "assistant", "prepare"],
            cwd=ROOT,
            env=environ(folder, server, user),
            check=True,
            stdout=subprocess.DEVNULL,
        )
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def alone(what: str, server: Dovecot, user: str = USER) -> dict[str, Any]:
    """Run one program by itself; return its figures."""
    with data_folder(server, user) as folder:
        program = Program(what, folder, server, user)
        program.begin()
        return program.figures()


def to_cases(server: Dovecot, expected: int, workers: int = 1) -> dict[str, Any]:
    """Run the poller and a worker side by side until every message has its disposition."""
    with data_folder(server, USER) as folder:
        programs = [Program("worker", folder, server, USER) for _ in range(workers)]
        poller = Program("intake", folder, server, USER)
        began = time.perf_counter()
        for program in (*programs, poller):
            program.begin()
        ours = sqlite3.connect(folder / "foi-assistant.sqlite3", timeout=30)
        query = "SELECT count(*), sum(disposition = 'pending') FROM store_message"
        while ours.execute(query).fetchone() != (expected, 0):
            time.sleep(0.02)
        seconds = time.perf_counter() - began
        shares = dict(
            ours.execute("SELECT disposition, count(*) FROM store_message GROUP BY disposition")
        )
        poller.figures()
        for program in programs:
            program.stop()
        return {"seconds": seconds, "count": expected, "dispositions": shares}


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mails", type=Path, help="a folder with one message a file")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=["bare", "intake", "parse", "cases"])
    arguments = parser.parse_args()
    mails = {file.name: file.read_bytes() for file in sorted(arguments.mails.iterdir())}
    rates: dict[str, list[float]] = {what: [] for what in arguments.only}
    with running_dovecot() as server:
        server.fill(USER, mails)
        alone("parse", server)  # so that Dovecot has read and indexed its files
        for _ in range(arguments.rounds):
            for what in arguments.only:
                got = to_cases(server, len(mails)) if what == "cases" else alone(what, server)
                rates[what].append(got["count"] / got["seconds"])
                sys.stderr.write(f"{what}: {rates[what][-1]:.0f}/s {got}\n")
    sys.stdout.write(json.dumps({what: statistics.median(each) for what, each in rates.items()}))


if __name__ == "__main__":
    main()
