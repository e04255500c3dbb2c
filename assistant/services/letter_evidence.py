"""What the figures, dates and names of a letter may come from: everything on record in its case."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Prefetch, prefetch_related_objects

from assistant.domain.case import CasePart
from assistant.domain.letters.blocks import BlockKind, Draft, LetterKind
from assistant.domain.letters.context import long_date
from assistant.domain.letters.grounds import Ask, Grounds
from assistant.store import models
from assistant.store.reasoning import estimates_of, grounds_of


def letter_evidence(
    row: models.Draft, draft: Draft, parts: tuple[CasePart, ...]
) -> tuple[str, ...]:
    """Return the texts that a letter may take figures and facts from, each once.

    The requester's words, what officers found, recorded and typed, the estimates with their sums,
    the dates of the clock, the names of the files that leave with it, and whose letter it is. What
    the composer or a model wrote is no evidence of itself.
    """
    case = row.case
    texts = (
        *(part.text for part in parts),
        *_found(parts),
        *_reasoned(grounds_of(case)),
        *_estimated(case),
        *map(long_date, _clock_dates(case)),
        *_names_of_files(row),
        *_authority(case.authority),
        *(block.text for block in draft.blocks if block.kind in _given(draft.kind)),
        case.title,
    )
    return tuple(dict.fromkeys(filter(None, texts)))


def _names_of_files(row: models.Draft) -> list[str]:
    """Return the names of the files that leave with a letter; those fetched already are taken."""
    without_bytes = models.CaseFile.objects.defer("compressed").order_by("pk")
    prefetch_related_objects([row], Prefetch("enclosures", without_bytes))
    return [file.name for file in row.enclosures.all()]


def _given(kind: LetterKind) -> frozenset[BlockKind]:
    """Return the kinds of blocks that are evidence: what officers typed, and what they answered.

    What a letter other than the first two asks for is kept nowhere but in its blocks. The facts of
    those two come from the case, whose dates may have moved since.
    """
    if kind in {LetterKind.RESPONSE, LetterKind.ACKNOWLEDGEMENT}:
        return frozenset({BlockKind.OFFICER})
    return frozenset({BlockKind.OFFICER, BlockKind.CASE_FACT})


def _found(parts: Iterable[CasePart]) -> Iterator[str]:
    """Yield what officers recorded for each part: facts, and searches with their dates."""
    for part in parts:
        yield part.facts
        for search in part.searches:
            yield from (search.where, search.terms, search.result, long_date(search.made_on))


def _reasoned(recorded: Iterable[Grounds]) -> Iterator[str]:
    """Yield what officers put on record for each provision."""
    for grounds in recorded:
        for ask in Ask:
            value = getattr(grounds, ask.value)
            if isinstance(value, date):
                yield long_date(value)
            elif isinstance(value, str):
                yield value


def _estimated(case: models.Case) -> Iterator[str]:
    """Yield each line of the estimates, and their hours and pounds."""
    for estimate in estimates_of(case).values():
        for line in estimate.rows:
            yield f"{line.task}: {line.hours.normalize():f} hours"
        yield f"{estimate.hours.normalize():f} hours, £{estimate.cost:,.2f}"


def _clock_dates(case: models.Case) -> Iterator[date]:
    """Yield the dates of the statutory clock, of the case and of its parts."""
    yield case.received_on
    for part in case.parts.all():
        yield part.received_on
        yield from filter(None, (part.due_on, part.decision_due_on))
    yield from filter(None, (case.due_on, case.decision_due_on))


def _authority(authority: models.Authority) -> tuple[str, ...]:
    """Return what the settings say of the authority and of its regulator."""
    return (
        authority.address,
        authority.email,
        authority.phone,
        authority.review_contact,
        authority.regulator_address,
        authority.regulator_url,
    )
