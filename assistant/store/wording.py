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
    rows = models.Wording.objects.filter(authority=None)
    if len(wordings):
        kept = [wording.id for wording in wordings]
        rows.filter(status=Status.APPROVED).exclude(ident__in=kept).update(status=Status.RETIRED)
    stored = {
        (ident, version): (pk, status)
        for pk, ident, version, status in rows.values_list("pk", "ident", "version", "status")
    }
    new = [wording for wording in wordings if (wording.id, wording.version) not in stored]
    # Another process may be doing the same at this moment: what it has stored is as good as ours.
    models.Wording.objects.bulk_create([_row(wording) for wording in new], ignore_conflicts=True)
    back = {
        stored[wording.id, wording.version][0]: wording
        for wording in wordings
        if stored.get((wording.id, wording.version), (0, ""))[1] == Status.RETIRED
    }
    rows.filter(pk__in=back).update(status=Status.APPROVED)
    now = {wording.id: wording.version for wording in (*new, *back.values())}
    older = [
        pk for (ident, version), (pk, _) in stored.items() if now.get(ident, version) != version
    ]
    rows.filter(pk__in=older, status=Status.APPROVED).update(status=Status.RETIRED)
    return len(new)


def _row(wording: Wording) -> models.Wording:
    """Return a new row of shipped wording."""
    return models.Wording(
        authority=None,
        ident=wording.id,
        version=wording.version,
        kind=wording.kind.value,
        section=wording.section,
        regime=wording.regime,
        title=wording.title,
        owner=wording.owner,
        review_by=wording.review_by,
        text=wording.text,
        status=Status.APPROVED,
    )
