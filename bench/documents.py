"""Measure what reading one small document of each kind costs, the processes it needs included.

python -m bench.documents
"""

import argparse
import os
import resource
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from assistant.adapters.documents.reader import DocumentReader
from tests.unit.adapters.documents import files
from tests.unit.adapters.documents.programs import children
from tests.unit.mail.sample_files import old_word, outlook_item

TEXT = "\n".join(files.ASK)
KINDS: Mapping[str, bytes] = {
    "docx": files.word(),
    "xlsx": files.sheets(),
    "pdf": files.pdf(TEXT),
    "odt": files.open_text(),
    "pptx": files.slides(),
    "rtf": files.rich(),
    "doc": old_word(TEXT),
    "msg": outlook_item("Dogs", files.ASK[1], "Ada", "ada@example.org"),
}


def processor_seconds() -> float:
    """Return the processor time of this process and of all children that have ended."""
    used = [resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def reading(kind: str, times: int) -> tuple[float, float]:
    """Return the seconds of processor time and of the clock that `times` documents take.

    The reader is a new one and is closed at the end: what it starts is counted, and ended.
    """
    used, clock = processor_seconds(), time.perf_counter()
    reader = DocumentReader()
    for _ in range(times):
        found = reader.text(f"a.{kind}", "", KINDS[kind])
        if found.problem:
            raise SystemExit(f"{kind}: {found.problem}")
    reader.close()
    return processor_seconds() - used, time.perf_counter() - clock


def memory(kinds: Sequence[str]) -> tuple[int, int]:
    """Return the memory of the process kept after documents of some kinds, in MB.

    All that it has in memory, and what it shares with no other process (Linux only).
    """
    before = children(os.getpid())
    with closing(DocumentReader()) as reader:
        for kind in kinds:
            reader.text(f"a.{kind}", "", KINDS[kind])
        (kept,) = children(os.getpid()) - before
        lines = Path(f"/proc/{kept}/smaps_rollup").read_text().splitlines()[1:]
    said = {line.split()[0]: int(line.split()[1]) // 1000 for line in lines}
    return said["Rss:"], said["Private_Clean:"] + said["Private_Dirty:"]


def main() -> None:
    """Print for each kind what the first document takes, what each of many takes; and memory."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=200, help="how many of each kind")
    arguments = parser.parse_args()
    many: int = arguments.documents
    sys.stdout.write("kind  first, ms of processor   each, ms of processor   each, ms of clock\n")
    for kind in KINDS:
        first, _ = min(reading(kind, 1) for _ in range(5))
        used, clock = reading(kind, many)
        each = (1000 * first, 1000 * used / many, 1000 * clock / many)
        sys.stdout.write(f"{kind:4} {each[0]:23.1f} {each[1]:23.1f} {each[2]:19.1f}\n")
    for kinds in (["docx"], ["docx", "pdf"], list(KINDS)):
        all_, own = memory(kinds)
        sys.stdout.write(f"kept process after {', '.join(kinds)}: {all_} MB, {own} MB its own\n")


if __name__ == "__main__":
    main()
