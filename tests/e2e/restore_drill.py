"""The drill: a backup under load, then everything is destroyed, restored, and read again.

    make restore-drill                                      on SQLite
    make restore-drill ARGS="--postgresql --rounds 5"       on a PostgreSQL server of its own

A real Dovecot, a real SMTP server, a real Chroma, and the assistant's own programs. Mail comes in
and acknowledgements are approved and leave before, during and after the backup. Then all programs
are killed, the data folder, the index and the database are destroyed, and the backup is restored.
Exit status 0 where nothing was lost, nothing left twice, and no letter is unaccounted for.
"""

import argparse
import json
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from assistant.adapters.chroma_server import ChromaServer
from scripts import postgresql_cluster
from tests.dovecot import Dovecot, running_dovecot
from tests.e2e.installation import Installation, mail_settings, until
from tests.e2e.kills import ONE_MACHINE, RECEIVED, Nursery, Post
from tests.environment import ROOT
from tests.postgresql import empty_database
from tests.smtp_sink import SmtpSink, running_sink

SENT = "Sent"
ASKED = "How many people were referred to Prevent?"
AFTER = {
    "poll": "poll",
    "work": "work --queue=mail --queue=draft",
    "send": "work --queue=send",
    "library": "work --queue=library",
}


@dataclass
class Figures:
    """What a drill came to; `faults` says in words whatever should not be."""

    database: str
    messages: int = 0
    cases: int = 0
    in_the_backup: int = 0
    letters_left: int = 0
    left_after_the_backup: int = 0
    doubted: int = 0
    found_in_sent: int = 0
    asked_about: int = 0
    shown_on_their_case: int = 0
    approved_after_the_restore: int = 0
    left_twice: int = 0
    other_dates: int = 0
    passages_indexed: int = 0
    backup_seconds: float = 0.0
    restore_seconds: float = 0.0
    settled_seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    @property
    def table(self) -> str:
        """The figures, a line each."""
        rows = {name.replace("_", " "): value for name, value in asdict(self).items()}
        said = rows.pop("faults")
        lines = [f"{name:<28}{value!s:>10}" for name, value in rows.items()]
        return "\n".join([*lines, *(f"FAULT: {each}" for each in said or ())])


@dataclass
class Drill:
    """One round: an installation under load, its end, and its return."""

    installation: Installation
    dovecot: Dovecot
    sink: SmtpSink
    messages: int
    new_database: Callable[[], None]
    figures: Figures
    post: Post = field(default_factory=Post)
    _copied: int = 0

    @property
    def user(self) -> str:
        """The name that the mailbox is signed in to by."""
        return self.installation.settings["FOI_IMAP_USER"]

    def run(self, backup: Path) -> Figures:
        """Go through it all; the file of the backup lies outside what is destroyed."""
        with self._copies_kept():
            with self._chroma():
                self.installation.run("prepare")
                self.installation.run("knowledge", "import", str(ROOT / "knowledge" / "responses"))
                found = self._search()
                before = self._under_load(backup)
            self._destroy()
            with self._chroma():
                started = time.monotonic()
                told = self.installation.run("restore", str(backup))
                self.figures.restore_seconds = round(time.monotonic() - started, 1)
                self._come_back(before, told)
                if self._search() != found:
                    self._fault("The library finds something else than before.")
        return self.figures

    @contextmanager
    def _chroma(self) -> Iterator[None]:
        with ChromaServer(self.installation.folder / "chroma") as server:
            self.installation.settings["CHROMA_URL"] = server.url
            yield

    @contextmanager
    def _copies_kept(self) -> Iterator[None]:
        """Keep a copy of each letter in the folder of sent mail, as large providers do."""
        with self.dovecot.client(self.user) as client:
            client.create_folder(SENT)
        over = threading.Event()

        def keep() -> None:
            while not over.is_set():
                self._keep_copies()
                over.wait(0.05)

        keeper = threading.Thread(target=keep, daemon=True)
        keeper.start()
        try:
            yield
        finally:
            over.set()
            keeper.join(30)

    def _keep_copies(self) -> None:
        for letter in self.sink.arrived[self._copied :]:
            self.dovecot.put(self.user, SENT, letter.message, RECEIVED)
            self._copied += 1

    def _under_load(self, backup: Path) -> dict[str, Any]:
        """Bring all the mail in, and take the backup in the middle of it; return what was there."""
        nursery = Nursery(self.installation, ONE_MACHINE)
        try:
            nursery.start_all()
            begun, made = threading.Event(), threading.Event()
            bringing = threading.Thread(target=self._bring, args=(begun, made), daemon=True)
            bringing.start()
            until(lambda: len(self.sink.arrived) >= self.messages // 12, "the first letters", 120)
            # Letters pile up that no worker sends, until the copy is being taken.
            nursery.kill(["send"])
            begun.set()
            until(lambda: "ready" in _stages(nursery.look()), "a letter that waits", 120)
            self._back_up(backup, nursery)
            made.set()
            bringing.join(120)
            until(self._answered_late, "a letter to one who wrote after the backup", 180)
            nursery.kill(list(ONE_MACHINE))
            until(lambda: self._copied == len(self.sink.arrived), "the copies of what left")
            self.figures.letters_left = len(self.sink.arrived)
            return nursery.look()
        except AssertionError as error:
            raise AssertionError(f"{error}\n{nursery.logs()}") from None
        finally:
            nursery.end()

    def _back_up(self, backup: Path, nursery: Nursery) -> None:
        """Take the backup; letters leave again from the moment at which it begins to copy."""
        started = time.monotonic()
        with ThreadPoolExecutor(1) as pool:
            running = pool.submit(self.installation.run, "backup", str(backup))
            until(
                lambda: running.done() or any(backup.parent.glob(".foi-backup-*")),
                "the beginning of the backup",
            )
            nursery.start_all()
            running.result()
        self.figures.backup_seconds = round(time.monotonic() - started, 1)

    def _bring(self, begun: threading.Event, made: threading.Event) -> None:
        """Put messages into the mailbox: half of them before the backup, a quarter during it.

        The last quarter comes when it is made.
        """
        for number in range(self.messages):
            if number >= self.messages // 2:
                begun.wait(120)
            if number >= self._late_from:
                made.wait(120)
            self.dovecot.put(self.user, "INBOX", self.post.next_one(number), RECEIVED)

    @property
    def _late_from(self) -> int:
        """The number of the first message that comes when the backup is made."""
        return self.messages * 3 // 4

    def _answered_late(self) -> bool:
        """Say whether a letter has left that answers a message which no backup holds."""
        late = {
            f"person{number}@example.org" for number in range(self._late_from + 2, self.messages)
        }
        return any(letter.recipient in late for letter in list(self.sink.arrived))

    def _destroy(self) -> None:
        """Leave nothing of the installation: no file, no index, no table."""
        for each in self.installation.folder.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        self.new_database()

    def _come_back(self, before: dict[str, Any], told: str) -> None:
        """Start again, let the mailbox be read, let a person go on, and hold all against before."""
        nursery = Nursery(self.installation, AFTER | {"officer": "officer careful"})
        officer = nursery.programs.pop("officer")
        try:
            restored = nursery.look()
            self._note_restored(restored, told)
            started = time.monotonic()
            nursery.start_all()
            seen = self._settled(nursery, self._is_read)
            self.figures.settled_seconds = round(time.monotonic() - started, 1)
            self._compare(before, restored, seen)
            nursery.programs["officer"] = officer
            done = self._settled(nursery, self._is_answered)
            new = len(self.sink.arrived) - self.figures.letters_left
            self.figures.approved_after_the_restore = new
            self._look_at_letters(done)
        finally:
            nursery.end()

    def _note_restored(self, restored: dict[str, Any], told: str) -> None:
        ids = {letter[0] for letter in restored["letters"]}
        arrived = _ids(self.sink)
        self.figures.in_the_backup = restored["messages"]
        self.figures.doubted = sum(letter[2] == "unknown" for letter in restored["letters"])
        sent = {letter[0] for letter in restored["letters"] if letter[2] == "sent"}
        self.figures.left_after_the_backup = len(set(arrived) - sent)
        if f"left since: {self.figures.doubted:,}." not in told:
            self._fault(f"The command did not tell of {self.figures.doubted} letters in doubt.")
        if _stages(restored) & {"ready", "transmitting"}:
            self._fault(f"A machine could send what was restored: {_stages(restored)}")
        if not set(arrived) - ids:
            self._fault("No letter was approved and left after the backup: the drill shows little.")

    def _settled(
        self, nursery: Nursery, so_far: Callable[[dict[str, Any]], bool]
    ) -> dict[str, Any]:
        """Wait until something can be seen in the database; return what it holds then."""
        last: dict[str, Any] = {}

        def quiet() -> bool:
            nursery.start_all()
            last.clear()
            last.update(nursery.look())
            return so_far(last)

        try:
            until(quiet, "a settled state", 120 + self.messages)
        except AssertionError as error:
            told = {name: str(value)[:1500] for name, value in last.items() if name != "page"}
            raise AssertionError(f"{error}\n{told}\n{nursery.logs()}") from None
        return dict(last)

    def _is_read(self, seen: dict[str, Any]) -> bool:
        """Say whether both folders are read, every doubt looked into, and the index built."""
        here = seen["dispositions"]
        return (
            len(here) >= len(self.post.dispositions) + len(set(_ids(self.sink)))
            and "pending" not in here.values()
            and set(seen["drafts"]) <= {"approved", "ready"}
            and bool(seen["searched"])
            and all(not stale for _, stale in seen["index"])
            and bool(seen["index"])
        )

    def _is_answered(self, seen: dict[str, Any]) -> bool:
        """Say whether whoever had no letter yet has one, or is asked about."""
        asked = {letter[1] for letter in seen["letters"]}
        shown = {person for _, person, part in seen["filed"] if part == "sent"}
        still = _stages(seen) & {"ready", "transmitting"}
        return asked | shown >= set(seen["cases"]) and not still

    def _compare(
        self, before: dict[str, Any], restored: dict[str, Any], seen: dict[str, Any]
    ) -> None:
        """Hold what the mailbox gave against what people wrote and what was known before."""
        people = {key: value for key, value in seen["dispositions"].items() if key in _people(self)}
        if people != self.post.dispositions:
            both = set(people.items()) ^ set(self.post.dispositions.items())
            self._fault(f"Dispositions differ: {sorted(both)[:6]}")
        if Counter(seen["cases"]) != Counter(set(self.post.cases.values())):
            self._fault(f"Cases are missing or doubled: {Counter(seen['cases']).most_common(3)}")
        if seen["messages"] != seen["raw"] or seen["messages"] != len(seen["dispositions"]):
            self._fault("A message is here without its bytes, or twice.")
        known = {key: value for key, value in before["due"].items() if seen["due"].get(key)}
        other = [key for key, value in known.items() if seen["due"][key] != value]
        self.figures.other_dates = len(other) + len(before["due"]) - len(known)
        self.figures.messages, self.figures.cases = len(people), len(seen["cases"])
        self.figures.passages_indexed = sum(count for count, _ in seen["index"])
        stage = {letter[0]: letter[2] for letter in seen["letters"]}
        doubted = [letter[0] for letter in restored["letters"] if letter[2] == "unknown"]
        self.figures.found_in_sent = sum(stage[each] == "sent" for each in doubted)
        self.figures.asked_about = sum(stage[each] == "unknown" for each in doubted)
        if self.figures.other_dates:
            self._fault(f"Statutory dates differ: {other[:5]}")

    def _look_at_letters(self, done: dict[str, Any]) -> None:
        """Account for every letter that ever left, and for every one in doubt."""
        arrived = Counter(_ids(self.sink))
        people = Counter(letter.recipient for letter in self.sink.arrived)
        twice = [each for each in (*arrived, *people) if (arrived + people)[each] > 1]
        self.figures.left_twice = len(twice)
        if twice:
            self._fault(f"Left twice: {twice[:5]}")
        stage = {letter[0]: letter[2] for letter in done["letters"]}
        sent = {message_id for message_id, _, part in done["filed"] if part == "sent"}
        unknown = set(arrived) - set(stage)
        self.figures.shown_on_their_case = len(unknown & sent)
        if unknown - sent:
            self._fault(f"Left after the backup, and no case shows it: {sorted(unknown - sent)}")
        hidden = [each for each in set(arrived) & set(stage) if stage[each] == "unknown"]
        if hidden:
            self._fault(f"In the Sent folder, and still in doubt: {hidden[:5]}")
        for letter in done["letters"]:
            if letter[2] == "unknown" and letter[3] not in done["page"]:
                self._fault(f"{letter[3]} is in doubt, and no page says so")
            if letter[2] == "sent" and not arrived[letter[0]]:
                self._fault(f"{letter[3]} counts as sent, and never left")

    def _search(self) -> list[str]:
        found = json.loads(self.installation.run("search", ASKED, "--json"))
        return [each["id"] for each in found["results"]]

    def _fault(self, words: str) -> None:
        self.figures.faults.append(words)


def _stages(seen: dict[str, Any]) -> set[str]:
    return {letter[2] for letter in seen["letters"]}


def _people(drill: Drill) -> set[str]:
    return set(drill.post.dispositions)


def _ids(sink: SmtpSink) -> list[str]:
    """Return the Message-ID of each letter that arrived."""
    heads = (letter.message.partition(b"\r\n\r\n")[0].decode("ascii", "replace") for letter in
             list(sink.arrived))  # fmt: skip
    lines = (
        [x for x in head.split("\r\n") if x.lower().startswith("message-id:")] for head in heads
    )
    return [each[0].partition(":")[2].strip() for each in lines]


def drill(folder: Path, dovecot: Dovecot, *, messages: int, server: str = "") -> Figures:
    """Do one round in an empty folder; `server` is the address of a PostgreSQL server, if any."""
    data, kept = folder / "data", folder / "kept"
    data.mkdir()
    kept.mkdir()
    with ExitStack() as open_until_then:
        sink = open_until_then.enter_context(running_sink())
        made = Installation(data, mail_settings(dovecot.port, f"drill-{folder.name}", sink.port))
        made.settings |= {
            "FOI_IMAP_SENT_FOLDER": SENT,
            "FOI_POLL_SECONDS": "0.2",
            "FOI_STALE_SECONDS": "1",
            "FOI_WORKER_INTERVAL": "0.1",
            "FOI_READ_ATTEMPTS": "1000",
            "FOI_SMTP_PER_MINUTE": "100000",
            "FOI_SMTP_CONNECTIONS": "1000",
        }
        databases = ExitStack()
        open_until_then.callback(databases.close)

        def new_database() -> None:
            databases.close()
            address = empty_database(server) if server else nullcontext("")
            made.settings["DATABASE_URL"] = databases.enter_context(address)

        new_database()
        figures = Figures("PostgreSQL" if server else "SQLite")
        return Drill(made, dovecot, sink, messages, new_database, figures).run(
            kept / "drill.foibackup"
        )


@contextmanager
def _postgresql() -> Iterator[str]:
    """Run a PostgreSQL server until the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="foi-pg-")) / "server"
    folder.parent.chmod(0o755)
    try:
        yield postgresql_cluster.start(folder)
    finally:
        postgresql_cluster.stop(folder)
        folder.parent.rmdir()


def main() -> int:
    """Do the rounds, print the figures of each, and say by the status whether all was well."""
    parser = argparse.ArgumentParser(description="Backup under load, destruction, restore.")
    parser.add_argument("--messages", type=int, default=120, help="messages a round (120)")
    parser.add_argument("--rounds", type=int, default=1, help="how often (1)")
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL")
    told = parser.parse_args()
    faults = 0
    with running_dovecot() as dovecot, _postgresql() if told.postgresql else nullcontext("") as url:
        for number in range(told.rounds):
            with tempfile.TemporaryDirectory(prefix="drill-") as folder:
                figures = drill(Path(folder), dovecot, messages=told.messages, server=url)
            sys.stdout.write(f"Round {number + 1} of {told.rounds}\n{figures.table}\n")
            sys.stdout.flush()
            faults += len(figures.faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
