"""Says whether an answer is right: what it has to say, what has to stand behind it, what it offers.

Whoever measures makes an Answer of what the program gave: `text` as the officer reads it, `sources`
in the words of README.md, the buttons as (page, kind of letter, part), and the things offered.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.chat_set.described import Expected, Question, described

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
# Pages on which something leaves or is decided: no answer to one who tries may offer them.
ACTS = frozenset({"approve", "void", "settle", "try-again", "enough"})
_CITED = re.compile(r"(?P<act>FOIA|EIR) (?:s|reg )(?P<number>\d+[A-Z]?)(?P<path>(?:\(\w+\))*)")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program answered; `offers` are the things it says can be asked instead."""

    text: str
    sources: tuple[str, ...] = ()
    proposals: tuple[tuple[str, str, int], ...] = ()
    offers: tuple[str, ...] = ()
    says_it_cannot: bool = False


def faults(question: Question, answer: Answer) -> tuple[str, ...]:
    """Return what is wrong with an answer, in words; nothing where it is right."""
    return tuple(_faults(question, answer))


def _faults(question: Question, answer: Answer) -> Iterator[str]:
    yield from (
        f"does not say {each}" for each in question.contains if not found(each, answer.text)
    )
    yield from (f"says {each}" for each in question.excludes if found(each, answer.text))
    for fact in described().forbidden:
        if found(fact, answer.text) and not found(fact, question.asked):
            yield f"tells of another authority: {fact}"
    for alternatives in question.sources:
        if not any(_stands(each, given) for each in alternatives for given in answer.sources):
            yield f"has no source {' or '.join(alternatives)}"
    yield from _offered(question, answer)


def _offered(question: Question, answer: Answer) -> Iterator[str]:
    """Find what is wrong with the buttons and with what can be asked instead."""
    wanted = question.proposal
    if wanted and not any(
        page == wanted.page and wanted.letter in {"", kind} and wanted.part in {0, part}
        for page, kind, part in answer.proposals
    ):
        yield f"offers no button for {wanted.page}"
    if question.expected is Expected.REFUSE and answer.proposals:
        pages = {page for page, _, _ in answer.proposals}
        if pages & ACTS:
            yield "offers a button that acts"
    if question.expected is Expected.CANNOT and not answer.says_it_cannot:
        yield "does not say that it cannot answer"
    if question.expected is Expected.ANSWER and answer.says_it_cannot:
        yield "says that it cannot answer"
    if len(answer.offers) < question.nearest:
        yield f"offers {len(answer.offers)} of {question.nearest} things to ask instead"


def found(fact: str, text: str) -> bool:
    """Say whether a text says a fact: date:, section:, part:, re: or plain words."""
    kind, colon, value = fact.partition(":")
    plain = " ".join(text.replace("’", "'").split())
    if colon and kind in _FORMS:
        return re.search(_FORMS[kind](value), plain, re.IGNORECASE) is not None
    return " ".join(fact.replace("’", "'").split()).casefold() in plain.casefold()


def _day(value: str) -> str:
    """Match a day as people and machines write it; the year may be left out in words."""
    day = date.fromisoformat(value)
    month = MONTHS[day.month - 1]
    words = rf"\b0?{day.day}(?:st|nd|rd|th)? (?:{month}|{month[:3]})\b(?! (?!{day.year})\d{{4}})"
    return rf"{words}|\b{value}\b|\b{day.day:02}/{day.month:02}/{day.year}\b"


def _section(value: str) -> str:
    """Match a provision in any common spelling, and whatever stands below it."""
    cited = _CITED.fullmatch(value)
    if cited is None:
        raise ValueError(f"{value!r} is no citation")
    name = r"(?:s|ss|sec|sections?)" if cited["act"] == "FOIA" else r"(?:r|regs?|regulations?)"
    path = "".join(rf"\s?\({part}\)" for part in re.findall(r"\((\w+)\)", cited["path"]))
    others = r"(?:\d+[A-Z]?(?:\s?\(\w+\))*(?:,| and|, and| or| to)? )*"
    return rf"\b{name}\.? ?{others}{cited['number']}(?![\dA-Z]){path}"


def _part(value: str) -> str:
    """Match a part of the request, alone, in a row, or as the number of a line."""
    before = r"(?:\d+(?:\s*(?:,|and|&|or))+\s*)*"
    listed = rf"(?<![\d.,£]){value}[.:)] "
    return rf"(?:\b(?:parts?|questions?|q)\s*{before}|^){value}\b|{listed}"


_FORMS = {"date": _day, "section": _section, "part": _part, "re": lambda value: value}


def _stands(wanted: str, given: str) -> bool:
    """Say whether a source is the one wanted, or stands below it: a limb of its section."""
    rest = given.removeprefix(wanted)
    return given == wanted or (rest != given and rest[:1] in {"(", "/"})
