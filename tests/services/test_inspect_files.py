"""Files that hide something leave only when it is gone, or when a person answers for it."""

import pytest

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.inspection.findings import Sighting, finding_of
from assistant.services.accept_finding import accept_finding
from assistant.services.approve_draft import preview
from assistant.services.attach_file import attach_file, remove_file
from assistant.services.inspect_files import inspect_draft, inspected_files
from assistant.store.events import broken_link
from assistant.store.models import CaseFile, Draft, Event, FileInspection, FindingAcceptance
from tests.letters import mail
from tests.outgoing import approve, send
from tests.world import World

STAFF = Sighting("hidden-sheet", "Staff", 214)
AUTHOR = Sighting("author", "Jan Novak")


@pytest.fixture
def draft(world: World) -> Draft:
    world.inspector.hides["figures"] = (AUTHOR, STAFF)
    return Draft.objects.get(case=world.case(), kind="acknowledgement")


def attach(
    world: World, draft: Draft, content: bytes = b"1", name: str = "figures.xlsx"
) -> CaseFile:
    return attach_file(
        draft.pk,
        name=name,
        content_type="",
        content=content,
        by=world.officer,
        register=world.register,
        inspector=world.inspector,
        clock=world.clock,
    )


def accept(
    world: World, draft: Draft, file: CaseFile, seen: Sighting = STAFF, reason: str = "Published."
) -> FindingAcceptance:
    return accept_finding(
        draft.pk,
        file_id=file.pk,
        key=finding_of(seen).key,
        reason=reason,
        by=world.officer,
        clock=world.clock,
    )


def problems(world: World, draft: Draft) -> str:
    shown = preview(draft.pk, register=world.register, clock=world.clock)
    return "\n".join(shown.problems)


def test_a_hidden_sheet_stops_the_approval(world: World, draft: Draft) -> None:
    attach(world, draft)
    assert "hides something that nobody cleared or accepted" in problems(world, draft)
    with pytest.raises(NotAllowed, match="hides something"):
        approve(world, draft.case)


def test_a_note_stops_nothing(world: World, draft: Draft) -> None:
    world.inspector.hides["figures"] = (AUTHOR,)
    attach(world, draft)
    assert problems(world, draft) == ""
    send(world, approve(world, draft.case))
    assert len(world.postbox.arrived) == 1


def test_a_finding_accepted_with_a_reason_lets_the_letter_leave_and_stands_in_the_history(
    world: World, draft: Draft
) -> None:
    file = attach(world, draft)
    accept(world, draft, file)
    send(world, approve(world, draft.case))
    assert len(world.postbox.arrived) == 1
    event = Event.objects.get(kind=EventKind.FILE_FINDING_ACCEPTED)
    assert event.actor == world.officer
    assert event.at == world.clock.now()
    assert event.note.text == "Published."
    assert (event.details["sha256"], event.details["rule"]) == (file.sha256, "hidden-sheet")
    assert "Staff" not in str(event.details)
    assert broken_link(draft.case) is None


def test_an_acceptance_needs_a_reason(world: World, draft: Draft) -> None:
    file = attach(world, draft)
    with pytest.raises(NotAllowed, match="Say why"):
        accept(world, draft, file, reason="  ")
    assert "hides something" in problems(world, draft)


@pytest.mark.parametrize("seen", [AUTHOR, Sighting("hidden-sheet", "Staff", 215)])
def test_only_what_the_file_hides_and_nobody_answered_can_be_accepted(
    world: World, draft: Draft, seen: Sighting
) -> None:
    file = attach(world, draft)
    with pytest.raises(NotAllowed, match="does not hide that"):
        accept(world, draft, file, seen)
    accept(world, draft, file)
    with pytest.raises(NotAllowed, match="accepted it already"):
        accept(world, draft, file)


def test_a_file_that_was_replaced_is_looked_into_and_answered_for_anew(
    world: World, draft: Draft
) -> None:
    file = attach(world, draft)
    accept(world, draft, file)
    remove_file(
        draft.pk, file_id=file.pk, by=world.officer, register=world.register, clock=world.clock
    )
    attach(world, draft, b"2")
    assert world.inspector.looked == ["figures.xlsx", "figures.xlsx"]
    assert "hides something" in problems(world, draft)


def test_the_same_bytes_attached_again_are_still_answered_for(world: World, draft: Draft) -> None:
    file = attach(world, draft)
    accept(world, draft, file)
    remove_file(
        draft.pk, file_id=file.pk, by=world.officer, register=world.register, clock=world.clock
    )
    attach(world, draft)
    assert problems(world, draft) == ""


def test_an_acceptance_does_not_reach_another_case(world: World, draft: Draft) -> None:
    accept(world, draft, attach(world, draft))

    other = world.case(mail("How many boats do you own?", message_id="<boats@example.org>"))
    second = Draft.objects.get(case=other, kind="acknowledgement")
    attach(world, second)
    assert "hides something" in problems(world, second)


@pytest.mark.parametrize("stale", [{"sha256": "0" * 64}, {"edition": 0}])
def test_a_file_nobody_looked_into_as_it_is_stops_the_approval_until_somebody_did(
    world: World, draft: Draft, stale: dict[str, object]
) -> None:
    world.inspector.hides["figures"] = ()
    attach(world, draft)
    FileInspection.objects.update(**stale)
    assert "was not looked into yet" in problems(world, draft)
    inspect_draft(draft.pk, inspector=world.inspector, clock=world.clock)
    assert problems(world, draft) == ""
    inspect_draft(draft.pk, inspector=world.inspector, clock=world.clock)
    assert world.inspector.looked == ["figures.xlsx"] * 2


def test_a_file_from_before_there_was_any_looking_is_looked_into_at_the_approval(
    world: World, draft: Draft
) -> None:
    attach(world, draft)
    FileInspection.objects.all().delete()
    assert "was not looked into yet" in problems(world, draft)
    inspect_draft(draft.pk, inspector=world.inspector, clock=world.clock)
    (file,) = inspected_files(draft)
    assert [each.rule for each in file.open] == ["hidden-sheet"]


def test_nothing_is_accepted_on_a_letter_that_is_approved(world: World, draft: Draft) -> None:
    file = attach(world, draft)
    accept(world, draft, file)
    approve(world, draft.case)
    with pytest.raises(NotAllowed, match="ready"):
        accept(world, draft, file)
