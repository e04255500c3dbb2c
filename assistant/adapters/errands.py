"""Runs a job in a thread of its own, and does here what it asks for: here is the database."""

import time
from collections.abc import Callable, Generator
from queue import Empty, Queue
from threading import Event, Thread
from typing import Any, Generic, TypeVar

# So often whoever runs the job is asked whether somebody still waits for it, in seconds.
BEAT = 1.0
_Done = TypeVar("_Done")


class GivenUp(Exception):
    """Nobody waits for the job any more."""


class _Errand(Generic[_Done]):
    """One piece of work that is done in the other thread."""

    def __init__(self, work: Callable[[], _Done]) -> None:
        self._work = work
        self._ended = Event()
        self._result: list[_Done] = []
        self._failed: list[BaseException] = []

    def run(self) -> None:
        """Do it; what it raises is raised where it was asked for."""
        try:
            self._result.append(self._work())
        except Exception as error:  # noqa: BLE001 - it is raised again where it was asked for
            self._failed.append(error)
        finally:
            self._ended.set()

    def wait(self, over: Event) -> _Done:
        """Return its result once it is done; raises GivenUp where nobody will do it."""
        while not self._ended.wait(BEAT / 5):
            if over.is_set():
                raise GivenUp
        if self._failed:
            raise self._failed[0]
        return self._result[0]


class Errands:
    """Takes a job's errands, from whichever thread they come, and does them one by one."""

    def __init__(self) -> None:
        self._waiting: Queue[_Errand[Any] | None] = Queue()
        self.over = Event()

    def ask(self, work: Callable[[], _Done]) -> _Done:
        """Have work done by the thread that runs the job; raises GivenUp where it runs no more."""
        if self.over.is_set():
            raise GivenUp
        errand = _Errand(work)
        self._waiting.put(errand)
        return errand.wait(self.over)

    def run(self, job: Callable[[], _Done], seconds: float) -> Generator[None, None, _Done]:
        """Run a job, doing its errands; yields before each, and once a second where there is none.

        Raises what the job raises, and TimeoutError after so many seconds. A job that is left alone
        (by the time, or because the generator is closed) gets GivenUp with its next errand.
        """
        ended: list[Any] = []
        failed: list[BaseException] = []

        def work() -> None:
            try:
                ended.append(job())
            except BaseException as error:  # noqa: BLE001 - it is raised again below
                failed.append(error)
            finally:
                self._waiting.put(None)

        until = time.monotonic() + seconds
        Thread(target=work, name="model", daemon=True).start()
        try:
            yield from self._serve(until)
        finally:
            self.over.set()
        if failed:
            raise failed[0]
        return ended[0]  # type: ignore[no-any-return]  # it is what the job returned

    def _serve(self, until: float) -> Generator[None, None, None]:
        """Do errands until the job has ended."""
        while True:
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            try:
                errand = self._waiting.get(timeout=min(BEAT, left))
            except Empty:
                yield
                continue
            if errand is None:
                return
            yield
            errand.run()
