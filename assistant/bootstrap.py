"""The composition root: settings in, ports out. Nothing else imports the adapters.

Libraries that are slow to load are imported inside the function that uses them, so that the
commands which need none of them start at once.
"""

import os
import socket
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant import model_wiring
from assistant.adapters.bank_holiday_files import read_bank_holidays
from assistant.adapters.catalogues import compiled as compiled_catalogues
from assistant.adapters.documents.inspector import FileInspector
from assistant.adapters.documents.reader import DocumentReader
from assistant.adapters.knowledge_folders import knowledge_folder
from assistant.adapters.loaders.loader import KnowledgeLoader
from assistant.adapters.loaders.uploads import UploadFolder
from assistant.adapters.register_files import load_register
from assistant.adapters.system_clock import SystemClock
from assistant.adapters.tls import serving_context
from assistant.adapters.typesetter import DocumentTypesetter
from assistant.adapters.welsh_files import load_welsh
from assistant.adapters.wording_files import load_wordings
from assistant.config import Settings
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.domain.law.acts import Register
from assistant.domain.letters.welsh import FixedSentence
from assistant.domain.letters.wording import Wordings
from assistant.domain.library.precedents import Loaded
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.library_wiring import chroma_address, fetch_model, library
from assistant.mail_wiring import mail_server, mailboxes, postbox, sent_folders, sign_in
from assistant.one_at_a_time import one_at_a_time
from assistant.ports import (
    Allowance,
    Clock,
    Documents,
    Inspector,
    Library,
    Loader,
    TakeSubmissions,
    Typesetter,
    Uploads,
    Writer,
)
from assistant.ports.chooser import Chooser

if TYPE_CHECKING:
    from assistant.adapters.listener import Listener

__all__ = [
    "Ports",
    "authority_details",
    "bank_holidays",
    "chooser",
    "chroma_address",
    "clock",
    "documents",
    "fetch_model",
    "inspector",
    "knowledge_folder",
    "library",
    "listener",
    "loader",
    "mail_server",
    "mailboxes",
    "migrate",
    "model_place",
    "model_problem",
    "ports",
    "postbox",
    "precedents",
    "register",
    "sent_folders",
    "serve",
    "sign_in",
    "start",
    "typesetter",
    "welsh",
    "wordings",
    "work",
    "writer",
]


@dataclass(frozen=True, slots=True)
class Ports:
    """What use cases may be given. The post box is not among them: only the sender gets it.

    `html_mail` and `attach_pdf` say in which forms letters leave, besides plain text. `writer`
    and `chooser` are None where no language model is set; `model_prices` are pence for a million
    tokens in and out. `welsh` are the fixed sentences of letters in Welsh.
    """

    clock: Clock
    library: Library
    register: Register
    wordings: Wordings
    typesetter: Typesetter
    documents: Documents
    inspector: Inspector
    html_mail: bool = True
    attach_pdf: bool = False
    writer: Writer | None = None
    chooser: Chooser | None = None
    model_prices: Mapping[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    welsh: tuple[FixedSentence, ...] = ()

    @property
    def has_model(self) -> bool:
        """Whether a language model is set."""
        return self.writer is not None


@lru_cache(maxsize=4)
def ports(settings: Settings) -> Ports:
    """Build the ports once per process."""
    return Ports(
        clock=clock(),
        library=library(settings),
        register=register(),
        wordings=wordings(),
        typesetter=typesetter(settings),
        documents=documents(),
        inspector=inspector(),
        html_mail=settings.html_mail,
        attach_pdf=settings.attach_pdf,
        writer=writer(settings),
        chooser=chooser(settings),
        model_prices=settings.price_of_model,
        welsh=welsh(),
    )


def clock() -> Clock:
    """Return the machine's clock."""
    return SystemClock()


@lru_cache(maxsize=1)
def register() -> Register:
    """Load the register of provisions; a fault in it stops the start with file and row."""
    return load_register(knowledge_folder("law"))


@lru_cache(maxsize=1)
def wordings() -> Wordings:
    """Load the shipped wording."""
    return load_wordings(knowledge_folder("wording"))


@lru_cache(maxsize=1)
def welsh() -> tuple[FixedSentence, ...]:
    """Load the fixed sentences of letters in Welsh."""
    return load_welsh(knowledge_folder("welsh"))


def precedents(paths: Iterable[Path]) -> Iterator[Loaded]:
    """Yield the earlier responses in files and folders, and what could not be read."""
    reader = loader()
    for source in reader.sources([str(path) for path in paths]):
        yield from reader.load(source)


def loader(own: OwnAddresses | None = None, reader: Documents | None = None) -> Loader:
    """Return who reads files for the library; `own` tells the authority's mail from others'."""
    return KnowledgeLoader(reader or documents(), own or OwnAddresses(frozenset(), frozenset()))


def uploads() -> Uploads:
    """Return who lays uploaded files out where the loader reads them."""
    return UploadFolder()


def bank_holidays(path: str) -> Mapping[str, object] | None:
    """Return the document of a GOV.UK file, or None where the path is empty: none is set.

    Raises NotAllowed where the file cannot be used.
    """
    return read_bank_holidays(Path(path)) if path else None


def typesetter(settings: Settings) -> Typesetter:
    """Return who sets letters on paper; it loads its libraries with the first letter."""
    letterhead, typefaces = (
        Path(place) if place else None for place in (settings.letterhead, settings.pdf_fonts)
    )
    return DocumentTypesetter(letterhead, settings.pdf_font, typefaces)


def documents() -> Documents:
    """Return who reads documents; a process starts only with the first that needs one."""
    return DocumentReader()


def inspector() -> Inspector:
    """Return who looks into files that go out; a process starts only with the first of them."""
    return FileInspector()


def listener(
    settings: Settings, take: TakeSubmissions, *, beat: Callable[[], None] | None = None
) -> "Listener":
    """Return what takes mail from mail servers and hands it to `take`.

    `beat` is called again and again while it can take mail. Raises NotAllowed where no mailbox is
    set, or the certificate cannot be used.
    """
    from assistant.adapters.listener import Door, Listener

    if not settings.accounts:
        raise NotAllowed(
            "No mailbox is set, so there is nobody to take mail for. Set FOI_MAILBOX_ADDRESS."
        )
    addresses = (
        address
        for account in settings.accounts
        for address in (account.mailbox_address, *account.mailbox_aliases)
    )
    certificate = settings.listen_certificate
    door = Door(
        protocol=settings.listen_protocol,
        host=settings.listen_host,
        port=settings.listen_port,
        addresses=frozenset(address.lower() for address in addresses),
        networks=settings.listen_networks,
        size=settings.listen_size,
        name=socket.gethostname(),
        tls=serving_context(Path(certificate), Path(settings.listen_key or certificate))
        if certificate
        else None,
        spool=settings.data_folder,
    )
    return Listener(door, take, clock(), beat=beat)


def writer(settings: Settings) -> Writer | None:
    """Return who writes by a language model, or None where none is set.

    Its calls are counted in the database, by what Django's settings name.
    """
    return model_wiring.writer(settings, _allowance(settings)) if settings.model else None


def chooser(settings: Settings) -> Chooser | None:
    """Return who looks for answers to officers' questions by a model, or None where none is set."""
    return model_wiring.chooser(settings, _allowance(settings)) if settings.model else None


def model_problem(settings: Settings) -> str:
    """Return why no language model of the settings answers, or "" where one does.

    Each is asked a sentence that is nobody's, and the calls are not counted.
    """
    problems = []
    for one in model_wiring.each_alone(settings):
        try:
            one.writer.read("How many patrol cars do you have?")
        except (NotAllowed, TryAgainLater) as error:
            problems.append(str(error))
        else:
            return ""
    return " ".join(problems)


def model_place(settings: Settings) -> str:
    """Say in words where the language model of the settings is, and what leaves for it."""
    return model_wiring.where_it_is(settings.model, settings.model_base_url)


def _allowance(settings: Settings) -> Allowance:
    """Return what counts the calls of models: the one that Django's settings name."""
    from django.conf import settings as of_django
    from django.utils.module_loading import import_string

    counting: Allowance = import_string(of_django.MODEL_ALLOWANCE)(settings)
    return counting


def catalogues(settings: Settings) -> list[str]:
    """Return where Django finds the translated words of the language that is set."""
    return compiled_catalogues(settings.data_folder / "locale", settings.language)


def start() -> None:
    """Load Django with the settings of this process (config.current)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "assistant.project.settings")
    import django

    django.setup()


def migrate(settings: Settings) -> None:
    """Make the data folder and bring the database's tables up to date, one program at a time.

    Raises TryAgainLater where others hold a table for too long.
    """
    from django.core.management import call_command

    settings.data_folder.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(settings):
        call_command("migrate", interactive=False, verbosity=0)


def authority_details(settings: Settings) -> dict[str, Any]:
    """Return what the settings say of the authority, by the names services.prepare uses.

    Raises NotAllowed where the file of bank holidays cannot be used.
    """
    return {
        "name": settings.authority_name,
        "address": settings.authority_address,
        "phone": settings.authority_phone,
        "mailbox_address": next((one.mailbox_address for one in settings.accounts), ""),
        "own_domains": settings.own_domains,
        "authserv_ids": settings.authserv_ids,
        "review_contact": settings.review_contact,
        "cost_limit": settings.cost_limit,
        "signatory": settings.signatory,
        "regulator_name": settings.regulator_name,
        "regulator_address": settings.regulator_address,
        "regulator_url": settings.regulator_url,
        "four_eyes": settings.four_eyes,
        "second_person": settings.second_person,
        "new_officer_letters": settings.new_officer_letters,
        "authority_clock": settings.authority_clock,
        "school_terms": settings.terms,
        "bank_holidays": bank_holidays(settings.bank_holidays),
        "mailboxes": [
            {
                "address": account.mailbox_address,
                "aliases": account.mailbox_aliases,
                "folders": account.imap_folders if account.imap_host else (),
                "sent_folder": account.imap_sent_folder if account.imap_host else "",
            }
            for account in settings.accounts
        ],
    }


def serve(settings: Settings) -> None:
    """Serve the web pages until the process is told to stop."""
    import waitress
    from django.core.wsgi import get_wsgi_application

    # WhiteNoise warns where the folder for collected files, which nothing needs here, is missing.
    (settings.data_folder / "static").mkdir(parents=True, exist_ok=True)
    # The proxy in front says whether people came by https, and from where: who guesses
    # passwords is slowed down by address. Nobody else may say so.
    proxy = (
        {
            "trusted_proxy": settings.trusted_proxy,
            "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-for"},
        }
        if settings.https
        else {}
    )
    waitress.serve(
        get_wsgi_application(),
        host=settings.web_host,
        port=settings.web_port,
        threads=8,
        clear_untrusted_proxy_headers=True,
        ident="",
        **proxy,
    )


def work(
    settings: Settings,
    queues: tuple[str, ...],
    *,
    beat: Callable[[float], None],
    until_idle: bool = False,
) -> None:
    """Run queued tasks until the process is told to stop, or until none is left.

    `beat` is told again and again for how many seconds the worker counts as alive.
    """
    from django.conf import settings as of_django
    from django.core.management import call_command
    from django.utils.module_loading import import_string

    with import_string(of_django.WORKING)(beat, interval=settings.worker_interval):
        call_command(
            "db_worker",
            queue_name=",".join(queues),
            interval=settings.worker_interval,
            batch=until_idle,
            reload=False,
            startup_delay=False,
            # Otherwise it logs a line for each task, with the text of what went wrong in it.
            verbosity=0,
        )
