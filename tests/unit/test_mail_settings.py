"""What is set about mail: several mailboxes, and faults that stop the start in plain words."""

from pathlib import Path

import pytest

from assistant import running
from assistant.config import Settings, WrongSettings, load
from assistant.mail_settings import NEEDED_BY

MICROSOFT = {
    "FOI_MAILBOX_ADDRESS": "foi@northshire.example",
    "FOI_IMAP_HOST": "outlook.office365.com",
    "FOI_IMAP_SIGN_IN": "oauth",
    "FOI_OAUTH_TENANT": "a-tenant",
    "FOI_OAUTH_CLIENT_ID": "an-application",
}
TWO = """
[[mailbox]]
mailbox_address = "eir@northshire.example"
mailbox_aliases = ["environment@northshire.example"]
imap_host = "imap.northshire.example"
imap_password = "correct-horse"
imap_folders = ["INBOX", "Junk"]

[[mailbox]]
mailbox_address = "records@northshire.example"
first_start = "from-now"
"""


def _load(**environ: str) -> Settings:
    return load(environ, Path("/nonexistent/.env"))


def faults(**environ: str) -> list[str]:
    with pytest.raises(WrongSettings) as raised:
        _load(**environ)
    return raised.value.faults


def the_fault(**environ: str) -> str:
    (fault,) = faults(**environ)
    return fault


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "mailboxes.toml"
    made.write_text(TWO)
    return made


def test_without_a_mailbox_there_is_no_account() -> None:
    assert _load().accounts == ()


def test_a_single_mailbox_is_described_by_the_settings_themselves() -> None:
    (account,) = _load(
        FOI_MAILBOX_ADDRESS="Foi@Northshire.example",
        FOI_MAILBOX_ALIASES="Freedom@northshire.example, eir@northshire.example",
    ).accounts

    assert account.addresses == (
        "foi@northshire.example",
        "freedom@northshire.example",
        "eir@northshire.example",
    )
    assert account.user == "Foi@Northshire.example"


def test_further_mailboxes_come_from_a_file(file: Path) -> None:
    settings = _load(FOI_MAILBOX_ADDRESS="foi@northshire.example", FOI_MAILBOXES=str(file))

    assert [account.mailbox_address for account in settings.accounts] == [
        "foi@northshire.example",
        "eir@northshire.example",
        "records@northshire.example",
    ]
    assert settings.accounts[1].imap_folders == ("INBOX", "Junk")
    assert settings.accounts[2].first_start == "from-now"


def test_mail_from_any_address_of_any_mailbox_is_the_authoritys_own(file: Path) -> None:
    settings = _load(
        FOI_MAILBOX_ADDRESS="FOI@northshire.example",
        FOI_MAILBOX_ALIASES="freedom@northshire.example",
        FOI_MAILBOXES=str(file),
    )
    assert running.own_addresses(settings).addresses == {
        "foi@northshire.example",
        "freedom@northshire.example",
        "eir@northshire.example",
        "environment@northshire.example",
        "records@northshire.example",
    }


@pytest.mark.parametrize("name", ["eir@northshire.example", "Environment@northshire.example"])
def test_one_address_belongs_to_one_mailbox(file: Path, name: str) -> None:
    fault = the_fault(FOI_MAILBOX_ADDRESS=name, FOI_MAILBOXES=str(file))
    assert f"{name.lower()} is an address of two mailboxes" in fault


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[[mailbox]]\n", "needs a mailbox_address"),
        ("[[mailbox]]\nmailbox_addres = 'x'\n", "mailbox 1, mailbox_addres: no such setting"),
        ("mailbox = 3\n", "nothing but [[mailbox]]"),
        ("[other]\n", "nothing but [[mailbox]]"),
        ("no toml", "cannot be read"),
        ("[[mailbox]]\nmailbox_address='a@b.c'\nimap_port=0\n", "mailbox 1, imap_port"),
        ("[[mailbox]]\nmailbox_address='a@b.c'\nimap_after='move'\n", "mailbox 1, imap_move_to"),
        ("[[mailbox]]\nmailbox_address='a@b.c'\nimap_sign_in='oauth'\n", "oauth_tenant"),
    ],
)
def test_a_fault_in_the_file_is_named_with_its_place(
    tmp_path: Path, content: str, said: str
) -> None:
    file = tmp_path / "mailboxes.toml"
    file.write_text(content)
    fault = the_fault(FOI_MAILBOXES=str(file))
    assert fault.startswith(f"FOI_MAILBOXES: {file}")
    assert said in fault


def test_a_password_in_the_file_is_not_repeated_in_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "mailboxes.toml"
    file.write_text("[[mailbox]]\nmailbox_address='a@b.c'\nimap_password=['hunter-2']\n")
    assert "hunter" not in the_fault(FOI_MAILBOXES=str(file))


def test_a_file_of_mailboxes_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "there is no file" in the_fault(FOI_MAILBOXES=str(tmp_path / "none.toml"))


def test_what_oauth_needs_at_microsoft_is_said_one_by_one() -> None:
    given = {k: v for k, v in MICROSOFT.items() if not k.startswith("FOI_OAUTH_")}
    said = faults(**given)
    assert [fault.split(":")[0] for fault in said] == ["FOI_OAUTH_TENANT", "FOI_OAUTH_CLIENT_ID"]
    assert "Directory (tenant) ID" in said[0]
    assert _load(**MICROSOFT).accounts[0].oauth_provider == "microsoft"


def test_google_needs_the_key_file_of_a_service_account(tmp_path: Path) -> None:
    google = {"FOI_IMAP_SIGN_IN": "oauth", "FOI_OAUTH_PROVIDER": "google"}
    assert the_fault(**google).startswith("FOI_OAUTH_ACCOUNT_FILE: the sign-in is oauth")
    missing = str(tmp_path / "account.json")
    assert "there is no file" in the_fault(**google, FOI_OAUTH_ACCOUNT_FILE=missing)
    Path(missing).touch()
    assert _load(**google, FOI_OAUTH_ACCOUNT_FILE=missing).oauth_account_file == missing


def test_tokens_are_asked_for_over_https_alone() -> None:
    assert "https://" in the_fault(FOI_OAUTH_AUTHORITY="http://login.northshire.example")


def test_letters_by_oauth_need_a_user_and_what_the_provider_asks_for() -> None:
    oauth = {"FOI_SMTP_SIGN_IN": "oauth"}
    assert "FOI_SMTP_USER" in the_fault(**oauth)
    oauth["FOI_SMTP_USER"] = "foi@northshire.example"
    assert "FOI_OAUTH_TENANT" in the_fault(**oauth)
    oauth |= {name: value for name, value in MICROSOFT.items() if "OAUTH" in name}
    assert "FOI_MAILBOX_ADDRESS" in the_fault(**oauth)
    assert _load(**oauth, FOI_OAUTH_CLIENT_SECRET="a-secret").smtp_sign_in == "oauth"  # noqa: S106 - fictional
    assert _load(**oauth, FOI_MAILBOX_ADDRESS="foi@northshire.example").smtp_sign_in == "oauth"


def test_moving_needs_a_folder_that_is_read_for_nothing_else() -> None:
    assert the_fault(FOI_IMAP_AFTER="move").startswith("FOI_IMAP_MOVE_TO: stored messages")
    moving = {"FOI_IMAP_AFTER": "move", "FOI_IMAP_FOLDERS": "INBOX,Junk"}
    assert "mail that arrives" in the_fault(**moving, FOI_IMAP_MOVE_TO="Junk")
    assert "sent mail" in the_fault(**moving, FOI_IMAP_MOVE_TO="Sent", FOI_IMAP_SENT_FOLDER="Sent")
    assert _load(**moving, FOI_IMAP_MOVE_TO="Taken in").imap_move_to == "Taken in"


def test_a_folder_of_sent_mail_is_not_read_for_arrivals() -> None:
    assert "mail that arrives" in the_fault(FOI_IMAP_SENT_FOLDER="INBOX")


def test_a_certificate_and_its_key_come_together(tmp_path: Path) -> None:
    certificate, key = str(tmp_path / "certificate.pem"), str(tmp_path / "key.pem")
    assert "there is no file" in the_fault(FOI_LISTEN_CERTIFICATE=certificate)
    Path(certificate).touch()
    Path(key).touch()
    assert "its key is needed" in the_fault(FOI_LISTEN_CERTIFICATE=certificate)
    assert "without FOI_LISTEN_CERTIFICATE" in the_fault(FOI_LISTEN_KEY=key)
    assert _load(FOI_LISTEN_CERTIFICATE=certificate, FOI_LISTEN_KEY=key).listen_key == key


def test_a_folder_goes_quiet_after_a_quarter_of_an_hour_or_three_looks() -> None:
    assert _load().quiet_seconds == 900
    assert _load(FOI_POLL_SECONDS="600").quiet_seconds == 1800


def test_each_provider_says_what_its_needs_are_for() -> None:
    assert set(NEEDED_BY) == {"microsoft", "google"}
    assert {name for needed in NEEDED_BY.values() for name in needed} <= set(Settings.model_fields)
