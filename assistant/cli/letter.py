"""The command `letter`: a letter's plain text as a Word document, a PDF or HTML."""

import argparse
import sys
from pathlib import Path

from assistant import bootstrap
from assistant.cli.shown import complain, tell
from assistant.domain.errors import NotAllowed
from assistant.services.set_letter import Form, day, set_text

DONE, DID_NOT_WORK, WRONG_USE = 0, 1, 2


def letter(arguments: argparse.Namespace) -> int:
    """Write the documents that are asked for, and say where they are."""
    wanted = [(form, place) for form in Form if (place := getattr(arguments, form.value))]
    if not wanted:
        complain("Say what to make of the letter: --docx, --pdf or --html, each with a file.")
        return WRONG_USE
    try:
        dated = day(arguments.date, bootstrap.clock())
    except NotAllowed as error:
        complain(str(error))
        return WRONG_USE
    settings = arguments.settings
    typesetter = bootstrap.typesetter(settings)
    try:
        text = _read(arguments.letter)
        for form, place in wanted:
            made = set_text(
                text,
                form,
                typesetter=typesetter,
                authority=settings.authority_name,
                address=settings.authority_address,
                reference=arguments.reference,
                dated=dated,
                draft=arguments.draft,
            )
            _write(place, made)
    except NotAllowed as error:
        complain(str(error))
        return DID_NOT_WORK
    return DONE


def _read(name: str) -> str:
    """Read the letter, "-" for standard input; raises NotAllowed where that fails."""
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise NotAllowed(f"{name} cannot be read: {error.strerror}. Check its name.") from error
    return raw.decode("utf-8-sig", "replace")


def _write(name: str, content: bytes) -> None:
    """Write a document; raises NotAllowed where that fails."""
    try:
        Path(name).write_bytes(content)
    except OSError as error:
        raise NotAllowed(
            f"{name} cannot be written: {error.strerror}. Choose another place."
        ) from error
    tell(f"Written: {name}")
