"""Read a choice that a person made, and refuse one that there is not."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from assistant.domain.errors import NotAllowed

Kind = TypeVar("Kind", bound=StrEnum)


def chosen(value: str, among: Iterable[Kind], what: str) -> Kind:
    """Return the member that a value names.

    Raises NotAllowed that says what it was a choice of, and names every one there is.
    """
    members = list(among)
    for member in members:
        if member.value == value:
            return member
    names = ", ".join(member.value for member in members)
    raise NotAllowed(f"“{value}” is no {what}. Choose one of: {names}.")
