"""Fill a database with many cases, their messages, letters and history, as copies of a few rows.

A real case is made through the use cases first; every other is a copy of its rows, with a
reference, subject, words, dates, state and officer of its own. The raw
bytes of messages are left out.
"""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import islice
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Field, Model

from assistant.domain.case import State
from assistant.store import models
from assistant.store.terms import terms
from tests.web.scene import Scene

AT_ONCE = 20_000
FIRST = 10_000
OFFICERS = 40
# Of the newest cases so many are open; all others were answered, a few were no requests.
OPEN = 1_500
HELD = 300
SECTIONS = (
    "FOIA s12(1)",
    "FOIA s21",
    "FOIA s24(1)",
    "FOIA s31(1)(a)",
    "FOIA s40(2)",
    "FOIA s43(2)",
)
_THINGS = """ambulances badges bicycles boats bollards bridges bursaries cameras canteens charities
    chimneys clinics computers consultants contracts cottages crossings cycleways drains drones
    festivals fines firearms fireworks footpaths forests garages gritters hedges helmets horses
    hydrants inspectors interpreters invoices kennels kerbs lamps laptops leases libraries
    lifeguards meters mosaics museums nurseries parks patrols pavements pensions permits
    playgrounds pools potholes quarries radios rivers roundabouts schools shelters signs skips
    sirens stables statues
    taxis tenders theatres tolls tractors trams trees trucks tunnels uniforms vans vouchers wardens
    weighbridges windows yachts zoos"""
THINGS = _THINGS.split()
_FIRSTS = ("North", "South", "East", "West", "Mid", "Upper", "Lower")
_LASTS = ("ton", "ham", "bury", "field", "stead", "wick", "ford", "ley", "by", "den")
PLACES = [f"{first}{last}" for first in _FIRSTS for last in _LASTS]
ASKED = ("How many {} were there in {} in {}?", "What was spent on {} in {} since {}?",
         "Please send the policy on {} in {} as it stood in {}.")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Copies:
    """Makes rows of one table after a pattern, as the values that its columns take."""

    fields: tuple["Field[Any, Any]", ...]
    pattern: tuple[Any, ...]
    places: Mapping[str, int]

    def row(self, **changed: object) -> list[Any]:
        """Return the values of one row; named columns differ from the pattern."""
        values = list(self.pattern)
        for name, value in changed.items():
            place = self.places[name]
            values[place] = self.fields[place].get_db_prep_save(value, connection)
        return values

    def insert(self, rows: Iterable[list[Any]]) -> None:
        """Insert rows, many in a statement."""
        quoted = connection.ops.quote_name
        table = self.fields[0].model._meta.db_table  # noqa: SLF001 - Django's own way to a table
        columns = ", ".join(quoted(str(field.column)) for field in self.fields)
        holes = ", ".join(["%s"] * len(self.fields))
        statement = f"INSERT INTO {quoted(table)} ({columns}) VALUES ({holes})"  # noqa: S608 - names of our own tables and columns
        given = iter(rows)
        while batch := list(islice(given, AT_ONCE)):
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.executemany(statement, batch)


def copies_of(row: Model) -> Copies:
    """Return the pattern that a stored row makes."""
    fields = tuple(field for field in row._meta.concrete_fields if not field.generated)  # noqa: SLF001 - as above
    pattern = tuple(
        field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields
    )
    return Copies(fields, pattern, {field.attname: at for at, field in enumerate(fields)})


@dataclass(frozen=True, slots=True)
class Made:
    """What one case is about: its key, its words, its days, where it stands, who works on it."""

    key: int
    reference: str
    title: str
    text: str
    terms: str
    section: str
    received_on: date
    due_on: date
    state: str
    officer: int | None

    @property
    def answered(self) -> bool:
        """Whether a response has left."""
        return self.state == State.ANSWERED


@cache
def _sentences() -> list[tuple[str, str, str, str]]:
    """Return what may be asked, its terms, the thing and the place."""
    return [
        (text := asked.format(thing, place, 2021), terms(text), thing, place)
        for thing in THINGS for place in PLACES for asked in ASKED
    ]  # fmt: skip


def made(count: int, officers: list[int], today: date) -> Iterator[Made]:
    """Yield what so many cases are about, the oldest first, always the same."""
    chance = random.Random(6)  # noqa: S311 - the same cases each time
    sentences = _sentences()
    for at in range(count):
        chosen = [chance.choice(sentences) for _ in range(3)]
        left = count - at
        is_open = left <= OPEN
        ago = (left * 30) // OPEN if is_open else 31 + left * 6_000 // count
        received_on = today - timedelta(days=ago)
        title = f"{chosen[0][2].capitalize()} in {chosen[0][3]}"
        state = State.OPEN if is_open else State.ANSWERED
        if not is_open and at % 50 == 0:
            state = State.NOT_A_REQUEST
        reference = f"FOI-{received_on.year}-{FIRST + at:06}"
        yield Made(
            key=FIRST + at,
            reference=reference,
            title=title,
            text="\n".join(text for text, *_ in chosen),
            terms=" ".join([terms(reference), terms(title), *(words for _, words, *_ in chosen)]),
            section=SECTIONS[at % 40] if at % 40 < len(SECTIONS) else "",
            received_on=received_on,
            due_on=received_on + timedelta(days=28),
            state=state.value,
            officer=None if is_open and at % 5 == 0 else officers[at % len(officers)],
        )


def fill(scene: Scene, cases: int, messages: int) -> None:
    """Add so many cases, with so many messages together, to a world that a scene has filled."""
    world = scene.world
    today = world.clock.now().date()
    officers = [
        models.User.objects.create(
            username=f"officer-{number}", first_name=PLACES[number], last_name="Price",
            authority=world.authority,
        ).pk
        for number in range(OFFICERS - 1)
    ] + [world.officer.pk]  # fmt: skip
    each = max(messages // cases, 1)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # What a loss of power would cost here is made again.
            cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute("PRAGMA cache_size = -200000")

    def every() -> Iterator[Made]:
        return made(cases, officers, today)

    _cases(scene, every)
    _messages(scene, every, each)
    _letters(scene, every)
    _events(scene, every)
    _held(scene)
    _tidy()


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12).astimezone()


def _cases(scene: Scene, every: Any) -> None:
    """Add cases, requesters, parts, sketches and the words they are found by."""
    case = scene.rivers
    pattern = copies_of(models.Case.objects.get(pk=case.pk))
    pattern.insert(
        pattern.row(
            id=one.key, reference=one.reference, title=one.title, state=one.state,
            received_on=one.received_on, due_on=one.due_on, officer_id=one.officer,
            received_at=_noon(one.received_on), opened_at=_noon(one.received_on),
            answered_at=_noon(one.due_on) if one.answered else None,
        )
        for one in every()
    )  # fmt: skip
    pattern = copies_of(case.requester)
    pattern.insert(
        pattern.row(id=one.key, case_id=one.key, address=f"person.{one.key % 20_000}@example.org")
        for one in every()
    )
    pattern = copies_of(models.RequestPart.objects.filter(case=case).order_by("pk")[0])
    pattern.insert(
        pattern.row(
            id=2 * one.key + second, case_id=one.key, position=1 + second, key=str(1 + second),
            text=one.text.splitlines()[second], start=0, end=0, message_id=None,
            outcome="refused" if one.section else "disclosed_full" if one.answered else "",
            sections=[one.section] if one.section else [],
            received_on=one.received_on, due_on=one.due_on,
        )
        for one in every() for second in (0, 1)
    )  # fmt: skip
    pattern = copies_of(models.RequestSketch.objects.all()[0])
    pattern.insert(
        pattern.row(id=20 * one.key + at, case_id=one.key, value=7 * one.key + at)
        for one in every() for at in range(4)
    )  # fmt: skip
    words = copies_of(models.CaseWords.objects.get(case=case))
    letters = models.CaseWords.objects.get(case=case).letters
    words.insert(
        words.row(
            id=one.key, case_id=one.key, request=one.terms, letters=f"{letters} {one.terms}",
            sections=terms(one.section),
        )
        for one in every()
    )  # fmt: skip


def _messages(scene: Scene, every: Any, each: int) -> None:
    """Add the messages of each case, the request first, and their places on it."""
    first = models.Message.objects.filter(cases=scene.rivers).order_by("pk")[0]
    pattern = copies_of(first)
    filed = copies_of(models.CaseMessage.objects.filter(case=scene.rivers).order_by("pk")[0])
    pattern.insert(
        pattern.row(
            id=FIRST + each * one.key + at, content_sha256=f"{one.key:032x}{at:032x}",
            subject=one.title if at == 0 else f"Re: {one.title}", text=one.text,
            disposition="case" if at == 0 else "filed", reply_spans=[[0, len(one.text)]],
            message_id=f"<{one.key}.{at}@example.org>", words_sha256=f"{one.key:064x}",
            sender_address=f"person.{one.key % 20_000}@example.org",
            received_at=_noon(one.received_on + timedelta(days=3 * at)),
        )
        for one in every() for at in range(each)
    )  # fmt: skip
    filed.insert(
        filed.row(
            id=FIRST + each * one.key + at, case_id=one.key,
            message_id=FIRST + each * one.key + at, part="request" if at == 0 else "reply",
            filed_at=_noon(one.received_on + timedelta(days=3 * at)),
        )
        for one in every() for at in range(each)
    )  # fmt: skip


def _letters(scene: Scene, every: Any) -> None:
    """Add two drafts a case and, where it was answered, two letters that left."""
    letter = scene.acknowledged
    draft = copies_of(models.Draft.objects.get(pk=letter.draft_id))
    kinds = ("acknowledgement", "response")
    draft.insert(
        draft.row(
            id=2 * one.key + at, case_id=one.key, kind=kind,
            state="approved" if one.answered else "ready",
        )
        for one in every() for at, kind in enumerate(kinds)
    )  # fmt: skip
    pattern = copies_of(letter)
    pattern.insert(
        pattern.row(
            id=2 * one.key + at, case_id=one.key, draft_id=2 * one.key + at, kind=kind, mark="",
            message_id=f"<letter-{one.key}-{at}@northshire.police.example>",
            approved_at=_noon(one.due_on),
        )
        for one in every() if one.answered for at, kind in enumerate(kinds)
    )  # fmt: skip
    outbox = copies_of(letter.outbox)
    outbox.insert(
        outbox.row(
            id=2 * one.key + at, letter_id=2 * one.key + at,
            stage="unknown" if one.key % 4_000 == 0 else "sent",
        )
        for one in every() if one.answered for at in (0, 1)
    )  # fmt: skip
    seat = copies_of(letter.addressees.all()[0])
    seat.insert(
        seat.row(
            id=2 * one.key + at, letter_id=2 * one.key + at,
            address=f"person.{one.key % 20_000}@example.org",
        )
        for one in every() if one.answered for at in (0, 1)
    )  # fmt: skip


def _events(scene: Scene, every: Any) -> None:
    """Add six events a case; their hashes are no chain."""
    event = copies_of(models.Event.objects.filter(case=scene.prevent).order_by("number")[0])
    event.insert(
        event.row(
            id=FIRST + 6 * one.key + number, case_id=one.key, number=number,
            kind="opened" if number == 1 else "part_recorded", at=_noon(one.received_on),
        )
        for one in every() for number in range(1, 7)
    )  # fmt: skip


def _held(scene: Scene) -> None:
    """Add held messages."""
    pattern = copies_of(models.Message.objects.get(pk=scene.held.pk))
    pattern.insert(
        pattern.row(id=at + 1_000, content_sha256=f"held{at:060}", message_id=f"<held-{at}@x.test>")
        for at in range(HELD)
    )


def _tidy() -> None:
    """Let new rows get new keys, and the database count its rows, as it does by itself in time."""
    tables = [
        models.Case, models.Requester, models.RequestPart, models.RequestSketch, models.CaseWords,
        models.Message, models.CaseMessage, models.Draft, models.Letter, models.Outbox,
        models.Addressee, models.Event,
    ]  # fmt: skip
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(statement)
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
