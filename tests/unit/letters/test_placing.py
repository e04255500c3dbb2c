"""Proposals in a letter: copied by code, never twice, and what was dropped leaves a gap alone."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.case import Outcome
from assistant.domain.letters.blocks import Block, BlockKind, Source
from assistant.domain.letters.placing import Origin, placed, rechecked
from assistant.domain.letters.verifying import Ruling, verify
from assistant.ports import Choice, Offered

FACT = Offered("case:facts:1", "fact", "The fleet has 45 patrol vans. Of these, 12 are electric.")
PASSAGE = Offered("p-1", "passage", "Vans are washed weekly. They are replaced after seven years.")
WORDING = Offered("w-1", "wording", "More is on our website.")
RULING = Ruling(
    "How many vans?", Outcome.DISCLOSED_FULL, (), (FACT, PASSAGE, WORDING), "Northshire Police"
)
ORIGINS = {
    "case:facts:1": Origin(Source("case:facts:1"), is_fact=True),
    "p-1": Origin(Source("p-1", "3", "Vans", 100, 100 + len(PASSAGE.text))),
    "w-1": Origin(
        Source("w-1"), wording=(Block(BlockKind.BOILERPLATE, "More is on our website.\n\n"),)
    ),
}
TWELVE = Choice("generated", "case:facts:1", "12 are electric", "Twelve of the vans are electric.")
MANY = Choice("generated", "case:facts:1", "12 are electric", "Many of the vans are electric.")
WASHED = Choice("quote", "p-1", "They are replaced after seven years.")
WRONG = Choice("generated", "case:facts:1", "12 are electric", "Ninety vans are electric.")


def blocks(*choices: Choice, standing: str = "") -> tuple[Block, ...]:
    results = [verify(each, RULING) for each in choices]
    return placed(results, ORIGINS, part="1", about="part 1", standing=standing)


def test_sentences_that_follow_each_other_make_one_paragraph() -> None:
    text = "".join(block.text for block in blocks(TWELVE, MANY, WASHED))
    assert text == (
        "Twelve of the vans are electric. Many of the vans are electric.\n\n"
        "They are replaced after seven years.\n\n"
    )


def test_a_quotation_keeps_its_place_in_the_source() -> None:
    (block,) = blocks(WASHED)
    (source,) = block.sources
    assert block.kind is BlockKind.QUOTE
    assert source.start is not None
    assert source.end is not None
    assert PASSAGE.text[source.start - 100 : source.end - 100] == block.text.strip()


def test_a_fact_is_the_cases_and_wording_the_authoritys() -> None:
    fact, wording = blocks(
        Choice("quote", "case:facts:1", "The fleet has 45 patrol vans."), Choice("wording", "w-1")
    )
    assert fact.kind is BlockKind.CASE_FACT
    assert wording.kind is BlockKind.BOILERPLATE


def test_what_stands_in_the_letter_already_is_left_out() -> None:
    assert blocks(WASHED, TWELVE, TWELVE, standing="They are replaced  after seven\nyears.") == (
        blocks(TWELVE)
    )


def test_one_gap_says_what_was_left_out_and_why() -> None:
    (gap,) = blocks(WRONG, WRONG, replace(WRONG, ident="nothing"))
    assert gap.kind is BlockKind.GAP
    assert gap.text.startswith("[Officer to supply: for part 1, what else there is to say")
    assert "3 proposals were left out: it gives a figure or a date" in gap.text
    assert "stands on nothing that was offered" in gap.text
    assert "inety" not in gap.text


@given(st.lists(st.sampled_from([TWELVE, MANY, WASHED, WRONG, Choice("wording", "w-1")])))
def test_whatever_is_proposed_every_paragraph_ends_and_nothing_is_said_twice(
    choices: list[Choice],
) -> None:
    found = blocks(*choices)
    assert not found or found[-1].text.endswith("\n\n")
    texts = [block.text.strip() for block in found]
    assert len(set(texts)) == len(texts)
    assert sum(block.kind is BlockKind.GAP for block in found) <= 1


def test_an_accepted_sentence_is_held_against_what_is_decided_by_now() -> None:
    (block,) = blocks(TWELVE)
    accepted = replace(block, accepted=True, author="olwen")
    assert rechecked([accepted], {"1": RULING}) == (accepted,)
    assert rechecked([accepted], {}) == (accepted,)

    other = replace(RULING, offered=(replace(FACT, text="The fleet has 45 patrol vans."),))
    (again,) = rechecked([accepted], {"1": other})
    assert not again.accepted
    assert not again.author
    assert again.doubts == ("quotes words that are not in its source",)


def test_a_passage_that_is_not_found_again_still_says_what_it_said() -> None:
    proposal = Choice("generated", "p-1", "Vans are washed weekly.", "We wash vans weekly.")
    (block,) = blocks(proposal)
    assert not block.doubts
    without = replace(RULING, offered=(FACT,))
    assert rechecked([block], {"1": without}) == (block,)
    refused = replace(without, outcome=None, offered=())
    assert rechecked([block], {"1": refused}) == (block,)


def test_words_of_others_are_left_as_they_are() -> None:
    typed = Block(BlockKind.OFFICER, "Ninety vans.\n", part="1")
    old = Block(BlockKind.GENERATED, "Ninety vans.\n", part="1")
    assert rechecked([typed, old], {"1": RULING}) == (typed, old)
