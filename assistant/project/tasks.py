"""The queued tasks: each asks bootstrap for its ports and calls one use case.

Arguments are ids of rows, because arguments and tracebacks are stored in clear. A task that should
be tried again leaves its row as due; services/sweep.py queues it again.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django_tasks import task
from django_tasks.signals import task_enqueued

from assistant import bootstrap, config
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.project import wiring, working
from assistant.services import acknowledge_by_standing as acknowledging
from assistant.services import ask_reader as second
from assistant.services import check_library as checking
from assistant.services import compose_draft as composing
from assistant.services import forget as forgetting
from assistant.services import import_knowledge as importing
from assistant.services import keep_sent_copy as copying
from assistant.services import read_import as reading_uploads
from assistant.services import read_messages as reading
from assistant.services import reconcile_sending as reconciling
from assistant.services import reindex_library as indexing
from assistant.services import send_letter as sending
from assistant.services import try_mailbox as trying
from assistant.services import write_refinement as refining
from assistant.services.propose_blocks import Writing
from assistant.services.record_model_calls import keeper, reading_keeper
from assistant.store.models import LibraryImport

logger = logging.getLogger(__name__)
task_enqueued.connect(working.note_queued)


@task(queue_name="mail", priority=10)
def read_message(*message_ids: int) -> None:
    """Read stored messages and give each its disposition."""
    ports = wiring.ports()
    reading.read_messages(
        message_ids,
        clock=ports.clock,
        documents=ports.documents,
        most_attempts=config.current().read_attempts,
    )
    # What the rules made of them is stored: a model's reading is in nobody's way.
    if ports.writer is not None:
        second.queue_second_readings(message_ids)


@task(queue_name="draft")
def read_by_model(*message_ids: int) -> None:
    """Ask a language model what messages ask and are for; nothing waits for it."""
    ports = wiring.ports()
    if ports.writer is None:
        return
    keep = reading_keeper(clock=ports.clock, prices=ports.model_prices)
    reader = second.ModelReading(ports.writer, keep)
    for message_id in message_ids:
        try:
            second.ask_reader(message_id, reading=reader, clock=ports.clock)
        except Exception:
            logger.exception(
                "Message %d was not read by a model; the rules' reading stands", message_id
            )


@task(queue_name="draft", priority=10)
def refine(refinement_id: int) -> None:
    """Put a piece of a draft otherwise, for an officer who waits for it."""
    ports = wiring.ports()
    writing = None
    if ports.writer is not None:
        by = refining.asked_by(refinement_id)
        writing = Writing(ports.writer, keeper(clock=ports.clock, prices=ports.model_prices, by=by))
    refining.refine(refinement_id, writing=writing, welsh=ports.welsh, clock=ports.clock)


@task(queue_name="draft")
def compose_draft(*draft_ids: int) -> None:
    """Compose queued drafts; what goes wrong with one stays with it."""
    for draft_id in draft_ids:
        try:
            _compose(draft_id)
        except Exception:
            logger.exception("Draft %d could not be composed; it will be tried again", draft_id)


def _compose(draft_id: int) -> None:
    """Compose a queued draft; where the library is away it waits and says so.

    An acknowledgement is then approved, where a standing approval covers it.
    """
    ports = wiring.ports()
    try:
        composing.compose_draft(
            draft_id,
            library=ports.library,
            register=ports.register,
            clock=ports.clock,
            writing=_writing(ports),
        )
    except TryAgainLater as error:
        logger.warning("Draft %d waits: %s", draft_id, error)
    acknowledging.acknowledge_by_standing(
        draft_id, register=ports.register, clock=ports.clock, forms=wiring.forms()
    )


def _writing(ports: bootstrap.Ports) -> Writing | None:
    """Return the language model to ask, whose calls are kept with their case; None without one."""
    if ports.writer is None:
        return None
    return Writing(ports.writer, keeper(clock=ports.clock, prices=ports.model_prices))


@task(queue_name="send")
def send_letter(outbox_id: int) -> None:
    """Send an approved letter."""
    try:
        postbox = wiring.postbox()
    except NotAllowed as error:
        logger.warning("Letter in outbox row %d waits: %s", outbox_id, error)
        return
    ports = wiring.ports()
    sending.send_letter(
        outbox_id,
        postbox=postbox,
        register=ports.register,
        clock=ports.clock,
        pace=wiring.pace(),
    )


@task(queue_name="mail")
def look_for_letter(outbox_id: int) -> None:
    """Search the folders of sent mail for a letter of which nobody knows whether it left."""
    reconciling.reconcile_sending(outbox_id, sent=wiring.sent_folders(), clock=wiring.ports().clock)


@task(queue_name="mail")
def keep_sent_copy(outbox_id: int) -> None:
    """Put the copy of a letter into the folder of sent mail, where the server does not."""
    copying.keep_sent_copy(
        outbox_id, folders=wiring.folders_for_copies(), clock=wiring.ports().clock
    )


@task(queue_name="mail", priority=20)
def try_mailbox(trial_id: int) -> None:
    """Try a mailbox that an administrator asked about, who waits for it."""
    trying.try_mailbox(trial_id, mailboxes=wiring.mailboxes(), clock=wiring.ports().clock)


@task(queue_name="library", priority=10)
def read_import(import_id: int) -> None:
    """Read what a supervisor uploaded for the library; the files wait in the database."""
    ports = wiring.ports()
    with _waiting(LibraryImport.objects.get(pk=import_id).authority_id):
        reading_uploads.read_import(
            import_id,
            loader_for=lambda own: bootstrap.loader(own, ports.documents),
            uploads=bootstrap.uploads(),
            library=ports.library,
            register=ports.register,
            clock=ports.clock,
        )


@task(queue_name="library")
def index_library(authority_id: int) -> None:
    """Build the index of an authority's library where there is none; else add what is new."""
    ports = wiring.ports()
    with _waiting(authority_id):
        if not indexing.rebuild_if_gone(authority_id, library=ports.library, clock=ports.clock):
            importing.index_new(authority_id, library=ports.library, clock=ports.clock)


@task(queue_name="library")
def look_at_library(authority_id: int) -> None:
    """Look whether the index is whole, by its size; where it is not, check and mend it."""
    ports = wiring.ports()
    with _waiting(authority_id):
        if not checking.check_at_start(authority_id, library=ports.library):
            checking.check_and_mend(authority_id, library=ports.library, clock=ports.clock)


@task(queue_name="library")
def check_library(authority_id: int) -> None:
    """Hold the library against what searches reach, passage by passage, and mend it."""
    ports = wiring.ports()
    with _waiting(authority_id):
        checking.check_and_mend(authority_id, library=ports.library, clock=ports.clock)


@task(queue_name="library")
def forget_old() -> None:
    """Delete sessions that have ended, and records of reading that are old."""
    call_command("clearsessions")
    count = forgetting.forget_readings(
        years=config.current().readings_years, clock=wiring.ports().clock
    )
    if count:
        logger.info("Deleted %d records of who opened what", count)


@contextmanager
def _waiting(authority_id: int) -> Iterator[None]:
    """Say why a library cannot be looked after now; it is tried again by night."""
    try:
        yield
    except (TryAgainLater, NotAllowed) as error:
        logger.warning("The library of authority %d waits: %s", authority_id, error)
