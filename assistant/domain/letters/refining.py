"""Putting a piece of a letter otherwise: what may be, and what of a model's words may be shown.

A proposal is verified, marked as unverified with the reasons, or left out as a whole: half of one
would leave a hole. Nothing here changes a letter before an officer takes it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from assistant.domain.errors import NotAllowed
from assistant.domain.law.citations import find_citations
from assistant.domain.letters.blocks import Block, BlockKind, Draft, Source
from assistant.domain.letters.proposals.figures import figures
from assistant.domain.letters.proposals.words import denials
from assistant.domain.letters.verifying import Kind, Ruling, Standing, verify

# The words that are to be put otherwise, as a piece that sentences stand on.
BLOCK = "case:block"
MOST_SENTENCES = 12
LONGEST_TEXT = 6_000
# Of words that stand in the letter, a sentence may not turn what they say into its opposite.
_TURNS = "denies-otherwise"
_RECORDED = ("case:facts:", "case:reasoning:")


class Action(StrEnum):
    """What an officer may have done with a piece of a letter."""

    SHORTER = "shorter"
    PLAINER = "plainer"
    ANSWER = "answer"
    EXPLAIN = "explain"
    WELSH = "welsh"


REWORDING = frozenset({Action.SHORTER, Action.PLAINER})


class Proposed(Protocol):
    """A sentence as a model proposes it; see ports.writer.Sentence."""

    @property
    def text(self) -> str:
        """What it says."""
        ...

    @property
    def ident(self) -> str:
        """The piece that it stands on."""
        ...

    @property
    def snippet(self) -> str:
        """The words of that piece that it stands on."""
        ...


@dataclass(frozen=True, slots=True)
class Put:
    """A sentence that may be shown, the words it stands on, and why it is not verified, if so.

    `start` and `end` place the words in their piece.
    """

    text: str
    ident: str = BLOCK
    snippet: str = ""
    doubts: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Weighed:
    """What became of a proposal; `reasons` go on from "it ...", and `puts` are its sentences.

    There are none where it was dropped. `text` are their words, as they would stand there.
    """

    standing: Standing
    puts: tuple[Put, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words of all sentences, in one paragraph where no sentence ends one."""
        said = ""
        for put in self.puts:
            joint = "" if not said or said[-1].isspace() else " "
            said += joint + put.text
        return said.strip()


def refusal(block: Block, action: Action) -> str:
    """Return why a piece may not be put otherwise so, in a sentence; empty where it may."""
    own_words = any(source.id.startswith("case:part:") for source in block.sources)
    if own_words:
        return "These are the requester’s own words. They are quoted as they were written."
    if block.kind is BlockKind.GAP:
        fills = action in (Action.ANSWER, Action.EXPLAIN)
        return "" if fills else "A gap has no words yet. Fill it first."
    if action is Action.WELSH:
        return ""
    if block.kind is BlockKind.BOILERPLATE:
        return (
            "This is approved wording, and a model may not change it. Change it by hand, or "
            "propose other wording for all letters."
        )
    computed = not all(source.id.startswith(_RECORDED) for source in block.sources)
    if block.kind is BlockKind.CASE_FACT and computed:
        return "This is a fact of the case, such as a date. It is not put otherwise."
    return ""


def stretch(blocks: Sequence[Block], index: int, action: Action) -> tuple[int, int]:
    """Return the first block that is put otherwise and the one past the last.

    Wording is made of several blocks where it has dates or names in it: what is said in Welsh is
    the whole paragraph. Raises NotAllowed where there is no such block, or one may not be changed.
    """
    if not 0 <= index < len(blocks):
        raise NotAllowed("This draft has changed since: that block is no longer in it.")
    first, past = index, index + 1
    if action is Action.WELSH:
        while first > 0 and not blocks[first - 1].text.endswith("\n"):
            first -= 1
        while past < len(blocks) and not blocks[past - 1].text.endswith("\n"):
            past += 1
    for block in blocks[first:past]:
        reason = refusal(block, action)
        if reason:
            raise NotAllowed(reason)
    return first, past


def weighed(proposed: Sequence[Proposed], action: Action, text: str, ruling: Ruling) -> Weighed:
    """Hold the sentences of a proposal against what they stand on; never raises for what they say.

    `text` are the words as they stand; `ruling` has among what is offered the piece BLOCK with
    them, where they are put otherwise.
    """
    if not proposed:
        return Weighed(Standing.DROPPED, (), ("proposes no words",))
    if len(proposed) > MOST_SENTENCES:
        return Weighed(Standing.DROPPED, (), ("is too long",))
    if action in REWORDING:
        ruling = replace(ruling, sections=(*ruling.sections, *cited(text)))
    puts: list[Put] = []
    for each in proposed:
        found = verify(_Sentence(each.ident, each.snippet, each.text), ruling)
        turned = action in REWORDING and _TURNS in found.rules
        if found.standing is Standing.DROPPED or turned:
            return Weighed(Standing.DROPPED, (), found.reasons)
        said = " ".join(each.text.split())
        puts.append(Put(said, each.ident, found.snippet, found.reasons, found.start, found.end))
    result = Weighed(Standing.VERIFIED, tuple(puts))
    if action in REWORDING:
        result = _held_against(result, action, text)
    doubts = tuple(dict.fromkeys(doubt for put in result.puts for doubt in put.doubts))
    if result.standing is Standing.VERIFIED and doubts:
        return Weighed(Standing.UNVERIFIED, result.puts, doubts)
    return result


def replaced(
    draft: Draft,
    first: int,
    past: int,
    puts: Sequence[Put],
    sources: Sequence[tuple[Source, ...]],
    author: str,
    at: datetime,
) -> Draft:
    """Return the draft with blocks replaced by sentences that an officer took.

    Each is GENERATED and accepted, with who took it and when. `sources` are those of each
    sentence. Line ends and spaces around the piece stay, so that a paragraph stays one.
    """
    old = "".join(block.text for block in draft.blocks[first:past])
    lead = old[: len(old) - len(old.lstrip())]
    tail = old[len(old.rstrip()) :]
    blocks = []
    for number, put in enumerate(puts):
        last = number == len(puts) - 1
        words = put.text.rstrip() if last else put.text
        after = tail if last else ("" if words[-1:].isspace() else " ")
        blocks.append(
            Block(
                BlockKind.GENERATED,
                f"{lead if number == 0 else ''}{words}{after}",
                sources[number],
                draft.blocks[first].part,
                author,
                at,
                accepted=True,
                snippet=put.snippet,
                doubts=put.doubts,
            )
        )
    return replace(draft, blocks=(*draft.blocks[:first], *blocks, *draft.blocks[past:]))


def cited(text: str) -> tuple[str, ...]:
    """Return the provisions that a text cites, once each."""
    return tuple(dict.fromkeys(str(citation) for _, _, citation in find_citations(text)))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as the rules for proposals read it."""

    ident: str
    snippet: str
    text: str
    kind: str = Kind.GENERATED.value


def _held_against(result: Weighed, action: Action, text: str) -> Weighed:
    """Hold the new words as a whole against the old: what was lost, whether they are shorter."""
    after = result.text
    if action is Action.SHORTER and len(after.split()) >= len(text.split()):
        return Weighed(Standing.DROPPED, (), ("is not shorter than what stands there",))
    if " ".join(after.split()) == " ".join(text.split()):
        return Weighed(Standing.DROPPED, (), ("says it in the same words",))
    lost = tuple(_lost(text, after))
    return Weighed(Standing.UNVERIFIED, result.puts, lost) if lost else result


def _lost(before: str, after: str) -> list[str]:
    """Return what a reader would miss in the new words."""
    found = []
    old, new = (Counter(each.token for each in figures(text)) for text in (before, after))
    gone = sorted({str(value) for value, _ in old - new})
    if gone:
        found.append(f"leaves out {', '.join(gone)}")
    sections = [each for each in cited(before) if each not in cited(after)]
    if sections:
        found.append(f"leaves out {', '.join(sections)}")
    if denials(before) != denials(after):
        found.append("says “not” more or less often than what stands there")
    if re.search(r"\b(?:would be likely to|may|might|could)\b", before) and not re.search(
        r"\b(?:likely|may|might|could)\b", after
    ):
        found.append("says for certain what is only likely")
    return found
