"""From what is on record for each provision to the words that a letter takes over."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.domain.case import CasePart
from assistant.domain.law.acts import Register
from assistant.domain.letters.context import Reasoning, long_date
from assistant.domain.letters.grounds import Grounds
from assistant.domain.letters.reliance import reliances, weighed

_BULLET = re.compile(r"^\s*[-–•*]\s+")


def reasoning_from(
    recorded: Iterable[Grounds], parts: Sequence[CasePart], register: Register
) -> tuple[Reasoning, ...]:
    """Return what a response says of each provision; records that no part relies on are left out.

    Wording asks either for the harm or for why a provision applies: both are filled with the same
    account, so that none is lost. What tips the balance is one text for provisions that are weighed
    together ([2025] UKSC 27).
    """
    found = reliances(parts, register)
    relied = {str(each.citation) for each in found}
    made = {each.citation: _reasoning(each) for each in recorded if each.citation in relied}
    for group in weighed(found):
        names = [str(each.citation) for each in group if str(each.citation) in made]
        tips = " ".join(dict.fromkeys(made[name].tips for name in names if made[name].tips))
        made |= {name: replace(made[name], tips=tips) for name in names}
    return tuple(made.values())


def _reasoning(grounds: Grounds) -> Reasoning:
    """Return one provision's record as the composer takes it."""
    account = _account(grounds)
    return Reasoning(
        citation=grounds.citation,
        likelihood=grounds.likelihood,
        harm=account,
        why=account,
        for_disclosure=_factors(grounds.for_disclosure),
        against=_factors(grounds.against),
        tips=_sentences(grounds.tips),
        author=grounds.author,
    )


def _account(grounds: Grounds) -> str:
    """Return why the provision applies, as one text: opinion, harm, its cause, facts, interests."""
    texts = (
        _opinion(grounds),
        grounds.harm,
        grounds.causal_link,
        grounds.why,
        grounds.legitimate_interests,
    )
    return " ".join(filter(None, map(_sentences, texts)))


def _opinion(grounds: Grounds) -> str:
    """Return the qualified person's opinion with who gave it and when (s.36(5) FOIA)."""
    if not (grounds.opinion.strip() and grounds.qualified_person.strip() and grounds.opinion_on):
        return ""
    who, when = grounds.qualified_person.strip(), long_date(grounds.opinion_on)
    return f"The qualified person is {who}, whose opinion was given on {when}. {grounds.opinion}"


def _sentences(text: str) -> str:
    """Return a text on one line that ends as a sentence does."""
    words = " ".join(text.split())
    return words if not words or words[-1] in ".!?”" else f"{words}."


def _factors(text: str) -> str:
    """Return factors a line each, as entries of the list that the letter has begun."""
    lines = [_BULLET.sub("", line) for line in text.splitlines()]
    return "\n- ".join(filter(None, map(_sentences, lines)))
