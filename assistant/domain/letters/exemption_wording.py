"""Finds the approved wording that argues a provision, and names what the provision protects."""

from collections.abc import Mapping

from assistant.domain.law.acts import Basis, Need, Provision, ProvisionKind
from assistant.domain.law.citations import Act
from assistant.domain.letters.naming import and_list, provision_in_words
from assistant.domain.letters.reliance import Reliance
from assistant.domain.letters.wording import Wording, WordingKind, Wordings

_LONGEST_HEADING = 90
_BY_BASIS: Mapping[Basis, str] = {
    Basis.PREJUDICE: "why-prejudice",
    Basis.ENDANGERMENT: "why-endangerment",
    Basis.NECESSITY: "why-necessity",
    Basis.CLASS: "why-class",
    Basis.NONE: "why-procedural",
}


def own_wording(provision: Provision, kind: WordingKind, wordings: Wordings) -> Wording | None:
    """Return the approved wording that was written for a provision, or None.

    A limb shares the wording of its subsection where it has none itself. A limb for neither
    confirming nor denying takes nothing from its section as a whole, which speaks of disclosure.
    """
    section = provision.kind is not ProvisionKind.NCND
    return wordings.for_section(str(provision.citation), kind, whole_section=section)


def why_wording(provision: Provision, wordings: Wordings) -> Wording:
    """Return the wording of why a provision applies: its own, or the general one for its kind."""
    own = own_wording(provision, WordingKind.WHY, wordings)
    return own or wordings.get(_general(provision))


def _general(provision: Provision) -> str:
    """Return the id of the wording for a provision that has none of its own."""
    if provision.kind is ProvisionKind.NCND:
        return "why-ncnd-eir" if provision.citation.act is Act.EIR else "why-ncnd"
    if provision.basis is Basis.PREJUDICE and provision.citation.act is Act.EIR:
        return "why-adverse"
    return _BY_BASIS[provision.basis]


def provision_title(provision: Provision, own: Wording | None = None) -> str:
    """Return a heading for a provision: that of the wording written for it, or the register's.

    The interest is added to the register's where the section has several and there is room.
    """
    if own is not None and own.section == str(provision.citation):
        return own.title.partition(": why")[0]
    longer = f"{provision.title}: {provision.prejudice_to}"
    takes_interest = provision.basis is Basis.PREJUDICE and provision.prejudice_to
    if takes_interest and provision.citation.act is Act.FOIA and len(longer) <= _LONGEST_HEADING:
        return longer
    return provision.title


def interest(provision: Provision) -> str:
    """Return the interest that a provision protects, in words that stand outside its section.

    The Act's "subsection (2)" becomes "section 31(2)", and so on; apostrophes are those of letters.
    """
    section = provision.citation.section
    words = provision.prejudice_to.replace("'", "’")
    return words.replace("subsection (", f"section {section}(")


def recorded_facts(each: Reliance) -> dict[str, str]:
    """Return what the provisions recorded for the parts already say, by the slot it fills."""
    limbs = [_limb(protected, each) for protected in each.protects]
    return {"purpose": _purposes(each), "limb": and_list(limbs) if all(limbs) else ""}


def _limb(protected: Provision, each: Reliance) -> str:
    """Name an exemption that is relied on only to neither confirm nor deny, or nothing.

    Section 31(1)(g) to (i) say nothing without a purpose of section 31(2).
    """
    if Need.PURPOSE not in protected.needs:
        return _with_interest(protected)
    purposes = _purposes(each)
    return f"{_with_interest(protected)}, the purpose being {purposes}" if purposes else ""


def _purposes(each: Reliance) -> str:
    """Name the purposes of section 31(2) that were recorded for the same parts."""
    return and_list([_with_interest(purpose) for purpose in each.purposes])


def _with_interest(provision: Provision) -> str:
    """Name a provision with the interest it protects, or alone where it describes a class."""
    name = provision_in_words(provision.citation)
    return f"{interest(provision)} ({name})" if provision.prejudice_to else name
