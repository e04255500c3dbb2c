"""Says which law answers a request: FOIA, the EIR, subject access, or none (ordinary business)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.law.acts import Regime
from assistant.domain.phrases import PhraseTable
from assistant.domain.request.business_cues import (
    BUSINESS,
    COMPLAINT,
    EXPLANATION,
    INVOKES,
    PAST_FACT,
    RECORDED,
    SELLING,
    SOLD,
    SOUGHT_AFTER,
)
from assistant.domain.request.cues import asks
from assistant.domain.request.own_data import is_own, own_data
from assistant.domain.request.part import Part
from assistant.domain.request.questions import segment
from assistant.domain.request.regime_cues import (
    DEAD,
    DEAD_REASON,
    ENVIRONMENT,
    OWN_DATA,
    REMOTE,
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
# As many signs of an offer make one.
_SOLD_BY = 2
_REMOTE, _ENVIRONMENT, _BUSINESS = (
    PhraseTable(table, lambda cue: cue.found) for table in (REMOTE, ENVIRONMENT, BUSINESS)
)
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
    business: float = 0.0
    subject: str = ""
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
    if not weighing.reasons and not is_own(part.text):
        return fallback
    if is_own(part.text) and not DEAD.occur_in(part.text):
        return RegimeVerdict(Regime.SAR, (OWN_DATA[0].reason,))
    if weighing.environment > weighing.remote:
        return RegimeVerdict(Regime.EIR, weighing.why(Regime.EIR))
    if weighing.business and not RECORDED.occur_in(part.text):
        return RegimeVerdict(Regime.BAU, weighing.why(Regime.BAU))
    return RegimeVerdict(Regime.FOI, weighing.why(Regime.FOI) or (_DEFAULT,))


def _verdict(text: str, subject: str, parts: Sequence[Part]) -> RegimeVerdict:
    """Weigh the questions, the subject line and the story around them."""
    weighing = _weigh(_weighted(text, subject, parts))
    weighing.subject = subject
    for rule in (_by_selling, _by_own_data, _by_business, _by_environment):
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
    pieces = list(pieces)
    # Most letters have the words of few cues, so that few are looked for in every piece.
    whole = "\n".join(words for words, _ in pieces)
    remotes, environments, businesses = (
        table.possible_in(whole) for table in (_REMOTE, _ENVIRONMENT, _BUSINESS)
    )
    for words, share in pieces:
        remote = _heaviest(remotes, words, total)
        environment = _heaviest(environments, words, total)
        total.remote += remote * share
        total.environment += (0.0 if remote else environment) * share
        total.business += _heaviest(businesses, words, total)
    return total


def _heaviest(possible: Sequence[Cue], words: str, total: _Weighing) -> float:
    """Return the weight of the heaviest cue found, and note every reason found."""
    found = [cue for cue in possible if cue.found.occur_in(words)]
    for cue in found:
        total.note(cue)
    return max((cue.weight for cue in found), default=0.0)


def _by_selling(_: _Weighing, text: str, __: Sequence[Part]) -> RegimeVerdict | None:
    """Find an offer of goods or services, whatever it asks beside."""
    signs = sum(sign.occur_in(text) for sign in SELLING)
    return RegimeVerdict(Regime.BAU, (SOLD,)) if signs >= _SOLD_BY else None


def _by_own_data(weighing: _Weighing, text: str, parts: Sequence[Part]) -> RegimeVerdict | None:
    """Find subject access in a request; beside other questions, it makes the request mixed."""
    own = own_data(f"{weighing.subject}\n{text}".lstrip(), parts)
    if own is None:
        return None
    if DEAD.occur_in(text):
        return RegimeVerdict(Regime.FOI, (DEAD_REASON,))
    if own.beside:
        return RegimeVerdict(Regime.MIXED, (*own.reasons, _SPLIT))
    return RegimeVerdict(Regime.SAR, own.reasons)


def _by_business(weighing: _Weighing, text: str, parts: Sequence[Part]) -> RegimeVerdict | None:
    """Find what asks for no recorded information; beside a question, the request is mixed."""
    served = [part for part in parts if _is_business(part.text)]
    explained = [part for part in parts if EXPLANATION.found.occur_in(part.text)]
    others = [part for part in parts if part not in served and part not in explained]
    asked = [part for part in others if _asks_for_information(part.text)]
    why = weighing.why(Regime.BAU)
    named = RECORDED.occur_in(text) or SOUGHT_AFTER.occur_in(text)
    if not parts and text.strip() and not named:
        return RegimeVerdict(Regime.BAU, why or (_NOTHING,))
    outweighed = not any(_names_information(part.text) for part in asked) and len(served) >= len(
        asked
    )
    if outweighed and (why or explained) and not INVOKES.occur_in(text):
        return RegimeVerdict(Regime.BAU, why or (EXPLANATION.reason,))
    if not why or not asked:
        return None
    if len(served) >= _SHARE * len(parts) or COMPLAINT.found.occur_in(text):
        return RegimeVerdict(Regime.MIXED, (*why, _SPLIT))
    return None


def _asks_for_information(words: str) -> bool:
    """Say whether a part really asks, or names what is recorded."""
    return asks(words) or _names_information(words)


def _names_information(words: str) -> bool:
    """Say whether a part names something recorded, or asks for a fact of the past."""
    return any(table.occur_in(words) for table in (RECORDED, SOUGHT_AFTER, PAST_FACT))


def _is_business(words: str) -> bool:
    """Say whether a part asks for a service or advice, and for no record."""
    found = bool(_BUSINESS.found_in(words))
    return found and not RECORDED.occur_in(words) and not SOUGHT_AFTER.occur_in(words)


def _by_environment(weighing: _Weighing, text: str, parts: Sequence[Part]) -> RegimeVerdict | None:
    """Environmental subjects are answered under the EIR where they outweigh what is remote."""
    before = text[: parts[0].start] if parts else text
    scoped = bool(_ENVIRONMENT.found_in(before))
    enough = _ENOUGH if scoped else max(_ENOUGH, _EACH * len(parts))
    if weighing.environment >= enough and weighing.environment > weighing.remote:
        return RegimeVerdict(Regime.EIR, weighing.why(Regime.EIR))
    return None
