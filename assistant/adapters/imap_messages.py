"""The messages of an open IMAP folder: their numbers, their bytes, and what to do with odd ones."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from imapclient.exceptions import IMAPClientError

from assistant.adapters.imap_connection import Connection, Lost
from assistant.adapters.imap_fetching import Answer, fetch
from assistant.adapters.imap_reading import (
    Cut,
    Listed,
    batches,
    body_of,
    listed_from,
    number_set,
    windows,
)
from assistant.adapters.imap_sign_in import UNREADABLE
from assistant.adapters.imap_wire import Client
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Arrival, Unreadable

# A batch that fails is taken message by message, and each message this often, before a person is
# asked. A server that hangs up more often than this in one go is left for later.
TRIES = 3
RECONNECTIONS = 12
LISTED_AT_ONCE = 500
SILENCE = "the server does not answer"


@dataclass(frozen=True, slots=True)
class _Failed:
    """Why a message was not had, and how long what came of it was."""

    reason: str
    length: int = -1


class Messages:
    """Reads the folder that is open on `connection`.

    It remembers between two passes which messages made the server fall silent: these are then asked
    for one by one, so that one such message stops neither the pass nor the mail behind it for ever.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbering = ("", 0)
        self._suspects: Counter[int] = Counter()
        self._reconnections = 0

    def uids(self) -> list[int]:
        """Return every number, ascending."""
        return list(self._numbers(1))

    def above(self, after_uid: int, limit: int) -> Iterator[Arrival | Unreadable]:
        """Yield up to `limit` messages with a number above `after_uid`."""
        self._begin()
        numbers = islice(self._numbers(after_uid + 1), max(limit, 0))
        while some := list(islice(numbers, LISTED_AT_ONCE)):
            yield from self._read(some)

    def these(self, uids: Sequence[int]) -> Iterator[Arrival | Unreadable]:
        """Yield these messages in this order; those that are gone are left out."""
        self._begin()
        for start in range(0, len(uids), LISTED_AT_ONCE):
            yield from self._read(uids[start : start + LISTED_AT_ONCE])

    def _begin(self) -> None:
        """Start a pass; what was learned about messages holds for one numbering only."""
        self._reconnections = 0
        if self._opened() != self._numbering:
            self._numbering = self._opened()
            self._suspects.clear()

    def _opened(self) -> tuple[str, int]:
        return self._connection.folder, self._connection.state.uidvalidity

    def _numbers(self, low: int) -> Iterator[int]:
        # Mail that came since the folder was opened is seen only after the server has told it.
        self._connection.ask(self._look)
        ranges = windows(low, self._connection.state.uidnext)
        window: str | None = next(ranges)
        while window is not None:
            # "n:*" always names the last message, even one below n (RFC 3501 section 6.4.8).
            hits = sorted(uid for uid in self._search(window) if uid >= low)
            yield from hits
            low = hits[-1] + 1 if hits else low
            try:
                window = ranges.send(bool(hits))
            except StopIteration:
                window = None

    def _look(self, client: Client) -> None:
        client.wire.noop()
        self._connection.hear(client)

    def _search(self, window: str) -> list[int]:
        try:
            return list(self._connection.ask(lambda client: client.search(["UID", window])))
        except UNREADABLE as error:
            raise self._unheard(error) from None

    def _unheard(self, error: Exception) -> TryAgainLater:
        where = self._connection.account.where
        return TryAgainLater(
            f"{where} does not say which messages are in the folder {self._connection.folder!r} "
            f"({type(error).__name__}). It will be tried again."
        )

    def _read(self, uids: Sequence[int]) -> Iterator[Arrival | Unreadable]:
        listed = self._listed(uids)
        missing = [uid for uid in uids if uid not in listed]
        held = set(self._still_there(missing))
        asked = [uid for uid in uids if uid in listed or uid in held]
        for cut in batches(asked, listed, alone=self._suspects):
            bodies = self._bodies(cut)
            for uid in cut.uids:
                entry, raw = listed.get(uid), bodies.pop(uid, None)
                if entry is not None and raw is not None and len(raw) >= entry.size:
                    yield self._arrival(uid, entry, raw)
                    raw = None  # let go before the next is asked for: it may be large
                else:
                    raw = None
                    yield from self._alone(uid)

    def _listed(self, uids: Sequence[int]) -> dict[int, Listed]:
        """Size and time of receipt of each, as far as the server answers.

        One odd message, or a command longer than the server takes, spoils the answer for all: then
        each half is asked for by itself.
        """
        try:
            answer = self._ask_for(uids, "RFC822.SIZE", "INTERNALDATE")
        except UNREADABLE:
            if len(uids) <= 1:
                return {}
            half = len(uids) // 2
            return {**self._listed(uids[:half]), **self._listed(uids[half:])}
        return listed_from(answer)

    def _still_there(self, uids: Sequence[int]) -> list[int]:
        """Return those which the server holds, though it did not list them as it should."""
        if not uids:
            return []
        try:
            return self._connection.ask(
                lambda client: list(client.search(["UID", number_set(uids)]))
            )
        except UNREADABLE:
            return list(uids)  # not to be told: each is asked for by itself

    def _bodies(self, cut: Cut) -> dict[int, bytes]:
        """Bodies of a batch; none at all if it fails, and then they are taken one by one."""
        if not cut.together:
            return {}
        try:
            answer = self._ask_for(cut.uids, "BODY.PEEK[]")
        except Lost as lost:
            self._suspects.update(dict.fromkeys(cut.uids, 0))
            self._reopen(lost)
            return {}
        except UNREADABLE:
            return {}
        return {uid: raw for uid in cut.uids if (raw := body_of(answer, uid)) is not None}

    def _alone(self, uid: int) -> Iterator[Arrival | Unreadable]:
        """Take one message by itself, up to three times; none if it was expunged meanwhile."""
        failed = _Failed(SILENCE)
        for _ in range(TRIES):
            if self._suspects[uid] >= TRIES:
                break
            found = self._once(uid, failed)
            if isinstance(found, _Failed):
                failed = found
                continue
            self._suspects.pop(uid, None)
            if found is not None:
                yield found
            return
        self._suspects.pop(uid, None)
        yield Unreadable(*self._numbering, uid, failed.reason)

    def _once(self, uid: int, before: _Failed) -> Arrival | _Failed | None:
        """Ask for one message once; None where it is gone."""
        try:
            if not self._search(str(uid)):
                return None
            answer = self._ask_for([uid], "RFC822.SIZE", "INTERNALDATE", "BODY.PEEK[]")
        except Lost as lost:
            # A message that makes the server hang up must not stop those behind it.
            self._suspects[uid] += 1
            self._reopen(lost)
            return _Failed("the server hangs up")
        except UNREADABLE as error:
            refused = type(error) is IMAPClientError
            return _Failed("the server refuses it" if refused else "its answer cannot be read")
        return self._judged(uid, listed_from(answer).get(uid), body_of(answer, uid), before)

    def _judged(
        self, uid: int, entry: Listed | None, raw: bytes | None, before: _Failed
    ) -> Arrival | _Failed:
        """Tell a whole message from what is none."""
        if raw is None or (not raw and entry is not None and entry.size):
            return _Failed("the server sends no text")
        if entry is None:
            return _Failed("the server does not say when it came")
        # Exchange announces sizes that are a little off: the same length twice is the message.
        if len(raw) >= entry.size or len(raw) == before.length:
            return self._arrival(uid, entry, raw)
        return _Failed("the server sends less than it announces", len(raw))

    def _ask_for(self, uids: Sequence[int], *items: str) -> Answer:
        if self._opened() != self._numbering:
            raise NotAllowed("Another folder was opened while this one was being read.")
        return self._connection.ask(lambda client: fetch(client, uids, items))

    def _reopen(self, lost: Lost) -> None:
        """Go on after the server hung up; a silence, or too many of them, end the pass."""
        self._reconnections += 1
        if lost.silent or self._reconnections > RECONNECTIONS:
            raise lost
        self._connection.reopen(lost)

    def _arrival(self, uid: int, entry: Listed, raw: bytes) -> Arrival:
        return Arrival(*self._numbering, uid, entry.received_at, raw)
