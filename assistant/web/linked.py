"""The cases that one is linked with, as its page shows them."""

from dataclasses import dataclass

from assistant.services.link_cases import links_of
from assistant.store.models import Case, CaseLink


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link, and the case at its other end."""

    link: CaseLink
    case: Case

    @property
    def merged(self) -> bool:
        """Whether the one was merged into the other."""
        return self.link.why == CaseLink.Why.MERGED


def shown_links(case: Case) -> list[ShownLink]:
    """Return the links of a case that stand, the first made first."""
    return [
        ShownLink(link, link.other if link.one_id == case.pk else link.one)
        for link in links_of(case)
    ]
