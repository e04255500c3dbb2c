"""The main job on real parts: Dovecot, the programs, the pages over HTTP, and an SMTP server."""

import json
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from assistant.domain.letters.render import text_of
from tests.dovecot import Dovecot
from tests.e2e.installation import Installation, mail_settings
from tests.e2e.twenty_messages import twenty_messages
from tests.smtp_sink import SmtpSink

pytestmark = [pytest.mark.dovecot, pytest.mark.slow, pytest.mark.timeout(600)]

RECEIVED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ASK = """
import json
from assistant import bootstrap
bootstrap.start()
from assistant.store.models import Case, Letter, Message, Outbox
print(json.dumps({
    "dispositions": {m.message_id: m.disposition for m in Message.objects.all()},
    "cases": {c.requester.address: c.reference for c in Case.objects.select_related("requester")},
    "due": sorted({str(c.due_on) for c in Case.objects.exclude(regime="SAR")}),
    "stages": sorted(Outbox.objects.values_list("stage", flat=True)),
    "events": {c.reference: [e.kind for e in c.events.all()] for c in Case.objects.all()},
}))
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Give the address of an empty database: a file of the installation, or on PostgreSQL."""
    if request.param == "sqlite":
        return ""
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def installation(
    tmp_path: Path, dovecot: Dovecot, smtp_sink: SmtpSink, chroma_url: str, database: str
) -> Installation:
    """Set up Northshire Police with a mailbox of twenty messages."""
    user = f"foi-{tmp_path.name}"
    for raw, _ in twenty_messages():
        dovecot.put(user, "INBOX", raw, RECEIVED)
    settings = mail_settings(dovecot.port, user, smtp_sink.port)
    settings |= {"CHROMA_URL": chroma_url, "DATABASE_URL": database}
    made = Installation(tmp_path, settings)
    made.run("prepare")
    made.run("knowledge", "import", str(Path("knowledge/responses").absolute()))
    return made


def _asked(installation: Installation) -> dict[str, object]:
    """Return what the database holds, read by a program of its own."""
    program = installation.start("-c", ASK)
    said, _ = program.communicate(timeout=60)
    assert program.returncode == 0, said.decode()
    found = json.loads(said.decode().splitlines()[-1])
    assert isinstance(found, dict)
    return found


def test_twenty_messages_come_in_and_two_approved_letters_leave_once_in_their_threads(
    installation: Installation, dovecot: Dovecot, smtp_sink: SmtpSink
) -> None:
    user = installation.settings["FOI_IMAP_USER"]
    said = installation.run("poll", "--once")
    again = installation.run("poll", "--once")
    installation.work("mail", "draft")

    found = _asked(installation)
    expected = {
        str(message_from_bytes(raw, policy=policy.default)["Message-ID"] or ""): disposition
        for raw, disposition in twenty_messages()
        if disposition
    }
    assert "19 new" in said
    assert "0 new" in again
    assert found["dispositions"] == expected
    assert found["due"] == ["2026-03-31"]
    assert all(b"\\Seen" not in dovecot.flags(user, "INBOX", uid) for uid in (1, 2, 20))

    cases = found["cases"]
    assert isinstance(cases, dict)
    chosen = [cases["alex.carter@example.org"], cases["sam@example.org"]]
    with installation.pages() as browser:
        listed = browser.get("/cases/")
        assert all(reference in listed for reference in chosen)
        for reference in chosen:
            page = browser.post(f"/cases/{reference}/acknowledgement/approve/")
            assert reference in page
    installation.work("send")
    installation.work("send")

    letters = [message_from_bytes(one.message, policy=policy.default) for one in smtp_sink.arrived]
    assert [
        (one.recipient, letter["In-Reply-To"], letter["References"])
        for one, letter in zip(smtp_sink.arrived, letters, strict=True)
    ] == [
        (
            "alex.carter@example.org",
            "<chaser-1@example.org>",
            "<request-1@example.org> <chaser-1@example.org>",
        ),
        ("sam@example.org", "<r2@example.org>", "<r2@example.org>"),
    ]
    assert all(
        reference in letter["Subject"] and "31 March 2026" in text_of(one.message)
        for reference, letter, one in zip(chosen, letters, smtp_sink.arrived, strict=True)
    )
    after = _asked(installation)
    assert after["stages"] == ["sent", "sent"]
    events = after["events"]
    assert isinstance(events, dict)
    assert "acknowledgement_sent" in events[chosen[0]]
