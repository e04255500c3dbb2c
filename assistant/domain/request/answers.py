"""Knows years and possible answers, which stand under a question and ask nothing."""

import re

# A line of nothing but years and what people say between them.
_YEAR = re.compile(r"(?:19|20)\d\d")
_AROUND_YEARS = re.compile(
    r"\b(?:(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?|fy|financial|calendar|academic|tax|years?|q[1-4]"
    r"|quarters?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|and|to|until|or|date|present"
    r"|so|far|from"
    r"|ending|ended|the|in|for)\b",
    re.IGNORECASE,
)
_LONGEST_YEARS = 200
_ANYTHING = re.compile(r"\w")
OPTION = re.compile(
    r"\W{0,4}(?:yes|no|other|none|don['’]t\sknow|unknown|n/?a|not\s(?:applicable|known|recorded"
    r"|sure)"
    r"|all\sof\sthe\sabove|option\s)(?:\b[^?]{0,80})?$",
    re.IGNORECASE,
)


def is_years(words: str) -> bool:
    """Say whether words are nothing but years, quarters and dates."""
    if len(words) > _LONGEST_YEARS or _YEAR.search(words) is None:
        return False
    return _ANYTHING.search(_AROUND_YEARS.sub(" ", words)) is None


def is_answer(words: str) -> bool:
    """Say whether words are a year or a possible answer ("Yes", "Not known"), and no question."""
    return is_years(words) or OPTION.match(words) is not None
