"""Which lines of a letter are headings: by the wording they come from, or else by their form."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.letters.blocks import Block, BlockKind

# Wording with such an id is a heading; the first that fits says how deep it stands. Ids may name a
# regime at their end.
_LEVELS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"subject(?:-(?:foi|eir|sar|bau|mixed))?"), 1),
    (re.compile(r"heading-(?:part|provision|for|against|balance)(?:-\w+)?"), 3),
    (re.compile(r"heading-.+|.+-heading(?:-\w+)?"), 2),
)
_TITLE, _SECTION = 1, 2
_MAY_HOLD_ONE = frozenset({BlockKind.BOILERPLATE, BlockKind.OFFICER})
_SALUTATION = re.compile(r"(?:Dear|Annwyl)\b.{0,120}")
_SIGN_OFF = re.compile(
    r"(?:Yours (?:sincerely|faithfully|truly)|Kind regards|Best wishes|Regards|Yn gywir)\W?"
)
_FORM = re.compile(r"[^\W\d_].*[^\s.,:;?!…]", re.DOTALL)
# What begins so is a sentence without its full stop, or a line of particulars.
_NO_HEADING = re.compile(
    r"(?:we|i|you|it|they|there|thank|please|yes|no|none|not|sent|from|to|by|on|in|see"
    r"|(?:our |your )?(?:ref(?:erence)?|date|tel(?:ephone)?|phone|e-?mail|address))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """An element as these rules see it.

    `text` is the line of a paragraph that has but one, and empty for anything else; `lines` are all
    lines of a paragraph, none for a list or a table; `start` is its place in the letter's text.
    """

    text: str
    start: int
    lines: tuple[str, ...]


def headings(lines: Sequence[Line], blocks: Sequence[Block]) -> list[int]:
    """Return the level of each line that is a heading, 1 for the letter's own, and 0 for others."""
    by_wording = _by_wording(blocks)
    levels = [by_wording.get(line.start, 0) if line.text else 0 for line in lines]
    open_to_form = _open_to_form(lines, blocks)
    has_title = _TITLE in levels
    first, last = _body(lines)
    # From the end: whether a line is a heading depends on what follows it.
    for place in reversed(range(first, last)):
        if levels[place] or not open_to_form[place] or place + 1 >= len(lines):
            continue
        heads = bool(levels[place + 1]) or _is_text(lines[place + 1])
        if place == first and first and not has_title:
            levels[place] = _TITLE if heads and _may_be_title(lines[place].text) else 0
        elif heads and _may_be_heading(lines[place].text):
            levels[place] = _SECTION
    return list(_without_steps_left_out(levels))


def _by_wording(blocks: Sequence[Block]) -> Mapping[int, int]:
    """Return the level of each heading that comes from wording, by where it starts in the text."""
    found: dict[int, int] = {}
    at, begins_line = 0, True
    for block in blocks:
        lead = len(block.text) - len(block.text.lstrip("\n"))
        level = _level(block) if begins_line or lead else 0
        if level:
            found[at + lead] = level
        begins_line = block.text.endswith("\n")
        at += len(block.text)
    return found


def _level(block: Block) -> int:
    """Return how deep the heading stands that a block is, and 0 where it is none."""
    text = block.text.rstrip()
    if block.kind is not BlockKind.BOILERPLATE or text == block.text or text.endswith("."):
        return 0
    ids = [source.id for source in block.sources]
    return next((deep for form, deep in _LEVELS for each in ids if form.fullmatch(each)), 0)


def _open_to_form(lines: Sequence[Line], blocks: Sequence[Block]) -> list[bool]:
    """Tell for each line whether its form may make it a heading.

    What was asked, quoted or recorded as a fact is content, however short it is.
    """
    if not blocks:
        return [bool(line.text) for line in lines]
    kinds: list[tuple[int, BlockKind]] = []
    at = 0
    for block in blocks:
        kinds.append((at + len(block.text), block.kind))
        at += len(block.text)
    return [
        bool(line.text)
        and next((kind in _MAY_HOLD_ONE for end, kind in kinds if line.start < end), False)
        for line in lines
    ]


def _body(lines: Sequence[Line]) -> tuple[int, int]:
    """Return where the body of the letter begins and ends: after "Dear", before the sign-off."""
    greeted = [n for n, line in enumerate(lines) if _SALUTATION.fullmatch(line.text)]
    first = greeted[0] + 1 if greeted else 0
    signed = [n for n, line in enumerate(lines) if n >= first and _SIGN_OFF.fullmatch(line.text)]
    return first, signed[0] if signed else len(lines)


def _is_text(line: Line) -> bool:
    """Tell whether an element is what a heading stands over: a sentence, a list or a table."""
    return not line.lines or line.lines[-1].endswith((".", "?", "!", ":", ";", "”", "’", "]"))


def _may_be_title(text: str) -> bool:
    """Tell whether the line below the salutation has the form of a subject."""
    return _has_form(text, longest=160, least_words=1, most_words=30)


def _may_be_heading(text: str) -> bool:
    """Tell whether a line has the form of a heading; a single word may be an answer."""
    return _has_form(text, longest=90, least_words=2, most_words=14)


def _has_form(text: str, *, longest: int, least_words: int, most_words: int) -> bool:
    """Tell whether a line is short, begins with a capital and has no full stop."""
    return (
        len(text) <= longest
        and least_words <= len(text.split()) <= most_words
        and text[0].isupper()
        and bool(_FORM.fullmatch(text))
        and not _NO_HEADING.match(text)
        and "@" not in text
        and "://" not in text
    )


def _without_steps_left_out(levels: Sequence[int]) -> Iterator[int]:
    """Yield the levels so that the first is 1 and none is more than one below the last.

    A screen reader's list of headings has no holes then (WCAG 2.2 technique G141).
    """
    shift = min((level for level in levels if level), default=1) - 1
    last = 0
    for level in levels:
        last = min(level - shift, last + 1) if level else last
        yield last if level else 0
