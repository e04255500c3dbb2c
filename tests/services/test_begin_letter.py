"""Letters besides the first two: begun, composed, approved, sent, taken back, discarded."""

from datetime import date

import pytest

from assistant.domain.case import EventKind, State
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import BlockKind, LetterKind
from assistant.domain.letters.kinds import KINDS
from assistant.services.approve_draft import approve_draft, preview
from assistant.services.begin_letter import begin_letter, discard_letter
from assistant.services.compose_again import compose_again
from assistant.services.edit_draft import edit_block
from assistant.services.open_review import open_review
from assistant.services.prepare import add_user
from assistant.services.record_part import record_part
from assistant.services.send_letter import send_letter
from assistant.services.void_approval import void_approval
from assistant.store.blocks import draft_of
from assistant.store.models import Case, Draft, Event, Letter
from tests.world import PASSWORD, World

CHASER = {"message_on": date(2026, 3, 2), "standing": "It is with the duty planning team."}
ANSWERS = {
    "reviewer": "The Head of Legal Services",
    "decision": "upheld",
    "disclosed": "Nothing.",
    "close_on": "2026-05-12",
}


def begin(world: World, case: Case, kind: str, **values: object) -> Draft:
    draft = begin_letter(case.pk, kind=kind, values=values, by=world.officer, clock=world.clock)
    world.compose(case)
    draft.refresh_from_db()
    return draft


def approved(world: World, draft: Draft) -> Letter:
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    return approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=world.supervisor,
        register=world.register,
        clock=world.clock,
    )


def sent(world: World, draft: Draft) -> Letter:
    letter = approved(world, draft)
    send_letter(letter.outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)
    letter.outbox.refresh_from_db()
    return letter


def kinds_of(case: Case) -> list[str]:
    return list(Event.objects.filter(case=case).order_by("number").values_list("kind", flat=True))


def test_a_reply_to_a_chaser_leaves_in_the_thread_and_the_case_stays_open(world: World) -> None:
    case = world.case()

    letter = sent(world, begin(world, case, "chaser_reply", **CHASER))

    case.refresh_from_db()
    assert case.state == State.OPEN
    assert letter.kind == LetterKind.CHASER_REPLY
    assert b"<request-1@example.org>" in world.postbox.arrived[-1].message
    assert kinds_of(case)[-4:] == [
        EventKind.LETTER_BEGUN,
        EventKind.DRAFTED,
        EventKind.LETTER_APPROVED,
        EventKind.LETTER_SENT,
    ]


def test_what_the_officer_answered_is_the_officers_own_words_with_name_and_time(
    world: World,
) -> None:
    draft = begin(world, world.case(), "chaser_reply", **CHASER)

    typed = [block for block in draft_of(draft).blocks if block.kind is BlockKind.OFFICER]
    assert [block.text.strip() for block in typed] == ["2 March 2026", CHASER["standing"]]
    assert {(block.author, block.at) for block in typed} == {("olwen", world.clock.now())}
    assert draft_of(draft).gaps == ()
    assert draft.findings == []


def test_a_second_chaser_gets_a_second_reply(world: World) -> None:
    case = world.case()
    first = sent(world, begin(world, case, "chaser_reply", **CHASER))

    second = sent(world, begin(world, case, "chaser_reply", **CHASER))

    assert first.draft_id != second.draft_id
    assert len(world.postbox.arrived) == 2


def test_one_letter_of_a_kind_is_written_at_a_time(world: World) -> None:
    case = world.case()
    begin(world, case, "chaser_reply", **CHASER)

    with pytest.raises(NotAllowed, match="is being written already"):
        begin(world, case, "chaser_reply", **CHASER)


def test_what_is_not_answered_is_a_gap_and_cannot_leave(world: World) -> None:
    draft = begin(world, world.case(), "clarification", questions="1. Which years?")

    gaps = [gap.text for gap in draft_of(draft).gaps]
    assert any("what exactly is unclear" in text for text in gaps)
    assert not any("a question a line" in text for text in gaps)
    with pytest.raises(NotAllowed, match="that only an officer can fill"):
        approved(world, draft)


def test_the_parts_to_be_clarified_are_quoted_and_the_others_go_on(world: World) -> None:
    case = world.case()
    part = case.parts.get(key="2")
    record_part(
        part.pk,
        version=part.version,
        held="unknown",
        outcome="clarification_needed",
        sections=[],
        facts="",
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )

    text = draft_of(begin(world, case, "clarification", close_on="2026-05-12")).text

    assert "suspected links with animal rights activism in 2023?" in text
    assert "We need nothing more for" in text
    assert "will answer it by 31 March 2026" in text
    assert "If we have not heard from you by 12 May 2026" in text
    assert "How many people were referred to Prevent in 2021" not in text


def test_an_answer_survives_composing_again(world: World) -> None:
    case = world.case()
    begin(world, case, "chaser_reply", **CHASER)

    compose_again(case.pk, kind="chaser_reply", by=world.officer, clock=world.clock)
    world.compose(case)

    draft = Draft.objects.get(case=case, kind="chaser_reply")
    assert str(CHASER["standing"]) in draft_of(draft).text


@pytest.mark.parametrize("kind", ["acknowledgement", "response", "review_outcome", "eir_extension"])
def test_a_kind_that_does_not_fit_the_case_is_refused(world: World, kind: str) -> None:
    with pytest.raises(NotAllowed, match=r"comes with the case|does not fit"):
        begin(world, world.case(), kind)


def test_there_is_no_kind_but_those_of_the_table(world: World) -> None:
    with pytest.raises(NotAllowed, match="is no kind of letter"):
        begin(world, world.case(), "birthday_card")


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"colour": "red"}, "“colour” is not asked for"),
        ({"new_date": "soon"}, r"“soon” \(new_date\) is not a date"),
        ({"standing": 7}, "“standing” is a text"),
    ],
)
def test_an_answer_that_cannot_be_read_is_named(
    world: World, values: dict[str, object], says: str
) -> None:
    with pytest.raises(NotAllowed, match=says):
        begin(world, world.case(), "chaser_reply", **values)


def test_another_authoritys_case_is_not_there(world: World) -> None:
    case = world.case()
    world.officer.authority = None

    with pytest.raises(NotAllowed, match="no such case"):
        begin(world, case, "chaser_reply")


def answered(world: World) -> Case:
    """A case whose response has left, every block of it typed by the officer."""
    case = world.case()
    draft = Draft.objects.get(case=case, kind=LetterKind.RESPONSE)
    sent_by_hand(world, draft)
    case.refresh_from_db()
    return case


def sent_by_hand(world: World, draft: Draft) -> None:
    for part in draft.case.parts.all():
        record_part(
            part.pk,
            version=part.version,
            held="held",
            outcome="ncnd",
            sections=["s31(1)(a)"],
            facts="",
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )
    compose_again(draft.case_id, kind=draft.kind, by=world.officer, clock=world.clock)
    world.compose(draft.case)
    draft.refresh_from_db()
    while gaps := draft_of(draft).gaps:
        draft = edit_block(
            draft.pk,
            version=draft.version,
            index=draft_of(draft).blocks.index(gaps[0]),
            text="A confirmation would tell people what the police know, which would be likely to "
            "prejudice the prevention or detection of crime.",
            by=world.officer,
            register=world.register,
            clock=world.clock,
        )
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    assert seen.problems == ()
    letter = approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=world.supervisor,
        register=world.register,
        clock=world.clock,
        reason="A test.",
    )
    send_letter(letter.outbox.pk, postbox=world.postbox, register=world.register, clock=world.clock)


def reviewed(world: World) -> Case:
    """The internal review of a case whose response has left."""
    case = answered(world)
    return open_review(
        case.pk,
        version=case.version,
        received_on=date(2026, 3, 3),
        text="I ask for an internal review of your response, because it gives no reasons.",
        by=world.officer,
        clock=world.clock,
    )


def test_a_review_is_acknowledged_with_its_own_date_and_closed_by_its_outcome(
    world: World,
) -> None:
    review = reviewed(world)
    third, _ = add_user(
        username="tegan", password=PASSWORD, role="supervisor", authority=world.authority
    )
    for kind in ("review_acknowledged", "review_outcome"):
        discard_letter(review.drafts.get(kind=kind).pk, by=world.officer, clock=world.clock)

    letter = begin(world, review, "review_acknowledged", reviewer="Tegan Amory, Head of Legal")

    text = draft_of(letter).text
    assert "Your request for it reached us on 3 March 2026" in text
    assert "our response of 3 March 2026" in text
    assert "tell you the outcome by 1 April 2026" in text
    assert draft_of(letter).gaps == ()
    sent(world, letter)
    review.refresh_from_db()
    assert review.state == State.OPEN
    said = {"reviewer": "Tegan Amory", "issues": "The reasons.", "decision": "upheld"}
    outcome = begin(world, review, "review_outcome", **said, review_reasons="They are enough.")
    with pytest.raises(NotAllowed, match="handled or approved the response"):
        approved(world, outcome)
    world.supervisor = third
    for part in review.parts.all():
        part.searches.create(
            where="Files",
            who="Tegan",
            terms="prevent",
            made_on=date(2026, 3, 3),
            result="Read",
            recorded_at=world.clock.now(),
        )
    sent(world, outcome)
    review.refresh_from_db()
    assert (review.state, review.answered_at) == (State.ANSWERED, world.clock.now())
    assert kinds_of(review)[-2:] == [EventKind.RESPONSE_APPROVED, EventKind.RESPONSE_SENT]


@pytest.mark.parametrize("name", ["olwen", "sam"])
def test_nobody_is_named_as_the_reviewer_of_their_own_decision(world: World, name: str) -> None:
    review = reviewed(world)
    begun = review.drafts.get(kind="review_acknowledged")
    discard_letter(begun.pk, by=world.officer, clock=world.clock)

    with pytest.raises(NotAllowed, match="took part in the decision"):
        begin(world, review, "review_acknowledged", reviewer=name)


def test_a_letter_that_is_not_wanted_is_discarded_and_another_may_be_begun(world: World) -> None:
    case = world.case()
    draft = begin(world, case, "chaser_reply", **CHASER)

    discard_letter(draft.pk, by=world.officer, clock=world.clock)

    assert begin(world, case, "chaser_reply", **CHASER).pk != draft.pk
    assert EventKind.LETTER_DISCARDED in kinds_of(case)
    with pytest.raises(NotAllowed, match="not being written any more"):
        discard_letter(draft.pk, by=world.officer, clock=world.clock)


def test_the_letters_of_every_case_cannot_be_discarded(world: World) -> None:
    draft = Draft.objects.get(case=world.case(), kind=LetterKind.RESPONSE)

    with pytest.raises(NotAllowed, match="they stay"):
        discard_letter(draft.pk, by=world.officer, clock=world.clock)
    with pytest.raises(NotAllowed, match="no such letter"):
        discard_letter(0, by=world.officer, clock=world.clock)


def test_an_approval_taken_back_needs_room_for_its_draft(world: World) -> None:
    case = world.case()
    first = approved(world, begin(world, case, "chaser_reply", **CHASER))
    second = begin(world, case, "chaser_reply", **CHASER)

    with pytest.raises(NotAllowed, match="Send or discard that one first"):
        void_approval(first.pk, reason="A slip.", by=world.officer, clock=world.clock)
    discard_letter(second.pk, by=world.officer, clock=world.clock)
    void_approval(first.pk, reason="A slip.", by=world.officer, clock=world.clock)

    assert Draft.objects.get(pk=first.draft_id).state == Draft.State.READY
    assert kinds_of(case)[-1] == EventKind.LETTER_VOIDED


@pytest.mark.parametrize("kind", [row.kind for row in KINDS.values() if row.begun_by_hand])
def test_every_kind_composes_on_a_case_it_fits(world: World, kind: LetterKind) -> None:
    row = KINDS[kind]
    case = world.case()
    case.regime, case.state = min(row.regimes), min(row.states)
    case.purpose = min(row.purposes)
    case.save()

    draft = begin(world, case, kind, **{key: ANSWERS[key] for key in row.fields if key in ANSWERS})

    assert draft.state == Draft.State.READY
    assert draft_of(draft).text.rstrip().endswith("Northshire Police")
