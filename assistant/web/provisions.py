"""The provisions a case relies on, as pages show them: how they stand, and what is missing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.law.acts import Basis, Provision, Register, Standing
from assistant.domain.law.citations import Citation
from assistant.domain.letters.grounds import MISSING, Grounds, alone, companions, missing
from assistant.domain.letters.naming import capital, provision_in_words
from assistant.domain.letters.reliance import argued, reliances
from assistant.store.cases import parts_of
from assistant.store.models import Case, RequestPart
from assistant.store.reasoning import beside, grounds_from

STANDINGS = {
    Standing.ABSOLUTE: "Absolute: no public interest test follows",
    Standing.QUALIFIED: "Qualified: the public interest test decides",
    Standing.PARTLY: "Absolute or qualified, as the note says",
    Standing.NONE: "No public interest test",
}
BASES = {
    Basis.CLASS: "A class of information: what kind it is decides, not what disclosure would do",
    Basis.PREJUDICE: "Prejudice: what disclosure would do decides",
    Basis.ENDANGERMENT: "Endangerment: whether disclosure would put people in danger decides",
    Basis.NECESSITY: "Necessity: whether the exemption is required for its purpose decides",
    Basis.NONE: "The facts of the request decide",
}


@dataclass(frozen=True, slots=True)
class ShownProvision:
    """A provision of a case with what is on record for it."""

    provision: Provision
    grounds: Grounds
    version: int
    parts: tuple[RequestPart, ...]
    missing: tuple[str, ...]

    @property
    def slug(self) -> str:
        """What stands for it in an address: "foia-s31-1-a"."""
        return slug(self.provision.citation)

    @property
    def name(self) -> str:
        """What it is called: "Section 31(1)(a)"."""
        return capital(provision_in_words(self.provision.citation))

    @property
    def standing(self) -> str:
        """Whether a public interest test follows, in words."""
        return STANDINGS[self.provision.standing]

    @property
    def basis(self) -> str:
        """What makes it bite, in words."""
        return BASES[self.provision.basis]

    @property
    def status(self) -> tuple[str, str]:
        """How far the record is, as the words and the colour of a tag."""
        if not self.missing:
            return ("Complete", "green")
        count = len(self.missing)
        return (f"{count} thing{'' if count == 1 else 's'} missing", "yellow")


def slug(citation: Citation) -> str:
    """Return a citation as it stands in an address."""
    return "-".join(re.findall(r"[A-Za-z0-9]+", str(citation))).lower()


def provisions_of(case: Case, register: Register) -> tuple[ShownProvision, ...]:
    """Return every provision that the response argues, with its record.

    After them comes what was recorded for provisions that no part relies on any more.
    """
    rows = {part.key: part for part in case.parts.all()}
    records = {each.citation: each for each in case.reasoning.select_related("updated_by")}
    found = argued(reliances(parts_of(case), register))
    relied = {str(each.citation): tuple(rows[key] for key in each.parts) for each in found}
    known = [*relied, *(citation for citation in records if citation not in relied)]
    shown = []
    for citation in known:
        provision = register.find(citation)
        if provision is None:
            continue
        chosen = _companions(provision, citation, rows.values(), register)
        record = records.get(citation)
        grounds = grounds_from(record, chosen) if record else Grounds(citation, chosen)
        lacking = tuple(MISSING[ask] for ask in missing(provision, grounds, register))
        version = record.version if record else 0
        shown.append(ShownProvision(provision, grounds, version, relied.get(citation, ()), lacking))
    return tuple(shown)


def provisions_of_part(
    shown: Iterable[ShownProvision], part: RequestPart
) -> tuple[ShownProvision, ...]:
    """Return those that one part relies on."""
    return tuple(each for each in shown if part.pk in {relying.pk for relying in each.parts})


def lonely_sections(sections: Sequence[str], register: Register) -> tuple[str, ...]:
    """Say which sections are chosen without the purpose or condition that they need."""
    return tuple(
        f"{provision.citation} cannot be claimed alone: it needs one of {needed[0].citation} to "
        f"{needed[-1].citation} beside it."
        for provision, needed in alone(sections, register)
    )


def unverified(register: Register) -> frozenset[str]:
    """Return the citations of which the wording or the number was recalled, not seen."""
    return frozenset(str(each.citation) for each in register if not each.verified)


def _companions(
    provision: Provision, citation: str, parts: Iterable[RequestPart], register: Register
) -> tuple[str, ...]:
    """Return the purposes or conditions chosen beside a provision, and nothing else."""
    possible = {str(each.citation) for each in companions(provision, register)}
    return tuple(each for each in beside(citation, list(parts)) if each in possible)
