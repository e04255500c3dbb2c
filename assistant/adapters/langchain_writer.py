"""A Writer over LangChain: shows models what they may see, and makes blocks of their answers.

They are given no tools. `read` shows a message as marked data in the user's part, `write` shows the
task alone; what comes back is of a fixed form, or is not used.
"""

import hashlib
import json
import secrets
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant.adapters.langchain_models import LangChainModel, Manner, Served
from assistant.adapters.marked_text import MarkedText, mark
from assistant.adapters.model_answers import Chosen, ChosenBlock, Noticed, PutOtherwise, Unfit
from assistant.adapters.model_asking import Asking, Question
from assistant.adapters.prompt_files import Prompt
from assistant.ports.allowance import Allowance
from assistant.ports.writer import (
    Choice,
    Offered,
    PartToWrite,
    Refined,
    RefiningTask,
    Sentence,
    Span,
    Understood,
    WritingTask,
    Written,
    WrittenPart,
)

__all__ = ["LangChainModel", "LangChainWriter", "Manner", "Served"]


class LangChainWriter:
    """See assistant.ports.writer.Writer."""

    def __init__(
        self,
        models: Sequence[LangChainModel],
        prompts: Mapping[str, Prompt],
        allowance: Allowance,
        *,
        retries: int = 1,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """`models` are asked in turn; `prompts` are those for "read", "write" and "refine"."""
        self._prompts = prompts
        self._asking = Asking(models, allowance, retries=retries, pause=pause)

    def read(self, text: str) -> Understood:
        """Notice the questions, dates and instructions in a message; see Writer."""
        marked = mark(text)
        question = Question(
            self._prompts["read"],
            {"boundary": _boundary(), "message": marked.shown},
            (f"message sha256:{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}",),
        )
        understood, calls = self._asking.ask(question, lambda answer: _understood(answer, marked))
        return replace(understood, calls=calls)

    def write(self, task: WritingTask) -> Written:
        """Propose blocks for the parts of a letter; see Writer."""
        labels = (f"part {part.label}" for part in task.parts)
        idents = (one.ident for part in task.parts for one in part.offered)
        question = Question(
            self._prompts["write"],
            {"boundary": _boundary(), "regime": task.regime, "parts": _as_json(task)},
            tuple(dict.fromkeys((*labels, *idents))),
        )
        parts, calls = self._asking.ask(question, lambda answer: _parts(answer, task))
        return Written(parts, calls)

    def refine(self, task: RefiningTask) -> Refined:
        """Propose other words for a piece of a letter; see Writer."""
        question = Question(
            self._prompts["refine"],
            {"boundary": _boundary(), "action": task.action, "material": _material(task)},
            tuple(one.ident for one in task.offered),
        )
        put, calls = self._asking.ask(question, lambda answer: _sentences(answer, task))
        return Refined(put, calls)


def _boundary() -> str:
    """Return a mark that nobody who wrote the text could know."""
    return f"=== {secrets.token_hex(8)} ==="


def _understood(answer: Noticed, marked: MarkedText) -> tuple[Understood, str]:
    """Return what was noticed where it stands in the message, and what was left out."""
    spans, note = _spans(answer, marked)
    return Understood(spans, (), answer.purpose), note


def _spans(answer: Noticed, marked: MarkedText) -> tuple[tuple[Span, ...], str]:
    """Find what was noticed in the message, in its order; quotes that are not there are left out.

    The same quote again means its next occurrence. Raises Unfit where none of them is there.
    """
    found: list[Span] = []
    reached: dict[str, int] = defaultdict(int)
    for place in answer.noticed:
        key = " ".join(place.quote.split())
        span = marked.find(place.quote, after=reached[key])
        if span is not None:
            reached[key] = span[1]
            found.append(Span(*span, place.kind, place.asks, place.regime))
    lost = len(answer.noticed) - len(found)
    if lost and not found:
        raise Unfit("none of the places in the answer is in the message")
    note = f"left out {lost} of {len(answer.noticed)} places that are not in the message"
    return tuple(sorted(found, key=lambda span: (span.start, span.end))), note if lost else ""


def _parts(answer: Chosen, task: WritingTask) -> tuple[tuple[WrittenPart, ...], str]:
    """Return what is proposed for the parts that were asked for, in their order.

    A part that nobody asked for is left out, and so is a second one of the same label. Blocks that
    stand on nothing offered stay in, for the checks to find and to count. Raises Unfit where blocks
    were proposed and every one is of that kind, or no part is one that was asked for.
    """
    asked = {part.label: part for part in task.parts}
    given: dict[str, WrittenPart] = {}
    for part in answer.parts:
        if part.label in asked and part.label not in given:
            choices = tuple(_choice(block, asked[part.label]) for block in part.choices)
            given[part.label] = WrittenPart(part.label, choices)
    if answer.parts and not given:
        raise Unfit("the answer is about parts that nobody asked for")
    proposed = [(part.label, choice) for part in given.values() for choice in part.choices]
    if proposed and not any(_offered(asked[label], choice.ident) for label, choice in proposed):
        raise Unfit("the answer names only pieces that were not offered")
    lost = len(answer.parts) - len(given)
    note = f"left out {lost} of {len(answer.parts)} parts that were not asked for, or came twice"
    return tuple(given[label] for label in asked if label in given), note if lost else ""


def _choice(block: ChosenBlock, part: PartToWrite) -> Choice:
    """Return a proposed block, its snippet in the very characters of the piece where it is there.

    Fields that a kind has no use for are emptied, so that nothing comes along in them.
    """
    if block.kind == "wording":
        return Choice("wording", block.ident)
    snippet = _verbatim(block.snippet, _offered(part, block.ident))
    return Choice(block.kind, block.ident, snippet, block.text if block.kind == "generated" else "")


def _offered(part: PartToWrite, ident: str) -> str:
    """Return the text of a piece offered for a part; empty where it was not."""
    return next((one.text for one in part.offered if one.ident == ident), "")


def _verbatim(snippet: str, text: str) -> str:
    """Return a snippet in the very characters of a text where it is there, else as it is."""
    span = mark(text).find(snippet) if text else None
    return text[slice(*span)] if span else snippet


def _sentences(answer: PutOtherwise, task: RefiningTask) -> tuple[tuple[Sentence, ...], str]:
    """Return the sentences that are proposed, each snippet in the characters of its piece.

    Raises Unfit where there is none; what stands on nothing stays in, for the checks to find.
    """
    texts = {one.ident: one.text for one in task.offered}
    put = tuple(
        Sentence(one.text, one.ident, _verbatim(one.snippet, texts.get(one.ident, "")))
        for one in answer.sentences
    )
    if not any(one.text.strip() for one in put):
        raise Unfit("the answer proposes no words")
    return put, ""


def _material(task: RefiningTask) -> str:
    """Return what is to be put otherwise as JSON, in which no text can be taken for another."""
    material = {
        "text": mark(task.text).shown,
        "question": mark(task.question).shown,
        "sections": task.sections,
        "offered": [_piece(one) for one in task.offered],
    }
    return json.dumps(material, ensure_ascii=False, indent=1)


def _piece(one: Offered) -> dict[str, str]:
    """Return a piece that is offered, as a model is shown it."""
    return {"ident": one.ident, "kind": one.kind, "text": mark(one.text).shown}


def _as_json(task: WritingTask) -> str:
    """Return the parts as JSON, in which no text can be taken for another piece."""
    parts = [
        {
            "label": part.label,
            "question": mark(part.question).shown,
            "outcome": part.outcome,
            "sections": part.sections,
            "offered": [_piece(one) for one in part.offered],
        }
        for part in task.parts
    ]
    return json.dumps(parts, ensure_ascii=False, indent=1)
