"""An installation for one test: its folder, its settings, its commands, its pages."""

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.cookiejar import CookieJar
from pathlib import Path

from tests.dovecot import PASSWORD, free_port
from tests.environment import DATA_FOLDER, ROOT

DATABASE = "foi-assistant.sqlite3"
OFFICER_PASSWORD = "a-fictional-password"  # noqa: S105 - of an officer who exists in tests alone


@dataclass
class Installation:
    """A data folder and the settings of its programs."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def environ(self) -> dict[str, str]:
        """Return what its programs see: the settings, and nothing that belongs to the tests."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("FOI_", "COV_", "DJANGO_")) and name != "DATABASE_URL"
        }
        return {
            **kept,
            "FOI_DATA_FOLDER": str(self.folder),
            "FOI_AUTHORITY_NAME": "Northshire Police",
            "FOI_MAILBOX_ADDRESS": "foi@northshire.police.example",
            "FOI_OWN_DOMAINS": "northshire.police.example",
            "FOI_NETWORK_TIMEOUT": "20",
            "FOI_LOG_LEVEL": "WARNING",
            "PYTHONPATH": str(ROOT),
            **self.settings,
        }

    def start(self, *words: str) -> "subprocess.Popen[bytes]":
        """Start a program; the caller ends it."""
        return subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, *words],
            cwd=self.folder,
            env=self.environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def run(self, *words: str, given: bytes = b"", status: int = 0) -> str:
        """Run one of the commands to its end; it must end with `status`."""
        if words == ("prepare",) and "DATABASE_URL" not in self.settings:
            self._begin_with_tables()
        program = self.start("-m", "assistant", *words)
        said, _ = program.communicate(given, timeout=150)
        assert program.returncode == status, said.decode()
        return said.decode()

    def _begin_with_tables(self) -> None:
        """Save `prepare` the many steps to new tables, which tests/e2e/test_prepared_together goes.

        There a database is prepared from nothing; every other test has one that was, and is empty.
        """
        if not (self.folder / DATABASE).exists():
            shutil.copyfile(_with_tables(), self.folder / DATABASE)

    def work(self, *queues: str) -> None:
        """Do all the work that is queued, and then end."""
        self.run("work", *(f"--queue={queue}" for queue in queues), "--until-idle")

    @contextmanager
    def pages(self) -> Iterator["Browser"]:
        """Serve the pages; give a browser that has signed in as an officer."""
        self.run("user", "add", "olwen", "--role=officer", given=f"{OFFICER_PASSWORD}\n".encode())
        port = free_port()
        self.settings["FOI_WEB_PORT"] = str(port)
        program = self.start("-m", "assistant", "serve")
        browser = Browser(f"http://127.0.0.1:{port}")
        try:
            until(browser.answers, f"the pages on port {port}")
            browser.post("/sign-in/", username="olwen", password=OFFICER_PASSWORD)
            yield browser
        finally:
            program.terminate()
            program.communicate(timeout=30)


@cache
def _with_tables() -> Path:
    """Return a database whose tables are there and empty, made once a process."""
    folder = DATA_FOLDER / "tables"
    folder.mkdir()
    made = Installation(folder)
    program = made.start(
        "-c",
        "from assistant import bootstrap, config; bootstrap.start();"
        " bootstrap.migrate(config.current())",
    )
    said, _ = program.communicate(timeout=150)
    assert program.returncode == 0, said.decode()
    return folder / DATABASE


class Browser:
    """A person's requests to the pages: cookies kept, forms sent with their token."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def answers(self) -> bool:
        try:
            self.get("/sign-in/")
        except OSError:
            return False
        return True

    def get(self, path: str) -> str:
        with self._opener.open(self._address + path, timeout=30) as answer:
            return str(answer.read().decode())

    def post(self, path: str, **fields: str) -> str:
        """Open a form's page, and send the form with its hidden fields and those given."""
        page = self.get(path)
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        data = urllib.parse.urlencode(hidden | fields).encode()
        request = urllib.request.Request(  # noqa: S310 - our own pages on loopback
            self._address + path, data, headers={"Referer": self._address + path}
        )
        with self._opener.open(request, timeout=60) as answer:
            return str(answer.read().decode())


def until(true: Callable[[], object], what: str, seconds: float = 60) -> None:
    """Wait until something is true; fail with its name when it does not become so in time."""
    give_up = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < give_up, f"{what} did not come within {seconds} s"
        # The one place where these tests wait: for other programs, and never longer than needed.
        time.sleep(0.05)


def mail_settings(imap_port: int, user: str, smtp_port: int) -> dict[str, str]:
    """Return the settings for a mailbox and a mail server on loopback."""
    return {
        "FOI_IMAP_HOST": "127.0.0.1",
        "FOI_IMAP_PORT": str(imap_port),
        "FOI_IMAP_SECURITY": "none",
        "FOI_IMAP_USER": user,
        "FOI_IMAP_PASSWORD": PASSWORD,
        "FOI_SMTP_HOST": "127.0.0.1",
        "FOI_SMTP_PORT": str(smtp_port),
        "FOI_SMTP_SECURITY": "none",
    }
