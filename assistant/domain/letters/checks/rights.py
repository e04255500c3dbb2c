"""Whether a refusal tells the requester what they can do about it (s.17(7) FOIA, reg 14(5) EIR)."""

import re

from assistant.domain.letters.checks.framework import Found, Reading, Rule
from assistant.domain.letters.sentences import sentences

_REVIEW = re.compile(
    r"\binternal review\b|\breviewed\b|\breview (?:of|our|the|this|into)\b"
    r"|\bask(?:ing)? (?:us|for)[^.]{0,40}\breview|\breconsider(?:ation|ed)?\b"
    r"|\bmake representations\b|\bcomplaints procedure\b|\bappeal to us\b",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}\.\w+|\b(?:write|writing|wrote|reply|replying|respond(?:ing)?|e-?mail(?:ing)?|"
    r"contact(?:ing)?|send(?:ing)?|telephone|submit(?:ted|ting)?|address(?:ed)?|form|letter) "
    r"?(?:to|us|the|at|by|our|this|your|above|below|or|[\[<(])",
    re.IGNORECASE,
)
_NUMBER_WORD = r"(?:\d{1,3}|one|two|three|four|five|six|eight|ten|twelve|twenty|thirty|forty|sixty)"
_WHEN = re.compile(
    rf"\b{_NUMBER_WORD}\s+(?:\(\d+\)\s+)?(?:working|calendar|school)?\s*(?:days?|weeks?|months?)\b",
    re.IGNORECASE,
)
_WE_ANSWER = re.compile(r"\bwe\b[^.]{0,30}\b(?:aim|will|shall|hope|endeavour)\b", re.IGNORECASE)
# "Somebody v Information Commissioner" is the name of a case.
_REGULATOR = re.compile(r"(?<! v )(?<! v\. )\bInformation Commission(?:er)?(?:['’]s)?\b|\bICO\b")
_CONTACT = re.compile(
    r"\bico\.org\.uk|https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|\bWycliffe House\b|\b0\d{3} ?\d{3} ?\d{4}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_SECTION_50 = re.compile(r"\b(?:section|s\.?)\s*50\b", re.IGNORECASE)
_NEAR = 700


def _near(reading: Reading, pattern: re.Pattern[str]) -> list[str]:
    """Return the letter's words from shortly before each match to some way after it."""
    text = reading.own
    return [
        text[max(0, match.start() - _NEAR // 2) : match.end() + _NEAR]
        for match in pattern.finditer(text)
    ]


def _offers_review(reading: Reading) -> Found:
    """Find a refusal that does not tell of the internal review."""
    if reading.refuses and not reading.place(_REVIEW):
        yield "The letter does not tell of the right to an internal review.", 0, 0


def _review_how(reading: Reading) -> Found:
    """Find a review that is offered without saying how to ask for it."""
    found = _near(reading, _REVIEW)
    if (
        reading.refuses
        and found
        and not any(_HOW.search(_before_regulator(text)) for text in found)
    ):
        yield "The letter does not say how to ask for an internal review.", 0, 0


def _review_when(reading: Reading) -> Found:
    """Find a review that is offered without saying by when to ask for it."""
    found = _near(reading, _REVIEW)
    if reading.refuses and found and not any(_asks_by(_before_regulator(text)) for text in found):
        yield "The letter does not say by when to ask for an internal review.", 0, 0


def _asks_by(text: str) -> bool:
    """Tell whether a text limits the time to ask, and not only the time that the answer takes."""
    return any(
        _WHEN.search(clause) and not _WE_ANSWER.search(clause)
        for sentence in sentences(text)
        for clause in sentence.split(";")
    )


def _before_regulator(text: str) -> str:
    """Return what is about the authority: the regulator's contact says nothing of the review."""
    match = _REGULATOR.search(text, len(text) // 3)
    return text[: match.start()] if match else text


def _names_regulator(reading: Reading) -> Found:
    """Find a refusal that does not name the regulator."""
    if reading.refuses and not reading.place(_REGULATOR):
        yield "The letter does not tell of the right to complain to the Commissioner.", 0, 0


def _regulator_contact(reading: Reading) -> Found:
    """Find a regulator who is named without any way to reach them."""
    first = reading.place(_REGULATOR)
    if not reading.refuses or first is None:
        return
    # An address that stands before the regulator is named is the authority's own.
    ours = set(_MAIL.findall(reading.own[: first.start()]))
    text = reading.own[first.start() :]
    near = [text[m.start() : m.end() + _NEAR // 2] for m in _REGULATOR.finditer(text)]
    given = [found[0] for piece in near for found in _CONTACT.finditer(piece)]
    if not set(given) - ours:
        yield "The letter does not say how to reach the Commissioner.", 0, 0


def _section_50(reading: Reading) -> Found:
    """Find a refusal that does not say where the right to complain comes from."""
    if reading.refuses and not reading.place(_SECTION_50):
        yield "The letter does not name section 50, which gives the right to complain.", 0, 0


RULES = (
    Rule("review-offered", "s.17(7)(a) FOIA, reg 14(5)(a) EIR", "error", _offers_review),
    Rule("review-how", "s.17(7)(a) FOIA, reg 14(5)(a) EIR", "error", _review_how),
    Rule("review-when", "s.17(7)(a) FOIA, reg 11(2) EIR", "error", _review_when),
    Rule("regulator-named", "s.17(7)(b) FOIA, reg 14(5)(b) EIR", "error", _names_regulator),
    Rule("regulator-contact", "s.17(7)(b) FOIA, reg 14(5)(b) EIR", "error", _regulator_contact),
    Rule("section-50-named", "s.17(7)(b) FOIA", "warning", _section_50),
)
