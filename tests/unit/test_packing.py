"""Bytes come back from a row as they went in, however they were packed, and when."""

import base64
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.store.packing import pack, unpack

NOISE = base64.encodebytes(random.Random(7).randbytes(100_000))  # noqa: S311 - no secret
WORDS = b"How many cars were in each ward in each year since 2020?\r\n" * 2_000


@given(st.binary(max_size=2_000))
def test_any_bytes_come_back(content: bytes) -> None:
    assert unpack(pack(content)) == content
    assert unpack(memoryview(pack(content))) == content


@pytest.mark.parametrize("content", [b"", b"\x00", b"x\x9c", NOISE, WORDS, WORDS + NOISE])
def test_large_and_odd_contents_come_back(content: bytes) -> None:
    assert unpack(pack(content)) == content


def test_words_are_compressed_and_what_is_compressed_already_is_not() -> None:
    assert len(pack(WORDS)) < len(WORDS) / 10
    assert len(pack(NOISE)) == len(NOISE) + 1


@given(st.binary(max_size=2_000))
def test_rows_of_earlier_versions_are_read(content: bytes) -> None:
    assert unpack(zlib.compress(content, level=6)) == content
