"""Measure taking mail by SMTP: messages a second on 1 and 8 connections, and memory when large.

Beside it, the least that could be done: aiosmtpd with one committed SQLite insert for each mail.
"""

import argparse
import asyncio
import os
import re
import smtplib
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

ROOT = Path(__file__).resolve().parent.parent
US = "foi@northshire.police.example"
TEXT = b"How many cars did you own in 2023, and how many of them were electric?\r\n"
LARGE = 50_000_000


@contextmanager
def listening(folder: Path, database: str) -> Iterator[tuple[int, int]]:
    """Run the command on an empty database; give its port and its process id."""
    environ = {
        **{name: value for name, value in os.environ.items() if not name.startswith("FOI_")},
        "FOI_DATA_FOLDER": str(folder),
        "FOI_MAILBOX_ADDRESS": US,
        "FOI_LISTEN_PORT": "0",
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        **({"DATABASE_URL": database} if database else {}),
    }
    command = [sys.executable, "-m", "assistant"]
    subprocess.run([*command, "prepare"], env=environ, cwd=folder, check=True)  # noqa: S603 - ours
    with started([*command, "listen"], folder, environ) as found:
        yield found


@contextmanager
def started(command: list[str], folder: Path, environ: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Run a program that prints its port; give the port and its process id."""
    program = subprocess.Popen(  # noqa: S603 - ours
        command, env=environ, cwd=folder, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None  # noqa: S101 - it was asked for as a pipe
    try:
        found = re.search(r"port (\d+)", program.stdout.readline())
        if found is None:
            raise SystemExit("The listener did not start.")
        yield int(found[1]), program.pid
    finally:
        program.terminate()
        program.wait()


class Bare:
    """The least that a durable server does for a mail."""

    def __init__(self, file: Path) -> None:
        """Make the table."""
        self._database = sqlite3.connect(file, check_same_thread=False)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=FULL")
        self._database.execute("CREATE TABLE mail (raw BLOB)")

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - the library's name
        """Insert and commit."""
        self._database.execute("INSERT INTO mail VALUES (?)", [envelope.content])
        self._database.commit()
        return "250 OK"


async def serve_bare(file: Path) -> None:
    """Serve until killed."""
    bare = Bare(file)
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(bare, data_size_limit=None, hostname="x"), "127.0.0.1", 0
    )
    sys.stdout.write(f"port {server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


def letter(name: str, size: int) -> bytes:
    """Return one e-mail of about `size` bytes."""
    head = f"From: alex@example.org\r\nTo: {US}\r\nSubject: Cars\r\nMessage-ID: <{name}@x>\r\n\r\n"
    return head.encode() + TEXT * (size // len(TEXT) + 1)


def hand_over(port: int, name: str, number: int, size: int) -> None:
    """Hand over some e-mails on one connection."""
    with smtplib.SMTP("127.0.0.1", port) as server:
        for each in range(number):
            server.sendmail("alex@example.org", [US], letter(f"{name}-{each}", size))


def rate(port: int, connections: int, number: int, size: int) -> float:
    """Return messages a second."""
    began = time.perf_counter()
    name = f"{connections}-{size}-{began}"
    threads = [
        threading.Thread(
            target=hand_over, args=(port, f"{name}-{each}", number // connections, size)
        )
        for each in range(connections)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return number / (time.perf_counter() - began)


def peak(pid: int) -> float:
    """Return the most memory a process has had, in MB (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def tell_rates(who: str, port: int, number: int) -> None:
    """Print messages a second, small and larger, on one connection and on eight."""
    for size in (2_000, 60_000):
        for connections in (1, 8):
            found = rate(port, connections, number, size)
            sys.stdout.write(
                f"{who}: {size} bytes, {connections} connection(s): {found:.0f} a second\n"
            )


def main() -> None:
    """Print rates, then memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=2000, help="e-mails for each rate (2000)")
    parser.add_argument("--database", default="", help="address of an empty PostgreSQL database")
    parser.add_argument("--serve-bare", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve_bare:
        asyncio.run(serve_bare(given.serve_bare))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        bare = [sys.executable, str(Path(__file__).resolve())]
        with started([*bare, "--serve-bare", "bare"], folder, dict(os.environ)) as (port, _):
            tell_rates("bare", port, given.number)
        with listening(folder, given.database) as (port, pid):
            tell_rates("ours", port, given.number)
            sys.stdout.write(f"peak memory: {peak(pid):.0f} MB\n")
            for connections in (1, 8):
                rate(port, connections, connections, LARGE)
                sys.stdout.write(
                    f"{connections} of {LARGE // 1_000_000} MB at once, peak memory: "
                    f"{peak(pid):.0f} MB\n"
                )


if __name__ == "__main__":
    main()
