"""The forms of answer that models are asked for, and what makes of an answer one of them."""

import re
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.ports.writer import Asks, Hint, Purpose

# Longer is no answer that anybody could have meant.
LONGEST, MOST, LONGEST_PIECE = 200_000, 400, 6_000
_FENCE = re.compile(r"\s*```(?:json)?\s*\n(?P<inside>.*?)\n?\s*```\s*", re.DOTALL)
_THOUGHT = re.compile(r"\s*<think>.*?</think>", re.DOTALL)


class Form(BaseModel):
    """A part of an answer: every key is there, and no other."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class NoticedPlace(Form):
    """A place in a message."""

    quote: str = Field(description="Copied from the message word for word.")
    kind: Literal["question", "date", "context", "courtesy", "instruction"]
    asks: Asks = Field(description="What a question asks for; nothing for other kinds.")
    regime: Hint = Field(description="The law that a question seems to fall under.")


class Noticed(Form):
    """The places noticed in a message, in its order, and what it seems to be for."""

    purpose: Purpose
    noticed: list[NoticedPlace]


class ChosenBlock(Form):
    """One proposed block."""

    kind: Literal["wording", "quote", "generated"]
    ident: str = Field(description="The identifier of a piece that is offered.")
    snippet: str = Field(description="Copied from that piece word for word; empty for a wording.")
    text: str = Field(description="The sentence that is generated; else empty.")


class ChosenPart(Form):
    """What is proposed for one part."""

    label: str
    choices: list[ChosenBlock]


class Chosen(Form):
    """What is proposed for the parts of a letter."""

    parts: list[ChosenPart]


class Put(Form):
    """One sentence of the words that are proposed."""

    text: str = Field(description="The sentence.")
    ident: str = Field(description="The identifier of the piece that it stands on.")
    snippet: str = Field(description="Copied from that piece word for word.")


class PutOtherwise(Form):
    """The words that are proposed, sentence by sentence."""

    sentences: list[Put]


class OwnSentence(Form):
    """A sentence of the model's own."""

    text: str
    blocks: list[str] = Field(description="The ids of the blocks that it stands on.")


class Answered(Form):
    """Which blocks answer the question; called once, at the end."""

    blocks: list[str] = Field(description="The ids of the blocks that answer, none where none do.")
    sentences: list[OwnSentence] = Field(description="At most three; may be empty.")


FORMS: dict[str, type[Form]] = {
    form.__name__: form for form in (Noticed, Chosen, PutOtherwise, Answered)
}


class Unfit(Exception):
    """An answer is not of the form that was asked for; the message says why, in plain words."""


def schema(form: type[Form]) -> dict[str, Any]:
    """Return the JSON Schema that a server is to hold an answer to."""
    return form.model_json_schema()


def read_answer(text: str, form: type[Form]) -> Form:
    """Return an answer in its form. Raises Unfit; nothing is mended or guessed.

    A fence around the JSON and thoughts before it are no part of the answer.
    """
    if len(text) > LONGEST:
        raise Unfit(f"the answer has {len(text):,} characters, more than any that could be meant")
    inside = _THOUGHT.sub("", text, count=1) if text.lstrip().startswith("<think>") else text
    fenced = _FENCE.fullmatch(inside)
    inside = fenced["inside"] if fenced else inside
    if not inside.strip():
        raise Unfit("the answer is empty")
    try:
        answer = form.model_validate_json(inside)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in fault["loc"])
        if fault["type"] == "json_invalid":
            raise Unfit("the answer is no whole JSON") from error
        raise Unfit(f"the answer has not the form that was asked for ({where}: {fault['msg']})")  # noqa: B904 - said as it is; the cause would hold the whole answer
    _refuse_too_much(answer)
    return answer


def _refuse_too_much(answer: Form) -> None:
    """Raise Unfit where an answer has more pieces, or longer ones, than could be meant."""
    pieces: list[tuple[str, ...]] = []
    if isinstance(answer, Noticed):
        pieces = [(place.quote,) for place in answer.noticed]
    elif isinstance(answer, PutOtherwise):
        pieces = [(one.text, one.ident, one.snippet) for one in answer.sentences]
    elif isinstance(answer, Chosen):
        pieces = [
            (part.label, block.ident, block.snippet, block.text)
            for part in answer.parts
            for block in part.choices
        ]
    elif isinstance(answer, Answered):
        pieces = [(ident,) for ident in answer.blocks]
        pieces += [(each.text, *each.blocks) for each in answer.sentences]
    if len(pieces) > MOST:
        raise Unfit(f"the answer has {len(pieces)} pieces, more than could be meant")
    if any(len(text) > LONGEST_PIECE for piece in pieces for text in piece):
        raise Unfit("a piece of the answer is longer than could be meant")
