"""What messages that are read together became, as long as it is not stored yet."""

from dataclasses import dataclass, field

from assistant.ports import Clock
from assistant.services.open_case import CaseRows, store_cases
from assistant.services.read_again import read_again
from assistant.store.bulk import update_rows
from assistant.store.models import Message
from assistant.store.threads import Earlier

# What reading writes on the row of a message.
_READ = (
    "disposition",
    "reasons",
    "verdict",
    "intent",
    "read_at",
    "message_id",
    "in_reply_to",
    "references",
    "sender_name",
    "sender_address",
    "answer_to",
    "recipients",
    "subject",
    "sent_at",
    "text",
    "reply_spans",
    "attachments",
    "removed",
    "defects",
    "suspicions",
    "words_sha256",
)


@dataclass(slots=True)
class Unstored:
    """The rows of messages that have their disposition, and of the cases that they open.

    Many rows are stored in one statement. Whoever looks at what is stored of cases calls `store`
    first; `earlier` knows of every message here, stored or not.
    """

    earlier: Earlier
    clock: Clock
    settled: list[Message] = field(default_factory=list)
    opened: list[CaseRows] = field(default_factory=list)
    on_cases: list[Message] = field(default_factory=list)

    def settle(self, row: Message, *, on_a_case: bool = False) -> None:
        """Take a message that has its disposition; replies to one on a case are read again."""
        self.settled.append(row)
        self.earlier.add(row)
        if on_a_case:
            self.on_cases.append(row)

    def open(self, row: Message, case: CaseRows) -> None:
        """Take a message, and the case that it opens."""
        self.opened.append(case)
        self.settle(row, on_a_case=True)

    def store(self) -> None:
        """Store everything, inside the caller's transaction."""
        update_rows(self.settled, _READ)
        store_cases(self.opened)
        read_again(self.on_cases, clock=self.clock)
        self.settled.clear()
        self.opened.clear()
        self.on_cases.clear()
