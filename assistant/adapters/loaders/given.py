"""What every reader of the library's way in is given, and words that they share."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.library.precedents import SameFile, UnreadableFile
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.ports import Documents

# No letter is larger; a larger file is refused before a byte of it is read.
LARGEST_LETTER = 30_000_000
TOO_LARGE = "It is larger than 30 MB, which no letter is. Save the letter without its annexes."
EMPTY = "It is empty."
_ADVICE = "Save it again in another form (.docx, .txt, or a PDF with text), and import that."


@dataclass(frozen=True, slots=True)
class Given:
    """The reader of documents, the authority's own addresses, and whom to ask and tell."""

    documents: Documents
    own: OwnAddresses
    known: Callable[[str], bool]
    read: Callable[[int], None]


def unread(path: str, problem: str) -> UnreadableFile:
    """Return a document's problem as it concerns the one who imports, with what to do now.

    What the reader of documents advises is meant for mail, where there is a requester to ask.
    """
    said = [each for each in _sentences(problem) if "requester" not in each]
    return UnreadableFile(path, " ".join([*said, _ADVICE]))


def refusal_of(path: Path) -> UnreadableFile | None:
    """Return why a file cannot be read whole, by its size alone, or None."""
    try:
        size = path.stat().st_size
    except OSError as error:
        return UnreadableFile(str(path), f"{error.strerror}.")
    if size > LARGEST_LETTER:
        return UnreadableFile(str(path), TOO_LARGE)
    return None if size else UnreadableFile(str(path), EMPTY)


def whole(path: Path, given: Given) -> tuple[bytes, str] | UnreadableFile | SameFile:
    """Return a file's bytes and their SHA-256; or why it is not read, or that it was before."""
    refused = refusal_of(path)
    if refused is not None:
        return refused
    try:
        content = path.read_bytes()
    except OSError as error:
        return UnreadableFile(str(path), f"{error.strerror}.")
    digest = hashlib.sha256(content).hexdigest()
    return SameFile(str(path)) if given.known(digest) else (content, digest)


def _sentences(text: str) -> list[str]:
    return [each.strip().rstrip(".") + "." for each in text.split(". ") if each.strip()]
