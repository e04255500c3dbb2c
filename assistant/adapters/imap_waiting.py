"""Waiting for mail in an open IMAP folder: IDLE (RFC 2177), or a silence that can be broken.

The socket is watched here and not by IMAPClient, which hangs where the server falls silent and
spins where it hangs up.
"""

from time import monotonic

from imapclient.exceptions import IMAPClientAbortError

from assistant.adapters.imap_connection import Connection, Lost
from assistant.adapters.imap_wire import Client

# Servers may sign out whoever idles for half an hour (RFC 2177), and firewalls forget sooner.
LONGEST_IDLE = 28 * 60.0


def wait(connection: Connection, seconds: float) -> bool:
    """Wait at most so long, by the monotonic clock, and return whether mail has come.

    News is that the open folder holds more messages than when it was last looked through:
    keep-alives, changed flags and messages taken away are none. Raises Lost where the connection
    breaks or the server does not leave IDLE in time; returns False where the mailbox was closed
    meanwhile.
    """
    try:
        return connection.ask(lambda client: _Wait(connection, client, seconds).news())
    except Lost:
        if connection.told_to_close:
            return False
        raise


class _Wait:
    """One wait on one connection."""

    def __init__(self, connection: Connection, client: Client, seconds: float) -> None:
        self._connection = connection
        self._client = client
        self._wire = client.wire
        self._until = monotonic() + min(seconds, LONGEST_IDLE)

    def news(self) -> bool:
        """Wait and say whether mail came; mail told of by earlier answers counts."""
        if self._connection.hear(self._client):
            return True
        if self._left() > 0 and self._client.has_capability("IDLE") and self._idle():
            return True
        # The rest of the time, where the server cannot idle or has left it by itself.
        while self._wire.something_within(self._left()):
            self._line()
            if self._connection.hear(self._client):
                return True
            if self._left() <= 0:
                break
        return False

    def _left(self) -> float:
        return self._until - monotonic()

    def _idle(self) -> bool:
        """Idle until there is news, the time is over, or the server has had enough of it."""
        # imaplib and IMAPClient have no other way to begin a command and read on.
        tag = self._wire._command("IDLE")  # noqa: SLF001 (see above)
        answered = self._wire.tagged_commands
        news = consented = False
        while answered[tag] is None and not (news and consented):
            if consented and (self._left() <= 0 or not self._wire.something_within(self._left())):
                break
            consented = self._line() is None or consented
            news = bool(self._connection.hear(self._client)) or news
        if answered[tag] is None:
            self._wire.send(b"DONE\r\n")
            self._finish(tag)
        del answered[tag]
        return bool(self._connection.hear(self._client)) or news

    def _finish(self, tag: bytes) -> None:
        """Read until the server has left IDLE, which it has to do within the time-out."""
        until = monotonic() + self._connection.account.timeout
        while self._wire.tagged_commands[tag] is None:
            if not self._wire.something_within(until - monotonic()):
                raise TimeoutError("the server does not leave IDLE")
            self._line()

    def _line(self) -> bytes | None:
        """Read one line; None is the server's consent to idle. Raises abort where it says goodbye.

        A line half sent is waited for as long as for any answer.
        """
        line: bytes | None = self._wire._get_response()  # noqa: SLF001 (see _idle)
        if "BYE" in self._wire.untagged_responses:
            raise IMAPClientAbortError("the server says goodbye")
        for kind in ("OK", "NO", "BAD"):  # left there, they would pile up
            self._wire.untagged_responses.pop(kind, None)
        return line
