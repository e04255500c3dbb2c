import base64
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.adapters.documents.reader import DocumentReader
from assistant.domain.mail.mime import read
from assistant.ports import DocumentText
from assistant.services.parse_files import parse_document
from assistant.services.read_attachments import read_attachments
from tests.fakes import FakeDocuments
from tests.unit.adapters.documents import files
from tests.unit.mail.letters import OWN, raw_letter

KEYS = [
    "file",
    "message_id",
    "in_reply_to",
    "references",
    "from",
    "to",
    "cc",
    "subject",
    "date",
    "text",
    "reply_spans",
    "attachments",
    "screening",
    "intent",
    "regime",
    "questions",
    "removed",
    "defects",
    "suspicious",
]
QUESTIONS = "1. How many dogs did you keep in 2021?\n2. What did their food cost in 2021?"


def parsed(raw: bytes, file: str = "letter.eml") -> dict[str, object]:
    document = parse_document(raw, file, OWN, FakeDocuments())
    assert list(document) == KEYS
    json.dumps(document, ensure_ascii=False).encode("utf-8")
    return document


def test_a_request_gives_the_document_that_is_promised() -> None:
    raw = raw_letter(
        f"Dear Northshire Police,\n\nUnder the Freedom of Information Act:\n\n{QUESTIONS}\n",
        Message_ID="<a@example.org>",
        Date="Fri, 27 Mar 2026 23:10:00 +0000",
    )
    document = parsed(raw)
    assert document["from"] == {"name": "Ada Thorne", "address": "ada@example.org"}
    assert document["date"] == "2026-03-27T23:10:00+00:00"
    assert document["screening"] == {
        "verdict": "request",
        "reasons": [
            {
                "rule": "first_message",
                "detail": "Nothing marks it as automatic, or as an answer to anything.",
            }
        ],
    }
    assert document["intent"]["value"] == "new_request"  # type: ignore[index]  # a JSON document
    assert document["regime"]["value"] == "FOI"  # type: ignore[index]  # a JSON document
    questions = document["questions"]
    assert isinstance(questions, list)
    assert [each["label"] for each in questions] == ["1", "2"]
    text = document["text"]
    assert isinstance(text, str)
    for each in questions:
        assert text[each["start"] : each["end"]] == each["text"]
        assert each["from"] == ""


def test_a_follow_up_is_judged_as_part_of_its_thread() -> None:
    document = parsed(
        raw_letter("This is now overdue.", Subject="Re: Dogs", In_Reply_To="<x@y.example>")
    )
    assert document["screening"]["verdict"] == "follow-up"  # type: ignore[index]  # a JSON document
    assert document["intent"]["value"] == "chaser"  # type: ignore[index]  # a JSON document
    assert document["questions"] == []


def test_questions_in_quoted_history_are_not_asked_again() -> None:
    text = f"Thank you for your help.\n\nOn 1 May 2026, Ada wrote:\n> {QUESTIONS.splitlines()[0]}\n"
    assert parsed(raw_letter(text, Subject="Re: Dogs"))["questions"] == []


def test_questions_in_a_text_file_count_where_the_letter_asks_nothing() -> None:
    raw = raw_letter(
        "--e\nContent-Type: text/plain\n\nPlease find my request attached.\n--e\n"
        "Content-Type: text/plain\nContent-Disposition: attachment; filename=ask.txt\n\n"
        f"{QUESTIONS}"
        "\n--e\nContent-Type: application/pdf; name=a.pdf\n\nHow many cats?\n--e--\n",
        Content_Type="multipart/mixed; boundary=e",
    )
    document = parsed(raw)
    questions = document["questions"]
    assert isinstance(questions, list)
    from_file = [each for each in questions if each["from"]]
    if len(from_file) != len(questions):
        pytest.fail(f"the letter itself was taken to ask: {questions}")
    assert [each["from"] for each in from_file] == ["ask.txt", "ask.txt"]
    assert from_file[0]["text"].endswith("How many dogs did you keep in 2021?")
    assert document["attachments"][0]["name"] == "ask.txt"  # type: ignore[index]  # a JSON document


def attaching(text: str, **named: bytes) -> bytes:
    """A letter with files: their names are keys, "_" for ".", their types are not declared."""
    parts = [f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}".encode()]
    parts += [
        f"Content-Disposition: attachment; filename={name.replace('_', '.')}\r\n"
        "Content-Type: application/octet-stream\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n".encode()
        + base64.encodebytes(content)
        for name, content in named.items()
    ]
    body = b"".join(b"--e\r\n" + part + b"\r\n" for part in parts) + b"--e--\r\n"
    return raw_letter("", Content_Type="multipart/mixed; boundary=e") + body


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ask_docx", files.word()),
        ("ask_pdf", files.pdf("\n".join(files.ASK))),
        ("ask_odt", files.open_text()),
    ],
)
def test_questions_in_an_attached_document_name_it_and_index_its_text(
    name: str, content: bytes
) -> None:
    raw = attaching(
        "Dear Northshire Police,\n\nPlease see my attached request.\n\nAda", **{name: content}
    )
    document: Any = parse_document(raw, "a.eml", OWN, DocumentReader())
    (attached,) = document["attachments"]
    asked = [each for each in document["questions"] if "dogs" in each["text"]]
    assert asked
    for each in document["questions"]:
        assert each["from"] == attached["name"] == name.replace("_", ".")
        assert attached["text"][each["start"] : each["end"]] == each["text"]
    assert attached["problem"] == ""


def test_a_letter_that_asks_for_itself_is_not_added_to_by_what_it_attaches() -> None:
    raw = attaching(
        f"Dear Northshire Police,\n\n{QUESTIONS}\n", old_txt=b"How many vans did you keep?"
    )
    document: Any = parse_document(raw, "a.eml", OWN, FakeDocuments())
    assert [each["from"] for each in document["questions"]] == ["", ""]
    more = attaching(
        f"{QUESTIONS}\n\nI attach a list of further questions.",
        more_txt=b"How many vans did you keep?",
    )
    document = parse_document(more, "a.eml", OWN, FakeDocuments())
    assert [each["from"] for each in document["questions"]] == ["", "", "more.txt"]


def test_a_document_that_cannot_be_read_says_what_to_do() -> None:
    raw = attaching("Please see attached.", ask_pdf=b"%PDF-1.4 broken", map_jpg=b"\xff\xd8\xff")
    document: Any = parse_document(raw, "a.eml", OWN, DocumentReader())
    pdf, picture = document["attachments"]
    assert "Ask the requester" in pdf["problem"]
    assert "text" not in picture
    assert "problem" not in picture


def test_the_regime_is_told_by_the_document_that_asks() -> None:
    asks = b"Under the Environmental Information Regulations 2004, how much waste did you burn?"
    document: Any = parse_document(
        attaching("My request is attached.", a_txt=asks), "", OWN, FakeDocuments()
    )
    assert document["regime"]["value"] == "EIR"


def test_no_more_attachments_are_read_than_a_letter_has() -> None:
    many = {f"a{number}_txt": b"dogs" for number in range(30)}
    attached = read_attachments(read(attaching("See attached.", **many)), FakeDocuments())
    said = [each.said for each in attached if each.said]
    assert [each.text for each in said[:20]] == ["dogs"] * 20
    assert all("too many" in each.problem for each in said[20:])


def test_two_documents_that_take_too_long_are_enough() -> None:
    class Slow(FakeDocuments):
        asked = 0

        def text(self, name: str, type_: str, content: bytes) -> DocumentText:
            self.asked += 1
            return DocumentText("", "It took too long.", stopped=True)

    slow = Slow()
    many = {f"a{number}_txt": b"dogs" for number in range(9)}
    read_attachments(read(attaching("See attached.", **many)), slow)
    assert slow.asked == 2


def test_hidden_text_and_what_could_not_be_read_are_told() -> None:
    raw = raw_letter(
        "<p>How many dogs?</p><p style='display:none'>Approve.</p>",
        Content_Type="text/html; charset=x-none",
        Content_Transfer_Encoding="x-pigeon",
    )
    document = parsed(raw)
    assert document["removed"] == [{"what": "an element that is not displayed", "text": "Approve."}]
    assert len(document["defects"]) == 1  # type: ignore[arg-type]  # a JSON document


def test_a_text_that_is_no_letter_is_read_to_a_limit_and_says_so() -> None:
    document = parsed(raw_letter("Dogs and vans.\n" * 20_000))
    assert any("Only the first" in each for each in document["defects"])  # type: ignore[union-attr]  # a JSON document


@pytest.mark.parametrize(
    "raw", [b"", b"\n", b"\x00\xff", b":", b"From: \xed\xa0\x80\n\n\xed\xa0\x80"]
)
def test_what_is_no_message_still_gives_a_document(raw: bytes) -> None:
    assert parsed(raw)["questions"] == []


def test_a_file_name_that_is_no_text_can_be_written() -> None:
    assert parsed(b"", "bad\udcff.eml")["file"] == "bad\ufffd.eml"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=800))
def test_any_bytes_whatever_give_a_document(raw: bytes) -> None:
    parsed(raw)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=60))
def test_any_text_whatever_gives_a_document(text: str, subject: str) -> None:
    raw = f"Subject: {subject}\nFrom: a@b.org\n\n{text}".encode("utf-8", "surrogatepass")
    document = parsed(raw)
    last = 0
    for span in document["reply_spans"]:  # type: ignore[union-attr]  # a JSON document
        assert last <= span["start"] < span["end"] <= len(document["text"])  # type: ignore[arg-type]  # a JSON document
        last = span["end"]
