"""The commands `mailbox` and what `check` says of each folder, with the database behind them."""

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant import bootstrap, config
from assistant.cli import health, mailbox, mailbox_sign_in
from assistant.cli.library import details
from assistant.config import Settings
from assistant.domain.errors import NotAllowed
from assistant.services.prepare import prepare
from assistant.store.models import MailboxFolder
from tests.certificate import make_certificate
from tests.token_server import CLIENT_ID, CODE, SECRET, TENANT, TokenServer

pytestmark = pytest.mark.django_db
Captured = pytest.CaptureFixture[str]
FOI, EIR = "foi@northshire.example", "eir@northshire.example"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    file = tmp_path / "mailboxes.toml"
    file.write_text(f'[[mailbox]]\nmailbox_address = "{EIR}"\nimap_host = "127.0.0.1"\n')
    file.chmod(0o600)
    environ = {
        "FOI_MAILBOX_ADDRESS": FOI,
        "FOI_IMAP_HOST": "127.0.0.1",
        "FOI_IMAP_FOLDERS": "INBOX,Junk",
        "FOI_IMAP_SENT_FOLDER": "Sent",
        "FOI_MAILBOXES": str(file),
        "FOI_DATA_FOLDER": str(tmp_path),
    }
    return config.load(environ, Path("/nonexistent/.env"))


def given(settings: Settings, **words: object) -> argparse.Namespace:
    return argparse.Namespace(settings=settings, **words)


def set_up(settings: Settings) -> None:
    prepare(details(settings), wordings=())  # type: ignore[arg-type]  # none is needed


def wait_for_a_choice(*folders: str) -> None:
    MailboxFolder.objects.filter(name__in=folders).update(
        uidvalidity=7, old_up_to=90, on_server=90, began_at=datetime(2026, 3, 3, tzinfo=UTC)
    )


def test_the_settings_become_rows_and_a_list_of_them(settings: Settings, capsys: Captured) -> None:
    set_up(settings)

    assert mailbox.show(given(settings, json=True)) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(one["address"], one["folder"], one["role"]) for one in listed] == [
        (EIR, "INBOX", "Mail that arrives"),
        (FOI, "INBOX", "Mail that arrives"),
        (FOI, "Junk", "Mail that arrives"),
        (FOI, "Sent", "Mail that colleagues sent"),
    ]
    assert {one["taken_in"] for one in listed} == {None}


def test_a_list_for_people_names_the_folder_that_waits(
    settings: Settings, capsys: Captured
) -> None:
    set_up(settings)
    wait_for_a_choice("Junk")

    assert mailbox.show(given(settings, json=False)) == 1
    said = capsys.readouterr().out
    assert "waits for" in said
    assert "from-now" in said


def test_before_prepare_the_list_says_what_to_do(settings: Settings, capsys: Captured) -> None:
    assert mailbox.show(given(settings, json=False)) == 0
    assert "foi-assistant prepare" in capsys.readouterr().out


def test_a_choice_without_a_folder_is_for_each_that_waits(settings: Settings) -> None:
    set_up(settings)
    wait_for_a_choice("INBOX")
    words = {"address": FOI.upper(), "folder": None, "choice": "from-now"}

    assert mailbox.start(given(settings, **words)) == 0
    chosen = MailboxFolder.objects.filter(start="from_now")
    assert [str(folder) for folder in chosen] == [f"{FOI}/INBOX"]
    with pytest.raises(NotAllowed, match="waits for a choice"):
        mailbox.start(given(settings, **words))


def test_a_choice_may_be_made_before_the_first_look(settings: Settings, capsys: Captured) -> None:
    set_up(settings)
    mailbox.start(given(settings, address=FOI, folder="Junk", choice="import"))
    assert MailboxFolder.objects.get(name="Junk").start == "import"
    assert "without acknowledgements" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("address", "folder", "said"),
    [("x@northshire.example", None, "mailbox list"), (FOI, "inbox", "INBOX, Junk, Sent")],
)
def test_a_choice_for_what_is_not_there_says_what_is(
    settings: Settings, address: str, folder: str | None, said: str
) -> None:
    set_up(settings)
    with pytest.raises(NotAllowed, match=said):
        mailbox.start(given(settings, address=address, folder=folder, choice="from-now"))


@pytest.mark.django_db(transaction=True)  # the check leaves no connection open
def test_check_holds_each_folder_against_its_server(settings: Settings, capsys: Captured) -> None:
    set_up(settings)
    counted = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
    MailboxFolder.objects.filter(name="Junk").update(
        on_server=1200, left_alone=1000, missing=1, counted_at=counted, start="from_now",
        polled_at=bootstrap.clock().now(),
    )  # fmt: skip
    nowhere = settings.model_copy(update={"network_timeout": 0.5, "imap_port": 1})

    assert health.check(given(nowhere, json=True)) == 1
    parts = {one["part"]: one for one in json.loads(capsys.readouterr().out)}
    junk = parts[f"Balance {FOI}/Junk"]
    assert not junk["works"]
    assert "1,200 on the server: 199 taken in, 1,000 left alone as old, 1 missing" in junk["detail"]
    assert "report this" in junk["what_to_do"]
    assert "not compared" in parts[f"Balance {EIR}/INBOX"]["detail"]
    assert parts["Messages"]["detail"].startswith("0 here. Not read yet: 0, New case: 0")


def microsoft(settings: Settings, server: TokenServer, **more: object) -> Settings:
    return settings.model_copy(
        update={
            "imap_sign_in": "oauth",
            "oauth_tenant": TENANT,
            "oauth_client_id": CLIENT_ID,
            "oauth_authority": server.authority,
            **more,
        }
    )


def test_a_person_signs_in_by_the_code_that_is_shown(
    settings: Settings, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TokenServer(tmp_path, make_certificate(tmp_path)) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.ca_file))
        person = microsoft(settings, server)
        assert mailbox_sign_in.sign_in(given(person, address=FOI.upper())) == 0
    said = capsys.readouterr().out
    assert "https://microsoft.example/devicelogin" in said
    assert CODE in said
    assert "15 minutes" in said
    assert "j.hart@northshire.example signed in" in said
    assert (tmp_path / "sign-in" / f"{FOI}.json").exists()
    assert "token-1" not in said


def test_who_needs_no_sign_in_is_told_so(settings: Settings, tmp_path: Path) -> None:
    with TokenServer(tmp_path, make_certificate(tmp_path)) as server:
        app = microsoft(settings, server, oauth_client_secret=SecretStr(SECRET))
        for mine, address in ((settings, FOI), (app, FOI), (settings, EIR)):
            with pytest.raises(NotAllowed, match="signs in by itself"):
                mailbox_sign_in.sign_in(given(mine, address=address))
        assert server.forms == []
    with pytest.raises(NotAllowed, match=f"Those that are: {FOI}, {EIR}"):
        mailbox_sign_in.sign_in(given(settings, address="x@northshire.example"))
