"""Editing: what changes becomes the officer's, what does not keeps its source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import Block, BlockKind, Draft, LetterKind, Source
from assistant.domain.letters.compose import compose_response
from assistant.domain.letters.sentences import sentences
from assistant.domain.letters.split import accept, replace_block, split_back
from tests.unit.letters.samples import CONTEXT, NOW, REGISTER, WORDINGS, prevent_parts

LETTER = compose_response(CONTEXT, prevent_parts(), [], WORDINGS, REGISTER)


def draft(*blocks: Block) -> Draft:
    return Draft(LetterKind.RESPONSE, blocks, "test")


def boiler(text: str, wording: str = "w") -> Block:
    return Block(BlockKind.BOILERPLATE, text, (Source(wording, "1"),))


GAP = Block(BlockKind.GAP, "[Officer to supply: the number]")
SENTENCES = st.lists(
    st.sampled_from(["One is so. ", "Two, s.31(1)(a), too.\n\n", "Three?\n", "Four… ", "- Five\n"]),
    max_size=12,
)


@pytest.mark.parametrize(
    "text",
    [
        "We rely on s. 31(1)(a) and s.24(1).",
        "See No. 5 of Sch. 1.",
        "On 8 January 2026 we wrote to foi@northshire.example about it.",
        "Mr. Hale and Dr. J. Nair met, e.g. in Northshire.",
        "The rate is 2.5 per cent.",
        "1. The first entry of a list",
        "Version 3.1.2 was used.",
    ],
)
def test_these_are_one_sentence(text: str) -> None:
    assert sentences(text) == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "We looked. We found nothing.",
        "Is it held? It is.",
        "He said “no.” We noted it.",
        "A line\nAnother line",
        "It ended in 2025. 12 were left.",
        "We hold none under No. The rest follows.",
    ],
)
def test_these_are_two_sentences(text: str) -> None:
    assert len(sentences(text)) == 2


@given(st.text())
def test_sentences_lose_nothing(text: str) -> None:
    assert "".join(sentences(text)) == text


def test_a_replaced_block_becomes_the_officers_and_keeps_its_line_ends() -> None:
    edited = replace_block(draft(boiler("One.\n\n"), boiler("Two.\n")), 0, "Uno.", "priya", NOW)
    assert edited.text == "Uno.\n\nTwo.\n"
    assert edited.blocks[0].kind is BlockKind.OFFICER
    assert (edited.blocks[0].author, edited.blocks[0].at) == ("priya", NOW)
    assert edited.blocks[1].kind is BlockKind.BOILERPLATE


def test_a_gap_in_a_sentence_is_filled_in_place() -> None:
    before = draft(boiler("We made "), GAP, boiler(" referrals.\n"))
    assert replace_block(before, 1, "twelve", "p", NOW).text == "We made twelve referrals.\n"


def test_retyping_the_same_words_changes_nothing() -> None:
    before = draft(boiler("One.\n\n"))
    assert replace_block(before, 0, " One. ", "p", NOW) is before


def test_an_emptied_block_disappears_but_its_paragraph_still_ends() -> None:
    before = draft(boiler("We made "), Block(GAP.kind, f"{GAP.text}\n\n"), boiler("Next.\n"))
    after = replace_block(before, 1, "  ", "p", NOW)
    assert after.text == "We made\n\nNext.\n"
    assert replace_block(draft(boiler("One.\n")), 0, "", "p", NOW).blocks == ()


@pytest.mark.parametrize("index", [-1, 1])
def test_a_block_that_is_not_there_is_refused(index: int) -> None:
    with pytest.raises(NotAllowed):
        replace_block(draft(boiler("One.")), index, "x", "p", NOW)


def test_a_generated_sentence_is_accepted_by_a_person() -> None:
    before = draft(Block(BlockKind.GENERATED, "A model wrote this."))
    after = accept(before, 0, "priya", NOW)
    assert after.blocks[0].accepted
    assert after.blocks[0].author == "priya"
    assert not after.unaccepted


def test_only_generated_sentences_are_accepted() -> None:
    with pytest.raises(NotAllowed):
        accept(draft(boiler("One.")), 0, "p", NOW)


def test_a_letter_left_as_it_was_keeps_its_blocks() -> None:
    assert split_back(LETTER, LETTER.text, "p", NOW).blocks == LETTER.blocks


def test_a_changed_sentence_is_the_officers_and_its_neighbours_are_not() -> None:
    before = draft(boiler("One is so. Two is so. Three is so.\n"))
    after = split_back(before, "One is so. Two is not. Three is so.\n", "p", NOW)
    assert [(b.kind, b.text) for b in after.blocks] == [
        (BlockKind.BOILERPLATE, "One is so. "),
        (BlockKind.OFFICER, "Two is not. "),
        (BlockKind.BOILERPLATE, "Three is so.\n"),
    ]


def test_a_gap_in_a_changed_sentence_stays_a_gap() -> None:
    before = draft(boiler("We made "), GAP, boiler(" referrals.\n"))
    after = split_back(before, f"We saw {GAP.text} referrals.\n", "p", NOW)
    assert [block.kind for block in after.blocks] == [
        BlockKind.OFFICER,
        BlockKind.GAP,
        BlockKind.OFFICER,
    ]


def test_a_moved_sentence_keeps_its_source() -> None:
    before = draft(
        boiler("One is so.\n", "a"), boiler("Two is so.\n", "b"), boiler("Three.\n", "c")
    )
    after = split_back(before, "Three.\nOne is so.\nTwo is so.\n", "p", NOW)
    assert [block.sources[0].id for block in after.blocks] == ["c", "a", "b"]


def test_a_generated_sentence_left_alone_still_needs_accepting() -> None:
    before = draft(Block(BlockKind.GENERATED, "A model wrote this. "), boiler("One.\n"))
    assert len(split_back(before, "A model wrote this. Uno.\n", "p", NOW).unaccepted) == 1


def test_half_a_quotation_keeps_the_span_of_that_half() -> None:
    quote = Block(BlockKind.QUOTE, "First said. Then heard.\n\n", (Source("p", "1", "", 100, 123),))
    after = split_back(draft(quote), "Then heard.\n\n", "p", NOW)
    assert (after.blocks[0].sources[0].start, after.blocks[0].sources[0].end) == (112, 123)


@given(old=SENTENCES, new=SENTENCES)
@settings(deadline=None)
def test_the_result_is_exactly_the_edited_text(old: list[str], new: list[str]) -> None:
    before = draft(*(boiler(text, f"w{n}") for n, text in enumerate(old)))
    after = split_back(before, "".join(new), "p", NOW)
    assert after.text == "".join(new)


@given(edited=st.text(max_size=300))
@settings(deadline=None)
def test_any_text_whatever_comes_back_exactly(edited: str) -> None:
    assert split_back(LETTER, edited, "p", NOW).text == edited


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_not_changed_keeps_its_kind_and_sources(data: st.DataObject) -> None:
    units = list(sentences(LETTER.text))
    place = data.draw(st.integers(0, len(units) - 1))
    typed = data.draw(st.sampled_from(["A new sentence of mine.\n", ""]))
    edited = "".join([*units[:place], typed, *units[place + 1 :]])
    after = split_back(LETTER, edited, "p", NOW)
    assert after.text == edited
    allowed = {(block.kind, block.sources, block.part) for block in LETTER.blocks}
    changed = [block for block in after.blocks if block.kind is BlockKind.OFFICER]
    assert "".join(block.text for block in changed).strip() == typed.strip()
    for block in after.blocks:
        if block.kind is not BlockKind.OFFICER and block.text.strip():
            assert (block.kind, block.sources, block.part) in allowed
