"""Several programs run as one: started in order, restarted when they crash, ended all together.

No part outlives the one that started it: each runs in a process group of its own, which is ended
as a whole, and on Linux the kernel ends a part whose parent was killed outright (prctl(2)).
"""

import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType
from typing import IO

from assistant.domain.errors import NotAllowed

BACK_OFF = (1.0, 2.0, 5.0, 10.0, 30.0)
STEADY_SECONDS = 60.0
LOOK_SECONDS = 0.1
KEPT_LINES = 20

# Runs in the child before its program: asks the kernel for SIGTERM when the parent dies, then
# becomes the program. (A preexec_fn is not safe where the parent has threads.) The parent may have
# died before the call, which the comparison with its id finds out.
_BOUND = """\
import ctypes, os, signal, sys
ctypes.CDLL(None, use_errno=True).prctl(1, signal.SIGTERM)
if os.getppid() != int(sys.argv[1]):
    sys.exit(0)
os.execvpe(sys.argv[2], sys.argv[2:], os.environ)
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One program among those that run together.

    `environ` is added to this process's own. `ready` is asked until it says True; without it a
    part counts as ready once it has lived for `settle` seconds, or at once if that is 0. A part
    that runs `once` has to end with status 0 before the next one starts. `hint` says what to do
    if it does not start.
    """

    name: str
    command: Sequence[str]
    environ: Mapping[str, str] | None = None
    ready: Callable[[], bool] | None = None
    ready_within: float = 60.0
    settle: float = 0.0
    once: bool = False
    hint: str = ""


class _Running:
    """A started part: its process and the last lines it printed."""

    def __init__(self, part: Part, process: "subprocess.Popen[str]", failures: int) -> None:
        self.part = part
        self.process = process
        self.failures = failures
        self.since = time.monotonic()
        self.lines: deque[str] = deque(maxlen=KEPT_LINES)
        self.reader: threading.Thread | None = None

    def said(self) -> str:
        """Return the last line it printed, once all of its output has been read."""
        if self.reader is not None:
            self.reader.join(timeout=1)
        return self.lines[-1] if self.lines else "it printed nothing"


class Together:
    """Programs that start in order and end together.

    `say` receives every line for people: the parts' own, behind their name, and what happens to
    them. `grace` is the time in seconds a part is given to end before it is killed.
    """

    def __init__(
        self, parts: Sequence[Part], *, say: Callable[[str], None], grace: float = 10.0
    ) -> None:
        """Remember the parts; nothing is started yet."""
        self._parts = list(parts)
        self._say = say
        self._grace = grace
        self._running: dict[str, _Running] = {}
        self._due: dict[str, tuple[float, int]] = {}
        self._ended: queue.SimpleQueue[_Running | None] = queue.SimpleQueue()
        self._stopping = False

    def run(self, started: Callable[[], None] = lambda: None) -> None:
        """Start every part, call `started`, and stay until `stop`, Ctrl+C or SIGTERM.

        Raises NotAllowed, after all parts have ended, when one does not start: the message names
        it and gives its last line.
        """
        with _signals_call(self.stop):
            try:
                for part in self._parts:
                    if self._stopping:
                        return
                    self._begin(part)
                if not self._stopping:
                    started()
                self._watch()
            finally:
                self._end_all()

    def stop(self) -> None:
        """End all parts soon; may be called from a signal handler or another thread."""
        self._stopping = True
        self._ended.put(None)

    def _begin(self, part: Part) -> None:
        """Start `part` for the first time and wait until it is ready."""
        running = self._start(part, failures=0)
        deadline = running.since + part.ready_within
        settled = running.since + part.settle
        while not self._stopping:
            status = running.process.poll()
            if status == 0 and part.once:
                del self._running[part.name]
                return
            if status is not None:
                raise NotAllowed(self._not_started(running))
            if not part.once and time.monotonic() >= settled and (not part.ready or part.ready()):
                return
            if time.monotonic() > deadline:
                raise NotAllowed(f"{part.name} is not ready after {part.ready_within:g} seconds.")
            ended = self._wait(LOOK_SECONDS)
            if ended is not None and ended is not running and not ended.part.once:
                # One that was ready and is gone before the rest has started: nothing to rescue.
                raise NotAllowed(self._not_started(ended))

    def _not_started(self, running: _Running) -> str:
        hint = f" {running.part.hint}" if running.part.hint else ""
        return f"{running.part.name} did not start: {running.said()}{hint}"

    def _start(self, part: Part, failures: int) -> _Running:
        """Start the program of `part`, with a thread that reads it and one that waits for it."""
        process = subprocess.Popen(  # noqa: S603  # our own programs, never a text from outside
            _bound(part.command),
            env={**os.environ, **(part.environ or {}), "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            # A group of its own: Ctrl+C reaches us alone, and its children are ended with it.
            process_group=0,
        )
        running = _Running(part, process, failures)
        self._running[part.name] = running
        assert process.stdout is not None  # noqa: S101  # it was asked for as a pipe above
        running.reader = _thread(self._read, running, process.stdout)
        _thread(self._await, running)
        return running

    def _read(self, running: _Running, output: IO[str]) -> None:
        with output:
            for line in output:
                running.lines.append(line.rstrip())
                self._say(f"{running.part.name:<8}| {line.rstrip()}")

    def _await(self, running: _Running) -> None:
        running.process.wait()
        self._ended.put(running)

    def _wait(self, seconds: float) -> _Running | None:
        """Wait for the next part to end or for `stop`, at most `seconds`."""
        with suppress(queue.Empty):
            return self._ended.get(timeout=seconds)
        return None

    def _watch(self) -> None:
        """Restart what crashes, with growing pauses, until it is time to stop."""
        while not self._stopping:
            now = time.monotonic()
            for name, (when, failures) in list(self._due.items()):
                if when <= now:
                    del self._due[name]
                    self._start(self._part(name), failures)
            pauses = [when - now for when, _ in self._due.values()]
            # An hour is as good as for ever, and keeps Ctrl+C working on every platform.
            ended = self._wait(max(0.0, min([*pauses, 3600.0])))
            if ended is not None and not self._stopping:
                self._note_crash(ended)

    def _note_crash(self, ended: _Running) -> None:
        """Say that a part ended by itself, and when it will be started again."""
        name = ended.part.name
        if ended.part.once or self._running.get(name) is not ended:
            return
        steady = time.monotonic() - ended.since >= STEADY_SECONDS
        failures = 0 if steady else ended.failures
        pause = BACK_OFF[min(failures, len(BACK_OFF) - 1)]
        _kill_group(ended.process)
        del self._running[name]
        self._due[name] = (time.monotonic() + pause, failures + 1)
        status = ended.process.returncode
        self._say(f"{name} ended ({_status(status)}); it starts again in {pause:g} s.")

    def _part(self, name: str) -> Part:
        return next(part for part in self._parts if part.name == name)

    def _end_all(self) -> None:
        """Ask every part to end, last started first, and kill what is left after the grace."""
        everything = list(reversed(self._running.values()))
        for running in everything:
            with suppress(ProcessLookupError):
                running.process.terminate()
        deadline = time.monotonic() + self._grace
        for running in everything:
            with suppress(subprocess.TimeoutExpired):
                running.process.wait(timeout=max(0.0, deadline - time.monotonic()))
            # Also where it ended by itself: what it may have started must not stay behind.
            _kill_group(running.process)
            running.process.wait()
            if running.reader is not None:
                running.reader.join(timeout=1)
        self._running.clear()


def answers(host: str, port: int) -> bool:
    """Return whether something accepts connections at `host` and `port` now."""
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def refuse_port_in_use(host: str, port: int, setting: str) -> None:
    """Raise NotAllowed in one line if nobody could listen at `host` and `port` now.

    `setting` is what the person would change to choose another port.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        # As servers do: a port whose last connections are merely winding down counts as free.
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise NotAllowed(
                f"Port {port} of {host} cannot be used: {error.strerror}. "
                f"Stop what uses it, or choose another with {setting}."
            ) from error


def free_port() -> int:
    """Return a loopback port that nothing uses at this moment."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _bound(command: Sequence[str]) -> list[str]:
    """Return `command` in a form that ends when this process dies, where the system offers it."""
    if not sys.platform.startswith("linux"):
        return list(command)
    return [sys.executable, "-I", "-S", "-c", _BOUND, str(os.getpid()), *command]


def _thread(target: Callable[..., None], *arguments: object) -> threading.Thread:
    thread = threading.Thread(target=target, args=arguments, daemon=True)
    thread.start()
    return thread


def _kill_group(process: "subprocess.Popen[str]") -> None:
    """Kill what is left of the process's group; the group carries the process's own id."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _status(status: int) -> str:
    return f"signal {-status}" if status < 0 else f"status {status}"


@contextmanager
def _signals_call(stop: Callable[[], None]) -> Iterator[None]:
    """Let SIGINT and SIGTERM call `stop` meanwhile; only the main thread may set handlers."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def handle(_number: int, _frame: FrameType | None) -> None:
        stop()

    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
