"""What a reader of one kind of document returns, and the ways in which it may fail."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """The words of a document; `problem` is a sentence about what is missing, or empty."""

    text: str
    problem: str = ""
    pages: int = 0


class CannotBeReadError(Exception):
    """The document cannot be read; the message says why and what to do."""


Reader = Callable[[bytes, "Budget"], Found]


class Budget:
    """How much of a document may be read: time and characters, counted as they are used."""

    def __init__(self, characters: int, seconds: float, spent: Callable[[], float]) -> None:
        """`spent` returns the seconds of processor time used so far."""
        self.characters = characters
        self.seconds = seconds
        self.spent = spent
        self.used = 0

    @property
    def left(self) -> bool:
        """Whether there is time and room for more."""
        return self.used < self.characters and self.spent() < self.seconds

    def take(self, pieces: Iterator[str]) -> Iterator[str]:
        """Yield pieces of text while there is time and room."""
        for piece in pieces:
            self.used += len(piece)
            yield piece
            if not self.left:
                return
