"""What an IMAP server's FETCH answers say, and how messages are cut into batches."""

from collections.abc import Container, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

BATCH_MESSAGES = 50
BATCH_BYTES = 16 * 1024 * 1024
SEARCH_WINDOW = 20_000


@dataclass(frozen=True, slots=True)
class Listed:
    """Size in bytes as announced, and the server's time of receipt in UTC."""

    size: int
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Cut:
    """Messages to fetch with one command, or (`together` false) each by itself."""

    uids: tuple[int, ...]
    together: bool


def listed_from(answer: Mapping[int, Mapping[bytes, Any]]) -> dict[int, Listed]:
    """Read RFC822.SIZE and INTERNALDATE out of a FETCH answer; what lacks either is left out."""
    found = {}
    for uid, items in answer.items():
        size, when = items.get(b"RFC822.SIZE"), items.get(b"INTERNALDATE")
        if isinstance(size, int) and isinstance(when, datetime) and when.tzinfo is not None:
            found[uid] = Listed(size, when.astimezone(UTC))
    return found


def body_of(answer: Mapping[int, Mapping[bytes, Any]], uid: int) -> bytes | None:
    """Return the message's bytes, or None where the server answered NIL or nothing."""
    raw = answer.get(uid, {}).get(b"BODY[]")
    return raw if isinstance(raw, bytes) else None


def batches(
    uids: Sequence[int], listed: Mapping[int, Listed], *, alone: Container[int] = ()
) -> Iterator[Cut]:
    """Cut `uids`, in order, into batches of at most 50 messages and 16 MB.

    A message larger than that makes a batch alone; one that was not listed, or is among those to be
    taken `alone`, is asked for by itself.
    """
    cut: list[int] = []
    weight = 0
    for uid in uids:
        entry = None if uid in alone else listed.get(uid)
        size = entry.size if entry else 0
        if cut and (entry is None or len(cut) == BATCH_MESSAGES or weight + size > BATCH_BYTES):
            yield Cut(tuple(cut), together=True)
            cut, weight = [], 0
        if entry is None:
            yield Cut((uid,), together=False)
        else:
            cut.append(uid)
            weight += size
    if cut:
        yield Cut(tuple(cut), together=True)


def windows(low: int, uidnext: int) -> Generator[str, bool, None]:
    """Cut the numbers from `low` on into ranges; send back whether the last one held any.

    One answer must stay small, so a range is narrow where there is mail; it grows where there is
    none, since numbers may lie far apart. The last one is open, for mail that came meanwhile.
    """
    width = SEARCH_WINDOW
    while low + width <= uidnext:
        some = yield f"{low}:{low + width - 1}"
        low += width
        width = SEARCH_WINDOW if some else width * 4
    yield f"{low}:*"


def number_set(uids: Sequence[int]) -> str:
    """Write ascending numbers as a command has them, runs as ranges: servers limit its length."""
    runs: list[list[int]] = []
    for uid in uids:
        if runs and uid == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], uid]
        else:
            runs.append([uid])
    return ",".join(":".join(map(str, run)) for run in runs)
