"""Sending approved letters by SMTP (RFC 5321), phase by phase.

smtplib raises the same exception whether the server died before it had the letter or after, so each
phase is its own call here, and the phase decides what a failure means:

up to DATA and the server's "go ahead"               the letter surely did not leave
from the first byte of the letter to the last reply  nobody can tell (RFC 1047)
any reply with a code                                definite, in every phase
QUIT                                                 of no account: the letter has left

What a recipient's refusal means to the others: nothing. The letter leaves to those accepted.
"""

import contextlib
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

from assistant.adapters.smtp_sign_in import sign_in_with_token
from assistant.adapters.smtp_wire import notify_options, refuse_unfit, report_options, stuffed
from assistant.adapters.tls import Security, refuse_plain_text, verifying_context
from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater
from assistant.domain.mail.server_replies import asks_to_slow_down, explained
from assistant.ports import Begun, Envelope, Refused, ServerBusy

SUCCESS = range(200, 300)
GO_AHEAD = range(354, 355)
FOR_NOW = range(400, 500)
FOR_GOOD = range(500, 600)
# "Closing the connection": about all that was said on it, never about one recipient.
CLOSING = 421
# Some servers say 552 for a passing "too many recipients" (RFC 5321 section 4.5.3.1.10).
TOO_MUCH_JUST_NOW = 552
# What smtplib raises where a connection breaks or an answer is no SMTP; its own are OSErrors.
BROKEN = (OSError, ValueError)


class SmtpPostbox:
    """A Postbox that hands each letter to one mail server, on a connection of its own."""

    def __init__(
        self,
        host: str,
        port: int,
        *,
        security: Security = "starttls",
        user: str = "",
        password: str = "",
        token: Callable[[], str] | None = None,
        timeout: float = 60.0,
        final_timeout: float = 600.0,
        hello: str = "",
        ca_file: Path | None = None,
    ) -> None:
        """Remember the server; an empty `user` means no sign-in.

        With `token` the sign-in is OAuth 2 and `password` is not used: it is asked for a token on
        each connection, and may raise TryAgainLater or NotAllowed. `timeout` (seconds) holds for
        every step before the letter; `final_timeout` for the letter and the reply to it, where RFC
        5321 section 4.5.3.2.6 asks for ten minutes, because giving up early leaves unknown whether
        it left. `hello` is this machine's name as EHLO gives it, its host name if empty. `ca_file`
        names certificates in PEM form to trust besides the usual.
        Raises NotAllowed when the connection would be in plain text to another machine.
        """
        refuse_plain_text(host, security)
        self._host = host
        self._port = port
        self._security = security
        self._user = user
        self._password = password
        self._token = token
        self._timeout = timeout
        self._final_timeout = final_timeout
        self._hello = hello or socket.gethostname()
        self._ca_file = ca_file

    def deliver(self, envelope: Envelope, *, begun: Begun) -> str:
        """Hand `envelope` to the server; see Postbox for `begun`, the reply and the errors."""
        refuse_unfit(envelope)
        with self._nothing_sent_yet():
            server = self._connected()
        with contextlib.closing(server):
            with self._nothing_sent_yet():
                self._sign_in(server)
                refused = self._address(server, envelope)
            begun(refused)
            with self._nothing_sent_yet():
                expect(server.docmd("DATA"), GO_AHEAD)
            reply = self._transmit(server, envelope.message)
            # The letter has left: whatever goes wrong in parting changes nothing.
            with contextlib.suppress(*BROKEN):
                server.quit()
            return reply

    def greet(self) -> str:
        """Connect and sign in without sending anything; return where, for people to read.

        Raises TryAgainLater or NotAllowed as `deliver` does before the letter.
        """
        with self._nothing_sent_yet():
            server = self._connected()
        with contextlib.closing(server):
            with self._nothing_sent_yet():
                self._sign_in(server)
            with contextlib.suppress(*BROKEN):
                server.quit()
        return f"{self._host}:{self._port}"

    def _connected(self) -> smtplib.SMTP:
        if self._security == "tls":
            return smtplib.SMTP_SSL(
                self._host,
                self._port,
                local_hostname=self._hello,
                timeout=self._timeout,
                context=verifying_context(self._ca_file),
            )
        return smtplib.SMTP(
            self._host, self._port, local_hostname=self._hello, timeout=self._timeout
        )

    def _sign_in(self, server: smtplib.SMTP) -> None:
        expect(server.ehlo(), SUCCESS)
        if self._security == "starttls":
            expect(server.starttls(context=verifying_context(self._ca_file)), SUCCESS)
            expect(server.ehlo(), SUCCESS)
        if self._user and self._token:
            sign_in_with_token(server, self._user, self._token())
        elif self._user:
            server.login(self._user, self._password)

    def _address(self, server: smtplib.SMTP, envelope: Envelope) -> tuple[Refused, ...]:
        """Name sender and recipients; return those refused, raise where nobody is left."""
        self._refuse_too_large(server, envelope)
        reports = server.has_extn("dsn")
        options = self._options(server, envelope)
        if reports:
            options += report_options(envelope)
        expect(server.mail(envelope.sender, options), SUCCESS)
        refused = []
        for recipient in envelope.recipients:
            code, said = server.rcpt(recipient, notify_options(recipient) if reports else ())
            if code in SUCCESS:
                continue
            if code == CLOSING or not (code in FOR_NOW or code in FOR_GOOD):
                raise smtplib.SMTPResponseException(code, said)
            for_now = code in FOR_NOW or code == TOO_MUCH_JUST_NOW
            refused.append(Refused(recipient, f"{code} {words(said)}", for_now))
        if len(refused) == len(envelope.recipients):
            raise self._refused(refused[0].reply, for_now=refused[0].for_now)
        return tuple(refused)

    def _refuse_too_large(self, server: smtplib.SMTP, envelope: Envelope) -> None:
        """Raise NotAllowed where the server says how much it takes, and it is less (RFC 1870)."""
        limit = server.esmtp_features.get("size", "")
        if limit.isdigit() and 0 < int(limit) < len(envelope.message):
            raise NotAllowed(
                f"The letter with its attachments is {len(envelope.message):,} bytes, and the mail "
                f"server {self._host} takes {int(limit):,}. Send the attachments another way."
            )

    def _options(self, server: smtplib.SMTP, envelope: Envelope) -> list[str]:
        """Return the options of MAIL that the letter's own characters ask for."""
        options = []
        if not "".join((envelope.sender, *envelope.recipients)).isascii():
            options.append("SMTPUTF8")
        if not envelope.message.isascii():
            if not server.has_extn("8bitmime"):
                raise smtplib.SMTPNotSupportedError("it takes no 8-bit text")
            options.append("BODY=8BITMIME")
        return options

    def _transmit(self, server: smtplib.SMTP, message: bytes) -> str:
        """Send the letter and return the reply to it; from here on a lost connection is unclear."""
        try:
            if server.sock is not None:
                server.sock.settimeout(self._final_timeout)
            server.send(stuffed(message))
            code, said = server.getreply()
        except BROKEN as error:
            raise NeedsAPerson(
                f"The connection to the mail server {self._host} broke while it was taking the "
                f"letter ({words(error)}). It may have left or not: look for it in the Sent "
                "folder or the server's log, then record which."
            ) from error
        reply = f"{code} {words(said)}"
        if code in FOR_NOW or code in FOR_GOOD:
            raise self._refused(reply, for_now=code in FOR_NOW)
        if code not in SUCCESS:
            raise NeedsAPerson(
                f"The mail server {self._host} gave an answer to the letter that means neither yes "
                f"nor no: {reply}. Look for it in the Sent folder, then record whether it left."
            )
        return reply

    @contextlib.contextmanager
    def _nothing_sent_yet(self) -> Iterator[None]:
        """Sort failures of a phase in which not one byte of the letter has been sent."""
        where = f"The mail server {self._host}:{self._port}"
        try:
            yield
        except smtplib.SMTPResponseException as error:
            code = error.smtp_code
            for_now = code not in FOR_GOOD or code == TOO_MUCH_JUST_NOW
            reply = f"{code} {words(error.smtp_error)}"
            raise self._refused(reply, for_now=for_now) from error
        except ssl.SSLCertVerificationError as error:
            raise NotAllowed(
                f"{where} shows a certificate that is not trusted ({error.verify_message}). "
                "Nothing was sent. Correct the host name, or name the authority's certificates."
            ) from error
        except smtplib.SMTPNotSupportedError as error:
            raise NotAllowed(
                f"{where} cannot do what is asked of it: {words(error)}. Nothing was sent. "
                "Check security and sign-in in the mail settings."
            ) from error
        except BROKEN as error:
            raise TryAgainLater(
                f"{where} cannot be reached, or hangs up: {words(error)}. Nothing was sent; "
                "it will be tried again."
            ) from error

    def _refused(self, reply: str, *, for_now: bool) -> NotAllowed | TryAgainLater:
        """Return the error for a definite reply: in plain words, the server's own beneath."""
        if for_now and asks_to_slow_down(reply):
            return ServerBusy(explained(reply))
        return TryAgainLater(explained(reply)) if for_now else NotAllowed(explained(reply))


def expect(answer: tuple[int, bytes], codes: range) -> None:
    """Raise SMTPResponseException unless the server's answer has one of `codes`."""
    if answer[0] not in codes:
        raise smtplib.SMTPResponseException(*answer)


def words(said: object) -> str:
    """Return a server's words, or an error's, on one line and bounded."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return " ".join(text.split())[:300] or type(said).__name__
