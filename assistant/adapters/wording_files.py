"""Reads approved wording from a folder of Markdown files with front matter."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import frontmatter
import yaml

from assistant.domain.letters.wording import Wording, WordingKind, Wordings
from assistant.domain.letters.wording_versions import PEOPLES

_KEYS = frozenset({"id", "version", "kind", "section", "title", "owner", "review_by", "regime"})


def load_wordings(folder: Path) -> Wordings:
    """Read every `.md` file under a folder, in the order of their paths.

    Raises ValueError, naming the file and what to mend, where a file is not UTF-8, its front
    matter is broken, incomplete or has a key too many, or a slot is unknown; where two files are of
    one kind for one provision; and where there is no wording at all.
    """
    files = sorted(folder.rglob("*.md"))
    if not files:
        raise ValueError(f"{folder} holds no wording (files that end in .md)")
    loaded: dict[str, Path] = {}
    arguing: dict[tuple[str, WordingKind], Path] = {}
    wordings: list[Wording] = []
    for path in files:
        try:
            wording = _read(path)
        except (ValueError, yaml.YAMLError) as error:
            raise ValueError(f"{path}: {error}") from error
        if wording.id in loaded:
            raise ValueError(f"{path}: {loaded[wording.id]} has the id {wording.id} already")
        loaded[wording.id] = path
        subject = (wording.section, wording.kind)
        if wording.section and subject in arguing:
            raise ValueError(
                f"{path}: {arguing[subject]} is the wording of {wording.kind} for "
                f"{wording.section} already; keep one of the two"
            )
        arguing[subject] = path
        wordings.append(wording)
    return Wordings(wordings)


def _read(path: Path) -> Wording:
    """Read one file; raises ValueError (UnicodeDecodeError is one) or YAMLError."""
    post = frontmatter.loads(path.read_text(encoding="utf-8"))
    values: Mapping[str, object] = post.metadata
    missing, extra = sorted(_KEYS - set(values)), sorted(set(values) - _KEYS)
    if missing or extra:
        raise ValueError(
            "the front matter "
            + "; ".join(
                f"{what} {', '.join(keys)}"
                for what, keys in (("lacks", missing), ("does not know", extra))
                if keys
            )
        )
    review_by = values["review_by"]
    if not isinstance(review_by, date):
        # A file's content is wrong, not the code's types: load_wordings promises ValueError.
        raise ValueError("review_by is a date such as 2027-04-01")  # noqa: TRY004 - see above
    if PEOPLES in _text(values, "version"):
        raise ValueError(
            f"version has no “{PEOPLES}”: such versions are made by people here, not by files"
        )
    return Wording(
        id=_text(values, "id"),
        version=_text(values, "version"),
        kind=WordingKind(_text(values, "kind")),
        section=_text(values, "section", may_be_empty=True),
        title=_text(values, "title"),
        owner=_text(values, "owner"),
        review_by=review_by,
        regime=_text(values, "regime"),
        text=str(post.content),
    )


def _text(values: Mapping[str, object], key: str, *, may_be_empty: bool = False) -> str:
    """Return a value that must be text; a bare 1 or 1.0 of YAML is not what its author meant."""
    value = values[key]
    if value is None and may_be_empty:
        return ""
    if not isinstance(value, str):
        # As above: the file is at fault.
        raise ValueError(f"{key} is text; put it in quotation marks")  # noqa: TRY004 - see above
    if not value.strip() and not may_be_empty:
        raise ValueError(f"{key} is empty")
    return value.strip()
