"""`check` reaches every part, and says what to do about what does not work."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant import config
from assistant.config import Settings
from assistant.domain.law.calendar import PUBLISHED_UNTIL
from assistant.domain.law.timeline import long_day
from assistant.health import CheckResult, checks
from tests.bank_holidays import document
from tests.certificate import make_certificate
from tests.dovecot import PASSWORD, Dovecot, free_port
from tests.letters import RECEIVED, mail
from tests.listening import Keeper, listening
from tests.scripted_imap import ScriptedImap
from tests.smtp_sink import SmtpSink
from tests.token_server import CLIENT_ID, SECRET, TENANT, TokenServer

pytestmark = pytest.mark.django_db
FOI, EIR = "foi@northshire.police.example", "eir@northshire.police.example"


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

    mailbox = found[f"Mailbox {FOI}"]
    assert "password" in mailbox.detail
    assert not found["Outgoing mail"].works
    assert mailbox.detail != found["Outgoing mail"].detail
    assert f"Folder {FOI}/INBOX" not in found


def on_dovecot(dovecot: Dovecot, user: str) -> dict[str, object]:
    return {
        "imap_host": "127.0.0.1",
        "imap_port": dovecot.port,
        "imap_security": "none",
        "imap_user": user,
        "imap_password": PASSWORD,
    }


def two_mailboxes(tmp_path: Path, dovecot: Dovecot, **changes: object) -> Settings:
    """One mailbox of the settings, and one of the file of mailboxes."""
    of_the_file = on_dovecot(dovecot, "second") | {"mailbox_address": EIR} | changes
    file = tmp_path / "mailboxes.toml"
    lines = (f"{name} = {json.dumps(value)}" for name, value in of_the_file.items())
    file.write_text("\n".join(("[[mailbox]]", *lines)))
    file.chmod(0o600)
    environ = {f"FOI_{k.upper()}": str(v) for k, v in on_dovecot(dovecot, "first").items()}
    environ |= {
        "FOI_MAILBOX_ADDRESS": FOI,
        "FOI_IMAP_SENT_FOLDER": "Sent",
        "FOI_MAILBOXES": str(file),
        "FOI_DATA_FOLDER": str(tmp_path),
        "FOI_NETWORK_TIMEOUT": "5",
        "FOI_CHROMA_PORT": str(free_port()),
    }
    return config.load(environ, Path("/nonexistent/.env"))


@pytest.mark.dovecot
def test_each_folder_of_each_mailbox_has_a_line_of_its_own(
    tmp_path: Path, dovecot: Dovecot
) -> None:
    for folder in ("INBOX", "Sent"):
        dovecot.put("first", folder, mail(), RECEIVED)
    for _ in range(3):
        dovecot.put("second", "INBOX", mail(), RECEIVED)
    folders = ["INBOX", "Nowhere"]

    found = _look(two_mailboxes(tmp_path, dovecot, imap_folders=folders, imap_after="flag"))

    lines = {part: one for part, one in found.items() if "@" in part}
    assert list(lines) == [
        f"Mailbox {FOI}",
        f"Folder {FOI}/INBOX",
        f"Sent folder {FOI}/Sent",
        f"Mailbox {EIR}",
        f"Folder {EIR}/INBOX",
        f"Folder {EIR}/Nowhere",
    ]
    assert [part for part, one in lines.items() if not one.works] == [f"Folder {EIR}/Nowhere"]
    assert "IDLE" in lines[f"Mailbox {FOI}"].detail
    assert "signs in with a password; changes nothing there" in lines[f"Mailbox {FOI}"].detail
    assert "flags what is stored" in lines[f"Mailbox {EIR}"].detail
    assert lines[f"Folder {EIR}/INBOX"].detail == "3 message(s)"
    assert "Nowhere" in lines[f"Folder {EIR}/Nowhere"].detail


@pytest.mark.dovecot
def test_a_mailbox_that_cannot_be_reached_does_not_hide_the_other(
    tmp_path: Path, dovecot: Dovecot
) -> None:
    dovecot.put("first", "Sent", mail(), RECEIVED)
    found = _look(two_mailboxes(tmp_path, dovecot, imap_password="wrong"))  # noqa: S106 - it is

    assert found[f"Folder {FOI}/INBOX"].works
    assert not found[f"Mailbox {EIR}"].works
    assert f"Folder {EIR}/INBOX" not in found


def test_a_mailbox_without_a_server_is_taken_from_other_mail_servers(tmp_path: Path) -> None:
    settings = _settings(tmp_path, chroma_port=free_port(), mailbox_address=FOI)
    found = _look(settings)[f"Mailbox {FOI}"]
    assert found.works
    assert "foi-assistant listen" in found.what_to_do


def by_oauth(tmp_path: Path, tokens: TokenServer, **changes: object) -> Settings:
    """A mailbox at Microsoft, read by an application, with servers of our own in its place."""
    return _settings(
        tmp_path,
        chroma_port=free_port(),
        mailbox_address=FOI,
        imap_host="127.0.0.1",
        imap_security="none",
        imap_sign_in="oauth",
        oauth_authority=tokens.authority,
        oauth_tenant=TENANT,
        oauth_client_id=CLIENT_ID,
        oauth_client_secret=SecretStr(SECRET),
        **changes,
    )


def test_a_token_of_the_application_opens_the_mailbox(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    capability = b"IMAP4rev1 AUTH=XOAUTH2 IDLE"
    with (
        TokenServer(tmp_path, make_certificate(tmp_path)) as tokens,
        ScriptedImap({1: mail()}, capability=capability) as imap,
    ):
        monkeypatch.setenv("SSL_CERT_FILE", str(tokens.ca_file))
        found = _look(by_oauth(tmp_path, tokens, imap_port=imap.port))

    mailbox = found[f"Mailbox {FOI}"]
    assert mailbox.works, mailbox
    assert "OAuth 2 (Microsoft, application)" in mailbox.detail
    assert "IDLE" in mailbox.detail
    assert found[f"Folder {FOI}/INBOX"].detail == "1 message(s)"
    assert imap.said_in == [f"user={FOI}\x01auth=Bearer token-1\x01\x01".encode()]
    assert (len(tokens.forms), imap.connections) == (1, 1)


def test_a_refused_token_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with TokenServer(tmp_path, make_certificate(tmp_path)) as tokens:
        monkeypatch.setenv("SSL_CERT_FILE", str(tokens.ca_file))
        tokens.refuse("invalid_client", "AADSTS7000222: expired", status=401)
        found = _look(by_oauth(tmp_path, tokens, imap_port=free_port()))
    assert "secret has expired" in found[f"Mailbox {FOI}"].detail
    assert SECRET not in str(found)


@pytest.mark.dovecot
def test_a_server_without_oauth_is_told_from_a_refused_token(
    tmp_path: Path, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TokenServer(tmp_path, make_certificate(tmp_path)) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.ca_file))
        settings = two_mailboxes(
            tmp_path,
            dovecot,
            imap_sign_in="oauth",
            oauth_provider="google",
            oauth_account_file=str(server.google_key()),
        )
        found = _look(settings)[f"Mailbox {EIR}"]
        assert len(server.forms) == 1
    assert not found.works
    assert "token-1" not in found.detail


def test_files_with_passwords_that_others_can_read_are_named(tmp_path: Path) -> None:
    file = tmp_path / "mailboxes.toml"
    file.touch()
    file.chmod(0o640)
    settings = _settings(tmp_path, chroma_port=free_port(), mailboxes=str(file))
    found = _look(settings)["Private files"]
    assert found.works
    assert found.what_to_do == f"Run: chmod 600 {file}"

    file.chmod(0o600)
    assert _look(settings)["Private files"].what_to_do == ""


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
