"""Answers a command gives for each of several files."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.cli.shown import complain, progress, tell_json

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
