"""The words of a calendar invitation (RFC 5545): who invites to what, when and where."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

_SHOWN = {"DTSTART": "Begins", "DTEND": "Ends", "DUE": "Due", "LOCATION": "Where"}
_LINE = re.compile(r"([A-Z-]{2,40})((?:;(?:\"[^\"]{0,500}\"|[^\":\n]){0,40})*):(.*)", re.IGNORECASE)
_FOLD = re.compile(r"\r?\n[ \t]")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_NAME = re.compile(r";CN=(?:\"([^\"]{1,200})\"|([^;:\"]{1,200}))", re.IGNORECASE)
_ZONE = re.compile(r";TZID=\"?([^;:\"]{1,80})", re.IGNORECASE)
_METHODS = {"CANCEL": "Cancelled", "REPLY": "Reply", "COUNTER": "Other time proposed"}
_MOST_LINES = 2000
_EVENTS = frozenset({"BEGIN:VEVENT", "BEGIN:VTODO", "BEGIN:VJOURNAL"})


def invitation_text(source: str) -> str:
    """Return the first event of a calendar object as lines of text; "" where there is none.

    Times are given as they stand, with their zone's name; "UTC" where they are in it.
    """
    shown: dict[str, str] = {}
    description = ""
    for name, parameters, value in _first_event(source):
        if name == "DESCRIPTION":
            description = description or value
        elif name == "SUMMARY":
            shown.setdefault("Subject", value)
        elif name == "METHOD" and value.upper() in _METHODS:
            shown["This is"] = _METHODS[value.upper()]
        elif name == "ORGANIZER":
            shown.setdefault("From", _person(parameters, value))
        elif name in _SHOWN and value:
            shown.setdefault(_SHOWN[name], _when(parameters, value))
    lines = [f"{name}: {value}" for name, value in _ordered(shown) if value]
    return "\n".join([*lines, "", description]).strip()


def _ordered(shown: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in ("This is", "Subject", "From", "Begins", "Ends", "Due", "Where"):
        yield name, shown.get(name, "")


def _first_event(source: str) -> Iterator[tuple[str, str, str]]:
    """Yield name, parameters and value of the method and of each property of the first event."""
    within, reminding = "", False
    for line in _FOLD.sub("", source).splitlines()[:_MOST_LINES]:
        upper = line.strip().upper()
        if not within and upper in _EVENTS:
            within = upper.partition(":")[2]
        elif within and upper == "BEGIN:VALARM":
            reminding = True
        elif reminding:
            # What a reminder says is no part of the invitation.
            reminding = upper != "END:VALARM"
        elif within and upper == f"END:{within}":
            return
        elif (within or upper.startswith("METHOD:")) and (found := _LINE.match(line)):
            yield found[1].upper(), found[2], _plain(found[3])


def _plain(value: str) -> str:
    """Return a value with its escapes undone (RFC 5545 section 3.3.11)."""
    return _ESCAPED.sub(
        lambda found: "\n" if found.group(1) in "nN" else found.group(1), value
    ).strip()


def _person(parameters: str, value: str) -> str:
    """Return a name and an address as people write them."""
    address = re.sub(r"^mailto:", "", value, flags=re.IGNORECASE)
    found = _NAME.search(parameters)
    name = (found[1] or found[2]).strip() if found else ""
    return f"{name} <{address}>" if name and name != address else address


def _when(parameters: str, value: str) -> str:
    """Return an instant or a day as people write it; anything else as it stands."""
    for form, shown in (("%Y%m%dT%H%M%S", "%-d %B %Y, %H:%M"), ("%Y%m%d", "%-d %B %Y")):
        try:
            moment = datetime.strptime(value.removesuffix("Z"), form)  # noqa: DTZ007 - zone below
        except ValueError:
            continue
        zone = _ZONE.search(parameters)
        named = " UTC" if value.endswith("Z") else f" ({zone[1]})" if zone else ""
        return f"{moment.strftime(shown)}{named}"
    return value
