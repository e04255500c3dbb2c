"""A mailbox on an IMAP server (RFC 3501), opened for reading only and read by UID."""

import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import imapclient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from assistant.adapters.imap_reading import Cut, Listed, batches, body_of, listed_from
from assistant.adapters.tls import Security, refuse_plain_text, verifying_context
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Arrival, FolderState, Unreadable

# A batch is retried message by message, and each message this often, before a person is asked.
TRIES = 3
SEARCH_WINDOW = 5_000
LISTED_AT_ONCE = 500
# RFC 5530: what a server says when the sign-in is fine and the time is not.
PASSING_REFUSALS = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]", "[CONTACTADMIN]")
# What IMAPClient raises on a refused command, or on an answer it cannot make sense of.
UNREADABLE = (IMAPClientError, ValueError, LookupError, TypeError, AssertionError)


class ImapMailbox:
    """A Mailbox on an IMAP server; it connects when a folder is opened."""

    def __init__(
        self,
        host: str,
        port: int,
        user: str,
        password: str,
        *,
        security: Security = "tls",
        timeout: float = 30.0,
        ca_file: Path | None = None,
    ) -> None:
        """Remember how to sign in; `timeout` is in seconds and holds for every read and write.

        `ca_file` names certificates in PEM form to trust besides the machine's own. Raises
        NotAllowed when the connection would be in plain text to another machine.
        """
        refuse_plain_text(host, security)
        self._host = host
        self._port = port
        self._user = user
        self._password = password
        self._security = security
        self._timeout = timeout
        self._ca_file = ca_file
        self._client: Any = None
        self._folder = ""
        self._state = FolderState(0, 0)

    def open(self, folder: str) -> FolderState:
        """Open `folder` with EXAMINE, so that nothing in it can change, and return its state.

        `uidvalidity` is 0 where the server gives none: its numbers then mean nothing later on.
        """
        if self._client is None:
            self._connect()
        self._folder = folder
        try:
            self._state = self._examine()
        except (IMAPClientAbortError, OSError) as error:
            raise self._gone(error) from error
        except IMAPClientError as error:
            self.close()
            raise NotAllowed(
                f"The mail server {self._host} does not open the folder {folder!r}: "
                f"{self._said(error)}. Check the folder's name in the mailbox settings."
            ) from error
        return self._state

    def arrivals(self, after_uid: int, *, limit: int) -> Iterator[Arrival | Unreadable]:
        """Yield up to `limit` messages with a UID above `after_uid`, in ascending order.

        Bodies come with BODY.PEEK[], in batches bounded by number and size; a batch that fails is
        taken one by one, and a message that keeps failing is yielded as Unreadable.
        """
        if self._client is None:
            raise NotAllowed("No folder of the mailbox is open. Open one before reading it.")
        return self._arrivals(after_uid, limit)

    def close(self) -> None:
        """Sign out; an error here means the connection was gone already."""
        client, self._client = self._client, None
        if client is None:
            return
        try:
            client.logout()
        except (IMAPClientError, OSError):
            _shut(client)

    def _connect(self) -> None:
        context = None if self._security == "none" else verifying_context(self._ca_file)
        client: Any = None
        try:
            client = imapclient.IMAPClient(
                self._host,
                self._port,
                ssl=self._security == "tls",
                ssl_context=context if self._security == "tls" else None,
                timeout=imapclient.SocketTimeout(self._timeout, self._timeout),
            )
            # IMAPClient hands every literal, so every requester's mail, to the logging module, and
            # spends most of its time on that. It offers no setting for it.
            client._imap.debug = 0  # noqa: SLF001 (see above)
            # Otherwise INTERNALDATE becomes a naive time in this machine's time zone.
            client.normalise_times = False
            if self._security == "starttls":
                client.starttls(context)
            client.login(self._user, self._password)
        except (IMAPClientError, OSError) as error:
            if client is not None:
                _shut(client)
            raise self._refusal(error) from error
        self._client = client

    def _refusal(self, error: Exception) -> NotAllowed | TryAgainLater:
        """Sort a failure to connect or sign in by what to do about it."""
        where = f"The mail server {self._host}:{self._port}"
        if isinstance(error, ssl.SSLCertVerificationError):
            return NotAllowed(
                f"{where} shows a certificate that is not trusted ({error.verify_message}). "
                "Nothing was sent. Correct the host name, or name the authority's own certificates."
            )
        if isinstance(error, imapclient.exceptions.CapabilityError):
            return NotAllowed(
                f"{where} does not offer STARTTLS, so nothing was sent. Choose tls with its port."
            )
        refused = isinstance(error, imapclient.exceptions.LoginError)
        # IMAPClient makes a LoginError of a lost connection, too, and keeps the cause as context.
        lost = isinstance(error.__context__, IMAPClientAbortError)
        passing = any(code in str(error).upper() for code in PASSING_REFUSALS)
        if refused and not lost and not passing:
            return NotAllowed(
                f"{where} refuses the sign-in of {self._user}: {self._said(error)}. "
                "Check user name and password in the mailbox settings."
            )
        return TryAgainLater(
            f"{where} cannot be reached at the moment: {self._said(error)}. "
            "It will be tried again; if this goes on, check its address and port."
        )

    def _gone(self, error: Exception) -> TryAgainLater:
        """Drop a broken connection and say so; the next `open` makes a new one."""
        client, self._client = self._client, None
        if client is not None:
            _shut(client)
        return TryAgainLater(
            f"The connection to the mail server {self._host}:{self._port} was lost: "
            f"{self._said(error)}. It will be tried again."
        )

    def _said(self, error: Exception) -> str:
        words = " ".join(str(error).split())[:200] or type(error).__name__
        return words.replace(self._password, "(password)") if self._password else words

    def _examine(self) -> FolderState:
        found = dict(self._client.select_folder(self._folder, readonly=True))
        if b"UIDVALIDITY" not in found or b"UIDNEXT" not in found:
            found = {**self._asked(), **found}
        uidnext = found.get(b"UIDNEXT") or max(self._client.search(["UID", "*"]), default=0) + 1
        return FolderState(int(found.get(b"UIDVALIDITY", 0)), int(uidnext))

    def _asked(self) -> dict[bytes, int]:
        """Ask for the numbering with STATUS, where opening the folder did not tell it."""
        try:
            return dict(self._client.folder_status(self._folder, ["UIDNEXT", "UIDVALIDITY"]))
        except IMAPClientAbortError:
            raise
        except UNREADABLE:
            return {}

    def _arrivals(self, after_uid: int, limit: int) -> Iterator[Arrival | Unreadable]:
        try:
            # Mail that came since the folder was opened is seen only after the server has told it.
            self._client.noop()
            uids = self._uids_above(after_uid, limit)
            for start in range(0, len(uids), LISTED_AT_ONCE):
                yield from self._read(uids[start : start + LISTED_AT_ONCE])
        except (IMAPClientError, OSError) as error:
            raise self._gone(error) from error

    def _uids_above(self, after_uid: int, limit: int) -> list[int]:
        """Search in windows of growing width: one answer must fit imaplib's line of 1 MB."""
        found: list[int] = []
        low, width = after_uid + 1, SEARCH_WINDOW
        while len(found) < limit:
            last = low + width > self._state.uidnext
            until = "*" if last else str(low + width - 1)
            # "n:*" always names the last message, even one below n (RFC 3501 section 6.4.8).
            hits = [uid for uid in self._client.search(["UID", f"{low}:{until}"]) if uid >= low]
            found += sorted(hits)
            if last:
                break
            low += width
            width *= 1 if hits else 4
        return found[:limit]

    def _read(self, uids: list[int]) -> Iterator[Arrival | Unreadable]:
        listed = self._listed(uids)
        for cut in batches(uids, listed):
            bodies = self._bodies(cut)
            for uid in cut.uids:
                entry, raw = listed.get(uid), bodies.get(uid)
                if entry is not None and raw is not None and len(raw) >= entry.size:
                    yield self._arrival(uid, entry, raw)
                else:
                    yield from self._alone(uid)

    def _listed(self, uids: list[int]) -> dict[int, Listed]:
        """Size and time of receipt of each, as far as the server answers."""
        try:
            return listed_from(self._client.fetch(uids, ["RFC822.SIZE", "INTERNALDATE"]))
        except (IMAPClientAbortError, OSError):
            raise
        except UNREADABLE:
            return {}  # one odd message spoils the answer for all: take them one by one

    def _bodies(self, cut: Cut) -> dict[int, bytes]:
        """Bodies of a batch; none at all if it fails, and then they are taken one by one."""
        if not cut.together:
            return {}
        try:
            answer = self._client.fetch(cut.uids, ["BODY.PEEK[]"])
        except (IMAPClientAbortError, OSError) as error:
            self._reconnect(error)
            return {}
        except UNREADABLE:
            return {}
        return {uid: raw for uid in cut.uids if (raw := body_of(answer, uid)) is not None}

    def _alone(self, uid: int) -> Iterator[Arrival | Unreadable]:
        """Take one message by itself, up to three times; none if it was expunged meanwhile."""
        reason, length = "", -1
        for _ in range(TRIES):
            try:
                if not self._client.search(["UID", str(uid)]):
                    return
                answer = self._client.fetch([uid], ["RFC822.SIZE", "INTERNALDATE", "BODY.PEEK[]"])
            except (IMAPClientAbortError, OSError) as error:
                # A message that makes the server hang up must not stop those behind it.
                self._reconnect(error)
                reason = "the server hangs up"
                continue
            except UNREADABLE as error:
                reason = f"the server answers {type(error).__name__}"
                continue
            entry, raw = listed_from(answer).get(uid), body_of(answer, uid)
            if entry is None or raw is None:
                reason = "the server sends no text"
            # Exchange announces sizes that are a little off: the same length twice is the message.
            elif len(raw) in {entry.size, length} or len(raw) > entry.size:
                yield self._arrival(uid, entry, raw)
                return
            else:
                length, reason = len(raw), "the server sends less than it announces"
        yield Unreadable(self._folder, self._state.uidvalidity, uid, reason)

    def _arrival(self, uid: int, entry: Listed, raw: bytes) -> Arrival:
        return Arrival(self._folder, self._state.uidvalidity, uid, entry.received_at, raw)

    def _reconnect(self, error: Exception) -> None:
        """Sign in again and open the same folder; its numbering must be the same still."""
        lost = self._gone(error)
        before = self._state.uidvalidity
        if self.open(self._folder).uidvalidity != before:
            self.close()
            raise lost


def _shut(client: Any) -> None:
    try:
        client.shutdown()
    except (IMAPClientError, OSError):
        return
