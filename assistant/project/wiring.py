"""Where pages and tasks get their ports: from the factories that the Django settings name."""

from collections.abc import Callable, Mapping
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from assistant import bootstrap, config
from assistant.ports import Allowance, Mailbox, Postbox, SentFolder
from assistant.services.allow_model_calls import DatabaseAllowance, Limits
from assistant.services.approve_draft import Forms
from assistant.services.pace_sending import Pace


def ports() -> bootstrap.Ports:
    """Return this process's ports."""
    return cast(bootstrap.Ports, import_string(settings.PORTS)(config.current()))


def forms() -> Forms:
    """Return in which forms letters leave here."""
    given = ports()
    return Forms(html=given.html_mail, pdf=given.typesetter if given.attach_pdf else None)


def postbox() -> Postbox:
    """Return the post box; raises NotAllowed where no mail server is set."""
    return cast(Postbox, import_string(settings.POSTBOX)(config.current()))


def pace() -> Pace:
    """Return how fast letters may leave."""
    chosen = config.current()
    return Pace(per_minute=chosen.smtp_per_minute, connections=chosen.smtp_connections)


def mailboxes() -> Mapping[str, Callable[[], Mailbox]]:
    """Return how to open each mailbox that has an IMAP server, by its address."""
    found = import_string(settings.MAILBOXES)(config.current())
    return cast(Mapping[str, Callable[[], Mailbox]], found)


def sent_folders() -> Mapping[str, Callable[[], SentFolder]]:
    """Return how to open the folder of sent mail of each mailbox that has one, by its address."""
    found = import_string(settings.SENT_FOLDERS)(config.current())
    return cast(Mapping[str, Callable[[], SentFolder]], found)


def folders_for_copies() -> Mapping[str, Callable[[], SentFolder]]:
    """Return those of the folders whose server keeps no copies of what it sends."""
    kept_by_us = {
        account.mailbox_address
        for account in config.current().accounts
        if account.imap_sent_copy == "append"
    }
    return {
        address: open_it for address, open_it in sent_folders().items() if address in kept_by_us
    }


def model_allowance(given: config.Settings) -> Allowance:
    """Return what counts the calls of language models, of all processes together."""
    limits = Limits(
        calls_a_minute=given.model_calls_a_minute,
        tokens_a_day=given.model_tokens_a_day,
        pence_a_day=given.model_pence_a_day,
        prices=given.price_of_model,
    )
    return DatabaseAllowance(limits, clock=bootstrap.clock())
