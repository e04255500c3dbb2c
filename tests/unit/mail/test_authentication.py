"""Authentication-Results counts only from our own gateway, and only a failure means anything."""

import pytest

from assistant.domain.mail.authentication import dmarc_result
from assistant.domain.mail.mime import read
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.domain.mail.screening import Verdict, screen
from tests.unit.mail.letters import MAILBOX, letter

GATEWAY = "mx.northshire.police.example"
OWN = OwnAddresses(
    frozenset({MAILBOX}), frozenset({"northshire.police.example"}), frozenset({GATEWAY})
)
FAIL = f"Authentication-Results: {GATEWAY}; spf=fail smtp.mailfrom=example.org; dmarc=fail"
PASS = f"Authentication-Results: {GATEWAY}; spf=pass smtp.mailfrom=example.org; dmarc=pass"
OUR_HOP = f"Received: from mail.example.org ([192.0.2.1]) by {GATEWAY} with ESMTPS; x"
FOREIGN_HOP = "Received: from evil ([192.0.2.9]) by mail.evil.example with ESMTP; x"
REST = (
    "From: Ada Thorne <ada@example.org>\r\n"
    f"To: {MAILBOX}\r\nSubject: Dogs\r\n\r\nHow many dogs do you keep?"
)


def result(*headers: str, own: OwnAddresses = OWN) -> str:
    return dmarc_result(read(("\r\n".join([*headers, REST])).encode()), own)


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        # Gateways write it above their Received line, or below it.
        ((FAIL, OUR_HOP), "fail"),
        ((OUR_HOP, FAIL), "fail"),
        ((PASS, OUR_HOP), "pass"),
        # Ours stands above whatever a sender wrote beforehand.
        ((FAIL, OUR_HOP, PASS), "fail"),
        ((PASS, OUR_HOP, FAIL), "pass"),
        # Below a server of others everything is the sender's word.
        ((FOREIGN_HOP, FAIL), ""),
        ((OUR_HOP, FOREIGN_HOP, FAIL), ""),
        # Another gateway's word is not ours.
        (("Authentication-Results: mx.evil.example; dmarc=fail", OUR_HOP), ""),
        ((OUR_HOP,), ""),
    ],
)
def test_only_our_own_gateways_topmost_word_counts(headers: tuple[str, ...], found: str) -> None:
    assert result(*headers) == found


def test_nothing_is_concluded_where_no_gateway_is_named() -> None:
    assert result(FAIL, OUR_HOP, own=OwnAddresses(OWN.addresses, OWN.domains)) == ""


def test_exchange_online_names_itself_by_the_received_line_below() -> None:
    own = OwnAddresses(OWN.addresses, OWN.domains, frozenset({"protection.outlook.example"}))
    unnamed = "Authentication-Results: spf=fail (sender IP is 192.0.2.1); dkim=none; dmarc=fail a=b"
    hop = "Received: from mail.example.org by LO2.mail.protection.outlook.example with SMTP; x"
    assert result(unnamed, hop, own=own) == "fail"
    assert result(unnamed, FOREIGN_HOP, own=own) == ""


@pytest.mark.parametrize(
    "value",
    [
        f"{GATEWAY}; dmarc=fail (p=reject dis=none",
        f"{GATEWAY};;; dmarc=fail header.from=a b c",
        f"{GATEWAY} 1; dmarc=FAIL",
    ],
)
def test_a_header_that_no_library_reads_is_read_by_its_word(value: str) -> None:
    assert result(f"Authentication-Results: {value}", OUR_HOP) == "fail"


def test_a_sender_that_fails_is_held_and_never_rejected() -> None:
    message = letter("How many dogs?", Authentication_Results=f"{GATEWAY}; dmarc=fail")
    found = screen(message, OWN)
    assert found.verdict is Verdict.HELD
    assert "may be forged" in " ".join(reason.detail for reason in found.reasons)


def test_a_forged_pass_gives_no_privilege() -> None:
    message = letter("As agreed.", Authentication_Results=f"{GATEWAY}; dmarc=pass")
    plain = letter("As agreed.")
    assert screen(message, OWN) == screen(plain, OWN)
