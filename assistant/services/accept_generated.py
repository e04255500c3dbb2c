"""Accept one sentence that a language model wrote, as it stands and with what was found of it."""

import hashlib

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.letters import split
from assistant.domain.letters.blocks import Block, BlockKind, Draft
from assistant.ports import Clock
from assistant.services.edit_draft import change_draft
from assistant.store import models
from assistant.store.blocks import from_json


def accept_generated(
    draft_id: int,
    *,
    version: int,
    index: int,
    by: models.User,
    register: Register,
    clock: Clock,
    checked: bool = False,
) -> models.Draft:
    """Accept the generated sentence at `index`; the history keeps whose it is and its SHA-256.

    `checked` is the officer's word that a sentence which could not be verified was held against its
    source. Raises NotAllowed without it, for a block that no model wrote, for one that is accepted,
    and where the draft is no longer what was on the screen.
    """
    block = _seen(draft_id, index)
    now = clock.now()

    def accepted(draft: Draft) -> Draft:
        _refuse_unread(draft.blocks[index : index + 1], checked=checked)
        return split.accept(draft, index, by.shown_name, now)

    return change_draft(
        draft_id,
        version,
        accepted,
        by=by,
        register=register,
        clock=clock,
        event=EventKind.GENERATED_ACCEPTED,
        details={
            "sentence": hashlib.sha256(block.text.strip().encode()).hexdigest(),
            "verified": not block.doubts,
        },
    )


def _seen(draft_id: int, index: int) -> Block:
    """Return the block that is to be accepted; what has changed since is refused with the rest."""
    rows = models.Draft.objects.filter(pk=draft_id).values_list("blocks", flat=True)
    blocks = from_json(rows[0]) if rows else ()
    if not 0 <= index < len(blocks):
        raise NotAllowed("This draft has changed since: that sentence is no longer in it.")
    return blocks[index]


def _refuse_unread(blocks: tuple[Block, ...], *, checked: bool) -> None:
    """Raise NotAllowed where a sentence is accepted already, or is to be without being read."""
    for block in blocks:
        if block.kind is BlockKind.GENERATED and block.accepted:
            raise NotAllowed("This sentence has been accepted already.")
        if block.doubts and not checked:
            raise NotAllowed(
                f"This sentence could not be verified: it {'; it '.join(block.doubts)}. Hold it "
                "against its source and tick that you have, or change it."
            )
