"""Shows others' words to a model without what would work on it, and finds its quotes in them.

What is hidden from people is left out, and what servers read as the mark of another speaker is
changed, character for character, so that every place can be traced back.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

# Chat templates mark speakers by <|im_start|>, <s>, [INST] and the like; some servers read these
# marks wherever they stand.
_LOOKALIKES = {"<": "‹", ">": "›"}
_SQUARE_MARK = re.compile(r"\[(?=/?[A-Z_]{3,20}\])")
# What models change when they copy: kinds of quotation marks, dashes and spaces.
_SAME = str.maketrans("‘’‚‛“”„‟‐‑‒–—−", "''''\"\"\"\"------")
_KEPT = frozenset("\n\t")
_VARIATION = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


@dataclass(frozen=True)
class MarkedText:
    """A text as a model is shown it; `places` has the place of each character in the original."""

    original: str
    shown: str
    places: tuple[int, ...]

    def find(self, quote: str, after: int = 0) -> tuple[int, int] | None:
        """Return where a quote stands in the original, first and past its last character, or None.

        `after` is a place in the original to look from. Spaces and line breaks count the same, and
        so do kinds of quotation marks and dashes; every other character has to agree.
        """
        words = mark(quote).shown.translate(_SAME).split()
        if not words:
            return None
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        for found in pattern.finditer(self._folded):
            start = self.places[found.start()]
            if start >= after:
                return start, self.places[found.end() - 1] + 1
        return None

    @cached_property
    def _folded(self) -> str:
        return self.shown.translate(_SAME)


def mark(text: str) -> MarkedText:
    """Return a text as a model may be shown it."""
    kept = [(place, character) for place, character in enumerate(text) if not _hidden(character)]
    shown = "".join(_LOOKALIKES.get(character, character) for _, character in kept)
    return MarkedText(text, _SQUARE_MARK.sub("⟦", shown), tuple(place for place, _ in kept))


def _hidden(character: str) -> bool:
    """Whether a reader sees nothing of a character: control, format, private and unassigned."""
    if character in _KEPT:
        return False
    if unicodedata.category(character).startswith("C"):
        return True
    return any(ord(character) in places for places in _VARIATION)
