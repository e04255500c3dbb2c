"""Measure the library as it grows: taking in, indexing, size, memory, and searching.

    python -m bench.library_scale [--sizes 1000 10000 100000] [--svg docs/library.svg]

Runs in a folder of its own, with SQLite and a Chroma server of its own, on fictional responses.
"""

import argparse
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path

from bench.fictional_library import documents, question
from bench.plot import Series, plot

SEARCHES = 200
# As many responses are stored together as an import stores.
TOGETHER = 50


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured at one size; times in seconds or milliseconds, sizes in megabytes.

    `work_ms` is the processor time of a search, ours and the server's: on a busy machine the rest
    is waiting.
    """

    passages: int
    taken_a_second: float
    indexed_a_second: float
    database_mb: float
    chroma_mb: float
    fit_mb: float
    ours_mb: float
    server_mb: float
    work_ms: float
    p50_ms: float
    p95_ms: float
    narrow_p95_ms: float
    wide_p95_ms: float


def folder_mb(folder: Path) -> float:
    """Return how much the files of a folder take."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def memory_mb(pid: int) -> float:
    """Return the most memory a process has had."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line) / 1e3


def worked(pid: int) -> float:
    """Return the processor time that a process and this one have used, in milliseconds."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    return 1_000 * (time.process_time() + ticks / os.sysconf("SC_CLK_TCK"))


def times(search: Callable[[str], object]) -> list[float]:
    """Return how long each of the searches took, in milliseconds, the fastest first."""
    took = []
    search(question(0))
    for number in range(SEARCHES):
        asked = question(number + 1)
        began = time.perf_counter()
        search(asked)
        took.append(1_000 * (time.perf_counter() - began))
    return sorted(took)


def at(took: Sequence[float], share: float) -> float:
    """Return the time that this share of the searches stayed below."""
    return took[min(len(took) - 1, round(share * len(took)))]


def measure(folder: Path, sizes: Sequence[int], learned_from: int) -> list[Measured]:
    """Let one library grow from size to size and measure it at each."""
    from assistant import bootstrap, config  # noqa: PLC0415 - the folder has to be set first

    bootstrap.start()
    bootstrap.migrate(config.current())
    from django.db import transaction  # noqa: PLC0415 - as above

    from assistant.adapters import builtin_embeddings  # noqa: PLC0415 - as above
    from assistant.adapters.chroma import ChromaLibrary  # noqa: PLC0415 - as above
    from assistant.adapters.chroma_server import ChromaServer  # noqa: PLC0415 - as above
    from assistant.domain.library.entries import entry_of  # noqa: PLC0415 - as above
    from assistant.services.library_fit import current_fit  # noqa: PLC0415 - as above
    from assistant.services.reindex_library import reindex_library  # noqa: PLC0415 - as above
    from assistant.services.search_library import Filters, search  # noqa: PLC0415 - as above
    from assistant.store.library import own_names, take_documents  # noqa: PLC0415 - as above
    from assistant.store.models import Authority, Passage  # noqa: PLC0415 - as above

    one_month = Filters(since=date(2020, 3, 1), until=date(2020, 3, 31))
    five_years = Filters(since=date(2019, 1, 1), until=date(2023, 12, 31))
    builtin_embeddings.MOST_PASSAGES = learned_from
    authority = Authority.objects.create(name="Northshire Council")
    own = own_names(authority.pk)
    clock = bootstrap.clock()
    measured: list[Measured] = []
    server = ChromaServer(folder / "chroma")
    library = ChromaLibrary(server.start(), builtin_embeddings.BuiltinEmbedder(), timeout=120)
    try:
        number = held = 0
        for size in sizes:
            began, before = time.perf_counter(), held
            while held < size:
                given = documents(number, number + TOGETHER)
                entries = [entry_of(one, own=own) for one in given]
                with transaction.atomic():
                    taken = take_documents(authority.pk, entries, status="example", at=clock.now())
                number, held = number + TOGETHER, held + sum(one.passages for one in taken)
            taking = time.perf_counter() - began
            began = time.perf_counter()
            reindex_library(authority.pk, library=library, clock=clock)
            indexing = time.perf_counter() - began

            def find(text: str, filters: Filters | None = None) -> object:
                return search(authority.pk, text, k=10, library=library, filters=filters)

            find(question(0))
            work = worked(server.pid)
            plain = times(find)
            work = (worked(server.pid) - work) / (SEARCHES + 1)
            narrow = times(partial(find, filters=one_month))
            wide = times(partial(find, filters=five_years))
            fit = current_fit(authority.pk)
            measured.append(
                Measured(
                    passages=Passage.objects.count(),
                    taken_a_second=(held - before) / taking,
                    indexed_a_second=held / indexing,
                    database_mb=folder_mb(folder) - folder_mb(folder / "chroma"),
                    chroma_mb=folder_mb(folder / "chroma"),
                    fit_mb=len(fit.blob) / 1e6 if fit else 0,
                    ours_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3,
                    server_mb=memory_mb(server.pid),
                    work_ms=work,
                    p50_ms=statistics.median(plain),
                    p95_ms=at(plain, 0.95),
                    narrow_p95_ms=at(narrow, 0.95),
                    wide_p95_ms=at(wide, 0.95),
                )
            )
            sys.stderr.write(json.dumps(asdict(measured[-1])) + "\n")
    finally:
        library.close()
        server.stop()
    return measured


def main() -> None:
    """Print the figures as a table, and draw how searching grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument(
        "--learned-from",
        type=int,
        default=20_000,
        help="how many passages the vectors are learned from at most (20,000)",
    )
    parser.add_argument("--svg", type=Path, help="where the plot is written")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ["FOI_DATA_FOLDER"] = name
        os.environ.pop("DATABASE_URL", None)
        measured = measure(Path(name), arguments.sizes, arguments.learned_from)
    names = list(asdict(measured[0]))
    sys.stdout.write(f"| {' | '.join(names)} |\n|{' --- |' * len(names)}\n")
    for row in measured:
        figures = (f"{value:,.0f}" for value in asdict(row).values())
        sys.stdout.write(f"| {' | '.join(figures)} |\n")
    if arguments.svg:
        drawn = plot(
            "Milliseconds a search takes",
            "passages in the library",
            [f"{row.passages:,}" for row in measured],
            [
                Series("95 of 100 searches", "#1d70b8", [row.p95_ms for row in measured]),
                Series("half of them", "#b58840", [row.p50_ms for row in measured]),
            ],
        )
        arguments.svg.write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
