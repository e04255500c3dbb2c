"""Which provisions a letter relies on, for which parts, and what follows from each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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
_EXEMPTING = frozenset({ProvisionKind.EXEMPTION, ProvisionKind.EXCEPTION})
NOT_HELD_EIR = Citation(Act.EIR, "12", ("4", "a"))


@dataclass(frozen=True, slots=True)
class Reliance:
    """A provision that the letter relies on, with the keys of the parts it answers.

    `protects` are the exemptions that people recorded and a limb for neither confirming nor denying
    stands for, `purposes` those of s.31(2) that were recorded for the same parts.
    """

    provision: Provision
    parts: tuple[str, ...]
    protects: tuple[Provision, ...] = ()
    purposes: tuple[Provision, ...] = ()

    @property
    def citation(self) -> Citation:
        """The provision's citation."""
        return self.provision.citation

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provision's citation, after that of the exemption it is a condition of."""
        exemption = self.provision.cited_with
        return (self.citation,) if exemption is None else (exemption, self.citation)

    @property
    def is_limit(self) -> bool:
        """Whether it is section 12 or 14 FOIA, which s.17(5) has a notice of its own for."""
        return self.citation.act is Act.FOIA and self.citation.section in LIMITS

    @property
    def is_ncnd(self) -> bool:
        """Whether it takes away the duty to confirm or deny."""
        return self.provision.kind is ProvisionKind.NCND

    @property
    def is_weighed(self) -> bool:
        """Whether the public interest test follows (s.2 FOIA, reg 12(1)(b) EIR).

        A limb for neither confirming nor denying may be qualified for some exemptions only, as
        s.37(2) is: it is weighed where it stands for one of those, or nobody has said for which.
        """
        if self.provision.standing is Standing.PARTLY and self.is_ncnd:
            return not self.protects or any(
                each.standing is Standing.QUALIFIED for each in self.protects
            )
        return self.provision.standing is Standing.QUALIFIED


def cited(part: CasePart, register: Register) -> tuple[tuple[Provision, ...], tuple[str, ...]]:
    """Return the provisions that a part relies on, and what was recorded that is none.

    A condition brings the exemption that it belongs to with it. Under NCND an exemption stands for
    its limb that takes the duty to confirm or deny away; one without such a limb allows no NCND.
    """
    recorded, unknown = _recorded(part, register)
    found: dict[Citation, Provision] = {}
    for provision in recorded:
        if part.outcome is Outcome.NCND:
            limb = _limb(provision, recorded, register)
            if limb is not None:
                found[limb.citation] = limb
            elif provision.kind in _EXEMPTING and provision.ncnd is None:
                unknown.append(str(provision.citation))
            continue
        if provision.cited_with is not None:
            exemption = register.require(provision.cited_with)
            found.setdefault(exemption.citation, exemption)
        found[provision.citation] = provision
    return tuple(found.values()), tuple(unknown)


def _recorded(part: CasePart, register: Register) -> tuple[list[Provision], list[str]]:
    """Return the provisions that people recorded for a part, and the citations of none."""
    if part.outcome not in RELYING:
        return [], []
    provisions: list[Provision] = []
    unknown: list[str] = []
    for text in part.sections:
        read = parse_citation(text)
        # A whole section with several limbs names none of them (s.17(1)(b); LTT101).
        provision = None if read is None else register.covering(read)
        if provision is None or provision.kind is ProvisionKind.SUPPLEMENT:
            unknown.append(text)
        else:
            provisions.append(provision)
    return provisions, unknown


def _limb(
    provision: Provision, recorded: Sequence[Provision], register: Register
) -> Provision | None:
    """Return what a provision stands for where nothing is confirmed or denied, or None.

    A condition speaks for the exemption it belongs to; a purpose of s.31(2) is named with reasons.
    """
    if any(each.cited_with == provision.citation for each in recorded):
        return None
    if provision.ncnd is not None:
        return register.find(provision.ncnd)
    return None if provision.kind in _EXEMPTING | {ProvisionKind.PURPOSE} else provision


def reliances(parts: Sequence[CasePart], register: Register) -> tuple[Reliance, ...]:
    """Return everything relied on, once each, in the order in which the parts first do."""
    found: dict[Citation, Reliance] = {}
    for part in parts:
        recorded, _ = _recorded(part, register)
        purposes = [each for each in recorded if each.kind is ProvisionKind.PURPOSE]
        for provision in cited(part, register)[0]:
            before = found.get(provision.citation, Reliance(provision, ()))
            protects = [each for each in recorded if each.ncnd == provision.citation]
            found[provision.citation] = Reliance(
                provision,
                (*before.parts, part.key),
                _once(*before.protects, *(protects if before.is_ncnd else ())),
                _once(*before.purposes, *purposes),
            )
    return tuple(found.values())


def _once(*provisions: Provision) -> tuple[Provision, ...]:
    """Return provisions without those that stand before already."""
    return tuple(dict.fromkeys(provisions))


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


def argued(found: Sequence[Reliance]) -> tuple[Reliance, ...]:
    """Return what needs reasons of its own.

    A purpose of s.31(2) is named with the exemption that it belongs to. An exemption is argued by
    the condition that was recorded with it, and by itself only for parts without one: the second
    condition of s.40 is not the first.
    """
    claimed = {each.citation for each in found}
    # A paragraph that only holds together with others is argued with what it stands in.
    listed = tuple(
        each
        for each in found
        if not (each.provision.together and each.provision.cited_with in claimed)
    )
    conditions = [each for each in listed if each.provision.cited_with is not None]
    reasoned: list[Reliance] = []
    for each in listed:
        covered = {
            key
            for condition in conditions
            if condition.provision.cited_with == each.citation
            for key in condition.parts
        }
        left = tuple(key for key in each.parts if key not in covered)
        if left and each.provision.kind is not ProvisionKind.PURPOSE:
            reasoned.append(replace(each, parts=left))
    return tuple(reasoned)


def weighed(found: Iterable[Reliance]) -> tuple[tuple[Reliance, ...], ...]:
    """Return what the public interest is weighed for, in groups that are weighed together.

    Provisions fall into one group where they apply to the same part, under the same Act and the
    same limb of section 2 ([2025] UKSC 27 concerns the same information).
    """
    groups: list[list[Reliance]] = []
    for each in found:
        if not each.is_weighed:
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
