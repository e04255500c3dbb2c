"""Settings are typed, and a wrong or unknown one stops the start with one clear line per fault."""

from pathlib import Path

import pytest

from assistant.config import Settings, WrongSettings, load, variables


def _load(**environ: str) -> Settings:
    return load(environ, Path("/nonexistent/.env"))


def test_nothing_has_to_be_set() -> None:
    settings = _load()

    assert settings.database_url == ""
    assert settings.imap_folders == ("INBOX",)
    assert settings.data_folder.is_absolute()


def test_lists_are_read_from_one_line_with_commas() -> None:
    settings = _load(FOI_IMAP_FOLDERS="INBOX, FOI/In ,", FOI_OWN_DOMAINS="a.example,b.example")

    assert settings.imap_folders == ("INBOX", "FOI/In")
    assert settings.own_domains == ("a.example", "b.example")


def test_every_fault_has_a_line_of_its_own_that_names_the_setting() -> None:
    with pytest.raises(WrongSettings) as raised:
        _load(FOI_WEB_PORT="many", FOI_IMAP_SECURITY="maybe", FOI_SMTP_PROT="25")

    faults = raised.value.faults
    assert len(faults) == 3
    assert faults[0].startswith("FOI_SMTP_PROT is not a setting")
    assert any(fault.startswith("FOI_WEB_PORT: ") for fault in faults)
    assert any(fault.startswith("FOI_IMAP_SECURITY: ") for fault in faults)
    assert all("\n" not in fault for fault in faults)


def test_an_unknown_setting_alone_stops_the_start() -> None:
    with pytest.raises(WrongSettings, match="FOI_NO_SUCH is not a setting"):
        _load(FOI_NO_SUCH="1")


def test_settings_of_other_programs_are_left_alone() -> None:
    assert _load(PATH="/bin", DATABASE_URL="postgresql://x/y").database_url == "postgresql://x/y"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text('FOI_WEB_PORT=9001\nFOI_AUTHORITY_NAME="Northshire Council"\n')

    settings = load({"FOI_WEB_PORT": "9002"}, file)

    assert (settings.web_port, settings.authority_name) == (9002, "Northshire Council")


def test_a_password_is_never_shown() -> None:
    settings = _load(FOI_IMAP_PASSWORD="hunter-2", FOI_SMTP_PASSWORD="hunter-3")  # noqa: S106 - fictional

    assert "hunter" not in repr(settings)
    assert settings.imap_password.get_secret_value() == "hunter-2"


def test_a_wrong_password_setting_is_not_repeated_in_the_fault() -> None:
    with pytest.raises(WrongSettings) as raised:
        _load(FOI_NETWORK_TIMEOUT="hunter-2")

    assert "hunter" not in str(raised.value)


def test_every_setting_is_described_and_has_a_name_of_its_own() -> None:
    names = variables()

    assert len(set(names.values())) == len(names)
    assert all(field.description for field in Settings.model_fields.values())
    assert {names["database_url"], names["chroma_url"]} == {"DATABASE_URL", "CHROMA_URL"}


def test_a_letterhead_that_is_not_there_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(WrongSettings, match=r"FOI_LETTERHEAD.*there is no .*paper\.docx"):
        _load(FOI_LETTERHEAD=str(tmp_path / "paper.docx"))
    (tmp_path / "paper.docx").touch()
    assert _load(FOI_LETTERHEAD=str(tmp_path / "paper.docx")).letterhead == str(
        tmp_path / "paper.docx"
    )


def test_letters_leave_as_html_too_and_on_plain_paper_unless_set_otherwise() -> None:
    usual = _load(FOI_LETTERHEAD="", FOI_PDF_FONTS="")
    assert (usual.html_mail, usual.attach_pdf) == (True, False)
    assert (usual.letterhead, usual.pdf_fonts) == ("", "")
