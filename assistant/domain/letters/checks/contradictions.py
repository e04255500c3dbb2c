"""Whether a letter contradicts itself: what is held, what is said of it, and its sums.

Sections 1(1), 2(1) and 17(4) FOIA, regulation 5(4) EIR.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.domain.law.acts import ProvisionKind
from assistant.domain.letters.checks.asked import Answer
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.names import names_in
from assistant.domain.letters.checks.reading import NEITHER, Reading
from assistant.domain.letters.checks.zones import Line, Sentence, Zone
from assistant.domain.letters.naming import provision_in_words

_LACKS = re.compile(
    r"\b(?:(?:do|does|did) not|don['’]t|doesn['’]t) hold (?:this|these|that|those|the|any|it"
    r"|such)\b(?P<thing>[^.;,:]{0,60})[.;,:]?$",
    re.IGNORECASE,
)
# What is exempt is the very thing of which it was just said that it is not held.
_SAME_IS_REFUSED = re.compile(
    r"^\W*(?:however,? |moreover,? |furthermore,? |in addition,? )?(?:it|this|they|these"
    r"|(?:the|this|that|these|those|such) (?P<thing>\w+))"
    r" (?:is|are)(?: \w+)?(?: being)? (?:exempt|excepted|withheld|refused)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|whether|would|had|even|any|other|rest|remain\w*|further)\b", re.IGNORECASE
)
_TOTAL = re.compile(r"^\W*(?:grand |overall |sub-?)?totals?\b", re.IGNORECASE)
_ROW = re.compile(
    r"^\W*(?P<label>[^|:\t\n]{1,60}?)(?:[ \t]{2,}|\t|[ \t]*\||:)[ \t|]*"
    r"(?P<cells>[\d,]+(?:[ \t|]+[\d,]+)*)[ \t|]*$"
)
_WHOLE = re.compile(
    r"\b(?:in total|a total of|in all|altogether|overall|the total (?:is|was|number)"
    r"|(?:in|over|across|during|for) (?:the|all|these|those) (?:two|three|four|five|six|seven|ten"
    r"|twelve|\d{1,2}) (?:financial |calendar |full )?(?:years|months|quarters|weeks))\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?<![\w.,/£#-])\d{1,3}(?:,\d{3})+(?![\w/%-])|(?<![\w.,/£#-])\d+(?![\w,/%-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST_ROWS = 2
# Smaller figures are labels, days and counts of other things.
_SMALLEST = 32


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of figures that end in a total, and the lines that they stand in."""

    first: Line
    last: Line
    rows: tuple[tuple[int, ...], ...]
    total: tuple[int, ...]

    def sums(self) -> tuple[int, ...]:
        """Return what each column adds up to, the total left out."""
        return tuple(sum(column) for column in zip(*self.rows, strict=True))


def _number(text: str) -> int:
    """Return a figure without its separators."""
    return int(text.replace(",", ""))


def _row(line: Line) -> tuple[int, ...] | None:
    """Return the figures of a line that is a label and nothing but figures, else None."""
    match = _ROW.match(line.text)
    if match is None:
        return None
    cells = re.split(r"[ \t|]+", match["cells"])
    if not all(re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d{1,9}", cell) for cell in cells):
        return None
    return tuple(_number(cell) for cell in cells)


def _tables(reading: Reading) -> list[_Table]:
    """Return the tables whose last row is their total, once a letter."""
    found: list[_Table] = []
    run: list[tuple[Line, tuple[int, ...]]] = []
    for line in reading.lines:
        cells = _row(line)
        if cells is None or (run and len(cells) != len(run[-1][1])):
            run = []
        if cells is None:
            continue
        if _TOTAL.match(line.text) and len(run) >= _FEWEST_ROWS:
            found.append(_Table(run[0][0], line, tuple(each for _, each in run), cells))
            run = []
        else:
            run.append((line, cells))
    return found


def _column_wrong(reading: Reading) -> Found:
    """Find a table whose rows do not add up to its total."""
    for table in reading.once(_tables):
        for place, total in enumerate(table.total):
            cells = [row[place] for row in table.rows]
            added = sum(cells)
            # A column whose total is not above every row is an average, or the same files twice.
            if total > max(cells) and total != added:
                yield (
                    f"The rows above add up to {added:,}, and the total is given as {total:,}.",
                    table.last.start,
                    table.last.end,
                )


def _total_contradicted(reading: Reading) -> Found:
    """Find a total in the words beside a table that is not the total of the table."""
    for table in reading.once(_tables):
        known = {number for row in (*table.rows, table.total, table.sums()) for number in row}
        totals = " or ".join(f"{total:,}" for total in table.total)
        known |= {sum(table.total), *(sum(row) for row in table.rows)}
        for sentence in _beside(reading, table):
            figures = [
                (match.start(), match.end(), _number(match[0]))
                for match in _FIGURE.finditer(sentence.text)
                if _number(match[0]) > _SMALLEST and not _YEAR.fullmatch(match[0])
            ]
            if len(figures) != 1 or not _WHOLE.search(sentence.text):
                continue
            start, end, figure = figures[0]
            if figure not in known and _near(figure, table.total):
                yield (
                    f"{figure:,} is not the total of the table, {totals}.",
                    sentence.start + start,
                    sentence.start + end,
                )


def _near(figure: int, totals: tuple[int, ...]) -> bool:
    """Tell whether a figure is of the size of a total, so that it can be meant for it."""
    return any(total / 2 < figure < total * 2 for total in totals)


def _beside(reading: Reading, table: _Table) -> Iterator[Sentence]:
    """Yield the sentences of the paragraphs before and after a table, as far as its headings."""
    sentences = reading.sentences
    before = [each for each in sentences if each.end <= table.first.start]
    after = [each for each in sentences if each.start >= table.last.end]
    for side in (list(reversed(before)), after):
        near: int | None = None
        for each in side:
            if each.is_heading or (near is not None and abs(each.paragraph - near) > 1):
                break
            near = each.paragraph if near is None else near
            yield each


def _lacked_and_refused(reading: Reading) -> Found:
    """Find what is said not to be held and in the same breath refused as exempt."""
    sentences = reading.body(Zone.BODY, Zone.REQUEST)
    for one, other in pairwise(sentences):
        lacks, refused = _LACKS.search(one.text), _SAME_IS_REFUSED.match(other.text)
        if lacks is None or refused is None or one.paragraph != other.paragraph:
            continue
        same = refused["thing"] is None or refused["thing"].lower() in lacks["thing"].lower()
        if not same or _SUPPOSED.search(one.text) or _SUPPOSED.search(other.text):
            continue
        for start, end, citation in reading.relied:
            kind = reading.kind_of(citation)
            of_what_is_held = kind is ProvisionKind.EXEMPTION or (
                kind is ProvisionKind.EXCEPTION and citation.path[:2] != ("4", "a")
            )
            if of_what_is_held and other.start <= start < other.end:
                name = provision_in_words(citation)
                yield (
                    f"It is not held, so {name} cannot exempt it: one of the two is wrong.",
                    start,
                    end,
                )
                break


def _undone(reading: Reading) -> Found:
    """Find a name that one part neither confirms nor denies, and of which another part tells."""
    asked = {each.label: each.text for each in reading.asked if each.label}
    for answer in reading.answers:
        if answer.label not in asked or not NEITHER.search(answer.said):
            continue
        elsewhere = " ".join(text for label, text in asked.items() if label != answer.label)
        names = names_in(asked[answer.label], f"{elsewhere} {reading.facts.authority or ''}")
        for sentence in _of_other_parts(reading, answer):
            told = [name for name in names if re.search(rf"\b{re.escape(name)}\b", sentence.text)]
            if told and not NEITHER.search(sentence.text) and not _SUPPOSED.search(sentence.text):
                yield (
                    f"Part {answer.label} neither confirms nor denies; this tells of {told[0]}.",
                    sentence.start,
                    sentence.end,
                )


def _of_other_parts(reading: Reading, answer: Answer) -> Iterator[Sentence]:
    """Yield the sentences in which other parts than one are answered."""
    for sentence in reading.body(Zone.BODY):
        of = {a.label for a in reading.answers if a.start <= sentence.start < a.end}
        if of and answer.label not in of:
            yield sentence


RULES = (
    Rule("not-held-and-exempt", "s.1(1), 2(2) FOIA", "error", _lacked_and_refused),
    Rule("ncnd-undone", "s.2(1), 17(4) FOIA", "error", _undone, ("request",)),
    Rule("table-total-wrong", "s.16 FOIA, reg 5(4) EIR", "warning", _column_wrong),
    Rule("total-contradicted", "s.16 FOIA, reg 5(4) EIR", "error", _total_contradicted),
)
