"""Approved wording as drafts use it, and shipped wording into its rows."""

from django.db.models import Q

from assistant.domain.letters.wording import Wording, WordingKind, Wordings
from assistant.store import models

Status = models.Wording.Status


def approved(authority: models.Authority) -> Wordings:
    """Return the newest approved version of each wording, the authority's own first."""
    rows = models.Wording.objects.filter(
        Q(authority=authority) | Q(authority__isnull=True), status=Status.APPROVED
    )
    newest: dict[str, models.Wording] = {}
    for row in sorted(rows, key=lambda row: (row.authority_id is not None, row.pk)):
        newest[row.ident] = row
    return Wordings(_wording(row) for row in newest.values())


def _wording(row: models.Wording) -> Wording:
    """Return a row as the domain knows it."""
    return Wording(
        id=row.ident,
        version=row.version,
        kind=WordingKind(row.kind),
        section=row.section,
        title=row.title,
        owner=row.owner,
        review_by=row.review_by,
        regime=row.regime,
        text=row.text,
    )


def take_shipped(wordings: Wordings) -> int:
    """Store shipped wording that is not there yet; return how many versions were new.

    A version once stored is never changed: a changed text comes with a new version. Older shipped
    versions of the same wording are retired, and so is shipped wording whose file is gone; a
    version that comes back is used again.
    """
    new = 0
    shipped = models.Wording.objects.filter(authority=None, status=Status.APPROVED)
    if len(wordings):
        kept = [wording.id for wording in wordings]
        shipped.exclude(ident__in=kept).update(status=Status.RETIRED)
    for wording in wordings:
        row, created = models.Wording.objects.get_or_create(
            authority=None,
            ident=wording.id,
            version=wording.version,
            defaults={
                "kind": wording.kind.value,
                "section": wording.section,
                "regime": wording.regime,
                "title": wording.title,
                "owner": wording.owner,
                "review_by": wording.review_by,
                "text": wording.text,
                "status": Status.APPROVED,
            },
        )
        if created or row.status == Status.RETIRED:
            models.Wording.objects.filter(pk=row.pk).update(status=Status.APPROVED)
            shipped.filter(ident=wording.id).exclude(version=wording.version).update(
                status=Status.RETIRED
            )
        new += created
    return new
