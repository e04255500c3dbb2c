"""What officers type is read as what it asks, or as nothing: never as something else."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.chat.kinds import KINDS, Kind
from assistant.domain.chat.recognise import NEAREST, Understood, understand
from assistant.domain.letters.blocks import LetterKind
from tests.unit.chat.phrasings import PHRASINGS, SECOND, THIRD

TODAY = date(2026, 3, 3)


def read(question: str, *, on_case: bool = True, earlier: Kind | None = None) -> Understood:
    """Return the one thing that a question asks."""
    (found,) = understand(question, today=TODAY, on_case=on_case, earlier=earlier)
    return found


@pytest.mark.parametrize("table", [PHRASINGS, SECOND, THIRD], ids=["first", "second", "third"])
def test_every_phrasing_is_read_as_what_it_asks(
    table: tuple[tuple[str, str, str | None], ...],
) -> None:
    wrong = {
        question: found.kind
        for page, question, wanted in table
        if (found := read(question, on_case=page == "case")).kind
        != (Kind(wanted) if wanted else None)
    }
    assert wrong == {}


def test_every_example_that_is_offered_is_understood_as_its_own_kind() -> None:
    found = {kind: read(row.example, on_case=row.of_a_case).kind for kind, row in KINDS.items()}
    assert found == {kind: kind for kind in KINDS}


def test_what_is_not_understood_comes_with_the_three_nearest() -> None:
    for on_case in (True, False):
        found = read("qwerty uiop", on_case=on_case)
        assert found.kind is None
        assert len(set(found.nearest)) == NEAREST
        assert all(on_case or not KINDS[kind].of_a_case for kind in found.nearest)


def test_words_that_nobody_knows_are_a_reason_to_doubt() -> None:
    assert read("when is the bin collection of our village due").kind is None
    assert (
        read("which exemptions did we use for village bin collection complaints").kind is not None
    )


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("why is part 3 refused", ("3",)),
        ("why was q3 refused", ("3",)),
        ("outcome of question 3a", ("3(a)",)),
        ("why are parts 2 and 4 refused", ("2", "4")),
        ("why are questions 2 to 4 refused", ("2", "3", "4")),
        ("why is the third question refused", ("3",)),
        ("why is the last part refused", ("last",)),
        ("why is part two refused", ("2",)),
        ("why is pt. 5(b) refused under s.31(1)(a)", ("5(b)",)),
    ],
)
def test_parts_are_read_however_they_are_named(question: str, parts: tuple[str, ...]) -> None:
    found = read(question)
    assert (found.kind, found.arguments.parts) == (Kind.DECISION, parts)


@pytest.mark.parametrize(
    ("question", "sections"),
    [
        ("s24", ("FOIA s24",)),
        ("what is s.40(2)", ("FOIA s40(2)",)),
        ("whats sec 31(1)(a)", ("FOIA s31(1)(a)",)),
        ("what is sction 36", ("FOIA s36",)),
        ("40(2)?", ("FOIA s40(2)",)),
        ("explain 12(4)(b)", ("EIR reg 12(4)(b)",)),
        ("difference between 30 and 31", ("FOIA s30", "FOIA s31")),
        ("s23/24 together?", ("FOIA s23", "FOIA s24")),
        ("what is the law enforcement exemption", ("FOIA s31",)),
        ("difference between s.22 and s.22A", ("FOIA s22", "FOIA s22A")),
    ],
)
def test_sections_are_read_in_any_spelling(question: str, sections: tuple[str, ...]) -> None:
    assert read(question, on_case=False).arguments.sections == sections


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("draft a clarification for question 2", LetterKind.CLARIFICATION),
        ("prepare a fees notice", LetterKind.FEES_NOTICE),
        ("write a pit extension", LetterKind.PIT_EXTENSION),
        ("draft an eir extension letter", LetterKind.EIR_EXTENSION),
        ("draft a holding reply", LetterKind.DELAY_APOLOGY),
        ("draft a reply to the chaser", LetterKind.CHASER_REPLY),
        ("draft an acknowledgement of the internal review", LetterKind.REVIEW_ACKNOWLEDGED),
        ("write a refusal notice for part 3", LetterKind.RESPONSE),
        ("who approved the ack", LetterKind.ACKNOWLEDGEMENT),
    ],
)
def test_letters_are_read_by_what_officers_call_them(question: str, kind: LetterKind) -> None:
    assert read(question).arguments.letter == kind


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("which exemptions did we use for Prevent referrals since 2022", "prevent referrals"),
        ("exemptions used for taser figures last year", "taser figures"),
        ("have we answered anything about body-worn video before", "body-worn video"),
        ("find refusals about informants under s31 since 2021", "informants"),
        ("have we answered this before", ""),
        ("how often did we use s.24 since 2020", ""),
    ],
)
def test_the_subject_is_what_no_rule_knows(question: str, topic: str) -> None:
    assert read(question).arguments.topic == topic


def test_the_reference_of_another_case_is_read() -> None:
    found = read("when is FOI-2026-00012 due", on_case=False)
    assert (found.kind, found.arguments.reference) == (Kind.DUE, "FOI-2026-00012")


def test_several_things_asked_at_once_are_answered_one_by_one() -> None:
    found = understand(
        "When is it due and who approved the ack? Also what is missing", today=TODAY, on_case=True
    )
    assert [each.kind for each in found] == [Kind.DUE, Kind.WHO_DID, Kind.MISSING]
    greeted = understand("Hi there. When is this due and why?", today=TODAY, on_case=True)
    assert [each.kind for each in greeted] == [Kind.DUE]


def test_a_question_carries_on_the_one_before() -> None:
    found = read("and part 2?", earlier=Kind.HELD)
    assert (found.kind, found.arguments.parts) == (Kind.HELD, ("2",))
    assert read("what about drones", on_case=False, earlier=Kind.EXEMPTIONS_USED).kind == (
        Kind.EXEMPTIONS_USED
    )
    assert read("and the garden gnomes of the mayor", earlier=Kind.HELD).kind is None


@settings(max_examples=40)
@given(st.text(max_size=300), st.booleans())
def test_any_text_at_all_is_read_without_failing(text: str, on_case: bool) -> None:  # noqa: FBT001 - given by hypothesis
    for found in understand(text, today=TODAY, on_case=on_case):
        assert (found.kind is None) == bool(found.nearest)


@settings(max_examples=60)
@given(
    st.sampled_from([row for row in PHRASINGS if row[2] and len(row[1]) > 20]),
    st.sampled_from(
        ["{}?", "{} ?", "{}!!", "  {}  ", "please {}", "Hi, {}", "{} please", "{} thanks"]
    ),
    st.sampled_from([str, str.upper, str.capitalize]),
)
def test_courtesy_capitals_and_marks_change_nothing(
    row: tuple[str, str, str], around: str, letters: "type[str]"
) -> None:
    page, question, wanted = row
    asked = around.format(letters(question))
    assert read(asked, on_case=page == "case").kind == Kind(wanted), asked
