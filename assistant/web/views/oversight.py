"""Oversight for supervisors: figures by month and team, each drawn and as CSV; quality reviews."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Min
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from assistant.services.review_quality import review_quality
from assistant.store.models import Authority, Outbox
from assistant.store.oversight import Period, requests_of, sample_of_sent
from assistant.web.access import OfficerRequest, authority_of, letter_of
from assistant.web.acting import attempt, posted
from assistant.web.charts import draw
from assistant.web.downloads import drawing
from assistant.web.forms.oversight import QualityForm, chosen_period, month_choices
from assistant.web.letter_text import shown_letter
from assistant.web.oversight import TABLES, Asked, Figures, as_csv, totals

_SAMPLE = 10


def overseen(http_request: OfficerRequest) -> Authority:
    """Return the authority of somebody who may see its figures; raises PermissionDenied."""
    authority = authority_of(http_request)
    if not http_request.user.supervises:
        raise PermissionDenied("Only supervisors see the figures of the authority’s work.")
    return authority


@require_GET
def oversight(http_request: OfficerRequest) -> HttpResponse:
    """Show every table with its chart, and a sample of sent responses to review."""
    authority = overseen(http_request)
    asked, choices = _asked(http_request, authority)
    period = asked.period
    tables = [make(asked) for make in TABLES.values()]
    sample = sample_of_sent(authority, period, _SAMPLE)
    context = {
        "choices": choices,
        "first": f"{period.first:%Y-%m}",
        "last": f"{period.last:%Y-%m}",
        "period": period,
        "tables": [(table, totals(table) if table.rows else ()) for table in tables],
        "sample": [(letter, letter.quality_reviews.all()) for letter in sample],
    }
    return render(http_request, "web/oversight.html", context)


@require_GET
def figures_csv(http_request: OfficerRequest, slug: str) -> HttpResponse:
    """Hand out one table as CSV."""
    figures, period = _figures(http_request, slug)
    name = f"{slug}-{period.first:%Y-%m}-to-{period.last:%Y-%m}.csv"
    response = HttpResponse(as_csv(figures), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@require_GET
def chart(http_request: OfficerRequest, slug: str) -> HttpResponse:
    """Draw one table."""
    figures, _ = _figures(http_request, slug)
    return drawing(draw(figures))


@require_http_methods(["GET", "POST"])
def review(http_request: OfficerRequest, letter_id: int) -> HttpResponse:
    """Show a sent letter with what supervisors thought of it, and take one more opinion."""
    overseen(http_request)
    letter = letter_of(http_request, letter_id)
    if letter.outbox.stage != Outbox.Stage.SENT:
        raise Http404("Only a letter that was sent is reviewed.")
    form = QualityForm(posted(http_request))
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: review_quality(
                letter.pk,
                **form.cleaned_data,
                by=http_request.user,
                clock=http_request.ports.clock,
            ),
        )
    ):
        messages.success(http_request, "Your review is recorded.")
        return redirect("web:oversight")
    context = {
        "letter": letter,
        "shown": shown_letter(letter),
        "form": form,
        "reviews": letter.quality_reviews.select_related("by"),
    }
    return render(http_request, "web/review_letter.html", context)


def _figures(http_request: OfficerRequest, slug: str) -> tuple[Figures, Period]:
    """Return one table and its months; raises Http404 where there is none of that name."""
    authority = overseen(http_request)
    if slug not in TABLES:
        raise Http404("There are no such figures.")
    asked, _ = _asked(http_request, authority)
    return TABLES[slug](asked), asked.period


def _asked(
    http_request: OfficerRequest, authority: Authority
) -> tuple[Asked, list[tuple[str, str]]]:
    """Return what an address asks for, and the months to choose from."""
    today = timezone.localdate(http_request.ports.clock.now())
    earliest = requests_of(authority).aggregate(first=Min("received_on"))["first"]
    choices = month_choices(earliest, today)
    first, last = http_request.GET.get("from", ""), http_request.GET.get("to", "")
    return Asked(authority, chosen_period(first, last, choices, today), today), choices
