"""The command `check`: whether every part can be reached, and what to do where one cannot."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from importlib import import_module
from typing import Any

from assistant import bootstrap
from assistant.cli.shown import table, tell_json
from assistant.health import CheckResult, checks


def check(arguments: argparse.Namespace) -> int:
    """Reach every part; status 1 if one does not work."""
    settings = arguments.settings
    results = checks(settings)
    if any(one.part == "Database" and one.works for one in results):
        results += _balances(settings)
    if arguments.json:
        tell_json([asdict(one) for one in results], one_line=False)
    else:
        rows = (
            (one.part, "works" if one.works else "does not work", one.detail, one.what_to_do)
            for one in results
        )
        table(("Part", "", "Detail", "What to do"), rows)
    return 0 if all(one.works for one in results) else 1


def _balances(settings: Any) -> Iterator[CheckResult]:
    """Hold what was taken in of each folder against what its server holds."""
    # Use cases import models, which can be loaded only now that the database has been reached.
    mailboxes = import_module("assistant.services.show_mailboxes")
    folders = mailboxes.show_mailboxes(
        clock=bootstrap.clock(), quiet_seconds=settings.quiet_seconds
    )
    for one in folders:
        if one.in_use:
            name = f"Balance {one.address}/{one.folder}"
            yield CheckResult(name, one.works, f"{one.state}; {_figures(one)}", one.what_to_do)
    counts = mailboxes.show_dispositions()
    became = ", ".join(f"{label}: {number:,}" for label, number in counts.items())
    yield CheckResult("Messages", works=True, detail=f"{sum(counts.values()):,} here. {became}")


def _figures(folder: Any) -> str:
    """Say how many messages the server held at the last comparison, and where they are."""
    if folder.counted_at is None:
        return "not compared with the server yet"
    return (
        f"{folder.on_server:,} on the server: {folder.taken_in:,} taken in, {folder.left_alone:,} "
        f"left alone as old, {folder.missing:,} missing (at {folder.counted_at:%Y-%m-%d %H:%M} UTC)"
    )
