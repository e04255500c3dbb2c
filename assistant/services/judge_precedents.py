"""Hold the precedents that passages come from against the letter checks, and say what they find."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Register
from assistant.domain.letters.context import EvidencePassage
from assistant.domain.library.quality import Quality, quality
from assistant.domain.library.reading import read_response
from assistant.store.models import LibraryDocument, Passage


def judge_precedents(
    passages: Sequence[EvidencePassage], register: Register
) -> tuple[EvidencePassage, ...]:
    """Return the passages with the quality and the faults of the responses they come from.

    The whole response is judged, because its faults are the author's and not the paragraph's; a
    passage whose response is not stored is returned as it is, and may be quoted no less.
    """
    rows = Passage.objects.filter(ident__in={passage.id for passage in passages})
    documents = {row.ident: row.document for row in rows.select_related("document")}
    judged = {
        document.pk: _judged(document, register)
        for document in {document.pk: document for document in documents.values()}.values()
    }
    return tuple(
        _with(passage, judged[documents[passage.id].pk]) if passage.id in documents else passage
        for passage in passages
    )


def _with(passage: EvidencePassage, judged: tuple[float, tuple[str, ...]]) -> EvidencePassage:
    """Return a passage with what was found."""
    score, faults = judged
    return replace(passage, quality=score, faults=faults)


def _judged(document: LibraryDocument, register: Register) -> tuple[float, tuple[str, ...]]:
    """Return the score of a stored response and its faults, as found when it was imported.

    One that was imported before such things were kept is judged now.
    """
    if document.quality:
        errors = {
            each["rule"]: str(each["message"])
            for each in reversed(document.quality["findings"])
            if each["severity"] == "error"
        }
        return float(document.quality["score"]), tuple(reversed(errors.values()))
    found = _quality(document, register)
    return found.score, tuple(fault.message for fault in found.faults)


def _quality(document: LibraryDocument, register: Register) -> Quality:
    """Judge a stored response by what is known of it, and read from it where nothing is."""
    known = next((each for each in Outcome if each.value == document.outcome), None)
    outcome = known or read_response(document.text).outcome
    return quality(
        document.text,
        register,
        outcome=outcome,
        sections=tuple(document.sections),
        dated=document.dated,
    )
