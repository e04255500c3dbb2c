"""Messages kept as numbered files, so that a mail server shows the same ones when it starts again.

A file is called `00007-1767225600.eml`: its number, and when it was received in seconds since 1970.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_NAME = re.compile(r"(\d{5,})-(\d+)\.eml")


@dataclass(frozen=True, slots=True)
class Kept:
    """One message of the folder; `received_at` is aware, in UTC."""

    number: int
    received_at: datetime
    path: Path

    def raw(self) -> bytes:
        """Return the message, byte for byte."""
        return self.path.read_bytes()


class MailFolder:
    """A folder of messages that only grows; written by one process at a time."""

    def __init__(self, path: Path) -> None:
        """Use the folder at `path`, which is made when it is missing."""
        path.mkdir(parents=True, exist_ok=True)
        self.path = path

    def messages(self) -> Sequence[Kept]:
        """Return all messages by rising number."""
        matches = ((path, _NAME.fullmatch(path.name)) for path in self.path.iterdir())
        kept = [
            Kept(int(match[1]), datetime.fromtimestamp(int(match[2]), UTC), path)
            for path, match in matches
            if match
        ]
        return sorted(kept, key=lambda message: message.number)

    def add(self, raw: bytes, received_at: datetime) -> Kept:
        """Keep one more message; it is whole on the disk, or not there at all."""
        number = max((message.number for message in self.messages()), default=0) + 1
        seconds = int(received_at.timestamp())
        path = self.path / f"{number:05}-{seconds}.eml"
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_bytes(raw)
        unfinished.replace(path)
        return Kept(number, datetime.fromtimestamp(seconds, UTC), path)

    def numbering(self) -> int:
        """Return the folder's UIDVALIDITY, which never changes (RFC 3501 section 2.3.1.1)."""
        place = self.path / "uidvalidity"
        if not place.exists():
            place.write_text(str(int(datetime.now(UTC).timestamp())), encoding="ascii")
        return int(place.read_text(encoding="ascii"))
