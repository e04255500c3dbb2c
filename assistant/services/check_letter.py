"""Hold any letter against the checks, with whatever is known of its case; stores nothing."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from assistant.domain.case import Outcome
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime, Register
from assistant.domain.law.citations import parse_citation
from assistant.domain.letters.checks import Checked, LetterFacts, check
from assistant.domain.request.questions import key_of, segment
from assistant.services.choice import chosen

Given = Mapping[str, Any]


def letter_document(letter: str, case: Given, register: Register) -> dict[str, Any]:
    """Return the answer of `check-letter`: findings, and which checks lacked a fact.

    `case` has the keys of CASE.json, every one optional; keys it does not know are left alone.
    Raises NotAllowed, naming the key, for a value that cannot be read.
    """
    return _plain(check(letter.replace("\r\n", "\n"), _facts(case), register))


def letter_batch(lines: Iterable[str], register: Register) -> Iterator[dict[str, Any]]:
    """Answer each line, an object with `id`, `letter` and `case`, in order.

    A line that cannot be answered gives an object with `error` and the number of the line, and the
    next is still answered; blank lines are passed over.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        answer: dict[str, Any] = {}
        try:
            row = _object(json.loads(line), "the line")
            answer |= {"id": row["id"]} if "id" in row else {}
            letter = _text("letter", row.get("letter", ""))
            answer |= letter_document(letter, _object(row.get("case", {}), "case"), register)
        except (NotAllowed, ValueError) as error:
            answer |= {"line": number, "error": str(error)}
        yield answer


def case_facts(text: str) -> Given:
    """Read a CASE.json; raises NotAllowed where it is not a JSON object."""
    try:
        return _object(json.loads(text), "the case")
    except ValueError as error:
        raise NotAllowed(f"The case is not JSON: {error}.") from error


def _facts(case: Given) -> LetterFacts:
    """Return what is known of the case as the checks take it."""
    known: dict[str, Any] = {
        name: read(name, value)
        for name, read in _READERS.items()
        if (value := case.get(name)) is not None
    }
    known["review"] = str(case.get("regime", "")).lower().endswith("-review")
    if request := known.get("request"):
        parts = segment(request)
        known["parts"] = tuple(
            (key, f"{part.stem} {part.text}".strip())
            for key, part in zip(key_of(parts), parts, strict=True)
        )
    return LetterFacts(**known)


def _text(name: str, value: object) -> str:
    """Read a text."""
    if not isinstance(value, str):
        raise NotAllowed(f"“{name}” is a text.")
    return value


def _texts(name: str, value: object) -> tuple[str, ...]:
    """Read a list of texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise NotAllowed(f"“{name}” is a list of texts.")
    return tuple(value)


def _citations(name: str, value: object) -> tuple[str, ...]:
    """Read a list of citations, in any common spelling, as the register prints them."""
    cited = []
    for text in _texts(name, value):
        citation = parse_citation(text)
        if citation is None:
            raise NotAllowed(f"“{text}” ({name}) is not a citation. Write it like FOIA s31(1)(a).")
        cited.append(str(citation))
    return tuple(cited)


def _day(name: str, value: object) -> date:
    """Read a date; of a time, its day."""
    try:
        return date.fromisoformat(_text(name, value)[:10])
    except ValueError:
        raise NotAllowed(f"“{value}” ({name}) is not a date like 2026-03-31.") from None


def _regime(name: str, value: object) -> Regime:
    """Read a regime, in capitals or not; a review stands under the regime of its request."""
    return chosen(_text(name, value).upper().removesuffix("-REVIEW"), Regime, "regime")


def _outcome(name: str, value: object) -> Outcome:
    """Read an outcome."""
    return chosen(_text(name, value), Outcome, "outcome")


_READERS: Mapping[str, Callable[[str, object], object]] = {
    "regime": _regime,
    "reference": _text,
    "authority": _text,
    "requester_name": _text,
    "requester_email": _text,
    "received_on": _day,
    "due_on": _day,
    "letter_date": _day,
    "request": _text,
    "outcome": _outcome,
    "claimed": _citations,
    "evidence": _texts,
}


def _object(value: object, what: str) -> Given:
    """Return a JSON object; raises NotAllowed for anything else."""
    if not isinstance(value, dict):
        raise NotAllowed(f"{what.capitalize()} is not a JSON object.")
    return value


def _plain(checked: Checked) -> dict[str, Any]:
    """Put what was found into the shape that `check-letter --json` promises."""
    return {
        "passed": checked.passed,
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "message": finding.message,
                "start": finding.start,
                "end": finding.end,
            }
            for finding in checked.findings
        ],
        "not_run": [{"rule": skipped.rule, "needs": skipped.needs} for skipped in checked.not_run],
    }
