"""What the register says: a provision, what a refusal must show, how two differ, how long, cost."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from assistant.domain.chat.answer import Block, Place, Source
from assistant.domain.law.acts import Basis, Provision, ProvisionKind, Regime, Standing
from assistant.domain.law.citations import Act, Citation, parse_citation
from assistant.domain.law.deadline import Basis as LimitBasis
from assistant.domain.law.deadline import ClockKind
from assistant.domain.law.periods import PERIODS
from assistant.domain.law.timeline import long_day
from assistant.domain.letters.context import POUNDS_AN_HOUR
from assistant.domain.letters.estimate import in_hours, in_pounds, together
from assistant.domain.letters.grounds import MISSING, asked, clash_in_words, companions, is_weighed
from assistant.services.asked.asking import (
    Asking,
    Blocks,
    fact,
    gap,
    law,
    listed,
    note,
    of_provision,
    proposal,
)
from assistant.store.reasoning import estimates_of

# What a section has beside the limbs that refuse something.
_BESIDE = frozenset({ProvisionKind.SUPPLEMENT, ProvisionKind.PURPOSE})
_REFUSING = frozenset({ProvisionKind.EXEMPTION, ProvisionKind.EXCEPTION, ProvisionKind.NCND})
_STANDINGS = {
    Standing.ABSOLUTE: "absolute: no public interest test follows",
    Standing.QUALIFIED: "qualified: the public interest test decides",
    Standing.PARTLY: "absolute for some information and qualified for the rest",
}
_BASES = {
    Basis.CLASS: "it protects a class of information: what kind it is decides",
    Basis.PREJUDICE: "it rests on prejudice: what disclosure would do decides",
    Basis.ENDANGERMENT: "it rests on endangerment: whether people would be put in danger decides",
    Basis.NECESSITY: "it rests on necessity: whether it is required for its purpose decides",
}
# What every refusal notice has, by the law that it is given under.
_NOTICES = {
    Act.FOIA: ("FOIA s17(1)(a)", "FOIA s17(1)(b)", "FOIA s17(1)(c)"),
    Act.EIR: ("EIR reg 14(1)", "EIR reg 14(2)", "EIR reg 14(3)", "EIR reg 14(5)"),
}
_COST = ("FOIA s12(1)", "FOIA s12(2)", "FOIA s9(1)", "FOIA s13(1)", "EIR reg 12(4)(b)",
         "EIR reg 8(1)", "EIR reg 8(3)")  # fmt: skip
_EXTENDING = {
    Regime.FOI: ("FOIA s10(3)",),
    Regime.EIR: ("EIR reg 7(1)", "EIR reg 7(3)"),
    Regime.SAR: ("UK GDPR art 12(3)",),
}
_TIMES = {
    Regime.FOI: ("FOIA s10(1)",),
    Regime.EIR: ("EIR reg 5(2)",),
    Regime.SAR: ("UK GDPR art 12(3)", "UK GDPR art 12A"),
}


def provision(asking: Asking) -> Blocks:
    """Answer what the register says of the provisions that are named."""
    found = [block for each in _cited(asking) for block in _about(asking, each)]
    return tuple(found) or _none_named()


def must_show(asking: Asking) -> Blocks:
    """Answer what a refusal under a provision needs: on record, and in the notice."""
    cited = _cited(asking)
    if not cited:
        return _none_named()
    blocks: list[Block] = []
    for citation in cited:
        limbs = [each for each in _meant(asking, citation) if each.kind in _REFUSING]
        limbs = [each for each in limbs if not each.together]
        if not limbs:
            blocks += _about(asking, citation)
        for group in _alike_in_needs(asking, limbs):
            blocks += _needs(asking, group)
    acts = dict.fromkeys(citation.act for citation in cited)
    for act in acts:
        blocks += _notice(asking, act, cited)
    return tuple(blocks)


def difference(asking: Asking) -> Blocks:
    """Answer how provisions differ, each by what the register says, and whether both may stand."""
    cited = _cited(asking)
    if len(cited) < len("ab"):
        return _none_named()
    clashing = _clashing(asking, cited)
    blocks = [
        law(clash_in_words(one, other), of_provision(str(one)), of_provision(str(other)))
        for one, other in clashing
    ]
    if not clashing:
        both = listed(str(each) for each in cited)
        said = f"The register names no conflict between {both}. Whether both apply is for a person."
        blocks.append(law(said, *(of_provision(str(each)) for each in cited)))
    blocks += [block for each in cited for block in _about(asking, each)]
    return tuple(blocks)


def _clashing(asking: Asking, cited: Sequence[Citation]) -> list[tuple[Citation, Citation]]:
    """Return which of the named provisions cannot both be claimed: by any limb of each."""
    register = asking.register
    limbs = {each: [limb.citation for limb in _meant(asking, each)] for each in cited}
    return [
        (one, other)
        for one, other in combinations(cited, 2)
        if any(
            register.conflicts((first, second)) for first in limbs[one] for second in limbs[other]
        )
    ]


def review_time(asking: Asking) -> Blocks:
    """Answer how long an internal review may take, and when one asked for today would be due."""
    kinds = {ClockKind.FOI_REVIEW: "FOI", ClockKind.EIR_REVIEW: "EIR"}
    wanted = _regimes(asking, (Regime.FOI, Regime.EIR))
    blocks = []
    for kind, name in kinds.items():
        if Regime(name) not in wanted:
            continue
        period = PERIODS[kind]
        statutory = period.basis is LimitBasis.STATUTORY
        basis = "set by law" if statutory else "guidance, not set by law"
        deadline = asking.rules.deadline(kind, asking.on, ())
        day = (
            f" One that came today would be due on {long_day(deadline.due_on)}."
            if deadline.due_on
            else ""
        )
        blocks.append(
            law(
                f"A review under {name} is due within {period.days} working days of the request "
                f"for it ({basis}).{day}",
                *(of_provision(rule) for rule in period.rules),
            )
        )
    return (*blocks, *_provisions(asking, ("FOIA s45", "EIR reg 11(4)")))


def time_limit(asking: Asking) -> Blocks:
    """Answer how long the law gives for an answer, and what may make it longer."""
    blocks: list[Block] = []
    for regime in _regimes(asking, (Regime.FOI, Regime.EIR, Regime.SAR)):
        blocks += _provisions(asking, _TIMES[regime])
        blocks += _provisions(asking, _EXTENDING[regime])
    if asking.arguments.has("clarification"):
        blocks += _provisions(asking, ("FOIA s1(3)", "EIR reg 9(2)", "EIR reg 9(4)"))
    case = asking.case
    if case is not None and asking.arguments.has("extension") and asking.person.may_change:
        blocks.append(proposal("Record that the requester was told", "extend", case.reference))
    return tuple(blocks)


def cost(asking: Asking) -> Blocks:
    """Answer what cost allows: refusing, or charging; and what this case would take."""
    limit = asking.authority.cost_limit
    hours = f"{limit / POUNDS_AN_HOUR:g}"
    said = (
        f"The appropriate limit of this authority is £{limit}: {hours} hours at £{POUNDS_AN_HOUR} "
        "an hour. Only determining whether it is held, locating, retrieving and extracting count."
    )
    blocks = [law(said, of_provision("FOIA s12(1)"), Source("SI 2004/3244 regs 3 and 4"))]
    blocks += _estimates(asking)
    environmental = asking.case is not None and asking.case.regime == Regime.EIR
    wanted = [each for each in _COST if not environmental or each.startswith("EIR")]
    if environmental:
        blocks[0] = note(
            "This is an environmental request: FOIA’s cost limit does not apply to it."
        )
    return (*blocks, *_provisions(asking, wanted))


def _estimates(asking: Asking) -> Iterator[Block]:
    """Say what complying with the request of the case would take, where anybody estimated it."""
    case = asking.case
    if case is None:
        return
    page = Source(f"{case.reference}: cost estimate", Place("estimate", (case.reference,)))
    estimates = estimates_of(case)
    if not estimates:
        yield gap(
            "No estimate is recorded for this case, so nobody can say whether it is over.", page
        )
        if asking.person.may_change:
            yield proposal("Estimate the cost", "estimate", case.reference)
        return
    whole = estimates.get("") or together(estimates.values())
    over = "over the limit" if whole.exceeds(asking.authority.cost_limit) else "not over the limit"
    by = f" by {whole.author}" if whole.author else ""
    of_parts = [
        Source(
            f"{case.reference}: cost estimate of part {part.position}",
            Place("estimate-part", (case.reference, part.position)),
        )
        for part in case.parts.order_by("position")
        if part.key in estimates
    ]
    said = f"Estimated{by}: {in_hours(whole.hours)} hours, {in_pounds(whole.cost)}, {over}."
    yield fact(said, page, *of_parts)


def _cited(asking: Asking) -> list[Citation]:
    """Return the provisions that the question names."""
    read = (parse_citation(each) for each in asking.arguments.sections)
    return [each for each in read if each is not None]


def _meant(asking: Asking, citation: Citation) -> Sequence[Provision]:
    """Return what a citation means: itself, what is within it, or the nearest above it."""
    register = asking.register
    within = [each for each in register.limbs_of(citation) if each.citation.within(citation)]
    if within:
        return within
    covering = register.covering(citation)
    return [covering] if covering is not None else []


def _about(asking: Asking, citation: Citation) -> Iterator[Block]:
    """Say what a provision is, how it stands, and what it needs; limbs that are alike together."""
    limbs = _meant(asking, citation)
    if not limbs:
        others = asking.register.limbs_of(citation)
        has = f" It has: {listed(str(each.citation) for each in others[:12])}." if others else ""
        yield gap(f"{citation} is not in the register of provisions.{has}", *_law_page())
        return
    if citation.path == () and len(limbs) > 1:
        limbs = [limb for limb in limbs if limb.kind not in _BESIDE] or limbs
    for group in _alike(limbs):
        yield law(_sentence(group), _named(group))


def _alike(limbs: Sequence[Provision]) -> list[list[Provision]]:
    """Put those limbs together of which the register says the same but for the interest."""
    groups: dict[tuple[object, ...], list[Provision]] = {}
    for each in limbs:
        same = (
            each.title, each.kind, each.standing, each.basis, each.threshold, each.needs,
            each.excludes, each.absolute_for, each.verified, each.valid_until, each.together,
        )  # fmt: skip
        groups.setdefault(same, []).append(each)
    return list(groups.values())


def _named(limbs: Sequence[Provision]) -> Source:
    """Return the page of a limb; of several, that of their section."""
    citation = limbs[0].citation
    return of_provision(str(citation if len(limbs) == 1 else citation.whole))


def _sentence(limbs: Sequence[Provision]) -> str:
    """Say in a paragraph what the register holds of limbs that are alike."""
    limb = limbs[0]
    names = listed(str(each.citation) for each in limbs)
    interests = [each.prejudice_to for each in limbs if each.prejudice_to]
    stands = [each for each in (_STANDINGS.get(limb.standing), _BASES.get(limb.basis)) if each]
    until = "" if limb.valid_until is None else long_day(limb.valid_until)
    said = (
        (limb.title, f"{names}: {limb.title}."),
        (limb.kind is ProvisionKind.NCND, "It is for neither confirming nor denying."),
        (stands, f"It is {'; '.join(stands)}."),
        (interests, f"It protects: {'; '.join(dict.fromkeys(interests))}."),
        (limb.threshold, f"Test: “{limb.threshold}”."),
        (limb.absolute_for, f"Absolute for {limb.absolute_for}."),
        (limb.excludes, f"Not for the same information as {listed(map(str, limb.excludes))}."),
        (len(limbs) == 1 and limb.note, limb.note),
        (until, f"It was the law until {until}."),
        (not limb.verified, "Not verified: check it against the Act."),
    )
    return " ".join(words for applies, words in said if applies)


def _needs(asking: Asking, limbs: Sequence[Provision]) -> Iterator[Block]:
    """Say what has to be on record before limbs that are alike are relied on."""
    limb = limbs[0]
    source = _named(limbs)
    yield law(_sentence(limbs), source)
    names = listed(str(each.citation) for each in limbs)
    needed = dict.fromkeys(MISSING[ask] for each in limbs for ask in asked(each, asking.register))
    if needed:
        yield law(f"On record for {names}: {listed(needed)}.", source)
    beside = companions(limb, asking.register)
    if beside:
        claimed = listed((str(each.citation) for each in beside), last="or")
        yield law(f"It is claimed together with {claimed}.", source)
    if limb.who_may_use:
        yield law(f"It may be used by: {limb.who_may_use}.", source)
    test = limb.public_interest_test
    if is_weighed(limb) and test is not None:
        yield law(
            f"The public interest is weighed ({test}), and the notice gives the reasons.",
            of_provision(str(test)),
        )


def _alike_in_needs(asking: Asking, limbs: Sequence[Provision]) -> list[list[Provision]]:
    """Put those limbs together that are alike and need the same on record."""
    groups: dict[tuple[object, ...], list[Provision]] = {}
    for group in _alike(limbs):
        for limb in group:
            key = (id(group), asked(limb, asking.register))
            groups.setdefault(key, []).append(limb)
    return list(groups.values())


def _notice(asking: Asking, act: Act, cited: Sequence[Citation]) -> Iterator[Block]:
    """Say what the notice itself has to hold."""
    names = list(_NOTICES.get(act, ()))
    if act is Act.FOIA and any(each.section in {"12", "14"} for each in cited):
        names = ["FOIA s17(5)"]
    limbs = [limb for each in cited for limb in _meant(asking, each)]
    if act is Act.FOIA and any(limb.kind in _REFUSING and is_weighed(limb) for limb in limbs):
        names.append("FOIA s17(3)(b)")
    if act is Act.FOIA:
        names += ["FOIA s17(7)(a)", "FOIA s17(7)(b)"]
    yield from _provisions(asking, names)


def _provisions(asking: Asking, names: Sequence[str]) -> Iterator[Block]:
    """Say what the register says of each of some provisions; what it does not hold is left out."""
    for name in names:
        found = asking.register.find(name)
        if found is not None:
            yield law(_sentence([found]), of_provision(name))


def _regimes(asking: Asking, possible: Sequence[Regime]) -> tuple[Regime, ...]:
    """Return the laws that the question names, else the case's own, else all there are."""
    arguments = asking.arguments
    words = {
        Regime.EIR: arguments.has("environmental"),
        Regime.SAR: arguments.has("subject_access"),
        Regime.FOI: arguments.has("law") or " foi " in f" {arguments.words} ",
    }
    named = tuple(regime for regime in possible if words[regime])
    if named:
        return named
    own = asking.case.regime if asking.case is not None else ""
    return tuple(regime for regime in possible if regime == own) or tuple(possible)


def _none_named() -> Blocks:
    """Ask for a section, where the question named none, or one too few."""
    ask = "Name the section, such as s.31(1)(a) or reg 12(4)(b); to compare, name two."
    return (note(ask, *_law_page()),)


def _law_page() -> tuple[Source, ...]:
    """Return the page of the register as a source."""
    return (Source("The law", Place("law")),)
