"""The labelled parts of a request, and where a letter answers which of them (s.1(1) FOIA)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.letters.checks.facts import LetterFacts
from assistant.domain.letters.checks.zones import Line, Zone

_FEWEST = 2
_LABEL = r"(?:\d{1,2}|[a-h]|[ivx]{1,4})"
_WORD = r"(?:questions?|parts?|items?|points?|requests?|qu?\.?)"
# A label inside the running text of a request: "Question 1: ... Question 2: ...".
_RUN_ON = re.compile(
    rf"(?:^|(?<=[\s?.!;:]))(?:(?P<word>{_WORD}\s*)\(?(?P<label>{_LABEL})\)?\s*(?:[.:,]"
    rf"|[–-](?=\s))?\s+|\(?(?P<bare>{_LABEL})\s*(?:[.):]|[–-](?=\s))\s+)(?=\S)",
    re.IGNORECASE,
)
LEADING_LABEL = re.compile(
    rf"^\W{{0,3}}(?:(?:{_WORD})\s*\(?{_LABEL}\)?\s*[.):–-]?|\(?{_LABEL}[.):])\s+", re.IGNORECASE
)
_PLACED = re.compile(r"p\d+|.*\((?:first|second|third|fourth|fifth|sixth|no\. \d+)\)")
# The head of an answer: "Q2", "3:", "(b)", "RESPONSE TO 2", "Question 3 -", "Part 3(a)".
_MARK = re.compile(
    rf"^[>*•\s]{{0,4}}(?P<lead>(?:our |the )?(?:answers?|responses?|reply|replies|decision"
    rf"|re)\b[.:]?\s*(?:to|for|on|in respect of)?\s*)?"
    rf"(?:your\s+)?(?P<word>{_WORD}(?![a-z])\s*)?(?:number\s*|no\.?\s*)?"
    rf"(?P<open>\()?(?P<label>{_LABEL})(?P<close>\))?(?P<sub>\s*\(?(?:[a-h]|[ivx]{{1,4}})\))?"
    rf"(?P<end>\s*[.):]|\s+[–—-]|\s*\||\s*$|\s+(?=\S))",
    re.IGNORECASE,
)
_GROUP = re.compile(
    rf"\b(?P<all>both|all|each|every|none|either|neither)?\s*(?:of\s+)?(?:the\s+|your\s+)?(?:two"
    rf"|three|four|five|six)?\s*"
    rf"(?P<word>(?:questions?|parts?|items?|points?|requests?)\s+"
    rf"|\bqu?s?\.?\s*)(?P<list>\(?{_LABEL}\b[.)]{{0,2}}(?:\([a-h]\))?(?:\s*(?:,|and|&|or|to|-"
    rf"|–)\s*(?:(?:{_WORD})\s*)?\(?{_LABEL}\b[.)]{{0,2}}(?:\([a-h]\))?){{0,20}})",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:both|each|all)\s+(?:of\s+)?\(?(?P<one>[a-h]|\d{1,2})[.)]{0,2}\s+and\s+\(?(?P<two>[a-h]"
    r"|\d{1,2})\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:refus|exempt|withh|neither|not h(?:eld|old)|do(?:es)? not hold|hold|attach|enclos"
    r"|disclos"
    r"|provid|releas|declin|\bheld\b|do(?:es)? not (?:record|know|have|keep|collect)|vexatious"
    r"|exceed|supplied|publish|available|accessible|nil|none|zero)",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:every|each|all|both|none|any|neither|the whole) (?:of )?(?:the |your )?(?:\w+ )?"
    r"(?:parts?|questions?|points?|items?)\b|\b(?:all|none) of (?:the|this|your|what)\b",
    re.IGNORECASE,
)
_ONLY_A_LABEL = re.compile(rf"\(?{_LABEL}[.):]\W{{0,3}}", re.IGNORECASE)
_GENERIC_HEADING = re.compile(
    r"^(?:our |the )?(?:responses?|answers?|reply|decision|outcome|findings?)\W*$", re.IGNORECASE
)
_STOPS = frozenset({Zone.RIGHTS, Zone.HELP, Zone.INTEREST})
_SIGN_OFF = re.compile(r"^(?:yours|kind regards|regards|best wishes|with thanks)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A part of the request: its label path without brackets ("1", "3a"), or "", and its words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The lines in which a letter answers a labelled part; `said` are its words of substance."""

    label: str
    start: int
    end: int
    said: str


def bare(label: str) -> str:
    """Return a label path without brackets, stops and its word: "3(a)" and "Q3 a)" give "3a"."""
    found = re.sub(rf"^(?:{_WORD})\s*(?=\W|\d)", "", label.strip().lower())
    return re.sub(r"[^0-9a-z]", "", found)


def asked_of(facts: LetterFacts) -> tuple[Asked, ...]:
    """Return the parts of the request, their labels taken off their words."""
    given = tuple(
        Asked("" if _PLACED.fullmatch(label.strip()) else bare(label), _unlabelled(text))
        for label, text in facts.parts or ()
    )
    read = tuple(_run_on(facts.request or ""))
    return read if len(read) > sum(1 for each in given if each.label) else given


def _unlabelled(text: str) -> str:
    """Return a part's words without the label they begin with."""
    return LEADING_LABEL.sub("", text, count=1)


def _run_on(request: str) -> Iterator[Asked]:
    """Yield the parts of a request that is numbered within its running text."""
    matches = list(_RUN_ON.finditer(request))
    for first in matches:
        series = _series(first, matches)
        if len(series) >= _FEWEST:
            ends = [*(each.start() for each in series[1:]), len(request)]
            for each, end in zip(series, ends, strict=True):
                yield Asked(bare(_of(each)), request[each.end() : end].strip())
            return


def _of(match: re.Match[str]) -> str:
    """Return the label of a match, with its word before it or without."""
    return match["label"] or match["bare"]


def _series(first: re.Match[str], matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the labels that count on from a first one: 1, 2, 3 or a, b, c."""
    label = _of(first).lower()
    if label not in {"1", "a", "i"}:
        return []
    wanted = _counted(label)
    series: list[re.Match[str]] = []
    for each in matches:
        if each.start() >= first.start() and _of(each).lower() == wanted[len(series)]:
            series.append(each)
            if len(series) == len(wanted):
                break
    return series


def _counted(first: str) -> list[str]:
    """Return the labels of a series that begins with this one."""
    if first == "1":
        return [str(number) for number in range(1, 41)]
    return list("abcdefgh") if first == "a" else ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]


def answers_of(lines: Sequence[Line], asked: Sequence[Asked]) -> tuple[Answer, ...]:
    """Return where a letter answers labelled parts, in its own order.

    A label with nothing of substance behind it only repeats the question; where several follow one
    another so, what stands behind the last is the answer to none of them alone.
    """
    labels = {each.label: each for each in asked if each.label}
    if not labels:
        return ()
    found = list(_marked(lines, labels))
    return tuple(
        each for number, each in enumerate(found) if each.said and not _ends_a_list(found, number)
    )


def _marked(lines: Sequence[Line], labels: dict[str, Asked]) -> Iterator[Answer]:
    """Yield every line that begins with a label of the request, with all that belongs to it."""
    parent = ""
    marks: list[tuple[int, str, int]] = []
    for place, line in enumerate(lines):
        if line.zone is Zone.FRAME or line.zone is Zone.RIGHTS:
            continue
        label, after = _label(line.text, parent, labels)
        if label:
            marks.append((place, label, after))
        head = re.match(r"\d{1,2}", label or "")
        parent = head[0] if head else parent
        if (
            not label
            and (mark := _MARK.match(line.text))
            and mark["label"].isdigit()
            and _is_mark(mark)
        ):
            parent = mark["label"]
    for number, (place, label, after) in enumerate(marks):
        stop = marks[number + 1][0] if number + 1 < len(marks) else len(lines)
        yield _answer(lines, place, stop, labels[label], after)


def _label(text: str, parent: str, labels: dict[str, Asked]) -> tuple[str, int]:
    """Return the label that a line begins with, and where its words begin; "" where it has none."""
    mark = _MARK.match(text)
    if mark is None or not _is_mark(mark):
        return "", 0
    sub = bare(mark["sub"] or "")
    own = mark["label"].lower()
    for label, end in (
        (own + sub, mark.end()),
        (parent + own, mark.end()),
        (own, mark.end("label")),
    ):
        if label in labels:
            return label, end
    return "", 0


def _is_mark(mark: re.Match[str]) -> bool:
    """Tell a label from a word or a figure that merely begins a line."""
    if mark["word"] or mark["lead"]:
        return True
    return mark["end"].strip() in {".", ")", ":", "|", "-", "–", "—"} or bool(mark["close"])


def _answer(lines: Sequence[Line], place: int, stop: int, asked: Asked, after: int) -> Answer:
    """Return the answer that begins on a line, up to the next label or another matter."""
    first = lines[place]
    said: list[str] = []
    short: list[str] = []
    head = first.text[after:].strip(" .:–—-|\t")
    if head and not _repeats(head, asked, lines[place + 1 : stop]):
        said.append(head)
    end = first.end
    for line in lines[place + 1 : stop]:
        if _GENERIC_HEADING.match(line.text) and not said:
            break
        if (
            line.zone in _STOPS
            or _SIGN_OFF.match(line.text)
            or (line.is_heading and said and not line.text[-1].isdigit())
        ):
            break
        if _ONLY_A_LABEL.fullmatch(line.text):
            # What stood behind it was the requester's and is blanked out.
            continue
        if not line.is_heading or line.text[-1].isdigit():
            # A line that ends with a figure is the first of a small table.
            said.append(line.text)
        elif not _repeats(line.text, asked, ()):
            short.append(line.text)
        end = line.end
    # "See above" on a line of its own looks like a heading, and is all that is said.
    said = said or short
    return Answer(asked.label, first.start, end, "\n".join(said))


def _repeats(head: str, asked: Asked, following: Sequence[Line]) -> bool:
    """Tell whether the words behind a label repeat the question, in other words or fewer."""
    if head.endswith("?"):
        return True
    told = set(re.findall(r"\d[\d,.]*", head)) - set(re.findall(r"\d[\d,.]*", asked.text))
    if told or _DECIDES.search(head) or re.search(r"[.!] +\S", head):
        return False
    words, question = _words(head), _words(asked.text)
    shared = len(words & question)
    return bool(words) and shared * 2 >= len(words) and (shared > 1 or bool(following))


def _ends_a_list(found: list[Answer], number: int) -> bool:
    """Tell whether an answer is only what stands behind a list of questions that was repeated."""
    before = found[number - 1] if number else None
    after = found[number + 1] if number + 1 < len(found) else None
    if any(each.label == found[number].label for each in found[:number]):
        return False
    repeated_again = any(
        each.label == found[number].label and each.said for each in found[number + 1 :]
    )
    return before is not None and not before.said and (after is None or repeated_again)


def _words(text: str) -> set[str]:
    """Return the longer words of a text, shortened to what their forms share."""
    return {word[:6] for word in re.findall(r"[a-z]{4,}", text.lower())}


def named_together(text: str, labels: Sequence[str]) -> set[str]:
    """Return the labels that a sentence decides together: "Questions 1 and 2 are refused"."""
    if not _DECIDES.search(text):
        return set()
    found: set[str] = set()
    for match in _GROUP.finditer(text):
        found |= labels_in(match["list"])
    for match in _BOTH.finditer(text):
        found |= {match["one"].lower(), match["two"].lower()}
    return {label for label in labels if label in found or _head(label) in found}


def decides(text: str) -> bool:
    """Tell whether a text decides something: refuses, gives, or says what is held."""
    return _DECIDES.search(text) is not None


def decides_every_part(text: str) -> bool:
    """Tell whether a sentence decides every part of the request at once."""
    return bool(_EVERY.search(text) and _DECIDES.search(text))


def _head(label: str) -> str:
    """Return the number that a label path begins with."""
    match = re.match(r"\d{1,2}", label)
    return match[0] if match else label


def labels_in(text: str) -> set[str]:
    """Return the labels of a list: "1, 2 and 4", "1 to 3", "3(a) and (b)"."""
    found: set[str] = set()
    low = ""
    for match in re.finditer(
        r"(to|-|–)?\s*(\d{1,2}|[a-h]|[ivx]{1,4})(?![a-z])(\([a-h]\))?", text.lower()
    ):
        own = bare(match[2] + (match[3] or ""))
        if match[1] and low.isdigit() and own.isdigit():
            found |= {str(number) for number in range(int(low), min(int(own), int(low) + 40) + 1)}
        found.add(own)
        low = own
    return found
