"""The kept process: it loads what reads documents, and forks a bounded child for each of them.

Standard input is a socket. A request is one line of JSON with two open files: the document, and
the file for the answer. This process reads neither, so that no document can do anything to the
next one; it waits for its child and says with what status it ended, or that it was too late.

It ends when its owner does: then the socket closes, and where another process holds the socket
too, a pidfd tells (pidfd_open(2)), or the id of the parent where the system has none.
"""

import codecs
import gc
import json
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from math import inf
from typing import NoReturn

from assistant.adapters.documents import child

LATE = "late"
_REQUEST = 0
_LARGEST_REQUEST = 4096
_FILES = 2
# How often the id of the parent is looked at where nothing tells of its end.
_LOOK_SECONDS = 1.0
_PDEATHSIG = 1
# openpyxl would load numpy where it finds it, which takes a second and much memory.
_NOT_WANTED = ("numpy", "pandas")
# What the libraries ask for only while they read: loaded here, no child has to load it.
_CODECS = ("cp437", "cp1252", "latin-1", "utf-16-be", "utf-16-le")


def main(owner: int) -> None:
    """Serve the process `owner` until it ends or closes the socket."""
    # What is loaded stays; a child looks for what is left over of its own document.
    gc.disable()
    for name in _NOT_WANTED:
        sys.modules[name] = None  # type: ignore[assignment]  # this is how an import is refused
    for name in _CODECS:
        codecs.lookup(name)
    asked = socket.socket(fileno=_REQUEST)
    kept = _Kept(owner)
    while kept.wait(_REQUEST):
        line, files, _, _ = socket.recv_fds(asked, _LARGEST_REQUEST, _FILES)
        if not line.endswith(b"\n") or len(files) != _FILES:
            return
        status = kept.read(json.loads(line), files)
        asked.sendall(f"{status}\n".encode())


class _Kept:
    """What the kept process knows: whose it is, and how it learns that its owner is gone."""

    def __init__(self, owner: int) -> None:
        self._owner = owner
        self._own_id = os.getpid()
        self._bind = _bound_to_parent()
        self._owner_ends = _told_of_end(owner)
        self._loaded = 0

    def wait(self, for_file: int, until: float | None = None) -> bool:
        """Wait for a file to have something or to be closed; False where `until` comes first.

        `until` is a time of the monotonic clock. Ends this process if its owner has ended.
        """
        poll = select.poll()
        for each in {for_file, _REQUEST, *self._owner_ends}:
            poll.register(each, select.POLLIN)
        while os.getppid() == self._owner:
            left = inf if until is None else max(0.0, until - time.monotonic())
            pause = min(left, inf if self._owner_ends else _LOOK_SECONDS)
            told = {each for each, _ in poll.poll(None if pause == inf else 1000 * pause)}
            # The owner never speaks before it has been answered: else the socket has closed.
            if told - {for_file}:
                break
            if told or not left:
                return bool(told)
        sys.exit()

    def read(self, told: dict[str, object], files: Sequence[int]) -> int | str:
        """Read a document in a child; return its status as subprocess.Popen has it, or LATE."""
        kind = str(told.pop("kind"))
        bounds = child.Bounds(**told)  # type: ignore[arg-type]  # as reader.py wrote them
        until = time.monotonic() + bounds.patience
        self._load(kind)
        ends, alive = os.pipe()
        number = os.fork()
        if not number:
            self._become_child(lambda: child.answer(kind, bounds), files, ends)
        for each in (*files, alive):
            os.close(each)
        try:
            in_time = self.wait(ends, until)
        finally:
            # It has ended, or shall. (The pipe closes when the status is settled already.)
            os.kill(number, signal.SIGKILL)
            _, status = os.waitpid(number, 0)
            os.close(ends)
        return os.waitstatus_to_exitcode(status) if in_time else LATE

    def _load(self, kind: str) -> None:
        """Load what reads a kind, so that no child has to; and keep it shared with all children."""
        child.reader_of(kind)
        if len(sys.modules) != self._loaded:
            self._loaded = len(sys.modules)
            gc.freeze()

    def _become_child(
        self, answer: Callable[[], None], files: Sequence[int], ends: int
    ) -> NoReturn:
        """Read one document, and end; nothing of the kept process but its code is at hand."""
        status = 1
        try:
            self._bind(self._own_id)
            document, output = files
            os.dup2(document, 0)
            os.dup2(output, 1)
            for each in (*files, ends, *self._owner_ends):
                os.close(each)
            gc.enable()
            answer()
            status = 0
        finally:
            os._exit(status)


def _told_of_end(owner: int) -> tuple[int, ...]:
    """Return a file that has something to say when the process `owner` ends, if there is one."""
    try:
        return (os.pidfd_open(owner),)
    except (AttributeError, OSError):
        return ()


def _bound_to_parent() -> Callable[[int], None]:
    """Return what lets the kernel end a child when the process with a given id ends (prctl(2))."""
    if not sys.platform.startswith("linux"):
        return lambda _parent: None
    # Only this process needs it, and it is slow to load.
    import ctypes

    prctl = ctypes.CDLL(None).prctl

    def bind(parent: int) -> None:
        prctl(_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            sys.exit()

    return bind
