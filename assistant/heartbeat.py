"""A sign of life of each program that has no port to be asked at: a file in the runtime folder.

A file, and no row: it belongs to this machine or container and to no other, it is looked at without
loading anything, and a database that is away makes nobody end programs that wait for it in order.
The file says in seconds how long after its last change its program still counts as alive, because
only the program knows how long its present work may take.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ENDING = ".beat"
# What a program leaves that is asked over HTTP and not by the age of its file.
ASKED = "asked"
# A file is written at most so often, however busy its program is.
STEP = 5.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A heartbeat as it was found: whose, how old in seconds, and for how long it is good.

    `good_for` is None for a program that is to be asked over HTTP.
    """

    program: str
    age: float
    good_for: float | None

    @property
    def fresh(self) -> bool:
        """Whether its program counts as alive."""
        return self.good_for is None or self.age <= self.good_for


class Heartbeat:
    """The heartbeat of one program; a folder that cannot be written keeps nobody from working."""

    def __init__(
        self, folder: Path, program: str, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        """Name the program, such as "work-mail-draft"; nothing is written yet."""
        self._file = folder / f"{program}{ENDING}"
        self._now = now
        self._last: tuple[float, str] | None = None

    def beat(self, good_for: float | None) -> None:
        """Say that the program is alive, and will say so again within so many seconds."""
        text = ASKED if good_for is None else f"{good_for:.0f}"
        now = self._now()
        if self._last and self._last[1] == text and now - self._last[0] < STEP:
            return
        self._last = (now, text)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(text, encoding="ascii")
        except OSError:
            # Then `health` finds it old or not at all, and says so; the work goes on.
            return

    def end(self) -> None:
        """Take the file away: the program ends in order, and is not missed."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError:
            return


def seen(folder: Path, program: str = "") -> Iterator[Seen]:
    """Yield the heartbeats in a folder, all or those of one program ("work" has several)."""
    for file in sorted(folder.glob(f"*{ENDING}")):
        name = file.name.removesuffix(ENDING)
        if program and name.partition("-")[0] != program:
            continue
        try:
            age = max(time.time() - file.stat().st_mtime, 0.0)
            text = file.read_text(encoding="ascii").strip()
        except (OSError, UnicodeError):
            # It went while we looked: its program has ended in order.
            continue
        yield Seen(name, age, None if text == ASKED else _seconds(text))


def _seconds(text: str) -> float:
    """Read how long a heartbeat is good; one that is only half written is good for a step."""
    return float(text) if text.isdecimal() else STEP
