"""What a provision needs on record, what is missing, and what says nothing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.case import CasePart, Outcome
from assistant.domain.law.acts import Basis, ProvisionKind, Standing
from assistant.domain.letters.arguing import reasoning_from
from assistant.domain.letters.compose import compose_response
from assistant.domain.letters.grounds import Ask, Grounds, alone, asked, companions, missing
from assistant.domain.letters.substance import faults, is_generic, says_nothing
from tests.unit.letters.samples import CONTEXT, REGISTER, WORDINGS

TODAY = date(2026, 3, 3)
SPECIFIC = (
    "The list shows which depots have no night guard, so somebody planning a burglary could choose "
    "the depot and the hour."
)
PIT = {Ask.FOR_DISCLOSURE, Ask.AGAINST, Ask.TIPS}


def asks(citation: str) -> set[Ask]:
    return set(asked(REGISTER.require(citation), REGISTER))


def messages(citation: str, **given: object) -> list[str]:
    provision = REGISTER.require(citation)
    grounds = Grounds(str(provision.citation), **given)  # type: ignore[arg-type]  # fields by name
    return [message for _, message in faults(provision, grounds, REGISTER, TODAY)]


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ("s31(1)(a)", {Ask.LIKELIHOOD, Ask.HARM, Ask.CAUSAL_LINK} | PIT),
        ("s38(1)(b)", {Ask.LIKELIHOOD, Ask.HARM, Ask.CAUSAL_LINK} | PIT),
        ("s31(1)(g)", {Ask.COMPANIONS, Ask.LIKELIHOOD, Ask.HARM, Ask.CAUSAL_LINK} | PIT),
        ("s24(1)", {Ask.HARM} | PIT),
        ("s42(1)", {Ask.WHY} | PIT),
        ("s41(1)", {Ask.WHY}),
        ("s21(1)", {Ask.WHY}),
        ("s12(1)", {Ask.WHY}),
        ("s14(1)", {Ask.WHY}),
        ("s40(2)", {Ask.COMPANIONS, Ask.WHY, Ask.LEGITIMATE_INTERESTS}),
        ("s40(3B)", {Ask.WHY} | PIT),
        (
            "s36(2)(b)(i)",
            {Ask.QUALIFIED_PERSON, Ask.OPINION_ON, Ask.OPINION, Ask.LIKELIHOOD} | PIT,
        ),
        ("s31(3)", {Ask.LIKELIHOOD, Ask.HARM} | PIT),
        ("s40(5B)(a)(i)", {Ask.HARM}),
        ("reg 12(5)(e)", {Ask.HARM, Ask.CAUSAL_LINK} | PIT),
        ("reg 12(4)(e)", {Ask.WHY} | PIT),
    ],
)
def test_a_provision_asks_for_what_it_needs_and_nothing_else(
    citation: str, expected: set[Ask]
) -> None:
    assert asks(citation) == expected


@pytest.mark.parametrize(
    "provision",
    [each for each in REGISTER if each.kind in {ProvisionKind.EXEMPTION, ProvisionKind.EXCEPTION}],
    ids=lambda each: str(each.citation),
)
def test_every_exemption_asks_for_reasons_and_weighs_only_where_it_is_qualified(
    provision: object,
) -> None:
    wanted = set(asked(provision, REGISTER))  # type: ignore[arg-type]  # a provision of the register
    assert wanted & {Ask.HARM, Ask.WHY, Ask.OPINION}
    assert (wanted >= PIT) == (provision.standing is Standing.QUALIFIED)  # type: ignore[attr-defined]  # see above
    if provision.basis is Basis.CLASS:  # type: ignore[attr-defined]  # see above
        assert Ask.LIKELIHOOD not in wanted


def test_a_class_of_information_has_no_likelihood() -> None:
    assert "no likelihood is stated" in messages("s42(1)", likelihood="would")[0]


def test_an_adverse_effect_has_no_lower_level() -> None:
    assert "no likelihood is stated" in messages("reg 12(5)(e)", likelihood="would be likely to")[0]


def test_an_absolute_exemption_has_no_balance() -> None:
    assert "No public interest test follows" in messages("s41(1)", tips="Trust is needed")[0]


@pytest.mark.parametrize("level", ["could", "may", "Would", "likely"])
def test_a_likelihood_is_one_of_the_two_of_the_act(level: str) -> None:
    assert "no level of likelihood" in messages("s31(1)(a)", likelihood=level)[0]


@pytest.mark.parametrize("text", ["n/a", "N/A.", "na", "none", "-", "...", "TBC", "harm", "x", " "])
def test_words_that_fill_a_box_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["No guard is on duty at night", "Nobody else knows the route"])
def test_words_that_begin_like_a_blank_may_say_something(text: str) -> None:
    assert not says_nothing(text)


@pytest.mark.parametrize(
    "harm",
    [
        "Disclosure would prejudice the prevention or detection of crime.",
        "This would be likely to cause serious harm to the prevention of crime.",
        "Releasing the information into the public domain could undermine law enforcement.",
    ],
)
def test_harm_in_the_words_of_the_section_is_refused_as_generic(harm: str) -> None:
    assert is_generic(harm, REGISTER.require("s31(1)(a)"))
    assert "could stand in any letter" in messages("s31(1)(a)", harm=harm)[0]


def test_harm_that_says_who_could_do_what_is_kept() -> None:
    assert messages("s31(1)(a)", harm=SPECIFIC, likelihood="would be likely to") == []


def test_the_qualified_person_is_named_and_the_opinion_dated() -> None:
    lacking = messages("s36(2)(b)(i)", opinion="Officers would write less")
    assert lacking == [
        "Enter the name of the qualified person who gave the opinion.",
        "Enter the date on which the qualified person gave the opinion.",
    ]
    early = {"qualified_person": "Chief Constable Rhys Moor", "opinion_on": date(2026, 3, 4)}
    assert messages("s36(2)(b)(i)", **early) == [
        "The opinion cannot have been given in the future."
    ]


def test_a_condition_of_another_exemption_is_refused() -> None:
    assert "does not belong" in messages("s40(2)", companions=("FOIA s31(2)(a)",))[0]


def test_a_purpose_or_condition_is_missed_until_one_is_claimed() -> None:
    assert [(str(p.citation), len(needed)) for p, needed in alone(["s31(1)(g)"], REGISTER)] == [
        ("FOIA s31(1)(g)", 10)
    ]
    assert alone(["s31(1)(g)", "s31(2)(c)", "s40(2)", "s40(3A)(a)"], REGISTER) == ()
    assert [str(p.citation) for p, _ in alone(["s40(2)", "s33(2)"], REGISTER)] == [
        "FOIA s33(2)",
        "FOIA s40(2)",
    ]
    assert companions(REGISTER.require("s31(3)"), REGISTER) == ()


def test_what_is_missing_shrinks_as_it_is_recorded() -> None:
    provision = REGISTER.require("s31(1)(a)")
    grounds = Grounds("FOIA s31(1)(a)")
    assert len(missing(provision, grounds, REGISTER)) == 6
    grounds = replace(grounds, likelihood="would", harm=SPECIFIC, causal_link="a", tips="b")
    assert missing(provision, grounds, REGISTER) == (Ask.FOR_DISCLOSURE, Ask.AGAINST)


def test_legitimate_interests_are_weighed_under_the_first_condition_alone() -> None:
    provision = REGISTER.require("s40(2)")
    first = Grounds("FOIA s40(2)", companions=("FOIA s40(3A)(a)",), why="x")
    assert missing(provision, first, REGISTER) == (Ask.LEGITIMATE_INTERESTS,)
    assert missing(provision, replace(first, companions=("FOIA s40(3B)",)), REGISTER) == ()


PART = CasePart(
    "1", "1", "The list of depots?", outcome=Outcome.REFUSED, sections=("FOIA s31(1)(a)",)
)


def test_a_complete_record_leaves_no_gap_in_the_reasons() -> None:
    grounds = Grounds(
        "FOIA s31(1)(a)",
        likelihood="would be likely to",
        harm=SPECIFIC,
        causal_link="Nobody outside the force knows it",
        for_disclosure="- Depots cost public money\n- Residents live beside them",
        against="The guards cannot be doubled at once",
        tips="The list adds little to the published budget",
    )
    reasoning = reasoning_from([grounds], [PART], REGISTER)
    draft = compose_response(CONTEXT, [PART], [], WORDINGS, REGISTER, reasoning=reasoning)
    assert "Disclosure here would be likely to" in draft.text
    assert f"{SPECIFIC} Nobody outside the force knows it." in draft.text
    assert "- Depots cost public money.\n- Residents live beside them." in draft.text
    assert [gap.text for gap in draft.gaps if "s.31" in gap.text or "section 31" in gap.text] == []


def test_the_qualified_persons_opinion_is_given_with_name_and_day() -> None:
    part = replace(PART, sections=("FOIA s36(2)(b)(i)",))
    grounds = Grounds(
        "FOIA s36(2)(b)(i)",
        qualified_person="Chief Constable Rhys Moor",
        opinion_on=date(2026, 3, 2),
        opinion="Officers would stop recording doubts",
    )
    [reasoning] = reasoning_from([grounds], [part], REGISTER)
    assert reasoning.harm == (
        "The qualified person is Chief Constable Rhys Moor, whose opinion was given on 2 March "
        "2026. Officers would stop recording doubts."
    )


def test_what_tips_a_combined_balance_is_told_for_every_provision() -> None:
    part = replace(PART, sections=("FOIA s31(1)(a)", "FOIA s24(1)"))
    recorded = [Grounds("FOIA s31(1)(a)", tips="One"), Grounds("FOIA s24(1)", tips="Two")]
    reasoning = reasoning_from(recorded, [part], REGISTER)
    assert {each.tips for each in reasoning} == {"One. Two."}


def test_a_record_that_no_part_relies_on_stays_out_of_the_letter() -> None:
    assert reasoning_from([Grounds("FOIA s43(2)", harm=SPECIFIC)], [PART], REGISTER) == ()


@pytest.mark.parametrize(
    ("outcome", "section"),
    [
        (Outcome.ALREADY_ACCESSIBLE_S21, "FOIA s21(1)"),
        (Outcome.REFUSED, "FOIA s31(1)(a)"),
        (Outcome.REFUSED, "FOIA s42(1)"),
        (Outcome.NCND, "FOIA s31(3)"),
        (Outcome.COST_S12, "FOIA s12(1)"),
        (Outcome.REFUSED, "FOIA s36(2)(c)"),
        (Outcome.REFUSED, "FOIA s29(1)(a)"),
    ],
)
def test_all_that_is_on_record_stands_in_the_letter(outcome: Outcome, section: str) -> None:
    part = replace(PART, outcome=outcome, sections=(section,))
    texts = {
        ask: f"Recorded under {ask.value.replace('_', ' ')}"
        for ask in asked(REGISTER.require(section), REGISTER)
        if ask not in {Ask.COMPANIONS, Ask.OPINION_ON, Ask.LIKELIHOOD}
    }
    grounds = Grounds(section, opinion_on=TODAY, **texts)  # type: ignore[arg-type]  # fields by name
    reasoning = reasoning_from([grounds], [part], REGISTER)
    text = compose_response(CONTEXT, [part], [], WORDINGS, REGISTER, reasoning=reasoning).text
    assert [each for each in texts.values() if each not in text] == []


@given(st.sampled_from([str(each.citation) for each in REGISTER]), st.text())
def test_any_text_is_kept_or_refused_with_a_message(citation: str, text: str) -> None:
    provision = REGISTER.require(citation)
    grounds = Grounds(citation, harm=text, why=text, likelihood=text, tips=text)
    for ask, message in faults(provision, grounds, REGISTER, TODAY):
        assert isinstance(ask, Ask)
        assert message
