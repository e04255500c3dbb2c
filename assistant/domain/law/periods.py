"""How long each clock runs, what an extension moves, and the provisions that say so: one table."""

from dataclasses import dataclass, replace

from assistant.domain.law.deadline import Basis, ClockKind
from assistant.domain.law.timeline import Timeline

# The regulations under section 10(4) that vary the period for schools, and for archives.
_SCHOOLS = "SI 2004/3364 reg 3; SI 2009/1369; SI 2010/2768"
_FURTHER = "ICO guidance: 20 further working days"


@dataclass(frozen=True, slots=True)
class Period:
    """How long a clock runs, what an extension moves, and the provisions that say so.

    `moves_answer` is whether an extension moves the answer itself (EIR reg 7, reviews) or only the
    decision on the public interest (s.10(3) with s.17(2) FOIA), which is twenty further days.
    """

    days: int
    basis: Basis
    rules: tuple[str, ...]
    moves_answer: bool = False
    extended_basis: Basis = Basis.GUIDANCE
    extended_rules: tuple[str, ...] = ()
    restart_rules: tuple[str, ...] = ()
    fee_rule: str = ""


_FOI = Period(
    days=20,
    basis=Basis.STATUTORY,
    rules=("FOIA s10(1)", "FOIA s10(6)"),
    extended_rules=("FOIA s10(3)", "FOIA s17(2)", "ICO guidance: 40 working days in all"),
    restart_rules=("FOIA s1(3)", "FOIA s10(6)"),
    fee_rule="FOIA s10(2)",
)
PERIODS: dict[ClockKind, Period] = {
    ClockKind.FOI: _FOI,
    ClockKind.SCHOOL: replace(
        _FOI,
        rules=(*_FOI.rules, "FOIA s10(4)", _SCHOOLS),
        extended_rules=("FOIA s10(3)", "FOIA s17(2)", _FURTHER),
    ),
    ClockKind.ARCHIVES: replace(
        _FOI,
        days=30,
        rules=(*_FOI.rules, "FOIA s10(4)", "SI 2004/3364"),
        extended_rules=("FOIA s10(3)", "FOIA s17(2)", _FURTHER),
    ),
    ClockKind.EIR: Period(
        days=20,
        basis=Basis.STATUTORY,
        rules=("EIR reg 5(2)", "EIR reg 2(1)", "FOIA s10(6)"),
        moves_answer=True,
        extended_basis=Basis.STATUTORY,
        extended_rules=("EIR reg 7(1)", "EIR reg 7(3)"),
        restart_rules=("EIR reg 9(2)", "EIR reg 9(4)"),
        fee_rule="EIR reg 8(6)",
    ),
    ClockKind.FOI_REVIEW: Period(
        days=20,
        basis=Basis.GUIDANCE,
        rules=("FOIA s45 code of practice", "FOIA s10(6)"),
        moves_answer=True,
        extended_rules=("FOIA s45 code of practice: exceptional cases",),
    ),
    ClockKind.EIR_REVIEW: Period(
        days=40, basis=Basis.STATUTORY, rules=("EIR reg 11(4)", "EIR reg 2(1)", "FOIA s10(6)")
    ),
}


def rules_applied(period: Period, timeline: Timeline) -> tuple[str, ...]:
    """Name the provisions applied, each once."""
    applied = (
        (True, period.rules),
        (bool(timeline.earlier) or timeline.asked_on is not None, period.restart_rules),
        (bool(timeline.fees) or timeline.unpaid_since is not None, (period.fee_rule,)),
        (timeline.extended_on is not None, period.extended_rules),
    )
    return tuple(dict.fromkeys(rule for applies, rules in applied if applies for rule in rules))
