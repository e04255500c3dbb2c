"""The command `export case`: everything that is held about a case, in one zip file."""

import argparse
import os
import tempfile
from pathlib import Path

from assistant.cli.library import library_of
from assistant.cli.shown import complain, tell, tell_json
from assistant.domain.errors import NotAllowed
from assistant.services.export_case import WARNING, export_case, zipped

DID_NOT_WORK = 1


def case(arguments: argparse.Namespace) -> int:
    """Write the archive of a case, whole or not at all, and say where it is."""
    place = Path(arguments.out or f"{arguments.reference}.zip")
    try:
        _refuse_one_that_is_there(place, force=arguments.force)
        files = export_case(arguments.reference, authority_id=library_of())
        write_whole(place, zipped(files, arguments.reference), force=arguments.force)
    except NotAllowed as error:
        complain(str(error))
        return DID_NOT_WORK
    if arguments.json:
        tell_json({"file": str(place), "files": [each.name for each in files]}, one_line=False)
    else:
        tell(f"Written: {place}, {len(files)} files.")
        tell(WARNING)
    return 0


def _refuse_one_that_is_there(place: Path, *, force: bool) -> None:
    """Raise NotAllowed before the work, where it would be for nothing."""
    if place.exists() and not force:
        raise NotAllowed(f"{place} is there already. Choose another --out, or give --force.")


def write_whole(place: Path, content: bytes, *, force: bool) -> None:
    """Write a file that only its owner may read, at once, over none that is there unless forced.

    Raises NotAllowed where that cannot be; then nothing is left of it.
    """
    name = ""
    try:
        with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".export-", delete=False) as made:
            name = made.name
            made.write(content)
            made.flush()
            os.fsync(made.fileno())
        if force:
            Path(name).replace(place)
        else:
            # A link takes no name that is taken, whoever was quicker.
            os.link(name, place)
    except OSError as error:
        raise NotAllowed(
            f"{place} cannot be written: {error.strerror}. Choose another --out."
        ) from error
    finally:
        if name:
            Path(name).unlink(missing_ok=True)
