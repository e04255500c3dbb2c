"""Rows that two people may change at once: locked, and refused when somebody was quicker."""

from typing import TypeVar

from assistant.domain.errors import NotAllowed
from assistant.store.models import Case, Draft, ReasoningRecord, RequestPart

Versioned = TypeVar("Versioned", Case, Draft, ReasoningRecord, RequestPart)


def take(model: type[Versioned], row_id: int, version: int) -> Versioned:
    """Lock a row for this transaction and raise its version; the caller saves it.

    Raises NotAllowed when the row is no longer at the version the person was looking at.
    """
    # Django's documented name for "the manager of whatever model this is".
    rows = model._default_manager  # noqa: SLF001 - see the line above
    row = rows.select_for_update().filter(pk=row_id).first()
    if row is None:
        raise NotAllowed("It is no longer there. Go back to the case and look again.")
    if row.version != version:
        raise NotAllowed(
            "Somebody changed this since you looked. Nothing was saved: read it again below and "
            "make your change once more."
        )
    row.version += 1
    return row
