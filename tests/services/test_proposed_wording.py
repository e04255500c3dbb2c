"""Wording that people propose: who approves it, what is used then, and what a file does later."""

from dataclasses import replace
from datetime import date

import pytest

from assistant import bootstrap
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.wording import Wordings
from assistant.services.decide_wording import approve_wording, return_wording
from assistant.services.prepare import prepare
from assistant.services.propose_wording import propose_new, propose_version
from assistant.store.models import Draft, User, Wording, WordingProposal, WordingUse
from assistant.store.wording import approved
from tests.standing import acknowledge, approve_ahead, why_not
from tests.world import DETAILS, World

IDENT = "acknowledgement-foi"
NEXT_YEAR = date(2027, 3, 1)


def proposed(world: World, *, words: str = "We thank you", by: object = None) -> WordingProposal:
    present = approved(world.authority).get(IDENT)
    return propose_version(
        IDENT,
        base=present.version,
        text=present.text.replace("Thank you", words, 1),
        why="It sounds less curt.",
        by=by or world.officer,  # type: ignore[arg-type]  # a person of the world
        clock=world.clock,
    )


def approve(world: World, proposal: WordingProposal) -> Wording:
    return approve_wording(proposal.pk, review_by=NEXT_YEAR, by=world.supervisor, clock=world.clock)


def test_approved_words_are_in_the_next_draft_and_survive_prepare(world: World) -> None:
    before = world.case()
    assert approve(world, proposed(world)).version == "1+1"
    prepare(DETAILS, wordings=bootstrap.wordings())
    present = approved(world.authority).get(IDENT)
    assert (present.version, present.text[:12]) == ("1+1", "We thank you")
    assert present.review_by == NEXT_YEAR
    used = WordingUse.objects.filter(ident=IDENT).values_list("draft__case", "version")
    assert list(used) == [(before.pk, "1")]
    draft = Draft.objects.get(case=before, kind="acknowledgement")
    Draft.objects.filter(pk=draft.pk).update(state=Draft.State.QUEUED)
    world.compose(before)
    draft.refresh_from_db()
    assert "We thank you" in "".join(block["text"] for block in draft.blocks)
    assert WordingUse.objects.filter(ident=IDENT, draft=draft, version="1+1").exists()


def test_a_newer_file_takes_their_place_and_what_people_made_is_kept(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    made = approve(world, proposed(world))
    newer = Wordings(
        replace(each, version="2") if each.id == IDENT else each for each in bootstrap.wordings()
    )
    prepare(DETAILS, wordings=newer)
    made.refresh_from_db()
    assert approved(world.authority).get(IDENT).version == "2"
    assert (made.status, made.gave_way_to) == (Wording.Status.RETIRED, "2")
    assert "version 1+1" in caplog.text


def test_nobody_but_another_supervisor_approves_and_only_from_the_words_in_use(
    world: World,
) -> None:
    own = proposed(world, by=world.supervisor)
    with pytest.raises(NotAllowed, match="somebody else"):
        approve(world, own)
    first, second = proposed(world), proposed(world, words="Many thanks")
    with pytest.raises(NotAllowed, match="Only a supervisor"):
        approve_wording(first.pk, review_by=NEXT_YEAR, by=world.officer, clock=world.clock)
    approve(world, first)
    with pytest.raises(NotAllowed, match=r"version 1\+1 now"):
        approve(world, second)
    returned = return_wording(
        second.pk, comment="Start from 1+1.", by=world.supervisor, clock=world.clock
    )
    assert (returned.state, returned.comment) == ("returned", "Start from 1+1.")
    with pytest.raises(NotAllowed, match="decided already"):
        approve(world, second)


@pytest.mark.parametrize(
    ("words", "says"),
    [("{nonsense}", "no slot of a value"), ("{", "a brace"), ("{part}", "No letter")],
)
def test_words_that_no_letter_can_be_composed_with_are_not_proposed(
    world: World, words: str, says: str
) -> None:
    with pytest.raises(NotAllowed, match=says):
        proposed(world, words=words)


def test_an_approval_of_other_words_voids_a_standing_approval_that_rests_on_them(
    world: World,
) -> None:
    approve_ahead(world)
    approve(world, proposed(world))
    case = world.case()
    assert acknowledge(world, case) is None
    assert "The standing approval is void" in why_not(case)


def test_who_may_neither_propose_nor_decide_is_told_why(world: World) -> None:
    world.officer.role = User.Role.AUDITOR
    with pytest.raises(NotAllowed, match="Auditors read"):
        proposed(world)
    world.officer.role = User.Role.OFFICER
    present = approved(world.authority).get(IDENT)
    change = {"text": "Other words.", "by": world.officer, "clock": world.clock}
    with pytest.raises(NotAllowed, match="Say why"):
        propose_version(IDENT, base=present.version, why=" ", **change)  # type: ignore[arg-type]  # a change in parts
    with pytest.raises(NotAllowed, match="not in use"):
        propose_version("none", base="1", why="Better", **change)  # type: ignore[arg-type]  # a change in parts
    waiting = proposed(world)
    with pytest.raises(NotAllowed, match="day to come"):
        approve_wording(
            waiting.pk, review_by=date(2026, 1, 1), by=world.supervisor, clock=world.clock
        )
    with pytest.raises(NotAllowed, match="no such proposal"):
        return_wording(0, comment="No.", by=world.supervisor, clock=world.clock)
    with pytest.raises(NotAllowed, match="what to change"):
        return_wording(waiting.pk, comment=" ", by=world.supervisor, clock=world.clock)


def test_a_new_wording_is_approved_as_the_first_version_that_people_made(world: World) -> None:
    new = propose_new(
        "river-patrols",
        kind="letter",
        section="",
        title="River patrols",
        text="We patrol the river.",
        why="It is asked often.",
        by=world.officer,
        register=world.register,
        clock=world.clock,
    )
    assert approve(world, new).version == "0+1"
    assert approved(world.authority).get("river-patrols").text == "We patrol the river."
