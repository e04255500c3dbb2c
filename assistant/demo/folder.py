"""The demonstration's folder: its parts, its passwords, and how it begins again."""

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from assistant.demo.mail_folder import MailFolder
from assistant.demo.samples import deliveries
from assistant.domain.errors import NotAllowed

MARK = "foi-assistant-demo.json"


@dataclass(frozen=True, slots=True)
class Passwords:
    """The passwords of one demonstration: its two people, and its mailbox."""

    officer: str
    supervisor: str
    mailbox: str


@dataclass(frozen=True, slots=True)
class DemoFolder:
    """Everything a demonstration keeps, below one folder."""

    path: Path

    @property
    def data(self) -> Path:
        """The assistant's own data folder."""
        return self.path / "data"

    @property
    def inbox(self) -> MailFolder:
        """The mail that arrived for the authority."""
        return MailFolder(self.path / "mailbox")

    @property
    def letters(self) -> MailFolder:
        """The letters that reached their requesters."""
        return MailFolder(self.path / "letters")

    @property
    def passwords(self) -> Passwords:
        """The passwords made when the folder was."""
        found = json.loads((self.path / MARK).read_text(encoding="utf-8"))
        return Passwords(**found["passwords"])


def usual_place(environ: Mapping[str, str]) -> Path:
    """Return where a demonstration is kept unless told otherwise: among the user's own data."""
    given = environ.get("XDG_DATA_HOME", "")
    base = Path(given) if given else Path.home() / ".local" / "share"
    return base / "foi-assistant-demo"


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the folder while a demonstration runs in it.

    Raises NotAllowed where another one runs there already, or where it cannot be written.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise NotAllowed(
            f"The folder {path} cannot be used: {error.strerror}. Choose another with --folder."
        ) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise NotAllowed(
            f"A demonstration runs already in {path}. End it first, or choose another --folder."
        ) from error
    else:
        yield
    finally:
        os.close(descriptor)


def prepared(path: Path, now: datetime, *, fresh: bool) -> DemoFolder:
    """Return the folder with its passwords and sample mail, as it was left or `fresh`.

    `now` (aware) is the day the mail is dated by. Raises NotAllowed for a folder that holds other
    things: nothing is ever deleted or filled there.
    """
    mark = path / MARK
    others = [entry for entry in path.iterdir() if entry.name not in {MARK, ".lock"}]
    if others and not mark.exists():
        raise NotAllowed(
            f"The folder {path} holds other files. Choose an empty or new one with --folder."
        )
    if fresh:
        for entry in others:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        mark.unlink(missing_ok=True)
    folder = DemoFolder(path)
    if not mark.exists():
        _make_passwords(mark)
    if not (path / "mailbox").exists():
        _fill(folder, now)
    return folder


def _make_passwords(mark: Path) -> None:
    """Make the passwords; the file also marks the folder as one of ours."""
    passwords = Passwords(*(secrets.token_urlsafe(9) for _ in range(3)))
    mark.touch(mode=0o600)
    mark.write_text(json.dumps({"passwords": asdict(passwords)}, indent=2), encoding="utf-8")


def _fill(folder: DemoFolder, now: datetime) -> None:
    """Put the sample mail into the mailbox, all or nothing: a start cut short begins it again."""
    unfinished = folder.path / "mailbox.unfinished"
    if unfinished.exists():
        shutil.rmtree(unfinished)
    inbox = MailFolder(unfinished)
    for delivery in deliveries(now):
        inbox.add(delivery.raw, delivery.received_at)
    unfinished.replace(folder.path / "mailbox")
