"""Nothing leaves without a person, nothing but what was approved, and nothing twice."""

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.render import text_of
from assistant.ports import Envelope
from assistant.services.approve_draft import Preview, approve_draft, preview
from assistant.services.attach_file import attach_file, remove_file
from assistant.services.edit_draft import edit_block, edit_whole
from assistant.services.send_letter import send_letter
from assistant.services.settle_sending import settle_sending
from assistant.services.sweep import sweep
from assistant.services.void_approval import void_approval
from assistant.store.models import Authority, Case, Draft, Letter, Outbox
from tests.letters import mail
from tests.outgoing import approve, send
from tests.world import World

Stage = Outbox.Stage


def _draft(case: Case, kind: str = "acknowledgement") -> Draft:
    return Draft.objects.get(case=case, kind=kind)


def _preview(world: World, draft: Draft) -> Preview:
    return preview(draft.pk, register=world.register, clock=world.clock)


def test_the_acknowledgement_can_be_approved_as_composed(world: World) -> None:
    case = world.case()

    assert _preview(world, _draft(case)).problems == ()


def test_the_letter_arrives_once_in_the_thread_of_the_request(world: World) -> None:
    case = world.case()

    outbox = send(world, approve(world, case))
    send_letter(outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)

    [envelope] = world.postbox.arrived
    arrived = message_from_bytes(envelope.message, policy=policy.default)
    assert outbox.stage == Stage.SENT
    assert envelope.recipient == "alex.carter@example.org"
    assert arrived["In-Reply-To"] == "<request-1@example.org>"
    assert arrived["References"] == "<request-1@example.org>"
    assert case.reference in arrived["Subject"]
    text = text_of(envelope.message)
    assert case.reference in text
    assert "31 March 2026" in text


def test_what_is_sent_is_the_bytes_approved(world: World) -> None:
    letter = approve(world, world.case())
    Letter.objects.filter(pk=letter.pk).update(sha256="0" * 64)

    outbox = send(world, letter)

    assert outbox.stage == Stage.REFUSED
    assert world.postbox.arrived == []


def test_a_draft_with_a_gap_cannot_be_approved(world: World) -> None:
    case = world.case()

    with pytest.raises(NotAllowed, match="gap"):
        approve(world, case, "response")

    assert Letter.objects.count() == 0


def test_an_approval_of_something_else_than_was_shown_is_refused(world: World) -> None:
    draft = _draft(world.case())
    seen = _preview(world, draft)

    with pytest.raises(NotAllowed, match="no longer what you were shown"):
        approve_draft(
            draft.pk,
            version=seen.version,
            fingerprint="0" * 64,
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )


def test_an_edit_after_the_page_was_shown_voids_what_was_shown(world: World) -> None:
    draft = _draft(world.case())
    seen = _preview(world, draft)
    edit_whole(
        draft.pk,
        version=draft.version,
        text=seen.text + "\nThank you for your patience.\n",
        by=world.supervisor,
        register=world.register,
        clock=world.clock,
    )

    with pytest.raises(NotAllowed, match="Somebody changed"):
        approve_draft(
            draft.pk,
            version=seen.version,
            fingerprint=seen.fingerprint,
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )


def test_attaching_a_file_changes_what_is_approved(world: World) -> None:
    draft = _draft(world.case())
    before = _preview(world, draft).fingerprint
    file = attach_file(
        draft.pk,
        name="../figures.csv",
        content_type="text/csv",
        content=b"year,number\n2023,4\n",
        by=world.officer,
        register=world.register,
        inspector=world.inspector,
        clock=world.clock,
    )
    with_file = _preview(world, draft)
    remove_file(
        draft.pk, file_id=file.pk, by=world.officer, register=world.register, clock=world.clock
    )

    assert with_file.fingerprint != before
    assert [enclosure.name for enclosure in with_file.enclosures] == ["figures.csv"]
    assert _preview(world, draft).fingerprint == before


def test_an_attached_file_arrives_with_the_letter(world: World) -> None:
    case = world.case()
    attach_file(
        _draft(case).pk,
        name="figures.csv",
        content_type="text/csv",
        content=b"year,number\n2023,4\n",
        by=world.officer,
        register=world.register,
        inspector=world.inspector,
        clock=world.clock,
    )

    send(world, approve(world, case))

    arrived = message_from_bytes(world.postbox.arrived[0].message, policy=policy.default)
    [part] = arrived.iter_attachments()
    assert part.get_filename() == f"{case.reference} figures.csv"
    assert part.get_payload(decode=True) == b"year,number\n2023,4\n"


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "empty"), (b"x" * (20 * 1024 * 1024 + 1), "20")]
)
def test_an_empty_or_too_large_file_is_refused(world: World, content: bytes, words: str) -> None:
    draft = _draft(world.case())

    with pytest.raises(NotAllowed, match=words):
        attach_file(
            draft.pk,
            name="a",
            content_type="",
            content=content,
            by=world.officer,
            register=world.register,
            inspector=world.inspector,
            clock=world.clock,
        )


def test_where_four_eyes_are_asked_the_last_editor_cannot_approve_a_response(
    world: World,
) -> None:
    Authority.objects.update(four_eyes=True)
    world.officer.authority.refresh_from_db()
    case = world.case()
    draft = _draft(case, "response")
    edit_whole(
        draft.pk,
        version=draft.version,
        text="Dear Alex Carter\n",
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )

    with pytest.raises(NotAllowed, match="second person"):
        approve(world, case, "response")


def test_a_person_of_another_authority_may_not_approve(world: World) -> None:
    draft = _draft(world.case())
    seen = _preview(world, draft)
    world.officer.authority = Authority.objects.create(slug="other", name="Other")
    world.officer.save()

    with pytest.raises(NotAllowed, match="another authority"):
        approve_draft(
            draft.pk,
            version=seen.version,
            fingerprint=seen.fingerprint,
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )


@pytest.mark.parametrize("phase", ["connect", "MAIL", "RCPT", "DATA"])
def test_a_letter_that_surely_did_not_leave_is_tried_again_later(world: World, phase: str) -> None:
    letter = approve(world, world.case())
    world.postbox.fail(phase, "451 try later")

    waiting = send(world, letter)
    at_once = send(world, letter)
    world.postbox.recover()
    world.clock.advance(timedelta(minutes=5))
    sent = send(world, letter)

    assert (waiting.stage, at_once.stage, sent.stage) == (Stage.READY, Stage.READY, Stage.SENT)
    assert waiting.problem
    assert len(world.postbox.arrived) == 1


def test_a_refused_letter_waits_for_a_person_and_can_be_taken_back(world: World) -> None:
    case = world.case()
    letter = approve(world, case)
    world.postbox.fail("RCPT", "550 no such person")

    refused = send(world, letter)
    void_approval(letter.pk, reason="Wrong address", by=world.officer, clock=world.clock)

    assert refused.stage == Stage.REFUSED
    assert "550" in refused.problem
    assert _draft(case).state == Draft.State.READY
    assert [event.kind for event in case.events.all()][-2:] == [
        "sending_failed",
        "acknowledgement_voided",
    ]


@pytest.mark.parametrize("phase", ["body", "dot"])
def test_a_letter_that_may_have_left_is_never_sent_again_by_machine(
    world: World, phase: str
) -> None:
    letter = approve(world, world.case())
    world.postbox.fail(phase, "die")

    unknown = send(world, letter)
    world.postbox.recover()
    world.clock.advance(timedelta(days=2))
    sweep(clock=world.clock, stale_seconds=60)
    still = send(world, letter)

    assert (unknown.stage, still.stage) == (Stage.UNKNOWN, Stage.UNKNOWN)
    assert len(world.postbox.arrived) == (1 if phase == "dot" else 0)


@pytest.mark.parametrize(("left", "copies"), [(True, 0), (False, 1)])
def test_a_person_settles_whether_a_letter_left(world: World, left: bool, copies: int) -> None:  # noqa: FBT001 - a table of cases
    case = world.case()
    letter = approve(world, case)
    world.postbox.fail("body", "die")
    outbox = send(world, letter)
    world.postbox.recover()

    settle_sending(
        outbox.pk, left=left, reason="Asked the requester", by=world.officer, clock=world.clock
    )
    send(world, letter)

    assert len(world.postbox.arrived) == copies
    assert Outbox.objects.get(letter=letter).stage == Stage.SENT
    assert "acknowledgement_sent" in [event.kind for event in case.events.all()]


def test_what_is_not_in_doubt_cannot_be_settled(world: World) -> None:
    outbox = send(world, approve(world, world.case()))

    with pytest.raises(NotAllowed, match="no doubt"):
        settle_sending(outbox.pk, left=True, reason="x", by=world.officer, clock=world.clock)


def test_a_sender_killed_in_the_middle_leaves_a_question_and_no_second_letter(
    world: World,
) -> None:
    letter = approve(world, world.case())

    class Killed(BaseException):
        """As a SIGKILL: no handler runs."""

    def killed(_envelope: Envelope, *, begun: object) -> str:
        begun()  # type: ignore[operator]  # a callable
        raise Killed

    dying = type("DyingPostbox", (), {"deliver": staticmethod(killed)})()
    with pytest.raises(Killed):
        send_letter(letter.outbox.pk, postbox=dying, register=world.register, clock=world.clock)
    world.clock.advance(timedelta(minutes=16))
    sweep(clock=world.clock, stale_seconds=60)

    outbox = send(world, letter)
    assert outbox.stage == Stage.UNKNOWN
    assert world.postbox.arrived == []


def test_an_error_nobody_foresaw_is_judged_by_whether_bytes_may_have_left(world: World) -> None:
    before = type(
        "Broken", (), {"deliver": lambda *_a, **_k: (_ for _ in ()).throw(OSError("no socket"))}
    )()

    def after(_self: object, _envelope: Envelope, *, begun: object) -> str:
        begun()  # type: ignore[operator]  # a callable
        raise OSError("no socket")

    letter = approve(world, world.case())
    send_letter(letter.outbox.pk, postbox=before, register=world.register, clock=world.clock)
    waiting = Outbox.objects.get(letter=letter).stage
    world.clock.advance(timedelta(hours=1))
    send_letter(
        letter.outbox.pk,
        postbox=type("Broken", (), {"deliver": after})(),
        register=world.register,
        clock=world.clock,
    )

    assert waiting == Stage.READY
    assert Outbox.objects.get(letter=letter).stage == Stage.UNKNOWN


def test_of_two_workers_only_one_transmits(world: World) -> None:
    letter = approve(world, world.case())

    def second_is_quicker(envelope: Envelope, *, begun: object) -> str:
        send_letter(
            letter.outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock
        )
        begun()  # type: ignore[operator]  # a callable
        world.postbox.arrived.append(envelope)
        return "250"

    slow = type("Slow", (), {"deliver": staticmethod(second_is_quicker)})()
    send_letter(letter.outbox.pk, postbox=slow, register=world.register, clock=world.clock)

    assert len(world.postbox.arrived) == 1
    assert Outbox.objects.get(letter=letter).stage == Stage.SENT


def test_a_voided_approval_never_leaves(world: World) -> None:
    letter = approve(world, world.case())
    void_approval(letter.pk, reason="Wrong date", by=world.officer, clock=world.clock)

    outbox = send(world, letter)

    assert outbox.stage == Stage.VOID
    assert world.postbox.arrived == []


def test_a_letter_that_has_left_cannot_be_taken_back(world: World) -> None:
    letter = approve(world, world.case())
    send(world, letter)

    with pytest.raises(NotAllowed, match="has left"):
        void_approval(letter.pk, reason="x", by=world.officer, clock=world.clock)


def test_an_approved_draft_cannot_be_edited(world: World) -> None:
    case = world.case()
    approve(world, case)
    draft = _draft(case)

    with pytest.raises(NotAllowed, match="after its approval"):
        edit_block(
            draft.pk,
            version=draft.version,
            index=0,
            text="x",
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )


def test_without_an_address_of_the_authority_nothing_can_be_approved(world: World) -> None:
    case = world.case()
    Authority.objects.update(email="")

    with pytest.raises(NotAllowed, match="FOI_MAILBOX_ADDRESS"):
        approve(world, case)


def test_a_hostile_subject_cannot_add_a_header(world: World) -> None:
    raw = mail(subject="Cars").replace(
        b"Subject: Cars", b"Subject: =?utf-8?q?Cars=0D=0ABcc=3A_x=40y.z?="
    )
    case = world.case(raw)

    send(world, approve(world, case))

    arrived = message_from_bytes(world.postbox.arrived[0].message, policy=policy.default)
    assert arrived["Bcc"] is None
    assert replace(world.postbox.arrived[0]).recipient == "alex.carter@example.org"


def _with_a_doubt(world: World, case: Case) -> Draft:
    """Take the reference out of an acknowledgement, which a check calls an error."""
    draft = _draft(case)
    text = "".join(block["text"] for block in draft.blocks).replace(case.reference, "your request")
    return edit_whole(
        draft.pk,
        version=draft.version,
        text=text,
        by=world.supervisor,
        register=world.register,
        clock=world.clock,
    )


@pytest.mark.parametrize("reason", ["", "   "])
def test_an_error_of_the_checks_stops_an_approval_without_a_reason(
    world: World, reason: str
) -> None:
    draft = _with_a_doubt(world, world.case())
    seen = _preview(world, draft)
    assert seen.problems == ()
    assert seen.doubts

    with pytest.raises(NotAllowed, match="say why"):
        approve_draft(
            draft.pk,
            version=seen.version,
            fingerprint=seen.fingerprint,
            by=world.officer,
            register=world.register,
            clock=world.clock,
            reason=reason,
        )


def test_a_person_may_overrule_a_check_with_a_reason_that_is_kept(world: World) -> None:
    case = world.case()
    draft = _with_a_doubt(world, case)
    seen = _preview(world, draft)

    letter = approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=world.officer,
        register=world.register,
        clock=world.clock,
        reason="The subject line carries the reference",
    )

    assert letter.approved_by == world.officer
    assert case.events.last().note.text == "The subject line carries the reference"


def test_a_gap_is_never_overruled(world: World) -> None:
    case = world.case()
    draft = _draft(case, "response")
    seen = _preview(world, draft)

    with pytest.raises(NotAllowed, match="gap"):
        approve_draft(
            draft.pk,
            version=seen.version,
            fingerprint=seen.fingerprint,
            by=world.officer,
            register=world.register,
            clock=world.clock,
            reason="We are late",
        )
