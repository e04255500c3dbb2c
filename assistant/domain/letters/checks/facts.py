"""What is known of the case that a letter belongs to, as far as the checks ask for it."""

from dataclasses import dataclass
from datetime import date

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Regime

REFUSING = frozenset(
    {
        Outcome.REFUSED,
        Outcome.DISCLOSED_PART,
        Outcome.ALREADY_ACCESSIBLE_S21,
        Outcome.COST_S12,
        Outcome.VEXATIOUS_S14,
        Outcome.NCND,
    }
)


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What is known of the case, each None where it is not known.

    `parts` are the requester's labels with their texts, in order; where it is None the parts are
    read from `request`. `claimed` are citations as the register prints them. `evidence` are the
    texts that figures, dates, names and links may come from. `review` says that the letter is about
    an internal review, `cost_limit` is the authority's appropriate limit in pounds (SI 2004/3244).
    """

    regime: Regime | None = None
    reference: str | None = None
    authority: str | None = None
    requester_name: str | None = None
    requester_email: str | None = None
    received_on: date | None = None
    due_on: date | None = None
    letter_date: date | None = None
    request: str | None = None
    outcome: Outcome | None = None
    claimed: tuple[str, ...] | None = None
    evidence: tuple[str, ...] | None = None
    parts: tuple[tuple[str, str], ...] | None = None
    review: bool = False
    cost_limit: int | None = None

    @property
    def known(self) -> str:
        """Every text of the case that a letter may take its facts from, in one."""
        return "\n".join(
            filter(
                None,
                (
                    self.request,
                    *(self.evidence or ()),
                    *(text for _, text in self.parts or ()),
                    self.authority,
                    self.requester_name,
                    self.requester_email,
                    self.reference,
                ),
            )
        )
