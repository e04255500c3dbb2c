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
    SUPPLEMENT = "supplement"
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
    `excludes` are provisions that cannot apply to the same information. `together` marks one of
    several paragraphs that must all be met, so that none refuses anything alone (s.22(1)(a)).
    `valid_from` and `valid_until` are its first and its last day, where the register knows them;
    `replaced_by` is what took its place. `verified` is false where the wording or the number was
    recalled and not seen; `source` says where it was seen.
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
    together: bool = False
    valid_from: date | None = None
    valid_until: date | None = None
    replaced_by: Citation | None = None
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

    @property
    def is_present(self) -> bool:
        """Whether nothing has replaced it."""
        return self.valid_until is None

    def in_force(self, on: date) -> bool:
        """Whether it was in force on a day, as far as the register knows."""
        started = self.valid_from is None or self.valid_from <= on
        return started and (self.valid_until is None or on <= self.valid_until)

    def stands(self, on: date | None = None) -> bool:
        """Whether it was in force on a day; without a day, whether it is the present law."""
        return self.is_present if on is None else self.in_force(on)


_REFUSALS = {
    Regime.FOI: frozenset({ProvisionKind.EXEMPTION}),
    Regime.EIR: frozenset({ProvisionKind.EXCEPTION}),
}


@dataclass(frozen=True)
class Register:
    """Every provision that a letter may cite, in the order of the Acts."""

    provisions: tuple[Provision, ...]
    _by_citation: dict[Citation, tuple[Provision, ...]] = field(
        init=False, repr=False, compare=False
    )
    _by_whole: dict[Citation, tuple[Provision, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the provisions; one number may have had several contents, one after another."""
        index: dict[Citation, tuple[Provision, ...]] = {}
        for provision in self.provisions:
            index[provision.citation] = (*index.get(provision.citation, ()), provision)
        wholes: dict[Citation, tuple[Provision, ...]] = {}
        for provision in self.provisions:
            whole = provision.citation.whole
            wholes[whole] = (*wholes.get(whole, ()), provision)
        object.__setattr__(self, "_by_citation", index)
        object.__setattr__(self, "_by_whole", wholes)

    def __iter__(self) -> Iterator[Provision]:
        return iter(self.provisions)

    def __len__(self) -> int:
        return len(self.provisions)

    def versions(self, citation: Citation | str) -> tuple[Provision, ...]:
        """Return everything that ever stood under this number, in the order of its validity."""
        read = parse_citation(citation) if isinstance(citation, str) else citation
        found = () if read is None else self._by_citation.get(read, ())
        return tuple(sorted(found, key=lambda each: each.valid_from or date.min))

    def find(self, citation: Citation | str, on: date | None = None) -> Provision | None:
        """Return exactly this provision, or None; text is read as `parse_citation` reads it.

        With a day it is what was in force then. Without one it is the present law, or what the
        number last meant where it has been replaced: `valid_until` tells.
        """
        versions = self.versions(citation)
        if on is not None:
            return next((each for each in versions if each.in_force(on)), None)
        present = [each for each in versions if each.is_present]
        return next(reversed(present or versions), None)

    def require(self, citation: Citation | str, on: date | None = None) -> Provision:
        """Return exactly this provision; raises NotAllowed naming what could be cited instead."""
        found = self.find(citation, on)
        if found is not None:
            return found
        limbs = ", ".join(str(limb.citation) for limb in self.limbs_of(citation, on)[:12])
        instead = f"It could be one of: {limbs}." if limbs else "Check the number."
        raise NotAllowed(f"“{citation}” is not a provision in the register. {instead}")

    def covering(self, citation: Citation | str, on: date | None = None) -> Provision | None:
        """Return the provision itself or the nearest one above: s31(1)(a)(i) finds s31(1)(a)."""
        read = parse_citation(citation) if isinstance(citation, str) else citation
        while read is not None:
            if (found := self.find(read, on)) is not None:
                return found
            read = read.parent
        return None

    def limbs_of(self, citation: Citation | str, on: date | None = None) -> tuple[Provision, ...]:
        """Return every provision of the same section or regulation, in the order of the Act.

        With a day they are those in force then; without one, the present law.
        """
        read = parse_citation(citation) if isinstance(citation, str) else citation
        if read is None:
            return ()
        return tuple(each for each in self._by_whole.get(read.whole, ()) if each.stands(on))

    def exemptions(self, regime: Regime, on: date | None = None) -> tuple[Provision, ...]:
        """Return what information may be refused under: FOIA exemptions or EIR exceptions.

        Subject access and business as usual have none here; a mixed request has both. Paragraphs
        that refuse nothing alone are left out. With a day they are those in force then.
        """
        regimes = (Regime.FOI, Regime.EIR) if regime is Regime.MIXED else (regime,)
        return tuple(
            each
            for each in self
            if each.regime in regimes
            and each.kind in _REFUSALS.get(each.regime, frozenset())
            and each.stands(on)
            and not each.together
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
