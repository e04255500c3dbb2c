"""The Chroma server as a child process, on this machine only, one for each folder of vectors.

Several processes that open such a folder themselves lose vectors without a word; over a server they
lose none. A lock on the folder holds the rule, and lives as long as the server's own process.
"""

import contextlib
import fcntl
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from assistant.domain.errors import NotAllowed, TryAgainLater

LOCK_NAME = "owner.lock"
LOG_NAME = "chroma.log"
HOST = "127.0.0.1"
# Settings meant for another Chroma, or for sending measurements somewhere, are not for this one.
FOREIGN_SETTINGS = ("CHROMA_", "OTEL_")


class ChromaServer:
    """A Chroma server over one folder; start it, or use it in a `with` statement."""

    def __init__(
        self, folder: Path, port: int = 0, *, patience: float = 60.0, host: str = HOST
    ) -> None:
        """Remember where the vectors are; port 0 takes a free one, `patience` is in seconds.

        `host` is the address it listens on, 0.0.0.0 for all. It asks nobody who they are: any but
        loopback has to be a network that nobody else reaches.
        """
        self._folder = folder
        self._host = host
        self._port = port
        self._patience = patience
        self._child: subprocess.Popen[bytes] | None = None
        self.url = ""

    def start(self) -> str:
        """Start the server, wait until it answers, and return its address.

        Raises NotAllowed when another server has the folder, TryAgainLater when it does not start.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        port = _free_port(self._port)
        self.url = f"http://{self._reached_at}:{port}"
        lock = _locked(self._folder, self.url)
        try:
            self._child = self._launched(port, lock)
        finally:
            # The child keeps the lock now; it goes when the child does, even if this process dies.
            os.close(lock)
        self._wait_until_it_answers(port)
        return self.url

    def stop(self) -> None:
        """End the server and wait until it has; no error if it has ended already."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            child.stdin.close()
        for end in (child.terminate, child.kill):
            try:
                child.wait(timeout=10)
            except subprocess.TimeoutExpired:
                end()
        child.wait()

    @property
    def _reached_at(self) -> str:
        """The address at which this machine reaches it."""
        return HOST if self._host in {"0.0.0.0", "::"} else self._host  # noqa: S104 - compared

    @property
    def pid(self) -> int:
        """The process that serves, or 0 while none does."""
        return self._child.pid if self._child else 0

    def __enter__(self) -> Self:
        """Start the server."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the server."""
        self.stop()

    def _launched(self, port: int, lock: int) -> subprocess.Popen[bytes]:
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(FOREIGN_SETTINGS)
        }
        with (self._folder / LOG_NAME).open("wb") as log:
            return subprocess.Popen(  # noqa: S603 (our own script, by this very interpreter)
                # -P: the folder of the script must not shadow installed libraries.
                [
                    sys.executable,
                    "-P",
                    str(Path(__file__).with_name("chroma_child.py")),
                    str(self._folder),
                    self._host,
                    str(port),
                ],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**environment, "ANONYMIZED_TELEMETRY": "False", "RUST_LOG": "warn"},
                pass_fds=(lock,),
                # Ctrl-C in a terminal is for the parent, which then ends the server in order.
                start_new_session=True,
            )

    def _wait_until_it_answers(self, port: int) -> None:
        give_up = time.monotonic() + self._patience
        while time.monotonic() < give_up and self._child is not None:
            if self._child.poll() is not None:
                break
            if _answers(self._reached_at, port):
                return
            time.sleep(0.05)
        self.stop()
        raise TryAgainLater(
            f"The Chroma server does not start; its reasons are in {self._folder / LOG_NAME}."
        )


def running_at(folder: Path) -> str:
    """Return the address of the server that has `folder` now, or an empty string if none has."""
    try:
        lock = os.open(folder / LOCK_NAME, os.O_RDWR)
    except FileNotFoundError:
        return ""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return _written(lock)
    finally:
        os.close(lock)
    return ""


def _locked(folder: Path, url: str) -> int:
    """Take the folder's lock, note `url` in it, and return its file descriptor."""
    lock = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        owner = _written(lock) or "another process"
        os.close(lock)
        raise NotAllowed(
            f"The folder {folder} is in use by the Chroma server at {owner}. Two servers on one "
            "folder lose vectors: set CHROMA_URL to that address, or stop that server first."
        ) from error
    os.ftruncate(lock, 0)
    os.pwrite(lock, json.dumps({"url": url}).encode(), 0)
    return lock


def _written(lock: int) -> str:
    with contextlib.suppress(ValueError, KeyError, TypeError):
        return str(json.loads(os.pread(lock, 4096, 0))["url"])
    return ""


def _free_port(wanted: int) -> int:
    """Return `wanted`, or any free port for 0; a server already there would seem to be ours."""
    try:
        with socket.create_server((HOST, wanted)) as probe:
            return int(probe.getsockname()[1])
    except OSError as error:
        raise TryAgainLater(
            f"Something else has port {wanted} of this machine. Stop it, or choose another port."
        ) from error


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/api/v2/heartbeat")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
