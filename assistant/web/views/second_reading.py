"""What a language model read differently: taken by a button, or dismissed by another."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from assistant.domain.errors import NotAllowed
from assistant.services import second_reading
from assistant.web.access import OfficerRequest, case_of


@require_POST
def settle_proposal(http_request: OfficerRequest, reference: str) -> HttpResponse:
    """Take or dismiss one proposal; both change nothing where it stands no more."""
    case = case_of(http_request, reference)
    key, version = http_request.POST.get("key", ""), http_request.POST.get("version", "")
    by, clock = http_request.user, http_request.ports.clock
    try:
        if http_request.POST.get("what") == "take":
            said = second_reading.take_proposal(
                case.pk,
                key,
                version=int(version) if version.isdecimal() else -1,
                by=by,
                clock=clock,
            )
            said += " Letters not approved yet are being composed again."
        else:
            second_reading.dismiss_proposal(case.pk, key, by=by, clock=clock)
            said = "Dismissed. The parts are as they were."
    except NotAllowed as refusal:
        messages.error(http_request, str(refusal))
    else:
        messages.success(http_request, said)
    return redirect("web:parts", reference)
