"""The XML parts of a zip, read without believing what it says of itself."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import IO
from xml.parsers import expat

from lxml import etree  # type: ignore[import-untyped]  # no types

from assistant.adapters.documents.found import CannotBeReadError

# No letter has a part of this size, even unpacked; what is larger is made to exhaust a reader.
_LARGEST_PART = 32_000_000
_MOST_PARTS = 5_000
_CHUNK = 65_536

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    OSError,
    etree.XMLSyntaxError,
    ValueError,
)

# An element that begins: what reads it, its name, its attributes and their values in turn.
Began = Callable[[expat.XMLParserType, str, Sequence[str]], None]

DAMAGED = "The document is damaged. Ask the requester to send it again, or its text in an e-mail."
TOO_LARGE = (
    "The document unpacks to more than any letter. Do not open it; ask the requester to send its "
    "text in an e-mail."
)
LOCKED = "The document is locked with a password. Ask the requester for one without, or for it."


class Archive:
    """A zip held in memory."""

    def __init__(self, content: bytes) -> None:
        """Open it; raises CannotBeReadError where it is no zip, or lists too many parts."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
            raise CannotBeReadError(DAMAGED) from error
        if len(self._zip.infolist()) > _MOST_PARTS:
            raise CannotBeReadError(TOO_LARGE)
        if any(each.flag_bits & 1 for each in self._zip.infolist()):
            raise CannotBeReadError(LOCKED)

    def names(self) -> list[str]:
        """Return the names of its parts."""
        return self._zip.namelist()

    def part(self, name: str) -> bytes:
        """Return a part unpacked, or empty bytes where there is none."""
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(name) as opened:
                for piece in _chunks(opened):
                    size += len(piece)
                    if size > _LARGEST_PART:
                        raise CannotBeReadError(TOO_LARGE)
                    pieces.append(piece)
        except KeyError:
            return b""
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
            raise CannotBeReadError(DAMAGED) from error
        return b"".join(pieces)

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of an XML part, or None where there is none.

        Entities are not resolved and nothing is fetched (billion laughs, XXE).
        """
        content = self.part(name)
        if not content.strip():
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            return etree.fromstring(content, parser=parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            # What libxml2 says where memory runs out, or a text is longer than any.
            short = any(word in str(error).lower() for word in ("memory", "huge", "unknown error"))
            raise CannotBeReadError(TOO_LARGE if short else DAMAGED) from error

    def walk(self, name: str, began: Began, goes_on: Callable[[], bool] = lambda: True) -> bool:
        """Tell of each element of an XML part as it begins; return False where it was stopped.

        Nothing of the part is kept, so that it may be of any size; `goes_on` is asked between
        pieces of it. A document type is refused: no part has one (ECMA-376 part 2 annex A), and
        entities cannot swell what is not there. Raises CannotBeReadError as `xml`.
        """
        parser = expat.ParserCreate()
        parser.ordered_attributes = True
        parser.StartElementHandler = partial(began, parser)
        parser.StartDoctypeDeclHandler = _refuse
        try:
            with self._zip.open(name) as opened:
                for piece in _chunks(opened):
                    if not goes_on():
                        return False
                    parser.Parse(piece, False)  # noqa: FBT003 - the name is not to be said
                parser.Parse(b"", True)  # noqa: FBT003 - as above
        except KeyError:
            return True
        except (*_BROKEN, expat.ExpatError) as error:
            raise CannotBeReadError(DAMAGED) from error
        return True


def mended_tree(content: bytes) -> etree._Element | None:
    """Return the root of some XML, as far as it can be made out; None where nothing can."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    return etree.fromstring(content, parser=parser) if content.strip() else None


def _refuse(*_about: object) -> None:
    raise CannotBeReadError(DAMAGED)


def _chunks(opened: IO[bytes]) -> Iterator[bytes]:
    while piece := opened.read(_CHUNK):
        yield piece
