"""A response is cut where it divides itself, and nothing that it answers is lost."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.library.passages import LONGEST, Kind, cut, request_in

LETTER = """Northshire Police
1 Station Road

Dear Ms Quince,

Thank you for your request of 1 March 2024, in which you asked for the following:

1. How many drones do you own?
2. Where are they kept?

Question 1

We hold this information. We own 12 drones.

Question 2

We withhold this under section 31(1)(a).

Prejudice

Naming the places would be likely to prejudice the prevention of crime, because thieves would know.

Public interest test

Factors in favour of disclosure

The public would see how public money is spent.

Factors in favour of withholding

It would help those who wish to steal the drones.

Balance

On balance the interest in withholding outweighs that in disclosure.

Your right to complain

If you are unhappy, you can ask us for an internal review within 40 working days.

Yours sincerely,

Sam Hollis
Information Team
"""


def test_a_letter_is_cut_into_request_answers_prejudice_weighing_and_rights() -> None:
    found = [(piece.kind, piece.heading.rpartition(" > ")[2]) for piece in cut(LETTER)]
    assert found[1:] == [
        (Kind.REQUEST, ""),
        (Kind.ANSWER, "Question 1"),
        (Kind.ANSWER, "Question 2"),
        (Kind.PREJUDICE, "Prejudice"),
        (Kind.FOR, "Factors in favour of disclosure"),
        (Kind.AGAINST, "Factors in favour of withholding"),
        (Kind.BALANCE, "Balance"),
        (Kind.RIGHTS, "Your right to complain"),
    ]


def test_addresses_salutation_and_signature_are_no_passages() -> None:
    words = "\n".join(piece.text for piece in cut(LETTER))
    assert "Station Road" not in words
    assert "Dear" not in words
    assert "Sam Hollis" not in words


def test_a_passage_says_which_section_it_cites() -> None:
    assert [piece.section for piece in cut(LETTER) if "withhold this" in piece.text] == [
        "FOIA s31(1)(a)"
    ]


def test_the_request_that_a_letter_repeats_is_found_in_it() -> None:
    assert request_in(LETTER) == "1. How many drones do you own?\n2. Where are they kept?"


def test_a_request_that_is_known_apart_is_a_passage_without_its_greeting() -> None:
    text = "## Request\n\nDear Sirs,\nHow many?\n\nYours,\nAda\n\n## Response\n\nWe own 12."
    found = cut(text, request_ends=text.index("We own"))
    assert [(piece.kind, piece.heading, piece.text) for piece in found] == [
        (Kind.REQUEST, "Request", "How many?"),
        (Kind.ANSWER, "Response", "We own 12."),
    ]


def test_a_last_answer_that_nobody_signed_is_kept() -> None:
    assert cut("Dear Ada\n\nQuestion 1\n\nWe own 12.\n\nQuestion 2\n\nNot held")[-1].text.endswith(
        "Not held"
    )


def test_the_letterhead_that_every_page_repeats_heads_nothing() -> None:
    page = "NORTHSHIRE POLICE HEADQUARTERS\n\nWe own {} drones in this district, as you asked.\n\n"
    (found,) = cut("Dear Ada\n\n" + "".join(map(page.format, "1234")))
    assert found.heading == ""
    assert found.text.count("drones") == 4


def test_a_row_of_figures_weighs_nothing_whatever_its_words() -> None:
    row = "Formal action is not in the public interest 12 14 17 19\n"
    assert {piece.kind for piece in cut("Dear Ada\n\n" + row)} == {Kind.ANSWER}


def test_a_paragraph_longer_than_a_glance_is_cut_between_its_sentences() -> None:
    sentence = "We keep the drones in a shed that has a roof and two doors. "
    found = cut("Dear Ada\n\n" + sentence * 60)
    assert len(found) > 1
    assert all(len(piece.text) <= LONGEST for piece in found)
    assert all(piece.text.endswith("doors.") for piece in found)


@given(
    st.lists(
        st.sampled_from(
            [
                *LETTER.split("\n"),
                "",
                "",
                "## Response",
                "# of staff",
                "|a|b|",
                "x" * 3000,
                "12 14 7 9",
            ]
        ),
        max_size=40,
    ),
    st.integers(0, 60),
)
def test_passages_are_places_of_the_text_in_its_order(lines: list[str], ends: int) -> None:
    text = "\n".join(lines)
    found = cut(text, request_ends=min(ends, len(text)))
    last = 0
    for piece in found:
        assert text[piece.start : piece.end] == piece.text
        assert piece.text.strip() == piece.text != ""
        assert piece.start >= last
        last = piece.end
