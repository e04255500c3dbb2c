"""The reader of documents and its stand-in: the same promises."""

import pytest

from assistant.adapters.documents.reader import DocumentReader
from assistant.ports import Documents
from tests.fakes import FakeDocuments


@pytest.fixture(params=[DocumentReader, FakeDocuments], ids=["real", "stand-in"])
def documents(request: pytest.FixtureRequest) -> Documents:
    made: Documents = request.param()
    return made


def test_a_text_file_gives_its_words_with_line_feeds(documents: Documents) -> None:
    assert documents.reads("a.txt", "text/plain", b"How many\r\ndogs?\r\n")
    found = documents.text("a.txt", "text/plain", b"How many\r\ndogs?\r\n")
    assert (found.text, found.problem, found.pages) == ("How many\ndogs?", "", 0)


def test_a_file_of_another_kind_has_neither_words_nor_a_problem(documents: Documents) -> None:
    for name in ("a.jpg", "a", ""):
        assert not documents.reads(name, "image/jpeg", b"\xff\xd8\xff\0")
        found = documents.text(name, "image/jpeg", b"\xff\xd8\xff\0")
        assert (found.text, found.problem, found.stopped) == ("", "", False)


def test_bytes_that_are_no_text_raise_nothing(documents: Documents) -> None:
    for content in (b"", b"\0", b"\xff\xfe\x00\xd8", bytes(range(256))):
        documents.text("a.txt", "text/plain", content)
