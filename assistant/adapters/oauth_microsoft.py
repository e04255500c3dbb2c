"""Tokens for mailboxes in Microsoft 365, for an application or a person (RFC 6749, RFC 8628)."""

import contextlib
import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.adapters.oauth_file import TokenFile
from assistant.adapters.oauth_token import MARGIN, Issued, Renewed
from assistant.adapters.oauth_web import TokenWeb
from assistant.adapters.oauth_words import NO_ANSWER, makes_no_sense, refused_by_microsoft
from assistant.domain.errors import NotAllowed, TryAgainLater

AUTHORITY = "https://login.microsoftonline.com"
# What an administrator granted the application (IMAP.AccessAsApp, SMTP.SendAsApp).
FOR_THE_APPLICATION = ["https://outlook.office365.com/.default"]
# What a person lets it do for them; msal adds offline_access, which makes the sign-in last.
FOR_A_PERSON = [
    "https://outlook.office.com/IMAP.AccessAsUser.All",
    "https://outlook.office.com/SMTP.Send",
]
FOR_PEOPLE = "PublicClientApplication"
TRY_AGAIN_AFTER = 5.0


@dataclass(frozen=True, slots=True)
class Registration:
    """An application as it is registered at Microsoft; `authority` is where tokens come from."""

    tenant: str
    client_id: str
    authority: str = AUTHORITY
    timeout: float = 30.0
    ca_file: Path | None = None

    @contextlib.contextmanager
    def application(self, kind: str, **more: Any) -> Iterator[Any]:
        """Yield msal's application of this `kind`, which asks the authority for its addresses.

        Raises NotAllowed where the authority does not know the tenant, and TryAgainLater where it
        cannot be reached.
        """
        web = TokenWeb("Microsoft", timeout=self.timeout, ca_file=self.ca_file)
        try:
            yield self._built(kind, http_client=web, **more)
        finally:
            web.close()

    def _built(self, kind: str, **more: Any) -> Any:
        import msal

        authority = f"{self.authority}/{self.tenant}"
        try:
            # Without discovery, which would ask Microsoft's own address about every other one.
            return getattr(msal, kind)(
                self.client_id, authority=authority, instance_discovery=False, **more
            )
        except NO_ANSWER as error:
            raise NotAllowed(
                f"{self.authority} does not know the tenant {self.tenant!r}, or something between "
                "answers for it. Correct FOI_OAUTH_TENANT; it is the Directory (tenant) ID on the "
                "application's page."
            ) from error


class MicrosoftApp:
    """Tokens of an application that may read the mailbox by itself (client credentials).

    They are kept in memory alone: the secret gets another at any time, so that nothing need lie on
    the disk.
    """

    def __init__(self, registration: Registration, secret: str) -> None:
        """Remember the application; nothing is asked before the first token is wanted."""
        self._registration = registration
        self._secret = secret
        self._token = Renewed(self._ask)

    def __call__(self) -> str:
        """Return a token; raises TryAgainLater and NotAllowed, which say what to do."""
        return self._token()

    def _ask(self) -> Issued:
        # A new application each time, because msal hands out what it has got for up to an hour.
        kind = "ConfidentialClientApplication"
        whom = f"the application {self._registration.client_id}"
        with self._registration.application(kind, client_credential=self._secret) as app:
            return _issued(whom, lambda: app.acquire_token_for_client(FOR_THE_APPLICATION))


class MicrosoftPerson:
    """Tokens of a person who signed in once by a code, for one mailbox that they may read.

    The sign-in is kept in a file of `folder` and renews itself as long as it is used.
    """

    def __init__(self, registration: Registration, folder: Path, address: str) -> None:
        """Remember the mailbox by its `address`; the person may have another one."""
        self._registration = registration
        self._address = address
        self._file = TokenFile(folder, address)
        self._token = Renewed(self._ask)

    def __call__(self) -> str:
        """Return a token; raises NotAllowed where nobody has signed in, or the sign-in ended."""
        return self._token()

    def sign_in(self, show: Callable[[str, str, float], None]) -> str:
        """Let a person sign in, wait until they have, and return their name at Microsoft.

        `show` is given the address to open, the code to enter there, and the seconds there are for
        it. Raises NotAllowed where they decline, are refused, or do not come in time.
        """
        import msal

        cache = msal.SerializableTokenCache()
        with self._registration.application(FOR_PEOPLE, token_cache=cache) as app:
            flow = _answered(self._address, lambda: app.initiate_device_flow(FOR_A_PERSON))
            if "user_code" not in flow:
                raise refused_by_microsoft(self._address, flow)
            show(str(flow["verification_uri"]), str(flow["user_code"]), float(flow["expires_in"]))
            _issued(self._address, lambda: self._entered(app, flow))
            name = next((str(one["username"]) for one in app.get_accounts()), "")
        with self._file.held():
            self._file.write(cache.serialize())
        return name

    def _entered(self, app: Any, flow: Any) -> Any:
        """Wait for the code to be entered; a network that fails for a moment ends nothing."""
        while True:
            try:
                return app.acquire_token_by_device_flow(flow)
            except TryAgainLater:
                if time.time() > flow["expires_at"]:
                    raise
                time.sleep(TRY_AGAIN_AFTER)

    def _ask(self) -> Issued:
        import msal

        cache = msal.SerializableTokenCache()
        with self._file.held():
            try:
                cache.deserialize(self._file.read())
                kept = bool(json.loads(cache.serialize()))
            except ValueError:
                kept = False
            if not kept:
                raise self._nobody()
            try:
                with self._registration.application(FOR_PEOPLE, token_cache=cache) as app:
                    return _issued(self._address, lambda: self._silently(app))
            finally:
                if cache.has_state_changed:
                    self._file.write(cache.serialize())

    def _silently(self, app: Any) -> Any:
        """Return msal's answer for the person who signed in; renewed where it has little left."""
        account = next(iter(app.get_accounts()), None)
        answer = app.acquire_token_silent_with_error(FOR_A_PERSON, account)
        if answer and float(answer.get("expires_in", MARGIN)) < MARGIN:
            answer = app.acquire_token_silent_with_error(FOR_A_PERSON, account, force_refresh=True)
        if not answer:
            raise self._nobody()
        return answer

    def _nobody(self) -> NotAllowed:
        return NotAllowed(
            f"Nobody has signed in for {self._address} yet. "
            f"Run: foi-assistant mailbox sign-in {self._address}"
        )


def _issued(whom: str, ask: Callable[[], Any]) -> Issued:
    """Return the token in msal's answer; raises what a refusal means."""
    answer = _answered(whom, ask)
    if "access_token" not in answer:
        raise refused_by_microsoft(whom, answer)
    return Issued(str(answer["access_token"]), float(answer.get("expires_in", 0)))


def _answered(whom: str, ask: Callable[[], Any]) -> Mapping[str, Any]:
    try:
        answer = ask()
    except NO_ANSWER as error:
        raise makes_no_sense("Microsoft", whom) from error
    if not isinstance(answer, Mapping):
        raise makes_no_sense("Microsoft", whom)
    return answer
