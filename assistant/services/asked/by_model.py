"""Has a language model look for the answer to a question: it chooses, and writes nothing unmarked.

The blocks are the tools' own, whatever the model says of them. Where it does not answer, the rules
do, and the officer is told why.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from assistant.domain.chat.answer import Block, Sort
from assistant.domain.chat.kinds import KINDS, Kind
from assistant.domain.chat.verifying import standing_of
from assistant.domain.errors import TryAgainLater
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.verifying import Standing
from assistant.ports import Call, Clock
from assistant.ports.chooser import Chooser, ChoosingTask, Chosen, Sentence
from assistant.services.allow_model_calls import Prices
from assistant.services.asked.asking import Asking, Blocks, note
from assistant.services.asked.looking import Hiding, Looking, groups_of, tools_open
from assistant.services.record_model_calls import record_model_calls

# Sentences of the model's own that are shown of each sort.
MOST_SENTENCES = 3
_ELSEWHERE = "It was asked of the library, the law and the work, and of no case."


@dataclass(frozen=True, slots=True)
class Model:
    """A language model that looks for answers, and what its tokens cost."""

    chooser: Chooser
    prices: Prices


Found = tuple[list[Kind], Blocks]


def chosen_by(
    model: Model, asking: Asking, question: str, *, earlier: str, on_its_page: bool, clock: Clock
) -> Generator[str, None, Found]:
    """Return what a question was understood as, and its answer, as a model chose it.

    Yields what is looked at in words, and "" where there is nothing new. `earlier` is what the
    person asked just before; `on_its_page` whether it is asked on the case's own page. Raises
    TryAgainLater (NotUsable among it) and NotAllowed where the model gives no answer.
    """
    looking = Looking(asking, question, on_its_page)
    hide = Hiding(asking, ())

    def keep(call: Call) -> None:
        record_model_calls(
            [call], case=asking.case, clock=clock, prices=model.prices, by=asking.person
        )

    task = ChoosingTask(
        question=hide.text(question),
        today=asking.on.isoformat(),
        place=_place(asking),
        earlier=hide.text(earlier),
        tools=tools_open(asking, on_its_page=on_its_page),
        letters=tuple(kind.value for kind in LetterKind),
    )
    working = model.chooser.choose(task, looking.look, keep)
    try:
        while True:
            try:
                name = next(working)
            except StopIteration as ended:
                return _answer(ended.value, looking)
            yield in_words(name)
    finally:
        working.close()


def in_words(name: str) -> str:
    """Say what is looked at while a question is answered; nothing for a name that is no tool's."""
    found = next((row.name for kind, row in KINDS.items() if kind == name), "")
    return f"Looking at: {found[:1].lower()}{found[1:]}" if found else ""


def _place(asking: Asking) -> str:
    """Say where a question was asked, without who asked the request."""
    if asking.case is None:
        return _ELSEWHERE
    parts = ", ".join(part.key for part in asking.case.parts.order_by("position"))
    return f"It was asked of the case {asking.case.reference}, whose parts are: {parts or 'none'}."


def _answer(chosen: Chosen, looking: Looking) -> Found:
    """Return the blocks that were chosen, and of the model's own words what may be shown."""
    kinds, blocks = groups_of(looking, chosen.idents)
    if not any(block.sort is not Sort.NOTE for block in blocks):
        raise TryAgainLater("The language model found nothing that answers it.")
    shown = {block.text for block in blocks}
    own = [each for each in chosen.sentences if each.text.strip() not in shown]
    said, doubted = _sentences(own, looking)
    lead = note(
        f"{chosen.model} chose what was looked at and what is shown. The words are those of the "
        "record and the register."
    )
    return kinds, (*said, *blocks, *doubted, lead)


def _sentences(given: Sequence[Sentence], looking: Looking) -> tuple[Blocks, Blocks]:
    """Return the model's sentences that were verified, and those that were not; others are gone."""
    said: list[Block] = []
    doubted: list[Block] = []
    for each in given:
        stands_on = [looking.found[ident] for ident in each.idents if ident in looking.found]
        evidence = [found.evidence for found in stands_on if found.evidence]
        standing = standing_of(each.text, evidence)
        text = each.text.strip()
        if standing is Standing.VERIFIED:
            sources = [source for found in stands_on for source in found.block.sources]
            said.append(Block(Sort.SAID, text, tuple(dict.fromkeys(sources))))
        elif standing is Standing.UNVERIFIED:
            doubted.append(Block(Sort.UNVERIFIED, text))
    return tuple(said[:MOST_SENTENCES]), tuple(doubted[:MOST_SENTENCES])
