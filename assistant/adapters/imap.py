"""A mailbox on an IMAP server (RFC 3501): read by UID, waited for, and changed only when asked."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.adapters.imap_connection import Connection
from assistant.adapters.imap_messages import Messages
from assistant.adapters.imap_putting_away import put_away
from assistant.adapters.imap_sign_in import Account
from assistant.adapters.imap_waiting import wait
from assistant.adapters.tls import Security
from assistant.domain.errors import NotAllowed
from assistant.ports import Arrival, FolderState, Unreadable


class ImapMailbox:
    """A Mailbox on an IMAP server.

    It connects when a folder is opened and keeps that one connection over any number of passes
    and folders. Build one for each mailbox and keep it: it also remembers which messages made the
    server fall silent. `close` may be called from another thread or from a signal handler, and ends
    what is under way: a wait returns False, anything else raises TryAgainLater.
    """

    def __init__(
        self,
        host: str,
        port: int,
        user: str,
        password: str = "",
        *,
        token: Callable[[], str] | None = None,
        security: Security = "tls",
        timeout: float = 30.0,
        ca_file: Path | None = None,
        may_change: bool = False,
    ) -> None:
        """Remember how to sign in: with `password`, or with what `token` returns each time.

        `timeout` is in seconds and holds for the connection and for every silence of the server.
        `ca_file` names certificates in PEM form to trust besides the machine's own. `may_change`
        is for a mailbox whose stored messages are flagged or moved; any other is opened with
        EXAMINE, so that nothing in it can change. Raises NotAllowed when the connection would be in
        plain text to another machine.
        """
        account = Account(host, port, user, password, token, security, timeout, ca_file)
        self._connection = Connection(account, may_change=may_change)
        self._messages = Messages(self._connection)

    def greet(self) -> str:
        """Connect and sign in without opening a folder; return where, for people to read.

        Says, too, whether the server tells of new mail at once (IDLE). Raises TryAgainLater and
        NotAllowed as `open` does.
        """
        idles = self._connection.ask(lambda client: bool(client.has_capability("IDLE")))
        news = (
            "tells of new mail at once (IDLE)" if idles else "is looked at now and then (no IDLE)"
        )
        return f"{self._connection.account.where.removeprefix('The mail server ')}; {news}"

    def open(self, folder: str) -> FolderState:
        """Open `folder` and return its state; a connection that died since is made again.

        `uidvalidity` is 0 where the server gives none: its numbers then mean nothing later on.
        """
        return self._connection.open(folder)

    def arrivals(self, after_uid: int, *, limit: int) -> Iterator[Arrival | Unreadable]:
        """Yield up to `limit` messages with a UID above `after_uid`, in ascending order.

        Bodies come with BODY.PEEK[], in batches bounded by number and size, so memory stays the
        same in a folder of any size; a batch that fails is taken one by one, and a message that
        keeps failing is yielded as Unreadable.
        """
        self._refuse_if_closed()
        return self._messages.above(after_uid, limit)

    def uids(self) -> list[int]:
        """Return the UID of every message in the folder, ascending, from bounded answers."""
        self._refuse_if_closed()
        return self._messages.uids()

    def fetch(self, uids: Sequence[int]) -> Iterator[Arrival | Unreadable]:
        """Yield these messages, ascending and each once, as `arrivals` does."""
        self._refuse_if_closed()
        return self._messages.these(sorted(set(uids)))

    def wait(self, seconds: float) -> bool:
        """Wait for mail, at most `seconds` and never more than 28 minutes; return whether it came.

        By IDLE where the server can; elsewhere a server that speaks or hangs up is noticed, and
        mail only by looking. Returns False, too, where the mailbox was closed meanwhile.
        """
        if self._connection.told_to_close:
            return False
        self._refuse_if_closed()
        return wait(self._connection, seconds)

    def put_away(self, uids: Sequence[int], *, move_to: str = "") -> None:
        r"""Flag messages (\Flagged), or move them to the folder `move_to`, which has to be there.

        Raises NotAllowed where the mailbox was not built to change anything, where the account may
        not, and where the folder is missing.
        """
        self._refuse_if_closed()
        put_away(self._connection, sorted(set(uids)), move_to)

    def close(self) -> None:
        """Sign out; an error here means the connection was gone already."""
        self._connection.close()

    def _refuse_if_closed(self) -> None:
        if not self._connection.is_open:
            raise NotAllowed("No folder of the mailbox is open. Open one before reading it.")
