"""Several workers, several messages of one sender at one moment: one automatic acknowledgement."""

from pathlib import Path

import pytest

from tests.e2e.installation import Installation

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

WORKERS = 6
# Each worker is a thread with a connection of its own; all begin at once, each with another draft.
RACE = f"""
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from assistant import bootstrap
bootstrap.start()
from django.db import connection
from assistant.services.acknowledge_by_standing import acknowledge_by_standing
from assistant.store.models import Draft, Letter, StandingDecision
from tests.letters import mail
from tests.standing import approve_ahead
from tests.world import make_world

world = make_world(datetime(2026, 3, 3, 10, 0, tzinfo=UTC))
approve_ahead(world)
for number in range({WORKERS}):
    world.case(mail(f"How many cars did you own in {{2000 + number}}?", subject=f"Cars {{number}}",
                    message_id=f"<cars-{{number}}@example.org>"))
drafts = list(Draft.objects.filter(kind="acknowledgement").values_list("pk", flat=True))
assert len(drafts) == {WORKERS}
barrier = Barrier({WORKERS}, timeout=60)

def work(draft_id):
    connection.ensure_connection()
    barrier.wait()
    try:
        return acknowledge_by_standing(draft_id, register=world.register, clock=world.clock)
    finally:
        connection.close()

with ThreadPoolExecutor({WORKERS}) as threads:
    letters = [letter for letter in threads.map(work, drafts) if letter]
waits = StandingDecision.objects.filter(why_not__contains="within the last 24 hours")
print(len(drafts), len(letters), Letter.objects.count(), waits.count())
"""


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_of_several_messages_at_one_moment_one_is_answered(
    tmp_path: Path, request: pytest.FixtureRequest, database: str
) -> None:
    url = "" if database == "sqlite" else str(request.getfixturevalue("postgresql_url"))
    made = Installation(tmp_path, {"DATABASE_URL": url})
    made.run("prepare")

    program = made.start("-c", RACE)
    said, _ = program.communicate(timeout=240)

    assert program.returncode == 0, said.decode()
    assert said.decode().split()[-4:] == [str(WORKERS), "1", "1", str(WORKERS - 1)]
