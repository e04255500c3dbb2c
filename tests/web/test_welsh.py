"""What the templates mark is in the Welsh catalogue, and pages show Welsh where there is any."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from assistant.adapters.catalogues import compiled
from scripts.catalogue import catalogue, marked


@pytest.fixture
def welsh(settings: Settings, tmp_path: Path) -> None:
    settings.LOCALE_PATHS = compiled(tmp_path, "cy")
    settings.LANGUAGE_CODE = "cy"


def test_every_text_that_is_marked_is_in_the_catalogue_and_none_is_stale() -> None:
    held = {message.id for message in catalogue() if message.id}
    assert set(marked()) == held, "run python -m scripts.catalogue"


def test_every_translation_is_marked_as_to_be_checked() -> None:
    translated = [message for message in catalogue() if message.id and message.string]
    assert len(translated) > 50
    unmarked = [
        m.id for m in translated if "To be checked by a Welsh speaker." not in m.user_comments
    ]
    assert unmarked == []


def test_a_page_shows_welsh_where_there_is_any_and_english_for_the_rest(
    welsh: None, signed_in: Client
) -> None:
    page = signed_in.get("/").content.decode()
    for words in ("Heddiw", "Achosion", "Llyfrgell", "Allgofnodi", "Neidio i’r prif gynnwys"):
        assert words in page
    assert 'service-navigation" lang="cy"' in page
    assert "Nothing leaves without a person’s approval" in page
    assert '<html lang="en-GB"' in page


def test_pages_are_english_where_nothing_else_is_set(signed_in: Client) -> None:
    page = signed_in.get("/").content.decode()
    assert "Skip to main content" in page
    assert 'lang="cy"' not in page


def test_a_language_without_a_catalogue_has_no_path_and_a_compiled_one_is_kept(
    tmp_path: Path,
) -> None:
    assert compiled(tmp_path, "en-gb") == []
    assert compiled(tmp_path, "cy") == [str(tmp_path)]
    (place,) = tmp_path.rglob("*.mo")
    before = place.stat().st_mtime_ns
    assert compiled(tmp_path, "cy") == [str(tmp_path)]
    assert place.stat().st_mtime_ns == before
    assert [each.name for each in tmp_path.rglob("django*")] == ["django.mo"]
