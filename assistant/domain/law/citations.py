"""The one reader of citations: finds them in running text however spelt, or reads a single one.

The grammar: an optional enactment ("FOIA"), a word ("section", "s.", "reg", "Article",
"Exemption"), a number with its bracketed steps, then any list that carries on from it
("31(1)(a), (b) and 40(2)"), then perhaps "of the ... Act". Every pattern is anchored and bounded,
so that the time taken grows with the length of the text and no faster.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.law.citation import DIVISIONS, Act, Citation, in_words, search_tokens

__all__ = [
    "DIVISIONS",
    "Act",
    "Citation",
    "find_citations",
    "in_words",
    "normalise_terms",
    "parse_citation",
    "search_tokens",
]

_ROMAN = frozenset(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"])
# The last numbered piece of each enactment, and the later sections of FOIA that letters do cite
# without naming it: "section 47 enquiries" and "a section 60 notice" are other Acts'.
_LAST = {Act.FOIA: 88, Act.EIR: 21, Act.DPA: 215, Act.UK_GDPR: 99}
_LAST_UNNAMED = 45
_LATER_UNNAMED = frozenset({50, 51, 57, 58, 77, 84})
_FIRST_EXEMPTION, _LAST_EXEMPTION = 21, 44

# Not the Scottish Act, and not the Fees Regulations, whose titles begin alike.
_FOIA = (
    r"Freedom\s+of\s+Information(?!\s+and\s+Data)(?!\s+\((?!FOI))(?:\s+\(FOIA?\))?"
    r"(?:\s+Act(?!\s+\(?Scot|\s+2002))?(?:\s+2000)?|FOIA(?:\s*2000)?|FOI\s+Act|FOI"
)
_ACTS: tuple[tuple[Act, str], ...] = (
    (Act.FOIA, _FOIA),
    (
        Act.EIR,
        r"Environmental\s+Information\s+Regulations(?:\s+2004)?|EIRs?(?:\s*2004)?",
    ),
    (Act.DPA, r"Data\s+Protection\s+Act(?:\s+2018)?|DPA(?:\s*2018)?"),
    (
        Act.UK_GDPR,
        r"(?:UK\s+)?General\s+Data\s+Protection\s+Regulations?|(?:UK\s+|UK-)?GDPR",
    ),
)
_ANY_ACT = "|".join(f"(?:{pattern})" for _, pattern in _ACTS)

_WORDS: tuple[tuple[str, str, Act], ...] = (
    ("section", r"sections?|sects?\.?|secs?\.?|ss?\.?", Act.FOIA),
    ("regulation", r"regulations?|regs?\.?", Act.EIR),
    ("article", r"articles?|arts?\.?", Act.UK_GDPR),
    ("exemption", r"exemptions?", Act.FOIA),
)
_NUMBER = r"\d{1,3}[A-Ea-e]?(?!\w|\.\d)"
_STEP = r"[ \t]*\([ \t]*(?:\d{1,2}[A-Za-z]{0,2}|[A-Za-z]{1,2}|[IVXivx]{1,4})[ \t]*\)"

# A number alone is a citation only where it has the shape and the range of an exemption.
_BARE = r"(?<![(£#-])(?P<bare>(?:2[1-9]|3\d|4[0-4])A?)(?=[ ]?\([1-5][A-Za-z]?\))"
_START = re.compile(
    rf"(?<![\w'’@/.])(?:(?:(?P<act>{_ANY_ACT})(?:[ \t]*,)?\s{{1,3}})?"
    rf"(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern, _ in _WORDS)})"
    rf"\s{{0,3}}(?P<number>{_NUMBER})|{_BARE})",
    re.IGNORECASE,
)
_STEPS = re.compile(rf"(?:{_STEP})*")
_ONE_STEP = re.compile(r"\(\s*(\w+)\s*\)")
_JOIN = re.compile(
    r"\s*(?P<join>,\s*and\b|,\s*or\b|,|;|/|&|\band/or\b|\band\b|\bor\b|\bto\b|-|–)\s*"
)
_NEXT_NUMBER = re.compile(
    rf"(?:(?:sections?|s\.?|regulations?|regs?\.?)\s?)?(?P<number>{_NUMBER})(?=(?P<step>{_STEP})?)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\s\d[A-Z]{2}\b")
# What follows a citation and says whose it is.
_OF_ACT = re.compile(rf"\s{{0,3}}\(?(?:of\s+)?(?:the\s+)?(?P<act>{_ANY_ACT})\b", re.IGNORECASE)
_OF_THE_ACT = re.compile(r"\s{1,3}of\s+(?:the|that|this|said)\s+(?:said\s+|same\s+|2000\s+)?Act\b(?!\s+\d)")
_OF_ANOTHER = re.compile(
    r"\s{1,3}(?:of|in|to)\s+(?:the|this|that|your|our|my|his|her|their|its|an?)\s+\w"
    r"|\s{1,3}(?:of\s+)?(?:[A-Z][\w'’&()-]*\s+){1,8}?(?:Act|Regulations|Order|Code|Rules)\b"
    r"|\s{1,3}(?:of\s+)?(?:PACE|RIPA|ECHR|TCPA|FOISA|EISR|HRA|LGA|IPA)\b"
    r"|\s{1,3}of\s+[A-Z]\w?[A-Z]|\s[A-Z]{2,8}\s(?:19|20)\d\d\b"
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A citation still without its enactment, and where it stands."""

    start: int
    end: int
    section: str
    path: tuple[str, ...]


def find_citations(text: str) -> tuple[tuple[int, int, Citation], ...]:
    """Return every citation with its half-open span in code points, in the order of the text.

    "sections 24(1) and 31(1)(a) and (b)" gives three. A number of another enactment ("section 17
    of the Equality Act 2010", "section 2 of the report") is left out. Without an enactment,
    sections are FOIA's, regulations EIR's and articles the UK GDPR's.
    """
    return tuple(
        (item.start, item.end, Citation(act, item.section, item.path))
        for items, act, _ in _runs(text)
        for item in items
    )


def parse_citation(text: str) -> Citation | None:
    """Read one citation that is the whole of a text ("s.31(1)(a)", "22A", "EIR reg 12(4)(e)").

    Returns None for anything else, lists and ranges included. A number alone is FOIA's.
    """
    wanted = text.strip().rstrip(".,;:").strip()
    for spelling in (wanted, f"s{wanted}"):
        runs = list(_runs(spelling))
        if len(runs) != 1:
            continue
        items, act, end = runs[0]
        whole = items[0].start == 0 and spelling[end:].strip(") ") == ""
        if len(items) == 1 and whole:
            return Citation(act, items[0].section, items[0].path)
    return None


def normalise_terms(text: str) -> str:
    """Replace each citation by words that are the same however it was spelt, for full text.

    "Section 31(1)(a)" and "s.31 (1)(a)" both become "foias31x1xa foias31", so that a search for
    the limb ranks above a search for the section, and both are found.
    """
    pieces: list[str] = []
    done = 0
    for start, end, citation in find_citations(text):
        pieces += [text[done:start], " ", " ".join(search_tokens(citation)), " "]
        done = end
    return "".join([*pieces, text[done:]])


def _runs(text: str) -> Iterator[tuple[tuple[_Item, ...], Act, int]]:
    """Yield each run of citations that share a word and an enactment, and where the run ends."""
    at = 0
    while (start := _START.search(text, at)) is not None:
        items = _run(text, start)
        at = items[-1].end
        act, end = _whose(text, start, at)
        named = end > at or bool(start["act"])
        items = tuple(item for item in items if _plausible(start, item, act, named=named))
        if act is not None and items:
            yield items, act, end
        at = end


def _run(text: str, start: re.Match[str]) -> tuple[_Item, ...]:
    """Read a number with its steps and everything that carries on from it."""
    section = (start["number"] or start["bare"]).upper()
    items = _steps(text, start.start(), start.end(), section, ())
    while True:
        join = _JOIN.match(text, items[-1].end)
        if join is None:
            break
        more = _next(text, join.end(), items[-1], start)
        if more and join["join"] in {"to", "-", "–"}:
            more = _range(items[-1], more[0])
        if not more:
            break
        items += more
    return tuple(items)


def _next(text: str, at: int, last: _Item, start: re.Match[str]) -> list[_Item]:
    """Read what a list goes on with: another step of the last number, or another number."""
    steps = _STEPS.match(text, at)
    if steps is not None and steps.group() and last.path:
        return _steps(text, at, at, last.section, last.path)
    number = _NEXT_NUMBER.match(text, at)
    # "section 31 and 14 others" does not cite section 14: a plural or a step says it does.
    if number is None or not (number["step"] or _is_plural(start) or _names_itself(number)):
        return []
    return _steps(text, at, number.end("number"), number["number"].upper(), ())


def _is_plural(start: re.Match[str]) -> bool:
    """Whether the word before the number promises several."""
    word = next((start[name] for name, _, _ in _WORDS if start[name]), "")
    return word.lower().rstrip(".") in {"ss", "sections", "regs", "regulations", "secs", "sects"}


def _names_itself(number: re.Match[str]) -> bool:
    """Whether the number brings its own word ("and s40")."""
    return number.start("number") > number.start()


def _steps(text: str, start: int, at: int, section: str, last: tuple[str, ...]) -> list[_Item]:
    """Read the bracketed steps at `at`; "(1)(a)(b)" gives two items, for that is what is meant."""
    match = _STEPS.match(text, at)
    end = match.end() if match else at
    path = last
    items: list[_Item] = []
    began = start
    listed = False
    fresh = bool(last)
    for step in _ONE_STEP.finditer(text, at, end):
        before, listed_now = path, False
        path, listed_now = _descend(path, step.group(1), carries_on=fresh, listed=listed)
        if listed_now and not fresh:
            items.append(_Item(began, step.start(), section, before))
            began, listed = step.start(), True
        fresh = False
    return [*items, _Item(began, end, section, path)]


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


def _range(first: _Item, last: _Item) -> list[_Item]:
    """Return what a range of letters names after its first: (a) to (c) holds (b) and (c).

    Empty where the two do not make a range: "section 40(2) - (1) the first point".
    """
    one, other = first.path[-1:], last.path[-1:]
    same = first.section == last.section and first.path[:-1] == last.path[:-1]
    if not (same and one and other and len(one[0]) == len(other[0]) == 1 and one < other):
        return []
    between = range(ord(one[0]) + 1, ord(other[0]))
    return [
        *(
            _Item(last.start, last.start, first.section, (*first.path[:-1], chr(c)))
            for c in between
        ),
        last,
    ]


def _whose(text: str, start: re.Match[str], end: int) -> tuple[Act | None, int]:
    """Return the enactment that a run belongs to and where its naming ends; None is not ours."""
    if (following := _OF_ACT.match(text, end)) is not None:
        return _act_named(following["act"]), following.end()
    if start["act"]:
        return _act_named(start["act"]), end
    if (following := _OF_THE_ACT.match(text, end)) is not None:
        return Act.FOIA, following.end()
    if _OF_ANOTHER.match(text, end) is not None:
        return None, end
    if _POSTCODE.match(text, end) is not None:
        return None, end
    return next((act for name, _, act in _WORDS if start[name]), Act.FOIA), end


def _act_named(words: str) -> Act:
    """Return the enactment that the matched words name."""
    return next(act for act, pattern in _ACTS if re.fullmatch(pattern, words, re.IGNORECASE))


def _plausible(start: re.Match[str], item: _Item, act: Act | None, *, named: bool) -> bool:
    """Whether such a provision can exist, so that "Article 4 direction" is left alone."""
    number = int(re.sub(r"\D", "", item.section))
    if act is None or not 1 <= number <= _LAST[act]:
        return False
    if start["exemption"]:
        return _FIRST_EXEMPTION <= number <= _LAST_EXEMPTION
    if act is Act.UK_GDPR:
        return named or bool(item.path)
    return named or act is not Act.FOIA or number <= _LAST_UNNAMED or number in _LATER_UNNAMED
