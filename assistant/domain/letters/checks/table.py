"""The table of rules. A new rule is a function in a themed file, a row there, and its test."""

from assistant.domain.law.acts import Register
from assistant.domain.letters.checks import (
    contradictions,
    coverage,
    evidence,
    held,
    identity,
    limits,
    neither,
    plain_english,
    public_interest,
    reasons,
    refusal,
    regimes,
    residue,
    rights,
    special,
    timing,
)
from assistant.domain.letters.checks.facts import LetterFacts
from assistant.domain.letters.checks.framework import Checked, Finding, NotRun, Rule
from assistant.domain.letters.checks.lines import original, unflowed
from assistant.domain.letters.checks.reading import Reading

RULES: tuple[Rule, ...] = (
    *residue.RULES,
    *coverage.RULES,
    *held.RULES,
    *neither.RULES,
    *contradictions.RULES,
    *refusal.RULES,
    *reasons.RULES,
    *public_interest.RULES,
    *special.RULES,
    *limits.RULES,
    *rights.RULES,
    *timing.RULES,
    *identity.RULES,
    *evidence.RULES,
    *regimes.RULES,
    *plain_english.RULES,
)


def check(letter_text: str, facts: LetterFacts, register: Register) -> Checked:
    """Hold a letter against every rule whose facts are known.

    Findings come in the order of the table, then of the letter; a rule that needs a fact which is
    None is listed as not run.
    """
    text, moved = unflowed(letter_text)
    reading = Reading(text, facts, register)
    findings: list[Finding] = []
    not_run: list[NotRun] = []
    for rule in RULES:
        if missing := rule.missing(facts):
            not_run.append(NotRun(rule.id, missing))
            continue
        findings += [
            Finding(rule.id, rule.severity, message, original(start, moved), original(end, moved))
            for message, start, end in rule.find(reading)
        ]
    return Checked(tuple(findings), tuple(not_run))
