"""A supervisor judges earlier responses; an answer that left joins the library without names."""

import pytest
from django_tasks_db.models import DBTaskResult

from assistant.domain.errors import NotAllowed
from assistant.services.find_passages import find_passages
from assistant.services.import_knowledge import import_knowledge
from assistant.services.judge_document import judge_document
from assistant.services.promote_letter import may_be_promoted, promote_letter, proposed_entry
from assistant.services.show_original import show_original
from assistant.store.cases import parts_of
from assistant.store.models import Letter, LibraryDocument, LibraryIndex
from tests.letters import mail
from tests.outgoing import answer, send
from tests.web.scene import PRECEDENT
from tests.world import World

ASKED = """Dear Northshire Police,

How many dogs does the force own?

Yours faithfully,
Robin Ashdown-Pryce
"""


@pytest.fixture
def stored(world: World) -> LibraryDocument:
    """One earlier response in the library."""
    import_knowledge(world.authority.pk, [PRECEDENT], library=world.library, clock=world.clock)
    return LibraryDocument.objects.get()


def answered(world: World) -> Letter:
    """The response to a request, sent."""
    case = world.case(mail(ASKED, sender="Robin Ashdown-Pryce <robin.ap@example.org>"))
    letter = answer(world, case)
    send(world, letter)
    letter.refresh_from_db()
    return letter


def test_what_a_supervisor_decides_is_kept_with_the_reason_and_heeded(
    world: World, stored: LibraryDocument
) -> None:
    judge_document(
        stored.pk, status="overturned", reason="The tribunal disagreed.", by=world.supervisor,
        clock=world.clock,
    )  # fmt: skip
    judge_document(
        stored.pk, status="superseded", reason="It was another letter.", by=world.supervisor,
        clock=world.clock,
    )  # fmt: skip

    stored.refresh_from_db()
    assert stored.status == "superseded"
    assert [each.status for each in stored.decisions.all()] == ["overturned", "superseded"]
    case = world.case()
    found = find_passages(world.authority.pk, parts_of(case), library=world.library)
    assert {each.status for each in found} == {"superseded"}


@pytest.mark.parametrize(
    ("who", "status", "reason", "said"),
    [
        ("officer", "approved", "It is good.", "Only a supervisor"),
        ("supervisor", "approved", "  ", "Give the reason"),
        ("supervisor", "splendid", "It is good.", "status"),
    ],
)
def test_a_judgement_that_may_not_be_made_changes_nothing(
    world: World, stored: LibraryDocument, who: str, status: str, reason: str, said: str
) -> None:
    with pytest.raises(NotAllowed, match=said):
        judge_document(
            stored.pk, status=status, reason=reason, by=getattr(world, who), clock=world.clock
        )
    stored.refresh_from_db()
    assert (stored.status, stored.decisions.count()) == ("example", 0)


def test_an_answer_that_left_joins_the_library_without_its_requester(world: World) -> None:
    letter = answered(world)
    assert may_be_promoted(letter)

    document = promote_letter(
        letter.pk, by=world.officer, register=world.register, clock=world.clock
    )

    assert document.status == "example"
    assert document.reference == letter.case.reference
    kept = f"{document.title} {document.request} {document.text}"
    assert "How many dogs" in document.request
    for name in ("Robin", "Ashdown", "Pryce", "robin.ap@example.org"):
        assert name not in kept
    assert not any("Ashdown" in passage.text for passage in document.passages.all())
    assert "Ashdown" in show_original(document.pk, by=world.supervisor).text
    queued = DBTaskResult.objects.filter(task_path__endswith="index_library")
    assert [task.args_kwargs["args"] for task in queued] == [[world.authority.pk]]


def test_what_a_person_wants_masked_is_masked_besides(world: World) -> None:
    letter = answered(world)

    entry = proposed_entry(letter, world.register, ["dogs"])

    assert "dogs" not in entry.text
    assert LibraryDocument.objects.count() == 0


def test_a_letter_joins_once_and_only_an_answer_that_left(world: World) -> None:
    letter = answered(world)
    promote_letter(letter.pk, by=world.officer, register=world.register, clock=world.clock)
    with pytest.raises(NotAllowed, match="already"):
        promote_letter(letter.pk, by=world.officer, register=world.register, clock=world.clock)

    waiting = answer(world, world.case(mail(ASKED, message_id="<other@example.org>", subject="x")))
    with pytest.raises(NotAllowed, match="has left"):
        promote_letter(waiting.pk, by=world.officer, register=world.register, clock=world.clock)
    assert LibraryDocument.objects.count() == 1
    assert not LibraryIndex.objects.filter(stale=False).exists()
