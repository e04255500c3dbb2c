"""That the process kept for reading documents has nothing to take, outlives nobody, is replaced.

PDFs are programs here (programs.py): what a document that has taken over its reader would do.
"""

import json
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from assistant.adapters.documents.apart import Limits
from assistant.adapters.documents.kept import KeptProcesses
from assistant.adapters.documents.reader import DocumentReader
from assistant.ports import DocumentText
from tests.unit.adapters.documents import files
from tests.unit.adapters.documents.programs import children, harmless, kept_by, run, take_over
from tests.unit.mail.sample_files import old_word, outlook_item

PATIENCE = 30
KINDS = {
    "a.docx": files.word(),
    "a.xlsx": files.sheets(),
    "a.pdf": files.pdf(*files.ASK),
    "a.pptx": files.slides(),
    "a.odt": files.open_text(),
    "a.rtf": files.rich(),
    "a.doc": old_word("\n".join(files.ASK)),
    "a.msg": outlook_item("Dogs", files.ASK[1], "Ada", "ada@example.org"),
}


@pytest.fixture(autouse=True)
def taken_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let what reads PDFs run them: kept processes look for our code where we do."""
    take_over(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.fixture
def reader() -> Iterator[DocumentReader]:
    """A reader that has read a document, so that its kept process runs."""
    with closing(DocumentReader()) as made:
        assert harmless(made) == "dogs"
        yield made


def ends(number: int) -> bool:
    """Whether a process ends, or has ended, within the patience of a test."""
    try:
        told = os.pidfd_open(number)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([told], [], [], PATIENCE)[0])
    finally:
        os.close(told)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("import os; os.kill(os.getpid(), 9)", "too long"),
        ("import os; os.abort()", "too long"),
        ("import os; os._exit(3)", "failed"),
        ("import sys; sys.exit()", "failed"),
        ("import os; os.write(1, b'[1, 2]'); os._exit(0)", "failed"),
        ("import os; os.write(1, b'[' * 100_000); os._exit(0)", "failed"),
        ("import os; os.ftruncate(1, 0); os.close(1); os._exit(0)", "failed"),
        (
            "text = 'dogs' * 10_000_000\nimport os; os.write(1, text.encode()[:25_000_000])",
            "failed",
        ),
    ],
)
def test_a_document_that_ends_its_process_leaves_the_next_one_readable(
    reader: DocumentReader, source: str, says: str
) -> None:
    before = children(os.getpid())
    found = run(reader, source)
    assert says in found.problem
    assert found.text == ""
    assert harmless(reader) == "dogs"
    assert children(os.getpid()) == before


def test_a_document_that_never_ends_is_ended_and_the_kept_process_stays() -> None:
    limits = Limits(patience=1.0, grace=PATIENCE)
    with closing(DocumentReader(limits)) as reader:
        kept = kept_by(reader)
        found = run(reader, "import signal, time\nsignal.alarm(0)\ntime.sleep(1000)")
        assert (found.text, found.stopped) == ("", True)
        assert children(kept) == set()
        assert kept_by(reader) == kept


def test_a_document_that_uses_up_its_processor_time_is_ended() -> None:
    with closing(DocumentReader(Limits(seconds=0.1))) as reader:
        found = run(reader, "while True: pass")
        assert found.stopped
        assert harmless(reader) == "dogs"


def test_a_document_that_kills_the_kept_process_is_a_problem_and_the_next_one_is_none(
    reader: DocumentReader,
) -> None:
    before = len(children(os.getpid()))
    found = run(reader, "import os, time; os.kill(os.getppid(), 9); time.sleep(1000)")
    assert "failed" in found.problem
    assert harmless(reader) == "dogs"
    assert len(children(os.getpid())) == before


def test_a_document_that_makes_the_kept_process_fall_silent_takes_too_long() -> None:
    before = children(os.getpid())
    with closing(DocumentReader(Limits(patience=1.0, grace=1.0))) as reader:
        found = run(reader, "import os, time; os.kill(os.getppid(), 19); time.sleep(1000)")
        assert found.stopped
        assert children(os.getpid()) == before


def test_a_kept_process_that_was_killed_is_replaced(reader: DocumentReader) -> None:
    kept = kept_by(reader)
    os.kill(kept, signal.SIGKILL)
    assert harmless(reader) == "dogs"
    assert kept_by(reader) != kept
    assert ends(kept)


def test_a_kept_process_that_falls_silent_is_replaced() -> None:
    with closing(DocumentReader(Limits(patience=2.0, grace=1.0))) as reader:
        kept = kept_by(reader)
        os.kill(kept, signal.SIGSTOP)
        assert harmless(reader) == "dogs"
        assert kept_by(reader) != kept
        assert ends(kept)


def test_what_a_document_changes_in_its_process_is_unchanged_for_the_next(
    reader: DocumentReader,
) -> None:
    change = (
        "import json, assistant.adapters.documents.pdf as own\nown.read_pdf = json.dumps = None"
    )
    assert run(reader, change).problem
    assert run(reader, "text = 'dogs'").text == "dogs"


def test_a_document_finds_no_setting_no_password_and_no_way_to_the_next_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FOI_IMAP_PASSWORD", "secret")
    with closing(DocumentReader()) as reader:
        found = run(
            reader,
            "import os, json\n"
            "def shown(n):\n"
            "    try: return os.readlink(f'/proc/self/fd/{n}')\n"
            "    except OSError: return 'the list itself'\n"
            "text = json.dumps([dict(os.environ), [*map(shown, os.listdir('/proc/self/fd'))]])",
        )
    environment, opened = json.loads(found.text)
    kinds = [each.partition(":")[0] for each in opened]
    assert set(environment) <= {"PATH", "LANG", "LC_CTYPE"}
    assert "socket" not in kinds
    assert "anon_inode" not in kinds
    # By its end the kept process learns that this one has ended.
    assert kinds.count("pipe") == 1


def test_each_document_has_the_limits_it_was_given() -> None:
    limits = Limits(seconds=5.0, memory=700_000_000, characters=1_000)
    with closing(DocumentReader(limits)) as reader:
        found = run(
            reader,
            "import resource as r, signal\n"
            "what = r.RLIMIT_CPU, r.RLIMIT_AS, r.RLIMIT_FSIZE, r.RLIMIT_CORE\n"
            "text = [*map(r.getrlimit, what), 0 < signal.alarm(0) <= 18]",
        )
        kept = kept_by(reader)
        assert found.text == str(
            [(6, 6), (700_000_000, 700_000_000), (22_000, 22_000), (0, 0), True]
        )
        # They are those of the document's process alone.
        assert "700000000" not in Path(f"/proc/{kept}/limits").read_text()


def test_every_kind_says_the_same_after_all_the_others_as_by_itself() -> None:
    def words(reader: DocumentReader, name: str) -> DocumentText:
        return reader.text(name, "", KINDS[name])

    kinds = [name for name in KINDS if name != "a.pdf"]
    alone = {}
    for name in kinds:
        with closing(DocumentReader()) as reader:
            alone[name] = words(reader, name)
    with closing(DocumentReader()) as reader:
        before = children(os.getpid())
        for name in [*kinds, *reversed(kinds)]:
            assert words(reader, name) == alone[name]
        assert len(children(os.getpid()) - before) == 1


def test_a_reader_that_is_closed_keeps_no_process_and_can_read_on() -> None:
    before = children(os.getpid())
    reader = DocumentReader()
    assert children(os.getpid()) == before
    for _ in range(2):
        assert harmless(reader) == "dogs"
        assert len(children(os.getpid())) == len(before) + 1
        reader.close()
        reader.close()
        assert children(os.getpid()) == before


def test_a_reader_that_is_forgotten_keeps_no_process() -> None:
    before = children(os.getpid())
    assert harmless(DocumentReader()) == "dogs"
    assert children(os.getpid()) == before


def test_a_kept_process_is_replaced_after_so_many_documents() -> None:
    before = children(os.getpid())
    processes = KeptProcesses(most_documents=2)
    lent = []
    for _ in range(3):
        with processes.one() as kept:
            lent.append(kept)
            assert len(children(os.getpid())) == len(before) + 1
    assert lent[0] is lent[1]
    assert lent[1] is not lent[2]
    processes.end()
    assert children(os.getpid()) == before


def test_threads_share_a_reader(reader: DocumentReader) -> None:
    kinds = [name for name in KINDS if name != "a.pdf"]
    first = {name: reader.text(name, "", KINDS[name]) for name in kinds}
    names = kinds * 4
    with ThreadPoolExecutor(4) as threads:
        read = list(threads.map(lambda name: reader.text(name, "", KINDS[name]), names))
    assert read == [first[name] for name in names]


def test_a_slow_document_holds_up_no_other_thread(reader: DocumentReader, tmp_path: Path) -> None:
    go_on = tmp_path / "go-on"
    os.mkfifo(go_on)
    slow: list[str] = []
    # Opened for both, so that nobody waits here for a document that was not even begun.
    ours = os.open(go_on, os.O_RDWR)
    waits = f"text = open({str(go_on)!r}).readline()"
    thread = threading.Thread(target=lambda: slow.append(run(reader, waits).text))
    thread.start()
    assert harmless(reader) == "dogs"
    assert slow == []
    os.write(ours, b"dogs\n")
    thread.join(PATIENCE)
    os.close(ours)
    assert slow == ["dogs"]


@contextmanager
def owner(source: str) -> Iterator["subprocess.Popen[str]"]:
    """Another process with a reader of its own; it runs `source` with what programs.py defines.

    Where the test fails it is killed, or the test would wait for it for ever.
    """
    begin = (
        "import os, sys, threading; sys.path[:] = sys.argv[1:]\n"
        "from tests.unit.adapters.documents.programs import *\n"
        "reader = DocumentReader()\n"
    )
    paths = [str(Path(each).absolute()) for each in sys.path]
    with subprocess.Popen(  # noqa: S603 - the programs of the tests below
        [sys.executable, "-c", begin + source, *paths],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        except BaseException:
            process.kill()
            raise


def numbers(process: "subprocess.Popen[str]") -> list[int]:
    """The next line of another process: numbers of processes."""
    assert process.stdout is not None
    return [int(each) for each in process.stdout.readline().split()]


def test_nothing_outlives_an_owner_that_is_killed() -> None:
    with owner("say(kept_by(reader)); input()") as process:
        (kept,) = numbers(process)
        process.kill()
        assert ends(kept)


def test_nothing_outlives_an_owner_that_ends() -> None:
    with owner("say(kept_by(reader))") as process:
        (kept,) = numbers(process)
        assert ends(kept)
    assert process.returncode == 0


def test_nothing_outlives_an_owner_whose_socket_another_process_holds() -> None:
    forks = "kept = kept_by(reader); other = os.fork()\nif other: say(kept, other)\ninput()"
    with owner(forks) as process:
        kept, other = numbers(process)
        process.kill()
        try:
            assert ends(kept)
        finally:
            os.kill(other, signal.SIGKILL)


def kills_the_owner(owner: int, _kept: int) -> None:
    os.kill(owner, signal.SIGKILL)


def kills_the_kept_process(owner: int, kept: int) -> None:
    # An owner that stands still cannot end what the kept process has left.
    os.kill(owner, signal.SIGSTOP)
    os.kill(kept, signal.SIGKILL)


@pytest.mark.parametrize("kill", [kills_the_owner, kills_the_kept_process])
def test_nothing_outlives_those_who_are_killed_in_the_middle_of_a_document(
    kill: Callable[[int, int], None], tmp_path: Path
) -> None:
    told = tmp_path / "told"
    os.mkfifo(told)
    source = (
        "import os, signal, time\n"
        "signal.alarm(0)\n"
        f"with open({str(told)!r}, 'w') as told: told.write(f'{{os.getppid()}} {{os.getpid()}}')\n"
        "time.sleep(1000)"
    )
    with owner(f"run(reader, {source!r})") as process:
        kept, child = (int(each) for each in told.read_text().split())
        kill(process.pid, kept)
        try:
            assert ends(child)
        finally:
            process.kill()
        assert ends(kept)


def test_a_process_that_is_forked_off_has_a_kept_process_of_its_own() -> None:
    forks = (
        "before = kept_by(reader)\n"
        "if not os.fork():\n"
        "    say(before, kept_by(reader)); sys.exit()\n"
        "os.wait()\n"
        "say(before, kept_by(reader))\n"
    )
    with owner(forks) as process:
        before, other = numbers(process)
        assert other != before
        assert ends(other)
        assert numbers(process) == [before, before]
    assert process.returncode == 0


def test_where_files_are_kept_is_known_before_anything_can_be_forked_off() -> None:
    with owner("import tempfile; say(int(tempfile.tempdir is not None))") as process:
        assert numbers(process) == [1]
    assert process.returncode == 0


def test_processes_forked_off_while_other_threads_read_can_read() -> None:
    forks = (
        "def reads():\n"
        "    while not stop.is_set(): harmless(reader)\n"
        "stop = threading.Event()\n"
        "threads = [threading.Thread(target=reads) for _ in range(2)]\n"
        "for each in threads: each.start()\n"
        "for _ in range(5):\n"
        "    other = os.fork()\n"
        "    if not other:\n"
        "        harmless(reader); harmless(reader); reader.close(); os._exit(7)\n"
        "    say(os.waitstatus_to_exitcode(os.waitpid(other, 0)[1]))\n"
        "stop.set()\n"
    )
    with owner(forks) as process:
        assert [numbers(process) for _ in range(5)] == [[7]] * 5
    assert process.returncode == 0
