"""What is known of a stored message while it is being read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.law.clock_rules import ClockRules
from assistant.domain.mail.followup_kinds import IntentKind
from assistant.domain.mail.message import Message as Mail
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.domain.mail.screening import Reason, Screening
from assistant.ports import Clock
from assistant.services.open_case import CaseRows, NewRequest
from assistant.services.read_attachments import Attached
from assistant.store.clocks import rules_of
from assistant.store.models import Authority, Message
from assistant.store.threads import Place, Pointers, own_addresses


@dataclass(frozen=True, slots=True)
class Office:
    """What reading needs of an authority: its addresses, and the rules of its clocks.

    It is looked up once for all messages that are read together.
    """

    own: OwnAddresses
    rules: ClockRules


def offices(authorities: Iterable[Authority]) -> dict[int, Office]:
    """Return the office of each authority by its id."""
    return {each.pk: Office(own_addresses(each), rules_of(each.pk)) for each in authorities}


@dataclass(frozen=True, slots=True)
class MessageInHand:
    """A message that was read: its row, what it says, where it was delivered, whose it is.

    `pointers` are what in it may lead to a case, `first_intent` is what it is for where it belongs
    to none. `request` is the request it makes, if it makes one, `rows` are those of the case that
    it would open, where that is likely; `asks_anew` says that it answers something and plainly asks
    for information of its own. `clock` tells the time.
    """

    row: Message
    mail: Mail
    screened: Screening
    attached: tuple[Attached, ...]
    places: tuple[Place, ...]
    office: Office
    pointers: Pointers
    first_intent: IntentKind
    request: NewRequest
    rows: CaseRows | None
    asks_anew: bool
    clock: Clock

    def note(self, reasons: Sequence[Reason]) -> None:
        """Keep reasons with the message."""
        self.row.reasons += [{"rule": each.rule, "detail": each.detail} for each in reasons]
