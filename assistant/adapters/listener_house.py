"""What all sessions of the listener share: who may come in, and what stores."""

import ipaddress
import ssl
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant.adapters.listener_storing import Storing
from assistant.adapters.listener_wire import one_line
from assistant.ports import Clock, Outcome, Taken, TakeSubmissions

# A mail server opens 20 connections at once by default (Postfix), an unruly one some more.
SESSIONS, SESSIONS_OF_ONE = 200, 100
CLOSING = "421 4.3.2 Closing down. Keep the message and try again later"


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
    """Counts sessions, and has what stores the messages they bring."""

    def __init__(self, door: Door, take: TakeSubmissions, clock: Clock) -> None:
        """Make ready to store; nothing is listened on yet."""
        self.door = door
        self.clock = clock
        self.ending = False
        self.storing = Storing(take)
        self._networks = [ipaddress.ip_network(each) for each in door.networks]
        self._sessions: Counter[str] = Counter()

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

    def close(self) -> None:
        """Wait until everything that is being stored is stored."""
        self.storing.close()


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
