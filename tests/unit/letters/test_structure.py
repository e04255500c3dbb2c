"""A letter's text as headings, lists and tables: no word is added, moved or lost on the way."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.case import Outcome
from assistant.domain.letters.blocks import Block, BlockKind, Draft, LetterKind, Source
from assistant.domain.letters.compose import compose_acknowledgement, compose_response
from assistant.domain.letters.links import spans, words_in_spans
from assistant.domain.letters.listings import Counting, Listing, Numbering
from assistant.domain.letters.structure import (
    Heading,
    Paragraph,
    readable,
    structure,
    structure_of,
    words,
)
from assistant.domain.letters.tables import Table
from tests.unit.letters.samples import (
    CONTEXT,
    EIR_CONTEXT,
    REGISTER,
    WORDINGS,
    one_part,
    prevent_parts,
    reasoning,
)
from tests.unit.letters.texts import ANYTHING, LETTER, bare

MUTANTS = Path(__file__).parents[2] / "mutants" / "letters"
RESPONSE = compose_response(
    CONTEXT,
    prevent_parts(),
    [],
    WORDINGS,
    REGISTER,
    [reasoning("FOIA s24(1)"), reasoning("FOIA s31(1)(a)"), reasoning("FOIA s31(1)(b)")],
)
DRAFTS = {
    "response": RESPONSE,
    "acknowledgement": compose_acknowledgement(CONTEXT, WORDINGS),
    "no parts": compose_response(CONTEXT, [], [], WORDINGS, REGISTER),
    "not held": compose_response(EIR_CONTEXT, one_part(Outcome.NOT_HELD), [], WORDINGS, REGISTER),
    "cost": compose_response(
        CONTEXT, one_part(Outcome.COST_S12, "FOIA s12(1)"), [], WORDINGS, REGISTER
    ),
}
# What draws a bullet or a line of a table, and is in the shape of the element instead.
SHAPES = re.compile(r"[\s|\-•*–·▪◦:=_]+")


def outline(text: str, blocks: tuple[Block, ...] = ()) -> list[tuple[int, str]]:
    """Return the headings of a text with their levels."""
    return [(e.level, e.text) for e in structure(text, blocks) if isinstance(e, Heading)]


@given(st.one_of(LETTER, ANYTHING))
@settings(max_examples=400)
def test_the_words_of_the_elements_are_the_words_of_the_text(text: str) -> None:
    found = words(structure(text))
    assert bare(" ".join(found)) == bare(text)
    assert SHAPES.sub("", "".join(found)) == SHAPES.sub("", readable(text))


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_the_words_of_a_draft_are_kept_with_its_blocks_and_without(draft: Draft) -> None:
    assert bare(" ".join(words(structure_of(draft)))) == bare(draft.text)
    assert words(structure_of(draft)) == words(structure(draft.text))


@given(st.lists(st.tuples(st.sampled_from(list(BlockKind)), LETTER), max_size=6))
def test_blocks_change_no_word_either(pieces: list[tuple[BlockKind, str]]) -> None:
    blocks = tuple(
        Block(kind, f"{text}\n", (Source("heading-part", "1"),)) for kind, text in pieces
    )
    draft = Draft(LetterKind.OTHER, blocks, "t")
    assert bare(" ".join(words(structure_of(draft)))) == bare(draft.text)


@given(LETTER)
def test_no_heading_stands_more_than_one_step_below_the_last(text: str) -> None:
    levels = [0, *(level for level, _ in outline(text))]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_headings_of_a_response_are_those_of_its_wording() -> None:
    found = outline(RESPONSE.text, RESPONSE.blocks)
    assert found[:3] == [
        (1, "Freedom of Information Act 2000: “Referrals to Prevent”"),
        (2, "Your request and our answers"),
        (3, "Part 1"),
    ]
    assert (2, "Why the exemptions apply") in found
    assert (3, "Section 24(1) – National security") in found
    assert (2, "The public interest test") in found
    assert (3, "Balance of the public interest") in found
    assert (2, "If you are unhappy with this response") in found
    assert sum(1 for level, _ in found if level == 1) == 1


def test_without_blocks_the_same_lines_are_headings() -> None:
    told = [text for _, text in outline(RESPONSE.text, RESPONSE.blocks)]
    assert [text for _, text in outline(RESPONSE.text)] == told


@pytest.mark.parametrize(
    "line",
    [
        "We hold no figures for that year",
        "Our reference: FOI-2026-00012",
        "Date: 3 March 2026",
        "12 officers",
        "Twelve",
        "Please write to foi@northshire.example",
        "See https://northshire.example/policy",
        "It is not held.",
        "Is it held?",
        "the policy of the harbour unit",
    ],
)
def test_a_line_that_may_be_a_sentence_or_a_fact_is_no_heading(line: str) -> None:
    text = f"Dear Alex\n\nA subject line\n\nThank you.\n\n{line}\n\nThis is prose.\n"
    assert outline(text) == [(1, "A subject line")]


def test_the_address_and_the_sign_off_are_lines_and_no_headings() -> None:
    text = (
        "Northshire Police\nCastle Street, Wexmouth\n\nDear Alex\n\nRiver patrols\n\n"
        "We hold the policy.\n\nYours sincerely\n\nPriya Nair\nFOI Officer\nNorthshire Police\n"
    )
    assert structure(text) == (
        Paragraph(("Northshire Police", "Castle Street, Wexmouth")),
        Paragraph(("Dear Alex",)),
        Heading("River patrols", 1),
        Paragraph(("We hold the policy.",)),
        Paragraph(("Yours sincerely",)),
        Paragraph(("Priya Nair", "FOI Officer", "Northshire Police")),
    )


def test_what_a_requester_asked_or_an_officer_recorded_is_never_a_heading() -> None:
    blocks = (
        Block(BlockKind.BOILERPLATE, "Dear Alex\n\n", (Source("salutation", "1"),)),
        Block(BlockKind.BOILERPLATE, "River patrols\n\n", (Source("subject-foi", "1"),)),
        Block(BlockKind.CASE_FACT, "Twelve police officers\n\n", (Source("case:facts:1"),)),
        Block(BlockKind.OFFICER, "What we searched\n\n"),
        Block(BlockKind.BOILERPLATE, "That is all.\n", (Source("w", "1"),)),
    )
    text = "".join(block.text for block in blocks)
    assert outline(text, blocks) == [(1, "River patrols"), (2, "What we searched")]
    assert (2, "Twelve police officers") in outline(text)


def test_bullets_and_numbers_are_lists_and_a_lone_number_is_not() -> None:
    text = (
        "We looked in:\n- the archive\n- the\n  case files\n\n1. First\n\n2. Second\n\n7. Alone\n"
    )
    lead, bullets, numbers, alone = structure(text)
    assert lead == Paragraph(("We looked in:",))
    assert isinstance(bullets, Listing)
    assert [entry.text for entry in bullets.entries] == ["the archive", "the case files"]
    assert isinstance(numbers, Listing)
    assert [entry.label for entry in numbers.entries] == ["1.", "2."]
    assert alone == Paragraph(("7. Alone",))


@pytest.mark.parametrize(
    ("labels", "numbering"),
    [
        ("1. 2. 3.", Numbering(Counting.DECIMAL, 1, "", ".")),
        ("4) 5)", Numbering(Counting.DECIMAL, 4, "", ")")),
        ("(a) (b) (c)", Numbering(Counting.LETTER, 1, "(", ")")),
        ("(h) (i) (j)", Numbering(Counting.LETTER, 8, "(", ")")),
        ("(i) (ii) (iii) (iv)", Numbering(Counting.ROMAN, 1, "(", ")")),
        ("ix. x. xi.", Numbering(Counting.ROMAN, 9, "", ".")),
    ],
)
def test_a_list_is_counted_as_it_is_written(labels: str, numbering: Numbering) -> None:
    (found,) = structure("\n".join(f"{label} entry" for label in labels.split()))
    assert isinstance(found, Listing)
    assert found.numbering == numbering


@pytest.mark.parametrize("text", ["1. One\n3. Three", "(a) One\nb) Two", "1. One\nb. Two"])
def test_numbers_that_do_not_count_on_are_no_list(text: str) -> None:
    assert not [e for e in structure(text) if isinstance(e, Listing) and len(e.entries) > 1]


@pytest.mark.parametrize(
    "text",
    [
        "| Year | Patrols |\n|------|---------|\n| 2023 | 12 |\n| 2024 | 15 |",
        "Year\tPatrols\n2023\t12\n2024\t15",
        "Year   Patrols\n2023   12\n2024   15",
        "Year | Patrols\n--- | ---\n2023 | 12\n2024 | 15",
    ],
)
def test_columns_make_a_table_with_its_headers(text: str) -> None:
    rows = (("Year", "Patrols"), ("2023", "12"), ("2024", "15"))
    assert structure(text) == (Table(rows, has_header=True),)


def test_rows_of_a_table_are_made_even_and_a_header_is_not_guessed_at() -> None:
    (table,) = structure("2023\t12\n2024\t15\tso far")
    assert table == Table((("2023", "12", ""), ("2024", "15", "so far")), has_header=False)


def test_two_wide_spaces_in_prose_make_no_table() -> None:
    (found,) = structure("It is so.  We know.\nIt was so.  We knew.\nIt is.  Yes.")
    assert isinstance(found, Paragraph)


def test_lines_that_were_wrapped_by_hand_are_one_line() -> None:
    text = (MUTANTS / "ed-part-43-40.txt").read_text(encoding="utf-8")
    paragraph = next(
        e for e in structure(text) if isinstance(e, Paragraph) and "43(2)" in e.lines[0]
    )
    assert len(paragraph.lines) == 1


@given(st.one_of(LETTER, ANYTHING))
def test_links_take_nothing_from_the_text(text: str) -> None:
    assert "".join(span.text for span in spans(text)) == text
    assert ["".join(s.text for s in word) for word in words_in_spans(text)] == text.split()


@pytest.mark.parametrize(
    ("text", "shown", "href"),
    [
        ("write to foi@a.example.", "foi@a.example", "mailto:foi@a.example"),
        ("(see https://a.example/b_(c)).", "https://a.example/b_(c)", "https://a.example/b_(c)"),
        ("www.a.example/x, or", "www.a.example/x", "https://www.a.example/x"),
        ("http://a.example:8080/?q=1!", "http://a.example:8080/?q=1", "http://a.example:8080/?q=1"),
    ],
)
def test_addresses_lead_where_they_say(text: str, shown: str, href: str) -> None:
    (link,) = [span for span in spans(text) if span.href]
    assert (link.text, link.href) == (shown, href)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://user@a.example",
        "https://а.example/cyrillic",
        "a@b",
        "https://localhost/x",
    ],
)
def test_what_could_lead_elsewhere_is_no_link(text: str) -> None:
    assert all(not span.href.startswith(("javascript", "data", "http")) for span in spans(text))


def test_the_estimate_of_a_letter_is_a_table() -> None:
    text = "Part 1\nWork | Hours | Cost\nLocating it: the archive | 20 | £500\nTotal | 20 | £500"
    name, table = structure(text)
    assert name == Heading("Part 1", 1)
    assert isinstance(table, Table)
    assert table.has_header
    assert table.rows[1] == ("Locating it: the archive", "20", "£500")
