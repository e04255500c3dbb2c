"""How much of a composed letter stood until its approval, in a number and in a word."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.letters.blocks import Block, BlockKind
from assistant.domain.letters.kept import Kept, kept_of, kept_share

TEXTS = st.text(alphabet="ab \n", max_size=20)
BLOCKS = st.lists(st.builds(Block, kind=st.sampled_from([*BlockKind]), text=TEXTS), max_size=6)


def said(text: str, kind: BlockKind = BlockKind.BOILERPLATE) -> Block:
    return Block(kind=kind, text=text)


@given(BLOCKS, BLOCKS)
def test_a_share_is_between_nothing_and_all(composed: list[Block], approved: list[Block]) -> None:
    assert 0 <= kept_share(composed, approved) <= 1


@given(BLOCKS)
def test_a_letter_approved_as_it_was_composed_kept_all(blocks: list[Block]) -> None:
    composed = [each for each in blocks if each.kind is not BlockKind.OFFICER]

    assert kept_of(kept_share(composed, composed)) is Kept.AS_COMPOSED


def test_filling_a_gap_is_no_edit() -> None:
    composed = [said("We hold this. "), said("How many?", BlockKind.GAP), said(" Yours")]
    approved = [
        said("We hold this. "),
        said("There were 31 of them.", BlockKind.OFFICER),
        said(" Yours"),
    ]

    assert kept_share(composed, approved) == 1


def test_words_typed_beside_a_filled_gap_are_an_edit() -> None:
    composed = [said("We hold all of this now. "), said("How many?", BlockKind.GAP)]
    approved = [
        said("We hold all of this now. "),
        said("There were 31 of them.", BlockKind.OFFICER),
        said("Also note.", BlockKind.OFFICER),
    ]

    assert kept_of(kept_share(composed, approved)) is Kept.EDITED


def test_a_letter_written_anew_is_told_from_one_that_was_mended() -> None:
    composed = [said("one two three four five six seven eight nine ten")]
    mended = [said("one two three four five six "), said("other words", BlockKind.OFFICER)]
    anew = [said("quite another letter about one thing", BlockKind.OFFICER)]

    assert kept_of(kept_share(composed, mended)) is Kept.EDITED
    assert kept_of(kept_share(composed, anew)) is Kept.REWRITTEN


def test_a_sentence_taken_out_is_an_edit_too() -> None:
    composed = [said("one two three four "), said("five six")]

    assert kept_of(kept_share(composed, composed[:1])) is Kept.EDITED


def test_what_was_not_measured_is_called_so() -> None:
    assert kept_of(None) is Kept.NOT_MEASURED
