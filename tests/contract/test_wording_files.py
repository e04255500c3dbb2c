"""Wording is read from files, and a file that is wrong is named with what to mend."""

from pathlib import Path

import pytest

from assistant.adapters.register_files import load_register
from assistant.adapters.wording_files import load_wordings
from assistant.domain.law.citations import parse_citation

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
FRONT = {
    "id": "example",
    "version": '"1"',
    "kind": "letter",
    "section": '""',
    "title": "An example",
    "owner": "Information Rights Manager",
    "review_by": "2027-03-31",
    "regime": "FOI",
}


def write(folder: Path, name: str = "a.md", text: str = "Text.", **changes: str) -> Path:
    front = {key: value for key, value in (FRONT | changes).items() if value}
    lines = "\n".join(f"{key}: {value}" for key, value in front.items())
    path = folder / name
    path.write_text(f"---\n{lines}\n---\n{text}\n", encoding="utf-8")
    return path


def test_a_file_is_read_with_all_it_says(tmp_path: Path) -> None:
    write(tmp_path, section='"FOIA s24(1)"', kind="why")
    (wording,) = load_wordings(tmp_path)
    assert (wording.id, wording.version, wording.kind, wording.section) == (
        "example",
        "1",
        "why",
        "FOIA s24(1)",
    )
    assert (wording.owner, wording.review_by.isoformat(), wording.regime, wording.text) == (
        "Information Rights Manager",
        "2027-03-31",
        "FOI",
        "Text.",
    )


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"version": ""}, "lacks version"),
        ({"colour": "blue"}, "does not know colour"),
        ({"version": "1.0"}, "version is text"),
        ({"title": '" "'}, "title is empty"),
        ({"review_by": "soon"}, "review_by is a date"),
        ({"kind": "poem"}, "poem"),
        ({"version": '"1+1"'}, "made by people here"),
        ({"text": "{nothing}"}, "nothing"),
        ({"owner": "[unclosed"}, "expected"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, changes: dict[str, str], says: str) -> None:
    write(tmp_path, **changes)
    with pytest.raises(ValueError, match=f"a.md: (?s:.*){says}"):
        load_wordings(tmp_path)


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"\xff\xfe")
    with pytest.raises(ValueError, match=r"b\.md"):
        load_wordings(tmp_path)


def test_one_id_in_two_files_names_both(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, "b.md")
    with pytest.raises(ValueError, match=r"b\.md.*a\.md has the id example"):
        load_wordings(tmp_path)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no wording"):
        load_wordings(tmp_path)


def test_two_files_of_one_kind_for_one_provision_name_both(tmp_path: Path) -> None:
    write(tmp_path, section='"FOIA s24(1)"', kind="for")
    write(tmp_path, "b.md", section='"FOIA s24(1)"', kind="for", id="another")
    with pytest.raises(ValueError, match=r"b\.md.*a\.md is the wording of for for FOIA s24\(1\)"):
        load_wordings(tmp_path)


def test_what_is_shipped_loads_and_each_section_is_in_the_register_or_above_one_that_is() -> None:
    wordings = load_wordings(KNOWLEDGE / "wording")
    register = load_register(KNOWLEDGE / "law")
    assert len(wordings) > 300
    for wording in wordings:
        if not wording.section:
            continue
        citation = parse_citation(wording.section)
        assert citation is not None
        assert str(citation) == wording.section
        assert any(limb.citation.within(citation) for limb in register.limbs_of(citation))
        assert wording.regime == {"FOIA": "FOI", "EIR": "EIR"}[citation.act]


def test_what_is_shipped_is_found_by_the_name_of_its_file() -> None:
    for path in sorted((KNOWLEDGE / "wording").rglob("*.md")):
        front = path.read_text(encoding="utf-8").split("---\n")[1]
        assert f"id: {path.stem}\n" in front
        if path.parents[1].name in {"exemptions", "exceptions"}:
            assert path.stem.rpartition("-")[0] == path.parent.name
