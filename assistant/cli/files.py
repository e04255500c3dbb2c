"""Answers a command gives for each of several files, or for each line of a batch."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from assistant.cli.shown import complain, progress, tell_json

DID_NOT_WORK = 1
Document = Mapping[str, Any]


def each_file(
    files: Sequence[str],
    answer: Callable[[bytes, str], Document],
    show: Callable[[Document], None] | None,
) -> int:
    """Answer file by file ("-" is standard input) and return the exit status.

    Without `show` the answers are JSON: one document, or one a line for several files. A file that
    cannot be read is named, the next is still answered, and the status is 1.
    """
    status = 0
    several = len(files) > 1
    with progress("Reading", len(files) if several else None) as step:
        for file in files:
            try:
                raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
            except (OSError, ValueError) as error:
                reason = getattr(error, "strerror", None) or error
                complain(f"{file} cannot be read: {reason}. Check its name.")
                status = 1
            else:
                document = answer(raw, file)
                if show is None:
                    tell_json(document, one_line=several)
                else:
                    show(document)
            step()
    return status


@contextmanager
def lines_of(name: str) -> Iterator[Iterable[str]]:
    """Open a batch, "-" for standard input; bytes that are no UTF-8 spoil their line alone."""
    if name == "-":
        yield sys.stdin
        return
    with Path(name).open(encoding="utf-8", errors="replace") as file:
        yield file


def print_batch(answers: Iterable[Document]) -> int:
    """Print an answer a line; 1 if any of them is an error."""
    status = 0
    for answer in answers:
        tell_json(answer, one_line=True)
        if "error" in answer:
            status = DID_NOT_WORK
    return status
