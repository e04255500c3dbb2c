"""What can be set about mail: each mailbox, the way out, and the listener.

A single mailbox is described by the settings themselves. Where there are several, FOI_MAILBOXES
names a TOML file with a [[mailbox]] table for each, whose keys are the same names in lower case and
without their prefix.
"""

import ipaddress
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import NoDecode

Security = Literal["tls", "starttls", "none"]
SignIn = Literal["password", "oauth"]
FirstStart = Literal["ask", "from-now", "import"]
Words = Annotated[tuple[str, ...], NoDecode]

QUIET = 900.0
# What OAuth 2 asks for at each provider, besides what has a usual value.
NEEDED_BY: dict[str, dict[str, str]] = {
    "microsoft": {
        "oauth_tenant": "the Directory (tenant) ID on the application’s page",
        "oauth_client_id": "the Application (client) ID on the application’s page",
    },
    "google": {"oauth_account_file": "the JSON key file of the service account"},
}


def words(value: object) -> object:
    """Read a list from one line, separated by commas; anything else is left to the type."""
    if isinstance(value, str):
        return tuple(word.strip() for word in value.split(",") if word.strip())
    return value


class MailboxFields(BaseModel):
    """One mailbox: its addresses, its IMAP server, and how to sign in."""

    model_config = ConfigDict(frozen=True)

    mailbox_address: str = Field(
        "", description="Address of the mailbox requests arrive in; letters come from it."
    )
    mailbox_aliases: Words = Field(
        (), description="Further addresses of the same mailbox, separated by commas."
    )
    imap_host: str = Field("", description="IMAP server of the mailbox. Empty: nothing is polled.")
    imap_port: int = Field(993, ge=1, le=65535, description="Port of the IMAP server.")
    imap_security: Security = Field(
        "tls", description="tls, starttls, or none (allowed on loopback only)."
    )
    imap_user: str = Field(
        "", description="User name at the IMAP server. Empty: the mailbox’s address."
    )
    imap_sign_in: SignIn = Field(
        "password", description="How to sign in: with a password, or with oauth (OAuth 2)."
    )
    imap_password: SecretStr = Field(SecretStr(""), description="Password at the IMAP server.")
    imap_folders: Words = Field(("INBOX",), description="Folders to read, separated by commas.")
    imap_sent_folder: str = Field(
        "",
        validate_default=True,
        description="Folder of sent mail, such as Sent. Replies that colleagues send from their "
        "mail program are filed from it, and it settles whether a letter left. Empty: not read.",
    )
    imap_sent_copy: Literal["server", "append"] = Field(
        "server",
        description="Who puts a copy of each letter into the folder of sent mail. server: the "
        "mail server does (Microsoft 365, Gmail). append: the assistant does.",
    )
    imap_after: Literal["nothing", "flag", "move"] = Field(
        "nothing",
        description="What happens on the server to a message that was stored here. nothing: the "
        "mailbox is never changed. flag: it is flagged. move: it is moved to FOI_IMAP_MOVE_TO.",
    )
    imap_move_to: str = Field(
        "",
        validate_default=True,
        description="Folder for stored messages, where they are moved.",
    )
    first_start: FirstStart = Field(
        "ask",
        description="What to do with the mail that a folder holds when it is read for the first "
        "time. from-now: leave it. import: make cases of it, without acknowledgements. ask: wait "
        "for a supervisor’s choice where it holds more than FOI_FIRST_START_ASKS_ABOVE messages; "
        "fewer are taken in as new mail.",
    )
    oauth_provider: Literal["microsoft", "google"] = Field(
        "microsoft", description="Who issues tokens for OAuth 2: microsoft (365) or google."
    )
    oauth_authority: str = Field(
        "https://login.microsoftonline.com",
        description="Where Microsoft issues tokens. Another only in a national cloud.",
    )
    oauth_tenant: str = Field(
        "", validate_default=True, description="Directory (tenant) ID at Microsoft."
    )
    oauth_client_id: str = Field(
        "", validate_default=True, description="Application (client) ID at Microsoft."
    )
    oauth_client_secret: SecretStr = Field(
        SecretStr(""),
        description="The application’s secret at Microsoft. Empty: a person signs in once with "
        "foi-assistant mailbox sign-in (device code).",
    )
    oauth_account_file: str = Field(
        "",
        validate_default=True,
        description="JSON key file of a Google service account with domain-wide delegation.",
    )

    @field_validator("mailbox_aliases", "imap_folders", mode="before")
    @classmethod
    def _list(cls, value: object) -> object:
        return words(value)

    @field_validator("imap_sent_folder", "imap_move_to", mode="after")
    @classmethod
    def _no_arrivals(cls, value: str, info: ValidationInfo) -> str:
        """Refuse a folder that would be read for two things at once."""
        if value and value in info.data.get("imap_folders", ()):
            raise ValueError(f"{value} is read for mail that arrives, so it cannot be this as well")
        if info.field_name == "imap_move_to":
            _need_a_place_to_move_to(value, info.data)
        return value

    @field_validator("oauth_authority", mode="after")
    @classmethod
    def _private(cls, value: str) -> str:
        if not value.startswith("https://"):
            raise ValueError("it has to begin with https://, for a secret is sent there")
        return value.rstrip("/")

    @field_validator("oauth_tenant", "oauth_client_id", "oauth_account_file", mode="after")
    @classmethod
    def _oauth_is_whole(cls, value: str, info: ValidationInfo) -> str:
        """Refuse OAuth 2 without what its provider asks for."""
        needed = NEEDED_BY.get(info.data.get("oauth_provider", ""), {})
        if info.data.get("imap_sign_in") == "oauth" and not value and info.field_name in needed:
            raise ValueError(f"the sign-in is oauth, so this is needed: {needed[info.field_name]}")
        return existing_file(value) if info.field_name == "oauth_account_file" else value


def _need_a_place_to_move_to(value: str, others: Mapping[str, Any]) -> None:
    if others.get("imap_after") == "move" and not value:
        raise ValueError("stored messages are to be moved, so the folder for them is needed")
    if value and value == others.get("imap_sent_folder"):
        raise ValueError(f"{value} is the folder of sent mail, so nothing may be moved there")


class Account(MailboxFields):
    """One mailbox, from the settings or from the file of mailboxes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    def user(self) -> str:
        """The name to sign in with."""
        return self.imap_user or self.mailbox_address

    @property
    def addresses(self) -> tuple[str, ...]:
        """The mailbox's address and its aliases, in lower case."""
        return tuple(each.lower() for each in (self.mailbox_address, *self.mailbox_aliases))


class MailFields(MailboxFields):
    """Everything about mail that can be set in the environment."""

    mailboxes: str = Field(
        "",
        description="A TOML file of further mailboxes, a [[mailbox]] table for each; its keys are "
        "the names of FOI_MAILBOX_, FOI_IMAP_ and FOI_OAUTH_ settings in lower case, without FOI_.",
    )
    first_start_asks_above: int = Field(
        200,
        ge=0,
        description="Up to so many messages in a folder are taken in as new mail when it is read "
        "for the first time; above it, a supervisor is asked.",
    )
    poll_seconds: float = Field(
        60,
        gt=0,
        description="Seconds between two looks at a mailbox, also where the server says at once "
        "that mail has come (IDLE).",
    )
    authserv_ids: Words = Field(
        (),
        description="Names by which the authority’s own mail gateway signs Authentication-Results "
        "headers, separated by commas. Empty: such headers are not looked at.",
    )

    smtp_host: str = Field(
        "", description="SMTP server that letters leave by. Empty: nothing leaves."
    )
    smtp_port: int = Field(587, ge=1, le=65535, description="Port of the SMTP server.")
    smtp_security: Security = Field(
        "starttls", description="tls, starttls, or none (allowed on loopback only)."
    )
    smtp_user: str = Field("", description="User name at the SMTP server. Empty: no sign-in.")
    smtp_sign_in: SignIn = Field(
        "password",
        validate_default=True,
        description="How to sign in: with a password, or with oauth (the FOI_OAUTH_ settings).",
    )
    smtp_password: SecretStr = Field(SecretStr(""), description="Password at the SMTP server.")
    smtp_per_minute: int = Field(
        30, ge=1, description="Letters a minute at most (Microsoft 365 takes 30)."
    )
    smtp_connections: int = Field(
        3, ge=1, description="Connections to the SMTP server at once, at most."
    )

    listen: bool = Field(
        default=False,
        description="run also takes mail that a mail server hands over, as listen does.",
    )
    listen_host: str = Field("127.0.0.1", description="Address that listen takes mail on.")
    listen_port: int = Field(8025, ge=0, le=65535, description="Port that listen takes mail on.")
    listen_protocol: Literal["smtp", "lmtp"] = Field(
        "smtp", description="What listen speaks: smtp, or lmtp for a mail server beside it."
    )
    listen_networks: Words = Field(
        ("127.0.0.0/8", "::1/128"),
        description="Networks whose mail servers may hand over mail, separated by commas.",
    )
    listen_size: int = Field(
        100_000_000, ge=1, description="Largest message that listen takes, in bytes."
    )
    listen_certificate: str = Field(
        "", description="Certificate (PEM file) for STARTTLS when listening. Empty: none."
    )
    listen_key: str = Field(
        "", validate_default=True, description="Key (PEM file) of that certificate."
    )

    @field_validator("authserv_ids", "listen_networks", mode="before")
    @classmethod
    def _lists(cls, value: object) -> object:
        return words(value)

    @field_validator("listen_networks", mode="after")
    @classmethod
    def _networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for network in value:
            ipaddress.ip_network(network)
        return value

    @field_validator("smtp_sign_in", mode="after")
    @classmethod
    def _smtp_sign_in_is_whole(cls, value: str, info: ValidationInfo) -> str:
        """Refuse OAuth 2 for letters without a user, or without what its provider asks for."""
        if value != "oauth":
            return value
        provider = info.data.get("oauth_provider", "")
        needed = {"smtp_user": "the mailbox that letters leave from"} | NEEDED_BY.get(provider, {})
        if provider == "microsoft" and not info.data.get("oauth_client_secret"):
            needed["mailbox_address"] = "the mailbox that a person signs in for"
        for name, what in needed.items():
            if not info.data.get(name):
                raise ValueError(f"oauth needs FOI_{name.upper()} as well: {what}")
        return value

    @field_validator("listen_certificate", "listen_key", mode="after")
    @classmethod
    def _certificate_and_key(cls, value: str, info: ValidationInfo) -> str:
        """Refuse a certificate without its key, and a key without its certificate."""
        if info.field_name == "listen_key" and "listen_certificate" in info.data:
            certificate = info.data["listen_certificate"]
            if certificate and not value:
                raise ValueError(
                    "FOI_LISTEN_CERTIFICATE is set, so its key is needed; name the same file where "
                    "it holds both"
                )
            if value and not certificate:
                raise ValueError("it is set without FOI_LISTEN_CERTIFICATE; set both or neither")
        return existing_file(value)

    @field_validator("mailboxes", mode="after")
    @classmethod
    def _readable(cls, value: str, info: ValidationInfo) -> str:
        """Make the path absolute, and stop the start where the file cannot be used."""
        path = existing_file(value)
        if path:
            aliases = info.data.get("mailbox_aliases", ())
            own = [info.data.get("mailbox_address", ""), *aliases]
            _refuse_two_with_one_address(read_accounts(Path(path)), own, path)
        return path

    @property
    def quiet_seconds(self) -> float:
        """Seconds after which a folder that nobody looked at is a fault: 15 minutes or more."""
        return max(QUIET, 3 * self.poll_seconds)

    @property
    def own_account(self) -> Account:
        """The mailbox of the settings themselves; without an address where none is set."""
        return Account(**{name: getattr(self, name) for name in MailboxFields.model_fields})

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Every mailbox: the one of the settings, if it is set, and those of the file."""
        first = (self.own_account,) if self.mailbox_address else ()
        return (*first, *(read_accounts(Path(self.mailboxes)) if self.mailboxes else ()))


def read_accounts(path: Path) -> tuple[Account, ...]:
    """Read a file of mailboxes; raises ValueError that names the fault and where it is."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{path} cannot be read: {error}") from None
    tables = document.get("mailbox", [])
    if not isinstance(tables, list) or document.keys() - {"mailbox"}:
        raise ValueError(f"{path} may hold nothing but [[mailbox]] tables")
    accounts = tuple(_account(table, number, path) for number, table in enumerate(tables, start=1))
    if any(not account.mailbox_address for account in accounts):
        raise ValueError(f"{path}: each mailbox needs a mailbox_address")
    return accounts


def existing_file(value: str) -> str:
    """Make a path absolute; raises ValueError where no such file is. An empty one stays empty."""
    if not value.strip():
        return ""
    path = Path(value.strip()).expanduser().absolute()
    if not path.is_file():
        raise ValueError(f"there is no file {path}")
    return str(path)


def _refuse_two_with_one_address(
    accounts: Sequence[Account], own: Sequence[str], path: str
) -> None:
    """Raise ValueError where one address belongs to two mailboxes, so that none could be told."""
    seen = {address.lower() for address in own if address}
    for account in accounts:
        for address in account.addresses:
            if address in seen:
                raise ValueError(f"{path}: {address} is an address of two mailboxes")
        seen.update(account.addresses)


def _account(table: object, number: int, path: Path) -> Account:
    try:
        return Account.model_validate(table)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(str(each) for each in fault["loc"])
        what = "no such setting" if fault["type"] == "extra_forbidden" else fault["msg"]
        raise ValueError(f"{path}, mailbox {number}, {name}: {what}") from None
