"""Measure taking mail by LMTP: messages a second on 1 and 8 connections, and memory when large."""

import argparse
import os
import re
import smtplib
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
        "FOI_LISTEN_PROTOCOL": "lmtp",
        "FOI_LISTEN_PORT": "0",
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        **({"DATABASE_URL": database} if database else {}),
    }
    command = [sys.executable, "-m", "assistant"]
    subprocess.run([*command, "prepare"], env=environ, cwd=folder, check=True)  # noqa: S603 - ours
    program = subprocess.Popen(  # noqa: S603 - ours
        [*command, "listen"], env=environ, cwd=folder, stdout=subprocess.PIPE, text=True
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


def letter(name: str, size: int) -> bytes:
    """Return one e-mail of about `size` bytes."""
    head = f"From: alex@example.org\r\nTo: {US}\r\nSubject: Cars\r\nMessage-ID: <{name}@x>\r\n\r\n"
    return head.encode() + TEXT * (size // len(TEXT) + 1)


def hand_over(port: int, name: str, number: int, size: int) -> None:
    """Hand over some e-mails on one connection."""
    with smtplib.LMTP("127.0.0.1", port) as server:
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


def main() -> None:
    """Print rates, then memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=2000, help="e-mails for each rate (2000)")
    parser.add_argument("--database", default="", help="address of an empty PostgreSQL database")
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        listening(Path(folder), given.database) as (port, pid),
    ):
        for size in (2_000, 60_000):
            for connections in (1, 8):
                found = rate(port, connections, given.number, size)
                sys.stdout.write(
                    f"{size} bytes, {connections} connection(s): {found:.0f} a second\n"
                )
        sys.stdout.write(f"peak memory: {peak(pid):.0f} MB\n")
        for connections in (1, 8):
            rate(port, connections, connections, LARGE)
            sys.stdout.write(
                f"{connections} of {LARGE // 1_000_000} MB at once, peak memory: "
                f"{peak(pid):.0f} MB\n"
            )


if __name__ == "__main__":
    main()
