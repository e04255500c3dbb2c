"""The 60 questions, asked of the rules: what is answered right, and that nothing is changed."""

import re
from collections.abc import Iterator, Sequence

import pytest

from assistant.domain.chat.answer import IDENTITIES, Block, Place, Sort, from_plain
from assistant.services.ask import NOT_UNDERSTOOD, ask
from assistant.store.models import AskedQuestion, Case, Draft, Event, Letter, Outbox
from tests.chat_set.build import Built, build
from tests.chat_set.described import LIBRARY, Question, questions
from tests.chat_set.judge import Answer, faults

# The questions that the rules do not answer right yet, to be mended one by one.
NOT_YET = {
    "q07",  # in which part of the kingdom a day is a holiday is not on record with the clock
    "q40",  # two things asked of the library in one sentence, of a subject alone
    "q44",  # it counts the responses that relied on a section, and names them as sources only
    "q45",  # asked on a case, and meant of the library
}


def asked(built: Built, question: Question) -> AskedQuestion:
    """Ask a question as Olwen does, on its page."""
    case = None if question.page == LIBRARY else built.cases[question.page]
    world = built.world
    return ask(
        question.asked,
        by=world.officer,
        register=world.register,
        library=world.library,
        clock=world.clock,
        case_id=case.pk if case else None,
    )


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
def test_the_rules_answer_the_questions_and_change_nothing(db: None) -> None:
    built = build()
    before = state_of(built)
    wrong = {}
    for question in questions():
        row = asked(built, question)
        if found := faults(question, answer_of(row)):
            wrong[question.id] = (question.group, question.asked, row.kinds, found)
    assert state_of(built) == before
    assert set(wrong) == NOT_YET, "\n".join(f"{key}: {said}" for key, said in wrong.items())
