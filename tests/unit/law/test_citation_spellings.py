"""The spellings that letters really use: each is found, and as the one provision that it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.law.citations import (
    Act,
    Citation,
    find_citations,
    normalise_terms,
    parse_citation,
    search_tokens,
)

SECTIONS = st.sampled_from(["12", "14", "17", "21", "22A", "24", "31", "36", "40", "44"])
SUBSECTIONS = st.sampled_from(["1", "2", "3", "2A", "3A", "5B"])
PARAGRAPHS = st.sampled_from(["a", "b", "c", "g", "j", "aa"])
NUMERALS = st.sampled_from(["i", "ii", "iii", "iv"])
PATHS = st.one_of(
    st.just(()),
    st.tuples(SUBSECTIONS),
    st.tuples(SUBSECTIONS, PARAGRAPHS),
    st.tuples(SUBSECTIONS, PARAGRAPHS, NUMERALS),
)
WORDS = st.one_of(
    st.sampled_from(["s", "s.", "S", "S.", "s ", "s. ", "section ", "Section ", "SECTION "]),
    st.sampled_from(["Sec. ", "Section\n", "FOIA s", "FOIA s.", "FOI Act section "]),
    st.sampled_from(["FOIA 2000, section ", "Exemption "]),
)
REGULATIONS = st.sampled_from(
    [
        "reg ",
        "reg. ",
        "Reg ",
        "Regulation ",
        "regulation  ",
        "EIR reg ",
        "EIR ",
        "EIRs ",
        "EIR, reg ",
    ]
)
GAPS = st.sampled_from(["", " ", "  "])
AFTER = st.sampled_from(
    ["", " of FOIA", " of the Act", " FOIA", " of the Freedom of Information Act 2000", " (FOIA)"]
)
SENTENCES = st.sampled_from(
    [
        "{}",
        "We rely on {}.",
        "This is exempt ({}).",
        "“{}”",
        "as {}, which applies",
        "{}: personal data",
    ]
)


def found(text: str) -> list[str]:
    return [str(citation) for _, _, citation in find_citations(text)]


def spelt(word: str, number: str, path: tuple[str, ...], gap: str) -> str:
    return word + number + "".join(f"{gap}({step})" for step in path)


@given(WORDS, SECTIONS.filter(lambda s: int(s[:2]) > 20), PATHS, GAPS, AFTER, SENTENCES)
def test_a_section_is_found_in_every_spelling(
    word: str, section: str, path: tuple[str, ...], gap: str, after: str, sentence: str
) -> None:
    text = sentence.format(spelt(word, section, path, gap) + after)
    wanted = Citation(Act.FOIA, section, path)
    assert [citation for _, _, citation in find_citations(text)] == [wanted], text
    assert parse_citation(spelt(word, section, path, gap) + after) == wanted


@given(REGULATIONS, st.sampled_from(["4", "5"]), st.sampled_from("abcde"), GAPS, SENTENCES)
def test_a_regulation_is_found_in_every_spelling(
    word: str, paragraph: str, limb: str, gap: str, sentence: str
) -> None:
    text = sentence.format(spelt(word, "12", (paragraph, limb), gap))
    assert found(text) == [f"EIR reg 12({paragraph})({limb})"], text


@given(SECTIONS, SUBSECTIONS, st.lists(PARAGRAPHS, min_size=1, max_size=4, unique=True), SENTENCES)
def test_pieces_named_before_their_section_are_pieces_of_it(
    section: str, subsection: str, limbs: list[str], sentence: str
) -> None:
    *rest, last = (f"({limb})" for limb in limbs)
    listed = f"{', '.join(rest)} and {last}" if rest else last
    text = sentence.format(
        f"paragraph{'s' if rest else ''} {listed} of section {section}({subsection})"
    )
    assert found(text) == [f"FOIA s{section}({subsection})({limb})" for limb in limbs], text


@given(SECTIONS, PATHS, SECTIONS, PATHS, st.sampled_from([" and ", ", ", "; ", " or ", " & ", "/"]))
def test_two_sections_in_a_list_are_two(
    one: str, first: tuple[str, ...], other: str, second: tuple[str, ...], join: str
) -> None:
    text = spelt("sections ", one, first, "") + join + spelt("", other, second, "")
    assert found(text) == [
        str(Citation(Act.FOIA, one, first)),
        str(Citation(Act.FOIA, other, second)),
    ], text


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("Section 40 (2)", ["FOIA s40(2)"]),
        ("s40(2) and (3A)(a)", ["FOIA s40(2)", "FOIA s40(3A)(a)"]),
        ("Section 31 (1) (a) and (b)", ["FOIA s31(1)(a)", "FOIA s31(1)(b)"]),
        ("exemption under S.21", ["FOIA s21"]),
        ("FOIA section 1 (1)(a)", ["FOIA s1(1)(a)"]),
        ("s1(1) (b)", ["FOIA s1(1)(b)"]),
        ("ss.30(1) and 31(1)", ["FOIA s30(1)", "FOIA s31(1)"]),
        ("Sections 31(1)(a)-(c)", ["FOIA s31(1)(a)", "FOIA s31(1)(b)", "FOIA s31(1)(c)"]),
        ("section 31(1)(a-c)", ["FOIA s31(1)(a)", "FOIA s31(1)(b)", "FOIA s31(1)(c)"]),
        ("section 31(1)(g) – (i)", ["FOIA s31(1)(g)", "FOIA s31(1)(h)", "FOIA s31(1)(i)"]),
        ("s.31(1)(a, b)", ["FOIA s31(1)(a)", "FOIA s31(1)(b)"]),
        ("section 31(1)a", ["FOIA s31(1)(a)"]),
        ("section 31(1), limb (a)", ["FOIA s31(1)(a)"]),
        ("section 31(1), paragraphs (a) and (b)", ["FOIA s31(1)(a)", "FOIA s31(1)(b)"]),
        ("section 40, subsection (2)", ["FOIA s40(2)"]),
        ("section 40 subsection 2", ["FOIA s40(2)"]),
        ("subsection (3A)(a) of section 40", ["FOIA s40(3A)(a)"]),
        ("sub-section 2 of section 14", ["FOIA s14(2)"]),
        ("subsections (1)(a) and (b) of section 31", ["FOIA s31(1)(a)", "FOIA s31(1)(b)"]),
        ("paragraphs (a) to (c) of section 31(1)", [f"FOIA s31(1)({each})" for each in "abc"]),
        ("limb (e) of regulation 12(5)", ["EIR reg 12(5)(e)"]),
        ("section 40(2) by virtue of subsection (3A)(a)", ["FOIA s40(2)", "FOIA s40(3A)(a)"]),
        ("section 17(1), subsection (7)", ["FOIA s17(1)", "FOIA s17(7)"]),
        ("s40(5)(B)(a)(i)", ["FOIA s40(5B)(a)(i)"]),
        ("s40(2) with s40(3)(A)(a)", ["FOIA s40(2)", "FOIA s40(3A)(a)"]),
        ("Section 23 and 24 apply", ["FOIA s23", "FOIA s24"]),
        ("s23/24", ["FOIA s23", "FOIA s24"]),
        ("EIR 12(4)(b)", ["EIR reg 12(4)(b)"]),
        ("exceptions 12(5)(b) and 13", ["EIR reg 12(5)(b)", "EIR reg 13"]),
        ("paragraph 12(4)(b) of the EIR", ["EIR reg 12(4)(b)"]),
        ("a signed report means 12(4)(d) does not apply", ["EIR reg 12(4)(d)"]),
        ("(DPA 2018 35(1))", ["DPA s35(1)"]),
        ("GDPR 6(1)(f)", ["UK GDPR art 6(1)(f)"]),
    ],
)
def test_real_spellings_name_each_provision(text: str, citations: list[str]) -> None:
    assert found(text) == citations


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("section 31 and 24 others", ["FOIA s31"]),
        ("section 22A and 30 others", ["FOIA s22A"]),
        ("Section 12 (paragraph (b)) or paragraph (c) of your letter", ["FOIA s12"]),
        ("Section 12, paragraph (b) of your letter of May", ["FOIA s12"]),
        ("section 21(2) and 22 pages", ["FOIA s21(2)"]),
        ("open as in section 24/7", ["FOIA s24"]),
        ("section 31(1) a public authority", ["FOIA s31(1)"]),
        ("Section 12 and paragraph (b) of your letter", ["FOIA s12"]),
        ("section 10 of the Data Protection Act 1998", []),
        ("s10 DPA 1998", []),
        ("subsection (2) of that section", []),
        ("paragraph (a) of section 17 of the Equality Act 2010", []),
        ("paragraph 12 (4 pages)", []),
        ("exception 4 of the scheme", []),
        ("EIR 2023 (4) and EIR 12", []),
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str, citations: list[str]) -> None:
    assert found(text) == citations


def test_every_order_of_naming_becomes_the_same_search_words() -> None:
    spellings = ("s31(1)(a)", "limb (a) of s.31(1)", "Section 31(1), limb (a)", "section 31 (1)(a)")
    normalised = {" ".join(normalise_terms(f"under {each} here").split()) for each in spellings}
    assert normalised == {"under foias31x1xa foias31 here"}


@given(st.text(alphabet="sS.ection0123() aAbBpragh,andofEIRto-–&/\n", max_size=120))
def test_search_words_take_the_place_of_citations_and_of_nothing_else(text: str) -> None:
    spans = find_citations(text)
    kept = "".join(
        text[end:start]
        for end, start in zip(
            [0, *(end for _, end, _ in spans)], [*(s for s, _, _ in spans), len(text)], strict=True
        )
    )
    words = normalise_terms(text)
    for _, _, citation in spans:
        words = words.replace(" ".join(search_tokens(citation)), "", 1)
    assert "".join(words.split()) == "".join(kept.split())
