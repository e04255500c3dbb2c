"""Approve a draft: show exactly what would leave, and bind the approval to it."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.letters.blocks import (
    Draft,
    Enclosure,
    Letter,
    LetterKind,
    approve,
    fingerprint,
)
from assistant.domain.letters.html_mail import html_letter
from assistant.domain.letters.kinds import KINDS
from assistant.domain.letters.render import Correspondent, render_message, render_text
from assistant.domain.letters.structure import structure_of
from assistant.ports import Clock, Typesetter
from assistant.services.letter_documents import document_name, particulars_of, title_of
from assistant.services.review_draft import errors_to_overrule, findings_of, must_be_mended, stamp
from assistant.services.set_letter import LONDON
from assistant.store import models, queue
from assistant.store.blocks import draft_of
from assistant.store.cases import request_message
from assistant.store.events import record
from assistant.store.locking import take
from assistant.store.packing import pack, unpack


@dataclass(frozen=True, slots=True)
class Forms:
    """In which forms a letter leaves, besides plain text: as HTML, as a PDF set by `pdf`."""

    html: bool = True
    pdf: Typesetter | None = None


AS_USUAL = Forms()


@dataclass(frozen=True, slots=True)
class Preview:
    """What would leave if the draft were approved now, and what stands against it.

    `fingerprint` covers text, recipient, subject, files and the HTML version: it is handed back
    with the approval, so that an approval cannot reach anything but what was on the screen. `html`
    is empty and `pdf` None where the letter leaves without. `problems` have to be mended;
    `overrulable` are the errors that a person may overrule with a reason, and `doubts` their
    messages.
    """

    version: int
    recipient: str
    subject: str
    text: str
    rendered: str
    html: str
    enclosures: tuple[models.CaseFile, ...]
    pdf: Enclosure | None
    fingerprint: str
    problems: tuple[str, ...]
    overrulable: tuple[dict[str, Any], ...] = ()

    @property
    def doubts(self) -> tuple[str, ...]:
        """What the checks think is wrong, where a person may know better."""
        return tuple(found["message"] for found in self.overrulable)


def preview(draft_id: int, *, register: Register, clock: Clock, forms: Forms = AS_USUAL) -> Preview:
    """Return what a person must see before approving a draft."""
    row = models.Draft.objects.select_related("case__authority", "case__requester").get(pk=draft_id)
    draft = draft_of(row)
    files = tuple(row.enclosures.order_by("pk"))
    recipient, subject = row.case.requester.address, subject_of(row.case)
    # Open gaps are among the findings: what is still to be supplied is an error in any letter.
    problems = [f"Not accepted yet: {block.text.strip()}" for block in draft.unaccepted]
    findings = findings_of(row, draft, register=register, clock=clock)
    problems += must_be_mended(findings)
    if not recipient:
        problems.append("The case has no e-mail address to write to.")
    html = html_letter(structure_of(draft), title_of(row.case, row.kind)) if forms.html else ""
    pdf = None
    try:
        pdf = _pdf(row, draft, forms.pdf, clock) if forms.pdf else None
    except NotAllowed as error:
        problems.append(str(error))
    leaving = [*enclosures_of(files), *([pdf] if pdf else [])]
    return Preview(
        version=row.version,
        recipient=recipient,
        subject=subject,
        text=draft.text,
        rendered=render_text(draft),
        html=html,
        enclosures=files,
        pdf=pdf,
        fingerprint=fingerprint(draft.text, recipient, subject, leaving, html),
        problems=tuple(problems),
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
    standing: models.StandingApproval | None = None,
) -> models.Letter:
    """Approve a draft and queue the letter for sending, in one transaction.

    The checks run once more on what is stored. `reason` overrules those of their errors that may be
    overruled, and is kept in the history. `standing` is the standing approval by which a machine
    approves; a person approves without. Raises NotAllowed where the draft has changed since it was
    shown, has a gap or another error, or the authority asks for a second pair of eyes.
    """
    with transaction.atomic():
        row = take(models.Draft, draft_id, version)
        case = models.Case.objects.select_related("authority", "requester").get(pk=row.case_id)
        _may_approve(row, case, by)
        seen = preview(draft_id, register=register, clock=clock, forms=forms)
        if seen.fingerprint != fingerprint:
            raise NotAllowed(
                "The letter is no longer what you were shown. Nothing was approved: read it again."
            )
        draft = draft_of(row)
        message_id = f"<{uuid4()}@{_domain(case)}>"
        letter = approve(
            draft,
            recipient=seen.recipient,
            message_id=message_id,
            message=_message(case, seen, message_id, clock, automatic=standing is not None),
            errors=[*seen.problems, *(() if reason.strip() else seen.doubts)],
        )
        stored = _store(letter, row, seen, by, clock, standing)
        row.state = models.Draft.State.APPROVED
        row.save()
        record(
            case,
            KINDS[letter.kind].approved,
            by=None if standing else by,
            at=clock.now(),
            reason=reason.strip() if seen.doubts else "",
            letter=stored.pk,
            letter_kind=letter.kind.value,
            sha256=letter.sha256,
            **({"standing": standing.pk} if standing else {}),
        )
        outbox = models.Outbox.objects.create(
            letter=stored, queued_at=clock.now(), next_try_at=clock.now()
        )
        queue.enqueue(queue.SEND_LETTER, outbox.pk)
    return stored


def _store(
    letter: Letter,
    row: models.Draft,
    seen: Preview,
    by: models.User,
    clock: Clock,
    standing: models.StandingApproval | None,
) -> models.Letter:
    """Store an approved letter: the exact message, and who approved which version."""
    return models.Letter.objects.create(
        case_id=row.case_id,
        draft=row,
        draft_version=seen.version,
        kind=letter.kind,
        recipient=letter.recipient,
        subject=seen.subject,
        message_id=letter.message_id,
        compressed=pack(letter.message),
        sha256=letter.sha256,
        fingerprint=seen.fingerprint,
        overruled=[stamp(found, seen.text) for found in seen.overrulable],
        approved_by=by,
        approved_at=clock.now(),
        standing=standing,
    )


def subject_of(case: models.Case) -> str:
    """Return the subject of a case's letters: the requester's own, with the reference."""
    title = case.title
    while title[:3].lower() == "re:":
        title = title[3:].strip()
    return f"Re: {title} [{case.reference}]"


def _may_approve(row: models.Draft, case: models.Case, by: models.User) -> None:
    """Raise NotAllowed where this person may not approve this draft now."""
    if case.authority_id != by.authority_id:
        raise NotAllowed("The draft belongs to another authority.")
    if row.state != models.Draft.State.READY:
        raise NotAllowed("Only a draft that is ready can be approved.")
    own_work = row.drafter_id is not None and row.drafter_id == by.pk
    if case.authority.four_eyes and row.kind == LetterKind.RESPONSE and own_work:
        raise NotAllowed(
            "You edited this response last. Here a second person approves: ask a colleague."
        )


def enclosures_of(files: tuple[models.CaseFile, ...]) -> tuple[Enclosure, ...]:
    """Return stored files as they leave with a letter."""
    return tuple(
        Enclosure(name=file.name, type=file.type, content=unpack(file.compressed)) for file in files
    )


def _pdf(row: models.Draft, draft: Draft, typesetter: Typesetter, clock: Clock) -> Enclosure:
    """Return the PDF that goes along with a letter; raises NotAllowed where it cannot be set."""
    day = clock.now().astimezone(LONDON).date()
    particulars = particulars_of(row.case, row.kind, day, approved=True)
    content = typesetter.pdf(structure_of(draft), particulars)
    return Enclosure(f"{document_name(row.case, row.kind)}.pdf", "application/pdf", content)


def _sender(case: models.Case) -> Correspondent:
    """Return who a case's letters come from: the mailbox its request arrived in."""
    authority = case.authority
    return Correspondent(authority.name, authority.email)


def _domain(case: models.Case) -> str:
    """Return the right-hand side of our Message-IDs (RFC 5322 section 3.6.4)."""
    return case.authority.email.rpartition("@")[2] or "localhost"


def _message(
    case: models.Case, seen: Preview, message_id: str, clock: Clock, *, automatic: bool
) -> bytes:
    """Render the message in the thread of the requester's own e-mail."""
    if not case.authority.email:
        raise NotAllowed(
            "No address is set that letters come from. An administrator sets FOI_MAILBOX_ADDRESS."
        )
    request = request_message(case)
    request_id = request.message_id if request else ""
    earlier = list(request.references) if request else []
    return render_message(
        seen.text,
        sender=_sender(case),
        recipient=Correspondent(case.requester.name, seen.recipient),
        subject=seen.subject,
        message_id=message_id,
        date=clock.now(),
        in_reply_to=request_id,
        references=[*earlier, request_id] if request_id else [],
        enclosures=[*enclosures_of(seen.enclosures), *([seen.pdf] if seen.pdf else [])],
        html=seen.html,
        automatic=automatic,
    )
