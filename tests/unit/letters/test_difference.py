"""What became of a text is shown in words that a person can read."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.letters.difference import Change, Piece, difference

TEXTS = st.lists(st.sampled_from([*"ab \n.", "held", "withheld", "2024", "the "]), max_size=30).map(
    "".join
)


def put_together(pieces: tuple[Piece, ...], without: Change) -> str:
    return "".join(piece.text for piece in pieces if piece.change is not without)


@given(TEXTS, TEXTS)
def test_both_texts_stand_in_their_difference(before: str, after: str) -> None:
    pieces = difference(before, after)

    assert put_together(pieces, Change.ADDED) == before
    assert put_together(pieces, Change.REMOVED) == after
    assert all(piece.text for piece in pieces)
    assert all(one.change is not other.change for one, other in pairwise(pieces))


@given(TEXTS)
def test_of_a_text_that_was_not_changed_all_is_the_same(text: str) -> None:
    assert difference(text, text) == ((Piece(Change.SAME, text),) if text else ())


def test_one_changed_word_is_one_removed_and_one_added() -> None:
    assert difference("We hold 12 files.\nYours\n", "We hold 14 files.\nYours\n") == (
        Piece(Change.SAME, "We hold "),
        Piece(Change.REMOVED, "12"),
        Piece(Change.ADDED, "14"),
        Piece(Change.SAME, " files.\nYours\n"),
    )


def test_words_in_a_row_are_changed_as_one() -> None:
    pieces = difference(
        "We refuse the first part under section 31.",
        "We refuse the whole request under section 31.",
    )

    assert [piece.text for piece in pieces] == [
        "We refuse the ",
        "first part",
        "whole request",
        " under section 31.",
    ]


def test_a_line_written_anew_is_shown_whole() -> None:
    before, after = "Section 24 is engaged here.\n", "Nothing at all was found, so far.\n"

    assert difference(before, after) == (
        Piece(Change.REMOVED, before),
        Piece(Change.ADDED, after),
    )


def test_a_paragraph_that_was_added_leaves_the_others_alone() -> None:
    assert difference("One.\n\nTwo.\n", "One.\n\nNew.\n\nTwo.\n") == (
        Piece(Change.SAME, "One.\n\n"),
        Piece(Change.ADDED, "New.\n\n"),
        Piece(Change.SAME, "Two.\n"),
    )


def test_very_long_lines_are_shown_whole() -> None:
    before, after = "word " * 3000, "word " * 2000 + "other " * 1000

    assert difference(before, after) == (
        Piece(Change.REMOVED, before),
        Piece(Change.ADDED, after),
    )
