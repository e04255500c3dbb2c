"""The rows of a spreadsheet, one by one, from a process of its own that bounds what they cost."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from assistant.domain.errors import NotAllowed

_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from assistant.adapters.loaders.sheet_child import main; main(sys.argv[1])"
)
LARGEST = 200_000_000
_TOO_LARGE = "It is larger than 200 MB. Save it as .csv, and import that."
_ENDED = (
    "Reading the spreadsheet took too long or too much memory, so it was stopped. Save it as .csv, "
    "and import that."
)
DAMAGED = "The spreadsheet is damaged. Open it, save it as .csv, and import that."
# The status of a Python program that an exception ended.
_UNCAUGHT = 1
_LONGEST_LINE = 20_000_000


class BrokenSheetError(Exception):
    """A table cannot be read; the message says why and what to do."""


def sheet_rows(path: Path) -> Iterator[list[str]]:
    """Yield the rows of the first sheet that has any; raises BrokenSheetError where that fails.

    The process is ended when the caller stops asking.
    """
    if path.stat().st_size > LARGEST:
        raise BrokenSheetError(_TOO_LARGE)
    process = _start(path)
    try:
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        while line := process.stdout.readline(_LONGEST_LINE):
            said = json.loads(line) if line.endswith(b"\n") else {"problem": _ENDED}
            if isinstance(said, dict):
                raise BrokenSheetError(str(said["problem"]))
            yield said
        status = process.wait()
        if status:
            raise BrokenSheetError(DAMAGED if status == _UNCAUGHT else _ENDED)
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _start(path: Path) -> "subprocess.Popen[bytes]":
    """Start the reader by this very interpreter, without any of our settings or passwords."""
    paths = [os.path.abspath(each) for each in sys.path]  # noqa: PTH100 - "" is this folder here
    try:
        return subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-I", "-S", "-c", _PROGRAM, str(path.absolute()), *paths],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.defpath, "LANG": "C.UTF-8"},
        )
    except OSError as error:
        raise NotAllowed(f"No process can be started: {error.strerror}.") from error
