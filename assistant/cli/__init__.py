"""The commands: arguments are read, a use case is called, its answer is printed.

Errors are one line on standard error; the exit status is 0 for done, 1 for "it did not work" and 2
for wrong use. What a command needs is loaded when it runs, so that the quick ones start at once.
"""

import os
import sys
from collections.abc import Sequence

from assistant.cli.arguments import parser
from assistant.cli.shown import complain
from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater

DONE, DID_NOT_WORK, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` (without the program's name) and return the exit status."""
    try:
        status = _run(argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away, as `head` does. Python would complain once more at its end, when it
        # flushes what is left, so that goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DID_NOT_WORK
    return status


def _run(argv: Sequence[str] | None) -> int:
    """Run the command; what went wrong is said in a line for each fault."""
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as finished:  # --help, and wrong use, which has been explained
        return finished.code if isinstance(finished.code, int) else WRONG_USE
    try:
        return int(arguments.run(arguments))
    except (NotAllowed, TryAgainLater, NeedsAPerson) as error:
        complain(str(error))
        return DID_NOT_WORK
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(f"{error.filename or 'The system'}: {error.strerror or error}.")
        return DID_NOT_WORK
