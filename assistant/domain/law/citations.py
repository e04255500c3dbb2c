"""The one reader of citations: finds them in running text however spelt, or reads a single one.

The grammar: an optional enactment ("FOIA"), a word ("section", "s.", "reg", "Article",
"Exemption"), a number with its bracketed steps, then whatever carries on from it ("31(1)(a), (b)
and 40(2)", "31(1), limb (a)"), then perhaps "of the ... Act". Or the smaller piece comes first:
"paragraph (a) of section 31(1)". Every pattern is anchored and bounded, so that the time taken
grows with the length of the text and no faster.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.domain.law.citation import DIVISIONS, Act, Citation, in_words, search_tokens
from assistant.domain.law.citation_steps import STEP, STEPS, Item, between, read_steps

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

# The last numbered piece of each enactment, and the later sections of FOIA that letters do cite
# without naming it: "section 47 enquiries" and "a section 60 notice" are other Acts'.
_LAST = {Act.FOIA: 88, Act.EIR: 21, Act.DPA: 215, Act.UK_GDPR: 99}
_LAST_UNNAMED = 45
_LATER_UNNAMED = frozenset({50, 51, 57, 58, 77, 84})
_EXEMPTIONS = range(21, 45)
_EXCEPTIONS = frozenset({12, 13})

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
    (Act.DPA, r"(?:Data\s+Protection\s+Act|DPA)(?:\s*2018)?(?!\s*19)"),
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
    ("exception", r"exceptions?", Act.EIR),
)
_PLURALS = frozenset(
    {"ss", "sections", "regs", "regulations", "secs", "sects", "exemptions", "exceptions"}
)
_NUMBER = r"\d{1,3}[A-Ea-e]?(?!\w|\.\d)"

# A number alone is a citation only where it has the shape and the range of an exemption, or where
# it is a limb of regulation 12.
_BARE = (
    r"(?<![(£#-])(?:(?P<bare>(?:2[1-9]|3\d|4[0-4])A?)(?=[ ]?\([1-5][A-Za-z]?\))"
    r"|(?P<limb>12)(?=[ ]?\((?:4\)[ ]?\([a-e]|5\)[ ]?\([a-g])\)))"
)
_START = re.compile(
    rf"(?<![\w'’@/.])(?<!sub-)(?<!sub )"
    rf"(?:(?P<named>{_ANY_ACT})(?:[ \t]*,)?\s{{1,3}}(?P<numbered>{_NUMBER})(?={STEP})"
    rf"|(?:(?P<act>{_ANY_ACT})(?:[ \t]*,)?\s{{1,3}})?"
    rf"(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern, _ in _WORDS)})"
    rf"\s{{0,3}}(?P<number>{_NUMBER})|{_BARE})",
    re.IGNORECASE,
)
# What every citation has: one of the words close before its number, or a bracket close behind it.
_NUMBERS = re.compile(r"\d+")
_BEFORE_A_NUMBER = re.compile(
    rf"(?<!\w)(?:{'|'.join(pattern for _, pattern, _ in _WORDS)})\s{{0,3}}\Z", re.IGNORECASE
)
_LONGEST_BEFORE = 16
_BEFORE_A_BRACKET = re.compile(r"\d[A-Ea-e]?[ \t]*\(")
_JOIN = re.compile(
    r"\s*(?P<join>,\s*and\b|,\s*or\b|,|;|/|&|\band/or\b|\band\b|\bor\b|\bto\b|-|–)\s*"
)
_NEXT_NUMBER = re.compile(
    rf"(?:(?:sections?|s\.?|regulations?|regs?\.?)\s?)?(?P<number>{_NUMBER})(?=(?P<step>{STEP})?)",
    re.IGNORECASE,
)
# "Section 23 and 24 apply" cites both, "section 31 and 24 others" one: what follows tells.
_ENDS_LIST = re.compile(
    r"\s*(?:[.,;:)]|$|\n|of\b|under\b|FOI|and\b|appl|exempt|are\b|were\b|have\b|is\b|as\b|to\b)"
)
_PIECE = r"(?:sub-?[ ]?sections?|(?:sub-?)?paragraphs?|paras?\.?|limbs?)"
_BARE_STEP = r"\d{1,2}[A-Ea-e]?"
# A smaller piece named by its word after the number: "section 31(1), limb (a)", "s40 subsection 2".
_WORDED = re.compile(
    rf"[ \t]*,?\s{{0,3}}(?:sub-?[ ]?section\s{{1,2}}(?P<bare>{_BARE_STEP})(?![\w.])"
    rf"|{_PIECE}\s{{0,2}}(?={STEP}))",
    re.IGNORECASE,
)
# The same section once more, by a subsection alone: "40(2) by virtue of subsection (3A)(a)".
_LATER = re.compile(rf",?(?:\s[a-z]{{1,15}},?){{0,8}}\s(?:sub-?[ ]?sections?)\s{{0,2}}(?={STEP})")
# The smaller piece first: "paragraphs (a) and (b) of section 31(1)".
_FIRST = re.compile(
    rf"(?<![\w'’@/.-])(?:{_PIECE}\s{{0,2}}(?={STEP})"
    rf"|sub-?[ ]?sections?\s{{1,2}}(?P<bare>{_BARE_STEP}))"
    rf"(?P<steps>(?:{STEP})*"
    rf"(?:\s?(?:,(?:\s?and)?|and|or|&|to|-|–)(?:{STEP})+){{0,9}})"
    rf",?\s{{1,3}}(?:of|in|to|under)\s{{1,3}}(?=\S)",
    re.IGNORECASE,
)
# "Section 12 and paragraph (b) of your letter" names no paragraph of section 12.
_OF_SOMEBODY = re.compile(r"\s{1,3}(?:of|in)\s{1,3}(?:your|our|my|his|her|their)\b")
_POSTCODE = re.compile(r"\s\d[A-Z]{2}\b")
# What follows a citation and says whose it is.
_OF_ACT = re.compile(rf"\s{{0,3}}\(?(?:of\s+)?(?:the\s+)?(?P<act>{_ANY_ACT})\b", re.IGNORECASE)
_OF_THE_ACT = re.compile(
    r"\s{1,3}of\s+(?:the|that|this|said)\s+(?:said\s+|same\s+|2000\s+)?Act\b(?!\s+\d)"
)
_OF_ANOTHER = re.compile(
    r"\s{1,3}(?:of|in|to)\s+(?:the|this|that|your|our|my|his|her|their|its|an?)\s+\w"
    r"|\s{1,3}(?:of\s+)?(?:[A-Z][\w'’&()-]*\s+){1,8}?(?:Act|Regulations|Order|Code|Rules)\b"
    r"|\s{1,3}(?:of\s+)?(?:PACE|RIPA|ECHR|TCPA|FOISA|EISR|HRA|LGA|IPA)\b"
    r"|\s{1,3}of\s+[A-Z]\w?[A-Z]|\s[A-Z]{2,8}\s(?:19|20)\d\d\b"
)


def find_citations(text: str) -> tuple[tuple[int, int, Citation], ...]:
    """Return every citation with its half-open span in code points, in the order of the text.

    "sections 24(1) and 31(1)(a) and (b)" gives three. A number of another enactment ("section 17
    of the Equality Act 2010", "section 2 of the report") is left out. Without an enactment,
    sections are FOIA's, regulations EIR's and articles the UK GDPR's.
    """
    if not _may_cite(text):
        return ()
    return tuple(
        (item.start, item.end, Citation(act, item.section, item.path))
        for items, act, _ in _runs(text)
        for item in items
    )


def _may_cite(text: str) -> bool:
    """Say whether a citation may begin anywhere in a text: most letters of requesters have none.

    It looks at numbers alone, which costs a fifth of trying to read a citation at each letter.
    """
    if _BEFORE_A_BRACKET.search(text):
        return True
    starts = (number.start() for number in _NUMBERS.finditer(text))
    return any(
        _BEFORE_A_NUMBER.search(text, max(0, start - _LONGEST_BEFORE), start) for start in starts
    )


def parse_citation(text: str) -> Citation | None:
    """Read one citation that is the whole of a text ("s.31(1)(a)", "22A", "EIR reg 12(4)(e)").

    Returns None for anything else, lists and ranges included. A number alone is FOIA's, except a
    limb of regulation 12(4) or (5).
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


def _runs(text: str) -> Iterator[tuple[tuple[Item, ...], Act, int]]:
    """Yield each run of citations that share a word and an enactment, and where the run ends."""
    firsts = {match.end(): match for match in _FIRST.finditer(text)}
    at = 0
    while (start := _START.search(text, at)) is not None:
        items = _run(text, start)
        if (first := firsts.get(start.start())) is not None and first.start() >= at:
            items = _turned(text, first, items)
        at = items[-1].end
        act, end = _whose(text, start, at)
        named = end > at or bool(start["act"] or start["named"])
        items = tuple(item for item in items if _plausible(start, item, act, named=named))
        if act is not None and items:
            later = _later(text, end, items[-1])
            end = later[-1].end if later else end
            yield (*items, *later), act, end
        at = end


def _run(text: str, start: re.Match[str]) -> tuple[Item, ...]:
    """Read a number with its steps and everything that carries on from it."""
    section = start["number"] or start["numbered"] or start["bare"] or start["limb"]
    items = read_steps(text, start.start(), start.end(), section.upper())
    while True:
        worded = _worded(text, items[-1])
        if worded:
            items = [*items[:-1], *worded]
            continue
        join = _JOIN.match(text, items[-1].end)
        if join is None:
            break
        more = _next(text, join, items[-1], start)
        if more and join["join"] in {"to", "-", "–"}:
            more = between(items[-1], more[0])
        if not more:
            break
        items += more
    return tuple(items)


def _next(text: str, join: re.Match[str], last: Item, start: re.Match[str]) -> list[Item]:
    """Read what a list goes on with: another step of the last number, or another number."""
    at = join.end()
    steps = STEPS.match(text, at)
    if steps is not None and steps.group() and last.path:
        return read_steps(text, at, at, last.section, last.path)
    number = _NEXT_NUMBER.match(text, at)
    # "section 31 and 14 others" does not cite section 14: a plural or a step says it does.
    if number is None or not (
        number["step"]
        or _is_plural(start)
        or number.start("number") > number.start()  # it brings its own word: "and s40"
        or _are_exemptions(text, join, last, number)
    ):
        return []
    return read_steps(text, at, number.end("number"), number["number"].upper())


def _is_plural(start: re.Match[str]) -> bool:
    """Whether the word before the number promises several."""
    word = next((start[name] for name, _, _ in _WORDS if start[name]), "")
    return word.lower().rstrip(".") in _PLURALS


def _are_exemptions(text: str, join: re.Match[str], last: Item, number: re.Match[str]) -> bool:
    """Whether two bare numbers after a word in the singular are both exemptions: "s23/24"."""
    if not (last.section.isdigit() and number["number"].isdigit()):
        return False
    both = int(last.section) in _EXEMPTIONS and int(number["number"]) in _EXEMPTIONS
    if join["join"] == "/":
        return both and text[number.end() : number.end() + 1] != "/"
    listed = join["join"] in {"and", "&", "or"}
    return both and listed and _ENDS_LIST.match(text, number.end()) is not None


def _worded(text: str, last: Item) -> list[Item]:
    """Read a smaller piece named by its word, in the place of what it is a piece of.

    "31(1), limb (a)" is one citation, "17(1), subsection (7)" two. Empty where nothing follows.
    """
    match = _WORDED.match(text, last.end)
    if match is None:
        return []
    if match["bare"]:
        path = (match["bare"].upper(),)
        items = read_steps(text, match.start("bare"), match.end(), last.section, path)
    else:
        items = read_steps(text, match.end(), match.end(), last.section, last.path)
    if _OF_SOMEBODY.match(text, items[-1].end):
        return []
    if items[0].path[: len(last.path)] == last.path:
        return [replace(items[0], start=last.start), *items[1:]]
    return [last, *items]


def _later(text: str, at: int, last: Item) -> tuple[Item, ...]:
    """Read another subsection of the same section, named by its word in the same breath."""
    match = _LATER.match(text, at) if last.path else None
    if match is None:
        return ()
    items = read_steps(text, match.end(), match.end(), last.section, last.path[:1])
    # "subsection (2) of section 31" is read where its own section stands.
    following = text[items[-1].end : items[-1].end + 4].strip()
    return () if following in {"of", "to", "in"} else tuple(items)


def _turned(text: str, first: re.Match[str], items: Sequence[Item]) -> tuple[Item, ...]:
    """Put the pieces that were named first under the section that was named after them."""
    whole = items[0]
    path, at = whole.path, first.start("steps")
    if first["bare"]:
        path = (first["bare"].upper(),)
    pieces = read_steps(text, first.start(), at, whole.section, path)
    while (join := _JOIN.match(text, pieces[-1].end, first.end("steps"))) is not None:
        more = read_steps(text, join.end(), join.end(), whole.section, pieces[-1].path)
        pieces += between(pieces[-1], more[0]) if join["join"] in {"to", "-", "–"} else more
    return (*pieces[:-1], replace(pieces[-1], end=whole.end), *items[1:])


def _whose(text: str, start: re.Match[str], end: int) -> tuple[Act | None, int]:
    """Return the enactment that a run belongs to and where its naming ends; None is not ours."""
    if (following := _OF_ACT.match(text, end)) is not None:
        return _act_named(following["act"]), following.end()
    following = _OF_THE_ACT.match(text, end)
    ends = following.end() if following else end
    if named := start["act"] or start["named"]:
        return _act_named(named), ends
    if following:
        return Act.FOIA, ends
    if _OF_ANOTHER.match(text, end) or _POSTCODE.match(text, end):
        return None, end
    if start["limb"]:
        return Act.EIR, end
    return next((act for name, _, act in _WORDS if start[name]), Act.FOIA), end


def _act_named(words: str) -> Act:
    """Return the enactment that the matched words name."""
    return next(act for act, pattern in _ACTS if re.fullmatch(pattern, words, re.IGNORECASE))


def _plausible(start: re.Match[str], item: Item, act: Act | None, *, named: bool) -> bool:
    """Whether such a provision can exist, so that "Article 4 direction" is left alone."""
    number = int(re.sub(r"\D", "", item.section))
    if act is None or not 1 <= number <= _LAST[act]:
        return False
    if start["exemption"]:
        return number in _EXEMPTIONS
    if start["exception"]:
        return number in _EXCEPTIONS
    if act is Act.UK_GDPR:
        return named or bool(item.path)
    return named or act is not Act.FOIA or number <= _LAST_UNNAMED or number in _LATER_UNNAMED
