"""Read a choice that a person made, and refuse one that there is not."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Provision, Register
from assistant.domain.law.citations import parse_citation

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


def provision_of(section: str, register: Register) -> Provision:
    """Return the provision that a person named in any common way.

    Raises NotAllowed for one that is not in the register, naming it.
    """
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
    return provision
