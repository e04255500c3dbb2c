"""Standing approval: a supervisor approves one mailbox's acknowledgement ahead, until a day."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime
from assistant.domain.law.clock import LONDON
from assistant.domain.letters.blocks import BlockKind, Draft
from assistant.domain.letters.compose import compose_acknowledgement
from assistant.domain.letters.wording import Wordings
from assistant.ports import Clock
from assistant.services.letter_context import sample_context
from assistant.store import wording
from assistant.store.models import Authority, Mailbox, StandingApproval, User

# Subject access and business as usual wait for a person: what somebody is told about a request for
# their own data, or about one that is none, is not for a machine to say.
COVERED = (Regime.FOI, Regime.EIR, Regime.MIXED)
_SUPERVISORS_ONLY = (
    "Only a supervisor gives or ends a standing approval. Ask one to open this page."
)


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What a mailbox's acknowledgement says now: a sample for each regime, and what it is made of.

    `samples` are (regime, text) of a case that does not exist; `wordings` are the id, version,
    title and SHA-256 of each wording's text. `fingerprint` covers both: it is handed back with the
    approval, which so reaches nothing but what was on the screen. `problems` keep it from being
    approved.
    """

    samples: tuple[tuple[str, str], ...]
    wordings: tuple[dict[str, str], ...]
    fingerprint: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """The standing approval given last for a mailbox, and why it is not in force, if it is not.

    `row` is None where none was given, or the last one was ended: then standing approval is off.
    """

    row: StandingApproval | None
    why_not: tuple[str, ...] = ()

    @property
    def in_force(self) -> bool:
        """Whether acknowledgements are approved under it now."""
        return self.row is not None and not self.why_not


def preview(mailbox: Mailbox) -> Acknowledgement:
    """Return what a supervisor must see before approving: the acknowledgement, as it reads now.

    Raises NotAllowed where an acknowledgement's wording is missing.
    """
    return _acknowledgement(mailbox.authority)


def grant(
    mailbox_id: int, *, expires_on: date, reason: str, fingerprint: str, by: User, clock: Clock
) -> StandingApproval:
    """Approve the acknowledgement that was shown, for one mailbox, up to and including a day.

    `expires_on` is a day in Europe/London, at most twelve months ahead. An approval that stands is
    ended by the new one. Raises NotAllowed where the person may not, the day is not possible, there
    is no reason, or the acknowledgement is no longer what was shown.
    """
    _refuse_unfit(by, expires_on, reason, clock)
    with transaction.atomic():
        mailbox = _locked(mailbox_id, by)
        shown = preview(mailbox)
        if shown.fingerprint != fingerprint:
            raise NotAllowed(
                "The acknowledgement is no longer what you were shown. Nothing was approved: read "
                "it again below."
            )
        if shown.problems:
            raise NotAllowed(shown.problems[0])
        before = StandingApproval.objects.filter(mailbox=mailbox, revoked_at=None).first()
        if before is not None:
            _end(before, "Replaced by a new standing approval.", by, clock)
        return StandingApproval.objects.create(
            authority=mailbox.authority,
            mailbox=mailbox,
            wordings=list(shown.wordings),
            samples=[{"regime": regime, "text": text} for regime, text in shown.samples],
            reason=reason.strip(),
            approved_by=by,
            approved_at=clock.now(),
            expires_on=expires_on,
        )


def revoke(mailbox_id: int, *, reason: str, by: User, clock: Clock) -> StandingApproval:
    """End the standing approval of a mailbox; from now on each acknowledgement waits for a person.

    One that was approved under it and has not begun to leave is stopped, and a person is asked.
    Raises NotAllowed where the person may not, there is no reason, or there is none to end.
    """
    if not by.supervises:
        raise NotAllowed(_SUPERVISORS_ONLY)
    if not reason.strip():
        raise NotAllowed("Say why the standing approval ends: it is kept in the history.")
    with transaction.atomic():
        mailbox = _locked(mailbox_id, by)
        row = StandingApproval.objects.filter(mailbox=mailbox, revoked_at=None).first()
        if row is None:
            raise NotAllowed("There is no standing approval to end. Look at the page again.")
        _end(row, reason.strip(), by, clock)
    return row


def standing_of(mailbox: Mailbox, *, clock: Clock) -> Standing:
    """Return the standing approval given last for a mailbox, and why it is not in force, if so.

    It is void at once where any wording it rests on has another version or text, where the letter
    would read otherwise than the sample that was approved, and where whoever gave it no longer
    supervises here.
    """
    row = (
        StandingApproval.objects.select_related("approved_by", "mailbox__authority")
        .filter(mailbox=mailbox, revoked_at=None)
        .first()
    )
    if row is None:
        return Standing(None)
    return Standing(row, (*_over(row, clock), *_changed(row)))


def in_force(mailbox: Mailbox, *, clock: Clock) -> StandingApproval | None:
    """Return the standing approval that a mailbox's acknowledgements are approved under now."""
    found = standing_of(mailbox, clock=clock)
    return found.row if found.in_force else None


def latest_day(clock: Clock) -> date:
    """Return the last day that a standing approval given today may have: a year from today."""
    today = clock.now().astimezone(LONDON).date()
    # A year from 29 February is 28 February: twelve months are never exceeded.
    leap_day = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year + 1, day=28 if leap_day else today.day)


def _acknowledgement(authority: Authority) -> Acknowledgement:
    """Compose the samples from real wording, and note what they are made of."""
    wordings = wording.approved(authority)
    samples: list[tuple[str, str]] = []
    used: dict[str, dict[str, str]] = {}
    problems: list[str] = []
    for regime in COVERED:
        try:
            draft = compose_acknowledgement(sample_context(authority, regime), wordings)
        except ValueError as error:
            raise NotAllowed(
                f"The acknowledgement cannot be composed: {error}. Approve that wording first."
            ) from error
        samples.append((regime.value, draft.text))
        used |= _made_of(draft, wordings)
        problems += [f"The acknowledgement has a gap: {gap.text.strip()}" for gap in draft.gaps]
    ordered = tuple(used[ident] for ident in sorted(used))
    if not authority.email:
        problems.append(
            "No address is set that letters come from. An administrator sets FOI_MAILBOX_ADDRESS."
        )
    digest = hashlib.sha256(json.dumps([samples, ordered]).encode()).hexdigest()
    return Acknowledgement(tuple(samples), ordered, digest, tuple(problems))


def _made_of(draft: Draft, wordings: Wordings) -> dict[str, dict[str, str]]:
    """Return the wordings of a draft by their ids."""
    ids = {
        source.id
        for block in draft.blocks
        if block.kind is BlockKind.BOILERPLATE
        for source in block.sources
    }
    return {
        ident: {
            "id": ident,
            "version": wordings.get(ident).version,
            "title": wordings.get(ident).title,
            "sha256": hashlib.sha256(wordings.get(ident).text.encode()).hexdigest(),
        }
        for ident in ids
    }


def _refuse_unfit(by: User, expires_on: date, reason: str, clock: Clock) -> None:
    """Raise NotAllowed where a person may not approve, or not until then, or says no reason."""
    if not by.supervises:
        raise NotAllowed(_SUPERVISORS_ONLY)
    if not reason.strip():
        raise NotAllowed("Say why acknowledgements may leave without a look at each of them.")
    if expires_on < clock.now().astimezone(LONDON).date():
        raise NotAllowed("The last day has passed already. Enter today or a later day.")
    latest = latest_day(clock)
    if expires_on > latest:
        raise NotAllowed(
            f"A standing approval holds for twelve months at most. Enter {latest:%d/%m/%Y} or an "
            "earlier day; it can be given again then."
        )


def _locked(mailbox_id: int, by: User) -> Mailbox:
    """Return a mailbox of the person's own authority, locked against a second approval."""
    mailbox = (
        Mailbox.objects.select_for_update(of=("self",))
        .select_related("authority")
        .filter(pk=mailbox_id, authority=by.authority)
        .first()
    )
    if mailbox is None:
        raise NotAllowed("There is no such mailbox.")
    return mailbox


def _end(row: StandingApproval, reason: str, by: User, clock: Clock) -> None:
    """Write down that a standing approval has ended."""
    row.revoked_at, row.revoked_by, row.revoke_reason = clock.now(), by, reason
    row.save(update_fields=["revoked_at", "revoked_by", "revoke_reason"])


def _over(row: StandingApproval, clock: Clock) -> list[str]:
    """Say where the time of an approval is over, or that of who gave it."""
    found = []
    if clock.now().astimezone(LONDON).date() > row.expires_on:
        found.append(f"It ended on {row.expires_on:%d/%m/%Y}.")
    giver = row.approved_by
    if not (giver.is_active and giver.supervises and giver.authority_id == row.authority_id):
        found.append(f"{giver.shown_name}, who gave it, no longer supervises here.")
    return found


def _changed(row: StandingApproval) -> list[str]:
    """Say what is no longer as it was approved: a wording, or how the letter reads."""
    try:
        now = _acknowledgement(row.mailbox.authority)
    except NotAllowed as refusal:
        return [str(refusal)]
    present = {each["id"]: each for each in now.wordings}
    found = [
        reason for each in row.wordings if (reason := _other_wording(each, present.get(each["id"])))
    ]
    samples = [{"regime": regime, "text": text} for regime, text in now.samples]
    if not found and (samples != row.samples or len(present) != len(row.wordings)):
        found.append(
            "The letter reads otherwise now than when it was approved: a detail of the authority "
            "or the make-up of the letter has changed."
        )
    return found


def _other_wording(approved: dict[str, str], now: dict[str, str] | None) -> str:
    """Say how a wording differs from the one that was approved, or nothing."""
    named = f"The wording “{approved['title']}”"
    if now is None:
        return f"{named} is not part of the acknowledgement any more."
    if now["version"] != approved["version"]:
        return (
            f"{named} has version {now['version']} now; version {approved['version']} was approved."
        )
    if now["sha256"] != approved["sha256"]:
        return f"{named} has another text now under the same version."
    return ""
