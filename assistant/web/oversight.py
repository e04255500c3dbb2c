"""The figures of oversight as tables: each is shown, drawn, and handed out as CSV."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from assistant.domain.letters.kept import Kept, kept_of
from assistant.store import oversight
from assistant.store.models import Authority
from assistant.store.oversight import Answer, Period
from assistant.web.downloads import plain_cell
from assistant.web.words import OUTCOMES

Cell = str | int
Key = TypeVar("Key")
_MOST_ON_A_PHONE = 3
# Days since a request was received: up to how many, and what that is called.
AGES = (
    (10, "Up to 10 days"),
    (20, "11 to 20 days"),
    (30, "21 to 30 days"),
    (60, "31 to 60 days"),
    (120, "61 to 120 days"),
)
_OLDEST = "More than 120 days"
_KEPT = {
    Kept.AS_COMPOSED: "As composed",
    Kept.EDITED: "Edited",
    Kept.REWRITTEN: "Written anew",
    Kept.NOT_MEASURED: "Not measured",
}


@dataclass(frozen=True)
class Asked:
    """Whose figures are wanted, of which months; `today` is a Europe/London day."""

    authority: Authority
    period: Period
    today: date

    @cached_property
    def answers(self) -> list[Answer]:
        """The requests answered in these months, which several tables count."""
        return oversight.answers(self.authority, self.period)

    def answers_by_month(self) -> dict[date, list[Answer]]:
        """Return the answers by the first day of their month."""
        return _sorted_out(self.answers, lambda answer: answer.on.replace(day=1))


@dataclass(frozen=True, slots=True)
class Figures:
    """One table: a row's first cell names it, the others are counts or words.

    `drawn` are the columns that the chart shows: `sideways` where names are long, `stacked` where
    they add up to something. `note` says what is counted.
    """

    slug: str
    heading: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    drawn: tuple[int, ...]
    sideways: bool = False
    stacked: bool = True

    @property
    def wide(self) -> bool:
        """Whether a phone shows it only in part."""
        return len(self.columns) > _MOST_ON_A_PHONE

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(row[column] for row in self.rows for column in self.drawn)


def months_of(period: Period) -> list[date]:
    """Return the first days of the months of a period, in order."""
    months, month = [], period.first.replace(day=1)
    while month <= period.last:
        months.append(month)
        month = next_month(month)
    return months


def next_month(month: date) -> date:
    """Return the first day of the month after that of a day."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def in_percent(part: int, whole: int) -> str:
    """Return a share in whole per cent, and a dash where there is nothing to have a share of."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _volumes(asked: Asked) -> Figures:
    received: Counter[date] = Counter()
    for day, requests in oversight.received_by_day(asked.authority, asked.period).items():
        received[day.replace(day=1)] += requests
    answered = asked.answers_by_month()
    return Figures(
        slug="volumes",
        heading="Requests received and answered",
        note="By the month of receipt and the month of the answer. What turned out to be no "
        "request is left out.",
        columns=("Month", "Received", "Answered"),
        rows=tuple(
            (_name(month), received[month], len(answered.get(month, ())))
            for month in months_of(asked.period)
        ),
        drawn=(1, 2),
        stacked=False,
    )


def _timeliness(asked: Asked) -> Figures:
    answered = asked.answers_by_month()
    return Figures(
        slug="timeliness",
        heading="Answers in time",
        note="By the month of the answer. In time means by the day on which the answer was due, "
        "as extended where the time was extended.",
        columns=("Month", "In time", "Late", "No due date", "Share in time"),
        rows=tuple(
            (_name(month), *_in_time(answered.get(month, ()))) for month in months_of(asked.period)
        ),
        drawn=(1, 2),
    )


def _ages(asked: Asked) -> Figures:
    counted = {name: [0, 0] for name in (*(name for _, name in AGES), _OLDEST)}
    for received_on, due_on in oversight.open_days(asked.authority):
        row = counted[age_of(received_on, asked.today)]
        row[due_on is not None and due_on < asked.today] += 1
    return Figures(
        slug="ages",
        heading="Age of open cases",
        note="Days since the request was received, whatever the months chosen above. Overdue means "
        "that the day on which the answer was due has passed.",
        columns=("Age", "Not overdue", "Overdue"),
        rows=tuple((name, live, overdue) for name, (live, overdue) in counted.items()),
        drawn=(1, 2),
        sideways=True,
    )


def _outcomes(asked: Asked) -> Figures:
    counted = oversight.outcomes(asked.authority, asked.period)
    return Figures(
        slug="outcomes",
        heading="Outcomes",
        note="Each part of the requests that were answered in these months counts once.",
        columns=("Outcome", "Parts"),
        rows=tuple((name, counted[value]) for value, name in OUTCOMES if counted[value]),
        drawn=(1,),
        sideways=True,
    )


def _sections(asked: Asked) -> Figures:
    counted = oversight.sections(asked.authority, asked.period)

    def by_count(cited: str) -> tuple[int, str]:
        return -counted[cited], cited

    return Figures(
        slug="sections",
        heading="Sections relied on",
        note="The provisions that parts of the requests answered in these months rest on. A part "
        "may rest on several.",
        columns=("Section", "Parts"),
        rows=tuple((each, counted[each]) for each in sorted(counted, key=by_count)),
        drawn=(1,),
        sideways=True,
    )


def _drafts(asked: Asked) -> Figures:
    counted: dict[date, Counter[Kept]] = defaultdict(Counter)
    for day, share in oversight.kept_shares(asked.authority, asked.period):
        counted[day.replace(day=1)][kept_of(share)] += 1
    kinds: list[Kept] = [kind for kind in _KEPT if kind is not Kept.NOT_MEASURED]
    if any(each[Kept.NOT_MEASURED] for each in counted.values()):
        kinds.append(Kept.NOT_MEASURED)
    waiting = oversight.not_read_yet(asked.authority)
    return Figures(
        slug="drafts",
        heading="What became of composed responses",
        note="By the month of the approval, from how many of the composed words stood in the "
        "approved letter: all, at least six in ten, or fewer. Filling a gap is no edit. "
        f"Not counted: {waiting} composed response{'' if waiting == 1 else 's'} that nobody has "
        "changed or approved yet.",
        columns=("Month", *(_KEPT[kind] for kind in kinds)),
        rows=tuple(
            (_name(month), *(counted[month][kind] for kind in kinds))
            for month in months_of(asked.period)
        ),
        drawn=tuple(range(1, len(kinds) + 1)),
    )


def _reading(asked: Asked) -> Figures:
    counted: dict[date, Counter[str]] = defaultdict(Counter)
    for day, kept in oversight.what_was_unread(asked.authority, asked.period):
        month = counted[day.replace(day=1)]
        if kept is None:
            month["nobody"] += 1
            continue
        month["read" if not kept["blocks"] else "unread"] += 1
        month["closed"] += bool(kept["sources"])
    return Figures(
        slug="reading",
        heading="What was read before responses were approved",
        note="By the month of the approval: whether who approved a response had marked every block "
        "of it as read, and in how many they had not opened every source. It says nothing of "
        "whether the words were accepted, which stands above. Not recorded: responses approved "
        "before this was kept.",
        columns=("Month", "All read", "Some not read", "Not recorded", "Some source not opened"),
        rows=tuple(
            (
                _name(month),
                *(counted[month][each] for each in ("read", "unread", "nobody", "closed")),
            )
            for month in months_of(asked.period)
        ),
        drawn=(1, 2, 3),
    )


def _teams(asked: Asked) -> Figures:
    answered = _sorted_out(asked.answers, lambda answer: answer.team)
    waiting = oversight.open_by_team(asked.authority, asked.today)
    return Figures(
        slug="teams",
        heading="Teams",
        note="By the team of the officer who has the case: answers given in these months, and "
        "cases open now.",
        columns=("Team", "In time", "Late", "No due date", "Share in time", "Open", "Overdue"),
        rows=tuple(
            (team or "No team", *_in_time(answered.get(team, ())), *waiting.get(team, (0, 0)))
            for team in sorted({*answered, *waiting}, key=lambda team: (not team, team))
        ),
        drawn=(1, 2),
        sideways=True,
    )


# The tables in the order of the page, by the word that names them in addresses.
TABLES: dict[str, Callable[[Asked], Figures]] = {
    "volumes": _volumes,
    "timeliness": _timeliness,
    "ages": _ages,
    "outcomes": _outcomes,
    "sections": _sections,
    "drafts": _drafts,
    "reading": _reading,
    "teams": _teams,
}


def age_of(received_on: date, today: date) -> str:
    """Return what the time since a day of receipt is called."""
    days = (today - received_on).days
    return next((name for most, name in AGES if days <= most), _OLDEST)


def as_csv(figures: Figures) -> bytes:
    """Return a table as CSV (RFC 4180), in UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(figures.columns)
    writer.writerows([[_plain(cell) for cell in row] for row in figures.rows])
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    return plain_cell(cell) if isinstance(cell, str) else cell


def _sorted_out(answers: Iterable[Answer], by: Callable[[Answer], Key]) -> dict[Key, list[Answer]]:
    """Return answers by what they have in common."""
    found: dict[Key, list[Answer]] = {}
    for answer in answers:
        found.setdefault(by(answer), []).append(answer)
    return found


def _in_time(answers: Sequence[Answer]) -> tuple[Cell, ...]:
    """Return the cells of answers: in time, late, of which nobody can say, share in time."""
    due = [answer for answer in answers if answer.due is not None]
    in_time = sum(answer.due is not None and answer.on <= answer.due for answer in due)
    unknown = len(answers) - len(due)
    return (in_time, len(due) - in_time, unknown, in_percent(in_time, len(due)))


def _name(month: date) -> str:
    return f"{month:%B %Y}"


def totals(figures: Figures) -> Sequence[Cell]:
    """Return the last line of a table: the sums of its counts, and nothing under words."""
    return ["Together", *(_sum(cells) for cells in list(zip(*figures.rows, strict=True))[1:])]


def _sum(cells: Iterable[Cell]) -> Cell:
    counts = list(cells)
    return sum(int(c) for c in counts) if all(isinstance(c, int) for c in counts) else ""
