"""Reads the program's own source, so that tests can say what may stand where."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "assistant"


@lru_cache(maxsize=1)
def modules() -> dict[str, ast.Module]:
    """Return every module of the program by its path within the package, migrations left out."""
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
        if "migrations" not in path.parts
    }


def in_room(room: str) -> dict[str, ast.Module]:
    """Return the modules below a folder of the package, such as "domain/mail"."""
    return {name: tree for name, tree in modules().items() if name.startswith(f"{room}/")}


def imports(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the dotted name and the line of every import, those inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # "from a import b" may mean the module a.b: the longer name says more.
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def names(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield every name and attribute that is used, with its line, "a.b" for an attribute of a."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield f"{ast.unparse(node.value)}.{node.attr}", node.lineno


def calls(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield what is called, as written, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node.lineno
