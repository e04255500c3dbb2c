"""What officers do to a case: each is recorded with its reason, and refused when it cannot be."""

from datetime import date

import pytest

from assistant.domain.errors import NotAllowed
from assistant.services import settle_held
from assistant.services.add_case import add_case
from assistant.services.approve_draft import approve_draft, preview
from assistant.services.assign_case import assign_case
from assistant.services.change_regime import change_regime
from assistant.services.compose_again import compose_again
from assistant.services.correct_receipt import correct_receipt
from assistant.services.edit_draft import edit_whole
from assistant.services.mark_not_a_request import mark_not_a_request
from assistant.services.record_part import record_part
from assistant.services.record_search import record_search
from assistant.services.reopen_case import reopen_case
from assistant.services.send_letter import send_letter
from assistant.store.events import broken_link
from assistant.store.models import Authority, Case, Draft, Message, RequestPart
from tests.letters import mail
from tests.world import World


def _fresh(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def _search(world: World, part: RequestPart) -> None:
    record_search(
        part.pk,
        where="Prevent team records",
        who="Records officer",
        terms="referrals 2023",
        made_on=date(2026, 3, 3),
        result="One spreadsheet found",
        by=world.officer,
        clock=world.clock,
    )


def _decide(world: World, part: RequestPart, **changes: object) -> RequestPart:
    part.refresh_from_db()
    given = {
        "held": "held",
        "outcome": "disclosed_full",
        "sections": [],
        "facts": "Four.",
    } | changes
    return record_part(
        part.pk,
        version=part.version,
        by=world.officer,
        register=world.register,
        clock=world.clock,
        **given,  # type: ignore[arg-type]  # fields by name
    )


def test_correcting_the_receipt_moves_every_date_and_composes_the_drafts_again(
    world: World,
) -> None:
    case = world.case()

    correct_receipt(
        case.pk,
        version=case.version,
        received_on=date(2026, 2, 27),
        reason="It reached the press office on Friday",
        by=world.officer,
        clock=world.clock,
    )

    case = _fresh(case)
    assert (case.received_on, case.due_on) == (date(2026, 2, 27), date(2026, 3, 30))
    assert {part.due_on for part in case.parts.all()} == {case.due_on}
    assert set(case.drafts.values_list("state", flat=True)) == {Draft.State.QUEUED}
    assert case.events.last().note.text == "It reached the press office on Friday"
    assert broken_link(case) is None
    world.compose(case)
    assert "30 March 2026" in str(Draft.objects.get(case=case, kind="acknowledgement").blocks)


def test_a_receipt_in_the_future_is_refused(world: World) -> None:
    case = world.case()

    with pytest.raises(NotAllowed, match="future"):
        correct_receipt(
            case.pk,
            version=case.version,
            received_on=date(2026, 3, 4),
            reason="x",
            by=world.officer,
            clock=world.clock,
        )


@pytest.mark.parametrize("reason", ["", "   "])
def test_an_action_without_a_reason_is_refused(world: World, reason: str) -> None:
    case = world.case()

    with pytest.raises(NotAllowed, match="reason"):
        mark_not_a_request(
            case.pk, version=case.version, reason=reason, by=world.officer, clock=world.clock
        )


def test_of_two_people_who_act_at_once_the_second_is_told(world: World) -> None:
    case = world.case()
    change_regime(
        case.pk,
        version=case.version,
        regime="EIR",
        reason="Air quality",
        by=world.officer,
        clock=world.clock,
    )

    with pytest.raises(NotAllowed, match="Somebody changed"):
        mark_not_a_request(
            case.pk, version=case.version, reason="x", by=world.supervisor, clock=world.clock
        )


def test_changing_the_regime_changes_the_clock_and_the_rules_it_stands_on(world: World) -> None:
    case = world.case()

    change_regime(
        case.pk,
        version=case.version,
        regime="SAR",
        reason="They ask for their own file",
        by=world.officer,
        clock=world.clock,
    )

    case = _fresh(case)
    assert case.due_on == date(2026, 4, 2)
    assert case.deadline["kind"] == "sar"


def test_an_unknown_regime_is_refused(world: World) -> None:
    case = world.case()

    with pytest.raises(NotAllowed, match="no regime"):
        change_regime(
            case.pk, version=0, regime="XYZ", reason="x", by=world.officer, clock=world.clock
        )


def test_a_case_that_is_no_request_is_closed_and_can_be_reopened(world: World) -> None:
    case = world.case()
    mark_not_a_request(
        case.pk,
        version=case.version,
        reason="A thank-you note",
        by=world.officer,
        clock=world.clock,
    )
    closed = _fresh(case)

    reopen_case(
        case.pk,
        version=closed.version,
        reason="A question after all",
        by=world.officer,
        clock=world.clock,
    )

    assert closed.state == "not_a_request"
    assert _fresh(case).state == "open"


def test_what_the_workflow_does_not_know_is_refused_with_what_it_does(world: World) -> None:
    case = world.case()

    with pytest.raises(NotAllowed, match=r"is open.*Possible"):
        reopen_case(case.pk, version=case.version, reason="x", by=world.officer, clock=world.clock)


def test_a_case_of_another_authority_cannot_be_touched(world: World) -> None:
    case = world.case()
    stranger = world.officer
    stranger.authority = Authority.objects.create(slug="other", name="Other")

    with pytest.raises(NotAllowed, match="another authority"):
        mark_not_a_request(
            case.pk, version=case.version, reason="x", by=stranger, clock=world.clock
        )
    with pytest.raises(NotAllowed, match="another authority"):
        assign_case(case.pk, version=case.version, officer=None, by=stranger, clock=world.clock)


def test_a_case_is_assigned_to_somebody_of_the_authority(world: World) -> None:
    case = world.case()

    assign_case(
        case.pk,
        version=case.version,
        officer=world.supervisor,
        by=world.officer,
        clock=world.clock,
    )

    case = _fresh(case)
    assert case.officer == world.supervisor
    outsider = world.officer
    outsider.authority = Authority.objects.create(slug="other", name="Other")
    with pytest.raises(NotAllowed, match="does not work"):
        assign_case(
            case.pk, version=case.version, officer=outsider, by=world.supervisor, clock=world.clock
        )


def _add(world: World, **changes: object) -> Case:
    given: dict[str, object] = {
        "authority": world.authority,
        "received_on": date(2026, 3, 2),
        "basis": "post",
        "requester_name": "Alex Carter",
        "requester_address": "",
        "postal_address": "2 Hill Lane, Northtown",
        "subject": "Patrol cars",
        "text": "How many patrol cars do you own?",
        "regime": "FOI",
    }
    return add_case(**(given | changes), by=world.officer, clock=world.clock)  # type: ignore[arg-type]  # fields by name


def test_a_letter_in_the_post_becomes_a_case_with_its_own_clock(world: World) -> None:
    case = _add(world)

    assert (case.receipt_basis, case.due_on) == ("post", date(2026, 3, 31))
    assert case.parts.get().text == "How many patrol cars do you own?"
    assert case.requester.postal_address == "2 Hill Lane, Northtown"
    assert case.messages.get().text == "How many patrol cars do you own?"


def test_the_same_letter_twice_is_two_requests(world: World) -> None:
    assert _add(world).pk != _add(world).pk


def test_an_environmental_request_may_be_spoken(world: World) -> None:
    assert _add(world, basis="spoken", regime="EIR").receipt_basis == "spoken"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"basis": "spoken"}, "may be spoken"),
        ({"received_on": date(2026, 3, 4)}, "future"),
        ({"text": "  "}, "what was asked"),
        ({"postal_address": ""}, "address"),
        ({"regime": "XYZ"}, "regime"),
        ({"basis": "pigeon"}, "post"),
    ],
)
def test_a_case_that_cannot_be_a_valid_request_is_refused(
    world: World, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(NotAllowed, match=words):
        _add(world, **changes)


def test_a_case_cannot_be_added_to_another_authority(world: World) -> None:
    with pytest.raises(NotAllowed, match="own authority"):
        _add(world, authority=Authority.objects.create(slug="other", name="Other"))


def test_a_response_cannot_be_approved_without_the_searches(world: World) -> None:
    case = world.case(mail("How many patrol cars do you own?"))
    part = case.parts.get()
    _decide(world, part)
    compose_again(case.pk, kind="response", by=world.officer, clock=world.clock)
    world.compose(case)
    draft = Draft.objects.get(case=case, kind="response")

    before = preview(draft.pk, register=world.register, clock=world.clock).problems
    _search(world, part)
    after = preview(draft.pk, register=world.register, clock=world.clock).problems

    assert any("No search is recorded" in problem for problem in before)
    assert not any("No search is recorded" in problem for problem in after)


def test_the_main_job_ends_with_the_response_sent_and_the_clock_stopped(world: World) -> None:
    case = world.case(mail("How many patrol cars do you own?"))
    part = case.parts.get()
    _search(world, part)
    _decide(world, part, facts="Northshire Police own 212 patrol cars.")
    compose_again(case.pk, kind="response", by=world.officer, clock=world.clock)
    world.compose(case)
    draft = Draft.objects.get(case=case, kind="response")
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    assert seen.problems == ()

    letter = approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=world.supervisor,
        register=world.register,
        clock=world.clock,
    )
    send_letter(letter.outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)

    case = _fresh(case)
    assert (case.state, case.answered_at) == ("answered", world.clock.now())
    assert b"212 patrol cars" in world.postbox.arrived[0].message
    reopen_case(
        case.pk,
        version=case.version,
        reason="The requester points at a mistake",
        by=world.officer,
        clock=world.clock,
    )
    world.compose(case)
    assert Draft.objects.get(pk=draft.pk).state == Draft.State.READY
    assert _fresh(case).answered_at is None


def test_a_section_is_kept_as_the_register_prints_it_and_an_unknown_one_is_refused(
    world: World,
) -> None:
    part = world.case(mail("How many patrol cars do you own?")).parts.get()

    decided = _decide(world, part, outcome="refused", sections=["Section 31(1)(a)", "s24(1)"])

    assert decided.sections == ["FOIA s31(1)(a)", "FOIA s24(1)"]
    with pytest.raises(NotAllowed, match="not in the register"):
        _decide(world, part, sections=["s31(1)(z)"])
    with pytest.raises(NotAllowed, match="held"):
        _decide(world, part, held="perhaps")


@pytest.mark.parametrize("missing", ["where", "who", "result"])
def test_a_search_says_where_who_and_with_what_result(world: World, missing: str) -> None:
    part = world.case(mail("How many patrol cars do you own?")).parts.get()
    given = {"where": "a", "who": "b", "terms": "", "result": "c"} | {missing: " "}

    with pytest.raises(NotAllowed, match="where the search was made"):
        record_search(
            part.pk, made_on=date(2026, 3, 3), by=world.officer, clock=world.clock, **given
        )


def test_a_search_to_come_is_refused(world: World) -> None:
    part = world.case(mail("How many patrol cars do you own?")).parts.get()

    with pytest.raises(NotAllowed, match="future"):
        record_search(
            part.pk,
            where="a",
            who="b",
            terms="",
            made_on=date(2026, 3, 4),
            result="c",
            by=world.officer,
            clock=world.clock,
        )


def _held(world: World) -> Message:
    return world.deliver(
        mail(
            "As agreed.",
            subject="Re: x",
            message_id="<held-1@example.org>",
            In_Reply_To="<gone@example.org>",
        )
    )


def test_a_held_message_can_be_made_a_case_on_its_own_date(world: World) -> None:
    message = _held(world)

    case = settle_held.open_case(
        message.pk,
        requester_address="kim@example.net",
        reason="A colleague forwarded it",
        by=world.officer,
        clock=world.clock,
    )

    assert case.received_on == date(2026, 3, 2)
    assert case.requester.address == "kim@example.net"
    message.refresh_from_db()
    assert (message.disposition, message.resolution) == ("case", "case_opened")
    assert message.resolved_by == world.officer


def test_a_held_message_can_be_filed_on_a_case(world: World) -> None:
    case = world.case()
    message = _held(world)

    settle_held.file_on_case(
        message.pk,
        reference=case.reference.lower(),
        reason="Same matter",
        by=world.officer,
        clock=world.clock,
    )

    message.refresh_from_db()
    assert message.disposition == "filed"
    assert list(message.cases.all()) == [case]


def test_a_held_message_can_be_set_aside_and_is_kept(world: World) -> None:
    message = _held(world)

    settle_held.set_aside(
        message.pk, reason="An advertisement", by=world.officer, clock=world.clock
    )

    message.refresh_from_db()
    assert message.resolution == "not_a_request"
    with pytest.raises(NotAllowed, match="already"):
        settle_held.set_aside(message.pk, reason="x", by=world.officer, clock=world.clock)


def test_a_held_message_is_not_filed_on_a_case_that_is_not_there(world: World) -> None:
    with pytest.raises(NotAllowed, match="no case"):
        settle_held.file_on_case(
            _held(world).pk,
            reference="FOI-2026-99999",
            reason="x",
            by=world.officer,
            clock=world.clock,
        )


def test_an_approved_draft_is_not_composed_again(world: World) -> None:
    case = world.case()
    draft = Draft.objects.get(case=case, kind="acknowledgement")
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )

    with pytest.raises(NotAllowed, match="approved"):
        compose_again(case.pk, kind="acknowledgement", by=world.officer, clock=world.clock)
    with pytest.raises(NotAllowed, match="no such draft"):
        compose_again(case.pk, kind="sonnet", by=world.officer, clock=world.clock)


def test_editing_the_whole_letter_keeps_the_sources_of_what_stands(world: World) -> None:
    case = world.case()
    draft = Draft.objects.get(case=case, kind="acknowledgement")
    text = "".join(block["text"] for block in draft.blocks)
    changed = text.replace("Yours sincerely", "With kind regards")

    edited = edit_whole(
        draft.pk,
        version=draft.version,
        text=changed + "One more line.\r\n",
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )

    kinds = [block["kind"] for block in edited.blocks]
    assert "".join(block["text"] for block in edited.blocks) == changed + "One more line.\n"
    assert "officer" in kinds
    assert "boilerplate" in kinds
    assert edited.versions.count() == 2


def test_a_request_taken_for_an_automatic_message_can_still_be_made_a_case(world: World) -> None:
    message = world.deliver(mail("Vans, please.", Auto_Submitted="auto-generated"))
    assert message.disposition == "automatic"

    case = settle_held.open_case(
        message.pk,
        requester_address="",
        reason="A web form sent it for a person",
        by=world.officer,
        clock=world.clock,
    )

    assert case.received_on == date(2026, 3, 2)
