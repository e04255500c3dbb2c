"""An acknowledgement leaves without a look where every condition holds, and else it waits."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from assistant.project import tasks
from assistant.services import settle_held
from assistant.services.acknowledge_by_standing import acknowledge_by_standing, one_name
from assistant.services.change_regime import change_regime
from assistant.services.compose_again import compose_again
from assistant.services.edit_draft import edit_whole
from assistant.services.mark_not_a_request import mark_not_a_request
from assistant.services.send_letter import send_letter
from assistant.services.standing_approval import revoke
from assistant.services.sweep import sweep
from assistant.store.models import (
    Case,
    CaseFile,
    Delivery,
    Draft,
    Letter,
    Mailbox,
    Message,
    RawMessage,
    Requester,
    StandingDecision,
    Wording,
)
from assistant.store.packing import pack, unpack
from tests.letters import RECEIVED, mail
from tests.outgoing import approve
from tests.standing import acknowledge, acknowledgement, approve_ahead, mailbox_of, why_not
from tests.web import doors
from tests.world import World


def _another(number: int = 2, sender: str = "alex.carter@example.org") -> bytes:
    return mail(
        f"How many cars did you own in 20{number:02}?",
        subject=f"Cars {number}",
        sender=f"Alex Carter <{sender}>",
        message_id=f"<cars-{number}@example.org>",
    )


def _headers(letter: Letter) -> list[tuple[str, str]]:
    message = message_from_bytes(unpack(letter.compressed), policy=policy.default)
    return [(name.lower(), str(value)) for name, value in message.items()]


def test_without_a_standing_approval_nothing_happens(world: World) -> None:
    case = world.case()

    assert acknowledge(world, case) is None
    assert acknowledgement(case).state == Draft.State.READY
    assert not StandingDecision.objects.exists()


def test_under_one_the_letter_leaves_and_says_that_no_person_wrote_it(world: World) -> None:
    standing = approve_ahead(world)
    case = world.case()

    letter = acknowledge(world, case)

    assert letter is not None
    send_letter(letter.outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)
    [envelope] = world.postbox.arrived
    assert envelope.recipient == "alex.carter@example.org"
    # A null envelope sender would keep a bounce from being seen.
    assert envelope.sender == "foi@northshire.police.example"
    headers = dict(_headers(letter))
    assert headers["auto-submitted"] == "auto-replied"
    assert headers["x-auto-response-suppress"] == "All"
    assert headers["in-reply-to"] == "<request-1@example.org>"
    assert (letter.approved_by, letter.standing) == (world.supervisor, standing)
    approved = case.events.get(kind="acknowledgement_approved")
    assert (approved.actor, approved.details["standing"]) == (None, standing.pk)
    assert acknowledgement(case).standing_decision.letter == letter


def test_a_letter_that_a_person_approves_carries_neither_header(world: World) -> None:
    letter = approve(world, world.case())

    names = {name for name, _ in _headers(letter)}
    assert letter.standing is None
    assert names.isdisjoint({"auto-submitted", "x-auto-response-suppress"})


def test_the_worker_that_composes_the_acknowledgement_approves_it(
    world: World, settings: Settings
) -> None:
    approve_ahead(world)
    case = world.deliver(mail()).cases.get()
    draft = acknowledgement(case)
    settings.PORTS = doors.FACTORY
    doors.hand_in(world)
    tasks.compose_draft.call(draft.pk)
    tasks.compose_draft.call(draft.pk)

    assert Letter.objects.filter(case=case).count() == 1


def _ended(world: World, case: Case) -> None:
    world.clock.set(datetime(2026, 10, 1, 9, 0, tzinfo=UTC))


def _late(world: World, case: Case) -> None:
    world.clock.set(datetime(2026, 4, 1, 9, 0, tzinfo=UTC))


def _wording_changed(world: World, case: Case) -> None:
    row = Wording.objects.get(ident="salutation")
    Wording.objects.filter(pk=row.pk).update(text="Hello {requester}")


def _two_mailboxes(world: World, case: Case) -> None:
    other = Mailbox.objects.create(authority=world.authority, address="eir@northshire.example")
    [message] = case.messages.all()
    Delivery.objects.create(
        message=message, mailbox=other, via="smtp", recipient=other.address, received_at=RECEIVED
    )


def _imported(world: World, case: Case) -> None:
    case.messages.update(imported=True)


def _other_verdict(world: World, case: Case) -> None:
    case.messages.update(verdict="follow-up")


def _other_bytes(headers: dict[str, str]) -> Callable[[World, Case], None]:
    def spoil(world: World, case: Case) -> None:
        raw = RawMessage.objects.get(message__cases=case)
        raw.compressed = pack(mail(**headers))
        raw.save()

    return spoil


def _no_bytes(world: World, case: Case) -> None:
    RawMessage.objects.filter(message__cases=case).delete()


def _other_requester(world: World, case: Case) -> None:
    Requester.objects.filter(case=case).update(address="somebody.else@example.org")


def _edited(world: World, case: Case) -> None:
    draft = acknowledgement(case)
    edit_whole(
        draft.pk,
        version=draft.version,
        text=draft_text(draft).replace("Thank you", "Many thanks"),
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )


def draft_text(draft: Draft) -> str:
    return "".join(block["text"] for block in draft.blocks)


def _composed_again_by_a_person(world: World, case: Case) -> None:
    compose_again(case.pk, kind="acknowledgement", by=world.officer, clock=world.clock)
    world.compose(case)


def _blocks_changed_behind_its_back(world: World, case: Case) -> None:
    draft = acknowledgement(case)
    draft.blocks[-1]["text"] = "Yours ever\n"
    draft.save()


def _other_sign_off(world: World, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(officer=world.officer)
    Draft.objects.filter(case=case).update(state=Draft.State.QUEUED)
    world.compose(case)


def _file(world: World, case: Case) -> None:
    leaflet = CaseFile.objects.create(
        case=case, name="leaflet.txt", size=1, compressed=pack(b"1"), added_at=world.clock.now()
    )
    acknowledgement(case).enclosures.add(leaflet)


def _subject_access(world: World, case: Case) -> None:
    change_regime(
        case.pk,
        version=case.version,
        regime="SAR",
        reason="About herself",
        by=world.officer,
        clock=world.clock,
    )
    world.compose(case)


def _not_a_request(world: World, case: Case) -> None:
    mark_not_a_request(
        case.pk, version=case.version, reason="A complaint", by=world.officer, clock=world.clock
    )


def _three_letters(world: World, case: Case) -> None:
    standing = mailbox_of(world).standing_approvals.get()
    for number in range(3):
        draft = Draft.objects.create(
            case=case, kind="other", state="approved", queued_at=world.clock.now()
        )
        Letter.objects.create(
            case=case,
            draft=draft,
            draft_version=1,
            kind="acknowledgement",
            recipient=f"someone{number}@example.org",
            message_id=f"<{number}@own.example>",
            compressed=b"",
            approved_by=world.supervisor,
            approved_at=world.clock.now() - timedelta(days=9),
            standing=standing,
        )


def _late_error(world: World, case: Case) -> None:
    # The checks compare the letter with the case: it states a day that is no longer the due date.
    Case.objects.filter(pk=case.pk).update(due_on=datetime(2026, 4, 9, tzinfo=UTC).date())


STOPS: dict[str, tuple[Callable[[World, Case], None], str]] = {
    "the time is over": (_ended, "It ended on 30/09/2026"),
    "the due date has passed": (_late, "has passed or is not known"),
    "a wording changed": (_wording_changed, "“Salutation” has another text"),
    "two mailboxes": (_two_mailboxes, "more than one of our mailboxes"),
    "imported": (_imported, "from before the assistant was started"),
    "another verdict": (_other_verdict, "screened as follow-up"),
    "no return path": (_other_bytes({"Return_Path": "<>"}), "no return path"),
    "asks for none": (_other_bytes({"X_Auto_Response_Suppress": "OOF"}), "no automatic answers"),
    "bulk": (_other_bytes({"Precedence": "list"}), "precedence|screened as"),
    "a list": (_other_bytes({"List_Id": "<people.example.org>"}), "list|screened as"),
    "a loop": (_other_bytes({"X_Loop": "yes"}), "loop"),
    "a program": (_other_bytes({"Auto_Submitted": "auto-generated"}), "program|automatic|held"),
    "answers elsewhere": (_other_bytes({"Reply_To": "x@example.net"}), "other than its sender"),
    "a reply": (_other_bytes({"In_Reply_To": "<a@example.org>"}), "screened as follow-up"),
    "no bytes": (_no_bytes, "not opened for an e-mail that is kept"),
    "another requester": (_other_requester, "not the one the message came from"),
    "edited": (_edited, "A person has changed the draft"),
    "composed again": (_composed_again_by_a_person, "A person has changed the draft"),
    "other blocks": (_blocks_changed_behind_its_back, "A person has changed the draft"),
    "other wording": (_other_sign_off, "does not cover these words"),
    "a file": (_file, "A file goes with the letter"),
    "subject access": (_subject_access, "read as SAR"),
    "not a request": (_not_a_request, "not a request by now"),
    "three on the case": (_three_letters, "has had 3 automatic letters"),
    "a check": (_late_error, "cannot be approved as it stands"),
}


def test_each_condition_alone_stops_it_and_the_reason_is_kept(world: World) -> None:
    approve_ahead(world)
    case = world.case()
    now = world.clock.now()
    wrong = {}
    for name, (spoil, said) in STOPS.items():
        with transaction.atomic():
            spoil(world, case)
            letter = acknowledge(world, case)
            if letter is not None or not re.search(said, why_not(case)):
                wrong[name] = "it left" if letter else why_not(case)
            # Put back what was spoiled: the next condition is looked at alone.
            transaction.set_rollback(True)
        world.clock.set(now)
        case.refresh_from_db()

    assert wrong == {}
    # And that was all: the same case, left alone, is acknowledged.
    assert acknowledge(world, case) is not None


def test_a_case_that_a_person_opened_waits(world: World) -> None:
    approve_ahead(world)
    held = world.deliver(mail("", sender="Alex <alex@example.org>", subject=""))
    assert held.disposition == Message.Disposition.HELD
    case = settle_held.open_case(
        held.pk, requester_address="", reason="A request", by=world.officer, clock=world.clock
    )
    world.compose(case)

    assert acknowledge(world, case) is None
    assert why_not(case) == "A person opened the case."


def test_a_case_from_before_the_approval_waits(world: World) -> None:
    case = world.case()
    world.clock.advance(timedelta(minutes=1))
    approve_ahead(world, at=world.clock.now())

    assert acknowledge(world, case) is None
    assert why_not(case) == "The case was opened before the standing approval was given."


def test_our_own_address_is_never_answered(world: World) -> None:
    approve_ahead(world)
    case = world.case(mail(sender="Kim <kim@example.org>"))
    world.authority.own_domains = ["example.org"]
    world.authority.save()

    assert acknowledge(world, case) is None
    assert Letter.objects.count() == 0


def test_an_alias_of_ours_is_never_answered(world: World) -> None:
    approve_ahead(world)
    case = world.case(mail(sender="Desk <desk@partner.example>"))
    Mailbox.objects.create(authority=world.authority, address="desk@partner.example")

    assert acknowledge(world, case) is None
    assert Letter.objects.count() == 0


def test_a_sender_has_one_a_day_and_the_next_one_a_day_later(world: World) -> None:
    approve_ahead(world)
    assert acknowledge(world, world.case()) is not None

    world.clock.advance(timedelta(hours=23, minutes=59))
    within = world.case(_another(2))
    assert acknowledge(world, within) is None
    assert "within the last 24 hours" in why_not(within)

    world.clock.advance(timedelta(minutes=1))
    assert acknowledge(world, world.case(_another(3))) is not None


@pytest.mark.parametrize("sender", ["ALEX.Carter@Example.org", "alex.carter+foi7@example.org"])
def test_another_spelling_of_an_address_is_the_same_sender(world: World, sender: str) -> None:
    approve_ahead(world)
    assert acknowledge(world, world.case()) is not None

    assert acknowledge(world, world.case(_another(2, sender=sender))) is None


def test_another_sender_is_acknowledged_on_the_same_day(world: World) -> None:
    approve_ahead(world)

    assert acknowledge(world, world.case()) is not None
    assert acknowledge(world, world.case(_another(2, sender="robin@example.org"))) is not None


def test_a_draft_is_decided_once(world: World) -> None:
    approve_ahead(world)
    case = world.case(mail(Reply_To="x@example.net"))
    assert acknowledge(world, case) is None
    raw = RawMessage.objects.get(message__cases=case)
    raw.compressed = pack(mail())
    raw.save()

    assert acknowledge(world, case) is None
    assert Letter.objects.count() == 0


def test_the_response_is_never_approved_by_it(world: World) -> None:
    approve_ahead(world)
    case = world.case()
    response = Draft.objects.get(case=case, kind="response")

    assert acknowledge_by_standing(response.pk, register=world.register, clock=world.clock) is None
    assert not StandingDecision.objects.exists()


def test_after_the_approval_has_ended_acknowledgements_wait_as_before(world: World) -> None:
    approve_ahead(world)
    revoke(mailbox_of(world).pk, reason="Enough.", by=world.supervisor, clock=world.clock)
    case = world.case()

    assert acknowledge(world, case) is None
    assert not StandingDecision.objects.exists()


def test_one_whose_worker_died_before_it_decided_is_taken_up_by_the_sweep(world: World) -> None:
    approve_ahead(world)
    case = world.case()
    DBTaskResult.objects.all().delete()

    at_once = sweep(clock=world.clock, stale_seconds=60)
    world.clock.advance(timedelta(seconds=61))
    later = sweep(clock=world.clock, stale_seconds=60)
    again = sweep(clock=world.clock, stale_seconds=60)

    assert (at_once, later, again) == (0, 1, 0)
    assert acknowledge(world, case) is not None
    DBTaskResult.objects.all().delete()
    world.clock.advance(timedelta(seconds=61))
    assert sweep(clock=world.clock, stale_seconds=60) == 1  # the letter, which nobody has sent


def test_the_name_of_a_sender_has_no_case_and_no_tag() -> None:
    assert one_name(" Jo.Doe+Foi@Example.ORG ") == "jo.doe@example.org"
    assert one_name("jo.doe@example.org") != one_name("jo.doe@example.net")
