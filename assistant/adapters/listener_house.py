"""What all sessions of the listener share: who may come in, and the threads that store."""

import asyncio
import ipaddress
import logging
import ssl
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from assistant.adapters.listener_data import Incoming
from assistant.adapters.listener_wire import one_line
from assistant.ports import Clock, Outcome, Submission, Taken, TakeSubmission

# A mail server opens 20 connections at once by default (Postfix), an unruly one some more.
SESSIONS, SESSIONS_OF_ONE = 200, 100
# What is stored at one moment, each in memory. The database writes one at a time anyway; the
# others meanwhile compress, and wait their turn.
STORERS = 4
CLOSING = "421 4.3.2 Closing down. Keep the message and try again later"
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Door:
    """Where to listen, and what to let in.

    `addresses` are our mailboxes' own, in lower case; `networks` those that mail servers may come
    from; `size` the largest message in bytes. With `tls`, a server on another machine has to use
    it. `name` is how we call ourselves, `spool` the folder for large messages on their way in.
    """

    protocol: Literal["smtp", "lmtp"]
    host: str
    port: int
    addresses: frozenset[str]
    networks: tuple[str, ...]
    size: int
    name: str
    tls: ssl.SSLContext | None = None
    spool: Path | None = None


class House:
    """Counts sessions, and stores what they bring in a bounded number of threads."""

    def __init__(self, door: Door, take: TakeSubmission, clock: Clock) -> None:
        """Remember what to store with; nothing is listened on yet."""
        self.door = door
        self.clock = clock
        self.ending = False
        self._take = take
        self._networks = [ipaddress.ip_network(each) for each in door.networks]
        self._sessions: Counter[str] = Counter()
        self._pool = ThreadPoolExecutor(STORERS, thread_name_prefix="storing")

    def enter(self, peer: str) -> str:
        """Count a session of the machine `peer`; return the reply it is refused with, or "".

        All refusals are temporary. A mail server whose network somebody forgot to set keeps its
        mail and its operator sees why, where a 554 would have sent requests back.
        """
        if self.ending:
            return CLOSING
        if not self._may_come_in(peer):
            return "421 4.7.1 This server takes mail only from networks named in its settings"
        if self._sessions[peer] >= SESSIONS_OF_ONE or self._sessions.total() >= SESSIONS:
            return "421 4.7.0 Too many connections at once. Try again later"
        self._sessions[peer] += 1
        return ""

    def leave(self, peer: str) -> None:
        """Count a session of `peer` as ended."""
        self._sessions[peer] -= 1
        if not self._sessions[peer]:
            del self._sessions[peer]

    def _may_come_in(self, peer: str) -> bool:
        address = numbered(peer)
        return address is not None and any(address in network for network in self._networks)

    async def store(self, submission: Submission, incoming: Incoming) -> Sequence[Outcome]:
        """Store a message in a thread; return an outcome for each recipient, and never raise.

        `submission` has no bytes yet: they are read in the thread, so that no more messages are in
        memory than there are threads. Where this is cancelled because the server went away, a
        message whose turn has come is stored all the same, and known when it is handed over again.
        """
        running = self._pool.submit(self._taken, submission, incoming)
        try:
            return await asyncio.wrap_future(running)
        except asyncio.CancelledError:
            if running.cancel():
                incoming.close()
            raise

    def _taken(self, submission: Submission, incoming: Incoming) -> Sequence[Outcome]:
        try:
            with closing(incoming):
                whole = replace(submission, raw=incoming.read())
            outcomes = self._take(whole)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other server keeps the mail
            why = one_line(f"{type(error).__name__}: {error}")
            logger.warning("A message was not stored and stays with its mail server. %s", why)
            outcomes = ()
        if len(outcomes) == len(submission.recipients):
            return outcomes
        later = Outcome(Taken.LATER, "It cannot be stored at present")
        return [later] * len(submission.recipients)

    def close(self) -> None:
        """Wait until everything that is being stored is stored."""
        self._pool.shutdown(wait=True)


def numbered(peer: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return a peer's address as a number; one of IPv4 that came by an IPv6 socket as itself."""
    try:
        address = ipaddress.ip_address(peer.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def reply(outcome: Outcome) -> str:
    """Return the reply for one recipient (RFC 5321 section 4.2.1, RFC 3463)."""
    match outcome.taken:
        case Taken.STORED:
            return "250 2.6.0 Stored"
        case Taken.LATER:
            return f"451 4.3.0 {one_line(outcome.reason)}. Keep the message and try again later"
        case Taken.REFUSED:
            return f"550 5.1.1 {one_line(outcome.reason)}"


def common_reply(outcomes: Iterable[Outcome]) -> str:
    """Return the one reply of SMTP for all recipients.

    Where one has to wait all are asked to come again: who is stored already is recognised then.
    """
    ordered = sorted(outcomes, key=lambda outcome: _GRAVITY.index(outcome.taken))
    return reply(ordered[0])


_GRAVITY = (Taken.LATER, Taken.STORED, Taken.REFUSED)
