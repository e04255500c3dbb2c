"""Hold a draft against the checks, with what the case knows."""

from typing import Any

from assistant.domain.case import CasePart, Held, Outcome
from assistant.domain.law.acts import Regime, Register
from assistant.domain.letters.blocks import BlockKind, Draft, LetterKind
from assistant.domain.letters.checks import Finding, LetterFacts, check
from assistant.domain.letters.kinds import KINDS
from assistant.domain.letters.reliance import claimed
from assistant.ports import Clock
from assistant.services.correct_receipt import LONDON
from assistant.store import models
from assistant.store.cases import parts_of

# What a letter of a kind decides, where that does not depend on the case.
OUTCOMES = {kind: row.outcome for kind, row in KINDS.items() if row.outcome}
# These say whether information is held, which nobody knows without a search.
_SAY_WHETHER_HELD = {LetterKind.RESPONSE, LetterKind.PIT_EXTENSION}
_FINAL = {"gap-left", "residue-left", "search-recorded"}
# Under these no search is owed: the Act says that the information need not be looked for, or that
# nothing may be said about whether it is held.
_NO_SEARCH = {Outcome.COST_S12, Outcome.VEXATIOUS_S14, Outcome.NCND}


def findings_of(
    row: models.Draft, draft: Draft, *, register: Register, clock: Clock
) -> list[dict[str, Any]]:
    """Return the findings of a draft as its row keeps them; offsets index the draft's text."""
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
        letter_date=clock.now().astimezone(LONDON).date(),
        # The requester's own words, subject included: what is quoted from them is not ours to mend.
        request="\n".join((case.title, *(part.question for part in parts))),
        parts=tuple((part.key, part.text) for part in parts),
        outcome=OUTCOMES.get(draft.kind),
        claimed=claimed_by(draft.kind, parts, register, Regime(case.regime)),
        evidence=_evidence(case, draft, parts),
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


def must_be_mended(findings: list[dict[str, Any]]) -> list[str]:
    """Return the messages of the errors that nobody may overrule."""
    return [found["message"] for found in findings if _is_error(found) and _is_final(found)]


def may_be_overruled(findings: list[dict[str, Any]]) -> list[str]:
    """Return the messages of the errors that a person may overrule with a reason.

    A check reads words; a person knows the case. Where a check is wrong, a letter must still be
    able to leave in time, and the history says who thought so and why.
    """
    return [found["message"] for found in findings if _is_error(found) and not _is_final(found)]


def _is_error(found: dict[str, Any]) -> bool:
    """Tell an error from a warning."""
    return bool(found["severity"] == "error")


def _is_final(found: dict[str, Any]) -> bool:
    """Say whether an error is a plain fact: a gap, residue, or a search that nobody recorded."""
    return found["rule"] in _FINAL


def _searches_missing(parts: tuple[CasePart, ...]) -> list[Finding]:
    """Ask for the search behind every "held" and "not held"; a tribunal asks for it first."""
    return [
        Finding(
            rule="search-recorded",
            severity="error",
            message=f"No search is recorded for part {part.key}. Record where it was looked for, "
            "by whom and with what result.",
            start=0,
            end=0,
        )
        for part in parts
        if not part.searches
        and part.outcome not in _NO_SEARCH
        and (part.held is not Held.UNKNOWN or part.outcome is not None)
    ]


def _evidence(case: models.Case, draft: Draft, parts: tuple[CasePart, ...]) -> tuple[str, ...]:
    """Return the texts that figures and facts in the letter may come from."""
    known = {BlockKind.OFFICER, BlockKind.CASE_FACT}
    typed = [block.text for block in draft.blocks if block.kind in known]
    found = [part.facts for part in parts] + [
        search.result for part in parts for search in part.searches
    ]
    return (*(part.text for part in parts), *filter(None, found), *typed, case.title)
