"""Putting a piece of a letter otherwise: the honest is shown, the faulty is marked or left out."""

from datetime import UTC, datetime

import pytest

from assistant.domain.case import Outcome
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import Block, BlockKind, Draft, LetterKind, Source
from assistant.domain.letters.refining import (
    BLOCK,
    MOST_SENTENCES,
    Action,
    Put,
    refusal,
    replaced,
    stretch,
    weighed,
)
from assistant.domain.letters.verifying import Ruling, Standing
from assistant.ports import Offered, Sentence

STANDS = (
    "At the end of the financial year 2024 the fleet of the force had 45 patrol vans in it. "
    "The vans are not leased, and section 31(1)(a) would be likely to apply to their routes."
)
FIRST, SECOND = STANDS[: STANDS.index(" The vans")], STANDS[STANDS.index("The vans") :]
VANS = "At the end of the financial year 2024 the fleet had 45 patrol vans."
ROUTES = "The vans are not leased, and section 31(1)(a) would be likely to apply to their routes."


def ruling(*sections: str) -> Ruling:
    return Ruling(
        "How many vans?", Outcome.DISCLOSED_FULL, sections, (Offered(BLOCK, "fact", STANDS),)
    )


def hold(*said: str, action: Action = Action.SHORTER, on: str = "") -> tuple[Standing, str]:
    rows = [Sentence(text, BLOCK, on or (FIRST if "45" in text else SECOND)) for text in said]
    found = weighed(rows, action, STANDS, ruling("FOIA s31(1)(a)"))
    assert bool(found.puts) == (found.standing is not Standing.DROPPED)
    return found.standing, "; ".join(found.reasons)


def test_honest_words_are_verified() -> None:
    assert hold(VANS, ROUTES) == (Standing.VERIFIED, "")


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ((VANS.replace("45", "54"), ROUTES), "figure"),
        ((VANS, ROUTES.replace("31(1)(a)", "24(1)")), "section 24(1)"),
        ((VANS, ROUTES.replace("routes", "routes, see https://evil.example/x")), "link"),
        ((VANS, ROUTES.replace("not ", "")), "not"),
        ((VANS, ROUTES.replace("leased", "leased\u202e")), "cannot be seen"),
        ((VANS, "**The vans** are not leased at all."), "markup"),
        ((FIRST, SECOND), "shorter"),
        ((), "no words"),
        ((VANS,) * (MOST_SENTENCES + 1), "too long"),
    ],
)
def test_what_is_faulty_is_left_out_as_a_whole(said: tuple[str, ...], reason: str) -> None:
    standing, reasons = hold(*said)
    assert standing is Standing.DROPPED
    assert reason in reasons


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ((VANS,), "leaves out FOIA s31(1)(a)"),
        ((ROUTES,), "leaves out 2024, 45"),
        ((VANS, ROUTES.replace("would be likely to apply", "applies")), "for certain"),
        ((VANS, "The electric vans are not leased under section 31(1)(a), likely."), "electric"),
    ],
)
def test_what_a_reader_would_miss_is_marked(said: tuple[str, ...], reason: str) -> None:
    standing, reasons = hold(*said)
    assert standing is Standing.UNVERIFIED
    assert reason in reasons


def test_words_that_stand_on_nothing_or_say_the_same_are_left_out() -> None:
    assert hold(VANS, on="We invented these very words.")[0] is Standing.DROPPED
    assert "same words" in hold(FIRST, SECOND, action=Action.PLAINER)[1]


def block(kind: BlockKind, text: str, *ids: str, part: str = "1") -> Block:
    return Block(kind, text, tuple(Source(each, "1", each) for each in ids), part)


KINDS = {
    "wording": block(BlockKind.BOILERPLATE, "This is a refusal notice.\n\n", "refusal-notice"),
    "question": block(BlockKind.CASE_FACT, "How many?\n\n", "case:part:1"),
    "date": block(BlockKind.CASE_FACT, "3 March 2026\n", "case:due_on"),
    "facts": block(BlockKind.CASE_FACT, "There are 45.\n\n", "case:facts:1"),
    "quote": block(BlockKind.QUOTE, "There were 44.\n\n", "p-1"),
    "typed": block(BlockKind.OFFICER, "We own them.\n\n"),
    "gap": block(BlockKind.GAP, "[Officer to supply: how many]\n\n"),
}
ALLOWED = {
    "wording": {"welsh"},
    "question": set(),
    "date": {"welsh"},
    "facts": set(Action),
    "quote": set(Action),
    "typed": set(Action),
    "gap": {"answer", "explain"},
}


@pytest.mark.parametrize("name", KINDS)
def test_only_what_is_not_fixed_may_be_put_otherwise(name: str) -> None:
    allowed = {action for action in Action if not refusal(KINDS[name], action)}
    assert allowed == ALLOWED[name]


def test_welsh_takes_the_whole_paragraph_and_other_words_the_block_alone() -> None:
    blocks = (
        block(BlockKind.BOILERPLATE, "Thank you.\n\n"),
        block(BlockKind.BOILERPLATE, "We hold it and ", "held"),
        block(BlockKind.OFFICER, "enclose it.\n\n"),
        block(BlockKind.OFFICER, "Yours sincerely"),
    )
    assert stretch(blocks, 2, Action.SHORTER) == (2, 3)
    assert stretch(blocks, 2, Action.WELSH) == (1, 3)
    assert stretch(blocks, 3, Action.WELSH) == (3, 4)
    with pytest.raises(NotAllowed, match="approved wording"):
        stretch(blocks, 1, Action.PLAINER)
    with pytest.raises(NotAllowed, match="no longer in it"):
        stretch(blocks, 9, Action.WELSH)


def test_what_is_taken_is_marked_and_the_rest_of_the_letter_is_as_it_was() -> None:
    draft = Draft(LetterKind.RESPONSE, tuple(KINDS.values()), "1")
    at = datetime(2026, 3, 3, tzinfo=UTC)
    puts = [Put("There are 45.", BLOCK, "There are 45."), Put("All go.", BLOCK, "x", ("is odd",))]
    sources = [(Source("case:facts:1"),), ()]
    changed = replaced(draft, 3, 4, puts, sources, "Olwen", at)

    assert changed.text == draft.text.replace("There are 45.\n\n", "There are 45. All go.\n\n")
    assert changed.blocks[:3] == draft.blocks[:3]
    assert changed.blocks[5:] == draft.blocks[4:]
    one, two = changed.blocks[3:5]
    assert {each.kind for each in (one, two)} == {BlockKind.GENERATED}
    assert (one.accepted, one.author, one.at, one.part) == (True, "Olwen", at, "1")
    assert (one.sources, two.doubts) == (sources[0], ("is odd",))
