"""The threads that store what came, several messages in one commit where several wait."""

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from threading import Thread

from assistant.adapters.listener_data import Incoming
from assistant.ports import Outcome, Submission, Taken, TakeSubmissions

# While one thread waits for the disk the other makes the next messages ready.
THREADS = 2
TOGETHER, BYTES_TOGETHER = 50, 5_000_000
LARGE = 2_000_000
logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Waiting:
    """A message that waits to be stored; its bytes are read when its turn comes."""

    submission: Submission
    incoming: Incoming
    outcomes: "Future[Sequence[Outcome]]" = field(default_factory=Future)


_Waitings = SimpleQueue["_Waiting | None"]


class Storing:
    """A bounded number of threads, which bounds the memory, too: only they hold whole messages.

    Large messages have a thread of their own, so that one is in memory at a time and none keeps
    the small ones waiting.
    """

    def __init__(self, take: TakeSubmissions) -> None:
        """Start the threads; they wait for messages."""
        self._take = take
        self._small: _Waitings = SimpleQueue()
        self._large: _Waitings = SimpleQueue()
        self._threads = [
            Thread(target=self._work, args=(waiting,), daemon=True)
            for waiting in (*[self._small] * THREADS, self._large)
        ]
        for thread in self._threads:
            thread.start()

    async def store(self, submission: Submission, incoming: Incoming) -> Sequence[Outcome]:
        """Store a message in a thread and return an outcome for each recipient; never raises.

        `submission` has no bytes yet, they are in `incoming`. Where this is cancelled because the
        server went away, a message whose turn has come is stored all the same, and recognised when
        it is handed over again.
        """
        one = _Waiting(submission, incoming)
        (self._large if incoming.size > LARGE else self._small).put(one)
        return await asyncio.wrap_future(one.outcomes)

    def close(self) -> None:
        """Wait until everything that waits is stored."""
        for waiting in (*[self._small] * THREADS, self._large):
            waiting.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self, waiting: _Waitings) -> None:
        while (first := waiting.get()) is not None:
            batch, last = _batch(first, waiting)
            # Cancelled meanwhile: the server is gone and will hand it over again.
            wanted = [each for each in batch if each.outcomes.set_running_or_notify_cancel()]
            for each, outcomes in zip(wanted, self._taken(wanted), strict=True):
                each.outcomes.set_result(outcomes)
            for each in batch:
                each.incoming.close()
            if last:
                return

    def _taken(self, batch: Sequence[_Waiting]) -> Sequence[Sequence[Outcome]]:
        """Return the outcomes of each; whatever goes wrong, the other servers keep their mail."""
        later = [
            [Outcome(Taken.LATER, "It cannot be stored at present")]
            * len(each.submission.recipients)
            for each in batch
        ]
        try:
            whole = [replace(each.submission, raw=each.incoming.read()) for each in batch]
            found = self._take(whole) if whole else []
        except Exception as error:  # noqa: BLE001 - see above
            logger.warning("%d message(s) not stored; servers keep them. %s", len(batch), error)
            return later
        return found if [len(each) for each in found] == [len(each) for each in later] else later


def _batch(first: _Waiting, waiting: _Waitings) -> tuple[list[_Waiting], bool]:
    """Return what waits besides the first, within bounds, and whether the end was met."""
    batch, size = [first], first.incoming.size
    while len(batch) < TOGETHER and size < BYTES_TOGETHER:
        try:
            another = waiting.get_nowait()
        except Empty:
            break
        if another is None:
            return batch, True
        batch.append(another)
        size += another.incoming.size
    return batch, False
