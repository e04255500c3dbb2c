"""Why a provision applies, and what complying would cost: the records behind a refusal."""

from decimal import Decimal

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assistant.domain.letters.context import POUNDS_AN_HOUR
from assistant.domain.letters.estimate import CostEstimate
from assistant.domain.letters.grounds import Ask
from assistant.services import record_estimate as estimating
from assistant.services import record_reasoning as reasoning
from assistant.services.letter_context import letter_context
from assistant.store.models import Case, RequestPart
from assistant.store.reasoning import estimates_of
from assistant.web.access import OfficerRequest, case_of, is_another_part, part_of
from assistant.web.acting import MOVED, attempt, posted
from assistant.web.days import today
from assistant.web.forms.estimate import (
    EstimateVersionForm,
    RowsOfForm,
    by_activity,
    initial_rows,
    rows_entered,
)
from assistant.web.forms.reasoning import ReasoningForm, initial_from
from assistant.web.provisions import ShownProvision, provisions_of
from assistant.web.views.cases import frame


@require_http_methods(["GET", "POST"])
def reasons(http_request: OfficerRequest, reference: str, provision: str) -> HttpResponse:
    """Show what a provision needs and what is on record for it; by POST, record it."""
    case = case_of(http_request, reference)
    ports = http_request.ports
    shown = {each.slug: each for each in provisions_of(case, ports.register)}.get(provision)
    if shown is None:
        raise Http404("The case does not rely on this provision.")
    form = ReasoningForm(
        posted(http_request),
        provision=shown.provision,
        register=ports.register,
        today=today(ports.clock.now()),
        initial=initial_from(shown.grounds, shown.version),
    )
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: reasoning.record_reasoning(
                case.pk,
                form.grounds(),
                version=form.cleaned_data["version"],
                by=http_request.user,
                register=ports.register,
                clock=ports.clock,
            ),
            version=shown.version,
        )
    ):
        messages.success(
            http_request,
            f"Reasons for {shown.provision.citation} recorded. The response is being composed "
            "again; what was typed in it stands.",
        )
        return redirect("web:reasons", reference, provision)
    context = frame(http_request, case, "request") | {
        "shown": shown,
        "form": form,
        "recorded": _recorded(shown),
    }
    return render(http_request, "web/reasons.html", context)


def _recorded(shown: ShownProvision) -> list[str]:
    """Return what is on record, to be read beside a form that somebody was too slow with."""
    values = (getattr(shown.grounds, ask.value) for ask in Ask)
    return [str(value) for value in values if value and not isinstance(value, tuple)]


@require_http_methods(["GET", "POST"])
def estimate(
    http_request: OfficerRequest, reference: str, position: int | None = None
) -> HttpResponse:
    """Show what complying would cost, for a part or the whole request; by POST, record it."""
    case = case_of(http_request, reference)
    part = None if position is None else part_of(case, position)
    kept = estimates_of(case).get(part.key if part else "", CostEstimate(()))
    version = estimating.estimate_version(case, part)
    form = EstimateVersionForm(posted(http_request), initial={"version": version})
    rows = RowsOfForm(posted(http_request), initial=initial_rows(kept.rows), prefix="row")
    if part and is_another_part(http_request, part) and form.is_valid():
        form.add_error(None, MOVED)
    if (
        http_request.method == "POST"
        and rows.is_valid()
        and form.is_valid()
        and attempt(
            form,
            lambda: estimating.record_estimate(
                case.pk,
                rows_entered(rows),
                version=form.cleaned_data["version"],
                by=http_request.user,
                clock=http_request.ports.clock,
                part_id=part.pk if part else None,
            ),
            version=version,
        )
    ):
        messages.success(
            http_request,
            "Estimate recorded. The response is being composed again; what was typed in it stands.",
        )
        return redirect(http_request.path)
    context = frame(http_request, case, "request") | {
        "part": part,
        "form": form,
        "rows": rows,
        "row_forms": list(rows),
        "activities": by_activity(rows),
        "errors": bool(form.errors or any(rows.errors) or rows.non_form_errors()),
        **_sums(http_request, case, part, kept),
    }
    return render(http_request, "web/estimate.html", context)


def _sums(
    http_request: OfficerRequest, case: Case, part: RequestPart | None, kept: CostEstimate
) -> dict[str, object]:
    """Return the hours and pounds recorded, the limit, and by how much they differ."""
    limit = letter_context(case, clock=http_request.ports.clock).cost_limit
    return {
        "estimate": kept,
        "rate": POUNDS_AN_HOUR,
        "limit": limit,
        "limit_hours": Decimal(limit) / POUNDS_AN_HOUR,
        "over": kept.cost > limit,
        "difference": abs(kept.cost - limit),
        "others": [] if part else case.parts.filter(estimate_rows__isnull=False).distinct(),
    }
