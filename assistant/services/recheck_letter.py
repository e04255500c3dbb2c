"""Hold an approved letter against the checks once more, just before it leaves."""

from dataclasses import dataclass
from typing import Any

from assistant.domain.case import State
from assistant.domain.law.acts import Register
from assistant.domain.law.clock import LONDON
from assistant.domain.letters.blocks import fingerprint
from assistant.domain.letters.render import enclosures_in, html_of
from assistant.domain.letters.steps import is_answer
from assistant.ports import Clock
from assistant.services.letter_message import enclosures_of
from assistant.services.review_draft import errors_of, findings_of, stamp
from assistant.store.blocks import draft_of
from assistant.store.models import Case, Draft, Letter
from assistant.store.packing import unpack


@dataclass(frozen=True, slots=True)
class Recheck:
    """What the checks find in an approved letter now, and what of it stops the letter."""

    findings: list[dict[str, Any]]
    objections: tuple[str, ...]


def recheck_letter(letter: Letter, *, register: Register, clock: Clock) -> Recheck:
    """Run the checks on what was approved, with what the case and the register say now.

    What a person overruled at the approval stays overruled; warnings stop nothing. Beside the
    checks it is asked whether the draft is still the one that was approved, whether the requester
    has another address now, and whether the case still wants the letter.
    """
    case = Case.objects.select_related("authority", "requester").get(pk=letter.case_id)
    row = Draft.objects.get(pk=letter.draft_id)
    row.case = case
    draft = draft_of(row)
    findings = findings_of(
        row,
        draft,
        register=register,
        clock=clock,
        letter_date=letter.approved_at.astimezone(LONDON).date(),
    )
    overruled = {each["sha256"] for each in letter.overruled}
    new = [
        found["message"]
        for found in errors_of(findings)
        if stamp(found, draft.text)["sha256"] not in overruled
    ]
    return Recheck(findings, (*_moved_on(letter, case), *_other_draft(letter, row), *new))


def _moved_on(letter: Letter, case: Case) -> tuple[str, ...]:
    """Say what about the case has changed so that the letter may no longer leave."""
    found = []
    if letter.standing and letter.standing.revoked_at:
        found.append("The standing approval it was approved under has been ended since.")
    if case.requester.address != letter.recipient:
        found.append("The requester has another address now than the letter was approved for.")
    if case.state == State.NOT_A_REQUEST:
        found.append("The case has been marked as not a request, so nothing is sent on it.")
    elif is_answer(letter.kind, case.purpose) and case.state != State.RESPONSE_APPROVED:
        found.append(f"The case is {case.state.replace('_', ' ')} now, and awaits no response.")
    return tuple(found)


def _other_draft(letter: Letter, row: Draft) -> tuple[str, ...]:
    """Say where the stored draft or its files are no longer what was approved."""
    files = enclosures_of(tuple(row.enclosures.order_by("pk")), row.case.reference)
    message = unpack(letter.compressed)
    # After the files comes what was made of the letter itself, such as its PDF.
    made = enclosures_in(message)[len(files) :]
    now = fingerprint(
        draft_of(row).text,
        letter.recipient,
        letter.subject,
        (*files, *made),
        html_of(message),
        [address for _name, address in letter.copies],
    )
    if now == letter.fingerprint:
        return ()
    return ("The draft or its files are no longer those that were approved.",)
