"""Whether the public interest was weighed, and both sides of it shown (s.17(3) FOIA)."""

import re

from assistant.domain.law.acts import Provision, Standing
from assistant.domain.letters.checks.framework import Found, Reading, Rule
from assistant.domain.letters.naming import provision_in_words

_FOR = re.compile(
    r"\b(?:favour(?:s|ing|ed)?|support(?:s|ing)?|argue(?:s)?|arguments?|factors?|considerations?)\b"
    r"[^.:]{0,25}\b(?:for|of|in)?\s*(?:disclos|releas|transparen|openness|(?<!neither )confirm)\w*"
    r"|\bpublic interest in (?:the )?"
    r"(?:disclos|releas|transparen|open|know|account|understand|see)\w*"
    r"|\b(?:disclosure|release)\b[^.]{0,80}"
    r"\bwould (?:promote|increase|allow|enable|add|provide|reassure)",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:favour(?:s|ing|ed)?|support(?:s|ing)?|arguments?|factors?|considerations?)\b[^.:]{0,30}"
    r"\b(?:maintain|withhold|non-disclosure|against|exempt|neither confirm)\w*"
    r"|\bagainst (?:the )?(?:disclos|releas)\w*"
    r"|\bpublic interest in "
    r"(?:maintaining|withholding|protecting|safeguarding|preventing|avoiding)\b",
    re.IGNORECASE,
)
_BALANCE = re.compile(
    r"\boutweigh\w*|\bon balance\b|\bbalance (?:of the public interest|lies|test|favours?|is)\b"
    r"|\bpublic interest (?:lies|favours|is (?:best|better) served)\b",
    re.IGNORECASE,
)
# "The public interest outweighs" the test itself, told without applying it, is no conclusion.
_TEST = re.compile(
    r"\b(?:only if|requires? (?:us|that)|test (?:is|requires)|must (?:decide|consider|weigh)"
    r"|whether)\b",
    re.IGNORECASE,
)
_NOTHING_TO_WEIGH = "EIR reg 12(4)(a)"


def _weighed(reading: Reading) -> tuple[Provision, ...]:
    """Return what is relied on and is qualified."""
    if not reading.refuses:
        return ()
    return tuple(
        provision
        for provision in reading.provisions
        if provision.standing is Standing.QUALIFIED and str(provision.citation) != _NOTHING_TO_WEIGH
    )


def _missing(reading: Reading, pattern: re.Pattern[str], what: str) -> Found:
    """Yield one finding where the letter lacks one side of the test, or its result."""
    provisions = _weighed(reading)
    if provisions and not any(
        pattern.search(sentence) and not _TEST.search(sentence) for sentence in reading.sentences
    ):
        name = provision_in_words(provisions[0].citation)
        yield f"{name[0].upper()}{name[1:]} is qualified, but the letter {what}.", 0, 0


def _for_disclosure(reading: Reading) -> Found:
    """Find a test without the public interest in disclosure."""
    what = "gives no factor in favour of disclosure"
    yield from _missing(reading, _FOR, what)


def _for_withholding(reading: Reading) -> Found:
    """Find a test without the public interest in withholding."""
    what = "gives no factor in favour of withholding"
    yield from _missing(reading, _AGAINST, what)


def _balance(reading: Reading) -> Found:
    """Find a test without a result."""
    what = "does not say where the balance of the public interest lies"
    yield from _missing(reading, _BALANCE, what)


RULES = (
    Rule("public-interest-for", "s.17(3) FOIA, reg 14(3)(b) EIR", "error", _for_disclosure),
    Rule("public-interest-against", "s.17(3) FOIA, reg 14(3)(b) EIR", "error", _for_withholding),
    Rule("public-interest-balance", "s.17(3) FOIA, reg 14(3)(b) EIR", "error", _balance),
)
