"""Documents of the library and the passages they are cut into."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assistant.domain.library.entries import Entry, distinct_ident
from assistant.domain.library.masking import Known
from assistant.store.models import (
    Authority,
    LibraryDocument,
    LibraryIndex,
    LibraryOriginal,
    Passage,
)
from assistant.store.terms import terms

# What a person decided about a document outlives a new version of it; approval does not.
_LASTING = {LibraryDocument.Status.SUPERSEDED, LibraryDocument.Status.OVERTURNED}


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one document: new or changed, or already known.

    `gone` are the idents of passages that a new version no longer has.
    """

    known: bool
    passages: int = 0
    gone: tuple[str, ...] = ()


def take_documents(
    authority_id: int, entries: Sequence[Entry], *, status: str, at: datetime
) -> list[Taken]:
    """Store earlier responses and their passages; call it inside a transaction.

    The same content under whatever name is known already and left alone. A document of the same
    name from the same place, with other content, is replaced; one of the same name from elsewhere
    is another document. Those that are plainly new are stored together, which is much quicker.
    """
    held = LibraryDocument.objects.filter(authority_id=authority_id)
    contents = {entry.content_sha256 for entry in entries}
    names = {entry.ident for entry in entries}
    seen = set(held.filter(content_sha256__in=contents).values_list("content_sha256", flat=True))
    names_held = set(held.filter(ident__in=names).values_list("ident", flat=True))
    new: list[Entry] = []
    others: list[Entry] = []
    for entry in entries:
        plain = entry.content_sha256 not in seen and entry.ident not in names_held
        (new if plain else others).append(entry)
        seen.add(entry.content_sha256)
        names_held.add(entry.ident)
    taken = _take_new(authority_id, new, status, at)
    return taken + [_take_one(authority_id, entry, status, at) for entry in others]


def _take_new(
    authority_id: int, entries: Sequence[Entry], status: str, at: datetime
) -> list[Taken]:
    """Store documents of which neither content nor name is here."""
    documents = LibraryDocument.objects.bulk_create(
        LibraryDocument(
            authority_id=authority_id, ident=entry.ident, **_values(entry, None, status, at)
        )
        for entry in entries
    )
    pairs = list(zip(documents, entries, strict=True))
    LibraryOriginal.objects.bulk_create(
        LibraryOriginal(document=document, **_original(entry)) for document, entry in pairs
    )
    Passage.objects.bulk_create(
        passage for document, entry in pairs for passage in _passages(document, entry)
    )
    return [Taken(known=False, passages=len(entry.passages)) for entry in entries]


def _take_one(authority_id: int, entry: Entry, status: str, at: datetime) -> Taken:
    """Store a document that may be here already, by its content or by its name."""
    same = LibraryDocument.objects.filter(
        authority_id=authority_id, content_sha256=entry.content_sha256
    ).first()
    if same:
        _know_file(same, entry)
        return Taken(known=True)
    before, ident = _before(authority_id, entry)
    gone = set(before.passages.values_list("ident", flat=True)) if before else set()
    document, _ = LibraryDocument.objects.update_or_create(
        authority_id=authority_id, ident=ident, defaults=_values(entry, before, status, at)
    )
    LibraryOriginal.objects.update_or_create(document=document, defaults=_original(entry))
    document.passages.all().delete()
    passages = Passage.objects.bulk_create(_passages(document, entry))
    gone -= {passage.ident for passage in passages}
    return Taken(known=False, passages=len(passages), gone=tuple(sorted(gone)))


def known_files(authority_id: int) -> set[str]:
    """Return the SHA-256 of every file and message of which a document was taken."""
    held = LibraryOriginal.objects.filter(document__authority_id=authority_id)
    return set(held.exclude(file_sha256="").values_list("file_sha256", flat=True))


def own_names(authority_id: int) -> Known:
    """Return the names and addresses that are the authority's own, and are not masked."""
    authority = Authority.objects.get(pk=authority_id)
    mailboxes = authority.mailboxes.values_list("address", "aliases")
    addresses = [each for address, aliases in mailboxes for each in (address, *aliases)]
    return Known(
        authority=(authority.name,),
        own_addresses=tuple(filter(None, (*addresses, authority.address))),
        own_phones=tuple(filter(None, (authority.phone,))),
        own_domains=tuple(authority.own_domains),
    )


def last_passage(authority_id: int) -> int:
    """Return the highest id of a passage; ids only grow, so later ones are above it."""
    held = Passage.objects.filter(document__authority_id=authority_id).order_by("-pk")
    return held.values_list("pk", flat=True).first() or 0


def mark_stale(authority_id: int) -> None:
    """Say that the index lacks what is being stored; call it in the transaction that stores it."""
    LibraryIndex.objects.filter(authority_id=authority_id).update(stale=True)


def texts(authority_id: int) -> list[tuple[str, str]]:
    """Return (ident, text) of every passage, as the library's vectors are made from them."""
    rows = Passage.objects.filter(document__authority_id=authority_id).select_related("document")
    return [(row.ident, text_for_index(row)) for row in rows.order_by("pk")]


def text_for_index(passage: Passage) -> str:
    """Return a passage with the title and headings it stands under, which give it its subject."""
    return f"{passage.document.title}\n{passage.heading}\n{passage.text}"


def _before(authority_id: int, entry: Entry) -> tuple[LibraryDocument | None, str]:
    """Return the version of a document that is here, if one is, and its ident."""
    held = LibraryDocument.objects.filter(authority_id=authority_id)
    found = held.filter(ident=entry.ident).first()
    if found is None or entry.named or not entry.source or entry.source == found.source:
        return found, entry.ident
    ident = distinct_ident(entry)
    return held.filter(ident=ident).first(), ident


def _values(
    entry: Entry, before: LibraryDocument | None, status: str, at: datetime
) -> dict[str, Any]:
    """Return the columns of a document."""
    return {
        "version": entry.version,
        "title": entry.title,
        "reference": entry.reference,
        "dated": entry.dated,
        "outcome": entry.outcome,
        "sections": list(entry.sections),
        "text": entry.text,
        "request": entry.request,
        "authority_name": entry.authority_name,
        "source": entry.source,
        "kind": entry.kind,
        "figures_to": entry.figures_to,
        "stale_words": entry.stale_words,
        "quality": entry.quality,
        "content_sha256": entry.content_sha256,
        "status": before.status if before and before.status in _LASTING else status,
        "imported_at": at,
    }


def _original(entry: Entry) -> dict[str, Any]:
    """Return the columns of what was imported."""
    return {
        "title": entry.original.title,
        "request": entry.original.request,
        "text": entry.original.text,
        "masks": entry.original.masks,
        "file_sha256": entry.file_sha256,
    }


def _passages(document: LibraryDocument, entry: Entry) -> Iterator[Passage]:
    """Yield the passages of a document, not yet stored."""
    for position, piece in enumerate(entry.passages, start=1):
        yield Passage(
            document=document,
            ident=f"{document.authority_id}/{document.ident}#{position}",
            position=position,
            kind=piece.kind,
            heading=piece.heading,
            section=piece.section[:60],
            start=piece.start,
            end=piece.end,
            text=piece.text,
            terms=terms(f"{entry.title}\n{piece.heading}\n{piece.text}"),
        )


def _know_file(document: LibraryDocument, entry: Entry) -> None:
    """Keep the hash of a file whose content was taken from elsewhere, where none is kept yet."""
    if entry.file_sha256:
        LibraryOriginal.objects.filter(document=document, file_sha256="").update(
            file_sha256=entry.file_sha256
        )
