"""Record what an officer found and decided for one part of a request."""

from collections.abc import Sequence

from django.db import transaction

from assistant.domain.case import CasePart, EventKind, Held, Outcome
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.letters.grounds import clash_in_words
from assistant.domain.letters.reliance import reliances
from assistant.ports import Clock
from assistant.services.choice import chosen, provision_of
from assistant.services.compose_again import take_up
from assistant.store.events import record
from assistant.store.locking import take
from assistant.store.models import RequestPart, User


def record_part(
    part_id: int,
    *,
    version: int,
    held: str,
    outcome: str,
    sections: Sequence[str],
    facts: str,
    by: User,
    register: Register,
    clock: Clock,
) -> RequestPart:
    """Set held or not held, the outcome, the sections relied on and the officer's facts.

    Sections may be written in any common way; they are kept as the register prints them. The
    response is composed again, and what people typed in it stands. Raises NotAllowed for a section
    that is not in the register, naming it, and for two that cannot both be claimed for the same
    information (sections 23 and 24, 30 and 31, 35 and 36 FOIA).
    """
    named = [section for section in sections if section.strip()]
    cited = [str(provision_of(section, register).citation) for section in named]
    with transaction.atomic():
        part = take(RequestPart, part_id, version)
        if part.case.authority_id != by.authority_id:
            raise NotAllowed("The case belongs to another authority.")
        part.held = chosen(held, Held, "answer to whether it is held")
        part.outcome = chosen(outcome, Outcome, "outcome") if outcome else ""
        _refuse_clashes(cited, part.outcome, register)
        part.sections = list(dict.fromkeys(cited))
        part.facts = facts.replace("\r\n", "\n").strip()
        part.save()
        record(
            part.case,
            EventKind.PART_RECORDED,
            by=by,
            at=clock.now(),
            part=part.pk,
            version=part.version,
        )
        take_up(part.case, by=by, clock=clock)
    return part


def _refuse_clashes(cited: Sequence[str], outcome: str, register: Register) -> None:
    """Raise NotAllowed where two sections leave no room for each other.

    Where nothing is confirmed or denied each stands for its limb that says so, and those may be
    claimed side by side (sections 23(5) and 24(2)).
    """
    citations = [register.require(section).citation for section in cited]
    if outcome == Outcome.NCND:
        part = CasePart("1", "", "", outcome=Outcome.NCND, sections=tuple(cited))
        citations = [each.citation for each in reliances([part], register)]
    for one, other in register.conflicts(citations):
        raise NotAllowed(clash_in_words(one, other))
