"""What holds of every response, whatever was found and decided for its parts."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.case import CasePart, Held, Outcome, Search
from assistant.domain.law.acts import Regime
from assistant.domain.letters.blocks import BlockKind, Draft
from assistant.domain.letters.compose import compose_response
from assistant.domain.letters.reliance import RELYING, claimed, regime_of_part
from tests.unit.letters.samples import CONTEXT, EIR_CONTEXT, REGISTER, WORDINGS, one_part

FOIA = ("FOIA s24(1)", "FOIA s31(1)(a)", "FOIA s40(2)", "FOIA s36(2)(b)(i)", "FOIA s22(1)")
EIR = ("EIR reg 12(4)(e)", "EIR reg 12(5)(b)", "EIR reg 13(1)", "EIR reg 12(4)(d)")
SILENT = {Outcome.NCND, Outcome.VEXATIOUS_S14, Outcome.CLARIFICATION_NEEDED}
SEARCH = Search("the case system", "R. Hale", "boats", date(2026, 1, 5), "Nothing was found")


def sections(outcome: Outcome | None, regime: Regime) -> st.SearchStrategy[tuple[str, ...]]:
    """Sections that an officer could record for an outcome."""
    match outcome:
        case Outcome.COST_S12:
            return st.sampled_from([("FOIA s12(1)",), ("FOIA s12(2)",)])
        case Outcome.VEXATIOUS_S14:
            return st.sampled_from([("FOIA s14(1)",), ("FOIA s14(2)",)])
        case Outcome.ALREADY_ACCESSIBLE_S21:
            return st.sampled_from([("FOIA s21(1)",), ()])
        case Outcome.NCND:
            return st.sampled_from([("FOIA s31(1)(a)",), ("FOIA s24(1)",), ("EIR reg 12(5)(a)",)])
        case Outcome.REFUSED | Outcome.DISCLOSED_PART:
            some = EIR if regime is Regime.EIR else FOIA
            some = (*FOIA, *EIR) if regime is Regime.MIXED else some
            return st.lists(st.sampled_from(some), max_size=2, unique=True).map(tuple)
        case _:
            return st.just(())


@st.composite
def requests(draw: st.DrawFn) -> tuple[Regime, list[CasePart]]:
    """A regime, and parts with whatever was found and decided for each."""
    regime = draw(st.sampled_from([Regime.FOI, Regime.EIR, Regime.MIXED]))
    parts = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        outcome = draw(st.sampled_from([None, *Outcome]))
        parts.append(
            CasePart(
                str(number),
                str(number),
                f"{number}. How many boats of kind {'ABCDE'[number - 1]} do you keep?",
                held=draw(st.sampled_from(list(Held))),
                outcome=outcome,
                sections=draw(sections(outcome, regime)),
                searches=draw(st.sampled_from([(), (SEARCH,)])),
                facts=draw(st.sampled_from(["", "Three boats lie in the harbour."])),
            )
        )
    return regime, parts


def composed(regime: Regime, parts: list[CasePart]) -> Draft:
    context = EIR_CONTEXT if regime is Regime.EIR else replace(CONTEXT, regime=regime)
    return compose_response(context, parts, [], WORDINGS, REGISTER)


def said_of(draft: Draft, part: CasePart) -> str:
    """What the letter says of one part in the authority's words."""
    return "".join(
        block.text
        for block in draft.blocks
        if block.part == part.key and block.sources[:1] and "case:part" not in block.sources[0].id
    )


def silent(part: CasePart) -> bool:
    """Whether the law lets a part say nothing about whether its information is held."""
    return part.outcome in SILENT or "FOIA s12(2)" in part.sections


CONFIRMS = re.compile(r"We confirm that Northshire (?:Police|Council) holds")
DENIES = re.compile(r"Northshire (?:Police|Council) does not hold this information")


@given(requests())
@settings(max_examples=200, deadline=None)
def test_the_text_is_exactly_its_blocks_and_each_has_a_source_or_is_a_gap(given_parts) -> None:
    draft = composed(*given_parts)
    assert "".join(block.text for block in draft.blocks) == draft.text
    assert all(block.sources or block.kind is BlockKind.GAP for block in draft.blocks)
    assert all(gap.text.startswith("[Officer to supply: ") for gap in draft.gaps)


@given(requests())
@settings(max_examples=200, deadline=None)
def test_every_part_is_restated_in_the_requesters_own_words(given_parts) -> None:
    regime, parts = given_parts
    text = composed(regime, parts).text
    places = [text.index(f"“{part.text.partition('. ')[2]}”") for part in parts]
    assert places == sorted(places)


@given(requests())
@settings(max_examples=200, deadline=None)
def test_whether_it_is_held_is_what_was_recorded_a_gap_or_lawful_silence(given_parts) -> None:
    regime, parts = given_parts
    draft = composed(regime, parts)
    for part in parts:
        said = said_of(draft, part)
        if silent(part):
            assert not CONFIRMS.search(said)
            assert not DENIES.search(said)
        if part.held is not Held.NOT_HELD:
            assert not DENIES.search(said)
        if part.held not in {Held.HELD, Held.PARTLY}:
            assert not CONFIRMS.search(said)


@given(requests())
@settings(max_examples=200, deadline=None)
def test_a_part_whose_holding_nobody_recorded_asks_for_it(given_parts) -> None:
    regime, parts = given_parts
    draft = composed(regime, parts)
    owed = [
        part
        for part in parts
        if part.held is Held.UNKNOWN
        and part.outcome not in {*SILENT, Outcome.OTHER, Outcome.ACKNOWLEDGEMENT_ONLY}
        and not silent(part)
    ]
    asks = [
        gap.text
        for gap in draft.gaps
        if "is held" in gap.text or "searched for and found" in gap.text
    ]
    assert bool(owed) <= bool(asks)


@given(requests())
@settings(max_examples=200, deadline=None)
def test_every_refusal_closes_with_the_world_the_review_and_the_regulator(given_parts) -> None:
    regime, parts = given_parts
    text = composed(regime, parts).text
    closing = text[text.index("to the world at large") :]
    for words in (
        "disclosure log",
        "within 40 working days of the date of this letter",
        "foi@northshire-police.example",
        "section 50",
        "Information Commissioner",
        "Example House, Regulator Lane, Northshire",
        "https://regulator.example/complain",
    ):
        assert words in closing
    assert closing.count("You can contact the Information Commissioner at") == 1


@given(requests())
@settings(max_examples=200, deadline=None)
def test_reasons_are_given_once_for_everything_relied_on_and_for_nothing_else(given_parts) -> None:
    regime, parts = given_parts
    text = composed(regime, parts).text
    assert text.count("\nBalance of the public interest\n") <= len(parts)
    if not any(part.outcome in RELYING and part.sections for part in parts):
        assert "Balance of the public interest" not in text


def mixed(outcome: Outcome, *cited: str, held: Held = Held.HELD, **more: object) -> str:
    parts = [replace(part, **more) for part in one_part(outcome, *cited, held=held)]  # type: ignore[arg-type]  # by name
    return composed(Regime.MIXED, parts).text


def test_an_environmental_part_of_a_mixed_request_is_answered_under_the_regulations() -> None:
    text = mixed(Outcome.NOT_HELD, held=Held.NOT_HELD, regime=Regime.EIR)
    assert "Regulation 12(4)(a) of the EIR is the exception" in text
    assert "refusal notice under regulation 14" in text
    other = mixed(Outcome.NOT_HELD, held=Held.NOT_HELD, regime=Regime.FOI)
    assert "12(4)(a)" not in other


def test_a_part_of_a_mixed_request_follows_what_it_relies_on() -> None:
    part = one_part(Outcome.REFUSED, "EIR reg 12(4)(e)")[0]
    assert regime_of_part(part, Regime.MIXED) is Regime.EIR
    assert regime_of_part(replace(part, sections=("FOIA s21(1)",)), Regime.MIXED) is Regime.FOI
    assert regime_of_part(replace(part, sections=()), Regime.MIXED) is Regime.MIXED
    assert regime_of_part(replace(part, regime=Regime.FOI), Regime.MIXED) is Regime.FOI
    assert "We are refusing to disclose this information" in mixed(
        Outcome.REFUSED, "EIR reg 12(4)(e)"
    )


def test_what_is_accessible_elsewhere_names_its_provision_or_asks_for_it() -> None:
    named = composed(Regime.FOI, one_part(Outcome.ALREADY_ACCESSIBLE_S21, "FOIA s21(1)")).text
    assert "exempt from disclosure under section 21(1) of FOIA." in named
    open_ = composed(Regime.FOI, one_part(Outcome.ALREADY_ACCESSIBLE_S21))
    assert "disclosure under ." not in open_.text
    assert any("section 21(1) of FOIA" in gap.text for gap in open_.gaps)
    eir = composed(Regime.EIR, one_part(Outcome.ALREADY_ACCESSIBLE_S21))
    assert "regulation 6(1)(b) of the EIR" in eir.text


def test_a_part_not_held_under_the_regulations_names_the_exception() -> None:
    text = composed(Regime.EIR, one_part(Outcome.PART_NOT_HELD, held=Held.PARTLY)).text
    assert "Regulation 12(4)(a) of the EIR is the exception" in text
    assert "refusal notice under regulation 14" in text


def test_ones_own_data_are_shown_the_right_way() -> None:
    draft = composed(Regime.FOI, one_part(Outcome.REFUSED, "FOIA s40(1)"))
    assert "Article 15 of the UK GDPR" in draft.text
    assert any("treating this as a subject access request" in gap.text for gap in draft.gaps)
    assert "Article 15" not in composed(Regime.FOI, one_part(Outcome.REFUSED, "FOIA s40(2)")).text


@pytest.mark.parametrize(
    ("regime", "outcome", "recorded", "expected"),
    [
        (Regime.FOI, Outcome.REFUSED, ("FOIA s31(1)(a)",), ("FOIA s31(1)(a)",)),
        (Regime.FOI, Outcome.NCND, ("FOIA s31(1)(a)",), ("FOIA s31(3)",)),
        (Regime.EIR, Outcome.NOT_HELD, (), ("EIR reg 12(4)(a)",)),
        (Regime.FOI, Outcome.NOT_HELD, (), ()),
        (Regime.FOI, None, ("FOIA s31(1)(a)",), ()),
    ],
)
def test_what_a_response_claims_is_what_it_cites(
    regime: Regime, outcome: Outcome | None, recorded: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert claimed(one_part(outcome, *recorded), REGISTER, regime) == expected
