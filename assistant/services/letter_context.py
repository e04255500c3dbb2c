"""What a letter may say of its case: the facts, as the composer takes them."""

from assistant.domain.law.acts import Regime
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.context import LetterContext
from assistant.ports import Clock
from assistant.services.correct_receipt import LONDON
from assistant.services.letter_dates import dates_of
from assistant.store.models import Case, Letterhead

REVIEW_DAYS = 40
# What a letter says where no address is set to write to.
SAME_ADDRESS = "the address that this letter came from"


def letter_context(
    case: Case, *, clock: Clock, kind: LetterKind = LetterKind.RESPONSE
) -> LetterContext:
    """Return the facts of a case for a letter; the date is today's in Europe/London."""
    today = clock.now().astimezone(LONDON).date()
    authority = case.authority
    letterhead = Letterhead.objects.filter(authority=authority).first()
    return LetterContext(
        authority=authority.name,
        address=authority.address,
        contact_email=authority.email or SAME_ADDRESS,
        contact_phone=authority.phone,
        reference=case.reference,
        requester_name=case.requester.name,
        subject=case.title,
        regime=Regime(case.regime),
        received_on=case.received_on,
        due_on=case.due_on,
        letter_date=today,
        officer_name=case.officer.shown_name if case.officer else "",
        officer_title=letterhead.signatory if letterhead else "",
        regulator_name=authority.regulator_name,
        regulator_address=authority.regulator_address,
        regulator_url=authority.regulator_url,
        review_contact=authority.review_contact or authority.email or SAME_ADDRESS,
        review_days=REVIEW_DAYS,
        cost_limit=authority.cost_limit,
        dates=dates_of(case, kind, today),
    )
