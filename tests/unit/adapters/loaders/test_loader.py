"""Every kind of file in which an authority keeps its past responses, and those that do harm."""

import io
import json
import os
import time
import tracemalloc
import zipfile
from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from assistant.adapters.documents.reader import DocumentReader
from assistant.adapters.loaders.loader import KnowledgeLoader
from assistant.domain.errors import NotAllowed
from assistant.domain.library.columns import Columns
from assistant.domain.library.precedents import LeftOut, Loaded, Precedent, SameFile, UnreadableFile
from assistant.domain.mail.own_addresses import OwnAddresses
from tests.unit.adapters.documents import files
from tests.unit.adapters.documents.files import paragraph, word_of
from tests.unit.mail.sample_files import compound_file, old_word, outlook_item

OWN = OwnAddresses(frozenset({"foi@northshire.example"}), frozenset({"northshire.example"}))
LOADER = KnowledgeLoader(DocumentReader(), OWN)
REQUEST = "Dear Northshire Council,\nPlease tell me how many gritting lorries you own.\nAda Quince"
ANSWER = (
    "Dear Ada Quince,\n\nThank you for your request of 1 March 2024. We hold this information: we "
    "own 41 gritting lorries.\n\nYours sincerely,\nInformation Team"
)
HEADINGS = ("Ref", "Date of response", "Request", "Response", "Outcome", "Exemptions")
ROW = ("FOI 17/24", "12/03/2024", "How many lorries?", "We own 41.", "Disclosed in part", "40(2)")


def load(path: Path, columns: Columns | None = None) -> list[Loaded]:
    """Load one file, or all in a folder, with guessed columns."""
    return [
        each
        for source in LOADER.sources([str(path)])
        for each in LOADER.load(source, columns or LOADER.columns(source))
    ]


def only(path: Path) -> Precedent:
    """The one response that a file holds."""
    (found,) = load(path)
    assert isinstance(found, Precedent), found
    return found


def reason(path: Path) -> str:
    """Why nothing of a file is taken; it takes bounded time."""
    before = time.monotonic()
    (found,) = load(path)
    assert time.monotonic() - before < 20
    assert isinstance(found, UnreadableFile), found
    return found.reason


def write(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def message(
    text: str, *, sender: str, to: str = "ada@mail.example", answers: str = "", ident: str = ""
) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = sender, f"Ada Quince <{to}>"
    made["Subject"] = ("Re: " if answers else "") + "Gritting lorries"
    made["Date"] = "Mon, 11 Mar 2024 10:00:00 +0000"
    if ident:
        made["Message-ID"] = ident
    if answers:
        made["In-Reply-To"] = answers
    made.set_content(text)
    return made


def mbox(*messages: EmailMessage) -> bytes:
    pieces = []
    for each in messages:
        body = each.as_bytes().replace(b"\nFrom ", b"\n>From ")
        pieces.append(b"From - Mon Mar 11 10:00:00 2024\n" + body + b"\n")
    return b"".join(pieces)


def workbook(*rows: Sequence[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", word_of("".join(map(paragraph, ANSWER.split("\n"))))),
        ("a.pdf", files.pdf(ANSWER.replace("\n", " "))),
        ("a.doc", old_word(ANSWER.replace("\n", "\r"))),
        ("a.txt", ANSWER.encode()),
        ("a.txt", ANSWER.replace("41", "£41").encode("cp1252")),
        ("a.md", ANSWER.encode()),
        ("a.html", f"<html><body><p>{ANSWER}</p></body></html>".encode()),
        ("a.eml", message(ANSWER, sender="foi@northshire.example").as_bytes()),
        ("a.msg", outlook_item("Lorries", ANSWER, "FOI", "foi@northshire.example")),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_a_letter_is_read_in_every_form(tmp_path: Path, name: str, content: bytes) -> None:
    found = only(write(tmp_path / name, content))
    assert "41 gritting lorries" in " ".join(found.text.split())
    assert found.source == str(tmp_path / name)


def test_front_matter_says_what_a_letter_is(tmp_path: Path) -> None:
    head = "---\nid: lorries\ntitle: Lorries\ndate: 2024-03-11\nsections: [FOIA s40(2)]\n---\n"
    found = only(write(tmp_path / "a.md", head + "We own 41."))
    assert (found.ident, found.named, found.dated) == ("lorries", True, date(2024, 3, 11))
    assert found.sections == ("FOIA s40(2)",)


def test_a_folder_is_read_in_order_and_litter_is_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "2023/a.txt", ".hidden.txt", "~$b.docx", "Thumbs.db", "2023/x.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, ANSWER + name)
    (tmp_path / "round").symlink_to(tmp_path)

    found = [(type(each).__name__, Path(getattr(each, "source", "") or each.file).name)
             for each in load(tmp_path)]  # fmt: skip

    assert found == [("Precedent", "b.txt"), ("Precedent", "a.txt"), ("UnreadableFile", "x.jpg")]


def test_a_requesters_letter_and_a_bare_receipt_are_no_responses(tmp_path: Path) -> None:
    asks = REQUEST + " I would like to request this under the Act. I look forward to hearing."
    (asked,) = load(write(tmp_path / "request.txt", asks))
    receipt = "Thank you for your request, which will be dealt with within 20 working days."
    (received,) = load(write(tmp_path / "receipt.txt", receipt))
    assert isinstance(asked, LeftOut)
    assert isinstance(received, LeftOut)


def test_a_reply_is_parted_from_the_request_quoted_below_it(tmp_path: Path) -> None:
    quoted = "\n".join("> " + line for line in REQUEST.split("\n"))
    text = f"{ANSWER}\n\nOn 1 March 2024 at 10:00, Ada Quince <ada@mail.example> wrote:\n{quoted}\n"
    reply = message(text, sender="foi@northshire.example", answers="<1@mail.example>")

    found = only(write(tmp_path / "a.eml", reply.as_bytes()))

    assert "gritting lorries you own" in found.request
    assert "wrote:" not in found.text
    assert "Please tell me" not in found.text
    assert found.people == ("Ada Quince", "ada@mail.example")
    assert found.title == "Gritting lorries"


def test_the_letter_that_a_mail_attaches_is_the_response(tmp_path: Path) -> None:
    mail = message("Please find our response attached.", sender="foi@northshire.example")
    letter = word_of("".join(map(paragraph, ANSWER.split("\n"))))
    mail.add_attachment(letter, maintype="application", subtype="x", filename="reply.docx")
    mail.add_attachment(
        b"Year,Lorries\n2024,41\n", maintype="text", subtype="csv", filename="a.csv"
    )

    found = only(write(tmp_path / "a.eml", mail.as_bytes()))

    assert found.text.startswith("Dear Ada Quince")
    assert "Year,Lorries" not in found.text


def test_a_locked_attachment_is_named_and_the_mail_taken_without_it(tmp_path: Path) -> None:
    mail = message(ANSWER, sender="foi@northshire.example")
    mail.add_attachment(
        files.locked_pdf(), maintype="application", subtype="pdf", filename="letter.pdf"
    )
    refused, taken = load(write(tmp_path / "a.eml", mail.as_bytes()))
    assert isinstance(refused, UnreadableFile)
    assert refused.file.endswith("a.eml/letter.pdf")
    assert isinstance(taken, Precedent)


def test_a_mailbox_gives_each_response_with_the_request_of_its_thread(tmp_path: Path) -> None:
    asked = message(REQUEST, sender="ada@mail.example", to="foi@northshire.example", ident="<1@x>")
    receipt = message(
        "Thank you for your request, which will be dealt with within 20 working days.",
        sender="foi@northshire.example", answers="<1@x>", ident="<2@x>",
    )  # fmt: skip
    answer = message(
        ANSWER + "\nFrom the depot, 41 lorries leave each night.",
        sender="foi@northshire.example", answers="<1@x>", ident="<3@x>",
    )  # fmt: skip
    path = write(tmp_path / "sent.mbox", mbox(asked, receipt, answer))

    found = load(path)

    assert [type(each) for each in found] == [LeftOut, LeftOut, Precedent]
    taken = found[2]
    assert isinstance(taken, Precedent)
    assert "gritting lorries you own" in taken.request
    assert "\nFrom the depot" in taken.text
    assert taken.source == f"{path}#3"


def test_messages_that_were_taken_before_are_not_read_again(tmp_path: Path) -> None:
    path = write(tmp_path / "a.mbox", mbox(message(ANSWER, sender="foi@northshire.example")))
    (source,) = LOADER.sources([str(path)])
    (found,) = LOADER.load(source)
    assert isinstance(found, Precedent)
    assert list(LOADER.load(source, known={found.file_sha256}.__contains__)) == [
        SameFile(f"{path}#1")
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_log_gives_a_response_a_row(tmp_path: Path, delimiter: str, charset: str) -> None:
    rows = [("Northshire – disclosure log",), HEADINGS, ROW, ("", "", "", "", "", "")]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    found = only(write(tmp_path / "log.csv", text.encode(charset)))
    assert (found.reference, found.request, found.text) == (ROW[0], ROW[2], ROW[3])
    assert (found.dated, found.outcome) == (date(2024, 3, 12), "disclosed_part")
    assert found.sections == ("FOIA s40(2)",)
    assert found.source == f"{tmp_path / 'log.csv'}#3"


def test_a_spreadsheet_gives_a_response_a_row(tmp_path: Path) -> None:
    path = write(tmp_path / "log.xlsx", workbook((), ("Our log",), HEADINGS, ROW, (), ROW))
    first, second = load(path)
    assert isinstance(first, Precedent)
    assert isinstance(second, Precedent)
    assert (first.text, first.source, second.source) == ("We own 41.", f"{path}#4", f"{path}#6")


def test_a_file_names_the_columns_that_no_heading_tells(tmp_path: Path) -> None:
    path = write(tmp_path / "log.csv", "Number,Asked by post,Told\n1,How many?,We own 41.\n")
    assert "--columns" in reason(path)
    named = '[columns]\nrequest = "asked by post"\nanswer = ["Told"]\n'
    declared = write(tmp_path / "columns.toml", named)
    (source,) = LOADER.sources([str(path)])
    columns = LOADER.columns(source, str(declared))
    (found,) = LOADER.load(source, columns)
    assert isinstance(found, Precedent)
    assert (found.request, found.text) == ("How many?", "We own 41.")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no table [columns]"),
        ("[columns", "cannot be used"),
        ('[columns]\nrequest = "Nowhere"', "no column 'Nowhere'"),
        ('[columns]\nasked = "Number"', "no field 'asked'"),
        ("[columns]\nrequest = 3", "cannot be used"),
        ("columns = 3", "cannot be used"),
    ],
)
def test_a_file_of_columns_that_cannot_be_used_says_why(
    tmp_path: Path, text: str, says: str
) -> None:
    path = write(tmp_path / "log.csv", "Number,Told\n1,2\n")
    declared = write(tmp_path / "columns.toml", text)
    (source,) = LOADER.sources([str(path)])
    with pytest.raises(NotAllowed) as refused:
        LOADER.columns(source, str(declared))
    assert says in str(refused.value)


def test_a_mail_folder_that_outlook_exported_as_a_table_is_read_as_mail(tmp_path: Path) -> None:
    head = '"Subject","Body","From: (Name)","From: (Address)","To: (Name)","To: (Address)"\r\n'
    sent = f'"Lorries","{ANSWER}","FOI","foi@northshire.example","Ada","ada@mail.example"\r\n'
    came = f'"Lorries","{REQUEST}","Ada","ada@mail.example","FOI","foi@northshire.example"\r\n'
    first, second = load(write(tmp_path / "export.csv", head + sent + came))
    assert isinstance(first, Precedent)
    assert isinstance(second, LeftOut)


ALAVETELI = {
    "id": 7, "title": "Lorries", "public_body": {"name": "Northshire Council"},
    "user": {"name": "Ada Quince"},
    "info_request_events": [
        {"event_type": "sent", "created_at": "2024-03-01T10:00:00+00:00", "snippet": REQUEST},
        {"event_type": "status_update", "snippet": "no letter"},
        {"event_type": "response", "created_at": "2024-03-11T10:00:00+00:00",
         "snippet": ANSWER.replace("\n", "<br />")},
    ],
}  # fmt: skip
EVENTS = {
    "id": "t1", "title": "Lorries", "authority": "Northshire Council",
    "events": [
        {"direction": "outgoing", "kind": "request", "at": "2024-03-01", "text": REQUEST},
        {"direction": "incoming", "kind": "response", "at": "2024-03-11", "text": ANSWER},
    ],
}  # fmt: skip
MESSAGES = {
    "id": "t2", "title": "Lorries",
    "messages": [{"direction": "outgoing", "text": REQUEST},
                 {"direction": "incoming", "text": ANSWER}],
}  # fmt: skip
PAIR = {"thread": "t3", "title": "Lorries", "request_text": REQUEST, "response_text": ANSWER}


@pytest.mark.parametrize("record", [ALAVETELI, EVENTS, MESSAGES, PAIR])
@pytest.mark.parametrize("form", ["{0}", "[{0}, {0}]", "{0}\n{0}\n", "\ufeff  [\n{0}\n]"])
def test_threads_give_the_response_with_the_request_that_it_answers(
    tmp_path: Path, record: dict[str, object], form: str
) -> None:
    found = load(write(tmp_path / "threads.json", form.replace("{0}", json.dumps(record))))
    assert len(found) == form.count("{0}")
    for each in found:
        assert isinstance(each, Precedent)
        assert "41 gritting lorries" in each.text
        assert each.request == REQUEST
        assert each.title == "Lorries"


def test_a_list_of_threads_that_breaks_off_gives_those_before_and_says_so(tmp_path: Path) -> None:
    text = f"[{json.dumps(PAIR)}, {json.dumps(PAIR)[:-20]}"
    taken, refused = load(write(tmp_path / "threads.json", text))
    assert isinstance(taken, Precedent)
    assert isinstance(refused, UnreadableFile)


def _bomb(part: str) -> bytes:
    """A small file with a part of more than 400 megabytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open(part, "w", force_zip64=True) as opened:
            piece = bytes(1 << 24)
            for _ in range(26):
                opened.write(piece)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", files.locked_pdf(), "encrypted"),
        ("a.pdf", files.blank_pdf(), "pictures"),
        ("a.pdf", b"%PDF-1.7 obj broken", "damaged"),
        ("a.docx", compound_file({"EncryptedPackage": b"x"}), "password"),
        ("a.docx", b"PK\x03\x04 broken", "damaged"),
        ("a.docx", b"", "empty"),
        ("log.xlsx", compound_file({"EncryptedPackage": b"x"}), "password"),
        ("log.xlsx", b"PK\x03\x04 broken", "damaged"),
        ("log.xlsx", workbook(), "no rows"),
        ("log.csv", b"", "--columns"),
        ("log.csv", b"a,b\n" * 30, "--columns"),
        ("a.mbox", b"no mailbox", ".mbox"),
        ("a.json", b"{", "no JSON"),
        ("a.json", b"[" * 200_000, "no JSON"),
        ("a.json", b'{"a": 1}', "no thread"),
        ("a.pst", b"!BDN", "Outlook"),
        ("a.zip", b"PK", "Unpack"),
        ("a.xls", b"x", ".xlsx"),
        ("a.md", b"---\ndate: soon\n---\ntext", "front matter"),
        ("a.md", b"---\n:a: [\n---\ntext", "front matter"),
    ],
)
def test_what_cannot_be_taken_says_why_and_speaks_of_no_requester(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    said = reason(write(tmp_path / name, content))
    assert says in said
    assert "requester" not in said


@pytest.mark.parametrize(
    ("name", "part"), [("a.docx", "word/document.xml"), ("log.xlsx", "xl/worksheets/sheet1.xml")]
)
def test_a_zip_bomb_is_refused_in_bounded_time_and_memory(
    tmp_path: Path, name: str, part: str
) -> None:
    path = write(tmp_path / name, _bomb(part))
    tracemalloc.start()
    said = reason(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "unpacks to more" in said
    assert most < 50_000_000


def test_a_file_larger_than_any_letter_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(40_000_000_000)
    assert "30 MB" in reason(path)


def test_a_missing_file_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no file" in reason(tmp_path / "pipe.txt")
    assert "no such file" in reason(tmp_path / "nowhere.txt")


@settings(max_examples=40)
@given(content=st.binary(max_size=400), suffix=st.sampled_from([".csv", ".json", ".mbox", ".eml"]))
def test_no_bytes_stop_an_import(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    for each in load(write(path, b"From a 2024\n" + content if suffix == ".mbox" else content)):
        assert each
