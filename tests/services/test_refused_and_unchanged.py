"""Asked for without a reason, too late, or of another authority: refused, and nothing changes."""

import json
from collections.abc import Callable

import pytest

from assistant import bootstrap
from assistant.domain.errors import NotAllowed
from assistant.services import settle_held
from assistant.services.choose_start import choose_start
from assistant.services.clear_set_aside import clear_set_aside
from assistant.services.correct_address import correct_address
from assistant.services.draft_decisions import read_decisions
from assistant.services.judge_document import judge_document
from assistant.services.promote_letter import promote_letter
from assistant.services.read_raw import raw_message
from assistant.services.settle_sending import leave_it_at_that, send_again
from assistant.services.standing_approval import grant, preview
from assistant.store.models import (
    Authority,
    Case,
    Draft,
    MailboxFolder,
    Message,
    Outbox,
    RawMessage,
    StandingApproval,
    User,
    Wording,
)
from tests.letters import mail
from tests.outgoing import BO, answer, approve, asked, send, states
from tests.standing import UNTIL, mailbox_of
from tests.world import World

Settle = Callable[..., Outbox]


@pytest.fixture
def stranger(world: World) -> User:
    other = Authority.objects.create(slug="other", name="Other Council")
    return User.objects.create(username="stranger", authority=other, is_staff=False)


@pytest.mark.parametrize(
    ("settle", "reason", "said"),
    [
        (send_again, " ", "Say what has changed"),
        (send_again, "Their server is back", "was not refused"),
        (leave_it_at_that, "", "Say why that is enough"),
        (leave_it_at_that, "It is only a copy", "does not wait for that"),
    ],
)
def test_a_letter_that_nobody_was_refused_is_not_settled(
    world: World, settle: Settle, reason: str, said: str
) -> None:
    outbox = send(world, approve(world, asked(world)))
    with pytest.raises(NotAllowed, match=said):
        settle(outbox.pk, reason=reason, by=world.officer, clock=world.clock)
    outbox.refresh_from_db()
    assert outbox.stage == Outbox.Stage.SENT


@pytest.mark.parametrize("settle", [send_again, leave_it_at_that])
def test_a_letter_of_another_authority_is_not_settled(
    world: World, settle: Settle, stranger: User
) -> None:
    world.postbox.refuse(BO, "550 5.1.1 No such mailbox")
    letter = answer(world, asked(world), [BO])
    outbox = send(world, letter)
    assert outbox.stage == Outbox.Stage.PARTIAL
    before = states(letter)
    with pytest.raises(NotAllowed, match="Look again"):
        settle(outbox.pk, reason="Because", by=stranger, clock=world.clock)
    assert states(letter) == before


def test_that_a_copy_did_not_arrive_is_no_reason_while_the_requester_has_nothing(
    world: World,
) -> None:
    world.postbox.refuse("alex.carter@example.org", "550 5.1.1 No such mailbox")
    outbox = send(world, answer(world, asked(world), [BO]))
    assert outbox.stage == Outbox.Stage.PARTIAL
    with pytest.raises(NotAllowed, match="requester has not got the letter"):
        leave_it_at_that(outbox.pk, reason="Enough", by=world.officer, clock=world.clock)


@pytest.mark.parametrize(
    "address", ["", "alex", "alex@", "älex@example.org", "a@b.example\nBcc: x"]
)
def test_what_is_no_address_does_not_replace_one_that_is(world: World, address: str) -> None:
    case = world.case()
    with pytest.raises(NotAllowed, match="no address that mail can be sent to"):
        correct_address(
            case.pk,
            version=case.version,
            address=address,
            reason="She wrote it on the phone",
            by=world.officer,
            clock=world.clock,
        )
    assert Case.objects.get().requester.address == "alex.carter@example.org"


def test_a_corrected_address_stands_in_the_history_and_stops_the_letter_for_the_old_one(
    world: World,
) -> None:
    case = asked(world)
    letter = approve(world, case)
    case.refresh_from_db()
    correct_address(
        case.pk,
        version=case.version,
        address="alex@example.com",
        reason="Asked for it by phone",
        by=world.officer,
        clock=world.clock,
    )
    outbox = send(world, letter)
    assert outbox.stage == Outbox.Stage.STOPPED
    assert "another address now" in outbox.problem
    assert world.postbox.arrived == []
    event = case.events.get(kind="address_corrected")
    assert (event.actor, event.note.text) == (world.officer, "Asked for it by phone")


def test_a_held_message_without_a_sender_needs_an_address_to_become_a_case(world: World) -> None:
    message = world.deliver(mail("How many vans do you own?", sender="", message_id=""))
    Message.objects.filter(pk=message.pk).update(sender_address="")
    with pytest.raises(NotAllowed, match="Enter the requester’s e-mail address"):
        settle_held.open_case(
            message.pk,
            requester_address=" ",
            reason="It is a request",
            by=world.officer,
            clock=world.clock,
        )
    assert not Case.objects.exists()


def test_a_form_sent_by_a_machine_proposes_the_address_that_was_typed_into_it(world: World) -> None:
    form = "Name: Kim Poole\nEmail: kim.poole@example.net\nYour request: How many vans are owned?\n"
    message = world.deliver(mail(form, sender="no-reply@forms.example", subject="Web form"))
    proposed = settle_held.proposal(message)
    assert (proposed.name, proposed.address) == ("", "kim.poole@example.net")

    # A form that was filled in with our own address tells of nobody who could be answered.
    ours = form.replace("kim.poole@example.net", "foi@northshire.police.example")
    other = world.deliver(
        mail(ours, sender="no-reply@forms.example", message_id="<request-2@example.org>")
    )
    assert settle_held.proposal(other).address == ""


def test_a_start_is_chosen_for_a_folder_that_is_there_and_only_once(world: World) -> None:
    with pytest.raises(NotAllowed, match="no such folder"):
        choose_start(999, choice="import", by=world.supervisor, clock=world.clock)
    before = MailboxFolder.objects.filter(pk=world.folder.pk)
    before.update(start=MailboxFolder.Start.IMPORT, last_uid=7)
    choose_start(world.folder.pk, choice="import", by=world.supervisor, clock=world.clock)
    # The same choice again does not read the mailbox from its first message again.
    assert before.get().last_uid == 7


def test_words_that_gave_way_are_cleared_in_a_draft_of_ones_own_alone(
    world: World, stranger: User
) -> None:
    draft = Draft.objects.get(case=world.case(), kind="response")
    Draft.objects.filter(pk=draft.pk).update(set_aside=[{"text": "Old", "typed": True}])
    with pytest.raises(NotAllowed, match="another authority"):
        clear_set_aside(draft.pk, version=draft.version, by=stranger)
    draft.refresh_from_db()
    assert draft.set_aside == [{"text": "Old", "typed": True}]


def test_what_is_not_in_the_library_is_neither_judged_nor_promoted(world: World) -> None:
    with pytest.raises(NotAllowed, match="no such response"):
        judge_document(
            999, status="overturned", reason="Wrong", by=world.supervisor, clock=world.clock
        )
    with pytest.raises(NotAllowed, match="no such letter"):
        promote_letter(999, by=world.supervisor, register=world.register, clock=world.clock)


def test_a_message_that_was_never_handed_over_has_no_file(world: World) -> None:
    message = world.deliver(mail())
    RawMessage.objects.filter(message=message).delete()
    with pytest.raises(NotAllowed, match="never handed this message over"):
        raw_message(message.pk, by=world.officer)


def _grant(world: World) -> StandingApproval:
    mailbox = mailbox_of(world)
    return grant(
        mailbox.pk,
        fingerprint=preview(mailbox).fingerprint,
        expires_on=UNTIL,
        reason="At once is better",
        by=world.supervisor,
        clock=world.clock,
    )


def test_no_standing_approval_for_an_acknowledgement_that_could_not_be_sent(world: World) -> None:
    Authority.objects.filter(pk=world.authority.pk).update(email="")
    with pytest.raises(NotAllowed, match="No address is set"):
        _grant(world)


def test_no_standing_approval_while_its_wording_is_not_approved(world: World) -> None:
    Wording.objects.filter(ident__contains="acknowledg").delete()
    with pytest.raises(NotAllowed, match="cannot be composed"):
        _grant(world)
    assert not StandingApproval.objects.exists()


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"regime": "no such law"}, "regime"),
        ({"searches": [{"made_on": "2026-03-03", "result": "none"}]}, "where is missing"),
        ({"searches": [{"where": "a", "made_on": "3 March", "result": "b"}]}, "is not a date"),
        ({"outcome": "perhaps"}, "outcome"),
    ],
)
def test_a_decision_in_a_file_that_cannot_be_read_names_its_place(
    part: dict[str, object], said: str
) -> None:
    with pytest.raises(NotAllowed, match=said):
        read_decisions(json.dumps({"parts": {"1": part}}), bootstrap.register())


def test_a_part_may_be_decided_under_its_own_regime() -> None:
    decided = read_decisions(json.dumps({"parts": {"1": {"regime": "EIR"}}}), bootstrap.register())
    assert [each["regime"].value for each in decided.parts.values()] == ["EIR"]
