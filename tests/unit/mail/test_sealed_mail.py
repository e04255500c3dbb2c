"""T25: kinds of mail that the collections lack, with fixtures of our own."""

import base64
import binascii

import pytest

from assistant.domain.mail.message import Message
from assistant.domain.mail.mime import read
from assistant.domain.mail.screening import Verdict, screen
from assistant.domain.mail.sealed import ENCRYPTED
from tests.unit.mail.letters import OWN, letter, parts, raw_letter
from tests.unit.mail.sample_files import ber, enveloped, signed

ASK = "Under the Freedom of Information Act, how many dogs did you keep in 2021?"
INNER = f"Content-Type: text/plain; charset=utf-8\r\n\r\n{ASK}\r\n".encode()


def smime(content: bytes, kind: str = "signed-data") -> Message:
    return letter(
        base64.encodebytes(content).decode(),
        Content_Type=f'application/pkcs7-mime; smime-type={kind}; name="smime.p7m"',
        Content_Transfer_Encoding="base64",
    )


@pytest.mark.parametrize("indefinite", [False, True])
def test_mail_that_is_only_signed_is_read_without_a_key(indefinite: bool) -> None:  # noqa: FBT001 - a case
    message = smime(signed(INNER, indefinite=indefinite))
    assert message.text == ASK
    assert any("was not checked" in each for each in message.defects)
    assert screen(message, OWN).verdict is Verdict.REQUEST


def test_files_in_signed_mail_are_files_of_the_message() -> None:
    mixed = (
        b"Content-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\n" + ASK.encode()
        + b"\r\n--i\r\nContent-Type: text/csv; name=dogs.csv\r\n\r\n1,2\r\n--i--\r\n"
    )  # fmt: skip
    message = smime(signed(mixed))
    assert message.text == ASK
    assert [each.name for each in message.attachments] == ["dogs.csv"]


def test_signed_mail_in_signed_mail_is_read_to_a_depth() -> None:
    inner = INNER
    for _ in range(3):
        head = b"Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        inner = head + signed(inner)
    assert read(b"From: ada@example.org\r\n" + inner).text == ASK
    for _ in range(50):
        inner = head + signed(inner)
    assert read(b"From: ada@example.org\r\n" + inner).text == ""


@pytest.mark.parametrize("cut", [1, 5, 30, 45])
def test_signed_mail_with_a_damaged_wrapping_is_kept_as_a_file(cut: int) -> None:
    message = smime(signed(INNER)[:cut])
    assert [each.name for each in message.attachments] == ["smime.p7m"]
    assert any("damaged" in each or "encrypted" in each for each in message.defects)
    assert message.text or screen(message, OWN).verdict is Verdict.HELD


def test_a_wrapping_of_layers_without_end_is_refused() -> None:
    deep = b""
    for _ in range(3000):
        deep = ber(0x24, deep, indefinite=True)
    for content in (signed(INNER)[:40] + deep, b"\x30\x80" * 5000, b"\x30\x84\xff\xff\xff\xff\x06"):
        assert smime(content).text == ""


def held_as_encrypted(message: Message, advice: str) -> None:
    assert ENCRYPTED in message.defects
    assert any(advice in each for each in message.defects), message.defects
    screened = screen(message, OWN)
    assert screened.verdict is Verdict.HELD
    assert "encrypted" in {each.rule for each in screened.reasons}


def test_enveloped_mail_is_held_with_what_to_do() -> None:
    held_as_encrypted(smime(enveloped(), "enveloped-data"), "S/MIME")
    held_as_encrypted(smime(enveloped(), "signed-data"), "S/MIME")


def test_pgp_mail_is_held_with_what_to_do() -> None:
    version = "Content-Type: application/pgp-encrypted\n\nVersion: 1"
    sealed = (
        "Content-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP MESSAGE-----"
    )
    held_as_encrypted(parts(version, sealed, kind="encrypted"), "PGP")
    held_as_encrypted(
        letter("-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----"), "PGP"
    )


def test_mail_under_rights_management_is_held_with_what_to_do() -> None:
    text = (
        "Content-Type: text/plain\n\nAda Thorne (ada@example.org) has sent you a protected message."
    )
    rpmsg = (
        "Content-Type: application/x-microsoft-rpmsg-message; name=message.rpmsg\n"
        "Content-Disposition: attachment; filename=message.rpmsg\n\nxyz"
    )
    held_as_encrypted(parts(text, rpmsg), "Outlook")
    named = "Content-Type: application/octet-stream; name=message_v2.rpmsg\n\nxyz"
    held_as_encrypted(parts(text, named), "Outlook")


@pytest.mark.parametrize(
    "notice",
    [
        "You have received an encrypted message.\n\nClick here to read your message.",
        "Ada has sent you a secure e-mail.\n\nClick the button and sign in to read this message.",
        "This is a secure message.\n\nFollow the link below to view the message on our portal.",
    ],
)
def test_a_notice_of_a_secure_site_is_held_with_what_to_do(notice: str) -> None:
    held_as_encrypted(letter(notice), "secure site")


@pytest.mark.parametrize(
    "name", ["securedoc_20260301T101010.html", "SecureMessageAtt.html", "letter.switch"]
)
def test_a_file_that_only_a_secure_site_opens_is_held_with_what_to_do(name: str) -> None:
    file = f"Content-Type: application/octet-stream; name={name}\n\nabc"
    held_as_encrypted(
        parts("Content-Type: text/plain\n\nSee the attached file.", file), "secure site"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Please tell me how many encrypted messages you sent in 2021, and who can read them.",
        "I have received a secure letter from you. How many dogs do you keep? Click to see mine.",
        "How many people opened a secure email from the council in 2021?",
        ASK,
    ],
)
def test_a_request_about_secure_mail_is_a_request(text: str) -> None:
    message = letter(text)
    assert ENCRYPTED not in message.defects
    assert screen(message, OWN).verdict is Verdict.REQUEST


def test_an_invitation_alone_says_who_invites_when_and_where() -> None:
    invitation = (
        "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Dogs\\, and more\n"
        'ORGANIZER;CN="Thorne: Ada":mailto:ada@example.org\n'
        "DTSTART;TZID=Europe/London:20261103T101500\nDTEND:20261103T111500Z\nLOCATION:Room 1\n"
        "BEGIN:VALARM\nDESCRIPTION:REMINDER\nEND:VALARM\n"
        "DESCRIPTION:How many dogs\n  did you keep?\\nAnd cats?\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    message = letter(invitation, Content_Type="text/calendar; method=REQUEST; charset=utf-8")
    assert message.text == (
        "Subject: Dogs, and more\nFrom: Thorne: Ada <ada@example.org>\n"
        "Begins: 3 November 2026, 10:15 (Europe/London)\nEnds: 3 November 2026, 11:15 UTC\n"
        "Where: Room 1\n\nHow many dogs did you keep?\nAnd cats?"
    )
    assert [each.type for each in message.attachments] == ["text/calendar"]


def test_a_cancelled_meeting_says_so() -> None:
    text = (
        "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nSUMMARY:Dogs\nDTSTART:20261103\nEND:VEVENT\n"
    )
    message = letter(text, Content_Type="text/calendar")
    assert message.text == "This is: Cancelled\nSubject: Dogs\nBegins: 3 November 2026"


def test_a_receipt_is_automatic() -> None:
    receipt = (
        "Content-Type: message/disposition-notification\n\n"
        "Final-Recipient: rfc822;ada@example.org\n"
        "Original-Message-ID: <1@northshire.police.example>\n"
        "Disposition: manual-action/MDN-sent-manually; displayed"
    )
    text = "Content-Type: text/plain\n\nYour message was displayed."
    message = letter(
        f"--e\n{text}\n--e\n{receipt}\n--e--\n",
        Content_Type="multipart/report; report-type=disposition-notification; boundary=e",
    )
    assert screen(message, OWN).verdict is Verdict.AUTOMATIC
    assert message.text == "Your message was displayed."


def test_a_recall_and_a_vote_are_read_like_any_mail() -> None:
    recall = letter(
        "Ada Thorne would like to recall the message, \u201cDogs\u201d.",
        Subject="Recall: Dogs",
        X_MS_TNEF_Correlator="<a@example.org>",
    )
    assert recall.text.startswith("Ada Thorne would like to recall")
    vote = letter(ASK, Subject="Yes: Dogs", X_MS_Exchange_Voting_Options="Yes;No")
    assert vote.text == ASK


def test_a_file_that_virus_scanners_know_is_a_file_like_any() -> None:
    # Put together here, so that no scanner takes this very file for it.
    known = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*"
    message = parts(
        f"Content-Type: text/plain\n\n{ASK}",
        f"Content-Type: application/octet-stream; name=eicar.com\n\n{known}",
    )
    assert message.text == ASK
    assert [each.name for each in message.attachments] == ["eicar.com"]


def test_a_message_attached_in_base64_is_read_below_its_sender() -> None:
    inner = base64.encodebytes(raw_letter(ASK, From="Bea <bea@example.org>")).decode()
    attached = f"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{inner}"
    message = parts("Content-Type: text/plain\n\nSee below.", attached)
    assert message.text.startswith("See below.")
    assert ASK in message.written


def test_the_first_piece_of_a_message_in_pieces_is_read() -> None:
    body = raw_letter(ASK).decode()
    message = letter(body, Content_Type="message/partial; number=1; total=2; id=a")
    assert message.text == ASK
    assert any("in one" in each for each in message.defects)


@pytest.mark.parametrize(
    ("raw", "type_"),
    [
        (b"%PDF-1.4 x", "application/pdf"),
        (b"PK\x03\x04x", "application/zip"),
        (b"\x00\x01\x02" * 9, "application/octet-stream"),
    ],
)
def test_a_file_in_place_of_a_message_is_kept_as_a_file(raw: bytes, type_: str) -> None:
    message = read(raw)
    assert [(each.type, each.content) for each in message.attachments] == [(type_, raw)]
    assert any("no e-mail" in each for each in message.defects)


def test_a_message_saved_in_utf_16_is_read() -> None:
    assert read(raw_letter(ASK).decode().encode("utf-16")).text == ASK


def test_padding_in_the_middle_of_base64_ends_nothing() -> None:
    lines = b"\r\n".join(
        binascii.b2a_base64(each, newline=False) for each in (b"How many ", b"dogs", b"?")
    )
    head = b"From: ada@example.org\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    assert read(head + lines).text == "How many dogs?"
    assert read(head + lines + b"\r\nThis list is read by many.\r\n").text.startswith(
        "How many dogs?"
    )
