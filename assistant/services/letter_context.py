"""What a letter may say of its case: the facts, as the composer takes them."""

from datetime import date
from typing import Any

from assistant.domain.law.acts import Regime
from assistant.domain.law.clock import LONDON
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.context import LetterContext
from assistant.ports import Clock
from assistant.services.letter_dates import dates_of
from assistant.store.models import Authority, Case, Letterhead

REVIEW_DAYS = 40
# What a letter says where no address is set to write to.
SAME_ADDRESS = "the address that this letter came from"
SAMPLE_REFERENCE = "FOI-2026-SAMPLE"


def letter_context(
    case: Case, *, clock: Clock, kind: LetterKind = LetterKind.RESPONSE
) -> LetterContext:
    """Return the facts of a case for a letter; the date is today's in Europe/London."""
    today = clock.now().astimezone(LONDON).date()
    authority = case.authority
    return LetterContext(
        **_of_authority(authority),
        reference=case.reference,
        requester_name=case.requester.name,
        subject=case.title,
        regime=Regime(case.regime),
        received_on=case.received_on,
        due_on=case.due_on,
        letter_date=today,
        officer_name=case.officer.shown_name if case.officer else "",
        dates=dates_of(case, kind, today),
    )


def sample_context(authority: Authority, regime: Regime) -> LetterContext:
    """Return the facts of a case that does not exist, the same every day, with real settings."""
    return LetterContext(
        **_of_authority(authority),
        reference=SAMPLE_REFERENCE,
        requester_name="Alex Sample",
        subject="Sample request",
        regime=regime,
        received_on=date(2026, 6, 1),
        due_on=date(2026, 6, 29),
        letter_date=date(2026, 6, 1),
        officer_name="",
    )


def _of_authority(authority: Authority) -> dict[str, Any]:
    """Return what the settings say, the same for every letter of an authority."""
    letterhead = Letterhead.objects.filter(authority=authority).first()
    return {
        "authority": authority.name,
        "address": authority.address,
        "contact_email": authority.email or SAME_ADDRESS,
        "contact_phone": authority.phone,
        "officer_title": letterhead.signatory if letterhead else "",
        "regulator_name": authority.regulator_name,
        "regulator_address": authority.regulator_address,
        "regulator_url": authority.regulator_url,
        "review_contact": authority.review_contact or authority.email or SAME_ADDRESS,
        "review_days": REVIEW_DAYS,
        "cost_limit": authority.cost_limit,
    }
