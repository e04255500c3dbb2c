"""The command `check-letter`: what is wrong with a letter; touches nothing stored."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assistant import bootstrap
from assistant.cli.files import each_file, lines_of, print_batch
from assistant.cli.shown import complain, table, tell
from assistant.domain.errors import NotAllowed
from assistant.services.check_letter import case_facts, letter_batch, letter_document

WRONG_USE = 2
Document = Mapping[str, Any]


def check_letter(arguments: argparse.Namespace) -> int:
    """Print what the checks find in a letter, or in every line of a batch."""
    if bool(arguments.batch) == bool(arguments.letter):
        complain("Give a letter, or --batch with a file; one of the two.")
        return WRONG_USE
    register = bootstrap.register()
    if arguments.batch:
        with lines_of(arguments.batch) as lines:
            return print_batch(letter_batch(lines, register))
    try:
        case = case_facts(_read(arguments.case)) if arguments.case else {}

        def answer(raw: bytes, _file: str) -> Document:
            return letter_document(raw.decode("utf-8", "replace"), case, register)

        return each_file([arguments.letter], answer, None if arguments.json else _show)
    except NotAllowed as error:
        complain(str(error))
        return WRONG_USE


def _read(name: str) -> str:
    """Read the facts of the case; raises NotAllowed where that fails."""
    try:
        return sys.stdin.read() if name == "-" else Path(name).read_text("utf-8", "replace")
    except OSError as error:
        raise NotAllowed(f"{name} cannot be read: {error.strerror}. Check its name.") from error


def _show(document: Document) -> None:
    """Print the findings for a person."""
    table(
        ("", "Check", "What was found"),
        ((one["severity"], one["rule"], one["message"]) for one in document["findings"]),
    )
    if document["not_run"]:
        needs = sorted({one["needs"] for one in document["not_run"]})
        tell(
            f"{len(document['not_run'])} check(s) did not run; --case can give: {', '.join(needs)}."
        )
    tell("No error was found." if document["passed"] else "The letter should not leave like this.")
