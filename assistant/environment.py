"""The settings as text, from the environment and `.env`, and those that a clock alone needs.

Nothing slow is loaded here, so that `due` starts at once; config.py checks all settings.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Literal, cast, get_args

from dotenv import dotenv_values

AuthorityClock = Literal["foi", "school", "archives"]
Terms = tuple[tuple[date, date], ...]
BANK_HOLIDAYS = "FOI_BANK_HOLIDAYS"
AUTHORITY_CLOCK = "FOI_AUTHORITY_CLOCK"
SCHOOL_TERMS = "FOI_SCHOOL_TERMS"
SECRETS_FOLDER = "FOI_SECRETS_FOLDER"
# Settings whose names do not begin with FOI_, because other programs know them, too.
SHARED_NAMES = frozenset({"DATABASE_URL", "CHROMA_URL"})
TERMS_ARE_MISSING = "a school’s clock needs its terms, such as 2026-09-02/2026-10-23"


@dataclass(frozen=True, slots=True)
class ClockSettings:
    """The settings of the clock: the authority's kind, a school's terms, a file of GOV.UK."""

    authority_clock: AuthorityClock = "foi"
    school_terms: Terms = ()
    bank_holidays: str = ""


def values(
    environ: Mapping[str, str] | None = None, env_file: Path | None = None
) -> dict[str, str]:
    """Return every variable: the environment wins over files of secrets, and those over `.env`.

    Raises ValueError with one line where a file of secrets cannot be read.
    """
    read = {k: v for k, v in dotenv_values(env_file or Path(".env")).items() if v is not None}
    given = dict(os.environ if environ is None else environ)
    folder = given.get(SECRETS_FOLDER, read.get(SECRETS_FOLDER, "")).strip()
    return read | (secrets(Path(folder).expanduser()) if folder else {}) | given


def secrets(folder: Path) -> dict[str, str]:
    """Return the settings that files of a folder hold, each named as its setting, in any case.

    So do Docker and Kubernetes hand over secrets. The end of the last line is no part of one. A
    folder that is not there holds none; files with other names are left alone. Raises ValueError
    where a file cannot be read, for a program without its password must not start.
    """
    found = {}
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        name = file.name.upper()
        if file.is_file() and (name.startswith("FOI_") or name in SHARED_NAMES):
            try:
                found[name] = file.read_text(encoding="utf-8").rstrip("\r\n")
            except (OSError, UnicodeError) as error:
                reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
                raise ValueError(f"{SECRETS_FOLDER}: {file} cannot be read: {reason}.") from error
    return found


def clock_settings(
    environ: Mapping[str, str] | None = None, env_file: Path | None = None
) -> ClockSettings:
    """Read the settings of the clock and no others.

    Raises ValueError with one line that names the setting and says what would be right.
    """
    given = values(environ, env_file)
    kind = given.get(AUTHORITY_CLOCK, "").strip() or "foi"
    if kind not in get_args(AuthorityClock):
        raise ValueError(
            f"{AUTHORITY_CLOCK}: “{kind}” is none of {', '.join(get_args(AuthorityClock))}."
        )
    try:
        terms = read_terms(given.get(SCHOOL_TERMS, ""))
    except ValueError as fault:
        raise ValueError(f"{SCHOOL_TERMS}: {fault}.") from fault
    file = given.get(BANK_HOLIDAYS, "").strip()
    path = str(Path(file).expanduser().absolute()) if file else ""
    return ClockSettings(cast("AuthorityClock", kind), terms, path)


def read_terms(text: str) -> Terms:
    """Read a school's terms: first and last day with "/" between, several separated by commas.

    A half-term stands between two of them. They are returned in their order; raises ValueError for
    what is no such pair, or overlaps another.
    """
    terms = sorted(_term(piece.strip()) for piece in text.split(",") if piece.strip())
    for earlier, later in pairwise(terms):
        if later[0] <= earlier[1]:
            raise ValueError(f"the term from {later[0]} begins before that from {earlier[0]} ends")
    return tuple(terms)


def _term(piece: str) -> tuple[date, date]:
    """Read one term."""
    first, _, last = piece.partition("/")
    try:
        term = date.fromisoformat(first.strip()), date.fromisoformat(last.strip())
    except ValueError:
        raise ValueError(f"“{piece}” is not a term; write it like 2026-09-02/2026-10-23") from None
    if term[1] < term[0]:
        raise ValueError(f"the term “{piece}” ends before it begins")
    return term
