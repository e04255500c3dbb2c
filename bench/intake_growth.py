"""Measure whether taking mail in stays as quick, and as small, however much is here already.

    python -m bench.intake_growth flat [--svg docs/intake.svg]
    python -m bench.intake_growth memory FOLDER-OF-MAILS

`flat` takes small mails into one database, and tells the rate of the last thousand at each size,
beside that of a bare client that fetches and inserts the same thousand.
`memory` takes in ten copies of each mail at once, and tells the peak memory of the poller.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.intake_server import data_folder, mails_in, run
from tests.dovecot import Dovecot, running_dovecot
from tests.letters import mail

USER = "growth"
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
MEASURED = 1_000
COPIES = 10


def small_mails(first: int, until: int) -> Iterator[tuple[str, bytes]]:
    """Yield small mails, each with a number of its own."""
    for number in range(first, until):
        text = f"How many cars were in ward {number} in each year since 2020?\n" * 3
        raw = mail(text, message_id=f"<{number}@example.org>", subject=f"Cars in ward {number}")
        yield f"{1_700_000_000 + number}.M{number}.northshire", raw


# Dovecot lists a folder's files again and again as long as one came so few seconds ago.
SETTLING = 10


def indexed(server: Dovecot) -> None:
    """Let the server list its new files, which is not ours to measure."""
    time.sleep(SETTLING)
    with server.client(USER) as client:
        client.select_folder("INBOX", readonly=True)
        uids = client.search()
        for start in range(0, len(uids), 1_000):
            client.fetch(uids[start : start + 1_000], ["RFC822.SIZE"])


def flat(server: Dovecot) -> list[tuple[int, float, float]]:
    """Return each size, our rate for its last thousand, and a bare client's for the same."""
    rates = []
    here = 0
    os.environ["BENCH_LAST"] = str(MEASURED)
    with data_folder(server, USER) as folder, data_folder(server, USER) as other:
        for size in SIZES:
            for until in (size - MEASURED, size):
                if until > here:
                    server.fill(USER, small_mails(here, until))
                    indexed(server)
                    got = run("intake", folder, server, USER)
                here = until
            bare = run("bare", other, server, USER)
            (other / "bare.sqlite3").unlink()
            rates.append((size, MEASURED / got["seconds"], MEASURED / bare["seconds"]))
            sys.stderr.write(f"{size}: {rates[-1]} {got} {bare}\n")
    return rates


SERIES = ((1, "#1d70b8", "the assistant"), (2, "#b58840", "a bare client, same mails"))


def svg(rates: Sequence[tuple[int, float, float]]) -> str:
    """Draw the rates over the sizes, which grow by about three from point to point."""
    width, height, left, top = 640, 340, 70, 60
    most = max(rate for _, *both in rates for rate in both) * 1.2
    step = (width - left - 60) / (len(rates) - 1)
    floor = height - 50
    drawn = []
    for number, (column, colour, name) in enumerate(SERIES):
        points = [
            (left + 20 + at * step, floor - (floor - top) * row[column] / most, row[column])
            for at, row in enumerate(rates)
        ]
        line = " ".join(f"{x:.0f},{y:.0f}" for x, y, _ in points)
        drawn.append(
            f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>'
            f'<rect x="{left + 230 * number}" y="32" width="12" height="12" fill="{colour}"/>'
            f'<text x="{left + 18 + 230 * number}" y="43">{name}</text>'
        )
        drawn += [
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="{colour}"/>'
            f'<text x="{x:.0f}" y="{y - 10:.0f}" text-anchor="middle">{rate:,.0f}</text>'
            for x, y, rate in points
        ]
    sizes = "".join(
        f'<text x="{left + 20 + at * step:.0f}" y="{floor + 20}" text-anchor="middle">'
        f"{row[0]:,}</text>"
        for at, row in enumerate(rates)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="13" fill="#0b0c0c" role="img" '
        'aria-label="Messages taken in a second, by how many are stored already">'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
        f'<text x="{left}" y="20">Messages taken in a second</text>'
        f'<line x1="{left}" y1="{floor}" x2="{width - 20}" y2="{floor}" stroke="#505a5f"/>'
        f'<line x1="{left}" y1="{top}" x2="{left}" y2="{floor}" stroke="#505a5f"/>'
        f'<text x="{left - 8}" y="{floor + 5}" text-anchor="end">0</text>'
        f"{''.join(drawn)}{sizes}"
        f'<text x="{width - 20}" y="{height - 8}" text-anchor="end">messages stored already</text>'
        "</svg>\n"
    )


def main() -> None:
    """Measure one of the two."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["flat", "memory"])
    parser.add_argument("mails", type=Path, nargs="?", help="for memory: one message a file")
    parser.add_argument("--svg", type=Path, help="for flat: where the plot is written")
    arguments = parser.parse_args()
    with running_dovecot() as server:
        if arguments.what == "flat":
            rates = flat(server)
            sys.stdout.write("| stored | mails a second | bare client |\n| --- | --- | --- |\n")
            for size, rate, bare in rates:
                sys.stdout.write(f"| {size:,} | {rate:,.0f} | {bare:,.0f} |\n")
            if arguments.svg:
                arguments.svg.write_text(svg(rates), encoding="utf-8")
            return
        server.fill(USER, mails_in(arguments.mails, COPIES))
        indexed(server)
        with data_folder(server, USER) as folder:
            got = run("intake", folder, server, USER)
        rate = got["count"] / got["seconds"]
        sys.stdout.write(f"{got['count']:,} mails, {rate:,.0f}/s, peak {got['peak_mb']:.0f} MB\n")


if __name__ == "__main__":
    main()
