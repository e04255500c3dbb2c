"""The settings of the clock, read without all the others."""

from datetime import date
from pathlib import Path

import pytest

from assistant.config import WrongSettings, load
from assistant.environment import (
    SECRETS_FOLDER,
    ClockSettings,
    clock_settings,
    read_terms,
    secrets,
    values,
)

NO_FILE = Path("/nonexistent/.env")


def test_nothing_set_is_the_usual_clock() -> None:
    assert clock_settings({}, NO_FILE) == ClockSettings()
    assert clock_settings({"FOI_AUTHORITY_CLOCK": " ", "FOI_BANK_HOLIDAYS": ""}, NO_FILE) == (
        ClockSettings()
    )


def test_the_file_and_the_environment_are_read_and_the_environment_wins(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("FOI_AUTHORITY_CLOCK=school\nFOI_SCHOOL_TERMS=2026-09-02/2026-10-23\n")
    settings = clock_settings({"FOI_AUTHORITY_CLOCK": "archives"}, file)
    assert settings.authority_clock == "archives"
    assert settings.school_terms == ((date(2026, 9, 2), date(2026, 10, 23)),)
    assert values({"A": "1"}, file)["A"] == "1"


def test_a_path_is_made_whole() -> None:
    settings = clock_settings({"FOI_BANK_HOLIDAYS": "days.json"}, NO_FILE)
    assert settings.bank_holidays == str(Path.cwd() / "days.json")


def test_terms_are_read_in_any_order() -> None:
    later, earlier = date(2026, 9, 2), date(2026, 4, 20)
    terms = read_terms(" 2026-09-02 / 2026-10-23, 2026-04-20/2026-07-21 ,")
    assert [first for first, _ in terms] == [earlier, later]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2026-09-02", "“2026-09-02” is not a term"),
        ("2026-09-02/", "is not a term"),
        ("autumn/winter", "is not a term"),
        ("2026-10-23/2026-09-02", "ends before it begins"),
        ("2026-09-02/2026-10-23,2026-10-01/2026-12-18", "begins before that from 2026-09-02 ends"),
    ],
)
def test_terms_that_cannot_be_are_refused_by_name(text: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        read_terms(text)
    with pytest.raises(ValueError, match="FOI_SCHOOL_TERMS: "):
        clock_settings({"FOI_SCHOOL_TERMS": text}, NO_FILE)
    with pytest.raises(WrongSettings, match="FOI_SCHOOL_TERMS: ") as raised:
        load({"FOI_SCHOOL_TERMS": text}, NO_FILE)
    assert fault in str(raised.value)


def test_an_authority_of_another_kind_is_refused_by_both() -> None:
    given = {"FOI_AUTHORITY_CLOCK": "parish"}
    with pytest.raises(ValueError, match="FOI_AUTHORITY_CLOCK: “parish” is none of foi, school"):
        clock_settings(given, NO_FILE)
    with pytest.raises(WrongSettings, match="FOI_AUTHORITY_CLOCK: "):
        load(given, NO_FILE)


def test_a_school_has_to_say_its_terms_before_it_starts() -> None:
    with pytest.raises(WrongSettings, match="FOI_SCHOOL_TERMS: a school’s clock needs its terms"):
        load({"FOI_AUTHORITY_CLOCK": "school"}, NO_FILE)
    terms = "2026-09-02/2026-10-23"
    settings = load({"FOI_AUTHORITY_CLOCK": "school", "FOI_SCHOOL_TERMS": terms}, NO_FILE)
    assert settings.terms == read_terms(terms)


def test_the_settings_know_the_same_file() -> None:
    assert load({"FOI_BANK_HOLIDAYS": " "}, NO_FILE).bank_holidays == ""
    settings = load({"FOI_BANK_HOLIDAYS": "days.json"}, NO_FILE)
    assert settings.bank_holidays == str(Path.cwd() / "days.json")


def test_files_of_secrets_hold_settings_and_the_environment_wins_over_them(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir()
    (folder / "foi_imap_password").write_text("from a file\n")
    (folder / "FOI_SMTP_PASSWORD").write_text("from a file")
    (folder / "DATABASE_URL").write_text("postgresql://foi:word@db/foi\r\n")
    (folder / "another-program.pem").write_text("nothing of ours")
    (folder / "foi_folder").mkdir()
    dotenv = tmp_path / ".env"
    dotenv.write_text("FOI_IMAP_PASSWORD=from dotenv\nFOI_IMAP_HOST=imap.northshire.example\n")
    given = {SECRETS_FOLDER: str(folder), "FOI_SMTP_PASSWORD": "from the environment"}

    assert values(given, dotenv) == given | {
        "FOI_IMAP_HOST": "imap.northshire.example",
        "FOI_IMAP_PASSWORD": "from a file",
        "DATABASE_URL": "postgresql://foi:word@db/foi",
    }


def test_a_folder_of_secrets_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert secrets(tmp_path / "nowhere") == {}


def test_a_secret_that_cannot_be_read_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "FOI_IMAP_PASSWORD").write_bytes(b"\xff\xfe\x00")
    given = {SECRETS_FOLDER: str(tmp_path)}

    with pytest.raises(WrongSettings, match="FOI_IMAP_PASSWORD cannot be read: it is no UTF-8"):
        load(given, tmp_path / ".env")


def test_a_misspelt_secret_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "FOI_IMAP_PASWORD").write_text("word")
    given = {SECRETS_FOLDER: str(tmp_path)}

    with pytest.raises(WrongSettings, match="FOI_IMAP_PASWORD is not a setting"):
        load(given, tmp_path / ".env")
