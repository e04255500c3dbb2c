"""How tokens are asked for over HTTPS, in the shapes that msal and google-auth expect."""

import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from assistant.adapters.tls import is_loopback, verifying_context
from assistant.domain.errors import NotAllowed, TryAgainLater

PASSING = {408, 425, 429}
OUT_OF_ORDER = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What a provider answered: `status_code` and `text` are msal's names, the others Google's."""

    status_code: int
    text: str
    headers: Mapping[str, str]

    @property
    def status(self) -> int:
        """The status as google-auth calls it."""
        return self.status_code

    @property
    def data(self) -> bytes:
        """The body as google-auth calls it."""
        return self.text.encode()

    def raise_for_status(self) -> None:
        """Do nothing: msal asks for this at 5xx alone, and those have become TryAgainLater."""


class TokenWeb:
    """An HTTP client for one provider of tokens; a certificate that is not trusted ends the try.

    Every call raises TryAgainLater where the provider cannot be reached, is out of order or asks
    to be left alone, and NotAllowed where it cannot be trusted. Proxies come from the environment.
    """

    def __init__(self, provider: str, *, timeout: float, ca_file: Path | None = None) -> None:
        """Remember whose tokens these are; `timeout` (seconds) holds for every read and write.

        `ca_file` names certificates in PEM form to trust besides the machine's own.
        """
        import httpx

        self._provider = provider
        self._client = httpx.Client(verify=verifying_context(ca_file), timeout=timeout)

    def get(self, url: str, *, params: Any = None, headers: Any = None, **_: Any) -> Answer:
        """Ask as msal does."""
        return self._answer("GET", url, params=params, headers=headers)

    def post(
        self, url: str, *, params: Any = None, data: Any = None, headers: Any = None, **_: Any
    ) -> Answer:
        """Post a form, or a text that is one already, as msal does."""
        if isinstance(data, Mapping):
            form = {name: value for name, value in data.items() if value is not None}
            return self._answer("POST", url, params=params, data=form, headers=headers)
        return self._answer("POST", url, params=params, content=data, headers=headers)

    def __call__(
        self, url: str, method: str = "GET", body: Any = None, headers: Any = None, **_: Any
    ) -> Answer:
        """Ask as google-auth does."""
        return self._answer(method, url, content=body, headers=headers)

    def close(self) -> None:
        """Give up the connections."""
        self._client.close()

    def _answer(self, method: str, url: str, **request: Any) -> Answer:
        import httpx

        where = urlsplit(url)
        if where.scheme != "https" and not is_loopback(where.hostname or ""):
            raise NotAllowed(
                f"The address for tokens of {self._provider}, {url}, does not begin with https. "
                "Nothing was sent. Correct it in the mailbox settings or the key file."
            )
        try:
            response = self._client.request(method, url, **request)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise self._unreached(where.netloc, error) from error
        if response.status_code in PASSING or response.status_code >= OUT_OF_ORDER:
            raise TryAgainLater(
                f"{self._provider} at {where.netloc} gives no token at the moment: it answers "
                f"{response.status_code} {response.reason_phrase}. It will be tried again."
            )
        return Answer(response.status_code, response.text, dict(response.headers))

    def _unreached(self, where: str, error: Exception) -> NotAllowed | TryAgainLater:
        for cause in _causes(error):
            if isinstance(cause, ssl.SSLCertVerificationError):
                return NotAllowed(
                    f"{self._provider} at {where} shows a certificate that is not trusted "
                    f"({cause.verify_message}). Nothing was sent. If your network looks into "
                    "encrypted connections, name its certificates by SSL_CERT_FILE."
                )
        said = " ".join(str(error).split()) or type(error).__name__
        return TryAgainLater(
            f"{self._provider} at {where} cannot be reached, so there is no token to sign in with: "
            f"{said}. It will be tried again; if this goes on, let this machine through to {where}."
        )


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what it came from."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
