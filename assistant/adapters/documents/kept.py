"""The owner's side of the kept processes that read documents: started, asked and ended here."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from assistant.adapters.documents.forking import LATE

_PROGRAM = (
    "import sys; owner = int(sys.argv[1]); sys.path[:] = sys.argv[2:]; "
    "from assistant.adapters.documents.forking import main; main(owner)"
)
# After so many documents a kept process is replaced, so that nothing can pile up in it.
MOST_DOCUMENTS = 500
# Threads that read at the same time have a kept process each; so many stay when all are done.
_MOST_IDLE = 2
_LARGEST_ANSWER = 100


class BrokenError(Exception):
    """The kept process has ended, says nothing, or says what nobody understands."""


class SilentError(BrokenError):
    """The kept process says nothing."""


class Kept:
    """One kept process, for one thread at a time."""

    def __init__(self) -> None:
        """Start it by this very interpreter, without any of our settings or passwords."""
        paths = [os.path.abspath(each) for each in sys.path]  # noqa: PTH100 - "" is this folder here
        self.documents = 0
        self._owner = os.getpid()
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, no text from outside
                [sys.executable, "-I", "-S", "-c", _PROGRAM, str(self._owner), *paths],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={"PATH": os.defpath, "LANG": "C.UTF-8"},
                start_new_session=True,
            )

    def ask(
        self, told: Mapping[str, object], document: int, answer: int, patience: float
    ) -> int | None:
        """Let one document be read; return its reader's status, None if that took too long.

        `told` says what it is and what it may use; `document` and `answer` are open files, which
        are handed over. Raises BrokenError, or SilentError where nothing is said for `patience`
        seconds.
        """
        self._socket.settimeout(patience)
        try:
            request = json.dumps(told).encode() + b"\n"
            socket.send_fds(self._socket, [request], [document, answer])
            said = self._socket.recv(_LARGEST_ANSWER).decode()
            return None if said == f"{LATE}\n" else int(said)
        except TimeoutError as error:
            raise SilentError from error
        except (OSError, ValueError) as error:
            raise BrokenError from error

    def end(self) -> None:
        """End it with all that it started, at once: it holds nothing that could be lost.

        A process that was forked off its owner only lets go of it.
        """
        self._socket.close()
        if os.getpid() != self._owner:
            self._process.poll()
        elif self._process.returncode is None:
            # Its session first: its id is nobody else's until it has been waited for.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


class KeptProcesses:
    """The kept processes of this process: a thread takes one and gives it back."""

    def __init__(self, most_documents: int = MOST_DOCUMENTS) -> None:
        """Start nothing yet; each will be replaced after `most_documents`."""
        self.owner = os.getpid()
        self._most_documents = most_documents
        self._lock = threading.Lock()
        self._idle: list[Kept] = []

    @contextmanager
    def one(self, *, new: bool = False) -> Iterator[Kept]:
        """Lend a kept process, one just started if `new`; it is ended if anything goes wrong."""
        with self._lock:
            kept = None if new or not self._idle else self._idle.pop()
        kept = kept or Kept()
        kept.documents += 1
        stays = False
        try:
            yield kept
            stays = kept.documents < self._most_documents and self._take_back(kept)
        finally:
            if not stays:
                kept.end()

    def _take_back(self, kept: Kept) -> bool:
        """Keep one for the next document, unless there are enough."""
        with self._lock:
            room = len(self._idle) < _MOST_IDLE
            if room:
                self._idle.append(kept)
        return room

    def end(self) -> None:
        """End those that nobody uses at the moment; in a process forked off, let go of them."""
        if os.getpid() == self.owner:
            with self._lock:
                idle, self._idle = self._idle, []
        else:
            # The lock may be held for ever here, by a thread that was not forked along.
            idle, self._idle = self._idle, []
        for each in idle:
            each.end()
