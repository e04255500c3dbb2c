"""Which months oversight looks at, and what a supervisor thinks of a sent letter."""

from datetime import date, timedelta

from django import forms

from assistant.store.models import QualityReview
from assistant.store.oversight import Period
from assistant.web.forms.base import LONGEST_REASON, PageForm
from assistant.web.oversight import months_of, next_month

_MONTHS_SHOWN = 12
_MOST_MONTHS = 120


def month_choices(earliest: date | None, today: date) -> list[tuple[str, str]]:
    """Return the months to choose from, the newest first: from the first case until now."""
    begin = max(earliest or today, today.replace(year=today.year - _MOST_MONTHS // 12, day=1))
    begin = min(begin, _months_back(today, _MONTHS_SHOWN - 1))
    months = months_of(Period(begin, today))
    return [(f"{month:%Y-%m}", f"{month:%B %Y}") for month in reversed(months)]


def chosen_period(first: str, last: str, choices: list[tuple[str, str]], today: date) -> Period:
    """Return the months that an address names; what names none stands for the last twelve.

    Months in the wrong order are turned round. The last day is the end of the month.
    """
    known = {value for value, _ in choices}
    begin = first if first in known else f"{_months_back(today, _MONTHS_SHOWN - 1):%Y-%m}"
    end = last if last in known else f"{today:%Y-%m}"
    begin, end = min(begin, end), max(begin, end)
    after = next_month(date.fromisoformat(f"{end}-01"))
    return Period(date.fromisoformat(f"{begin}-01"), after - timedelta(days=1))


def _months_back(day: date, months: int) -> date:
    """Return the first day of the month so many months before that of a day."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


class QualityForm(PageForm):
    """What a supervisor thinks of a letter that was sent."""

    verdict = forms.ChoiceField(
        label="How good was the letter?",
        choices=QualityReview.Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select how good the letter was"},
    )
    comment = forms.CharField(
        label="What was wrong, or worth repeating?",
        help_text="Needed where something was wrong. Supervisors and auditors see it.",
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
