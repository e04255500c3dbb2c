"""The command `due`: when an answer is due, with the working; loads nothing but the law."""

import argparse
from collections.abc import Mapping
from typing import Any

from assistant.cli.files import lines_of, print_batch
from assistant.cli.shown import complain, fields, tell, tell_json
from assistant.domain.errors import NotAllowed
from assistant.services.compute_due import due_batch, due_document

WRONG_USE = 2
Document = Mapping[str, Any]


def due(arguments: argparse.Namespace) -> int:
    """Print the dates of one clock, or of every line of a batch."""
    names = ("received", "regime", "event")
    given = {name: value for name in names if (value := getattr(arguments, name)) is not None}
    if arguments.batch and given:
        complain("--batch takes its options from the file; leave the others out.")
        return WRONG_USE
    if arguments.batch:
        with lines_of(arguments.batch) as lines:
            return print_batch(due_batch(lines))
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
