"""What the tests are told from outside, and what they drop from the environment first.

    FOI_TESTS_REQUIRE_ALL=1        a part that is missing here (Dovecot, PostgreSQL, Chromium ...)
                                   is a failure, not a skip
    FOI_TEST_POSTGRESQL_URL=...    a PostgreSQL server on loopback that tests may make databases on
    FOI_TESTS_PICTURES=folder      the browser's tests leave pictures of the pages there
    FOI_TESTS_LISTENER_KILLS=500   how often the listener is killed while it stores a mail (20)
    FOI_TESTS_KILLS=500            how often programs are killed at a random moment (25)
    FOI_TESTS_INDEXING_KILLS=100   how often building the index is killed (2)
    FOI_TESTS_MUTATIONS=3          how many mutations of each attack mail are run (of some, one)
    FOI_TESTS_MUTATIONS_SEED=7     which ones they are
    DATABASE_URL=...               run the tests that use a database on this one

Everything else that is set for the assistant is dropped: a contributor's own settings never reach
a test, and no test reaches a contributor's own data.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def _told(name: str) -> str:
    """Return what the tests are told from outside, and keep it for the processes they run in.

    Its own name is dropped below, and a run in several processes starts them after that.
    """
    value = os.environ.get(name) or os.environ.get(f"KEPT_{name}", "")
    os.environ[f"KEPT_{name}"] = value
    return value


REQUIRE_ALL = _told("FOI_TESTS_REQUIRE_ALL") not in {"", "0"}
PICTURES = _told("FOI_TESTS_PICTURES")
POSTGRESQL_URL = _told("FOI_TEST_POSTGRESQL_URL")
LISTENER_KILLS = int(_told("FOI_TESTS_LISTENER_KILLS") or 20)
ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
KILLS = int(_told("FOI_TESTS_KILLS") or 25)
MUTATIONS = int(_told("FOI_TESTS_MUTATIONS") or 0)
MUTATIONS_SEED = int(_told("FOI_TESTS_MUTATIONS_SEED") or 1)
INDEXING_KILLS = int(_told("FOI_TESTS_INDEXING_KILLS") or 2)


def _clear() -> Path:
    """Drop the assistant's settings from the environment; return a new folder for its data."""
    for name in list(os.environ):
        if name.startswith("FOI_") or name in {"CHROMA_URL", "DJANGO_SETTINGS_MODULE"}:
            del os.environ[name]
    folder = Path(tempfile.mkdtemp(prefix="foi-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["FOI_DATA_FOLDER"] = str(folder)
    return folder


DATA_FOLDER = _clear()


def part_is_missing(reason: str) -> NoReturn:
    """Skip the test because a part of this machine is missing; say which and how to get it.

    Where FOI_TESTS_REQUIRE_ALL is set, tests/conftest.py makes a failure of every such skip.
    """
    pytest.skip(reason)
