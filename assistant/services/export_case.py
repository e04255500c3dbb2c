"""Everything that is held about a case, as files with an index: what a person may have to disclose.

The same case gives the same bytes, whenever it is exported. It holds personal data throughout.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import BinaryField, Model

from assistant.domain.errors import NotAllowed
from assistant.domain.law.clock import LONDON
from assistant.store import models
from assistant.store.packing import unpack

WARNING = (
    "This archive holds personal data: of the requester, of staff, and of whoever is named in\n"
    "a message, a letter or a file. It also holds drafts, reasons and advice that nobody\n"
    "outside has seen. Nothing has been taken out. Before any of it is disclosed, a person has\n"
    "to go through it (sections 40, 42 and others of FOIA; the UK GDPR for a subject access\n"
    "request).\n"
)
_ABOUT: tuple[tuple[str, str], ...] = (
    ("case.json", "the case, its requester, clock, parts, searches, reasons, estimates and links"),
    ("history.json", "everything that happened, by whom and why, with the chain of digests"),
    ("messages/", "each message as it came (.eml) and as it was read (.json)"),
    ("letters/", "each approved letter as it left (.eml), with approval and delivery (.json)"),
    ("drafts/", "each draft: its text (.txt), its versions, findings and proposals (.json)"),
    ("files/", "the files that people added"),
    ("questions.json", "what people asked the assistant about the case, and its answers"),
    ("model-calls.json", "each call of a language model, whole: its prompt, what it saw and said"),
    ("manifest.json", "the SHA-256 of each file here"),
)
_UNFIT = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80
# The earliest day that a zip can hold: when an archive was made is no part of the case.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One file of an archive."""

    name: str
    content: bytes


def export_case(reference: str, *, authority_id: int) -> tuple[ExportedFile, ...]:
    """Return the files of a case in their order, the index first.

    Raises NotAllowed where the authority has no such case.
    """
    rows = models.Case.objects.select_related("authority", "requester", "officer", "parent")
    case = rows.filter(reference=reference, authority_id=authority_id).first()
    if case is None:
        raise NotAllowed(f"There is no case {reference}. Look at the list of cases for its number.")
    files = [each for part in _PARTS for each in part(case)]
    manifest = {each.name: hashlib.sha256(each.content).hexdigest() for each in files}
    return (_index(case, files), *files, _json("manifest.json", manifest))


def zipped(files: Sequence[ExportedFile], folder: str) -> bytes:
    """Return files as a zip, under one folder; the same files give the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in files:
            entry = zipfile.ZipInfo(f"{folder}/{each.name}", _NO_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, each.content)
    return held.getvalue()


def _index(case: models.Case, files: Sequence[ExportedFile]) -> ExportedFile:
    """Return what a person reads first: what this is, what is where, and what happened."""
    lines = [
        f"{case.reference}: {case.title}",
        f"{case.authority.name}. Received {case.received_on:%-d %B %Y}.",
        "",
        WARNING,
        "What is where",
        *(f"- {name}: {about}" for name, about in _ABOUT),
        "",
        "What happened",
        *(
            f"- {event.at.astimezone(LONDON):%-d %B %Y, %H:%M}: {event.get_kind_display()}"
            f"{f' ({event.actor.shown_name})' if event.actor else ''}"
            for event in _events(case)
        ),
        "",
        "Files",
        *(f"- {each.name} ({len(each.content):,} bytes)" for each in files),
        "",
    ]
    return ExportedFile("README.txt", "\n".join(lines).encode())


def _the_case(case: models.Case) -> Iterator[ExportedFile]:
    parts = case.parts.order_by("position")
    yield _json(
        "case.json",
        {
            "case": _row(case),
            "requester": _row(case.requester) if hasattr(case, "requester") else None,
            "clock_events": _rows(case.clock_events.order_by("pk")),
            "parts": [
                {**_row(part), "searches": _rows(part.searches.order_by("pk"))} for part in parts
            ],
            "reasoning": _rows(case.reasoning.order_by("pk")),
            "estimates": _rows(case.estimate_rows.order_by("pk")),
            "answers_elsewhere": _rows(case.answers_elsewhere.order_by("pk")),
            "links": _rows(case.links_to_later.order_by("pk"))
            + _rows(case.links_to_earlier.order_by("pk")),
            "merged_into_this": [each.reference for each in case.merged.order_by("pk")],
        },
    )


def _history(case: models.Case) -> Iterator[ExportedFile]:
    yield _json(
        "history.json",
        [
            {**_row(event), "reason": event.note.text if hasattr(event, "note") else ""}
            for event in _events(case)
        ],
    )


def _messages(case: models.Case) -> Iterator[ExportedFile]:
    placed = case.case_messages.select_related("message__raw", "draft")
    for number, each in enumerate(placed.order_by("message__received_at", "pk"), start=1):
        message = each.message
        said = {
            "place_on_the_case": _row(each),
            "message": _row(message),
            "deliveries": _rows(message.deliveries.order_by("pk")),
            "files": _rows(message.attachment_texts.order_by("position")),
        }
        yield _json(f"messages/{number:03}.json", said)
        if hasattr(message, "raw"):
            yield ExportedFile(f"messages/{number:03}.eml", unpack(message.raw.compressed))


def _letters(case: models.Case) -> Iterator[ExportedFile]:
    for number, letter in enumerate(case.letters.order_by("approved_at", "pk"), start=1):
        name = f"letters/{number:03}-{letter.kind}"
        said = {
            "letter": _row(letter),
            "outbox": _row(letter.outbox) if hasattr(letter, "outbox") else None,
            "addressees": _rows(letter.addressees.order_by("pk")),
            "delivery_reports": _rows(letter.reports.order_by("pk")),
            "quality_reviews": _rows(letter.quality_reviews.order_by("pk")),
        }
        yield _json(f"{name}.json", said)
        yield ExportedFile(f"{name}.eml", unpack(letter.compressed))


def _drafts(case: models.Case) -> Iterator[ExportedFile]:
    for number, draft in enumerate(case.drafts.order_by("queued_at", "pk"), start=1):
        name = f"drafts/{number:03}-{draft.kind}"
        text = "".join(str(block.get("text", "")) for block in draft.blocks)
        yield ExportedFile(f"{name}.txt", text.encode())
        said = {
            "draft": _row(draft),
            "enclosures": [each.name for each in draft.enclosures.order_by("pk")],
            "versions": _rows(draft.versions.order_by("number")),
            "read_by": _rows(draft.readings.order_by("pk")),
        }
        yield _json(f"{name}.json", said)


def _files(case: models.Case) -> Iterator[ExportedFile]:
    for number, each in enumerate(case.files.order_by("added_at", "pk"), start=1):
        name = _UNFIT.sub("_", each.name)[-_LONGEST_NAME:].lstrip(".") or "file"
        yield ExportedFile(f"files/{number:03}-{name}", unpack(each.compressed))


def _questions(case: models.Case) -> Iterator[ExportedFile]:
    yield _json("questions.json", _rows(case.questions.order_by("asked_at", "pk")))


def _model_calls(case: models.Case) -> Iterator[ExportedFile]:
    yield _json("model-calls.json", _rows(case.model_calls.order_by("at", "pk")))


# In the order of the archive.
_PARTS = (
    _the_case,
    _history,
    _messages,
    _letters,
    _drafts,
    _files,
    _questions,
    _model_calls,
)


def _events(case: models.Case) -> Iterable[models.Event]:
    return case.events.select_related("actor", "note").order_by("number")


def _rows(rows: Iterable[Model]) -> list[dict[str, Any]]:
    return [_row(each) for each in rows]


def _row(row: Model) -> dict[str, Any]:
    """Return what a row holds, by the names of its columns; people by the names that pages show.

    Bytes are left out: what they are stands beside it as a file.
    """
    found: dict[str, Any] = {}
    for field in row._meta.concrete_fields:  # noqa: SLF001 - Django documents it
        if isinstance(field, BinaryField):
            continue
        value = getattr(row, field.attname)
        person = value is not None and field.related_model is models.User
        found[field.name] = getattr(row, field.name).shown_name if person else value
    return found


def _json(name: str, value: object) -> ExportedFile:
    said = json.dumps(_plain(value), ensure_ascii=False, indent=2, sort_keys=False)
    return ExportedFile(name, f"{said}\n".encode("utf-8", "replace"))


def _plain(value: object) -> object:
    """Return a value as JSON holds it: instants and days in ISO form, amounts as text."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
