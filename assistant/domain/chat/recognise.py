"""A typed question to what it asks: one kind or several, with what it names, or nothing at all.

Rules decide. What they do not surely know is not guessed: it comes back without a kind, with those
that are nearest.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from assistant.domain.chat.arguments import Arguments, read_arguments
from assistant.domain.chat.cues import AHEAD, CUES, LEAST, NOT_OURS
from assistant.domain.chat.kinds import KINDS, Kind

LONGEST = 1_000
NEAREST = 3
# So many words that no rule knows are too many, unless they say how a subject is called.
_UNKNOWN = 2
_MOST_ASKED = 3
_BODIES = frozenset({
    "authority", "borough", "commissioner", "constabulary", "council", "county", "ministry",
    "police", "trust", "university",
})  # fmt: skip
_PIECES = re.compile(
    r"\?+\s+|[.;!]\s+(?=[A-Za-z])|,?\s+(?:and|also|plus)\s+"
    r"(?=(?:also\s+)?(?:who|whose|what|whats|what's|when|whens|which|how|is|has|have|did|where|draft)\b)",
    re.IGNORECASE,
)
_CARRIES_ON = re.compile(r"^(?:and|what about|how about|same for|same with|ok and|or)\b")
# What is offered where nothing was like what was asked: of a case, and of the work.
_USUAL_OF_CASE = (Kind.DUE, Kind.MISSING, Kind.BEFORE)
_USUAL = (Kind.EXEMPTIONS_USED, Kind.MUST_SHOW, Kind.WORK)


@dataclass(frozen=True, slots=True)
class Understood:
    """One thing that was asked; `kind` is None where it was not understood.

    `nearest` are the kinds that come nearest, for what was not understood. `ours` is false for what
    no record here could tell: what others have, or what they will say.
    """

    question: str
    kind: Kind | None
    arguments: Arguments
    nearest: tuple[Kind, ...] = ()
    ours: bool = True


def understand(
    question: str, *, today: date, on_case: bool, earlier: Kind | None = None
) -> tuple[Understood, ...]:
    """Return what a question asks, one thing after another, three at the most.

    `today` is a day in Europe/London; `on_case` whether it was asked on the page of a case;
    `earlier` the kind of the question before it, which "and part 2?" carries on.
    """
    whole = _one(question, today, on_case=on_case, earlier=earlier)
    pieces = [piece.strip() for piece in _PIECES.split(question) if piece and piece.strip(" ?.!,")]
    if len(pieces) > 1:
        each = _each(pieces[:_MOST_ASKED], today, on_case=on_case)
        if each:
            return each
    return (whole,)


def _each(pieces: Iterable[str], today: date, *, on_case: bool) -> tuple[Understood, ...]:
    """Return what the pieces of a question ask, where each by itself is understood and differs.

    A greeting or a sentence that leads up to the question is left out.
    """
    read = [_one(piece, today, on_case=on_case) for piece in pieces]
    known = [one for one in read if one.kind is not None]
    told = all(one.kind is not None or _says_nothing(one.arguments) for one in read)
    if told and len({one.kind for one in known}) == len(known) and known:
        return tuple(known)
    return ()


def _says_nothing(arguments: Arguments) -> bool:
    """Whether a sentence has no word that any rule knows, and hardly another."""
    return "<" not in arguments.words and len(arguments.unknown) <= _UNKNOWN


def _one(question: str, today: date, *, on_case: bool, earlier: Kind | None = None) -> Understood:
    """Return what one question asks."""
    arguments = read_arguments(question[:LONGEST], today)
    scores = _scores(arguments, on_case=on_case)
    if any(pattern.search(arguments.words) for pattern in NOT_OURS):
        return Understood(question, None, arguments, _nearest(scores, on_case=on_case), ours=False)
    kind = _best(scores)
    if earlier is not None and _carries_on(arguments, earlier, kind):
        kind = earlier
    if kind is None or not _accounted_for(kind, arguments):
        ours = kind is not Kind.WORK or not _of_another_body(arguments)
        return Understood(question, None, arguments, _nearest(scores, on_case=on_case), ours=ours)
    return Understood(question, kind, _fitting(kind, arguments))


def _scores(arguments: Arguments, *, on_case: bool) -> dict[Kind, int]:
    """Return how much speaks for each kind."""
    scores: dict[Kind, int] = {}
    for kind, weight, pattern in CUES:
        if pattern.search(arguments.words):
            scores[kind] = scores.get(kind, 0) + weight
    for kind in scores:
        scores[kind] += _context(kind, arguments, on_case=on_case)
    return scores


def _context(kind: Kind, arguments: Arguments, *, on_case: bool) -> int:
    """Return what the page and the named things add: on a case, most questions are about it."""
    about_a_case = on_case or bool(arguments.reference)
    if kind is Kind.DECISION and about_a_case and arguments.parts:
        return 2
    if KINDS[kind].of_a_case:
        return 1 if about_a_case else -1
    return 0


def _best(scores: dict[Kind, int]) -> Kind | None:
    """Return the kind that most speaks for, where enough does and no other comes as near."""
    ranked = sorted(scores, key=lambda kind: -scores[kind])
    if not ranked or scores[ranked[0]] < LEAST:
        return None
    if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < AHEAD:
        return None
    return ranked[0]


def _carries_on(arguments: Arguments, earlier: Kind, kind: Kind | None) -> bool:
    """Whether a question only names something else to ask the earlier one of: "and part 2?"."""
    leads = _CARRIES_ON.match(arguments.words) is not None
    names = bool(arguments.parts or arguments.sections or arguments.period.named)
    bare = "<" not in arguments.words and not arguments.unknown
    if names and bare:
        return leads or kind is None
    return kind is None and leads and KINDS[earlier].topic and "<" not in arguments.words


def _accounted_for(kind: Kind, arguments: Arguments) -> bool:
    """Whether hardly a word is left that no rule knows, unless the kind has a subject."""
    if kind is Kind.WORK and _of_another_body(arguments):
        return False
    return KINDS[kind].topic or len(arguments.unknown) <= _UNKNOWN


def _of_another_body(arguments: Arguments) -> bool:
    """Whether another authority is named, of whose cases nothing is known here."""
    return not _BODIES.isdisjoint(arguments.unknown)


def _fitting(kind: Kind, arguments: Arguments) -> Arguments:
    """Return the arguments without a subject where the kind has none."""
    return arguments if KINDS[kind].topic else replace(arguments, topic="")


def _nearest(scores: dict[Kind, int], *, on_case: bool) -> tuple[Kind, ...]:
    """Return the three kinds that come nearest, filled up with what is mostly asked."""
    ranked = [kind for kind in sorted(scores, key=lambda kind: -scores[kind]) if scores[kind] > 0]
    possible = [kind for kind in ranked if on_case or not KINDS[kind].of_a_case]
    usual = _USUAL_OF_CASE if on_case else _USUAL
    return tuple(dict.fromkeys((*possible, *usual)))[:NEAREST]
