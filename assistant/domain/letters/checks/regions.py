"""Tells which section each sentence belongs to, where sections have places of their own."""

import re

from assistant.domain.law.citations import Act, Citation
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.zones import Sentence, Zone

_LONGEST_LEAD = 100
_LONGEST_TITLE = 6


def section_of(citation: Citation) -> Citation:
    """Return what reasons are given for: the section, and under regulation 12 the exception."""
    if citation.act is Act.EIR and citation.section == "12":
        return Citation(citation.act, citation.section, citation.path[:2])
    return citation.whole


def regions_of(reading: Reading) -> list[tuple[Sentence, Citation | None]]:
    """Return every sentence with the section whose place it stands in, or None for a common one.

    A place begins with a heading, or the first words of a paragraph, that name one section relied
    on and no other. It ends where another is named so, and at a heading that names none.
    """
    places = [(start, section_of(c)) for start, _, c in reading.relied]
    owner: Citation | None = None
    paragraph, fresh, words = -1, False, list[str]()
    found: list[tuple[Sentence, Citation | None]] = []
    for sentence in reading.sentences:
        # "Question 3 (soil advice)." is the title of what follows it in the paragraph.
        titled = fresh and len(words) <= _LONGEST_TITLE and not sentence.is_heading
        fresh = sentence.paragraph != paragraph or titled
        words = sentence.text.split()
        paragraph = sentence.paragraph
        within = [(p, s) for p, s in places if sentence.start <= p < sentence.end]
        if not sentence.is_heading:
            # What a paragraph begins with is its own; what it names further on is not.
            within = [(p, s) for p, s in within[:1] if p - sentence.start <= _LONGEST_LEAD]
        named = {section for _, section in within}
        if sentence.zone in {Zone.RIGHTS, Zone.HELP, Zone.FRAME}:
            owner = None
        elif len(named) == 1 and (sentence.is_heading or (fresh and _leads(sentence.text))):
            owner = next(iter(named))
        elif sentence.is_heading and not _goes_on(sentence):
            owner = None
        found.append((sentence, owner))
    return _common(_by_answer(reading, found, places))


def _by_answer(
    reading: Reading,
    found: list[tuple[Sentence, Citation | None]],
    places: list[tuple[int, Citation]],
) -> list[tuple[Sentence, Citation | None]]:
    """Return the sentences with those of an answer that names one section given to that section."""
    owners = []
    headings = [
        each.start for each in reading.lines if each.is_heading and each.zone is not Zone.INTEREST
    ]
    answers = sorted(reading.answers, key=lambda each: each.start)
    for number, answer in enumerate(answers):
        stop = answers[number + 1].start if number + 1 < len(answers) else len(reading.flat)
        stop = min([stop, *(place for place in headings if place > answer.end)])
        named = {section for place, section in places if answer.start <= place < stop}
        named = named or _listed_for(reading, answer.label, places)
        if len(named) == 1:
            owners.append((answer.start, stop, next(iter(named))))
    return [
        (
            sentence,
            None
            if sentence.zone in {Zone.RIGHTS, Zone.HELP, Zone.FRAME}
            else owner
            or next((s for start, end, s in owners if start <= sentence.start < end), None),
        )
        for sentence, owner in found
    ]


def _listed_for(reading: Reading, label: str, places: list[tuple[int, Citation]]) -> set[Citation]:
    """Return the sections that a table or sentence gives for a part: "| b | ... | s.35(1)(a) |"."""
    found = set()
    for place, section in places:
        line = next((each for each in reading.lines if each.start <= place < each.end), None)
        if line is not None and re.match(
            rf"\W*(?:part|question|q)?\W*{re.escape(label)}\b", line.text, re.IGNORECASE
        ):
            found.add(section)
    return found


def _common(
    found: list[tuple[Sentence, Citation | None]],
) -> list[tuple[Sentence, Citation | None]]:
    """Return the sentences with a weighing that follows several reasons taken as common to them.

    A weighing below the second of two sections is the second's own only where the first has one.
    """
    weighing = [(each, owner) for each, owner in found if each.zone is Zone.INTEREST and owner]
    if not weighing:
        return found
    first, last = weighing[0], {owner for _, owner in weighing}
    before = {owner for each, owner in found if owner and each.start < first[0].start}
    if before - last and (first[0].is_heading or _titled(first[0])):
        return [(each, None if each.zone is Zone.INTEREST else owner) for each, owner in found]
    return found


def _titled(sentence: Sentence) -> bool:
    """Tell whether a weighing begins with its name: "Balance of the public interest."."""
    return (
        re.match(
            r"\W*(?:the )?(?:balance|public interest|factors|arguments)",
            sentence.text,
            re.IGNORECASE,
        )
        is not None
    )


def _leads(text: str) -> bool:
    """Tell whether a paragraph begins with the name of a section, or with what it is applied to."""
    return bool(
        re.match(
            r"\W*(?:\(?[ivx\d]{1,4}[).]\s*)?(?:the \w+(?: \w+)? [-–—:] ?)?(?:why )?(?:section|s\.?"
            r"|regulation|reg\.?)\s*\d",
            text,
            re.IGNORECASE,
        )
    )


def _goes_on(sentence: Sentence) -> bool:
    """Tell whether a heading stands below that of a section: its reasons, factors, balance."""
    if sentence.zone is Zone.INTEREST:
        return not re.search(
            r"^\W*(?:the )?public interest(?: test)?\W*$", sentence.text, re.IGNORECASE
        )
    return bool(
        re.search(r"\bwhy\b|\bharm\b|\bprejudice\b|\breasons?\b", sentence.text, re.IGNORECASE)
    )
