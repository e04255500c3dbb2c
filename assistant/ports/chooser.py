"""A language model that looks for what answers an officer's question, as a small protocol.

It chooses among tools that only read, and among the blocks that they return. It changes nothing,
and what it says in words of its own is verified before it counts for anything.
"""

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.ports.writer import Call


@dataclass(frozen=True, slots=True)
class ToolOffered:
    """A tool that may be looked into: its name, and what it answers in plain words."""

    name: str
    answers: str


@dataclass(frozen=True, slots=True)
class ChoosingTask:
    """A question as the model is given it; the requester's name and addresses are not in it.

    `today` is a day in Europe/London, ISO 8601. `place` says in words where it was asked, `earlier`
    is what the same person asked just before, or nothing. `letters` are kinds of letter that a tool
    may be asked for.
    """

    question: str
    today: str
    place: str
    earlier: str
    tools: tuple[ToolOffered, ...]
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A block that a tool returned, as the model is shown it."""

    ident: str
    sort: str
    text: str


class Unanswerable(Exception):
    """A tool was asked for something that cannot be read; the message says what, for the model."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the model's own, and the blocks that it says to stand on."""

    text: str
    idents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which blocks answer, what the model says of them itself, and which model it was."""

    idents: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    model: str


Look = Callable[[str, Mapping[str, object]], Sequence[Seen]]
Keep = Callable[[Call], None]


class Chooser(Protocol):
    """A language model, or several in turn, that looks into tools."""

    def choose(self, task: ChoosingTask, look: Look, keep: Keep) -> Generator[str, None, Chosen]:
        """Look for what answers a question; yields the name of each tool that is looked into.

        Where nothing happens it yields "" about once a second. `look` and `keep` (each call, as it
        ends) are only ever called while the generator runs, in the thread of whoever runs it.
        Closing it ends the work: no further call is made. Raises NotUsable where no model answers,
        TryAgainLater where steps or time are used up or too many are asked at once, and NotAllowed
        where the settings are refused.
        """
        ...
