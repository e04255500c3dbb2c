"""Compare what the database holds of the library with what searches can reach, and mend it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction

from assistant.domain.errors import TryAgainLater
from assistant.ports import Clock, Compared, Fit, IndexGone, Library
from assistant.services.library_fit import current_fit
from assistant.services.rebuild_library import rebuild_in_background
from assistant.store import fulltext
from assistant.store.library import text_for_index
from assistant.store.models import LibraryCheck, LibraryIndex, Passage
from assistant.store.term_counts import count_terms, out_of_date

READ_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class LibraryState:
    """Passages in the database, what each index lacks of them or has over, and what was mended.

    Counts are of passages. `outdated` ones are missing from the vectors or were made from an
    earlier text, `unreachable` ones are stored and found by no query, `strays` stand for no passage
    of the database. `missing_from_vectors` is what a search cannot find as it reads now, after
    mending.
    """

    passages: int
    indexed: bool
    missing_from_text: int
    missing_from_vectors: int
    outdated: int = 0
    unreachable: int = 0
    strays: int = 0
    mended: int = 0

    @property
    def sound(self) -> bool:
        """Whether every passage can be found both ways, and nothing else."""
        return not (self.missing_from_text or self.missing_from_vectors)


@dataclass(frozen=True, slots=True)
class VectorState:
    """What the vectors lacked or had over, and how many are still lacking after mending."""

    outdated: int
    unreachable: int
    strays: int
    left: int


def check_library(
    authority_id: int, *, library: Library, clock: Clock | None = None, mend: bool = False
) -> LibraryState:
    """Count what a query cannot reach; stored is not enough (an index can lose what it stored).

    With `mend` (which needs the clock), what is missing or out of date is added again, what stands
    for nothing is removed, and terms are counted anew where the library has changed much. Passages
    are read some at a time. Raises TryAgainLater and NotAllowed as Library does.
    """
    passages = Passage.objects.filter(document__authority_id=authority_id).count()
    fit = current_fit(authority_id)
    vectors = VectorState(outdated=0, unreachable=0, strays=0, left=0 if fit else passages)
    if fit:
        vectors = _held_against(authority_id, fit, library, mend=mend, thorough=True)
    missing = fulltext.missing(authority_id)
    if mend and clock is not None:
        _mend_text(authority_id, passages, missing, clock)
    lacking = vectors.outdated + vectors.unreachable + vectors.strays
    return LibraryState(
        passages=passages,
        indexed=fit is not None,
        missing_from_text=0 if mend else missing,
        missing_from_vectors=vectors.left,
        outdated=vectors.outdated,
        unreachable=vectors.unreachable,
        strays=vectors.strays,
        mended=lacking - min(vectors.left, lacking) + missing if mend else 0,
    )


def mend_vectors(authority_id: int, fit: Fit, *, library: Library) -> VectorState:
    """Bring the vectors up to date with the database, without asking whether queries find each."""
    return _held_against(authority_id, fit, library, mend=True, thorough=False)


def check_at_start(authority_id: int, *, library: Library) -> bool:
    """Look whether the index is there and as large as the database says; return whether it is.

    Costs one question to the index. One that is gone is built again in the background.
    """
    fit = current_fit(authority_id)
    passages = Passage.objects.filter(document__authority_id=authority_id).count()
    try:
        held = library.count(fit) if fit else 0
    except IndexGone:
        held, fit = 0, None
    if fit is None and passages:
        rebuild_in_background(authority_id)
    stale = LibraryIndex.objects.filter(authority_id=authority_id, stale=True).exists()
    # A passage without a word that the index knows is not in it; then the check finds nothing.
    return not stale and held == passages


def check_and_mend(authority_id: int, *, library: Library, clock: Clock) -> LibraryState | None:
    """Check and mend one library, and note what came of it.

    Returns None where its index is not there: it is then built again in the background.
    """
    row, _ = LibraryCheck.objects.update_or_create(
        authority_id=authority_id, defaults={"begun_at": clock.now(), "ended_at": None}
    )
    try:
        state = check_library(authority_id, library=library, clock=clock, mend=True)
    except IndexGone:
        rebuild_in_background(authority_id)
        return None
    row.ended_at = clock.now()
    row.lacking = state.outdated + state.unreachable + state.strays
    row.left = state.missing_from_vectors
    row.save(update_fields=["ended_at", "lacking", "left"])
    if not state.indexed:
        if state.passages:
            rebuild_in_background(authority_id)
        return None
    if state.sound:
        LibraryIndex.objects.filter(authority_id=authority_id).update(
            stale=False, passages=state.passages
        )
    return state


def _held_against(
    authority_id: int, fit: Fit, library: Library, *, mend: bool, thorough: bool
) -> VectorState:
    """Hold the vectors against the passages, portion by portion."""
    outdated = unreachable = left = 0
    for portion in _portions(authority_id):
        compared = library.compare(fit, portion)
        outdated += len(compared.outdated)
        lost = _lost(fit, portion, compared, library) if thorough else set()
        unreachable += len(lost)
        lacking = compared.outdated | lost
        again = [(ident, text) for ident, text in portion if ident in lacking]
        left += _not_added(fit, again, library) if mend else len(again)
    strays = [
        ident for page in library.held(fit) for ident in _without_a_passage(authority_id, page)
    ]
    if mend and strays:
        library.remove(fit, strays)
    return VectorState(outdated, unreachable, len(strays), left)


def _lost(
    fit: Fit, portion: list[tuple[str, str]], compared: Compared, library: Library
) -> set[str]:
    """Return what is stored as it reads now and found by no query."""
    settled = compared.outdated | compared.wordless
    stored = [ident for ident, _ in portion if ident not in settled]
    return set(stored) - library.reachable(fit, stored)


def _portions(authority_id: int) -> Iterator[list[tuple[str, str]]]:
    """Yield (ident, text as indexed) of an authority's passages, some at a time."""
    last = 0
    rows = Passage.objects.filter(document__authority_id=authority_id).order_by("pk")
    rows = rows.select_related("document").defer("document__text", "terms")
    while portion := list(rows.filter(pk__gt=last)[:READ_AT_ONCE]):
        last = portion[-1].pk
        yield [(row.ident, text_for_index(row)) for row in portion]


def _not_added(fit: Fit, passages: list[tuple[str, str]], library: Library) -> int:
    """Add passages again; return how many queries still do not find."""
    if not passages:
        return 0
    try:
        library.add(fit, passages)
    except TryAgainLater:
        return len(passages)
    return 0


def _without_a_passage(authority_id: int, idents: Sequence[str]) -> set[str]:
    """Return those ids that no passage of the authority has."""
    held = Passage.objects.filter(ident__in=idents, document__authority_id=authority_id)
    return set(idents) - set(held.values_list("ident", flat=True))


def _mend_text(authority_id: int, passages: int, missing: int, clock: Clock) -> None:
    """Put into full text what it lacks, and count terms anew where that is due."""
    if missing:
        with transaction.atomic():
            fulltext.mend(authority_id)
    if out_of_date(authority_id, passages):
        count_terms(authority_id, at=clock.now())
