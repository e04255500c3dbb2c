"""Note what of a draft a person opened and read, and say what is left of it for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import Block
from assistant.domain.letters.provenance import UsedSource, block_digest, sources_used
from assistant.ports import Clock
from assistant.store.blocks import from_json
from assistant.store.models import Draft, DraftReading, User

What = DraftReading.What


@dataclass(frozen=True, slots=True)
class Unread:
    """What of a draft one person has not opened and not read.

    `sources` are all that are to be opened, `unopened` those of them that they have not; wording
    that only frames a letter is not among them. `unread` are numbers of blocks, from 1, out of
    `blocks` in all.
    """

    sources: tuple[UsedSource, ...]
    unopened: tuple[UsedSource, ...]
    blocks: int
    unread: tuple[int, ...]

    @property
    def kept(self) -> dict[str, Any]:
        """What a letter keeps of it: ids of sources, numbers of blocks, and of how many."""
        return {
            "sources": [each.source.id for each in self.unopened],
            "of_sources": len(self.sources),
            "blocks": list(self.unread),
            "of_blocks": self.blocks,
        }

    @property
    def counted(self) -> dict[str, Any]:
        """What the event of an approval says of it: how many of how many."""
        return {
            "not_opened": [len(self.unopened), len(self.sources)],
            "not_read": [len(self.unread), self.blocks],
        }


def unread_by(draft: Draft, person: User) -> Unread:
    """Return what a person has left of a draft as it stands now, in one query."""
    rows = DraftReading.objects.filter(draft=draft, person=person)
    seen = set(rows.values_list("what", "digest"))
    blocks = from_json(draft.blocks)
    sources = tuple(each for each in sources_used(blocks) if not each.frames)
    return Unread(
        sources=sources,
        unopened=tuple(each for each in sources if (What.SOURCE, each.digest) not in seen),
        blocks=len(blocks),
        unread=tuple(
            number
            for number, block in enumerate(blocks, start=1)
            if (What.BLOCK, block_digest(block)) not in seen
        ),
    )


def open_sources(draft: Draft, sources: Sequence[UsedSource], *, by: User, clock: Clock) -> None:
    """Note that a page showed a person these sources of a draft that is being written.

    Raises NotAllowed where the draft is another authority's.
    """
    if draft.case.authority_id != by.authority_id:
        raise NotAllowed("The draft belongs to another authority.")
    if draft.state == Draft.State.READY:
        digests = [each.digest for each in sources]
        _note(draft, What.SOURCE, digests, by=by, at=clock.now())


def confirm_read(
    draft_id: int, *, version: int, numbers: Sequence[int], by: User, clock: Clock
) -> None:
    """Note that a person says they have read blocks of a draft; `numbers` count from 1.

    Raises NotAllowed for who changes nothing, where the draft is not ready or has changed since it
    was shown, and where it has no such block: nobody confirms words they have not seen.
    """
    if not by.may_change:
        raise NotAllowed("Auditors read; they confirm nothing. Ask an officer.")
    with transaction.atomic():
        rows = Draft.objects.select_for_update(of=("self",))
        draft = rows.filter(pk=draft_id, case__authority=by.authority).first()
        if draft is None or draft.state != Draft.State.READY:
            raise NotAllowed("Only the blocks of a draft that is ready are marked as read.")
        if draft.version != version:
            raise NotAllowed(
                "Somebody changed the draft since you looked. Nothing was marked: read it again."
            )
        blocks = from_json(draft.blocks)
        if not numbers or not all(1 <= number <= len(blocks) for number in numbers):
            raise NotAllowed("The draft has no such block. Nothing was marked: look at it again.")
        digests = [block_digest(blocks[number - 1]) for number in numbers]
        _note(draft, What.BLOCK, digests, by=by, at=clock.now())


def note_own_words(
    draft: Draft, before: Iterable[Block], after: Iterable[Block], *, by: User, at: datetime
) -> None:
    """Note that who types or accepts words of a draft has read them; `at` is aware."""
    known = {block_digest(block) for block in before}
    own = [
        digest
        for block in after
        if block.author == by.shown_name and (digest := block_digest(block)) not in known
    ]
    _note(draft, What.BLOCK, own, by=by, at=at)


def _note(draft: Draft, what: What, digests: Iterable[str], *, by: User, at: datetime) -> None:
    """Note each once at this version, in one query, whoever else does so at the same time."""
    DraftReading.objects.bulk_create(
        [
            DraftReading(
                draft=draft, person=by, what=what, version=draft.version, digest=digest, at=at
            )
            for digest in dict.fromkeys(digests)
        ],
        ignore_conflicts=True,
    )
