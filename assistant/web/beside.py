"""The sources of a draft beside its words: each with the place marked, and where it is used."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst, slugify

from assistant.domain.letters.blocks import Source
from assistant.domain.letters.provenance import UsedSource, sources_used, wording_place
from assistant.services.read_draft import Unread
from assistant.store.blocks import from_json
from assistant.store.models import Draft, LibraryDocument, Passage, Wording
from assistant.web.case_sources import Recorded, places_of, recorded

# So much of a long text is shown on either side of the place, in code points.
AROUND = 400
_NOWHERE = "It is not stored here any more. The words of the letter are all there is of it."
_CHANGED = "The response has been changed since these words were taken from it."
_EDITED = "Which of these words stand in the letter cannot be told: they were edited or filled in."
_OF_A_PART = frozenset({"part", "facts", "searches"})
_BRACES = "Words in braces stand for what is filled in."


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source of a draft in the list of them; `opened` says whether this person opened it."""

    name: str
    title: str
    version: str
    numbers: tuple[int, ...]
    opened: bool


@dataclass(frozen=True, slots=True)
class OpenedSource:
    """A source with its words: the places that are meant are marked in `text`.

    `whole` are all of its words, where `text` was cut and no other page has them; else empty.
    """

    listed: ListedSource
    recorded: Recorded
    text: SafeString
    whole: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a draft: its sources, and those that were selected, opened.

    `block` is the number of the selected block, and `source` the name of the selected source;
    `marked` are the blocks that rest on the latter.
    """

    listed: tuple[ListedSource, ...]
    block: int | None
    opened: tuple[OpenedSource, ...]
    source: OpenedSource | None
    marked: tuple[int, ...]

    @property
    def shown(self) -> frozenset[str]:
        """The names of the sources whose words are on the page."""
        own = {self.source.listed.name} if self.source else set()
        return frozenset(own | {each.listed.name for each in self.opened})


def beside(draft: Draft, unread: Unread, *, block: str, source: str) -> Beside:
    """Return what stands beside a draft, by what an address selects in it.

    `block` is a number from 1 and `source` the name of a source; what the draft has not is as if
    nothing had been selected.
    """
    used = sources_used(from_json(draft.blocks))
    number = int(block) if block.isdecimal() and 1 <= int(block) <= len(draft.blocks) else None
    of_block = [each for each in used if number in each.numbers]
    of_source = [each for each in used if each.name == source]
    # What the page shows now has been opened by it.
    shown = {each.digest for each in (*of_block, *of_source)}
    closed = {each.digest for each in unread.unopened} - shown
    library = _library_of(draft, [*of_block, *of_source])

    def opened(each: UsedSource, numbers: Sequence[int]) -> OpenedSource:
        words = [str(draft.blocks[at - 1]["text"]).strip() for at in numbers]
        found = _found(draft, each.source, words, library)
        cut = _bounds(found.text, found.spans) != (0, len(found.text))
        return OpenedSource(
            _listed(each, closed),
            found,
            excerpt(found.text, found.spans),
            found.text if cut and not found.address else "",
        )

    return Beside(
        listed=tuple(_listed(each, closed) for each in used if not each.frames),
        block=number,
        opened=tuple(opened(each, [number]) for each in of_block if number is not None),
        source=next((opened(each, each.numbers) for each in of_source), None),
        marked=tuple(number for each in of_source for number in each.numbers),
    )


def selected(draft: Draft, names: Iterable[str]) -> list[UsedSource]:
    """Return the sources of a draft that these names mean."""
    wanted = set(names)
    return [each for each in sources_used(from_json(draft.blocks)) if each.name in wanted]


def excerpt(text: str, spans: Sequence[tuple[int, int]]) -> SafeString:
    """Return a text as HTML with its places marked, cut to what stands around them.

    Places index code points. Whatever the text says is escaped.
    """
    places = sorted((max(start, 0), min(end, len(text))) for start, end in spans)
    first, last = _bounds(text, places)
    pieces = [format_html("{}", "… " if first else "")]
    reached = first
    for start, end in places:
        if (begin := max(start, reached)) >= end:
            continue
        pieces.append(format_html("{}", text[reached:begin]))
        pieces.append(
            format_html(
                '<mark class="foi-mark"><span class="govuk-visually-hidden">Place begins: </span>'
                '{}<span class="govuk-visually-hidden"> (place ends)</span></mark>',
                text[begin:end],
            )
        )
        reached = end
    pieces.append(format_html("{}{}", text[reached:last], " …" if last < len(text) else ""))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def title_of(source: Source) -> str:
    """Return what a source is called; a fact of a part or provision is called by that as well."""
    title = capfirst(source.title or source.id)
    _, kind, *about = source.id.split(":", 2) if source.id.startswith("case:") else ("", "")
    if kind in _OF_A_PART:
        return f"{title}, part {about[0]}"
    return f"{title}, {about[0]}" if kind == "reasoning" else title


@dataclass(frozen=True, slots=True)
class _Library:
    """What is stored of the sources that are shown: wording, passages, whole documents."""

    wordings: Mapping[tuple[str, str], Wording]
    passages: Mapping[str, Passage]
    documents: Mapping[str, LibraryDocument]


def _library_of(draft: Draft, used: Sequence[UsedSource]) -> _Library:
    """Return what is stored of sources, in one query a kind, and in none without sources."""
    ids = {each.source.id for each in used if not each.source.id.startswith("case:")}
    if not ids:
        return _Library({}, {}, {})
    authority = draft.case.authority_id
    wordings = Wording.objects.filter(Q(authority=authority) | Q(authority=None), ident__in=ids)
    # An authority's own wording comes last, and stands before what is shipped.
    ordered = sorted(wordings, key=lambda row: row.authority_id is not None)
    rows = {(row.ident, row.version): row for row in ordered}
    left = ids - {ident for ident, _ in rows}
    if not left:
        return _Library(rows, {}, {})
    found = Passage.objects.filter(ident__in=left, document__authority=authority)
    passages = {row.ident: row for row in found.select_related("document")}
    if not (left := left - set(passages)):
        return _Library(rows, passages, {})
    documents = LibraryDocument.objects.filter(ident__in=left, authority=authority)
    return _Library(rows, passages, {row.ident: row for row in documents})


def _found(draft: Draft, source: Source, words: Sequence[str], library: _Library) -> Recorded:
    """Return what a source says where it is kept; `words` are those of the blocks on it."""
    if source.id.startswith("case:"):
        return recorded(draft, source.id, words)
    if wording := library.wordings.get((source.id, source.version)):
        return _of_wording(wording, words)
    if passage := library.passages.get(source.id):
        there = f"#{slugify(passage.ident)}"
        return _of_document(passage.document, source, (passage.start, passage.end), words, there)
    if document := library.documents.get(source.id):
        return _of_document(document, source, (0, 0), words)
    return Recorded("Source", note=_NOWHERE)


def _of_wording(wording: Wording, words: Sequence[str]) -> Recorded:
    """Return approved wording with the places that became these words."""
    found = [wording_place(wording.text, each) for each in words]
    shown = wording_place(wording.text, "")[0]
    spans = tuple(sorted({place for _, place in found if place}))
    notes = [f"{wording.get_status_display()}, kept by {wording.owner}."]
    notes += [_BRACES] if "{" in shown else []
    notes += [] if spans else [_EDITED]
    return Recorded("Approved wording", shown, spans, " ".join(notes))


def _of_document(
    document: LibraryDocument,
    source: Source,
    whole: tuple[int, int],
    words: Sequence[str],
    there: str = "",
) -> Recorded:
    """Return an earlier response with the place that was quoted, else the whole passage."""
    span = whole if source.start is None or source.end is None else (source.start, source.end)
    standing = Recorded(
        "Earlier response",
        document.text,
        (span,) if span[0] < span[1] else (),
        _about(document),
        reverse("web:document", args=[document.ident]) + there,
        "Read the whole response",
    )
    if source.version == document.version:
        return standing
    return replace(
        standing, spans=places_of(words, document.text), note=f"{standing.note} {_CHANGED}"
    )


def _about(document: LibraryDocument) -> str:
    """Return how far an earlier response may be trusted, and of which day it is."""
    day = f", {document.dated:%-d %B %Y}" if document.dated else ""
    return f"{document.get_status_display()}{day}."


def _listed(each: UsedSource, closed: set[str]) -> ListedSource:
    return ListedSource(
        each.name, title_of(each.source), each.source.version, each.numbers,
        each.digest not in closed,
    )  # fmt: skip


def _bounds(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return what is shown of a text: from some words before its places to some after them."""
    if not spans:
        return 0, _on(text, 3 * AROUND)
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return _back(text, first - AROUND), _on(text, last + AROUND)


def _back(text: str, at: int) -> int:
    """Return where the word begins that stands at a place, or the beginning."""
    return 0 if at <= 0 else text.rfind(" ", 0, at) + 1


def _on(text: str, at: int) -> int:
    """Return where the word ends that stands at a place, or the end."""
    if at >= len(text):
        return len(text)
    space = text.find(" ", at)
    return len(text) if space < 0 else space
