"""Compose a queued draft: find passages for each part, put the blocks together, check them.

Where a language model is connected it is asked for sentences, which are verified; the letter is
composed all the same where it is away or of no use.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from django.db import transaction
from django.db.models import F

from assistant import log_context
from assistant.domain.case import CasePart, EventKind
from assistant.domain.errors import TryAgainLater
from assistant.domain.law.acts import Register
from assistant.domain.letters.answers import Desk
from assistant.domain.letters.arguing import reasoning_from
from assistant.domain.letters.blocks import Block, Draft, LetterKind
from assistant.domain.letters.compose import (
    compose_acknowledgement,
    compose_response,
    quotable,
)
from assistant.domain.letters.compose_letter import compose_letter
from assistant.domain.letters.context import EvidencePassage, LetterContext
from assistant.domain.letters.frame import desk_of
from assistant.domain.letters.merging import Merged, SetAside, merge
from assistant.domain.letters.placing import rechecked
from assistant.domain.letters.similar import Similar, similar
from assistant.domain.letters.verifying import Ruling
from assistant.domain.letters.wording import Wordings
from assistant.ports import Clock, Library
from assistant.services.draft_evidence import passage_json, similar_json
from assistant.services.find_passages import find_passages
from assistant.services.judge_precedents import judge_precedents
from assistant.services.letter_context import letter_context
from assistant.services.propose_blocks import (
    Proposed,
    Writing,
    knowledge_of,
    placed_blocks,
    propose_blocks,
    rulings_of,
)
from assistant.services.review_draft import findings_of
from assistant.services.second_person import second_person
from assistant.store import models, wording
from assistant.store.blocks import draft_of, from_json, given_of, to_json
from assistant.store.cases import parts_of
from assistant.store.events import record
from assistant.store.reasoning import estimates_of, grounds_of
from assistant.store.wording_uses import note_uses


def compose_draft(
    draft_id: int,
    *,
    library: Library,
    register: Register,
    clock: Clock,
    writing: Writing | None = None,
) -> None:
    """Compose a draft that is queued; one that is not is left alone (idempotent).

    The passages are found, and a model is asked where `writing` has one, before the transaction
    that stores the draft begins, so that no lock is held while they answer. Raises TryAgainLater
    when the library cannot be reached: the draft stays queued, says so, and is composed when it is
    back.
    """
    started = models.Draft.objects.filter(pk=draft_id, state=models.Draft.State.QUEUED).update(
        attempts=F("attempts") + 1
    )
    if not started:
        return
    row = models.Draft.objects.select_related("case__authority", "case__requester").get(pk=draft_id)
    try:
        with log_context.bound(case=row.case_id):
            composed = _compose(
                row, library=library, register=register, clock=clock, writing=writing
            )
    except TryAgainLater as error:
        models.Draft.objects.filter(pk=draft_id).update(problem=str(error))
        raise
    with transaction.atomic():
        row = models.Draft.objects.select_for_update().get(pk=draft_id)
        # Queued again while this was composed (a date was corrected, say): the later task does it.
        if row.state == models.Draft.State.QUEUED and row.version == composed.version:
            _keep(row, composed, register=register, clock=clock)


@dataclass(frozen=True, slots=True)
class _Composed:
    """A draft with the evidence it was composed from, and the version it was composed for."""

    draft: Draft
    version: int
    passages: tuple[EvidencePassage, ...] = ()
    similar: tuple[Similar, ...] = ()
    proposed: Proposed | None = None
    rulings: Mapping[str, Ruling] = field(default_factory=dict)


def _compose(
    row: models.Draft,
    *,
    library: Library,
    register: Register,
    clock: Clock,
    writing: Writing | None,
) -> _Composed:
    """Put the draft together from what the case holds now."""
    case = row.case
    wordings = wording.approved(case.authority)
    kind = LetterKind(row.kind)
    context = letter_context(case, clock=clock, kind=kind)
    if kind is LetterKind.ACKNOWLEDGEMENT:
        return _Composed(compose_acknowledgement(context, wordings), row.version)
    parts = parts_of(case)
    if kind is not LetterKind.RESPONSE:
        letter = compose_letter(
            kind,
            context,
            parts,
            wordings,
            register,
            given_of(row),
            reasoning=reasoning_from(grounds_of(case), parts, register),
        )
        return _Composed(letter, row.version)
    found = find_passages(case.authority_id, parts, library=library)
    passages = judge_precedents(found, register)
    answering = _Answering(row, context, parts, passages, wordings, register)
    found_in = knowledge_of(row, parts, quotable(passages), answering.desk)
    proposed = propose_blocks(row, parts, found_in, writing=writing) if writing else None
    draft = answering.draft()
    if proposed and proposed.verified:
        names = answering.desk.names
        draft = answering.draft(placed_blocks(proposed, found_in, names, draft.text))
    return _Composed(
        draft,
        row.version,
        passages,
        similar(parts, passages, context.letter_date),
        proposed,
        rulings_of(row, parts, found_in),
    )


@dataclass(frozen=True, slots=True)
class _Answering:
    """What a response is composed from, so that it can be with proposals and without."""

    row: models.Draft
    context: LetterContext
    parts: Sequence[CasePart]
    passages: Sequence[EvidencePassage]
    wordings: Wordings
    register: Register

    @property
    def desk(self) -> Desk:
        """What its paragraphs are written with."""
        return desk_of(self.context, self.wordings, self.register, self.parts)

    def draft(self, proposed: Mapping[str, Sequence[Block]] = MappingProxyType({})) -> Draft:
        """Compose the response with these blocks after the answers to their parts."""
        case = self.row.case
        return compose_response(
            self.context,
            self.parts,
            self.passages,
            self.wordings,
            self.register,
            reasoning=reasoning_from(grounds_of(case), self.parts, self.register),
            estimates=estimates_of(case),
            proposed=proposed,
        )


def _keep(row: models.Draft, composed: _Composed, *, register: Register, clock: Clock) -> None:
    """Store a composed draft as the next version of its row, with its event.

    What was composed is a version of its own, even where edits are then put back into it: the next
    time, only what was typed is told from it by comparing.
    """
    merged = _with_edits(row, composed.draft, composed.rulings)
    row.state = models.Draft.State.READY
    row.version += 1
    _keep_version(row, composed.draft, None, clock)
    if merged.blocks != composed.draft.blocks:
        row.version += 1
        _keep_version(row, replace(composed.draft, blocks=merged.blocks), row.drafter, clock)
    row.set_aside = [{"text": each.text, "typed": each.typed} for each in merged.set_aside]
    row.keep_edits = True
    row.pipeline_version = composed.draft.pipeline_version
    row.model = composed.proposed.model[:100] if composed.proposed else ""
    row.prompt_sha256 = composed.proposed.prompt_hash[:64] if composed.proposed else ""
    row.proposing = composed.proposed.record if composed.proposed else {}
    row.passages = [passage_json(passage) for passage in composed.passages]
    row.similar = [similar_json(answer) for answer in composed.similar]
    row.problem = ""
    row.composed_at = clock.now()
    row.findings = findings_of(row, draft_of(row), register=register, clock=clock)
    row.needs_second = bool(second_person(row).reasons)
    row.save()
    record(row.case, EventKind.DRAFTED, by=None, at=clock.now(), draft=row.pk, version=row.version)


def _keep_version(row: models.Draft, draft: Draft, by: models.User | None, clock: Clock) -> None:
    """Make a draft's blocks those of its row, and a version of it."""
    row.blocks = to_json(draft.blocks)
    models.DraftVersion.objects.create(
        draft=row, number=row.version, blocks=row.blocks, made_by=by, made_at=clock.now()
    )
    note_uses(row)


def _with_edits(row: models.Draft, composed: Draft, rulings: Mapping[str, Ruling]) -> Merged:
    """Return what was composed with the edits made since the row was composed last.

    What was set aside before, and still stands nowhere, is not forgotten. A model's sentence that
    was accepted stays so only while what it stands on is what it was.
    """
    base = row.versions.filter(made_by__isnull=True).order_by("number").last()
    if base is None or not row.keep_edits:
        return Merged(composed.blocks)
    merged = merge(from_json(base.blocks), draft_of(row).blocks, composed.blocks)
    merged = replace(merged, blocks=rechecked(merged.blocks, rulings))
    text = "".join(block.text for block in merged.blocks)
    before = [SetAside(each["text"], each["typed"]) for each in row.set_aside]
    waiting = [
        each
        for each in before
        if each.text not in text and (each.typed or each.text in composed.text)
    ]
    return replace(merged, set_aside=tuple(dict.fromkeys((*waiting, *merged.set_aside))))
