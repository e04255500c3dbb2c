"""What is done around a worker's tasks: its heartbeat, and what the log says of each task."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import Token
from typing import Any

from django.db import connection
from django_tasks import TaskResultStatus
from django_tasks.signals import task_finished, task_started

from assistant import log_context

logger = logging.getLogger(__name__)
Beat = Callable[[float], None]

# For so many seconds at most a task of a queue may be at work, before its worker counts as stuck.
# Building the index of a large library takes the longest; models may be asked several times over.
LONGEST: Mapping[str, float] = {"library": 4 * 3600.0}
USUALLY = 1800.0
# A worker that has nothing to do asks the database for work every few seconds.
IDLE = 60.0


@contextmanager
def watched(beat: Beat, *, interval: float) -> Iterator[None]:
    """Let a worker within this block give a heartbeat, and say in the log what becomes of tasks.

    `beat` is called with the seconds that the worker counts as alive for. It is called with each
    question to the database, because an idle worker does nothing else; `interval` is how many
    seconds it waits between two.
    """
    idle = max(IDLE, 3 * interval)
    told: dict[str, Any] = {"good_for": idle, "token": None}

    def asked(execute: Callable[..., Any], *arguments: Any) -> Any:
        answered = execute(*arguments)
        beat(told["good_for"])
        return answered

    def started(*, task_result: Any, **_more: object) -> None:
        told["token"] = log_context.bind(task=str(task_result.id))
        told["good_for"] = LONGEST.get(task_result.task.queue_name, USUALLY)
        beat(told["good_for"])
        logger.debug("Task %s begins", task_result.task.func.__name__)

    def finished(*, task_result: Any, **_more: object) -> None:
        _say(task_result)
        told["good_for"] = idle
        beat(idle)
        token: Token[log_context.Ids] | None = told["token"]
        if token is not None:
            log_context.unbind(token)
        told["token"] = None

    beat(idle)
    task_started.connect(started, weak=False)
    task_finished.connect(finished, weak=False)
    try:
        with connection.execute_wrapper(asked):
            yield
    finally:
        task_started.disconnect(started)
        task_finished.disconnect(finished)


def _say(task_result: Any) -> None:
    """Say how a task ended; of an error its kind alone, for its text may be anything."""
    name = task_result.task.func.__name__
    if task_result.status == TaskResultStatus.FAILED:
        kinds = [each.exception_class_path for each in task_result.errors]
        logger.error("Task %s failed: %s", name, ", ".join(kinds[-1:]))
    else:
        logger.debug("Task %s has ended", name)


def note_queued(*, task_result: Any, **_more: object) -> None:
    """Say which task was queued, so that one can be followed from the page that queued it."""
    logger.debug("Task %s is queued as %s", task_result.task.func.__name__, str(task_result.id))
