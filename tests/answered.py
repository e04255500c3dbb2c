"""A request that was answered: decided by the officer, approved by the supervisor."""

from assistant.domain.case import EventKind
from assistant.services.record_part import record_part
from assistant.store.events import record
from assistant.store.models import Case
from tests.world import World


def answer(world: World, case: Case) -> Case:
    """Decide a part and let the response leave, as the history has it; return the case."""
    part = case.parts.first()
    assert part is not None
    record_part(
        part.pk,
        version=part.version,
        held="not_held",
        outcome="not_held",
        sections=[],
        facts="",
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )
    case.refresh_from_db()
    now = world.clock.now()
    record(case, EventKind.RESPONSE_APPROVED, by=world.supervisor, at=now)
    record(case, EventKind.RESPONSE_SENT, by=None, at=now)
    Case.objects.filter(pk=case.pk).update(answered_at=now)
    case.refresh_from_db()
    return case
