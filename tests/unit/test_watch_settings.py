"""The settings of watching: what is refused, and where heartbeats lie."""

from pathlib import Path

import pytest

from assistant.config import WrongSettings, load

NOWHERE = Path("/nonexistent/.env")


def test_figures_are_off_and_logs_are_for_people_unless_somebody_says_otherwise() -> None:
    settings = load({}, NOWHERE)
    assert settings.metrics_networks == ()
    assert settings.metrics_token.get_secret_value() == ""
    assert (settings.log_format, settings.log_level) == ("text", "INFO")


def test_heartbeats_lie_in_the_data_folder_or_where_somebody_says(tmp_path: Path) -> None:
    assert load({"FOI_DATA_FOLDER": str(tmp_path)}, NOWHERE).heartbeats == tmp_path / "run"
    assert load({"FOI_RUNTIME_FOLDER": "/run/foi"}, NOWHERE).heartbeats == Path("/run/foi")
    assert load({"FOI_RUNTIME_FOLDER": "here"}, NOWHERE).heartbeats.is_absolute()


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("FOI_METRICS_NETWORKS", "10.0.0.0/8, the office", "“the office” is no network"),
        ("FOI_METRICS_TOKEN", "short", "fewer than 16 characters"),
        ("FOI_LOG_FORMAT", "xml", "'text' or 'json'"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(name: str, value: str, why: str) -> None:
    with pytest.raises(WrongSettings) as caught:
        load({name: value}, NOWHERE)
    (fault,) = caught.value.faults
    assert fault.startswith(name)
    assert why in fault
