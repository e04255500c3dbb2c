"""The days that the letters of a case may state, from its clock, its mail and its letters."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from assistant.domain.case import Purpose
from assistant.domain.law.acts import Regime
from assistant.domain.law.clock import received_on
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.dates import LetterDates, Standing, letter_dates
from assistant.domain.mail.followup_kinds import IntentKind
from assistant.store.clocks import rules_of
from assistant.store.models import Case, CaseMessage, Letter, Outbox

# Which message a letter answers, by what the reader of mail took it for.
_ANSWERS: Mapping[LetterKind, str] = {
    LetterKind.CHASER_REPLY: IntentKind.CHASER.value,
    LetterKind.THANKS_REPLY: IntentKind.THANKS.value,
    LetterKind.QUESTION_REPLY: IntentKind.QUESTION_ABOUT_RESPONSE.value,
    LetterKind.COMPLAINT_REPLY: IntentKind.COMPLAINT_ICO.value,
    LetterKind.WITHDRAWAL: IntentKind.WITHDRAWAL.value,
}


def dates_of(case: Case, kind: LetterKind, today: date) -> LetterDates:
    """Return the days for a letter of a kind that is written today (a day in Europe/London)."""
    review = case.purpose == Purpose.REVIEW
    started = case.deadline.get("received_on") if case.deadline else None
    standing = Standing(
        regime=Regime(case.regime),
        received_on=case.received_on,
        started_on=date.fromisoformat(started) if started else case.received_on,
        due_on=case.due_on,
        letter_date=today,
        message_on=_message_on(case, _ANSWERS.get(kind, "")),
        responded_on=_responded_on(case.parent if review and case.parent else case),
        review_received_on=case.received_on if review else None,
    )
    rules = rules_of(case.authority_id)
    dates = letter_dates(standing, rules.calendar(case.received_on.year - 1, today.year + 2))
    # A review has its own clock, which may have been extended.
    return replace(dates, review_due_on=case.due_on) if review else dates


def _message_on(case: Case, intent: str) -> date | None:
    """Return when the newest reply with an intent came, or None where none was filed."""
    filed = (
        CaseMessage.objects.filter(case=case, part=CaseMessage.Part.REPLY, message__intent=intent)
        .select_related("message")
        .order_by("-message__received_at", "-pk")
        .first()
    )
    return received_on(filed.message.received_at) if intent and filed else None


def _responded_on(case: Case) -> date | None:
    """Return when the newest response left, from here or by another way; None where none has."""
    sent = (
        Letter.objects.filter(case=case, kind=LetterKind.RESPONSE, outbox__stage=Outbox.Stage.SENT)
        .select_related("outbox")
        .order_by("-outbox__finished_at")
        .first()
    )
    finished = sent.outbox.finished_at if sent else None
    elsewhere = case.answers_elsewhere.order_by("-on").values_list("on", flat=True).first()
    days = [elsewhere, received_on(finished) if finished else None]
    return max((day for day in days if day), default=None)
