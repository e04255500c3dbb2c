"""Standing approval in tests: give one as a supervisor does, and let a worker acknowledge."""

from datetime import date, datetime

from assistant.services.acknowledge_by_standing import acknowledge_by_standing
from assistant.services.standing_approval import grant, preview
from assistant.store.models import Case, Draft, Letter, Mailbox, StandingApproval
from tests.fakes import FixedClock
from tests.letters import RECEIVED
from tests.world import World

UNTIL = date(2026, 9, 30)


def mailbox_of(world: World) -> Mailbox:
    """Return the mailbox that a world's mail comes to."""
    return world.folder.mailbox


def approve_ahead(
    world: World, *, until: date = UNTIL, at: datetime = RECEIVED
) -> StandingApproval:
    """Give a standing approval for the world's mailbox, as its supervisor, before mail comes."""
    mailbox = mailbox_of(world)
    return grant(
        mailbox.pk,
        expires_on=until,
        reason="Requesters should hear from us on the day they write.",
        fingerprint=preview(mailbox).fingerprint,
        by=world.supervisor,
        clock=FixedClock(at),
    )


def acknowledgement(case: Case) -> Draft:
    """Return the acknowledgement of a case."""
    return Draft.objects.get(case=case, kind="acknowledgement")


def acknowledge(world: World, case: Case) -> Letter | None:
    """Do what the worker does once the acknowledgement is composed."""
    return acknowledge_by_standing(
        acknowledgement(case).pk, register=world.register, clock=world.clock
    )


def why_not(case: Case) -> str:
    """Return why the acknowledgement waits for a person, as its page says."""
    return acknowledgement(case).standing_decision.why_not
