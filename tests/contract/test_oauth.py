"""Tokens for mailboxes: how they are asked for, kept and renewed, and what a refusal says."""

import base64
import json
import logging
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.adapters.oauth_file import TokenFile
from assistant.adapters.oauth_google import GoogleAccount
from assistant.adapters.oauth_microsoft import MicrosoftApp, MicrosoftPerson, Registration
from assistant.adapters.oauth_token import FRESH, LAST_MOMENT, MARGIN, PAUSE, Issued, Renewed
from assistant.domain.errors import NotAllowed, TryAgainLater
from tests.certificate import Certificate, make_certificate
from tests.token_server import CLIENT_ID, CODE, SECRET, TENANT, TokenServer

BOX = "foi@northshire.example"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def server(tmp_path: Path, certificate: Certificate) -> Iterator[TokenServer]:
    with TokenServer(tmp_path, certificate) as running:
        yield running


def registration(server: TokenServer, **changes: str) -> Registration:
    told = {"tenant": TENANT, "client_id": CLIENT_ID, "authority": server.authority} | changes
    return Registration(**told, timeout=5.0, ca_file=server.ca_file)  # type: ignore[arg-type]  # texts


def app(server: TokenServer, **changes: str) -> MicrosoftApp:
    return MicrosoftApp(registration(server, **changes), SECRET)


def person(server: TokenServer, address: str = BOX) -> MicrosoftPerson:
    return MicrosoftPerson(registration(server), server.folder / "sign-in", address)


def google(server: TokenServer, **changes: str) -> GoogleAccount:
    return GoogleAccount(server.google_key(**changes), BOX, timeout=5.0, ca_file=server.ca_file)


def invite(place: MicrosoftPerson) -> list[tuple[str, str, float]]:
    shown: list[tuple[str, str, float]] = []
    place.sign_in(lambda page, code, seconds: shown.append((page, code, seconds)))
    return shown


def test_an_application_is_given_a_token_for_exchange(server: TokenServer) -> None:
    token = app(server)

    assert (token(), token()) == ("token-1", "token-1")
    (form,) = server.forms
    assert form["grant_type"] == "client_credentials"
    assert form["scope"] == "https://outlook.office365.com/.default"
    assert (form["client_id"], form["client_secret"]) == (CLIENT_ID, SECRET)


def test_an_applications_token_is_not_written_to_the_disk(server: TokenServer) -> None:
    before = set(server.folder.rglob("*"))
    app(server)()
    assert set(server.folder.rglob("*")) == before


def test_a_token_with_little_left_is_asked_for_again_on_each_connect(server: TokenServer) -> None:
    server.lifetime = int(MARGIN) - 60
    token = app(server)
    assert [token(), token()] == ["token-1", "token-2"]


def test_a_person_signs_in_by_a_code_and_is_not_asked_again(server: TokenServer) -> None:
    server.refuse("authorization_pending", "AADSTS70016: not yet", times=2)

    assert invite(person(server)) == [("https://microsoft.example/devicelogin", CODE, 900.0)]
    assert server.grants == ["device_code"] * 3
    assert person(server)() == "token-1"
    assert server.grants == ["device_code"] * 3


def test_the_name_of_who_signed_in_is_told(server: TokenServer) -> None:
    assert person(server).sign_in(lambda *_: None) == "j.hart@northshire.example"


def test_a_sign_in_renews_itself_with_the_newest_permission(server: TokenServer) -> None:
    server.lifetime = int(MARGIN) - 60
    invite(person(server))

    assert [person(server)(), person(server)()] == ["token-2", "token-3"]
    assert [form["refresh_token"] for form in server.forms[1:]] == ["refresh-1", "refresh-2"]
    assert "IMAP.AccessAsUser.All" in server.forms[1]["scope"]
    assert "offline_access" in server.forms[1]["scope"]


def test_a_sign_in_is_for_its_owner_alone(server: TokenServer) -> None:
    invite(person(server))

    folder = server.folder / "sign-in"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    assert sorted(file.name for file in folder.iterdir()) == [f"{BOX}.json", f"{BOX}.lock"]


def test_two_mailboxes_have_a_sign_in_each(server: TokenServer) -> None:
    invite(person(server))
    with pytest.raises(NotAllowed, match=r"mailbox sign-in eir@northshire\.example"):
        person(server, "eir@northshire.example")()


def test_an_address_names_no_file_elsewhere(tmp_path: Path) -> None:
    assert TokenFile(tmp_path, "../../etc/x@northshire.example").path.parent == tmp_path


@pytest.mark.parametrize("kept", ["", "{}", "no json", '{"RefreshToken'])
def test_where_nobody_has_signed_in_the_command_is_named(server: TokenServer, kept: str) -> None:
    (server.folder / "sign-in").mkdir()
    (server.folder / "sign-in" / f"{BOX}.json").write_text(kept)
    with pytest.raises(NotAllowed, match=f"Run: foi-assistant mailbox sign-in {BOX}"):
        person(server)()


def test_threads_that_need_a_token_at_once_ask_once(server: TokenServer) -> None:
    invite(person(server))
    place, got = person(server), []
    threads = [threading.Thread(target=lambda: got.append(place())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert got == ["token-1"] * 8


RENEWING = """
import sys
from pathlib import Path
from assistant.adapters.oauth_microsoft import MicrosoftPerson, Registration
folder, tenant, client, authority, ca = sys.argv[1:]
place = Registration(tenant, client, authority, 20.0, Path(ca))
print(MicrosoftPerson(place, Path(folder), "foi@northshire.example")())
"""


def test_processes_that_renew_at_once_never_use_an_old_permission_twice(
    server: TokenServer,
) -> None:
    server.lifetime = int(MARGIN) - 60
    invite(person(server))
    told = [str(server.folder / "sign-in"), TENANT, CLIENT_ID, server.authority]
    command = [sys.executable, "-c", RENEWING, *told, str(server.ca_file)]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
        for _ in range(3)
    ]
    got = sorted(each.communicate(timeout=60)[0].strip() for each in running)

    assert got == ["token-2", "token-3", "token-4"]
    used = [form["refresh_token"] for form in server.forms[1:]]
    assert used == ["refresh-1", "refresh-2", "refresh-3"]


def test_a_write_that_was_cut_off_leaves_the_sign_in_as_it_was(tmp_path: Path) -> None:
    file = TokenFile(tmp_path, BOX)
    with file.held():
        file.write("whole")
    file.path.with_suffix(".new").write_text("ha")
    assert file.read() == "whole"
    with file.held():
        file.write("next")
    assert (file.read(), sorted(each.suffix for each in tmp_path.iterdir())) == (
        "next",
        [".json", ".lock"],
    )


@pytest.mark.parametrize(
    ("description", "what_to_do"),
    [
        ("AADSTS7000222: The provided client secret keys are expired.", "secret has expired"),
        ("AADSTS7000215: Invalid client secret provided.", "secret's value"),
        ("AADSTS700016: Application not found in the directory.", "FOI_OAUTH_CLIENT_ID"),
        ("AADSTS65001: The user or administrator has not consented.", "grant consent"),
        ("AADSTS53003: Access has been blocked by Conditional Access.", "conditional access"),
        ("AADSTS99999999: Something else.", "login.microsoftonline.com/error"),
    ],
)
def test_a_refusal_by_microsoft_says_what_to_do(
    server: TokenServer, description: str, what_to_do: str
) -> None:
    server.refuse("invalid_client", f"{description} Trace ID: 1 Correlation ID: 2", status=401)
    with pytest.raises(NotAllowed, match=what_to_do) as refused:
        app(server)()
    assert SECRET not in str(refused.value)
    assert "Trace ID" not in str(refused.value)


def test_a_wrong_tenant_is_named(server: TokenServer) -> None:
    with pytest.raises(NotAllowed, match=r"'nowhere'.*FOI_OAUTH_TENANT"):
        app(server, tenant="nowhere")()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("authorization_declined", "declined"),
        ("expired_token", "in time"),
        ("invalid_client", "sign-in by code"),
    ],
)
def test_a_sign_in_by_code_that_fails_says_why(server: TokenServer, error: str, said: str) -> None:
    code = "AADSTS7000218: secret missing" if error == "invalid_client" else "as it is"
    server.refuse(error, code)
    with pytest.raises(NotAllowed, match=said):
        invite(person(server))
    assert not list((server.folder / "sign-in").glob("*.json"))


def test_a_sign_in_that_ended_is_to_be_made_again(server: TokenServer) -> None:
    server.lifetime = int(MARGIN) - 60
    invite(person(server))
    server.refuse("invalid_grant", "AADSTS700082: The refresh token has expired.")
    with pytest.raises(NotAllowed, match="mailbox sign-in"):
        person(server)()


@pytest.mark.parametrize("status", [429, 500, 503])
@pytest.mark.parametrize("make", [app, google])
def test_a_provider_out_of_order_is_tried_again_later(
    server: TokenServer, make: Callable[[TokenServer], Callable[[], str]], status: int
) -> None:
    server.answers.append((status, "<html>"))
    with pytest.raises(TryAgainLater, match=str(status)):
        make(server)()
    assert len(server.forms) == 1


@pytest.mark.parametrize("make", [app, google])
@pytest.mark.parametrize("nonsense", ["<html>a proxy</html>", "[]", '"yes"'])
def test_an_answer_that_makes_no_sense_is_no_crash(
    server: TokenServer, make: Callable[[TokenServer], Callable[[], str]], nonsense: str
) -> None:
    server.answers.append((200, nonsense))
    with pytest.raises((TryAgainLater, NotAllowed)):
        make(server)()


@pytest.mark.parametrize("make", [app, google])
def test_a_provider_that_is_gone_is_tried_again_later(
    tmp_path: Path, certificate: Certificate, make: Callable[[TokenServer], Callable[[], str]]
) -> None:
    with TokenServer(tmp_path, certificate) as running:
        token = make(running)
    with pytest.raises(TryAgainLater, match="cannot be reached"):
        token()


def test_a_certificate_that_is_not_trusted_ends_it(server: TokenServer) -> None:
    stranger = Registration(TENANT, CLIENT_ID, server.authority, 5.0)
    with pytest.raises(NotAllowed, match="not trusted"):
        MicrosoftApp(stranger, SECRET)()
    assert server.forms == []


def test_google_is_asked_for_the_mailboxs_own_token(server: TokenServer) -> None:
    token = google(server)

    assert (token(), token()) == ("token-1", "token-1")
    (form,) = server.forms
    assert form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer"
    claims = json.loads(base64.urlsafe_b64decode(form["assertion"].split(".")[1] + "=="))
    assert (claims["sub"], claims["scope"]) == (BOX, "https://mail.google.com/")


@pytest.mark.parametrize(
    ("error", "description", "what_to_do"),
    [
        ("unauthorized_client", "Client is unauthorized to retrieve access tokens", "Domain-wide"),
        ("invalid_grant", "Invalid email or User ID", "does not know the mailbox"),
        ("invalid_grant", "Invalid JWT: Token must be a short-lived token", "clock is wrong"),
        ("invalid_grant", "Invalid JWT Signature.", "new key"),
        ("odd", "Something else", "Admin console"),
    ],
)
def test_a_refusal_by_google_says_what_to_do(
    server: TokenServer, error: str, description: str, what_to_do: str
) -> None:
    server.refuse(error, description)
    with pytest.raises(NotAllowed, match=what_to_do):
        google(server)()


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"client_email": "x", "token_uri": "y"}'])
def test_a_file_that_is_no_key_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "account.json"
    file.write_text(content)
    with pytest.raises(NotAllowed, match=r"account\.json"):
        GoogleAccount(file, BOX)()


def test_no_signed_request_leaves_unencrypted(server: TokenServer) -> None:
    with pytest.raises(NotAllowed, match="https"):
        google(server, token_uri="http://tokens.northshire.example/token")()  # noqa: S106 - an address


def test_no_token_and_no_secret_reaches_a_logger(
    server: TokenServer, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        app(server)()
        invite(person(server))
        person(server)()
        google(server)()
    for secret in ("token-1", "token-2", "refresh-", SECRET, "assertion"):
        assert secret not in caplog.text
    assert "token-1" not in repr(Issued("token-1", 1.0))


class Clock:
    """Seconds that go by when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Provider:
    """Issues tokens of an hour, unless it has been told to fail."""

    def __init__(self) -> None:
        self.asked = 0
        self.failure: Exception | None = None

    def __call__(self) -> Issued:
        self.asked += 1
        if self.failure:
            raise self.failure
        return Issued(f"token-{self.asked}", 3600.0)


def test_a_permission_granted_meanwhile_counts_within_minutes() -> None:
    clock, provider = Clock(), Provider()
    token = Renewed(provider, now=clock)
    assert token() == "token-1"
    clock.now += FRESH - 1
    assert token() == "token-1"
    clock.now += 1
    assert token() == "token-2"


def test_after_a_refusal_the_provider_is_left_alone_for_a_while() -> None:
    clock, provider = Clock(), Provider()
    provider.failure = NotAllowed("no")
    token = Renewed(provider, now=clock)
    for _ in range(100):
        with pytest.raises(NotAllowed, match="no"):
            token()
    assert provider.asked == 1
    clock.now += PAUSE
    provider.failure = None
    assert token() == "token-2"


def test_while_the_provider_is_away_the_token_at_hand_serves_to_its_end() -> None:
    clock, provider = Clock(), Provider()
    token = Renewed(provider, now=clock)
    token()
    provider.failure = TryAgainLater("away")
    clock.now += 3600 - LAST_MOMENT - 1
    assert token() == "token-1"
    clock.now += 1
    with pytest.raises(TryAgainLater, match="away"):
        token()


def test_a_token_at_hand_does_not_outlive_a_refusal() -> None:
    clock, provider = Clock(), Provider()
    token = Renewed(provider, now=clock)
    token()
    provider.failure = NotAllowed("withdrawn")
    clock.now += FRESH
    with pytest.raises(NotAllowed, match="withdrawn"):
        token()
