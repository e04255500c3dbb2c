"""A real Dovecot on loopback, in a folder of its own, for the tests of the mailbox."""

import contextlib
import grp
import os
import pwd
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import imapclient
import pytest

from tests.certificate import make_certificate

PASSWORD = "correct-horse"  # noqa: S105 (of a server that lives for one test run)
CONFIGURATION = """\
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = no
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
default_vsz_limit = 0
first_valid_uid = 1
mail_location = maildir:{home}/mail/%u
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
auth_failure_delay = 0
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@dataclass
class Dovecot:
    """A server that takes any user with the one password; each test uses a user of its own."""

    home: Path
    port: int
    tls_port: int
    ca_file: Path

    def client(self, user: str) -> Any:
        client = imapclient.IMAPClient("127.0.0.1", self.port, ssl=False, timeout=20)
        client.login(user, PASSWORD)
        return client

    def put(self, user: str, folder: str, raw: bytes, received_at: datetime) -> int:
        with self.client(user) as client:
            if not client.folder_exists(folder):
                client.create_folder(folder)
            client.append(folder, raw, msg_time=received_at)
            client.select_folder(folder, readonly=True)
            return max(client.search())

    def fill(self, user: str, mails: Iterable[tuple[str, bytes]], *, folder: str = "") -> None:
        """Lay messages (file name, bytes) straight into a folder; "" is the INBOX.

        The server takes the time of a file as its INTERNALDATE.
        """
        box = self.home / "mail" / user
        place = box / f".{folder}" if folder else box
        for part in ("cur", "new", "tmp"):
            (place / part).mkdir(parents=True, exist_ok=True)
        made = [box, place, *(place / part for part in ("cur", "new", "tmp"))]
        for name, raw in mails:
            made.append(place / "cur" / f"{name}:2,")
            made[-1].write_bytes(raw)
        if not os.getuid():
            owner = _mail_user()
            for each in made:
                os.chown(each, owner.pw_uid, owner.pw_gid)

    def expunge(self, user: str, folder: str, uid: int) -> None:
        with self.client(user) as client:
            client.select_folder(folder)
            client.add_flags([uid], [imapclient.DELETED])
            client.expunge()

    def flags(self, user: str, folder: str, uid: int) -> tuple[bytes, ...]:
        with self.client(user) as client:
            client.select_folder(folder, readonly=True)
            answer = client.fetch([uid], ["FLAGS"])
            return tuple(answer[uid][b"FLAGS"])

    def flagged(self, user: str, folder: str) -> set[int]:
        with self.client(user) as client:
            client.select_folder(folder, readonly=True)
            return set(client.search(["FLAGGED"]))

    def held(self, user: str, folder: str) -> list[bytes]:
        """The messages of a folder, in order."""
        with self.client(user) as client:
            client.select_folder(folder, readonly=True)
            answer = client.fetch(client.search(), ["BODY.PEEK[]"])
            return [answer[uid][b"BODY[]"] for uid in sorted(answer)]

    def renumber(self, user: str) -> None:
        """Give the INBOX another UIDVALIDITY, as a restored or moved mailbox gets."""
        box = self.home / "mail" / user
        numbers = box / "dovecot-uidlist"
        header, _, rest = numbers.read_text().partition("\n")
        renumbered = re.sub(r"V(\d+)", lambda found: f"V{int(found[1]) + 1000}", header)
        numbers.write_text(f"{renumbered}\n{rest}")
        for index in box.glob("dovecot.index*"):
            index.unlink()


def _mail_user() -> pwd.struct_passwd:
    """Whom the server works for: Dovecot opens no mail for root."""
    return pwd.getpwuid(os.getuid()) if os.getuid() else pwd.getpwnam("nobody")


def _configure(home: Path) -> Dovecot:
    user = _mail_user()
    certificate = make_certificate(home)
    server = Dovecot(home, free_port(), free_port(), certificate.file)
    (home / "mail").mkdir()
    if not os.getuid():
        os.chown(home / "mail", user.pw_uid, user.pw_gid)
    (home / "dovecot.conf").write_text(
        CONFIGURATION.format(
            home=home,
            certificate=certificate.file,
            key=certificate.key,
            user=user.pw_name,
            group=grp.getgrgid(user.pw_gid).gr_name,
            uid=user.pw_uid,
            gid=user.pw_gid,
            password=PASSWORD,
            port=server.port,
            tls_port=server.tls_port,
        )
    )
    return server


def _wait_until_it_listens(child: "subprocess.Popen[bytes]", server: Dovecot) -> None:
    give_up = time.monotonic() + 20
    while time.monotonic() < give_up and child.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", server.port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    child.terminate()
    child.wait(10)
    log = server.home / "dovecot.log"
    pytest.fail(f"Dovecot does not start: {log.read_text() if log.exists() else 'no log'}")


@contextlib.contextmanager
def running_dovecot() -> Iterator[Dovecot]:
    """Run a Dovecot with no mail in it until the block ends."""
    program = shutil.which("dovecot") or "/usr/sbin/dovecot"
    if not Path(program).exists():
        pytest.skip("Dovecot is not installed")
    home = Path(tempfile.mkdtemp(prefix="dovecot-"))
    try:
        home.chmod(0o755)
        server = _configure(home)
        with (home / "output.log").open("wb") as output:
            child = subprocess.Popen(  # noqa: S603 (a fixed command)
                [program, "-F", "-c", str(home / "dovecot.conf")], stdout=output, stderr=output
            )
        try:
            _wait_until_it_listens(child, server)
            yield server
        finally:
            child.terminate()
            child.wait(20)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A Dovecot for the whole run."""
    with running_dovecot() as server:
        yield server
