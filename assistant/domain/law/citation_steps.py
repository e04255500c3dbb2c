"""Reads the bracketed steps of a citation: "(1)(a) and (b)", "(5)(B)(a)(i)", "(a-c)", "(1)a"."""

import re
from dataclasses import dataclass

_ROMAN = frozenset(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"])
STEP = (
    r"[ \t]*\([ \t]*(?:\d{1,2}[A-Za-z]{0,2}|[IVXivx]{1,4}|[A-Za-z]{1,2}"
    r"|[a-z][ \t]*(?:-|–|to|,|/|&|and)[ \t]*[a-z])[ \t]*\)"
)
# A letter that has lost its brackets counts only where it clings to a number: "31(1)a".
STEPS = re.compile(rf"(?:{STEP})+(?:(?<=\d\))[a-z](?![\w(]))?|(?:{STEP})*")
_ONE_STEP = re.compile(r"\(\s*(\w+)\s*(?:(-|–|to|,|/|&|and)\s*(\w)\s*)?\)|(?<=\))([a-z])(?![\w(])")


@dataclass(frozen=True, slots=True)
class Item:
    """A citation still without its enactment, and where it stands."""

    start: int
    end: int
    section: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """One step and where it begins; `among` says that it stands beside the last, whatever it is."""

    start: int
    text: str
    among: bool = False


def read_steps(
    text: str, start: int, at: int, section: str, last: tuple[str, ...] = ()
) -> list[Item]:
    """Read the steps at `at`, which go on from the path `last`, as one citation or several.

    "(1)(a)(b)" gives two, for that is what is meant. The first item begins at `start`. Without any
    step there is one item, with the path `last`.
    """
    match = STEPS.match(text, at)
    end = match.end() if match else at
    path, began = last, start
    items: list[Item] = []
    listed = False
    fresh = bool(last)
    for step in _steps(text, at, end):
        before = path
        path, beside = _descend(path, step.text, carries_on=fresh, listed=listed)
        if (beside and not fresh) or step.among:
            items.append(Item(began, step.start, section, before))
            began, listed = step.start, True
        fresh = False
    return [*items, Item(began, end, section, path)]


def between(first: Item, last: Item) -> list[Item]:
    """Return what a range of letters names after its first: (a) to (c) holds (b) and (c).

    Empty where the two do not make a range: "section 40(2) - (1) the first point".
    """
    one, other = first.path[-1:], last.path[-1:]
    same = first.section == last.section and first.path[:-1] == last.path[:-1]
    if not (same and one and other and len(one[0]) == len(other[0]) == 1 and one < other):
        return []
    letters = range(ord(one[0]) + 1, ord(other[0]))
    return [
        *(
            Item(last.start, last.start, first.section, (*first.path[:-1], chr(letter)))
            for letter in letters
        ),
        last,
    ]


def _steps(text: str, at: int, end: int) -> list[_Step]:
    """Return the steps between two places, those put together that one subsection was cut into."""
    found: list[_Step] = []
    for match in _ONE_STEP.finditer(text, at, end):
        one, join, other, bare = match.groups()
        found.append(_Step(match.start(), one or bare))
        if join:
            found += [_Step(match.start(), each, among=True) for each in _after(one, join, other)]
    return _joined(found)


def _after(one: str, join: str, other: str) -> list[str]:
    """Return the letters that one bracket names after its first: "(a-c)", "(a, b)"."""
    if join in {"-", "–", "to"}:
        return [chr(letter) for letter in range(ord(one[-1]) + 1, ord(other) + 1)]
    return [other]


def _joined(steps: list[_Step]) -> list[_Step]:
    """Put "(5)(B)" together as "(5B)", where a paragraph in small letters follows it."""
    found: list[_Step] = []
    for here, step in enumerate(steps):
        following = steps[here + 1].text if here + 1 < len(steps) else ""
        cut = bool(found) and found[-1].text.isdigit() and step.text in {"A", "B"}
        if cut and following.islower():
            found[-1] = _Step(found[-1].start, found[-1].text + step.text)
        else:
            found.append(step)
    return found


def _descend(
    path: tuple[str, ...], step: str, *, carries_on: bool, listed: bool
) -> tuple[tuple[str, ...], bool]:
    """Return the path after a step, and whether the step stands beside the last, not below it.

    Subsections are numbers, paragraphs letters, sub-paragraphs Roman numerals.
    """
    if step[0].isdigit():
        return (step.upper(),), bool(path)
    step = step.lower()
    roman = step in _ROMAN
    depth = len(path)
    if depth <= 1:
        return (*path, step), False
    if depth == 2 and roman and not carries_on and not listed:  # noqa: PLR2004 - subsection, paragraph
        return (*path, step), False
    if depth > 2 and roman:  # noqa: PLR2004 - a sub-paragraph beside another
        return (*path[:2], step), True
    return (path[0], step), True
