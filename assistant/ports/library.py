"""The library as small protocols: its vectors, and the way in for files."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from assistant.domain.errors import NotAllowed
from assistant.domain.library.columns import Columns
from assistant.domain.library.precedents import Loaded, Source, UnreadableFile


@dataclass(frozen=True, slots=True)
class Fit:
    """What was learned from the passages of one library, so that texts become vectors alike.

    The caller keeps it in the database, where several machines share it; `id` also names the
    collection that holds its vectors, `dimension` is their width.
    """

    id: str
    embedder: str
    dimension: int
    blob: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: its id, and the cosine similarity to the question, from -1 to 1."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Compared:
    """Which passages are not held as they read now, and which need not be held.

    The latter have no word known to the fit: they have no direction, and no query can find them.
    """

    outdated: frozenset[str]
    wordless: frozenset[str]


class IndexGone(NotAllowed):
    """The vectors of a library are not where the database says; they can be made again from it."""


class Library(Protocol):
    """Vectors of the passages; derived from the database, and rebuilt from it at will.

    Every method raises TryAgainLater when the server cannot be reached, saying what to do,
    IndexGone when the collection of `fit` is not there, and NotAllowed when `fit` comes from
    another embedder or has another width: then the library has to be built again.
    """

    def build(self, passages: Sequence[tuple[str, str]], *, scope: str) -> Fit:
        """Learn from `passages` (id, text) and write their vectors to a new collection.

        `scope` is a short word for the authority whose library it is. The collection in use until
        now stays as it is: the caller swaps the fits, then discards the old one.
        """

    def add(self, fit: Fit, passages: Sequence[tuple[str, str]]) -> None:
        """Write `passages` (id, text) under `fit`; an id already there is replaced."""

    def remove(self, fit: Fit, ids: Sequence[str]) -> None:
        """Take `ids` out; an unknown id is no error."""

    def nearest(
        self, fit: Fit, text: str, k: int, *, among: Sequence[str] | None = None
    ) -> list[Hit]:
        """Return at most `k` passages by falling similarity; none if no word of `text` is known.

        Of `among` alone, where it is given: every one of them is then compared, and an id that is
        not held is no error.
        """

    def reachable(self, fit: Fit, ids: Sequence[str]) -> set[str]:
        """Return those of `ids` which a query really finds, not only those that are stored.

        A passage without a single word known to `fit` has no direction and is never found.
        """

    def compare(self, fit: Fit, passages: Sequence[tuple[str, str]]) -> Compared:
        """Hold `passages` (id, text) as they read now against what was stored."""

    def held(self, fit: Fit) -> Iterator[Sequence[str]]:
        """Yield the ids of all that is held, some at a time."""

    def count(self, fit: Fit) -> int:
        """Return how many passages are held."""

    def discard(self, fit: Fit) -> None:
        """Drop the collection of an old fit; one already gone is no error."""

    def discard_others(self, scope: str, keep: Fit | None, *, begun_before: datetime) -> int:
        """Drop what builds for `scope` left behind that were cut off; return how many.

        Only what was begun before that instant (aware), since another may be building now.
        """


class Loader(Protocol):
    """Brings files into the library; an archive comes piece by piece and is never loaded whole."""

    def sources(self, paths: Sequence[str]) -> Iterator[Source]:
        """Yield the files in some folders, and below them, in the order of their names."""
        ...

    def columns(self, source: Source, declared: str = "") -> Columns | None:
        """Return what a table's columns hold: guessed or as a file says; NotAllowed if it fails."""
        ...

    def headings(self, source: Source) -> Columns | None:
        """Return a table's columns for a person to correct: guessed, or named by nobody yet.

        None where it is no table, or cannot be read; loading it says why.
        """
        ...

    def load(
        self,
        source: Source,
        columns: Columns | None = None,
        *,
        known: Callable[[str], bool] | None = None,
        read: Callable[[int], None] | None = None,
    ) -> Iterator[Loaded]:
        """Yield what a source holds, and what of it stays outside with the reason; never raises.

        `known` tells by the SHA-256 of a file's or message's bytes what need not be read again.
        `read` is told how many bytes are done.
        """
        ...


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Uploaded files in a folder of this machine, for as long as they are read.

    `paths` are what a Loader reads, `refused` are files that could not be laid out. `places` say
    what the folder of each path (it holds nothing else) is called for people.
    """

    paths: tuple[str, ...]
    refused: tuple[UnreadableFile, ...]
    places: Mapping[str, str]

    def named(self, path: str) -> str:
        """Return what a path, or a place in the file there, is called for people."""
        folder, slash, name = path.rpartition("/")
        place = self.places.get(folder + slash)
        return path if place is None else place + name


class Uploads(Protocol):
    """Lays uploaded files out where a Loader can read them."""

    def laid_out(self, files: Iterable[tuple[str, bytes]]) -> AbstractContextManager[LaidOut]:
        """Lay out files (name, content), archives unpacked; they are gone when the context ends.

        An archive that unpacks to too much, or is damaged or locked, is refused with the reason.
        """
        ...
