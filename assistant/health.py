"""The composition root's look at itself: reach every part, and say what to do where one fails."""

import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from assistant import bootstrap, model_wiring
from assistant.adapters.bank_holiday_files import SOURCE
from assistant.adapters.imap import ImapMailbox
from assistant.adapters.system_clock import SystemClock
from assistant.config import Settings
from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater
from assistant.domain.law.calendar import PUBLISHED_UNTIL, from_gov_uk, years_in_part
from assistant.domain.law.clock import received_on
from assistant.domain.law.timeline import long_day
from assistant.mail_settings import Account
from assistant.ports import Mailbox, SentFolder


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Whether a part works, what was found, and what to do where it does not, or soon will not."""

    part: str
    works: bool
    detail: str
    what_to_do: str = ""


Look = Callable[[Settings], str]
# Bank holidays are known a year or two ahead; a horizon nearer than this is worth a look.
_NEAR = timedelta(days=365)
_AFTER = {
    "nothing": "changes nothing there",
    "flag": "flags what is stored",
    "move": "moves what is stored to {folder}",
}


class _Warning(Exception):
    """A part works and needs a look; the two arguments are what was found and what to do."""


class _Fault(Exception):
    """A part does not work; the two arguments are what was found and what to do."""


def checks(settings: Settings) -> list[CheckResult]:
    """Look at data folder, database, knowledge, calendar, Chroma, mailboxes, ways out and in.

    Nothing is changed, nothing is sent, and no fault of one part keeps the next from being looked
    at. A part that is not set up is a fault where the assistant needs it to do its work.
    """
    before: dict[str, Look] = {
        "Data folder": _data_folder,
        "Database": _database,
        "Knowledge": _knowledge,
        "Calendar": _calendar,
        "Chroma": _chroma,
        "Private files": _private_files,
    }
    after: dict[str, Look] = {
        "Outgoing mail": _outgoing_mail,
        **({"Listener": _listener} if settings.listen else {}),
        "Language model": _model,
    }
    return [
        *(_look(name, reach, settings) for name, reach in before.items()),
        *_mailboxes(settings),
        *(_look(name, reach, settings) for name, reach in after.items()),
    ]


def _look(name: str, reach: Look, settings: Settings) -> CheckResult:
    """Reach one part, and turn what goes wrong into a result."""
    return _result(name, lambda: reach(settings))


def _result(name: str, reach: Callable[[], str]) -> CheckResult:
    try:
        return CheckResult(name, works=True, detail=reach())
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


def _private_files(settings: Settings) -> str:
    """Say whether files that hold passwords and keys can be read by their owner alone."""
    named = {
        settings.mailboxes,
        settings.listen_key,
        settings.model_key_file,
        *(account.oauth_account_file for account in settings.accounts),
    }
    files = sorted(Path(name) for name in named - {""})
    open_to_others = [str(file) for file in files if file.exists() and _others_may_read(file)]
    if open_to_others:
        raise _Warning(
            f"Others on this machine can read {', '.join(open_to_others)}",
            f"Run: chmod 600 {' '.join(open_to_others)}",
        )
    return ", ".join(map(str, files)) or "none are set"


def _others_may_read(file: Path) -> bool:
    return bool(file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH))


def _mailboxes(settings: Settings) -> Iterator[CheckResult]:
    """Sign in to each mailbox and open each of its folders without changing anything."""
    if not settings.accounts:
        yield _result("Mailbox", _no_mailbox)
    opened, sent = bootstrap.mailboxes(settings), bootstrap.sent_folders(settings)
    for account in settings.accounts:
        address = account.mailbox_address
        if address in opened:
            yield from _mailbox(account, opened[address])
        else:
            yield _result(f"Mailbox {address}", _only_handed_over)
        if address in sent:
            name = f"Sent folder {address}/{account.imap_sent_folder}"
            yield _result(name, partial(_sent_folder, sent[address]))


def _no_mailbox() -> str:
    raise _Fault(
        "No mailbox is set, so no mail is taken in",
        "Set FOI_MAILBOX_ADDRESS and FOI_IMAP_HOST, with user and password.",
    )


def _only_handed_over() -> str:
    raise _Warning(
        "no IMAP server is set, so it is not read",
        "Set FOI_IMAP_HOST, or let your mail server hand its mail to foi-assistant listen.",
    )


def _mailbox(account: Account, open_mailbox: Callable[[], ImapMailbox]) -> Iterator[CheckResult]:
    """Look at one mailbox, then at each of its folders; at none where the sign-in fails."""
    with closing(open_mailbox()) as mailbox:
        signed_in = _result(
            f"Mailbox {account.mailbox_address}", lambda: f"{mailbox.greet()}; {_by(account)}"
        )
        yield signed_in
        if not signed_in.works:
            return
        for folder in account.imap_folders:
            name = f"Folder {account.mailbox_address}/{folder}"
            yield _result(name, partial(_folder, mailbox, folder))


def _by(account: Account) -> str:
    """Say how the assistant signs in, and what it may do."""
    how = "signs in with a password"
    if account.imap_sign_in == "oauth":
        how = f"signs in with {_oauth(account)}"
    return f"{how}; {_AFTER[account.imap_after].format(folder=account.imap_move_to)}"


def _oauth(account: Account) -> str:
    if account.oauth_provider == "google":
        return "OAuth 2 (Google, service account)"
    whose = "application" if account.oauth_client_secret else "a person’s sign-in"
    return f"OAuth 2 (Microsoft, {whose})"


def _folder(mailbox: Mailbox, folder: str) -> str:
    return f"{mailbox.open(folder).messages:,} message(s)"


def _sent_folder(open_folder: Callable[[], SentFolder]) -> str:
    """Search the folder of sent mail for a letter that cannot be there."""
    with closing(open_folder()) as folder:
        folder.holds("<nothing@check.invalid>")
    return "can be searched"


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
    reached = bootstrap.mail_server(settings).greet()
    how = "no sign-in"
    if settings.smtp_user:
        how = f"signs in as {settings.smtp_user} with a password"
    if settings.smtp_sign_in == "oauth":
        how = f"signs in as {settings.smtp_user} with {_oauth(settings.own_account)}"
    return f"{reached}; {how}; {settings.smtp_per_minute} letters a minute at most"


def _model(settings: Settings) -> str:
    """Ask each language model about a sentence that is nobody's."""
    if not settings.model:
        return "none; drafts are composed from approved wording"
    answered, failed = [], []
    for one in model_wiring.each_alone(settings):
        try:
            call = one.writer.read("How many patrol cars do you have?").calls[-1]
        except (NotAllowed, TryAgainLater) as error:
            failed.append(f"{one.name} {one.where}: {error}")
        else:
            seconds = call.milliseconds / 1000
            answered.append(f"{one.name} {one.where}, answers in {seconds:.1f} seconds")
    found = ". ".join((*answered, *failed))
    if not answered:
        raise _Fault(found, "Until one answers, drafts are composed from approved wording.")
    if failed:
        raise _Warning(found, "The others stand in for it.")
    if settings.model_tracing:
        raise _Warning(found, "FOI_MODEL_TRACING lets LangSmith have all texts; is this meant?")
    return found
