"""A draft as its page shows it: blocks with their kind in words, sources, and what stands open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst

from assistant.domain.letters.blocks import BlockKind
from assistant.store.models import Draft, LibraryDocument, Passage
from assistant.web.words import BLOCKS

Row = Mapping[str, Any]
GAP_LEFT = "gap"
# The kinds of blocks whose words come from earlier responses.
_FROM_LIBRARY = frozenset({BlockKind.QUOTE, BlockKind.GENERATED})


@dataclass(frozen=True, slots=True)
class ShownSource:
    """Where a block's words come from; `document` is the library's document it can be read in."""

    title: str
    version: str
    document: str


@dataclass(frozen=True, slots=True)
class GapPlace:
    """Which of how many gaps a block is, and the blocks of the one before it and the next."""

    place: int
    many: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """One block of a draft; `number` counts from 1 and names it in links and headings.

    `snippet` and `doubts` are of a sentence that a model wrote (domain/letters/blocks.Block).
    """

    index: int
    number: int
    kind: str
    name: str
    sign: str
    meaning: str
    text: str
    part: str
    author: str
    at: datetime | None
    sources: tuple[ShownSource, ...]
    findings: tuple[Row, ...]
    snippet: str
    doubts: tuple[str, ...]
    accepted: bool
    gap: GapPlace | None = None

    @property
    def is_generated(self) -> bool:
        """Whether a language model wrote it."""
        return self.kind == BlockKind.GENERATED

    @property
    def is_gap(self) -> bool:
        """Whether only an officer can supply it."""
        return self.kind == BlockKind.GAP


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """A draft's blocks, and what stands between it and approval."""

    blocks: tuple[ShownBlock, ...]
    gaps: tuple[ShownBlock, ...]
    unaccepted: tuple[ShownBlock, ...]
    errors: tuple[Row, ...]
    warnings: tuple[Row, ...]

    @property
    def fit(self) -> bool:
        """Whether nothing known stands against approving it."""
        return not (self.gaps or self.unaccepted or self.errors)


def shown_draft(draft: Draft, *, sources: bool = True) -> ShownDraft:
    """Return what the page of a draft shows; `sources` says where each block can be read."""
    documents = _documents(draft) if sources else {}
    findings = _findings_by_block(draft)
    blocks = _with_gap_places(
        [_block(index, row, documents, findings[index]) for index, row in enumerate(draft.blocks)]
    )
    rows = list(zip(blocks, draft.blocks, strict=True))
    placed = [dict(finding, block=_block_at(draft, finding)) for finding in _findings(draft)]
    return ShownDraft(
        blocks=blocks,
        gaps=tuple(block for block in blocks if block.is_gap),
        unaccepted=tuple(block for block, row in rows if _needs_acceptance(row)),
        errors=tuple(each for each in placed if each["severity"] == "error"),
        warnings=tuple(each for each in placed if each["severity"] != "error"),
    )


def keep_line_ends(before: str, after: str) -> str:
    """Return the new words of a block with the space around them that the old ones had.

    Blocks carry their own line ends, and the box an officer types in shows only the words.
    """
    if not after.strip():
        return ""
    words = before.strip()
    if not words:
        return after
    lead, _, tail = before.partition(words)
    return f"{lead}{after.strip()}{tail}"


def passages_by_part(passages: Iterable[Row]) -> dict[str, list[Row]]:
    """Sort the passages found by the part they were found for, each list in the order found."""
    found: dict[str, list[Row]] = defaultdict(list)
    for passage in passages:
        found[str(passage.get("part", ""))].append(passage)
    return dict(found)


def similar_for(draft: Draft | None, key: str) -> list[Row]:
    """Return how similar questions were answered, for one part, and the passages it rests on."""
    rows: Sequence[Row] = draft.similar if draft else ()
    found = {row["id"]: row for row in with_documents(draft.passages if draft else ())}
    return [
        {**row, "named": [found[ident] for ident in row.get("evidence", ()) if ident in found]}
        for row in rows
        if row.get("question") == key
    ]


def with_documents(passages: Iterable[Row]) -> list[Row]:
    """Add to each passage the document it stands in, so that the page can lead there."""
    rows = [dict(passage) for passage in passages]
    known = dict(
        Passage.objects.filter(ident__in=[row.get("id", "") for row in rows]).values_list(
            "ident", "document__ident"
        )
    )
    return [{**row, "document": known.get(row.get("id", ""), "")} for row in rows]


PASSAGES_SHOWN = 3


def by_response(rows: Iterable[Row]) -> list[Row]:
    """Put the passages of one response together, in the order of the best of each.

    Each has its `first` passage, the `others` that are shown, and how many `more` were found.
    """
    responses: dict[str, list[Row]] = {}
    for row in rows:
        responses.setdefault(row["document"] or row["id"], []).append(row)
    return [
        {
            "first": found[0],
            "others": found[1:PASSAGES_SHOWN],
            "more": max(0, len(found) - PASSAGES_SHOWN),
        }
        for found in responses.values()
    ]


def _block(
    index: int, row: Row, documents: Mapping[str, str], findings: Sequence[Row]
) -> ShownBlock:
    """Return one stored block as the page shows it."""
    name, sign, meaning = BLOCKS.get(row["kind"], (row["kind"], "", ""))
    if row["kind"] == BlockKind.GENERATED:
        name += ", accepted" if row.get("accepted") else ", not accepted yet"
    at = row.get("at")
    return ShownBlock(
        index=index,
        number=index + 1,
        kind=row["kind"],
        name=name,
        sign=sign,
        meaning=meaning,
        text=row["text"].strip("\n"),
        part=row.get("part", ""),
        author=row.get("author", ""),
        at=parse_datetime(at) if at else None,
        sources=tuple(_source(source, documents) for source in row.get("sources", ())),
        findings=tuple(findings),
        snippet=row.get("snippet", ""),
        doubts=tuple(row.get("doubts", ())),
        accepted=bool(row.get("accepted")),
    )


def _with_gap_places(blocks: Sequence[ShownBlock]) -> tuple[ShownBlock, ...]:
    """Return blocks of which each gap knows the one before it and the next."""
    gaps = [block.number for block in blocks if block.is_gap]
    places = {
        number: GapPlace(
            at + 1,
            len(gaps),
            gaps[at - 1] if at else None,
            gaps[at + 1] if at + 1 < len(gaps) else None,
        )
        for at, number in enumerate(gaps)
    }
    return tuple(replace(block, gap=places.get(block.number)) for block in blocks)


def _source(source: Row, documents: Mapping[str, str]) -> ShownSource:
    """Return a source by its title, or by its id where it has none."""
    return ShownSource(
        title=capfirst(source.get("title") or source["id"]),
        version=source.get("version", ""),
        document=documents.get(source["id"], ""),
    )


def _documents(draft: Draft) -> dict[str, str]:
    """Return, for each source in the library, the document it can be read in."""
    rows = [row for row in draft.blocks if row["kind"] in _FROM_LIBRARY]
    ids = {source["id"] for row in rows for source in row.get("sources", ())}
    if not ids:
        return {}
    authority = draft.case.authority_id
    passages = Passage.objects.filter(ident__in=ids, document__authority=authority).order_by()
    whole = LibraryDocument.objects.filter(ident__in=ids, authority=authority)
    found = passages.values_list("ident", "document__ident")
    return dict(found.union(whole.values_list("ident", F("ident"))))


def _needs_acceptance(row: Row) -> bool:
    """Whether a model wrote it and nobody has accepted it."""
    return bool(row["kind"] == BlockKind.GENERATED and not row.get("accepted"))


def _block_at(draft: Draft, finding: Row) -> int | None:
    """Return the number, from 1, of the block a finding's span begins in, or None.

    Where something is missing the span is empty, and the finding is of the letter as a whole.
    """
    start = finding.get("start")
    if start is None or not finding.get("end"):
        return None
    end = 0
    for number, row in enumerate(draft.blocks, start=1):
        end += len(row["text"])
        if start < end:
            return number
    return None


def _findings(draft: Draft) -> list[Row]:
    """Return the findings without those that only repeat a gap, which the page lists already."""
    gaps = {
        number for number, row in enumerate(draft.blocks, start=1) if row["kind"] == BlockKind.GAP
    }
    return [
        each
        for each in draft.findings
        if each["rule"] != GAP_LEFT or _block_at(draft, each) not in gaps
    ]


def _findings_by_block(draft: Draft) -> dict[int, list[Row]]:
    """Sort the findings by the index of the block they stand in."""
    found: dict[int, list[Row]] = defaultdict(list)
    for finding in _findings(draft):
        number = _block_at(draft, finding)
        if number is not None:
            found[number - 1].append(finding)
    return found
