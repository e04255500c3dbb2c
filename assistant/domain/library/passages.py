"""Cuts a response where it divides itself: the request, answers, prejudice, factors, rights."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from assistant.domain.law.citations import find_citations
from assistant.domain.letters.checks.lines import joined
from assistant.domain.letters.checks.sides import named_side
from assistant.domain.letters.checks.zones import Line, Zone, lines_of
from assistant.domain.letters.sentences import sentences

# What no officer takes in at a glance is cut once more, between paragraphs or lines.
LONGEST = 1200
_FEWEST_FRAME_WORDS = 25
_MARKED = re.compile(r"^(#{1,6})(?=[ \t]+\S)", re.MULTILINE)
_LABEL = re.compile(
    r"\W{0,3}(?:(?:questions?|parts?|items?|points?|q)\W{0,2}(\d{1,2}[a-z]?|[a-h]\b)"
    r"|(\d{1,2})[.)](?=\s))",
    re.IGNORECASE,
)
_PREJUDICE = re.compile(
    r"\bprejudice\b|\bharm\b|\bevidence of\b|\bwhy .*\bappl(?:y|ies)\b", re.IGNORECASE
)
_HARMS = re.compile(
    r"\bwould,? (?:or would be likely to,? )?(?:be likely to )?(?:otherwise )?"
    r"(?:prejudice|endanger|inhibit|harm)\b"
    r"|\bprejudice (?:test|to|would|is)\b|\bharm (?:test|that|would|in disclos)",
    re.IGNORECASE,
)
_BALANCE = re.compile(
    r"\bbalanc|\bconclu|\bon balance\b|\boutweigh|\bweigh(?:ed|ing)\b|\bdecision\b", re.IGNORECASE
)
_BOTH_SIDES = re.compile(r"\bfor and against\b|\bagainst and (?:for|in favour)\b", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"yours\b|(?:with )?(?:kind|best|warm) (?:regards|wishes)|regards\b|yn gywir\b", re.IGNORECASE
)
_REQUEST_TITLE = re.compile(
    r"(?:(?:the|your|original|text of(?: the)?) )*(?:foi |information )?(?:requests?|questions?)"
    r"(?: (?:made|text|for information|in full|received))?\W*|(?:what )?you asked(?: for)?\W*",
    re.IGNORECASE,
)
# "You asked for the following:": what stands below it is the request, until the answer begins.
_ASKED = re.compile(
    r"\b(?:you (?:have )?(?:asked|request|wrote|sought|wanted|specifically)|your (?:\w+ )?request"
    r"|(?:was|is|request) as follows|for the following information|requested (?:details|the "
    r"following|information)|please (?:can|could|would) you (?:please )?(?:provide|send|tell))\b"
    r"[^\n]*:\W*$",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\W*(?:(?:we|i) (?:can |have |do |are |am |now |wish |would )|in response|our response"
    r"|response|answers?\b|please (?:see|find|note)|the (?:freedom of information|information you"
    r"|information requested|council|force|trust|department|authority)|under (?:the|section)"
    r"|following|section \d|having|this (?:information|request)|unfortunately|thank you)",
    re.IGNORECASE,
)
# A row of figures, whatever words stand in it.
_FIGURES = re.compile(r"(?:\b\d[\d,.%]*[ \t]+){3}")
# What stands on so many pages is put there by the page.
_PAGES = 3
_GREETING = re.compile(r"(?:dear|hi|hello|annwyl|to whom)\b.{0,80}", re.IGNORECASE)
_LEAD = 90


class Kind(StrEnum):
    """What a passage does in its letter."""

    REQUEST = "request"
    ANSWER = "answer"
    PREJUDICE = "prejudice"
    INTEREST = "interest"
    FOR = "for"
    AGAINST = "against"
    BALANCE = "balance"
    ADVICE = "advice"
    RIGHTS = "rights"
    FRAME = "frame"


_OF_ZONE = {
    Zone.FRAME: Kind.FRAME,
    Zone.REQUEST: Kind.REQUEST,
    Zone.BODY: Kind.ANSWER,
    Zone.INTEREST: Kind.INTEREST,
    Zone.HELP: Kind.ADVICE,
    Zone.RIGHTS: Kind.RIGHTS,
}
# A heading that nothing but its form makes one stands below the letter's title.
_SECTION = 2


@dataclass(frozen=True, slots=True)
class Cut:
    """A passage: what it does, its heading path ("Response > Question 2"), its section, its place.

    Offsets are code points of the text that was cut, and `text[start:end]` is exactly the passage.
    """

    heading: str
    section: str
    start: int
    end: int
    text: str
    kind: Kind = Kind.ANSWER


@dataclass(slots=True)
class _Run:
    """Lines that belong together: the same headings, the same question, the same purpose."""

    heading: str
    kind: Kind
    label: str
    lines: list[Line] = field(default_factory=list)


def cut(text: str, *, request_ends: int = 0) -> tuple[Cut, ...]:
    """Cut a response by its own structure.

    Up to `request_ends` the text is the request; from there on it is the response. Marked headings
    ("## Prejudice") are no passages, they stand in the path of what they head; a line that only
    looks like a heading begins the passage below it, so that nothing of an answer is lost. Nor are
    addresses, salutations and signatures passages.
    """
    passages = list(_request(text, request_ends))
    response = text[request_ends:]
    for run in _Cutter(response, below="Response" if request_ends else "").runs():
        passages += _pieces(response, run, request_ends)
    return tuple(passages)


def request_in(text: str) -> str:
    """Return the words of the request as a response quotes them; empty where it quotes none."""
    return "\n".join(each.text for each in cut(text) if each.kind is Kind.REQUEST)


def _request(text: str, ends: int) -> Iterator[Cut]:
    """Yield the passages of what is known to be the request."""
    run = _Run("Request", Kind.REQUEST, "")
    paragraph = 0
    signed = False
    for match in re.compile(r"[^\n]+").finditer(text, 0, ends):
        line = match[0].strip()
        paragraph += text[: match.start()].endswith("\n\n")
        signed = signed or bool(_SIGN_OFF.match(line))
        if line and not signed and not _MARKED.match(line) and not _GREETING.fullmatch(line):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            end = start + len(line)
            run.lines.append(
                Line(start, end, line, Zone.REQUEST, is_heading=False, paragraph=paragraph)
            )
    yield from _pieces(text, run, 0)


class _Cutter:
    """Goes through the lines of a response once, from heading to heading."""

    def __init__(self, text: str, *, below: str = "") -> None:
        """`below` is the heading that stands above the whole of the text."""
        self.marks = {
            match.end() + _gap(text, match.end()): len(match[1]) for match in _MARKED.finditer(text)
        }
        self.lines = _without_frame(_without_page_heads(lines_of(_flat(text))))
        self.path: list[tuple[int, str]] = [(1, below)] if below else []
        self.label = ""
        self.side = Kind.INTEREST
        self.paragraph = -1
        self.asked = False
        self.marked = 0

    def runs(self) -> Iterator[_Run]:
        """Yield the runs in order; none is empty."""
        run: _Run | None = None
        for line in self.lines:
            deep = self.marks.get(line.start, 0)
            headed = bool(deep) or (line.is_heading and not self._is_asked(line))
            if headed:
                self._head(line, deep or self._depth(line.text))
            kind = self._kind(line)
            labelled = self._labelled(line, kind)
            if run is None or headed or labelled or kind is not run.kind:
                if run is not None and run.lines and not self._only_heads(run):
                    yield run
                run = _Run(self._heading(kind), kind, self.label)
            if not deep:
                run.lines.append(line)
            self.paragraph = line.paragraph
        if run is not None and run.lines:
            yield run

    def _only_heads(self, run: _Run) -> bool:
        """Say whether a run is but a heading that stands above what follows."""
        if len(run.lines) > 1 or not run.lines[0].is_heading:
            return False
        return run.lines[0].text in {title for _, title in self.path[:-1]}

    def _head(self, line: Line, deep: int) -> None:
        """Take a heading into the path."""
        if line.start in self.marks:
            self.marked = deep
        self.path = [(depth, title) for depth, title in self.path if depth < deep]
        self.path.append((deep, line.text))
        self.label = ""
        self.side = _side(line.text) or Kind.INTEREST
        self.asked = False

    def _depth(self, title: str) -> int:
        """Return how deep a heading stands that nothing but its form makes one."""
        section = max(_SECTION, self.marked + 1)
        below = self.path and (_LABEL.match(title) or _side(title) is not None)
        return section + 1 if below else section

    def _kind(self, line: Line) -> Kind:
        """Return what a line does in the letter."""
        kind = _OF_ZONE[line.zone]
        title = self.path[-1][1] if self.path else ""
        if kind is Kind.INTEREST and not _FIGURES.search(line.text):
            return self._weighing(line, title)
        self.side = _side(title) or Kind.INTEREST
        kind = Kind.ANSWER if kind is Kind.INTEREST else kind
        if kind in {Kind.ANSWER, Kind.REQUEST} and self._asks(line):
            return Kind.REQUEST
        if kind is Kind.ANSWER and (_PREJUDICE.search(title) or _HARMS.search(line.text)):
            return Kind.PREJUDICE
        return kind

    def _weighing(self, line: Line, title: str) -> Kind:
        """Return for which side a line of the weighing speaks, or that it weighs them."""
        fresh = line.paragraph != self.paragraph
        if not line.is_heading and fresh and _side(title) is None:
            self.side = _side(line.text[:_LEAD]) or self.side
        return self.side

    def _asks(self, line: Line) -> bool:
        """Say whether a line repeats the request: below its heading, or below "you asked:"."""
        if self._below_request():
            return True
        if self.asked and _ANSWERS.match(line.text):
            self.asked = False
        asked, self.asked = self.asked, self.asked or bool(_ASKED.search(line.text))
        return asked

    def _is_asked(self, line: Line) -> bool:
        """Say whether a line that looks like a heading is a question of the request."""
        if self._below_request():
            return True
        label = _LABEL.match(line.text)
        return self.asked and (line.text.endswith("?") or bool(label and label[2]))

    def _below_request(self) -> bool:
        """Say whether a heading above says that the request follows."""
        return any(_REQUEST_TITLE.fullmatch(title) for _, title in self.path)

    def _labelled(self, line: Line, kind: Kind) -> bool:
        """Take the label of the question that a line begins to answer; say whether there is one."""
        if kind is not Kind.ANSWER:
            self.label = "" if kind in {Kind.RIGHTS, Kind.REQUEST, Kind.ADVICE} else self.label
            return False
        found = _LABEL.match(line.text)
        if found is None or (found[2] and line.paragraph == self.paragraph):
            return False
        self.label = f"Question {found[1] or found[2]}"
        return True

    def _heading(self, kind: Kind) -> str:
        """Return the path of headings, the question at its end where no heading names it."""
        titles = [title for _, title in self.path]
        asked = kind in {Kind.ANSWER, Kind.PREJUDICE} and self.label
        if asked and not any(_LABEL.match(title) for title in titles[-1:]):
            titles.append(self.label)
        return " > ".join(titles)


def _side(text: str) -> Kind | None:
    """Return which side of the weighing a heading or the beginning of a paragraph announces."""
    if _BOTH_SIDES.search(text):
        return Kind.INTEREST
    side = named_side(text)
    if side:
        return Kind.FOR if side == "for" else Kind.AGAINST
    return Kind.BALANCE if _BALANCE.search(text) else None


def _flat(text: str) -> str:
    """Return the text with its wrapping undone and the marks of headings blanked, same offsets."""
    blanked = _MARKED.sub(lambda match: " " * len(match[0]), text)
    flat = joined(blanked)
    for match in _MARKED.finditer(text):
        end = text.find("\n", match.end())
        before, after = max(0, match.start() - 1), end if end >= 0 else len(text)
        # A heading is never wrapped into the text above or below it.
        flat = text[before : match.start()].join((flat[:before], flat[match.start() :]))
        flat = flat[:after] + text[after : after + 1] + flat[after + 1 :]
    return flat


def _gap(text: str, start: int) -> int:
    return len(text[start:]) - len(text[start:].lstrip(" \t"))


def _without_page_heads(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without the letterhead that the pages of a PDF repeat."""
    times = Counter(line.text for line in lines)
    kept: list[Line] = []
    dropped = False
    for line in lines:
        repeated = times[line.text] >= _PAGES and line.zone is not Zone.FRAME
        dropped = repeated and (line.is_heading or dropped)
        if not dropped:
            kept.append(line)
    return kept


def _without_frame(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without addresses, salutation and signature.

    A long paragraph above the salutation is kept, and so is what stands at the foot of a letter
    that nobody signed: it may be the last answer.
    """
    words: dict[int, int] = {}
    for line in lines:
        words[line.paragraph] = words.get(line.paragraph, 0) + len(line.text.split())
    first = next((n for n, each in enumerate(lines) if each.zone is not Zone.FRAME), len(lines))
    signed = next(
        (
            n
            for n, each in enumerate(lines)
            if n >= first and each.zone is Zone.FRAME and _SIGN_OFF.match(each.text)
        ),
        len(lines),
    )
    kept: list[Line] = []
    for number, line in enumerate(lines):
        if line.zone is not Zone.FRAME:
            kept.append(line)
        elif number < first:
            if words[line.paragraph] >= _FEWEST_FRAME_WORDS:
                kept.append(replace(line, zone=Zone.BODY))
        elif number < signed:
            kept.append(replace(line, zone=kept[-1].zone))
    return kept


def _pieces(text: str, run: _Run, shift: int) -> Iterator[Cut]:
    """Yield the passages of a run: whole, or put together from paragraphs up to the longest."""
    spans: list[tuple[int, int]] = []
    for start, end in _stretches(run.lines):
        if spans and end - spans[-1][0] <= LONGEST:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    for start, end in spans:
        words = text[start:end]
        yield Cut(run.heading, _section(words), start + shift, end + shift, words, run.kind)


def _stretches(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield paragraphs, or the lines of one that is too long by itself."""
    for _, group in groupby(lines, key=lambda line: line.paragraph):
        paragraph = list(group)
        start, end = paragraph[0].start, paragraph[-1].end
        if end - start <= LONGEST:
            yield start, end
        else:
            for line in paragraph:
                yield from (
                    _sentences(line) if len(line.text) > LONGEST else [(line.start, line.end)]
                )


def _sentences(line: Line) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a line that is too long by itself, as PDFs and old mail have them."""
    at = line.start
    for piece in sentences(line.text):
        bare = piece.strip()
        if bare:
            start = at + piece.index(bare[0])
            yield start, start + len(bare)
        at += len(piece)


def _section(text: str) -> str:
    """Return the first provision a passage cites, or nothing."""
    return next((str(citation) for _, _, citation in find_citations(text)), "")
