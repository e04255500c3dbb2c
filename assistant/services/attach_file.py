"""Attach a file to a draft, or take it off; what is attached stands inside the approval."""

import hashlib
import re

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.ports import Clock, Inspector
from assistant.services.inspect_files import keep
from assistant.services.review_draft import findings_of
from assistant.store.blocks import draft_of
from assistant.store.events import record
from assistant.store.models import CaseFile, Draft, User
from assistant.store.packing import pack

LARGEST = 20 * 1024 * 1024
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]")
_LONGEST_NAME = 120


def attach_file(
    draft_id: int,
    *,
    name: str,
    content_type: str,
    content: bytes,
    by: User,
    register: Register,
    inspector: Inspector,
    clock: Clock,
) -> CaseFile:
    """Add a file of the case to what leaves with a draft; the checks run on it again.

    `inspector` looks for what it hides; what it finds is kept with the file.

    Raises NotAllowed for an empty or too large file (20 MB), or a draft that is not open.
    """
    if not content:
        raise NotAllowed("The file is empty. Choose another.")
    if len(content) > LARGEST:
        raise NotAllowed(
            f"The file has {len(content) // 1_000_000} MB; mail servers refuse more than 20. "
            "Send a smaller one, or publish it and give the link."
        )
    bare = safe_name(name)
    with transaction.atomic():
        _open_draft(draft_id, by)
    # It may take as long as a person can wait, and no row is locked meanwhile.
    sightings = inspector.inspect(bare, content_type, content)
    with transaction.atomic():
        draft = _open_draft(draft_id, by)
        file = CaseFile.objects.create(
            case=draft.case,
            name=bare,
            type=content_type or "application/octet-stream",
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            compressed=pack(content),
            added_by=by,
            added_at=clock.now(),
        )
        keep(file, sightings, clock=clock)
        draft.enclosures.add(file)
        _note(draft, EventKind.ATTACHMENT_ADDED, file, by, register, clock)
    return file


def remove_file(draft_id: int, *, file_id: int, by: User, register: Register, clock: Clock) -> None:
    """Take a file off a draft; it stays on the case. The checks run on the draft again."""
    with transaction.atomic():
        draft = _open_draft(draft_id, by)
        file = draft.enclosures.filter(pk=file_id).first()
        if file is None:
            raise NotAllowed("That file is not attached any more.")
        draft.enclosures.remove(file)
        _note(draft, EventKind.ATTACHMENT_REMOVED, file, by, register, clock)


def _open_draft(draft_id: int, by: User) -> Draft:
    """Return the draft, locked, where its attachments may change."""
    draft = (
        Draft.objects.select_for_update(of=("self",))
        .select_related("case")
        .filter(pk=draft_id, case__authority=by.authority)
        .first()
    )
    if draft is None:
        raise NotAllowed("There is no such draft.")
    if draft.state == Draft.State.APPROVED:
        raise NotAllowed(
            "The letter is approved. Take the approval back before you change its files."
        )
    return draft


def _note(
    draft: Draft, kind: EventKind, file: CaseFile, by: User, register: Register, clock: Clock
) -> None:
    """Raise the draft's version, for what would leave has changed; check it, append the event."""
    draft.version += 1
    draft.drafter = by
    draft.findings = findings_of(draft, draft_of(draft), register=register, clock=clock)
    draft.save(update_fields=["version", "drafter", "findings"])
    record(
        draft.case, kind, by=by, at=clock.now(), draft=draft.pk, file=file.pk, sha256=file.sha256
    )


def safe_name(name: str) -> str:
    """Return a file's name without path, control characters or a leading dot."""
    bare = _UNSAFE.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip().lstrip(".")
    stem, dot, ending = bare.rpartition(".")
    if dot and len(bare) > _LONGEST_NAME:
        bare = f"{stem[: _LONGEST_NAME - len(ending) - 1]}.{ending}"
    return bare[:_LONGEST_NAME] or "file"
