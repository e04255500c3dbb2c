"""Every page costs few database queries, and as many rows of anything cost it no more."""

from dataclasses import replace
from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assistant.domain.case import EventKind
from assistant.domain.law.deadline import EventKind as ClockEvent
from assistant.services.import_knowledge import import_knowledge
from assistant.services.record_clock_event import record_clock_event
from assistant.services.record_search import record_search
from assistant.services.save_filter import save_filter
from assistant.store.events import record
from tests.letters import PREVENT, mail
from tests.web.every_page import addresses
from tests.web.fates import came_back, partly_refused, refused, waiting
from tests.web.scene import PRECEDENT, RIVERS, Scene, hold, undecided_folder

LIMIT = 20
# Where too few of the best passages are alike enough, the search reads the next ones, once.
FURTHER = {"library": 1}
ROBIN = "Robin Ash <robin.ash@example.org>"


def costs(client: Client, scene: Scene) -> dict[str, int]:
    """Return how many queries each page takes, by its name."""
    found = {}
    pages = addresses(scene) | {"case in doubt": f"/cases/{scene.rivers.reference}/"}
    for name, address in pages.items():
        with CaptureQueriesContext(connection) as seen:
            answer = client.get(address)
        assert answer.status_code == 200, name
        found[name] = len(seen)
    return found


def add_to(scene: Scene, turn: int) -> None:
    """Add some more of everything that a page may show."""
    world = scene.world
    for number in range(2):
        text = RIVERS.replace("2024", f"{2010 + 2 * turn + number}")
        world.case(
            mail(
                text,
                subject=f"River patrols {turn} {number}",
                message_id=f"<more-{turn}-{number}@example.org>",
            )
        )
        world.deliver(
            mail(
                f"When can I expect answer {turn} {number}?",
                message_id=f"<reply-{turn}-{number}@example.org>",
                in_reply_to="<request-1@example.org>",
            )
        )
        for part in scene.prevent.parts.all():
            record_search(
                part.pk, where=f"Drawer {turn} {number}", who="Olwen Price", terms="prevent",
                made_on=date(2026, 3, 3), result="Nothing", by=world.officer, clock=world.clock,
            )  # fmt: skip
        record(
            scene.prevent, EventKind.ASSIGNED, by=world.supervisor, at=world.clock.now(),
            reason=f"Turn {turn}", officer=world.officer.pk,
        )  # fmt: skip
        save_filter(
            name=f"Filter {turn} {number}", query="q=x", by=world.officer, clock=world.clock
        )
    for sender, text in (("Bo Lind <bo.lind@example.net>", PREVENT), (ROBIN, RIVERS)):
        world.case(
            mail(
                f"{text}\nNumber {turn}",
                sender=sender,
                subject=f"The same {turn}",
                message_id=f"<same-{turn}-{len(text)}@example.org>",
            )
        )
    for kind in (ClockEvent.CLARIFICATION_SOUGHT, ClockEvent.CLARIFICATION_RECEIVED):
        scene.prevent.refresh_from_db()
        record_clock_event(
            scene.prevent.pk, version=scene.prevent.version, kind=kind, on=date(2026, 3, 3),
            reason="As the letter says", by=world.officer, clock=world.clock,
        )  # fmt: skip
    world.compose(scene.prevent)
    for number, fate in enumerate((refused, partly_refused, waiting, came_back)):
        fate(world, name=f"fate-{turn}-{number}")
    hold(world, f"empty-more-{turn}")
    undecided_folder(world, f"Older {turn}")
    import_knowledge(
        world.authority.pk,
        [replace(PRECEDENT, ident=f"more-{turn}", text=f"{PRECEDENT.text}\n{turn}")],
        library=world.library,
        clock=world.clock,
    )


def test_a_page_costs_few_queries_however_much_it_shows(client: Client, scene: Scene) -> None:
    client.force_login(scene.world.officer)
    add_to(scene, 1)
    few = costs(client, scene)
    add_to(scene, 2)
    many = costs(client, scene)
    assert {name: count for name, count in many.items() if count > LIMIT} == {}
    allowed = {name: count + FURTHER.get(name, 0) for name, count in few.items()}
    assert {name: (few[name], count) for name, count in many.items() if count > allowed[name]} == {}
