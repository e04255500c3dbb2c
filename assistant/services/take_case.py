"""Lock a case for a change by a person, and refuse what is not theirs or has changed since."""

from assistant.domain.errors import NotAllowed
from assistant.store.locking import take
from assistant.store.models import Case, User


def take_case(case_id: int, version: int, *, by: User, reason: str) -> Case:
    """Return the case, locked, its version raised; call it inside a transaction and save the case.

    Raises NotAllowed where the case is another authority's, somebody changed it since the person
    looked, or no reason is given.
    """
    if not reason.strip():
        raise NotAllowed("Give a reason: it is kept in the history of the case.")
    case = take(Case, case_id, version)
    if case.authority_id != by.authority_id:
        raise NotAllowed("The case belongs to another authority.")
    return case
