"""Everything about a case as files: whole, the same each time, and never over another file."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from assistant.cli.export import write_whole
from assistant.domain.errors import NotAllowed
from assistant.services.ask import ask
from assistant.services.export_case import ExportedFile, export_case, zipped
from assistant.store.models import Case, Draft, ModelCall
from tests.outgoing import answer, asked, send
from tests.world import World


@pytest.fixture
def case(world: World) -> Case:
    """A case that was answered, with a question asked about it and a call of a model."""
    made = asked(world)
    send(world, answer(world, made))
    draft = Draft.objects.get(case=made, kind="response")
    ModelCall.objects.create(
        case=made, draft=draft, at=world.clock.now(), purpose="write", model="fake:writer",
        prompt="write", prompt_version="3", prompt_hash="ab" * 32, parameters={"temperature": 0},
        inputs=["part 1"], answer='{"parts": []}', problem="It proposed nothing.",
    )  # fmt: skip
    return made


def files(case: Case) -> dict[str, bytes]:
    found = export_case(case.reference, authority_id=case.authority_id)
    return {each.name: each.content for each in found}


def read(content: bytes) -> Any:
    return json.loads(content)


def test_the_archive_has_what_came_what_left_and_what_was_decided(case: Case) -> None:
    found = files(case)

    assert b"patrol cars" in found["messages/001.eml"]
    assert read(found["messages/001.json"])["message"]["subject"]
    (letter,) = (name for name in found if name.startswith("letters/") and name.endswith(".eml"))
    assert b"212 patrol cars" in found[letter].replace(b"=\r\n", b"")
    said = read(found["case.json"])
    assert said["requester"]["address"] == "alex.carter@example.org"
    assert said["parts"][0]["outcome"] == "disclosed_full"
    assert said["parts"][0]["searches"][0]["recorded_by"]
    assert [event["number"] for event in read(found["history.json"])] == list(
        range(1, case.events.count() + 1)
    )
    assert any(name.startswith("drafts/") and name.endswith(".txt") for name in found)


def test_calls_of_a_model_are_whole_with_prompt_and_answer(case: Case) -> None:
    (call,) = read(files(case)["model-calls.json"])
    assert call["answer"] == '{"parts": []}'
    assert (call["prompt_version"], call["prompt_hash"]) == ("3", "ab" * 32)
    assert call["problem"] == "It proposed nothing."


def test_what_was_asked_about_the_case_is_there_with_its_answer(world: World, case: Case) -> None:
    ask(
        "when is this due?", case_id=case.pk, by=world.officer, register=world.register,
        library=world.library, clock=world.clock,
    )  # fmt: skip
    (question,) = read(files(case)["questions.json"])
    assert question["question"] == "when is this due?"
    assert question["blocks"]


def test_the_index_warns_of_personal_data_and_names_every_file(case: Case) -> None:
    found = files(case)
    index = found["README.txt"].decode()
    assert next(iter(found)) == "README.txt"
    assert "personal data" in index
    assert all(name in index for name in found if name not in {"README.txt", "manifest.json"})
    assert set(read(found["manifest.json"])) == set(found) - {"README.txt", "manifest.json"}


def test_the_same_case_gives_the_same_bytes(case: Case) -> None:
    once, again = (
        zipped(export_case(case.reference, authority_id=case.authority_id), case.reference)
        for _ in range(2)
    )
    assert once == again
    names = zipfile.ZipFile(io.BytesIO(once)).namelist()
    assert all(name.startswith(f"{case.reference}/") for name in names)


def test_there_is_nothing_of_a_case_that_there_is_not_or_of_another_authority(case: Case) -> None:
    with pytest.raises(NotAllowed, match="no case FOI-1999-1"):
        export_case("FOI-1999-1", authority_id=case.authority_id)
    with pytest.raises(NotAllowed, match="no case"):
        export_case(case.reference, authority_id=case.authority_id + 1)


def test_a_file_that_is_there_is_left_alone_unless_forced(tmp_path: Path) -> None:
    content = zipped([ExportedFile("README.txt", b"x")], "REF")
    place = tmp_path / "case.zip"
    place.write_bytes(b"mine")

    with pytest.raises(NotAllowed, match="cannot be written"):
        write_whole(place, content, force=False)
    assert place.read_bytes() == b"mine"

    write_whole(place, content, force=True)
    assert place.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["case.zip"]
    assert place.stat().st_mode & 0o077 == 0


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="cannot be written"):
        write_whole(tmp_path / "none" / "case.zip", b"x", force=False)
    assert list(tmp_path.iterdir()) == []
