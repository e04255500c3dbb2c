"""How similar questions were answered: by the evidence, never whether anything is held."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.case import CasePart, Outcome
from assistant.domain.letters.context import EvidencePassage
from assistant.domain.letters.similar import similar

PART = CasePart("1", "1", "How many boats?")


def passage(ident: str, score: float, outcome: str, part: str = "1", section: str = ""):
    return EvidencePassage(
        ident, "1", "t", date(2025, 1, 1), score, "x", 0, 1, part, section, "example", outcome
    )


def test_the_vote_goes_by_score_and_names_its_evidence() -> None:
    (found,) = similar(
        [PART],
        [
            passage("a", 0.9, "refused", section="FOIA s31(1)(a); FOIA s24(1)"),
            passage("b", 0.8, "refused", section="FOIA s31(1)(a)"),
            passage("c", 0.6, "disclosed_full"),
        ],
    )
    assert found.outcome is Outcome.REFUSED
    assert found.sections == ("FOIA s31(1)(a)", "FOIA s24(1)")
    assert found.evidence == ("a", "b")
    assert 0 < found.confidence < 0.9


def test_what_was_found_for_another_part_does_not_count() -> None:
    (found,) = similar([PART], [passage("a", 0.9, "refused", part="2")])
    assert (found.outcome, found.confidence, found.evidence) == (None, 0.0, ())


def test_passages_of_the_whole_request_serve_a_part_without_its_own() -> None:
    (found,) = similar([PART], [passage("a", 0.9, "refused", part="")])
    assert found.outcome is Outcome.REFUSED


def test_a_passage_far_below_the_best_does_not_vote() -> None:
    (found,) = similar([PART], [passage("a", 0.9, "refused"), passage("b", 0.1, "cost_s12")])
    assert found.evidence == ("a",)


def test_an_unknown_outcome_is_evidence_without_a_vote() -> None:
    (found,) = similar([PART], [passage("a", 0.9, "granted in full")])
    assert found.outcome is None
    assert found.evidence == ("a",)


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from(list(Outcome))), max_size=8))
def test_no_vote_ever_says_whether_information_is_held(rows) -> None:
    passages = [passage(str(n), score, outcome) for n, (score, outcome) in enumerate(rows)]
    (found,) = similar([PART], passages)
    assert found.outcome not in {Outcome.NOT_HELD, Outcome.PART_NOT_HELD}
    assert 0 <= found.confidence <= 1
    assert similar([PART], passages[::-1]) == (found,)
