"""The file in which a person's sign-in is kept, for several processes and for their owner alone."""

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from assistant.domain.errors import TryAgainLater

PATIENCE = 60.0
LOOK_AGAIN = 0.05
OWNER_ONLY = 0o600


class TokenFile:
    """Tokens of one mailbox under the data folder, written whole or not at all."""

    def __init__(self, folder: Path, address: str) -> None:
        """Name the file by the mailbox's address; nothing is made before something is kept."""
        self.path = folder / f"{quote(address.lower(), safe='@')}.json"

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Keep every other process out, as a token that renews itself is good for one use only.

        Raises TryAgainLater where another one keeps it for longer than any sign-in takes.
        """
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(self.path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, OWNER_ONLY)
        try:
            self._wait_for(lock)
            yield
        finally:
            os.close(lock)

    def read(self) -> str:
        """Return what is kept; empty where nothing is."""
        try:
            return self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def write(self, text: str) -> None:
        """Replace what is kept, so that a reader sees the old or the new and nothing between."""
        written = self.path.with_suffix(".new")
        descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            os.fchmod(descriptor, OWNER_ONLY)
            file.write(text)
            file.flush()
            os.fsync(descriptor)
        written.replace(self.path)

    def _wait_for(self, lock: int) -> None:
        give_up = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > give_up:
                    raise TryAgainLater(
                        f"Another process has kept {self.path} for a minute. It will be tried "
                        "again; if this goes on, end that process."
                    ) from None
                time.sleep(LOOK_AGAIN)
            else:
                return
