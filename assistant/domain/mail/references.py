"""Case references ("FOI-2026-00001") in what people write."""

import re

_REFERENCE = re.compile(
    r"(?<![A-Za-z0-9])(FOI|EIR|SAR|BAU"
    r"|MIXED)\s?[-\u2010-\u2015/ ]\s?(20\d\d)\s?[-\u2010-\u2015/ ]\s?"
    r"(\d{4,6})(?![0-9])",
    re.IGNORECASE,
)


def references_in(text: str) -> tuple[str, ...]:
    """Return the case references in a text, each once, as the register writes them.

    Typing habits are forgiven: lower case, a slash, a space or a long dash for the hyphen, and
    missing leading zeros.
    """
    found = (
        f"{match.group(1).upper()}-{match.group(2)}-{match.group(3).zfill(5)}"
        for match in _REFERENCE.finditer(text)
    )
    return tuple(dict.fromkeys(found))
