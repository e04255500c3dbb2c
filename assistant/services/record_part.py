"""Record what an officer found and decided for one part of a request."""

from collections.abc import Sequence

from django.db import transaction

from assistant.domain.case import EventKind, Held, Outcome
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.law.citations import parse_citation
from assistant.ports import Clock
from assistant.services.choice import chosen
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

    Sections may be written in any common way; they are kept as the register prints them. Raises
    NotAllowed for one that is not in the register, naming it.
    """
    cited = [_in_register(section, register) for section in sections if section.strip()]
    with transaction.atomic():
        part = take(RequestPart, part_id, version)
        if part.case.authority_id != by.authority_id:
            raise NotAllowed("The case belongs to another authority.")
        part.held = chosen(held, Held, "answer to whether it is held")
        part.outcome = chosen(outcome, Outcome, "outcome") if outcome else ""
        part.sections = cited
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
    return part


def _in_register(section: str, register: Register) -> str:
    """Return a citation as the register prints it."""
    citation = parse_citation(section)
    provision = register.find(str(citation)) if citation else None
    if provision is None:
        raise NotAllowed(
            f"“{section}” is not in the register of provisions. Write it like s31(1)(a) or "
            "reg 12(4)(e)."
        )
    if provision.valid_until is not None:
        now = f" Use {provision.replaced_by}." if provision.replaced_by else ""
        raise NotAllowed(
            f"“{section}” was the law until {provision.valid_until:%d %B %Y} and no longer is.{now}"
        )
    return str(citation)
