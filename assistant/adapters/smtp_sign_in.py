"""Signing in to a mail server with an OAuth 2 token, as Microsoft and Google take it (XOAUTH2).

The token stands in one command and nowhere else: no error and no log carries it.
"""

import base64
import json
import smtplib

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.domain.mail.server_replies import explained

SUCCESS = range(200, 300)
CHALLENGE = 334
# Exchange says so of a token that is about to run out; a fresh one is fetched for the next try.
_ABOUT_TO_EXPIRE = "5.5.127"


def sign_in_with_token(server: smtplib.SMTP, user: str, token: str) -> None:
    """Sign in as `user`, after EHLO, with a bearer token (SASL XOAUTH2, RFC 4954).

    Raises SMTPNotSupportedError where the server does not offer it, TryAgainLater where the token
    has run out, and NotAllowed where it is refused; a lost connection raises as smtplib does.
    """
    if "XOAUTH2" not in server.esmtp_features.get("auth", "").upper().split():
        raise smtplib.SMTPNotSupportedError("it does not take OAuth 2 tokens (AUTH XOAUTH2)")
    first = base64.b64encode(f"user={user}\x01auth=Bearer {token}\x01\x01".encode()).decode("ascii")
    code, said = server.docmd("AUTH", f"XOAUTH2 {first}")
    status = ""
    if code == CHALLENGE:
        # The server says what is wrong in the challenge; an empty answer asks for the refusal.
        status = _status_in(said)
        code, said = server.docmd("")
    if code in SUCCESS:
        return
    words = " ".join(said.decode("utf-8", "replace").split())[:300]
    reply = f"{code} {words}"
    if 400 <= code < 500:  # noqa: PLR2004 - RFC 5321 section 4.2.1: not now
        raise smtplib.SMTPResponseException(code, said)
    if status.startswith("401") or _ABOUT_TO_EXPIRE in words:
        raise TryAgainLater(
            "The mail server says that the OAuth 2 token has run out. Nothing was sent; it will be "
            f"tried again with a new one.\nThe mail server said: {reply}"
        )
    raise NotAllowed(
        f"The mail server does not let {user} sign in with OAuth 2. Nothing was sent. An "
        "administrator checks that the application may send as this mailbox (at Microsoft the "
        "permission SMTP.SendAsApp and the right on the mailbox, and that SMTP sign-in is switched "
        f"on for it), then has the letter tried again.\n{explained(reply)}"
    )


def _status_in(challenge: bytes) -> str:
    """Return the status in a challenge, base64 of JSON: {"status": "401", ...}; else nothing."""
    try:
        found = json.loads(base64.b64decode(challenge))
        return str(found.get("status", ""))
    except (ValueError, AttributeError):
        return ""
