"""The settings of signing in: what cannot be right stops the start."""

import pytest

from assistant.config import Settings, WrongSettings, load

ISSUER = {
    "FOI_OIDC_ISSUER": "https://login.example/tenant/v2.0/",
    "FOI_OIDC_CLIENT_ID": "northshire-foi",
    "FOI_OIDC_CLIENT_SECRET": "fictional",
}


def loaded(**given: str) -> Settings:
    return load(ISSUER | given)


def test_an_issuer_is_named_without_a_slash_at_its_end_and_its_secret_is_not_shown() -> None:
    settings = loaded(FOI_OIDC_VERIFIED_DOMAINS="Northshire.police.example, council.example")
    assert settings.oidc_issuer == "https://login.example/tenant/v2.0"
    assert settings.oidc_verified_domains == ("northshire.police.example", "council.example")
    assert "fictional" not in repr(settings)


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"FOI_OIDC_ISSUER": "http://login.example"}, "FOI_OIDC_ISSUER"),
        ({"FOI_OIDC_CLIENT_ID": " "}, "FOI_OIDC_CLIENT_ID"),
        ({"FOI_OIDC_NEW_PEOPLE_ROLE": "officer"}, "FOI_OIDC_NEW_PEOPLE_DOMAINS"),
        ({"FOI_OIDC_NEW_PEOPLE_ROLE": "administrator"}, "FOI_OIDC_NEW_PEOPLE_ROLE"),
        ({"FOI_SESSION_HOURS": "13"}, "FOI_SESSION_HOURS"),
        ({"FOI_SESSION_IDLE_MINUTES": "0"}, "FOI_SESSION_IDLE_MINUTES"),
    ],
)
def test_what_cannot_be_right_stops_the_start_and_is_named(
    given: dict[str, str], word: str
) -> None:
    with pytest.raises(WrongSettings) as stopped:
        loaded(**given)
    assert [fault for fault in stopped.value.faults if fault.startswith(word)]


def test_an_issuer_on_this_machine_needs_no_https() -> None:
    assert loaded(FOI_OIDC_ISSUER="http://127.0.0.1:9000").oidc_issuer == "http://127.0.0.1:9000"
