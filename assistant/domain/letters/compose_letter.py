"""Composes any letter that is neither acknowledgement nor response, from its row of KINDS."""

from collections.abc import Iterable, Sequence

from assistant.domain.case import CasePart
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.letters.blocks import Block, BlockKind, Draft, LetterKind
from assistant.domain.letters.compose import PIPELINE_VERSION, by_citation, quotable
from assistant.domain.letters.context import EvidencePassage, LetterContext, Reasoning
from assistant.domain.letters.fields import Given
from assistant.domain.letters.frame import closing, desk_of, opening
from assistant.domain.letters.kinds import KINDS
from assistant.domain.letters.sheet import Sheet
from assistant.domain.letters.wording import Wordings


def compose_letter(
    kind: LetterKind,
    context: LetterContext,
    parts: Sequence[CasePart],
    wordings: Wordings,
    register: Register,
    given: Given | None = None,
    reasoning: Iterable[Reasoning] = (),
    passages: Sequence[EvidencePassage] = (),
) -> Draft:
    """Compose a letter of a kind; what neither the case nor the officer supplied is a gap.

    Raises NotAllowed for the acknowledgement and the response, which have composers of their own.
    """
    row = KINDS[kind]
    if not row.begun_by_hand:
        raise NotAllowed(f"The {row.name.lower()} comes with the case and is not begun by hand.")
    desk = desk_of(context, wordings, register, parts)
    sheet = Sheet(
        context, desk, parts, given or Given(), by_citation(reasoning), quotable(passages)
    )
    blocks: list[Block] = opening(context, desk)
    for piece in row.body:
        blocks += piece(sheet)
    blocks += closing(context, desk)
    return Draft(kind, tuple(blocks), PIPELINE_VERSION)


def open_slots(draft: Draft) -> tuple[str, ...]:
    """Return what a letter still asks for, each gap in its own words and once."""
    asked = (block.text.strip() for block in draft.blocks if block.kind is BlockKind.GAP)
    return tuple(dict.fromkeys(asked))


def independent_reviewer(context: LetterContext, given: Given) -> None:
    """Refuse an internal review by the officer of the case (s.45 code; reg 11 EIR).

    Raises NotAllowed where the reviewer named is the officer who dealt with the request.
    """
    reviewer = " ".join(given.values.get("reviewer", "").split()).casefold()
    officer = " ".join(context.officer_name.split()).casefold()
    if officer and reviewer and officer in reviewer:
        raise NotAllowed(
            f"{context.officer_name} dealt with the request. An internal review is carried out by "
            "somebody who took no part in the decision: name another person."
        )
