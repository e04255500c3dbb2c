"""Tokens for mailboxes at Google, by a service account that acts for them (RFC 7523)."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.adapters.oauth_token import Issued, Renewed
from assistant.adapters.oauth_web import TokenWeb
from assistant.adapters.oauth_words import NO_ANSWER, makes_no_sense, refused_by_google
from assistant.domain.errors import NotAllowed

SCOPES = ["https://mail.google.com/"]


class GoogleAccount:
    """Tokens for one mailbox, whose user a service account may act for (domain-wide delegation)."""

    def __init__(
        self, key_file: Path, user: str, *, timeout: float = 30.0, ca_file: Path | None = None
    ) -> None:
        """Remember the key file and the mailbox's `user`; nothing is read or asked before."""
        self._key_file = key_file
        self._user = user
        self._timeout = timeout
        self._ca_file = ca_file
        self._token = Renewed(self._ask)

    def __call__(self) -> str:
        """Return a token; raises TryAgainLater and NotAllowed, which say what to do."""
        return self._token()

    def _ask(self) -> Issued:
        from google.auth.exceptions import GoogleAuthError

        credentials = self._credentials()
        web = TokenWeb("Google", timeout=self._timeout, ca_file=self._ca_file)
        try:
            credentials.refresh(web)
        except GoogleAuthError as error:
            said = str(error.args[0] if error.args else error)
            raise refused_by_google(self._user, said, passing=bool(error.retryable)) from error
        except NO_ANSWER as error:
            raise makes_no_sense("Google", self._user) from error
        finally:
            web.close()
        if credentials.expiry is None:
            return Issued(str(credentials.token), 0.0)
        left = credentials.expiry.replace(tzinfo=UTC) - datetime.now(UTC)
        return Issued(str(credentials.token), left.total_seconds())

    def _credentials(self) -> Any:
        """Read the key file; raises NotAllowed where it is none."""
        from google.oauth2.service_account import Credentials

        try:
            return Credentials.from_service_account_file(  # type: ignore[no-untyped-call]  # untyped
                str(self._key_file), scopes=SCOPES, subject=self._user
            )
        except (OSError, *NO_ANSWER) as error:
            raise NotAllowed(
                f"{self._key_file} is not the key file of a service account, or cannot be read. "
                "Make a key of the kind JSON in the Cloud console, and set FOI_OAUTH_ACCOUNT_FILE."
            ) from error
