"""How much of what was composed still stands in the letter that was approved."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from assistant.domain.letters.blocks import Block, BlockKind

# Of the words that were composed, and of those that were approved, so many must be the same ones
# where a letter counts as edited; with fewer it was written anew.
_EDITED = 0.6


class Kept(StrEnum):
    """What became of a composed letter until its approval."""

    AS_COMPOSED = "as_composed"
    EDITED = "edited"
    REWRITTEN = "rewritten"
    NOT_MEASURED = "not_measured"


def kept_share(composed: Sequence[Block], approved: Sequence[Block]) -> float:
    """Return the share of words that composed and approved letter have in common, from 0 to 1.

    Gaps, and what a person typed where there was one, do not count: a gap is there to be filled.
    Where words stand does not matter, only how often. Two letters without words are the same.
    """
    before, after = _words(composed), _words(approved)
    filled = sum(block.kind is BlockKind.GAP for block in composed)
    typed = [block for block in approved if block.kind is BlockKind.OFFICER]
    # As many typed blocks as there were gaps, the longest, may have filled them.
    for block in sorted(typed, key=lambda block: len(block.text), reverse=True)[:filled]:
        after -= Counter(block.text.split())
    both, most = (before & after).total(), max(before.total(), after.total())
    return both / most if most else 1.0


def kept_of(share: float | None) -> Kept:
    """Return what a share means; None is a letter of which it was not measured."""
    if share is None:
        return Kept.NOT_MEASURED
    if share == 1:
        return Kept.AS_COMPOSED
    return Kept.EDITED if share >= _EDITED else Kept.REWRITTEN


def _words(blocks: Sequence[Block]) -> Counter[str]:
    """Count the words of blocks that are no gaps."""
    text = "".join(block.text for block in blocks if block.kind is not BlockKind.GAP)
    return Counter(text.split())
