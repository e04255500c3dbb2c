"""A citation as a value, its three ways of being printed, and the Acts that can be cited."""

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """The enactments whose provisions a letter may cite."""

    FOIA = "FOIA"
    EIR = "EIR"
    DPA = "DPA"
    UK_GDPR = "UK GDPR"


@dataclass(frozen=True, slots=True)
class Division:
    """How an enactment is spoken of: its full title, and what its numbered pieces are called."""

    title: str
    word: str
    mark: str


DIVISIONS: dict[Act, Division] = {
    Act.FOIA: Division("the Freedom of Information Act 2000", "section", "s"),
    Act.EIR: Division("the Environmental Information Regulations 2004", "regulation", "reg "),
    Act.DPA: Division("the Data Protection Act 2018", "section", "s"),
    Act.UK_GDPR: Division("the UK General Data Protection Regulation", "article", "art "),
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision: the enactment, the section, regulation or article, and the path inside it.

    `section` is "31" or "22A"; `path` is ("1", "a") for 31(1)(a), and empty for the whole section.
    """

    act: Act
    section: str
    path: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Print it as it is stored everywhere: "FOIA s31(1)(a)", "EIR reg 12(4)(e)"."""
        return f"{self.act} {self.short}"

    @property
    def short(self) -> str:
        """Without the enactment: "s31(1)(a)", "reg 12(4)(e)"."""
        return DIVISIONS[self.act].mark + self.number

    @property
    def number(self) -> str:
        """The bare number: "31(1)(a)"."""
        return self.section + "".join(f"({step})" for step in self.path)

    @property
    def whole(self) -> "Citation":
        """The section that it belongs to: s31(1)(a) gives s31."""
        return Citation(self.act, self.section)

    @property
    def parent(self) -> "Citation | None":
        """One step up: s31(1)(a) gives s31(1); a whole section gives None."""
        return Citation(self.act, self.section, self.path[:-1]) if self.path else None

    def within(self, other: "Citation") -> bool:
        """Whether it is `other` or a part of it: s31(1)(a) is within s31(1) and within s31."""
        return self.whole == other.whole and self.path[: len(other.path)] == other.path


def in_words(citation: Citation) -> str:
    """Print a citation for a letter: "section 31(1)(a) of the Freedom of Information Act 2000"."""
    division = DIVISIONS[citation.act]
    return f"{division.word} {citation.number} of {division.title}"


def search_tokens(citation: Citation) -> tuple[str, ...]:
    """Return the words that stand for a citation in full text: itself, then its section.

    Letters and digits only ("foias31x1xa", "foias31"), so that no full-text engine splits them.
    """
    section = (str(citation.act) + DIVISIONS[citation.act].mark + citation.section).lower()
    section = section.replace(" ", "")
    if not citation.path:
        return (section,)
    return ("x".join((section, *(step.lower() for step in citation.path))), section)
