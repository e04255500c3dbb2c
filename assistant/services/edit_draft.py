"""Change a draft: a block, the whole letter, an earlier version again."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.letters import split
from assistant.domain.letters.blocks import Draft
from assistant.ports import Clock
from assistant.services.read_draft import note_own_words
from assistant.services.review_draft import findings_of
from assistant.services.second_person import second_person
from assistant.store import models
from assistant.store.blocks import draft_of, from_json, to_json
from assistant.store.events import record
from assistant.store.locking import take

Change = Callable[[Draft], Draft]


def edit_block(
    draft_id: int,
    *,
    version: int,
    index: int,
    text: str,
    by: models.User,
    register: Register,
    clock: Clock,
) -> models.Draft:
    """Replace the words of one block; an emptied block disappears."""
    now = clock.now()
    return change_draft(
        draft_id,
        version,
        lambda draft: split.replace_block(draft, index, text, by.shown_name, now),
        by=by,
        register=register,
        clock=clock,
    )


def edit_whole(
    draft_id: int, *, version: int, text: str, by: models.User, register: Register, clock: Clock
) -> models.Draft:
    """Replace the whole text; sentences that stand unchanged keep their block and its sources."""
    now = clock.now()
    text = text.replace("\r\n", "\n")
    return change_draft(
        draft_id,
        version,
        lambda draft: split.split_back(draft, text, by.shown_name, now),
        by=by,
        register=register,
        clock=clock,
    )


def restore_version(
    draft_id: int, *, version: int, number: int, by: models.User, register: Register, clock: Clock
) -> models.Draft:
    """Make an earlier version the draft again, as a version of its own: nothing is lost by it.

    Its words keep their sources and the names of who typed them. Raises NotAllowed where the draft
    has no such version, or says the same already.
    """

    def restored(draft: Draft) -> Draft:
        kept = models.DraftVersion.objects.filter(draft_id=draft_id, number=number).first()
        if kept is None:
            raise NotAllowed("The draft has no such version. Look at its versions again.")
        blocks = from_json(kept.blocks)
        if blocks == draft.blocks:
            raise NotAllowed(f"The draft says what version {number} says already.")
        return replace(draft, blocks=blocks)

    return change_draft(draft_id, version, restored, by=by, register=register, clock=clock)


def change_draft(
    draft_id: int,
    version: int,
    change: Change,
    *,
    by: models.User,
    register: Register,
    clock: Clock,
    event: EventKind = EventKind.DRAFT_EDITED,
    details: Mapping[str, Any] = MappingProxyType({}),
) -> models.Draft:
    """Apply a change to the draft at the version the officer saw, and keep the result.

    `event` is what it is in the case's history, with `details`. Raises NotAllowed when somebody was
    quicker, or the draft is being composed or was approved.
    """
    with transaction.atomic():
        row = take(models.Draft, draft_id, version)
        if row.case.authority_id != by.authority_id:
            raise NotAllowed("The draft belongs to another authority.")
        if row.state != models.Draft.State.READY:
            raise NotAllowed(
                "The draft cannot be edited while it is being composed or after its approval. "
                "Take the approval back first if it has not left."
            )
        before = draft_of(row)
        changed = change(before)
        row.blocks = to_json(changed.blocks)
        row.drafter = by
        row.findings = findings_of(row, changed, register=register, clock=clock)
        row.needs_second = bool(second_person(row).reasons)
        row.save()
        models.DraftVersion.objects.create(
            draft=row, number=row.version, blocks=row.blocks, made_by=by, made_at=clock.now()
        )
        note_own_words(row, before.blocks, changed.blocks, by=by, at=clock.now())
        record(
            row.case,
            event,
            by=by,
            at=clock.now(),
            draft=row.pk,
            version=row.version,
            **details,
        )
    return row
