"""A letter's text as headings, paragraphs, lists and tables: what every rendering is made from.

Nothing is added, moved or left out: the words of the elements, in order, are the words of the text.
What only drew the shape (bullets, the bars and rules of a table) is in the shape now.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.letters.blocks import Block, Draft
from assistant.domain.letters.headings import Line, headings
from assistant.domain.letters.listings import Entry, Listing, follows_on, listing_at
from assistant.domain.letters.tables import Table, table_at

# Text that was wrapped by hand has lines about this long; an address or a sign-off has shorter.
_WRAPPED = range(55, 81)
# C1 controls with DEL, and the halves of surrogate pairs.
_UNSHOWN = (range(0x7F, 0xA0), range(0xD800, 0xE000))
_NO_CHARACTER = 0xFFFE


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1 for the letter's own, and never more than one below the last."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; more than one line where the line ends are meant, as in an address."""

    lines: tuple[str, ...]


Element = Heading | Paragraph | Listing | Table


@dataclass(frozen=True, slots=True)
class _Placed:
    """An element and where its first line starts in the text."""

    element: Element
    start: int


def structure_of(draft: Draft) -> tuple[Element, ...]:
    """Return the elements of a draft; its blocks tell which lines are headings."""
    return structure(draft.text, draft.blocks)


def structure(text: str, blocks: Sequence[Block] = ()) -> tuple[Element, ...]:
    """Return the elements of a letter's text.

    `blocks`, where they are known, join to exactly `text`; the wording that a line comes from says
    whether it is a heading. Without them headings are told by their form, and where that leaves
    doubt a line stays a paragraph.
    """
    placed = _joined(_placed(text))
    levels = headings([_line(each) for each in placed], blocks)
    return tuple(
        Heading(_only_line(each.element), level) if level else each.element
        for each, level in zip(placed, levels, strict=True)
    )


def words(elements: Iterable[Element]) -> tuple[str, ...]:
    """Return the words of elements in reading order; the number of a list's entry is a word."""
    return tuple(word for each in elements for text in texts(each) for word in text.split())


def texts(element: Element) -> Iterator[str]:
    """Yield the texts of an element in reading order."""
    match element:
        case Heading():
            yield element.text
        case Paragraph():
            yield from element.lines
        case Listing():
            for entry in element.entries:
                yield from filter(None, (entry.label, entry.text))
        case Table():
            for row in element.rows:
                yield from row


def readable(text: str) -> str:
    """Return a line without what no page can show: control characters and half characters."""
    return "".join(
        each if each >= " " and not _unshowable(ord(each)) else " " if each.isspace() else ""
        for each in text
    )


def _unshowable(code: int) -> bool:
    """Tell what XML 1.0 cannot carry or asks to avoid (section 2.2): it has no shape to show."""
    return any(code in unshown for unshown in _UNSHOWN) or (code & 0xFFFE) == _NO_CHARACTER


def _placed(text: str) -> Iterator[_Placed]:
    """Yield the elements of a text; a blank line ends each."""
    lines: list[tuple[int, str]] = []
    at = 0
    for raw in [*text.split("\n"), ""]:
        # A tab stays for now: it may part the columns of a table.
        line = "\t".join(readable(cell) for cell in raw.split("\t")).rstrip()
        if line.strip():
            lines.append((at, line))
        else:
            yield from _of_chunk(lines)
            lines = []
        at += len(raw) + 1


def _of_chunk(lines: Sequence[tuple[int, str]]) -> Iterator[_Placed]:
    """Yield the elements of lines that no blank line parts."""
    plain: list[tuple[int, str]] = []
    shown = [line for _, line in lines]
    at = 0
    while at < len(lines):
        element, used = table_at(shown, at) or listing_at(shown, at) or (None, 1)
        if element is None:
            plain.append(lines[at])
        else:
            yield from _paragraph(plain)
            plain = []
            yield _Placed(element, lines[at][0])
        at += used
    yield from _paragraph(plain)


def _paragraph(lines: Sequence[tuple[int, str]]) -> Iterator[_Placed]:
    """Yield lines as a paragraph; lines that were wrapped by hand become one."""
    if not lines:
        return
    shown = [" ".join(line.split()) for _, line in lines]
    if len(shown) > 1 and all(len(line) in _WRAPPED for line in shown[:-1]):
        shown = [" ".join(shown)]
    yield _Placed(Paragraph(tuple(shown)), lines[0][0])


def _joined(placed: Iterable[_Placed]) -> list[_Placed]:
    """Join lists whose entries stood apart; a lone numbered line is a paragraph and no list."""
    joined: list[_Placed] = []
    for each in placed:
        last = joined[-1].element if joined else None
        if (
            isinstance(each.element, Listing)
            and isinstance(last, Listing)
            and follows_on(last, each.element)
        ):
            whole = Listing((*last.entries, *each.element.entries))
            joined[-1] = _Placed(whole, joined[-1].start)
        else:
            joined.append(each)
    return [_Placed(_alone(each.element), each.start) for each in joined]


def _alone(element: Element) -> Element:
    """Return an element; a single numbered entry as the paragraph it is."""
    if isinstance(element, Listing) and element.numbered and len(element.entries) == 1:
        only: Entry = element.entries[0]
        return Paragraph((f"{only.label} {only.text}",))
    return element


def _line(placed: _Placed) -> Line:
    """Return what the rules for headings look at."""
    element = placed.element
    lines = element.lines if isinstance(element, Paragraph) else ()
    return Line(lines[0] if len(lines) == 1 else "", placed.start, lines)


def _only_line(element: Element) -> str:
    """Return the text of a paragraph of one line."""
    return " ".join(texts(element))
