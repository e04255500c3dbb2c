"""Reads earlier responses for the library: Markdown or plain text, with front matter or without."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import frontmatter
import yaml

from assistant.domain.letters.precedents import Precedent, UnreadableFile

ENDINGS = frozenset({".md", ".txt"})
LARGEST = 5 * 1024 * 1024


def load_precedents(paths: Iterable[Path]) -> Iterator[Precedent | UnreadableFile]:
    """Yield one response for each file, and an UnreadableFile with its reason for each that fails.

    Folders are read with what lies under them, in the order of their names, and files of other
    kinds in them are passed over; a file named by itself is refused where its kind is not known.
    """
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file() and file.suffix.lower() in ENDINGS:
                    yield _read(file)
        else:
            yield _read(path)


def _read(path: Path) -> Precedent | UnreadableFile:
    """Read one file, or say why it cannot be read."""
    if path.suffix.lower() not in ENDINGS:
        return UnreadableFile(str(path), "It is neither .md nor .txt. Save it as one of these.")
    try:
        if path.stat().st_size > LARGEST:
            return UnreadableFile(str(path), "It is larger than 5 MB. Divide it into letters.")
        post = frontmatter.loads(path.read_text(encoding="utf-8"))
        return _precedent(path, post.metadata, str(post.content).strip())
    except UnicodeDecodeError:
        return UnreadableFile(str(path), "It is not UTF-8 text. Save it as UTF-8.")
    except (ValueError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        return UnreadableFile(str(path), f"Its front matter cannot be read: {reason}.")
    except OSError as error:
        return UnreadableFile(str(path), f"{error.strerror}.")


def _precedent(path: Path, values: Mapping[str, object], text: str) -> Precedent:
    """Return a response from its front matter and text; raises ValueError for a wrong value."""
    if not text:
        raise ValueError("there is no text below it")
    return Precedent(
        ident=_text(values, "id") or path.stem,
        title=_text(values, "title") or path.stem,
        text=text,
        reference=_text(values, "reference"),
        dated=_day(values.get("date")),
        outcome=_text(values, "outcome"),
        sections=_sections(values.get("sections")),
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
