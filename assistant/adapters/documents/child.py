"""The process in which one document is read: it has little time, little memory and no secrets.

Standard input is the document behind one line of JSON that says what it is and what it may use;
standard output is one JSON document. The limits hold before the first byte is looked at.
"""

import importlib
import json
import resource
import signal
import sys
import time
from collections.abc import Mapping
from contextlib import suppress

from assistant.adapters.documents.archive import DAMAGED, LOCKED, TOO_LARGE
from assistant.adapters.documents.found import Budget, CannotBeReadError, Found, Reader

# The module and the function that read each kind; only the one that is needed is loaded.
READERS: Mapping[str, tuple[str, str]] = {
    "pdf": ("pdf", "read_pdf"),
    "docx": ("word", "read_word"),
    "xlsx": ("sheets", "read_sheets"),
    "pptx": ("slides", "read_slides"),
    "odf": ("open_document", "read_open_document"),
    "doc": ("containers", "read_old_word"),
    "msg": ("containers", "read_item"),
    "rtf": ("plain", "read_rich"),
}
# openpyxl would load numpy where it finds it, which takes a second and much memory.
_NOT_WANTED = ("numpy", "pandas")


def main() -> None:
    """Read the document on standard input and print what it says."""
    told = json.loads(sys.stdin.buffer.readline())
    _limit(told["seconds"], told["memory"], told["output"])
    for name in _NOT_WANTED:
        sys.modules[name] = None  # type: ignore[assignment]  # this is how an import is refused
    found = _read(told["kind"], told["characters"], told["seconds"])
    text = found.text[: told["characters"]]
    sys.stdout.write(json.dumps([text, found.problem, found.pages, len(found.text) > len(text)]))
    sys.stdout.flush()


def _read(kind: str, characters: int, seconds: float) -> Found:
    """Return what a document says; every failure becomes a sentence."""
    if kind == "locked":
        return Found("", LOCKED)
    module, function = READERS[kind]
    reader: Reader = getattr(
        importlib.import_module(f"assistant.adapters.documents.{module}"), function
    )
    content = sys.stdin.buffer.read()
    # What has been read so far has to be handed over before the time is up.
    budget = Budget(characters, seconds * 0.6, time.process_time)
    try:
        return reader(content, budget)
    except CannotBeReadError as error:
        return Found("", str(error))
    except MemoryError:
        return Found("", TOO_LARGE)
    except Exception:  # noqa: BLE001 - whatever a library meets in a broken document
        return Found("", DAMAGED)


def _limit(seconds: float, memory: int, output: int) -> None:
    """Bound this process for good: processor time, wall clock, memory, files."""
    processor = int(seconds) + 1
    signal.alarm(3 * processor)
    for what, limit in (
        (resource.RLIMIT_CPU, processor),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_CORE, 0),
    ):
        # Some systems do not know every limit; the clock of the parent holds anyway.
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (limit, limit))
