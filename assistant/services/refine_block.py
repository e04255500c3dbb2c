"""Have a piece of a draft put otherwise: shorter, plainer, from a source, or in Welsh.

An officer asks, a worker asks the model and holds what it says against the rules, and the officer
takes it or leaves it. The draft is touched by the officer's taking it and by nothing else.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.letters import refining
from assistant.domain.letters.blocks import Block, Source
from assistant.domain.letters.refining import BLOCK, Action, Put
from assistant.domain.letters.verifying import Standing
from assistant.ports import Clock
from assistant.services.edit_draft import change_draft
from assistant.services.refine_choices import choices_for, tells, why_not
from assistant.services.who_asked import NAMED
from assistant.store import queue
from assistant.store.blocks import draft_of, from_json
from assistant.store.models import Draft, Refinement, User

State = Refinement.State


def ask_refinement(
    draft_id: int,
    *,
    version: int,
    index: int,
    action: str,
    source: str = "",
    by: User,
    clock: Clock,
    connected: bool,
) -> Refinement:
    """Queue a piece of a draft to be put otherwise; return its row.

    `source` is the passage or the provision that the action takes. Raises NotAllowed where the
    draft is not what was on the screen, is not to be edited, or the piece may not be changed so.
    """
    with transaction.atomic():
        draft = Draft.objects.select_related("case").filter(pk=draft_id).first()
        if draft is None or draft.case.authority_id != by.authority_id:
            raise NotAllowed("The draft belongs to another authority.")
        if draft.version != version:
            raise NotAllowed("Somebody changed this letter since you looked. Read it again first.")
        offered = choices_for(draft, index, connected=connected)
        if (action, source) not in {(each.action.value, each.source) for each in offered}:
            raise NotAllowed(why_not(draft, index, action, connected=connected))
        wanted = Action(action)
        blocks = from_json(draft.blocks)
        first, past = refining.stretch(blocks, index, wanted)
        before = "".join(block.text for block in blocks[first:past])
        if len(before) > refining.LONGEST_TEXT:
            raise NotAllowed("This piece is too long to be put otherwise at once.")
        if wanted is not Action.WELSH and tells(draft, before):
            raise NotAllowed(NAMED)
        row = Refinement.objects.create(
            draft=draft,
            version=version,
            action=wanted.value,
            first=first,
            past=past,
            before=before,
            material={"source": source},
            by=by,
            asked_at=clock.now(),
        )
        queue.enqueue(queue.REFINE, row.pk)
    return row


def take_refinement(
    refinement_id: int, *, by: User, register: Register, clock: Clock, checked: bool = False
) -> Draft:
    """Put proposed words into the draft, as a version of its own, as the officer's choice.

    `checked` is the officer's word that what could not be verified was read against what stood
    there. Raises NotAllowed without it, where there is nothing to take, where it was settled, and
    where the draft is no longer what it was asked for.
    """
    with transaction.atomic():
        row = _unsettled(refinement_id, by)
        if row.standing == Standing.DROPPED or not row.sentences:
            raise NotAllowed("There is nothing to take: the proposal was left out.")
        if row.standing == Standing.UNVERIFIED and not checked:
            raise NotAllowed(
                "These words could not be verified. Read them against what stands there and tick "
                "that you have, or leave them."
            )
        puts = [_from_json(each) for each in row.sentences]
        now = clock.now()
        old = draft_of(row.draft).blocks[row.first : row.past]
        sources = [_sources(row, put, old) for put in puts]
        draft = change_draft(
            row.draft_id,
            row.version,
            lambda draft: refining.replaced(
                draft, row.first, row.past, puts, sources, by.shown_name, now
            ),
            by=by,
            register=register,
            clock=clock,
            event=EventKind.GENERATED_ACCEPTED if row.model else EventKind.DRAFT_EDITED,
            details={
                "refined": row.action,
                "refinement": row.pk,
                "sentence": hashlib.sha256(
                    " ".join(each.text for each in puts).encode()
                ).hexdigest(),
                "verified": row.standing == Standing.VERIFIED,
            },
        )
        row.state, row.settled_at = State.TAKEN, now
        row.save(update_fields=["state", "settled_at"])
    return draft


def leave_refinement(refinement_id: int, *, by: User, clock: Clock) -> Refinement:
    """Leave the draft as it is; the proposal is kept as one that was left."""
    with transaction.atomic():
        row = _unsettled(refinement_id, by)
        row.state, row.settled_at = State.LEFT, clock.now()
        row.save(update_fields=["state", "settled_at"])
    return row


def _unsettled(refinement_id: int, by: User) -> Refinement:
    """Return a proposal that is ready and not settled, locked; raises NotAllowed otherwise."""
    rows = Refinement.objects.select_for_update(of=("self",)).select_related("draft__case")
    row = rows.filter(pk=refinement_id, draft__case__authority=by.authority).first()
    if row is None:
        raise NotAllowed("There is no such proposal. Look at the letter again.")
    if row.state != State.READY:
        raise NotAllowed("This proposal is not ready, or has been taken or left already.")
    return row


def _from_json(row: dict[str, Any]) -> Put:
    """Return a sentence as it was kept."""
    return Put(**{**row, "doubts": tuple(row["doubts"])})


def _sources(row: Refinement, put: Put, old: Sequence[Block]) -> tuple[Source, ...]:
    """Return the sources of a sentence: those of the words it was made of, or what it rests on."""
    if put.ident == BLOCK:
        return tuple(dict.fromkeys(source for block in old for source in block.sources))
    passage = next((each for each in row.draft.passages if each["id"] == put.ident), None)
    if passage:
        return (Source(put.ident, passage["version"], passage["title"], put.start, put.end),)
    return (Source(put.ident, title="the reasons recorded by the officer"),)
