"""Record why a provision applies: the prejudice and public interest record of an officer."""

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Provision, Register
from assistant.domain.law.clock import LONDON
from assistant.domain.letters.grounds import Ask, Grounds, companions
from assistant.domain.letters.substance import faults
from assistant.ports import Clock
from assistant.services.choice import provision_of
from assistant.services.compose_again import take_up
from assistant.store.events import record
from assistant.store.locking import take
from assistant.store.models import Case, ReasoningRecord, RequestPart, User

_TEXTS = (
    Ask.QUALIFIED_PERSON,
    Ask.OPINION,
    Ask.LIKELIHOOD,
    Ask.HARM,
    Ask.CAUSAL_LINK,
    Ask.WHY,
    Ask.LEGITIMATE_INTERESTS,
    Ask.FOR_DISCLOSURE,
    Ask.AGAINST,
    Ask.TIPS,
)


def record_reasoning(
    case_id: int, grounds: Grounds, *, version: int, by: User, register: Register, clock: Clock
) -> ReasoningRecord:
    """Keep what an officer says of one provision, and compose the response again.

    `version` is the version of the record the officer saw, 0 where there was none. A purpose or
    condition named as a companion is kept among the sections of every part that claims the
    provision. What people typed in the response stands. Raises NotAllowed for a provision that is
    not in the register, for what the provision does not ask for, for words that say nothing, and
    where somebody was quicker.
    """
    provision = provision_of(grounds.citation, register)
    grounds = _tidied(replace(grounds, citation=str(provision.citation)))
    today = clock.now().astimezone(LONDON).date()
    for _, message in faults(provision, grounds, register, today):
        raise NotAllowed(message)
    with transaction.atomic():
        case = Case.objects.select_for_update().filter(pk=case_id, authority=by.authority).first()
        if case is None:
            raise NotAllowed("The case belongs to another authority.")
        row = _row(case, grounds.citation, version, clock)
        for ask in _TEXTS:
            setattr(row, ask.value, getattr(grounds, ask.value))
        row.opinion_on = grounds.opinion_on
        row.updated_by, row.updated_at = by, clock.now()
        row.save()
        record(
            case,
            EventKind.REASONING_RECORDED,
            by=by,
            at=clock.now(),
            reasoning=row.pk,
            version=row.version,
        )
        _keep_companions(case, provision, grounds.companions, by, register, clock)
        take_up(case, by=by, clock=clock)
    return row


def _tidied(grounds: Grounds) -> Grounds:
    """Return the record with plain line ends and no space around its texts."""
    texts = {ask.value: getattr(grounds, ask.value) for ask in _TEXTS}
    return replace(
        grounds, **{name: text.replace("\r\n", "\n").strip() for name, text in texts.items()}
    )


def _row(case: Case, citation: str, version: int, clock: Clock) -> ReasoningRecord:
    """Return the record of a provision, locked, or a new one; the case is locked already."""
    found = ReasoningRecord.objects.filter(case=case, citation=citation).first()
    if found is not None:
        return take(ReasoningRecord, found.pk, version)
    if version:
        raise NotAllowed("The record is no longer there. Go back to the case and look again.")
    return ReasoningRecord(case=case, citation=citation, version=1, updated_at=clock.now())


def _keep_companions(
    case: Case,
    provision: Provision,
    chosen: Sequence[str],
    by: User,
    register: Register,
    clock: Clock,
) -> None:
    """Set which purposes or conditions stand beside a provision in the parts that claim it."""
    possible = [str(each.citation) for each in companions(provision, register)]
    if not possible:
        return
    citation = str(provision.citation)
    for part in RequestPart.objects.select_for_update().filter(case=case).order_by("position"):
        if citation not in part.sections:
            continue
        others = [section for section in part.sections if section not in possible]
        place = others.index(citation) + 1
        wanted = [*others[:place], *(each for each in possible if each in chosen), *others[place:]]
        if wanted != part.sections:
            part.sections = wanted
            part.version += 1
            part.save()
            record(
                case,
                EventKind.PART_RECORDED,
                by=by,
                at=clock.now(),
                part=part.pk,
                version=part.version,
            )
