"""The process in which one document is read: it has little time, little memory and no secrets.

Standard input is the document, standard output takes one JSON document. It is forked off by
forking.py; the limits hold before the first byte is looked at.
"""

import importlib
import json
import resource
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from assistant.adapters.documents.archive import DAMAGED, TOO_LARGE
from assistant.adapters.documents.found import Budget, CannotBeReadError, Found, Reader

# The module and the function that read each kind; only those that are needed are loaded.
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

# A kind with this before it is not read: it is asked what it hides.
HIDDEN = "hidden-"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one document may use.

    Characters out, seconds of processor time, bytes of memory, bytes of the answer, and seconds of
    the clock, which the kept process watches.
    """

    characters: int
    seconds: float
    memory: int
    output: int
    patience: float


def reader_of(kind: str) -> Reader:
    """Return what reads a kind of document, and load it if it is not loaded yet."""
    module, function = (
        ("hidden.looking", f"look_into_{kind.removeprefix(HIDDEN)}")
        if kind.startswith(HIDDEN)
        else READERS[kind]
    )
    reader: Reader = getattr(
        importlib.import_module(f"assistant.adapters.documents.{module}"), function
    )
    return reader


def answer(kind: str, bounds: Bounds) -> None:
    """Read the document on standard input and print what it says; this process is bounded then."""
    _limit(bounds)
    found = _read(reader_of(kind), bounds)
    text = found.text[: bounds.characters]
    said = json.dumps([text, found.problem, found.pages, len(found.text) > len(text)])
    with open(1, "wb", closefd=False) as output:
        output.write(said.encode())


def _read(reader: Reader, bounds: Bounds) -> Found:
    """Return what a document says; every failure becomes a sentence."""
    with open(0, "rb", closefd=False) as given:
        content = given.read()
    # What has been read so far has to be handed over before the time is up.
    budget = Budget(bounds.characters, bounds.seconds * 0.6, time.process_time)
    try:
        return reader(content, budget)
    except CannotBeReadError as error:
        return Found("", str(error))
    except MemoryError:
        return Found("", TOO_LARGE)
    except Exception:  # noqa: BLE001 - whatever a library meets in a broken document
        return Found("", DAMAGED)


def _limit(bounds: Bounds) -> None:
    """Bound this process for good: processor time, wall clock, memory, files."""
    processor = int(bounds.seconds) + 1
    signal.alarm(3 * processor)
    for what, limit in (
        (resource.RLIMIT_CPU, processor),
        (resource.RLIMIT_AS, bounds.memory),
        (resource.RLIMIT_FSIZE, bounds.output),
        (resource.RLIMIT_CORE, 0),
    ):
        # Some systems do not know every limit; the clock of the parent holds anyway.
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (limit, limit))
