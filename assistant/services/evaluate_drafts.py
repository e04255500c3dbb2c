"""Hold composed responses against what each part has to end as, with a language model and without.

The sets are files: requests with what people decided and what is expected, and earlier responses.
Nothing is stored but the library, which is made for the measurement.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from json import dumps
from typing import Any

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import Block
from assistant.domain.letters.compose import quotable
from assistant.domain.letters.ends import Expected, Figures, expected_of, judged
from assistant.domain.letters.frame import desk_of
from assistant.domain.library.precedents import Precedent
from assistant.ports import Clock, Writer
from assistant.services.draft_decisions import read_decisions
from assistant.services.draft_files import Asked, Desk, asked_in, findings_in, response_to
from assistant.services.import_knowledge import import_knowledge
from assistant.services.prepare import AuthorityDetails
from assistant.services.propose_blocks import (
    Writing,
    knowledge_of,
    placed_blocks,
    propose_blocks,
)
from assistant.store import models

Record = Mapping[str, Any]
WITHOUT = "without a model"
# The sets are letters of an authority that there is not, whoever measures.
_DETAILS = AuthorityDetails(
    name="Northshire Police",
    address="1 Station Road, Northtown NT1 1AA",
    phone="01632 960000",
    mailbox_address="foi@northshire.police.example",
    mailboxes=(),
    own_domains=("northshire.police.example",),
    review_contact="",
    signatory="Freedom of Information Officer",
    regulator_name="Information Commissioner’s Office",
    regulator_address="Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF",
    regulator_url="https://ico.org.uk/make-a-complaint/",
    four_eyes=False,
)
# What a record says nothing of: the days of the set stay the same on every day that it is run.
_RECEIVED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
_LATER = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class _Then:
    """A Clock that stands where a set's letters are dated."""

    at: datetime

    def now(self) -> datetime:
        return self.at


def evaluate_drafts(
    requests: Sequence[Record],
    earlier: Sequence[Record],
    *,
    desk: Desk,
    writers: Mapping[str, Writer],
    progress: Callable[[], None] = lambda: None,
) -> dict[str, Any]:
    """Return the figures of each composer: without a model, and with each of `writers` by name.

    A request has `id`, `subject`, `sender`, `text`, `decisions` (as `draft --decisions` reads them)
    and `expected` by the part's key; an earlier response `ident`, `title`, `text`, `dated`,
    `outcome`, `sections` and `status`. `progress` is called after each letter.

    Raises NotAllowed where a library is here already, and for a record that is none.
    """
    if models.LibraryDocument.objects.exists():
        raise NotAllowed("There is a library here already, and figures are taken in an empty one.")
    authority = models.Authority.objects.create(slug="evaluation", name=_DETAILS.name)
    _take_in(authority.pk, earlier, desk)
    desk = replace(desk, details=_DETAILS, authority_id=authority.pk)
    figures = {name: Figures() for name in (WITHOUT, *writers)}
    wrong: dict[str, list[str]] = {name: [] for name in figures}
    for record in requests:
        for name, found in figures.items():
            wrong[name] += _one(record, desk, authority, writers.get(name), found)
            progress()
    return {
        "n": len(requests),
        "parts": figures[WITHOUT].parts,
        "figures": _by_figure({name: each.shown for name, each in figures.items()}),
        **{f"wrong {name}": ids for name, ids in wrong.items()},
    }


def _by_figure(shown: Mapping[str, Mapping[str, object]]) -> dict[str, dict[str, object]]:
    """Turn figures by composer into composers by figure: one table, a column for each."""
    return {
        figure: {name: each[figure] for name, each in shown.items()} for figure in shown[WITHOUT]
    }


def _one(
    record: Record,
    desk: Desk,
    authority: models.Authority,
    writer: Writer | None,
    figures: Figures,
) -> Iterator[str]:
    """Compose one response and count it; yield the parts that did not end as they have to."""
    received = datetime.fromisoformat(record.get("received") or _RECEIVED.isoformat())
    there = replace(desk, clock=_Then(received + _LATER))
    asked = asked_in(
        _mail(record, received), there, read_decisions(dumps(record["decisions"]), desk.register)
    )
    proposed, dropped = _proposed(record, asked, there, authority, writer)
    draft = response_to(asked, there, proposed)
    found = findings_in(draft, asked.context, asked.parts, there)
    expected = _expected(record, asked)
    wrong = judged(draft, expected, [(each.rule, str(each.severity)) for each in found], figures)
    figures.proposals_left_out += dropped
    return (f"{record['id']}:{key}" for key in wrong)


def _expected(record: Record, asked: Asked) -> dict[str, Expected]:
    """Return what each part has to end as, under the key that the part has."""
    keys = {part.key for part in asked.parts}
    by_number = {str(number): part.key for number, part in enumerate(asked.parts, start=1)}
    found = {}
    for key, value in record["expected"].items():
        place = key if key in keys else by_number.get(key)
        if place is None:
            raise NotAllowed(f"{record['id']}: there is no part “{key}” in its request.")
        found[place] = expected_of(value)
    return found


def _proposed(
    record: Record,
    asked: Asked,
    desk: Desk,
    authority: models.Authority,
    writer: Writer | None,
) -> tuple[Mapping[str, Sequence[Block]], int]:
    """Ask a model as a worker does; return its placed blocks, and how many were left out."""
    if writer is None:
        return {}, 0
    case = models.Case(authority=authority, regime=asked.context.regime)
    # Neither is stored; the case knows its requester from now on.
    models.Requester(
        case=case, name=asked.context.requester_name, address=f"{record['id']}@example.org"
    )
    row = models.Draft(case=case)
    letters = desk_of(asked.context, desk.wordings, desk.register, asked.parts)
    knowledge = knowledge_of(row, asked.parts, quotable(asked.passages), letters)
    writing = Writing(writer, lambda *_: None)
    found = propose_blocks(row, asked.parts, knowledge, writing=writing)
    if found is None or not found.verified:
        return {}, 0
    standing = response_to(asked, desk).text
    left_out = int(found.record["counts"].get("dropped", 0))
    return placed_blocks(found, knowledge, letters.names, standing), left_out


def _take_in(authority_id: int, earlier: Sequence[Record], desk: Desk) -> None:
    """Bring the earlier responses into the library, each with its status."""
    precedents = [
        Precedent(
            ident=each["ident"],
            title=each["title"],
            text=f"Response\n\n{each['text']}\n",
            dated=date.fromisoformat(each["dated"]) if each.get("dated") else None,
            outcome=each.get("outcome", ""),
            sections=tuple(each.get("sections", ())),
            named=True,
        )
        for each in earlier
    ]
    clock: Clock = desk.clock
    import_knowledge(authority_id, precedents, library=desk.library, clock=clock)
    for each in earlier:
        rows = models.LibraryDocument.objects.filter(authority_id=authority_id)
        rows.filter(ident=each["ident"]).update(status=each.get("status", "example"))


def _mail(record: Record, received: datetime) -> bytes:
    """Return a request as the bytes of an e-mail."""
    made = EmailMessage()
    made["From"] = f"{record['sender']} <{record['id']}@example.org>"
    made["To"] = "foi@authority.example"
    made["Subject"] = record["subject"]
    made["Date"] = received
    made["Message-ID"] = f"<{record['id']}@example.org>"
    made.set_content(record["text"])
    return made.as_bytes()
