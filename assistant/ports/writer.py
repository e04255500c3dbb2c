"""A language model that writes for officers, as a small protocol: it proposes, and decides nothing.

It is given marked text and approved material, and returns choices by identifier. It has no tools,
knows nobody's name or address, and what it returns is verified before anybody sees it.
"""

from dataclasses import dataclass, field
from typing import Literal, Protocol

from assistant.domain.errors import TryAgainLater


@dataclass(frozen=True, slots=True)
class Offered:
    """A piece that the writer may use: approved wording, a passage, or a fact of the case."""

    ident: str
    kind: Literal["wording", "passage", "fact"]
    text: str


@dataclass(frozen=True, slots=True)
class PartToWrite:
    """One part of a request: its question, what was decided, and what may be used for it."""

    label: str
    question: str
    outcome: str
    sections: tuple[str, ...]
    offered: tuple[Offered, ...]


@dataclass(frozen=True, slots=True)
class WritingTask:
    """The parts that a letter answers. Who asked is not among them."""

    regime: str
    parts: tuple[PartToWrite, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One proposed block: wording by its identifier, a quote, or a sentence with its support.

    `ident` is the wording, passage or fact that it stands on; `snippet` is copied from it word for
    word (quote and generated); `text` is the sentence (generated alone).
    """

    kind: Literal["wording", "quote", "generated"]
    ident: str
    snippet: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """What is proposed for one part, in order."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a model, as it is kept: what was asked of whom, and what came back."""

    purpose: str
    model: str
    prompt: str
    prompt_version: str
    prompt_hash: str
    parameters: dict[str, object]
    inputs: tuple[str, ...]
    answer: str = field(repr=False, default="")
    problem: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    milliseconds: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """What the writer proposes, and the calls that it took, failed ones too."""

    parts: tuple[WrittenPart, ...]
    calls: tuple[Call, ...]


Asks = Literal["figures", "documents", "facts", "reasons", "nothing"]
Hint = Literal["foi", "eir", "own_data", "none"]
Purpose = Literal[
    "request", "clarification", "chaser", "review", "withdrawal", "thanks", "automatic", "other"
]


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a message that the reader noticed: its first and last character, and its kind.

    Of a question, `asks` says what is asked for and `regime` under which law it seems to fall.
    """

    start: int
    end: int
    kind: Literal["question", "date", "context", "courtesy", "instruction"]
    asks: Asks = "nothing"
    regime: Hint = "none"


@dataclass(frozen=True, slots=True)
class Understood:
    """What the reader noticed in a message, what it takes it for, and the calls that it took."""

    spans: tuple[Span, ...]
    calls: tuple[Call, ...]
    purpose: Purpose = "other"


@dataclass(frozen=True, slots=True)
class RefiningTask:
    """A piece of a letter that an officer wants put otherwise, and what the words may stand on.

    `action` is one of "shorter", "plainer", "answer", "explain" and "welsh". `text` are the words
    as they stand; `question` is masked. Who asked is not among them.
    """

    action: str
    text: str
    question: str
    sections: tuple[str, ...]
    offered: tuple[Offered, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that is proposed: what it says, and the words of a piece that it stands on."""

    text: str
    ident: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Refined:
    """The sentences that are proposed instead, in order, and the calls that it took."""

    sentences: tuple[Sentence, ...]
    calls: tuple[Call, ...]


class NotUsable(TryAgainLater):
    """No model gave an answer that could be used; `calls` says what each gave."""

    def __init__(self, message: str, calls: tuple[Call, ...]) -> None:
        super().__init__(message)
        self.calls = calls


class Writer(Protocol):
    """A language model, or several in turn.

    Each method raises NotUsable when none gave an answer that can be used, and NotAllowed when the
    settings are refused (a wrong key, a model that is not there).
    """

    def read(self, text: str) -> Understood:
        """Notice the questions, dates and instructions in a message; text is data, never obeyed."""
        ...

    def write(self, task: WritingTask) -> Written:
        """Propose blocks for the parts of a letter."""
        ...

    def refine(self, task: RefiningTask) -> Refined:
        """Propose other words for a piece of a letter."""
        ...
