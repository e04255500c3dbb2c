"""Decide what becomes of a message that was read, and record it on every case it touches."""

from collections.abc import Sequence

from assistant.domain.case import EventKind
from assistant.domain.mail import followup, matching
from assistant.domain.mail.folders import is_junk
from assistant.domain.mail.followup_kinds import IntentKind
from assistant.domain.mail.message import DeliveryReport
from assistant.domain.mail.message import Message as Mail
from assistant.domain.mail.screening import Reason, Verdict
from assistant.domain.mail.traits import asks, mentions_information
from assistant.ports import Clock
from assistant.services.message_in_hand import MessageInHand, Office
from assistant.services.open_case import CaseRows, NewRequest, case_rows, understand
from assistant.services.read_again import UNKNOWN_THREAD, await_thread
from assistant.services.read_attachments import Attached
from assistant.services.report_delivery import report_delivery
from assistant.services.unstored import Unstored
from assistant.store import case_words, threads
from assistant.store.events import record
from assistant.store.models import AttachmentText, Case, CaseMessage, Message
from assistant.store.models import DeliveryReport as Reported

Disposition = Message.Disposition
Part = CaseMessage.Part
# What machines write says nothing that a case should be found by; a bounce returns our own letter.
MACHINE_MADE = (Part.BOUNCE, Part.AUTOMATIC)


def looks_at_cases(reading: MessageInHand, unstored: Unstored) -> bool:
    """Say whether what becomes of a message depends on cases that may not be stored yet."""
    row, mail = reading.row, reading.mail
    return (
        reading.screened.verdict is Verdict.BOUNCE
        or any(place.sent for place in reading.places)
        or reading.office.own.holds(mail.sender.address)
        or bool(reading.pointers)
        or unstored.earlier.of_same_id(row) is not None
        or unstored.earlier.of_same_words(row) is not None
    )


def dispose(reading: MessageInHand, unstored: Unstored) -> None:
    """Give a message its disposition, inside the caller's transaction; its row bears what was read.

    `unstored` takes the message, and the case it opens; where the message looks at cases, the
    caller has stored what came before.

    What we sent ourselves goes to its case. What machines wrote is filed where it belongs to a
    case. What people wrote opens a case, is filed on one, or is held with the reason.
    """
    row, mail, screened, where = reading.row, reading.mail, reading.screened, reading.places
    _keep_texts(row, reading.attached)
    sent = any(place.sent for place in where)
    ours = sent or reading.office.own.holds(mail.sender.address)
    if ours and _sent_by_us(reading, unstored, from_sent_folder=sent):
        return
    matched = matching.match(mail, threads.candidates(row.authority, mail, reading.pointers))
    row.intent = reading.first_intent.value
    reading.note(matched.reasons)
    cases = _cases(matched) if matched.kind == "case" else []
    if cases:
        row.intent = followup.intent(mail, screened, in_thread=True).value.value
    if screened.verdict is Verdict.BOUNCE:
        _file(reading, unstored, cases, Disposition.BOUNCE, Part.BOUNCE)
        _note_reports(reading, cases)
    elif screened.verdict is Verdict.AUTOMATIC:
        _file(reading, unstored, cases, Disposition.AUTOMATIC, Part.AUTOMATIC)
        _note_reports(reading, cases)
    elif where and all(is_junk(place.folder) for place in where):
        _hold(reading, unstored, [_JUNK])
    elif screened.verdict is Verdict.HELD or matched.kind == "held":
        _hold(reading, unstored, [])
    elif cases:
        _file(reading, unstored, cases, Disposition.FILED, Part.REPLY)
    else:
        _first_message(reading, unstored)


_JUNK = Reason(
    "junk_folder",
    "The mail server put it into the folder for spam, which is often wrong about requests. Make it "
    "a case if it is one.",
)


def _sent_by_us(reading: MessageInHand, unstored: Unstored, *, from_sent_folder: bool) -> bool:
    """File what we sent on its case; return whether that settled the message."""
    row, mail = reading.row, reading.mail
    letter = threads.own_letter(row.authority, mail)
    if letter:
        reading.note([Reason("own_letter", f"It is our own letter on {letter}, come back to us.")])
        _file(reading, unstored, [], Disposition.AUTOMATIC, Part.AUTOMATIC)
        return True
    known = threads.candidates(row.authority, mail, threads.pointers_in(mail, sent=True))
    matched = matching.match_sent(mail, known)
    if matched.kind == "case" and reading.screened.verdict is not Verdict.BOUNCE:
        reading.note(matched.reasons)
        _file(reading, unstored, _cases(matched), Disposition.FILED, Part.SENT)
        return True
    if from_sent_folder:
        reading.note([Reason("sent_by_us", _SENT_ELSEWHERE)])
        _file(reading, unstored, [], Disposition.AUTOMATIC, Part.AUTOMATIC)
        # After a restore, copies of our letters may be read before the requests that they answer.
        await_thread(row)
        return True
    return False


_SENT_ELSEWHERE = "It was sent by us, to somebody who is on no case that it could belong to."


def _first_message(reading: MessageInHand, unstored: Unstored) -> None:
    """Open a case for what belongs to none, unless it was here before or answers the unknown."""
    row = reading.row
    same_id = unstored.earlier.of_same_id(row)
    if same_id is not None:
        _again(reading, unstored, same_id)
        return
    same_words = unstored.earlier.of_same_words(row)
    if same_words is not None:
        _file_as_copy(reading, unstored, same_words, "repeated_request", _SAME_WORDS)
        return
    follows = reading.screened.verdict is Verdict.FOLLOW_UP
    if follows and (threads.unread(row.authority, reading.mail) or not reading.asks_anew):
        _hold(reading, unstored, [_UNKNOWN_THREAD])
        await_thread(row)
        return
    row.disposition = Disposition.CASE
    rows = reading.rows or rows_for(row, reading.request, reading.office, reading.clock)
    unstored.open(row, rows)


def rows_for(row: Message, request: NewRequest, office: Office, clock: Clock) -> CaseRows:
    """Return the rows of the case that a message opens with its request; stores nothing."""
    return case_rows(
        request, understand(request), message=row, by=None, rules=office.rules, clock=clock
    )


_SAME_WORDS = "the same sender wrote the same words a few days before"
_SAME_ID = "it bears the same Message-ID with different words"
_UNKNOWN_THREAD = Reason(
    UNKNOWN_THREAD,
    "It answers a message that is not on any case here. File it on its case, or make it a case if "
    "it asks for information.",
)
_ABOUT_EARLIER = frozenset(
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


def asks_anew(mail: Mail) -> bool:
    """Say whether an answer to something unknown plainly asks for information for the first time.

    People answer a newsletter, or their own earlier mail, with a request.
    """
    meant = followup.intent_of_text(mail.written, mail.subject).value
    return meant not in _ABOUT_EARLIER and asks(mail) and mentions_information(mail)


def _again(reading: MessageInHand, unstored: Unstored, first: Message) -> None:
    """File another message with a known Message-ID where its sender takes part, else hold it."""
    cases = first.cases.select_related("requester")
    theirs = [case for case in cases if _takes_part(reading, case, first)]
    if theirs:
        _file_as_copy(reading, unstored, first, "possible_duplicate", _SAME_ID)
        return
    _hold(
        reading,
        unstored,
        [
            Reason(
                "same_message_id",
                "Another message with the same Message-ID but different words is here already. "
                "Compare the two, then make this one a case or file it.",
            )
        ],
    )


def _takes_part(reading: MessageInHand, case: Case, first: Message) -> bool:
    """Say whether the sender wrote the first message, or is the requester of its case."""
    sender = reading.row.sender_address.casefold()
    known = {first.sender_address.casefold()}
    if hasattr(case, "requester"):
        known.add(case.requester.address.casefold())
    return bool(sender) and sender in known


def _file_as_copy(
    reading: MessageInHand, unstored: Unstored, first: Message, rule: str, why: str
) -> None:
    """File what may be a message sent twice beside the first one, with the reason in view."""
    cases = threads.standing_for(first.cases.select_related("merged_into"))
    named = ", ".join(case.reference for case in cases)
    detail = f"A possible duplicate of a message on {named}: {why}. Compare the two."
    reading.note([Reason(rule, detail)])
    _file(reading, unstored, cases, Disposition.FILED, Part.REPLY)


def _keep_texts(row: Message, attached: Sequence[Attached]) -> None:
    """Keep the words of each attachment, or why they could not be read."""
    rows = [
        AttachmentText(
            message=row,
            position=position,
            name=each.file.name,
            text=each.said.text,
            problem=each.said.problem,
        )
        for position, each in enumerate(attached)
        if each.said is not None
    ]
    if rows:
        # They are there already where a message is read again.
        AttachmentText.objects.bulk_create(rows, ignore_conflicts=True)


def _cases(matched: matching.Match) -> list[Case]:
    return list(Case.objects.filter(pk__in=matched.case_ids).order_by("pk"))


def hold(row: Message, reasons: Sequence[Reason], clock: Clock) -> None:
    """Hold a message for a person, with every reason; stores nothing."""
    row.disposition = Disposition.HELD
    row.reasons = [
        *row.reasons,
        *({"rule": each.rule, "detail": each.detail} for each in reasons),
    ]
    row.read_at = clock.now()


def _hold(reading: MessageInHand, unstored: Unstored, reasons: Sequence[Reason]) -> None:
    hold(reading.row, reasons, reading.clock)
    unstored.settle(reading.row)


def _note_reports(reading: MessageInHand, cases: Sequence[Case]) -> None:
    """Note what a delivery report says became of our letters, on the case of each.

    A report that names no letter we know still tells a case that something failed; a delayed one
    (4.x.x) tells only that the server still tries (RFC 3464 section 2.3.3). A bounce that could
    not be read counts as a failure.
    """
    row, reports = reading.row, reading.mail.reports
    noted = [found for each in reports if (found := _reported(reading, each)) is not None]
    here = {case.pk for case in cases}
    theirs = threads.standing_for(found.letter.case for found in noted)
    for case in theirs:
        if case.pk not in here:
            _place(reading, case, Part.BOUNCE)
    told = {found.letter.case_id for found in noted}
    unread = not reports and row.disposition == Disposition.BOUNCE
    if not unread and not any(report.action == "failed" for report in reports):
        return
    for case in cases:
        if case.pk not in told:
            record(
                case,
                EventKind.NOT_DELIVERED,
                by=None,
                at=reading.clock.now(),
                message=row.pk,
                content=row.content_sha256,
            )


def _reported(reading: MessageInHand, report: DeliveryReport) -> Reported | None:
    """Note what is said of one recipient, where the letter is ours."""
    return report_delivery(
        reading.row,
        action=report.action,
        status=report.status,
        recipient=report.recipient,
        detail=report.words,
        letter_message_id=report.original_message_id,
        mark=report.mark,
        clock=reading.clock,
    )


def _file(
    reading: MessageInHand,
    unstored: Unstored,
    cases: Sequence[Case],
    disposition: Message.Disposition,
    part: CaseMessage.Part,
) -> None:
    """File a message on its cases (an automatic one may have none)."""
    reading.row.disposition = disposition
    for case in cases:
        _place(reading, case, part)
    unstored.settle(reading.row, on_a_case=bool(cases))


def _place(reading: MessageInHand, case: Case, part: CaseMessage.Part) -> None:
    """Put a message on a case, and say so in its history."""
    row, now = reading.row, reading.clock.now()
    CaseMessage.objects.create(case=case, message=row, part=part, filed_at=now)
    if part not in MACHINE_MADE:
        case_words.add_message(case.pk, row)
    record(
        case,
        EventKind.MESSAGE_FILED,
        by=None,
        at=now,
        message=row.pk,
        content=row.content_sha256,
    )
