"""The wire to an IMAP server: a socket that never waits without a bound, and says when it is dead.

IMAPClient and imaplib speak the protocol over it. They leave two holes that this closes: a server
that falls silent holds a program for ever, and one that hangs up during IDLE makes IMAPClient
return at once again and again, with nothing read and nothing raised.
"""

import contextlib
import imaplib
import io
import select
import socket
import ssl
from time import monotonic
from typing import Any

import imapclient

# One line may hold the numbers of a million messages. Longer than this it is no answer.
LONGEST_LINE = 32 * 1024 * 1024
# Each silence is bounded by the time-out; the whole answer to one command by this, in seconds, so
# that a server which sends a byte now and then cannot hold us for ever.
LONGEST_ANSWER = 1800.0
AT_ONCE = 64 * 1024
# A connection that a firewall has forgotten is found out within some two minutes.
KEEPALIVE = (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 15), ("TCP_KEEPCNT", 4))


class _Received(io.RawIOBase):
    """The receiving end of a socket; every read ends within the socket's time-out."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self.ended = False
        self.until = monotonic() + LONGEST_ANSWER

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if monotonic() > self.until:
            raise TimeoutError("the answer takes too long")
        count = self._sock.recv_into(buffer)
        self.ended = self.ended or not count
        return count


class Wire(imaplib.IMAP4):
    """imaplib's protocol over such a socket, encrypted from the start where `context` is given.

    `timeout`, in seconds, bounds the connection, the TLS handshake, and every silence later on.
    What goes wrong on the way is raised as OSError, or as imaplib's abort.
    """

    def __init__(
        self, host: str, port: int, *, timeout: float, context: ssl.SSLContext | None
    ) -> None:
        self._patience = timeout
        self._context = context
        super().__init__(host, port)

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        """Connect; imaplib calls this, and knows no time-out of its own."""
        del timeout
        self.host, self.port = host, port
        sock = socket.create_connection((host, port), self._patience)
        with contextlib.ExitStack() as undo:
            undo.callback(sock.close)
            _keep_alive(sock)
            self._take(sock if self._context is None else self._encrypted(sock, self._context))
            undo.pop_all()

    def starttls(self, ssl_context: ssl.SSLContext | None = None) -> Any:
        """Encrypt from here on (RFC 3501 section 6.2.1).

        What came after the server's consent and before the encryption was written by anybody: then
        the connection is given up.
        """
        verdict, words = self._simple_command("STARTTLS")
        if verdict != "OK" or ssl_context is None:
            raise self.error("the server does not begin encryption")
        if self.has_something():
            raise self.abort("the server speaks in plain text after STARTTLS")
        self._take(self._encrypted(self.sock, ssl_context))
        self._tls_established = True
        self._get_capabilities()
        return verdict, words

    def read(self, size: int) -> bytes:
        """Return exactly `size` bytes, made once and never copied."""
        found = self._reader.read(size)
        if len(found) < size:
            raise self.abort("socket error: EOF")
        return found

    def readline(self) -> bytes:
        """Return one line with its ending; b"" where the server has hung up."""
        line = self._reader.readline(LONGEST_LINE + 1)
        if len(line) > LONGEST_LINE:
            raise self.abort("the server sends a line without end")
        return line

    def send(self, data: Any) -> None:
        """Send it in pieces: the time-out is for each of them."""
        self._received.until = monotonic() + LONGEST_ANSWER
        view = memoryview(data)
        for start in range(0, len(view), AT_ONCE):
            self.sock.sendall(view[start : start + AT_ONCE])

    def shutdown(self) -> None:
        """Let go of the socket; never raises."""
        with contextlib.suppress(OSError):
            self.interrupt()
        self._reader.close()
        self.sock.close()

    def interrupt(self) -> None:
        """End whatever reads or waits on the socket, from any thread; `shutdown` still has to come.

        TLS is left alone: the other thread may be inside it, and sees the end of the stream.
        """
        socket.socket.shutdown(self.sock, socket.SHUT_RDWR)

    def has_something(self) -> bool:
        """Say at once whether a read would give something, or the end; never blocks.

        A socket that can be read is not enough under TLS: it may hold half a record, or one that
        concerns nobody but TLS.
        """
        self.sock.settimeout(0)
        try:
            return bool(self._reader.peek(1)) or self._received.ended
        except (BlockingIOError, ssl.SSLWantReadError):
            return False
        finally:
            self.sock.settimeout(self._patience)

    def something_within(self, seconds: float) -> bool:
        """Wait until a read would give something, or the end, at most so long; say whether.

        Raises OSError where the connection is broken.
        """
        self._received.until = monotonic() + LONGEST_ANSWER
        until = monotonic() + seconds
        poller = select.poll()
        poller.register(self.sock, select.POLLIN)
        while not self.has_something():
            left = until - monotonic()
            if left <= 0 or not poller.poll(left * 1000):
                return False
        return True

    def _encrypted(self, sock: socket.socket, context: ssl.SSLContext) -> socket.socket:
        return context.wrap_socket(sock, server_hostname=self.host)

    def _take(self, sock: socket.socket) -> None:
        self.sock = sock
        self._received = _Received(sock)
        self._reader = io.BufferedReader(self._received, AT_ONCE)


class Client(imapclient.IMAPClient):  # type: ignore[misc]  # it publishes no types
    """An IMAPClient over such a wire that logs no word of what passes through it."""

    def __init__(
        self, host: str, port: int, *, timeout: float, context: ssl.SSLContext | None
    ) -> None:
        self._wired = (host, port, timeout, context)
        super().__init__(host, port, ssl=context is not None, timeout=timeout)
        # IMAPClient hands every literal, so every requester's mail, to the logging module, and
        # spends most of its time on that. It offers no setting for it.
        self._imap.debug = 0
        # Otherwise INTERNALDATE becomes a naive time in this machine's time zone.
        self.normalise_times = False

    @property
    def wire(self) -> Any:
        """The protocol underneath, for what IMAPClient has no method for."""
        return self._imap

    def _check_resp(self, expected: str, command: str, verdict: str, words: Any) -> None:
        """Raise what the server refused; IMAPClient's own way logs words beyond ASCII."""
        if verdict != expected:
            said = words[0].decode("utf-8", "replace") if words and words[0] else ""
            raise imapclient.exceptions.IMAPClientError(f"{command} failed: {said}")

    def _create_IMAP4(self) -> Wire:  # noqa: N802 (IMAPClient's name)
        host, port, timeout, context = self._wired
        return Wire(host, port, timeout=timeout, context=context)


def _keep_alive(sock: socket.socket) -> None:
    """Let the system notice a dead peer, and send small pieces at once."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for name, value in KEEPALIVE:
        option = getattr(socket, name, None)  # not every system has each
        if option is not None:
            sock.setsockopt(socket.IPPROTO_TCP, option, value)
