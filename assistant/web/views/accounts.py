"""Signing in and out, and one's own password: the libraries' views in our pages."""

from typing import Any

from allauth.account import views as library
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import PasswordResetConfirmView
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator

from assistant.services.record_account_event import record_account_event
from assistant.store.models import AccountEvent, User
from assistant.web.forms.accounts import FirstPasswordForm
from assistant.web.sign_in import issuer_name

NONE_HERE = (
    "Your account has no password here: you sign in with your organisation’s account, and change "
    "its password there."
)


class SignIn(library.LoginView):  # type: ignore[misc]  # allauth publishes no types
    """Ask for user name and password; somebody already signed in goes to Today."""

    template_name = "web/sign_in.html"

    def get_context_data(self, **kwargs: object) -> dict[str, Any]:
        """Add how the organisation's own account is called, where people may come in with it."""
        return {**super().get_context_data(**kwargs), "issuer_name": issuer_name()}


class SignOut(library.LogoutView):  # type: ignore[misc]  # allauth publishes no types
    """End the session; by POST only, so that no link in a message can do it."""

    http_method_names = ("post", "options")


class PasswordAgain(library.ReauthenticateView):  # type: ignore[misc]  # allauth has no types
    """Ask for the password once more, before anything that keeps others out is changed."""

    template_name = "web/reauthenticate.html"


class ChangePassword(library.PasswordChangeView):  # type: ignore[misc]  # allauth has no types
    """Change one's own password; sessions elsewhere end, because their hash fits no longer."""

    template_name = "web/change_password.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Send somebody who has no password back, with a word."""
        if not self.request.user.has_usable_password():
            messages.error(request, NONE_HERE)
            return redirect("web:profile")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_default_success_url(self) -> str:
        """Return to one's own page."""
        return reverse("web:profile")

    def form_valid(self, form: Form) -> HttpResponse:
        """Change it, and write down that it was."""
        response: HttpResponse = super().form_valid(form)
        user = self.request.user
        record_account_event(
            user, AccountEvent.Kind.PASSWORD_CHANGED, by=user, clock=self.request.ports.clock
        )
        return response


@method_decorator(login_not_required, name="dispatch")
class FirstPassword(PasswordResetConfirmView):
    """Let somebody who came by a one-time link choose a password; it then works no more."""

    form_class = FirstPasswordForm
    template_name = "web/first_password.html"
    success_url = reverse_lazy("web:sign-in")
    reset_url_token = "choose"  # noqa: S105 - stands in the address in place of the token

    def get_user(self, uidb64: str) -> User | None:
        """Return whose link it is, unless their account is not active."""
        user = super().get_user(uidb64)
        return user if user is not None and user.is_active else None

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the password, and send the person to sign in with it."""
        response = super().form_valid(form)
        clock = self.request.ports.clock  # type: ignore[attr-defined]  # put there by us
        record_account_event(form.user, AccountEvent.Kind.PASSWORD_CHOSEN, by=None, clock=clock)
        messages.success(self.request, "Password chosen. Sign in with it now.")
        return response


@login_not_required
def inactive(http_request: HttpRequest) -> HttpResponse:
    """Tell somebody whose account is not active so, and nothing else."""
    return render(http_request, "web/inactive.html", status=403)
