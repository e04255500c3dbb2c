import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.law.citations import (
    Act,
    Citation,
    find_citations,
    in_words,
    normalise_terms,
    parse_citation,
    search_tokens,
)

NUMBERS = st.sampled_from(["1", "2", "3", "1A", "2A", "3A", "5B"])
LETTERS = st.sampled_from(["a", "b", "c", "d", "j", "aa", "ab"])
NUMERALS = st.sampled_from(["i", "ii", "iii", "iv"])
PATHS = st.one_of(
    st.just(()),
    st.tuples(NUMBERS),
    st.tuples(NUMBERS, LETTERS),
    st.tuples(NUMBERS, LETTERS, NUMERALS),
)
SECTIONS = st.sampled_from(["1", "12", "13", "15", "21"])
CITATIONS = st.one_of(
    st.builds(Citation, st.sampled_from(Act), SECTIONS, PATHS),
    st.builds(Citation, st.just(Act.FOIA), st.sampled_from(["22A", "31", "40", "88"]), PATHS),
)


def found(text: str) -> list[str]:
    return [str(citation) for _, _, citation in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("s.31(1)(a)", "FOIA s31(1)(a)"),
        ("Section 31(1)(a)", "FOIA s31(1)(a)"),
        ("S31", "FOIA s31"),
        ("s 31 (1) (a)", "FOIA s31(1)(a)"),
        ("  s31(1)(a).", "FOIA s31(1)(a)"),
        ("reg 12(4)(e)", "EIR reg 12(4)(e)"),
        ("Regulation 12(5)(f)", "EIR reg 12(5)(f)"),
        ("EIR reg. 12(4)(b)", "EIR reg 12(4)(b)"),
        ("FOIA s24(1)", "FOIA s24(1)"),
        ("FOI Act, section 24(1)", "FOIA s24(1)"),
        ("s40(2)", "FOIA s40(2)"),
        ("40(5b)(A)(I)", "FOIA s40(5B)(a)(i)"),
        ("22A", "FOIA s22A"),
        ("31", "FOIA s31"),
        ("Exemption 31(1)(a)", "FOIA s31(1)(a)"),
        ("section 14(1) of the Act", "FOIA s14(1)"),
        ("s38(1)(b) (FOIA)", "FOIA s38(1)(b)"),
        ("Article 6(1)(f)", "UK GDPR art 6(1)(f)"),
        ("Article 15 UK GDPR", "UK GDPR art 15"),
        ("section 45(4) of the Data Protection Act 2018", "DPA s45(4)"),
    ],
)
def test_officers_spellings_are_read_as_one_citation(text: str, printed: str) -> None:
    assert str(parse_citation(text)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing",
        "section",
        "sections 24(1) and 31(1)(a)",
        "31(1)(a) to (c)",
        "see section 31",
        "section 31 applies",
        "section 17 of the Equality Act 2010",
        "section 999",
    ],
)
def test_what_is_not_one_citation_alone_reads_as_none(text: str) -> None:
    assert parse_citation(text) is None


@given(CITATIONS)
def test_what_is_printed_is_read_back(citation: Citation) -> None:
    assert parse_citation(str(citation)) == citation
    assert parse_citation(in_words(citation)) == citation


@given(CITATIONS, st.sampled_from(["We rely on {}.", "({})", "{}, and no more", "“{}”"]))
def test_a_printed_citation_is_found_at_its_place_in_a_sentence(
    citation: Citation, sentence: str
) -> None:
    text = sentence.format(citation)
    assert [(text[start:end], each) for start, end, each in find_citations(text)] == [
        (str(citation), citation)
    ]


@given(st.text(alphabet="sS.ection 0123456789()abiA,andof the£-regFOIAct\n", max_size=200))
def test_spans_stand_in_order_inside_any_text(text: str) -> None:
    at = 0
    for start, end, citation in find_citations(text):
        assert at <= start <= end <= len(text)
        assert parse_citation(str(citation)) == citation or citation.number
        at = end


def test_a_letter_spells_its_acts_out() -> None:
    assert (
        in_words(Citation(Act.FOIA, "31", ("1", "a")))
        == "section 31(1)(a) of the Freedom of Information Act 2000"
    )
    assert (
        in_words(Citation(Act.EIR, "12", ("4", "e")))
        == "regulation 12(4)(e) of the Environmental Information Regulations 2004"
    )


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        (
            "sections 24(1) and 31(1)(a) and (b)",
            ["FOIA s24(1)", "FOIA s31(1)(a)", "FOIA s31(1)(b)"],
        ),
        ("S31(1)(a)(b) and s40(2)", ["FOIA s31(1)(a)", "FOIA s31(1)(b)", "FOIA s40(2)"]),
        ("Sections 31(1)(g)(h)(i)", ["FOIA s31(1)(g)", "FOIA s31(1)(h)", "FOIA s31(1)(i)"]),
        ("ss.21, 23 and 24(1)", ["FOIA s21", "FOIA s23", "FOIA s24(1)"]),
        ("section 31(1)(a) to (c)", ["FOIA s31(1)(a)", "FOIA s31(1)(b)", "FOIA s31(1)(c)"]),
        ("section 36(2)(b)(i) and (ii)", ["FOIA s36(2)(b)(i)", "FOIA s36(2)(b)(ii)"]),
        ("section 36(2)(b)(i) and (c)", ["FOIA s36(2)(b)(i)", "FOIA s36(2)(c)"]),
        ("section 31(1)(h), (i)", ["FOIA s31(1)(h)", "FOIA s31(1)(i)"]),
        ("section 12(1)/(2)", ["FOIA s12(1)", "FOIA s12(2)"]),
        ("regs 12(4)(b) and 13", ["EIR reg 12(4)(b)", "EIR reg 13"]),
        ("exempt under 40(2) by virtue of 40(3A)(a)", ["FOIA s40(2)", "FOIA s40(3A)(a)"]),
        ("section 21 and s40", ["FOIA s21", "FOIA s40"]),
        ("sections 17 and 50 of the Freedom of Information Act", ["FOIA s17", "FOIA s50"]),
        ("s.31(1)(a) FOIA and s.45(4) DPA", ["FOIA s31(1)(a)", "DPA s45(4)"]),
        ("section 12: (a) staff, (b) cost", ["FOIA s12"]),
        ("section 40(2) - (1) the first point", ["FOIA s40(2)"]),
        ("section 31 and 14 others", ["FOIA s31"]),
        ("section 47(1) of FOIA", ["FOIA s47(1)"]),
        ("section 8 of the Freedom of Information (FOI) Act", ["FOIA s8"]),
        ("section 8 of Freedom of Information", ["FOIA s8"]),
        ("section 14 FOIA 2000", ["FOIA s14"]),
    ],
)
def test_lists_and_ranges_name_each_provision(text: str, citations: list[str]) -> None:
    assert found(text) == citations


@pytest.mark.parametrize(
    "text",
    [
        "section 17 of the Equality Act 2010",
        "section 2 of the report",
        "Article 8 ECHR",
        "an Article 4 direction",
        "a section 106 agreement",
        "Northshire S10 2HN",
        "the council's 31 requests",
        "question 12(1) on the form",
        "exemption 7 of the scheme",
        "regulation 4 of the Freedom of Information (Northshire Fees) Regulations 2004",
        "section 5 of your policy",
        "section 47 enquiries and section 60 searches",
        "sections 106 and 278",
        "section 4.6 of that guidance",
        "section 58(2) of MCAA 2009",
        "regulation 113(7) returns",
        "section 61M",
        "section 20 CA 1989",
        "section 14 of the Freedom of Information (Scotland) Act 2002",
        "38(6) visits",
        "www.example.org/s31",
    ],
)
def test_numbers_of_other_laws_and_things_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_every_spelling_becomes_the_same_search_words() -> None:
    spellings = ("s.31(1)(a)", "Section 31 (1)(a)", "S31(1)(a)", "FOIA s31(1)(a)")
    normalised = {
        " ".join(normalise_terms(f"exempt under {each} here").split()) for each in spellings
    }
    assert normalised == {"exempt under foias31x1xa foias31 here"}


def test_a_section_alone_is_one_search_word() -> None:
    assert normalise_terms("S40").split() == ["foias40"]
    assert search_tokens(Citation(Act.EIR, "12", ("4", "e"))) == ("eirreg12x4xe", "eirreg12")


@given(CITATIONS)
def test_search_words_hold_letters_and_digits_only(citation: Citation) -> None:
    assert all(token.isalnum() for token in search_tokens(citation))


@given(st.text(max_size=200))
def test_text_without_citations_is_left_as_it_is(text: str) -> None:
    if not find_citations(text):
        assert normalise_terms(text) == text


def test_a_citation_knows_its_section_and_what_lies_within_it() -> None:
    limb = Citation(Act.FOIA, "31", ("1", "a"))
    assert limb.whole == Citation(Act.FOIA, "31")
    assert limb.parent == Citation(Act.FOIA, "31", ("1",))
    assert limb.whole.parent is None
    assert limb.within(limb.whole)
    assert limb.within(limb)
    assert not limb.whole.within(limb)
    assert not limb.within(Citation(Act.EIR, "31"))


@pytest.mark.parametrize("piece", ["section 31(1)(a), ", "s31 of the Aaaa ", "(1)(a)", "s ", "31("])
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.perf_counter()
    find_citations(text)
    assert time.perf_counter() - began < 20


PIECES = st.sampled_from(
    ["section", "Sections", "s", "s.", "ss", "reg", "Regulations.", "Article", "exemption", "FOIA",
     "EIR 2004,", "of the Act", "31", "31(1)(a)", "12", "12(4)(b)", "2021", "40A", "24 (1)", "22A",
     "6\t(1)", "(a) and (b)", "paragraph", "paragraph (a) of", "s31", "ſ31", "and", ",", ".", "\n",
     "", "the boats 31", "cost £40", "classes", "(", "3)"]
)  # fmt: skip


@given(
    st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "  ", "\u00a0", "\n", "\t "])), max_size=8)
)
def test_a_citation_is_found_however_little_else_of_the_text_looks_like_one(
    pieces: list[tuple[str, str]],
) -> None:
    text = "".join(piece + blank for piece, blank in pieces)
    # A bracket after a number makes the whole of a text be read; this one cites nothing.
    assert find_citations(text) == find_citations(f"{text}\n\n\n\nx. Yours 0 (x")
