"""Hold what the rules read from responses against what a judge read: the figures of `evaluate`."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Register
from assistant.domain.law.citations import parse_citation
from assistant.domain.library.elements import elements_of
from assistant.domain.library.reading import read_response

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A record beside what was read from it."""

    ident: str
    gold: str
    read: str
    ambiguous: bool
    gold_sections: frozenset[str]
    read_sections: frozenset[str]
    elements: tuple[bool, ...]

    @property
    def right(self) -> bool:
        """Whether the outcome was read as the judge read it."""
        return self.gold == self.read

    @property
    def sections_right(self) -> bool:
        """Whether exactly the provisions were read that the judge read, to the limb."""
        return self.gold_sections == self.read_sections


def evaluate_outcome(
    records: Iterable[Mapping[str, Any]], register: Register | None = None
) -> dict[str, Any]:
    """Return the figures for judged responses: how many outcomes and sections were read right.

    `records` are the lines of a judged set: `id`, `text`, perhaps `request`, and `gold` with
    `outcome`, `sections`, `ambiguous`, `elements`. Shares are from 0 to 1, and None where nothing
    was judged. `sections` is the share read exactly, `sections_whole` that of the sections without
    their limbs. With a `register` the elements of refusals (s.17 FOIA) are held against the letter
    checks too. Raises KeyError or TypeError where a record is not of that shape.
    """
    judged = [_judged(record, register) for record in records]
    plain = [each for each in judged if not each.ambiguous]
    pairs = [(each.gold, each.read) for each in judged]
    by_class = _by_class(pairs)
    elements = [agreed for each in judged for agreed in each.elements]
    return {
        "accuracy": _share([each.right for each in judged]),
        "accuracy_unambiguous": _share([each.right for each in plain]),
        "macro_f1": _mean([row["f1"] for row in by_class.values() if row["n"]]),
        "sections": _share([each.sections_right for each in judged]),
        "sections_unambiguous": _share([each.sections_right for each in plain]),
        "sections_whole": _share(
            [_whole(each.gold_sections) == _whole(each.read_sections) for each in judged]
        ),
        "elements": _share(elements),
        "by_class": by_class,
        "confusion": _confusion(pairs),
        "n": len(judged),
        "n_unambiguous": len(plain),
        "n_elements": len(elements),
        "wrong": [each.ident for each in judged if not each.right],
        "wrong_sections": [each.ident for each in judged if not each.sections_right],
    }


def _judged(record: Mapping[str, Any], register: Register | None) -> _Judged:
    """Read a record's letter, and put it beside the judgement."""
    gold = record["gold"]
    found = read_response(record["text"], request=record.get("request") or "")
    return _Judged(
        ident=record["id"],
        gold=gold["outcome"],
        read=found.outcome.value,
        ambiguous=bool(gold.get("ambiguous")),
        gold_sections=frozenset(map(_plain, gold.get("sections") or ())),
        read_sections=frozenset(map(_plain, found.sections)),
        elements=_elements(record, register) if register else (),
    )


def _elements(record: Mapping[str, Any], register: Register) -> tuple[bool, ...]:
    """Return for each element that was judged whether the checks say the same of it.

    The judge's outcome says what is asked of the letter, so that this measures the checks alone.
    """
    judged = record["gold"].get("elements") or {}
    found = elements_of(record["text"], Outcome(record["gold"]["outcome"]), register)
    return tuple(
        judged[element] is has for element, has in found.items() if judged.get(element) is not None
    )


def _plain(section: str) -> str:
    """Return a citation in one spelling, whoever wrote it ("s40(2)", "reg12(3)")."""
    citation = parse_citation(section)
    return str(citation) if citation else section.strip()


def _whole(sections: Iterable[str]) -> frozenset[str]:
    """Return sections without their limbs."""
    return frozenset(section.split("(")[0] for section in sections)


def _by_class(pairs: Pairs) -> dict[str, dict[str, float | int]]:
    """Return precision, recall and F1 of every outcome that was judged or read, with its count."""
    rows: dict[str, dict[str, float | int]] = {}
    for name in (each.value for each in Outcome):
        both = sum(1 for gold, read in pairs if gold == read == name)
        gold_count = sum(1 for gold, _ in pairs if gold == name)
        read_count = sum(1 for _, read in pairs if read == name)
        if gold_count or read_count:
            rows[name] = {
                "precision": _ratio(both, read_count),
                "recall": _ratio(both, gold_count),
                "f1": _ratio(2 * both, gold_count + read_count),
                "n": gold_count,
            }
    return rows


def _confusion(pairs: Pairs) -> dict[str, dict[str, int]]:
    """Return how often each judged outcome was read as which."""
    counted: dict[str, dict[str, int]] = {}
    for (gold, read), count in sorted(Counter(pairs).items()):
        counted.setdefault(gold, {})[read] = count
    return counted


def _share(hits: Sequence[bool]) -> float | None:
    """Return the share of what is true; None of nothing."""
    return round(sum(hits) / len(hits), 4) if hits else None


def _mean(values: Sequence[float]) -> float | None:
    """Return the mean; None of nothing."""
    return round(sum(values) / len(values), 4) if values else None


def _ratio(part: int, whole: int) -> float:
    """Return a ratio, 0 where there is nothing to divide by."""
    return round(part / whole, 4) if whole else 0.0
