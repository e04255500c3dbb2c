"""Commands that are one part each: serve, work, poll, listen, prepare, user add."""

import argparse
import getpass
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from assistant import bootstrap, running
from assistant.cli.arguments import QUEUES
from assistant.cli.library import details
from assistant.cli.shown import complain, tell
from assistant.config import Settings
from assistant.demo.folder import DemoFolder
from assistant.services import prepare as preparing
from assistant.services.first_start import Choice, Plan
from assistant.services.import_knowledge import import_knowledge
from assistant.services.poll_mailboxes import keep_polling, poll_once
from assistant.services.recompute_clocks import recompute_clocks
from assistant.services.take_submission import take_submissions

DID_NOT_WORK, WRONG_USE = 1, 2
SHORTEST_PASSWORD = 12
# A sweep over many rows may take minutes; where it takes longer than this, the poller is stuck.
POLLER_GOOD_FOR = 600.0


def serve(arguments: argparse.Namespace) -> int:
    """Serve the web pages until told to stop."""
    settings = arguments.settings
    running.refuse_port_in_use(settings.web_host, settings.web_port, "FOI_WEB_PORT")
    _end_in_order()
    running.log_what_is_uncaught()
    with running.heartbeat(settings, "serve") as given:
        # Whether it is alive is asked at its port.
        given.beat(None)
        bootstrap.serve(settings)
    return 0


def work(arguments: argparse.Namespace) -> int:
    """Do queued work until told to stop, or until none is left."""
    queues = tuple(arguments.queue or QUEUES)
    running.log_what_is_uncaught()
    with running.heartbeat(arguments.settings, "-".join(("work", *queues))) as given:
        bootstrap.work(arguments.settings, queues, beat=given.beat, until_idle=arguments.until_idle)
    return 0


def poll(arguments: argparse.Namespace) -> int:
    """Look at the mailboxes once, or again and again."""
    settings = arguments.settings
    mailboxes = bootstrap.mailboxes(settings)
    plans = plans_of(settings, arguments.first_start)
    # The clock alone: the library and the wording would be loaded for nothing.
    clock = bootstrap.clock()
    if arguments.once:
        if not mailboxes:
            complain("No mailbox is set. Set FOI_MAILBOX_ADDRESS and FOI_IMAP_HOST.")
            return DID_NOT_WORK
        polled, problems = poll_once(mailboxes, clock=clock, plans=plans)
        for problem in problems:
            complain(problem)
        tell(f"{polled.new} new, {polled.known} known already.")
        return DID_NOT_WORK if problems else 0
    _end_in_order()
    running.log_what_is_uncaught()
    good_for = max(POLLER_GOOD_FOR, 3 * settings.poll_seconds)
    with running.heartbeat(settings, "poll") as given:
        keep_polling(
            mailboxes,
            clock=clock,
            stale_seconds=settings.stale_seconds,
            poll_seconds=settings.poll_seconds,
            stop=threading.Event(),
            plans=plans,
            beat=lambda: given.beat(good_for),
        )
    return 0


def plans_of(settings: Settings, first_start: Choice | None) -> dict[str, Plan]:
    """Return what is set for each mailbox, by its address; `first_start` goes before it."""
    return {
        account.mailbox_address: Plan(
            first_start=first_start or account.first_start,
            asks_above=settings.first_start_asks_above,
            after=account.imap_after,
            move_to=account.imap_move_to,
        )
        for account in settings.accounts
    }


def listen(arguments: argparse.Namespace) -> int:
    """Take mail from mail servers until told to stop."""
    settings = arguments.settings
    clock = bootstrap.ports(settings).clock
    running.log_what_is_uncaught()
    running.listen(
        settings,
        lambda submissions: take_submissions(submissions, clock=clock),
        started=lambda where: tell(f"Listening: {where}. Ctrl+C ends it."),
    )
    return 0


def prepare(arguments: argparse.Namespace) -> int:
    """Make or update the database and the rows that the settings describe."""
    _prepare(arguments)
    return 0


def user_add(arguments: argparse.Namespace) -> int:
    """Ask for a password and let the person sign in with it."""
    password = _password()
    if password is None:
        return WRONG_USE
    authority = _prepare(arguments)
    user, new = preparing.add_user(
        username=arguments.name,
        password=password,
        role=arguments.role,
        email=arguments.email,
        authority=authority,
    )
    tell(f"{user.username} may sign in now." if new else f"{user.username} was changed.")
    return 0


def demo_prepare(arguments: argparse.Namespace) -> int:
    """Set up the demonstration: its database, its two people and its library."""
    authority = _prepare(arguments)
    passwords = DemoFolder(Path(arguments.folder)).passwords
    for name, password in (("officer", passwords.officer), ("supervisor", passwords.supervisor)):
        preparing.add_user(
            username=name,
            password=password,
            role=name,
            email=f"{name}@northshire-police.test",
            authority=authority,
        )
    documents = bootstrap.precedents([bootstrap.knowledge_folder("responses")])
    with running.chroma_at_hand(arguments.settings, start=False) as reached:
        ports = bootstrap.ports(reached)
        import_knowledge(authority.pk, documents, library=ports.library, clock=ports.clock)
    return 0


def _prepare(arguments: argparse.Namespace) -> Any:
    settings = arguments.settings
    of_the_settings = details(settings)
    bootstrap.migrate(settings)
    authority = preparing.prepare(of_the_settings, wordings=bootstrap.wordings())
    recompute_clocks(authority, clock=bootstrap.ports(settings).clock)
    return authority


def _end_in_order() -> None:
    """Let SIGTERM do what Ctrl+C does: what is under way is finished or undone, then it ends."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def _password() -> str | None:
    """Ask for a password twice on a terminal, or read a line from a pipe."""
    if not sys.stdin.isatty():
        password = sys.stdin.readline().rstrip("\n")
    else:
        password = getpass.getpass("Password: ")
        if getpass.getpass("Again: ") != password:
            complain("The two passwords differ. Begin again.")
            return None
    if len(password) < SHORTEST_PASSWORD:
        complain(f"A password has at least {SHORTEST_PASSWORD} characters.")
        return None
    return password
