"""Keep an internal review from those who decided what it reviews (s.45 code; reg 11 EIR)."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from assistant.domain.case import EventKind, Purpose
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.second_person import DECIDING
from assistant.store.models import AnswerElsewhere, Case, Draft, DraftVersion, Event, Letter, User

# What makes somebody one of those who handled a request, beside the letters it is in.
_HANDLED = (
    EventKind.PART_RECORDED,
    EventKind.REASONING_RECORDED,
    EventKind.ESTIMATE_RECORDED,
    EventKind.RESPONSE_APPROVED,
)


def took_part(case_ids: Collection[int]) -> Mapping[int, frozenset[int]]:
    """Return, for each case, the ids of those who handled it or approved its response.

    These are its officer, whoever recorded what is decided, typed words of a letter that decides or
    had it composed, whoever approved one, and whoever answered by another way. A few queries,
    whatever the number of cases.
    """
    cases = list(case_ids)
    events = Event.objects.filter(case__in=cases, kind__in=_HANDLED)
    drafts = Draft.objects.filter(case__in=cases, kind__in=DECIDING)
    typed = DraftVersion.objects.filter(draft__in=drafts)
    letters = Letter.objects.filter(case__in=cases, kind__in=DECIDING)
    elsewhere = AnswerElsewhere.objects.filter(case__in=cases).order_by()
    found: dict[int, set[int]] = defaultdict(set)
    for rows in (
        Case.objects.filter(pk__in=cases).values_list("pk", "officer"),
        events.order_by().values_list("case", "actor").distinct(),
        drafts.values_list("case", "drafter"),
        typed.order_by().values_list("draft__case", "made_by").distinct(),
        letters.values_list("case", "approved_by"),
        elsewhere.values_list("case", "answered_by"),
    ):
        for case_id, person_id in rows:
            if person_id is not None:
                found[case_id].add(person_id)
    return {case_id: frozenset(found[case_id]) for case_id in cases}


def refuse_own_review(cases: Sequence[Case], person: User | None) -> None:
    """Raise NotAllowed where one of the cases is a review of what this person decided, naming it.

    Requests, and nobody as the officer, are let through.
    """
    reviews = {
        case.reference: case.parent_id
        for case in cases
        if case.purpose == Purpose.REVIEW and case.parent_id is not None
    }
    if person is None or not reviews:
        return
    parties = took_part(frozenset(reviews.values()))
    own = [reference for reference, parent in reviews.items() if person.pk in parties[parent]]
    if own:
        raise NotAllowed(
            f"{person.shown_name} handled or approved the response that {', '.join(sorted(own))} "
            "reviews. An internal review is carried out by somebody who took no part in it: "
            "choose another person. Nothing was changed."
        )
