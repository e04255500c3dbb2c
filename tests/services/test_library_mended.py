"""The index is held against the database, mended and built again; cut off, all is kept."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.domain.library.precedents import Precedent
from assistant.ports import Fit
from assistant.services import check_library as checking
from assistant.services.check_library import check_and_mend, check_at_start, check_library
from assistant.services.import_knowledge import import_knowledge
from assistant.services.library_fit import current_fit
from assistant.services.look_after_libraries import check_nightly, look_at_start
from assistant.services.reindex_library import BUILT_WITHIN, reindex_library
from assistant.services.search_library import search
from assistant.store import queue
from assistant.store.models import LibraryCheck, LibraryIndex, Passage, TermStatistics
from tests.fakes import FakeLibrary, FixedClock
from tests.world import World

WORDS = ("camera", "dog", "uniform", "drone", "radio", "horse", "cell", "van", "boat", "helmet")


@pytest.fixture
def full(world: World) -> World:
    _import(world, range(10))
    return world


def _import(world: World, numbers: Sequence[int]) -> None:
    documents = (
        Precedent(
            ident=f"r{n}", title=f"About {WORDS[n % 10]}s", text=f"A {WORDS[n % 10]} cost {n}."
        )
        for n in numbers
    )
    import_knowledge(world.authority.pk, documents, library=world.library, clock=world.clock)


def _fit(world: World) -> Fit:
    fit = current_fit(world.authority.pk)
    assert fit is not None
    return fit


def _ident(number: int) -> str:
    return Passage.objects.get(document__ident=f"r{number}").ident


def _check(world: World, *, mend: bool = True) -> checking.LibraryState:
    return check_library(world.authority.pk, library=world.library, clock=world.clock, mend=mend)


def _reindex(world: World) -> int:
    return reindex_library(world.authority.pk, library=world.library, clock=world.clock)


def test_a_passage_missing_from_the_vectors_is_added_again(full: World) -> None:
    full.library.remove(_fit(full), [_ident(1), _ident(2)])

    assert _check(full, mend=False).missing_from_vectors == 2
    state = _check(full)

    assert (state.outdated, state.mended, state.missing_from_vectors) == (2, 2, 0)
    assert _check(full) == checking.LibraryState(
        passages=10, indexed=True, missing_from_text=0, missing_from_vectors=0
    )


def test_a_passage_that_is_stored_and_found_by_no_query_is_written_again(full: World) -> None:
    full.library.lost.add(_ident(3))
    state = _check(full)
    assert (state.unreachable, state.mended, state.sound) == (1, 1, True)
    assert search(full.authority.pk, "about horses", k=1, library=full.library)


def test_a_vector_of_an_earlier_text_is_made_anew(full: World) -> None:
    passage = Passage.objects.get(document__ident="r4")
    passage.text = "The armoured lorry"
    passage.save()
    state = _check(full)
    assert (state.outdated, state.sound) == (1, True)
    (hit, *_) = full.library.nearest(_fit(full), "armoured lorry", 3)
    assert hit.id == passage.ident


def test_what_stands_for_no_passage_any_more_is_removed(full: World) -> None:
    full.library.add(_fit(full), [("1/gone#1", "A balloon")])
    state = _check(full)
    assert (state.strays, state.mended) == (1, 1)
    assert full.library.count(_fit(full)) == 10


def test_only_looking_changes_nothing(full: World) -> None:
    full.library.add(_fit(full), [("1/gone#1", "A balloon")])
    full.library.remove(_fit(full), [_ident(1)])
    first, second = _check(full, mend=False), _check(full, mend=False)
    assert first == second
    assert (first.strays, first.outdated, first.mended) == (1, 1, 0)


def test_passages_are_read_some_at_a_time(full: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "READ_AT_ONCE", 3)
    full.library.remove(_fit(full), [_ident(n) for n in (0, 4, 9)])
    assert _check(full).outdated == 3
    assert _check(full).sound


@pytest.mark.sqlite_only  # PostgreSQL holds that index in the table itself
def test_a_passage_missing_from_full_text_is_put_back(full: World) -> None:
    row = Passage.objects.get(document__ident="r5")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO passage_terms(passage_terms, rowid, terms) VALUES ('delete', %s, %s)",
            [row.pk, row.terms],
        )
    assert _check(full, mend=False).missing_from_text == 1
    assert _check(full).mended == 1
    full.library.lost.add(row.ident)
    assert search(full.authority.pk, "horse", k=9, library=full.library)[0].rank_text == 1


def test_terms_are_counted_again_once_the_library_has_changed_much(full: World) -> None:
    TermStatistics.objects.update(passages=8)
    _check(full)
    assert TermStatistics.objects.get().passages == 10


def test_a_library_as_large_as_the_database_says_passes_the_look_at_start(full: World) -> None:
    assert check_at_start(full.authority.pk, library=full.library)
    full.library.remove(_fit(full), [_ident(1)])
    assert not check_at_start(full.authority.pk, library=full.library)
    assert queue.waiting(queue.INDEX_LIBRARY) == set()


def test_an_index_that_is_gone_is_built_again_by_itself(full: World) -> None:
    full.library.discard(_fit(full))
    assert not check_at_start(full.authority.pk, library=full.library)
    assert check_and_mend(full.authority.pk, library=full.library, clock=full.clock) is None
    assert queue.waiting(queue.INDEX_LIBRARY) == {full.authority.pk}


def test_passages_that_were_never_indexed_are_found_at_start(full: World) -> None:
    LibraryIndex.objects.all().delete()
    assert not check_at_start(full.authority.pk, library=full.library)
    assert queue.waiting(queue.INDEX_LIBRARY) == {full.authority.pk}


def test_what_came_of_a_check_is_noted(full: World) -> None:
    full.library.remove(_fit(full), [_ident(1)])
    LibraryIndex.objects.update(stale=True)
    check_and_mend(full.authority.pk, library=full.library, clock=full.clock)
    row = LibraryCheck.objects.get()
    assert (row.lacking, row.left, row.ended_at) == (1, 0, full.clock.now())
    assert not LibraryIndex.objects.get().stale


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (None, "2026-03-03T03:00", True),
        (None, "2026-03-03T12:00", False),
        ("2026-03-03T03:00", "2026-03-03T04:00", False),
        ("2026-03-03T03:00", "2026-03-04T02:00", True),
        ("2026-03-03T03:00", "2026-03-04T12:00", False),
        ("2026-03-03T03:00", "2026-03-05T12:00", True),
    ],
)
def test_a_library_is_checked_once_a_night_and_a_missed_night_is_made_up_for(
    full: World, last: str | None, now: str, *, due: bool
) -> None:
    if last:
        LibraryCheck.objects.create(authority=full.authority, begun_at=_utc(last))
    clock = FixedClock(_utc(now))
    assert check_nightly(clock=clock) == int(due)
    check_nightly(clock=clock)
    assert queue.waiting(queue.CHECK_LIBRARY) == ({full.authority.pk} if due else set())


def test_every_library_with_passages_is_looked_at_when_the_assistant_starts(full: World) -> None:
    look_at_start()
    look_at_start()
    assert queue.waiting(queue.LOOK_AT_LIBRARY) == {full.authority.pk}


def _utc(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


class CutOff(BaseException):
    """What stops a program anywhere; nobody catches it."""


class CutOffLibrary(FakeLibrary):
    """A library whose program is killed before or after one of its steps."""

    def __init__(self, given: FakeLibrary, step: str, *, before: bool) -> None:
        super().__init__()
        self.__dict__.update(given.__dict__)
        real: Callable[..., object] = getattr(given, step)

        def cut_off(*args: object, **named: object) -> object:
            if not before:
                real(*args, **named)
            raise CutOff

        setattr(self, step, cut_off)


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("step", ["discard_others", "build", "discard", "compare", "held"])
def test_cut_off_in_any_phase_of_building_a_whole_index_serves_and_nothing_is_lost(
    full: World, step: str, *, before: bool
) -> None:
    cut = CutOffLibrary(full.library, step, before=before)
    with pytest.raises(CutOff):
        reindex_library(full.authority.pk, library=cut, clock=full.clock)

    assert _check(full, mend=False).sound
    assert search(full.authority.pk, "about drones", k=1, library=full.library)

    later = FixedClock(datetime.now(UTC) + 2 * BUILT_WITHIN)
    reindex_library(full.authority.pk, library=full.library, clock=later)
    assert full.library.collections() == {_fit(full).id}
    assert not LibraryIndex.objects.get().stale


def test_what_another_builds_at_this_moment_is_left_alone(full: World) -> None:
    other = full.library.build([("x", "y")], scope=f"authority-{full.authority.pk}")
    full.clock.set(datetime.now(UTC) + timedelta(minutes=1))
    _reindex(full)
    assert full.library.collections() == {_fit(full).id, other.id}


def test_what_is_taken_in_while_the_index_is_built_is_in_it_after_the_swap(
    full: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = full.library.build

    def slow(passages: Sequence[tuple[str, str]], *, scope: str) -> Fit:
        monkeypatch.setattr(full.library, "build", build)
        fit = build(passages, scope=scope)
        _import(full, [10])
        Passage.objects.filter(document__ident="r2").delete()
        return fit

    monkeypatch.setattr(full.library, "build", slow)
    _reindex(full)
    state = _check(full, mend=False)
    assert (state.passages, state.outdated, state.strays) == (10, 0, 0)


def test_a_library_of_another_embedder_is_not_mended_but_refused(full: World) -> None:
    LibraryIndex.objects.update(embedder="another-1", fit_id="other")
    with pytest.raises(NotAllowed, match="reindex"):
        _check(full)
    assert queue.waiting(queue.INDEX_LIBRARY) == set()


def test_while_the_server_is_away_a_check_says_so(full: World) -> None:
    full.library.gone = True
    with pytest.raises(TryAgainLater):
        _check(full)
