"""The words of a calendar invitation (RFC 5545): what a reader would want to see of it."""

import re

_SHOWN = {"SUMMARY": "Subject", "DTSTART": "Begins", "DTEND": "Ends", "LOCATION": "Where"}
_LINE = re.compile(r"([A-Z-]{2,40})((?:;[^:\n]{0,500})?):(.*)")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_MOST_LINES = 2000


def invitation_text(source: str) -> str:
    """Return the first event of a calendar object as lines of text; "" where there is none."""
    unfolded = re.sub(r"\r?\n[ \t]", "", source).splitlines()[:_MOST_LINES]
    shown: list[str] = []
    description = ""
    within = False
    for line in unfolded:
        upper = line.strip().upper()
        if upper in {"BEGIN:VEVENT", "BEGIN:VTODO"}:
            within = True
        elif upper in {"END:VEVENT", "END:VTODO"}:
            break
        found = _LINE.match(line) if within else None
        if not found:
            continue
        name, value = found.group(1), _plain(found.group(3))
        if name in _SHOWN and value:
            shown.append(f"{_SHOWN[name]}: {value}")
        elif name == "DESCRIPTION":
            description = description or value
    return "\n".join([*shown, "", description]).strip()


def _plain(value: str) -> str:
    """Return a value with its escapes undone (RFC 5545 section 3.3.11)."""
    return _ESCAPED.sub(
        lambda found: "\n" if found.group(1) in "nN" else found.group(1), value
    ).strip()
