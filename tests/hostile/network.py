"""Hears of every attempt to leave this machine, whoever makes it in this process."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_LOOPBACK = ("127.", "::1", "localhost")
_listening: list[list[str]] = []


def _heard(event: str, details: tuple[Any, ...]) -> None:
    """Note where a connection, a look-up of a name or a URL goes; unix sockets go nowhere."""
    if not _listening or event not in {"socket.connect", "socket.getaddrinfo", "urllib.Request"}:
        return
    where = details[1] if event == "socket.connect" else details[0]
    host = str(where[0]) if isinstance(where, tuple) else str(where)
    if event == "socket.connect" and not isinstance(where, tuple):
        return
    if not host.startswith(_LOOPBACK):
        _listening[-1].append(f"{event} {host}")


# An audit hook cannot be taken away again: there is one, and it hears while somebody listens.
sys.addaudithook(_heard)


@contextmanager
def watched(reached: list[str]) -> Iterator[None]:
    """Add to the list whatever is reached for meanwhile."""
    _listening.append(reached)
    try:
        yield
    finally:
        _listening.pop()
