"""The checks run on every save, on approving and on sending; nothing new slips out."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.letters.estimate import EstimateRow
from assistant.domain.letters.grounds import Grounds
from assistant.services.accept_generated import accept_generated
from assistant.services.approve_draft import approve_draft, preview
from assistant.services.attach_file import attach_file, remove_file
from assistant.services.correct_receipt import correct_receipt
from assistant.services.edit_draft import edit_block, edit_whole
from assistant.services.letter_evidence import letter_evidence
from assistant.services.mark_not_a_request import mark_not_a_request
from assistant.services.record_estimate import record_estimate
from assistant.services.record_part import record_part
from assistant.services.record_reasoning import record_reasoning
from assistant.services.record_search import record_search
from assistant.services.send_letter import send_letter
from assistant.services.sweep import sweep
from assistant.services.void_approval import void_approval
from assistant.store.blocks import draft_of
from assistant.store.cases import parts_of
from assistant.store.models import Case, Draft, Letter, Outbox, RequestPart
from tests.letters import mail
from tests.world import World

Stage = Outbox.Stage
CARS = "How many patrol cars do you own?"


def ack(case: Case, kind: str = "acknowledgement") -> Draft:
    return Draft.objects.get(case=case, kind=kind)


def approve(world: World, draft: Draft, reason: str = "") -> Letter:
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    return approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=world.supervisor,
        register=world.register,
        clock=world.clock,
        reason=reason,
    )


def send(world: World, letter: Letter, register: Register | None = None) -> Outbox:
    send_letter(
        letter.outbox.pk,
        postbox=world.postbox,
        register=register or world.register,
        clock=world.clock,
    )
    return Outbox.objects.get(letter=letter)


def whole(world: World, draft: Draft, text: str) -> Draft:
    return edit_whole(
        draft.pk,
        version=draft.version,
        text=text,
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )


def text_of(draft: Draft) -> str:
    return "".join(block["text"] for block in draft.blocks)


def rules(draft: Draft) -> set[str]:
    return {found["rule"] for found in Draft.objects.get(pk=draft.pk).findings}


def record(world: World, part: RequestPart, *, search: bool = True, **changes: object) -> None:
    if search:
        record_search(
            part.pk,
            where="Fleet register",
            who="Sam",
            terms="",
            made_on=date(2026, 3, 3),
            result="One list",
            by=world.officer,
            clock=world.clock,
        )
    part.refresh_from_db()
    given = {"held": "held", "outcome": "disclosed_full", "sections": [], "facts": "212."} | changes
    record_part(
        part.pk,
        version=part.version,
        by=world.officer,
        register=world.register,
        clock=world.clock,
        **given,  # type: ignore[arg-type]  # fields by name
    )


def _edit_block(world: World, draft: Draft) -> None:
    last = len(draft.blocks) - 1
    edit_block(
        draft.pk,
        version=draft.version,
        index=last,
        text="Yours, [Name here]",
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )


def _edit_whole(world: World, draft: Draft) -> None:
    whole(world, draft, text_of(draft) + "\n[Name here]\n")


def _accept(world: World, draft: Draft) -> None:
    draft.blocks = [
        *draft.blocks,
        {**draft.blocks[-1], "kind": "generated", "text": "[Name here]\n", "accepted": False},
    ]
    draft.save()
    accept_generated(
        draft.pk,
        version=draft.version,
        index=len(draft.blocks) - 1,
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )


def _stain(draft: Draft) -> None:
    """Change what is stored behind the checks' back, so that only a new run can find it."""
    draft.blocks = [*draft.blocks, {**draft.blocks[-1], "text": "[Name here]\n"}]
    draft.save()


def _attach(world: World, draft: Draft) -> None:
    _stain(draft)
    attach_file(
        draft.pk,
        name="a.csv",
        content_type="text/csv",
        content=b"1",
        by=world.officer,
        register=world.register,
        inspector=world.inspector,
        clock=world.clock,
    )


def _detach(world: World, draft: Draft) -> None:
    _attach(world, draft)
    Draft.objects.filter(pk=draft.pk).update(findings=[])
    remove_file(
        draft.pk,
        file_id=draft.enclosures.get().pk,
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )


def _record(world: World, draft: Draft) -> None:
    draft.case.title = "Cars [Name here]"
    draft.case.save()
    record(world, draft.case.parts.get(), facts="[Name here]")
    world.compose(draft.case)


@pytest.mark.parametrize("save", [_edit_block, _edit_whole, _accept, _attach, _detach, _record])
def test_the_checks_run_on_every_save_and_their_findings_are_kept(
    world: World, save: Callable[[World, Draft], None]
) -> None:
    draft = ack(world.case(mail(CARS)), "response")
    assert "placeholder" not in rules(draft)

    save(world, draft)

    assert "placeholder" in rules(draft)


def test_everything_on_record_is_evidence_and_nothing_that_was_composed(world: World) -> None:
    case = world.case(mail(CARS))
    record(world, case.parts.get(), outcome="cost_s12", sections=["s12(1)"])
    record_reasoning(
        case.pk,
        Grounds("FOIA s12(1)", why="Each of 400 files has to be opened"),
        version=0,
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )
    rows = [EstimateRow("locating", "Open 400 files", Decimal("20.50"))]
    record_estimate(case.pk, rows, version=0, by=world.officer, clock=world.clock)
    world.compose(case)
    draft = ack(case, "response")
    attach_file(
        draft.pk,
        name="fleet-1987.csv",
        content_type="text/csv",
        content=b"1",
        by=world.officer,
        register=world.register,
        inspector=world.inspector,
        clock=world.clock,
    )

    evidence = letter_evidence(draft, draft_of(draft), parts_of(case))

    assert {
        "212.",
        "One list",
        "Fleet register",
        "3 March 2026",
        "Each of 400 files has to be opened",
        "Open 400 files: 20.5 hours",
        "20.5 hours, £512.50",
        "2 March 2026",
        "31 March 2026",
        "fleet-1987.csv",
        "01632 960000",
    } <= set(evidence)
    composed = [block["text"] for block in draft.blocks if block["kind"] == "boilerplate"]
    assert not set(composed) & set(evidence)


NO_SEARCH_OWED = [
    ("cost_s12", "held", ["s12(1)"]),
    ("cost_s12", "unknown", ["s12(2)"]),
    ("vexatious_s14", "unknown", ["s14(1)"]),
    ("ncnd", "unknown", ["s31(3)"]),
]
SEARCH_OWED = [
    ("", "unknown", []),
    ("", "held", []),
    ("disclosed_full", "held", []),
    ("disclosed_part", "held", ["s40(2)"]),
    ("refused", "held", ["s31(1)(a)"]),
    ("not_held", "not_held", []),
    ("part_not_held", "partly", []),
    ("already_accessible_s21", "held", ["s21(1)"]),
    ("clarification_needed", "unknown", []),
    ("transferred", "not_held", []),
    ("other", "unknown", []),
]


def _without_gaps(world: World, case: Case) -> Draft:
    """Type over every gap, so that nothing but the searches can stand in the way."""
    draft = ack(case, "response")
    text = text_of(draft)
    for block in draft.blocks:
        if block["kind"] == "gap":
            text = text.replace(block["text"].strip(), "This is what we can say.")
    return whole(world, draft, text)


@pytest.mark.parametrize(("outcome", "held", "sections"), SEARCH_OWED)
def test_approval_is_refused_without_a_search_whatever_reason_is_given(
    world: World, outcome: str, held: str, sections: list[str]
) -> None:
    case = world.case(mail(CARS))
    record(
        world,
        case.parts.get(),
        search=False,
        outcome=outcome,
        held=held,
        sections=sections,
    )
    world.compose(case)
    draft = _without_gaps(world, case)

    with pytest.raises(NotAllowed, match="No search is recorded for part 1"):
        approve(world, draft, reason="We know our records")
    record(world, case.parts.get(), outcome=outcome, held=held, sections=sections)
    world.compose(case)

    assert approve(world, ack(case, "response"), reason="The checks misread the letter").pk


@pytest.mark.parametrize(("outcome", "held", "sections"), NO_SEARCH_OWED)
def test_sections_12_and_14_and_ncnd_are_approved_without_a_search(
    world: World, outcome: str, held: str, sections: list[str]
) -> None:
    case = world.case(mail(CARS))
    record(
        world,
        case.parts.get(),
        search=False,
        outcome=outcome,
        held=held,
        sections=sections,
    )
    world.compose(case)

    assert approve(world, _without_gaps(world, case), reason="It is right as it stands").pk


def test_one_part_without_a_search_is_named_among_those_that_have_one(world: World) -> None:
    case = world.case()
    parts = list(case.parts.order_by("position"))
    for part in parts[:-2]:
        record(world, part)
    record(world, parts[-2], search=False)
    record(world, parts[-1], search=False, outcome="ncnd", held="unknown", sections=["s31(3)"])
    world.compose(case)

    [missing] = [
        found for found in ack(case, "response").findings if found["rule"] == "search-recorded"
    ]

    assert missing["message"].startswith("No search is recorded for part 3(d). Record where")


def _moved_due_date(world: World, case: Case) -> None:
    correct_receipt(
        case.pk,
        version=case.version,
        received_on=date(2026, 2, 27),
        reason="It reached the press office on Friday",
        by=world.officer,
        clock=world.clock,
    )


def _other_address(world: World, case: Case) -> None:
    case.requester.address = "somebody.else@example.org"
    case.requester.save()


def _closed(world: World, case: Case) -> None:
    mark_not_a_request(
        case.pk, version=case.version, reason="Advertising", by=world.officer, clock=world.clock
    )


def _other_draft(world: World, case: Case) -> None:
    _stain(ack(case))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_moved_due_date, "2026"),
        (_other_address, "another address"),
        (_closed, "not a request"),
        (_other_draft, "no longer those that were approved"),
    ],
)
def test_what_changed_since_the_approval_stops_the_letter_before_it_leaves(
    world: World, change: Callable[[World, Case], None], words: str
) -> None:
    case = world.case()
    letter = approve(world, ack(case))
    change(world, Case.objects.get(pk=case.pk))

    stopped = send(world, letter)

    assert (stopped.stage, world.postbox.arrived) == (Stage.STOPPED, [])
    assert stopped.begun_at is None
    assert words in stopped.problem
    assert "Nothing was sent." in stopped.problem
    assert case.events.last().kind == "sending_stopped"
    assert case.events.last().details == {"letter": letter.pk}


def test_a_letter_that_was_stopped_is_never_tried_again_by_machine(world: World) -> None:
    case = world.case()
    letter = approve(world, ack(case))
    _other_address(world, case)
    send(world, letter)
    case.requester.address = letter.recipient
    case.requester.save()

    world.clock.advance(timedelta(days=2))
    sweep(clock=world.clock, stale_seconds=60)

    assert send(world, letter).stage == Stage.STOPPED
    assert world.postbox.arrived == []


def test_a_stopped_letter_is_taken_back_mended_and_leaves_once(world: World) -> None:
    case = world.case()
    letter = approve(world, ack(case))
    _moved_due_date(world, case)
    send(world, letter)
    assert "wrong-due-date" in rules(ack(case))

    void_approval(letter.pk, reason="The date moved", by=world.officer, clock=world.clock)
    draft = ack(case)
    whole(
        world,
        draft,
        text_of(draft)
        .replace("31 March 2026", "30 March 2026")
        .replace("2 March 2026", "27 February 2026"),
    )
    second = approve(world, ack(case))

    assert send(world, second).stage == Stage.SENT
    assert send(world, letter).stage == Stage.VOID
    assert len(world.postbox.arrived) == 1


def _response_refusing(world: World) -> Draft:
    case = world.case(mail(CARS))
    record(world, case.parts.get(), outcome="refused", sections=["s31(1)(a)"])
    world.compose(case)
    return _without_gaps(world, case)


def test_a_provision_that_left_the_register_stops_the_letter_that_relies_on_it(
    world: World,
) -> None:
    letter = approve(world, _response_refusing(world), reason="It is right as it stands")
    gone = Register(
        tuple(each for each in world.register if str(each.citation) != "FOIA s31(1)(a)")
    )

    assert send(world, letter, gone).stage == Stage.STOPPED
    assert letter.case.state == "response_approved"


def test_what_was_overruled_at_the_approval_stays_overruled(world: World) -> None:
    case = world.case()
    draft = ack(case)
    whole(world, draft, text_of(draft).replace(case.reference, "your request"))
    letter = approve(world, ack(case), reason="The subject carries the reference")

    assert [each["rule"] for each in letter.overruled] == ["ack-no-reference"]
    assert send(world, letter).stage == Stage.SENT


def test_what_was_overruled_does_not_cover_what_is_new(world: World) -> None:
    case = world.case()
    draft = ack(case)
    whole(world, draft, text_of(draft).replace(case.reference, "your request"))
    letter = approve(world, ack(case), reason="The subject carries the reference")
    _moved_due_date(world, Case.objects.get(pk=case.pk))

    stopped = send(world, letter)

    assert stopped.stage == Stage.STOPPED
    assert case.reference not in stopped.problem


def test_a_letter_that_waits_for_days_is_held_to_the_day_it_bears(world: World) -> None:
    letter = approve(world, ack(world.case()))
    world.postbox.fail("connect", "451 away")
    send(world, letter)
    world.postbox.recover()
    world.clock.advance(timedelta(days=3))

    assert send(world, letter).stage == Stage.SENT


def test_an_acknowledgement_leaves_though_a_part_was_decided_meanwhile(world: World) -> None:
    case = world.case()
    letter = approve(world, ack(case))
    part = case.parts.order_by("position").first()
    assert part is not None
    record(world, part, outcome="refused", sections=["s31(1)(a)"])

    assert send(world, letter).stage == Stage.SENT


def test_checks_that_break_leave_the_letter_waiting(world: World) -> None:
    letter = approve(world, ack(world.case()))
    Letter.objects.filter(pk=letter.pk).update(overruled=[{"rule": "without a digest"}])

    waiting = send(world, letter)
    Letter.objects.filter(pk=letter.pk).update(overruled=[])
    world.clock.advance(timedelta(minutes=5))

    assert (waiting.stage, waiting.begun_at) == (Stage.READY, None)
    assert send(world, letter).stage == Stage.SENT
    assert len(world.postbox.arrived) == 1


def test_a_worker_that_is_stopping_a_letter_leaves_one_that_is_on_its_way_alone(
    world: World,
) -> None:
    case = world.case()
    letter = approve(world, ack(case))

    def other_is_quicker(envelope: object, *, begun: Callable[[], None]) -> str:
        begun()
        _other_address(world, case)
        assert send(world, letter).stage == Stage.TRANSMITTING
        return "250 OK"

    slow = type("Slow", (), {"deliver": staticmethod(other_is_quicker)})()
    send_letter(letter.outbox.pk, postbox=slow, register=world.register, clock=world.clock)

    assert Outbox.objects.get(letter=letter).stage == Stage.SENT
