"""Write down what happened to a person's account, beside the change itself."""

from assistant.ports import Clock
from assistant.store.models import AccountEvent, Authority, User


def record_account_event(
    person: User, kind: AccountEvent.Kind, *, by: User | None, clock: Clock, detail: str = ""
) -> None:
    """Append an event of a person's account; one without an authority yet leaves no trace.

    `by` is None where nobody was signed in. `detail` names roles or kinds of second factor and
    nothing that a person wrote. Call it inside the transaction of the change it records.
    """
    if person.authority_id is None:
        return
    AccountEvent.objects.create(
        authority_id=person.authority_id,
        person=person,
        kind=kind,
        detail=detail,
        at=clock.now(),
        actor=by,
    )


def record_rule(authority: Authority, *, by: User, clock: Clock, detail: str) -> None:
    """Append that the rule for second factors was changed, for everybody of an authority."""
    AccountEvent.objects.create(
        authority=authority,
        person=None,
        kind=AccountEvent.Kind.RULE_CHANGED,
        detail=detail,
        at=clock.now(),
        actor=by,
    )
