"""Open a case for a request: reference, receipt, regime, parts, clock, and its drafts queued."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from assistant.domain.case import EventKind, ReceiptBasis
from assistant.domain.law.clock import LONDON
from assistant.domain.law.clock import received_on as london_date
from assistant.domain.law.clock_rules import ClockRules
from assistant.domain.letters.addressing import NO_SUBJECT
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.request.likeness import sketch
from assistant.domain.request.part import Part
from assistant.domain.request.questions import key_of
from assistant.domain.request.regime import RegimeVerdict, classify
from assistant.ports import Clock
from assistant.services.read_attachments import asked
from assistant.services.set_clock import first_clock
from assistant.store import queue
from assistant.store.bulk import insert_rows
from assistant.store.case_words import words_of_request
from assistant.store.clocks import rules_of
from assistant.store.events import first_event
from assistant.store.models import (
    Authority,
    Case,
    CaseMessage,
    CaseWords,
    Draft,
    Event,
    EventNote,
    Message,
    Requester,
    RequestPart,
    RequestSketch,
    User,
)
from assistant.store.numbers import next_references

LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What a case is opened with, from a message or by hand.

    `text` is the whole text, `spans` which of it the requester wrote now, `files` the name and text
    of each attachment that could be read. `regime` is empty where it should be proposed from the
    words.
    """

    authority: Authority
    received_at: datetime
    received_on: date
    basis: ReceiptBasis
    subject: str
    text: str
    spans: tuple[tuple[int, int], ...]
    requester_name: str
    requester_address: str
    postal_address: str = ""
    regime: str = ""
    reason: str = ""
    files: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read out of a request: its questions, and the regime they seem to belong to."""

    questions: tuple[Part, ...]
    proposed: RegimeVerdict


@dataclass(frozen=True, slots=True)
class CaseRows:
    """The rows of a case that is being opened, none of them stored yet."""

    case: Case
    requester: Requester
    parts: tuple[RequestPart, ...]
    sketch: tuple[int, ...]
    event: Event
    note: EventNote | None
    filed: CaseMessage | None
    drafts: tuple[Draft, ...]
    words: CaseWords

    def take_key(self) -> None:
        """Give the rows the key of their case, once that is stored."""
        self.requester.case = self.event.case = self.words.case = self.case
        for part in self.parts:
            part.case = self.case
        for draft in self.drafts:
            draft.case = self.case
        if self.filed:
            self.filed.case = self.case


def open_case(
    message: Message,
    *,
    clock: Clock,
    requester_address: str = "",
    requester_name: str = "",
    received_on: date | None = None,
    spans: tuple[tuple[int, int], ...] | None = None,
    subject: str = "",
    by: User | None = None,
    reason: str = "",
) -> Case:
    """Open a case for a message, inside the caller's transaction.

    The date of receipt is the server's (s.10(6) FOIA). What is named beside the message stands for
    what it says of itself, where a person knows better than the message: for a colleague's forward
    who asked, in which words of it (`spans`), about what, and on which day it reached the authority
    (Europe/London).
    """
    received_at, basis = message.received_at, ReceiptBasis.SERVER
    if received_on is not None and received_on != london_date(message.received_at):
        received_at = datetime.combine(received_on, time(12), tzinfo=LONDON)
        basis = ReceiptBasis.CORRECTED
    request = replace(
        request_in(message, _files(message)),
        received_at=received_at,
        received_on=london_date(received_at),
        basis=basis,
        subject=subject or message.subject,
        reason=reason,
    )
    if spans:
        request = replace(request, spans=spans)
    if requester_address:
        request = replace(request, requester_name="", requester_address=requester_address)
    if requester_name:
        request = replace(request, requester_name=requester_name)
    return start_case(request, message=message, by=by, clock=clock)


def request_in(message: Message, files: tuple[tuple[str, str], ...]) -> NewRequest:
    """Return the request that a message makes by itself; `files` are name and text of each file."""
    return NewRequest(
        authority=message.authority,
        received_at=message.received_at,
        received_on=london_date(message.received_at),
        basis=ReceiptBasis.SERVER,
        subject=message.subject,
        text=message.text,
        spans=tuple((start, end) for start, end in message.reply_spans),
        requester_name=message.sender_name,
        requester_address=message.answer_to or message.sender_address,
        files=files,
    )


def start_case(
    request: NewRequest, *, message: Message | None, by: User | None, clock: Clock
) -> Case:
    """Make the rows of a case, its clock and its queued drafts, inside the caller's transaction."""
    rows = case_rows(
        request,
        understand(request),
        message=message,
        by=by,
        rules=rules_of(request.authority.pk),
        clock=clock,
    )
    store_cases([rows])
    return rows.case


def understand(request: NewRequest) -> Understood:
    """Read a request: its questions, and its regime by its words."""
    questions = asked(request.text, request.spans, request.files)
    words = _words(request, questions)
    # Where the whole text is the requester's, its questions need not be found a second time.
    same = words == request.text
    return Understood(questions, classify(words, request.subject, questions if same else None))


def case_rows(
    request: NewRequest,
    understood: Understood,
    *,
    message: Message | None,
    by: User | None,
    rules: ClockRules,
    clock: Clock,
) -> CaseRows:
    """Return the rows of a case; `rules` are those of the authority's clocks."""
    now = clock.now()
    proposed = understood.proposed
    case = Case(
        authority=request.authority,
        title=" ".join(request.subject.split())[:LONGEST_TITLE] or NO_SUBJECT,
        regime=request.regime or proposed.value.value,
        regime_reasons=["Chosen by the officer"] if request.regime else list(proposed.reasons),
        received_at=request.received_at,
        received_on=request.received_on,
        receipt_basis=request.basis,
        receipt_reason=request.reason if request.basis == ReceiptBasis.CORRECTED else "",
        opened_at=now,
    )
    parts = _parts(case, request, message, understood.questions)
    first_clock(case, parts, rules)
    requester = Requester(
        case=case,
        name=request.requester_name,
        address=request.requester_address,
        postal_address=request.postal_address,
    )
    event, note = first_event(
        case,
        EventKind.OPENED,
        by=by,
        at=now,
        reason=request.reason,
        message=message.pk if message else None,
    )
    filed = None
    if message:
        filed = CaseMessage(case=case, message=message, part=CaseMessage.Part.REQUEST, filed_at=now)
    # Old mail that was imported was answered, or acknowledged, before the assistant came.
    imported = message is not None and message.imported
    first = () if imported else (LetterKind.ACKNOWLEDGEMENT,)
    drafts = tuple(
        Draft(case=case, kind=kind, queued_at=now) for kind in (*first, LetterKind.RESPONSE)
    )
    alike = sketch(part.text for part in parts)
    texts = (request.text, *(text for _, text in request.files))
    words = CaseWords(case=case, request=words_of_request(case.title, *texts))
    return CaseRows(case, requester, tuple(parts), alike, event, note, filed, drafts, words)


def store_cases(opened: Sequence[CaseRows]) -> None:
    """Give cases their references in their order, store their rows, and queue their drafts.

    Call it inside the transaction that settles their messages.
    """
    if not opened:
        return
    years: dict[tuple[int, int], list[Case]] = defaultdict(list)
    for rows in opened:
        years[rows.case.authority_id, rows.case.received_on.year].append(rows.case)
    for (_, year), cases in sorted(years.items()):
        references = next_references(cases[0].authority, year, len(cases))
        for case, reference in zip(cases, references, strict=True):
            case.reference = reference
    for rows in opened:
        rows.words.request = f"{words_of_request(rows.case.reference)} {rows.words.request}"
    Case.objects.bulk_create([rows.case for rows in opened])
    for rows in opened:
        rows.take_key()
    insert_rows([rows.requester for rows in opened])
    insert_rows([part for rows in opened for part in rows.parts])
    insert_rows(
        [
            RequestSketch(case_id=rows.case.pk, value=value)
            for rows in opened
            for value in rows.sketch
        ]
    )
    insert_rows([rows.event for rows in opened if not rows.note])
    noted = [rows for rows in opened if rows.note]
    Event.objects.bulk_create([rows.event for rows in noted])
    EventNote.objects.bulk_create([rows.note for rows in noted if rows.note])
    insert_rows([rows.filed for rows in opened if rows.filed])
    insert_rows([rows.words for rows in opened])
    drafts = Draft.objects.bulk_create([draft for rows in opened for draft in rows.drafts])
    queue.enqueue_all(queue.COMPOSE_DRAFT, [draft.pk for draft in drafts])


def _files(message: Message) -> tuple[tuple[str, str], ...]:
    """Return the name and text of each attachment of a message that could be read."""
    if not message.attachments:
        return ()
    rows = message.attachment_texts.exclude(text="").order_by("position")
    return tuple(rows.values_list("name", "text"))


def _words(request: NewRequest, questions: Sequence[Part]) -> str:
    """Return the words that tell the regime: the requester's own, and files that ask something."""
    asking = {each.origin for each in questions}
    files = [said for name, said in request.files if name in asking]
    return "\n\n".join(["".join(request.text[a:b] for a, b in request.spans), *files])


def _parts(
    case: Case, request: NewRequest, message: Message | None, parts: Sequence[Part]
) -> list[RequestPart]:
    """Return the parts of the request, not stored yet; one that no rule could divide is one."""
    if not parts:
        whole = request.text.strip() or request.subject.strip() or NO_SUBJECT
        start = max(request.text.find(whole), 0)
        return [
            RequestPart(
                case=case,
                position=1,
                key="1",
                message=message,
                start=start,
                end=start + len(whole),
                text=whole,
                regime=case.regime,
                received_on=case.received_on,
            )
        ]
    return [
        RequestPart(
            case=case,
            position=position,
            key=key,
            label=part.label,
            parent_label=part.parent,
            message=message,
            start=part.start,
            end=part.end,
            origin=part.origin,
            stem=part.stem,
            text=part.text,
            regime=case.regime,
            received_on=case.received_on,
        )
        for position, (key, part) in enumerate(zip(key_of(parts), parts, strict=True), start=1)
    ]
