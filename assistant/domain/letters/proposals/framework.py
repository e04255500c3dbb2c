"""What a rule about proposals is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.domain.letters.proposals.reading import Kind, Reading, Standing

ALL = frozenset(Kind)
SAYING = frozenset({Kind.QUOTE, Kind.GENERATED})
WRITTEN = frozenset({Kind.GENERATED})


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: for which kinds it is, what becomes of what it objects to, and who finds that.

    `find` yields reasons that go on from "it ...", as "it cites section 38(1), which was not
    decided". A reason for dropping never repeats words of the proposal, which nobody would read as
    its own otherwise.
    """

    id: str
    kinds: frozenset[Kind]
    standing: Standing
    find: Callable[[Reading], Iterator[str]]
