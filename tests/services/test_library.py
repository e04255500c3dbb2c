"""The library: in, found, rebuilt, and checked against what can be reached."""

from datetime import date

import pytest

from assistant.domain.errors import TryAgainLater
from assistant.domain.library.precedents import Precedent, UnreadableFile
from assistant.services.check_library import check_library
from assistant.services.compose_draft import compose_draft
from assistant.services.import_knowledge import Imported, import_knowledge
from assistant.services.library_fit import current_fit
from assistant.services.reindex_library import reindex_library
from assistant.services.search_library import search
from assistant.store.models import Draft, LibraryDocument, Passage
from tests.letters import mail
from tests.world import World

CARS = Precedent(
    ident="cars",
    title="Patrol cars",
    text="## Request\n\nHow many patrol cars?\n\n## Response\n\nWe own 212 patrol cars.\n",
    reference="FOI 11/24",
    dated=date(2024, 5, 2),
    outcome="disclosed_full",
)
HARM = Precedent(
    ident="harm",
    title="Camera sites",
    text="## Request\n\nWhere do cameras stand?\n\n## Prejudice\n\nSection 31(1)(a) applies: "
    "drivers would avoid the sites.\n",
    outcome="refused",
    sections=("FOIA s31(1)(a)",),
)


def _import(world: World, *documents: Precedent | UnreadableFile) -> Imported:
    return import_knowledge(world.authority.pk, documents, library=world.library, clock=world.clock)


def test_documents_are_cut_where_they_divide_and_indexed_both_ways(world: World) -> None:
    done = _import(world, CARS, HARM)

    assert (done.taken, done.known, done.refused) == (2, 0, [])
    assert [(p.heading, p.section) for p in Passage.objects.filter(document__ident="harm")] == [
        ("Request", ""),
        ("Prejudice", "FOIA s31(1)(a)"),
    ]
    assert check_library(world.authority.pk, library=world.library).sound


def test_a_passage_is_exactly_its_place_in_the_document(world: World) -> None:
    _import(world, CARS, HARM)

    for passage in Passage.objects.select_related("document"):
        assert passage.document.text[passage.start : passage.end] == passage.text


def test_the_same_content_is_taken_once_and_a_refused_file_stops_nothing(world: World) -> None:
    _import(world, CARS)

    done = _import(world, UnreadableFile("x.pdf", "encrypted"), CARS, HARM)

    assert (done.taken, done.known) == (1, 1)
    assert done.refused == [UnreadableFile("x.pdf", "encrypted")]


def test_a_changed_document_replaces_the_one_before(world: World) -> None:
    _import(world, CARS)

    _import(world, Precedent(ident="cars", title="Patrol cars", text="We own 215 patrol cars."))

    assert LibraryDocument.objects.get().text == "We own 215 patrol cars."
    assert Passage.objects.count() == 1
    assert check_library(world.authority.pk, library=world.library).sound


@pytest.mark.parametrize("spelling", ["s.31(1)(a)", "Section 31(1)(a)", "S31(1)(a)"])
def test_every_spelling_of_a_section_finds_it(world: World, spelling: str) -> None:
    _import(world, CARS, HARM)

    found = search(world.authority.pk, spelling, k=3, library=world.library)

    assert found[0].id.endswith("harm#2")
    assert found[0].rank_text == 1


@pytest.mark.parametrize("text", ["", "'\"", "AND OR NOT ( * :", "the of a", "% _ \\ ;--"])
def test_no_text_breaks_a_search(world: World, text: str) -> None:
    _import(world, CARS)

    assert isinstance(search(world.authority.pk, text, k=3, library=world.library), list)


def test_both_lists_count_and_the_best_comes_first(world: World) -> None:
    _import(world, CARS, HARM)

    found = search(world.authority.pk, "how many patrol cars", k=2, library=world.library)

    assert found[0].title == "Patrol cars"
    assert (found[0].rank_text, found[0].rank_vector) == (1, 1)
    assert 0 < found[0].similarity <= 1


def test_another_authoritys_library_is_never_searched(world: World) -> None:
    _import(world, CARS)

    assert search(world.authority.pk + 1, "patrol cars", k=3, library=world.library) == []


def test_a_vector_that_no_query_reaches_is_counted(world: World) -> None:
    _import(world, CARS, HARM)
    world.library.lost.add(Passage.objects.first().ident)

    state = check_library(world.authority.pk, library=world.library)

    assert (state.missing_from_vectors, state.sound) == (1, False)


def test_reindexing_swaps_the_fit_and_keeps_everything_reachable(world: World) -> None:
    _import(world, CARS, HARM)
    before = current_fit(world.authority.pk)

    assert reindex_library(world.authority.pk, library=world.library, clock=world.clock) == 4

    after = current_fit(world.authority.pk)
    assert before != after
    assert check_library(world.authority.pk, library=world.library).sound


def test_while_the_library_is_away_the_documents_stay_and_can_be_indexed_later(
    world: World,
) -> None:
    world.library.gone = True
    with pytest.raises(TryAgainLater):
        _import(world, CARS)

    world.library.gone = False
    reindex_library(world.authority.pk, library=world.library, clock=world.clock)

    assert check_library(world.authority.pk, library=world.library).sound


def test_while_the_library_is_away_mail_is_taken_in_and_the_draft_waits_and_says_so(
    world: World,
) -> None:
    _import(world, CARS)
    world.library.gone = True
    case = world.deliver(mail()).cases.get()
    response = Draft.objects.get(case=case, kind="response")
    acknowledgement = Draft.objects.get(case=case, kind="acknowledgement")

    compose_draft(
        acknowledgement.pk, library=world.library, register=world.register, clock=world.clock
    )
    with pytest.raises(TryAgainLater):
        compose_draft(
            response.pk, library=world.library, register=world.register, clock=world.clock
        )

    response.refresh_from_db()
    acknowledgement.refresh_from_db()
    assert (response.state, acknowledgement.state) == ("queued", "ready")
    assert "library" in response.problem
    world.library.gone = False
    world.compose(case)
    response.refresh_from_db()
    assert (response.state, response.problem) == ("ready", "")


def test_a_draft_shows_the_passages_of_each_part_and_how_similar_ones_were_answered(
    world: World,
) -> None:
    _import(world, CARS, HARM)

    case = world.case(mail("How many patrol cars do you own?"))

    draft = Draft.objects.get(case=case, kind="response")
    assert draft.passages[0]["title"] == "Patrol cars"
    assert draft.similar[0]["outcome"] == "disclosed_full"
    assert "212" not in "".join(block["text"] for block in draft.blocks)


def test_a_draft_shows_what_the_letter_checks_find_in_the_precedents_it_stands_on(
    world: World,
) -> None:
    bare = Precedent(
        ident="refusal",
        title="Patrol cars refused",
        text="Dear Ms Hale,\n\nHow many patrol cars do you own? We refuse to say under section 31.",
        outcome="refused",
    )
    _import(world, CARS, bare)
    LibraryDocument.objects.update(status=LibraryDocument.Status.APPROVED)
    case = world.deliver(mail(text="How many patrol cars do you own?")).cases.get()
    world.compose(case)

    shown = Draft.objects.get(case=case, kind="response").passages

    by_title = {passage["title"]: passage for passage in shown}
    assert by_title["Patrol cars refused"]["faults"]
    assert by_title["Patrol cars refused"]["quality"] < by_title["Patrol cars"]["quality"]
