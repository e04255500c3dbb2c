"""Puts a model's verified proposals into blocks of a letter, and a gap where something was dropped.

What stands in the letter already is not said twice. Words are copied from their sources by code; of
what was dropped nothing is repeated, only why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.domain.letters.blocks import Block, BlockKind, Source
from assistant.domain.letters.filling import gap, one_line
from assistant.domain.letters.verifying import Kind, Ruling, Standing, Verified, verify

# So many proposals for one part are looked at; nobody reads more, and no letter needs more.
MOST_FOR_A_PART = 12
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Origin:
    """What a piece that was offered is in the letter: its source, and wording's own blocks."""

    source: Source
    is_fact: bool = False
    wording: tuple[Block, ...] = ()


def placed(
    verified: Sequence[Verified],
    origins: Mapping[str, Origin],
    *,
    part: str,
    about: str = "",
    standing: str = "",
) -> tuple[Block, ...]:
    """Return the blocks of what was proposed for a part.

    `origins` has what was offered by its identifier, `standing` is the text of the letter without
    proposals, and `about` names the part in a gap. A sentence of the model's own is GENERATED and
    not accepted, whether it was verified or not.
    """
    blocks: list[Block] = []
    there = one_line(standing).casefold()
    for each in verified:
        if each.standing is Standing.DROPPED:
            continue
        for block in _blocks(each, origins[each.proposal.ident], part):
            words = one_line(block.text).casefold()
            if words not in there:
                there += f" {words}"
                blocks.append(block)
    dropped = [each for each in verified if each.standing is Standing.DROPPED]
    return tuple(_paragraphs(blocks) + _gap(dropped, part, about))


def rechecked(blocks: Iterable[Block], rulings: Mapping[str, Ruling]) -> tuple[Block, ...]:
    """Return the blocks with each generated sentence held against what is decided by now.

    An accepted one that is no longer what the rules found when it was accepted is not accepted any
    more, and says so. `rulings` are by the key of the part.
    """
    return tuple(_rechecked(block, rulings) for block in blocks)


def _rechecked(block: Block, rulings: Mapping[str, Ruling]) -> Block:
    """Hold one block against what is decided now."""
    ruling = rulings.get(block.part)
    if block.kind is not BlockKind.GENERATED or ruling is None:
        return block
    # What stands on an officer's own words stands on no source that could have changed.
    if not block.snippet or not block.sources:
        return block
    known = {each.ident for each in ruling.offered}
    if block.sources[0].id not in known and not block.sources[0].id.startswith("case:"):
        # A passage that this search did not bring up again says what it said.
        found = _Offered(block.sources[0].id, "passage", block.snippet)
        ruling = replace(ruling, offered=(*ruling.offered, found))
    proposal = _Proposed("generated", block.sources[0].id, block.snippet, block.text.strip())
    doubts = verify(proposal, ruling).reasons
    if doubts == block.doubts:
        return block
    return replace(block, accepted=False, doubts=doubts, author="", at=None)


@dataclass(frozen=True, slots=True)
class _Offered:
    """A piece that is known from the block that stands on it."""

    ident: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Proposed:
    """A block as it was once proposed."""

    kind: str
    ident: str
    snippet: str
    text: str


def _blocks(each: Verified, origin: Origin, part: str) -> tuple[Block, ...]:
    """Return the blocks of one proposal."""
    if each.proposal.kind == Kind.WORDING:
        return origin.wording
    source = origin.source
    if source.start is not None:
        source = replace(source, start=source.start + each.start, end=source.start + each.end)
    if each.proposal.kind == Kind.QUOTE:
        kind = BlockKind.CASE_FACT if origin.is_fact else BlockKind.QUOTE
        return (Block(kind, f"{each.snippet}\n\n", (source,), part),)
    sentence = one_line(each.proposal.text)
    return (
        Block(
            BlockKind.GENERATED,
            f"{sentence}\n\n",
            (source,),
            part,
            snippet=each.snippet,
            doubts=each.reasons,
        ),
    )


def _paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with sentences of the model that follow each other in one paragraph."""
    found: list[Block] = []
    for block in blocks:
        if found and found[-1].kind is block.kind is BlockKind.GENERATED:
            found[-1] = replace(found[-1], text=f"{found[-1].text.rstrip()} ")
        found.append(block)
    return found


def _gap(dropped: Sequence[Verified], part: str, about: str) -> list[Block]:
    """Return one gap for all that was dropped: what is missing, and why it was left out."""
    if not dropped:
        return []
    reasons = list(dict.fromkeys(reason for each in dropped for reason in each.reasons))
    why = "; it ".join(reasons[:_MOST_REASONS])
    what = "A proposed sentence was" if len(dropped) == 1 else f"{len(dropped)} proposals were"
    asks = f"what else there is to say, or take this out. {what} left out: it {why}."
    block = gap(asks, part, about)
    return [replace(block, text=f"{block.text}\n\n")]
