"""What a line of the log is about: ids that are bound where they become known, and never names.

A line bears the ids of the HTTP request, task, mailbox, message and case in hand, so that one can
be followed through pages, worker and mail. Bound are numbers of rows and ids that we made, nothing
that anybody wrote.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar, Token
from types import MappingProxyType

Ids = Mapping[str, int | str]
_NONE: Ids = MappingProxyType({})
_BOUND: ContextVar[Ids] = ContextVar("bound", default=_NONE)


def ids() -> Ids:
    """Return what is bound now, in this thread or task of asyncio."""
    return _BOUND.get()


def bind(**more: int | str) -> Token[Ids]:
    """Bind ids from here on; `unbind` with what this returns takes them, and later ones, away."""
    return _BOUND.set(MappingProxyType({**_BOUND.get(), **more}))


def unbind(token: Token[Ids]) -> None:
    """Go back to what was bound before."""
    _BOUND.reset(token)


@contextmanager
def bound(**more: int | str) -> Iterator[None]:
    """Bind ids for the length of a block, with those that are bound within it."""
    token = bind(**more)
    try:
        yield
    finally:
        unbind(token)
