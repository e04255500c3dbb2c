"""Reads the fixed sentences of letters in Welsh from a TOML file."""

import tomllib
from pathlib import Path

from assistant.domain.letters.welsh import FixedSentence, table_from


def load_welsh(folder: Path) -> tuple[FixedSentence, ...]:
    """Read `letters.toml` of a folder; raises ValueError naming the file and the fault."""
    path = folder / "letters.toml"
    try:
        return table_from(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, ValueError) as fault:
        raise ValueError(f"{path}: {fault}") from fault
