"""What pages say of the organisation's own account, and how a session remembers a second factor."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings

# What the session keeps so that the database is asked once whether there is a second factor.
HAS_FACTOR = "has_second_factor"
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def issuer_name() -> str:
    """Return what the button for the organisation's account says, or nothing where none is set."""
    providers: dict[str, Any] = settings.SOCIALACCOUNT_PROVIDERS
    apps = providers["openid_connect"]["APPS"]
    return str(apps[0]["name"]) if apps else ""
