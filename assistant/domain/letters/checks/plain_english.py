"""Words and sentences that a requester should not have to work through (s.16 FOIA, s.45 code)."""

import re

from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.zones import Zone

_LEGALESE = re.compile(
    r"\b(?:aforementioned|aforesaid|hereinbefore|hereinafter|hereunder|herein|hereto|heretofore"
    r"|hereby|hereafter|thereof|therein|thereto|thereunder|thereby|"
    r"whereof|wherein|whereas the|forthwith|notwithstanding|inter alia|pursuant to|prima facie"
    r"|mutatis mutandis|ipso facto|per se|vis-à-vis|the foregoing|the said|in the premises|"
    r"save (?:insofar|that|as)|insofar as|deemed to|construed|yourself?self|to yourself|qua"
    r"|ab initio|de minimis|ultra vires|a fortiori|in respect whereof|as per|duly)\b",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 60


def _legalese(reading: Reading) -> Found:
    """Find words of lawyers that plain ones would do for."""
    for sentence in reading.body(Zone.BODY, Zone.INTEREST, Zone.HELP, Zone.RIGHTS, Zone.REQUEST):
        match = _LEGALESE.search(sentence.text)
        if match:
            start = sentence.start + match.start()
            yield f"Say “{match[0]}” in plain words.", start, start + len(match[0])


def _long_sentences(reading: Reading) -> Found:
    """Find sentences that are too long to be followed."""
    for sentence in reading.body(Zone.BODY, Zone.INTEREST, Zone.HELP, Zone.REQUEST):
        words = len(re.findall(r"[^\W\d_]+", sentence.text))
        if words > _LONGEST_SENTENCE and ";" not in sentence.text and "|" not in sentence.text:
            yield (
                (f"This sentence has {words} words; make it two or three."),
                sentence.start,
                sentence.end,
            )


RULES = (
    Rule("plain-english", "s.16 FOIA, s.45 code", "warning", _legalese),
    Rule("long-sentence", "s.16 FOIA, s.45 code", "warning", _long_sentences),
)
