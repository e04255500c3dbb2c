"""Which case a message belongs to: by thread and sender, never by one of them alone.

Anybody can write any In-Reply-To, any subject and any From. So a message joins a case without a
look only where something of the case and a known correspondent of it come together; everything
else is a new case, or is held with the reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.domain.mail.message import Message
from assistant.domain.mail.references import references_in
from assistant.domain.mail.screening import Reason

__all__ = ["Known", "Match", "match", "references_in"]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a case that a message might belong to.

    `message_ids` are those of every message filed on it and every letter sent from it, with their
    angle brackets; `correspondents` the addresses that have taken part.
    """

    case_id: int
    reference: str
    message_ids: frozenset[str]
    correspondents: frozenset[str]
    open: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Where a message goes: to cases, to a new one, or to a person, with the reasons.

    `case_ids` are the cases it joins, or for "held" those a person has to choose among.
    """

    kind: Literal["case", "new", "held"]
    case_ids: tuple[int, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    case: Known
    reason: Reason
    sure: bool


def match(message: Message, candidates: Sequence[Known]) -> Match:
    """Return where a message goes among candidate cases; a pure function of its arguments.

    A thread or subject reference of a case counts with a known correspondent; from anybody else
    the message is held as a new participant. A bounce counts by the letter it is about.
    """
    hits = [hit for case in candidates if (hit := _hit(message, case)) is not None]
    if not hits:
        return Match("new", (), (Reason("no_case", "It belongs to no case that we know."),))
    ids = tuple(dict.fromkeys(hit.case.case_id for hit in hits))
    reasons = tuple(hit.reason for hit in hits)
    if all(hit.sure for hit in hits):
        return Match("case", ids, reasons)
    strangers = [_stranger(message, hit.case) for hit in hits if not _takes_part(message, hit.case)]
    return Match("held", ids, (*reasons, *strangers))


def _hit(message: Message, case: Known) -> _Hit | None:
    """Return how a message points to a case, the surest way first."""
    known = _takes_part(message, case)
    closed = "" if case.open else " The case is closed."
    if message.report is not None and _among({message.report.original_message_id}, case):
        detail = f"The delivery report is about a letter of {case.reference}.{closed}"
        return _Hit(case, Reason("reported_letter", detail), sure=True)
    if _among({message.in_reply_to, *message.references}, case):
        detail = f"It answers a message of {case.reference}.{closed}"
        return _Hit(case, Reason("thread", detail), sure=known)
    if case.reference.upper() in references_in(message.subject):
        detail = f"Its subject names {case.reference}.{closed}"
        return _Hit(case, Reason("subject_reference", detail), sure=known)
    if case.reference.upper() in references_in(message.written):
        # People cite one case while they ask for something new: a person has to tell.
        detail = f"Its text names {case.reference}; it may belong there, or be new.{closed}"
        return _Hit(case, Reason("text_reference", detail), sure=False)
    return None


def _takes_part(message: Message, case: Known) -> bool:
    """Say whether the sender is a known correspondent of a case; letter case does not matter."""
    address = message.sender.address.casefold()
    return bool(address) and address in {each.casefold() for each in case.correspondents}


def _among(ids: set[str], case: Known) -> bool:
    """Say whether one of some message ids is one of a case's; brackets and case are forgiven."""
    return bool({_bare(each) for each in ids if each} & {_bare(each) for each in case.message_ids})


def _bare(message_id: str) -> str:
    return message_id.strip().strip("<>").casefold()


def _stranger(message: Message, case: Known) -> Reason:
    who = message.sender.address or "Somebody without an address"
    detail = f"{who} is a new participant: not among the correspondents of {case.reference}."
    return Reason("new_participant", detail)
