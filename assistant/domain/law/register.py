"""Builds the register from plain tables, and says which row of which file is at fault.

A document has an `act`, a `regime` and a list of `section` tables. What a section says holds for
each of its `limb` tables unless the limb says otherwise, so that a fact is written once. Whether
its words were seen is a fact of each limb alone: `verified` is never taken over from a section.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from assistant.domain.law.acts import (
    Basis,
    Need,
    Provision,
    ProvisionKind,
    Regime,
    Register,
    Standing,
)
from assistant.domain.law.citations import DIVISIONS, Act, Citation, parse_citation

Row = Mapping[str, object]
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_TEXTS = (
    "title",
    "prejudice_to",
    "threshold",
    "who_may_use",
    "absolute_for",
    "source",
    "note",
)
_FLAGS = ("verified", "emissions", "together")
_DATES = ("valid_from", "valid_until")
_LINKS = ("ncnd", "cited_with", "replaced_by")
# A limb for neither confirming nor denying does not take these from its section: sections 30(3) and
# 31(3), for one, may be claimed side by side.
_OWN = frozenset({"ncnd", "excludes"})
# A supplementary provision refuses nothing, so that no more than this is true of it too.
_OF_SUPPLEMENT = frozenset({"title", "source", "valid_from"})
_KEYS = frozenset(
    (*_TEXTS, *_FLAGS, *_DATES, *_LINKS, "cite", "kind", "standing", "basis", "needs", "excludes")
)
_TESTED = frozenset({Basis.PREJUDICE, Basis.ENDANGERMENT, Basis.NECESSITY})
_WEIGHED = frozenset({ProvisionKind.EXEMPTION, ProvisionKind.EXCEPTION})


def register_from(documents: Mapping[str, Row]) -> Register:
    """Build the register from documents by the name of their file.

    Raises ValueError naming the file, the row and the fault: a missing or unknown key, a value of
    the wrong kind, a citation that cannot be read, one that stands twice, or one that refers to
    nothing.
    """
    provisions: list[tuple[str, Provision]] = []
    for name, document in documents.items():
        for place, row, act, regime in _rows(name, document):
            provision = _provision(place, row, act, regime)
            for other, earlier in provisions:
                if earlier.citation == provision.citation and _overlap(earlier, provision):
                    raise ValueError(f"{place}: stands already in {other}")
            provisions.append((place, provision))
    register = Register(tuple(provision for _, provision in provisions))
    for place, provision in provisions:
        _check_links(place, provision, register)
    return register


def _overlap(one: Provision, other: Provision) -> bool:
    """Whether two contents of one number were in force on one day."""
    first = (one.valid_from or date.min, one.valid_until or date.max)
    second = (other.valid_from or date.min, other.valid_until or date.max)
    return first[0] <= second[1] and second[0] <= first[1]


def _rows(name: str, document: Row) -> Iterator[tuple[str, Row, Act, Regime]]:
    """Yield each limb with what its section says, and the place to name when it is wrong."""
    act = _one_of(Act, name, "act", document.get("act"))
    regime = _one_of(Regime, name, "regime", document.get("regime"))
    for number, section in enumerate(_tables(name, document, "section"), start=1):
        if "verified" in section:
            raise ValueError(f"{name}, section {number}: say `verified` in each limb")
        shared = {key: value for key, value in section.items() if key != "limb"}
        limbs = _tables(f"{name}, section {number}", section, "limb")
        for limb in limbs:
            place = f"{name}, {section.get('title', f'section {number}')}, {limb.get('cite', '?')}"
            yield place, {**_taken_over(shared, limb), **limb}, act, regime


def _taken_over(shared: Row, limb: Row) -> dict[str, object]:
    """Return what a section says that is true of this limb too."""
    kind = limb.get("kind")
    if kind == ProvisionKind.NCND:
        return {key: value for key, value in shared.items() if key not in _OWN}
    if kind == ProvisionKind.SUPPLEMENT:
        return {key: value for key, value in shared.items() if key in _OF_SUPPLEMENT}
    return dict(shared)


def _provision(place: str, row: Row, act: Act, regime: Regime) -> Provision:
    """Make a provision of a row, each value held against what it has to be."""
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise ValueError(
            f"{place}: unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}"
        )
    texts = {key: _typed(str, place, key, row.get(key, "")) for key in _TEXTS}
    if not texts["title"]:
        raise ValueError(f"{place}: a provision needs a title")
    flags = {"emissions": True, "verified": False, "together": False}
    flags |= {key: _typed(bool, place, key, row[key]) for key in _FLAGS if key in row}
    dates = {key: _typed(date, place, key, row[key]) for key in _DATES if key in row}
    links = {key: _citation(place, key, row[key], act) for key in _LINKS if key in row}
    provision = Provision(
        citation=_citation(place, "cite", row.get("cite"), act),
        regime=regime,
        kind=_one_of(ProvisionKind, place, "kind", row.get("kind")),
        standing=_one_of(Standing, place, "standing", row.get("standing", "none")),
        basis=_one_of(Basis, place, "basis", row.get("basis", "none")),
        needs=tuple(_one_of(Need, place, "needs", need) for need in _list(place, row, "needs")),
        excludes=tuple(
            _citation(place, "excludes", each, act) for each in _list(place, row, "excludes")
        ),
        title=texts["title"],
        prejudice_to=texts["prejudice_to"],
        threshold=texts["threshold"],
        who_may_use=texts["who_may_use"],
        absolute_for=texts["absolute_for"],
        source=texts["source"],
        note=texts["note"],
        emissions=flags["emissions"],
        verified=flags["verified"],
        together=flags["together"],
        ncnd=links.get("ncnd"),
        cited_with=links.get("cited_with"),
        replaced_by=links.get("replaced_by"),
        valid_from=dates.get("valid_from"),
        valid_until=dates.get("valid_until"),
    )
    for fault in (fault for rule, fault in _FAULTS if rule(provision)):
        raise ValueError(f"{place}: {fault}")
    return provision


_FAULTS: tuple[tuple[Callable[[Provision], bool], str], ...] = (
    (
        lambda p: p.kind in _WEIGHED and p.standing is Standing.NONE,
        "an exemption is absolute, qualified or partly absolute; say which in `standing`",
    ),
    (
        lambda p: p.kind in _WEIGHED and p.basis is Basis.NONE,
        "say in `basis` what the exemption rests on",
    ),
    (
        lambda p: p.kind in _WEIGHED and p.basis in _TESTED and not p.prejudice_to,
        "a test that is not by class names the interest in `prejudice_to`",
    ),
    (
        lambda p: p.verified and not p.source,
        "what is verified names where it was seen in `source`",
    ),
    (
        lambda p: p.together and p.cited_with is None,
        "a paragraph that refuses nothing alone names its exemption in `cited_with`",
    ),
    (
        lambda p: p.replaced_by is not None and p.is_present,
        "what has been replaced says until when in `valid_until`",
    ),
    (
        lambda p: bool(p.valid_from and p.valid_until and p.valid_until < p.valid_from),
        "`valid_until` is before `valid_from`",
    ),
)


def _check_links(place: str, provision: Provision, register: Register) -> None:
    """Raise ValueError where a provision refers to one that the register does not hold."""
    links = {key: getattr(provision, key) for key in _LINKS}
    for key, link in links.items():
        if link is not None and register.find(link) is None:
            raise ValueError(f"{place}: `{key}` is {link}, which is not in the register")
    if provision.ncnd is not None:
        limb = register.require(provision.ncnd)
        if limb.kind is not ProvisionKind.NCND:
            raise ValueError(f"{place}: `ncnd` is {limb.citation}, which is of kind {limb.kind}")
    for excluded in provision.excludes:
        if not any(each.citation.within(excluded) for each in register):
            raise ValueError(f"{place}: `excludes` names {excluded}, which is not in the register")


def _tables(place: str, table: Row, key: str) -> list[Row]:
    """Return a non-empty list of tables."""
    tables = table.get(key)
    if not isinstance(tables, list) or not tables:
        raise ValueError(f"{place}: needs at least one [[{key}]] table")
    for each in tables:
        if not isinstance(each, Mapping):
            raise ValueError(f"{place}: each {key} has to be a table")  # noqa: TRY004 - a fault of the data
    return tables


def _list(place: str, row: Row, key: str) -> list[object]:
    """Return a list, empty where the row has none."""
    return list(_typed(list, place, key, row.get(key, [])))


def _typed(wanted: type[T], place: str, key: str, value: object) -> T:
    """Return the value, or raise ValueError where it is of another type."""
    if not isinstance(value, wanted):
        raise ValueError(f"{place}: `{key}` has to be {wanted.__name__}, not {value!r}")  # noqa: TRY004 - a fault of the data
    return value


def _one_of(choices: type[E], place: str, key: str, value: object) -> E:
    """Return the member that a value names, or raise ValueError with the members there are."""
    for choice in choices:
        if choice.value == value:
            return choice
    raise ValueError(f"{place}: `{key}` has to be one of {', '.join(choices)}, not {value!r}")


def _citation(place: str, key: str, value: object, act: Act) -> Citation:
    """Read a number as a provision of the document's own Act."""
    number = _typed(str, place, key, value)
    read = parse_citation(f"{act} {DIVISIONS[act].mark}{number}")
    if read is None or read.number != number:
        raise ValueError(f"{place}: `{key}` has to be a number like 31(1)(a), not {number!r}")
    return read
