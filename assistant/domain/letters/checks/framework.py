"""What a rule is, what it is given, and what it finds."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Provision, ProvisionKind, Regime, Register
from assistant.domain.law.citations import Act, Citation, find_citations
from assistant.domain.letters.sentences import sentences

Severity = Literal["error", "warning"]

# Shorter lines of a request ("Thank you") stand in many letters by chance.
_FEWEST_QUOTED_WORDS = 4
_GROUNDS = {"12", "14"}
# A line end inside a paragraph: the next line is neither blank nor the entry of a list.
_WRAP = re.compile(r"(?<=[\w,;’”)(£%-])[ \t]*\r?\n(?=[\w(“\"'£\[])(?!\w{1,3}[.)])")
_REFUSING = frozenset({ProvisionKind.EXEMPTION, ProvisionKind.EXCEPTION, ProvisionKind.GROUND})
_RELIED_KINDS = _REFUSING | {ProvisionKind.NCND}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: where in the letter, and what is to be done about it.

    `start` and `end` are code points of the letter; both are 0 where something is missing.
    """

    rule: str
    severity: Severity
    message: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class NotRun:
    """A rule that could not run, and the fact that it needs."""

    rule: str
    needs: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found, and which of them could not run."""

    findings: tuple[Finding, ...]
    not_run: tuple[NotRun, ...]

    @property
    def passed(self) -> bool:
        """Whether no error was found; warnings do not stop a letter."""
        return not any(finding.severity == "error" for finding in self.findings)


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What is known of the case, each None where it is not known.

    `parts` are the requester's labels with their texts, in order; where it is None the parts are
    read from `request`. `claimed` are citations as the register prints them.
    """

    regime: Regime | None = None
    reference: str | None = None
    authority: str | None = None
    requester_name: str | None = None
    requester_email: str | None = None
    received_on: date | None = None
    due_on: date | None = None
    letter_date: date | None = None
    request: str | None = None
    outcome: Outcome | None = None
    claimed: tuple[str, ...] | None = None
    evidence: tuple[str, ...] | None = None
    parts: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True)
class Reading:
    """A letter, read once for every rule."""

    text: str
    facts: LetterFacts
    register: Register

    @cached_property
    def own(self) -> str:
        """The letter with the requester's own words blanked out; offsets stay what they are."""
        blanked = self.text
        for line in self._asked():
            pattern = r"\s+".join(re.escape(word) for word in line.split())
            blanked = re.sub(pattern, lambda match: " " * len(match[0]), blanked)
        return blanked

    def _asked(self) -> Iterator[str]:
        """Yield the lines and parts of the request that are long enough to be quotations."""
        texts = [text for _, text in self.facts.parts or ()]
        texts += (self.facts.request or "").splitlines()
        for text in sorted(set(texts), key=len, reverse=True):
            if len(text.split()) >= _FEWEST_QUOTED_WORDS:
                yield text

    @cached_property
    def flat(self) -> str:
        """The authority's words with wrapped lines joined; offsets stay what they are."""
        return _WRAP.sub(lambda match: " " * len(match[0]), self.own)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the authority's words; joined, they are as long as the letter."""
        return sentences(self.flat)

    @cached_property
    def citations(self) -> tuple[tuple[int, int, Citation], ...]:
        """Every provision that the authority itself cites, with its place."""
        return find_citations(self.own)

    @cached_property
    def relied(self) -> tuple[tuple[int, int, Citation], ...]:
        """The citations of what information can be refused under."""
        return tuple(each for each in self.citations if self._is_relied(each[2]))

    def _is_relied(self, citation: Citation) -> bool:
        """Tell whether something can be refused under it, or under what lies within it."""
        if citation.act is Act.FOIA and citation.section in _GROUNDS:
            return not citation.path or self.kind_of(citation) is ProvisionKind.GROUND
        kind = self.kind_of(citation)
        if kind is not None:
            return kind in _RELIED_KINDS and citation.section not in {"1", "9"}
        return any(
            limb.kind in _RELIED_KINDS and limb.citation.within(citation)
            for limb in self.register.limbs_of(citation)
        ) and citation.section not in {"1", "9"}

    def kind_of(self, citation: Citation) -> ProvisionKind | None:
        """Return what a provision, or the nearest above it, is for."""
        provision = self.register.covering(citation)
        return None if provision is None else provision.kind

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """What is relied on and stands in the register, once each."""
        found: dict[Citation, Provision] = {}
        for _, _, citation in self.relied:
            provision = self.register.covering(citation) or self._first_limb(citation)
            if provision is not None:
                found[provision.citation] = provision
        return tuple(found.values())

    def _first_limb(self, citation: Citation) -> Provision | None:
        """Return the first exemption within a citation that stops short of one ("section 31")."""
        limbs = self.register.limbs_of(citation)
        return next(
            (limb for limb in limbs if limb.kind in _REFUSING and limb.citation.within(citation)),
            None,
        )

    @property
    def outcome(self) -> Outcome | None:
        """The outcome of the letter, where it is known."""
        return self.facts.outcome

    @cached_property
    def refuses(self) -> bool:
        """Whether the letter refuses something: as recorded, else as its citations say."""
        if self.outcome is not None:
            return self.outcome in REFUSING
        return bool(self.facts.claimed or self.relied)

    def place(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the first match in the authority's own words."""
        return pattern.search(self.own)


REFUSING = frozenset(
    {
        Outcome.REFUSED,
        Outcome.DISCLOSED_PART,
        Outcome.ALREADY_ACCESSIBLE_S21,
        Outcome.COST_S12,
        Outcome.VEXATIOUS_S14,
        Outcome.NCND,
    }
)

Found = Iterable[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, the section it stands on, the facts it needs, and the question it asks.

    `find` yields a message and a span for each fault; the span is (0, 0) where something is
    missing.
    """

    id: str
    section: str
    severity: Severity
    find: Callable[[Reading], Found]
    needs: tuple[str, ...] = ()

    def missing(self, facts: LetterFacts) -> str:
        """Return the first fact that the rule needs and nobody gave, or nothing."""
        return next((need for need in self.needs if getattr(facts, need) is None), "")
