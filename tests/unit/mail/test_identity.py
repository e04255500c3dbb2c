"""When two deliveries are the same message, whatever their routes; and when they are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.mail.identity import content_sha256
from tests.letters import mail

ON_THE_WAY = (
    b"Received: from relay.example by mx.example; Mon, 2 Mar 2026 09:30:00 +0000",
    b"Received-SPF: pass",
    b"Return-Path: <bounce@example.org>",
    b"Delivered-To: eir@northshire.police.example",
    b"Envelope-To: foi@northshire.police.example",
    b"X-MS-Exchange-Organization-SCL: 1",
    b"X-Spam-Status: No,\r\n\tscore=0.1",
    b"ARC-Seal: i=1; a=rsa-sha256",
    b"Authentication-Results: mx.example; spf=pass",
    b"List-Id: <foi.northshire.police.example>",
    b"Resent-From: postmaster@example.org",
)
BARE = b"From: a@example.org\nSubject: Cars\nDKIM-Signature: v=1; b=abc\n\nHow many cars?\n"


@given(
    st.lists(st.sampled_from(ON_THE_WAY), max_size=6),
    st.sampled_from([mail(), BARE]),
    st.sampled_from([b"\n", b"\r\n"]),
)
def test_what_servers_add_on_the_way_makes_no_other_message(
    added: list[bytes], raw: bytes, line_end: bytes
) -> None:
    routed = b"".join(line + b"\n" for line in added) + raw
    routed = routed.replace(b"\r\n", b"\n").replace(b"\n", line_end)

    assert content_sha256(routed) == content_sha256(raw)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (mail("How many cars?"), mail("How many vans?")),
        (mail(subject="Cars"), mail(subject="Vans")),
        (mail(message_id="<1@example.org>"), mail(message_id="<2@example.org>")),
        (BARE, BARE.replace(b"cars", b"vans")),
        (BARE, BARE.replace(b"abc", b"abd")),
        (BARE, BARE.replace(b"a@example", b"b@example")),
        # No blank line, or a line among the headers that is none: the text stands there.
        (b"From: a@example.org\nHow many cars?", b"From: a@example.org\nHow many vans?"),
        (b"Message-ID: <1>\nHow many cars?\n\nAlex", b"Message-ID: <1>\nHow many vans?\n\nAlex"),
        (b"Message-ID: <1>\nNote: cars", b"Message-ID: <1>\nNote: vans"),
        (b"How many cars?", b"How many vans?"),
    ],
)
def test_other_words_make_another_message(one: bytes, other: bytes) -> None:
    assert content_sha256(one) != content_sha256(other)


@given(st.binary(max_size=300))
def test_any_bytes_have_an_identity(raw: bytes) -> None:
    assert len(content_sha256(raw)) == 64
