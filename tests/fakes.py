"""Working stand-ins of the ports, in memory: they do what the real ones do, and fail on demand."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from assistant.adapters.smtp_wire import refuse_unfit
from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater
from assistant.ports import Arrival, DocumentText, Envelope, Fit, FolderState, Hit, Unreadable

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class FixedClock:
    """A Clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        self._now += by

    def set(self, now: datetime) -> None:
        self._now = now


class FakeDocuments:
    """A Documents that reads text files, and for other files what it is told they say."""

    def __init__(self, **said: str) -> None:
        """`said` gives the text of files by the stem of their names."""
        self.said = said

    def reads(self, name: str, type_: str, content: bytes) -> bool:
        plain = name.endswith((".txt", ".csv")) and b"\0" not in content
        return plain or name.partition(".")[0] in self.said

    def text(self, name: str, type_: str, content: bytes) -> DocumentText:
        if not self.reads(name, type_, content):
            return DocumentText("")
        told = self.said.get(name.partition(".")[0])
        text = content.decode("utf-8", "replace") if told is None else told
        return DocumentText(text.replace("\r\n", "\n").strip("\n"))


@dataclass
class _Folder:
    uidvalidity: int
    uidnext: int = 1
    messages: dict[int, tuple[bytes, datetime]] = field(default_factory=dict)
    broken: set[int] = field(default_factory=set)


class FakeMailbox:
    """A Mailbox, with the server behind it: put mail in, expunge, renumber, take it off the net."""

    def __init__(self, folders: Sequence[str] = ("INBOX",)) -> None:
        self._folders = {name: _Folder(1_700_000_000 + n) for n, name in enumerate(folders)}
        self._opened: tuple[str, int] | None = None
        self.gone = False
        self.wrong_password = False
        self.hangs_up_after: int | None = None
        self.closed = 0

    def put(self, raw: bytes, *, folder: str = "INBOX", received_at: datetime = NOON) -> int:
        box = self._folders[folder]
        uid, box.uidnext = box.uidnext, box.uidnext + 1
        box.messages[uid] = (raw, received_at)
        return uid

    def expunge(self, uid: int, *, folder: str = "INBOX") -> None:
        del self._folders[folder].messages[uid]

    def spoil(self, uid: int, *, folder: str = "INBOX") -> None:
        """From now on the server lists this message and does not hand it over."""
        self._folders[folder].broken.add(uid)

    def renumber(self, folder: str = "INBOX") -> None:
        """Give the folder a new UIDVALIDITY; the messages are numbered from 1 again."""
        box = self._folders[folder]
        kept = [box.messages[uid] for uid in sorted(box.messages)]
        messages = dict(enumerate(kept, start=1))
        self._folders[folder] = _Folder(box.uidvalidity + 1, len(kept) + 1, messages)

    def open(self, folder: str) -> FolderState:
        self._refuse_if_down()
        if folder not in self._folders:
            raise NotAllowed(f"The mail server does not open the folder {folder!r}.")
        box = self._folders[folder]
        self._opened = (folder, box.uidvalidity)
        return FolderState(box.uidvalidity, box.uidnext)

    def arrivals(self, after_uid: int, *, limit: int) -> Iterator[Arrival | Unreadable]:
        if self._opened is None:
            raise NotAllowed("No folder of the mailbox is open. Open one before reading it.")
        return self._arrivals(*self._opened, after_uid, limit)

    def _arrivals(
        self, folder: str, uidvalidity: int, after_uid: int, limit: int
    ) -> Iterator[Arrival | Unreadable]:
        self._refuse_if_down()
        box = self._folders[folder]
        for number, uid in enumerate([u for u in sorted(box.messages) if u > after_uid][:limit]):
            self.gone = self.gone or self.hangs_up_after == number
            self._refuse_if_down()
            if box.uidvalidity != self._folders[folder].uidvalidity:
                raise TryAgainLater("The connection to the mail server was lost.")
            if uid in box.broken:
                yield Unreadable(folder, uidvalidity, uid, "the server sends no text")
            elif uid in box.messages:
                raw, received_at = box.messages[uid]
                yield Arrival(folder, uidvalidity, uid, received_at.astimezone(UTC), raw)

    def close(self) -> None:
        self._opened = None
        self.closed += 1

    def _refuse_if_down(self) -> None:
        if self.gone:
            self._opened = None
            raise TryAgainLater(
                "The connection to the mail server was lost. It will be tried again."
            )
        if self.wrong_password:
            raise NotAllowed("The mail server refuses the sign-in. Check user name and password.")


PHASES = ("connect", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "body", "dot", "QUIT")


class FakePostbox:
    """A Postbox that keeps what arrived, and fails in any phase on demand.

    `fail("RCPT", "550 no such person")` gives that reply there; `fail("dot", "die")` drops the
    connection there; `fail("dot", "hang")` lets the time run out. "dot" is after the whole letter
    has arrived, so there "die" and "hang" leave it delivered and the sender ignorant.
    """

    def __init__(self) -> None:
        self.arrived: list[Envelope] = []
        self._failures: dict[str, str] = {}

    def fail(self, phase: str, how: str) -> None:
        assert phase in PHASES, phase
        self._failures[phase] = how

    def recover(self) -> None:
        self._failures.clear()

    def deliver(self, envelope: Envelope, *, begun: Callable[[], None]) -> str:
        refuse_unfit(envelope)
        for phase in PHASES[: PHASES.index("DATA")]:
            self._before_the_letter(phase)
        begun()
        self._before_the_letter("DATA")
        if "body" in self._failures:
            raise NeedsAPerson("The connection broke while the server was taking the letter.")
        self._after_the_letter(envelope, self._failures.get("dot", ""))
        return "250 OK"

    def _before_the_letter(self, phase: str) -> None:
        how = self._failures.get(phase, "")
        if how.startswith("5") and not how.startswith("552"):
            raise NotAllowed(f"The mail server refuses, before the letter: {how}")
        if how:
            raise TryAgainLater(f"The mail server fails at {phase}: {how}. Nothing was sent.")

    def _after_the_letter(self, envelope: Envelope, how: str) -> None:
        if how.startswith("4"):
            raise TryAgainLater(f"The mail server did not take the letter: {how}")
        if how.startswith("5"):
            raise NotAllowed(f"The mail server refused the letter: {how}")
        self.arrived.append(envelope)
        if how:
            raise NeedsAPerson("The connection broke after the letter. It may have left or not.")


class FakeLibrary:
    """A Library that compares how often words stand in two texts."""

    def __init__(self) -> None:
        self._collections: dict[str, dict[str, str]] = {}
        self._built = 0
        self.gone = False
        self.lost: set[str] = set()  # stored, and found by no query: what a damaged index does

    def build(self, passages: Sequence[tuple[str, str]], *, scope: str) -> Fit:
        self._refuse_if_down()
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,40}", scope):
            raise NotAllowed(f"{scope!r} cannot name a library.")
        self._built += 1
        fit = Fit(f"{scope}.{self._built}", "words-1", 1, b"words")
        self._collections[fit.id] = {}
        self.add(fit, passages)
        return fit

    def add(self, fit: Fit, passages: Sequence[tuple[str, str]]) -> None:
        self._collection(fit).update(passages)

    def remove(self, fit: Fit, ids: Sequence[str]) -> None:
        for key in ids:
            self._collection(fit).pop(key, None)

    def nearest(self, fit: Fit, text: str, k: int) -> list[Hit]:
        hits = [
            Hit(key, _cosine(_words(text), _words(held)))
            for key, held in self._collection(fit).items()
            if key not in self.lost
        ]
        found = [hit for hit in hits if hit.score > 0]
        return sorted(found, key=lambda hit: (-hit.score, hit.id))[: max(k, 0)]

    def reachable(self, fit: Fit, ids: Sequence[str]) -> set[str]:
        held = self._collection(fit)
        return {key for key in ids if _words(held.get(key, ""))} - self.lost

    def discard(self, fit: Fit) -> None:
        self._refuse_if_down()
        self._collections.pop(fit.id, None)

    def _collection(self, fit: Fit) -> dict[str, str]:
        self._refuse_if_down()
        if (fit.embedder, fit.dimension) != ("words-1", 1):
            raise NotAllowed("The library was measured by another embedder: knowledge reindex")
        if fit.id not in self._collections:
            raise NotAllowed("The library's index is gone: knowledge reindex")
        return self._collections[fit.id]

    def _refuse_if_down(self) -> None:
        if self.gone:
            raise TryAgainLater("The library's server cannot be reached. Start it.")


def other_embedder(fit: Fit) -> Fit:
    """The same fit as if another embedder had made it."""
    return replace(fit, embedder="another-1")


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    shared = sum(one[word] * other[word] for word in one)
    lengths = [math.sqrt(sum(n * n for n in words.values())) for words in (one, other)]
    return shared / (lengths[0] * lengths[1]) if shared else 0.0
