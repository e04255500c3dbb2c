"""Work that takes a while as server-sent events: what it is at, then what came of it."""

from collections.abc import Callable, Generator, Iterator
from typing import TypeVar

from django.http import StreamingHttpResponse

from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater

FORM = "text/event-stream"
_Done = TypeVar("_Done")


def streamed(
    working: Generator[str, None, _Done], show: Callable[[_Done], str], refuse: Callable[[str], str]
) -> StreamingHttpResponse:
    """Return an answer of events: "progress" with words, then "answer" or "problem" with HTML.

    `working` yields words, or "" where there is nothing new; `show` and `refuse` make the HTML of
    its result, and of a refusal. When whoever asked is gone, the next thing that is written to them
    fails, and `working` is closed: it has to yield often.
    """
    response = StreamingHttpResponse(_events(working, show, refuse), content_type=FORM)
    response.headers["Cache-Control"] = "no-store"
    # nginx keeps what it passes on until there is much of it, unless it is told not to.
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _events(
    working: Generator[str, None, _Done], show: Callable[[_Done], str], refuse: Callable[[str], str]
) -> Iterator[bytes]:
    """Yield the events, and close the work whatever happens."""
    try:
        while True:
            try:
                said = next(working)
            except StopIteration as ended:
                yield _event("answer", show(ended.value))
                return
            except (NotAllowed, TryAgainLater, NeedsAPerson) as refusal:
                yield _event("problem", refuse(str(refusal)))
                return
            # A comment keeps the line open, and tells whether anybody still listens.
            yield _event("progress", said) if said else b":\n\n"
    finally:
        working.close()


def _event(name: str, text: str) -> bytes:
    """Return one event (HTML Living Standard, 9.2.6)."""
    lines = "".join(f"data: {line}\n" for line in text.splitlines() or [""])
    return f"event: {name}\n{lines}\n".encode()
