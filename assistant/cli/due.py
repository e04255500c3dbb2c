"""The command `due`: when an answer is due, with the working; loads nothing but the law."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from assistant.cli.shown import complain, fields, tell, tell_json
from assistant.domain.errors import NotAllowed
from assistant.services.compute_due import due_batch, due_document

DID_NOT_WORK, WRONG_USE = 1, 2
Document = Mapping[str, Any]


def due(arguments: argparse.Namespace) -> int:
    """Print the dates of one clock, or of every line of a batch."""
    names = ("received", "regime", "event")
    given = {name: value for name in names if (value := getattr(arguments, name)) is not None}
    if arguments.batch and given:
        complain("--batch takes its options from the file; leave the others out.")
        return WRONG_USE
    if arguments.batch:
        with _lines(arguments.batch) as lines:
            return _print_batch(due_batch(lines))
    try:
        document = due_document(given)
    except NotAllowed as error:
        complain(str(error))
        return WRONG_USE
    if arguments.json:
        tell_json(document, one_line=False)
    else:
        _show(document)
    return 0


@contextmanager
def _lines(name: str) -> Iterator[Iterable[str]]:
    """Open a batch, "-" for standard input; bytes that are no UTF-8 spoil their line alone."""
    if name == "-":
        yield sys.stdin
        return
    with Path(name).open(encoding="utf-8", errors="replace") as file:
        yield file


def _print_batch(answers: Iterable[Document]) -> int:
    """Print an answer a line; 1 if any of them is an error."""
    status = 0
    for answer in answers:
        tell_json(answer, one_line=True)
        if "error" in answer:
            status = DID_NOT_WORK
    return status


def _show(document: Document) -> None:
    """Print the dates for a person, with each day that counted and each that did not."""
    fields(
        {
            "Regime": document["regime"],
            "Received on": document["received_on"],
            "Status": document["status"],
            "Due on": document["due_on"] or "(not while it is paused)",
            "Notice due on": document["notice_due_on"],
            "Decision due on": document["decision_due_on"],
            "Rules": ", ".join(document["rules"]),
        }
    )
    for warning in document["warnings"]:
        tell(f"Note: {warning}")
    if document["working"]:
        tell("\nCounted:")
    for one in document["working"]:
        tell(f"  {one['day']:>3}  {one['date']}")
    if document["skipped"]:
        tell("\nNot counted:")
    for one in document["skipped"]:
        tell(f"       {one['date']}  {one['why']}")
