"""Decisions in a file, for drafting without a case: what people would record on the pages."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from assistant.domain.case import CasePart, Held, Outcome, Search
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime, Register
from assistant.domain.law.citations import parse_citation
from assistant.domain.letters.context import Reasoning
from assistant.domain.letters.costing import WHOLE
from assistant.domain.letters.estimate import ACTIVITIES, CostEstimate, EstimateRow, refuse_unfit
from assistant.services.choice import chosen

Given = Mapping[str, Any]
_UNLABELLED = re.compile(r"p\d+")
_PART = ("held", "outcome", "sections", "facts", "searches", "regime")
_SEARCH = ("where", "who", "terms", "made_on", "result")
_REASONS = ("likelihood", "harm", "why", "for_disclosure", "against", "tips", "author")
_ROW = ("activity", "task", "hours")
_VERBS = dict(zip(ACTIVITIES, ("determine", "locate", "retrieve", "extract"), strict=True))
_KEYS = ("parts", "reasoning", "estimates", "values", "regime")


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided: by part, by provision, for section 12, for a letter's own slots.

    `regime` is the law that answers the request, None where its words say.
    """

    parts: Mapping[str, Given] = field(default_factory=dict)
    reasoning: tuple[Reasoning, ...] = ()
    estimates: Mapping[str, CostEstimate] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)
    regime: Regime | None = None


def read_decisions(text: str, register: Register) -> Decisions:
    """Read DECISIONS.json; raises NotAllowed, naming the key, for what cannot be read."""
    try:
        whole = json.loads(text, object_pairs_hook=_once)
    except ValueError as error:
        raise NotAllowed(f"The decisions are not JSON: {error}.") from error
    given = _object(whole, "decisions", _KEYS)
    parts = {
        key: _part(_object(value, f"parts.{key}", _PART), f"parts.{key}", register)
        for key, value in _object(given.get("parts", {}), "parts").items()
    }
    reasoning = tuple(
        _reasoning(citation, value, register)
        for citation, value in _object(given.get("reasoning", {}), "reasoning").items()
    )
    estimates = {
        key: _estimate(value, f"estimates.{key}")
        for key, value in _object(given.get("estimates", {}), "estimates").items()
    }
    values = _object(given.get("values", {}), "values")
    regime = _chosen(given["regime"], Regime, "regime") if given.get("regime") else None
    return Decisions(parts, reasoning, estimates, values, regime)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; raises NotAllowed for a key that stands in it twice."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise NotAllowed(f"“{key}” stands twice in one object of the decisions. Keep one.")
        found[key] = value
    return found


def refuse_unused(decisions: Decisions, parts: Sequence[CasePart], fields: Sequence[str]) -> None:
    """Raise NotAllowed, naming the key and those there are, for what no letter would use.

    `fields` are what the letter asks for that is drafted besides; none where there is no other.
    """
    for key in decisions.values:
        if not fields:
            raise NotAllowed(
                f"values.{key}: only a letter of another kind asks for values, and none was asked "
                "for that does. Give --letter, or take “values” out."
            )
        if key not in fields:
            raise NotAllowed(
                f"values.{key} is not known: “{key}” is not asked for by this letter, which asks "
                f"for: {', '.join(fields)}."
            )
    relied = [parse_citation(each) for part in parts for each in part.sections]
    for reason in decisions.reasoning:
        cited = parse_citation(reason.citation)
        if not any(one and cited and (one.within(cited) or cited.within(one)) for one in relied):
            there = ", ".join(dict.fromkeys(str(each) for each in relied)) or "no provision"
            raise NotAllowed(
                f"reasoning.{reason.citation}: no part relies on it. The parts rely on {there}."
            )


def fitted(decisions: Decisions, parts: Sequence[CasePart]) -> Decisions:
    """Return the decisions with the keys that the parts of this request have.

    Where the requester numbered nothing, a part may be named by its number, as letters name it.
    Raises NotAllowed for a key that is no part of the request, naming those there are.
    """
    keys = {part.key: part.key for part in parts}
    if all(_UNLABELLED.fullmatch(key) for key in keys):
        keys |= {str(number): part.key for number, part in enumerate(parts, start=1)}
    for what, named in (("parts", decisions.parts), ("estimates", decisions.estimates)):
        for key in named:
            if key not in keys and not (what == "estimates" and key == WHOLE):
                there = ", ".join(part.key for part in parts)
                raise NotAllowed(
                    f"{what}.{key}: the request has no part “{key}”. Its parts are {there}."
                )
    return replace(
        decisions,
        parts={keys[key]: value for key, value in decisions.parts.items()},
        estimates={keys.get(key, key): value for key, value in decisions.estimates.items()},
    )


def decided(parts: Sequence[CasePart], decisions: Decisions) -> tuple[CasePart, ...]:
    """Return the parts of a request with what was decided for them."""
    return tuple(replace(part, **decisions.parts.get(part.key, {})) for part in parts)


def _part(value: Given, where: str, register: Register) -> Given:
    """Read what was decided for one part, as the fields of a CasePart."""
    found: dict[str, Any] = {}
    if "held" in value:
        found["held"] = _chosen(value["held"], Held, f"{where}.held")
    if value.get("outcome"):
        found["outcome"] = _chosen(value["outcome"], Outcome, f"{where}.outcome")
    if value.get("regime"):
        found["regime"] = _chosen(value["regime"], Regime, f"{where}.regime")
    if "sections" in value:
        sections = _list(value["sections"], f"{where}.sections")
        found["sections"] = tuple(
            _section(each, f"{where}.sections", register) for each in sections
        )
    if "facts" in value:
        found["facts"] = _text(value["facts"], f"{where}.facts")
    searches = _list(value.get("searches", []), f"{where}.searches")
    found["searches"] = tuple(
        _search(each, f"{where}.searches[{place}]") for place, each in enumerate(searches)
    )
    return found


def _search(value: object, where: str) -> Search:
    """Read one search; a search without its place, its day and its result is none."""
    given = _object(value, where, _SEARCH)
    texts = {key: _text(given.get(key, ""), f"{where}.{key}") for key in _SEARCH}
    for key in ("where", "made_on", "result"):
        if not texts[key].strip():
            raise NotAllowed(f"{where}.{key} is missing.")
    try:
        made_on = date.fromisoformat(texts["made_on"])
    except ValueError:
        raise NotAllowed(
            f"{where}.made_on: “{texts['made_on']}” is not a date like 2026-03-31."
        ) from None
    return Search(texts["where"], texts["who"], texts["terms"], made_on, texts["result"])


def _reasoning(citation: str, value: object, register: Register) -> Reasoning:
    """Read what was recorded about one provision."""
    where = f"reasoning.{citation}"
    given = _object(value, where, _REASONS)
    texts = {key: _text(text, f"{where}.{key}") for key, text in given.items()}
    return Reasoning(_section(citation, where, register), **texts)


def _estimate(value: object, where: str) -> CostEstimate:
    """Read an estimate: a list of rows, or an object with `rows` and `author`."""
    if isinstance(value, list):
        value = {"rows": value}
    given = _object(value, where, ("rows", "author"))
    rows = _list(given.get("rows", []), f"{where}.rows")
    read = tuple(_row(each, f"{where}[{place}]") for place, each in enumerate(rows))
    return CostEstimate(read, _text(given.get("author", ""), f"{where}.author"))


def _row(value: object, where: str) -> EstimateRow:
    """Read a row of an estimate."""
    given = _object(value, where, _ROW)
    hours = given.get("hours", "")
    try:
        number = Decimal(str(hours)) if not isinstance(hours, bool) else Decimal("NaN")
    except InvalidOperation:
        raise NotAllowed(f"{where}.hours: “{hours}” is not a number of hours.") from None
    said = _text(given.get("activity", ""), f"{where}.activity")
    # "locate" is what "locating" is; what is neither is refused below.
    activity = next((name for name in ACTIVITIES if said in {name, _VERBS[name]}), said)
    task = _text(given.get("task", ""), f"{where}.task")
    row = EstimateRow(activity, task, number)
    try:
        refuse_unfit(row)
    except NotAllowed as error:
        raise NotAllowed(f"{where}: {error}") from None
    return row


def _section(value: object, where: str, register: Register) -> str:
    """Read a citation in any common spelling, as the register prints it."""
    text = _text(value, where)
    citation = parse_citation(text)
    if citation is None or register.covering(citation) is None:
        raise NotAllowed(
            f"{where}: “{text}” is not in the register of provisions. Write it like s31(1)(a) or "
            "reg 12(4)(e)."
        )
    return str(citation)


def _chosen(value: object, kinds: Any, where: str) -> Any:
    """Read a word of a vocabulary."""
    try:
        return chosen(_text(value, where), kinds, "value")
    except NotAllowed as error:
        raise NotAllowed(f"{where}: {error}") from None


def _text(value: object, where: str) -> str:
    """Read a text."""
    if not isinstance(value, str):
        raise NotAllowed(f"{where} is a text.")
    return value


def _list(value: object, where: str) -> list[Any]:
    """Read a list."""
    if not isinstance(value, list):
        raise NotAllowed(f"{where} is a list.")
    return value


def _object(value: object, where: str, keys: Sequence[str] = ()) -> Given:
    """Read a JSON object; with `keys`, one that has no others."""
    if not isinstance(value, dict):
        raise NotAllowed(f"“{where}” is not a JSON object.")
    for key in value:
        if keys and key not in keys:
            raise NotAllowed(f"{where}.{key} is not known. There are: {', '.join(keys)}.")
    return value
