"""What the refusals of Microsoft and Google mean, and what to do about each."""

import re
from collections.abc import Mapping
from typing import Any

from assistant.domain.errors import NotAllowed, TryAgainLater

# What msal and google-auth raise where an answer is none: they take its shape for granted.
NO_ANSWER = (ValueError, LookupError, TypeError, AttributeError, RuntimeError)
PASSING = {"temporarily_unavailable", "server_error", "internal_failure", "slow_down"}
_CODE = re.compile(r"AADSTS\d+")

_AGAIN = "Run foi-assistant mailbox sign-in for the mailbox again."
_CONSENT = (
    "The application lacks a permission. Under API permissions add IMAP.AccessAsApp and "
    "SMTP.SendAsApp (with a secret) or IMAP.AccessAsUser.All and SMTP.Send (signed in by a "
    "person), and let an administrator grant consent."
)
_POLICY = (
    "A conditional access policy of your directory forbids it. Let an administrator allow the "
    "application, or this machine's address, in that policy."
)
_SECOND_FACTOR = f"Your directory asks for a second factor. {_AGAIN}"
_ENDED = f"The sign-in has ended, as after a change of password or long disuse. {_AGAIN}"

# https://learn.microsoft.com/entra/identity-platform/reference-error-codes
MICROSOFT = {
    "AADSTS90002": "There is no such tenant. Correct FOI_OAUTH_TENANT.",
    "AADSTS900023": "That is no tenant ID. Correct FOI_OAUTH_TENANT.",
    "AADSTS700016": "The tenant does not know the application. Correct FOI_OAUTH_CLIENT_ID, or "
    "FOI_OAUTH_TENANT.",
    "AADSTS7000215": "The secret is wrong. Set FOI_OAUTH_CLIENT_SECRET to the secret's value; its "
    "ID, which stands beside it, does not do.",
    "AADSTS7000222": "The application's secret has expired. Make a new one under Certificates & "
    "secrets, and set FOI_OAUTH_CLIENT_SECRET.",
    "AADSTS7000112": "The application is switched off. Let an administrator switch it on under "
    "Enterprise applications.",
    "AADSTS7000218": "The application does not allow a sign-in by code. Under Authentication, set "
    "Allow public client flows to Yes.",
    "AADSTS65001": _CONSENT,
    "AADSTS65002": _CONSENT,
    "AADSTS90094": _CONSENT,
    "AADSTS500011": "The tenant does not know Exchange Online. Correct FOI_OAUTH_TENANT.",
    "AADSTS50105": "The person has not been given the application. Assign it under Enterprise "
    "applications.",
    "AADSTS53000": _POLICY,
    "AADSTS53001": _POLICY,
    "AADSTS53003": _POLICY,
    "AADSTS530034": _POLICY,
    "AADSTS530036": _POLICY,
    "AADSTS50005": _POLICY,
    "AADSTS50076": _SECOND_FACTOR,
    "AADSTS50079": _SECOND_FACTOR,
    "AADSTS50078": _SECOND_FACTOR,
    "AADSTS50158": _SECOND_FACTOR,
    "AADSTS50173": _ENDED,
    "AADSTS70008": _ENDED,
    "AADSTS70043": _ENDED,
    "AADSTS700082": _ENDED,
    "AADSTS700084": _ENDED,
    "AADSTS50034": "The directory does not know the account. Sign in with the account that may "
    "read the mailbox.",
    "AADSTS50055": "The account's password has expired. Change it, then sign in again.",
    "AADSTS50057": "The account is switched off. Sign in with another that may read the mailbox.",
    "AADSTS70018": f"The code is wrong or has been used. {_AGAIN}",
    "AADSTS70020": f"The code has expired. {_AGAIN}",
}
MICROSOFT_PASSING = {"AADSTS90006", "AADSTS90033", "AADSTS90055", "AADSTS90014", "AADSTS50196"}
# What RFC 8628 section 3.5 calls the ends of a sign-in by code.
BY_CODE = {
    "authorization_declined": f"The sign-in was declined. {_AGAIN}",
    "access_denied": f"The sign-in was declined. {_AGAIN}",
    "expired_token": f"Nobody entered the code in time. {_AGAIN}",
    "code_expired": f"Nobody entered the code in time. {_AGAIN}",
    "authorization_pending": f"Nobody entered the code in time. {_AGAIN}",
}

# https://developers.google.com/identity/protocols/oauth2/service-account#error-codes
# A word of the answer, and what it means; the first that is found counts.
_DELEGATION = (
    "The service account may not act for the mailbox. In the Admin console, under Domain-wide "
    "delegation, give its client ID the scope https://mail.google.com/."
)
_GONE = "The service account is gone. Make another, with a key and delegation."
_KEY = (
    "Google does not know the key any more. Make a new key for the service account, and set "
    "FOI_OAUTH_ACCOUNT_FILE to its file."
)
GOOGLE = (
    ("unauthorized_client", _DELEGATION),
    ("access_denied", _DELEGATION),
    ("invalid_scope", _DELEGATION),
    ("invalid email", "Google does not know the mailbox. Correct FOI_IMAP_USER or the address."),
    ("short-lived token", "This machine's clock is wrong. Set it by a time server."),
    ("invalid jwt signature", _KEY),
    ("account not found", _GONE),
    ("deleted_client", _GONE),
    ("disabled_client", "The service account is switched off. Switch it on in the Cloud console."),
)


def refused_by_microsoft(whom: str, answer: Mapping[str, Any]) -> NotAllowed | TryAgainLater:
    """Return what a refusal by Microsoft means for `whom`, by its AADSTS code where it has one."""
    said = _one_line(answer.get("error_description") or answer.get("error") or "no reason given")
    codes = [f"AADSTS{code}" for code in answer.get("error_codes") or ()] + _CODE.findall(said)
    error = str(answer.get("error", ""))
    if error in PASSING or MICROSOFT_PASSING.intersection(codes):
        return TryAgainLater(
            f"Microsoft gives no token for {whom} at the moment: {said}. It will be tried again."
        )
    for code in codes:
        if code in MICROSOFT:
            return NotAllowed(f"Microsoft refuses a token for {whom} ({code}). {MICROSOFT[code]}")
    if error in BY_CODE:
        return NotAllowed(f"There is no token for {whom}. {BY_CODE[error]}")
    return NotAllowed(
        f"Microsoft refuses a token for {whom}: {said}. "
        "Its code is explained at https://login.microsoftonline.com/error."
    )


def refused_by_google(whom: str, said: str, *, passing: bool) -> NotAllowed | TryAgainLater:
    """Return what a refusal by Google means for `whom`; `passing` is what Google itself says."""
    said = _one_line(said)
    if passing or any(word in said for word in PASSING):
        return TryAgainLater(
            f"Google gives no token for {whom} at the moment: {said}. It will be tried again."
        )
    what_to_do = next(
        (advice for word, advice in GOOGLE if word in said.lower()),
        "Look at the service account in the Cloud console and at its delegation in the Admin "
        "console.",
    )
    return NotAllowed(f"Google refuses a token for {whom}: {said}. {what_to_do}")


def makes_no_sense(provider: str, whom: str) -> TryAgainLater:
    """Return what it means that a provider's answer cannot be understood."""
    return TryAgainLater(
        f"{provider}'s answer about a token for {whom} makes no sense. It will be tried again; if "
        f"this goes on, look whether a proxy answers for {provider}."
    )


def _one_line(said: object) -> str:
    """Return a provider's words on one line and bounded, without the numbers of its log."""
    text = re.split(r"\s*(?:Trace ID|Correlation ID):", " ".join(str(said).split()))[0]
    return text[:300].rstrip(".")
