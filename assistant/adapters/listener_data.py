"""The bytes of one message as SMTP hands them over: where they end, and without the added dots.

A message ends with CRLF.CRLF and with nothing else (RFC 5321 section 4.1.1.4). A dot between bare
line feeds or carriage returns is a part of the message: a server that let such a dot end it could
be made to take the rest for a second message with an envelope of the writer's choice. We contain
them and do not refuse them, because nothing is passed on from here, so that no other server can
read them otherwise, and because some programs do write bare line feeds into real requests.
"""

from contextlib import suppress
from pathlib import Path
from tempfile import SpooledTemporaryFile

END = b"\r\n.\r\n"
IN_MEMORY = 1_000_000


class Incoming:
    """A message on its way in: small ones stay in memory, larger ones lie in a file without a name.

    `limit` is the most bytes it may have (RFC 1870 section 3: line ends count, added dots do not).
    What comes after it, or after the disk is full, is read and dropped, and `refusal` says why.
    `size` is what it has up to now.
    """

    def __init__(self, limit: int, folder: Path | None) -> None:
        """Begin at the start of a line, as after the CRLF of the DATA command."""
        self._limit = limit
        place = str(folder) if folder else None
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY, dir=place)  # noqa: SIM115 - see close
        # The stream begins with a line end that is no part of the message, so that a dot in the
        # first line needs no rule of its own.
        self._kept_back = b""
        self.size = -2
        self.refusal = ""

    def add(self, piece: bytes) -> bool:
        """Take the next piece of the stream; return whether the message has ended with it.

        The first piece has to begin with CRLF, and END is never divided between two pieces.
        """
        ended = piece.endswith(END)
        stream = self._kept_back + (piece[: -len(END) + 2] if ended else piece)
        self._kept_back = b""
        if not ended:
            # Half a line end may belong to a dot in the next piece.
            half = 2 if stream.endswith(b"\r\n") else int(stream.endswith(b"\r"))
            if half:
                stream, self._kept_back = stream[:-half], stream[-half:]
        self._write(stream.replace(b"\r\n.", b"\r\n"))
        return ended

    def _write(self, content: bytes) -> None:
        self.size += len(content)
        if not self.refusal and self.size > self._limit:
            self._refuse(f"552 5.3.4 Too large: at most {self._limit} bytes are taken here")
        if self.refusal:
            return
        try:
            self._file.write(content)
        except OSError as error:
            self._refuse(f"452 4.3.1 It cannot be kept here now: {error.strerror}. Try again later")

    def _refuse(self, why: str) -> None:
        self.refusal = why
        self.close()

    def read(self) -> bytes:
        """Return the whole message."""
        self._file.seek(2)
        return self._file.read()

    def close(self) -> None:
        """Forget the message; never raises."""
        with suppress(OSError):
            self._file.close()
