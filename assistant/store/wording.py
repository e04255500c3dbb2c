"""Approved wording as drafts use it, and shipped wording into its rows."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from assistant.domain.letters.wording import Wording, WordingKind, Wordings
from assistant.domain.letters.wording_versions import gives_way, order
from assistant.store import models

Status = models.Wording.Status


def rows_for(authority: models.Authority) -> QuerySet[models.Wording]:
    """Return every version of wording, shipped or an authority's own, whatever became of it."""
    return models.Wording.objects.filter(Q(authority=authority) | Q(authority__isnull=True))


def used(rows: Iterable[models.Wording]) -> dict[str, models.Wording]:
    """Return of some versions the one of each wording that drafts use, by its id.

    It is the approved one with the highest number; "3+1", which people made, is above "3". The
    authority's own come last.
    """
    newest: dict[str, models.Wording] = {}
    approved_rows = [row for row in rows if row.status == Status.APPROVED]
    for row in sorted(approved_rows, key=lambda row: (order(row.version), row.pk)):
        newest[row.ident] = row
    return {row.ident: row for row in sorted(newest.values(), key=lambda row: (_own(row), row.pk))}


def _own(row: models.Wording) -> bool:
    return row.authority_id is not None


def approved(authority: models.Authority) -> Wordings:
    """Return the approved version of each wording that drafts use, the authority's own first."""
    rows = rows_for(authority).filter(status=Status.APPROVED)
    return Wordings(_wording(row) for row in used(rows).values())


def give_way(wordings: Wordings) -> list[models.Wording]:
    """Retire people's versions of which a file brings a higher number; return them.

    They stay where they were made, name the version they gave way to, and can be proposed again.
    """
    own = models.Wording.objects.filter(authority__isnull=False, status=Status.APPROVED)
    files = {wording.id: wording.version for wording in wordings}
    gone = [row for row in own if row.ident in files and gives_way(row.version, files[row.ident])]
    for row in gone:
        row.status, row.gave_way_to = Status.RETIRED, files[row.ident]
        row.save(update_fields=["status", "gave_way_to"])
    return gone


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
