"""How similar questions were answered: by the evidence, never whether anything is held."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.case import CasePart, Outcome
from assistant.domain.letters.context import EvidencePassage
from assistant.domain.letters.precedent_conflicts import NEAR
from assistant.domain.letters.similar import LEAST_CONFIDENCE, similar, worth

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
            passage("c", 0.6, "disclosed_full"),
        ],
        ON,
    )
    assert found.outcome is Outcome.REFUSED
    assert found.sections == ("FOIA s31(1)(a)", "FOIA s24(1)")
    assert found.evidence == ("a", "b")
    assert LEAST_CONFIDENCE <= found.confidence < 0.9
    refused, disclosed = found.counts
    assert (refused.letters, disclosed.letters) == (2, 1)
    assert refused.sections == (("FOIA s31(1)(a)", 2), ("FOIA s24(1)", 1))


def test_what_was_found_for_another_part_does_not_count() -> None:
    (found,) = similar([PART], [passage("a", 0.9, "refused", part="2")], ON)
    assert (found.outcome, found.confidence, found.evidence) == (None, 0.0, ())


def test_passages_of_the_whole_request_serve_a_part_without_its_own() -> None:
    (found,) = similar([PART], [passage("a", 0.9, "refused", part="")], ON)
    assert found.outcome is Outcome.REFUSED


def test_a_passage_about_something_else_does_not_vote() -> None:
    far = passage("b", NEAR - 0.01, "cost_s12")
    (found,) = similar([PART], [passage("a", 0.9, "refused"), far], ON)
    assert found.evidence == ("a",)
    (found,) = similar([PART], [far], ON)
    assert (found.outcome, found.evidence) == (None, ())


def test_a_letter_votes_once_however_many_of_its_passages_are_near() -> None:
    passages = [passage(f"1/long#{n}", 0.9, "refused") for n in range(5)]
    passages += [passage("1/a#1", 0.9, "disclosed_full"), passage("1/b#1", 0.9, "disclosed_full")]
    (found,) = similar([PART], passages, ON)
    assert found.outcome is Outcome.DISCLOSED_FULL
    assert [counted.letters for counted in found.counts] == [2, 1]


def test_little_evidence_is_shown_as_none() -> None:
    old = passage("a", NEAR, "refused", dated=date(2009, 1, 1))
    (found,) = similar([PART], [old], ON)
    assert (found.outcome, found.confidence, found.counts) == (None, 0.0, ())


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
