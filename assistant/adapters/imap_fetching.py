"""One UID FETCH and its answer, read fast where the server answers as servers do."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from imapclient.exceptions import IMAPClientError
from imapclient.response_parser import parse_fetch_response

from assistant.adapters.imap_reading import number_set
from assistant.adapters.imap_wire import Client

Answer = dict[int, dict[bytes, Any]]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH = {name.encode(): number for number, name in enumerate(MONTHS, start=1)}
# What a server says of one message, up to its text if that was asked for (RFC 3501 section 7.4.2).
USUAL = re.compile(
    rb"\d+ \((?:(?:"
    rb"UID (?P<uid>\d+)"
    rb"|RFC822\.SIZE (?P<size>\d+)"
    rb'|INTERNALDATE "(?P<day>[ \d]\d)-(?P<month>[A-Z][a-z]{2})-(?P<year>\d{4})'
    rb" (?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
    rb' (?P<zone>[-+])(?P<hours>\d\d)(?P<minutes>\d\d)"'
    rb"|BODY\[\] (?P<text>\{\d+\})"
    rb") ?)+\)?"
)


def fetch(client: Client, uids: Sequence[int], items: Iterable[str]) -> Answer:
    """Ask for `items` of these messages, and return what was said of each of them by item.

    Times are aware. What the server says besides, of other messages, is left out. Raises one of
    UNREADABLE where it refuses or its answer makes no sense.
    """
    verdict, lines = client.wire.uid("FETCH", number_set(uids), f"({' '.join(items)})")
    if verdict != "OK":
        raise IMAPClientError(f"fetch failed: {lines[0]!r}")
    try:
        answer = usual(lines)
    except (ValueError, LookupError):
        # IMAPClient's parser reads whatever is allowed, letter by letter, and takes ten times as
        # long.
        answer = dict(parse_fetch_response(lines, normalise_times=False))
    return {uid: answer[uid] for uid in uids if uid in answer}


def usual(lines: Sequence[Any]) -> Answer:
    """Read the lines of an answer; raises ValueError or LookupError at an unusual one."""
    found: Answer = {}
    if lines == [None]:
        return found
    text_open = False
    for line in lines:
        if text_open:
            if line != b")":
                raise ValueError("more after the text")
            text_open = False
            continue
        head, text = line if isinstance(line, tuple) else (line, None)
        uid, items = _said(head, text)
        text_open = text is not None
        found.setdefault(uid, {}).update(items)
    if text_open:
        raise ValueError("no end after the text")
    return found


def _said(head: bytes, text: bytes | None) -> tuple[int, dict[bytes, Any]]:
    said = USUAL.fullmatch(head)
    ending = b")" if text is None else b"{%d}" % len(text)
    if said is None or said["uid"] is None or not head.endswith(ending):
        raise ValueError("an unusual line")
    if (said["text"] is None) != (text is None):
        raise ValueError("text without its length, or length without its text")
    items: dict[bytes, Any] = {}
    if said["size"] is not None:
        items[b"RFC822.SIZE"] = int(said["size"])
    if said["year"] is not None:
        items[b"INTERNALDATE"] = _moment(said)
    if text is not None:
        items[b"BODY[]"] = text
    return int(said["uid"]), items


def _moment(said: re.Match[bytes]) -> datetime:
    zone = timedelta(hours=int(said["hours"]), minutes=int(said["minutes"]))
    clock = datetime(  # noqa: DTZ001 (its zone comes in the next line)
        int(said["year"]),
        MONTH[said["month"]],
        int(said["day"]),
        int(said["hour"]),
        int(said["minute"]),
        int(said["second"]),
    )
    return (clock - zone if said["zone"] == b"+" else clock + zone).replace(tzinfo=UTC)
