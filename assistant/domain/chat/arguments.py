"""What a question names: parts of the request, sections of the law, days, letters, a case, people.

Each is taken out of the text and leaves a mark behind (`p_1` a part, `s_1` a section, `t_1` days,
`r_1` a case), so that rules see that it was named, and no word of it is taken for the subject.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from assistant.domain.chat.lexicon import FILLERS, NAMED
from assistant.domain.chat.periods import Period, find_period
from assistant.domain.chat.spelling import canonical, mended, plain, words_of
from assistant.domain.law.citations import Citation, find_citations, parse_citation
from assistant.domain.letters.blocks import LetterKind

PART, SECTION, DAYS, CASE = "p_1", "s_1", "t_1", "r_1"
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
LAST_PART = "last"
_NUMBER = rf"(?:\d{{1,2}}(?:\s?\([a-z]\)|[a-z]\b)?|(?:{'|'.join(_NUMBERS)})\b)"
_PARTS = re.compile(
    r"\b(?:parts?|pts?|qs?|qus?|qn|questions?|points?|items?|bullets?|numbers?|nos?)\b\.?\s*[#:]?\s*"
    rf"(?P<many>{_NUMBER}(?:\s*(?:,|and|&|or|/|to|-)\s*(?:(?:part|q|question)\s*)?{_NUMBER})*)(?![\w(])"
)
_GLUED = re.compile(r"\b(?:q|p|pt|part|qu|question)(?P<many>\d{1,2}(?:\([a-z]\)|[a-z])?)(?![\w(])")
_ORDINAL = re.compile(
    rf"\b(?P<which>{'|'.join(_ORDINALS)}|last|final|\d{{1,2}}(?:st|nd|rd|th))\s+"
    r"(?:part|question|point|bit|item|bullet)\b"
)
_REFERENCE = re.compile(r"\b(?=[a-z0-9/-]*\d)(?:[a-z]{2,10}[-/])+(?:\d{2,4}[-/])?\d{1,7}\b")
# The many ways of writing "section" before a number.
_SECTION_WORD = re.compile(
    r"\b(?:s[ec]{1,2}t?i?o?n?s?|secs?|sects?|sctn|setcions?|secitons?|sect?ons?|exemptions?|exem?ptions?"
    r"|s)\b\.?\s*(?=\d)"
)
_BARE_LIMB = re.compile(r"(?<![\w(.])\d{1,2}[a-e]?(?:\(\w{1,3}\))+")
_BARE = re.compile(r"(?<![\w(./-])(\d{2})(?![\w)/-])")
_BARE_SECTIONS = frozenset({12, 14, *range(21, 45)})
_SAYS_SECTION = re.compile(
    r"<(?:difference|exemption|refuse|show|section|absolute|meaning|use|must)>"
)

_LETTERS: tuple[tuple[str, LetterKind], ...] = (
    (r"<clarification>", LetterKind.CLARIFICATION),
    (r"<fees_notice>|<cost> <letter>", LetterKind.FEES_NOTICE),
    (r"<environmental>.*<extension>|<extension>.*<environmental>", LetterKind.EIR_EXTENSION),
    (r"<extension>|<absolute> <letter>", LetterKind.PIT_EXTENSION),
    (r"<acknowledgement>.*<review>|<review>.*<acknowledgement>", LetterKind.REVIEW_ACKNOWLEDGED),
    (
        r"<review> (?:<decide>|<response>|<letter>)|(?:<decide>|<response>|<reply>) .*<review>",
        LetterKind.REVIEW_OUTCOME,
    ),
    (r"<acknowledgement>", LetterKind.ACKNOWLEDGEMENT),
    (r"<delay>", LetterKind.DELAY_APOLOGY),
    (r"<chase>", LetterKind.CHASER_REPLY),
    (r"<withdrawal>", LetterKind.WITHDRAWAL),
    (r"<invalid>", LetterKind.NOT_VALID),
    (r"<subject_access>", LetterKind.SUBJECT_ACCESS),
    (r"try elsewhere|another authority|somewhere else", LetterKind.TRY_ELSEWHERE),
    (r"<transfer>", LetterKind.TRANSFER),
    (r"<response>|<refusal_notice>|<refuse>|<reply>|<answer>", LetterKind.RESPONSE),
)
# What a subject comes after, and what ends it.
_ABOUT = re.compile(
    r"\b(?:about|regarding|concerning|re|relating to|related to|on|for|around|to do with)\b"
)
_OF_SUBJECT = frozenset(
    ("it", "this", "that", "these", "them", "those", "us", "part", "case", "mine", "now", "here")
)


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a question names; what is empty it does not name.

    `parts` are keys as the requester numbered them, or "last"; `sections` citations as the register
    prints them; `period` days in Europe/London; `topic` the words of its subject; `reference` a
    case's; `letter` a kind of letter. `words` is the question as rules read it.
    """

    parts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    period: Period = field(default_factory=Period)
    topic: str = ""
    letter: LetterKind | None = None
    reference: str = ""
    words: str = ""
    unknown: tuple[str, ...] = ()

    def has(self, *concepts: str) -> bool:
        """Whether the question has one of some words that rules look for."""
        return any(f"<{concept}>" in self.words for concept in concepts)


def read_arguments(question: str, today: date) -> Arguments:
    """Return what a question names; `today` is a day in Europe/London."""
    text = plain(question)
    reference, text = _reference(text)
    sections, text = _sections(text)
    period, text = find_period(mended(text), today)
    text = f"{text} {DAYS}" if period.named else text
    parts, text = _parts(text)
    topic = _topic(text)
    if not sections:
        sections, text = _named_sections(text)
    said = canonical(text)
    if not sections:
        sections, said = _bare_sections(said)
    return Arguments(
        parts=parts,
        sections=tuple(str(each) for each in sections),
        period=period,
        topic=topic,
        letter=next((kind for pattern, kind in _LETTERS if re.search(pattern, said)), None),
        reference=reference,
        words=said,
        unknown=tuple(
            word for word in words_of(said.replace("<", " _").replace(">", "_ ")) if _tells(word)
        ),
    )


def _reference(text: str) -> tuple[str, str]:
    """Take out the reference of a case: letters and figures with hyphens or strokes between."""
    found = _REFERENCE.search(text)
    if found is None:
        return "", text
    return found.group().upper(), f"{text[: found.start()]}{CASE}{text[found.end() :]}"


def _sections(text: str) -> tuple[tuple[Citation, ...], str]:
    """Take out the sections that are named as such, in any spelling of the word."""
    text = _SECTION_WORD.sub("s.", text)
    found: list[Citation] = []
    spans: list[tuple[int, int]] = []
    for start, end, citation in find_citations(text):
        found.append(citation)
        spans.append((start, end))
    for limb in _BARE_LIMB.finditer(text):
        known = any(start < limb.end() and limb.start() < end for start, end in spans)
        read = None if known else parse_citation(limb.group())
        if read is not None and not _PARTS.search(text[max(0, limb.start() - 10) : limb.end()]):
            found.append(read)
            spans.append(limb.span())
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {SECTION} {text[end:]}"
    return tuple(dict.fromkeys(found)), text


def _bare_sections(said: str) -> tuple[tuple[Citation, ...], str]:
    """Take out sections named by their numbers alone, where the words say so."""
    if not _SAYS_SECTION.search(said):
        return (), said
    numbers = [n for n in _BARE.findall(said) if int(n) in _BARE_SECTIONS]
    found = tuple(read for n in dict.fromkeys(numbers) if (read := parse_citation(f"s.{n}")))
    for number in numbers:
        said = re.sub(rf"(?<!\w){number}(?!\w)", SECTION, said)
    return found, said


def _named_sections(text: str) -> tuple[tuple[Citation, ...], str]:
    """Take out the sections called by what they protect, where the words say a section is meant.

    Longer names come first. "Responses about personal data" names a subject and no section.
    """
    if not _SAYS_SECTION.search(canonical(text)):
        return (), text
    said = f" {' '.join(words_of(text))} "
    found: list[Citation] = []
    for name, citation in sorted(NAMED, key=lambda row: -len(row[0])):
        if f" {name} " in said and (read := parse_citation(citation)) is not None:
            found.append(read)
            said = said.replace(f" {name} ", f" {SECTION} ")
    return tuple(dict.fromkeys(found)), said.strip() if found else text


def _parts(text: str) -> tuple[tuple[str, ...], str]:
    """Take out the parts of the request that are named."""
    found: list[str] = []
    for pattern in (_PARTS, _GLUED):
        while (match := pattern.search(text)) is not None:
            found += _numbered(match["many"])
            text = f"{text[: match.start()]} {PART} {text[match.end() :]}"
    while (match := _ORDINAL.search(text)) is not None:
        found.append(_ordinal(match["which"]))
        text = f"{text[: match.start()]} {PART} {text[match.end() :]}"
    return tuple(dict.fromkeys(found)), text


def _numbered(many: str) -> list[str]:
    """Return the keys in a list of numbers: "2, 3a and 5", "2 to 4"."""
    keys = [_key(each) for each in re.findall(_NUMBER, many)]
    reaches = re.search(r"\d\s*(?:to|-)\s*\d", many)
    if reaches and len(keys) == len("ab") and all(key.isdigit() for key in keys):
        return [str(n) for n in range(int(keys[0]), int(keys[1]) + 1)] or keys
    return keys


def _key(said: str) -> str:
    """Return a number as the key of a part: "3 a" and "3(a)" are "3(a)", "three" is "3"."""
    said = said.replace(" ", "")
    if said in _NUMBERS:
        return str(_NUMBERS.index(said) + 1)
    letter = re.fullmatch(r"(\d{1,2})\(?([a-z])\)?", said)
    return f"{letter[1]}({letter[2]})" if letter else said


def _ordinal(said: str) -> str:
    """Return "second" or "2nd" as a key; "last" is itself."""
    if said in _ORDINALS:
        return str(_ORDINALS.index(said) + 1)
    return LAST_PART if said in {"last", "final"} else re.sub(r"\D", "", said)


def _tells(word: str) -> bool:
    """Whether a word says what a question is about: no filler, no mark, nothing rules look for."""
    marked = word in {PART, SECTION, DAYS, CASE} or word.startswith("_") or word.endswith("_")
    return not marked and word not in FILLERS and not word.isdigit() and len(word) > 1


def _topic(text: str) -> str:
    """Return the words of a subject: those after "about" or "for", else all that say something."""
    for found in _ABOUT.finditer(text):
        words = [w for w in words_of(text[found.end() :]) if not _marks(w)]
        told = [w for w in words if w not in FILLERS and w not in _OF_SUBJECT]
        if told and words[0] not in _OF_SUBJECT:
            return " ".join(_trimmed(words))
    said = canonical(text)
    return " ".join(w for w in words_of(re.sub(r"<\w+>", " ", said)) if _tells(w))


def _marks(word: str) -> bool:
    """Whether a word stands for something that was taken out."""
    return word in {PART, SECTION, DAYS, CASE}


def _trimmed(words: list[str]) -> list[str]:
    """Return a subject without the fillers at its ends."""
    ends = (FILLERS | _OF_SUBJECT) - {"people", "officers", "team"}
    while words and words[0] in ends:
        words = words[1:]
    while words and words[-1] in ends | {"before", "previously", "already"}:
        words = words[:-1]
    return words
