"""The door that mail servers hand mail over at: SMTP (RFC 5321) or LMTP (RFC 2033), on aiosmtpd.

It is no relay: it takes mail for our own mailboxes from known networks. 250 is said once a message
is committed and never before; what cannot be stored now is answered 451, so that the server which
brought it keeps it. Nothing is added to a message, no Received or Return-Path line: its bytes stay
what came, and the envelope is kept beside them.
"""

import asyncio
import logging
import signal
from collections import defaultdict
from collections.abc import Callable, Coroutine, Sequence
from contextlib import ExitStack, suppress
from typing import Any, cast

from aiosmtpd.smtp import SMTP, Envelope, Session

from assistant.adapters.listener_data import END, Incoming
from assistant.adapters.listener_house import CLOSING, Door, House, common_reply, numbered, reply
from assistant.adapters.listener_wire import NULL_PATH, enhanced, one_line, path
from assistant.domain.errors import NotAllowed
from assistant.domain.mail.envelope import mailbox_address
from assistant.ports import Clock, Outcome, Submission, TakeSubmissions

__all__ = ["Door", "Listener"]

# Silence that ends a session (RFC 5321 section 4.5.3.2.7). Of a message so many bytes have to come
# in that time, so that a drop now and then keeps nobody's place for ever.
SILENCE = 300.0
PIECE = 65_536
# How long a mail server waits for the reply to a message (RFC 5321 section 4.5.3.2.6).
STORING = 600.0
LONGEST_COMMAND = 2048
MOST_RECIPIENTS = 100
# Seconds between two signs of life.
BEAT = 10.0
# How long an end in order may take: longer than a database keeps a writer waiting.
ENDING = 40.0
logger = logging.getLogger(__name__)


class _Hooks:
    """What aiosmtpd asks at EHLO and at RCPT."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def handle_EHLO(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, name: str, responses: list[str]
    ) -> list[str]:
        """Offer what is there, and no sign-in."""
        del server, envelope
        session.host_name = name
        ours = ("250-PIPELINING", "250-ENHANCEDSTATUSCODES")
        kept = [each for each in responses if not each.startswith(("250-AUTH", "250 "))]
        lines = [kept[0], *ours, *kept[1:]]
        lines[-1] = lines[-1].replace("-", " ", 1)
        # One text of several lines, so that `push` takes none of them for a reply of its own.
        return ["\r\n".join(lines)]

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take what is for one of our mailboxes, and nothing else: no open relay."""
        del server, session, options
        if mailbox_address(address, self._door.addresses) is None:
            return "550 5.1.1 There is no such mailbox here"
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 Too many recipients at once. Send it to the others again"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Recipient taken"


def _always(words: str) -> Callable[[SMTP, str | None], Coroutine[Any, Any, None]]:
    """Return a command that is answered in the same words whatever is asked."""

    async def answer(session: SMTP, asked: str | None) -> None:
        del asked
        await session.push(words)

    return answer


class _Session(SMTP):
    """One connection that speaks SMTP."""

    # The stream's limit, too: a command this long is read to its end, and refused by the next two.
    line_length_limit = PIECE
    command_size_limit = LONGEST_COMMAND

    def __init__(self, house: House, sessions: "set[_Session]") -> None:
        door = house.door
        super().__init__(
            _Hooks(door),
            data_size_limit=door.size,
            enable_SMTPUTF8=True,
            hostname=door.name,
            ident="FOI Assistant",
            tls_context=door.tls,
            timeout=SILENCE,
            loop=asyncio.get_running_loop(),
        )
        # The library shares one table among all sessions, and each greeting raises it.
        self.command_size_limits = defaultdict(lambda: LONGEST_COMMAND)
        self._house = house
        self._sessions = sessions
        self._peer = ""
        self._storing = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Let the server in, or say why not; called once more when it has turned to TLS."""
        if self not in self._sessions:
            self._peer = str((transport.get_extra_info("peername") or ("",))[0])
            refusal = self._house.enter(self._peer)
            if refusal:
                _say(transport, refusal)
                return
            self._sessions.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Count the session as ended, where it ever began."""
        if self in self._sessions:
            self._sessions.discard(self)
            self._house.leave(self._peer)
            super().connection_lost(error)

    def eof_received(self) -> bool | None:
        """End with the server's end, where it was let in."""
        return super().eof_received() if self in self._sessions else None

    async def _handle_client(self) -> None:
        # A server that goes away in the middle is no fault of ours, and nobody awaits this task.
        with suppress(ConnectionError):
            await super()._handle_client()

    async def handle_exception(self, error: Exception) -> str:
        """Answer whatever goes wrong here with 421, and log no word of what was said.

        The session ends: where it failed within a message, its rest is not to be read as commands.
        """
        logger.warning("A session failed: %s", type(error).__name__)
        return "421 4.3.0 Something failed here. Try again later"

    def _timeout_cb(self) -> None:
        if self.transport is not None:
            _say(self.transport, "421 4.4.2 Nothing came for too long")

    def farewell(self) -> None:
        """End the session, but not while its message is being stored: that ends it afterwards."""
        if self.transport is not None and not self._storing:
            _say(self.transport, CLOSING)

    async def push(self, status: Any) -> None:
        """Send a reply, with its enhanced code; the greeting to HELO has none (RFC 2034)."""
        plain = status == f"250 {self.hostname}"
        await super().push(status if plain else enhanced(status))
        if status.startswith("421") and self.transport is not None:
            self.transport.close()

    def _getaddr(self, arg: str) -> tuple[str | None, str | None]:
        # The library reads paths with a parser that fails on some of them.
        return path(arg)

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802 - the library's name
        """Begin a message; personal data crosses no network in the clear where TLS is set up."""
        if self._house.door.tls and not self._tls_protocol and not self._on_this_machine():
            # Not 530, which would send the message back to its writer for a server's setting.
            await self.push("451 4.7.0 Use STARTTLS first")
        else:
            await super().smtp_MAIL(arg)

    def _on_this_machine(self) -> bool:
        address = numbered(self._peer)
        return address is not None and address.is_loopback

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - the library's name
        """Read a message to its end, store it, and only then say so."""
        if await self.check_helo_needed():
            return
        envelope = cast(Envelope, self.envelope)
        if not envelope.rcpt_tos:
            await self.push("503 5.5.1 No recipient was taken")
            return
        if arg:
            await self.push("501 5.5.4 DATA takes no argument")
            return
        await self.push("354 End the message with <CR><LF>.<CR><LF>")
        incoming = Incoming(self._house.door.size, self._house.door.spool)
        with ExitStack() as unless_received:
            unless_received.callback(incoming.close)
            await self._receive(incoming)
            submission = self._submission(envelope)
            unless_received.pop_all()
        self._storing = True
        try:
            replies = await self._replies(submission, incoming)
        finally:
            self._storing = False
        self.envelope = self._create_envelope()
        for each in replies:
            await self.push(each)
        if self._house.ending:
            self.farewell()

    async def _receive(self, incoming: Incoming) -> None:
        """Read up to CRLF.CRLF in pieces of bounded size, however long its lines are."""
        # The end of the DATA command counts as the line end before the first dot; it has been read,
        # so it is put back. The library, too, reaches for this buffer when it turns to TLS.
        self._reader._buffer[:0] = END[:2]  # type: ignore[attr-defined]  # noqa: SLF001 - see above
        ended = False
        while not ended:
            self._reset_timeout()
            try:
                piece = await self._reader.readuntil(END)
            except asyncio.LimitOverrunError as over:
                piece = await self._reader.readexactly(over.consumed)
            ended = incoming.add(piece)

    async def _replies(self, submission: Submission, incoming: Incoming) -> Sequence[str]:
        if incoming.refusal:
            return self._for_each([incoming.refusal] * len(submission.recipients))
        self._reset_timeout(STORING)
        outcomes = await self._house.storing.store(submission, incoming)
        self._reset_timeout()
        return self._of(outcomes)

    def _submission(self, envelope: Envelope) -> Submission:
        name = one_line(cast(Session, self.session).host_name or "")
        return Submission(
            via=self._house.door.protocol,
            sender="" if envelope.mail_from == NULL_PATH else envelope.mail_from or "",
            recipients=tuple(envelope.rcpt_tos),
            received_at=self._house.clock.now(),
            handed_over_by=f"{name} [{self._peer}]",
            raw=b"",
        )

    def _of(self, outcomes: Sequence[Outcome]) -> Sequence[str]:
        return [common_reply(outcomes)]

    def _for_each(self, replies: Sequence[str]) -> Sequence[str]:
        return replies[:1]

    # Who may hand over mail is told by networks, and who has a mailbox here is not told at all (RFC
    # 5321 section 7.3).
    smtp_VRFY = _always("252 2.5.0 Who has a mailbox here is not told. Send the message and see")  # noqa: N815 - as above
    smtp_AUTH = _always("502 5.5.1 Not offered")  # noqa: N815 - as above
    smtp_HELP = _always("214 2.0.0 See RFC 5321")  # noqa: N815 - as above


class _LmtpSession(_Session):
    """One connection that speaks LMTP: LHLO, and a reply for each recipient (RFC 2033)."""

    async def smtp_LHLO(self, arg: str) -> None:  # noqa: N802 - the library's name
        """Greet as EHLO does."""
        await super().smtp_EHLO(arg)

    # RFC 2033 section 4.1 asks for it.
    smtp_EHLO = smtp_HELO = _always("500 5.5.1 This is LMTP. Say LHLO")  # noqa: N815 - as above

    def _of(self, outcomes: Sequence[Outcome]) -> Sequence[str]:
        return [reply(outcome) for outcome in outcomes]

    def _for_each(self, replies: Sequence[str]) -> Sequence[str]:
        return replies


class Listener:
    """Listens at a door until it is told to end, by `stop`, Ctrl+C or SIGTERM."""

    def __init__(
        self,
        door: Door,
        take: TakeSubmissions,
        clock: Clock,
        *,
        beat: Callable[[], None] | None = None,
    ) -> None:
        """Remember what to do; nothing is listened on yet. `beat` is called while it listens."""
        self._beat = beat
        self._door = door
        self._house = House(door, take, clock)
        self._sessions: set[_Session] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._end = asyncio.Event()

    def run(self, started: Callable[[int], None]) -> None:
        """Listen, call `started` with the port, and return once all has ended in order.

        Raises NotAllowed where it cannot listen at this address.
        """
        # The library logs commands; after a fault these may be the first words of a letter's lines.
        logging.getLogger("mail.log").setLevel(logging.CRITICAL)
        try:
            asyncio.run(self._serve(started))
        finally:
            self._house.close()

    def stop(self) -> None:
        """End soon; may be called from another thread, once `started` was."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._end.set)

    async def _serve(self, started: Callable[[int], None]) -> None:
        loop = self._loop = asyncio.get_running_loop()
        kind = _LmtpSession if self._door.protocol == "lmtp" else _Session
        for number in (signal.SIGINT, signal.SIGTERM):
            # Only the main thread may, and not on every platform.
            with suppress(NotImplementedError, ValueError, RuntimeError):
                loop.add_signal_handler(number, self._end.set)
        try:
            server = await loop.create_server(
                lambda: kind(self._house, self._sessions), self._door.host, self._door.port
            )
        except OSError as error:
            raise NotAllowed(
                f"Port {self._door.port} of {self._door.host} cannot be used: {error.strerror}. "
                "Stop what uses it, or set FOI_LISTEN_HOST and FOI_LISTEN_PORT."
            ) from error
        try:
            started(int(server.sockets[0].getsockname()[1]))
            await self._ended()
            await self._farewell()
        finally:
            server.close()

    async def _ended(self) -> None:
        """Wait for the end, and give a sign of life meanwhile: whoever gives it could take mail."""
        while not self._end.is_set():
            if self._beat is not None:
                self._beat()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._end.wait(), BEAT)

    async def _farewell(self) -> None:
        """Take nothing new, and wait for what is being stored."""
        self._house.ending = True
        give_up = asyncio.get_running_loop().time() + ENDING
        while self._sessions and asyncio.get_running_loop().time() < give_up:
            for session in list(self._sessions):
                session.farewell()
            await asyncio.sleep(0.05)


def _say(transport: asyncio.BaseTransport, words: str) -> None:
    """Say a last word, and end the connection; whoever reads nothing is not waited for."""
    stream = cast(asyncio.Transport, transport)
    if stream.is_closing():
        return
    if stream.get_write_buffer_size():
        stream.abort()
        return
    stream.write(f"{words}\r\n".encode())
    stream.close()
