"""Divides an earlier response into what it answers: questions quoted, and what is said to each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from assistant.domain.letters.checks.lines import joined, original, unflowed
from assistant.domain.letters.checks.zones import Line, Zone, lines_of
from assistant.domain.letters.sentences import sentences
from assistant.domain.library import tellwords as words


class Role(StrEnum):
    """What a sentence does in the letter."""

    FRAME = "frame"
    ASKED = "asked"
    COURTESY = "courtesy"
    REASON = "reason"
    WEIGHS = "weighs"
    RIGHTS = "rights"
    HELP = "help"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its role and the unit it stands in; offsets are those of the letter."""

    text: str
    start: int
    end: int
    role: Role
    unit: int


@dataclass(frozen=True, slots=True)
class Unit:
    """What is said in one go: after one question and before the next, or without any."""

    asked: bool
    sentences: tuple[Told, ...]


_ENDS_REQUEST = frozenset({Zone.RIGHTS, Zone.FRAME, Zone.HELP})


def units_of(text: str, request: str = "") -> tuple[Unit, ...]:
    """Return what a letter says, cut where it quotes the next question; rights are left out.

    `request` is what was asked, where it is known: its lines are the requester's own.
    """
    units = (tuple(unit) for _, unit in groupby(_told(text, request), lambda each: each.unit))
    return tuple(Unit(any(each.role is Role.ASKED for each in unit), unit) for unit in units)


def _told(text: str, request: str) -> Iterator[Told]:
    """Yield every sentence with its role; a question after an answer begins the next unit."""
    marked = words.HEADING_MARK.sub(lambda mark: " " * len(mark[0]), text.translate(words.SPACES))
    plain, moved = unflowed(marked)
    unit, answered = 0, False
    lines = lines_of(joined(plain), review=words.IS_REVIEW.search(plain) is not None)
    for line, pieces in _spoken(_until_rights(lines), _quotable(request)):
        at = line.start
        for piece, role in pieces:
            if role is Role.ASKED and answered:
                unit, answered = unit + 1, False
            answered = answered or role in {Role.SAID, Role.REASON}
            end = at + len(piece.rstrip())
            yield Told(piece.strip(), original(at, moved), original(end, moved), role, unit)
            at += len(piece)


def _until_rights(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines; what only names the Commissioner or an appeal is no right of the requester.

    The requester's rights begin where the letter says that somebody may be dissatisfied with it,
    and never before the answer that it announces.
    """
    begun = False
    announced = max(
        (n for n, line in enumerate(lines) if words.ANSWER_HERE.search(line.text)), default=0
    )
    for number, line in enumerate(lines):
        begins = words.RIGHTS_BEGIN.search(line.text) and not words.QUESTION.search(line.text)
        begun = begun or (line.zone is Zone.RIGHTS and bool(begins) and number >= announced)
        yield line if begun or line.zone is not Zone.RIGHTS else replace(line, zone=Zone.BODY)


def _spoken(
    lines: Iterable[Line], asked_before: frozenset[str]
) -> Iterator[tuple[Line, list[tuple[str, Role]]]]:
    """Yield each line in pieces with their roles; after "You asked:" the requester speaks."""
    quoting = listing = signed = goes_on = False
    for line in lines:
        quoting = quoting and not _speaks_again(line)
        listing = listing and not _speaks_again(line) and _is_entry(line.text)
        signed = (signed or words.SIGNED.match(line.text) is not None) and not _speaks_again(line)
        goes_on = goes_on and line.text[:1].islower()
        if signed or goes_on or ((quoting or listing) and "?" not in line.text):
            yield line, [(line.text, Role.FRAME if signed else Role.ASKED)]
            continue
        pieces = list(_pieces(line, asked_before))
        yield line, pieces
        asks = bool(pieces) and pieces[-1][1] is Role.ASKED
        goes_on = asks and line.text[-1] not in ".?!:;"
        listing = (asks and line.text.endswith(":")) or (listing and asks)
        quoting = _begins_quotation(line.text) or (quoting and asks)


def _speaks_again(line: Line) -> bool:
    """Tell whether the authority speaks again after the requester's words or its own name."""
    if line.zone in _ENDS_REQUEST:
        return not words.SIGNED.match(line.text)
    return bool(words.OWN_VOICE.match(line.text) or words.ANSWER.match(line.text))


def _is_entry(text: str) -> bool:
    """Tell whether a line is labelled or bulleted."""
    label = words.LABEL.match(text)
    return (
        label is not None
        and bool(label[0].strip())
        and not words.ANSWERS_AT_ONCE.match(text[label.end() :])
    )


def _begins_quotation(text: str) -> bool:
    """Tell whether a line announces the requester's words, and not the answer to them."""
    return words.QUOTES_REQUEST.search(text) is not None and not words.ANNOUNCES_ANSWER.search(text)


def _pieces(line: Line, asked_before: frozenset[str]) -> Iterator[tuple[str, Role]]:
    """Yield the pieces of a line with their roles: a question may have its answer behind it."""
    if not _is_asked(line, asked_before):
        yield from ((piece, _role(line, piece)) for piece in sentences(line.text))
        return
    asked_until = 0
    for mark in re.finditer(r"\?[\"”’)]*\s+", line.text):
        following = line.text.find("?", mark.end())
        behind = line.text[mark.end() : following + 1 or len(line.text)]
        answer = re.split(r"(?<=[.?!])\s", behind, maxsplit=1)[0]
        if words.ANSWERS_AT_ONCE.match(behind) or len(answer.split()) < words.SHORT:
            yield line.text[asked_until : mark.end()], Role.ASKED
            answer = behind if following < 0 else answer
            yield answer, _role(line, answer)
            asked_until = mark.end() + len(answer)
    if line.text[asked_until:].strip():
        yield line.text[asked_until:], Role.ASKED


def _quotable(request: str) -> frozenset[str]:
    """Return the lines of the request that are long enough to be quotations, as plain words."""
    lines = (_words(words.LABEL.sub("", line)) for line in request.splitlines())
    return frozenset(line for line in lines if len(line.split()) >= words.FEWEST_QUOTED_WORDS)


def _words(text: str) -> str:
    """Return a text's words alone, in small letters."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _is_asked(line: Line, asked_before: frozenset[str]) -> bool:
    """Tell whether a line is the requester's own, quoted, or the head of an answer to it."""
    bare = words.LABEL.sub("", line.text)
    if line.zone in _ENDS_REQUEST:
        return False
    if _words(bare) in asked_before or words.LABEL_ALONE.match(line.text):
        return True
    if words.ANSWER.match(line.text) or words.OWN_PLEASE.match(bare):
        return False
    return _asks(line, bare)


def _asks(line: Line, bare: str) -> bool:
    """Tell whether a line asks, or only names what is wanted."""
    first = sentences(bare)[0] if bare else ""
    return (
        words.QUESTION.search(bare) is not None
        or (line.zone is Zone.REQUEST and _is_entry(line.text))
        or (words.NAMES.match(bare) is not None and not words.SAYS.search(first))
        or words.ASKS.match(bare) is not None
    )


def _role(line: Line, piece: str) -> Role:
    """Return what a sentence does that the requester did not write."""
    by_zone = {Zone.RIGHTS: Role.RIGHTS, Zone.FRAME: Role.FRAME, Zone.HELP: Role.HELP}
    if line.zone in by_zone and not (line.zone is Zone.RIGHTS and words.DECIDES.search(piece)):
        return by_zone[line.zone]
    bare = words.LABEL.sub("", words.ANSWER.sub("", words.FOOTNOTE.sub("", piece))).strip()
    if (
        not re.search(r"\w", bare)
        or words.REUSE.search(bare)
        or words.LINK_TITLE.match(piece)
        or words.FILE.match(bare)
    ):
        return Role.FRAME
    if words.COURTESY.match(bare):
        return Role.COURTESY
    if line.zone is Zone.INTEREST:
        return Role.WEIGHS
    if words.REASONS.occur_in(bare):
        return Role.REASON
    return Role.SAID


def of_roles(units: Sequence[Unit], *roles: Role) -> Iterator[Told]:
    """Yield the sentences of some roles, in the order of the letter."""
    for unit in units:
        yield from (each for each in unit.sentences if each.role in roles)
