"""Listeners that die by SIGKILL around the storing of a message; for test_listener.py alone.

The program is loaded once. For each line it is given, the point to die at, it divides itself, and
the child listens; what became of the child is said when it has ended.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from assistant import bootstrap, config, running
from assistant.ports import Clock, Outcome, Submission
from tests.e2e.killed import die

bootstrap.start()

from assistant.services.take_submission import take_submissions  # noqa: E402 - Django is loaded now


@dataclass
class FatalClock:
    """A clock that kills when it is read for the nth time."""

    left: int

    def now(self) -> datetime:
        """Tell the time, unless it is up."""
        self.left -= 1
        if self.left < 0:
            die()
        return datetime.now(UTC)


def say(words: str) -> None:
    """Tell the test, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def listen(point: str) -> None:
    """Listen, and die before the store, within its transaction, or between commit and answer."""
    # The clock of the store is read within its transaction alone.
    clock: Clock = FatalClock(0) if point == "within" else bootstrap.clock()

    def take(submissions: Sequence[Submission]) -> Sequence[Sequence[Outcome]]:
        if point == "before":
            die()
        outcomes = take_submissions(submissions, clock=clock)
        if point == "after":
            die()
        return outcomes

    running.listen(config.current(), take, started=lambda said: say(f"{os.getpid()} {said}"))


def main() -> None:
    """Divide for each point, and wait for the child."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            listen(line.strip())
            os._exit(0)
        say(f"ended {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}")


if __name__ == "__main__":
    main()
