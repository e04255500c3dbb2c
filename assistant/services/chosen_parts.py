"""Which parts of a request a change is for: those an officer chose by their places, or all."""

from collections.abc import Iterable

from assistant.domain.errors import NotAllowed
from assistant.store.models import Case, RequestPart


def chosen_parts(case: Case, places: Iterable[int]) -> list[RequestPart]:
    """Return the parts at the places, which count from 1; every part where none is named.

    Raises NotAllowed for a place where the case has no part.
    """
    wanted = {int(place) for place in places}
    parts = list(case.parts.order_by("position"))
    missing = wanted - {part.position for part in parts}
    if missing:
        raise NotAllowed(f"{case.reference} has no part {min(missing)}. Choose from its parts.")
    return [part for part in parts if not wanted or part.position in wanted]
