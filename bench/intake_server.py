"""What the measurements of intake share: data folders, programs that wait, and mails."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.dovecot import PASSWORD, Dovecot

ROOT = Path(__file__).resolve().parent.parent


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

    def __init__(
        self, what: str, folder: Path, server: Dovecot, user: str, python: str = sys.executable
    ) -> None:
        """Start it; `python` is the interpreter, of an environment of its own maybe."""
        script = ROOT / "bench" / "intake_parts.py"
        self._child = subprocess.Popen(  # noqa: S603 - an interpreter and a script of ours
            [python, str(script), what, str(server.port), user, PASSWORD, str(folder)],
            cwd=folder,
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


def run(what: str, folder: Path, server: Dovecot, user: str) -> dict[str, Any]:
    """Run one program in a data folder; return its figures."""
    program = Program(what, folder, server, user)
    program.begin()
    return program.figures()


def mails_in(folder: Path, copies: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield the name and bytes of each file; further copies have Message-IDs of their own."""
    for copy in range(copies):
        for file in sorted(folder.iterdir()):
            raw = file.read_bytes()
            if copy:
                raw = raw.replace(b"Message-ID: <", b"Message-ID: <%d." % copy, 1)
            # A size in the name (,S=) would no longer be right.
            yield f"{copy}-{file.name.partition(',')[0]}", raw
