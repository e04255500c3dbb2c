"""A supervisor approves proposed wording, which drafts use from then on, or returns it."""

from datetime import date

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.domain.law.clock import received_on as london_date
from assistant.domain.letters.wording import Wording, WordingKind
from assistant.domain.letters.wording_versions import next_version
from assistant.ports import Clock
from assistant.services.propose_wording import refuse_unfit
from assistant.store import models
from assistant.store.wording import rows_for, used

Proposal = models.WordingProposal
Status = models.Wording.Status
SUPERVISORS_ALONE = "Only a supervisor approves or returns wording. Ask one."


def approve_wording(
    proposal_id: int, *, review_by: date, comment: str = "", by: models.User, clock: Clock
) -> models.Wording:
    """Make a proposal the version that drafts use from now on; return it.

    Drafts keep the version they were made from; standing approvals that rest on the one before are
    void. `review_by` is the day by which somebody looks at it again. Raises NotAllowed for whoever
    is no supervisor or proposed it, where it was decided already, where the wording has another
    version by now, and where no letter could be composed with it.
    """
    if review_by <= london_date(clock.now()):
        raise NotAllowed("Enter a day to come by which the wording is looked at again.")
    with transaction.atomic():
        proposal = _taken(proposal_id, by)
        if proposal.by_id == by.pk:
            raise NotAllowed("You proposed it, so somebody else approves it. Ask a supervisor.")
        rows = list(rows_for(proposal.authority).filter(ident=proposal.ident))
        present = used(rows).get(proposal.ident)
        if (present.version if present else "") != proposal.base:
            raise NotAllowed(
                f"The wording has {_named(present)} now, and the proposal started from "
                f"{proposal.base or 'none'}. Return it, so that it starts from what is in use."
            )
        version = next_version(proposal.base, (row.version for row in rows))
        row = _row(proposal, present, version, review_by, by)
        for older in rows:
            if older.authority_id is not None and older.status == Status.APPROVED:
                older.status = Status.RETIRED
                older.save(update_fields=["status"])
        row.save()
        proposal.version = version
        _decide(proposal, Proposal.State.APPROVED, comment, by, clock)
    return row


def return_wording(
    proposal_id: int, *, comment: str, by: models.User, clock: Clock
) -> models.WordingProposal:
    """Return a proposal with a comment for whoever made it.

    Raises NotAllowed for whoever is no supervisor, where it was decided, and without a comment.
    """
    if not comment.strip():
        raise NotAllowed("Say what to change: whoever proposed the words reads it.")
    with transaction.atomic():
        proposal = _taken(proposal_id, by)
        _decide(proposal, Proposal.State.RETURNED, comment, by, clock)
    return proposal


def _taken(proposal_id: int, by: models.User) -> models.WordingProposal:
    """Return a proposal that waits, with the authority's wording locked for this transaction."""
    if not by.supervises:
        raise NotAllowed(SUPERVISORS_ALONE)
    if by.authority_id is not None:
        models.Authority.objects.select_for_update(no_key=True).get(pk=by.authority_id)
    proposal = Proposal.objects.filter(pk=proposal_id, authority=by.authority).first()
    if proposal is None:
        raise NotAllowed("There is no such proposal.")
    if proposal.state != Proposal.State.PROPOSED:
        raise NotAllowed("The proposal has been decided already. Look at it again.")
    return proposal


def _row(
    proposal: models.WordingProposal,
    present: models.Wording | None,
    version: str,
    review_by: date,
    by: models.User,
) -> models.Wording:
    """Return the new version, held to what files are held to; raises NotAllowed where it is not."""
    owner = present.owner if present else proposal.by.shown_name
    try:
        wording = Wording(
            proposal.ident,
            version,
            WordingKind(proposal.kind),
            proposal.section,
            proposal.title,
            owner,
            review_by,
            proposal.regime,
            proposal.text,
        )
    except ValueError as problem:
        raise NotAllowed(str(problem)) from problem
    refuse_unfit(proposal.authority, wording)
    return models.Wording(
        authority=proposal.authority,
        ident=wording.id,
        version=wording.version,
        kind=wording.kind.value,
        section=wording.section,
        regime=wording.regime,
        title=wording.title,
        owner=wording.owner[:100],
        review_by=wording.review_by,
        text=wording.text,
        status=Status.APPROVED,
        reviewed_by=by,
    )


def _decide(
    proposal: models.WordingProposal, state: str, comment: str, by: models.User, clock: Clock
) -> None:
    """Write down what became of a proposal."""
    proposal.state, proposal.comment = state, comment.strip()
    proposal.decided_by, proposal.decided_at = by, clock.now()
    proposal.save()


def _named(present: models.Wording | None) -> str:
    return f"version {present.version}" if present else "no version in use"
