"""Killed at random moments, again and again, on the whole way from mailbox to sent letter.

Each run brings two messages in, kills one program or all of them at a random moment and starts
them again. `FOI_TESTS_KILLS=500` makes it 500 runs.
"""

import random
from pathlib import Path

import pytest

from tests import environment
from tests.dovecot import Dovecot, free_port
from tests.e2e.installation import Installation, mail_settings
from tests.e2e.kills import ONE_MACHINE, SEVERAL_MACHINES, Kills, faults
from tests.smtp_sink import SmtpSink

pytestmark = [
    pytest.mark.dovecot,
    pytest.mark.slow,
    pytest.mark.timeout(300 + 20 * environment.KILLS),
]


@pytest.fixture
def installation(
    tmp_path: Path, dovecot: Dovecot, smtp_sink: SmtpSink, chroma_url: str
) -> Installation:
    """Set up Northshire Police with an empty mailbox and impatient programs."""
    made = Installation(
        tmp_path, mail_settings(dovecot.port, f"kills-{tmp_path.name}", smtp_sink.port)
    )
    made.settings |= {
        "CHROMA_URL": chroma_url,
        "FOI_POLL_SECONDS": "0.2",
        "FOI_STALE_SECONDS": "1",
        "FOI_WORKER_INTERVAL": "0.1",
        # No message is to blame here for the end of its readers.
        "FOI_READ_ATTEMPTS": "1000",
        "FOI_SMTP_PER_MINUTE": "100000",
        # What a dead worker held is free again after minutes, which the test does not wait for.
        "FOI_SMTP_CONNECTIONS": "1000",
        "FOI_LISTEN_PORT": str(free_port()),
    }
    return made


def _runs(
    installation: Installation, dovecot: Dovecot, sink: SmtpSink, programs: dict[str, str]
) -> list[str]:
    seed = random.SystemRandom().randrange(10**6)
    installation.run("prepare")
    kills = Kills(
        installation,
        dovecot,
        sink,
        programs,
        random.Random(seed),  # noqa: S311 - a test's chance, which a seed brings back
    )
    found = kills.run(environment.KILLS)
    return [f"seed {seed}: {fault}" for fault in faults(kills, found)]


def test_nothing_is_lost_or_doubled_however_often_a_program_is_killed(
    installation: Installation, dovecot: Dovecot, smtp_sink: SmtpSink
) -> None:
    assert _runs(installation, dovecot, smtp_sink, ONE_MACHINE) == []


@pytest.mark.postgresql
def test_nothing_is_lost_or_doubled_on_several_machines_over_postgresql(
    installation: Installation, dovecot: Dovecot, smtp_sink: SmtpSink, postgresql_url: str
) -> None:
    installation.settings["DATABASE_URL"] = postgresql_url
    assert _runs(installation, dovecot, smtp_sink, SEVERAL_MACHINES) == []
