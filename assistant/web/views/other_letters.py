"""Letters besides the acknowledgement and the response: choosing a kind, beginning, discarding."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from assistant.domain.case import Purpose, State
from assistant.domain.law.acts import Regime
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.kinds import KINDS, KindOfLetter, fitting
from assistant.services import begin_letter as beginning
from assistant.services.letter_dates import dates_of
from assistant.store.models import Case
from assistant.web.access import OfficerRequest, case_of, draft_of, kinds_being_written
from assistant.web.acting import attempt, attempt_and_tell, posted
from assistant.web.days import today
from assistant.web.forms.letters import BeginForm
from assistant.web.views.cases import frame
from assistant.web.words import clock_reminder


@require_GET
def write_letter(http_request: OfficerRequest, reference: str) -> HttpResponse:
    """Show which letters fit the case now, each with what it is for."""
    case = case_of(http_request, reference)
    being_written = set(kinds_being_written(case))
    kinds = [
        (row, row.kind.value in being_written)
        for row in fitting(Regime(case.regime), State(case.state), Purpose(case.purpose))
    ]
    context = frame(http_request, case, "write") | {"kinds": kinds}
    return render(http_request, "web/write_letter.html", context)


@require_http_methods(["GET", "POST"])
def begin_letter(http_request: OfficerRequest, reference: str, kind: str) -> HttpResponse:
    """Ask what the letter needs; by POST, have it composed."""
    case = case_of(http_request, reference)
    row = KINDS[LetterKind(kind)]
    clock = http_request.ports.clock
    known = dates_of(case, row.kind, today(clock.now())).known()
    form = BeginForm(posted(http_request), kind=row, known=known)
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: beginning.begin_letter(
                case.pk, kind=kind, values=form.cleaned_data, by=http_request.user, clock=clock
            ),
        )
    ):
        messages.success(http_request, f"{row.name} begun.")
        return redirect("web:draft", reference, kind)
    context = frame(http_request, case, "write") | {
        "form": form,
        "row": row,
        "reminder": clock_reminder(row),
        "fits": _fits(row, case),
    }
    return render(http_request, "web/begin_letter.html", context)


def _fits(row: KindOfLetter, case: Case) -> bool:
    """Whether an officer may begin a letter of this kind on the case now."""
    now = (Regime(case.regime), State(case.state), Purpose(case.purpose))
    return row.begun_by_hand and row.fits(*now)


@require_POST
def discard_letter(http_request: OfficerRequest, reference: str, kind: str) -> HttpResponse:
    """Put a letter aside that is not wanted."""
    case = case_of(http_request, reference)
    draft = draft_of(case, kind)
    done = attempt_and_tell(
        http_request,
        lambda: beginning.discard_letter(
            draft.pk, by=http_request.user, clock=http_request.ports.clock
        ),
        done=f"{KINDS[LetterKind(kind)].name} discarded. Nothing of it was sent.",
    )
    return redirect("web:case", reference) if done else redirect("web:draft", reference, kind)
