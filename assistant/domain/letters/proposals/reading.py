"""One proposal as the rules read it: its words, what it stands on, and what was decided."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from assistant.domain.case import Outcome
from assistant.domain.law.citations import Citation, find_citations, parse_citation
from assistant.domain.letters.sentences import sentences

# What stands in the place of e-mail addresses, links and citations while words are counted; they
# have rules of their own.
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*", re.IGNORECASE)
LINK = re.compile(
    r"\b[a-z][a-z0-9+.-]*://[^\s<>“”\"]+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b(?:/[^\s<>“”\"]*)?",
    re.IGNORECASE,
)


class Standing(StrEnum):
    """What the rules make of a proposal."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    DROPPED = "dropped"


class Kind(StrEnum):
    """What is proposed: approved wording, words of a source, or a sentence of the model's own."""

    WORDING = "wording"
    QUOTE = "quote"
    GENERATED = "generated"


class Piece(Protocol):
    """What a proposal may stand on: approved wording, a passage, or a fact of the case."""

    @property
    def ident(self) -> str:
        """What names it."""
        ...

    @property
    def kind(self) -> str:
        """Of what kind it is."""
        ...

    @property
    def text(self) -> str:
        """Its words."""
        ...


class Proposal(Protocol):
    """What a model proposes; ports.writer has the fields in words."""

    @property
    def kind(self) -> str:
        """Of what kind it is."""
        ...

    @property
    def ident(self) -> str:
        """What names it."""
        ...

    @property
    def snippet(self) -> str:
        """The words of its source."""
        ...

    @property
    def text(self) -> str:
        """Its words."""
        ...


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a proposal is held against: the part, what was decided, and what was offered for it.

    `sections` are citations as the register prints them. `question` are the requester's words,
    which support nothing. `authority` is the name of the authority that answers.
    """

    question: str
    outcome: Outcome | None
    sections: tuple[str, ...]
    offered: Sequence[Piece]
    authority: str = ""


@dataclass(frozen=True)
class Reading:
    """A proposal with everything that the rules ask of it, found once."""

    proposal: Proposal
    ruling: Ruling

    @cached_property
    def piece(self) -> Piece | None:
        """The piece that it stands on, of those offered for this part; None where there is none."""
        offered = (each for each in self.ruling.offered if each.ident == self.proposal.ident)
        return next(offered, None)

    @cached_property
    def place(self) -> tuple[int, int] | None:
        """Where the snippet stands word for word in its piece; white space may differ."""
        words = self.proposal.snippet.split()
        if self.piece is None or not words:
            return None
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
        found = re.search(pattern, self.piece.text)
        return found.span() if found else None

    @cached_property
    def snippet(self) -> str:
        """The snippet as it stands in its piece, or nothing where it does not."""
        if self.piece is None or self.place is None:
            return ""
        return self.piece.text[slice(*self.place)]

    @cached_property
    def around(self) -> str:
        """The whole sentences of the piece that the snippet is taken from."""
        if self.piece is None or self.place is None:
            return ""
        start, end = self.place
        found, at = "", 0
        for sentence in sentences(self.piece.text):
            if at < end and start < at + len(sentence):
                found += sentence
            at += len(sentence)
        return found

    @cached_property
    def said(self) -> str:
        """The words that would stand in the letter, where they are not approved wording."""
        quoted = self.snippet if self.proposal.kind == Kind.QUOTE else ""
        return self.proposal.text if self.proposal.kind == Kind.GENERATED else quoted

    @cached_property
    def evidence(self) -> tuple[str, ...]:
        """What its words may come from: the snippet, and the facts recorded for the part."""
        facts = [each.text for each in self.ruling.offered if each.kind == "fact"]
        return tuple(dict.fromkeys((*facts, self.snippet))) if self.snippet else tuple(facts)

    @cached_property
    def everything(self) -> str:
        """All that was offered for the part."""
        return "\n".join(each.text for each in self.ruling.offered)

    @cached_property
    def decided(self) -> tuple[Citation, ...]:
        """The provisions that were decided on for the part."""
        found = map(parse_citation, self.ruling.sections)
        return tuple(citation for citation in found if citation is not None)


def bare(text: str) -> str:
    """Return a text with blanks for its addresses, links and citations, all else in its place."""
    spans = [match.span() for pattern in (MAIL, LINK) for match in pattern.finditer(text)]
    spans += [(start, end) for start, end, _ in find_citations(text)]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
