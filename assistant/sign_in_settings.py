"""What can be set about signing in: how long a session lasts, and OpenID Connect."""

from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationInfo, field_validator

from assistant.mail_settings import Words, words

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class SignInFields(BaseModel):
    """Sessions, and the identity provider that people may sign in with, if there is one."""

    model_config = ConfigDict(frozen=True)

    session_hours: float = Field(
        12, gt=0, le=12, description="Hours after which people sign in again, whatever they do."
    )
    session_idle_minutes: float = Field(
        60, gt=0, le=720, description="Minutes without a click after which people sign in again."
    )
    readings_years: int = Field(
        6,
        ge=1,
        description="Years for which it is kept who opened which case, letter or message. Older "
        "records are deleted by night. 6: for so long a claim about a person’s data can be brought "
        "(Limitation Act 1980, section 9).",
    )

    oidc_issuer: str = Field(
        "",
        description="Issuer of OpenID Connect that people may sign in with, such as "
        "https://login.microsoftonline.com/TENANT/v2.0 for Entra ID. Empty: passwords and passkeys "
        "alone.",
    )
    oidc_client_id: str = Field(
        "", validate_default=True, description="The application’s ID at that issuer."
    )
    oidc_client_secret: SecretStr = Field(
        SecretStr(""), description="The application’s secret at that issuer."
    )
    oidc_name: str = Field(
        "your organisation’s account",
        min_length=1,
        max_length=40,
        description="What the button calls it: “Sign in with …”.",
    )
    oidc_verified_domains: Words = Field(
        (),
        description="Mail domains, separated by commas, whose addresses this issuer gives out "
        "itself, so that its word is enough where it does not say email_verified. Entra ID never "
        "says it.",
    )
    oidc_new_people_role: Literal["", "officer", "auditor"] = Field(
        "",
        description="Role of people whom nobody added and who come in with an address of "
        "FOI_OIDC_NEW_PEOPLE_DOMAINS. Empty: only people whom an administrator added come in.",
    )
    oidc_new_people_domains: Words = Field(
        (),
        validate_default=True,
        description="Mail domains whose people come in without having been added, separated by "
        "commas. Needed where FOI_OIDC_NEW_PEOPLE_ROLE is set.",
    )

    @field_validator("oidc_verified_domains", "oidc_new_people_domains", mode="before")
    @classmethod
    def _split_domains(cls, value: object) -> object:
        """Read a list of domains from one line, in small letters."""
        return words(value.lower()) if isinstance(value, str) else value

    @field_validator("oidc_issuer", mode="after")
    @classmethod
    def _can_be_trusted(cls, value: str) -> str:
        """Refuse an issuer whose answers anybody on the way could change."""
        address = urlsplit(value.strip())
        if not value.strip() or address.scheme == "https":
            return value.strip().rstrip("/")
        if address.scheme == "http" and address.hostname in _LOOPBACK:
            return value.strip().rstrip("/")
        raise ValueError("an issuer’s address begins with https://")

    @field_validator("oidc_client_id", mode="after")
    @classmethod
    def _goes_with_an_issuer(cls, value: str, info: ValidationInfo) -> str:
        """Refuse an issuer's application without an ID."""
        if info.data.get("oidc_issuer") and not value.strip():
            raise ValueError("an issuer is set, so its application’s ID is needed")
        return value.strip()

    @field_validator("oidc_new_people_domains", mode="after")
    @classmethod
    def _goes_with_a_role(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        """Refuse a role that everybody whom the issuer knows would come in with."""
        if info.data.get("oidc_new_people_role") and not value:
            raise ValueError("a role for new people is set, so their mail domains are needed")
        return value
