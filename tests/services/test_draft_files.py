"""`draft` for a message in a file: both letters with sources and evidence, and nothing stored."""

from dataclasses import replace

import pytest

from assistant import bootstrap
from assistant.domain.errors import NotAllowed
from assistant.services.draft_files import Desk, draft_document, library_authority
from assistant.services.import_knowledge import import_knowledge
from assistant.services.prepare import AuthorityDetails
from assistant.store.models import Case, Message
from tests.bank_holidays import document as holidays_of
from tests.letters import mail
from tests.world import DETAILS, World


@pytest.fixture
def desk(world: World) -> Desk:
    responses = bootstrap.precedents([bootstrap.knowledge_folder("responses")])
    import_knowledge(world.authority.pk, responses, library=world.library, clock=world.clock)
    return _desk(world, DETAILS, library_authority())


def _desk(world: World, details: AuthorityDetails, authority_id: int | None) -> Desk:
    return Desk(
        details=details,
        authority_id=authority_id,
        library=world.library,
        register=world.register,
        wordings=bootstrap.wordings(),
        clock=world.clock,
    )


def test_both_letters_come_with_their_blocks_and_evidence(desk: Desk) -> None:
    document = draft_document(mail(), desk)

    response = document["response"]
    assert "".join(block["text"] for block in response["blocks"]) == response["text"]
    assert {passage["part"] for passage in response["passages"]} >= {"1", "2", "3(a)"}
    assert response["similar"][0]["question"] == "1"
    assert "31 March 2026" in document["acknowledgement"]["text"]
    assert document["acknowledgement"]["findings"] == []
    assert Case.objects.count() == Message.objects.count() == 0


def test_an_empty_library_still_drafts_from_wording(world: World) -> None:
    document = draft_document(mail(), _desk(world, DETAILS, None))

    assert document["response"]["passages"] == []
    assert "Alex Carter" in document["response"]["text"]


@pytest.mark.parametrize(
    ("written", "received"),
    [
        ("Mon, 02 Mar 2026 23:30:00 -0500", "3 March 2026"),
        ("Mon, 02 Mar 2126 09:30:00 +0000", "3 March 2026"),
        ("Mon, 02 Mar 1970 09:30:00 +0000", "3 March 2026"),
        ("nonsense", "3 March 2026"),
    ],
)
def test_a_date_that_cannot_be_believed_is_today(desk: Desk, written: str, received: str) -> None:
    raw = mail().replace(b"Date: Mon, 02 Mar 2026 09:30:00 +0000", f"Date: {written}".encode())

    assert f"received on {received}" in draft_document(raw, desk)["acknowledgement"]["text"]


@pytest.mark.parametrize("raw", [b"", b"\x00\xff", b"Subject: x\r\n\r\n", b"From: a@b.c\n\nThanks"])
def test_any_bytes_give_a_document(desk: Desk, raw: bytes) -> None:
    document = draft_document(raw, desk)

    assert document["response"]["text"]


def test_without_an_address_the_letter_names_the_one_it_came_from(world: World) -> None:
    details = AuthorityDetails(**dict.fromkeys(DETAILS.__slots__, "") | {"cost_limit": 450})  # type: ignore[arg-type]  # all empty

    text = draft_document(mail(), _desk(world, details, None))["acknowledgement"]["text"]

    assert "the address that this letter came from" in text


def test_a_draft_states_the_date_of_the_authoritys_own_clock_and_calendar(world: World) -> None:
    archives = replace(DETAILS, authority_clock="archives")
    letter = draft_document(mail(), _desk(world, archives, None))["acknowledgement"]
    assert "16 April 2026" in letter["text"]

    holidays = replace(DETAILS, bank_holidays=holidays_of(2026, day_2026_03_13="A day of thanks"))
    letter = draft_document(mail(), _desk(world, holidays, None))["acknowledgement"]
    assert "1 April 2026" in letter["text"]


def test_a_letter_under_another_law_than_the_requests_is_refused_with_the_law(desk: Desk) -> None:
    with pytest.raises(NotAllowed, match="a letter under EIR, MIXED, and this request"):
        draft_document(mail(), desk, letter="eir_extension")


def test_what_is_business_as_usual_may_still_be_answered_as_a_request(desk: Desk) -> None:
    invoice = mail("Please find our invoice 4711 attached for payment.", subject="Invoice 4711")
    document = draft_document(invoice, desk, letter="not_valid")
    assert document["letter"]["text"]
