"""What looks into files that go out, and its stand-in: the same promises."""

import pytest

from assistant.adapters.documents.inspector import FileInspector
from assistant.domain.inspection.findings import findings_of
from assistant.ports import Inspector
from tests.fakes import FakeInspector


@pytest.fixture(params=[FileInspector, FakeInspector], ids=["real", "stand-in"])
def inspector(request: pytest.FixtureRequest) -> Inspector:
    made: Inspector = request.param()
    return made


def test_plain_text_hides_nothing(inspector: Inspector) -> None:
    assert inspector.inspect("a.csv", "text/csv", b"year,number\n2024,5\n") == ()


def test_what_nobody_can_look_into_is_a_finding_to_be_answered(inspector: Inspector) -> None:
    (found,) = findings_of(inspector.inspect("a.bin", "", b"\x7fELF\0\0"))
    assert found.rule == "not-inspected"
    assert found.must_be_cleared
    assert found.message == "The file could not be looked into: nobody knows what it hides."


def test_no_bytes_raise_anything(inspector: Inspector) -> None:
    for content in (b"", b"\0", b"PK\x03\x04", b"%PDF-", bytes(range(256))):
        findings_of(inspector.inspect("a.xlsx", "", content))
