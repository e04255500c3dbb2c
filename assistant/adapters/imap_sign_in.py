"""Signing in to an IMAP server with a password or a token, and what a refusal means."""

import re
import ssl
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from assistant.adapters.imap_wire import Client
from assistant.adapters.tls import Security, refuse_plain_text, verifying_context
from assistant.domain.errors import NotAllowed, TryAgainLater

# What IMAPClient raises on a refused command, or on an answer it cannot make sense of.
UNREADABLE = (IMAPClientError, ValueError, LookupError, TypeError, AssertionError)
# RFC 5530, and what Exchange and Gmail say when the sign-in is fine and the time is not.
PASSING_REFUSALS = (
    "[UNAVAILABLE]",
    "[INUSE]",
    "[LIMIT]",
    "[SERVERBUG]",
    "[CONTACTADMIN]",
    "TOO MANY",
    "TRY AGAIN",
    "NOT CONNECTED",
    "TEMPORAR",
    "THROTTLE",
)
# What a server adds to its refusal of a token that no newer token will change (RFC 7628, RFC 6750).
WRONG_SCOPE = ("insufficient_scope", "wrong scope", "invalid_scope")
AS_BYTES = re.compile(r"""b(['"])(.*)\1""", re.DOTALL)
LONGEST_WORDS = 200
# Longer words than this are numbers of sessions, or what we said, written in another way.
LONGEST_WORD = re.compile(r"\S{80,}")


@dataclass(frozen=True, slots=True)
class Account:
    """Where the mailbox is and how to sign in: with `password`, or with what `token` returns.

    `token` is asked before each connection, and what it raises is passed on. `timeout` is in
    seconds and holds for the connection and for every silence; `ca_file` names certificates in PEM
    form to trust besides the machine's own.
    """

    host: str
    port: int
    user: str
    password: str = field(default="", repr=False)
    token: Callable[[], str] | None = field(default=None, repr=False)
    security: Security = "tls"
    timeout: float = 30.0
    ca_file: Path | None = None

    def __post_init__(self) -> None:
        """Refuse a connection in plain text to another machine, and what no server could read."""
        refuse_plain_text(self.host, self.security)
        if any(character in self.user + self.password for character in "\r\n\0"):
            raise NotAllowed(
                f"User name or password for the mail server {self.host} hold a line break. "
                "Correct them in the mailbox settings."
            )

    @property
    def where(self) -> str:
        """The server's name in messages."""
        return f"The mail server {self.host}:{self.port}"


def connect(account: Account) -> Client:
    """Connect and sign in, by a verified and encrypted connection where it leaves this machine.

    Raises NotAllowed where a person has to correct something, TryAgainLater otherwise; neither
    carries the password or the token.
    """
    secret = account.token() if account.token else account.password
    context = None if account.security == "none" else verifying_context(account.ca_file)
    with ExitStack() as undo:
        try:
            client = Client(
                account.host,
                account.port,
                timeout=account.timeout,
                context=context if account.security == "tls" else None,
            )
            undo.callback(client.shutdown)
            if account.security == "starttls":
                _begin_encryption(account, client, context)
            _sign_in(account, client, secret)
            # Servers tell more of what they can do once they know who asks.
            client.capabilities()
        except (OSError, *UNREADABLE) as error:
            raise _refusal(account, error, secret) from None
        undo.pop_all()
    return client


def words_of(error: BaseException, secret: str = "") -> str:
    """Return what the server said, or what the system says, in one short line without `secret`."""
    said: object = error.args[-1] if error.args else ""
    if isinstance(error, OSError) and error.strerror:
        said = error.strerror
    if isinstance(said, bytes):
        said = said.decode("utf-8", "replace")
    text = str(said)
    if found := AS_BYTES.search(text):  # imaplib's way of showing the server's words
        text = found[2]
    text = text.replace(secret, "(withheld)") if secret else text
    text = LONGEST_WORD.sub("(...)", " ".join(text.split()))
    return text[:LONGEST_WORDS] or type(error).__name__


def _begin_encryption(account: Account, client: Client, context: ssl.SSLContext | None) -> None:
    """Encrypt, or stop before a word of the sign-in is said."""
    if not client.has_capability("STARTTLS") or client.wire.state != "NONAUTH":
        raise NotAllowed(
            f"{account.where} does not offer STARTTLS, so nothing was sent. "
            "Choose tls with its port; if it used to offer it, ask who runs the network between."
        )
    client.starttls(context)


def _sign_in(account: Account, client: Client, secret: str) -> None:
    if account.token:
        _sign_in_with_token(account, client, secret)
    elif client.has_capability("LOGINDISABLED") and not client.has_capability("AUTH=PLAIN"):
        raise NotAllowed(
            f"{account.where} takes no password on this connection. Choose tls or starttls, or "
            "sign in with oauth."
        )
    elif _plain(account) and not client.has_capability("LOGINDISABLED"):
        # Quoted: a shared mailbox at Exchange is DOMAIN\\user\\mailbox (RFC 3501 section 9).
        client.login(_quoted(account.user), secret)
    else:
        client.plain_login(account.user, secret)


def _plain(account: Account) -> bool:
    """Say whether LOGIN can carry name and password: it knows no letters beyond ASCII."""
    return (account.user + account.password).isascii()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


class _Bearer:
    """The client's side of XOAUTH2 and OAUTHBEARER: the token once, then nothing (RFC 7628)."""

    def __init__(self, first: str, then: bytes) -> None:
        self._first, self._then = first, then
        self._said = False
        self.challenge = ""

    def __call__(self, challenge: bytes) -> str | bytes:
        """Answer: the second challenge says what is wrong, and has to be answered to learn it."""
        if not self._said:
            self._said = True
            return self._first
        self.challenge = challenge.decode("utf-8", "replace")
        return self._then


def _sign_in_with_token(account: Account, client: Client, token: str) -> None:
    if client.has_capability("AUTH=XOAUTH2"):
        name = "XOAUTH2"
        bearer = _Bearer(f"user={account.user}\1auth=Bearer {token}\1\1", b"")
    elif client.has_capability("AUTH=OAUTHBEARER"):
        name = "OAUTHBEARER"
        user = account.user.replace("=", "=3D").replace(",", "=2C")
        bearer = _Bearer(f"n,a={user},\1auth=Bearer {token}\1\1", b"\1")
    else:
        raise NotAllowed(
            f"{account.where} takes no token (OAuth 2). Sign in with a password, or name the "
            "provider's own server."
        )
    try:
        client.sasl_login(name, bearer)
    except IMAPClientError as error:
        lost = isinstance(error.__context__, (IMAPClientAbortError, OSError))
        if lost and not bearer.challenge:
            raise
        raise _refused_token(account, words_of(error, token), bearer.challenge) from None


def _refused_token(account: Account, said: str, challenge: str) -> NotAllowed | TryAgainLater:
    """Say why a token did not serve: a newer one may, unless it lacks the right itself."""
    all_said = f"{said} {challenge}".lower()
    if any(mark in all_said for mark in WRONG_SCOPE):
        return NotAllowed(
            f"{account.where} refuses the token for {account.user}: it was issued for something "
            "else than IMAP (scope). Give the application the permission to read mail by IMAP, "
            "then sign in again."
        )
    return TryAgainLater(
        f"{account.where} refuses the token for {account.user}: {said}. It will be tried again "
        "with a new token; if this goes on, check the mailbox's name, that IMAP is switched on "
        "for it, and that the application has been given the right to it."
    )


def _refusal(account: Account, error: BaseException, secret: str) -> NotAllowed | TryAgainLater:
    """Sort a failure to connect or sign in by what to do about it."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return NotAllowed(
            f"{account.where} shows a certificate that is not trusted ({error.verify_message}). "
            "Nothing was sent. Correct the host name, or name the authority's own certificates."
        )
    if isinstance(error, UnicodeError):
        return NotAllowed(
            f"{account.host!r} cannot be the name of a mail server. Correct it in the settings."
        )
    said = words_of(error, secret)
    # IMAPClient makes a LoginError of a lost connection, too, and keeps the cause as context.
    lost = isinstance(error, OSError) or _lost(error) or _lost(error.__context__)
    passing = any(code in said.upper() for code in PASSING_REFUSALS)
    if type(error).__name__ == "LoginError" and not lost and not passing:
        return NotAllowed(
            f"{account.where} refuses the sign-in of {account.user}: {said}. "
            "Check user name and password in the mailbox settings."
        )
    if isinstance(error, TimeoutError):
        said = f"it did not answer within {account.timeout:g} seconds"
    return TryAgainLater(
        f"{account.where} cannot be reached at the moment: {said}. "
        "It will be tried again; if this goes on, check its address and port."
    )


def _lost(error: Any) -> bool:
    return isinstance(error, (IMAPClientAbortError, OSError))
