"""Notes which drafts were made from which wording, and finds them again."""

from django.db.models import QuerySet

from assistant.store.models import Authority, Draft, WordingUse
from assistant.store.models.wording_proposals import wordings_named


def note_uses(row: Draft) -> None:
    """Note the wording that a draft's blocks name; what its earlier versions named stays noted."""
    named = sorted(wordings_named(row.blocks))
    WordingUse.objects.bulk_create(
        [WordingUse(draft=row, ident=ident, version=version) for ident, version in named],
        ignore_conflicts=True,
    )


def uses_of(authority: Authority, ident: str) -> QuerySet[WordingUse]:
    """Return the uses of a wording in an authority's drafts, the newest draft first."""
    found = WordingUse.objects.filter(ident=ident, draft__case__authority=authority)
    return found.select_related("draft__case").order_by("-draft_id", "version")
