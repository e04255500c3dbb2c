"""A small SMTP server (aiosmtpd) that keeps what the authority sends and takes in what it gets."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import Any

from aiosmtpd.smtp import SMTP

from assistant.demo.mail_folder import Kept, MailFolder

NAME = "mail.northshire-police.test"
LONGEST_MESSAGE = 50 * 1024 * 1024


class SmtpServer:
    """The server, listening on loopback only; nothing it takes ever leaves this machine.

    Mail for `mailbox` goes to `inbox`, so that a person can write to the authority; `arrived` is
    then called. All other mail counts as a letter that reached its requester and goes to `letters`.
    """

    def __init__(
        self,
        *,
        mailbox: str,
        inbox: MailFolder,
        letters: MailFolder,
        arrived: Callable[[Kept], Awaitable[None]],
    ) -> None:
        """Remember where mail goes."""
        self._mailbox = mailbox
        self._inbox = inbox
        self._letters = letters
        self._arrived = arrived

    async def start(self, stack: AsyncExitStack, port: int) -> int:
        """Listen on `port` (0: any free one) until `stack` is left; return the port.

        Raises OSError where the port is in use.
        """

        def session() -> SMTP:
            return SMTP(self, hostname=NAME, data_size_limit=LONGEST_MESSAGE, enable_SMTPUTF8=True)

        loop = asyncio.get_running_loop()
        server = await loop.create_server(session, host="127.0.0.1", port=port)
        await stack.enter_async_context(server)
        return int(server.sockets[0].getsockname()[1])

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  # aiosmtpd asks for it
        """Keep the message for each recipient before saying so (RFC 5321 section 6.1)."""
        del server, session
        now = datetime.now(UTC)
        for recipient in envelope.rcpt_tos:
            raw = _delivered(envelope.mail_from or "", recipient, envelope.content)
            if recipient.lower() == self._mailbox.lower():
                await self._arrived(self._inbox.add(raw, now))
            else:
                self._letters.add(raw, now)
        return "250 2.0.0 Kept"


def _delivered(sender: str, recipient: str, content: bytes) -> bytes:
    """Return the message as a server puts it into a mailbox: with its envelope on top."""
    return f"Return-Path: <{sender}>\r\nDelivered-To: {recipient}\r\n".encode() + content
