"""A real SMTP server on loopback that keeps what arrives, and fails in any phase on demand."""

import asyncio
import base64
import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from assistant import ports
from tests.certificate import Certificate, make_certificate
from tests.dovecot import free_port

USER, PASSWORD = "postmaster", "open sesame"


class SmtpSink:
    """What arrived, and where to fail; the phases and ways are those of fakes.FakePostbox."""

    def __init__(self) -> None:
        self.arrived: list[ports.Envelope] = []
        self.failures: dict[str, str] = {}
        self.refusals: dict[str, str] = {}
        self.commands: list[str] = []
        self.offers_reports = False
        self.offers_tokens = True
        self.token = ""
        self.token_problem = ""
        self.connected: list[asyncio.Transport] = []
        self.reached: Callable[[str], None] = lambda phase: None
        self.port = free_port()

    def fail(self, phase: str, how: str) -> None:
        self.failures[phase] = how

    def refuse(self, recipient: str, reply: str) -> None:
        self.refusals[recipient] = reply

    def recover(self) -> None:
        self.failures.clear()
        self.refusals.clear()

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's name and arguments
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        hostname: str,
        responses: list[str],
    ) -> list[str]:
        session.host_name = hostname
        if self.offers_reports:
            responses.insert(1, "250-DSN")
        if not self.offers_tokens:
            responses = [each.replace(" XOAUTH2", "") for each in responses]
        return responses

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802 (aiosmtpd's name)
        given = base64.b64decode(args[1]).decode()
        if given == f"user={USER}\x01auth=Bearer {self.token}\x01\x01":
            return AuthResult(success=True)
        if self.token_problem:
            await server.challenge_auth(self.token_problem)
        return AuthResult(success=False, handled=False)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (aiosmtpd's name)
        how = self.failures.get("dot", "")
        if how[:1].isdigit():
            return how
        content = envelope.original_content
        assert isinstance(content, bytes)
        assert envelope.mail_from is not None
        sender = envelope.mail_from.removeprefix("<>")
        for recipient in envelope.rcpt_tos:
            self.arrived.append(ports.Envelope(sender, (recipient,), content))
        await server.fails("dot")
        return "250 OK, taken"


class FaultySmtp(SMTP):
    """aiosmtpd's server, with a question before each phase: does it fail here?"""

    def __init__(self, sink: SmtpSink, **options: Any) -> None:
        super().__init__(sink, **options)
        self.sink = sink

    async def fails(self, phase: str) -> bool:
        how = self.sink.failures.get(phase, "")
        self.sink.reached(phase)
        if how == "die":
            self.transport.abort()
        elif how == "hang":
            # Until the client has had enough: losing the connection cancels this.
            await asyncio.Event().wait()
        elif how:
            await self.push(how)
        return bool(how)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        how = self.sink.failures.get("connect", "")
        assert isinstance(transport, asyncio.Transport)
        self.sink.reached("connect")
        self.sink.connected.append(transport)
        if how == "die":
            transport.abort()
        elif how[:1].isdigit():
            transport.write(f"{how}\r\n".encode())
            transport.close()
        elif not how:
            super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        if self.session is not None:
            super().connection_lost(error)

    async def smtp_EHLO(self, hostname: str) -> None:  # noqa: N802 (aiosmtpd's name)
        if not await self.fails("EHLO"):
            await super().smtp_EHLO(hostname)

    async def smtp_STARTTLS(self, arg: str) -> None:  # noqa: N802 (aiosmtpd's name)
        if not await self.fails("STARTTLS"):
            await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg: str) -> None:  # noqa: N802 (aiosmtpd's name)
        if not await self.fails("AUTH"):
            await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802 (aiosmtpd's name)
        self.sink.commands.append(f"MAIL {arg}")
        if not await self.fails("MAIL"):
            await super().smtp_MAIL(self._without_reports(arg))

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802 (aiosmtpd's name)
        self.sink.commands.append(f"RCPT {arg}")
        if await self.fails("RCPT"):
            return
        for recipient, reply in self.sink.refusals.items():
            if f"<{recipient}>" in (arg or ""):
                await self.push(reply)
                return
        await super().smtp_RCPT(self._without_reports(arg))

    def _without_reports(self, arg: str | None) -> str | None:
        """Take out the options of RFC 3461 where they are offered: aiosmtpd knows none."""
        if arg is None or not self.sink.offers_reports:
            return arg
        return re.sub(r" (?:RET|ENVID|NOTIFY|ORCPT)=\S+", "", arg)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 (aiosmtpd's name)
        if await self.fails("DATA"):
            return
        if "body" in self.sink.failures:
            await self.push("354 Go ahead")
            await self._reader.readuntil(b"\r\n")
            await self.fails("body")
            return
        await super().smtp_DATA(arg)

    async def smtp_QUIT(self, arg: str) -> None:  # noqa: N802 (aiosmtpd's name)
        if not await self.fails("QUIT"):
            await super().smtp_QUIT(arg)


def _authenticate(
    server: SMTP, session: Session, envelope: Envelope, how: str, who: Any
) -> AuthResult:
    known = (who.login, who.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=known, handled=False)


class _Controller(Controller):
    def __init__(self, sink: SmtpSink, **options: Any) -> None:
        self._sink = sink
        super().__init__(sink, hostname="127.0.0.1", port=sink.port, **options)

    def factory(self) -> FaultySmtp:
        return FaultySmtp(self._sink, **self.SMTP_kwargs)


def _running(**options: Any) -> Iterator[SmtpSink]:
    sink = SmtpSink()
    controller = _Controller(sink, authenticator=_authenticate, auth_require_tls=False, **options)
    controller.start()
    try:
        yield sink
    finally:
        asyncio.run_coroutine_threadsafe(_hang_up(sink), controller.loop).result(10)
        controller.stop()


async def _hang_up(sink: SmtpSink) -> None:
    """End every connection, and wait until the loop has seen the end of each."""
    for transport in sink.connected:
        transport.abort()
    # Closing is done by callbacks, which come in the next rounds of the loop.
    for _ in range(20):
        await asyncio.sleep(0)


running_sink = contextmanager(_running)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """One certificate for the whole run."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def smtp_sink() -> Iterator[SmtpSink]:
    """A server that talks in the clear."""
    yield from _running()


@pytest.fixture
def starttls_sink(certificate: Certificate) -> Iterator[SmtpSink]:
    """A server that takes mail only after STARTTLS, with a certificate signed by nobody."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate.file, certificate.key)
    yield from _running(tls_context=context, require_starttls=True)
