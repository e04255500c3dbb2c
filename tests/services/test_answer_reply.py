"""What a requester writes on a case is answered by the letter that fits, or needs no answer."""

import pytest

from assistant.domain.case import EventKind, Purpose, State
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime
from assistant.domain.letters.blocks import LetterKind
from assistant.services.answer_reply import answer_reply, needs_no_reply
from assistant.services.fitting_letter import letter_for
from assistant.store.blocks import draft_of
from assistant.store.models import Authority, Case, CaseMessage, Message
from tests.letters import mail
from tests.world import World

FOI, REQUEST = Regime.FOI, Purpose.REQUEST


def replied(world: World, text: str = "When can I expect an answer to my request?") -> Message:
    return world.deliver(
        mail(text, message_id="<reply-1@example.org>", in_reply_to="<request-1@example.org>")
    )


def answer(world: World, case: Case, message: Message) -> str:
    draft = answer_reply(case.pk, message_id=message.pk, by=world.officer, clock=world.clock)
    return str(draft.kind)


@pytest.mark.parametrize(
    ("intent", "state", "kind"),
    [
        ("chaser", State.OPEN, LetterKind.CHASER_REPLY),
        ("chaser", State.ANSWERED, LetterKind.OTHER),
        ("thanks", State.ANSWERED, LetterKind.THANKS_REPLY),
        ("question_about_response", State.ANSWERED, LetterKind.QUESTION_REPLY),
        ("question_about_response", State.OPEN, LetterKind.OTHER),
        ("complaint_ico", State.ANSWERED, LetterKind.COMPLAINT_REPLY),
        ("withdrawal", State.WITHDRAWN, LetterKind.WITHDRAWAL),
        ("no such intent", State.OPEN, LetterKind.OTHER),
    ],
)
def test_each_kind_of_message_has_its_letter(intent: str, state: State, kind: LetterKind) -> None:
    assert letter_for(intent, FOI, state, REQUEST) is kind


def test_a_chaser_is_answered_with_the_day_it_came_and_is_seen_to(world: World) -> None:
    case = world.case()
    message = replied(world)
    assert message.intent == "chaser"

    assert answer(world, case, message) == "chaser_reply"

    world.compose(case)
    said = draft_of(case.drafts.get(kind="chaser_reply")).text
    assert "Thank you for your message of 2 March 2026" in said
    filed = CaseMessage.objects.get(case=case, message=message)
    assert filed.draft is not None
    # A second message is answered by the letter that is being written already.
    assert answer(world, case, message) == "chaser_reply"
    assert case.drafts.filter(kind="chaser_reply").count() == 1


def test_a_message_of_no_kind_is_answered_in_the_officers_own_words(world: World) -> None:
    case = world.case()
    message = replied(world)
    Message.objects.filter(pk=message.pk).update(intent="other")

    assert answer(world, case, message) == "other"


def test_that_none_is_needed_is_kept_with_the_reason_and_can_be_thought_better_of(
    world: World,
) -> None:
    case = world.case()
    message = replied(world, "Many thanks for your help.")
    given = {"message_id": message.pk, "by": world.officer, "clock": world.clock}

    needs_no_reply(case.pk, reason=" They only say thanks. ", **given)  # type: ignore[arg-type]  # by name

    event = case.events.get(kind=EventKind.REPLY_SETTLED)
    assert (event.note.text, event.details["message"]) == ("They only say thanks.", message.pk)
    with pytest.raises(NotAllowed, match="has said already"):
        needs_no_reply(case.pk, reason="Again", **given)  # type: ignore[arg-type]  # by name
    answer(world, case, message)
    assert CaseMessage.objects.get(case=case, message=message).settled_at is None


def test_what_is_no_reply_or_anothers_or_has_no_reason_is_refused(world: World) -> None:
    case = world.case()
    request = case.messages.get()
    with pytest.raises(NotAllowed, match="no reply on this case"):
        answer(world, case, request)
    message = replied(world)
    with pytest.raises(NotAllowed, match="Say why"):
        needs_no_reply(
            case.pk, message_id=message.pk, reason=" ", by=world.officer, clock=world.clock
        )
    world.officer.authority = Authority.objects.create(slug="other", name="Other Council")
    with pytest.raises(NotAllowed, match="no reply on this case"):
        answer(world, case, message)
