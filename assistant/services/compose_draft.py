"""Compose a queued draft: find passages for each part, put the blocks together, check them."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F

from assistant.domain.case import EventKind
from assistant.domain.errors import TryAgainLater
from assistant.domain.law.acts import Register
from assistant.domain.letters.blocks import Draft, LetterKind
from assistant.domain.letters.compose import compose_acknowledgement, compose_response
from assistant.domain.letters.compose_letter import compose_letter
from assistant.domain.letters.context import EvidencePassage
from assistant.domain.letters.similar import Similar, similar
from assistant.ports import Clock, Library
from assistant.services.find_passages import find_passages
from assistant.services.letter_context import letter_context
from assistant.services.review_draft import findings_of
from assistant.store import models, wording
from assistant.store.blocks import given_of, to_json
from assistant.store.cases import parts_of
from assistant.store.events import record


def compose_draft(draft_id: int, *, library: Library, register: Register, clock: Clock) -> None:
    """Compose a draft that is queued; one that is not is left alone (idempotent).

    The passages are found before the transaction that stores the draft begins, so that no lock is
    held while the library answers. Raises TryAgainLater when the library cannot be reached: the
    draft stays queued, says so, and is composed when it is back.
    """
    started = models.Draft.objects.filter(pk=draft_id, state=models.Draft.State.QUEUED).update(
        attempts=F("attempts") + 1
    )
    if not started:
        return
    row = models.Draft.objects.select_related("case__authority", "case__requester").get(pk=draft_id)
    try:
        composed = _compose(row, library=library, register=register, clock=clock)
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


def _compose(row: models.Draft, *, library: Library, register: Register, clock: Clock) -> _Composed:
    """Put the draft together from what the case holds now."""
    case = row.case
    wordings = wording.approved(case.authority)
    kind = LetterKind(row.kind)
    context = letter_context(case, clock=clock, kind=kind)
    if kind is LetterKind.ACKNOWLEDGEMENT:
        return _Composed(compose_acknowledgement(context, wordings), row.version)
    parts = parts_of(case)
    if kind is not LetterKind.RESPONSE:
        letter = compose_letter(kind, context, parts, wordings, register, given_of(row))
        return _Composed(letter, row.version)
    passages = find_passages(case.authority_id, parts, library=library)
    draft = compose_response(context, parts, passages, wordings, register)
    return _Composed(draft, row.version, passages, similar(parts, passages))


def _keep(row: models.Draft, composed: _Composed, *, register: Register, clock: Clock) -> None:
    """Store a composed draft as the next version of its row, with its event."""
    row.state = models.Draft.State.READY
    row.version += 1
    row.blocks = to_json(composed.draft.blocks)
    row.pipeline_version = composed.draft.pipeline_version
    row.passages = [passage_json(passage) for passage in composed.passages]
    row.similar = [similar_json(answer) for answer in composed.similar]
    row.problem = ""
    row.composed_at = clock.now()
    row.findings = findings_of(row, composed.draft, register=register, clock=clock)
    row.save()
    models.DraftVersion.objects.create(
        draft=row, number=row.version, blocks=row.blocks, made_at=clock.now()
    )
    record(row.case, EventKind.DRAFTED, by=None, at=clock.now(), draft=row.pk, version=row.version)


def passage_json(passage: EvidencePassage) -> dict[str, Any]:
    """Return a passage as it is kept with the draft, and shown."""
    return {
        "id": passage.id,
        "version": passage.version,
        "title": passage.title,
        "date": passage.date.isoformat() if passage.date else None,
        "score": passage.score,
        "part": passage.part_key,
        "section": passage.section,
        "status": passage.status,
        "outcome": passage.outcome,
        "text": passage.text,
    }


def similar_json(answer: Similar) -> dict[str, Any]:
    """Return how similar questions were answered, as it is kept and shown."""
    return {
        "question": answer.part,
        "outcome": answer.outcome.value if answer.outcome else None,
        "sections": list(answer.sections),
        "confidence": answer.confidence,
        "evidence": list(answer.evidence),
    }
