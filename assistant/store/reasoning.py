"""Load what officers recorded about provisions and cost, as the rules and letters take it."""

from assistant.domain.letters.estimate import CostEstimate, EstimateRow
from assistant.domain.letters.grounds import Grounds
from assistant.store import models
from assistant.store.models import Case, ReasoningRecord


def grounds_of(case: Case) -> tuple[Grounds, ...]:
    """Return what is on record for each provision of a case.

    The companions of each are every section claimed in the parts that claim it: a purpose or a
    condition stands with the part's sections, and nowhere a second time.
    """
    records = case.reasoning.select_related("updated_by").order_by("pk")
    parts = list(case.parts.all())
    return tuple(grounds_from(record, beside(record.citation, parts)) for record in records)


def beside(citation: str, parts: list[models.RequestPart]) -> tuple[str, ...]:
    """Return the sections that stand beside one in the parts that claim it, once each."""
    found = [section for part in parts if citation in part.sections for section in part.sections]
    return tuple(dict.fromkeys(section for section in found if section != citation))


def grounds_from(record: ReasoningRecord, companions: tuple[str, ...]) -> Grounds:
    """Return a row as the domain knows it."""
    return Grounds(
        citation=record.citation,
        companions=companions,
        qualified_person=record.qualified_person,
        opinion_on=record.opinion_on,
        opinion=record.opinion,
        likelihood=record.likelihood,
        harm=record.harm,
        causal_link=record.causal_link,
        why=record.why,
        legitimate_interests=record.legitimate_interests,
        for_disclosure=record.for_disclosure,
        against=record.against,
        tips=record.tips,
        author=record.updated_by.shown_name if record.updated_by else "",
    )


def estimates_of(case: Case) -> dict[str, CostEstimate]:
    """Return a case's estimates by the key of the part, "" for the whole request."""
    rows = case.estimate_rows.select_related("part", "recorded_by").order_by("position", "pk")
    found: dict[str, list[models.EstimateRow]] = {}
    for row in rows:
        found.setdefault(row.part.key if row.part else "", []).append(row)
    return {
        key: CostEstimate(
            tuple(EstimateRow(row.activity, row.task, row.hours) for row in listed),
            author=listed[-1].recorded_by.shown_name if listed[-1].recorded_by else "",
        )
        for key, listed in found.items()
    }
