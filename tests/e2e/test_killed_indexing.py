"""Building the index killed by SIGKILL at random moments: a whole index serves, nothing is lost.

Two kills here; FOI_TESTS_INDEXING_KILLS=100 does more.
"""

import contextlib
import json
import random
import subprocess
import time
from pathlib import Path

import pytest

from tests import environment
from tests.e2e.installation import Installation

QUESTION = "How many referrals to Prevent were made by schools?"


def _found(made: Installation) -> tuple[list[str], str]:
    """Return what a search finds, and why it was by words alone, if so."""
    said = json.loads(made.run("search", QUESTION, "-k", "3", "--json"))
    return [one["id"] for one in said["results"]], said["by_words_only"]


@pytest.mark.chroma
@pytest.mark.slow
@pytest.mark.timeout(600 + 60 * environment.INDEXING_KILLS)
def test_building_the_index_survives_being_killed_at_any_moment(tmp_path: Path) -> None:
    made = Installation(tmp_path)
    made.run("prepare")
    made.run("knowledge", "import", str(environment.ROOT / "knowledge" / "responses"))
    found = _found(made)
    assert found[0]
    began = time.monotonic()
    passages = json.loads(made.run("knowledge", "reindex", "--json"))["passages"]
    took = time.monotonic() - began
    chance = random.Random(1)  # noqa: S311 - no secret, and the same every time

    for _ in range(environment.INDEXING_KILLS):
        program = made.start("-m", "assistant", "knowledge", "reindex")
        # The program takes a while to load; what it is killed in should be the building.
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(took * chance.uniform(0.3, 1.0))
        program.kill()
        program.communicate()
        assert _found(made) == found

    state = json.loads(made.run("knowledge", "check", "--json"))
    assert (state["passages"], state["sound"]) == (passages, True)
    made.run("knowledge", "reindex")
    assert _found(made) == found
