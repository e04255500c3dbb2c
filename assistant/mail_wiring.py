"""The composition root for mail: each mailbox, its folder of sent mail, and the way out.

bootstrap.py hands these on; nothing else asks here.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.adapters.smtp import SmtpPostbox
from assistant.config import Settings
from assistant.domain.errors import NotAllowed
from assistant.mail_settings import Account
from assistant.ports import Postbox, SentFolder

if TYPE_CHECKING:
    from assistant.adapters.imap import ImapMailbox


def mailboxes(settings: Settings) -> "Mapping[str, Callable[[], ImapMailbox]]":
    """Return how to open each mailbox that has an IMAP server, by its address."""
    return {
        account.mailbox_address: partial(_mailbox, account, settings)
        for account in settings.accounts
        if account.imap_host
    }


def sent_folders(settings: Settings) -> Mapping[str, Callable[[], SentFolder]]:
    """Return how to open the folder of sent mail of each mailbox that has one, by its address."""
    return {
        account.mailbox_address: partial(_sent_folder, account, settings)
        for account in settings.accounts
        if account.imap_host and account.imap_sent_folder
    }


def _mailbox(account: Account, settings: Settings) -> "ImapMailbox":
    from assistant.adapters.imap import ImapMailbox

    return ImapMailbox(
        account.imap_host,
        account.imap_port,
        account.user,
        **_imap_sign_in(account, settings),
        security=account.imap_security,
        timeout=settings.network_timeout,
        may_change=account.imap_after != "nothing",
    )


def _sent_folder(account: Account, settings: Settings) -> SentFolder:
    from assistant.adapters.imap_sent import ImapSentFolder

    return ImapSentFolder(
        account.imap_host,
        account.imap_port,
        account.user,
        **_imap_sign_in(account, settings),
        folder=account.imap_sent_folder,
        security=account.imap_security,
        timeout=settings.network_timeout,
    )


def _imap_sign_in(account: Account, settings: Settings) -> dict[str, Any]:
    """Return what the IMAP server is to be shown: a password, or how to get a token."""
    if account.imap_sign_in == "oauth":
        return {"token": _token_for(account, settings, account.user)}
    return {"password": account.imap_password.get_secret_value()}


def _token_for(account: Account, settings: Settings, user: str) -> Callable[[], str]:
    """Return what hands out tokens by which `user` signs in; the same for a whole process."""
    return _token(account, user, settings.data_folder, settings.network_timeout)


@lru_cache(maxsize=256)
def _token(account: Account, user: str, data_folder: Path, timeout: float) -> Callable[[], str]:
    if account.oauth_provider == "google":
        from assistant.adapters.oauth_google import GoogleAccount

        return GoogleAccount(Path(account.oauth_account_file), user, timeout=timeout)
    from assistant.adapters.oauth_microsoft import MicrosoftApp, MicrosoftPerson, Registration

    registration = Registration(
        account.oauth_tenant, account.oauth_client_id, account.oauth_authority, timeout
    )
    secret = account.oauth_client_secret.get_secret_value()
    if secret:
        return MicrosoftApp(registration, secret)
    return MicrosoftPerson(registration, data_folder / "sign-in", account.mailbox_address)


def sign_in(settings: Settings, address: str, show: Callable[[str, str, float], None]) -> str:
    """Let a person sign in at Microsoft for the mailbox with this address; return their name.

    `show` is given the page to open, the code to enter there, and the seconds there are for it.
    Raises NotAllowed where no such mailbox is set or it signs in another way.
    """
    from assistant.adapters.oauth_microsoft import MicrosoftPerson

    account = next((one for one in settings.accounts if address.lower() in one.addresses), None)
    if account is None:
        raise NotAllowed(f"No mailbox with the address {address} is set. {_known(settings)}")
    by_oauth = account.imap_sign_in == "oauth" or (
        settings.smtp_sign_in == "oauth" and account == settings.own_account
    )
    given = _token_for(account, settings, account.user) if by_oauth else None
    if not isinstance(given, MicrosoftPerson):
        raise NotAllowed(
            f"{account.mailbox_address} signs in by itself, so nobody need do it. A person signs "
            "in where FOI_IMAP_SIGN_IN is oauth, at Microsoft, without FOI_OAUTH_CLIENT_SECRET."
        )
    return given.sign_in(show)


def _known(settings: Settings) -> str:
    addresses = ", ".join(account.mailbox_address for account in settings.accounts)
    return f"Those that are: {addresses}." if addresses else "Set FOI_MAILBOX_ADDRESS first."


def postbox(settings: Settings) -> Postbox:
    """Return the post box; raises NotAllowed where no server is set."""
    return mail_server(settings)


def mail_server(settings: Settings) -> SmtpPostbox:
    """Return the server that letters leave by; raises NotAllowed where none is set."""
    if not settings.smtp_host:
        raise NotAllowed("No SMTP server is set, so nothing can leave. Set FOI_SMTP_HOST.")
    return SmtpPostbox(
        settings.smtp_host,
        settings.smtp_port,
        security=settings.smtp_security,
        user=settings.smtp_user,
        **_smtp_sign_in(settings),
        timeout=settings.network_timeout,
    )


def _smtp_sign_in(settings: Settings) -> dict[str, Any]:
    if settings.smtp_sign_in == "oauth":
        return {"token": _token_for(settings.own_account, settings, settings.smtp_user)}
    return {"password": settings.smtp_password.get_secret_value()}
