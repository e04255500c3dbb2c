"""What answers call the outcomes and the states of a case, within a sentence."""

from assistant.domain.case import Held, Outcome, State
from assistant.domain.law.acts import Regime
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.kinds import KINDS

OUTCOMES = {
    Outcome.DISCLOSED_FULL.value: "disclosed in full",
    Outcome.DISCLOSED_PART.value: "disclosed in part",
    Outcome.REFUSED.value: "refused",
    Outcome.NOT_HELD.value: "not held",
    Outcome.PART_NOT_HELD.value: "partly not held",
    Outcome.ALREADY_ACCESSIBLE_S21.value: "already accessible (s.21)",
    Outcome.COST_S12.value: "over the cost limit (s.12)",
    Outcome.VEXATIOUS_S14.value: "vexatious or repeated (s.14)",
    Outcome.NCND.value: "neither confirmed nor denied",
    Outcome.CLARIFICATION_NEEDED.value: "clarification needed (s.1(3))",
    Outcome.TRANSFERRED.value: "transferred to another authority",
    Outcome.ACKNOWLEDGEMENT_ONLY.value: "acknowledgement only",
    Outcome.OTHER.value: "something else",
}
HELD = {
    Held.UNKNOWN.value: "Whether it is held is not recorded yet",
    Held.HELD.value: "Recorded as held",
    Held.PARTLY.value: "Recorded as held in part",
    Held.NOT_HELD.value: "Recorded as not held",
}
STATES = {
    State.OPEN.value: "open",
    State.RESPONSE_APPROVED.value: "open, its response approved",
    State.ANSWERED.value: "answered",
    State.NOT_A_REQUEST.value: "closed as not a request",
    State.WITHDRAWN.value: "closed as withdrawn by the requester",
    State.TRANSFERRED.value: "closed as transferred to another authority",
    State.MERGED.value: "merged into another case",
}
REGIMES = {
    Regime.FOI.value: "the Freedom of Information Act (FOI)",
    Regime.EIR.value: "the Environmental Information Regulations (EIR)",
    Regime.SAR.value: "subject access (SAR)",
    Regime.BAU.value: "business as usual",
    Regime.MIXED.value: "more than one law",
}


def letter_name(kind: str) -> str:
    """Return what a kind of letter is called within a sentence."""
    name = KINDS[LetterKind(kind)].name
    return name if name.startswith("EIR") else name[0].lower() + name[1:]
