"""Fetch the next batch of messages in a thread, while the present one is being stored."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Arrival, Unreadable
from assistant.services.take_delivery import Ready

# What commits together: few enough that little is fetched again after a crash, and that memory
# stays small; enough that a commit is a small part of the work.
BATCH_MESSAGES = 50
BATCH_BYTES = 8 * 1024 * 1024

Batch = list[Ready]
Prepare = Callable[[Arrival | Unreadable], Ready]


def ahead(arrivals: Iterator[Arrival | Unreadable], prepare: Prepare) -> Iterator[Batch]:
    """Yield batches of 50 messages or 8 MB, each fetched while the one before is worked on.

    `prepare` makes each message ready to be stored, in that thread, too. Nobody else may use the
    mailbox meanwhile. Where it fails in between, what had come is yielded before that is raised.
    Once the caller has gone away nothing more is fetched.
    """
    gone = threading.Event()
    fetched = batches(map(prepare, arrivals), stopping=gone.is_set)
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="fetch") as thread:
        try:
            coming = thread.submit(next, fetched, None)
            while batch := coming.result():
                coming = thread.submit(next, fetched, None)
                yield batch
        finally:
            gone.set()


def batches(messages: Iterator[Ready], *, stopping: Callable[[], bool]) -> Iterator[Batch]:
    """Gather messages until there are 50 or 8 MB of them, or until `stopping`."""
    batch: Batch = []
    weight = 0
    try:
        for message in messages:
            batch.append(message)
            weight += message.weight
            if len(batch) == BATCH_MESSAGES or weight >= BATCH_BYTES:
                yield batch
                batch, weight = [], 0
            if stopping():
                return
    except (TryAgainLater, NotAllowed):
        if batch:
            yield batch
        raise
    if batch:
        yield batch
