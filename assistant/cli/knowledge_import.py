"""The command that takes earlier responses into the library: knowledge import."""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Self

from assistant import bootstrap, running
from assistant.cli.library import library_of
from assistant.cli.shown import complain, counts, plain, tell, tell_json
from assistant.services.import_knowledge import (
    Imported,
    NotTaken,
    documents_of,
    import_knowledge,
    shown_columns,
)

DID_NOT_WORK, WRONG_USE, STOPPED = 1, 2, 130
# So many different reasons are shown at once; every refusal stands in the report.
_SHOWN = 20


def take(arguments: argparse.Namespace) -> int:
    """Take files into the library, and print how many were taken, and where the others are named.

    Status 1 where something was refused, 2 where the columns of a log have to be agreed to first,
    130 where it was stopped.
    """
    authority_id = library_of()
    loader = bootstrap.loader(running.own_addresses(arguments.settings))
    sources = list(loader.sources(arguments.paths))
    columns = {each.path: loader.columns(each, arguments.columns or "") for each in sources}
    if not (arguments.columns or arguments.yes or _agreed(columns)):
        return WRONG_USE
    clock = bootstrap.clock()
    done = Imported()
    with (
        running.chroma_at_hand(arguments.settings) as reached,
        _Report(arguments.report, arguments.settings.data_folder, clock.now()) as report,
        counts("Importing", max(1, sum(each.size for each in sources))) as update,
    ):
        read = 0

        def note(position: int) -> None:
            nonlocal read
            read = position

        def progress(so_far: Imported) -> None:
            nonlocal done
            done = so_far
            update(read, _counted(so_far))

        try:
            import_knowledge(
                authority_id,
                documents_of(authority_id, sources, columns, loader=loader, read=note),
                library=bootstrap.ports(reached).library,
                clock=clock,
                register=bootstrap.register(),
                progress=progress,
                report=report.take,
            )
        except KeyboardInterrupt:
            complain(f"Stopped: {_counted(done)}. Start it again, and it goes on from there.")
            return STOPPED
    return _tell(done, report, as_json=arguments.json)


def _tell(done: Imported, report: "_Report", *, as_json: bool) -> int:
    """Print what an import did."""
    alike: dict[str, list[str]] = {}
    for refused in done.refused:
        alike.setdefault(refused.reason, []).append(refused.file)
    for reason, files in [*alike.items()][:_SHOWN]:
        more = f", nor were {len(files) - 1} more" if len(files) > 1 else ""
        complain(f"{files[0]} was not taken{more}: {reason}")
    if as_json:
        tell_json({**asdict(done), "report": report.written}, one_line=False)
    else:
        tell(f"{_counted(done)}.")
        if report.written:
            tell(f"What was not taken, and why: {report.written}")
    return DID_NOT_WORK if done.refused else 0


def _counted(done: Imported) -> str:
    """Return what an import did so far, in a line."""
    left = f", {done.left_out} left out" if done.left_out else ""
    return f"{done.taken} taken, {done.known} known already, {len(done.refused)} refused{left}"


def _agreed(columns: Mapping[str, Any]) -> bool:
    """Show the columns that were guessed and ask whether they are right, once for those alike."""
    alike: dict[tuple[str, ...], list[str]] = {}
    rows: dict[tuple[str, ...], Sequence[tuple[str, str]]] = {}
    for path, found in columns.items():
        if found is not None and found.usable and not found.is_mail:
            alike.setdefault(found.headings, []).append(path)
            rows[found.headings] = shown_columns(found)
    for headings, paths in alike.items():
        more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
        tell(f"{paths[0]}{more}", aside=True)
        for heading, meaning in rows[headings]:
            tell(f"  {plain(heading)}: {meaning or 'not taken'}", aside=True)
        if not sys.stdin.isatty():
            complain("Add --yes if these columns are right, or --columns with a file that says so.")
            return False
        tell("Are these columns right? [y/N] ", aside=True)
        if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
            complain("Nothing was taken. Name the columns in a file and give it with --columns.")
            return False
    return True


class _Report:
    """What was not taken, a JSON object a line, written as it happens; no file where nothing is."""

    def __init__(self, given: str | None, data_folder: Path, now: Any) -> None:
        self.path = Path(given or data_folder / "imports" / f"{now:%Y%m%d-%H%M%S}.jsonl").absolute()
        self.file: Any = None

    @property
    def written(self) -> str | None:
        """The path of the report, or None where there is nothing to report."""
        return str(self.path) if self.file is not None else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.file is not None:
            self.file.close()

    def take(self, item: NotTaken) -> None:
        """Write one item with its reason; only the owner may read it, for names stand in it."""
        if self.file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            self.file = os.fdopen(os.open(self.path, flags, 0o600), "w", encoding="utf-8")
        self.file.write(json.dumps(asdict(item)) + "\n")
        self.file.flush()
