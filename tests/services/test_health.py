"""`check` reaches every part, and says what to do about what does not work."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant import config
from assistant.config import Settings
from assistant.domain.law.calendar import PUBLISHED_UNTIL
from assistant.domain.law.timeline import long_day
from assistant.health import CheckResult, checks
from tests.bank_holidays import document
from tests.dovecot import PASSWORD, Dovecot, free_port
from tests.letters import RECEIVED, mail
from tests.listening import Keeper, listening
from tests.smtp_sink import SmtpSink

pytestmark = pytest.mark.django_db


def _settings(tmp_path: Path, **changes: object) -> Settings:
    return config.load({}, Path("/nonexistent/.env")).model_copy(
        update={"data_folder": tmp_path, "network_timeout": 5.0} | changes
    )


def _look(settings: Settings) -> dict[str, CheckResult]:
    return {result.part: result for result in checks(settings)}


def test_nothing_set_is_said_part_by_part_with_what_to_do(tmp_path: Path) -> None:
    found = _look(_settings(tmp_path, chroma_port=free_port()))

    assert found["Data folder"].works
    assert found["Database"].works
    assert found["Knowledge"].works
    assert not found["Chroma"].works
    assert "FOI_IMAP_HOST" in found["Mailbox"].what_to_do
    assert "FOI_SMTP_HOST" in found["Outgoing mail"].detail
    assert "approved wording" in found["Language model"].detail


def test_the_calendar_says_until_when_bank_holidays_are_known(tmp_path: Path) -> None:
    year = datetime.now(UTC).year
    file = tmp_path / "bank-holidays.json"

    def calendar(**changes: object) -> CheckResult:
        settings = _settings(tmp_path, chroma_port=free_port(), **changes)
        return _look(settings)["Calendar"]

    assert calendar().works
    assert f"known until {long_day(PUBLISHED_UNTIL)} (this version)" in calendar().detail

    file.write_text(json.dumps(document(year, year + 2)))
    far = calendar(bank_holidays=str(file), authority_clock="archives")
    assert (far.works, far.what_to_do) == (True, "")
    assert f"known until 31 December {year + 2} ({file}); clock: archives" in far.detail

    file.write_text(json.dumps(document(year - 1, year)))
    near = calendar(bank_holidays=str(file))
    assert near.works
    assert "Download https://www.gov.uk/bank-holidays.json" in near.what_to_do

    in_part = document(year, year + 2)
    in_part["scotland"]["events"] = [
        each for each in in_part["scotland"]["events"] if each["date"] < f"{year + 2}-06-01"
    ]
    file.write_text(json.dumps(in_part))
    assert f"the days of {year + 2} are not whole" in calendar(bank_holidays=str(file)).detail
    assert "again" in calendar(bank_holidays=str(file)).what_to_do

    file.write_text("{}")
    broken = calendar(bank_holidays=str(file))
    assert not broken.works
    assert str(file) in broken.detail


def test_a_folder_that_cannot_be_written_does_not_hide_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")

    found = _look(_settings(file / "below", chroma_port=free_port()))

    assert not found["Data folder"].works
    assert "FOI_DATA_FOLDER" in found["Data folder"].what_to_do
    assert found["Knowledge"].works


@pytest.mark.dovecot
@pytest.mark.chroma
def test_every_part_that_is_there_works(
    tmp_path: Path, dovecot: Dovecot, smtp_sink: SmtpSink, chroma_url: str
) -> None:
    dovecot.put("checked", "INBOX", mail(), RECEIVED)
    settings = _settings(
        tmp_path,
        chroma_url=chroma_url,
        mailbox_address="foi@northshire.police.example",
        imap_host="127.0.0.1",
        imap_port=dovecot.port,
        imap_security="none",
        imap_user="checked",
        imap_password=config.Settings(imap_password=PASSWORD).imap_password,
        smtp_host="127.0.0.1",
        smtp_port=smtp_sink.port,
        smtp_security="none",
    )

    found = _look(settings)

    assert [result.part for result in found.values() if not result.works] == []
    assert smtp_sink.arrived == []


@pytest.mark.dovecot
def test_a_wrong_password_and_a_server_that_is_gone_are_told_apart(
    tmp_path: Path, dovecot: Dovecot
) -> None:
    settings = _settings(
        tmp_path,
        chroma_port=free_port(),
        mailbox_address="foi@northshire.police.example",
        imap_host="127.0.0.1",
        imap_port=dovecot.port,
        imap_security="none",
        imap_user="checked",
        imap_password=config.Settings(imap_password="wrong").imap_password,  # noqa: S106 - it is
        smtp_host="127.0.0.1",
        smtp_port=free_port(),
        smtp_security="none",
    )

    found = _look(settings)

    assert "password" in found["Mailbox"].detail
    assert not found["Outgoing mail"].works
    assert found["Mailbox"].detail != found["Outgoing mail"].detail


def test_a_listener_is_greeted_where_one_is_to_run(tmp_path: Path) -> None:
    with listening(Keeper()) as running:
        port = running.port
        found = _look(_settings(tmp_path, chroma_port=free_port(), listen=True, listen_port=port))
        open_to_all = {"listen": True, "listen_port": port, "listen_host": "0.0.0.0"}  # noqa: S104 - a word
        doubtful = _look(_settings(tmp_path, chroma_port=free_port(), **open_to_all))

    assert (found["Listener"].works, found["Listener"].what_to_do) == (True, "")
    assert doubtful["Listener"].works
    assert "FOI_LISTEN_NETWORKS" in doubtful["Listener"].what_to_do
    gone = _look(_settings(tmp_path, chroma_port=free_port(), listen=True, listen_port=port))
    assert not gone["Listener"].works
    assert "foi-assistant listen" in gone["Listener"].detail
    assert "Listener" not in _look(_settings(tmp_path, chroma_port=free_port()))
