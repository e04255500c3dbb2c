"""The part-by-part half of a response: the requester's words, whether held, and the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.domain.case import CasePart, Held, Outcome, Search
from assistant.domain.law.acts import Provision, Regime, Register
from assistant.domain.law.citations import Act
from assistant.domain.letters.blocks import Block, BlockKind, Source
from assistant.domain.letters.context import long_date
from assistant.domain.letters.filling import Supplied, fill, one_line
from assistant.domain.letters.naming import and_list, capital, parts_in_words, provisions_in_words
from assistant.domain.letters.reliance import cited, regime_of_part
from assistant.domain.letters.wording import Wording, Wordings

# These answers say nothing about whether information is held: the Act asks for none (s.14, s.12(2),
# NCND) or the answer itself is about something else.
_SILENT = frozenset({Outcome.NCND, Outcome.VEXATIOUS_S14, Outcome.CLARIFICATION_NEEDED})
_SAID_IF_KNOWN = frozenset({Outcome.OTHER, Outcome.ACKNOWLEDGEMENT_ONLY})
# What the search found and what was decided that cannot both be right.
_CONTRADICTIONS: Mapping[Held, frozenset[Outcome]] = {
    Held.UNKNOWN: frozenset(),
    Held.HELD: frozenset({Outcome.NOT_HELD, Outcome.PART_NOT_HELD}),
    Held.PARTLY: frozenset({Outcome.NOT_HELD}),
    Held.NOT_HELD: frozenset(
        {
            Outcome.DISCLOSED_FULL,
            Outcome.DISCLOSED_PART,
            Outcome.REFUSED,
            Outcome.PART_NOT_HELD,
            Outcome.ALREADY_ACCESSIBLE_S21,
        }
    ),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """What every paragraph of one response is written with."""

    wordings: Wordings
    register: Register
    regime: Regime
    values: Mapping[str, str]
    names: Mapping[str, str]

    def letter(self, name: str, regime: str = "", **more: str) -> list[Block]:
        """Return a paragraph of the letter, in the variant of the regime."""
        wording = self.wordings.for_letter(name, regime or self.regime)
        return fill(wording, {**self.values, **more})


def held_gap(parts: Sequence[CasePart], desk: Desk) -> list[Block]:
    """Return one gap for all parts that are decided though no search is recorded.

    One gap, because it is one question to the same officer; a single such part asks in its answer.
    """
    unknown = [part.key for part in parts if _asks_held(part)]
    if len(unknown) < 2:  # noqa: PLR2004 - two are what makes it worth asking once
        return []
    about = parts_in_words(unknown, desk.names)
    wording = desk.wordings.get("held-unknown")
    return [*desk.letter("heading-held"), *fill(wording, desk.values, about=about)]


def answer(part: CasePart, desk: Desk, *, asked_above: bool) -> list[Block]:
    """Return one part: its heading, what was asked, and what the authority answers.

    `asked_above` says that `held_gap` already asks whether the information is held.
    """
    return [
        *restated(part, desk),
        *before_answer(part, desk),
        *confirmation(part, desk, asked_above=asked_above),
        *_decided(part, desk),
    ]


def restated(part: CasePart, desk: Desk) -> list[Block]:
    """Return a part's heading, where there are several, and what was asked in its own words."""
    blocks: list[Block] = []
    if len(desk.names) > 1:
        heading = desk.wordings.get("heading-part")
        name = capital(desk.names[part.key])
        blocks += fill(heading, {**desk.values, "part": name}, part=part.key)
    blocks += _inline(fill(desk.wordings.get("question"), desk.values, part=part.key))
    return [*blocks, _own_words(part)]


def before_answer(part: CasePart, desk: Desk) -> list[Block]:
    """Return what leads the answer to a part in."""
    return _inline(fill(desk.wordings.get("answer"), desk.values, part=part.key))


def _inline(blocks: list[Block]) -> list[Block]:
    """Return blocks that what follows carries on from, in the same paragraph."""
    return [*blocks[:-1], replace(blocks[-1], text=f"{blocks[-1].text.rstrip()} ")]


def _own_words(part: CasePart) -> Block:
    """Return the requester's words, attributed; the label is already in the heading.

    A part that stands under a lead-in is quoted with it: "a) vans" alone asks nothing.
    """
    text = one_line(part.text)
    label = part.label.strip(" .()")
    for lead in (f"({label})", f"{label})", f"{label}.", f"{label}:"):
        if label and text.lower().startswith(lead.lower()):
            text = text[len(lead) :].strip() or text
            break
    if part.stem:
        text = f"{one_line(part.stem)} … {text}"
    return Block(
        BlockKind.CASE_FACT,
        f"“{text}”\n\n",
        (Source(f"case:part:{part.key}", title="the requester’s own words"),),
        part.key,
    )


def _asks_held(part: CasePart) -> bool:
    """Tell whether the letter has to say if the information is held, and nobody has recorded it."""
    return (
        part.held is Held.UNKNOWN
        and part.outcome is not None
        and part.outcome not in _SILENT | _SAID_IF_KNOWN
        and not _is_cost_of_confirming(part)
    )


def _is_cost_of_confirming(part: CasePart) -> bool:
    """Tell whether the cost of finding out alone is too high (s.12(2)): nothing is confirmed."""
    return part.outcome is Outcome.COST_S12 and any("12(2)" in text for text in part.sections)


def contradicts(part: CasePart) -> bool:
    """Tell whether the search and the outcome cannot both be right."""
    return part.outcome in _CONTRADICTIONS[part.held]


def confirmation(part: CasePart, desk: Desk, *, asked_above: bool) -> list[Block]:
    """Return the confirmation or denial (s.1(1)(a)), a gap for it, or nothing where none is due."""
    if part.outcome in _SILENT or _is_cost_of_confirming(part) or contradicts(part):
        return []
    if part.held is Held.UNKNOWN:
        if not _asks_held(part) or asked_above:
            return []
        wording = desk.wordings.get("held-unknown-one")
        return fill(wording, desk.values, part=part.key, about=_about(part, desk))
    regime = regime_of_part(part, desk.regime)
    wording = desk.wordings.for_letter(f"held-{part.held}", regime)
    return fill(wording, desk.values, part=part.key)


def _decided(part: CasePart, desk: Desk) -> list[Block]:
    """Return the outcome in words, with what officers recorded for it, and gaps for the rest."""
    provisions, unknown = cited(part, desk.register)
    wording = _outcome_wording(part, provisions, desk)
    values = {
        **desk.values,
        "exemptions": provisions_in_words([each.citation for each in provisions]),
    }
    known = recorded(part)
    # Facts alone are no decision: an undecided part goes on asking for one.
    takes_answer = part.outcome is not None and "{answer: " in wording.text
    blocks = fill(
        wording,
        values,
        lambda slot: known if slot == "answer" and takes_answer else None,
        part=part.key,
        about=_about(part, desk),
    )
    if known and not takes_answer:
        blocks.append(Supplied(f"{known.text}\n\n", known.source).block(part.key))
    if _is_elsewhere(provisions) and not takes_answer:
        # Whoever is told that they can have it elsewhere is told where (s.16, 21(1)).
        where = desk.wordings.get("where-to-find-it")
        blocks += fill(where, desk.values, part=part.key, about=_about(part, desk))
    if unknown:
        lacking = desk.wordings.get("provision-unknown")
        blocks += fill(lacking, desk.values, part=part.key, about=_about(part, desk))
    return blocks


def _is_elsewhere(provisions: Sequence[Provision]) -> bool:
    """Tell whether something is refused because it can be had by other means (s.21(1))."""
    return any(
        each.citation.act is Act.FOIA and each.citation.section == "21" for each in provisions
    )


def _outcome_wording(part: CasePart, provisions: Sequence[Provision], desk: Desk) -> Wording:
    """Return the wording of a part's outcome, or of what stands in its way."""
    if part.outcome is None:
        return desk.wordings.get("outcome-undecided")
    if contradicts(part):
        return desk.wordings.get("contradiction")
    name, regime = f"outcome-{part.outcome}", regime_of_part(part, desk.regime)
    if not provisions:
        known = {wording.id for wording in desk.wordings}
        for plain in (f"{name}-plain-{regime.lower()}", f"{name}-plain"):
            if plain in known:
                return desk.wordings.get(plain)
    return desk.wordings.for_letter(name, regime)


def recorded(part: CasePart) -> Supplied | None:
    """Return what officers recorded for a part: searches where nothing was found, and facts."""
    if contradicts(part):
        return None
    searched = part.searches if part.outcome in {Outcome.NOT_HELD, Outcome.PART_NOT_HELD} else ()
    texts = [_search(search) for search in searched]
    facts = part.facts.replace("\r\n", "\n").strip()
    if facts:
        texts.append(facts)
    if not texts:
        return None
    kind = "facts" if facts else "searches"
    title = "recorded by the officer"
    return Supplied("\n".join(texts), Source(f"case:{kind}:{part.key}", title=title))


def _search(search: Search) -> str:
    """Describe a search: where, with which terms and when, but not who made it."""
    where = one_line(search.where) or "our records"
    terms = f" for {and_list([one_line(search.terms)])}" if search.terms.strip() else ""
    result = one_line(search.result).rstrip(".")
    return f"On {long_date(search.made_on)} we searched {where}{terms}." + (
        f" {capital(result)}." if result else ""
    )


def _about(part: CasePart, desk: Desk) -> str:
    """Name the part in a gap, where there is more than one."""
    return desk.names[part.key] if len(desk.names) > 1 else ""
