"""Give many cases to one officer at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services.own_review import refuse_own_review
from assistant.store.events import record_alike
from assistant.store.models import Case, User

MOST = 500


@dataclass(frozen=True, slots=True)
class Assigned:
    """The references of the cases that were assigned, and of those that somebody changed before."""

    done: Sequence[str]
    changed_meanwhile: Sequence[str]


def assign_cases(
    versions: Mapping[str, int], *, officer: User | None, by: User, clock: Clock
) -> Assigned:
    """Set who works the cases (nobody where `officer` is None), each with its row of history.

    `versions` are the cases by their references, each at the version that the person saw; one that
    has another version now is left as it is and named. Raises NotAllowed where the officer, or one
    of the cases, is not of the person's authority, one is an internal review of what that officer
    decided, or the cases are too many.
    """
    if len(versions) > MOST:
        raise NotAllowed(f"At most {MOST} cases can be assigned at once. Choose fewer.")
    if officer is not None and officer.authority_id != by.authority_id:
        raise NotAllowed("That person does not work for this authority.")
    with transaction.atomic():
        cases = list(
            Case.objects.select_for_update()
            .filter(authority=by.authority_id, reference__in=versions)
            .order_by("pk")
        )
        missing = set(versions) - {case.reference for case in cases}
        if missing:
            raise NotAllowed(f"There is no case {', '.join(sorted(missing))}. Nothing was changed.")
        fresh = [case for case in cases if case.version == versions[case.reference]]
        refuse_own_review(fresh, officer)
        for case in fresh:
            case.officer = officer
            case.version += 1
        Case.objects.bulk_update(fresh, ["officer", "version"])
        record_alike(
            fresh,
            EventKind.ASSIGNED,
            by=by,
            at=clock.now(),
            officer=officer.pk if officer else None,
        )
    done = [case.reference for case in fresh]
    return Assigned(done, [case.reference for case in cases if case.reference not in done])
