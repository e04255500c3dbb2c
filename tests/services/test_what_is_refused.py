"""What a person may not do, and what is no longer there, is refused before anything changes."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from assistant.domain.errors import NotAllowed
from assistant.domain.library.precedents import Precedent
from assistant.ports import Fit, Hit
from assistant.services import settle_held
from assistant.services.accept_generated import accept_generated
from assistant.services.approve_draft import approve_draft, preview
from assistant.services.attach_file import attach_file, remove_file
from assistant.services.compose_again import compose_again
from assistant.services.compose_draft import compose_draft
from assistant.services.edit_draft import edit_block
from assistant.services.import_knowledge import import_knowledge
from assistant.services.letter_message import subject_of
from assistant.services.poll_mailboxes import poll_once
from assistant.services.prepare import add_user
from assistant.services.read_messages import read_message
from assistant.services.read_raw import attachment, raw_message
from assistant.services.record_part import record_part
from assistant.services.record_search import record_search
from assistant.services.send_letter import send_letter
from assistant.services.settle_sending import settle_sending
from assistant.services.sweep import sweep
from assistant.services.take_delivery import take_delivery
from assistant.services.void_approval import void_approval
from assistant.store.models import (
    Authority,
    CaseFile,
    CaseMessage,
    Draft,
    Letter,
    Message,
    Outbox,
    User,
)
from tests.letters import arrival, mail
from tests.outgoing import answer
from tests.world import World


@pytest.fixture
def stranger(world: World) -> User:
    other = Authority.objects.create(slug="other", name="Other Council")
    return User.objects.create(username="stranger", authority=other)


def _draft(world: World) -> Draft:
    return Draft.objects.get(case=world.case(), kind="acknowledgement")


def _approved(world: World) -> Letter:
    draft = _draft(world)
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    return approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )


def _file(world: World, draft: Draft, by: User, name: str = "a.csv") -> CaseFile:
    return attach_file(
        draft.pk,
        name=name,
        content_type="",
        content=b"x",
        by=by,
        register=world.register,
        inspector=world.inspector,
        clock=world.clock,
    )


def _edit(world: World, draft: Draft, by: User) -> Draft:
    return edit_block(
        draft.pk,
        version=draft.version,
        index=0,
        text="x",
        by=by,
        register=world.register,
        clock=world.clock,
    )


def test_nobody_changes_a_draft_of_another_authority(world: World, stranger: User) -> None:
    draft = _draft(world)

    with pytest.raises(NotAllowed, match="no such draft"):
        _file(world, draft, stranger)
    with pytest.raises(NotAllowed, match="another authority"):
        _edit(world, draft, stranger)


def test_nobody_touches_a_letter_of_another_authority(world: World, stranger: User) -> None:
    letter = _approved(world)

    with pytest.raises(NotAllowed, match="no such letter"):
        void_approval(letter.pk, reason="x", by=stranger, clock=world.clock)
    with pytest.raises(NotAllowed, match="no doubt"):
        settle_sending(letter.outbox.pk, left=True, reason="x", by=stranger, clock=world.clock)


@pytest.mark.parametrize("reason", ["", "  "])
def test_taking_back_and_settling_ask_for_a_reason(world: World, reason: str) -> None:
    letter = _approved(world)

    with pytest.raises(NotAllowed, match="why"):
        void_approval(letter.pk, reason=reason, by=world.officer, clock=world.clock)
    with pytest.raises(NotAllowed, match="how you know"):
        settle_sending(
            letter.outbox.pk, left=True, reason=reason, by=world.officer, clock=world.clock
        )


def test_nobody_records_on_a_part_of_another_authority(world: World, stranger: User) -> None:
    part = world.case().parts.first()

    with pytest.raises(NotAllowed, match="another authority"):
        record_part(
            part.pk,
            version=part.version,
            held="held",
            outcome="",
            sections=[" "],
            facts="",
            by=stranger,
            register=world.register,
            clock=world.clock,
        )
    with pytest.raises(NotAllowed, match="no such part"):
        record_search(
            part.pk,
            where="a",
            who="b",
            terms="",
            made_on=date(2026, 3, 2),
            result="c",
            by=stranger,
            clock=world.clock,
        )


def test_a_part_that_is_gone_is_said_to_be_gone(world: World) -> None:
    with pytest.raises(NotAllowed, match="no longer there"):
        record_part(
            0,
            version=0,
            held="held",
            outcome="",
            sections=[],
            facts="",
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )


@pytest.mark.parametrize(
    "settle",
    [
        lambda pk, **to: settle_held.open_case(pk, requester_address="a@b.org", **to),
        lambda pk, **to: settle_held.file_on_case(pk, reference="FOI-2026-00001", **to),
        settle_held.set_aside,
    ],
)
def test_held_mail_asks_for_a_reason_and_for_a_person_of_the_authority(
    world: World, stranger: User, settle: Callable[..., object]
) -> None:
    message = world.deliver(mail(""))

    with pytest.raises(NotAllowed, match="reason"):
        settle(message.pk, reason=" ", by=world.officer, clock=world.clock)
    with pytest.raises(NotAllowed, match="no such message"):
        settle(message.pk, reason="x", by=stranger, clock=world.clock)


def test_a_case_needs_somebody_to_answer(world: World) -> None:
    message = world.deliver(b"Subject: cars\r\n\r\nHow many cars do you own?\r\n")
    assert message.disposition == Message.Disposition.HELD

    with pytest.raises(NotAllowed, match="e-mail address"):
        settle_held.open_case(
            message.pk, requester_address=" ", reason="x", by=world.officer, clock=world.clock
        )


def test_an_automatic_message_on_a_case_is_settled_already(world: World) -> None:
    case = world.case()
    message = world.deliver(mail("I am away.", subject="Out of office", message_id="<2@x.org>"))
    CaseMessage.objects.create(
        case=case, message=message, part="automatic", filed_at=world.clock.now()
    )

    assert not settle_held.may_be_settled(message)


def test_a_file_that_is_not_attached_cannot_be_taken_off(world: World) -> None:
    draft = _draft(world)

    with pytest.raises(NotAllowed, match="not attached"):
        remove_file(
            draft.pk, file_id=0, by=world.officer, register=world.register, clock=world.clock
        )


def test_files_of_an_approved_letter_stay_as_they_are(world: World) -> None:
    letter = _approved(world)

    with pytest.raises(NotAllowed, match="approved"):
        _file(world, letter.draft, world.officer)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("..\\..\\secret?.csv", "secret_.csv"),
        (".hidden", "hidden"),
        ("", "file"),
        ("x" * 300 + ".xlsx", "x" * 115 + ".xlsx"),
        ("y" * 300, "y" * 120),
    ],
)
def test_the_name_of_a_file_is_made_safe(world: World, given: str, kept: str) -> None:
    assert _file(world, _draft(world), world.officer, given).name == kept


def test_a_sentence_that_no_model_wrote_cannot_be_accepted(world: World) -> None:
    draft = _draft(world)

    with pytest.raises(NotAllowed):
        accept_generated(
            draft.pk,
            version=draft.version,
            index=0,
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )


def test_only_a_ready_draft_is_approved(world: World) -> None:
    draft = _draft(world)
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    Draft.objects.filter(pk=draft.pk).update(state=Draft.State.QUEUED)

    with pytest.raises(NotAllowed, match="ready"):
        approve_draft(
            draft.pk,
            version=seen.version,
            fingerprint=seen.fingerprint,
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )


def test_a_case_without_an_address_cannot_be_written_to(world: World) -> None:
    draft = _draft(world)
    draft.case.requester.address = ""
    draft.case.requester.save()

    problems = preview(draft.pk, register=world.register, clock=world.clock).problems

    assert any("no e-mail address" in problem for problem in problems)


def test_a_subject_says_re_once(world: World) -> None:
    case = world.case(mail(subject="RE: Re: Cars"))

    assert subject_of(case) == f"Re: Cars [{case.reference}]"


def test_a_weak_password_is_refused_and_a_person_can_be_changed(world: World) -> None:
    with pytest.raises(NotAllowed, match="password"):
        add_user(username="pat", password="12345", role="officer", authority=world.authority)  # noqa: S106 - weak on purpose

    user, new = add_user(
        username="olwen",
        password="another-fictional-one",  # noqa: S106 - fictional
        role="supervisor",
        authority=world.authority,
    )

    assert not new
    assert user.supervises


def test_raw_bytes_are_for_the_authority_alone(world: World, stranger: User) -> None:
    message = world.deliver(mail())

    with pytest.raises(NotAllowed):
        raw_message(message.pk, by=stranger)
    with pytest.raises(NotAllowed, match="no such attachment"):
        attachment(message.pk, 0, by=world.officer)


def test_a_message_settled_meanwhile_is_left_alone(world: World) -> None:
    take_delivery(world.folder, arrival(mail(), 9), clock=world.clock)
    message = Message.objects.get()
    read_message(message.pk, clock=world.clock)
    read_message(message.pk + 1000, clock=world.clock)

    message.refresh_from_db()
    assert message.attempts == 1


def test_a_letter_that_is_gone_or_not_due_is_not_sent(world: World) -> None:
    letter = _approved(world)
    Outbox.objects.update(next_try_at=world.clock.now().replace(year=2030))

    send_letter(letter.outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)
    send_letter(0, postbox=world.postbox, register=world.register, clock=world.clock)

    assert world.postbox.arrived == []


def test_a_letter_that_waits_is_queued_again_by_the_sweep(world: World) -> None:
    _approved(world)
    world.clock.set(world.clock.now().replace(hour=12))

    assert sweep(clock=world.clock, stale_seconds=60) == 1


def test_few_new_passages_join_the_fit_in_use(world: World) -> None:
    many = "\n\n".join(f"## Part {n}\n\nCars of kind {n}." for n in range(20))
    first = Precedent(ident="many", title="Cars", text=many)
    later = Precedent(ident="one", title="Vans", text="We own nine vans.")
    import_knowledge(world.authority.pk, [first], library=world.library, clock=world.clock)
    before = world.authority.index.fit_id

    import_knowledge(world.authority.pk, [later], library=world.library, clock=world.clock)

    world.authority.index.refresh_from_db()
    assert world.authority.index.fit_id == before
    assert not world.authority.index.stale


def test_the_poller_says_what_it_could_not_read(world: World) -> None:
    world.folder.mailbox.folders.create(name="Missing")

    class Down:
        def open(self, _folder: str) -> object:
            raise NotAllowed("There is no such folder.")

        def close(self) -> None: ...

    polled, problems = poll_once(
        {world.authority.email: Down},  # type: ignore[dict-item]  # all that is asked of it
        clock=world.clock,
    )

    assert polled.new == 0
    assert [problem.partition(": ")[2] for problem in problems] == ["There is no such folder."] * 2


def test_a_draft_that_is_composed_already_is_left_alone(world: World) -> None:
    draft = _draft(world)
    version = draft.version

    compose_draft(draft.pk, library=world.library, register=world.register, clock=world.clock)

    draft.refresh_from_db()
    assert draft.version == version


def test_a_draft_queued_again_while_it_is_composed_is_left_to_the_later_task(world: World) -> None:
    case = world.case()
    import_knowledge(
        world.authority.pk,
        [Precedent(ident="cars", title="Cars", text="We own cars.")],
        library=world.library,
        clock=world.clock,
    )
    response = Draft.objects.get(case=case, kind="response")
    compose_again(case.pk, kind="response", by=world.officer, clock=world.clock)
    real = world.library.nearest

    class Slow:
        """A library so slow that the officer asks again meanwhile."""

        def nearest(
            self, fit: Fit, text: str, k: int, *, among: Sequence[str] | None = None
        ) -> list[Hit]:
            if not asked:
                asked.append(
                    compose_again(case.pk, kind="response", by=world.officer, clock=world.clock)
                )
            return real(fit, text, k, among=among)

    asked: list[Draft] = []
    compose_draft(
        response.pk,
        library=Slow(),  # type: ignore[arg-type]  # all that composing asks of it
        register=world.register,
        clock=world.clock,
    )

    response.refresh_from_db()
    assert response.state == Draft.State.QUEUED


def test_settling_a_response_as_sent_answers_the_case(world: World) -> None:
    case = world.case(mail("How many patrol cars do you own?"))
    letter = answer(world, case)
    world.postbox.fail("dot", "die")
    send_letter(letter.outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)

    settle_sending(
        letter.outbox.pk, left=True, reason="They have it", by=world.officer, clock=world.clock
    )

    case.refresh_from_db()
    assert (case.state, case.answered_at) == ("answered", world.clock.now())
