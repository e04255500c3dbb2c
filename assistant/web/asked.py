"""Questions and answers as pages show them and as files hold them."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localtime

from assistant.domain.chat.answer import IDENTITIES, Block, Place, Sort, from_plain
from assistant.domain.chat.kinds import KINDS, Kind
from assistant.store.models import AskedQuestion, Case, Message, User
from assistant.web.downloads import plain_cell
from assistant.web.permissions import may

_LONGEST_MESSAGE = 1_500
# Sort of block: what it is called, a sign beside the word, and the border that it has in drafts.
_SORTS: Mapping[Sort, tuple[str, str, str]] = {
    Sort.FACT: ("On record", "#", "case_fact"),
    Sort.LAW: ("Register of law", "§", "boilerplate"),
    Sort.QUOTE: ("Word for word", "“", "quote"),
    Sort.MESSAGE: ("The requester wrote", "“", "quote"),
    Sort.IDENTITY: ("The requester", "#", "case_fact"),
    Sort.GAP: ("Not on record", "?", "gap"),
    Sort.PROPOSAL: ("You can", "›", "officer"),
    Sort.NOTE: ("Note", "i", "note"),
    Sort.SAID: ("In short, as it stands below", "=", "case_fact"),
    Sort.UNVERIFIED: ("Not verified: the model’s own words", "!", "generated"),
}
_GONE = "No longer on record."
COLUMNS = ("Asked", "By", "Question", "Understood as", "Answer", "Sources")


@dataclass(frozen=True, slots=True)
class ShownSource:
    """Where a block's words come from; `address` is empty where the person may not open it."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """One block of an answer."""

    sort: str
    name: str
    sign: str
    border: str
    text: str
    sources: tuple[ShownSource, ...]

    @property
    def is_proposal(self) -> bool:
        """Whether it is a button."""
        return self.sort == Sort.PROPOSAL


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question with its answer."""

    row: AskedQuestion
    understood: tuple[str, ...]
    blocks: tuple[ShownBlock, ...]


def shown_questions(
    rows: Sequence[AskedQuestion], *, to: User, case: Case | None
) -> list[ShownQuestion]:
    """Return questions as a person may see them; what names the requester is looked up now.

    A button that leads where the person may not go is left out.
    """
    answers = [(row, from_plain(row.blocks)) for row in rows]
    texts = _texts((block for _, blocks in answers for block in blocks), case)
    return [
        ShownQuestion(
            row,
            tuple(KINDS[Kind(kind)].name for kind in row.kinds),
            tuple(shown for block in blocks if (shown := _shown(block, texts, to)) is not None),
        )
        for row, blocks in answers
    ]


def address_of(place: Place | None, to: User) -> str:
    """Return the address of a place, or "" where there is none that the person may open."""
    if place is None or not may(to.role, "GET", f"web:{place.page}"):
        return ""
    try:
        path = reverse(f"web:{place.page}", args=place.args)
    except NoReverseMatch:
        return ""
    query = f"?{urlencode(place.query)}" if place.query else ""
    return f"{path}{query}{f'#{place.fragment}' if place.fragment else ''}"


def as_text(questions: Iterable[ShownQuestion], heading: str) -> bytes:
    """Return questions and answers as plain text."""
    pieces = [heading]
    for each in questions:
        row = each.row
        lines = [f"{_when(row)}, {row.asked_by.shown_name} asked: {row.question}"]
        lines += [f"[{block.name}] {block.text}{_sources(block)}" for block in each.blocks]
        pieces.append("\n".join(lines))
    return "\n\n".join(pieces).encode()


def as_csv(questions: Iterable[ShownQuestion], _: str) -> bytes:
    """Return questions and answers as CSV (RFC 4180), a row for each block."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for each in questions:
        row = each.row
        asked = (_when(row), row.asked_by.shown_name, row.question, "; ".join(each.understood))
        for block in each.blocks:
            cells = (*asked, f"[{block.name}] {block.text}", _sources(block).strip())
            writer.writerow([plain_cell(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def as_json(questions: Iterable[ShownQuestion], heading: str) -> bytes:
    """Return questions and answers as one JSON object."""
    rows: list[dict[str, Any]] = [
        {
            "asked_at": each.row.asked_at.isoformat(),
            "asked_by": each.row.asked_by.shown_name,
            "question": each.row.question,
            "kinds": each.row.kinds,
            "answer": [
                {
                    "sort": block.sort,
                    "text": block.text,
                    "sources": [
                        {"title": source.title, "address": source.address}
                        for source in block.sources
                    ],
                }
                for block in each.blocks
            ],
        }
        for each in questions
    ]
    document = {"about": heading, "questions": rows}
    return json.dumps(document, ensure_ascii=False, indent=2).encode()


FORMS = {"txt": as_text, "csv": as_csv, "json": as_json}


def _texts(blocks: Iterable[Block], case: Case | None) -> dict[tuple[Sort, str], str]:
    """Return what the blocks that hold no words of their own say now."""
    kept = [block for block in blocks if block.sort in {Sort.MESSAGE, Sort.IDENTITY}]
    if case is None or not kept:
        return {}
    ids = {int(block.text) for block in kept if block.sort is Sort.MESSAGE}
    filed = Message.objects.filter(pk__in=ids, cases=case, authority_id=case.authority_id)
    texts = {(Sort.MESSAGE, str(each.pk)): _own_words(each) for each in filed}
    named = getattr(case, "requester", None)
    for field, name in IDENTITIES.items():
        if named is not None and (value := getattr(named, field)):
            texts[Sort.IDENTITY, field] = f"{name}: {value}"
    return texts


def _own_words(message: Message) -> str:
    """Return what the sender of a reply wrote, without what was quoted, cut where it is long."""
    spans = [(span[0], span[1]) for span in message.reply_spans]
    own = "\n".join(message.text[start:end] for start, end in spans).strip()
    text = own or message.text.strip()
    return text if len(text) <= _LONGEST_MESSAGE else f"{text[:_LONGEST_MESSAGE]} […]"


def _shown(block: Block, texts: Mapping[tuple[Sort, str], str], to: User) -> ShownBlock | None:
    """Return a block as it is shown; None for a button that leads nowhere."""
    name, sign, border = _SORTS[block.sort]
    sources = tuple(
        ShownSource(source.title, address_of(source.place, to)) for source in block.sources
    )
    if block.sort is Sort.PROPOSAL and not (sources and sources[0].address):
        return None
    text = block.text
    if block.sort in {Sort.MESSAGE, Sort.IDENTITY}:
        text = texts.get((block.sort, block.text), _GONE)
    return ShownBlock(block.sort.value, name, sign, border, text, sources)


def _when(row: AskedQuestion) -> str:
    """Return when a question was asked, in London."""
    return f"{localtime(row.asked_at):%Y-%m-%d %H:%M}"


def _sources(block: ShownBlock) -> str:
    """Return the sources of a block as text."""
    titles = "; ".join(
        f"{source.title} <{source.address}>" if source.address else source.title
        for source in block.sources
    )
    return f" ({titles})" if titles else ""
