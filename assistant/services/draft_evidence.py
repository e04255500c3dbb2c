"""What a draft was composed from, as it is kept with it; and where decisions differ from that."""

from datetime import date
from typing import Any

from assistant.domain.letters.context import EvidencePassage
from assistant.domain.letters.precedent_conflicts import Conflict, conflicts
from assistant.domain.letters.similar import Similar
from assistant.store.cases import parts_of
from assistant.store.models import Case, Draft


def conflicts_of(case: Case, draft: Draft | None) -> dict[str, tuple[Conflict, ...]]:
    """Return, by the key of each part, where it differs from earlier answers to such questions.

    `draft` is the response, whose passages they are. Parts without a conflict are left out.
    """
    passages = [passage_from(row) for row in (draft.passages if draft else ())]
    found = {part.key: conflicts(part, passages) for part in parts_of(case)}
    return {key: each for key, each in found.items() if each}


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
        "quality": passage.quality,
        "faults": list(passage.faults),
        "text": passage.text,
    }


def passage_from(row: dict[str, Any]) -> EvidencePassage:
    """Return a passage as it was kept with a draft, by this version or an earlier one."""
    return EvidencePassage(
        id=row["id"],
        version=row["version"],
        title=row["title"],
        date=date.fromisoformat(row["date"]) if row["date"] else None,
        score=row["score"],
        text=row["text"],
        start=0,
        end=len(row["text"]),
        part_key=row["part"],
        section=row["section"],
        status=row["status"],
        outcome=row["outcome"],
        quality=row.get("quality"),
        faults=tuple(row.get("faults", ())),
    )


def similar_json(answer: Similar) -> dict[str, Any]:
    """Return how similar questions were answered, as it is kept and shown."""
    return {
        "question": answer.part,
        "outcome": answer.outcome.value if answer.outcome else None,
        "sections": list(answer.sections),
        "confidence": answer.confidence,
        "evidence": list(answer.evidence),
        "counts": [
            {
                "outcome": counted.outcome.value,
                "letters": counted.letters,
                "sections": [list(each) for each in counted.sections],
            }
            for counted in answer.counts
        ],
        "letters": answer.letters,
    }
