"""Which case a message belongs to: by thread and sender, never by one of them alone.

Anybody can write any In-Reply-To, any subject and any From. So a message joins a case without a
look only where something of the case and a known correspondent of it come together; everything
else is a new case, or is held with the reason.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.domain.mail import traits
from assistant.domain.mail.answering import takes_answers
from assistant.domain.mail.followup import intent_of_text
from assistant.domain.mail.followup_kinds import IntentKind
from assistant.domain.mail.message import DeliveryReport, Message
from assistant.domain.mail.quotemarks import REPLY_SUBJECT
from assistant.domain.mail.references import references_in
from assistant.domain.mail.screening import Reason
from assistant.domain.mail.subjects import base_subject

__all__ = ["Known", "Match", "is_request_address", "match", "match_sent", "references_in"]

# A request site gives each request an address of its own: what comes from it is about that one.
_REQUEST_ADDRESS = re.compile(
    r"(?:[\w-]{1,40}\+)?request-\d{1,12}-[0-9a-f]{6,20}@\S+", re.IGNORECASE
)
# What is said of a request that was made; anything else may be a new one.
_OF_ITS_CASE = frozenset(
    {
        IntentKind.CHASER,
        IntentKind.CLARIFICATION_SUPPLIED,
        IntentKind.INTERNAL_REVIEW_REQUEST,
        IntentKind.WITHDRAWAL,
        IntentKind.THANKS,
        IntentKind.QUESTION_ABOUT_RESPONSE,
        IntentKind.COMPLAINT_ICO,
    }
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a case that a message might belong to.

    `message_ids` are those of every message filed on it and every letter sent from it, with their
    angle brackets, and `marks` the X-FOI-Letter marks of those letters; `correspondents` the
    addresses that have taken part; `subjects` what its request and letters are about, as
    base_subject gives it. `reviews` is the case whose response it reviews, for an internal review.
    `former` are the references of cases that were merged into it: what names one of them means this
    one.
    """

    case_id: int
    reference: str
    message_ids: frozenset[str]
    correspondents: frozenset[str]
    open: bool
    subjects: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    reviews: int | None = None
    former: frozenset[str] = frozenset()

    def named_among(self, references: Collection[str]) -> str:
        """Return how it is named among references in capitals, in words; empty where it is not."""
        if self.reference.upper() in references:
            return self.reference
        old = next((each for each in sorted(self.former) if each.upper() in references), "")
        return f"{old}, which was merged into {self.reference}" if old else ""

    def knows(self, address: str) -> bool:
        """Say whether an address has taken part; letter case does not matter."""
        return bool(address) and address.casefold() in {
            each.casefold() for each in self.correspondents
        }


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


Points = Callable[[Message, Known], str | None]


def is_request_address(address: str) -> bool:
    """Say whether an address stands for one request, as those of WhatDoTheyKnow do."""
    return bool(_REQUEST_ADDRESS.fullmatch(address.strip()))


def match(message: Message, candidates: Sequence[Known]) -> Match:
    """Return where a message goes among candidate cases; a pure function of its arguments.

    A thread, a reference or a subject of a case counts with a known correspondent; from anybody
    else the message is held, with the case it looks like. A bounce counts by the letter it is
    about.
    """
    hits = [hit for case in candidates if (hit := _hit(message, case)) is not None]
    hits = _of_the_review(_surest(hits))
    if not hits:
        return Match("new", (), (Reason("no_case", "It belongs to no case that we know."),))
    ids = tuple(dict.fromkeys(hit.case.case_id for hit in hits))
    reasons = tuple(hit.reason for hit in hits)
    if all(hit.sure for hit in hits):
        return Match("case", ids, reasons)
    strange = [hit for hit in hits if not hit.case.knows(message.sender.address)]
    if len(strange) == len(hits) and all(_may_be_new(hit, message) for hit in hits):
        return Match("new", (), reasons)
    return Match("held", ids, (*reasons, *(_looks_like(message, hit.case) for hit in strange)))


def match_sent(message: Message, candidates: Sequence[Known]) -> Match:
    """Return the cases that a message which we sent belongs to.

    Its thread, its reference or its subject points to the case, and it went to somebody who takes
    part in it: both together, as for what comes in.
    """
    found = []
    for case in candidates:
        if not any(case.knows(each.address) for each in (*message.to, *message.cc)):
            continue
        said = next((how for _, ask in _SENT_BY if (how := ask(message, case))), None)
        if said:
            found.append(_Hit(case, Reason("sent_by_colleague", f"{_SENT} {said}"), sure=True))
    if not found:
        return Match("new", (), ())
    ids = tuple(hit.case.case_id for hit in found)
    return Match("case", ids, tuple(hit.reason for hit in found))


_SENT = "We sent it, by a mail program of our own."


def _hit(message: Message, case: Known) -> _Hit | None:
    """Return how a message points to a case, the surest way first."""
    closed = "" if case.open else " The case is closed."
    if any(_about(report, case, message) for report in message.reports):
        detail = f"The delivery report is about a letter of {case.reference}.{closed}"
        return _Hit(case, Reason("reported_letter", detail), sure=True)
    known = case.knows(message.sender.address)
    for rule, ask in _POINTERS:
        said = ask(message, case)
        if said:
            return _Hit(case, Reason(rule, said + closed), sure=known)
    named = case.named_among(references_in(message.written))
    if named:
        # People cite one case while they ask for something new: what they say has to tell.
        detail = f"Its text names {named}"
        if known and intent_of_text(message.written, message.subject).value in _OF_ITS_CASE:
            return _Hit(case, Reason("text_reference", f"{detail}.{closed}"), sure=True)
        doubt = f"{detail}; it may belong there, or be new.{closed}"
        return _Hit(case, Reason("text_reference", doubt), sure=False)
    return None


def _in_thread(message: Message, case: Known) -> str | None:
    if _among({message.in_reply_to, *message.references}, case.message_ids):
        return f"It answers a message of {case.reference}."
    return None


def _names_in_subject(message: Message, case: Known) -> str | None:
    named = case.named_among(references_in(message.subject))
    return f"Its subject names {named}." if named else None


def _request_address(message: Message, case: Known) -> str | None:
    """Return that the address itself ties it to the case."""
    if is_request_address(message.sender.address) and case.knows(message.sender.address):
        return f"It comes from the address that stands for {case.reference} alone."
    return None


def _same_subject(message: Message, case: Known) -> str | None:
    """Return that it answers by its subject, where a program lost the headers of its thread."""
    answers = REPLY_SUBJECT.match(message.subject) or message.in_reply_to or message.references
    about = base_subject(message.subject)
    if answers and about and about in case.subjects and case.knows(message.sender.address):
        return f"Its subject is that of {case.reference}, as an answer to it."
    return None


def _subject_we_sent(message: Message, case: Known) -> str | None:
    about = base_subject(message.subject)
    if about and about in case.subjects:
        return f"Its subject is that of {case.reference}."
    return None


_THREAD = ("thread", _in_thread)
_SUBJECT = ("subject_reference", _names_in_subject)
_POINTERS: tuple[tuple[str, Points], ...] = (
    _THREAD,
    _SUBJECT,
    ("request_address", _request_address),
    ("same_subject", _same_subject),
)
_SENT_BY: tuple[tuple[str, Points], ...] = (_THREAD, _SUBJECT, ("same_subject", _subject_we_sent))


def _of_the_review(hits: list[_Hit]) -> list[_Hit]:
    """Leave out a request where its internal review is meant as surely: they share a thread."""
    reviewed = {hit.case.reviews for hit in hits if hit.sure}
    return [hit for hit in hits if hit.case.case_id not in reviewed]


def _surest(hits: list[_Hit]) -> list[_Hit]:
    """Return the hits that count: a mere subject gives way to a thread or a reference.

    Where nothing but the subject speaks, and for several cases, a person has to choose.
    """
    named = [hit for hit in hits if hit.reason.rule != "same_subject"]
    if named or len(hits) < 2:  # noqa: PLR2004 - two cases with the same subject
        return named or hits
    return [_Hit(hit.case, hit.reason, sure=False) for hit in hits]


def _may_be_new(hit: _Hit, message: Message) -> bool:
    """Say whether a stranger who names a case in the text alone asks for something of his own."""
    return hit.reason.rule == "text_reference" and traits.asks(message)


def _about(report: DeliveryReport, case: Known, message: Message) -> bool:
    """Say whether a delivery report is about a letter of a case.

    Where no copy of the letter came back, its recipient and the case's reference name it together.
    """
    if report.mark and report.mark in case.marks:
        return True
    if _among({report.original_message_id}, case.message_ids):
        return True
    named = references_in(f"{message.subject}\n{message.text[:3000]}")
    return (
        case.knows(report.recipient)
        and takes_answers(report.recipient)
        and bool(case.named_among(named))
    )


def _among(ids: set[str], known: frozenset[str]) -> bool:
    """Say whether one of some message ids is a known one; brackets and case are forgiven."""
    return bool({_bare(each) for each in ids if each} & {_bare(each) for each in known})


def _bare(message_id: str) -> str:
    return message_id.strip().strip("<>").casefold()


def _looks_like(message: Message, case: Known) -> Reason:
    """Say which case it looks like, and who wrote instead of whom."""
    who = message.sender.address or "somebody without an address"
    known = ", ".join(sorted(each for each in case.correspondents if each)) or "nobody yet"
    return Reason(
        "looks_like_case",
        f"It looks like case {case.reference}, but {who} has not taken part in it ({known}). "
        "File it there if it belongs there, or make it a case of its own.",
    )
