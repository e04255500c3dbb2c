"""Second factors of signing in: authenticator app, passkeys, recovery codes.

The library's views in our pages. What a passkey needs of the browser stands in `data-` attributes
that web/own/passkey.js reads: no page has a script of its own.
"""

from typing import Any

from allauth.mfa.base import views as base
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount.providers.openid_connect import views as issuer
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.serializers.json import DjangoJSONEncoder
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from requests import RequestException

from assistant.services.record_account_event import record_account_event
from assistant.store.models import AccountEvent
from assistant.web.sign_in import HAS_FACTOR, issuer_name

ENCODER = DjangoJSONEncoder()
NO_ISSUER = (
    "Your organisation’s account cannot be reached just now. Sign in with your password, or try "
    "again later."
)


class Code(base.AuthenticateView):  # type: ignore[misc]  # allauth publishes no types
    """Ask for the second factor while somebody signs in."""

    template_name = "web/sign_in_code.html"

    def get_context_data(self, **kwargs: object) -> dict[str, Any]:
        """Add what the browser needs for a passkey, where the person has one."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        has_passkey = Authenticator.objects.filter(
            user=self.stage.login.user, type=Authenticator.Type.WEBAUTHN
        ).exists()
        return context | {"passkey_options": _options(context) if has_passkey else ""}


class CodeAgain(base.ReauthenticateView):  # type: ignore[misc]  # allauth publishes no types
    """Ask for a code once more, before anything that keeps others out is changed."""

    template_name = "web/reauthenticate.html"


class PasskeyAgain(passkeys.ReauthenticateWebAuthnView):  # type: ignore[misc]  # no types
    """Ask for a passkey once more."""

    template_name = "web/reauthenticate_passkey.html"

    def get_context_data(self, **kwargs: object) -> dict[str, Any]:
        """Add what the browser needs for it."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"passkey_options": _options(context)}


class SecondFactor(base.IndexView):  # type: ignore[misc]  # allauth publishes no types
    """One's own second factors: which there are, and what can be done with them."""

    template_name = "web/second_factor.html"


class AddApp(totp.ActivateTOTPView):  # type: ignore[misc]  # allauth publishes no types
    """Set up an authenticator app: a picture to scan, the same as text, and its first code."""

    template_name = "web/add_app.html"

    def get_context_data(self, **kwargs: object) -> dict[str, Any]:
        """Add the secret in groups of four, which is how people type it."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        secret = context["form"].secret
        groups = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
        return context | {"secret": groups}

    def form_valid(self, form: Form) -> HttpResponse:
        """Keep it, and write down that there is one."""
        response: HttpResponse = super().form_valid(form)
        _note(self.request, AccountEvent.Kind.FACTOR_ADDED, "authenticator app")
        return response


class RemoveApp(totp.DeactivateTOTPView):  # type: ignore[misc]  # allauth publishes no types
    """Remove the authenticator app."""

    template_name = "web/remove_app.html"

    def form_valid(self, form: Form) -> HttpResponse:
        """Remove it, and write down that it was."""
        response: HttpResponse = super().form_valid(form)
        self.request.session.pop(HAS_FACTOR, None)
        _note(self.request, AccountEvent.Kind.FACTOR_REMOVED, "authenticator app")
        return response


class AddPasskey(passkeys.AddWebAuthnView):  # type: ignore[misc]  # allauth publishes no types
    """Add a passkey; the one page that needs JavaScript."""

    template_name = "web/add_passkey.html"

    def get_context_data(self, **kwargs: object) -> dict[str, Any]:
        """Add the form, and what the browser needs to make one."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["form"] = kwargs.get("form") or self.get_form()
        return context | {"passkey_options": _options(context, "creation_options")}

    def form_valid(self, form: Form) -> HttpResponse:
        """Keep it, and write down that there is one."""
        response: HttpResponse = super().form_valid(form)
        _note(self.request, AccountEvent.Kind.FACTOR_ADDED, "passkey")
        return response


class RemovePasskey(passkeys.RemoveWebAuthnView):  # type: ignore[misc]  # allauth has no types
    """Remove a passkey."""

    template_name = "web/remove_passkey.html"
    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Form) -> HttpResponse:
        """Remove it, and write down that it was."""
        response: HttpResponse = super().form_valid(form)
        self.request.session.pop(HAS_FACTOR, None)
        _note(self.request, AccountEvent.Kind.FACTOR_REMOVED, "passkey")
        return response


class SignInByPasskey(passkeys.LoginWebAuthnView):  # type: ignore[misc]  # allauth has no types
    """Sign in with a passkey alone, which asks for a fingerprint or a PIN by itself."""


class RecoveryCodes(codes.ViewRecoveryCodesView):  # type: ignore[misc]  # allauth has no types
    """Show new recovery codes, once."""

    template_name = "web/recovery_codes.html"


class NewRecoveryCodes(codes.GenerateRecoveryCodesView):  # type: ignore[misc]  # no types
    """Make new recovery codes; the old ones work no more."""

    template_name = "web/new_recovery_codes.html"

    def form_valid(self, form: Form) -> HttpResponse:
        """Make them, and write down that they were made."""
        response: HttpResponse = super().form_valid(form)
        _note(self.request, AccountEvent.Kind.CODES_MADE, "")
        return response


@login_not_required
def to_issuer(http_request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send somebody to where the organisation's account is signed in to."""
    return _by_issuer(issuer.login, http_request, provider_id)


@login_not_required
def from_issuer(http_request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take up somebody whom the organisation's account has brought back."""
    return _by_issuer(issuer.callback, http_request, provider_id)


def _by_issuer(view: Any, http_request: HttpRequest, provider_id: str) -> HttpResponse:
    """Answer as the library would; where the issuer is away, say so on the sign-in page."""
    if not issuer_name():
        raise Http404("No issuer is set.")
    try:
        response: HttpResponse = view(http_request, provider_id)
    except (RequestException, KeyError, ValueError):
        # Not reached, an answer that is no JSON, or a configuration without the addresses.
        messages.error(http_request, NO_ISSUER)
        return redirect("web:sign-in")
    return response


def _options(context: dict[str, Any], name: str = "request_options") -> str:
    """Return what the browser needs for a passkey, as JSON for an attribute."""
    return ENCODER.encode(context["js_data"][name])


def _note(http_request: Any, kind: AccountEvent.Kind, detail: str) -> None:
    user = http_request.user
    record_account_event(user, kind, by=user, clock=http_request.ports.clock, detail=detail)
