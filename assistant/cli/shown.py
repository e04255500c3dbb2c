"""How answers look: texts for people, JSON for programs, errors in one line.

Tables and bars are drawn by assistant.cli.drawn, which is loaded only where one is shown.
"""

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module

# Control characters and marks of direction could make a terminal show, or do, something else than
# the text says; half characters cannot be printed at all. Line ends and tabs stay.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def complain(message: str) -> None:
    """Print an error in one line on standard error."""
    line = " ".join(plain(message).split())
    print(f"foi-assistant: {line}", file=sys.stderr)  # noqa: T201  # a command prints


def plain(text: object) -> str:
    """Return a text without what a terminal would not merely show."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", str(text))


def tell(text: object = "", *, aside: bool = False) -> None:
    """Print a text on standard output, or `aside` on standard error, as far as it can hold it."""
    stream = sys.stderr if aside else sys.stdout
    encoding = stream.encoding or "utf-8"
    safe = plain(text).encode(encoding, "replace").decode(encoding)
    print(safe, file=stream, flush=True)


def tell_json(document: object, *, one_line: bool) -> None:
    """Print one JSON document, on one line where several follow each other.

    It is ASCII, so that every encoding of standard output can hold it.
    """
    print(json.dumps(document, indent=None if one_line else 2))  # noqa: T201  # a command prints


def fields(values: Mapping[str, object]) -> None:
    """Print names and values, those that are empty left out."""
    width = max(map(len, values), default=0) + 1
    for name, value in values.items():
        if value not in (None, "", []):
            tell(f"{name + ':':<{width}} {value}")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table; nothing where it has no rows."""
    shown = [["" if cell is None else plain(cell) for cell in row] for row in rows]
    if shown:
        import_module("assistant.cli.drawn").table(columns, shown)


@contextmanager
def progress(about: str, total: int | None) -> Iterator[Callable[[], None]]:
    """Show a bar on a terminal, and none in a pipe; yields what to call after each step."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with import_module("assistant.cli.drawn").bar(about, total) as step:
        yield step


@contextmanager
def counts(about: str, total: int) -> Iterator[Callable[[int, str], None]]:
    """Show a bar with counts on a terminal, and none in a pipe.

    Yields what to call with how far of `total` it is and what to show behind the bar.
    """
    if not sys.stderr.isatty():
        yield lambda _done, _said: None
        return
    with import_module("assistant.cli.drawn").counts(about, total) as update:
        yield update
