"""What an authenticator app would show."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from tests.world import PASSWORD


def code_of(secret: str, *, steps: int = 0) -> str:
    """Return the code of a secret now, or so many times thirty seconds from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def add_app(client: Client) -> str:
    """Set up an authenticator app for whoever is signed in; return its secret."""
    page = "/profile/second-factor/app/"
    assert client.get(page)["Location"].startswith("/profile/again/")
    client.post(f"/profile/again/?next={page}", {"password": PASSWORD})
    secret = str(client.get(page).context["form"].secret)
    # The step before: its code is still taken, and the present one stays for signing in.
    answer = client.post(page, {"code": code_of(secret, steps=-1)})
    assert answer["Location"] == "/profile/second-factor/codes/"
    return secret
