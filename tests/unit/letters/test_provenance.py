"""What a draft rests on, the place in a wording that words come from, and what is read together."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.letters.blocks import Block, BlockKind, Source
from assistant.domain.letters.filling import fill
from assistant.domain.letters.provenance import (
    block_digest,
    sections_of,
    source_name,
    sources_used,
    wording_place,
)
from assistant.domain.letters.wording import VALUE_SLOTS
from tests.unit.letters.samples import WORDINGS

LETTERHEAD = Source("letterhead", "1", "Letterhead")
WHY = Source("foia-24-1-why", "1", "National security: why it applies")
ASKED = Source("case:part:1", title="the requester’s own words")
HEADING = Source("heading-part", "1", "Heading of one part")
VALUES = {slot: f"<{slot}> of Northshire" for slot in VALUE_SLOTS}


def boilerplate(text: str, source: Source, part: str = "") -> Block:
    return Block(BlockKind.BOILERPLATE, text, (source,), part)


LETTER = (
    boilerplate("Northshire Police\n", LETTERHEAD),
    boilerplate("Your request and our answers\n\n", Source("heading-parts", "1")),
    boilerplate("Part 1\n\n", HEADING, "1"),
    Block(BlockKind.CASE_FACT, "“How many?”\n\n", (ASKED,), "1"),
    boilerplate("Because it is required. ", WHY),
    boilerplate("And necessary.\n\n", WHY),
)


def test_a_source_stands_once_with_every_block_that_rests_on_it() -> None:
    found = {each.source.id: each for each in sources_used(LETTER)}
    assert found["foia-24-1-why"].numbers == (5, 6)
    assert [each.source.id for each in sources_used(LETTER) if not each.frames] == [
        "case:part:1",
        "foia-24-1-why",
    ]


def test_another_version_or_span_is_another_source() -> None:
    names = {
        source_name(each)
        for each in (WHY, replace(WHY, version="2"), replace(WHY, start=3, end=9), ASKED)
    }
    assert len(names) == 4
    assert source_name(replace(WHY, title="Another title")) == source_name(WHY)


def test_a_fact_that_says_something_else_now_has_to_be_opened_again_and_wording_has_not() -> None:
    edited = (*LETTER[:3], replace(LETTER[3], text="“How few?”\n\n"), LETTER[4])
    before, after = (
        {each.source.id: each.digest for each in sources_used(blocks)}
        for blocks in (LETTER, edited)
    )
    assert before["case:part:1"] != after["case:part:1"]
    assert before["foia-24-1-why"] == after["foia-24-1-why"]


def test_a_block_is_read_until_its_words_change_and_not_its_line_ends() -> None:
    block = LETTER[4]
    assert block_digest(block) == block_digest(replace(block, text=f"{block.text.strip()}\n\n"))
    assert block_digest(block) != block_digest(replace(block, text="Because it is not."))
    assert block_digest(block) != block_digest(replace(block, kind=BlockKind.OFFICER))


def test_sections_begin_at_headings_and_with_each_part() -> None:
    found = [(each.title, each.first, each.last) for each in sections_of(LETTER)]
    assert found == [
        ("The opening", 1, 1),
        ("Part 1", 2, 4),
        ("Because it is required. …", 5, 6),
    ]


def test_a_letter_without_headings_is_read_as_a_whole() -> None:
    assert [each.title for each in sections_of([LETTER[0], LETTER[4]])] == ["The whole letter"]


@given(st.lists(st.sampled_from(LETTER), max_size=12))
def test_every_block_stands_in_one_section(blocks: list[Block]) -> None:
    numbers = [number for section in sections_of(blocks) for number in section.numbers]
    assert numbers == [*range(1, len(blocks) + 1)]


def test_every_block_of_every_shipped_wording_is_found_in_it() -> None:
    for wording in WORDINGS:
        for block in fill(wording, VALUES):
            if block.kind is not BlockKind.BOILERPLATE or not any(map(str.isalpha, block.text)):
                continue
            shown, place = wording_place(wording.text, block.text)
            if place is None:
                # A slot alone says nothing about where it stands.
                assert block.text.strip() in VALUES.values(), (wording.id, block.text)
                continue
            marked = shown[place[0] : place[1]]
            assert marked == marked.strip()
            plain = [word for word in block.text.split() if word.isalpha()]
            values = " ".join(VALUES.values())
            assert all(word in marked or word in values for word in plain), (wording.id, marked)


def test_words_that_no_wording_makes_have_no_place() -> None:
    shown, place = wording_place("We received it on {received_on}.\n\nThank you.", "We lost it.")
    assert place is None
    assert shown == "We received it on {received_on}.\n\nThank you."
    assert wording_place("Thank you.", "  ")[1] is None


def test_the_place_of_the_second_of_two_paragraphs_is_its_own() -> None:
    text = "Dear {requester}\n\nBy {due_on: the day}, and\nno later. Write to {contact_email}."
    shown, place = wording_place(text, ", and no later. Write to foi@northshire.example.\n\n")
    assert place is not None
    assert shown[slice(*place)] == ", and no later. Write to {contact_email}."
