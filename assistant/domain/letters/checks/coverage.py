"""Whether every part of the request is answered (s.1(1) FOIA)."""

import re
from collections.abc import Iterator

from assistant.domain.case import Outcome
from assistant.domain.letters.checks.asked import (
    Asked,
    decides,
    decides_every_part,
    labels_in,
    named_together,
)
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.zones import Zone

_FEWEST = 2
# One answer to the whole request is in the nature of these.
_WHOLE = frozenset(
    {
        Outcome.REFUSED,
        Outcome.NOT_HELD,
        Outcome.COST_S12,
        Outcome.VEXATIOUS_S14,
        Outcome.NCND,
        Outcome.CLARIFICATION_NEEDED,
        Outcome.TRANSFERRED,
        Outcome.ACKNOWLEDGEMENT_ONLY,
        Outcome.OTHER,
    }
)
_NO_ANSWER = frozenset(
    {Outcome.CLARIFICATION_NEEDED, Outcome.TRANSFERRED, Outcome.ACKNOWLEDGEMENT_ONLY, Outcome.OTHER}
)
_GIVING = frozenset({Outcome.DISCLOSED_FULL, Outcome.DISCLOSED_PART, Outcome.PART_NOT_HELD})
# Where the answers stand in a document that the checks do not see.
_ATTACHED = re.compile(
    r"\b(?:attach\w*|enclos\w*|spreadsheet|annex|appendix|see (?:above|below)|as above)\b",
    re.IGNORECASE,
)
# Two or more labels, and something that follows them.
_HEADED = re.compile(
    r"\W{0,3}(?:(?:questions?|parts?|items?|points?|q)\s*)?"
    r"(\(?(?:\d{1,2}|[a-h])\)?(?:\s*(?:,|and|&|to|[-–])\s*\(?(?:\d{1,2}|[a-h])\b\)?){1,8})"
    r"\s*[).:–-]\s*\S",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"\W{0,3}\b(?:question|part|item|point|q)\s*\(?(\d{1,2}|[a-h])\b", re.IGNORECASE
)
_LONG_WORD = re.compile(r"[a-z]{4,}")
_STEM = 5
# A part of which no more than this share of its own words stands in the letter is not spoken of.
_SPOKEN_OF = 0.34
_ASKS_FIGURE = re.compile(
    r"\bhow (?:many|much|often|long)\b|\b(?:number|total|amount|cost|value|percentage|proportion"
    r"|average|rate) of\b|\bwhat (?:is|was|were|are) the (?:\w+ )?(?:number|total|cost|average"
    r"|amount|rate|highest|lowest)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\d|\b(?:none|no|nil|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|twenty|thirty|forty|fifty|hundred|thousand|never|nobody|once|twice)\b"
    r"|\bnot (?:hold|held|know|record|collect)\w*|\b(?:refus|exempt|withh|attach|enclos|table"
    r"|annex|spreadsheet|section|reg(?:ulation)?\.? ?\d|same|above|below|available|published"
    r"|cannot|n['’]t|unable|declin|neither|https?://|www\.)",
    re.IGNORECASE,
)


def _unanswered(reading: Reading) -> Found:
    """Find the parts of the request that the letter does not answer."""
    if len(reading.asked) < _FEWEST or reading.outcome in _NO_ANSWER or reading.facts.review:
        return
    labels = [each.label for each in reading.asked if each.label]
    if len(set(labels)) >= _FEWEST and (reading.answers or not _unlabelled_letter(reading)):
        yield from _by_label(reading, labels)
    elif reading.outcome in _GIVING:
        yield from _by_words(reading)
    yield from _without_figure(reading)


def _unlabelled_letter(reading: Reading) -> bool:
    """Tell whether the letter answers without the requester's labels."""
    return not reading.answers and reading.outcome in _GIVING


def _by_label(reading: Reading, labels: list[str]) -> Found:
    """Find the labelled parts that the letter answers neither by label nor together with others."""
    answered = {each.label for each in reading.answers} | _headed_together(reading, labels)
    for sentence in reading.body(Zone.BODY, Zone.REQUEST, Zone.INTEREST, Zone.HELP):
        if decides_every_part(sentence.text):
            return
        answered |= named_together(sentence.text, labels)
    if not reading.answers and (reading.outcome in _WHOLE or _in_prose(reading)):
        return
    if not _answers_by_label(reading, answered, labels):
        return
    for label in dict.fromkeys(labels):
        if label not in answered and not _within(label, answered, labels):
            if _columns(reading, label):
                continue
            yield f"Part {label} of the request is not answered.", 0, 0


def _answers_by_label(reading: Reading, answered: set[str], labels: list[str]) -> bool:
    """Tell whether a letter answers part by part, in its own text."""
    if reading.outcome in _WHOLE:
        # Otherwise a label is the first of a list of reasons, and the whole is refused at once.
        return any(decides(each.said) for each in reading.answers) or len(answered) >= _FEWEST
    if reading.outcome is not None:
        return True
    elsewhere = any(_ATTACHED.search(each.text) for each in reading.body(Zone.BODY, Zone.REQUEST))
    known = answered & set(labels)
    return not elsewhere and len(known) >= _FEWEST and len(known) * 2 >= len(set(labels))


def _headed_together(reading: Reading, labels: list[str]) -> set[str]:
    """Return the labels that stand together at the head of one answer: "1 and 2) ..."."""
    found: set[str] = set()
    for line in reading.sentences:
        if line.zone not in {Zone.BODY, Zone.REQUEST}:
            continue
        if match := _HEADED.match(line.text):
            found |= labels_in(match[1])
        named = _WORDED.findall(line.text) if _WORDED.match(line.text) else []
        if len(named) >= _FEWEST:
            found |= {each.lower() for each in named}
    return found & set(labels)


def _by_words(reading: Reading) -> Found:
    """Find the parts of whose own words nothing stands in a letter that speaks of the others."""
    text = _without_rights(reading).lower()
    shares = [(each, _share(reading, each, text)) for each in reading.asked]
    known = [(each, share) for each, share in shares if share is not None]
    spoken = [each for each, share in known if share > _SPOKEN_OF]
    if len(spoken) * 2 < len(known) or len(known) < _FEWEST:
        return
    for each, share in known:
        if share <= _SPOKEN_OF:
            yield f"“{' '.join(each.text.split())[:80]}” is not answered.", 0, 0


def _share(reading: Reading, asked: Asked, text: str) -> float | None:
    """Return which share of a part's own words stands in a text; None where it has too few."""
    words = {word[:_STEM] for word in _own_words(reading, asked)}
    if len(words) < _FEWEST:
        return None
    return sum(word in text for word in words) / len(words)


def _without_rights(reading: Reading) -> str:
    """Return the letter, the requester's words included, without its rights and its frame."""
    text = reading.text
    for line in reading.lines:
        if line.zone in {Zone.RIGHTS, Zone.FRAME}:
            text = text[: line.start] + " " * (line.end - line.start) + text[line.end :]
    return text


def _without_figure(reading: Reading) -> Found:
    """Find an answer to "how many" in which there is no figure, and nothing in its place."""
    if reading.outcome not in _GIVING:
        return
    asked = {each.label: each for each in reading.asked if each.label}
    for answer in reading.answers:
        question = asked.get(answer.label)
        if question and _ASKS_FIGURE.search(question.text) and not _FIGURE.search(answer.said):
            yield (
                (f"Part {answer.label} asks for a figure; the answer gives none."),
                answer.start,
                answer.end,
            )
    for question, start, end in _quoted(reading):
        said = reading.flat[start:end]
        if (
            _ASKS_FIGURE.search(question.text)
            and re.search(r"\w", said)
            and not _FIGURE.search(said)
        ):
            yield f"“{question.text[:60]}” asks for a figure; the answer gives none.", start, end


def _quoted(reading: Reading) -> Iterator[tuple[Asked, int, int]]:
    """Yield the parts that the letter quotes, with the place of what it says behind each."""
    places = []
    for each in reading.asked:
        words = each.text.split()
        if not each.label and len(words) > _FEWEST:
            pattern = r"\s+".join(re.escape(word) for word in words)
            places += [(m.start(), m.end(), each) for m in re.finditer(pattern, reading.text)][:1]
    places.sort(key=lambda place: place[0])
    stops = [line.start for line in reading.lines if line.zone is Zone.RIGHTS]
    for number, (_, end, each) in enumerate(places):
        following = places[number + 1][0] if number + 1 < len(places) else len(reading.text)
        yield each, end, min([following, *(stop for stop in stops if stop > end)])


def _within(label: str, answered: set[str], labels: list[str]) -> bool:
    """Tell whether a part is answered by all of its sub-parts."""
    if not label.isdigit():
        return False
    children = {each for each in labels if re.fullmatch(rf"{label}[a-z]+", each)}
    return bool(children) and children <= answered


def _columns(reading: Reading, label: str) -> bool:
    """Tell whether a sub-part is answered within its part: in a column of its table, or by name."""
    match = re.fullmatch(r"(\d{1,2})([a-h]|[ivx]+)", label)
    if match is None:
        return False
    number, letter = match[1], match[2]
    named = rf"\({letter}\)|(?:^|[\s|]){letter}[.):]"
    whole = _passage(reading, number) or "\n".join(
        each.said for each in reading.answers if each.label == number
    )
    if re.search(named, whole):
        return True
    asked = next((each for each in reading.asked if each.label == label), None)
    words = _own_words(reading, asked) if asked else set()
    found = sum(1 for word in words if word in whole.lower())
    return bool(words) and found * 2 >= len(words) and not re.search(r"\([a-h]\)", whole)


def _passage(reading: Reading, number: str) -> str:
    """Return the letter's words from the head of a part to the head of the next."""
    starts = [
        (line.start, match[1])
        for line in reading.lines
        if line.zone is not Zone.RIGHTS
        and (match := re.match(r"\W{0,3}(?:\w+\s+(?:to\s+)?)?(\d{1,2})\s*[.):]", line.text))
    ]
    for place, (start, found) in enumerate(starts):
        if found == number:
            end = starts[place + 1][0] if place + 1 < len(starts) else len(reading.flat)
            return reading.flat[start:end]
    return ""


def _own_words(reading: Reading, asked: Asked) -> set[str]:
    """Return the words of a part that no other part has."""
    others = {
        word
        for each in reading.asked
        if each is not asked
        for word in _LONG_WORD.findall(each.text.lower())
    }
    return set(_LONG_WORD.findall(asked.text.lower())) - others


def _in_prose(reading: Reading) -> bool:
    """Tell whether a letter without labels speaks of what each part asks for."""
    said = _without_rights(reading).lower()
    return all(
        not words or any(word[:_STEM] in said for word in words)
        for each in reading.asked
        if each.label
        for words in [_own_words(reading, each)]
    )


RULES = (Rule("part-unanswered", "s.1(1) FOIA, reg 5(1) EIR", "error", _unanswered, ("request",)),)
