"""An earlier response on its way into the library, and what stays outside with its reason."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may hold earlier responses: its path, what its name says it is, its bytes.

    `kind` is how it is read; empty where nothing reads it, and `reason` then says what to do.
    """

    path: str
    kind: str
    size: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier response, whole; `sections` are citations as the register prints them.

    `text` is the response and `request` what was asked, where the two are told apart already.
    `source` says where it lay (a path, and a place in that file), `kind` in what form.
    `file_sha256` is that of the bytes it was read from, by which it is known again unread.
    `people` are names and addresses that the file itself gives for those who asked. `named` says
    that the ident was given by people, so that it means the same document wherever it lies.
    """

    ident: str
    title: str
    text: str
    reference: str = ""
    dated: date | None = None
    outcome: str = ""
    sections: tuple[str, ...] = ()
    request: str = ""
    authority: str = ""
    source: str = ""
    kind: str = ""
    file_sha256: str = ""
    people: tuple[str, ...] = ()
    named: bool = False


@dataclass(frozen=True, slots=True)
class UnreadableFile:
    """A file, or a place in one, that could not be taken into the library, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is whole and holds no response, and why it stays outside."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class SameFile:
    """A file, or a message of one, whose very bytes were taken before."""

    file: str


Loaded = Precedent | UnreadableFile | LeftOut | SameFile
