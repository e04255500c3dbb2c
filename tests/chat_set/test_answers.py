"""The 60 questions, asked of the rules and of models: what is right, and that nothing changes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pytest

from assistant.domain.chat.answer import IDENTITIES, Block, Place, Sort, from_plain
from assistant.services.ask import NOT_UNDERSTOOD, ask
from assistant.services.asked.by_model import Model
from assistant.store.models import AskedQuestion, Case, Draft, Event, Letter, Outbox
from tests.chat_set.build import Built, build
from tests.chat_set.described import LIBRARY, Question, questions
from tests.chat_set.judge import Answer, faults
from tests.choosing import over
from tests.model_server import ModelServer, Reply
from tests.scripted_chooser import LIES, Worst, sensible

# The questions that the rules do not answer right yet, to be mended one by one.
NOT_YET = {
    "q07",  # in which part of the kingdom a day is a holiday is not on record with the clock
    "q40",  # two things asked of the library in one sentence, of a subject alone
    "q45",  # asked on a case, and meant of the library
}
# With a model that picks its tools by a small table of words: what it takes for something else.
NOT_YET_WITH_A_MODEL = NOT_YET
# A model that does all it can to mislead takes at most so many answers with it.
MOST_WRONG_AT_WORST = 6


def asked(built: Built, question: Question, model: Model | None = None) -> AskedQuestion:
    """Ask a question as Olwen does, on its page; `model` looks for the answer, if there is one."""
    case = None if question.page == LIBRARY else built.cases[question.page]
    world = built.world
    return ask(
        question.asked,
        by=world.officer,
        register=world.register,
        library=world.library,
        clock=world.clock,
        case_id=case.pk if case else None,
        model=model,
    )


def asked_of_a_model(
    built: Built, answers: Callable[[dict[str, Any]], Reply]
) -> list[tuple[Question, AskedQuestion]]:
    """Ask every question where a language model looks for the answers."""
    with ModelServer(always=answers) as server:
        model = Model(over(server), {})
        return [(each, asked(built, each, model)) for each in questions()]


def wrong_in(rows: Iterable[tuple[Question, AskedQuestion]]) -> dict[str, object]:
    """Return what is wrong with answers, by the ids of their questions."""
    return {
        question.id: (question.group, question.asked, row.kinds, found)
        for question, row in rows
        if (found := faults(question, answer_of(row)))
    }


def answer_of(row: AskedQuestion) -> Answer:
    """Return an answer as the judge reads it: as an officer sees it, with its sources by name."""
    blocks = from_plain(row.blocks)
    said = [block for block in blocks if block.sort is not Sort.PROPOSAL]
    buttons = [block for block in blocks if block.sort is Sort.PROPOSAL]
    places = [source.place for block in said for source in block.sources if source.place]
    return Answer(
        text="\n".join(_words(block, row.case) for block in blocks),
        sources=tuple(name for place in places for name in _names(place)),
        proposals=tuple(_button(block) for block in buttons if not _asks(block)),
        offers=tuple(block.text for block in buttons if _asks(block)),
        says_it_cannot=any(NOT_UNDERSTOOD in block.text for block in said),
    )


def _words(block: Block, case: Case | None) -> str:
    """Return a block's words; those that are looked up when it is read are looked up here."""
    if block.sort is Sort.MESSAGE and case is not None:
        return case.messages.get(pk=int(block.text)).text
    if block.sort is Sort.IDENTITY and case is not None:
        return f"{IDENTITIES[block.text]}: {getattr(case.requester, block.text)}"
    return block.text


def _asks(block: Block) -> bool:
    """Whether a button puts another question into the box."""
    place = block.sources[0].place
    return place is not None and place.page in {"ask", "ask-case"}


def _button(block: Block) -> tuple[str, str, int]:
    """Return the page of a button, the kind of letter it begins, and the part it names."""
    place = block.sources[0].place
    assert place is not None
    kinds = [str(each) for each in (*place.args[1:], place.fragment, *dict(place.query).values())]
    part = re.search(r"(?:part|question) (\d+)", block.text, re.IGNORECASE)
    number = int(part[1]) if part else 0
    # The form that records a search stands on the page of its part.
    if place.page == "part" and block.text.startswith("Record a search"):
        return "record-search", "", number
    return place.page, kinds[0] if kinds else "", number


def _names(place: Place) -> Iterator[str]:
    """Return what a page of ours shows, in the set's words for sources."""
    first = str(place.args[0]) if place.args else ""
    rest = "/".join(str(each) for each in place.args[1:])
    if place.page == "history":
        for kind in Event.objects.filter(case__reference=first).values_list("kind", flat=True):
            yield f"event:{first}/{kind}"
    elif place.page == "reasons":
        yield f"reasons:{first}/{_citation(rest.split('-'))}"
    elif place.page == "letter":
        letter = Letter.objects.select_related("case").get(pk=int(first))
        yield f"letter:{letter.case.reference}/{letter.kind}"
    elif place.page == "case" and place.fragment == "clock":
        yield f"clock:{first}"
    for kind in _PLAINLY.get(place.page, ()):
        yield f"{kind}:{first}/{rest}".rstrip("/")


# What a page shows whose source has the name of the page's own arguments.
_PLAINLY = {
    "case": ("case",),
    "part": ("part", "search"),
    "estimate": ("estimate",),
    "estimate-part": ("estimate",),
    "correspondence": ("message",),
    "provision": ("register",),
    "document": ("library",),
}


def _citation(numbers: Sequence[str]) -> str:
    """Return the provision that the address of a page of reasons names."""
    act, section, *path = numbers
    name = f"{section[0]}{section[1:].upper()}" if act == "foia" else f"{section} {path.pop(0)}"
    return f"{act.upper()} {name}" + "".join(f"({each})" for each in path)


def state_of(built: Built) -> tuple[object, ...]:
    """Return all that an answer must leave as it was."""
    return (
        list(Event.objects.order_by("pk").values_list("pk", "kind", "digest")),
        list(Draft.objects.order_by("pk").values_list("pk", "state", "version")),
        list(Letter.objects.order_by("pk").values_list("pk", "voided_at")),
        list(Outbox.objects.order_by("pk").values_list("pk", "stage")),
        list(Case.objects.order_by("pk").values_list("pk", "state", "version", "due_on")),
    )


@pytest.mark.slow
def test_the_questions_are_answered_with_a_model_and_without_and_nothing_is_changed(
    db: None,
) -> None:
    built = build()
    before = state_of(built)
    wrong = wrong_in((each, asked(built, each)) for each in questions())
    assert set(wrong) == NOT_YET, _listed(wrong)

    wrong = wrong_in(asked_of_a_model(built, sensible))
    assert set(wrong) == NOT_YET_WITH_A_MODEL, _listed(wrong)

    rows = asked_of_a_model(built, Worst())
    shown = [block for _, row in rows for block in from_plain(row.blocks)]
    own_words = [block.text for block in shown if block.sort in {Sort.SAID, Sort.UNVERIFIED}]
    assert not own_words
    assert not any(lie in block.text for lie in LIES for block in shown)
    wrong = wrong_in(rows)
    assert not [each for each, (*_, found) in wrong.items() if tells_or_acts(found)]
    assert len(wrong) <= MOST_WRONG_AT_WORST, _listed(wrong)
    assert state_of(built) == before


def tells_or_acts(found: Sequence[str]) -> bool:
    """Whether an answer tells of another authority, or offers a button that acts."""
    return any("another authority" in fault or "that acts" in fault for fault in found)


def _listed(wrong: Mapping[str, object]) -> str:
    return "\n".join(f"{key}: {said}" for key, said in wrong.items())
