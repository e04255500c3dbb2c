"""Which of a message's text its sender wrote this time, and which is history.

Losing a requester's words is far worse than keeping an old letter: whatever is in doubt is the
sender's. History is left out only where a form that mail programs write marks it, and only where
the message answers something; what stands between quoted lines stays.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.mail.message import Span
from assistant.domain.mail.quotemarks import (
    ATTRIBUTION_END,
    ATTRIBUTION_START,
    BELOW,
    DIVIDER,
    FOOTER,
    FOOTER_SIGNS,
    FORWARD_MARK,
    FORWARD_SUBJECT,
    HEADER_FIELD,
    HEADER_START,
    ORIGINAL_MARK,
    PASSES_ON,
    REPLY_SUBJECT,
    RULE_LINE,
)

_QUOTED = re.compile(r"[ \t]{0,3}(?:>|\|(?= ?\S)(?=.*(?:>|\|)))")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_ATTRIBUTION = 5
_HEADER_REACH = 8
_FOOTER_REACH = 40
# No letter is longer; where a mark stands further down, everything counts as the sender's.
_MARK_REACH = 5000
# Fewer words than this above a history are no letter: perhaps the sender just passes it on.
_FEW = 1
# A note of fewer words than this may pass on what stands below it; a longer one is a letter.
_SHORT = 25


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def reply_spans(text: str, subject: str = "", *, answers: bool = False) -> tuple[Span, ...]:
    """Return the spans of `text` that the sender wrote this time: ordered, disjoint, never empty.

    `answers` says that the headers mark the message as a reply (In-Reply-To, References). A
    forwarded message is not history: nothing of it is left out. The spans of a text that is not
    blank always hold some of its words.
    """
    lines = _lines(text)
    folded = text.lower()
    footer = _footer(lines) if any(each in folded for each in FOOTER_SIGNS) else set()
    spans = _spans(lines, _history(lines, footer, subject, answers=answers))
    if not any(_WORD.search(text, span.start, span.end) for span in spans):
        spans = _spans(lines, footer)
    if not any(_WORD.search(text, span.start, span.end) for span in spans):
        spans = (Span(0, len(text)),) if text.strip() else ()
    return spans


def _lines(text: str) -> list[_Line]:
    lines, start = [], 0
    for piece in text.split("\n"):
        lines.append(_Line(start, min(len(text), start + len(piece) + 1), piece))
        start += len(piece) + 1
    return lines


def _history(lines: Sequence[_Line], footer: set[int], subject: str, *, answers: bool) -> set[int]:
    """Return the numbers of the lines that are history, those of a site's footer among them."""
    if FORWARD_SUBJECT.match(subject):
        return footer
    replying = answers or bool(REPLY_SUBJECT.match(subject))
    history = set(footer) | _quoted_lines(lines, replying=replying)
    mark = _first_mark(lines, history, replying=replying)
    if mark is not None and _leads_nothing(lines, mark, history):
        mark = None
    if mark is not None:
        history.update(range(mark, len(lines)))
    return history


def _footer(lines: Sequence[_Line]) -> set[int]:
    """Return the lines that a request site (WhatDoTheyKnow and its kin) adds below a letter.

    They begin at a ruled line (or the sentence itself) and end at the next ruled line.
    """
    for number, line in enumerate(lines):
        if not FOOTER.search(line.text):
            continue
        first = number
        for above in range(number - 1, max(-1, number - 4), -1):
            if RULE_LINE.fullmatch(lines[above].text.strip()):
                first = above
                break
        last = number
        for below in range(number + 1, min(len(lines), number + _FOOTER_REACH)):
            if ORIGINAL_MARK.match(lines[below].text.strip()):
                break
            last = below
            if RULE_LINE.fullmatch(lines[below].text.strip()):
                break
        return set(range(first, last + 1))
    return set()


def _quoted_lines(lines: Sequence[_Line], *, replying: bool) -> set[int]:
    """Return lines that begin with ">" and the attribution lines that introduce them."""
    quoted = {number for number, line in enumerate(lines) if _QUOTED.match(line.text)}
    introduced: set[int] = set()
    for number in sorted(quoted):
        if number - 1 not in quoted:
            introduced |= _attribution_above(lines, number)
    if not replying and not introduced:
        # A first message may use ">" for a list of its own.
        return set()
    if len(quoted) > 1 or introduced:
        between = {n for n in range(len(lines)) if lines[n].blank and {n - 1, n + 1} <= quoted}
        return quoted | introduced | between
    return set() if not replying else quoted


def _attribution_above(lines: Sequence[_Line], number: int) -> set[int]:
    """Return the lines above a quotation that say who wrote it and when."""
    last = number - 1
    while last >= 0 and lines[last].blank and number - last <= 3:  # noqa: PLR2004 - two blanks
        last -= 1
    if last < 0 or not ATTRIBUTION_END.search(lines[last].text):
        return set()
    for first in range(last, max(-1, last - _LONGEST_ATTRIBUTION), -1):
        if lines[first].blank:
            break
        if ATTRIBUTION_START.match(lines[first].text):
            return set(range(first, last + 1))
    return set()


def _first_mark(lines: Sequence[_Line], history: Iterable[int], *, replying: bool) -> int | None:
    """Return the first line below which everything is an unmarked copy of older messages.

    Only a reply has such a history. A forwarding mark before it ends the search: what follows it
    is passed on, and may be the request itself.
    """
    if not replying:
        return None
    known = set(history)
    for number, line in enumerate(lines[:_MARK_REACH]):
        if number in known or line.blank:
            continue
        stripped = line.text.strip()
        if FORWARD_MARK.match(stripped):
            return None
        if ORIGINAL_MARK.match(stripped):
            return number
        if _is_header_block(lines, number) or _is_attribution(lines, number):
            above = number - 1
            while above >= 0 and lines[above].blank:
                above -= 1
            ruled = above >= 0 and DIVIDER.fullmatch(lines[above].text.strip())
            return above if ruled else number
    return None


def _is_header_block(lines: Sequence[_Line], number: int) -> bool:
    """Say whether a block of From, Sent, To and Subject lines begins here (as Outlook writes)."""
    if not HEADER_START.match(lines[number].text):
        return False
    names = set()
    for line in lines[number : number + _HEADER_REACH]:
        found = HEADER_FIELD.match(line.text)
        if found:
            names.add(found.group(1).lower())
    return len(names) >= 3  # noqa: PLR2004 - who, and two of when, to whom, about what


def _is_attribution(lines: Sequence[_Line], number: int) -> bool:
    """Say whether "On such a day, so-and-so wrote:" begins here, on its own, with a date in it."""
    if not ATTRIBUTION_START.match(lines[number].text):
        return False
    joined = ""
    for line in lines[number : number + _LONGEST_ATTRIBUTION]:
        if line.blank:
            return False
        joined += " " + line.text
        if ATTRIBUTION_END.search(line.text):
            return bool(re.search(r"\d", joined)) and len(joined) < 400  # noqa: PLR2004 - no letter
    return False


def _leads_nothing(lines: Sequence[_Line], mark: int, history: set[int]) -> bool:
    """Say whether what stands above a history does not stand alone.

    So it is where next to nothing was written, or where the sender points to what is below or
    says that the answers stand inside it.
    """
    above = " ".join(lines[n].text for n in range(mark) if n not in history)
    words = len(_WORD.findall(above))
    if words < _FEW or BELOW.search(above):
        return True
    return words < _SHORT and bool(PASSES_ON.search(above))


def _spans(lines: Sequence[_Line], history: set[int]) -> tuple[Span, ...]:
    """Return the runs of lines that are not history, blank ones at their edges left out."""
    spans: list[Span] = []
    run: list[_Line] = []
    for number, line in enumerate(lines):
        if number not in history:
            run.append(line)
            continue
        spans.extend(_span(run))
        run = []
    spans.extend(_span(run))
    return tuple(spans)


def _span(run: Sequence[_Line]) -> list[Span]:
    """Return the span of a run of lines, or nothing where they are all blank."""
    written = [line for line in run if not line.blank]
    return [Span(written[0].start, written[-1].end)] if written else []
