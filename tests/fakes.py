"""Working stand-ins of the ports, in memory: they do what the real ones do, and fail on demand."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.parser import BytesHeaderParser
from threading import Condition

from assistant.adapters.smtp_wire import refuse_unfit
from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater
from assistant.domain.inspection.findings import Sighting
from assistant.domain.mail.server_replies import asks_to_slow_down, explained
from assistant.ports import (
    Arrival,
    Begun,
    Call,
    Choice,
    Compared,
    DocumentText,
    Envelope,
    Fit,
    FolderState,
    Hit,
    IndexGone,
    NotUsable,
    Refined,
    RefiningTask,
    Refused,
    Sentence,
    ServerBusy,
    Span,
    Understood,
    Unreadable,
    WritingTask,
    Written,
    WrittenPart,
)

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


class FakeInspector:
    """An Inspector that finds in a file what it is told its name hides; text hides nothing."""

    def __init__(self, **hides: Sequence[Sighting]) -> None:
        """`hides` gives what is seen in files by the stem of their names."""
        self.hides = dict(hides)
        self.looked: list[str] = []

    def inspect(self, name: str, type_: str, content: bytes) -> tuple[Sighting, ...]:
        self.looked.append(name)
        told = self.hides.get(name.partition(".")[0])
        if told is None and b"\0" in content:
            return (Sighting("not-inspected", "The file"),)
        return tuple(told or ())


@dataclass
class _Folder:
    uidvalidity: int
    uidnext: int = 1
    messages: dict[int, tuple[bytes, datetime]] = field(default_factory=dict)
    broken: set[int] = field(default_factory=set)
    flagged: set[int] = field(default_factory=set)


class FakeMailbox:
    """A Mailbox, with the server behind it: put mail in, expunge, renumber, take it off the net.

    Its `wait` lasts no longer than `patience` seconds, which is no time at all unless a test asks
    for more; `meanwhile` is called as it begins, so that a test may put mail in then.
    """

    def __init__(self, folders: Sequence[str] = ("INBOX",), *, may_change: bool = True) -> None:
        self._folders = {name: _Folder(1_700_000_000 + n) for n, name in enumerate(folders)}
        self._opened: tuple[str, int] | None = None
        self._may_change = may_change
        self._told_to_close = False
        self._held = 0
        self._changed = Condition()
        self.meanwhile: Callable[[], object] = lambda: None
        self.patience = 0.0
        self.waited: list[float] = []
        self.gone = False
        self.wrong_password = False
        self.hangs_up_after: int | None = None
        self.opened = 0
        self.closed = 0

    def put(self, raw: bytes, *, folder: str = "INBOX", received_at: datetime = NOON) -> int:
        with self._changed:
            box = self._folders[folder]
            uid, box.uidnext = box.uidnext, box.uidnext + 1
            box.messages[uid] = (raw, received_at)
            self._changed.notify_all()
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

    def go_back(self, uidnext: int, folder: str = "INBOX") -> None:
        """Forget what came from this number on, and give it again: a copy that was restored."""
        box = self._folders[folder]
        box.messages = {uid: held for uid, held in box.messages.items() if uid < uidnext}
        box.uidnext = uidnext

    def flagged(self, folder: str = "INBOX") -> set[int]:
        """The messages that a colleague sees a flag on."""
        return set(self._folders[folder].flagged)

    def held(self, folder: str = "INBOX") -> list[bytes]:
        """What is in the folder now."""
        box = self._folders[folder]
        return [box.messages[uid][0] for uid in sorted(box.messages)]

    def open(self, folder: str) -> FolderState:
        self._refuse_if_down()
        if folder not in self._folders:
            raise NotAllowed(f"The mail server does not open the folder {folder!r}.")
        box = self._folders[folder]
        self._opened, self._told_to_close = (folder, box.uidvalidity), False
        self._held = len(box.messages)
        self.opened += 1
        return FolderState(box.uidvalidity, box.uidnext, len(box.messages))

    def arrivals(self, after_uid: int, *, limit: int) -> Iterator[Arrival | Unreadable]:
        folder, uidvalidity = self._in()
        return self._above(folder, uidvalidity, after_uid, limit)

    def _above(
        self, folder: str, uidvalidity: int, after_uid: int, limit: int
    ) -> Iterator[Arrival | Unreadable]:
        uids = [uid for uid in self.uids() if uid > after_uid][: max(limit, 0)]
        yield from self._these(folder, uidvalidity, uids)

    def uids(self) -> list[int]:
        folder, _ = self._in()
        self._refuse_if_down()
        self._held = len(self._folders[folder].messages)
        return sorted(self._folders[folder].messages)

    def fetch(self, uids: Sequence[int]) -> Iterator[Arrival | Unreadable]:
        return self._these(*self._in(), sorted(set(uids)))

    def _these(
        self, folder: str, uidvalidity: int, uids: Sequence[int]
    ) -> Iterator[Arrival | Unreadable]:
        self._refuse_if_down()
        box = self._folders[folder]
        for number, uid in enumerate(uids):
            self.gone = self.gone or self.hangs_up_after == number
            self._refuse_if_down()
            if box.uidvalidity != self._folders[folder].uidvalidity:
                raise TryAgainLater("The connection to the mail server was lost.")
            if uid in box.messages and uid in box.broken:
                yield Unreadable(folder, uidvalidity, uid, "the server sends no text")
            elif uid in box.messages:
                raw, received_at = box.messages[uid]
                yield Arrival(folder, uidvalidity, uid, received_at.astimezone(UTC), raw)

    def wait(self, seconds: float) -> bool:
        if self._told_to_close:
            return False
        folder, _ = self._in()
        self.waited.append(seconds)
        self.meanwhile()
        with self._changed:
            self._changed.wait_for(
                lambda: self._news(folder) or self.gone or self._opened is None,
                min(seconds, self.patience),
            )
        if self._opened is None:
            return False
        self._refuse_if_down()
        return self._news(folder)

    def _news(self, folder: str) -> bool:
        return len(self._folders[folder].messages) > self._held

    def put_away(self, uids: Sequence[int], *, move_to: str = "") -> None:
        folder, _ = self._in()
        self._refuse_if_down()
        if not self._may_change:
            raise NotAllowed(f"The folder {folder!r} is open for reading only.")
        if move_to and move_to not in self._folders:
            raise NotAllowed(f"The mailbox has no folder {move_to!r}, so nothing was moved.")
        box = self._folders[folder]
        for uid in sorted(set(uids) & set(box.messages)):
            if move_to:
                raw, received_at = box.messages.pop(uid)
                self.put(raw, folder=move_to, received_at=received_at)
            else:
                box.flagged.add(uid)

    def close(self) -> None:
        with self._changed:
            self._opened, self._told_to_close = None, True
            self.closed += 1
            self._changed.notify_all()

    def _in(self) -> tuple[str, int]:
        if self._opened is None:
            raise NotAllowed("No folder of the mailbox is open. Open one before reading it.")
        return self._opened

    def _refuse_if_down(self) -> None:
        if self.gone:
            self._opened = None
            raise TryAgainLater(
                "The connection to the mail server was lost. It will be tried again."
            )
        if self.wrong_password:
            raise NotAllowed("The mail server refuses the sign-in. Check user name and password.")


class FakeSentFolder:
    """A SentFolder; `put` is the mail server or a colleague, who keep a copy of what they send."""

    def __init__(self) -> None:
        self.messages: list[tuple[bytes, datetime]] = []
        self.gone = False
        self.missing = False
        self.closed = 0
        self.searches = 0

    def put(self, message: bytes, *, at: datetime = NOON) -> None:
        self.messages.append((message, at))

    def holds(self, message_id: str, *, mark: str = "") -> bool:
        self._refuse_if_down()
        self.searches += 1
        return any(self._is(raw, message_id.strip(), mark.strip()) for raw, _ in self.messages)

    def append(self, message: bytes, *, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("the time of a letter needs its time zone")
        self._refuse_if_down()
        self.put(message, at=at)

    def close(self) -> None:
        self.closed += 1

    @staticmethod
    def _is(raw: bytes, message_id: str, mark: str) -> bool:
        header = BytesHeaderParser().parsebytes(raw)
        ids = {
            str(header.get(name, "")).strip()
            for name in ("Message-ID", "X-Microsoft-Original-Message-ID")
        }
        marks = {str(header.get("X-FOI-Letter", "")).strip()}
        return bool({message_id} & ids - {""}) or bool({mark} & marks - {""})

    def _refuse_if_down(self) -> None:
        if self.gone:
            raise TryAgainLater("The connection to the mail server was lost.")
        if self.missing:
            raise NotAllowed("The mail server does not open the folder 'Sent'.")


PHASES = ("connect", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "body", "dot", "QUIT")


class FakePostbox:
    """A Postbox that keeps what arrived, one copy a recipient, and fails in any phase on demand.

    `fail("RCPT", "550 no such person")` gives that reply there; `fail("dot", "die")` drops the
    connection there; `fail("dot", "hang")` lets the time run out. "dot" is after the whole letter
    has arrived, so there "die" and "hang" leave it delivered and the sender ignorant.
    `refuse("a@b.example", "550 ...")` refuses one recipient.
    """

    def __init__(self) -> None:
        self.arrived: list[Envelope] = []
        self.tries = 0
        self._failures: dict[str, str] = {}
        self._refusals: dict[str, str] = {}

    def fail(self, phase: str, how: str) -> None:
        assert phase in PHASES, phase
        self._failures[phase] = how

    def refuse(self, recipient: str, reply: str) -> None:
        self._refusals[recipient] = reply

    def recover(self) -> None:
        self._failures.clear()
        self._refusals.clear()

    def deliver(self, envelope: Envelope, *, begun: Begun) -> str:
        refuse_unfit(envelope)
        self.tries += 1
        for phase in PHASES[: PHASES.index("DATA")]:
            self._before_the_letter(phase)
        refused = tuple(self._refused(envelope))
        if len(refused) == len(envelope.recipients):
            raise _error(refused[0].reply, for_now=refused[0].for_now)
        begun(refused)
        self._before_the_letter("DATA")
        if "body" in self._failures:
            raise NeedsAPerson("The connection broke while the server was taking the letter.")
        gone = {each.recipient for each in refused}
        taken = [each for each in envelope.recipients if each not in gone]
        self._after_the_letter(envelope, taken, self._failures.get("dot", ""))
        return "250 OK"

    def _refused(self, envelope: Envelope) -> Iterator[Refused]:
        for recipient in envelope.recipients:
            reply = self._refusals.get(recipient, "")
            if reply:
                yield Refused(recipient, reply, reply.startswith(("4", "552")))

    def _before_the_letter(self, phase: str) -> None:
        how = self._failures.get(phase, "")
        if how:
            raise _error(how, for_now=not how.startswith("5") or how.startswith("552"))

    def _after_the_letter(self, envelope: Envelope, taken: Sequence[str], how: str) -> None:
        if how[:1].isdigit():
            raise _error(how, for_now=how.startswith("4"))
        self.arrived += [
            Envelope(envelope.sender, (each,), envelope.message, envelope.id) for each in taken
        ]
        if how:
            raise NeedsAPerson("The connection broke after the letter. It may have left or not.")


def _error(reply: str, *, for_now: bool) -> TryAgainLater | NotAllowed:
    if not for_now:
        return NotAllowed(explained(reply))
    return (ServerBusy if asks_to_slow_down(reply) else TryAgainLater)(explained(reply))


class FakeLibrary:
    """A Library that compares how often words stand in two texts."""

    def __init__(self) -> None:
        self._collections: dict[str, dict[str, str]] = {}
        self._begun: dict[str, datetime] = {}
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
        self._begun[fit.id] = datetime.now(UTC)
        self.add(fit, passages)
        return fit

    def add(self, fit: Fit, passages: Sequence[tuple[str, str]]) -> None:
        held = self._collection(fit)
        held.update(passages)
        for key, text in dict(passages).items():
            self.lost.discard(key)
            if not _words(text):
                del held[key]

    def remove(self, fit: Fit, ids: Sequence[str]) -> None:
        for key in ids:
            self._collection(fit).pop(key, None)

    def nearest(
        self, fit: Fit, text: str, k: int, *, among: Sequence[str] | None = None
    ) -> list[Hit]:
        hits = [
            Hit(key, _cosine(_words(text), _words(held)))
            for key, held in self._collection(fit).items()
            if key not in self.lost and (among is None or key in among)
        ]
        found = [hit for hit in hits if hit.score > 0]
        return sorted(found, key=lambda hit: (-hit.score, hit.id))[: max(k, 0)]

    def reachable(self, fit: Fit, ids: Sequence[str]) -> set[str]:
        held = self._collection(fit)
        return {key for key in ids if _words(held.get(key, ""))} - self.lost

    def compare(self, fit: Fit, passages: Sequence[tuple[str, str]]) -> Compared:
        held = self._collection(fit)
        wordless = {key for key, text in passages if key not in held and not _words(text)}
        other = {key for key, text in passages if held.get(key) != text}
        return Compared(frozenset(other - wordless), frozenset(wordless))

    def held(self, fit: Fit) -> Iterator[Sequence[str]]:
        yield list(self._collection(fit))

    def count(self, fit: Fit) -> int:
        return len(self._collection(fit))

    def discard_others(self, scope: str, keep: Fit | None, *, begun_before: datetime) -> int:
        self._refuse_if_down()
        others = [
            key
            for key, begun in self._begun.items()
            if key.startswith(f"{scope}.") and begun < begun_before and (not keep or key != keep.id)
        ]
        for key in others:
            del self._begun[key]
            self._collections.pop(key, None)
        return len(others)

    def discard(self, fit: Fit) -> None:
        self._refuse_if_down()
        self._collections.pop(fit.id, None)

    def collections(self) -> set[str]:
        """The fits of which something is held."""
        return set(self._collections)

    def _collection(self, fit: Fit) -> dict[str, str]:
        self._refuse_if_down()
        if (fit.embedder, fit.dimension) != ("words-1", 1):
            raise NotAllowed("The library was measured by another embedder: knowledge reindex")
        if fit.id not in self._collections:
            raise IndexGone("The library's index is gone: knowledge reindex")
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


class FakeAllowance:
    """An Allowance that allows everything, until `spent` says why not; it keeps what it was told.

    `resting` names the models that are to be left alone, and for how long.
    """

    def __init__(self) -> None:
        self.spent = ""
        self.taken: list[tuple[str, int]] = []
        self.settled: dict[int, tuple[int, int]] = {}
        self.resting: dict[str, float] = {}

    def take(self, model: str, tokens: int) -> int:
        if self.spent or model in self.resting:
            raise TryAgainLater(self.spent or f"{model} asked to be left alone.")
        self.taken.append((model, tokens))
        return len(self.taken)

    def settle(self, number: int, *, tokens_in: int, tokens_out: int) -> None:
        self.settled[number] = tokens_in, tokens_out

    def rest(self, model: str, seconds: float) -> None:
        self.resting[model] = seconds


_SENTENCE = re.compile(r"\S[^.?!\n]*[.?!]?")


class FakeWriter:
    """A Writer without a model: sentences with a question mark are questions, and what is offered
    is proposed as it stands, wording first.

    `says` has what is proposed for a part, by its label, instead; `gone` and `wrong_key` make it
    fail. It keeps the texts and tasks that it was given.
    """

    def __init__(self, **says: Sequence[Choice]) -> None:
        self.says = dict(says)
        self.gone = False
        self.wrong_key = False
        self.texts: list[str] = []
        self.tasks: list[WritingTask] = []

    def read(self, text: str) -> Understood:
        self.texts.append(text)
        call = self._call("read", ("message",))
        found = (match.span() for match in _SENTENCE.finditer(text) if match[0].endswith("?"))
        return Understood(tuple(Span(*span, "question") for span in found), (call,))

    def write(self, task: WritingTask) -> Written:
        self.tasks.append(task)
        call = self._call("write", tuple(f"part {part.label}" for part in task.parts))
        parts = []
        for part in task.parts:
            offered = sorted(part.offered, key=lambda one: one.kind != "wording")
            usual = (
                Choice("wording", one.ident)
                if one.kind == "wording"
                else Choice("quote", one.ident, one.text)
                for one in offered
            )
            parts.append(WrittenPart(part.label, tuple(self.says.get(part.label, usual))))
        return Written(tuple(parts), (call,))

    def refine(self, task: RefiningTask) -> Refined:
        """Say the same again, a sentence at most."""
        call = self._call("refine", tuple(one.ident for one in task.offered))
        first = task.offered[0]
        return Refined((Sentence(first.text.strip(), first.ident, first.text.strip()),), (call,))

    def _call(self, purpose: str, inputs: tuple[str, ...]) -> Call:
        if self.wrong_key:
            raise NotAllowed("fake:writer: the server refused the key.")
        problem = "the server cannot be reached" if self.gone else ""
        call = Call(
            purpose=purpose,
            model="fake:writer",
            prompt=f"{purpose}.md",
            prompt_version="1",
            prompt_hash="0" * 64,
            parameters={"temperature": 0},
            inputs=inputs,
            answer="" if self.gone else "{}",
            problem=problem,
            tokens_in=0 if self.gone else 10,
            tokens_out=0 if self.gone else 5,
            milliseconds=1,
        )
        if self.gone:
            raise NotUsable(f"No language model gave an answer. fake:writer: {problem}.", (call,))
        return call
