"""What a response decided: one decision for each answer, and a table for the whole letter."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.case import Outcome
from assistant.domain.library import deciding_cues, giving_cues
from assistant.domain.library.signals import Signal
from assistant.domain.library.telling import Role, Told, Unit

_CUES = (*deciding_cues.CUES, *giving_cues.CUES)
_READ = frozenset({Role.SAID, Role.REASON, Role.WEIGHS, Role.COURTESY})
# A day, a year and a label say nothing of what was asked for.
_NO_FIGURE = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b"
    r"|\b\d{1,2}(?:\^?(?:st|nd|rd|th))?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)\w*"
    r"|\b(?:19|20)\d\d(?:[/-]\d{2,4})?\b|^\W*(?:q\w* ?)?\(?\d{1,2}[.):]|\[\d+\]",
    re.IGNORECASE,
)
# What decides an answer, the strongest first: a cost limit speaks of withholding too.
_DECIDING = (
    Signal.NEITHER,
    Signal.VEXATIOUS,
    Signal.COST,
    Signal.WITHHELD,
    Signal.NOT_HELD,
    Signal.REFUSED,
)
_WITHHOLDING = (Signal.WITHHELD, Signal.REFUSED)
# Their reasons speak of figures and files too.
_LIMITS = frozenset({Signal.COST, Signal.VEXATIOUS, Signal.NEITHER})
_SAYING = frozenset({Role.SAID, Role.REASON})
_FEWEST_ROWS = 2
_LONGEST_ROW = 8
_POINTING = frozenset({Signal.ACCESSIBLE, Signal.LINKED})
_PENDING = frozenset(
    {
        Signal.RECEIVED,
        Signal.DELAYED,
        Signal.UNCLEAR,
        Signal.INVALID,
        Signal.ELSEWHERE,
        Signal.EXTENDED,
    }
)
# A sentence with one of these says something else than the information itself.
_TELLING = frozenset(Signal) - {Signal.ANNOUNCED, Signal.DELAYED, Signal.REVIEWED, Signal.ELSEWHERE}
_FEWEST_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that a sentence gave, with the place of the sentence in the letter."""

    name: str
    signal: Signal
    because: str
    start: int
    end: int


_Heard = tuple[Told, tuple[Hit, ...]]


@dataclass(frozen=True, slots=True)
class Answered:
    """What one answer of the letter says: its signals, what decides it, and whether it gives."""

    hits: tuple[Hit, ...]
    decided: Signal | None
    gives: bool

    def has(self, *signals: Signal) -> bool:
        """Whether one of the signals stands in this answer."""
        return any(hit.signal in signals for hit in self.hits)


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome with the row of the table that gave it, in words, and the hits it stands on."""

    outcome: Outcome
    because: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """The answers of a letter together, as the table of outcomes asks for them."""

    answers: tuple[Answered, ...]

    def decided(self, *signals: Signal) -> bool:
        """Whether one of the answers is decided by one of the signals."""
        return any(each.decided in signals for each in self.answers)

    def has(self, *signals: Signal) -> bool:
        """Whether one of the signals stands anywhere."""
        return any(each.has(*signals) for each in self.answers)

    @property
    def gives(self) -> bool:
        """Whether any answer gives information."""
        return any(each.gives for each in self.answers)

    @property
    def points(self) -> bool:
        """Whether any answer points to where it is published."""
        return self.has(*_POINTING)

    @property
    def points_apart(self) -> bool:
        """Whether an answer points to where it is published that is not one of nothing held."""
        return any(each.decided is None and each.has(*_POINTING) for each in self.answers)

    @property
    def limits(self) -> bool:
        """Whether the request is refused by section 12 or 14, where nothing is weighed."""
        return self.decided(Signal.COST, Signal.VEXATIOUS)

    @property
    def refuses(self) -> bool:
        """Whether anything is refused."""
        return self.decided(*_WITHHOLDING, Signal.COST, Signal.VEXATIOUS, Signal.NEITHER)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: when it holds, what the letter decided, and why in words."""

    outcome: Outcome
    holds: Callable[[Whole], bool]
    because: str
    by: tuple[Signal, ...] = ()


ROWS: tuple[Row, ...] = (
    Row(
        Outcome.OTHER,
        lambda whole: whole.has(Signal.INVALID) and not whole.gives and not whole.refuses,
        "The request is not taken as a valid one, and nothing is given.",
        (Signal.INVALID,),
    ),
    Row(
        Outcome.OTHER,
        lambda whole: whole.has(Signal.EXTENDED) and not whole.gives and not whole.limits,
        "It takes more time to decide, and nothing is given.",
        (Signal.EXTENDED,),
    ),
    Row(
        Outcome.DISCLOSED_PART,
        lambda whole: whole.gives and whole.refuses,
        "Something is given and something is refused.",
        (*_WITHHOLDING, Signal.COST, Signal.VEXATIOUS, Signal.NEITHER),
    ),
    Row(
        Outcome.NCND,
        lambda whole: whole.decided(Signal.NEITHER),
        "Nothing is given, and it is not said whether the information is held.",
        (Signal.NEITHER,),
    ),
    Row(
        Outcome.VEXATIOUS_S14,
        lambda whole: whole.decided(Signal.VEXATIOUS),
        "Nothing is given, and the request is called vexatious or repeated.",
        (Signal.VEXATIOUS,),
    ),
    Row(
        Outcome.COST_S12,
        lambda whole: whole.decided(Signal.COST),
        "Nothing is given, and the cost limit is the reason.",
        (Signal.COST,),
    ),
    Row(
        Outcome.REFUSED,
        lambda whole: whole.decided(*_WITHHOLDING) and not whole.gives,
        "Nothing is given, and an exemption or exception is the reason.",
        _WITHHOLDING,
    ),
    Row(
        Outcome.PART_NOT_HELD,
        lambda whole: whole.decided(Signal.NOT_HELD) and (whole.gives or whole.points_apart),
        "Something is given, and something else is not held.",
        (Signal.NOT_HELD,),
    ),
    Row(
        Outcome.CLARIFICATION_NEEDED,
        lambda whole: (
            whole.has(Signal.UNCLEAR)
            and (not whole.gives or whole.has(Signal.WAITING))
            and not whole.has(Signal.GIVEN)
        ),
        "Nothing is given, and the requester is asked what is meant.",
        (Signal.UNCLEAR,),
    ),
    Row(
        Outcome.NOT_HELD,
        lambda whole: whole.decided(Signal.NOT_HELD),
        "Nothing is given, because nothing is held.",
        (Signal.NOT_HELD,),
    ),
    Row(
        Outcome.TRANSFERRED,
        lambda whole: whole.has(Signal.TRANSFERRED) and not whole.gives,
        "Another authority has been given the request.",
        (Signal.TRANSFERRED,),
    ),
    Row(
        Outcome.DISCLOSED_FULL,
        lambda whole: whole.gives,
        "Something is given and nothing is refused.",
        (Signal.GIVEN,),
    ),
    Row(
        Outcome.OTHER,
        lambda whole: whole.has(Signal.ELSEWHERE),
        "What was decided stands in a file that came with it.",
        (Signal.ELSEWHERE,),
    ),
    Row(
        Outcome.OTHER,
        lambda whole: whole.has(Signal.REVIEWED) and not whole.points,
        "It tells of an internal review whose decision does not stand in it.",
        (Signal.REVIEWED,),
    ),
    Row(
        Outcome.OTHER,
        lambda whole: whole.has(Signal.DELAYED) and not whole.points,
        "It only says that the answer will come later.",
        (Signal.DELAYED,),
    ),
    Row(
        Outcome.ALREADY_ACCESSIBLE_S21,
        lambda whole: whole.points and not whole.has(Signal.RECEIVED),
        "Nothing is given but the place where it can be had already.",
        (Signal.ACCESSIBLE, Signal.LINKED),
    ),
    Row(
        Outcome.REFUSED,
        lambda whole: whole.has(Signal.UNABLE),
        "It says that nothing is provided, and no reason that is known here.",
        (Signal.UNABLE,),
    ),
    Row(
        Outcome.ACKNOWLEDGEMENT_ONLY,
        lambda whole: whole.has(Signal.RECEIVED),
        "It only says that the request was received.",
        (Signal.RECEIVED,),
    ),
)
_NOTHING = Verdict(Outcome.OTHER, "Nothing in it says what was decided.", ())


def decide(units: Sequence[Unit]) -> Verdict:
    """Return what a letter decided: the first row of the table that holds for its answers."""
    whole = Whole(_answers(units))
    row = next((each for each in ROWS if each.holds(whole)), None)
    if row is None:
        return _NOTHING
    hits = tuple(hit for each in whole.answers for hit in each.hits if hit.signal in row.by)
    return Verdict(row.outcome, row.because, hits)


def _answers(units: Sequence[Unit]) -> tuple[Answered, ...]:
    """Return what each answer says; once the answer is announced, what follows is meant as one."""
    found: list[Answered] = []
    announced = False
    for unit in units:
        told = [(each, tuple(_hits(each))) for each in unit.sentences]
        announced = announced or any(
            hit.signal is Signal.ANNOUNCED for _, hits in told for hit in hits
        )
        found.append(_answered(unit, told, announced=announced))
    return tuple(found)


def _answered(unit: Unit, told: Sequence[_Heard], *, announced: bool) -> Answered:
    """Return what one answer says."""
    hits = tuple(hit for _, found in told for hit in found)
    signals = {hit.signal for hit in hits}
    decided = next((each for each in _DECIDING if each in signals), None)
    if decided is Signal.REFUSED and Signal.ACCESSIBLE in signals:
        # A letter that sends the requester elsewhere under section 21 is a refusal in form only.
        decided = None
    if Signal.GIVEN in signals:
        gives = True
    elif decided is not None:
        gives = _gives_beside(told, decided) or _points_first(told, decided)
    else:
        gives = _gives(signals, _plain(told), answers=unit.asked or announced)
    return Answered(hits, decided, gives)


def _plain(told: Sequence[_Heard]) -> list[Told]:
    """Return the sentences that say something and that no cue explains."""
    return [
        each
        for each, found in told
        if each.role in _SAYING and not any(hit.signal in _TELLING for hit in found)
    ]


def _gives_beside(told: Sequence[_Heard], decided: Signal) -> bool:
    """Tell whether an answer gives figures before it refuses the rest, or rows of them behind."""
    first = next(
        number
        for number, (_, found) in enumerate(told)
        if any(hit.signal is decided for hit in found)
    )
    before = [each for each in _plain(told[:first]) if each.role is Role.SAID]
    rows = [each for each in _plain(told[first:]) if each.role is Role.SAID and _is_row(each.text)]
    figures = [each for each in before if _has_figure(each.text)]
    return bool(figures) or (decided not in _LIMITS and len(rows) >= _FEWEST_ROWS)


def _is_row(text: str) -> bool:
    """Tell whether a line is a row of figures, and no sentence about them."""
    return len(text.split()) <= _LONGEST_ROW and _has_figure(text)


def _has_figure(text: str) -> bool:
    """Tell whether a text has a figure that is no date and no label, or the bars of a table."""
    return re.search(r"\d|\||\t", _NO_FIGURE.sub(" ", text)) is not None


def _points_first(told: Sequence[_Heard], decided: Signal | None) -> bool:
    """Tell whether it says where some of it is published before it refuses the rest."""
    if decided is not Signal.COST:
        return False
    for _, found in told:
        signals = {hit.signal for hit in found}
        if decided in signals:
            return False
        if Signal.LINKED in signals:
            return True
    return False


def _hits(told: Told) -> Iterator[Hit]:
    """Yield what a sentence tells; what the requester asks can only show that it is unclear."""
    if told.role not in _READ and told.role is not Role.ASKED:
        return
    for cue in _CUES:
        if told.role is Role.ASKED and cue.signal is not Signal.UNCLEAR:
            continue
        if cue.says.occur_in(told.text) and not cue.unless.occur_in(told.text):
            yield Hit(cue.name, cue.signal, cue.because, told.start, told.end)


def _gives(signals: set[Signal], plain: Sequence[Told], *, answers: bool) -> bool:
    """Tell whether an answer that refuses nothing gives information.

    `answers` says that a question stands above it, or that the answer was announced.
    """
    figures = [each for each in plain if _has_figure(each.text)]
    if Signal.ACCESSIBLE in signals and not figures:
        return False
    if answers:
        return bool(plain)
    if signals & _PENDING:
        return False
    return bool(figures) or len(plain) >= _FEWEST_SENTENCES
