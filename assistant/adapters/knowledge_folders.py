"""Where knowledge/ and prompts/ lie: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def knowledge_folder(name: str) -> Path:
    """Return a folder of knowledge/ ("law", "wording", "responses").

    Raises ValueError where it is in neither place: the installation is damaged.
    """
    for base in (_PACKAGE / "_shipped" / "knowledge", _PACKAGE.parent / "knowledge"):
        if (base / name).is_dir():
            return base / name
    raise ValueError(f"knowledge/{name} is missing: install FOI Assistant again")


def prompts_folder() -> Path:
    """Return the folder of prompts; raises ValueError where the installation is damaged."""
    for base in (_PACKAGE / "_shipped" / "prompts", _PACKAGE.parent / "prompts"):
        if base.is_dir():
            return base
    raise ValueError("prompts/ is missing: install FOI Assistant again")
