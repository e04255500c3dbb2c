"""What is drawn for people with rich: tables, and bars of progress."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table of plain texts; nothing in them is read as markup."""
    drawn = Table()
    for column in columns:
        # A narrow window breaks long words and shortens none.
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    Console(markup=False, highlight=False, emoji=False).print(drawn)


@contextmanager
def bar(about: str, total: int | None) -> Iterator[Callable[[], None]]:
    """Show a bar on standard error meanwhile; yields what to call after each step."""
    with Progress(console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task(about, total=total)
        yield lambda: drawn.advance(task)


@contextmanager
def counts(about: str, total: int) -> Iterator[Callable[[int, str], None]]:
    """Show a bar with a text behind it; yields what takes how far it is, and the text."""
    parts = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[said]}", markup=False),
    )
    with Progress(*parts, console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task(about, total=total, said="")
        yield lambda done, said: drawn.update(task, completed=done, said=said)
