"""Reads the register of provisions from a folder of TOML files."""

import tomllib
from pathlib import Path

from assistant.domain.law.acts import Register
from assistant.domain.law.register import register_from


def load_register(folder: Path) -> Register:
    """Read every `*.toml` of a folder, in the order of their names, into one register.

    Raises ValueError naming the file, the row and the fault, where a file is not TOML in UTF-8 or
    a row is wrong, and where the folder holds no such file.
    """
    documents: dict[str, dict[str, object]] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            documents[path.name] = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            raise ValueError(f"{path.name}: not readable as TOML in UTF-8: {fault}") from fault
    if not documents:
        raise ValueError(f"{folder}: holds no .toml file of provisions")
    return register_from(documents)
