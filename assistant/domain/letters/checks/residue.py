"""What must not be left in a letter: gaps, placeholders, and what a word processor left behind."""

import re

from assistant.domain.letters.checks.framework import Found, Reading, Rule

_GAP = re.compile(
    r"\[[^\[\]\n]{0,60}\b(?:officer to|to supply|to be (?:supplied|confirmed|completed)|insert"
    r"|please (?:complete|confirm)|delete as|tbc|choose|select|enter|add|complete)\b"
    r"[^\[\]]{0,400}\]",
    re.IGNORECASE,
)
_RESIDUE: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\[(?:bookmark|image|cid|embedded)\b[^\]\n]{0,80}\]?", re.IGNORECASE),
        "a bookmark",
    ),
    (re.compile(r"\b_(?:Hlk|Toc|Ref|GoBack)\w*"), "a bookmark"),
    (
        re.compile(r"Error! (?:Reference|Bookmark|Hyperlink|Not|No)\b[^\n.]{0,60}", re.IGNORECASE),
        "a broken reference",
    ),
    (re.compile(r"\b(?:MERGEFIELD|HYPERLINK \"|PAGEREF|DOCPROPERTY)"), "a field code"),
    (re.compile(r"(?<![A-Za-z0-9])[£$]?(?:XX+|xx{2,})(?![A-Za-z0-9])"), "a placeholder"),
    (re.compile(r"\b(?:TBC|TBA|TBD)\b"), "a placeholder"),
    (re.compile(r"\b(?:DD|dd)/(?:MM|mm)/(?:YY|yy)+\b"), "a placeholder"),
    (re.compile(r"<<[^<>\n]{1,60}>>|«[^«»\n]{1,60}»|\{\{?[A-Za-z_ .]{1,40}\}?\}"), "a placeholder"),
    (re.compile(r"_{4,}|\.{6,}"), "a line to be filled in"),
    (re.compile(r"\blorem ipsum\b", re.IGNORECASE), "filler text"),
)
_LIST_ONE = re.compile(r"^[ \t]*1[.)][ \t]+\S[^\n]*", re.MULTILINE)
_COLLAPSED = 3


def _gaps(reading: Reading) -> Found:
    """Find what only an officer can supply and nobody has."""
    for match in _GAP.finditer(reading.own):
        yield f"This is still to be supplied: {match[0][:120]}", match.start(), match.end()


def _residue(reading: Reading) -> Found:
    """Find placeholders and what a word processor left behind."""
    gaps = [(match.start(), match.end()) for match in _GAP.finditer(reading.own)]
    for pattern, what in _RESIDUE:
        for match in pattern.finditer(reading.own):
            if not any(start <= match.start() < end for start, end in gaps):
                yield f"“{match[0].strip()}” looks like {what}.", match.start(), match.end()


def _collapsed_list(reading: Reading) -> Found:
    """Find a numbered list whose every entry is number 1, as a lost list style leaves it."""
    ones = list(_LIST_ONE.finditer(reading.own))
    for first, *others in zip(ones, *(ones[step:] for step in range(1, _COLLAPSED)), strict=False):
        between = reading.own[first.end() : others[-1].start()]
        if not re.search(r"^[ \t]*[2-9][.)]", between, re.MULTILINE) and len(between) < 1000:  # noqa: PLR2004 - further apart, they are lists of their own
            yield "The entries of this list are all numbered 1.", first.start(), first.end()
            return


RULES = (
    Rule("gap-left", "s.17(1) FOIA", "error", _gaps),
    Rule("residue-left", "", "error", _residue),
    Rule("list-numbering", "", "warning", _collapsed_list),
)
