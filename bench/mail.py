"""Measure reading mail: messages a second, beside the standard library's parser on the same mail.

The standard library's reading is the hybrid that keeps more of real mail than its newer interface:
a compat32 tree, and header objects for the few headers that matter, each by itself.
"""

import argparse
import email
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from email.policy import EmailPolicy
from pathlib import Path

from assistant.domain.mail.mime import read

HEADERS = ("From", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To", "References")


def hybrid(raw: bytes) -> int:
    """Read a message by the standard library alone; return how much of it there was."""
    factory = EmailPolicy().header_factory
    message = email.message_from_bytes(raw)
    found = 0
    for name in HEADERS:
        for value in message.get_all(name, []):
            with suppress(Exception):
                found += len(str(factory(name, value)))
    for part in message.walk():
        if part.is_multipart():
            continue
        data = part.get_payload(decode=True)
        part.get_filename()
        if isinstance(data, bytes):
            found += len(data)
            if part.get_content_maintype() == "text":
                with suppress(LookupError):
                    found += len(data.decode(part.get_content_charset() or "utf-8", "replace"))
    return found


def rates(raws: Sequence[bytes], reader: Callable[[bytes], object], rounds: int) -> list[float]:
    """Return the messages a second of processor time, a figure for each round."""
    found = []
    for _ in range(rounds):
        before = time.process_time()
        for raw in raws:
            reader(raw)
        found.append(len(raws) / (time.process_time() - before))
    return found


def main() -> None:
    """Print both rates, and how one stands to the other."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("folder", type=Path, help="a folder of messages, one a file")
    arguments = parser.parse_args()
    raws = [path.read_bytes() for path in sorted(arguments.folder.iterdir()) if path.is_file()]
    size = sum(map(len, raws)) / len(raws) / 1000
    ours, theirs = [], []
    for _ in range(arguments.rounds):
        # By turns, so that other work on the machine disturbs both alike.
        ours += rates(raws, read, 1)
        theirs += rates(raws, hybrid, 1)
    sys.stdout.write(
        f"{len(raws)} messages of {size:.0f} KB on average, median (best) of {arguments.rounds}\n"
        f"assistant: {statistics.median(ours):.0f} ({max(ours):.0f}) messages a second\n"
        f"standard library: {statistics.median(theirs):.0f} ({max(theirs):.0f})\n"
    )


if __name__ == "__main__":
    main()
