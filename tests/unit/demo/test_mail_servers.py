"""The demonstration's mail servers, asked by real clients over loopback."""

import email
import http.client
import smtplib
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import imapclient
import pytest

from assistant.adapters.processes import answers, free_port
from assistant.demo.folder import DemoFolder, prepared
from assistant.demo.letters_page import letters_page
from assistant.demo.mail_folder import MailFolder
from assistant.demo.mail_servers import MAILBOX

NOW = datetime(2026, 4, 14, 9, 30, tzinfo=UTC)
REQUESTER = "requester@mail.example.org"


@dataclass(frozen=True)
class Running:
    folder: DemoFolder
    imap: int
    smtp: int
    page: int


@contextmanager
def servers(place: Path) -> Iterator[Running]:
    place.mkdir(exist_ok=True)
    running = Running(prepared(place, NOW, fresh=False), free_port(), free_port(), free_port())
    ports = [running.imap, running.smtp, running.page]
    command = [sys.executable, "-m", "assistant.demo", str(place), *map(str, ports)]
    with subprocess.Popen(command) as process:  # noqa: S603  # our own program
        try:
            _wait_for(ports, process)
            yield running
        finally:
            process.terminate()
    assert process.returncode == 0


def _wait_for(ports: list[int], process: "subprocess.Popen[bytes]") -> None:
    """Wait until another process listens, which nothing but trying can tell; 30 s at most."""
    pause = threading.Event()
    for _ in range(300):
        if all(answers("127.0.0.1", port) for port in ports):
            return
        assert process.poll() is None
        pause.wait(0.1)
    pytest.fail("the mail servers did not start within 30 seconds")


@contextmanager
def signed_in(running: Running) -> Iterator[imapclient.IMAPClient]:
    with imapclient.IMAPClient("127.0.0.1", running.imap, ssl=False) as client:
        client.login(MAILBOX, running.folder.passwords.mailbox)
        yield client


def seen_by(client: imapclient.IMAPClient) -> tuple[int, dict[int, tuple[bytes, datetime]]]:
    client.normalise_times = False
    numbering = client.select_folder("INBOX", readonly=True)[b"UIDVALIDITY"]
    found = client.fetch(client.search(), ["BODY.PEEK[]", "INTERNALDATE"])
    return numbering, {
        uid: (message[b"BODY[]"], message[b"INTERNALDATE"]) for uid, message in found.items()
    }


def letter(to: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = MAILBOX, to
    message["Subject"] = "Your request <b>FOI-2026-00001</b>"
    message.set_content("Dear requester,\n\n<script>alert(1)</script> – with a dash.\n")
    message.add_attachment(b"1,2\n", maintype="text", subtype="csv", filename="figures.csv")
    return message


def send(running: Running, message: EmailMessage) -> None:
    with smtplib.SMTP("127.0.0.1", running.smtp) as client:
        client.send_message(message)


def get(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers={"Host": f"{host}:{port}"})
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()


def test_a_second_start_shows_the_same_messages_byte_for_byte(tmp_path: Path) -> None:
    with servers(tmp_path) as running, signed_in(running) as client:
        first = seen_by(client)
        kept = running.folder.inbox.messages()
    with servers(tmp_path) as running, signed_in(running) as client:
        assert seen_by(client) == first
    shown = {
        uid: (raw, received_at.astimezone(UTC)) for uid, (raw, received_at) in first[1].items()
    }
    assert shown == {one.number: (one.raw(), one.received_at) for one in kept}


def test_a_wrong_password_is_refused(tmp_path: Path) -> None:
    with (
        servers(tmp_path) as running,
        imapclient.IMAPClient("127.0.0.1", running.imap, ssl=False) as client,
        pytest.raises(imapclient.exceptions.LoginError),
    ):
        client.login(MAILBOX, "guess")


def test_letters_are_kept_and_mail_for_the_authority_arrives(tmp_path: Path) -> None:
    with servers(tmp_path) as running:
        send(running, letter(REQUESTER))
        with signed_in(running) as client:
            before = seen_by(client)[1]
            send(running, letter(MAILBOX))
            after = seen_by(client)[1]
        status, page = get(running.page, "/1")
    (kept,) = running.folder.letters.messages()
    assert email.message_from_bytes(kept.raw())["Delivered-To"] == REQUESTER
    assert len(after) == len(before) + 1
    assert after[max(after)][0] == running.folder.inbox.messages()[-1].raw()
    assert status == 200
    assert "figures.csv" in page


@pytest.fixture
def page(tmp_path: Path) -> Iterator[tuple[MailFolder, int]]:
    letters = MailFolder(tmp_path)
    with letters_page(letters, 0) as port:
        yield letters, port


def test_the_page_shows_letters_and_nothing_of_them_is_read_as_markup(
    page: tuple[MailFolder, int],
) -> None:
    letters, port = page
    assert "No letter has arrived yet" in get(port, "/")[1]
    letters.add(letter(REQUESTER).as_bytes(), NOW)
    assert "&lt;b&gt;FOI-2026-00001" in get(port, "/")[1]
    shown = get(port, "/1")[1]
    assert "&lt;script&gt;alert(1)&lt;/script&gt; – with a dash." in shown
    assert "<script" not in shown
    assert get(port, "/1.eml")[1] == letter_source(letters)


def test_the_html_version_of_a_letter_has_a_page_of_its_own(
    page: tuple[MailFolder, int],
) -> None:
    letters, port = page
    letters.add(letter(REQUESTER).as_bytes(), NOW)
    assert "As HTML" not in get(port, "/1")[1]
    both = EmailMessage()
    both.set_content("The same words\n")
    both.add_alternative("<p>The same words</p>", subtype="html")
    letters.add(both.as_bytes(), NOW)
    assert 'href="/2.html">As HTML</a>' in get(port, "/2")[1]
    assert get(port, "/2.html") == (200, "<p>The same words</p>\n")


def letter_source(letters: MailFolder) -> str:
    return letters.messages()[0].raw().decode()


@pytest.mark.parametrize("path", ["/2", "/../../etc/passwd", "/1/2", "/%00", "/1.exe"])
def test_what_is_no_letter_is_not_found(page: tuple[MailFolder, int], path: str) -> None:
    letters, port = page
    letters.add(letter(REQUESTER).as_bytes(), NOW)
    assert get(port, path)[0] == 404


def test_a_page_of_another_site_cannot_read_letters(page: tuple[MailFolder, int]) -> None:
    assert get(page[1], "/", host="elsewhere.example.net")[0] == 403


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe\x00", b"Content-Type: text/plain; charset=none\r\n\r\n\xe9"]
)
def test_a_letter_that_cannot_be_read_still_has_its_page(
    page: tuple[MailFolder, int], raw: bytes
) -> None:
    letters, port = page
    letters.add(raw, NOW)
    assert get(port, "/")[0] == 200
    assert get(port, "/1")[0] == 200
