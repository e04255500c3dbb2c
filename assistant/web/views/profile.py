"""One's own account: name, password, second factor."""

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assistant.services.rename_person import rename_person
from assistant.store.models import User
from assistant.web.access import OfficerRequest
from assistant.web.acting import attempt, posted
from assistant.web.forms.people import NameForm

FACTORS = {
    Authenticator.Type.TOTP: "authenticator app",
    Authenticator.Type.WEBAUTHN: "passkey",
    Authenticator.Type.RECOVERY_CODES: "recovery codes",
}


def factors_of(person: User) -> str:
    """Return a person's second factors in words, or nothing."""
    kinds = Authenticator.objects.filter(user=person).values_list("type", flat=True)
    found = set(kinds)
    return ", ".join(name for kind, name in FACTORS.items() if kind in found).capitalize()


@require_http_methods(["GET", "POST"])
def profile(http_request: OfficerRequest) -> HttpResponse:
    """Show one's own account; by POST, change the name."""
    user = http_request.user
    initial = {"first_name": user.first_name, "last_name": user.last_name}
    form = NameForm(posted(http_request), initial=initial)
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: rename_person(
                user.pk, **form.cleaned_data, by=user, clock=http_request.ports.clock
            ),
        )
    ):
        messages.success(http_request, "Name saved.")
        return redirect("web:profile")
    context = {"form": form, "factors": factors_of(user)}
    return render(http_request, "web/profile.html", context)
