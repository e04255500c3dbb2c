"""Measure how quick the pages are with many cases: server time and queries of each.

    python -m bench.pages [--cases 100000] [--messages 1000000] [--tries 40] [--svg docs/pages.svg]

On SQLite in a folder of its own and, where FOI_TEST_POSTGRESQL_URL names a server, in an empty
database there too. `--keep FOLDER` keeps what was made in SQLite and uses it again.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.plot import Series, plot

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
MEASURE = "measure"
# A name for each page and state, and its address; {reference} is a case among the newest.
PAGES: Mapping[str, str] = {
    "Today": "/",
    "Cases": "/cases/",
    "all, by due date": "/cases/?state=all",
    "all, newest first": "/cases/?state=all&order=-received",
    "all, by subject": "/cases/?state=all&order=title",
    "all, by state": "/cases/?state=all&order=state",
    "all, by officer": "/cases/?state=all&order=officer",
    "all, page 3,000": "/cases/?state=all&page=3000",
    "answered, page 1,000": "/cases/?state=answered&order=reference&page=1000",
    "mine": "/cases/?officer=me",
    "mine, all": "/cases/?officer=me&state=all",
    "nobody’s": "/cases/?officer=nobody",
    "overdue": "/cases/?due=overdue",
    "within 3 days": "/cases/?due=3",
    "environmental": "/cases/?state=all&regime=EIR",
    "one month": "/cases/?state=all&since=2020-05-01&until=2020-05-31",
    "section 31(1)(a)": "/cases/?state=all&section=s.31(1)(a)",
    "letters to approve": "/cases/?letter=approve",
    "response sent": "/cases/?state=all&letter=sent",
    "letters in need": "/cases/?state=all&letter=person",
    "replies since yesterday": "/cases/?state=all&replied=2026-03-02",
    "search, rare words": "/cases/?state=all&q=zoos+Northford",
    "search, a word of 2 in 100": "/cases/?state=all&q=zoos",
    "search, a word of all": "/cases/?state=all&q=Northshire",
    "search, open cases": "/cases/?q=Northshire",
    "search, a reference": "/cases/?state=all&q={reference}",
    "a case": "/cases/{reference}/",
    "its history": "/cases/{reference}/history/",
    "its correspondence": "/cases/{reference}/correspondence/",
    "held mail": "/mail/",
    "letters": "/letters/",
}


@dataclass(frozen=True, slots=True)
class Figures:
    """How one page fared; times in milliseconds. `work` is processor time of our own process."""

    name: str
    queries: int
    p50: float
    p95: float
    work: float


def measure(tries: int) -> list[Figures]:
    """Ask for each page so many times, as an officer, and return the figures of each."""
    from django.db import connection  # noqa: PLC0415 - Django is loaded by `prepared`
    from django.test import Client  # noqa: PLC0415 - as above
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - as above

    from assistant.store.models import Case, User  # noqa: PLC0415 - as above

    client = Client()
    client.force_login(User.objects.get(username="olwen"))
    reference = Case.objects.filter(state="open").order_by("-pk")[10].reference
    found = []
    for name, address in PAGES.items():
        asked = address.format(reference=reference)
        client.get(asked)
        took, worked = [], []
        for _ in range(tries):
            began, work = time.perf_counter(), time.process_time()
            answer = client.get(asked)
            took.append(1_000 * (time.perf_counter() - began))
            worked.append(1_000 * (time.process_time() - work))
            if answer.status_code != 200:  # noqa: PLR2004 - the page is there
                raise SystemExit(f"{asked}: {answer.status_code}")
        with CaptureQueriesContext(connection) as seen:
            client.get(asked)
        took.sort()
        worked.sort()
        found.append(
            Figures(name, len(seen), took[len(took) // 2], _p95(took), worked[len(worked) // 2])
        )
        sys.stderr.write(f"{found[-1]}\n")
    return found


def _p95(took: Sequence[float]) -> float:
    """Return the time that 95 of 100 stayed below."""
    return took[min(len(took) - 1, round(0.95 * len(took)))]


def prepared(cases: int, messages: int) -> None:
    """Load the assistant on the database that is set, and fill it where it is empty."""
    from assistant import bootstrap, config  # noqa: PLC0415 - the database has to be set first

    bootstrap.start()
    settings = config.current()
    bootstrap.migrate(settings)
    from django.conf import settings as django_settings  # noqa: PLC0415 - as above
    from django.test.utils import setup_test_environment  # noqa: PLC0415 - as above

    from assistant.store.models import Authority, MailboxFolder, User  # noqa: PLC0415 - as above
    from bench.many_cases import fill  # noqa: PLC0415 - as above
    from tests.fakes import FixedClock  # noqa: PLC0415 - as above
    from tests.web import doors  # noqa: PLC0415 - as above
    from tests.web.scene import make_scene  # noqa: PLC0415 - as above
    from tests.world import World, make_world  # noqa: PLC0415 - as above

    setup_test_environment()
    django_settings.PORTS = doors.FACTORY
    if User.objects.exists():
        world = World(
            authority=Authority.objects.order_by("pk")[0],
            officer=User.objects.get(username="olwen"),
            supervisor=User.objects.get(username="sam"),
            folder=MailboxFolder.objects.order_by("pk")[0],
            clock=FixedClock(NOW),
            register=bootstrap.register(),
        )
    else:
        world = make_world(NOW)
        fill(make_scene(world), cases, messages)
    doors.hand_in(world)


@contextmanager
def sqlite(keep: Path | None) -> Iterator[dict[str, str]]:
    """Yield the environment of a measurement on SQLite."""
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield {"FOI_DATA_FOLDER": str(keep)}
        return
    with tempfile.TemporaryDirectory() as name:
        yield {"FOI_DATA_FOLDER": name}


@contextmanager
def postgresql(server: str) -> Iterator[dict[str, str]]:
    """Yield the environment of a measurement on PostgreSQL."""
    from tests.postgresql import empty_database  # noqa: PLC0415 - asks for psycopg

    with tempfile.TemporaryDirectory() as name, empty_database(server) as url:
        yield {"FOI_DATA_FOLDER": name, "DATABASE_URL": url}


def run(environment: Mapping[str, str], cases: int, messages: int, tries: int) -> list[Figures]:
    """Measure in a process of its own, which has that database and no other."""
    command = [sys.executable, "-m", "bench.pages", MEASURE]
    command += ["--cases", str(cases), "--messages", str(messages), "--tries", str(tries)]
    # What names a server for tests is no setting, and the assistant would refuse it.
    left_out = ("DATABASE_URL", "FOI_TEST_POSTGRESQL_URL")
    inherited = {name: value for name, value in os.environ.items() if name not in left_out}
    done = subprocess.run(  # noqa: S603 - our own module
        command, env=inherited | dict(environment), check=True, stdout=subprocess.PIPE, text=True
    )
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return [
        Figures(name, int(queries), float(p50), float(p95), float(work))
        for name, queries, p50, p95, work in rows
    ]


def table(found: Mapping[str, Sequence[Figures]]) -> str:
    """Return the figures as a table, a database beside the other."""
    heads = "".join(f" {name} p50 | p95 | processor |" for name in found)
    lines = [f"| page | queries |{heads}", "|---|---|" + "---|---|---|" * len(found)]
    for rows in zip(*found.values(), strict=True):
        times = "".join(f" {row.p50:.0f} | {row.p95:.0f} | {row.work:.0f} |" for row in rows)
        lines.append(f"| {rows[0].name} | {max(row.queries for row in rows)} |{times}")
    return "\n".join(lines) + "\n"


def drawing(found: Mapping[str, Sequence[Figures]]) -> str:
    """Return a drawing of the slowest time of each page, numbered as in the table."""
    colours = ("#1d70b8", "#b58840")
    steps = [str(number) for number in range(1, len(PAGES) + 1)]
    series = [
        Series(name, colour, [row.p95 for row in rows])
        for (name, rows), colour in zip(found.items(), colours, strict=False)
    ]
    return plot("Milliseconds that 95 of 100 answers took", "pages of the table", steps, series)


def main() -> None:
    """Measure on each database there is, print the table, and draw it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=[MEASURE], help=argparse.SUPPRESS)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--tries", type=int, default=40)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--svg", type=Path, help="where the plot is written")
    asked = parser.parse_args()
    sizes = (asked.cases, asked.messages, asked.tries)
    if asked.what == MEASURE:
        prepared(asked.cases, asked.messages)
        for row in measure(asked.tries):
            sys.stdout.write(f"{row.name}\t{row.queries}\t{row.p50}\t{row.p95}\t{row.work}\n")
        return
    found: dict[str, list[Figures]] = {}
    with sqlite(asked.keep) as environment:
        found["SQLite"] = run(environment, *sizes)
    server = os.environ.get("FOI_TEST_POSTGRESQL_URL")
    if server:
        with postgresql(server) as environment:
            found["PostgreSQL"] = run(environment, *sizes)
    sys.stdout.write(table(found))
    if asked.svg:
        asked.svg.write_text(drawing(found), encoding="utf-8")


if __name__ == "__main__":
    main()
