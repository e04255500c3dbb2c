"""Threads and pairs of request and response as request sites export them, from JSON objects.

Read are WhatDoTheyKnow's own (Alaveteli: `info_request_events`), threads with `events` or
`messages` that say their direction, and records of one request with its response.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from html import unescape

from assistant.domain.library.columns import day_of, outcome_of, sections_of
from assistant.domain.library.exchanges import NO_RESPONSE, Speaker, Turn, exchanges, speaker_of
from assistant.domain.library.precedents import LeftOut, Loaded, Precedent, UnreadableFile

Record = Mapping[str, object]
NO_RECORD = (
    "It is no thread that is known here: it has neither events nor messages, nor a request with "
    "its response."
)

# For each thing the names that exports give it, the likeliest first.
_TURNS = ("events", "messages", "info_request_events", "correspondence", "thread")
_TEXT = ("text", "body", "content", "snippet", "plain_text", "message")
_SPOKEN_BY = ("direction", "event_type", "from", "sender", "role", "type")
_AT = ("at", "created_at", "date", "sent_at", "received_at", "datetime")
_IDENT = ("thread", "id", "url_title", "reference", "ref", "number")
_TITLE = ("title", "subject", "summary", "name")
_REQUEST = ("request_text", "request", "question", "asked", "query")
_RESPONSE = ("response_text", "response", "answer", "reply", "text")
_AUTHORITY = ("authority", "public_body", "organisation", "body_name")
_REFERENCE = ("reference", "ref", "case_reference")
_SPEAKERS: Mapping[str, Speaker] = {
    # Directions are those of a request site: what goes out of it is the requester's.
    "outgoing": Speaker.REQUESTER,
    "sent": Speaker.REQUESTER,
    "followup_sent": Speaker.REQUESTER,
    "requester": Speaker.REQUESTER,
    "applicant": Speaker.REQUESTER,
    "incoming": Speaker.AUTHORITY,
    "response": Speaker.AUTHORITY,
    "authority": Speaker.AUTHORITY,
    "public_body": Speaker.AUTHORITY,
}
# Events of Alaveteli that are no letters.
_NO_LETTERS = frozenset({"status_update", "comment", "edit", "hide", "overdue", "very_overdue",
                         "embargo_expiring", "close", "report_request"})  # fmt: skip
_TAG = re.compile(r"<[^<>]{1,500}>")
_BREAK = re.compile(r"<(?:br|/p|/div)\s*/?>", re.IGNORECASE)


def precedents_of(record: object, *, source: str) -> Iterator[Loaded]:
    """Yield every response of a record with its request, or why there is none."""
    if not isinstance(record, dict):
        yield UnreadableFile(source, NO_RECORD)
        return
    turns = next((found for key in _TURNS if isinstance(found := record.get(key), list)), None)
    if turns is not None:
        yield from _of_thread(record, turns, source)
    elif (answer := _said(record, _RESPONSE)) and (asked := _said(record, _REQUEST)):
        yield _precedent(record, source, asked, answer, _day(record))
    else:
        yield UnreadableFile(source, NO_RECORD)


def _of_thread(record: Record, listed: Sequence[object], source: str) -> Iterator[Loaded]:
    """Yield the responses of a thread."""
    turns = [turn for each in listed if isinstance(each, dict) and (turn := _turn(each))]
    found = list(exchanges(turns))
    for each in found:
        several = f"-{each.position}" if len(found) > 1 else ""
        yield _precedent(record, source, each.request, each.response, each.dated, several)
    if not found:
        yield LeftOut(source, NO_RESPONSE)


def _turn(event: Record) -> Turn | None:
    """Return a message of a thread, or None where an event is none."""
    said = str(event.get("event_type") or "")
    text = _said(event, _TEXT)
    if said in _NO_LETTERS or not text:
        return None
    known = (_SPEAKERS.get(str(event.get(key) or "").strip().lower()) for key in _SPOKEN_BY)
    speaker = next((each for each in known if each is not None), None) or speaker_of(text)
    kind = str(event.get("kind") or "")
    return Turn(speaker, text, _day(event), kind)


def _precedent(
    record: Record, source: str, asked: str, answer: str, dated: date | None, several: str = ""
) -> Precedent:
    """Return a response as the library takes it."""
    ident = _said(record, _IDENT) or source.rpartition("/")[2]
    given = record.get("sections")
    sections = ", ".join(map(str, given)) if isinstance(given, list) else str(given or "")
    return Precedent(
        ident=ident + several,
        title=_said(record, _TITLE) or ident,
        text=answer,
        request=asked,
        reference=(_said(record, _REFERENCE) or ident)[:100],
        dated=dated or _day(record),
        outcome=outcome_of(_said(record, ("outcome",))),
        sections=sections_of(sections),
        authority=_said(record, _AUTHORITY),
        source=source + several,
        kind="thread",
        people=tuple(filter(None, (_said(record, ("user", "requester", "requester_name")),))),
    )


def _said(record: Record, names: Sequence[str]) -> str:
    """Return the first of some values that is there, as text; of an object, its name."""
    for name in names:
        value = record.get(name)
        if isinstance(value, dict):
            value = value.get("name") or value.get("body") or value.get("text")
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return _plain(str(value)) if name == "snippet" else str(value).strip()
    return ""


def _plain(markup: str) -> str:
    """Return the words of the little markup that a site puts into its snippets."""
    return unescape(_TAG.sub("", _BREAK.sub("\n", markup))).strip()


def _day(record: Record) -> date | None:
    """Return the day of a message or record, as its own time zone has it."""
    words = _said(record, _AT)
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        return day_of(words)
