"""Reads prompts from Markdown files, and fills in exactly what they ask for."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import frontmatter
import yaml

_KEYS = frozenset({"purpose", "inputs", "answer", "version", "owner"})
_PLACEHOLDER = re.compile(r"\{\{([^{}]*)\}\}")
_PARTS = re.compile(r"# System\n(?P<system>.+?)\n# User\n(?P<user>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt: what it is for, which form of answer it asks for, and its two messages.

    `system` is the same for every call. `user` has the placeholders, so that whatever was written
    by others can stand there alone. `hash` is the SHA-256 of the file.
    """

    purpose: str
    inputs: frozenset[str]
    answer: str
    version: str
    owner: str
    system: str
    user: str
    hash: str

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the user's message with every input in its place.

        Raises ValueError where an input is missing, or one is given that the prompt does not know.
        A value is put in as it is: placeholders within it are no placeholders.
        """
        missing, extra = self.inputs - set(values), set(values) - self.inputs
        if missing or extra:
            raise ValueError(
                f"the prompt “{self.purpose}” lacks {sorted(missing)} and does not know "
                f"{sorted(extra)}"
            )
        return _PLACEHOLDER.sub(lambda found: values[found[1]], self.user)


def load_prompt(folder: Path, purpose: str) -> Prompt:
    """Read the prompt for a purpose from the file of that name.

    Raises ValueError, naming the file and what to mend, where it cannot be read, its front matter
    lacks a key or has one too many, it has not the two parts, a placeholder is not among the
    inputs, an input has no place, or the system part has a placeholder.
    """
    path = folder / f"{purpose}.md"
    try:
        return _read(path.read_bytes(), purpose)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise ValueError(f"{path}: {error}") from error


def _read(content: bytes, purpose: str) -> Prompt:
    post = frontmatter.loads(content.decode("utf-8"))
    values: Mapping[str, object] = post.metadata
    missing, extra = sorted(_KEYS - set(values)), sorted(set(values) - _KEYS)
    if missing or extra:
        raise ValueError(f"the front matter lacks {missing} and does not know {extra}")
    inputs = values["inputs"]
    texts = {key: values[key] for key in _KEYS - {"inputs"}}
    if not isinstance(inputs, list) or not all(isinstance(one, str) for one in inputs):
        raise ValueError("inputs is a list of names")
    unfit = sorted(
        key for key, text in texts.items() if not isinstance(text, str) or not text.strip()
    )
    if unfit:
        raise ValueError(f"{unfit} have to be text; put it in quotation marks")
    if texts["purpose"] != purpose:
        raise ValueError(f"its purpose is “{texts['purpose']}”, and its name says {purpose}")
    parts = _PARTS.fullmatch(str(post.content).strip())
    if parts is None:
        raise ValueError("it has to have the parts “# System” and “# User”, in this order")
    _refuse_strays(parts["system"], parts["user"], set(inputs))
    return Prompt(
        inputs=frozenset(inputs),
        system=parts["system"].strip(),
        user=parts["user"].strip(),
        hash=hashlib.sha256(content).hexdigest(),
        **{key: str(text) for key, text in texts.items()},
    )


def _refuse_strays(system: str, user: str, inputs: set[str]) -> None:
    """Raise ValueError where placeholders and inputs are not the same."""
    if "{{" in system or "}}" in system:
        raise ValueError("the system part has a placeholder; what varies belongs to the user part")
    placed = set(_PLACEHOLDER.findall(user))
    if placed != inputs:
        raise ValueError(
            f"placeholders without an input: {sorted(placed - inputs)}; inputs without a place: "
            f"{sorted(inputs - placed)}"
        )
    rest = _PLACEHOLDER.sub("", user)
    if "{{" in rest or "}}" in rest:
        raise ValueError("a placeholder is broken; write it like {{name}}")
