"""Begin another letter on a case, of a kind that fits it, and discard one that was begun."""

from collections.abc import Mapping

from django.db import transaction

from assistant.domain.case import EventKind, Purpose, State
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.compose_letter import independent_reviewer
from assistant.domain.letters.fields import Given, as_given
from assistant.domain.letters.kinds import KINDS, KindOfLetter
from assistant.ports import Clock
from assistant.services.choice import chosen
from assistant.services.own_review import took_part
from assistant.store import queue
from assistant.store.events import record
from assistant.store.models import Case, Draft, User


def begin_letter(
    case_id: int, *, kind: str, values: Mapping[str, object], by: User, clock: Clock
) -> Draft:
    """Queue a letter of a kind; `values` answer what it asks for, by the names of its fields.

    What is left empty becomes a gap of the draft. A day is a date or text in ISO form. Raises
    NotAllowed for a kind that does not fit the case now, for one that is being written already,
    for an answer that cannot be read, and for a reviewer who took part in the decision.
    """
    row = KINDS[chosen(kind, LetterKind, "kind of letter")]
    given = Given(as_given(values, row.fields), by.shown_name, clock.now())
    with transaction.atomic():
        case = (
            Case.objects.select_for_update(of=("self",))
            .filter(pk=case_id, authority=by.authority)
            .first()
        )
        if case is None:
            raise NotAllowed("There is no such case.")
        _refuse_unfit(case, row)
        independent_reviewer(given, _took_part(case))
        return queue_letter(case, row.kind, given, by, clock)


def queue_letter(case: Case, kind: LetterKind, given: Given, by: User, clock: Clock) -> Draft:
    """Queue a letter that fits the case, inside the caller's transaction."""
    draft = Draft.objects.create(
        case=case,
        kind=kind,
        queued_at=clock.now(),
        drafter=by,
        supplied={
            "values": dict(given.values),
            "author": given.author,
            "at": clock.now().isoformat(),
        },
    )
    record(
        case,
        EventKind.LETTER_BEGUN,
        by=by,
        at=clock.now(),
        draft=draft.pk,
        letter_kind=kind.value,
    )
    queue.enqueue(queue.COMPOSE_DRAFT, draft.pk)
    return draft


def discard_letter(draft_id: int, *, by: User, clock: Clock) -> Draft:
    """Put a letter aside that was begun and is not wanted; its versions and files are kept.

    Raises NotAllowed for the acknowledgement and the response, which every case has, and for a
    letter that is approved.
    """
    with transaction.atomic():
        draft = (
            Draft.objects.select_for_update(of=("self",))
            .select_related("case")
            .filter(pk=draft_id, case__authority=by.authority)
            .first()
        )
        if draft is None:
            raise NotAllowed("There is no such letter.")
        if not KINDS[LetterKind(draft.kind)].begun_by_hand:
            raise NotAllowed("Every case has an acknowledgement and a response; they stay.")
        if draft.state not in Draft.OPEN:
            raise NotAllowed("It is not being written any more. Look again.")
        draft.state = Draft.State.DISCARDED
        draft.version += 1
        draft.save()
        record(
            draft.case,
            EventKind.LETTER_DISCARDED,
            by=by,
            at=clock.now(),
            draft=draft.pk,
            letter_kind=draft.kind,
        )
    return draft


_WHAT = {Purpose.REQUEST: "a case", Purpose.REVIEW: "an internal review"}


def _refuse_unfit(case: Case, row: KindOfLetter) -> None:
    """Raise NotAllowed where the case has no use for a letter of this kind now."""
    if not row.begun_by_hand:
        raise NotAllowed(f"The {row.name.lower()} comes with the case. Open it from there.")
    if not row.fits(Regime(case.regime), State(case.state), Purpose(case.purpose)):
        raise NotAllowed(
            f"“{row.name}” ({row.section}) does not fit {_WHAT[Purpose(case.purpose)]} that is "
            f"{case.state.replace('_', ' ')} under {case.regime}. Choose another kind of letter, "
            "or change the case first."
        )
    if Draft.objects.filter(case=case, kind=row.kind, state__in=Draft.OPEN).exists():
        raise NotAllowed(
            f"“{row.name}” is being written already on this case. Go on with that one, or discard "
            "it first."
        )


def _took_part(case: Case) -> set[str]:
    """Return the names of those who decided on the request that a case reviews."""
    if case.parent_id is None:
        return set()
    people = User.objects.filter(pk__in=took_part([case.parent_id])[case.parent_id])
    return {person.shown_name for person in people}
