"""What the tests of the checks share: a correct letter with its case, and how to put a fault in."""

from dataclasses import dataclass, replace
from datetime import date

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Regime
from assistant.domain.letters.checks import Finding, LetterFacts, check
from assistant.domain.request.questions import key_of, segment
from tests.unit.letters.samples import REGISTER

POLICE = LetterFacts(
    regime=Regime.FOI,
    authority="Northshire Police",
    requester_name="Alex Morgan",
    requester_email="alex.morgan@post.example",
    received_on=date(2025, 12, 10),
    due_on=date(2026, 1, 13),
    letter_date=date(2026, 1, 8),
    reference="FOI-2026-00012",
    claimed=(),
    evidence=(
        "Priya Nair, Freedom of Information Officer, foi@northshire-police.example, 01632 960 100.",
    ),
)
COUNCIL = replace(
    POLICE,
    authority="Northshire Council",
    requester_name="Jordan Ekwueme",
    requester_email="j.ekwueme@post.example",
    reference="NC/25/418",
    evidence=("Information Governance, Town Hall, Northshire NS1 1AA, foi@northshire.example.",),
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A correct letter, with what is known of its case."""

    text: str
    facts: LetterFacts

    def but(self, *edits: tuple[str, str]) -> "Letter":
        """The letter with other words in places that stand in it once."""
        text = self.text
        for old, new in edits:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        return Letter(text, self.facts)

    def without(self, *beginnings: str) -> "Letter":
        """The letter without the paragraphs that begin with some words."""
        paragraphs = self.text.split("\n\n")
        for beginning in beginnings:
            assert sum(each.startswith(beginning) for each in paragraphs) == 1, beginning
            paragraphs = [each for each in paragraphs if not each.startswith(beginning)]
        return Letter("\n\n".join(paragraphs), self.facts)

    def plus(self, paragraph: str, before: str) -> "Letter":
        """The letter with a paragraph more, before the one that begins with some words."""
        return self.but((f"\n\n{before}", f"\n\n{paragraph}\n\n{before}"))

    def found(self) -> tuple[Finding, ...]:
        """What the checks find in the letter."""
        return check(self.text, self.facts, REGISTER).findings

    def rules(self) -> set[str]:
        """The ids of the rules that find something in it."""
        return {finding.rule for finding in self.found()}


def case(
    base: LetterFacts, outcome: Outcome, request: str, *claimed: str, **known: object
) -> LetterFacts:
    """The facts of a case, its parts read from the request as the service reads them."""
    parts = segment(request)
    texts = (f"{part.stem} {part.text}".strip() for part in parts)
    facts = replace(
        base,
        outcome=outcome,
        request=request,
        claimed=claimed,
        parts=tuple(zip(key_of(parts), texts, strict=True)),
    )
    evidence = known.pop("evidence", "")
    known["evidence"] = (*(facts.evidence or ()), str(evidence))
    return replace(facts, **known)  # type: ignore[arg-type]  # fields by their names


@dataclass(frozen=True, slots=True)
class Pair:
    """A rule, a letter in which it finds nothing, and the same letter with the rule's fault."""

    rule: str
    good: Letter
    faulty: Letter
    how: str = ""

    @property
    def name(self) -> str:
        """What the pair is called in a report."""
        return f"{self.rule} {self.how}".strip().replace(" ", "-")


def hold(pair: Pair) -> None:
    """Assert that the rule tells the faulty letter from the good one, and points into it."""
    assert pair.rule not in pair.good.rules()
    spans = [(each.start, each.end) for each in pair.faulty.found() if each.rule == pair.rule]
    assert spans, f"{pair.rule} finds nothing; found are {sorted(pair.faulty.rules())}"
    length = len(pair.faulty.text)
    assert all((start, end) == (0, 0) or 0 <= start < end <= length for start, end in spans)
