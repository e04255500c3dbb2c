"""Starts the demonstration: everything on loopback, in one folder, ended together."""

import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from assistant import bootstrap, config, running
from assistant.config import Settings
from assistant.demo.folder import DemoFolder, held, prepared
from assistant.demo.mail_servers import MAILBOX
from assistant.domain.errors import NotAllowed

HOST = "127.0.0.1"
NOTHING_LEAVES = "Nothing leaves this machine."


def start_demo(
    place: Path,
    *,
    fresh: bool,
    web_port: int,
    model: Mapping[str, str],
    tell: Callable[[str], None],
    say: Callable[[str], None],
) -> None:
    """Run the demonstration kept in `place` until Ctrl+C or SIGTERM.

    `model` has the settings of a language model, by their names, as `model_settings` gives them.
    Where it does not answer, the demonstration says so and goes on without.
    `tell` is given what the person has to know, `say` every line that a part prints. Raises
    NotAllowed in one line where the folder or the port of the pages is in use, or a part does not
    start.
    """
    running.refuse_port_in_use(HOST, web_port, "--port")
    with held(place):
        folder = prepared(place, datetime.now(UTC), fresh=fresh)
        imap, smtp, page, chroma = (running.free_port() for _ in range(4))
        settings = demo_settings(
            folder, web=web_port, imap=imap, smtp=smtp, chroma=chroma, model=model
        )
        settings = with_a_model_that_answers(settings, tell)
        servers = [sys.executable, "-m", "assistant.demo", str(place)]
        mail = running.Part("mail", [*servers, str(imap), str(smtp), str(page)])
        parts = running.everything(settings, prepare=("demo-prepare", str(place)), before=(mail,))
        tell(f"Starting the demonstration in {place} …")
        running.run_together(
            parts,
            say=say,
            started=lambda: tell(_welcome(folder, web_port, page, smtp, settings.model)),
            environ=as_environment(settings),
        )


def with_a_model_that_answers(settings: Settings, tell: Callable[[str], None]) -> Settings:
    """Return the settings without their language model where none of it answers, and say so."""
    if not settings.model:
        return settings
    tell(f"Asking {settings.model} whether it answers …")
    problem = bootstrap.model_problem(settings)
    if not problem:
        where = bootstrap.model_place(settings)
        tell(f"{settings.model} answers, {where}. Drafts and questions are put to it.")
        return settings
    tell(
        f"The language model {settings.model} cannot be used: {problem} The demonstration goes on "
        "without one. Start its server, or set FOI_MODEL_BASE_URL to its address, and begin again."
    )
    return settings.model_copy(update={"model": "", "model_fallbacks": (), "model_pence_a_day": 0})


def model_settings(environ: Mapping[str, str], model: str = "") -> dict[str, str]:
    """Return what the environment sets of the language model; `model` counts before its FOI_MODEL.

    Nothing else of a person's own settings reaches the demonstration. Without a model: nothing.
    """
    given = {
        name: environ[variable]
        for name, variable in config.variables().items()
        if name.split("_")[0] == "model" and variable in environ
    }
    given["model"] = model or given.get("model", "")
    return given if given["model"] else {}


def demo_settings(
    folder: DemoFolder,
    *,
    web: int,
    imap: int,
    smtp: int,
    chroma: int,
    model: Mapping[str, str] | None = None,
) -> Settings:
    """Return the settings of the demonstration, whose servers listen at the given ports.

    `model` has those of a language model, by their names. Raises NotAllowed where one is wrong.
    """
    try:
        return _settings(
            folder, web=web, imap=imap, smtp=smtp, chroma=chroma, chosen=dict(model or {})
        )
    except ValueError as error:
        raise NotAllowed(
            "The language model cannot be used like this. Write it as provider:model, such as "
            f"ollama:llama3.2. {' '.join(str(error).split())[:300]}"
        ) from error


def _settings(
    folder: DemoFolder, *, web: int, imap: int, smtp: int, chroma: int, chosen: dict[str, Any]
) -> Settings:
    return Settings(
        **chosen,
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


def _welcome(folder: DemoFolder, web: int, page: int, smtp: int, model: str) -> str:
    """Say where to look and how to sign in, and what leaves."""
    passwords = folder.passwords
    leaves = f"No mail leaves this machine; {model} is asked." if model else NOTHING_LEAVES
    return f"""
The pages:    http://{HOST}:{web}/
  Officer:    officer     password {passwords.officer}
  Supervisor: supervisor  password {passwords.supervisor}
Letters that arrived:  http://{HOST}:{page}/
New requests go to {MAILBOX} by SMTP at {HOST}:{smtp}. {leaves}
Everything is kept in {folder.path}; --fresh begins again. Ctrl+C ends it.
"""
