"""Say which team a person belongs to, by which supervisors count the work."""

from django.db import transaction

from assistant.ports import Clock
from assistant.services.people_of import person_of
from assistant.services.record_account_event import record_account_event
from assistant.store.models import AccountEvent, User


def change_team(person_id: int, *, team: str, by: User, clock: Clock) -> User:
    """Put somebody of the authority into a team, or into none where `team` is empty.

    Raises NotAllowed for whoever is no administrator. Nothing is recorded where it stays the same.
    """
    team = " ".join(team.split())
    with transaction.atomic():
        person = person_of(person_id, by=by)
        if person.team == team:
            return person
        person.team = team
        person.save(update_fields=["team"])
        record_account_event(person, AccountEvent.Kind.TEAM_CHANGED, by=by, clock=clock)
    return person
