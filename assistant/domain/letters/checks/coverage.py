"""Whether every part of the request is answered (s.1(1) FOIA)."""

import re
from collections.abc import Sequence

from assistant.domain.case import Outcome
from assistant.domain.letters.checks.framework import Found, LetterFacts, Reading, Rule

_NUMBERED = re.compile(r"^[ \t]*(?:Q(?:uestion)?\s?)?(\d{1,2})[.):][ \t]+(\S[^\n]*)", re.MULTILINE)
# One answer to the whole request is in the nature of these.
_WHOLE = frozenset(
    {
        Outcome.COST_S12,
        Outcome.VEXATIOUS_S14,
        Outcome.NCND,
        Outcome.CLARIFICATION_NEEDED,
        Outcome.TRANSFERRED,
        Outcome.ACKNOWLEDGEMENT_ONLY,
        Outcome.OTHER,
    }
)
_EVERY_PART = re.compile(
    r"\b(?:every|each|all(?: of the)?) (?:parts?|questions?|points?) of your request\b|"
    r"\b(?:all|none) of (?:the|this|your) (?:information|request|questions)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b(?:parts?|questions?|points?|items?|Qs?)\s*\(?(\d{1,2})\)?\s*(?:to|-|–)\s*\(?(\d{1,2})\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?<!follows )\b(?:parts?|questions?|points?|items?|Qs?)\s*(?:\(?\w{1,4}\)?(?:\(\w{1,4}\))?"
    r"(?:\s*(?:,|and|&|or)\s*)?){1,20}",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"internal review|if you are (?:unhappy|not satisfied|dissatisfied)|yours sincerely"
    r"|kind regards",
    re.IGNORECASE,
)
_FEWEST_ANSWER_WORDS = 2


def numbered_parts(facts: LetterFacts) -> tuple[tuple[str, str], ...]:
    """Return the labelled parts of the request, as given or as its lines number them."""
    if facts.parts is not None:
        return tuple((_bare(label), text) for label, text in facts.parts if label.strip())
    found: dict[str, str] = {}
    for match in _NUMBERED.finditer(facts.request or ""):
        found.setdefault(match[1], match[2])
    return tuple(found.items())


def _unanswered(reading: Reading) -> Found:
    """Find the numbered parts that the letter answers neither by number nor after quoting them."""
    parts = numbered_parts(reading.facts)
    if len(parts) < 2 or reading.outcome in _WHOLE:  # noqa: PLR2004 - one part is the whole
        return
    named = _named(reading.own)
    quoted = _answered_after_quotation(reading.text, parts)
    if not named and not quoted and _EVERY_PART.search(reading.own):
        return
    for label, _ in parts:
        if label not in quoted and not _is_named(label, named):
            yield f"Part {label} of the request is not answered.", 0, 0


def _bare(label: str) -> str:
    """Return a label without what merely surrounds it: "(a)", "1." and "2)", but "3(a)" whole."""
    bare = label.strip(" .")
    if bare.startswith("(") and bare.endswith(")"):
        return bare[1:-1]
    return bare if "(" in bare else bare.rstrip(")")


def _is_named(label: str, named: set[str]) -> bool:
    """Tell whether a label, or the number that it belongs to, is among those named."""
    bare = re.sub(r"[^0-9a-z]", "", label.lower())
    digits = re.match(r"\d+", label)
    return bare in named or bool(digits and digits[0] in named)


def _named(text: str) -> set[str]:
    """Return the labels that the authority's own words refer to, without their brackets."""
    found = {match[1] for match in _NUMBERED.finditer(text)}
    for match in _RANGE.finditer(text):
        low, high = int(match[1]), int(match[2])
        found |= {str(number) for number in range(low, min(high, low + 50) + 1)}
    for match in _LISTED.finditer(text):
        for item in re.split(r"\s*(?:,|\band\b|&|\bor\b)\s*", match[0].split(maxsplit=1)[-1]):
            if re.fullmatch(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)?(?:\(\w{1,4}\))*", item.strip()):
                found.add(re.sub(r"[^0-9a-z]", "", item.lower()))
    for match in re.finditer(
        r"^\s*(?:Q|Question |Part )?\(?(\d{1,2}|[a-z])[.):]", text, re.MULTILINE | re.IGNORECASE
    ):
        found.add(match[1].lower())
    return found


def _answered_after_quotation(text: str, parts: Sequence[tuple[str, str]]) -> set[str]:
    """Return the labels whose question the letter quotes and then says something about."""
    spans: list[tuple[int, int, str]] = []
    for label, question in parts:
        words = question.split()[:30]
        pattern = r"\s+".join(re.escape(word) for word in words)
        spans += [(m.start(), m.end(), label) for m in re.finditer(pattern, text) if words]
    spans.sort()
    end_of_answers = _AFTER.search(text, spans[-1][1] if spans else 0)
    last = end_of_answers.start() if end_of_answers else len(text)
    answered: list[str] = []
    for place, (_, end, label) in enumerate(spans):
        following = spans[place + 1][0] if place + 1 < len(spans) else last
        # After the last question of a request that is quoted whole stands the rest of the letter.
        is_last_of_block = place + 1 == len(spans) and len(spans) > 1 and not answered
        if len(re.findall(r"\w+", text[end:following])) >= _FEWEST_ANSWER_WORDS:
            answered += [] if is_last_of_block else [label]
    return set(answered)


RULES = (Rule("part-answered", "s.1(1) FOIA, reg 5(1) EIR", "error", _unanswered, ("request",)),)
