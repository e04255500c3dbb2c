"""What is grave is approved by somebody who has not worked on it."""

from dataclasses import replace

import pytest

from assistant import bootstrap
from assistant.domain.errors import NotAllowed
from assistant.services.approve_draft import approve_draft, preview
from assistant.services.edit_draft import edit_block
from assistant.services.prepare import add_user, prepare
from assistant.services.record_part import record_part
from assistant.services.second_person import second_person
from assistant.store.models import Authority, Case, Draft, User
from assistant.web.views.today import for_approval
from tests.outgoing import answer, asked, send
from tests.world import DETAILS, PASSWORD, World

POLICY = ["ncnd", "s23", "s24", "s36", "s14(1)"]


@pytest.fixture(autouse=True)
def policy(world: World) -> None:
    """The policy that an authority has unless it is told otherwise, but for new officers."""
    Authority.objects.update(second_person=POLICY)
    world.authority.refresh_from_db()


def refused(world: World, section: str, by: User | None = None, outcome: str = "refused") -> Case:
    """Return a case of which the only part is refused, and the response composed."""
    case = asked(world)
    part = case.parts.get()
    record_part(
        part.pk,
        version=part.version,
        held="unknown" if outcome == "ncnd" else "held",
        outcome=outcome,
        sections=[section],
        facts="",
        by=by or world.officer,
        register=world.register,
        clock=world.clock,
    )
    world.compose(case)
    return case


def response(case: Case) -> Draft:
    return Draft.objects.select_related("case__authority").get(case=case, kind="response")


def try_to_approve(world: World, case: Case, by: User, kind: str = "response") -> None:
    draft = Draft.objects.get(case=case, kind=kind)
    seen = preview(draft.pk, register=world.register, clock=world.clock)
    approve_draft(
        draft.pk,
        version=seen.version,
        fingerprint=seen.fingerprint,
        by=by,
        register=world.register,
        clock=world.clock,
    )


def test_who_decided_what_is_grave_cannot_approve_it_and_a_colleague_can(world: World) -> None:
    case = refused(world, "FOIA s24(1)")

    with pytest.raises(NotAllowed, match=r"relies on s24\(1\). You worked on it: ask a colleague"):
        try_to_approve(world, case, world.officer)
    # For a colleague only what the letter itself lacks stands in the way.
    with pytest.raises(NotAllowed, match="gap"):
        try_to_approve(world, case, world.supervisor)
    assert response(case).needs_second


def test_neither_confirming_nor_denying_needs_a_second_person(world: World) -> None:
    case = refused(world, "FOIA s40(5B)(a)(i)", outcome="ncnd")

    assert "neither confirms nor denies" in second_person(response(case)).reasons[0]


def test_whoever_typed_words_of_the_letter_cannot_approve_it(world: World) -> None:
    case = refused(world, "FOIA s24(1)")
    draft = response(case)
    edit_block(
        draft.pk,
        version=draft.version,
        index=0,
        text="Words of mine",
        by=world.supervisor,
        register=world.register,
        clock=world.clock,
    )

    for person in (world.officer, world.supervisor):
        with pytest.raises(NotAllowed, match="ask a colleague"):
            try_to_approve(world, case, person)


def test_what_is_not_grave_needs_nobody_else(world: World) -> None:
    case = refused(world, "FOIA s31(1)(a)")

    assert second_person(response(case)).reasons == ()
    with pytest.raises(NotAllowed, match="gap"):
        try_to_approve(world, case, world.officer)
    assert not response(case).needs_second


def test_an_acknowledgement_never_needs_a_second_person(world: World) -> None:
    case = refused(world, "FOIA s24(1)")

    try_to_approve(world, case, world.officer, "acknowledgement")

    assert case.letters.get().approved_by == world.officer


def test_the_first_responses_of_a_new_officer_need_a_second_person(world: World) -> None:
    Authority.objects.update(new_officer_letters=2)

    for number in range(2):
        case = asked(world, message_id=f"<{number}@example.org>")
        with pytest.raises(NotAllowed, match="among the first 2 responses of olwen"):
            answer(world, case)
        try_to_approve(world, case, world.supervisor)
    third = answer(world, asked(world, message_id="<3@example.org>"))

    assert third.approved_by == world.officer
    assert send(world, third).stage == "sent"


def test_a_supervisor_is_no_new_officer(world: World) -> None:
    Authority.objects.update(new_officer_letters=2)

    case = refused(world, "FOIA s31(1)(a)", by=world.supervisor)

    assert second_person(response(case)).reasons == ()


def test_it_waits_on_today_for_those_who_may_approve_it(world: World) -> None:
    case = refused(world, "FOIA s24(1)")
    Case.objects.filter(pk=case.pk).update(officer=world.officer)
    other, _ = add_user(
        username="bryn", password=PASSWORD, role="officer", authority=world.authority
    )
    ready = Draft.objects.filter(case=case, kind="response", state="ready")

    assert not for_approval(ready, world.officer).exists()
    assert for_approval(ready, other).exists()


def test_a_policy_that_names_nothing_is_refused_with_what_to_write(world: World) -> None:
    details = replace(DETAILS, second_person=("s24", "all of it"))

    with pytest.raises(NotAllowed, match="“all of it” in FOI_SECOND_PERSON is no provision"):
        prepare(details, wordings=bootstrap.wordings())
