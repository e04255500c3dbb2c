"""Composing again keeps what people typed: it stands in the letter, or is set aside and shown."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.letters.blocks import Block, BlockKind
from assistant.domain.letters.merging import SetAside, merge

PLAIN = st.builds(
    Block,
    kind=st.sampled_from([BlockKind.BOILERPLATE, BlockKind.GAP, BlockKind.CASE_FACT]),
    text=st.sampled_from([f"Sentence {letter}. " for letter in "abcdefgh"]),
)
LETTERS = st.lists(PLAIN, max_size=8)


def _typed(text: str) -> Block:
    return Block(BlockKind.OFFICER, text, author="olwen")


def _plain(*texts: str) -> list[Block]:
    return [Block(BlockKind.BOILERPLATE, text) for text in texts]


@st.composite
def _edited(draw: st.DrawFn, base: list[Block]) -> list[Block]:
    """A letter with some blocks taken out, and some typed anew."""
    blocks: list[Block] = []
    for number, block in enumerate(base):
        what = draw(st.sampled_from(["keep", "keep", "keep", "drop", "type", "add"]))
        if what in {"keep", "add"}:
            blocks.append(block)
        if what in {"type", "add"}:
            blocks.append(_typed(f"Typed {number}. "))
    return blocks


@given(LETTERS, LETTERS)
def test_without_edits_the_letter_is_what_was_composed(
    base: list[Block], composed: list[Block]
) -> None:
    merged = merge(base, base, composed)
    assert list(merged.blocks) == composed
    assert merged.set_aside == ()


@given(LETTERS.flatmap(lambda base: st.tuples(st.just(base), _edited(base))))
def test_without_news_the_letter_stays_as_it_was_edited(
    letters: tuple[list[Block], list[Block]],
) -> None:
    base, edited = letters
    merged = merge(base, edited, base)
    assert list(merged.blocks) == edited
    assert merged.set_aside == ()


@given(LETTERS.flatmap(lambda base: st.tuples(st.just(base), _edited(base), LETTERS)))
def test_what_a_person_typed_stands_or_is_set_aside(
    letters: tuple[list[Block], list[Block], list[Block]],
) -> None:
    merged = merge(*letters)
    text = "".join(block.text for block in merged.blocks)
    aside = " ".join(each.text for each in merged.set_aside if each.typed)
    for block in letters[1]:
        if block.kind is BlockKind.OFFICER:
            assert block.text in text or block.text.strip() in aside


def test_edits_and_news_in_different_places_are_both_taken() -> None:
    base = _plain("Dear Alex.", "You asked. ", "We hold it. ", "Yours.")
    edited = [base[0], _typed("You kindly asked. "), *base[2:]]
    composed = [*base[:2], *_plain("We do not hold it. "), base[3]]

    merged = merge(base, edited, composed)

    assert "".join(block.text for block in merged.blocks) == (
        "Dear Alex.You kindly asked. We do not hold it. Yours."
    )
    assert merged.set_aside == ()


def test_neighbouring_gaps_filled_by_hand_and_from_the_record_are_both_filled() -> None:
    base = _plain("[likelihood]", "[harm]")
    merged = merge(base, [_typed("would "), base[1]], [base[0], *_plain("show routes.")])
    assert [block.text for block in merged.blocks] == ["would ", "show routes."]


def test_a_gap_filled_twice_keeps_the_persons_words_and_shows_the_others() -> None:
    base = _plain("Because: ", "[gap]", "Yours.")
    merged = merge(
        base,
        [base[0], _typed("it shows routes."), base[2]],
        [base[0], *_plain("it shows rotas."), base[2]],
    )
    assert [block.text for block in merged.blocks] == ["Because: ", "it shows routes.", "Yours."]
    assert merged.set_aside == (SetAside("it shows rotas.", typed=False),)


def test_a_part_decided_anew_shows_the_words_that_were_typed_into_its_old_answer() -> None:
    base = _plain("Dear Alex.", "We refuse. ", "Because of this. ", "Balance. ", "Yours.")
    edited = [*base[:2], _typed("Because of that. "), *base[3:]]
    composed = [base[0], *_plain("Here it is. "), base[4]]

    merged = merge(base, edited, composed)

    assert [block.text for block in merged.blocks] == ["Dear Alex.", "Here it is. ", "Yours."]
    assert merged.set_aside == (SetAside("Because of that.", typed=True),)


def test_a_newer_version_of_the_same_words_is_named_as_their_source() -> None:
    base = _plain("Dear Alex.", "Yours.")
    newer = [Block(BlockKind.BOILERPLATE, "Dear Alex.", part="1"), base[1]]
    merged = merge(base, [base[0], _typed("Kind regards.")], newer)
    assert merged.blocks[0].part == "1"
