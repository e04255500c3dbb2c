"""Notes on a case: kept, found, never changed, and in no letter."""

import json

import pytest

from assistant.domain.errors import NotAllowed
from assistant.services.add_note import LONGEST_NOTE, add_note
from assistant.services.compose_again import compose_again
from assistant.store.case_search import having_words
from assistant.store.events import broken_link
from assistant.store.models import Authority, Case, Draft
from tests.world import World


def test_a_note_is_kept_with_who_and_when_in_the_unbroken_history(world: World) -> None:
    case = world.case()

    event = add_note(case.pk, text=" The archivist is away. ", by=world.officer, clock=world.clock)
    add_note(case.pk, text="She is back.", by=world.supervisor, clock=world.clock)

    assert event.note.text == "The archivist is away."
    assert (event.actor, event.at) == (world.officer, world.clock.now())
    assert "archivist" not in json.dumps(event.details)
    assert broken_link(case) is None
    with pytest.raises(NotAllowed, match="never changed"):
        event.save()
    assert having_words(Case.objects.all(), "archivist").get() == case


def test_no_letter_says_what_a_note_says(world: World) -> None:
    case = world.case()
    add_note(case.pk, text="Zanzibar may hold it.", by=world.officer, clock=world.clock)

    compose_again(case.pk, kind="response", by=world.officer, clock=world.clock)
    world.compose(case)

    for draft in Draft.objects.filter(case=case):
        told = json.dumps([draft.blocks, draft.passages, draft.findings, draft.similar])
        assert "Zanzibar" not in told


@pytest.mark.parametrize(
    ("text", "says"), [(" \n", "Write the note"), ("x" * (LONGEST_NOTE + 1), "at most 10,000")]
)
def test_an_empty_or_endless_note_is_refused(world: World, text: str, says: str) -> None:
    case = world.case()
    with pytest.raises(NotAllowed, match=says):
        add_note(case.pk, text=text, by=world.officer, clock=world.clock)


def test_strangers_and_auditors_write_no_notes(world: World) -> None:
    case = world.case()
    world.supervisor.role = "auditor"
    with pytest.raises(NotAllowed, match="Auditors read"):
        add_note(case.pk, text="Well done.", by=world.supervisor, clock=world.clock)
    world.officer.authority = Authority.objects.create(slug="other", name="Other Council")
    with pytest.raises(NotAllowed, match="no such case"):
        add_note(case.pk, text="Well done.", by=world.officer, clock=world.clock)
