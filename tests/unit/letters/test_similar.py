"""How similar questions were answered: by the evidence, never whether anything is held."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.case import CasePart, Outcome
from assistant.domain.letters.context import EvidencePassage
from assistant.domain.letters.precedent_conflicts import NEAR
from assistant.domain.letters.similar import LEAST_CONFIDENCE, confidence, similar, worth

PART = CasePart("1", "1", "How many boats?")


ON = date(2026, 3, 2)


def passage(
    ident: str,
    score: float,
    outcome: str,
    part: str = "1",
    section: str = "",
    dated: date = date(2025, 1, 1),
) -> EvidencePassage:
    return EvidencePassage(
        ident, "1", "t", dated, score, "x", 0, 1, part, section, "example", outcome
    )


def test_the_vote_goes_by_score_and_names_its_evidence() -> None:
    (found,) = similar(
        [PART],
        [
            passage("a", 0.9, "refused", section="FOIA s31(1)(a); FOIA s24(1)"),
            passage("b", 0.8, "refused", section="FOIA s31(1)(a)"),
            passage("d", 0.8, "refused"),
            passage("e", 0.7, "refused"),
            passage("c", 0.35, "disclosed_full"),
        ],
        ON,
    )
    assert found.outcome is Outcome.REFUSED
    assert found.sections == ("FOIA s31(1)(a)", "FOIA s24(1)")
    assert found.evidence == ("a", "b", "d", "e")
    assert LEAST_CONFIDENCE <= found.confidence < 0.9
    refused, disclosed = found.counts
    assert (refused.letters, disclosed.letters, found.letters) == (4, 1, 5)
    assert refused.sections == (("FOIA s31(1)(a)", 2), ("FOIA s24(1)", 1))


def test_what_was_found_for_another_part_does_not_count() -> None:
    (found,) = similar([PART], [passage("a", 0.9, "refused", part="2")], ON)
    assert (found.outcome, found.confidence, found.evidence) == (None, 0.0, ())


def test_passages_of_the_whole_request_serve_a_part_without_its_own() -> None:
    (found,) = similar([PART], [passage("a", 0.9, "disclosed_full", part="")], ON)
    assert found.outcome is Outcome.DISCLOSED_FULL


def test_a_passage_about_something_else_does_not_vote() -> None:
    far = passage("b", NEAR - 0.01, "cost_s12")
    (found,) = similar([PART], [passage("a", 0.9, "refused"), far], ON)
    assert (found.evidence, found.letters) == (("a",), 1)
    (found,) = similar([PART], [far], ON)
    assert (found.outcome, found.evidence) == (None, ())


def test_a_letter_votes_once_however_many_of_its_passages_are_near() -> None:
    passages = [passage(f"1/long#{n}", 0.9, "refused") for n in range(5)]
    passages += [passage("1/a#1", 0.9, "disclosed_full"), passage("1/b#1", 0.9, "disclosed_full")]
    (found,) = similar([PART], passages, ON)
    assert found.outcome is Outcome.DISCLOSED_FULL
    assert [counted.letters for counted in found.counts] == [2, 1]


def test_little_evidence_is_counted_and_names_no_outcome() -> None:
    old = passage("a", NEAR, "refused", dated=date(2009, 1, 1))
    (found,) = similar([PART], [old], ON)
    assert (found.outcome, found.sections, found.confidence) == (None, (), 0.0)
    assert [(each.outcome, each.letters) for each in found.counts] == [(Outcome.REFUSED, 1)]


@pytest.mark.parametrize(
    ("outcomes", "named"),
    [
        # What is rare takes more than one letter; what is common anyway takes one.
        (["refused"], None),
        (["refused"] * 4, Outcome.REFUSED),
        (["disclosed_full"], Outcome.DISCLOSED_FULL),
        (["disclosed_part"], None),
        # Where letters disagree, or say that nothing was held, none is named.
        (["refused"] * 2 + ["disclosed_full"] * 2, None),
        (["disclosed_full"] + ["not_held"] * 3, None),
        (["not_held"] * 5, None),
        ([], None),
    ],
)
def test_an_outcome_is_named_once_the_letters_say_enough(
    outcomes: list[str], named: Outcome | None
) -> None:
    passages = [passage(str(n), 0.8, outcome) for n, outcome in enumerate(outcomes)]
    (found,) = similar([PART], passages, ON)
    assert found.outcome is named
    assert found.letters == len(outcomes)


def test_what_was_disclosed_in_full_relied_on_no_section() -> None:
    (found,) = similar([PART], [passage("a", 0.9, "disclosed_full", section="FOIA s12(1)")], ON)
    assert (found.outcome, found.sections) == (Outcome.DISCLOSED_FULL, ())


def test_confidence_without_letters_is_how_often_it_is_decided_anyway() -> None:
    assert confidence(Outcome.DISCLOSED_FULL, 0, 0) == pytest.approx(0.55)
    assert confidence(Outcome.REFUSED, 0, 0) == pytest.approx(0.03)
    assert confidence(Outcome.REFUSED, 1, 1) == pytest.approx(0.515)


def test_age_quality_and_status_weigh() -> None:
    good = passage("a", 0.9, "refused", dated=date(2026, 1, 1))
    assert worth(good, ON) > worth(replace(good, date=date(2016, 1, 1)), ON)
    assert worth(good, ON) > worth(replace(good, quality=0.4), ON)
    assert worth(replace(good, status="approved wording"), ON) > worth(good, ON)
    assert worth(good, ON) > worth(replace(good, status="superseded"), ON) > 0
    assert worth(replace(good, status="overturned"), ON) == 0


def test_what_was_overturned_does_not_vote() -> None:
    passages = [replace(passage("a", 0.95, "refused"), status="overturned")]
    passages += [passage("b", 0.8, "disclosed_full")]
    (found,) = similar([PART], passages, ON)
    assert (found.outcome, found.evidence) == (Outcome.DISCLOSED_FULL, ("b",))


def test_an_unknown_outcome_is_evidence_without_a_vote() -> None:
    (found,) = similar([PART], [passage("a", 0.9, "granted in full")], ON)
    assert found.outcome is None
    assert found.evidence == ("a",)


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from(list(Outcome))), max_size=8))
def test_no_vote_ever_says_whether_information_is_held(rows) -> None:
    passages = [passage(str(n), score, outcome) for n, (score, outcome) in enumerate(rows)]
    (found,) = similar([PART], passages, ON)
    assert found.outcome not in {Outcome.NOT_HELD, Outcome.PART_NOT_HELD}
    assert 0 <= found.confidence <= 1
    assert similar([PART], passages[::-1], ON) == (found,)


_ROWS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from(list(Outcome)),
        st.sampled_from(["approved wording", "example", "superseded", "overturned"]),
        st.dates(date(2005, 1, 1), date(2026, 3, 1)),
    ),
    max_size=12,
)


@given(_ROWS, st.randoms())
def test_the_order_in_which_passages_are_found_is_irrelevant(rows, random) -> None:
    passages = [
        replace(passage(str(n), score, outcome, dated=dated), status=status)
        for n, (score, outcome, status, dated) in enumerate(rows)
    ]
    (found,) = similar([PART], passages, ON)
    random.shuffle(passages)
    assert similar([PART], passages, ON) == (found,)
    assert found.confidence == 0 or LEAST_CONFIDENCE <= found.confidence <= 1


@given(_ROWS, st.floats(0, 1), st.sampled_from(list(Outcome)))
def test_an_overturned_letter_changes_neither_counts_nor_confidence(rows, score, outcome) -> None:
    passages = [
        replace(passage(str(n), each, then, dated=dated), status=status)
        for n, (each, then, status, dated) in enumerate(rows)
    ]
    gone = replace(passage("gone", score, outcome), status="overturned")
    (without,), (beside,) = similar([PART], passages, ON), similar([PART], [*passages, gone], ON)
    assert (without.outcome, without.confidence) == (beside.outcome, beside.confidence)
    assert (without.counts, without.letters) == (beside.counts, beside.letters)


@given(
    st.sampled_from(list(Outcome)),
    st.floats(0, 8),
    st.floats(0, 8),
    st.floats(0, 8),
)
def test_confidence_grows_with_what_speaks_for_it_and_falls_with_what_does_not(
    outcome, weight, against, more
) -> None:
    said = confidence(outcome, weight, weight + against)
    assert 0 <= said <= 1
    assert confidence(outcome, weight + more, weight + against + more) >= said - 1e-12
    assert confidence(outcome, weight, weight + against + more) <= said + 1e-12
