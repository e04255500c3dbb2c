"""Ask a language model for blocks of a response, and keep what its sources and the decision bear.

It is told what was asked, masked, what was decided, and what it may use; never who asked. Whatever
goes wrong with it, the letter is composed without.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, cast

from assistant.domain.case import CasePart
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.domain.letters.answers import Desk
from assistant.domain.letters.blocks import Block
from assistant.domain.letters.offering import Offer, offers
from assistant.domain.letters.placing import MOST_FOR_A_PART, placed
from assistant.domain.letters.verifying import Ruling, Standing, Verified, verify
from assistant.domain.library.masking import Known, mask
from assistant.ports import Call, NotUsable, Offered, PartToWrite, Writer, WritingTask
from assistant.ports.writer import Choice
from assistant.store import models

RecordCalls = Callable[[Sequence[Call], models.Case, models.Draft], None]
"""Keeps the calls that were made for a draft, each with what was asked and what came back."""

Knowledge = Mapping[str, tuple[Offer, ...]]


@dataclass(frozen=True, slots=True)
class Writing:
    """A language model to ask, and who keeps what it was asked and what it answered."""

    writer: Writer
    record_calls: RecordCalls


@dataclass(frozen=True, slots=True)
class Proposed:
    """What was proposed for a letter, by the key of the part; `problem` says why nothing was.

    `model` and `prompt_hash` are those of the call whose answer was used.
    """

    verified: Mapping[str, tuple[Verified, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    model: str = ""
    prompt_hash: str = ""
    problem: str = ""

    @property
    def record(self) -> dict[str, Any]:
        """What is kept with the draft: what became of each proposal, without its words."""
        found = [
            {
                "part": key,
                "kind": each.proposal.kind,
                "source": each.proposal.ident if each.standing is not Standing.DROPPED else "",
                "standing": each.standing.value,
                "rules": list(each.rules),
            }
            for key, results in self.verified.items()
            for each in results
        ]
        counts = {
            standing.value: sum(each["standing"] == standing for each in found)
            for standing in Standing
        }
        return {"problem": self.problem, "counts": counts, "proposals": found}


def knowledge_of(
    row: models.Draft, parts: Sequence[CasePart], quotable: Sequence[Any], desk: Desk
) -> Knowledge:
    """Return what may be used for each part that is decided, without what tells who asked."""
    tells = telling(row.case.requester)
    found = {
        part.key: tuple(
            each
            for each in offers(part, quotable, desk)
            if not tells or not tells.search(each.text)
        )
        for part in parts
    }
    return {key: each for key, each in found.items() if each}


def rulings_of(
    row: models.Draft, parts: Sequence[CasePart], knowledge: Knowledge
) -> dict[str, Ruling]:
    """Return what proposals for each part are held against."""
    return {
        part.key: Ruling(
            question=part.question,
            outcome=part.outcome,
            sections=part.sections,
            offered=knowledge.get(part.key, ()),
            authority=row.case.authority.name,
        )
        for part in parts
    }


def propose_blocks(
    row: models.Draft,
    parts: Sequence[CasePart],
    knowledge: Knowledge,
    *,
    writing: Writing,
) -> Proposed | None:
    """Ask for blocks and verify each; None where there is nothing to ask, as no part is decided.

    Called outside any transaction: a model may take a minute. Every call is handed to
    `record_calls`, those too that came to nothing. Never raises for what the model does or says.
    """
    task = _task(row, parts, knowledge)
    if not task.parts:
        return None
    try:
        written = writing.writer.write(task)
    except NotUsable as error:
        writing.record_calls(error.calls, row.case, row)
        return Proposed(problem=str(error))
    except (TryAgainLater, NotAllowed) as error:
        return Proposed(problem=str(error))
    writing.record_calls(written.calls, row.case, row)
    rulings = rulings_of(row, parts, knowledge)
    choices: dict[str, list[Choice]] = {}
    for each in written.parts:
        if each.label in knowledge:
            choices.setdefault(each.label, []).extend(each.choices)
    used = next((call for call in reversed(written.calls) if not call.problem), None)
    return Proposed(
        verified={
            key: tuple(verify(each, rulings[key]) for each in found[:MOST_FOR_A_PART])
            for key, found in choices.items()
        },
        model=used.model if used else "",
        prompt_hash=used.prompt_hash if used else "",
    )


def placed_blocks(
    proposed: Proposed, knowledge: Knowledge, names: Mapping[str, str], standing: str
) -> dict[str, tuple[Block, ...]]:
    """Return the blocks of what was proposed, by part; `standing` is the letter without them."""
    several = len(names) > 1
    return {
        key: placed(
            results,
            {each.ident: each.origin for each in knowledge[key]},
            part=key,
            about=names[key] if several else "",
            standing=standing,
        )
        for key, results in proposed.verified.items()
    }


def _task(row: models.Draft, parts: Sequence[CasePart], knowledge: Knowledge) -> WritingTask:
    """Return what the model is asked: the parts that are decided and have something to use."""
    return WritingTask(
        regime=row.case.regime,
        parts=tuple(
            PartToWrite(
                label=part.key,
                question=masked(part.question, row.case),
                outcome=part.outcome or "",
                sections=part.sections,
                offered=tuple(
                    Offered(
                        each.ident,
                        cast(Literal["wording", "passage", "fact"], each.kind),
                        each.text,
                    )
                    for each in knowledge[part.key]
                ),
            )
            for part in parts
            if part.key in knowledge
        ),
    )


def masked(question: str, case: models.Case) -> str:
    """Return a question without personal data: its own people's, and above all who asked."""
    requester = case.requester
    known = Known(
        people=(requester.name,) if requester.name.strip() else (),
        addresses=tuple(filter(str.strip, (requester.address, requester.postal_address))),
        authority=(case.authority.name,),
    )
    text = mask(question, known).text
    tells = telling(requester)
    return tells.sub("[name]", text) if tells else text


_SHORTEST_NAME = 3


def telling(requester: models.Requester) -> re.Pattern[str] | None:
    """Return what finds a requester in a text: the address, the name, a capitalised part of it.

    A name of everyday words ("Will March") counts where it is written as a name.
    """
    name = requester.name.split()
    local, _, _ = requester.address.partition("@")
    whole = [re.escape(each) for each in (requester.address, local) if len(each) > _SHORTEST_NAME]
    whole += [r"\s+".join(map(re.escape, name))] if len(name) > 1 else []
    pieces = [each for each in name if len(each.strip(".,")) >= _SHORTEST_NAME]
    spelt = [re.escape(form) for each in pieces for form in {each.capitalize(), each.upper(), each}]
    patterns = [f"(?i:{'|'.join(whole)})"] if whole else []
    patterns += ["|".join(spelt)] if spelt else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)") if patterns else None
