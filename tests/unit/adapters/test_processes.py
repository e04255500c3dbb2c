"""Programs that run together, with tiny programs of Python in place of the real ones."""

import os
import re
import signal
import socket
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.adapters.processes import (
    Part,
    Together,
    answers,
    free_port,
    refuse_port_in_use,
)
from assistant.domain.errors import NotAllowed

# Prints its id, then stays until it is told to end.
STAYS = "import os, signal; print('pid', os.getpid()); signal.pause()"
# Ignores the polite request, as a hung program would.
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN);" + STAYS
# Starts a child of its own and tells both ids.
PARENT = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {STAYS!r}]);" + STAYS


def program(name: str, code: str, **more: object) -> Part:
    return Part(name, [sys.executable, "-c", code], **more)  # type: ignore[arg-type]  # of Part


class Heard:
    """What was said, and what to do once a line matches."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._changed = threading.Condition()

    def __call__(self, line: str) -> None:
        with self._changed:
            self.lines.append(line)
            self._changed.notify_all()

    def wait_for(self, pattern: str, times: int = 1) -> list[str]:
        def matching() -> list[str]:
            return [line for line in self.lines if re.search(pattern, line)]

        with self._changed:
            assert self._changed.wait_for(lambda: len(matching()) >= times, timeout=30), self.lines
            return matching()

    def ids(self, times: int) -> list[int]:
        return [int(line.rsplit(" ", 1)[1]) for line in self.wait_for(r"pid \d+$", times)]


def gone(pid: int) -> bool:
    """Whether no such process runs any more; a zombie that init has yet to reap counts as gone."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return True
    return status.rsplit(")", 1)[1].split()[0] in "ZX"


def run_in_thread(together: Together) -> tuple[threading.Thread, list[BaseException]]:
    errors: list[BaseException] = []

    def run() -> None:
        try:
            together.run()
        except NotAllowed as error:
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, errors


def until(thread: threading.Thread) -> None:
    thread.join(timeout=30)
    assert not thread.is_alive()


def test_stopping_ends_every_part_and_what_it_started() -> None:
    heard = Heard()
    together = Together([program("one", STAYS), program("two", PARENT)], say=heard, grace=5)
    thread, errors = run_in_thread(together)
    ids = heard.ids(3)
    together.stop()
    until(thread)
    assert not errors
    wait_until(lambda: all(gone(pid) for pid in ids))


def test_a_part_that_ignores_the_request_is_killed_after_the_grace() -> None:
    heard = Heard()
    together = Together([program("hung", STUBBORN)], say=heard, grace=0.2)
    thread, _ = run_in_thread(together)
    (pid,) = heard.ids(1)
    together.stop()
    until(thread)
    assert gone(pid)


def test_a_crashed_part_is_started_again_after_a_pause() -> None:
    heard = Heard()
    together = Together([program("one", STAYS)], say=heard)
    thread, errors = run_in_thread(together)
    (first,) = heard.ids(1)
    os.kill(first, signal.SIGKILL)
    heard.wait_for(r"one ended \(signal 9\); it starts again in 1 s")
    second = heard.ids(2)[1]
    together.stop()
    until(thread)
    assert first != second
    assert gone(second)
    assert not errors


def test_a_part_that_fails_at_its_start_is_named_and_ends_all() -> None:
    heard = Heard()
    bad = program(
        "web", "import sys; sys.exit('port 8000 is in use')", settle=5, hint="Choose one."
    )
    one = program("one", STAYS, ready=lambda: bool(heard.lines))
    together = Together([one, bad, program("never", STAYS)], say=heard)
    with pytest.raises(NotAllowed, match=r"^web did not start: port 8000 is in use Choose one\.$"):
        together.run()
    assert all(gone(pid) for pid in heard.ids(1))
    assert not any(line.startswith("never") for line in heard.lines)


def test_the_next_part_starts_only_when_the_one_before_is_ready(tmp_path: Path) -> None:
    heard, mark = Heard(), tmp_path / "ready"
    makes = f"import pathlib; pathlib.Path({str(mark)!r}).touch();" + STAYS
    looks = f"import pathlib; print('found', pathlib.Path({str(mark)!r}).exists());" + STAYS
    parts = [program("one", makes, ready=mark.exists), program("two", looks)]
    together = Together(parts, say=heard)
    thread, _ = run_in_thread(together)
    heard.wait_for("found True")
    together.stop()
    until(thread)


def test_a_part_that_never_gets_ready_is_reported() -> None:
    part = program("slow", STAYS, ready=lambda: False, ready_within=0.3)
    with pytest.raises(NotAllowed, match=r"slow is not ready after 0\.3 seconds"):
        Together([part], say=Heard(), grace=1).run()


def test_a_part_that_runs_once_ends_before_the_next_begins_and_is_not_restarted() -> None:
    heard = Heard()
    parts = [program("prepare", "print('done')", once=True), program("two", STAYS)]
    together = Together(parts, say=heard)
    thread, errors = run_in_thread(together)
    heard.ids(1)
    together.stop()
    until(thread)
    assert heard.lines[0] == "prepare | done"
    assert not any("starts again" in line for line in heard.lines)
    assert not errors


def test_a_part_gone_while_others_still_start_ends_all() -> None:
    brief = program("brief", "print('no disk left')")
    waits = program("waits", STAYS, ready=lambda: False)
    with pytest.raises(NotAllowed, match="brief did not start: no disk left"):
        Together([brief, waits], say=Heard(), grace=2).run()


def test_the_environment_given_is_added_to_our_own() -> None:
    heard = Heard()
    code = "import os; print(os.environ['GIVEN'], bool(os.environ['PATH']))"
    part = program("one", code, environ={"GIVEN": "yes"}, once=True)
    together = Together([part, program("two", STAYS)], say=heard)
    thread, _ = run_in_thread(together)
    heard.wait_for("yes True")
    together.stop()
    until(thread)


# Only Linux lets a part end when its parent was killed outright.
ENDINGS = [signal.SIGTERM, signal.SIGINT, *([signal.SIGKILL] if sys.platform == "linux" else [])]


@pytest.mark.parametrize("number", ENDINGS)
def test_no_part_outlives_the_process_that_started_it(number: int) -> None:
    code = textwrap.dedent(f"""
        import sys
        from assistant.adapters.processes import Part, Together
        part = Part("one", [sys.executable, "-c", {STAYS!r}])
        Together([part], say=lambda line: print(line, flush=True), grace=5).run()
    """)
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603  # ours
        assert process.stdout is not None
        pid = int(process.stdout.readline().split()[-1])
        os.kill(process.pid, number)
        assert process.wait(timeout=30) == (-number if number == signal.SIGKILL else 0)
        # The pipe ends only when the last process that holds it has ended.
        process.stdout.read()
    wait_until(lambda: gone(pid))


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for what the kernel does by itself a moment later; a signal cannot be awaited."""
    pause = threading.Event()
    for _ in range(300):
        if true():
            return
        pause.wait(0.1)
    pytest.fail("it did not come true within 30 seconds")


def test_a_port_in_use_is_refused_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert answers("127.0.0.1", port)
        with pytest.raises(NotAllowed, match=f"Port {port} of 127.0.0.1 .* with --port") as caught:
            refuse_port_in_use("127.0.0.1", port, "--port")
        assert "\n" not in str(caught.value)


def test_a_free_port_can_be_listened_at_and_nothing_answers_there() -> None:
    port = free_port()
    refuse_port_in_use("127.0.0.1", port, "--port")
    assert not answers("127.0.0.1", port)
