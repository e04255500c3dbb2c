"""What every letter has around its message: letterhead, salutation, subject, contact, sign-off."""

from collections.abc import Sequence

from assistant.domain.case import CasePart
from assistant.domain.law.acts import Register
from assistant.domain.letters.answers import Desk
from assistant.domain.letters.blocks import Block
from assistant.domain.letters.context import LetterContext
from assistant.domain.letters.naming import part_names
from assistant.domain.letters.wording import Wordings


def desk_of(
    context: LetterContext, wordings: Wordings, register: Register, parts: Sequence[CasePart]
) -> Desk:
    """Return what a letter is written with."""
    return Desk(wordings, register, context.regime, context.values(), part_names(parts))


def opening(context: LetterContext, desk: Desk) -> list[Block]:
    """Return the letterhead, the salutation and the subject line."""
    head = "letterhead" if context.address.strip() else "letterhead-plain"
    return [*desk.letter(head), *desk.letter("salutation"), *desk.letter("subject")]


def closing(context: LetterContext, desk: Desk) -> list[Block]:
    """Return whom to write to, and the sign-off."""
    name = "sign-off-authority"
    if context.officer_name.strip():
        name = "sign-off" if context.officer_title.strip() else "sign-off-untitled"
    contact = "contact-phone" if context.contact_phone.strip() else "contact"
    return [*desk.letter(contact), *desk.letter(name)]
