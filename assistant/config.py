"""The settings: typed, every one described, from the environment and a `.env` file.

A wrong or unknown setting stops the start: `load` raises WrongSettings with one line per fault.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import (
    AliasChoices,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from assistant import environment
from assistant.mail_settings import MailFields, Words, words
from assistant.model_settings import ModelFields
from assistant.sign_in_settings import SignInFields
from assistant.watch_settings import WatchFields

PREFIX = "FOI_"


class WrongSettings(Exception):
    """The settings cannot be used; `faults` holds one line for each thing to mend."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


class Settings(BaseSettings, MailFields, ModelFields, SignInFields, WatchFields):
    """Everything that can be set. Names in the environment are in docs/settings.md."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=None, extra="ignore", frozen=True, populate_by_name=True
    )

    secrets_folder: str = Field(
        "",
        description="Folder of files that each hold one setting and are named as it is, such as "
        "FOI_IMAP_PASSWORD or DATABASE_URL: passwords and keys as containers are handed them. The "
        "environment wins over them. Empty: none.",
    )
    data_folder: Path = Field(
        Path("data"), description="Folder for the database file, the index and the secret key."
    )
    database_url: str = Field(
        "",
        validation_alias=AliasChoices("DATABASE_URL"),
        description="Database address, such as postgresql://user@host/name. "
        "Empty: a SQLite file in the data folder.",
    )
    chroma_url: str = Field(
        "",
        validation_alias=AliasChoices("CHROMA_URL"),
        description="Address of a Chroma server, such as http://127.0.0.1:8100. "
        "Empty: the assistant starts one of its own under the data folder.",
    )
    chroma_port: int = Field(
        8100, ge=0, le=65535, description="Loopback port of the assistant's own Chroma server."
    )
    chroma_host: str = Field(
        "127.0.0.1",
        min_length=1,
        description="Address that foi-assistant chroma listens on. It asks nobody for a password: "
        "set another only in a network that nothing but the assistant reaches, as in "
        "docker/compose.yaml.",
    )
    embeddings: str = Field(
        "builtin",
        pattern=r"^(builtin|onnx-minilm|[a-z0-9_]+:\S+)$",
        description="How passages become vectors. builtin: computed here, no download. "
        "onnx-minilm: a small model from a folder. provider:model, such as "
        "ollama:nomic-embed-text: by that provider, who then sees the texts (needs `models`). "
        "After a change: knowledge reindex.",
    )
    embeddings_folder: str = Field(
        "",
        description="Folder with model.onnx and tokenizer.json for onnx-minilm. Empty: where "
        "knowledge fetch-model puts them, in the data folder.",
    )
    secret_key: SecretStr = Field(
        SecretStr(""),
        description="Key that signs sessions. Empty: one is made and kept in the data folder.",
    )
    trusted_proxy: str = Field(
        "127.0.0.1",
        min_length=1,
        description="Address of the proxy with https in front, which says whether people came by "
        "https and from where (FOI_HTTPS); * where only the proxy can reach the pages, as in a "
        "network of containers.",
    )
    debug: bool = Field(
        default=False, description="Show error pages with details. Never on a network."
    )
    web_host: str = Field("127.0.0.1", description="Address the web pages listen on.")
    web_port: int = Field(8000, ge=0, le=65535, description="Port the web pages listen on.")
    allowed_hosts: Words = Field(
        ("localhost", "127.0.0.1", "[::1]"),
        description="Host names the web pages answer to, separated by commas.",
    )
    trusted_origins: Words = Field(
        (),
        description="Addresses people use when a proxy stands in front, such as "
        "https://foi.example.gov.uk, separated by commas.",
    )
    https: bool = Field(
        default=False, description="People reach the pages by https: cookies are sent only so."
    )

    authority_name: str = Field(
        "Our Authority",
        min_length=1,
        description="Name of the public authority, as letters give it.",
    )
    authority_address: str = Field("", description="Postal address of the authority.")
    authority_phone: str = Field("", description="Telephone number of the FOI team.")
    own_domains: Words = Field(
        (), description="Mail domains of the authority itself, separated by commas."
    )
    review_contact: str = Field(
        "", description="Where requests for internal review go. Empty: the mailbox address."
    )
    cost_limit: Literal[450, 600] = Field(
        450,
        description="Appropriate limit of section 12 in pounds (SI 2004/3244): 600 for central "
        "government, Parliament and the armed forces, 450 for everybody else.",
    )
    signatory: str = Field(
        "Freedom of Information Officer",
        description="How letters are signed, below the officer's name.",
    )
    regulator_name: str = Field(
        "Information Commissioner’s Office", description="Name of the regulator."
    )
    regulator_address: str = Field(
        "Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF",
        description="Postal address of the regulator.",
    )
    regulator_url: str = Field(
        "https://ico.org.uk/make-a-complaint/",
        description="Where people complain to the regulator.",
    )
    four_eyes: bool = Field(
        default=False,
        description="A response is approved by somebody other than the person who last edited it.",
    )

    second_person: Words = Field(
        ("ncnd", "s23", "s24", "s36", "s14(1)"),
        description="What a second person approves: letters of which a part relies on one of "
        "these provisions, or neither confirms nor denies (ncnd). Whoever recorded a decision on "
        "the case or typed words of the letter is never that person. Empty: nothing.",
    )
    new_officer_letters: int = Field(
        5,
        ge=0,
        description="So many responses of a new officer are approved by a second person. 0: none.",
    )

    authority_clock: environment.AuthorityClock = Field(
        "foi",
        description="Which clock requests under the Act have here. foi: 20 working days. school: "
        "20 school days, 60 working days at most. archives: 30 working days, for transferred "
        "public records.",
    )
    school_terms: Words = Field(
        (),
        validate_default=True,
        description="The terms of a school, first and last day of each, half-terms left out: "
        "2026-09-02/2026-10-23, 2026-11-02/2026-12-18. Needed where FOI_AUTHORITY_CLOCK is school.",
    )
    bank_holidays: str = Field(
        "",
        description="A file of bank holidays as GOV.UK publishes it, downloaded from "
        "https://www.gov.uk/bank-holidays.json. Empty: the days that this version knows.",
    )

    html_mail: bool = Field(
        default=True,
        description="Letters leave as plain text with an HTML version of the same words. "
        "false: plain text alone.",
    )
    attach_pdf: bool = Field(
        default=False, description="A PDF of the letter goes along with every letter."
    )
    letterhead: str = Field(
        "",
        description="The authority’s letterhead, a .docx: Word letters are written on it, where a "
        "paragraph says {{letter}} or at its end. Empty: a plain one is made.",
    )
    pdf_font: str = Field(
        "Libertinus Serif",
        min_length=1,
        description="Typeface of PDF letters: the one that comes along, or a family in "
        "FOI_PDF_FONTS.",
    )
    pdf_fonts: str = Field(
        "", description="Folder of further typefaces for PDF letters (.ttf or .otf files)."
    )

    network_timeout: float = Field(
        30, gt=0, description="Seconds to wait for a mail server before giving up."
    )

    stale_seconds: float = Field(
        60, gt=0, description="Seconds after which work that nobody finished is queued again."
    )
    read_attempts: int = Field(
        3,
        ge=1,
        description="How often the reading of a message may begin without coming to its end, "
        "because the program was stopped, before the message is held for a person.",
    )
    worker_interval: float = Field(
        1.0, gt=0, description="Seconds an idle worker waits before it looks for work again."
    )
    language: Literal["en-gb", "cy"] = Field(
        "en-gb",
        description="Language of the pages. cy: Welsh, as far as it is translated, and English "
        "for the rest. Letters are not translated.",
    )

    @field_validator(
        "allowed_hosts",
        "trusted_origins",
        "own_domains",
        "school_terms",
        "second_person",
        mode="before",
    )
    @classmethod
    def _split(cls, value: object) -> object:
        """Read a list from one line, separated by commas."""
        return words(value)

    @field_validator("cost_limit", mode="before")
    @classmethod
    def _number(cls, value: object) -> object:
        """Read a number that the environment gives as text."""
        return int(value) if isinstance(value, str) and value.strip().isdecimal() else value

    @field_validator("school_terms", mode="after")
    @classmethod
    def _terms(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        """Refuse terms that cannot be, and a school's clock without any."""
        terms = environment.read_terms(",".join(value))
        if info.data.get("authority_clock") == "school" and not terms:
            raise ValueError(environment.TERMS_ARE_MISSING)
        return value

    @field_validator("bank_holidays", mode="after")
    @classmethod
    def _whole_file_path(cls, value: str) -> str:
        """Make the path absolute, so that every process means the same file."""
        return str(Path(value.strip()).expanduser().absolute()) if value.strip() else ""

    @field_validator("data_folder", mode="after")
    @classmethod
    def _whole_path(cls, value: Path) -> Path:
        """Make the folder absolute, so that every process means the same one."""
        return value.expanduser().absolute()

    @field_validator("letterhead", "pdf_fonts", mode="after")
    @classmethod
    def _is_there(cls, value: str) -> str:
        """Make a path absolute, and stop the start where nothing is there."""
        if not value.strip():
            return ""
        path = Path(value.strip()).expanduser().absolute()
        if not path.exists():
            raise ValueError(f"there is no {path}")
        return str(path)

    @property
    def heartbeats(self) -> Path:
        """The folder of this machine's heartbeats."""
        return Path(self.runtime_folder) if self.runtime_folder else self.data_folder / "run"

    @property
    def terms(self) -> environment.Terms:
        """The terms of a school, first and last day of each, in their order."""
        return environment.read_terms(",".join(self.school_terms))

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take values only as given to `load`, which has merged the environment and `.env`."""
        del settings_cls, env_settings, dotenv_settings, file_secret_settings
        return (init_settings,)


def variables() -> dict[str, str]:
    """Return the name in the environment of every setting, by the setting's own name."""
    names = {}
    for name, field in Settings.model_fields.items():
        alias = field.validation_alias
        names[name] = (
            str(alias.choices[0]) if isinstance(alias, AliasChoices) else f"{PREFIX}{name.upper()}"
        )
    return names


def load(environ: Mapping[str, str] | None = None, env_file: Path | None = None) -> Settings:
    """Read the settings; the environment wins over `.env` in the working folder.

    Raises WrongSettings with a line for each fault: unknown names, values of the wrong kind.
    """
    try:
        values = environment.values(environ, env_file)
    except ValueError as fault:
        raise WrongSettings([str(fault)]) from fault
    names = variables()
    faults = [
        f"{name} is not a setting. docs/settings.md lists them all; remove it or mend its name."
        for name in sorted(values)
        if name.startswith(PREFIX) and name not in names.values()
    ]
    given = {name: values[variable] for name, variable in names.items() if variable in values}
    try:
        settings = Settings(**given)  # type: ignore[arg-type]  # texts, which pydantic converts
    except ValidationError as error:
        faults += [_fault(dict(item), names) for item in error.errors(include_url=False)]
        raise WrongSettings(faults) from None
    if faults:
        raise WrongSettings(faults)
    return settings


def _fault(item: Mapping[str, object], names: Mapping[str, str]) -> str:
    """Say in one line which setting is wrong, why, and what it is for."""
    place = item["loc"]
    first = str(place[0]) if isinstance(place, tuple) and place else ""
    name = next((key for key, variable in names.items() if first in {key, variable}), first)
    field = Settings.model_fields.get(name)
    about = f" ({field.description})" if field and field.description else ""
    reason = str(item["msg"]).removeprefix("Value error, ")
    return f"{names.get(name, name)}: {reason}.{about}"


@lru_cache(maxsize=1)
def current() -> Settings:
    """Return the settings of this process, read once."""
    return load()
