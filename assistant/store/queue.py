"""Queue a task by its dotted path, in the transaction that is open.

A service names the task and never imports it, so no arrow runs back from services to project.
Tasks carry ids of rows and nothing else: arguments are stored in clear.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

READ_MESSAGE = "assistant.project.tasks.read_message"
READ_BY_MODEL = "assistant.project.tasks.read_by_model"
REFINE = "assistant.project.tasks.refine"
COMPOSE_DRAFT = "assistant.project.tasks.compose_draft"
SEND_LETTER = "assistant.project.tasks.send_letter"
LOOK_FOR_LETTER = "assistant.project.tasks.look_for_letter"
KEEP_SENT_COPY = "assistant.project.tasks.keep_sent_copy"
INDEX_LIBRARY = "assistant.project.tasks.index_library"
LOOK_AT_LIBRARY = "assistant.project.tasks.look_at_library"
CHECK_LIBRARY = "assistant.project.tasks.check_library"
READ_IMPORT = "assistant.project.tasks.read_import"
FORGET_OLD = "assistant.project.tasks.forget_old"
TRY_MAILBOX = "assistant.project.tasks.try_mailbox"

KEPT_FOR = timedelta(days=7)
# So many rows are worked through by one task: few enough that several workers share a heap of mail,
# and enough that the queue's own work for a task does not count.
ROWS_A_TASK = 50


@dataclass(frozen=True, slots=True)
class Depth:
    """How many tasks of a queue wait and run, and since when (aware) the first of them waits."""

    waiting: int
    running: int
    since: datetime | None


def depths(now: datetime) -> dict[str, Depth]:
    """Return the depth of each queue that has tasks; what is not to begin before later is none.

    `now` is aware.
    """
    due = Q(status="READY") & (Q(run_after__lte=now) | Q(run_after__year=9999))
    unfinished = DBTaskResult.objects.filter(status__in=["READY", "RUNNING"])
    rows = unfinished.values_list("queue_name").annotate(
        waiting=Count("pk", filter=due),
        running=Count("pk", filter=Q(status="RUNNING")),
        since=Min("enqueued_at", filter=due),
    )
    return {
        name: Depth(waiting, running, since)
        for name, waiting, running, since in rows.order_by("queue_name")
    }


def prune(now: datetime) -> int:
    """Delete tasks that ended a week ago or more; return how many."""
    ended = DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT_FOR)
    count, _ = ended.delete()
    return count


def forget_unfinished() -> int:
    """Delete the tasks that have not come to their end; return how many.

    What is due has its row besides, and is queued again by the sweep.
    """
    count, _ = DBTaskResult.objects.exclude(pk__in=DBTaskResult.objects.finished()).delete()
    return count


def enqueue(task: str, *row_id: int) -> None:
    """Queue a task, for a row or for none; it commits, or is rolled back, with the work around."""
    import_string(task).enqueue(*row_id)


def enqueue_all(task: str, row_ids: Sequence[int]) -> None:
    """Queue a task that takes several rows at once, in as few tasks as there need be."""
    queued = import_string(task)
    for start in range(0, len(row_ids), ROWS_A_TASK):
        queued.enqueue(*row_ids[start : start + ROWS_A_TASK])


def waiting(task: str) -> set[int]:
    """Return the rows that a task is queued for and no worker has begun."""
    queued = DBTaskResult.objects.ready().filter(task_path=task).values_list("args_kwargs")
    return {int(row_id) for (arguments,) in queued for row_id in arguments["args"]}


def enqueue_at(task: str, row_id: int, at: datetime) -> None:
    """Queue a task for a row, not to be begun before `at` (aware); else as `enqueue`."""
    import_string(task).using(run_after=at).enqueue(row_id)
