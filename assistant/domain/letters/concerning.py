"""Which parts of the request a letter concerns, and what it says of each of them."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.case import CasePart, Held, Outcome
from assistant.domain.law.acts import Register, Standing
from assistant.domain.law.citations import Act
from assistant.domain.letters.answers import answer, before_answer, confirmation, restated
from assistant.domain.letters.blocks import Block
from assistant.domain.letters.naming import parts_in_words, provisions_in_words
from assistant.domain.letters.reasons import grounds, reasons
from assistant.domain.letters.reliance import RELYING, Reliance, regime_of, reliances
from assistant.domain.letters.sheet import Sheet


def unclear(sheet: Sheet) -> tuple[CasePart, ...]:
    """Return the parts that need clarifying: those recorded so, or the only one there is."""
    marked = tuple(p for p in sheet.parts if p.outcome is Outcome.CLARIFICATION_NEEDED)
    return marked or (tuple(sheet.parts) if len(sheet.parts) == 1 else ())


def unclear_parts(sheet: Sheet) -> list[Block]:
    """Return the parts to be clarified in the requester's words, or a gap for which they are."""
    concerned = unclear(sheet)
    if not concerned:
        return sheet.says("clarification-parts")
    return [block for part in concerned for block in restated(part, sheet.desk)]


def other_parts(sheet: Sheet) -> list[Block]:
    """Return what becomes of the parts that are clear: their time goes on."""
    concerned = {part.key for part in unclear(sheet)}
    clear = [part.key for part in sheet.parts if part.key not in concerned]
    if not concerned or not clear:
        return []
    return sheet.says("clarification-others", parts=parts_in_words(clear, sheet.desk.names))


def not_held_by_us(sheet: Sheet) -> list[Block]:
    """Return the denial, where a person recorded for every part that nothing is held; else a gap.

    The machine never says that information is not held.
    """
    if sheet.parts and all(part.held is Held.NOT_HELD for part in sheet.parts):
        return sheet.says("held-not_held")
    return sheet.says("elsewhere-held")


def pending(sheet: Sheet) -> tuple[CasePart, ...]:
    """Return the parts for which the public interest is still to be weighed.

    Those that have a qualified exemption recorded and no outcome; where no part is left like that,
    every part with a qualified exemption. Only FOIA gives time for it (s.10(3)).
    """
    possible = [_as_relying(part) for part in sheet.parts]
    weighed = [part for part in possible if _qualified(part, sheet.desk.register)]
    keys = {part.key for part in sheet.parts if part.outcome is None}
    return tuple(part for part in weighed if part.key in keys) or tuple(weighed)


def _as_relying(part: CasePart) -> CasePart:
    """Return a part as if its exemptions were relied on already."""
    return part if part.outcome in RELYING else replace(part, outcome=Outcome.REFUSED)


def _qualified(part: CasePart, register: Register) -> bool:
    """Tell whether a qualified exemption of FOIA is recorded for a part."""
    return any(
        each.provision.standing is Standing.QUALIFIED and each.citation.act is Act.FOIA
        for each in reliances([part], register)
    )


def pit_notice(sheet: Sheet) -> list[Block]:
    """Return what is relied on so far (s.17(1)(a), (b)), or a gap for it."""
    found = reliances(pending(sheet), sheet.desk.register)
    blocks: list[Block] = []
    for name, group in (
        ("pit-notice", [each for each in found if not each.is_ncnd]),
        ("pit-notice-ncnd", [each for each in found if each.is_ncnd]),
    ):
        if group:
            cited = provisions_in_words([each.citation for each in group])
            keys = [p.key for p in sheet.parts if any(p.key in each.parts for each in group)]
            about = parts_in_words(keys, sheet.desk.names)
            blocks += sheet.says(name, exemptions=cited, parts=about)
    return blocks or sheet.says("pit-notice-open")


def pit_parts(sheet: Sheet) -> list[Block]:
    """Return every part: what is answered now, what is weighed, and what is still worked on."""
    waiting = {part.key: part for part in pending(sheet)}
    if not waiting:
        return []
    blocks = sheet.says("heading-parts")
    for part in sheet.parts:
        if part.key in waiting:
            blocks += _weighed_part(waiting[part.key], sheet)
        elif part.outcome is not None:
            blocks += answer(part, sheet.desk, asked_above=False)
        else:
            blocks += [*restated(part, sheet.desk), *before_answer(part, sheet.desk)]
            blocks += sheet.says("pit-part-later", part=part.key)
    return blocks


def _weighed_part(part: CasePart, sheet: Sheet) -> list[Block]:
    """Return a part that is being weighed: whether held, where that is said, and nothing more."""
    blocks = [*restated(part, sheet.desk), *before_answer(part, sheet.desk)]
    blocks += confirmation(part, sheet.desk, asked_above=False)
    found = reliances([part], sheet.desk.register)
    cited = provisions_in_words([each.citation for each in found])
    name = "pit-part-ncnd" if part.outcome is Outcome.NCND else "pit-part"
    return blocks + sheet.says(name, part=part.key, exemptions=cited)


def pit_reasons(sheet: Sheet) -> list[Block]:
    """Return why each exemption applies (s.17(1)(c)); parts answered now have their balance too."""
    waiting = pending(sheet)
    keys = {part.key for part in waiting}
    decided = [p for p in sheet.parts if p.key not in keys and p.outcome is not None]
    answered = reliances(decided, sheet.desk.register) if waiting else ()
    said = {each.citation for each in answered}
    weighing = [e for e in reliances(waiting, sheet.desk.register) if e.citation not in said]
    args = (sheet.reasoning, sheet.quotable, sheet.desk)
    return [*reasons(answered, *args), *grounds(weighing, *args)]


def pit_test(sheet: Sheet) -> list[Block]:
    """Return which test is still to be applied: to disclosing, to confirming, or to both."""
    found: Sequence[Reliance] = [
        each
        for each in reliances(pending(sheet), sheet.desk.register)
        if each.provision.standing is Standing.QUALIFIED
        and regime_of(each.citation, sheet.desk.regime) == "foi"
    ]
    blocks = sheet.says("pit-heading")
    if not found or any(not each.is_ncnd for each in found):
        blocks += sheet.says("pit-test")
    if any(each.is_ncnd for each in found):
        blocks += sheet.says("pit-test-ncnd")
    return [*blocks, *sheet.says("pit-estimate")]
