"""One connection to an IMAP server, kept over many commands, and the folder open on it."""

import contextlib
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from imapclient.exceptions import (
    IMAPClientAbortError,
    IMAPClientError,
    IMAPClientReadOnlyError,
)

from assistant.adapters.imap_sign_in import (
    PASSING_REFUSALS,
    UNREADABLE,
    Account,
    connect,
    words_of,
)
from assistant.adapters.imap_wire import Client
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import FolderState

Answer = TypeVar("Answer")
# What Exchange answers to any command once it has cut a session off from its mailbox: a missing
# right, another mailbox's name, a token that has run out, or too much at once.
CUT_OFF = ("authenticated but not connected", "throttled")


class Lost(TryAgainLater):
    """The connection is gone. `silent` where the server did not answer, but did not hang up."""

    def __init__(self, message: str, *, silent: bool = False) -> None:
        super().__init__(message)
        self.silent = silent


class Connection:
    """Signs in when it is first needed, and again after the connection was lost.

    `ask` gives it commands. One thread uses it; `close` may come from any thread, and from a signal
    handler, and then ends what is under way.
    """

    def __init__(self, account: Account, *, may_change: bool = False) -> None:
        """Remember how to sign in; folders are opened for reading only, unless `may_change`."""
        self.account = account
        self.folder = ""
        self.state = FolderState(0, 0)
        # How many messages the folder holds, as far as the server has told.
        self.held = 0
        # Whether messages of the open folder can be flagged or moved.
        self.writable = False
        self.told_to_close = False
        self._may_change = may_change
        self._client: Client | None = None
        self._in_use = Lock()

    @property
    def is_open(self) -> bool:
        """Whether a folder is open."""
        return self._client is not None and bool(self.folder)

    def ask(self, command: Callable[[Client], Answer]) -> Answer:
        """Give one command and return its answer.

        Raises Lost where the connection breaks, and drops it. What the server refuses, or answers
        in a way that cannot be read, is passed on as one of UNREADABLE.
        """
        client = self._client or self._connected()
        with self._in_use:
            if self._client is not client:  # closed while this was on its way
                raise self._left()
            try:
                return command(client)
            except (IMAPClientAbortError, OSError) as error:
                # The error may quote what was being read, which is somebody's mail.
                raise self._lost(client, error) from None
            except IMAPClientError as error:
                if any(mark in str(error).lower() for mark in CUT_OFF):
                    raise self._lost(client, error) from None
                raise

    def open(self, folder: str) -> FolderState:
        """Open `folder` and return its state; a connection that died meanwhile is made again.

        Raises NotAllowed where the server does not open it.
        """
        self.told_to_close = False
        kept = self._client is not None
        try:
            return self._opened(folder)
        except Lost:
            if not kept or self.told_to_close:
                raise
        return self._opened(folder)

    def hear(self, client: Client) -> int:
        """Take in what the last answers told of the folder besides, and return how many came new.

        Where a message went and another came, both are counted: a look too many does no harm.
        """
        told = client.wire.untagged_responses
        self.held -= len(told.pop("EXPUNGE", ()))
        exists = [int(count) for count in told.pop("EXISTS", ()) if count.isdigit()]
        for kind in ("RECENT", "FETCH"):  # left there, they would pile up
            told.pop(kind, None)
        before, self.held = self.held, exists[-1] if exists else self.held
        return max(self.held - before, 0)

    def reopen(self, lost: Lost) -> None:
        """Sign in again and open the same folder; raises `lost` if it was renumbered meanwhile."""
        before = self.state.uidvalidity
        if self.told_to_close or self._opened(self.folder).uidvalidity != before:
            self.close()
            raise lost

    def close(self) -> None:
        """Sign out; never raises. What is under way ends: it finds the connection closed."""
        self.told_to_close = True
        client, self._client, self.folder = self._client, None, ""
        if client is None:
            return
        if not self._in_use.acquire(blocking=False):
            with contextlib.suppress(OSError):
                client.wire.interrupt()
            return
        try:
            client.logout()
        except (OSError, *UNREADABLE):
            pass
        finally:
            client.shutdown()
            self._in_use.release()

    def _connected(self) -> Client:
        if self.told_to_close:
            raise self._left()
        client = connect(self.account)
        if self.told_to_close:  # meanwhile
            client.shutdown()
            raise self._left()
        self._client = client
        return client

    def _left(self) -> Lost:
        return Lost(f"{self.account.where} was left, because the mailbox was closed.")

    def _lost(self, client: Client, error: BaseException) -> Lost:
        """Let go of a broken connection and say how it broke; the next command makes a new one."""
        if self._client is client:
            self._client = None
        goodbye = client.wire.untagged_responses.get("BYE")
        client.shutdown()
        silent = isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError)
        if goodbye:
            how = f"it said goodbye ({words_of(ValueError(goodbye[-1]), self.account.password)})"
        elif silent:
            how = f"it did not answer within {self.account.timeout:g} seconds"
        elif isinstance(error, OSError) or not isinstance(error, IMAPClientAbortError):
            how = words_of(error, self.account.password)
        elif "EOF" in str(error) or "socket error" in str(error):
            how = "it closed the connection"
        else:
            how = "its answer cannot be read"
        return Lost(
            f"The connection to the mail server {self.account.host}:{self.account.port} was lost: "
            f"{how}. It will be tried again.",
            silent=silent and not goodbye,
        )

    def _opened(self, folder: str) -> FolderState:
        try:
            found = self.ask(lambda client: self._selected(client, folder))
        except UNREADABLE as error:
            said = words_of(error, self.account.password)
            self.folder = ""
            if any(code in said.upper() for code in PASSING_REFUSALS):
                raise TryAgainLater(
                    f"{self.account.where} does not open the folder {folder!r} at the moment: "
                    f"{said}. It will be tried again."
                ) from None
            raise NotAllowed(
                f"The mail server {self.account.host} does not open the folder {folder!r}: "
                f"{said}. Check the folder's name in the mailbox settings."
            ) from None
        self.folder = folder
        self.state = found
        self.held = found.messages
        return found

    def _selected(self, client: Client, folder: str) -> FolderState:
        self.writable = self._may_change
        try:
            told = dict(client.select_folder(folder, readonly=not self._may_change))
        except IMAPClientReadOnlyError:
            # We may read it and no more, so that flagging and moving have to wait for a person.
            self.writable = False
            told = dict(client.select_folder(folder, readonly=True))
        if b"UIDVALIDITY" not in told or b"UIDNEXT" not in told:
            told = {**_asked(client, folder), **told}
        messages = int(told.get(b"EXISTS") or 0)
        uidnext = told.get(b"UIDNEXT") or _above_all(client, messages)
        self.hear(client)
        return FolderState(int(told.get(b"UIDVALIDITY") or 0), int(uidnext), messages)


def _asked(client: Client, folder: str) -> dict[bytes, Any]:
    """Ask for the numbering with STATUS, where opening the folder did not tell it."""
    try:
        return dict(client.folder_status(folder, ["UIDNEXT", "UIDVALIDITY"]))
    except IMAPClientAbortError:
        raise
    except UNREADABLE:
        return {}


def _above_all(client: Client, messages: int) -> int:
    """Return a number above every message, for a server that does not tell its next one."""
    if not messages:
        return 1
    try:
        return max(client.search(["UID", "*"]), default=0) + 1
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return 1
