"""The catalogues of translated words: kept as .po files, compiled when a program starts.

A compiled catalogue is derived, so it lies in the data folder and not beside the sources.
"""

import os
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent / "locale"


def compiled(folder: Path, language: str) -> list[str]:
    """Compile the catalogue of a language below a folder where that is due; return LOCALE_PATHS.

    `language` is that of the settings, such as cy; for one without a catalogue there is no path.
    Programs that start at once each write a file of their own and put it in place whole.
    """
    source = SOURCES / language / "LC_MESSAGES" / "django.po"
    if not source.exists():
        return []
    place = folder / language / "LC_MESSAGES" / "django.mo"
    if not place.exists() or place.stat().st_mtime < source.stat().st_mtime:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        place.parent.mkdir(parents=True, exist_ok=True)
        own = place.with_suffix(f".{os.getpid()}")
        with source.open("rb") as words, own.open("wb") as file:
            write_mo(file, read_po(words, locale=language))
        own.replace(place)
    return [str(folder)]
