"""What the library keeps of imports: once, whole, apart from the original, and all indexed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.domain.library.precedents import (
    LeftOut,
    Loaded,
    Precedent,
    SameFile,
    Source,
    UnreadableFile,
)
from assistant.services import import_knowledge as importing
from assistant.services.check_library import check_library
from assistant.services.import_knowledge import (
    Imported,
    NotTaken,
    documents_of,
    import_knowledge,
)
from assistant.services.show_original import show_original
from assistant.store.models import LibraryDocument, LibraryIndex, LibraryOriginal, Passage
from tests.world import World


def letter(number: int, **other: object) -> Precedent:
    made = Precedent(
        ident=f"letter-{number}",
        title=f"Lorries {number}",
        text=f"## Response\n\nWe own {number} lorries.\n\nOffice {number} keeps them.",
        source=f"/letters/{number}.txt",
        file_sha256=f"{number:064}",
    )
    return replace(made, **other)  # type: ignore[arg-type]  # fields of the dataclass


def take(world: World, *documents: Loaded) -> Imported:
    return import_knowledge(world.authority.pk, documents, library=world.library, clock=world.clock)


def test_what_stays_outside_is_counted_and_reported_with_its_reason(world: World) -> None:
    told: list[NotTaken] = []
    done = import_knowledge(
        world.authority.pk,
        [letter(1), UnreadableFile("a.pdf", "locked"), LeftOut("b.eml", "a receipt"),
         SameFile("c.txt"), letter(2, text="\x00 ")],
        library=world.library, clock=world.clock, report=told.append,
    )  # fmt: skip
    assert (done.taken, done.known, done.left_out, len(done.refused)) == (1, 1, 1, 2)
    assert told == [
        NotTaken("refused", "a.pdf", "locked"),
        NotTaken("left out", "b.eml", "a receipt"),
        NotTaken("refused", "/letters/2.txt", "There are no words in it."),
    ]


def test_the_original_is_kept_apart_and_shown_to_supervisors_alone(world: World) -> None:
    people = letter(1, text="Dear Ada Quince, we own 3.", people=("Ada Quince",))
    take(world, people)
    document = LibraryDocument.objects.get()

    assert "Quince" not in document.text
    assert not Passage.objects.filter(text__contains="Quince").exists()
    assert "Quince" in show_original(document.pk, by=world.supervisor).text
    with pytest.raises(NotAllowed, match="supervisor"):
        show_original(document.pk, by=world.officer)


def test_another_authoritys_original_does_not_exist(world: World) -> None:
    take(world, letter(1))
    world.supervisor.authority = None
    world.supervisor.save()
    with pytest.raises(NotAllowed, match="no such document"):
        show_original(LibraryDocument.objects.get().pk, by=world.supervisor)


def test_two_letters_of_one_name_in_two_folders_are_two_documents(world: World) -> None:
    first = letter(1, ident="response", source="/2023/response.docx")
    second = letter(2, ident="response", source="/2024/response.docx")
    take(world, first, second)
    changed = replace(second, text="We own 22 lorries now.")

    assert take(world, changed).taken == 1

    assert LibraryDocument.objects.count() == 2
    assert LibraryDocument.objects.get(ident="response").text == first.text
    assert LibraryDocument.objects.exclude(ident="response").get().text == changed.text


def test_a_given_name_is_the_same_document_wherever_it_lies(world: World) -> None:
    take(world, letter(1, ident="lorries", named=True))
    take(world, letter(2, ident="lorries", named=True))
    assert "2 lorries" in LibraryDocument.objects.get().text


def test_the_same_words_in_another_form_are_known(world: World) -> None:
    take(world, letter(1))
    again = letter(1, ident="copy", source="/copy.pdf", text=letter(1).text.replace(" ", "\n "))
    assert take(world, again).known == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [("overturned", "overturned"), ("superseded", "superseded"), ("approved", "example")],
)
def test_a_new_version_is_as_overturned_as_the_old_one_and_not_approved(
    world: World, before: str, after: str
) -> None:
    take(world, letter(1))
    LibraryDocument.objects.update(status=before)
    take(world, letter(1, text="We own none."))
    assert LibraryDocument.objects.get().status == after


def test_passages_that_a_new_version_lacks_leave_the_index(world: World) -> None:
    take(world, *map(letter, range(20)))
    many = letter(3, text="\n\n".join(f"## Part {n}\n\nLorry {n} is red." for n in range(3)))
    take(world, many)
    take(world, letter(3, text="None."))
    fit = importing.current_fit(world.authority.pk)
    gone = f"{world.authority.pk}/letter-3#3"
    assert world.library.reachable(fit, [gone]) == set()
    assert check_library(world.authority.pk, library=world.library).sound


def test_stopped_half_way_it_goes_on_and_everything_is_there_once(world: World) -> None:
    def stopped() -> Iterator[Loaded]:
        yield from map(letter, range(5))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_knowledge(world.authority.pk, stopped(), library=world.library, clock=world.clock)
    done = take(world, *map(letter, range(8)))

    assert (done.known, done.taken) == (5, 3)
    assert LibraryDocument.objects.count() == LibraryOriginal.objects.count() == 8
    assert check_library(world.authority.pk, library=world.library).sound


def test_what_was_stored_and_not_indexed_is_indexed_by_the_next_import(world: World) -> None:
    take(world, *map(letter, range(20)))
    world.library.gone = True
    with pytest.raises(TryAgainLater):
        take(world, letter(30))
    assert LibraryIndex.objects.get().stale
    world.library.gone = False

    assert take(world, letter(30)).known == 1

    assert not LibraryIndex.objects.get().stale
    assert check_library(world.authority.pk, library=world.library).sound


def test_few_new_passages_are_added_under_the_fit_in_use_some_at_a_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "AT_ONCE", 2)
    take(world, *map(letter, range(40)))
    before = LibraryIndex.objects.get()

    take(world, *map(letter, range(40, 46)))

    after = LibraryIndex.objects.get()
    assert after.fit_id == before.fit_id
    assert after.through > before.through
    assert after.passages == Passage.objects.count()
    assert check_library(world.authority.pk, library=world.library).sound


def test_files_that_were_taken_are_not_read_again(world: World, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("We own 3 lorries.", encoding="utf-8")
    loader = bootstrap.loader()
    sources: list[Source] = list(loader.sources([str(tmp_path)]))
    far: list[int] = []

    for _ in range(2):
        found = list(documents_of(world.authority.pk, sources, {}, loader=loader, read=far.append))
        take(world, *found)

    assert found == [SameFile(str(tmp_path / "a.txt"))]
    assert far[-1] == sources[0].size
