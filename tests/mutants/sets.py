"""The evaluation sets of `check-letter`: correct letters, their cases, and their mutants."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypedDict

HERE = Path(__file__).parent
# The first stands in this folder itself, the others in folders of their own, where they are here.
FOLDERS: Mapping[str, Path] = {
    "first": HERE,
    "second": HERE / "second",
    "third": HERE / "third",
    "fourth": HERE / "fourth",
    "fifth": HERE / "fifth",
    "sixth": HERE / "sixth",
}


class Edit(TypedDict):
    """One replacement in a letter."""

    old: str
    new: str


class Mutant(TypedDict):
    """A letter with one fault."""

    id: str
    letter: str
    rule: str
    severity: str
    edits: list[Edit]
    why: str


@dataclass(frozen=True)
class MutantSet:
    """One set, read from its folder when it is asked for."""

    name: str
    folder: Path

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """The correct letters by their ids, in order."""
        paths = sorted((self.folder / "letters").glob("*.txt"))
        return {path.stem: path.read_text(encoding="utf-8") for path in paths}

    @cached_property
    def cases(self) -> Mapping[str, dict[str, Any]]:
        """The case of each letter, as `check-letter --case` takes it."""
        return {
            name: json.loads(
                (self.folder / "letters" / f"{name}.case.json").read_text(encoding="utf-8")
            )
            for name in self.letters
        }

    @cached_property
    def mutants(self) -> tuple[Mutant, ...]:
        """The mutants in the order of the file."""
        lines = (self.folder / "mutants.jsonl").read_text(encoding="utf-8").splitlines()
        return tuple(json.loads(line) for line in lines)

    @property
    def promised_digest(self) -> str:
        """The SHA-256 that was written down when the set was made."""
        return (self.folder / "SHA256").read_text(encoding="utf-8").split()[0]

    @property
    def digest(self) -> str:
        """The SHA-256 of the data: `letters/*` in the order of their names, then the mutants."""
        taken = hashlib.sha256()
        for path in (*sorted((self.folder / "letters").iterdir()), self.folder / "mutants.jsonl"):
            taken.update(path.read_bytes())
        return taken.hexdigest()

    def mutated(self, mutant: Mutant) -> str:
        """Return the letter with the mutant's one fault in it."""
        text = self.letters[mutant["letter"]]
        for edit in mutant["edits"]:
            text = text.replace(edit["old"], edit["new"])
        return text


SETS = tuple(
    MutantSet(name, folder)
    for name, folder in FOLDERS.items()
    if (folder / "mutants.jsonl").is_file()
)
