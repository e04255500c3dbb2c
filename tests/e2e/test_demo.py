"""The whole demonstration, started as a person starts it, looked at over HTTP, and ended."""

import http.cookiejar
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.adapters.processes import answers, free_port

pytestmark = [pytest.mark.slow, pytest.mark.chroma, pytest.mark.timeout(400)]
READY = "The draft is ready."
DEADLINE = 120


def wait_until(true: Callable[[], bool], what: str) -> None:
    """Wait for what other programs do by themselves; only looking again can tell, 120 s at most."""
    pause = threading.Event()
    for _ in range(DEADLINE * 5):
        if true():
            return
        pause.wait(0.2)
    pytest.fail(f"after {DEADLINE} s still not true: {what}")


class Officer:
    """A person at a browser, as far as these tests need one."""

    def __init__(self, port: int, password: str) -> None:
        self.address = f"http://127.0.0.1:{port}"
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._browser = urllib.request.build_opener(cookies)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get("/sign-in/"))
        assert token
        entered = {
            "csrfmiddlewaretoken": token[1], "username": "officer", "password": password
        }  # fmt: skip
        self._open("/sign-in/", urllib.parse.urlencode(entered).encode())

    def get(self, path: str) -> str:
        return self._open(path, None)

    def cases(self) -> list[str]:
        return sorted(set(re.findall(r"/cases/(FOI-\d+-\d+)/", self.get("/cases/"))))

    def _open(self, path: str, data: bytes | None) -> str:
        with self._browser.open(self.address + path, data, timeout=30) as response:
            return str(response.read().decode())


class Demo:
    """A running demonstration: what it printed, and how it is ended."""

    def __init__(self, process: "subprocess.Popen[str]", web: int) -> None:
        self.process, self.web, self.said = process, web, ""

    def wait_for_welcome(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if "Ctrl+C ends it" in line:
                return
        pytest.fail(f"it ended without a welcome: {self.said}")

    @property
    def password(self) -> str:
        found = re.search(r"officer\s+password (\S+)", self.said)
        assert found
        return found[1]

    def ports(self) -> list[int]:
        return [int(port) for port in re.findall(r"127\.0\.0\.1:(\d+)", self.said)]

    def end(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(timeout=60) == 0


@contextmanager
def demo(folder: Path, web: int) -> Iterator[Demo]:
    command = [sys.executable, "-m", "assistant", "demo", "--folder", str(folder)]
    with subprocess.Popen(  # noqa: S603  # our own program
        [*command, "--port", str(web)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            running = Demo(process, web)
            running.wait_for_welcome()
            yield running
        finally:
            process.terminate()


def left_behind(folder: Path) -> list[str]:
    """Return the programs that still work for the demonstration in `folder`; Linux tells them."""
    needle = str(folder).encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
            told = command + (entry / "environ").read_bytes()
        except OSError:
            continue
        if needle in told:
            found.append(command.decode(errors="replace"))
    return found


def test_a_person_finds_drafts_ends_everything_and_finds_it_again(tmp_path: Path) -> None:
    folder, web = tmp_path / "demo", free_port()
    with demo(folder, web) as first:
        officer = Officer(web, first.password)
        wait_until(lambda: len(officer.cases()) == 9, "nine cases are open")
        cases = officer.cases()
        acknowledgement = f"/cases/{cases[0]}/acknowledgement/"
        wait_until(lambda: READY in officer.get(acknowledgement), "the first draft is there")
        assert "Dear Desmond Achterberg" in officer.get(acknowledgement)
        first.end()
    assert not any(answers("127.0.0.1", port) for port in first.ports())
    wait_until(lambda: not left_behind(folder), "every program has ended")

    with demo(folder, web) as second:
        assert second.password == first.password
        officer = Officer(web, second.password)
        assert officer.cases() == cases
        assert READY in officer.get(acknowledgement)
        second.end()
    wait_until(lambda: not left_behind(folder), "every program has ended again")


def test_a_port_in_use_ends_the_start_with_one_line(tmp_path: Path) -> None:
    with demo_port_taken() as port:
        command = [sys.executable, "-m", "assistant", "demo", "--port", str(port)]
        done = subprocess.run(  # noqa: S603  # our own program
            [*command, "--folder", str(tmp_path / "demo")],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert done.stdout == ""
    assert re.fullmatch(rf"foi-assistant: Port {port} .* with --port\.\n", done.stderr)


@contextmanager
def demo_port_taken() -> Iterator[int]:
    """Yield a port that somebody else listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield int(server.getsockname()[1])
