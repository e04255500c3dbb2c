"""Whether a letter needs a second person, and who has worked on it and so cannot be that person."""

from dataclasses import dataclass

from django.db.models import Count

from assistant.domain.case import EventKind
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.second_person import DECIDING, reasons_of
from assistant.store import models
from assistant.store.cases import parts_of

# What makes somebody one of those who drafted a letter, beside words typed in it.
_WORK = (
    EventKind.PART_RECORDED,
    EventKind.REASONING_RECORDED,
    EventKind.ESTIMATE_RECORDED,
    EventKind.LETTER_BEGUN,
)


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Why a letter needs a second person, and the ids of those who worked on it.

    Without reasons anybody may approve it.
    """

    reasons: tuple[str, ...]
    drafters: frozenset[int]

    def refuses(self, person: models.User) -> str:
        """Return why a person may not approve the letter, or nothing where they may."""
        if not self.reasons or person.pk not in self.drafters:
            return ""
        return (
            f"A second person approves this letter, because {'; '.join(self.reasons)}. You worked "
            "on it: ask a colleague to read and approve it."
        )


def second_person(row: models.Draft) -> SecondPerson:
    """Return what the authority's policy says of a draft as it stands.

    Whoever recorded a decision, reasons or an estimate on the case, began the letter, or typed
    words of it has drafted it.
    """
    authority = row.case.authority
    if row.kind not in DECIDING:
        return SecondPerson((), frozenset())
    typed = row.versions.exclude(made_by=None).values_list("made_by", flat=True)
    events = models.Event.objects.filter(case=row.case_id, kind__in=_WORK).exclude(actor=None)
    drafters = frozenset(typed.order_by().union(events.order_by().values_list("actor", flat=True)))
    if row.drafter_id is not None:
        drafters |= {row.drafter_id}
    reasons = reasons_of(parts_of(row.case), authority.second_person)
    return SecondPerson((*reasons, *_new_officers(authority, drafters)), drafters)


def _new_officers(authority: models.Authority, drafters: frozenset[int]) -> list[str]:
    """Return who of the drafters has decided too few answered cases to be alone with this one."""
    enough = authority.new_officer_letters
    if not enough or not drafters:
        return []
    people = models.User.objects.filter(pk__in=drafters, role=models.User.Role.OFFICER)
    decided = models.Event.objects.filter(
        actor__in=people,
        kind=EventKind.PART_RECORDED,
        case__letters__kind=LetterKind.RESPONSE,
        case__letters__voided_at=None,
    )
    answered = dict(decided.values_list("actor").annotate(Count("case", distinct=True)).order_by())
    return [
        f"it is among the first {enough} responses of {person.shown_name}"
        for person in people.order_by("pk")
        if answered.get(person.pk, 0) < enough
    ]
