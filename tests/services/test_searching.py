"""Searching the library: what counts as found, filters, and what is found without vectors."""

from datetime import date, timedelta

import pytest

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.domain.library.precedents import Precedent
from assistant.services import search_library
from assistant.services.import_knowledge import import_knowledge
from assistant.services.library_fit import current_fit
from assistant.services.reindex_library import rebuild_if_gone, reindex_library
from assistant.services.search_library import Answer, Filters, Found, answer, search
from assistant.store import fulltext, queue, ranking
from assistant.store.models import LibraryDocument, Passage, TermCount
from assistant.store.terms import terms, weighed_terms
from tests.world import World

TOPICS = ("parking", "libraries", "drones", "gritting", "allotments", "museums", "taxis", "parks")
OUTCOMES = ("disclosed_full", "refused")
SECTIONS = (("FOIA s31(1)(a)",), ("FOIA s31",), ("FOIA s30(1)",), ("FOIA s12(1)", "FOIA s40(2)"))


def response(number: int) -> Precedent:
    topic = TOPICS[number % len(TOPICS)]
    return Precedent(
        ident=f"r{number}",
        title=f"Cost of {topic} in district {number}",
        text=f"The cost of {topic} in district {number} was {1000 + number} pounds.",
        dated=date(2020, 1, 1) + timedelta(days=30 * number),
        outcome=OUTCOMES[number % 2],
        sections=SECTIONS[number % 4],
    )


@pytest.fixture
def full(world: World) -> World:
    import_knowledge(
        world.authority.pk, map(response, range(40)), library=world.library, clock=world.clock
    )
    LibraryDocument.objects.filter(ident="r8").update(status="superseded")
    return world


def find(world: World, text: str, k: int = 10, filters: Filters | None = None) -> list[Found]:
    return search(world.authority.pk, text, k=k, library=world.library, filters=filters)


def documents(found: list[Found]) -> set[str]:
    return {one.id.partition("/")[2].partition("#")[0] for one in found}


def said(answered: Answer) -> str:
    return " ".join(one.title for one in answered.found)


def test_an_unrelated_text_finds_nothing_rather_than_the_least_unlike(full: World) -> None:
    assert find(full, "Beat four eggs into the butter, fold in flour and bake until golden") == []


def test_fewer_are_returned_where_fewer_are_alike_enough(full: World) -> None:
    found = find(full, "drones", k=40)
    assert documents(found) == {f"r{n}" for n in range(2, 40, 8)}
    assert all(one.likeness >= search_library.LEAST_LIKENESS for one in found)


def test_likeness_is_the_mean_of_similarity_and_coverage_and_1_for_the_passage_itself(
    full: World,
) -> None:
    passage = Passage.objects.get(document__ident="r3")
    best = find(full, f"{passage.document.title} {passage.text}")[0]
    assert best.id == passage.ident
    assert best.coverage == pytest.approx(1)
    assert best.likeness == pytest.approx((best.similarity + best.coverage) / 2)
    assert best.likeness > 0.9


def test_every_result_has_its_similarity_though_words_alone_found_it(full: World) -> None:
    found = find(full, "museums")
    assert found
    assert all(one.similarity > 0 and one.coverage == pytest.approx(1) for one in found)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(outcome="refused"), {f"r{n}" for n in range(40) if n % 2}),
        (Filters(status="superseded"), {"r8"}),
        (Filters(since=date(2021, 1, 1)), {f"r{n}" for n in range(13, 40)}),
        (Filters(until=date(2020, 1, 1)), {"r0"}),
        (Filters(section="s.31"), {f"r{n}" for n in range(40) if n % 4 in {0, 1}}),
        (Filters(section="Section 31(1)(a)"), {f"r{n}" for n in range(0, 40, 4)}),
        (Filters(section="40(2)", outcome="refused"), {f"r{n}" for n in range(3, 40, 4)}),
        (Filters(section="s.3"), set()),
        (Filters(outcome="refused", status="approved"), set()),
    ],
)
@pytest.mark.parametrize("narrow", [3_000, 2])
def test_only_what_passes_the_filters_is_found_and_all_of_it(
    full: World,
    monkeypatch: pytest.MonkeyPatch,
    filters: Filters,
    expected: set[str],
    narrow: int,
) -> None:
    monkeypatch.setattr(search_library, "NARROW", narrow)
    found = find(full, "cost in district", k=40, filters=filters)
    assert documents(found) == expected


def test_a_filter_finds_what_passes_however_far_from_the_question_it_is(
    full: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_library, "NARROW", 2)
    monkeypatch.setattr(search_library, "DEPTH", 3)
    monkeypatch.setattr(search_library, "DEEPEST", 6)
    found = find(full, "cost of parking in district", k=3, filters=Filters(since=date(2022, 12, 1)))
    assert len(found) == 3
    assert all(one.dated and one.dated >= date(2022, 12, 1) for one in found)


@pytest.mark.parametrize("filters", [Filters(section="the moon"), Filters(status="lost")])
def test_a_filter_that_cannot_be_is_refused_with_what_can(full: World, filters: Filters) -> None:
    with pytest.raises(NotAllowed, match=r"Write it like|There are"):
        find(full, "cost", filters=filters)
    with pytest.raises(NotAllowed, match=r"Write it like|There are"):
        answer(full.authority.pk, "cost", k=3, library=full.library, filters=filters)


def test_while_the_library_is_away_words_alone_answer_and_it_is_said(full: World) -> None:
    full.library.gone = True
    answered = answer(full.authority.pk, "cost of drones", k=5, library=full.library)
    assert "drones" in said(answered)
    assert "cannot be reached" in answered.by_words_only
    assert {one.rank_vector for one in answered.found} == {None}
    with pytest.raises(TryAgainLater):
        find(full, "cost of drones")


def test_words_alone_too_find_nothing_for_an_unrelated_text(full: World) -> None:
    full.library.gone = True
    text = "Beat four eggs into the butter, fold in flour and bake until golden"
    assert answer(full.authority.pk, text, k=5, library=full.library).found == ()


def test_a_lost_index_is_built_again_in_the_background_and_words_answer_meanwhile(
    full: World,
) -> None:
    fit = current_fit(full.authority.pk)
    assert fit is not None
    full.library.discard(fit)

    for _ in range(2):
        answered = answer(full.authority.pk, "cost of drones", k=5, library=full.library)
        assert "drones" in said(answered)
        assert answered.by_words_only

    assert queue.waiting(queue.INDEX_LIBRARY) == {full.authority.pk}
    assert rebuild_if_gone(full.authority.pk, library=full.library, clock=full.clock)
    assert not rebuild_if_gone(full.authority.pk, library=full.library, clock=full.clock)
    again = answer(full.authority.pk, "cost of drones", k=5, library=full.library)
    assert (said(again) != "", again.by_words_only) == (True, "")


def test_a_search_that_meets_the_swap_of_the_index_is_made_with_the_new_one(
    full: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = current_fit(full.authority.pk)
    reindex_library(full.authority.pk, library=full.library, clock=full.clock)
    fits = iter([old])
    monkeypatch.setattr(
        search_library, "current_fit", lambda authority: next(fits, None) or current_fit(authority)
    )
    assert "drones" in find(full, "cost of drones")[0].title
    assert queue.waiting(queue.INDEX_LIBRARY) == set()


def test_a_word_said_twice_counts_for_more_and_each_time_less_so() -> None:
    once, twice, thrice = (weighed_terms("drone " * times)["drone"] for times in (1, 2, 3))
    assert once == 1
    assert 1 < twice < 2
    assert thrice - twice < twice - once


def test_a_rare_word_counts_for_more_than_a_common_one(full: World) -> None:
    question = ranking.ask(full.authority.pk, "cost allotments")
    assert question.weights["allot"] > question.weights["cost"]
    assert TermCount.objects.get(term="cost").passages == 40


@pytest.mark.parametrize("text", ["cost of drones", "museums in district 7", "s.31 drones parks"])
def test_the_database_only_finds_and_each_ranks_alike(full: World, text: str) -> None:
    question = ranking.ask(full.authority.pk, text)
    every = {row.ident: question.match(row.terms) for row in Passage.objects.all()}
    expected = sorted(
        (ident for ident, match in every.items() if match.score > 0),
        key=lambda ident: (-every[ident].score, ident),
    )
    assert list(fulltext.matching(full.authority.pk, question, 40)) == expected
    few = expected[::3]
    assert list(fulltext.matching(full.authority.pk, question, 40, allowed=few)) == few


def test_where_few_are_ranked_they_are_those_with_most_of_the_question(
    full: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = ranking.ask(full.authority.pk, "cost of drones in district 7")
    whole = list(fulltext.matching(full.authority.pk, question, 40))
    monkeypatch.setattr(fulltext, "COMPARED", 5)
    few = list(fulltext.matching(full.authority.pk, question, 40))
    assert len(few) == 5
    assert few[0] == whole[0]


def test_a_short_passage_goes_before_a_long_one_with_the_same_words() -> None:
    asked = ranking.weigh({"drone": 1.0}, {"drone": 5}, passages=100, mean_length=50)
    short, long = asked.match(terms("drone flights")), asked.match(terms("drone " + "x " * 200))
    assert short.score > long.score > 0
    assert short.coverage == long.coverage == 1


def test_rare_terms_are_looked_up_until_they_stand_in_enough_passages() -> None:
    counts = {"a1": 3, "b2": 50, "c3": 900, "d4": 2_000}
    asked = ranking.weigh(dict.fromkeys(counts, 1.0), counts, passages=3_000, mean_length=50)
    assert asked.rarest(1) == ["a1"]
    assert asked.rarest(60) == ["a1", "b2"]
    assert asked.rarest(10_000) == ["a1", "b2", "c3", "d4"]


@pytest.mark.parametrize("text", ["", "the of a", "Dear Sir, kind regards"])
def test_a_text_that_asks_nothing_finds_nothing_by_words(full: World, text: str) -> None:
    full.library.gone = True
    assert answer(full.authority.pk, text, k=5, library=full.library).found == ()
