"""An answer as blocks: each says something, of what sort the words are, and where they are from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Plain = Mapping[str, Any]
# What identifies a requester, by the name of the field that holds it.
IDENTITIES: Mapping[str, str] = {
    "name": "Name",
    "address": "E-mail address",
    "postal_address": "Postal address",
}


class Sort(StrEnum):
    """Where the words of a block come from.

    The last two are a language model's own words: said again from blocks, and verified by code; or
    not verified, with no source.
    """

    FACT = "fact"
    LAW = "law"
    QUOTE = "quote"
    MESSAGE = "message"
    IDENTITY = "identity"
    GAP = "gap"
    PROPOSAL = "proposal"
    NOTE = "note"
    SAID = "said"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Place:
    """A page of ours by its name, what it is asked for, and where on it; "" is the top of it.

    `query` are pairs of its address' query.
    """

    page: str
    args: tuple[str | int, ...] = ()
    fragment: str = ""
    query: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What a block rests on, by a name that people know, and the page that shows it."""

    title: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Some words of an answer with where they come from.

    A quotation has its words as they stand. A proposal is a button: its text is what it says, its
    first source the page that it leads to; nothing is done before somebody does it there.

    Two sorts hold no words but what to look up when somebody reads the answer, so that no copy of
    personal data is kept: an identity names a field of the requester (`IDENTITIES`), a message is
    the id of one that the requester wrote.
    """

    sort: Sort
    text: str
    sources: tuple[Source, ...] = ()


def as_plain(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return blocks as they are stored, and as they are given to another program."""
    return [
        {
            "sort": block.sort.value,
            "text": block.text,
            "sources": [_source_as_plain(source) for source in block.sources],
        }
        for block in blocks
    ]


def from_plain(rows: Sequence[Plain]) -> tuple[Block, ...]:
    """Return stored blocks."""
    return tuple(
        Block(Sort(row["sort"]), row["text"], tuple(_source(each) for each in row["sources"]))
        for row in rows
    )


def _source_as_plain(source: Source) -> dict[str, Any]:
    """Return a source as it is stored."""
    place = source.place
    if place is None:
        return {"title": source.title}
    return {
        "title": source.title,
        "page": place.page,
        "args": list(place.args),
        "fragment": place.fragment,
        "query": [list(pair) for pair in place.query],
    }


def _source(row: Plain) -> Source:
    """Return a stored source."""
    if "page" not in row:
        return Source(row["title"])
    query = tuple((name, value) for name, value in row["query"])
    return Source(row["title"], Place(row["page"], tuple(row["args"]), row["fragment"], query))
