"""Ends the wait for a server that keeps sending a little and never comes to an end."""

from collections.abc import Callable
from threading import Thread
from typing import Any, TypeVar

_Done = TypeVar("_Done")


def within(seconds: float, work: Callable[[], _Done]) -> _Done:
    """Return what `work` returns, or raise what it raises; TimeoutError after so many seconds.

    The libraries' own time-outs are for one piece of an answer, and begin anew with each. Work that
    is given up goes on in a thread of its own until its server ends it; nobody sees its result.
    """
    ended: list[Any] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            ended.append(work())
        except BaseException as error:  # noqa: BLE001 - it is raised again where it is waited for
            failed.append(error)

    thread = Thread(target=run, name="model", daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not ended:
        raise TimeoutError(f"no whole answer in {seconds:.0f} seconds")
    return ended[0]  # type: ignore[no-any-return]  # it is what work returned
