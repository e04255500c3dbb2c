"""The domain only computes: no files, no network, no clock, no chance, and few libraries."""

from tests.architecture.reading import calls, imports, in_room

IMPURE = {
    "asyncio", "ftplib", "glob", "http", "imaplib", "io", "logging", "multiprocessing", "os",
    "pathlib", "random", "secrets", "select", "shutil", "signal", "smtplib", "socket",
    "sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading", "time", "urllib.request",
    "uuid",
}  # fmt: skip
# A library of data is read from where it is installed; nothing else of the domain sees a file.
EXCUSED = {("law/calendar.py", "pathlib")}

CLOCKS = ("now", "utcnow", "today", "localtime", "monotonic", "perf_counter")


def test_the_domain_imports_nothing_that_reaches_outside() -> None:
    found = {
        (path.removeprefix("domain/"), root)
        for path, tree in in_room("domain").items()
        for name, _ in imports(tree)
        for root in IMPURE
        if name == root or name.startswith(f"{root}.")
    }
    assert found - EXCUSED == set()


def test_the_domain_never_asks_what_time_it_is() -> None:
    found = [
        f"{path}:{line}"
        for path, tree in in_room("domain").items()
        for name, line in calls(tree)
        if name.rpartition(".")[2] in CLOCKS
    ]
    assert found == []


def test_the_domain_opens_no_file_and_prints_nothing() -> None:
    found = [
        f"{path}:{line}"
        for path, tree in in_room("domain").items()
        for name, line in calls(tree)
        if name in {"open", "print", "input", "exec", "eval"}
        or name.endswith((".read_text", ".read_bytes", ".write_text", ".write_bytes"))
    ]
    assert found == []
