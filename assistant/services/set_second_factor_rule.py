"""Say which roles need a second factor."""

from collections.abc import Collection

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services.record_account_event import record_rule
from assistant.store.models import Authority, User


def set_second_factor_rule(
    authority_id: int, *, roles: Collection[str], by: User, clock: Clock
) -> None:
    """From now on people of these roles do nothing before they have a second factor.

    Raises NotAllowed for whoever does not supervise in this authority.
    """
    if not by.supervises or by.authority_id != authority_id:
        raise NotAllowed("Only a supervisor of this authority sets this rule. Ask one.")
    with transaction.atomic():
        authority = Authority.objects.select_for_update().get(pk=authority_id)
        chosen = [str(role) for role in User.Role if role in roles]
        if chosen == authority.second_factor_roles:
            return
        authority.second_factor_roles = chosen
        authority.save(update_fields=["second_factor_roles"])
        record_rule(authority, by=by, clock=clock, detail=", ".join(chosen) or "no role")
