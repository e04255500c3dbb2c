"""The table of rules. A new rule is a function in a themed file, a row here, and its test."""

from assistant.domain.law.acts import Register
from assistant.domain.letters.checks import (
    acknowledgement,
    coverage,
    figures,
    identity,
    public_interest,
    refusal,
    residue,
    rights,
)
from assistant.domain.letters.checks.framework import (
    Checked,
    Finding,
    LetterFacts,
    NotRun,
    Reading,
    Rule,
)

RULES: tuple[Rule, ...] = (
    *residue.RULES,
    *coverage.RULES,
    *refusal.RULES,
    *public_interest.RULES,
    *rights.RULES,
    *acknowledgement.RULES,
    *identity.RULES,
    *figures.RULES,
)


def check(letter_text: str, facts: LetterFacts, register: Register) -> Checked:
    """Hold a letter against every rule whose facts are known.

    Findings come in the order of the table, then of the letter; a rule that needs a fact which is
    None is listed as not run.
    """
    reading = Reading(letter_text, facts, register)
    findings: list[Finding] = []
    not_run: list[NotRun] = []
    for rule in RULES:
        if missing := rule.missing(facts):
            not_run.append(NotRun(rule.id, missing))
            continue
        findings += [
            Finding(rule.id, rule.severity, message, start, end)
            for message, start, end in rule.find(reading)
        ]
    return Checked(tuple(findings), tuple(not_run))
