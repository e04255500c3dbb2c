"""A case: its state, its parts, what may happen to it, and the chain that its history forms.

`TRANSITIONS` is the whole workflow. An event that is not in the table for the state a case is in
is refused with a message that names what would be allowed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime


class State(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    RESPONSE_APPROVED = "response_approved"
    ANSWERED = "answered"
    NOT_A_REQUEST = "not_a_request"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"
    MERGED = "merged"


class Purpose(StrEnum):
    """What a case is for: a request, or the internal review of how one was answered."""

    REQUEST = "request"
    REVIEW = "review"


class EventKind(StrEnum):
    """What can happen to a case; each is one row of its history."""

    OPENED = "opened"
    MESSAGE_FILED = "message_filed"
    RECEIPT_CORRECTED = "receipt_corrected"
    ADDRESS_CORRECTED = "address_corrected"
    REGIME_CHANGED = "regime_changed"
    CLARIFICATION_SOUGHT = "clarification_sought"
    CLARIFICATION_RECEIVED = "clarification_received"
    FEES_NOTICE_GIVEN = "fees_notice_given"
    FEE_RECEIVED = "fee_received"
    TIME_EXTENDED = "time_extended"
    CLOCK_EVENT_WITHDRAWN = "clock_event_withdrawn"
    CLOCK_RECOMPUTED = "clock_recomputed"
    ASSIGNED = "assigned"
    PARTS_CORRECTED = "parts_corrected"
    PART_RECORDED = "part_recorded"
    SEARCH_RECORDED = "search_recorded"
    REASONING_RECORDED = "reasoning_recorded"
    ESTIMATE_RECORDED = "estimate_recorded"
    DRAFTED = "drafted"
    DRAFT_EDITED = "draft_edited"
    GENERATED_ACCEPTED = "generated_accepted"
    ATTACHMENT_ADDED = "attachment_added"
    ATTACHMENT_REMOVED = "attachment_removed"
    FILE_FINDING_ACCEPTED = "file_finding_accepted"
    ACKNOWLEDGEMENT_APPROVED = "acknowledgement_approved"
    RESPONSE_APPROVED = "response_approved"
    LETTER_BEGUN = "letter_begun"
    LETTER_DISCARDED = "letter_discarded"
    LETTER_APPROVED = "letter_approved"
    LETTER_VOIDED = "letter_voided"
    LETTER_SENT = "letter_sent"
    ACKNOWLEDGEMENT_VOIDED = "acknowledgement_voided"
    RESPONSE_VOIDED = "response_voided"
    ACKNOWLEDGEMENT_SENT = "acknowledgement_sent"
    RESPONSE_SENT = "response_sent"
    SENDING_PARTIAL = "sending_partial"
    SENDING_STOPPED = "sending_stopped"
    SENDING_FAILED = "sending_failed"
    SENDING_UNKNOWN = "sending_unknown"
    SENDING_SETTLED = "sending_settled"
    SENDING_RESUMED = "sending_resumed"
    DELIVERED = "delivered"
    DELIVERY_DELAYED = "delivery_delayed"
    NOT_DELIVERED = "not_delivered"
    MARKED_NOT_A_REQUEST = "marked_not_a_request"
    REOPENED = "reopened"
    REVIEW_OPENED = "review_opened"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    NOTE_ADDED = "note_added"
    REPLY_SETTLED = "reply_settled"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"
    CASE_MERGED = "case_merged"
    OTHER_MERGED_IN = "other_merged_in"
    CASE_SPLIT = "case_split"
    CASE_LINKED = "case_linked"
    CASE_UNLINKED = "case_unlinked"


class Held(StrEnum):
    """Whether a search found the information; a fact that only a person records."""

    UNKNOWN = "unknown"
    HELD = "held"
    PARTLY = "partly"
    NOT_HELD = "not_held"


class Outcome(StrEnum):
    """What is decided for a part, and derived for the letter; one vocabulary everywhere."""

    DISCLOSED_FULL = "disclosed_full"
    DISCLOSED_PART = "disclosed_part"
    REFUSED = "refused"
    NOT_HELD = "not_held"
    PART_NOT_HELD = "part_not_held"
    ALREADY_ACCESSIBLE_S21 = "already_accessible_s21"
    COST_S12 = "cost_s12"
    VEXATIOUS_S14 = "vexatious_s14"
    NCND = "ncnd"
    CLARIFICATION_NEEDED = "clarification_needed"
    TRANSFERRED = "transferred"
    ACKNOWLEDGEMENT_ONLY = "acknowledgement_only"
    OTHER = "other"


class ReceiptBasis(StrEnum):
    """How we know when a request was received."""

    SERVER = "server"
    CORRECTED = "corrected"
    POST = "post"
    SPOKEN = "spoken"
    BROUGHT_IN = "brought_in"


class Way(StrEnum):
    """By which way an answer left that was not sent from here."""

    POST = "post"
    OWN_MAILBOX = "own_mailbox"
    IN_PERSON = "in_person"
    PHONE = "phone"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Receipt:
    """When a request reached the authority.

    `at` is the instant (aware); `on` is its calendar date in Europe/London, which is what s.10(6)
    FOIA counts from; `basis` says how we know, `reason` why a person corrected it.
    """

    at: datetime
    on: date
    basis: ReceiptBasis
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """One search that a person made: where, who, terms, when, and what came of it."""

    where: str
    who: str
    terms: str
    made_on: date
    result: str


@dataclass(frozen=True, slots=True)
class CasePart:
    """A part of the request with what people have found and decided about it.

    `key` identifies it within the case ("1", "3(a)", or "p4" where the requester gave no label);
    `stem` are the requester's words above it that it cannot be understood without, or empty;
    `sections` are citations as the register prints them ("FOIA s31(1)(a)"); `regime` is the law
    that answers this part, or None where that is the case's own.
    """

    key: str
    label: str
    text: str
    held: Held = Held.UNKNOWN
    outcome: Outcome | None = None
    sections: tuple[str, ...] = ()
    searches: tuple[Search, ...] = ()
    facts: str = ""
    stem: str = ""
    regime: Regime | None = None

    @property
    def question(self) -> str:
        """The requester's words that ask it: the lead-in, where there is one, and its own."""
        return f"{self.stem}\n{self.text}" if self.stem else self.text


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules need to know of a case."""

    reference: str
    state: State


# What changes no state, whatever it is but that of a merged case.
_ANYWHERE = (
    EventKind.MESSAGE_FILED,
    EventKind.ASSIGNED,
    EventKind.ADDRESS_CORRECTED,
    EventKind.DELIVERED,
    EventKind.DELIVERY_DELAYED,
    EventKind.NOT_DELIVERED,
    EventKind.SENDING_PARTIAL,
    EventKind.SENDING_STOPPED,
    EventKind.SENDING_FAILED,
    EventKind.SENDING_UNKNOWN,
    EventKind.SENDING_SETTLED,
    EventKind.SENDING_RESUMED,
    EventKind.ACKNOWLEDGEMENT_SENT,
    EventKind.ACKNOWLEDGEMENT_VOIDED,
    # Letters other than the first two: domain/letters/kinds.py says which fits which state.
    EventKind.LETTER_BEGUN,
    EventKind.LETTER_DISCARDED,
    EventKind.LETTER_APPROVED,
    EventKind.LETTER_VOIDED,
    EventKind.LETTER_SENT,
    EventKind.DRAFTED,
    EventKind.DRAFT_EDITED,
    EventKind.GENERATED_ACCEPTED,
    EventKind.ATTACHMENT_ADDED,
    EventKind.ATTACHMENT_REMOVED,
    EventKind.FILE_FINDING_ACCEPTED,
    EventKind.NOTE_ADDED,
    EventKind.REPLY_SETTLED,
    # Parts are split off an open case alone; a message also off one that is answered.
    EventKind.CASE_SPLIT,
    EventKind.CASE_LINKED,
    EventKind.CASE_UNLINKED,
)
# What servers still report of letters that had left; the rest happens to the case that stays.
_ONCE_MERGED = (
    EventKind.DELIVERED,
    EventKind.DELIVERY_DELAYED,
    EventKind.NOT_DELIVERED,
    EventKind.SENDING_SETTLED,
)
# What is allowed while a case is open, and leaves it open.
_WHILE_OPEN = (
    # The first event of a case: it is open from the start.
    EventKind.OPENED,
    EventKind.RECEIPT_CORRECTED,
    EventKind.REGIME_CHANGED,
    EventKind.CLARIFICATION_SOUGHT,
    EventKind.CLARIFICATION_RECEIVED,
    EventKind.FEES_NOTICE_GIVEN,
    EventKind.FEE_RECEIVED,
    EventKind.TIME_EXTENDED,
    EventKind.CLOCK_EVENT_WITHDRAWN,
    EventKind.CLOCK_RECOMPUTED,
    EventKind.PARTS_CORRECTED,
    EventKind.PART_RECORDED,
    EventKind.SEARCH_RECORDED,
    EventKind.REASONING_RECORDED,
    EventKind.ESTIMATE_RECORDED,
    EventKind.ACKNOWLEDGEMENT_APPROVED,
)
_STEPS = {
    (State.OPEN, EventKind.RESPONSE_APPROVED): State.RESPONSE_APPROVED,
    (State.RESPONSE_APPROVED, EventKind.CLOCK_RECOMPUTED): State.RESPONSE_APPROVED,
    (State.RESPONSE_APPROVED, EventKind.RESPONSE_VOIDED): State.OPEN,
    (State.RESPONSE_APPROVED, EventKind.RESPONSE_SENT): State.ANSWERED,
    # By post, by phone, from a mailbox of the officer’s own: nothing leaves from here.
    (State.OPEN, EventKind.ANSWERED_ELSEWHERE): State.ANSWERED,
    (State.OPEN, EventKind.MARKED_NOT_A_REQUEST): State.NOT_A_REQUEST,
    (State.ANSWERED, EventKind.REOPENED): State.OPEN,
    (State.NOT_A_REQUEST, EventKind.REOPENED): State.OPEN,
    (State.OPEN, EventKind.WITHDRAWN): State.WITHDRAWN,
    (State.OPEN, EventKind.TRANSFERRED): State.TRANSFERRED,
    # What was recorded by mistake, or a requester or an authority who thinks better of it.
    (State.WITHDRAWN, EventKind.REOPENED): State.OPEN,
    (State.TRANSFERRED, EventKind.REOPENED): State.OPEN,
    # The review is a case of its own; the request that it is of stays answered meanwhile.
    (State.ANSWERED, EventKind.REVIEW_OPENED): State.ANSWERED,
    (State.OPEN, EventKind.CASE_MERGED): State.MERGED,
    (State.NOT_A_REQUEST, EventKind.CASE_MERGED): State.MERGED,
    (State.OPEN, EventKind.OTHER_MERGED_IN): State.OPEN,
    (State.ANSWERED, EventKind.OTHER_MERGED_IN): State.ANSWERED,
}

TRANSITIONS: Mapping[tuple[State, EventKind], State] = {
    **{(state, kind): state for state in State if state != State.MERGED for kind in _ANYWHERE},
    **{(State.MERGED, kind): State.MERGED for kind in _ONCE_MERGED},
    **{(State.OPEN, kind): State.OPEN for kind in _WHILE_OPEN},
    **_STEPS,
}


def apply(case: Case, kind: EventKind) -> Case:
    """Return the case after an event; raises NotAllowed where the workflow has no such step."""
    try:
        return replace(case, state=TRANSITIONS[case.state, kind])
    except KeyError:
        allowed = sorted(k.replace("_", " ") for s, k in TRANSITIONS if s is case.state)
        raise NotAllowed(
            f"{case.reference} is {case.state.replace('_', ' ')}, so it cannot be "
            f"“{kind.replace('_', ' ')}” now. Possible: {', '.join(allowed)}."
        ) from None


def chain_hash(
    previous: str, number: int, kind: str, at: datetime, actor: str, details: Mapping[str, object]
) -> str:
    """Return the SHA-256 (hex) of an event, bound to the event before it.

    Events hold ids and hashes only, so that personal data can be erased without breaking the
    chain. `at` is an aware instant; it is hashed in UTC with microseconds.
    """
    if at.tzinfo is None:
        raise ValueError("an event's instant carries its offset")
    row = [previous, number, kind, at.timestamp(), actor, dict(details)]
    text = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()
