"""Answers are stored as they were given."""

from assistant.domain.chat.answer import Block, Place, Sort, Source, as_plain, from_plain


def test_an_answer_is_the_same_after_it_was_stored() -> None:
    place = Place("cases", ("FOI-2026-00001", 2), "clock", (("state", "open"),))
    blocks = (
        Block(Sort.FACT, "It is due.", (Source("The clock", place), Source("SI 2004/3244"))),
        Block(Sort.GAP, "Nothing is recorded."),
    )
    assert from_plain(as_plain(blocks)) == blocks
