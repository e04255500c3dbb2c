"""Whose mailbox an address of the envelope means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.mail.envelope import mailbox_address

OURS = {"foi@northshire.example", "eir@northshire.example", "foi+old@northshire.example"}


@pytest.mark.parametrize(
    ("recipient", "means"),
    [
        ("foi@northshire.example", "foi@northshire.example"),
        (" FOI@NORTHSHIRE.EXAMPLE ", "foi@northshire.example"),
        ("eir+2026-001@northshire.example", "eir@northshire.example"),
        ("foi+a+b@northshire.example", "foi@northshire.example"),
        ("foi+old@northshire.example", "foi+old@northshire.example"),
        ('"foi+x y"@northshire.example', "foi@northshire.example"),
        ("foi@example.org", None),
        ("foi", None),
        ("@northshire.example", None),
        ("", None),
        ("foibles@northshire.example", None),
        ("foi@northshire.example@example.org", None),
    ],
)
def test_an_address_is_ours_in_any_case_and_with_any_detail(
    recipient: str, means: str | None
) -> None:
    assert mailbox_address(recipient, OURS) == means


@given(st.text())
def test_whatever_is_asked_the_answer_is_one_of_ours_or_none(recipient: str) -> None:
    assert mailbox_address(recipient, OURS) in {*OURS, None}


@given(st.text(alphabet="abc.+-_0", max_size=20))
def test_any_detail_leads_to_the_same_mailbox(detail: str) -> None:
    found = mailbox_address(f"eir+{detail}@northshire.example", OURS)

    assert found == "eir@northshire.example"
