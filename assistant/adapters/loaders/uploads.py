"""Lays uploaded files out in a folder, each in one of its own, and unpacks archives within bounds.

Nothing of a name leads out of the folder, and no archive is believed: what it unpacks to is counted
while it is unpacked.
"""

import errno
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from assistant.adapters.loaders.loader import is_litter
from assistant.domain.library.precedents import UnreadableFile
from assistant.ports import LaidOut

LARGEST_UNPACKED = 400_000_000
MOST_IN_ARCHIVE = 5_000
_CHUNK = 1 << 20
_LONGEST_NAME = 150
_BOMB = (
    "It unpacks to more than 400 MB or 5,000 files. Unpack it, and upload the files a few at a "
    "time."
)
_DAMAGED = "The archive is damaged. Pack it again, or upload the files by themselves."
_LOCKED = "The archive is locked with a password. Pack it without one, or upload the files."
_UNUSUAL = (
    "The archive is packed in a way that is not read here. Pack it as an ordinary .zip, or upload "
    "the files by themselves."
)
_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class UploadFolder:
    """Lays files out under the temporary folder of the system; see `ports.Uploads`."""

    @contextmanager
    def laid_out(self, files: Iterable[tuple[str, bytes]]) -> Iterator[LaidOut]:
        """Yield the files where they can be read; they are gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="foi-import-") as root:
            laying = _Laying(Path(root))
            for name, content in files:
                laying.take(name, content)
            yield LaidOut(tuple(laying.paths), tuple(laying.refused), laying.places)


class _Refused(Exception):
    """Why an archive is not unpacked, in a sentence."""


class _Laying:
    """The folder while it is being filled."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.paths: list[str] = []
        self.refused: list[UnreadableFile] = []
        self.places: dict[str, str] = {}

    def take(self, name: str, content: bytes) -> None:
        """Lay out one file; of an archive, what it holds."""
        if Path(name).suffix.lower() != ".zip":
            self._place(name).write_bytes(content)
            return
        before = len(self.paths)
        archive = self.root / "archive.zip"
        archive.write_bytes(content)
        try:
            self._unpack(name, archive)
        except _Refused as refused:
            self._take_back(before)
            self.refused.append(UnreadableFile(name, str(refused)))
        finally:
            archive.unlink()

    def _place(self, name: str, within: str = "") -> Path:
        """Return where a file goes: its own folder, under its own name made harmless."""
        *parents, last = _steps(name) or ("file",)
        folder = self.root / f"{len(self.places):06}"
        folder.mkdir()
        self.places[f"{folder}/"] = "".join(f"{each}/" for each in (within, *parents) if each)
        place = folder / _harmless(last)
        self.paths.append(str(place))
        return place

    def _take_back(self, before: int) -> None:
        """Remove what was laid out of an archive that is refused."""
        for path in self.paths[before:]:
            Path(path).unlink(missing_ok=True)
        del self.paths[before:]

    def _unpack(self, name: str, archive: Path) -> None:
        """Unpack an archive piece by piece; raises _Refused."""
        try:
            with zipfile.ZipFile(archive) as opened:
                self._entries(name, opened)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno == errno.ENOSPC:
                raise
            raise _Refused(_DAMAGED) from error
        except (NotImplementedError, RuntimeError) as error:
            raise _Refused(_UNUSUAL) from error

    def _entries(self, name: str, opened: zipfile.ZipFile) -> None:
        entries = [each for each in opened.infolist() if not each.is_dir()]
        entries = [each for each in entries if not any(map(is_litter, _steps(each.filename)))]
        if len(entries) > MOST_IN_ARCHIVE:
            raise _Refused(_BOMB)
        if any(each.flag_bits & 1 for each in entries):
            raise _Refused(_LOCKED)
        # Others unpack a piece to any size at once, so that it could not be stopped half-way.
        if any(each.compress_type not in _READ for each in entries):
            raise _Refused(_UNUSUAL)
        left = LARGEST_UNPACKED
        for entry in entries:
            with (
                opened.open(entry) as packed,
                self._place(entry.filename, within=name).open("wb") as file,
            ):
                while piece := packed.read(_CHUNK):
                    left -= len(piece)
                    if left < 0:
                        raise _Refused(_BOMB)
                    file.write(piece)


def _steps(name: str) -> tuple[str, ...]:
    """Return the folders and the name of an entry, without steps up that lead nowhere."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return tuple(each for each in parts if each not in {"/", "..", "."})


def _harmless(name: str) -> str:
    """Return a name that any file system takes, with its ending."""
    plain = "".join(c if c.isprintable() and c not in "/\\" else "_" for c in name)
    plain = plain.encode("utf-8", "replace").decode("utf-8")
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending.encode()) > _LONGEST_NAME // 2:
        stem, dot, ending = plain, "", ""
    room = _LONGEST_NAME - len(f"{dot}{ending}".encode())
    stem = stem.encode()[:room].decode("utf-8", "ignore")
    return f"{stem}{dot}{ending}" if stem.strip(". ") else f"file{dot}{ending}"
