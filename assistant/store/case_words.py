"""Keep what cases are found by, in the transaction of each change.

A service that files a message says so here; letters and sections follow the history of the case.
"""

from collections.abc import Callable, Mapping

from django.db.models import F, Value
from django.db.models.functions import Concat, Left

from assistant.domain.case import EventKind
from assistant.store import case_terms
from assistant.store.models import CaseWords, Draft, Message, RequestPart


def words_of_request(*texts: str) -> str:
    """Return what a new case is found by."""
    return case_terms.of_texts(texts)


def add_message(case_id: int, message: Message) -> None:
    """Let a case be found by the words of a message that was filed on it."""
    _add(case_id, message.subject, message.text)


def add_text(case_id: int, text: str) -> None:
    """Let a case be found by words that an officer wrote down on it."""
    _add(case_id, text)


def add_part(case_id: int, text: str) -> None:
    """Let a case be found by the words of a part that stand in no message of it."""
    _add(case_id, text)


def _add(case_id: int, *texts: str) -> None:
    """Add the terms of texts to those of the request."""
    added = case_terms.of_texts(texts)
    if added:
        longer = Left(Concat(F("request"), Value(f" {added}")), case_terms.MOST)
        CaseWords.objects.filter(case_id=case_id).update(request=longer)


def keep_letters(case_id: int) -> None:
    """Let a case be found by the words of its letters as they stand now."""
    drafts = Draft.objects.filter(case_id=case_id).exclude(state=Draft.State.DISCARDED)
    letters = case_terms.of_letters(drafts.order_by("pk").values_list("blocks", flat=True))
    CaseWords.objects.filter(case_id=case_id).update(letters=letters)


def keep_sections(case_id: int) -> None:
    """Let a case be found by the sections that its parts rely on now."""
    cited = RequestPart.objects.filter(case_id=case_id).values_list("sections", flat=True)
    CaseWords.objects.filter(case_id=case_id).update(sections=case_terms.of_sections(cited))


# What of a case may read otherwise after an event.
KEPT: Mapping[EventKind, Callable[[int], None]] = {
    EventKind.DRAFTED: keep_letters,
    EventKind.DRAFT_EDITED: keep_letters,
    EventKind.LETTER_DISCARDED: keep_letters,
    EventKind.PART_RECORDED: keep_sections,
    EventKind.PARTS_CORRECTED: keep_sections,
    EventKind.OTHER_MERGED_IN: keep_sections,
    EventKind.CASE_MERGED: keep_sections,
    EventKind.CASE_SPLIT: keep_sections,
}


def follow(case_id: int, kind: EventKind) -> None:
    """Bring up to date what an event of a case may have changed, once its rows are stored."""
    keep = KEPT.get(kind)
    if keep:
        keep(case_id)
