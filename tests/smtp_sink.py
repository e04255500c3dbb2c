"""A real SMTP server on loopback that keeps what arrives, and fails in any phase on demand."""

import asyncio
import ssl
from collections.abc import Iterator
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
        self.port = free_port()

    def fail(self, phase: str, how: str) -> None:
        self.failures[phase] = how

    def recover(self) -> None:
        self.failures.clear()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (aiosmtpd's name)
        how = self.failures.get("dot", "")
        if how[:1].isdigit():
            return how
        content = envelope.original_content
        assert isinstance(content, bytes)
        assert envelope.mail_from is not None
        sender = envelope.mail_from.removeprefix("<>")
        for recipient in envelope.rcpt_tos:
            self.arrived.append(ports.Envelope(sender, recipient, content))
        await server.fails("dot")
        return "250 OK, taken"


class FaultySmtp(SMTP):
    """aiosmtpd's server, with a question before each phase: does it fail here?"""

    def __init__(self, sink: SmtpSink, **options: Any) -> None:
        super().__init__(sink, **options)
        self.sink = sink

    async def fails(self, phase: str) -> bool:
        how = self.sink.failures.get(phase, "")
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

    async def smtp_AUTH(self, arg: str) -> None:  # noqa: N802 (aiosmtpd's name)
        if not await self.fails("AUTH"):
            await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802 (aiosmtpd's name)
        if not await self.fails("MAIL"):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802 (aiosmtpd's name)
        if not await self.fails("RCPT"):
            await super().smtp_RCPT(arg)

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
        controller.stop()


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
