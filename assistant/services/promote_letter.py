"""Put a letter that left into the library, with the requester removed; a person decides it."""

import re
from collections.abc import Sequence

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.law.clock import received_on
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.render import text_of
from assistant.domain.library.entries import Entry, entry_of
from assistant.domain.library.precedents import Precedent
from assistant.ports import Clock
from assistant.store import queue
from assistant.store.library import mark_stale, own_names, take_documents
from assistant.store.models import Letter, LibraryDocument, Outbox, User
from assistant.store.packing import unpack

# The kinds that answer a request, or part of one, in substance.
PROMOTED = frozenset({LetterKind.RESPONSE, LetterKind.REVIEW_OUTCOME})


def may_be_promoted(letter: Letter) -> bool:
    """Whether a letter answers in substance and has left."""
    return letter.kind in PROMOTED and letter.outbox.stage == Outbox.Stage.SENT


def proposed_entry(letter: Letter, register: Register, hidden: Sequence[str] = ()) -> Entry:
    """Return a letter as it would stand in the library, its personal data masked.

    `hidden` are further words that a person wants masked wherever they stand.
    """
    case = letter.case
    parts = list(case.parts.order_by("position"))
    requester = case.requester
    people = (requester.name, requester.address)
    return entry_of(
        Precedent(
            ident=f"{case.reference}-{letter.kind}",
            title=_without(hidden, case.title),
            text=_without(hidden, text_of(unpack(letter.compressed))),
            reference=case.reference,
            dated=received_on(letter.approved_at),
            sections=tuple(dict.fromkeys(each for part in parts for each in part.sections)),
            request=_without(hidden, "\n\n".join(part.text for part in parts)),
            authority=case.authority.name,
            source=f"letter {letter.pk} of {case.reference}",
            kind="letter",
            people=tuple(each.strip() for each in people if each.strip()),
            named=True,
        ),
        own=own_names(case.authority_id),
        register=register,
    )


def _without(hidden: Sequence[str], text: str) -> str:
    """Return a text with some words taken out, whatever their case, wherever they stand."""
    for words in sorted(hidden, key=len, reverse=True):
        text = re.sub(re.escape(words), "[removed]", text, flags=re.IGNORECASE)
    return text


def promote_letter(
    letter_id: int, *, hidden: Sequence[str] = (), by: User, register: Register, clock: Clock
) -> LibraryDocument:
    """Store a letter in the library as an example, and queue its indexing; return the document.

    What is stored is what `proposed_entry` shows. Raises NotAllowed for another authority's letter,
    one that does not answer a request or has not left, and one whose text stands there already.
    """
    with transaction.atomic():
        letter = (
            Letter.objects.select_related("case__authority", "case__requester", "outbox")
            .filter(pk=letter_id, case__authority=by.authority, voided_at__isnull=True)
            .first()
        )
        if letter is None:
            raise NotAllowed("There is no such letter.")
        if not may_be_promoted(letter):
            raise NotAllowed(
                "Only an answer that has left can join the library: a response, or the outcome of "
                "an internal review."
            )
        authority_id = letter.case.authority_id
        entry = proposed_entry(letter, register, hidden)
        (taken,) = take_documents(
            authority_id, [entry], status=LibraryDocument.Status.EXAMPLE, at=clock.now()
        )
        document = LibraryDocument.objects.get(
            authority_id=authority_id, content_sha256=entry.content_sha256
        )
        if taken.known:
            raise NotAllowed(f"The letter is in the library already, as {document.ident}.")
        mark_stale(authority_id)
        queue.enqueue(queue.INDEX_LIBRARY, authority_id)
    return document
