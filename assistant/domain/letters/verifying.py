"""Verifies what a language model proposes for a letter, before anybody sees it.

A proposal is verified, marked as unverified with the reason, or dropped. A new rule is a function
in a themed file of proposals/, a row there, and its test.
"""

from dataclasses import dataclass

from assistant.domain.letters.proposals import characters, claims, sources, support
from assistant.domain.letters.proposals.framework import Rule
from assistant.domain.letters.proposals.reading import (
    Kind,
    Piece,
    Proposal,
    Reading,
    Ruling,
    Standing,
)

__all__ = [
    "GROUPS",
    "RULES",
    "Kind",
    "Piece",
    "Proposal",
    "Ruling",
    "Standing",
    "Verified",
    "verify",
]

# Later groups read what earlier ones let through: where one drops, those after it are not asked.
GROUPS: tuple[tuple[Rule, ...], ...] = (
    characters.LENGTH,
    characters.RULES,
    sources.RULES,
    claims.RULES,
    support.RULES,
)
RULES: tuple[Rule, ...] = tuple(rule for group in GROUPS for rule in group)


@dataclass(frozen=True, slots=True)
class Verified:
    """A proposal with what became of it.

    `reasons` go on from "it ..."; they are empty where it is verified. `rules` are the rules that
    objected. `snippet` stands at `start` up to `end` (code points) of the piece's text, as it is
    there; of wording, and of what was dropped, all three are empty.
    """

    proposal: Proposal
    standing: Standing
    reasons: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    snippet: str = ""
    start: int = 0
    end: int = 0


def verify(proposal: Proposal, ruling: Ruling) -> Verified:
    """Hold a proposal against every rule for its kind; never raises, whatever it holds.

    What one rule would drop is dropped. A quotation is verified or dropped: words that a person
    once approved cannot be half right.
    """
    reading = Reading(proposal, ruling)
    doubted: list[tuple[str, str]] = []
    for group in GROUPS:
        dropped: list[tuple[str, str]] = []
        for rule in group:
            # A kind that nobody knows is held against what holds for all of them.
            if proposal.kind in rule.kinds or proposal.kind not in set(Kind):
                found = dropped if rule.standing is Standing.DROPPED else doubted
                found += [(rule.id, reason) for reason in rule.find(reading)]
        if dropped:
            return _objected(proposal, dropped)
    if doubted and proposal.kind == Kind.QUOTE:
        return _objected(proposal, doubted)
    start, end = reading.place or (0, 0)
    standing = Standing.UNVERIFIED if doubted else Standing.VERIFIED
    rules, reasons = _apart(doubted)
    return Verified(proposal, standing, reasons, rules, reading.snippet, start, end)


def _objected(proposal: Proposal, found: list[tuple[str, str]]) -> Verified:
    """Return what is dropped, with why."""
    rules, reasons = _apart(found)
    return Verified(proposal, Standing.DROPPED, reasons, rules)


def _apart(found: list[tuple[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the rules and the reasons, each once."""
    rules = tuple(dict.fromkeys(rule for rule, _ in found))
    return rules, tuple(dict.fromkeys(reason for _, reason in found))
