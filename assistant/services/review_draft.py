"""Hold a draft against the checks, with what the case knows."""

import hashlib
import json
from datetime import date
from typing import Any

from assistant.domain.case import CasePart, Outcome
from assistant.domain.law.acts import Regime, Register
from assistant.domain.law.clock import LONDON
from assistant.domain.letters.blocks import Draft, LetterKind
from assistant.domain.letters.checks import Finding, LetterFacts, check
from assistant.domain.letters.kinds import KINDS
from assistant.domain.letters.naming import and_list, part_names
from assistant.domain.letters.reliance import claimed
from assistant.ports import Clock
from assistant.services.letter_evidence import letter_evidence
from assistant.store import models
from assistant.store.cases import parts_of

# What a letter of a kind decides, where that does not depend on the case.
OUTCOMES = {kind: row.outcome for kind, row in KINDS.items() if row.outcome}
# These say whether information is held, which nobody knows without a search.
_SAY_WHETHER_HELD = {LetterKind.RESPONSE, LetterKind.PIT_EXTENSION}
_FINAL = {"gap", "placeholder", "tracked-change", "word-residue", "search-recorded"}
# Under these no search is owed: the Act says that the information need not be looked for, or that
# nothing may be said about whether it is held.
_NO_SEARCH = {Outcome.COST_S12, Outcome.VEXATIOUS_S14, Outcome.NCND}


def findings_of(
    row: models.Draft,
    draft: Draft,
    *,
    register: Register,
    clock: Clock,
    letter_date: date | None = None,
) -> list[dict[str, Any]]:
    """Return the findings of a draft as its row keeps them; offsets index the draft's text.

    `letter_date` is the day the letter bears (Europe/London), where that is not today.
    """
    case = row.case
    parts = parts_of(case)
    facts = LetterFacts(
        regime=Regime(case.regime),
        reference=case.reference,
        authority=case.authority.name,
        requester_name=case.requester.name,
        requester_email=case.requester.address,
        received_on=case.received_on,
        due_on=case.due_on,
        letter_date=letter_date or clock.now().astimezone(LONDON).date(),
        # The requester's own words, subject included: what is quoted from them is not ours to mend.
        request="\n".join((case.title, *(part.question for part in parts))),
        parts=tuple((part.key, part.text) for part in parts),
        outcome=OUTCOMES.get(draft.kind),
        claimed=claimed_by(draft.kind, parts, register, Regime(case.regime)),
        evidence=letter_evidence(row, draft, parts),
        review=draft.kind is LetterKind.REVIEW_OUTCOME,
        cost_limit=case.authority.cost_limit,
    )
    findings = list(check(draft.text, facts, register).findings)
    if draft.kind in _SAY_WHETHER_HELD:
        findings += _searches_missing(parts)
    return [
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "start": finding.start,
            "end": finding.end,
        }
        for finding in findings
    ]


def claimed_by(
    kind: LetterKind, parts: tuple[CasePart, ...], register: Register, regime: Regime
) -> tuple[str, ...] | None:
    """Return what a response relies on; None for letters that do not decide the parts."""
    return claimed(parts, register, regime) if kind is LetterKind.RESPONSE else None


def errors_of(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the errors among findings; a warning stops nothing."""
    return [found for found in findings if _is_error(found)]


def must_be_mended(findings: list[dict[str, Any]]) -> list[str]:
    """Return the messages of the errors that nobody may overrule."""
    return [found["message"] for found in errors_of(findings) if _is_final(found)]


def _is_error(found: dict[str, Any]) -> bool:
    """Tell an error from a warning."""
    return bool(found["severity"] == "error")


def _is_final(found: dict[str, Any]) -> bool:
    """Say whether an error is a plain fact: a gap, residue, or a search that nobody recorded."""
    return found["rule"] in _FINAL


def errors_to_overrule(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the errors that a person may overrule with a reason.

    A check reads words; a person knows the case. Where a check is wrong, a letter must still be
    able to leave in time, and the history says who thought so and why.
    """
    return [found for found in errors_of(findings) if not _is_final(found)]


def stamp(found: dict[str, Any], text: str) -> dict[str, str]:
    """Return what tells a finding from any other of the same letter: its rule, and a digest.

    The digest covers the message and the words it points at, so that an error which was overruled
    is known again, and a new one of the same rule is not taken for it.
    """
    about = [found["rule"], found["message"], text[found["start"] : found["end"]]]
    digest = hashlib.sha256(json.dumps(about).encode()).hexdigest()
    return {"rule": found["rule"], "sha256": digest}


def _searches_missing(parts: tuple[CasePart, ...]) -> list[Finding]:
    """Ask for the search behind every answer; a tribunal asks for it first.

    Section 12(1) still asks to confirm that information is held, but not to search for all of it;
    12(2), 14 and NCND say nothing about it. A clarification and a transfer rest on having looked,
    and a part that nobody decided may not slip out without.
    """
    lacking = [part.key for part in parts if not part.searches and part.outcome not in _NO_SEARCH]
    if not lacking:
        return []
    names = part_names(parts)
    message = (
        f"No search is recorded for {and_list([names[key] for key in lacking])}. Record where it "
        "was looked for, by whom and with what result. Only sections 12 and 14 and neither "
        "confirming nor denying need none."
    )
    return [Finding(rule="search-recorded", severity="error", message=message, start=0, end=0)]
