"""Every exemption of the Act has approved wording, and the letters made from it are complete."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.case import CasePart, Held, Outcome
from assistant.domain.law.acts import Basis, Need, Provision, ProvisionKind, Regime, Standing
from assistant.domain.law.citations import Act
from assistant.domain.letters.blocks import Draft
from assistant.domain.letters.compose import compose_response
from assistant.domain.letters.context import Reasoning
from assistant.domain.letters.exemption_wording import own_wording
from assistant.domain.letters.naming import provision_in_words
from assistant.domain.letters.sentences import sentences
from assistant.domain.letters.wording import Slot, Wording, WordingKind, pieces
from tests.unit.letters.samples import (
    CONTEXT,
    EIR_CONTEXT,
    REGISTER,
    WORDINGS,
    filled,
    one_part,
)

FACTORS = (WordingKind.FOR, WordingKind.AGAINST)
EXEMPTIONS = list(REGISTER.exemptions(Regime.FOI))
DENIALS = [
    p
    for p in REGISTER
    if p.kind is ProvisionKind.NCND and p.citation.act is Act.FOIA and p.is_present
]
GROUNDS = [REGISTER.require(f"FOIA s{n}") for n in ("12(1)", "12(2)", "14(1)", "14(2)")]
QUALIFIED = [
    p
    for p in (*EXEMPTIONS, *DENIALS)
    if p.standing is Standing.QUALIFIED or (p.standing is Standing.PARTLY and p in DENIALS)
]
ABSOLUTE = [p for p in (*EXEMPTIONS, *DENIALS) if p.standing is Standing.ABSOLUTE]
OUTCOMES = {
    "12": Outcome.COST_S12,
    "14": Outcome.VEXATIOUS_S14,
    "21": Outcome.ALREADY_ACCESSIBLE_S21,
}
ARGUING = [w for w in WORDINGS if w.section.startswith("FOIA")]


def named(provision: Provision) -> str:
    return str(provision.citation)


def recorded(citation: str, likelihood: str = "would be likely to") -> Reasoning:
    """All that an officer can record about a provision."""
    return Reasoning(
        citation,
        likelihood=likelihood,
        harm="The roster shows which quay nobody watches at night, so goods would be landed there.",
        why="The roster was drawn up in October 2025 for the purpose that the provision describes.",
        for_disclosure="Traders on the quay would learn how often it is watched.",
        against="Two ships were robbed at the quay last year.",
        tips="Monthly totals are published already, and the roster would add only the gaps.",
        limb="the interest of the harbour",
        purpose="ascertaining the cause of an accident (section 31(2)(e))",
        enactment="section 9(1) of the Harbours (Northshire) Act 1999",
        qualified_person="The qualified person is the Chief Constable, on 5 January 2026.",
        opinion="The opinion is one that a reasonable person could hold.",
        author="priya",
    )


def sections_of(provision: Provision) -> tuple[str, ...]:
    """The citations that an officer records to rely on a provision."""
    purposes = ("FOIA s31(2)(c)",) if Need.PURPOSE in provision.needs else ()
    return (*(str(c) for c in (provision.cited_with,) if c), named(provision), *purposes)


def letter(outcome: Outcome, *sections: str, held: Held = Held.HELD) -> Draft:
    parts = one_part(outcome, *sections, held=held)
    provisions = (*EXEMPTIONS, *DENIALS, *GROUNDS)
    reasoning = [recorded(named(provision)) for provision in provisions]
    return compose_response(CONTEXT, parts, [], WORDINGS, REGISTER, reasoning)


def refusal(provision: Provision) -> Draft:
    outcome = Outcome.NCND if provision in DENIALS else Outcome.REFUSED
    outcome = OUTCOMES.get(provision.citation.section, outcome)
    return letter(outcome, *sections_of(provision))


def plain(wording: Wording) -> str:
    """A wording's own words, each slot as one word."""
    return "".join("slot" if isinstance(p, Slot) else p for p in pieces(wording.text))


@pytest.mark.parametrize("provision", [*EXEMPTIONS, *DENIALS, *GROUNDS], ids=named)
def test_every_provision_that_a_refusal_rests_on_has_its_own_wording(provision: Provision) -> None:
    assert own_wording(provision, WordingKind.WHY, WORDINGS) is not None


@pytest.mark.parametrize("provision", QUALIFIED, ids=named)
def test_every_qualified_provision_has_factors_both_ways(provision: Provision) -> None:
    for kind in FACTORS:
        assert own_wording(provision, kind, WORDINGS) is not None


@pytest.mark.parametrize("provision", ABSOLUTE, ids=named)
def test_an_absolute_provision_is_not_weighed(provision: Provision) -> None:
    for kind in (*FACTORS, WordingKind.BALANCE):
        assert own_wording(provision, kind, WORDINGS) is None
    text = refusal(provision).text
    assert "factors in favour" not in text
    assert "Balance of the public interest" not in text


@pytest.mark.parametrize("provision", [*EXEMPTIONS, *DENIALS, *GROUNDS], ids=named)
def test_a_letter_is_complete_once_officers_have_recorded_their_reasons(
    provision: Provision,
) -> None:
    draft = refusal(provision)
    # What is left is no reasoning: help, where to look, and how the EIR answer is being given.
    left = [gap.text for gap in draft.gaps]
    assert all(
        "what you can offer instead" in gap
        or "the hours for each" in gap
        or "answered within the limit" in gap
        or "subject access" in gap
        or "where to find it" in gap
        or "how the request is being answered under the EIR" in gap
        for gap in left
    )
    text = filled(draft)
    assert "[Officer to supply" not in text
    assert provision_in_words(provision.citation) in text or provision.citation.number in text
    assert "{" not in text


@pytest.mark.parametrize(
    "provision",
    [p for p in (*EXEMPTIONS, *DENIALS) if p.basis in {Basis.PREJUDICE, Basis.ENDANGERMENT}],
    ids=named,
)
@pytest.mark.parametrize("level", ["would", "would be likely to"])
def test_the_level_of_likelihood_stands_in_the_letter(provision: Provision, level: str) -> None:
    outcome = Outcome.NCND if provision in DENIALS else Outcome.REFUSED
    parts = one_part(outcome, *sections_of(provision))
    reasoning = [recorded(named(provision), level)]
    text = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER, reasoning).text
    harms = r"(?:prejudice|endanger|inhibit|have that effect)\b"
    applied = rf"(?:[Dd]isclosure|denial|deny)[^.]*? {level} {harms}"
    assert re.search(applied, text)
    other = {"would": "would be likely to", "would be likely to": "would"}[level]
    assert not re.search(applied.replace(level, other), text)


@pytest.mark.parametrize("provision", DENIALS, ids=named)
def test_nothing_is_confirmed_or_denied_whatever_was_found(provision: Provision) -> None:
    drafts = [letter(Outcome.NCND, *sections_of(provision), held=held) for held in Held]
    assert len({draft.text for draft in drafts}) == 1
    text = drafts[0].text
    assert f"{provision_in_words(provision.citation)} of FOIA. We would answer in this way" in text
    assert "nothing in this letter should be taken as an indication" in text
    assert not re.search(r"withholding|holds this|does not hold|because it is exempt", text)


@pytest.mark.parametrize(
    "provision",
    [
        p
        for p in EXEMPTIONS
        if p.ncnd and p.citation.section in {"26", "29", "31", "32", "35", "37"}
    ],
    ids=named,
)
def test_a_refusal_to_confirm_names_the_exemption_behind_it(provision: Provision) -> None:
    parts = one_part(Outcome.NCND, *sections_of(provision))
    text = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER).text
    assert provision_in_words(provision.citation) in text
    weighed = "The public interest in confirming or denying" in text
    assert weighed is (provision.standing is Standing.QUALIFIED)


def test_a_purpose_is_named_with_its_exemption_and_with_its_denial() -> None:
    purpose = "justify regulatory action in pursuance of any enactment exist or may arise"
    for outcome in (Outcome.REFUSED, Outcome.NCND):
        parts = one_part(outcome, "FOIA s31(1)(g)", "FOIA s31(2)(c)")
        text = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER).text
        assert f"{purpose} (section 31(2)(c))" in text
    assert "withholding" not in text


def test_a_denial_without_its_purpose_asks_for_it() -> None:
    parts = one_part(Outcome.NCND, "FOIA s31(1)(g)")
    draft = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER)
    assert any("name the purpose in section 31(2) as well" in gap.text for gap in draft.gaps)


def test_the_opinion_of_the_qualified_person_is_never_written_for_them() -> None:
    for provision in EXEMPTIONS:
        if Need.QUALIFIED_PERSON in provision.needs:
            parts = one_part(Outcome.REFUSED, named(provision))
            draft = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER)
            asked = " ".join(gap.text for gap in draft.gaps)
            for what in (
                "who the qualified person is",
                "date on which the opinion was given",
                "in the qualified person’s own words",
                "a reasonable person could hold",
                "add to public understanding",
                "how severe, how extensive and how frequent",
            ):
                assert what in asked


def test_an_exemption_without_a_limb_for_it_allows_no_refusal_to_confirm() -> None:
    for citation in ("FOIA s21(1)", "FOIA s43(1)"):
        draft = compose_response(CONTEXT, one_part(Outcome.NCND, citation), [], WORDINGS, REGISTER)
        assert any("does not allow you to neither confirm" in gap.text for gap in draft.gaps)
        assert "withholding" not in draft.text


def test_the_second_condition_of_personal_data_is_not_argued_as_the_first() -> None:
    parts = one_part(Outcome.REFUSED, "FOIA s40(3B)")
    text = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER).text
    assert "exempt under sections 40(2) and 40(3B) of FOIA." in text
    assert "We rely on the second" in text
    assert "We rely on the first" not in text
    assert "The exemption in sections 40(2) and 40(3B) of FOIA is qualified." in text
    denied = compose_response(
        CONTEXT, one_part(Outcome.NCND, "FOIA s40(2)", "FOIA s40(3B)"), [], WORDINGS, REGISTER
    ).text
    assert "section 40(5B)(b) of FOIA" in denied
    assert "40(5B)(a)" not in denied


def test_each_part_is_argued_by_the_condition_that_was_recorded_for_it() -> None:
    first, second = (
        one_part(Outcome.REFUSED, "FOIA s40(2)")[0],
        one_part(Outcome.REFUSED, "FOIA s40(2)", "FOIA s40(3B)")[0],
    )
    parts = [first, replace(second, key="p2")]
    text = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER).text
    assert "Section 40(2) – Personal information\n\nThis applies to part 1." in text
    assert "somebody who has objected\n\nThis applies to part 2." in text


def test_limbs_that_share_their_factors_list_them_once() -> None:
    parts = one_part(Outcome.REFUSED, "FOIA s27(1)(a)", "FOIA s27(1)(c)")
    text = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER).text
    assert text.count("Sections 27(1)(a) and 27(1)(c): factors in favour of disclosure") == 1
    assert text.count("how the United Kingdom conducts itself abroad") == 1
    assert "Section 27(1)(c): factors in favour of maintaining the exemption" in text


def test_what_officers_record_is_the_last_of_the_factors() -> None:
    parts = one_part(Outcome.REFUSED, "FOIA s31(1)(d)")
    because = [recorded("FOIA s31(1)(d)")]
    text = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER, because).text
    assert ".\n- Traders on the quay would learn how often it is watched.\n\n" in text
    assert ".\n- Two ships were robbed at the quay last year.\n\n" in text


def test_several_denials_are_weighed_together_and_the_absolute_one_is_left_out() -> None:
    text = letter(Outcome.NCND, "FOIA s23(1)", "FOIA s24(1)", "FOIA s31(1)(a)").text
    assert "exclusion under sections 24(2) and 31(3) of FOIA together" in text
    assert "[2025] UKSC 27" in text
    assert text.count("Balance of the public interest") == 1


def test_a_denial_under_the_regulations_is_weighed_by_the_regulations() -> None:
    parts = one_part(Outcome.NCND, "EIR reg 12(5)(a)")
    text = compose_response(EIR_CONTEXT, parts, [], WORDINGS, REGISTER).text
    assert "Regulation 12(1)(b) of the EIR allows us to rely on regulation 12(6)" in text
    assert "section 2(1)(b)" not in text


MIXED = ["s24(1)", "s27(2)", "s30(2)", "s31(1)(a)", "s35(1)(a)", "s38(1)(b)", "s42(1)", "s43(2)"]


@given(
    chosen=st.lists(st.sampled_from(MIXED), min_size=2, max_size=3, unique=True),
    outcome=st.sampled_from([Outcome.REFUSED, Outcome.NCND]),
)
@settings(max_examples=40, deadline=None)
def test_any_mixture_of_qualified_exemptions_has_one_balance(
    chosen: list[str], outcome: Outcome
) -> None:
    sections = [f"FOIA {section}" for section in chosen]
    draft = letter(outcome, *sections)
    assert draft.text.count("Balance of the public interest") == 1
    assert draft.text.count("taken together, outweighs the public interest in disclosing") == 1
    for section in sections:
        provision = REGISTER.require(section)
        relied = provision.ncnd if outcome is Outcome.NCND else provision.citation
        assert relied is not None
        assert f"ection {relied.number}: factors in favour of" in draft.text


# A burden of proof turned round, the prejudice test mixed with the public interest, words that
# fit any case, and remarks about the person who asked.
FORBIDDEN = (
    "exceptional circumstances",
    "not in the public interest",
    "overriding public interest",
    "compelling reason",
    "of interest to the public",
    "fishing",
    "motive",
    "community tension",
    "community cohesion",
    "could potentially",
    "may or may not be held",
    "it is important to note",
    "as you will appreciate",
    "chilling effect",
    "the requester is",
    "journalist",
)
AMERICAN = re.compile(
    r"\b\w*(?:[^c]ize[ds]?|izing|ization|yze[ds]?|avor\w*|olor\w*|efense|icense to|fulfill|"
    r"program)\b(?<!size)(?<!sized)(?<!seize)(?<!seized)",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 45
USUAL_SENTENCE = 30


def paragraphs_of(wording: Wording) -> Iterator[str]:
    yield from re.split(r"\n+(?:- )?", plain(wording).removeprefix("- "))


@pytest.mark.parametrize("wording", ARGUING, ids=lambda wording: wording.id)
def test_wording_is_plain_and_fair(wording: Wording) -> None:
    text = wording.text.lower()
    assert [phrase for phrase in FORBIDDEN if phrase in text] == []
    assert AMERICAN.findall(wording.text) == []
    if wording.kind is not WordingKind.BALANCE:
        assert "outweigh" not in text
    if wording.kind is WordingKind.WHY:
        assert "in the public interest" not in text
    lengths = [
        len(sentence.split())
        for paragraph in paragraphs_of(wording)
        for sentence in sentences(paragraph)
    ]
    assert max(lengths) <= LONGEST_SENTENCE
    assert sum(lengths) / len(lengths) <= USUAL_SENTENCE


@pytest.mark.parametrize(
    "provision", [p for p in (*EXEMPTIONS, *DENIALS) if p.citation.section != "21"], ids=named
)
def test_no_reason_is_generic(provision: Provision) -> None:
    wording = own_wording(provision, WordingKind.WHY, WORDINGS)
    assert wording is not None
    asked = {piece.name for piece in pieces(wording.text) if isinstance(piece, Slot) and piece.asks}
    assert asked & {"harm", "why"}
    if provision in DENIALS:
        asks = " ".join(p.asks for p in pieces(wording.text) if isinstance(p, Slot))
        assert provision.citation.section == "40" or "true whether or not you hold" in asks


def test_a_part_that_is_refused_beside_one_that_is_denied_keeps_its_own_reasons() -> None:
    parts = [
        CasePart("1", "1", "1. Please send the roster of the harbour unit.", Held.HELD,
                 Outcome.REFUSED, ("FOIA s31(1)(a)",)),
        CasePart("2", "2", "2. Is the harbour unit watching the Merry Gull?", Held.HELD,
                 Outcome.NCND, ("FOIA s31(1)(a)",)),
    ]  # fmt: skip
    text = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER).text
    assert "Section 31(1)(a) – Law enforcement: prevention or detection of crime\n\n" in text
    assert text.count("This applies to part 1.") == 1
    assert text.count("This applies to part 2.") == 1
    assert text.count("Balance of the public interest") == 2
