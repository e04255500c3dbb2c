"""Mail in bulk on a real server: renumbered, read by several at once, and old at the first start.

FOI_TEST_LONG=1 takes the numbers of a large authority: 2,000 mails renumbered, 50,000 old ones.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.dovecot import Dovecot
from tests.e2e.installation import Installation, mail_settings
from tests.letters import mail

pytestmark = [pytest.mark.dovecot, pytest.mark.slow, pytest.mark.timeout(1200)]

LONG = os.environ.get("FOI_TEST_LONG", "") not in {"", "0"}
RENUMBERED = 2_000 if LONG else 200
AT_ONCE = 500
OLD = 50_000 if LONG else 300

COUNTS = """
import json
from assistant import bootstrap
bootstrap.start()
from assistant.store.models import Case, Delivery, Draft, Message, MailboxFolder
folder = MailboxFolder.objects.get()
print(json.dumps({
    "messages": Message.objects.count(), "cases": Case.objects.count(),
    "deliveries": Delivery.objects.count(),
    "imported": Message.objects.filter(imported=True).count(),
    "acknowledgements": Draft.objects.filter(kind="acknowledgement").count(),
    "pending": Message.objects.filter(disposition="pending").count(),
    "balance": [folder.on_server, folder.left_alone, folder.missing],
}))
"""
# What the listener does with each message that a mail server hands over, one after another.
HANDED_OVER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from assistant import bootstrap
bootstrap.start()
from assistant.ports import Submission, Taken
from assistant.services.take_submission import take_submissions
for file in sorted(Path(sys.argv[1]).iterdir()):
    submission = Submission(
        via="lmtp", sender="alex.carter@example.org",
        recipients=("foi@northshire.police.example",), received_at=datetime.now(UTC),
        raw=file.read_bytes(), handed_over_by="mx.northshire.police.example",
    )
    outcomes = take_submissions([submission], clock=bootstrap.clock())
    assert [each.taken for each in outcomes[0]] == [Taken.STORED], outcomes
"""


def _mails(first: int, count: int) -> dict[str, bytes]:
    return {
        f"{1_700_000_000 + n}.M{n}.northshire": mail(
            f"How many cars were in ward {n}?", message_id=f"<{n}@example.org>", subject=f"Cars {n}"
        )
        for n in range(first, first + count)
    }


@pytest.fixture
def installation(tmp_path: Path, dovecot: Dovecot) -> Installation:
    """Set up Northshire Police with an empty mailbox, where everything is taken in unasked."""
    made = Installation(tmp_path, mail_settings(dovecot.port, f"intake-{tmp_path.name}", 9))
    made.settings["FOI_FIRST_START_ASKS_ABOVE"] = "1000000"
    made.run("prepare")
    return made


def _user(installation: Installation) -> str:
    return installation.settings["FOI_IMAP_USER"]


def _put(dovecot: Dovecot, installation: Installation, number: int) -> None:
    raw = next(iter(_mails(number, 1).values()))
    dovecot.put(_user(installation), "INBOX", raw, datetime.now(UTC))


def _counted(installation: Installation) -> dict[str, object]:
    program = installation.start("-c", COUNTS)
    said, _ = program.communicate(timeout=90)
    assert program.returncode == 0, said.decode()
    found = json.loads(said.decode().splitlines()[-1])
    assert isinstance(found, dict)
    return found


def test_a_renumbered_mailbox_gives_cases_of_its_new_mail_alone(
    installation: Installation, dovecot: Dovecot
) -> None:
    dovecot.fill(_user(installation), _mails(0, RENUMBERED).items())
    installation.run("poll", "--once")
    dovecot.renumber(_user(installation))
    for number in range(RENUMBERED, RENUMBERED + 5):
        _put(dovecot, installation, number)

    said = installation.run("poll", "--once")
    again = installation.run("poll", "--once")

    assert f"5 new, {RENUMBERED} known already." in said
    assert "0 new, 0 known already." in again
    counted = _counted(installation)
    assert counted["messages"] == RENUMBERED + 5
    assert counted["balance"] == [RENUMBERED + 5, 0, 0]


@pytest.fixture(params=["sqlite", "postgresql"])
def on_either_database(installation: Installation, request: pytest.FixtureRequest) -> Installation:
    """Set up Northshire Police on each of the two databases."""
    if request.param == "postgresql":
        installation.settings["DATABASE_URL"] = request.getfixturevalue("postgresql_url")
        installation.run("prepare")
    return installation


def test_two_pollers_and_a_mail_server_take_the_same_mails_once(
    on_either_database: Installation, dovecot: Dovecot
) -> None:
    installation = on_either_database
    mails = _mails(0, AT_ONCE)
    dovecot.fill(_user(installation), mails.items())
    files = installation.folder / "handed-over"
    files.mkdir()
    for name, raw in mails.items():
        (files / name).write_bytes(raw)

    programs = [
        installation.start("-m", "assistant", "poll", "--once"),
        installation.start("-m", "assistant", "poll", "--once"),
        installation.start("-c", HANDED_OVER, str(files)),
    ]
    for program in programs:
        said, _ = program.communicate(timeout=300)
        assert program.returncode == 0, said.decode()

    counted = _counted(installation)
    assert (counted["messages"], counted["deliveries"]) == (AT_ONCE, 2 * AT_ONCE)
    assert counted["balance"] == [AT_ONCE, 0, 0]


def test_old_mail_at_the_first_start_is_asked_about_and_then_left_where_it_is(
    installation: Installation, dovecot: Dovecot
) -> None:
    installation.settings["FOI_FIRST_START_ASKS_ABOVE"] = "200"
    dovecot.fill(_user(installation), _mails(0, OLD).items())

    asked = installation.run("poll", "--once", status=1)
    _put(dovecot, installation, OLD)
    installation.run("poll", "--once", status=1)
    chosen = installation.run("poll", "--once", "--first-start", "from-now")
    _put(dovecot, installation, OLD + 1)
    installation.run("poll", "--once")
    installation.work("mail")

    assert f"It holds {OLD:,} messages from before" in asked
    assert "1 new, 0 known already." in chosen
    counted = _counted(installation)
    assert (counted["messages"], counted["cases"], counted["acknowledgements"]) == (2, 2, 2)
    assert counted["balance"] == [OLD + 2, OLD, 0]


def test_old_mail_that_is_imported_is_never_acknowledged(
    installation: Installation, dovecot: Dovecot
) -> None:
    old = 40
    dovecot.fill(_user(installation), _mails(0, old).items())

    installation.run("poll", "--once", "--first-start", "import")
    _put(dovecot, installation, old)
    installation.run("poll", "--once")
    installation.work("mail")

    counted = _counted(installation)
    assert (counted["cases"], counted["imported"]) == (old + 1, old)
    assert (counted["acknowledgements"], counted["pending"]) == (1, 0)
