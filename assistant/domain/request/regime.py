"""Says which law answers a request: FOIA, the EIR, subject access, or none (ordinary business)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.law.acts import Regime
from assistant.domain.request.part import Part
from assistant.domain.request.questions import segment
from assistant.domain.request.regime_cues import (
    BUSINESS,
    COMPLAINT,
    DEAD,
    DEAD_REASON,
    ENVIRONMENT,
    EXPLANATION,
    OWN_DATA,
    RECORDED,
    REMOTE,
    SUBJECT_ACCESS,
    Cue,
)

# What stands outside the questions (subject line, story) counts for less than the questions.
_SUBJECT_WEIGHT, _STORY_WEIGHT = 1.0, 0.34
# A word about the environment in the story alone does not make the questions environmental.
_ENOUGH = 0.6
# Nor does one question among many, unless what leads into them speaks of it.
_EACH = 0.35
# One aside in a long list of questions does not make the request mixed.
_SHARE = 0.3
_DEFAULT = "asks for recorded information on no environmental or personal subject, FOIA s1(1)"
_NOTHING = "asks for nothing that could be found: ordinary business, unless something was missed"
_SPLIT = "its parts fall under different laws: split it, and answer each under its own"


@dataclass(frozen=True, slots=True)
class RegimeVerdict:
    """Which law answers a request, and why, in sentences an officer understands.

    MIXED means that its parts fall under different regimes and want splitting. It is a proposal:
    an officer may overrule it.
    """

    value: Regime
    reasons: tuple[str, ...]


@dataclass(slots=True)
class _Weighing:
    """What the cues of a request add up to, and the reasons met on the way, in order."""

    environment: float = 0.0
    remote: float = 0.0
    own: float = 0.0
    business: float = 0.0
    reasons: list[tuple[Regime, str]] | None = None

    def note(self, cue: Cue) -> None:
        """Keep a cue's reason once."""
        self.reasons = self.reasons or []
        if (cue.regime, cue.reason) not in self.reasons:
            self.reasons.append((cue.regime, cue.reason))

    def why(self, regime: Regime) -> tuple[str, ...]:
        """Return the reasons met for a regime."""
        return tuple(reason for found, reason in self.reasons or () if found is regime)


def classify(text: str, subject: str = "", parts: Sequence[Part] | None = None) -> RegimeVerdict:
    """Return the regime of a request and the reasons for it; never raises.

    `text` is what the requester wrote, `subject` the subject line if there is one, `parts` its
    questions where they are known already (as segment gives them for `text`). Environmental
    information is what EIR 2004 reg 2(1)(a)-(f) covers, read widely; a requester's own personal
    data is subject access (FOIA s40(1)); records of the dead are FOIA; what asks for no recorded
    information is ordinary business. Everything else is FOIA.
    """
    return _verdict(text, subject, segment(text) if parts is None else parts)


def part_regimes(text: str, parts: Sequence[Part], subject: str = "") -> tuple[RegimeVerdict, ...]:
    """Return the regime of each part of a request, so that a MIXED one can be split.

    A part that names no subject of its own ("if so, how many?") follows the request as a whole;
    where that is MIXED it falls back to FOIA.
    """
    whole = classify(text, subject)
    fallback = whole if whole.value is not Regime.MIXED else RegimeVerdict(Regime.FOI, (_DEFAULT,))
    return tuple(_of_part(part, fallback) for part in parts)


def _of_part(part: Part, fallback: RegimeVerdict) -> RegimeVerdict:
    """Weigh one part alone; without any cue it goes with the whole."""
    weighing = _weigh([(f"{part.stem} {part.text}", 1.0)])
    if not weighing.reasons:
        return fallback
    if weighing.own and not DEAD.occur_in(part.text):
        return RegimeVerdict(Regime.SAR, weighing.why(Regime.SAR))
    if weighing.environment > weighing.remote:
        return RegimeVerdict(Regime.EIR, weighing.why(Regime.EIR))
    if weighing.business and not RECORDED.occur_in(part.text):
        return RegimeVerdict(Regime.BAU, weighing.why(Regime.BAU))
    return RegimeVerdict(Regime.FOI, weighing.why(Regime.FOI) or (_DEFAULT,))


def _verdict(text: str, subject: str, parts: Sequence[Part]) -> RegimeVerdict:
    """Weigh the questions, the subject line and the story around them."""
    weighing = _weigh(_weighted(text, subject, parts))
    for rule in (_by_own_data, _by_business, _by_environment):
        verdict = rule(weighing, text, parts)
        if verdict is not None:
            return verdict
    if any(DEAD.occur_in(part.text) for part in parts):
        return RegimeVerdict(Regime.FOI, (DEAD_REASON,))
    return RegimeVerdict(Regime.FOI, weighing.why(Regime.FOI) or (_DEFAULT,))


def _weighted(text: str, subject: str, parts: Sequence[Part]) -> Iterator[tuple[str, float]]:
    """Yield the pieces of a request with what a cue in each of them counts for."""
    yield subject, _SUBJECT_WEIGHT
    reached = 0
    for part in parts:
        yield text[reached : part.start], _STORY_WEIGHT if parts else 1.0
        # "c) river action group" asks nothing by itself: its lead-in says what it is about.
        yield f"{part.stem} {part.text}", 1.0
        reached = part.end
    yield text[reached:], _STORY_WEIGHT if parts else 1.0


def _weigh(pieces: Iterable[tuple[str, float]]) -> _Weighing:
    """Add up the cues. In one piece the heaviest counts, and a remote link cancels a near one."""
    total = _Weighing()
    for words, share in pieces:
        remote = _heaviest(REMOTE, words, total)
        environment = _heaviest(ENVIRONMENT, words, total)
        total.remote += remote * share
        total.environment += (0.0 if remote else environment) * share
        total.own += _heaviest(OWN_DATA, words, total)
        total.business += _heaviest(BUSINESS, words, total)
    return total


def _heaviest(table: Sequence[Cue], words: str, total: _Weighing) -> float:
    """Return the weight of the heaviest cue found, and note every reason found."""
    found = [cue for cue in table if cue.found.occur_in(words)]
    for cue in found:
        total.note(cue)
    return max((cue.weight for cue in found), default=0.0)


def _by_own_data(weighing: _Weighing, text: str, parts: Sequence[Part]) -> RegimeVerdict | None:
    """Find subject access in a request; beside other questions, it makes the request mixed."""
    if not weighing.own:
        return None
    if DEAD.occur_in(text):
        return RegimeVerdict(Regime.FOI, (DEAD_REASON,))
    others = [part for part in parts if not _is_own(part.text) and RECORDED.occur_in(part.text)]
    own = [part for part in parts if _is_own(part.text)]
    why = weighing.why(Regime.SAR)
    if own and others:
        return RegimeVerdict(Regime.MIXED, (*why, _SPLIT))
    if own or not parts or SUBJECT_ACCESS.reason in why:
        return RegimeVerdict(Regime.SAR, why)
    return None


def _is_own(words: str) -> bool:
    """Say whether a part asks for the requester's own data."""
    return any(cue.found.occur_in(words) for cue in OWN_DATA)


def _by_business(weighing: _Weighing, text: str, parts: Sequence[Part]) -> RegimeVerdict | None:
    """Find what asks for no recorded information; beside a question, the request is mixed."""
    served = [part for part in parts if _is_business(part.text)]
    explained = [part for part in parts if EXPLANATION.found.occur_in(part.text)]
    asked = [part for part in parts if part not in served and part not in explained]
    why = weighing.why(Regime.BAU)
    if not parts and text.strip() and not RECORDED.occur_in(text):
        return RegimeVerdict(Regime.BAU, why or (_NOTHING,))
    if not asked and (why or explained) and not RECORDED.occur_in(text):
        return RegimeVerdict(Regime.BAU, why or (EXPLANATION.reason,))
    if not why or not asked:
        return None
    if len(served) >= _SHARE * len(parts) or COMPLAINT.found.occur_in(text):
        return RegimeVerdict(Regime.MIXED, (*why, _SPLIT))
    return None


def _is_business(words: str) -> bool:
    """Say whether a part asks for a service or advice, and for no record."""
    found = any(cue.found.occur_in(words) for cue in BUSINESS)
    return found and not RECORDED.occur_in(words)


def _by_environment(weighing: _Weighing, text: str, parts: Sequence[Part]) -> RegimeVerdict | None:
    """Environmental subjects are answered under the EIR where they outweigh what is remote."""
    before = text[: parts[0].start] if parts else text
    scoped = any(cue.found.occur_in(before) for cue in ENVIRONMENT)
    enough = _ENOUGH if scoped else max(_ENOUGH, _EACH * len(parts))
    if weighing.environment >= enough and weighing.environment > weighing.remote:
        return RegimeVerdict(Regime.EIR, weighing.why(Regime.EIR))
    return None
