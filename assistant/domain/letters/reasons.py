"""Why a letter withholds: each provision once, the factors both ways, and the balance (s.17)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from assistant.domain.law.citations import Act, Citation
from assistant.domain.letters.answers import Desk
from assistant.domain.letters.blocks import Block, BlockKind, Source
from assistant.domain.letters.context import EvidencePassage, Reasoning
from assistant.domain.letters.exemption_wording import (
    interest,
    own_wording,
    provision_title,
    recorded_facts,
    why_wording,
)
from assistant.domain.letters.filling import Supplied, fill
from assistant.domain.letters.naming import (
    and_list,
    capital,
    numbers_in_words,
    parts_in_words,
    provision_in_words,
    provisions_in_words,
)
from assistant.domain.letters.reliance import Reliance, argued, regime_of, weighed
from assistant.domain.letters.wording import Slot, Wording, WordingKind, pieces

_PERSONAL_DATA_EIR = Citation(Act.EIR, "13")
_OF_ONE_PROVISION = frozenset({"exemptions", "prejudice_to", "provision", "provision_title"})
_RECORDED_AS = {WordingKind.FOR: "for_disclosure", WordingKind.AGAINST: "against"}


def reasons(
    found: Sequence[Reliance],
    reasoning: Mapping[Citation, Reasoning],
    quotable: Sequence[EvidencePassage],
    desk: Desk,
    estimates: Callable[[Reliance], list[Block]] = lambda _each: [],
) -> list[Block]:
    """Return the reasons for everything relied on; nothing where nothing is.

    `quotable` are passages of approved wording; one is quoted for a provision without its own.
    `estimates` gives what a provision needs besides why it applies: the costing of section 12.
    """
    blocks = grounds(found, reasoning, quotable, desk, estimates)
    for group in weighed(argued(found)):
        blocks += _weighing(group, reasoning, desk)
    return blocks


def grounds(
    found: Sequence[Reliance],
    reasoning: Mapping[Citation, Reasoning],
    quotable: Sequence[EvidencePassage],
    desk: Desk,
    estimates: Callable[[Reliance], list[Block]] = lambda _each: [],
) -> list[Block]:
    """Return why each provision applies (s.17(1)(c)), without the public interest in it."""
    reasoned = argued(found)
    if not reasoned:
        return []
    blocks = _heading(reasoned, desk)
    for each in reasoned:
        blocks += _why(each, reasoning, quotable, desk) + estimates(each)
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
        "exemptions": provisions_in_words(each.citations),
        "provision": capital(provision_in_words(each.citation)),
        "provision_title": provision_title(provision),
        "prejudice_to": interest(provision),
    }


def _supply(
    found: Sequence[Reliance], reasoning: Mapping[Citation, Reasoning]
) -> Callable[[str], Supplied | None]:
    """Return what is recorded for a slot of these provisions: by officers, then by the citations.

    What is recorded of a condition goes before what is recorded of its exemption.
    """
    citations = [citation for each in found for citation in reversed(each.citations)]

    def supplied(slot: str) -> Supplied | None:
        for citation in citations:
            recorded = reasoning.get(citation)
            if recorded is not None and (text := recorded.supplied(slot)):
                title = f"{slot}, recorded by the officer"
                source = Source(f"case:reasoning:{citation}", title=title)
                return Supplied(text, source, recorded.author)
        facts = [text for each in found if (text := recorded_facts(each).get(slot, ""))]
        source = Source("case:sections", title="the provisions recorded for the parts")
        return Supplied(and_list(facts), source) if facts else None

    return supplied


def _why(
    each: Reliance,
    reasoning: Mapping[Citation, Reasoning],
    quotable: Sequence[EvidencePassage],
    desk: Desk,
) -> list[Block]:
    """Return why a provision applies, and to which parts (s.17(1)(c), reg 14(3))."""
    slots = _slots(each, desk)
    own = own_wording(each.provision, WordingKind.WHY, desk.wordings)
    named = {
        **slots,
        "provision": capital(numbers_in_words(each.citations)),
        "provision_title": provision_title(each.provision, own),
    }
    blocks = fill(desk.wordings.get("heading-provision"), named)
    if len(desk.names) > 1:
        parts = parts_in_words(each.parts, desk.names)
        blocks += fill(desk.wordings.get("applies-to"), {**slots, "parts": parts})
    if own is None:
        blocks += _quotation(each, quotable)
    wording = why_wording(each.provision, desk.wordings)
    about = provision_in_words(each.citation)
    supplied = _supply([each], reasoning)
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


def _weighing(
    group: Sequence[Reliance], reasoning: Mapping[Citation, Reasoning], desk: Desk
) -> list[Block]:
    """Return the public interest test of provisions that are weighed together (s.17(3))."""
    regime = regime_of(group[0].citation, desk.regime)
    named = {**desk.values, "exemptions": provisions_in_words(_citations(group))}
    several = len(group) > 1
    blocks = fill(desk.wordings.for_letter(_test(group), regime), named)
    for each in group:
        for kind in (WordingKind.FOR, WordingKind.AGAINST):
            own = own_wording(each.provision, kind, desk.wordings)
            sharing = _sharing(own, kind, group, desk) or [each]
            # Limbs that share a list of factors have it once, where the first of them stands.
            if sharing[0] is each:
                blocks += _factors(sharing, kind, own, reasoning, desk)
    blocks += desk.letter("heading-balance")
    about = "" if several else provision_in_words(group[0].citation)
    supplied = _supply(group, reasoning)
    balance = _balance(group, regime, desk)
    blocks += _unplaced({"tips"}, balance, supplied)
    return blocks + fill(balance, named, supplied, about=about)


def _test(group: Sequence[Reliance]) -> str:
    """Return the name of the wording that says which test is applied."""
    if group[0].is_ncnd:
        return "public-interest-ncnd"
    # Regulation 13(1)(b) has a test of its own, without the presumption of regulation 12(2).
    if all(each.citation.within(_PERSONAL_DATA_EIR) for each in group):
        return "public-interest-personal"
    return "public-interest-several" if len(group) > 1 else "public-interest"


def _citations(group: Sequence[Reliance]) -> list[Citation]:
    """Return the citations of several provisions, each once."""
    return list(dict.fromkeys(citation for each in group for citation in each.citations))


def _sharing(
    own: Wording | None, kind: WordingKind, group: Sequence[Reliance], desk: Desk
) -> list[Reliance]:
    """Return the provisions of a group that have a wording of factors in common."""
    if own is None or any(
        isinstance(piece, Slot) and piece.name in _OF_ONE_PROVISION for piece in pieces(own.text)
    ):
        # General wording, and wording that names the provision, is about each of them apart.
        return []
    return [each for each in group if own_wording(each.provision, kind, desk.wordings) is own]


def _factors(
    sharing: Sequence[Reliance],
    kind: WordingKind,
    own: Wording | None,
    reasoning: Mapping[Citation, Reasoning],
    desk: Desk,
) -> list[Block]:
    """Return the factors one way, under their heading, with those that officers recorded last."""
    each = sharing[0]
    variant = "ncnd" if each.is_ncnd else regime_of(each.citation, desk.regime)
    slots = _slots(each, desk)
    heading = desk.wordings.for_letter(f"heading-{kind}", variant)
    name = numbers_in_words(_citations(sharing))
    general = desk.wordings.get(f"{kind}-{'ncnd' if each.is_ncnd else 'general'}")
    wording = own or general
    supplied = _supply(sharing, reasoning)
    blocks = fill(heading, {**slots, "provision": capital(name)})
    blocks += fill(wording, slots, supplied, about=name)
    recorded = supplied(_RECORDED_AS[kind])
    if recorded is None or f"{{{_RECORDED_AS[kind]}: " in wording.text:
        return blocks
    blocks[-1] = replace(blocks[-1], text=f"{blocks[-1].text.rstrip()}\n")
    more = replace(recorded, text=f"- {recorded.text}\n\n")
    return [*blocks, more.block("")]


def _unplaced(
    slots: Collection[str],
    wording: Wording,
    supplied: Callable[[str], Supplied | None],
) -> list[Block]:
    """Return what an officer recorded where the wording has no place for it; it is never lost."""
    placed = {piece.name for piece in pieces(wording.text) if not isinstance(piece, str)}
    if placed.intersection(slots):
        return []
    found = next(filter(None, map(supplied, sorted(slots))), None)
    return [replace(found, text=f"{found.text}\n\n").block("")] if found else []


def _balance(group: Sequence[Reliance], regime: str, desk: Desk) -> Wording:
    """Return the wording of the balance: the provision's own, or one for several together."""
    single = "balance-ncnd" if group[0].is_ncnd else "balance"
    if len(group) > 1:
        combined = "balance-combined-ncnd" if group[0].is_ncnd else "balance-combined"
        return desk.wordings.for_letter(combined, regime)
    own = own_wording(group[0].provision, WordingKind.BALANCE, desk.wordings)
    return own or desk.wordings.for_letter(single, regime)
