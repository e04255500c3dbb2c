"""The command `due`: when an answer is due, with the working; loads nothing but the law."""

import argparse
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from assistant import environment
from assistant.cli.files import lines_of, print_batch
from assistant.cli.shown import complain, fields, tell, tell_json
from assistant.domain.errors import NotAllowed
from assistant.services.compute_due import clock_rules, due_batch, due_document

WRONG_USE = 2
Document = Mapping[str, Any]


def due(arguments: argparse.Namespace) -> int:
    """Print the dates of one clock, or of every line of a batch."""
    names = ("received", "regime", "event")
    given = {name: value for name in names if (value := getattr(arguments, name)) is not None}
    if arguments.batch and given:
        complain("--batch takes its options from the file; leave the others out.")
        return WRONG_USE
    try:
        rules = _rules()
    except ValueError as error:
        complain(str(error))
        return WRONG_USE
    if arguments.batch:
        with lines_of(arguments.batch) as lines:
            return print_batch(due_batch(lines, rules))
    try:
        document = due_document(given, rules)
    except NotAllowed as error:
        complain(str(error))
        return WRONG_USE
    if arguments.json:
        tell_json(document, one_line=False)
    else:
        _show(document)
    return 0


def _rules() -> Any:
    """Return the rules of the authority's clocks from the three settings they need.

    Raises ValueError for a setting that is wrong, NotAllowed for a file that cannot be used.
    """
    settings = environment.clock_settings()
    document = None
    if settings.bank_holidays:
        # Adapters are found by way of bootstrap, which takes twice the time of all the rest here.
        document = import_module("assistant.bootstrap").bank_holidays(settings.bank_holidays)
    return clock_rules(settings.authority_clock, settings.school_terms, document)


def _show(document: Document) -> None:
    """Print the dates for a person, then day by day what was counted and what was not, and why."""
    basis = document["basis"]
    fields(
        {
            "Regime": document["regime"],
            "Received on": document["received_on"],
            "Status": document["status"],
            "Due on": _dated(document["due_on"], basis["due_on"]),
            "Notice due on": document["notice_due_on"],
            "Decision due on": _dated(document["decision_due_on"], basis["decision_due_on"]),
            "Rules": ", ".join(document["rules"]),
        }
    )
    for warning in document["warnings"]:
        tell(f"Note: {warning}")
    days = [(one["date"], f"day {one['day']}") for one in document["working"]]
    days += [(one["date"], _why(one)) for one in document["skipped"]]
    if days:
        tell("\nDay by day:")
    for day, counted in sorted(days):
        tell(f"  {day}  {counted}")


def _dated(day: str | None, basis: str) -> str:
    """Say a date with what it rests on."""
    return f"{day} ({basis})" if day else "(not while it is paused)"


def _why(skipped: Mapping[str, str]) -> str:
    """Say why a day was not counted, and which parts of the kingdom keep it."""
    where = f" in {skipped['where']}" if skipped["where"] else ""
    return f"not counted: {skipped['why']}{where}"
