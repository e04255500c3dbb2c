"""Reads a file of bank holidays as GOV.UK publishes it."""

import json
from collections.abc import Mapping
from pathlib import Path

from assistant.domain.errors import NotAllowed
from assistant.domain.law.calendar import from_gov_uk

SOURCE = "https://www.gov.uk/bank-holidays.json"
_WHAT_TO_DO = f"Download it again from {SOURCE}, or set FOI_BANK_HOLIDAYS to the right file."
_LARGEST = 5_000_000


def read_bank_holidays(path: Path) -> Mapping[str, object]:
    """Return the document of a file whose days have all been read once.

    Raises NotAllowed with one line that names the file, the fault, and what to do.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise _wrong(path, "is far too large for a file of bank holidays")
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        from_gov_uk(document)
    except OSError as fault:
        raise _wrong(path, f"cannot be read ({fault.strerror or fault})") from fault
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fault:
        raise _wrong(path, "is not JSON") from fault
    except ValueError as fault:
        raise _wrong(path, f"is wrong: {fault}") from fault
    return document  # type: ignore[no-any-return]  # from_gov_uk has seen that it is an object


def _wrong(path: Path, fault: str) -> NotAllowed:
    """Return the refusal of a file."""
    return NotAllowed(f"FOI_BANK_HOLIDAYS: the file {path} {fault}. {_WHAT_TO_DO}")
