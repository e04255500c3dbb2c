"""Measure taking mail in, side by side with a bare client and with another program, on a Dovecot.

    python -m bench.intake FOLDER-OF-MAILS [--rounds 5] [--only bare intake parse cases others]

Each round runs every contestant once, one after another, so that whatever else the machine does
meets them alike. The median of each is told, and the medians of the ratios within a round.
`others` is django-mailbox, in an environment of its own that is made under a temporary folder.
"""

import argparse
import contextlib
import json
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.intake_server import Program, data_folder, mails_in, run
from tests.dovecot import Dovecot, running_dovecot

USER = "bench"
CONTESTANTS = {
    "bare": "bare client: fetch in batches of 200, one committed insert a mail",
    "intake": "poll --once: bytes, message, delivery, task and mark committed",
    "parse": "bare client: fetch in batches of 200, parse with a hybrid of the standard library",
    "cases": "poll --once and workers side by side, until every mail has its disposition",
    "others": "django-mailbox: get_new_mail with SQLite",
}
RATIOS = (("intake", "bare", 0.6), ("cases", "parse", 0.6), ("intake", "others", 3.0))


def alone(what: str, server: Dovecot) -> dict[str, Any]:
    """Run one program by itself, in a new data folder."""
    with data_folder(server, USER) as folder:
        return run(what, folder, server, USER)


def to_cases(server: Dovecot, expected: int, workers: int) -> dict[str, Any]:
    """Run the poller and workers side by side until every message has its disposition."""
    with data_folder(server, USER) as folder:
        programs = [Program("worker", folder, server, USER) for _ in range(workers)]
        poller = Program("intake", folder, server, USER)
        began = time.perf_counter()
        for program in (*programs, poller):
            program.begin()
        ours = sqlite3.connect(folder / "foi-assistant.sqlite3", timeout=30)
        with contextlib.closing(ours):
            query = "SELECT count(*), sum(disposition = 'pending') FROM store_message"
            while ours.execute(query).fetchone() != (expected, 0):
                time.sleep(0.05)
            seconds = time.perf_counter() - began
            shares = dict(
                ours.execute("SELECT disposition, count(*) FROM store_message GROUP BY 1")
            )
        poller.figures()
        for program in programs:
            program.stop()
        return {"seconds": seconds, "count": expected, "dispositions": shares}


@contextlib.contextmanager
def other_environment() -> Iterator[str]:
    """Make an environment with django-mailbox; give its interpreter."""
    folder = Path(tempfile.mkdtemp(prefix="bench-others-"))
    try:
        venv.create(folder, with_pip=True)
        python = str(folder / "bin" / "python")
        subprocess.run(  # noqa: S603 - the interpreter made above
            [python, "-m", "pip", "install", "--quiet", "django-mailbox", "django<6", "setuptools"],
            check=True,
        )
        yield python
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def others(server: Dovecot, mails: Path, number: int, python: str) -> dict[str, Any]:
    """Run django-mailbox on a mailbox of its own: it deletes what it has read."""
    user = f"{USER}-{number}"
    server.fill(user, mails_in(mails))
    # The server lists its files first, as it has done for the mailbox of all others.
    with server.client(user) as client:
        client.select_folder("INBOX", readonly=True)
    with tempfile.TemporaryDirectory(prefix="bench-others-") as folder:
        program = Program("others", Path(folder), server, user, python)
        program.begin()
        return program.figures()


def table(rounds: list[dict[str, float]]) -> str:
    """Return the medians and the ratios as a table in Markdown."""
    lines = ["| what | mails a second |", "| --- | --- |"]
    for what in rounds[0]:
        median = statistics.median(one[what] for one in rounds)
        lines.append(f"| {CONTESTANTS[what]} | {median:,.0f} |")
    lines += ["", "| ratio | median | least | most | wanted |", "| --- | --- | --- | --- | --- |"]
    for what, to, wanted in RATIOS:
        if {what, to} <= rounds[0].keys():
            found = sorted(one[what] / one[to] for one in rounds)
            middle = statistics.median(found)
            lines.append(
                f"| {what} / {to} | {middle:.2f} | {found[0]:.2f} | {found[-1]:.2f} | {wanted} |"
            )
    return "\n".join(lines)


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mails", type=Path, help="a folder with one message a file")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--workers", type=int, default=2, help="for cases (2)")
    parser.add_argument("--only", nargs="*", default=list(CONTESTANTS), choices=list(CONTESTANTS))
    arguments = parser.parse_args()
    expected = sum(1 for _ in arguments.mails.iterdir())
    rounds: list[dict[str, float]] = []
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(running_dovecot())
        python = stack.enter_context(other_environment()) if "others" in arguments.only else ""
        server.fill(USER, mails_in(arguments.mails))
        alone("parse", server)  # so that Dovecot has read and indexed its files
        for number in range(arguments.rounds):
            rates = {}
            for what in arguments.only:
                if what == "cases":
                    got = to_cases(server, expected, arguments.workers)
                elif what == "others":
                    got = others(server, arguments.mails, number, python)
                else:
                    got = alone(what, server)
                rates[what] = got["count"] / got["seconds"]
                sys.stderr.write(f"{what}: {rates[what]:.0f}/s {got}\n")
            rounds.append(rates)
    sys.stdout.write(f"{table(rounds)}\n\n{json.dumps(rounds)}\n")


if __name__ == "__main__":
    main()
