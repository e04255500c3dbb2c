"""Starts the demonstration: everything on loopback, in one folder, ended together."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr

from assistant import config, running
from assistant.config import Settings
from assistant.demo.folder import DemoFolder, held, prepared
from assistant.demo.mail_servers import MAILBOX

HOST = "127.0.0.1"


def start_demo(
    place: Path,
    *,
    fresh: bool,
    web_port: int,
    tell: Callable[[str], None],
    say: Callable[[str], None],
) -> None:
    """Run the demonstration kept in `place` until Ctrl+C or SIGTERM.

    `tell` is given what the person has to know, `say` every line that a part prints. Raises
    NotAllowed in one line where the folder or the port of the pages is in use, or a part does not
    start.
    """
    running.refuse_port_in_use(HOST, web_port, "--port")
    with held(place):
        folder = prepared(place, datetime.now(UTC), fresh=fresh)
        imap, smtp, page, chroma = (running.free_port() for _ in range(4))
        settings = demo_settings(folder, web=web_port, imap=imap, smtp=smtp, chroma=chroma)
        servers = [sys.executable, "-m", "assistant.demo", str(place)]
        mail = running.Part("mail", [*servers, str(imap), str(smtp), str(page)])
        parts = running.everything(settings, prepare=("demo-prepare", str(place)), before=(mail,))
        tell(f"Starting the demonstration in {place} …")
        running.run_together(
            parts,
            say=say,
            started=lambda: tell(_welcome(folder, web_port, page, smtp)),
            environ=as_environment(settings),
        )


def demo_settings(folder: DemoFolder, *, web: int, imap: int, smtp: int, chroma: int) -> Settings:
    """Return the settings of the demonstration, whose servers listen at the given ports."""
    return Settings(
        data_folder=folder.data,
        chroma_port=chroma,
        web_port=web,
        authority_name="Northshire Police",
        authority_address="Freedom of Information Team, Northshire Police, Castle Street, Wexmouth",
        authority_phone="01632 960 101",
        own_domains=("northshire-police.test",),
        mailbox_address=MAILBOX,
        imap_host=HOST,
        imap_port=imap,
        imap_security="none",
        imap_user=MAILBOX,
        imap_password=SecretStr(folder.passwords.mailbox),
        poll_seconds=3,
        smtp_host=HOST,
        smtp_port=smtp,
        smtp_security="none",
        worker_interval=0.3,
        log_level="WARNING",  # the sign-ins shall not scroll away
    )


def as_environment(settings: Settings) -> dict[str, str]:
    """Return every setting as a variable, so that no other of the person's own reaches a part."""
    return {
        variable: _written(getattr(settings, name)) for name, variable in config.variables().items()
    }


def _written(value: object) -> str:
    """Write a setting the way the environment holds it."""
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return str(value)


def _welcome(folder: DemoFolder, web: int, page: int, smtp: int) -> str:
    """Say where to look and how to sign in."""
    passwords = folder.passwords
    return f"""
The pages:    http://{HOST}:{web}/
  Officer:    officer     password {passwords.officer}
  Supervisor: supervisor  password {passwords.supervisor}
Letters that arrived:  http://{HOST}:{page}/
New requests go to {MAILBOX} by SMTP at {HOST}:{smtp}. Nothing leaves this machine.
Everything is kept in {folder.path}; --fresh begins again. Ctrl+C ends it.
"""
