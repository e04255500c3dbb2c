"""Keep, and forget, what a person looks for again and again in the list of cases."""

from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.store.models import SavedFilter, User

MOST = 30


def save_filter(*, name: str, query: str, by: User, clock: Clock) -> SavedFilter:
    """Keep a filter under a name; one of the same name is replaced.

    `query` is the query of the list's address. Raises NotAllowed where there is no name, or where
    the person has kept as many as a list can show.
    """
    wanted = " ".join(name.split())
    if not wanted:
        raise NotAllowed("Enter a name for the filter.")
    others = SavedFilter.objects.filter(person=by).exclude(name=wanted)
    if others.count() >= MOST:
        raise NotAllowed(f"You have {MOST} saved filters. Delete one that you no longer use first.")
    saved, _ = SavedFilter.objects.update_or_create(
        person=by, name=wanted, defaults={"query": query, "saved_at": clock.now()}
    )
    return saved


def forget_filter(filter_id: int, *, by: User) -> None:
    """Delete one of a person's own filters; raises NotAllowed where it is not theirs."""
    deleted, _ = SavedFilter.objects.filter(pk=filter_id, person=by).delete()
    if not deleted:
        raise NotAllowed("You have no such filter. It may have been deleted before.")
