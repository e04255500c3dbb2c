"""Which passages a search may find: by section, outcome, date and status of their documents."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from assistant.domain.errors import NotAllowed
from assistant.domain.law.citations import parse_citation
from assistant.store.models import LibraryDocument, Passage


@dataclass(frozen=True, slots=True)
class Filters:
    """What a passage's document has to be; what is empty does not matter.

    `section` is a citation in any spelling; a whole section includes its smaller pieces. `since`
    and `until` are dates, both included: a document without a date is then left out.
    """

    section: str = ""
    outcome: str = ""
    status: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def empty(self) -> bool:
        """Whether everything passes."""
        return self == Filters()

    def passages(self, authority_id: int) -> QuerySet[Passage]:
        """Return the passages of an authority that pass.

        Raises NotAllowed where the section is no citation, or the status none of the library's.
        """
        rows = Passage.objects.filter(document__authority_id=authority_id)
        if self.status and self.status not in LibraryDocument.Status.values:
            known = ", ".join(LibraryDocument.Status.values)
            raise NotAllowed(f"{self.status!r} is no status. There are: {known}.")
        plain = {
            "document__status": self.status,
            "document__outcome": self.outcome,
            "document__dated__gte": self.since,
            "document__dated__lte": self.until,
        }
        rows = rows.filter(**{name: value for name, value in plain.items() if value})
        return _citing(rows, self.section) if self.section else rows


def _citing(rows: QuerySet[Passage], section: str) -> QuerySet[Passage]:
    """Keep what cites a section, in the passage's own place or in the document's list."""
    citation = parse_citation(section)
    if citation is None:
        raise NotAllowed(f"{section!r} is no section. Write it like s.31(1)(a) or reg 12(5)(e).")
    name = str(citation)
    listed = rows.annotate(cited=Cast("document__sections", TextField()))
    # The list is JSON: a name ends with a quotation mark, or goes on with a smaller piece.
    return listed.filter(
        Q(section=name)
        | Q(section__startswith=f"{name}(")
        | Q(cited__contains=f'"{name}"')
        | Q(cited__contains=f'"{name}(')
    )


def outcomes_of(authority_id: int) -> list[str]:
    """Return the outcomes that an authority's documents have, in order."""
    held = LibraryDocument.objects.filter(authority_id=authority_id).exclude(outcome="")
    return list(held.order_by("outcome").values_list("outcome", flat=True).distinct())
