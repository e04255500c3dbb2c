"""Composes any letter that is neither acknowledgement nor response, from its row of KINDS."""

from collections.abc import Iterable, Sequence

from assistant.domain.case import CasePart
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.letters.blocks import Block, Draft, LetterKind
from assistant.domain.letters.compose import PIPELINE_VERSION, by_citation, quotable
from assistant.domain.letters.context import EvidencePassage, LetterContext, Reasoning
from assistant.domain.letters.fields import Given
from assistant.domain.letters.filling import one_line
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


def independent_reviewer(given: Given, took_part: Iterable[str]) -> None:
    """Refuse an internal review by somebody who took part in the decision (s.45 code; reg 11 EIR).

    `took_part` are the names of those who did. Raises NotAllowed where the reviewer is one of them.
    """
    reviewer = one_line(given.values.get("reviewer", "")).casefold()
    for person in map(one_line, took_part):
        name = person.casefold()
        # A single word may be anybody's first name; a full name is one person's.
        is_named = name == reviewer or (" " in name and f" {name} " in f" {reviewer} ")
        if name and is_named:
            raise NotAllowed(
                f"{person} took part in the decision. An internal review is carried out by "
                "somebody who did not: name another person."
            )
