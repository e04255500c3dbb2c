"""A page's stream is taken apart as another reader of PDFs does it, and whatever its bytes are."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ContentStream, DecodedStreamObject

from assistant.adapters.documents.hidden.pdf_operators import operations
from tests.hiding import pdf


def said(stream: bytes) -> list[tuple[bytes, list[object]]]:
    return list(operations(stream))


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (b"1 0 0 -1 .5 +7. cm", [(b"cm", [1.0, 0.0, 0.0, -1.0, 0.5, 7.0])]),
        (b"0 g\n% (no text) Tj\n1 g", [(b"g", [0.0]), (b"g", [1.0])]),
        (b"/F1 12 Tf", [(b"Tf", ["/F1", 12.0])]),
        (b"(Jan \\(N\\)\\040Novak)Tj", [(b"Tj", [b"Jan (N) Novak"])]),
        (b"(a (b (c) d) e) Tj", [(b"Tj", [b"a (b (c) d) e"])]),
        (b"(a\\\nb\\r\\\\) '", [(b"'", [b"ab\r\\"])]),
        (b"<4A 616> Tj", [(b"Tj", [b"Ja`"])]),
        (b"[(A) -120.5 (B) <43>] TJ", [(b"TJ", [[b"A", -120.5, b"B", b"C"]])]),
        (b"/OC /Layer#201 BDC EMC", [(b"BDC", ["/OC", "/Layer 1"]), (b"EMC", [])]),
        (b"/Span <</ActualText (x) /L [1 2]>> BDC", [
            (b"BDC", ["/Span", ["/ActualText", b"x", "/L", [1.0, 2.0]]])]),
        (b"q BI /W 1 ID \xff EI \x00\x01 EI Q", [
            (b"q", []), (b"INLINE IMAGE", []), (b"Q", [])]),
        (b"1 --2 w ] ) > } 3 j", [(b"w", [1.0, 0.0]), (b"j", [3.0])]),
        (b"(no end", []),
    ],
)  # fmt: skip
def test_operators_come_with_their_operands(stream: bytes, expected: object) -> None:
    assert said(stream) == expected


_NUMBER = st.one_of(st.integers(-900, 900), st.decimals(-99, 99, places=3, allow_nan=False))
_TEXT = st.binary(max_size=8)
_OPERAND = st.one_of(
    _NUMBER.map(str),
    _TEXT.map(lambda held: f"<{held.hex()}>"),
    st.text("abc \\()", max_size=6).map(
        lambda held: "(" + "".join("\\" + each if each in "\\()" else each for each in held) + ")"
    ),
    st.text("ABCxyz019", min_size=1, max_size=5).map(lambda held: f"/{held}"),
    st.lists(_NUMBER.map(str), max_size=3).map(lambda held: f"[{' '.join(held)}]"),
)
_LINE = st.tuples(st.lists(_OPERAND, max_size=7), st.sampled_from(["re", "Tj", "f*", "T*", "scn"]))


@given(st.lists(_LINE, max_size=12), st.sampled_from([" ", "\n", "\r\n", "\t "]))
@settings(deadline=None, max_examples=60)
def test_operators_are_those_that_pypdf_reads(lines: list[tuple[list[str], str]], gap: str) -> None:
    stream = gap.join(gap.join([*operands, word]) for operands, word in lines).encode()
    held = DecodedStreamObject()
    held.set_data(stream)
    theirs = ContentStream(held, PdfReader(io.BytesIO(pdf("")))).operations
    assert [(word, len(operands)) for word, operands in said(stream)] == [
        (word, len(operands)) for operands, word in theirs
    ]
    for (_, ours), (other, _) in zip(said(stream), theirs, strict=True):
        assert [each for each in ours if isinstance(each, float)] == [
            float(each) for each in other if isinstance(each, (int, float))
        ]
        assert [each for each in ours if isinstance(each, bytes)] == [
            each.original_bytes for each in other if hasattr(each, "original_bytes")
        ]


@given(
    st.one_of(
        st.binary(max_size=60), st.text("()<>[]{}/%\\BIDE Tj019.-\n", max_size=60).map(str.encode)
    )
)
@settings(deadline=None, max_examples=300)
def test_no_bytes_stop_the_reading(stream: bytes) -> None:
    read = said(stream + b"\n>>]]>>]) 7 w")
    assert all(isinstance(word, bytes) and isinstance(operands, list) for word, operands in read)


def test_a_stream_without_an_end_is_read_in_time_that_grows_with_its_length() -> None:
    for piece in (b"(", b"[", b"<<", b"1 ", b"(\\", b"BI ", b"/a", b"%"):
        assert len(said(piece * 20_000)) <= 20_000
