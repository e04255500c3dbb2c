"""What a command is: its name, what it says of itself, its arguments, and what it needs loaded."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Added = Callable[[argparse.ArgumentParser], object]


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `name` may be two words; `run` is "module.function" inside assistant.cli.

    `needs` is what is loaded before the module: nothing, the settings, Django besides, or Django
    over an empty database in a folder that goes with the command. A hidden command is for other
    parts of the program, and not listed.
    """

    name: str
    about: str
    example: str
    run: str
    arguments: tuple[Added, ...] = ()
    needs: Literal["nothing", "settings", "database", "database apart"] = "database"
    hidden: bool = False


def option(*names: str, **settings: object) -> Added:
    """Return what adds an argument to a parser; arguments are those of argparse."""
    return lambda parser: parser.add_argument(*names, **settings)  # type: ignore[arg-type]  # as is


JSON = option("--json", action="store_true", help="print JSON, and nothing else")
FILES = option("files", nargs="+", metavar="FILE", help="an e-mail as a file, such as mail.eml")
