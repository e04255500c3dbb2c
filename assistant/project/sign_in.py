"""How the library that signs people in is fitted in here: its words, who may come in, secrets."""

import base64

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthError
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify

from assistant import config
from assistant.domain.errors import NotAllowed
from assistant.project import wiring
from assistant.services.come_by_issuer import NewPeople, come_by_issuer
from assistant.services.record_account_event import record_account_event
from assistant.store.models import AccountEvent, User

WRONG = "The user name or the password is not right. The password minds capital letters."
CODE = "The code is not right. Enter the one that is shown now, or a recovery code."
WAIT = "Too many tries went wrong. Wait five minutes, then try again."
NO_ANSWER = (
    "Signing in with your organisation’s account did not work. Try again; if it goes on, ask an "
    "administrator."
)
BROKEN_OFF = "You broke off signing in with your organisation’s account."
# What the library says of its own accord, by the template it would take; all else it keeps silent.
SAID = {
    "account/messages/password_changed.txt": "Password changed. Wherever else you were signed in, "
    "you are no longer.",
    "mfa/messages/totp_activated.txt": "Authenticator app added.",
    "mfa/messages/totp_deactivated.txt": "Authenticator app removed.",
    "mfa/messages/webauthn_added.txt": "Passkey added.",
    "mfa/messages/webauthn_removed.txt": "Passkey removed.",
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """Signing in by name and password: nobody signs up, and the words are ours."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": WRONG,
        "email_password_mismatch": WRONG,
        "incorrect_password": "The password is not right.",
        "enter_current_password": "The password is not right.",
        "incorrect_code": CODE,
        "too_many_login_attempts": WAIT,
        "rate_limited": WAIT,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say that nobody makes an account for themselves."""
        del request
        return False

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, object] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say on the next page what was done, in our own words or not at all."""
        del message_context
        said = message or SAID.get(message_template or "")
        if said:
            messages.add_message(request, level, said, extra_tags=extra_tags)

    def post_login(self, request: HttpRequest, user: User, **details: object) -> HttpResponse:
        """Record that somebody came in."""
        record_account_event(user, AccountEvent.Kind.SIGNED_IN, by=user, clock=wiring.ports().clock)
        response: HttpResponse = super().post_login(request, user, **details)
        return response


class IssuerAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # no types
    """Signing in with an account of the organisation (OpenID Connect)."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Say that nobody makes an account for themselves; `pre_social_login` decides all."""
        del request, sociallogin
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find whose the account is, once; from then on the issuer's own name for it is enough."""
        if sociallogin.is_existing:
            return
        verified = [each.email for each in sociallogin.email_addresses if each.verified]
        chosen = config.current()
        rule = NewPeople(
            role=chosen.oidc_new_people_role,
            domains=chosen.oidc_new_people_domains,
            authority_slug=slugify(chosen.authority_name) or "authority",
        )
        try:
            person = come_by_issuer(
                verified,
                first_name=sociallogin.user.first_name,
                last_name=sociallogin.user.last_name,
                rule=rule,
                clock=wiring.ports().clock,
            )
        except NotAllowed as refusal:
            raise ImmediateHttpResponse(_back(request, str(refusal))) from refusal
        if person.is_active:
            sociallogin.connect(request, person)
        else:
            sociallogin.user = person

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: object,
        error: object = None,
        exception: Exception | None = None,
        extra_context: dict[str, object] | None = None,
    ) -> None:
        """Send whoever the issuer did not sign in back to our own page, with a word."""
        del provider, exception, extra_context
        said = BROKEN_OFF if error == AuthError.CANCELLED else NO_ANSWER
        raise ImmediateHttpResponse(_back(request, said))


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth publishes no types
    """Second factors: what an app calls us, and their secrets, which the database never holds."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": CODE}

    def get_totp_issuer(self) -> str:
        """Return what an authenticator app shows beside the code."""
        return "FOI Assistant"

    def _get_site_name(self) -> str:
        return "FOI Assistant"

    def get_totp_label(self, user: User) -> str:
        """Return whose code it is."""
        return user.get_username()

    def encrypt(self, text: str) -> str:
        """Return a secret as the database may hold it: useless without the secret key."""
        return _box().encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """Return a secret; one that another key shut gives a secret that nobody has."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return str(generate_totp_secret())


def _box() -> Fernet:
    """Return what shuts secrets, by a key drawn from the one that signs sessions (RFC 5869)."""
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"second factors").derive(
        settings.SECRET_KEY.encode()
    )
    return Fernet(base64.urlsafe_b64encode(key))


def _back(request: HttpRequest, refusal: str) -> HttpResponse:
    messages.error(request, refusal)
    return redirect("web:sign-in")
