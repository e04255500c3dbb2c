"""Reads letters for the library: Markdown and text with front matter or without, documents."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import frontmatter
import yaml

from assistant.adapters.loaders.given import Given, unread, whole
from assistant.domain.library.exchanges import why_no_response
from assistant.domain.library.precedents import (
    LeftOut,
    Loaded,
    Precedent,
    UnreadableFile,
)

# What may begin with front matter, and is read even where some of its bytes are no characters.
_MARKED_TEXT = frozenset({".md", ".txt", ".text", ".markdown"})
_TEXT = _MARKED_TEXT | {".htm", ".html"}
_NO_WORDS = "No words can be read in it."


def load_letter(path: Path, given: Given) -> Iterator[Loaded]:
    """Yield the letter that a file holds, or why it cannot be taken.

    A document that could be read in part only is refused: half a letter decides something else.
    """
    opened = whole(path, given)
    if not isinstance(opened, tuple):
        yield opened
        return
    content, digest = opened
    yield _letter(path, content, digest, given)


def _letter(
    path: Path, content: bytes, digest: str, given: Given
) -> Precedent | UnreadableFile | LeftOut:
    """Read one letter, or say why it cannot be read."""
    suffix = path.suffix.lower()
    name = path.with_suffix(".txt").name if suffix == ".markdown" else path.name
    said = given.documents.text(name, "", content)
    text = said.text.strip()
    if not text or (said.problem and suffix not in _TEXT):
        return unread(str(path), said.problem or _NO_WORDS)
    values: Mapping[str, object] = {}
    if suffix in _MARKED_TEXT:
        try:
            post = frontmatter.loads(text)
        except (ValueError, yaml.YAMLError) as error:
            reason = " ".join(str(error).split())
            return UnreadableFile(str(path), f"Its front matter cannot be read: {reason}.")
        values, text = post.metadata, str(post.content).strip()
    # What people have written a head for is what they say it is.
    why_not = "" if values else why_no_response(text)
    if why_not:
        return LeftOut(str(path), why_not)
    try:
        return _precedent(path, values, text, digest)
    except ValueError as error:
        return UnreadableFile(str(path), f"Its front matter cannot be read: {error}.")


def _precedent(path: Path, values: Mapping[str, object], text: str, digest: str) -> Precedent:
    """Return a letter from its front matter and text; raises ValueError for a wrong value."""
    if not text:
        raise ValueError("there is no text below it")
    return Precedent(
        ident=_text(values, "id") or path.stem,
        title=_text(values, "title") or " ".join(path.stem.replace("_", " ").split()),
        text=text,
        reference=_text(values, "reference"),
        dated=_day(values.get("date")),
        outcome=_text(values, "outcome"),
        sections=_sections(values.get("sections")),
        authority=_text(values, "authority"),
        source=str(path),
        kind=path.suffix.lower().lstrip("."),
        file_sha256=digest,
        named=bool(_text(values, "id")),
    )


def _text(values: Mapping[str, object], key: str) -> str:
    """Return a value as text; empty where it is missing."""
    value = values.get(key)
    return "" if value is None else str(value).strip()


def _day(value: object) -> date | None:
    """Return a date, read from text where it is not one already."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _sections(value: object) -> tuple[str, ...]:
    """Return the sections cited: a list, or one line with commas."""
    if value is None:
        return ()
    items = value if isinstance(value, list) else str(value).split(",")
    return tuple(str(item).strip() for item in items if str(item).strip())
