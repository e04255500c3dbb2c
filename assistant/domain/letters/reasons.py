"""Why a letter withholds: each provision once, the factors both ways, and the balance (s.17)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from assistant.domain.law.acts import Basis, Need, Provision, ProvisionKind
from assistant.domain.law.citations import Act, Citation
from assistant.domain.letters.answers import Desk
from assistant.domain.letters.blocks import Block, BlockKind, Source
from assistant.domain.letters.context import EvidencePassage, Reasoning
from assistant.domain.letters.filling import Supplied, fill
from assistant.domain.letters.naming import (
    capital,
    parts_in_words,
    provision_in_words,
    provisions_in_words,
)
from assistant.domain.letters.reliance import Reliance, argued, regime_of, weighed
from assistant.domain.letters.wording import Wording, WordingKind, pieces

_LONGEST_HEADING = 90
_SLOT_OF = {WordingKind.FOR: "for_disclosure", WordingKind.AGAINST: "against"}
_BY_BASIS: Mapping[Basis, str] = {
    Basis.PREJUDICE: "why-prejudice",
    Basis.ENDANGERMENT: "why-endangerment",
    Basis.NECESSITY: "why-necessity",
    Basis.CLASS: "why-class",
    Basis.NONE: "why-procedural",
}


def reasons(
    found: Sequence[Reliance],
    reasoning: Mapping[Citation, Reasoning],
    quotable: Sequence[EvidencePassage],
    desk: Desk,
) -> list[Block]:
    """Return the reasons for everything relied on; nothing where nothing is.

    `quotable` are passages of approved wording; one is quoted for a provision without its own.
    """
    reasoned = argued(found)
    if not reasoned:
        return []
    blocks = _heading(reasoned, desk)
    for each in reasoned:
        blocks += _why(each, reasoning, quotable, desk)
    for group in weighed(reasoned):
        blocks += _weighing(group, reasoning, desk)
    return blocks


def _heading(found: Sequence[Reliance], desk: Desk) -> list[Block]:
    """Return the heading, which speaks of exemptions, of exceptions, or of neither."""
    acts = {each.citation.act for each in found}
    if acts == {Act.EIR}:
        return desk.letter("heading-reasons", "eir")
    plain = len(acts) > 1 or any(each.is_limit or each.is_ncnd for each in found)
    return desk.letter("heading-reasons", "plain" if plain else "foi")


def _slots(each: Reliance, desk: Desk) -> dict[str, str]:
    """Return the values of a provision's slots."""
    provision = each.provision
    return {
        **desk.values,
        "exemptions": provisions_in_words([each.citation]),
        "provision": capital(provision_in_words(each.citation)),
        "provision_title": _title(provision),
        "prejudice_to": provision.prejudice_to,
    }


def _title(provision: Provision) -> str:
    """Return a heading for a provision; the interest is added where the section has several."""
    longer = f"{provision.title}: {provision.prejudice_to}"
    takes_interest = provision.basis is Basis.PREJUDICE and provision.prejudice_to
    if takes_interest and provision.citation.act is Act.FOIA and len(longer) <= _LONGEST_HEADING:
        return longer
    return provision.title


def _supply(
    citations: Sequence[Citation], reasoning: Mapping[Citation, Reasoning]
) -> Callable[[str], Supplied | None]:
    """Return what officers recorded for a slot of these provisions."""

    def supplied(slot: str) -> Supplied | None:
        for citation in citations:
            recorded = reasoning.get(citation)
            if recorded is not None and (text := recorded.supplied(slot)):
                title = f"{slot}, recorded by the officer"
                source = Source(f"case:reasoning:{citation}", title=title)
                return Supplied(text, source, recorded.author)
        return None

    return supplied


def _why(
    each: Reliance,
    reasoning: Mapping[Citation, Reasoning],
    quotable: Sequence[EvidencePassage],
    desk: Desk,
) -> list[Block]:
    """Return why a provision applies, and to which parts (s.17(1)(c), reg 14(3))."""
    slots = _slots(each, desk)
    own = _own(each, WordingKind.WHY, desk)
    title = own.title.partition(": why")[0] if own else slots["provision_title"]
    heading = desk.wordings.get("heading-provision")
    blocks = fill(heading, {**slots, "provision_title": title})
    if len(desk.names) > 1:
        parts = parts_in_words(each.parts, desk.names)
        blocks += fill(desk.wordings.get("applies-to"), {**slots, "parts": parts})
    if own is None:
        blocks += _quotation(each, quotable)
    wording = own or desk.wordings.get(_general(each.provision))
    about = provision_in_words(each.citation)
    supplied = _supply([each.citation], reasoning)
    blocks += fill(wording, slots, supplied, about=about)
    return blocks + _unplaced({"harm", "why"}, wording, supplied)


def _quotation(each: Reliance, quotable: Sequence[EvidencePassage]) -> list[Block]:
    """Quote the best passage of approved wording for a provision, its bytes unchanged.

    A passage with a slot or a placeholder in it is a template and is not quoted.
    """
    fitting = [
        passage
        for passage in quotable
        if str(each.citation) in {section.strip() for section in passage.section.split(";")}
        and not set("{}[]") & set(passage.text)
    ]
    if not fitting:
        return []
    best = min(fitting, key=lambda passage: (-passage.score, passage.id))
    source = Source(best.id, best.version, best.title, best.start, best.end)
    return [Block(BlockKind.QUOTE, f"{best.text}\n\n", (source,))]


def _own(each: Reliance, kind: WordingKind, desk: Desk) -> Wording | None:
    """Return the approved wording of a provision itself, where there is one."""
    return desk.wordings.for_section(str(each.citation), kind)


def _general(provision: Provision) -> str:
    """Return the id of the wording for a provision that has none of its own."""
    if provision.kind is ProvisionKind.NCND:
        return "why-ncnd-eir" if provision.citation.act is Act.EIR else "why-ncnd"
    if provision.basis is Basis.PREJUDICE and provision.citation.act is Act.EIR:
        return "why-adverse"
    if Need.QUALIFIED_PERSON in provision.needs:
        return "why-inhibit" if "inhibit" in provision.threshold else "why-qualified-person"
    return _BY_BASIS[provision.basis]


def _weighing(
    group: Sequence[Reliance], reasoning: Mapping[Citation, Reasoning], desk: Desk
) -> list[Block]:
    """Return the public interest test of provisions that are weighed together (s.17(3))."""
    regime = regime_of(group[0].citation, desk.regime)
    citations = [each.citation for each in group]
    named = {**desk.values, "exemptions": provisions_in_words(citations)}
    ncnd = group[0].is_ncnd
    several = len(group) > 1
    name = "public-interest-several" if several else "public-interest"
    blocks = fill(desk.wordings.get("public-interest-ncnd" if ncnd else f"{name}-{regime}"), named)
    for each in group:
        for kind in (WordingKind.FOR, WordingKind.AGAINST):
            blocks += _factors(each, kind, regime, reasoning, desk)
    blocks += desk.letter("heading-balance")
    supplied = _supply(citations, reasoning)
    about = "" if several else provision_in_words(citations[0])
    balance = _balance(group, regime, desk)
    blocks += _unplaced({"tips"}, balance, supplied)
    return blocks + fill(balance, named, supplied, about=about)


def _factors(
    each: Reliance,
    kind: WordingKind,
    regime: str,
    reasoning: Mapping[Citation, Reasoning],
    desk: Desk,
) -> list[Block]:
    """Return the factors one way, under their heading."""
    variant = "ncnd" if each.is_ncnd else regime
    slots = _slots(each, desk)
    heading = desk.wordings.for_letter(f"heading-{kind}", variant)
    general = desk.wordings.get(f"{kind}-{'ncnd' if each.is_ncnd else 'general'}")
    wording = _own(each, kind, desk) or general
    about = provision_in_words(each.citation)
    supplied = _supply([each.citation], reasoning)
    own = _unplaced({_SLOT_OF[kind]}, wording, supplied, shape="- {}\n")
    return [*fill(heading, slots), *own, *fill(wording, slots, supplied, about=about)]


def _unplaced(
    slots: Collection[str],
    wording: Wording,
    supplied: Callable[[str], Supplied | None],
    shape: str = "{}\n\n",
) -> list[Block]:
    """Return what an officer recorded where the wording has no place for it; it is never lost."""
    placed = {piece.name for piece in pieces(wording.text) if not isinstance(piece, str)}
    if placed.intersection(slots):
        return []
    found = next(filter(None, map(supplied, sorted(slots))), None)
    return [replace(found, text=shape.format(found.text)).block("")] if found else []


def _balance(group: Sequence[Reliance], regime: str, desk: Desk) -> Wording:
    """Return the wording of the balance: the provision's own, or one for several together."""
    if group[0].is_ncnd:
        return desk.wordings.get("balance-ncnd")
    if len(group) > 1:
        return desk.wordings.get(f"balance-combined-{regime}")
    own = _own(group[0], WordingKind.BALANCE, desk)
    return own or desk.wordings.get(f"balance-{regime}")
