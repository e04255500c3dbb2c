"""Checks the house rules that no linter knows: sizes, names, docstrings, reasons for exceptions.

Each rule is a function from a file to its faults; a new rule is a new function and a row in RULES.
CONTRIBUTING.md gives the reasons.
"""

import ast
import io
import re
import sys
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

MAX_FILE = 400
MAX_FUNCTION = 60
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
SKIPPED = {"migrations", "static", "node_modules", "__pycache__"}
CODE = ("assistant", "scripts")
EVERYTHING = (*CODE, "tests", "bench")
SILENCER = re.compile(
    r"#\s*(?:noqa(?::\s*(?:[A-Z]+\d+[,\s]*)+)?|type:\s*ignore(?:\[[\w\-, ]*\])?|pragma:\s*no cover)"
    r"(?P<reason>.*)"
)


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file, read."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def is_code(self) -> bool:
        """Whether it is part of the program, not a test of it."""
        return self.path.parts[0] in CODE


def short_files(source: Source) -> Iterator[str]:
    """Find files that do not fit in a head: each is several."""
    lines = source.text.count("\n")
    if lines > MAX_FILE and source.is_code:
        yield f"{source.path}:1: {lines} lines; at most {MAX_FILE}"


def short_functions(source: Source) -> Iterator[str]:
    """Find functions that do more than one thing can take."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and source.is_code:
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MAX_FUNCTION:
                where = f"{source.path}:{node.lineno}"
                yield f"{where}: {node.name} has {lines} lines; at most {MAX_FUNCTION}"


def telling_names(source: Source) -> Iterator[str]:
    """Find modules whose names do not say what they do, so that nobody finds them."""
    if source.path.stem in VAGUE_NAMES:
        yield f"{source.path}:1: the name says nothing; name what the module does"


def module_docstrings(source: Source) -> Iterator[str]:
    """Find modules that do not say their one purpose in a sentence."""
    docstring = ast.get_docstring(source.tree) or ""
    if source.is_code and not re.search(r"[.:?!]$", docstring.split("\n\n")[0].strip()):
        yield f"{source.path}:1: no sentence that says what the module is for"


def reasons_for_silencers(source: Source) -> Iterator[str]:
    """Find checks that somebody silenced without saying why on the same line."""
    tokens = tokenize.generate_tokens(io.StringIO(source.text).readline)
    for token in tokens:
        match = SILENCER.search(token.string) if token.type == tokenize.COMMENT else None
        if match and not re.search(r"\w", match["reason"]):
            yield f"{source.path}:{token.start[0]}: a check is silenced without a reason"


Rule = Callable[[Source], Iterator[str]]
RULES: tuple[Rule, ...] = (
    short_files,
    short_functions,
    telling_names,
    module_docstrings,
    reasons_for_silencers,
)


def sources(root: Path) -> Iterator[Source]:
    """Read every Python file of ours under `root`."""
    for folder in EVERYTHING:
        for path in sorted((root / folder).rglob("*.py")):
            if not SKIPPED & set(path.relative_to(root).parts):
                text = path.read_text(encoding="utf-8")
                yield Source(path.relative_to(root), text, ast.parse(text))


def faults(root: Path) -> list[str]:
    """Return every breach of a rule under `root`, as file:line: what."""
    return [fault for source in sources(root) for rule in RULES for fault in rule(source)]


def main() -> int:
    """Print the breaches; return 1 where there are any."""
    found = faults(Path(__file__).resolve().parent.parent)
    print("\n".join(found) if found else "House rules: nothing to mend.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
