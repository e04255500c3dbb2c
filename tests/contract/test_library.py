"""What every Library promises: the stand-in, and the real one on a Chroma server."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from assistant.adapters.builtin_embeddings import BuiltinEmbedder
from assistant.adapters.chroma import ChromaLibrary
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import IndexGone, Library
from tests.dovecot import free_port
from tests.fakes import FakeLibrary, other_embedder

PASSAGES = [
    ("cameras", "How many speed cameras does Northshire Police have, and what did they cost?"),
    ("dogs", "Please state the number of police dogs and the breed of each."),
    ("uniform", "What was spent on uniforms and boots in the last financial year?"),
    ("drones", "A list of all drone flights, with date, place and purpose."),
]


@dataclass
class Shelf:
    library: Library
    unreachable: Callable[[], Library]


@pytest.fixture(params=["fake", pytest.param("chroma", marks=pytest.mark.chroma)])
def shelf(request: pytest.FixtureRequest) -> Iterator[Shelf]:
    if request.param == "fake":
        fake, gone = FakeLibrary(), FakeLibrary()
        gone.gone = True
        yield Shelf(fake, lambda: gone)
        return
    library = ChromaLibrary(request.getfixturevalue("chroma_url"), BuiltinEmbedder())
    elsewhere = ChromaLibrary(f"http://127.0.0.1:{free_port()}", BuiltinEmbedder(), timeout=2)
    yield Shelf(library, lambda: elsewhere)
    library.close()
    elsewhere.close()


def found(library: Library, fit: object, text: str, k: int = 10) -> list[str]:
    return [hit.id for hit in library.nearest(fit, text, k)]  # type: ignore[arg-type]  # mypy cannot name the fixture


def test_the_nearest_passage_is_the_one_about_the_same_thing(shelf: Shelf) -> None:
    fit = shelf.library.build(PASSAGES, scope="1")
    for key, text in PASSAGES:
        assert found(shelf.library, fit, text, 1) == [key]
    assert found(shelf.library, fit, "speed cameras cost", 1) == ["cameras"]


def test_hits_come_by_falling_similarity_and_no_more_than_asked(shelf: Shelf) -> None:
    fit = shelf.library.build(PASSAGES, scope="1")
    hits = shelf.library.nearest(fit, PASSAGES[1][1], 3)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len(hits) <= 3
    assert scores[0] == pytest.approx(1.0, abs=0.01)
    assert all(-1.001 <= score <= 1.001 for score in scores)
    assert found(shelf.library, fit, "dogs", 0) == []


def test_a_word_shared_by_chance_is_no_full_agreement(shelf: Shelf) -> None:
    fit = shelf.library.build(PASSAGES, scope="1")
    (hit,) = shelf.library.nearest(fit, "the number of parking fines", 1)
    assert hit.score < 0.7


def test_a_question_without_a_known_word_finds_nothing(shelf: Shelf) -> None:
    fit = shelf.library.build(PASSAGES, scope="1")
    assert found(shelf.library, fit, "") == []
    assert found(shelf.library, fit, "  \n ") == []


@pytest.mark.parametrize("size", [0, 1, 2])
def test_a_tiny_library_works(shelf: Shelf, size: int) -> None:
    fit = shelf.library.build(PASSAGES[:size], scope="1")
    ids = {key for key, _ in PASSAGES[:size]}
    assert set(found(shelf.library, fit, PASSAGES[0][1], 1)) == ({"cameras"} if size else set())
    assert shelf.library.reachable(fit, [key for key, _ in PASSAGES]) == ids


def test_a_passage_added_later_is_found(shelf: Shelf) -> None:
    fit = shelf.library.build(PASSAGES, scope="1")
    shelf.library.add(fit, [("cars", "What did police cars cost in the last financial year?")])
    assert found(shelf.library, fit, "the cost of police cars", 1) == ["cars"]
    assert shelf.library.reachable(fit, ["cars"]) == {"cars"}


def test_adding_an_id_again_replaces_it(shelf: Shelf) -> None:
    fit = shelf.library.build(PASSAGES, scope="1")
    shelf.library.add(fit, [("dogs", PASSAGES[3][1]), ("dogs", PASSAGES[2][1])])
    assert set(found(shelf.library, fit, PASSAGES[2][1], 2)) == {"dogs", "uniform"}
    assert "dogs" not in found(shelf.library, fit, PASSAGES[3][1], 1)


def test_a_passage_that_loses_its_words_is_no_longer_found(shelf: Shelf) -> None:
    fit = shelf.library.build(PASSAGES, scope="1")
    shelf.library.add(fit, [("dogs", " ")])
    assert shelf.library.reachable(fit, ["dogs", "drones"]) == {"drones"}
    assert "dogs" not in found(shelf.library, fit, PASSAGES[1][1])


def test_what_is_removed_is_not_found_and_an_unknown_id_is_no_error(shelf: Shelf) -> None:
    fit = shelf.library.build(PASSAGES, scope="1")
    shelf.library.remove(fit, ["dogs", "unknown"])
    shelf.library.remove(fit, [])
    assert "dogs" not in found(shelf.library, fit, PASSAGES[1][1])
    assert shelf.library.reachable(fit, ["dogs", "drones", "unknown"]) == {"drones"}


def test_twins_are_all_reachable(shelf: Shelf) -> None:
    twins = [(f"twin-{number}", PASSAGES[0][1]) for number in range(40)]
    fit = shelf.library.build([*PASSAGES, *twins], scope="1")
    ids = [key for key, _ in [*PASSAGES, *twins]]
    assert shelf.library.reachable(fit, ids) == set(ids)


def test_of_a_few_passages_every_one_is_compared_and_no_other(shelf: Shelf) -> None:
    fit = shelf.library.build(PASSAGES, scope="1")
    among = ["dogs", "drones", "unknown", "dogs"]
    hits = shelf.library.nearest(fit, f"{PASSAGES[1][1]} {PASSAGES[3][1]}", 10, among=among)
    assert {hit.id for hit in hits} == {"dogs", "drones"}
    assert shelf.library.nearest(fit, PASSAGES[1][1], 10, among=[]) == []
    assert shelf.library.nearest(fit, PASSAGES[1][1], 10, among=["unknown"]) == []
    assert len(shelf.library.nearest(fit, PASSAGES[1][1], 1, among=among)) == 1


def test_what_is_held_as_it_reads_now_is_told_from_what_is_not(shelf: Shelf) -> None:
    fit = shelf.library.build(PASSAGES, scope="1")
    now = [
        PASSAGES[0],
        ("dogs", "The number of police horses"),
        ("cars", "What did police cars cost?"),
        ("empty", " "),
        ("uniform", ""),
    ]
    compared = shelf.library.compare(fit, now)
    assert compared.outdated == {"dogs", "cars", "uniform"}
    assert compared.wordless == {"empty"}
    shelf.library.add(fit, now)
    assert shelf.library.compare(fit, now).outdated == frozenset()
    assert {ident for page in shelf.library.held(fit) for ident in page} == {
        "cameras",
        "dogs",
        "cars",
        "drones",
    }
    assert shelf.library.count(fit) == 4


def test_what_builds_left_behind_is_dropped_but_nothing_else(shelf: Shelf) -> None:
    kept, left, other = (
        shelf.library.build(PASSAGES, scope=scope) for scope in ("left", "left", "leftover")
    )
    hour = timedelta(hours=1)
    now = datetime.now(UTC)
    assert shelf.library.discard_others("left", kept, begun_before=now - hour) == 0
    assert shelf.library.discard_others("left", kept, begun_before=now + hour) == 1
    assert found(shelf.library, kept, "cameras") == found(shelf.library, other, "cameras")
    with pytest.raises(IndexGone):
        shelf.library.count(left)
    assert shelf.library.discard_others("left", None, begun_before=now + hour) == 1


def test_libraries_of_two_authorities_do_not_mix(shelf: Shelf) -> None:
    one = shelf.library.build(PASSAGES[:2], scope="1")
    two = shelf.library.build(PASSAGES[2:], scope="2")
    assert set(found(shelf.library, one, PASSAGES[3][1])) <= {"cameras", "dogs"}
    assert found(shelf.library, two, PASSAGES[3][1], 1) == ["drones"]


def test_building_again_leaves_the_old_collection_until_it_is_discarded(shelf: Shelf) -> None:
    old = shelf.library.build(PASSAGES, scope="1")
    new = shelf.library.build(PASSAGES, scope="1")
    assert new.id != old.id
    assert found(shelf.library, old, PASSAGES[0][1], 1) == ["cameras"]
    shelf.library.discard(old)
    shelf.library.discard(old)
    assert found(shelf.library, new, PASSAGES[0][1], 1) == ["cameras"]
    for gone in (
        lambda: shelf.library.nearest(old, "cameras", 1),
        lambda: shelf.library.count(old),
    ):
        with pytest.raises(IndexGone, match="reindex"):
            gone()


def test_a_fit_of_another_embedder_is_refused(shelf: Shelf) -> None:
    fit = other_embedder(shelf.library.build(PASSAGES, scope="1"))
    with pytest.raises(NotAllowed, match="reindex"):
        shelf.library.nearest(fit, "cameras", 1)
    with pytest.raises(NotAllowed):
        shelf.library.add(fit, PASSAGES)


def test_a_scope_that_cannot_name_a_library_is_refused(shelf: Shelf) -> None:
    with pytest.raises(NotAllowed):
        shelf.library.build(PASSAGES, scope="../x")


def test_a_server_that_is_not_there_is_said_with_what_to_do(shelf: Shelf) -> None:
    fit = shelf.library.build(PASSAGES, scope="1")
    away = shelf.unreachable()
    for attempt in (
        lambda: away.build(PASSAGES, scope="1"),
        lambda: away.nearest(fit, "cameras", 1),
        lambda: away.add(fit, PASSAGES),
        lambda: away.remove(fit, ["dogs"]),
        lambda: away.reachable(fit, ["dogs"]),
        lambda: away.discard(fit),
        lambda: away.compare(fit, PASSAGES),
        lambda: list(away.held(fit)),
        lambda: away.count(fit),
        lambda: away.discard_others("1", fit, begun_before=datetime.now(UTC)),
    ):
        with pytest.raises(TryAgainLater, match="Start it"):
            attempt()
