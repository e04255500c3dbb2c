"""The other half of the composition root: how the parts run, all together or for one command.

bootstrap.py says which ports there are; this file says which programs, in which order, and what a
command needs to be running beside it.
"""

import logging
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from threading import Event
from types import TracebackType
from urllib.parse import urlsplit

from assistant.adapters.chroma_server import ChromaServer, running_at
from assistant.adapters.documents.reader import DocumentReader
from assistant.adapters.processes import Part, Together, answers, free_port, refuse_port_in_use
from assistant.config import Settings
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.domain.mail.screening import OwnAddresses
from assistant.heartbeat import Heartbeat
from assistant.ports import Documents, Outcome, Submission, TakeSubmissions

__all__ = [
    "Part",
    "answers",
    "chroma",
    "chroma_apart",
    "chroma_at_hand",
    "database",
    "documents",
    "everything",
    "free_port",
    "heartbeat",
    "listen",
    "log_what_is_uncaught",
    "own_addresses",
    "program",
    "refuse_port_in_use",
    "run_together",
]

HOST = "127.0.0.1"
CHROMA_PATIENCE = 60.0
# The listener gives a sign of life every few seconds; where it does not for so long, it is stuck.
LISTENER_GOOD_FOR = 60.0
logger = logging.getLogger(__name__)


def own_addresses(settings: Settings) -> OwnAddresses:
    """Return the authority's addresses and mail domains, in lower case: mail from them is its own.

    Aliases of a mailbox are addresses like its first one.
    """
    return OwnAddresses(
        frozenset(address for account in settings.accounts for address in account.addresses),
        frozenset(domain.lower() for domain in settings.own_domains),
        frozenset(each.lower() for each in settings.authserv_ids),
    )


def documents() -> Documents:
    """Return who reads attached documents; a process starts only with the first that needs one."""
    return DocumentReader()


@contextmanager
def database() -> Iterator[None]:
    """Load Django; a database that does not answer, or lacks its tables, becomes NotAllowed."""
    from django.db import DatabaseError, connections  # noqa: PLC0415  # slow to load

    from assistant import bootstrap  # noqa: PLC0415  # so that `parse` starts at once

    bootstrap.start()
    try:
        yield
    except DatabaseError as error:
        reason = " ".join(str(error).split())
        raise NotAllowed(
            f"The database cannot be used: {reason}. If it is new, run foi-assistant prepare; "
            "otherwise run foi-assistant check."
        ) from error
    finally:
        connections.close_all()


def chroma(settings: Settings) -> None:
    """Run the assistant's own Chroma server until this process is told to stop.

    Raises NotAllowed where another server has its folder or its port is in use.
    """
    refuse_port_in_use(HOST, settings.chroma_port, "FOI_CHROMA_PORT")
    folder = settings.data_folder / "chroma"
    # SIGTERM, too, goes through `with`, so that the server has ended when this process has.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with ChromaServer(folder, settings.chroma_port, host=settings.chroma_host):
        while running_at(folder):
            Event().wait(1)
    raise TryAgainLater("The Chroma server has ended by itself.")


@contextmanager
def chroma_at_hand(settings: Settings, *, start: bool = True) -> Iterator[Settings]:
    """Yield settings whose Chroma server runs, for as long as one command needs it.

    Where none can be reached, one is started under the lock of the data folder, unless `start` is
    false: then it is waited for. Raises TryAgainLater where it does not come.
    """
    folder = settings.data_folder / "chroma"
    if settings.chroma_url or answers(HOST, settings.chroma_port):
        yield settings
    elif not start:
        _wait_for(HOST, settings.chroma_port)
        yield settings
    elif owner := running_at(folder):
        # Another command has started it a moment ago, or it runs at another port than the usual.
        _wait_for(HOST, urlsplit(owner).port or 0)
        yield settings.model_copy(update={"chroma_url": owner})
    else:
        with chroma_apart(settings) as reached:
            yield reached


@contextmanager
def chroma_apart(settings: Settings) -> Iterator[Settings]:
    """Yield settings whose Chroma server was started for them, under the lock of the data folder.

    Raises NotAllowed where another server has the folder, TryAgainLater where it does not start.
    """
    with ChromaServer(settings.data_folder / "chroma") as server:
        yield settings.model_copy(update={"chroma_url": server.url})


def _wait_for(host: str, port: int) -> None:
    give_up = time.monotonic() + CHROMA_PATIENCE
    while not answers(host, port):
        if time.monotonic() > give_up:
            raise TryAgainLater(f"The Chroma server at {host}:{port} does not answer.")
        time.sleep(0.05)


@contextmanager
def heartbeat(settings: Settings, program: str) -> Iterator[Heartbeat]:
    """Yield the heartbeat of a program, which is missed only where the program ends by a fault."""
    given = Heartbeat(settings.heartbeats, program)
    try:
        yield given
    finally:
        # After a fault it stays and grows old, so that whoever looks sees that somebody is missing.
        # Ctrl+C and SIGTERM are no faults, and no Exception either.
        if not isinstance(sys.exception(), Exception):
            given.end()


def log_what_is_uncaught() -> None:
    """Let faults that end a program, or a thread of it, go to the log and nowhere else.

    Python would print them itself, with their texts, which may hold what people wrote.
    """

    def of_program(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        logger.critical("The program ends by a fault", exc_info=(kind, error, trace))

    def of_thread(given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            found = (given.exc_type, given.exc_value, given.exc_traceback)
            logger.critical("A thread ends by a fault", exc_info=found)

    sys.excepthook = of_program
    threading.excepthook = of_thread


def listen(settings: Settings, take: TakeSubmissions, *, started: Callable[[str], None]) -> None:
    """Take mail from mail servers until this process is told to stop; it goes to `take`.

    `started` is called with what is listened on. Raises NotAllowed where that cannot be.
    """
    from assistant import bootstrap  # noqa: PLC0415  # so that `parse` starts at once

    def listening(port: int) -> None:
        started(f"{settings.listen_protocol.upper()} on {settings.listen_host}, port {port}")

    with heartbeat(settings, "listen") as given:
        listener = bootstrap.listener(
            settings, _on_a_live_connection(take), beat=lambda: given.beat(LISTENER_GOOD_FOR)
        )
        listener.run(listening)


def _on_a_live_connection(take: TakeSubmissions) -> TakeSubmissions:
    """Return `take` for threads that live long: a connection that has died is opened anew.

    Where a connection is kept for a time, that time and its health are looked at first. One that
    is opened for each use (SQLite's) stays open between two messages.
    """
    from django.db import Error, connection  # noqa: PLC0415  # slow to load

    def taken(submissions: Sequence[Submission]) -> Sequence[Sequence[Outcome]]:
        if connection.settings_dict["CONN_MAX_AGE"]:
            connection.close_if_unusable_or_obsolete()
        try:
            return take(submissions)
        except Error:
            connection.close()
            raise

    return taken


def program(*words: str) -> list[str]:
    """Return the command line of one of our own commands, by this very interpreter."""
    return [sys.executable, "-m", "assistant", *words]


def everything(
    settings: Settings, *, prepare: Sequence[str] = ("prepare",), before: Sequence[Part] = ()
) -> list[Part]:
    """Return the parts of one authority on one machine, in the order they start.

    `prepare` is the command that sets up the database, `before` what has to run even before.
    """

    def web_answers() -> bool:
        return answers(settings.web_host, settings.web_port)

    def listens() -> bool:
        return answers(settings.listen_host, settings.listen_port)

    own = [] if settings.chroma_url else [Part("chroma", program("chroma"))]
    door = [Part("listen", program("listen"), ready=listens)] if settings.listen else []
    return [
        *before,
        *own,
        Part("prepare", program(*prepare), once=True, ready_within=300),
        # The pages last: while they load, the first mail is already being read.
        Part("poll", program("poll")),
        *door,
        Part("work", program("work", "--queue=mail", "--queue=draft")),
        # Building an index may take half an hour, and mail must not wait for it.
        Part("library", program("work", "--queue=library")),
        Part("send", program("work", "--queue=send")),
        Part("web", program("serve"), ready=web_answers),
    ]


def run_together(
    parts: Sequence[Part],
    *,
    say: Callable[[str], None],
    started: Callable[[], None],
    environ: Mapping[str, str] | None = None,
) -> None:
    """Run the parts until Ctrl+C or SIGTERM; `environ` is added to what each of them sees.

    Raises NotAllowed, after all have ended, where one does not start.
    """
    told = [replace(part, environ={**(environ or {}), **(part.environ or {})}) for part in parts]
    Together(told, say=say).run(started)
