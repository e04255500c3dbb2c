"""Approve a draft: show exactly what would leave, and bind the approval to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from assistant.domain.case import Purpose
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.law.clock import LONDON
from assistant.domain.letters.blocks import (
    Draft,
    Enclosure,
    Letter,
    approve,
    fingerprint,
)
from assistant.domain.letters.html_mail import html_letter
from assistant.domain.letters.kept import kept_share
from assistant.domain.letters.render import Correspondent, render_text
from assistant.domain.letters.steps import event_of, is_answer
from assistant.domain.letters.structure import structure_of
from assistant.ports import Clock, Typesetter
from assistant.services.inspect_files import InspectedFile, inspected_files, objections_to
from assistant.services.letter_documents import document_name, particulars_of, title_of
from assistant.services.letter_message import (
    chosen_copies,
    enclosures_of,
    may_have_copies,
    message_of,
    new_mark,
    new_message_id,
    sender_of,
    subject_of,
)
from assistant.services.own_review import refuse_own_review
from assistant.services.read_draft import Unread, unread_by
from assistant.services.review_draft import errors_to_overrule, findings_of, must_be_mended, stamp
from assistant.services.second_person import SecondPerson, second_person
from assistant.store import models, queue
from assistant.store.blocks import draft_of, from_json
from assistant.store.events import record
from assistant.store.locking import take
from assistant.store.packing import pack


@dataclass(frozen=True, slots=True)
class Forms:
    """In which forms a letter leaves, besides plain text: as HTML, as a PDF set by `pdf`."""

    html: bool = True
    pdf: Typesetter | None = None


AS_USUAL = Forms()


@dataclass(frozen=True, slots=True)
class Preview:
    """What would leave if the draft were approved now, and what stands against it.

    `fingerprint` covers text, recipient, copies, subject, files and the HTML version: it is handed
    back with the approval, so that an approval cannot reach anything but what was on the screen.
    `copies` get the letter besides the requester, and `may_copy` are all who could. `html` is empty
    and `pdf` None where the letter leaves without. `files` are the enclosures with the names they
    leave under and what they hide. `problems` have to be mended;
    `overrulable` are the errors that a person may overrule with a reason, and `doubts` their
    messages. `second` says whether a second person approves it, and who cannot be that.
    """

    version: int
    sender: str
    recipient: str
    copies: tuple[Correspondent, ...]
    may_copy: tuple[Correspondent, ...]
    subject: str
    text: str
    rendered: str
    html: str
    enclosures: tuple[models.CaseFile, ...]
    files: tuple[InspectedFile, ...]
    pdf: Enclosure | None
    fingerprint: str
    problems: tuple[str, ...]
    second: SecondPerson
    overrulable: tuple[dict[str, Any], ...] = ()

    @property
    def doubts(self) -> tuple[str, ...]:
        """What the checks think is wrong, where a person may know better."""
        return tuple(found["message"] for found in self.overrulable)


def preview(
    draft_id: int,
    *,
    register: Register,
    clock: Clock,
    forms: Forms = AS_USUAL,
    copies: Sequence[str] = (),
) -> Preview:
    """Return what a person must see before approving a draft.

    `copies` are the addresses that were ticked; raises NotAllowed where the requester's own
    messages do not name one of them.
    """
    rows = models.Draft.objects.select_related("case__authority", "case__requester")
    row = rows.prefetch_related("case__parts__searches").get(pk=draft_id)
    draft = draft_of(row)
    inspected = inspected_files(row)
    files = tuple(each.file for each in inspected)
    may_copy = may_have_copies(row.case)
    copied = chosen_copies(may_copy, copies)
    recipient, subject = row.case.requester.address, subject_of(row.case)
    # Open gaps are among the findings: what is still to be supplied is an error in any letter.
    problems = [f"Not accepted yet: {block.text.strip()}" for block in draft.unaccepted]
    findings = findings_of(row, draft, register=register, clock=clock)
    problems += must_be_mended(findings)
    if not recipient:
        problems.append("The case has no e-mail address to write to.")
    sender, unanswerable = _from(row.case)
    problems += unanswerable
    problems += objections_to(inspected)
    html = html_letter(structure_of(draft), title_of(row.case, row.kind)) if forms.html else ""
    pdf = None
    try:
        pdf = _pdf(row, draft, forms.pdf, clock) if forms.pdf else None
    except NotAllowed as error:
        problems.append(str(error))
    leaving = [*enclosures_of(files, row.case.reference), *([pdf] if pdf else [])]
    return Preview(
        version=row.version,
        sender=sender,
        recipient=recipient,
        copies=copied,
        may_copy=may_copy,
        subject=subject,
        text=draft.text,
        rendered=render_text(draft),
        html=html,
        enclosures=files,
        files=inspected,
        pdf=pdf,
        fingerprint=fingerprint(
            draft.text, recipient, subject, leaving, html, [each.address for each in copied]
        ),
        problems=tuple(problems),
        second=second_person(row),
        overrulable=tuple(errors_to_overrule(findings)),
    )


def approve_draft(
    draft_id: int,
    *,
    version: int,
    fingerprint: str,
    by: models.User,
    register: Register,
    clock: Clock,
    reason: str = "",
    forms: Forms = AS_USUAL,
    copies: Sequence[str] = (),
    standing: models.StandingApproval | None = None,
) -> models.Letter:
    """Approve a draft and queue the letter for sending, in one transaction.

    The checks run once more on what is stored. `copies` are the addresses that were ticked.
    `reason` overrules those of their errors that may be overruled, and is kept in the history. What
    the person has not opened and not read is kept with the letter; it stops nothing.
    `standing` is the standing approval by which a machine approves; a person approves without.
    Raises NotAllowed where the draft has changed since it was shown, has a gap or another error, or
    the authority asks for a second pair of eyes.
    """
    with transaction.atomic():
        row = take(models.Draft, draft_id, version)
        case = models.Case.objects.select_related("authority", "requester").get(pk=row.case_id)
        _may_approve(row, case, by)
        seen = preview(draft_id, register=register, clock=clock, forms=forms, copies=copies)
        if seen.fingerprint != fingerprint:
            raise NotAllowed(
                "The letter is no longer what you were shown. Nothing was approved: read it again."
            )
        draft = draft_of(row)
        mark = new_mark()
        errors = [*seen.problems, *(() if reason.strip() else seen.doubts)]
        letter = _letter(draft, case, seen, mark, errors, clock, automatic=standing is not None)
        # Under a standing approval nobody reads the letter itself, and nobody says they did.
        left = None if standing else unread_by(row, by)
        stored = _store(letter, row, seen, mark, by, clock, standing, left)
        row.state = models.Draft.State.APPROVED
        row.save()
        more: dict[str, Any] = {"standing": standing.pk} if standing else {}
        more |= left.counted if left else {}
        record(
            case,
            event_of(letter.kind, "approved", Purpose(case.purpose)),
            by=None if standing else by,
            at=clock.now(),
            reason=reason.strip() if seen.doubts else "",
            letter=stored.pk,
            letter_kind=letter.kind.value,
            sha256=letter.sha256,
            **more,
        )
        outbox = models.Outbox.objects.create(
            letter=stored, queued_at=clock.now(), next_try_at=clock.now()
        )
        queue.enqueue(queue.SEND_LETTER, outbox.pk)
    return stored


def _letter(
    draft: Draft,
    case: models.Case,
    seen: Preview,
    mark: str,
    errors: Sequence[str],
    clock: Clock,
    *,
    automatic: bool,
) -> Letter:
    """Make the letter of what was seen; raises NotAllowed where it is not fit to leave."""
    sender = sender_of(case)
    message_id = new_message_id(sender)
    enclosures = enclosures_of(seen.enclosures, case.reference)
    message = message_of(
        case,
        seen.text,
        html=seen.html,
        subject=seen.subject,
        sender=sender,
        recipient=seen.recipient,
        copies=seen.copies,
        enclosures=[*enclosures, *([seen.pdf] if seen.pdf else [])],
        message_id=message_id,
        mark=mark,
        at=clock.now(),
        automatic=automatic,
    )
    return approve(
        draft, recipient=seen.recipient, message_id=message_id, message=message, errors=errors
    )


def _store(
    letter: Letter,
    row: models.Draft,
    seen: Preview,
    mark: str,
    by: models.User,
    clock: Clock,
    standing: models.StandingApproval | None,
    left: Unread | None,
) -> models.Letter:
    """Store an approved letter: the exact message, to whom, and who approved which version."""
    stored = models.Letter.objects.create(
        case_id=row.case_id,
        draft=row,
        draft_version=seen.version,
        kind=letter.kind,
        sender=seen.sender,
        recipient=letter.recipient,
        copies=[[each.name, each.address] for each in seen.copies],
        mark=mark,
        subject=seen.subject,
        message_id=letter.message_id,
        compressed=pack(letter.message),
        sha256=letter.sha256,
        fingerprint=seen.fingerprint,
        overruled=[stamp(found, seen.text) for found in seen.overrulable],
        kept=_kept(row),
        unread=left.kept if left else None,
        approved_by=by,
        approved_at=clock.now(),
        standing=standing,
    )
    places = models.Addressee.Place
    people = [(places.REQUESTER, row.case.requester.name, letter.recipient)]
    people += [(places.COPY, each.name, each.address) for each in seen.copies]
    for place, name, address in people:
        models.Addressee.objects.create(
            letter=stored, place=place, name=name, address=address, changed_at=clock.now()
        )
    return stored


def _kept(row: models.Draft) -> float | None:
    """Return how much of what was composed last stands in the draft; None where nothing was."""
    composed = row.versions.filter(made_by__isnull=True).order_by("number").last()
    return kept_share(from_json(composed.blocks), from_json(row.blocks)) if composed else None


def _may_approve(row: models.Draft, case: models.Case, by: models.User) -> None:
    """Raise NotAllowed where this person may not approve this draft now."""
    if case.authority_id != by.authority_id:
        raise NotAllowed("The draft belongs to another authority.")
    if row.state != models.Draft.State.READY:
        raise NotAllowed("Only a draft that is ready can be approved.")
    own_work = row.drafter_id is not None and row.drafter_id == by.pk
    if is_answer(row.kind, case.purpose):
        refuse_own_review([case], by)
    if refusal := second_person(row).refuses(by):
        raise NotAllowed(refusal)
    if case.authority.four_eyes and is_answer(row.kind, case.purpose) and own_work:
        raise NotAllowed(
            "You edited this response last. Here a second person approves: ask a colleague."
        )


def _pdf(row: models.Draft, draft: Draft, typesetter: Typesetter, clock: Clock) -> Enclosure:
    """Return the PDF that goes along with a letter; raises NotAllowed where it cannot be set."""
    day = clock.now().astimezone(LONDON).date()
    particulars = particulars_of(row.case, row.kind, day, approved=True)
    content = typesetter.pdf(structure_of(draft), particulars)
    return Enclosure(f"{document_name(row.case, row.kind)}.pdf", "application/pdf", content)


def _from(case: models.Case) -> tuple[str, list[str]]:
    """Return the address a case's letters come from, or why there is none that can be used."""
    try:
        return sender_of(case).address, []
    except NotAllowed as error:
        return "", [str(error)]
