"""Which provisions a letter relies on, for which parts, and what follows from each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.case import CasePart, Outcome
from assistant.domain.law.acts import Provision, ProvisionKind, Regime, Register, Standing
from assistant.domain.law.citations import Act, Citation, parse_citation

# Under these outcomes something is withheld, or the request is not complied with.
RELYING = frozenset(
    {
        Outcome.REFUSED,
        Outcome.DISCLOSED_PART,
        Outcome.ALREADY_ACCESSIBLE_S21,
        Outcome.COST_S12,
        Outcome.VEXATIOUS_S14,
        Outcome.NCND,
    }
)
LIMITS = ("12", "14")
NOT_HELD_EIR = Citation(Act.EIR, "12", ("4", "a"))


@dataclass(frozen=True, slots=True)
class Reliance:
    """A provision that the letter relies on, with the keys of the parts it answers."""

    provision: Provision
    parts: tuple[str, ...]

    @property
    def citation(self) -> Citation:
        """The provision's citation."""
        return self.provision.citation

    @property
    def is_limit(self) -> bool:
        """Whether it is section 12 or 14 FOIA, which s.17(5) has a notice of its own for."""
        return self.citation.act is Act.FOIA and self.citation.section in LIMITS

    @property
    def is_ncnd(self) -> bool:
        """Whether it takes away the duty to confirm or deny."""
        return self.provision.kind is ProvisionKind.NCND


def cited(part: CasePart, register: Register) -> tuple[tuple[Provision, ...], tuple[str, ...]]:
    """Return the provisions that a part relies on, and what was recorded that is none.

    Under NCND an exemption stands for its limb that takes the duty to confirm or deny away.
    """
    if part.outcome not in RELYING:
        return (), ()
    found: dict[Citation, Provision] = {}
    unknown: list[str] = []
    for text in part.sections:
        provision = _provision(text, register, ncnd=part.outcome is Outcome.NCND)
        if provision is None:
            unknown.append(text)
        else:
            found[provision.citation] = provision
    return tuple(found.values()), tuple(unknown)


def _provision(text: str, register: Register, *, ncnd: bool) -> Provision | None:
    """Return the provision that a recorded citation means."""
    read = parse_citation(text)
    # A whole section with several limbs names none of them (s.17(1)(b); LTT101).
    provision = None if read is None else register.covering(read)
    if provision is not None and ncnd and provision.ncnd is not None:
        return register.find(provision.ncnd)
    return provision


def reliances(parts: Sequence[CasePart], register: Register) -> tuple[Reliance, ...]:
    """Return everything relied on, once each, in the order in which the parts first do."""
    keys: dict[Citation, list[str]] = {}
    provisions: dict[Citation, Provision] = {}
    for part in parts:
        for provision in cited(part, register)[0]:
            provisions[provision.citation] = provision
            keys.setdefault(provision.citation, []).append(part.key)
    return tuple(Reliance(provisions[citation], tuple(keys[citation])) for citation in keys)


def regime_of_part(part: CasePart, regime: Regime) -> Regime:
    """Return the law that answers a part: its own, else that of what it relies on, else the case's.

    Only a mixed case leaves that open; there an exception makes a part environmental.
    """
    if part.regime in {Regime.FOI, Regime.EIR}:
        return part.regime
    if regime is not Regime.MIXED:
        return regime
    acts = {citation.act for text in part.sections if (citation := parse_citation(text))}
    if Act.EIR in acts:
        return Regime.EIR
    return Regime.FOI if Act.FOIA in acts else regime


def formally_excepted(parts: Iterable[CasePart], regime: Regime) -> bool:
    """Tell whether something environmental is not held, which reg 12(4)(a) EIR is relied on for."""
    return any(
        part.outcome in {Outcome.NOT_HELD, Outcome.PART_NOT_HELD}
        and regime_of_part(part, regime) is Regime.EIR
        for part in parts
    )


def claimed(parts: Sequence[CasePart], register: Register, regime: Regime) -> tuple[str, ...]:
    """Return the provisions that a response to these parts relies on, as the register prints."""
    found = [str(each.citation) for each in reliances(parts, register)]
    if formally_excepted(parts, regime):
        found.append(str(NOT_HELD_EIR))
    return tuple(dict.fromkeys(found))


def argued(found: Iterable[Reliance]) -> tuple[Reliance, ...]:
    """Return what needs reasons of its own.

    A purpose of s.31(2), and an absolute condition of personal data, are named with the exemption
    that they belong to and argued there.
    """
    listed = tuple(found)
    claimed = {each.citation for each in listed}
    return tuple(
        each
        for each in listed
        if each.provision.kind is not ProvisionKind.PURPOSE
        and not (
            each.provision.standing is Standing.ABSOLUTE and each.provision.cited_with in claimed
        )
    )


def weighed(found: Iterable[Reliance]) -> tuple[tuple[Reliance, ...], ...]:
    """Return what the public interest is weighed for, in groups that are weighed together.

    Provisions fall into one group where they apply to the same part, under the same Act and the
    same limb of section 2 ([2025] UKSC 27 concerns the same information).
    """
    groups: list[list[Reliance]] = []
    for each in found:
        if each.provision.standing is not Standing.QUALIFIED:
            continue
        test = each.provision.public_interest_test
        mine = [
            group
            for group in groups
            if group[0].provision.public_interest_test == test
            and any(set(each.parts) & set(other.parts) for other in group)
        ]
        rest = [group for group in groups if group not in mine]
        groups = [*rest, [*(other for group in mine for other in group), each]]
    return tuple(tuple(group) for group in groups)


def regime_of(citation: Citation, regime: Regime) -> str:
    """Return whose words a provision's reasons are in: "foi" or "eir"."""
    if citation.act in {Act.FOIA, Act.EIR}:
        return "eir" if citation.act is Act.EIR else "foi"
    return regime.lower()
