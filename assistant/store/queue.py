"""Queue a task by its dotted path, in the transaction that is open.

A service names the task and never imports it, so no arrow runs back from services to project.
Tasks carry the id of a row and nothing else: arguments are stored in clear.
"""

from datetime import datetime, timedelta

from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

READ_MESSAGE = "assistant.project.tasks.read_message"
COMPOSE_DRAFT = "assistant.project.tasks.compose_draft"
SEND_LETTER = "assistant.project.tasks.send_letter"
LOOK_FOR_LETTER = "assistant.project.tasks.look_for_letter"
KEEP_SENT_COPY = "assistant.project.tasks.keep_sent_copy"
INDEX_LIBRARY = "assistant.project.tasks.index_library"


KEPT_FOR = timedelta(days=7)


def prune(now: datetime) -> int:
    """Delete tasks that ended a week ago or more; return how many."""
    ended = DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT_FOR)
    count, _ = ended.delete()
    return count


def enqueue(task: str, row_id: int) -> None:
    """Queue a task for a row; it commits, or is rolled back, with the work around it."""
    import_string(task).enqueue(row_id)


def enqueue_at(task: str, row_id: int, at: datetime) -> None:
    """Queue a task for a row, not to be begun before `at` (aware); else as `enqueue`."""
    import_string(task).using(run_after=at).enqueue(row_id)
