"""The estimate behind section 12 in a letter: its table, its total, and whether it is enough."""

from collections.abc import Mapping, Sequence

from assistant.domain.law.citations import Act, Citation
from assistant.domain.letters.answers import Desk
from assistant.domain.letters.blocks import Block, BlockKind, Source
from assistant.domain.letters.context import POUNDS_AN_HOUR
from assistant.domain.letters.estimate import (
    CostEstimate,
    estimate_table,
    in_hours,
    in_pounds,
    together,
)
from assistant.domain.letters.filling import Supplied, fill, gap
from assistant.domain.letters.naming import capital
from assistant.domain.letters.reliance import Reliance

WHOLE = ""
_COST = Citation(Act.FOIA, "12")
_CONFIRMING = Citation(Act.FOIA, "12", ("2",))

Kept = Sequence[tuple[str, CostEstimate]]


def costing(
    each: Reliance, estimates: Mapping[str, CostEstimate], desk: Desk, cost_limit: int
) -> list[Block]:
    """Return the estimate that a reliance on section 12 needs; nothing for other provisions.

    `estimates` are by the key of a part, or WHOLE for the request as one; `cost_limit` is in
    pounds. What is not recorded, or does not exceed the limit, is a gap: the officer has to
    estimate again, or answer.
    """
    if not each.citation.within(_COST):
        return []
    kept = _kept(each, estimates)
    whole = together(estimate for _, estimate in kept)
    if not whole.rows:
        return _says("estimate-open", desk)
    if not whole.exceeds(cost_limit):
        return [_too_small(whole, cost_limit)]
    blocks = _says("estimate-heading", desk)
    for key, estimate in kept:
        blocks += _table(key, estimate, desk)
    return blocks + _says("estimate-total", desk, _total(whole))


def _kept(each: Reliance, estimates: Mapping[str, CostEstimate]) -> Kept:
    """Return the estimates that count: the whole request's, else those of the parts concerned."""
    keys = [WHOLE] if WHOLE in estimates else [key for key in each.parts if key in estimates]
    confirming = each.citation.within(_CONFIRMING)
    found = [(key, estimates[key].confirming if confirming else estimates[key]) for key in keys]
    return [(key, estimate) for key, estimate in found if estimate.rows]


def _says(name: str, desk: Desk, total: Supplied | None = None) -> list[Block]:
    """Return a paragraph about the estimate."""
    wording = desk.wordings.for_letter(name, desk.regime)
    return fill(wording, desk.values, lambda slot: total if slot == "estimate_total" else None)


def _table(key: str, estimate: CostEstimate, desk: Desk) -> list[Block]:
    """Return the table of one estimate, under the name of its part where there are several."""
    title = "estimate recorded by the officer"
    named = f"{capital(desk.names[key])}:\n" if key in desk.names and len(desk.names) > 1 else ""
    source = Source(f"case:estimate:{key or 'request'}", title=title)
    text = f"{named}{estimate_table(estimate)}\n\n"
    return [Block(BlockKind.CASE_FACT, text, (source,), key, estimate.author)]


def _total(whole: CostEstimate) -> Supplied:
    """Return the hours and the cost of everything together."""
    text = (
        f"{in_hours(whole.hours)} hours, which at £{POUNDS_AN_HOUR} an hour is "
        f"{in_pounds(whole.cost)}"
    )
    source = Source("case:estimate:total", title="sum of the estimate recorded by the officer")
    return Supplied(text, source, whole.author)


def _too_small(whole: CostEstimate, cost_limit: int) -> Block:
    """Return a gap that says why the estimate recorded cannot stand."""
    asks = (
        f"an estimate above the limit, or the information; the one recorded comes to "
        f"{in_hours(whole.hours)} hours, {in_pounds(whole.cost)}, which is within the limit of "
        f"£{cost_limit}, so section 12 of FOIA does not apply"
    )
    found = gap(asks)
    return Block(found.kind, f"{found.text}\n\n")
