"""The composition root's look at itself: reach every part, and say what to do where one fails."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta

from assistant import bootstrap
from assistant.adapters.bank_holiday_files import SOURCE
from assistant.adapters.system_clock import SystemClock
from assistant.config import Settings
from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater
from assistant.domain.law.calendar import PUBLISHED_UNTIL, from_gov_uk, years_in_part
from assistant.domain.law.clock import received_on
from assistant.domain.law.timeline import long_day


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Whether a part works, what was found, and what to do where it does not, or soon will not."""

    part: str
    works: bool
    detail: str
    what_to_do: str = ""


# Bank holidays are known a year or two ahead; a horizon nearer than this is worth a look.
_NEAR = timedelta(days=365)


class _Warning(Exception):
    """A part works and needs a look; the two arguments are what was found and what to do."""


class _Fault(Exception):
    """A part does not work; the two arguments are what was found and what to do."""


def checks(settings: Settings) -> list[CheckResult]:
    """Look at data folder, database, knowledge, calendar, Chroma, mailbox, mail server, model.

    Nothing is changed, nothing is sent, and no fault of one part keeps the next from being looked
    at. A part that is not set up is a fault where the assistant needs it to do its work.
    """
    parts: dict[str, Callable[[Settings], str]] = {
        "Data folder": _data_folder,
        "Database": _database,
        "Knowledge": _knowledge,
        "Calendar": _calendar,
        "Chroma": _chroma,
        "Mailbox": _mailbox,
        **({"Listener": _listener} if settings.listen else {}),
        "Outgoing mail": _outgoing_mail,
        "Language model": _model,
    }
    return [_look(name, reach, settings) for name, reach in parts.items()]


def _look(name: str, reach: Callable[[Settings], str], settings: Settings) -> CheckResult:
    """Reach one part, and turn what goes wrong into a result."""
    try:
        return CheckResult(name, works=True, detail=reach(settings))
    except _Warning as warning:
        return CheckResult(name, works=True, detail=warning.args[0], what_to_do=warning.args[1])
    except _Fault as fault:
        return CheckResult(name, works=False, detail=fault.args[0], what_to_do=fault.args[1])
    except (NotAllowed, TryAgainLater, NeedsAPerson) as error:
        # The adapters' messages say both what happened and what to do.
        return CheckResult(name, works=False, detail=str(error))


def _data_folder(settings: Settings) -> str:
    """Write to the data folder."""
    probe = settings.data_folder / ".written-by-check"
    try:
        settings.data_folder.mkdir(parents=True, exist_ok=True)
        probe.write_text("")
        probe.unlink()
    except OSError as error:
        raise _Fault(
            f"{settings.data_folder} cannot be written: {error.strerror}",
            "Give this user the folder, or set FOI_DATA_FOLDER to another.",
        ) from error
    return str(settings.data_folder)


def _database(settings: Settings) -> str:
    """Ask the database which migrations it has."""
    bootstrap.start()
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    where = "PostgreSQL" if settings.database_url.startswith("postgres") else "SQLite"
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        reason = " ".join(str(error).split())
        raise _Fault(
            f"{where} does not answer: {reason}", "Check DATABASE_URL and that the server runs."
        ) from error
    finally:
        connection.close()
    if missing:
        raise _Fault(f"{where} lacks {len(missing)} migration(s)", "Run: foi-assistant prepare")
    return f"{where}, up to date"


def _knowledge(_settings: Settings) -> str:
    """Load the register and the wording."""
    try:
        provisions, wordings = len(bootstrap.register()), len(bootstrap.wordings())
    except ValueError as error:
        raise _Fault(
            str(error), "Mend the file it names, or install FOI Assistant again."
        ) from error
    return f"{provisions} provisions, {wordings} wordings"


def _calendar(settings: Settings) -> str:
    """Say until when bank holidays are known, and for which kind of authority clocks run."""
    horizon, source, in_part = PUBLISHED_UNTIL, "this version", ""
    document = bootstrap.bank_holidays(settings.bank_holidays)
    if document is not None:
        published = from_gov_uk(document)
        horizon, source = published.horizon, settings.bank_holidays
        years = ", ".join(str(year) for year in years_in_part(published))
        in_part = f"; the days of {years} are not whole, and were filled in" if years else ""
    found = f"bank holidays known until {long_day(horizon)} ({source}){in_part}"
    if settings.authority_clock != "foi":
        found += f"; clock: {settings.authority_clock}"
    if horizon - received_on(SystemClock().now()) < _NEAR:
        raise _Warning(found, f"Download {SOURCE} and set FOI_BANK_HOLIDAYS to the file.")
    if in_part:
        raise _Warning(found, f"Download {SOURCE} again.")
    return found


def _chroma(settings: Settings) -> str:
    """Ask the Chroma server whether it is alive."""
    from assistant.adapters.chroma_client import Connection, telling

    address = bootstrap.chroma_address(settings)
    with telling(address), closing(Connection(address, settings.network_timeout)) as connection:
        connection.heartbeat()
    return address


def _mailbox(settings: Settings) -> str:
    """Sign in to the mailbox and open each of its folders without changing anything."""
    mailboxes = bootstrap.mailboxes(settings)
    if not mailboxes:
        raise _Fault(
            "No mailbox is set, so no mail is taken in",
            "Set FOI_MAILBOX_ADDRESS and FOI_IMAP_HOST, with user and password.",
        )
    for open_mailbox in mailboxes.values():
        with closing(open_mailbox()) as mailbox:
            for folder in settings.imap_folders:
                mailbox.open(folder)
    return f"{settings.mailbox_address}: {', '.join(settings.imap_folders)}"


def _listener(settings: Settings) -> str:
    """Greet the listener as a mail server would, and compare where it listens with for whom."""
    from assistant.adapters.listener_probe import doubts, greeting

    host, port = settings.listen_host, settings.listen_port
    greeting(host, port, settings.network_timeout)
    found = f"{settings.listen_protocol.upper()} on {host}, port {port}"
    doubt = doubts(host, settings.listen_networks, encrypted=bool(settings.listen_certificate))
    if doubt:
        raise _Warning(f"{found}; {doubt[0]}", doubt[1])
    return found


def _outgoing_mail(settings: Settings) -> str:
    """Sign in to the mail server that letters leave by, and leave without sending."""
    return bootstrap.mail_server(settings).greet()


def _model(_settings: Settings) -> str:
    """Say how drafts are composed."""
    return "none; drafts are composed from approved wording"
