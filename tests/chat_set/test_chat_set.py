"""The set of questions for the chat: it is whole, its world can be built, and its judge judges."""

import hashlib
import re
from collections import Counter
from datetime import date

import pytest

from assistant import bootstrap
from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import LetterKind
from assistant.store.models import Event, LibraryDocument, Outbox, RequestPart
from assistant.web.permissions import PAGES
from tests.chat_set.build import STEPS, build
from tests.chat_set.described import FOLDER, LIBRARY, Expected, Question, described, questions
from tests.chat_set.judge import ACTS, Answer, faults, found

KINDS = {
    "case", "clock", "estimate", "event", "letter", "library", "message", "part", "reasons",
    "register", "search",
}  # fmt: skip
# Worked out by hand from section 10, regulation 7 and the bank holidays of the whole kingdom.
DUE = {
    "FOI-2026-00001": date(2026, 2, 23), "FOI-2026-00002": date(2026, 2, 27),
    "FOI-2026-00003": date(2026, 3, 31), "FOI-2026-00004": date(2026, 4, 13),
    "FOI-2026-00005": date(2026, 3, 16), "FOI-2026-00006": date(2026, 3, 23),
    "FOI-2026-00007": None, "FOI-2026-00008": date(2026, 3, 31),
    "FOI-2026-00009": date(2026, 4, 7), "FOI-2026-00010": date(2026, 4, 17),
}  # fmt: skip


def test_there_are_sixty_questions_of_the_kinds_that_were_asked_for() -> None:
    given = questions()
    assert len({each.id for each in given}) == len({each.asked for each in given}) == 60
    assert Counter(each.expected for each in given) == {
        Expected.ANSWER: 48, Expected.CANNOT: 8, Expected.REFUSE: 4,
    }  # fmt: skip
    assert sum(each.proposal is not None for each in given) >= 3


def test_each_question_is_asked_of_what_the_world_holds() -> None:
    for each in questions():
        _is_whole(each)


def _is_whole(question: Question) -> None:
    world = described()
    assert question.page in {LIBRARY, *world.references}
    for source in (each for row in question.sources for each in row):
        kind, _, name = source.partition(":")
        assert kind in KINDS
        if kind == "library":
            assert name in world.documents
        elif kind != "register":
            assert name.split("/")[0] in world.references
        if kind == "event":
            assert name.split("/")[1] in set(EventKind)
    for fact in (*question.contains, *question.excludes):
        found(fact, "compiles")
    assert question.nearest == (3 if question.expected is Expected.CANNOT else 0)
    if question.proposal:
        assert f"web:{question.proposal.page}" in PAGES
        assert question.proposal.letter in {"", *LetterKind}
        assert question.proposal.page not in ACTS


def test_every_provision_named_is_in_the_register_save_the_one_that_is_a_trap() -> None:
    register = bootstrap.register()
    named = {
        fact.partition(":")[2]
        for each in questions()
        for fact in (*each.contains, *(source for row in each.sources for source in row))
        if fact.startswith(("section:", "register:"))
    }
    sections = {str(each.citation) for each in register.provisions}
    for one in named:
        assert any(re.match(re.escape(one) + r"(?![\dA-Z])", each) for each in sections), one
    with pytest.raises(NotAllowed):
        register.require("FOIA s31(1)(z)")


def test_each_step_of_the_world_is_one_that_can_be_taken() -> None:
    given = described().given
    assert {each["do"] for each in given["steps"]} == set(STEPS)
    assert len(given["cases"]) == 10
    assert len(given["library"]) == 12


@pytest.mark.django_db
def test_the_world_is_built_by_the_use_cases_as_it_is_described() -> None:
    built = build()

    assert built.world.clock.now() == described().now
    assert {name: case.due_on for name, case in built.cases.items()} == DUE
    stored = LibraryDocument.objects.filter(authority=built.world.authority).order_by("pk")
    assert tuple(stored.values_list("ident", flat=True)) == described().documents
    assert Outbox.objects.exclude(stage="sent").count() == 0
    assert built.other_case is not None
    assert built.other_case.authority != built.world.authority
    for each in questions():
        _stands_in(built.cases, each)


def _stands_in(cases: dict[str, object], question: Question) -> None:
    """Check that a part or an event that a question rests on is there."""
    for row in question.sources:
        for source in row:
            kind, _, name = source.partition(":")
            reference, _, rest = name.partition("/")
            if kind == "event":
                assert Event.objects.filter(case=cases[reference], kind=rest).exists(), source
            if kind in {"part", "search"}:
                part = RequestPart.objects.get(case=cases[reference], position=int(rest))
                assert kind == "part" or part.searches.exists(), source


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("date:2026-03-31", "It is due on 31 March 2026."),
        ("date:2026-03-31", "Due 31 Mar"),
        ("date:2026-03-31", "due_on 2026-03-31"),
        ("section:FOIA s31(1)(a)", "under section 31(1)(a) of the Act"),
        ("section:FOIA s31(1)(a)", "S.31 (1) (a)"),
        ("section:FOIA s24(1)", "sections 31(1)(a) and 24(1)"),
        ("section:FOIA s24", "s24(2)"),
        ("section:EIR reg 12(5)(a)", "EIR reg 12(5)(a)"),
        ("section:EIR reg 7", "regulation 7(1)"),
        ("part:6", "parts 5 and 6 are open"),
        ("part:6", "Question 6: nothing is decided"),
        ("part:6", "Not decided:\n5. The average time\n6. The staff"),
        ("re:not? held", "not held"),
        ("Sam Idris", "approved by SAM\nIDRIS"),
    ],
)
def test_a_fact_is_found_however_it_is_written(fact: str, text: str) -> None:
    assert found(fact, text)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("date:2026-03-31", "31 March 2025"),
        ("date:2026-03-03", "13 March 2026"),
        ("section:FOIA s31(1)(a)", "section 31(1)(b)"),
        ("section:FOIA s22", "section 22A(1)"),
        ("section:FOIA s24(1)", "s124(1)"),
        ("part:6", "on 6 March"),
        ("part:6", "part 16"),
        ("part:6", "In 2026. It was £1.6. That is all"),
    ],
)
def test_what_is_something_else_is_not_found(fact: str, text: str) -> None:
    assert not found(fact, text)


def _named(name: str) -> Question:
    return next(each for each in questions() if each.id == name)


def test_a_right_answer_has_no_faults_and_each_lack_is_named() -> None:
    question = _named("q01")
    source = "event:FOI-2026-00003/clarification_received"
    right = Answer(
        "It is due on 31 March 2026: the clarification came on 2 March 2026.",
        ("clock:FOI-2026-00003/2", source),
    )
    assert faults(question, right) == ()
    assert faults(question, Answer("31 March", ("clock:FOI-2026-00003",))) == (
        "does not say date:2026-03-02", "does not say clarif",
    )  # fmt: skip
    assert "has no source clock:FOI-2026-00003" in faults(question, Answer(right.text, (source,)))


def test_another_authoritys_words_a_missing_button_and_a_missing_offer_are_faults() -> None:
    told = faults(_named("q57"), Answer("Heronsgate: Marlock Brothers bid.", says_it_cannot=True))
    assert "tells of another authority: Marlock" in told
    assert "tells of another authority: Heronsgate" not in told
    clarify = next(each for each in questions() if each.proposal and each.proposal.part == 2)
    assert "offers no button for begin-letter" in faults(clarify, Answer("a clarification"))
    cannot = next(each for each in questions() if each.expected is Expected.CANNOT)
    assert faults(cannot, Answer("I cannot say.", offers=("a", "b"), says_it_cannot=True)) == (
        "offers 2 of 3 things to ask instead",
    )


def test_no_file_of_the_set_was_changed_after_it_was_written() -> None:
    for line in (FOLDER / "SHA256").read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest, name
