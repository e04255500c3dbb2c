"""The command `health`: what a container asks, and what it is told."""

import http.server
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.heartbeat import Heartbeat

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The runtime folder that is set."""
    monkeypatch.setenv("FOI_RUNTIME_FOLDER", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@contextmanager
def pages(status: int, body: bytes) -> Iterator[int]:
    """Answer /health/ready on a port of loopback."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/health/ready" else 404)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_a_program_that_gives_signs_of_life_is_well(folder: Path, capsys: Captured) -> None:
    Heartbeat(folder, "poll").beat(60)
    Heartbeat(folder, "work-send").beat(60)
    assert main(["health", "--of", "poll"]) == 0
    assert capsys.readouterr().out == "alive: poll\n"
    assert main(["health"]) == 0
    assert capsys.readouterr().out == "alive: poll, work-send\n"


def test_one_that_has_stopped_giving_them_is_not(folder: Path, capsys: Captured) -> None:
    Heartbeat(folder, "work-mail").beat(60)
    Heartbeat(folder, "work-send").beat(60)
    then = time.time() - 100
    os.utime(folder / "work-send.beat", (then, then))
    assert main(["health", "--of", "work"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "work-send gave its last sign of life 100 seconds ago" in said.err
    assert "work-mail" not in said.err


def test_where_nothing_runs_nothing_is_alive(folder: Path, capsys: Captured) -> None:
    assert main(["health", "--of", "listen"]) == 1
    assert "Does foi-assistant listen run here?" in capsys.readouterr().err
    assert main(["health"]) == 1


def test_the_pages_are_asked_whether_they_are_ready(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    Heartbeat(folder, "serve").beat(None)
    with pages(200, b'{"ready": true}') as port:
        monkeypatch.setenv("FOI_WEB_HOST", "0.0.0.0")  # noqa: S104 - what an image sets
        monkeypatch.setenv("FOI_WEB_PORT", str(port))
        assert main(["health"]) == 0
        assert main(["health", "--of", "serve"]) == 0
    assert capsys.readouterr().out == "alive: serve\n" * 2
    # Nobody listens there any more.
    assert main(["health"]) == 1
    assert "do not answer" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("body", "reason"),
    [(b'{"ready": false, "reason": "The database"}', "The database"), (b"[]", "gave no reason")],
)
def test_pages_that_are_not_ready_say_why(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, body: bytes, reason: str
) -> None:
    with pages(503, body) as port:
        monkeypatch.setenv("FOI_WEB_PORT", str(port))
        assert main(["health", "--of", "serve"]) == 1
    assert reason in capsys.readouterr().err


def test_a_port_that_is_none_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("FOI_WEB_PORT", "many")
    assert main(["health", "--of", "serve"]) == 1
    assert "is no port" in capsys.readouterr().err


def test_asking_loads_nothing_heavy(folder: Path) -> None:
    Heartbeat(folder, "poll").beat(60)
    code = (
        "import sys; from assistant.cli import main; main(['health']); "
        "print(*{'django', 'pydantic', 'rich', 'httpx', 'prometheus_client'} & set(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.splitlines() == ["alive: poll", ""]
