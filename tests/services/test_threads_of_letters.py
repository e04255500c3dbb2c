"""A letter stands in the thread of the requester, and comes from an address with a reader."""

from datetime import timedelta

from assistant.services.letter_message import leaving_name, subject_of, thread_of
from assistant.store.models import Case, Outbox
from tests.letters import RECEIVED, mail
from tests.outgoing import QUESTION, approve, asked, read, send
from tests.world import World

OUTLOOK = "AQHZxyzAbCdEfGhIjKlMnOpQrStUvWxYzA=="


def sent(world: World, case: Case) -> bytes:
    assert send(world, approve(world, case)).stage == Outbox.Stage.SENT
    return world.postbox.arrived[-1].message


def head(raw: bytes) -> str:
    return raw.partition(b"\r\n\r\n")[0].decode("ascii")


def test_the_letter_answers_the_last_message_of_the_requester(world: World) -> None:
    case = asked(world)
    world.deliver(
        mail(
            "One more thing: and in 2025?",
            subject=f"Re: {subject_of(case)}",
            message_id="<second@example.org>",
            In_Reply_To="<request-1@example.org>",
            References="<request-1@example.org>",
        ),
        at=RECEIVED + timedelta(hours=1),
    )

    found = read(sent(world, case))

    assert found["In-Reply-To"] == "<second@example.org>"
    assert found["References"].split() == ["<request-1@example.org>", "<second@example.org>"]


def test_a_long_thread_keeps_its_first_and_its_last_and_no_encoded_word(world: World) -> None:
    ids = [f"<{n}.{'x' * 120}@example.org>" for n in range(60)]
    case = asked(world, References=" ".join(ids), In_Reply_To=ids[-1], message_id=ids[-1] + "x")
    case.refresh_from_db()
    row = case.messages.get()
    row.message_id, row.references = "<last@example.org>", ids
    row.save()

    raw = sent(world, case)
    references = head(raw).partition("References: ")[2].partition("\r\nThread")[0]
    kept = references.partition("\r\nFrom")[0].split()

    assert (kept[0], kept[-1]) == (ids[0], "<last@example.org>")
    assert len(" ".join(kept)) <= 1500
    assert "=?" not in head(raw).partition("From:")[0]
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998


def test_outlook_finds_the_conversation_by_its_own_headers(world: World) -> None:
    case = asked(world, Thread_Index=OUTLOOK, Thread_Topic="Prevent – referrals")

    found = read(sent(world, case))

    assert found["Thread-Index"] == OUTLOOK
    assert found["Thread-Topic"] == "Prevent – referrals"


def test_what_is_no_place_in_a_conversation_is_left_out(world: World) -> None:
    found = read(sent(world, asked(world, Thread_Index="<script>, not base64")))

    assert found["Thread-Index"] is None
    assert found["Thread-Topic"] is None


def test_a_request_without_a_message_id_gets_a_letter_of_its_own(world: World) -> None:
    case = world.case(mail(QUESTION, message_id=""))

    assert thread_of(case).parent == ""
    assert read(sent(world, case))["In-Reply-To"] is None


def test_the_subject_is_the_requesters_own_with_the_reference_once(world: World) -> None:
    case = asked(world, subject="RE: Re: Prevent")
    assert subject_of(case) == f"Re: Prevent [{case.reference}]"
    case.title = f"Prevent [{case.reference}]"
    assert subject_of(case) == f"Re: Prevent [{case.reference}]"


def test_the_letter_bears_a_mark_that_says_nothing_and_the_envelope_too(world: World) -> None:
    case = asked(world)
    letter = approve(world, case)
    send(world, letter)
    [envelope] = world.postbox.arrived

    assert len(letter.mark) == 32
    assert read(envelope.message)["X-FOI-Letter"] == letter.mark
    assert envelope.id == letter.mark
    assert read(envelope.message)["Auto-Submitted"] is None


def test_files_are_named_by_case_and_keep_the_name_they_had() -> None:
    assert leaving_name("figures 2025.csv", "FOI-2026-00001") == "FOI-2026-00001 figures 2025.csv"
    assert (
        leaving_name("FOI-2026-00001-letter.pdf", "FOI-2026-00001") == "FOI-2026-00001-letter.pdf"
    )
