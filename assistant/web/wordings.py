"""Approved wording as pages show it: what is in use, what is overdue, what was used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.domain.law.citations import parse_citation
from assistant.domain.law.clock import received_on as london_date
from assistant.domain.letters.wording import Slot, pieces
from assistant.domain.letters.wording_versions import order
from assistant.ports import Clock
from assistant.store.models import Authority, Wording
from assistant.store.wording import rows_for, used
from assistant.web.words import WORDING_KINDS

STATUSES = (
    ("use", "In use"),
    ("overdue", "Review overdue"),
    ("retired", "Retired"),
    ("all", "Everything"),
)


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """A run of a wording's text, or a slot of it; `asks` is empty for what the case fills."""

    text: str
    slot: str = ""
    asks: str = ""


@dataclass(frozen=True, slots=True)
class ShownWording:
    """A version of a wording, whether drafts use it, and whether it should have been reviewed."""

    row: Wording
    in_use: bool
    overdue: bool

    @property
    def kind(self) -> str:
        """What the kind is called."""
        return WORDING_KINDS.get(self.row.kind, self.row.kind)

    @property
    def pieces(self) -> list[ShownPiece]:
        """The text with its slots apart."""
        return [
            ShownPiece("", each.name, each.asks) if isinstance(each, Slot) else ShownPiece(each)
            for each in pieces(self.row.text)
        ]


def shown_versions(authority: Authority, clock: Clock, ident: str = "") -> list[ShownWording]:
    """Return the versions of a wording, or of all, the newest of each first."""
    rows = rows_for(authority).select_related("reviewed_by")
    found = list(rows.filter(ident=ident) if ident else rows)
    today = london_date(clock.now())
    present = {row.pk for row in used(found).values()}
    found.sort(key=lambda row: (order(row.version), row.pk), reverse=True)
    return [_shown(row, present, today) for row in found]


def _shown(row: Wording, present: set[int], today: date) -> ShownWording:
    in_use = row.pk in present
    return ShownWording(row, in_use, in_use and row.review_by < today)


def one_each(versions: Iterable[ShownWording]) -> list[ShownWording]:
    """Return of each wording the version in use, or else the newest, by kind, section and title."""
    found: dict[str, ShownWording] = {}
    for each in versions:
        if each.in_use or each.row.ident not in found:
            found[each.row.ident] = each
    kinds = list(WORDING_KINDS)
    return sorted(
        found.values(),
        key=lambda each: (
            kinds.index(each.row.kind) if each.row.kind in kinds else len(kinds),
            each.row.section,
            each.row.title,
            each.row.ident,
        ),
    )


def narrowed(rows: Iterable[ShownWording], asked: Mapping[str, str]) -> list[ShownWording]:
    """Return the wordings of the kind, section, words and status that are asked for."""
    return [
        each
        for each in rows
        if asked["kind"] in {"", each.row.kind}
        and _within(each.row.section, asked["section"])
        and all(word in _text(each.row) for word in asked["q"].lower().split())
        and _has_status(each, asked["status"])
    ]


def _within(section: str, asked: str) -> bool:
    """Whether a wording is for a provision that is asked for, or one within it."""
    if not asked:
        return True
    wanted, own = parse_citation(asked), parse_citation(section) if section else None
    return wanted is not None and own is not None and own.within(wanted)


def _text(row: Wording) -> str:
    return f"{row.ident} {row.title} {row.section} {row.text}".lower()


def _has_status(each: ShownWording, status: str) -> bool:
    wanted = {"use": each.in_use, "overdue": each.overdue, "retired": not each.in_use}
    return wanted.get(status, True)
