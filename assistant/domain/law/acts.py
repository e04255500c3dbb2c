"""The regimes a request may fall under, and the register of provisions that letters cite."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import combinations

from assistant.domain.errors import NotAllowed
from assistant.domain.law.citations import Act, Citation, parse_citation


class Regime(StrEnum):
    """Which law answers a request, or a part of it."""

    FOI = "FOI"
    EIR = "EIR"
    SAR = "SAR"
    BAU = "BAU"
    MIXED = "MIXED"


class ProvisionKind(StrEnum):
    """What a provision is for; it decides where a letter may cite it."""

    EXEMPTION = "exemption"
    EXCEPTION = "exception"
    NCND = "ncnd"
    PURPOSE = "purpose"
    GROUND = "ground"
    DUTY = "duty"
    RIGHT = "right"


class Standing(StrEnum):
    """Whether a public interest test follows (s.2 FOIA, reg 12(1)(b) EIR)."""

    ABSOLUTE = "absolute"
    QUALIFIED = "qualified"
    PARTLY = "partly"
    NONE = "none"


class Basis(StrEnum):
    """What makes an exemption bite: belonging to a class, or what disclosure would do."""

    CLASS = "class"
    PREJUDICE = "prejudice"
    ENDANGERMENT = "endangerment"
    NECESSITY = "necessity"
    NONE = "none"


class Need(StrEnum):
    """What only a person can supply before a provision may be relied on."""

    QUALIFIED_PERSON = "qualified-person"
    PURPOSE = "purpose"
    ENACTMENT = "enactment"
    LEGITIMATE_INTERESTS = "legitimate-interests"
    COMPLETION = "completion"


@dataclass(frozen=True, slots=True)
class Provision:
    """One citable provision, as far as a letter and its checks need it.

    `ncnd` is the limb that lets an authority neither confirm nor deny. `cited_with` is the
    exemption that a condition belongs to (s.40(3A)(a) is cited with s.40(2)). `prejudice_to` is
    the interest protected and `threshold` the words of the test. `who_may_use` is empty for any
    authority; `absolute_for` names information for which a qualified exemption is absolute.
    `excludes` are provisions that cannot apply to the same information. `verified` is false where
    the wording or the number was recalled and not seen; `source` says where it was seen.
    """

    citation: Citation
    regime: Regime
    kind: ProvisionKind
    title: str
    standing: Standing = Standing.NONE
    basis: Basis = Basis.NONE
    ncnd: Citation | None = None
    cited_with: Citation | None = None
    prejudice_to: str = ""
    threshold: str = ""
    who_may_use: str = ""
    absolute_for: str = ""
    needs: tuple[Need, ...] = ()
    excludes: tuple[Citation, ...] = ()
    emissions: bool = True
    valid_from: date | None = None
    valid_until: date | None = None
    verified: bool = False
    source: str = ""
    note: str = ""

    @property
    def public_interest_test(self) -> Citation | None:
        """The provision that weighs the public interest, or None where nothing is weighed.

        FOIA s2(1)(b) for confirming or denying, s2(2)(b) for disclosure; EIR reg 12(1)(b).
        """
        if self.standing not in {Standing.QUALIFIED, Standing.PARTLY}:
            return None
        if self.citation.act is Act.EIR:
            return Citation(Act.EIR, "12", ("1", "b"))
        return Citation(Act.FOIA, "2", ("1" if self.kind is ProvisionKind.NCND else "2", "b"))

    def in_force(self, on: date) -> bool:
        """Whether it was in force on a day, as far as the register knows."""
        started = self.valid_from is None or self.valid_from <= on
        return started and (self.valid_until is None or on <= self.valid_until)


_REFUSALS = {
    Regime.FOI: frozenset({ProvisionKind.EXEMPTION}),
    Regime.EIR: frozenset({ProvisionKind.EXCEPTION}),
}


@dataclass(frozen=True)
class Register:
    """Every provision that a letter may cite, in the order of the Acts."""

    provisions: tuple[Provision, ...]
    _by_citation: dict[Citation, Provision] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the provisions; the citations are unique, which `register_from` has made sure."""
        index = {provision.citation: provision for provision in self.provisions}
        object.__setattr__(self, "_by_citation", index)

    def __iter__(self) -> Iterator[Provision]:
        return iter(self.provisions)

    def __len__(self) -> int:
        return len(self.provisions)

    def find(self, citation: Citation | str) -> Provision | None:
        """Return exactly this provision, or None; text is read as `parse_citation` reads it."""
        read = parse_citation(citation) if isinstance(citation, str) else citation
        return None if read is None else self._by_citation.get(read)

    def require(self, citation: Citation | str) -> Provision:
        """Return exactly this provision; raises NotAllowed naming what could be cited instead."""
        found = self.find(citation)
        if found is not None:
            return found
        limbs = ", ".join(str(limb.citation) for limb in self.limbs_of(citation)[:12])
        instead = f"It could be one of: {limbs}." if limbs else "Check the number."
        raise NotAllowed(f"“{citation}” is not a provision in the register. {instead}")

    def covering(self, citation: Citation | str) -> Provision | None:
        """Return the provision itself or the nearest one above: s30(1)(a)(i) finds s30(1)(a)."""
        read = parse_citation(citation) if isinstance(citation, str) else citation
        while read is not None:
            if read in self._by_citation:
                return self._by_citation[read]
            read = read.parent
        return None

    def limbs_of(self, citation: Citation | str) -> tuple[Provision, ...]:
        """Return every provision of the same section or regulation, in the order of the Act."""
        read = parse_citation(citation) if isinstance(citation, str) else citation
        if read is None:
            return ()
        return tuple(each for each in self if each.citation.whole == read.whole)

    def exemptions(self, regime: Regime) -> tuple[Provision, ...]:
        """Return what information may be refused under: FOIA exemptions or EIR exceptions.

        Subject access and business as usual have none here; a mixed request has both.
        """
        regimes = (Regime.FOI, Regime.EIR) if regime is Regime.MIXED else (regime,)
        return tuple(
            each
            for each in self
            if each.regime in regimes and each.kind in _REFUSALS.get(each.regime, frozenset())
        )

    def conflicts(self, citations: Iterable[Citation]) -> tuple[tuple[Citation, Citation], ...]:
        """Return the pairs that cannot both be claimed for the same information.

        Section 31 covers only what section 30 does not, section 24 what section 23 does not,
        section 36 what section 35 does not.
        """
        claimed = tuple(dict.fromkeys(citations))
        return tuple(
            (one, other)
            for one, other in combinations(claimed, 2)
            if self._excludes(one, other) or self._excludes(other, one)
        )

    def _excludes(self, one: Citation, other: Citation) -> bool:
        """Whether the register says that the first leaves no room for the second."""
        provision = self.covering(one)
        return provision is not None and any(other.within(each) for each in provision.excludes)
