"""Who may see what: every row a page shows is looked up here, within the person's authority."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Protocol, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, prefetch_related_objects
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from assistant import log_context
from assistant.domain.case import EventKind
from assistant.domain.law.acts import Register
from assistant.ports import Clock, Inspector, Library, Typesetter
from assistant.ports.chooser import Chooser
from assistant.store.models import (
    Authority,
    Case,
    Draft,
    Event,
    Letter,
    LibraryDocument,
    Mailbox,
    MailboxFolder,
    Message,
    Reading,
    RequestPart,
    User,
    WordingProposal,
)
from assistant.web.readings import note_reading

What = Reading.What
T = TypeVar("T", Case, Letter, Message, LibraryDocument)


class PagePorts(Protocol):
    """The ports that pages pass on to services; a page is never given a way to send."""

    @property
    def clock(self) -> Clock:
        """The time of day."""
        ...

    @property
    def library(self) -> Library:
        """The vectors of the library's passages."""
        ...

    @property
    def register(self) -> Register:
        """The provisions that letters may cite."""
        ...

    @property
    def typesetter(self) -> Typesetter:
        """Who sets letters as Word documents and PDFs."""
        ...

    @property
    def inspector(self) -> Inspector:
        """Who looks into files that go out."""
        ...

    @property
    def has_model(self) -> bool:
        """Whether a language model is set: pages never ask it themselves."""
        ...

    @property
    def chooser(self) -> Chooser | None:
        """Who looks for answers to questions by a language model, where one is set."""
        ...

    @property
    def model_prices(self) -> Mapping[str, tuple[Decimal, Decimal]]:
        """Pence for a million tokens in and out, by the model’s name."""
        ...

    @property
    def html_mail(self) -> bool:
        """Whether letters leave as HTML too."""
        ...

    @property
    def attach_pdf(self) -> bool:
        """Whether a PDF of the letter goes along."""
        ...


class OfficerRequest(HttpRequest):
    """An HTTP request of somebody signed in, with the ports that the middleware put on it."""

    user: User
    ports: PagePorts


def noted(http_request: OfficerRequest, thing: T, what: Reading.What) -> T:
    """Return what a person opens, and note that they did: every page of it passes here.

    Lines of the log bear its number from here on, until the page is answered.
    """
    log_context.bind(**{type(thing).__name__.lower(): thing.pk})
    note_reading(
        thing,
        what,
        by=http_request.user,
        session=http_request.session.session_key,
        now=http_request.ports.clock.now(),
    )
    return thing


def authority_of(http_request: OfficerRequest) -> Authority:
    """Return the authority a person works for; raises PermissionDenied where there is none."""
    authority = http_request.user.authority
    if authority is None:
        raise PermissionDenied(
            "Your account does not belong to an authority yet. Ask an administrator to add it."
        )
    return authority


def cases_of(http_request: OfficerRequest) -> QuerySet[Case]:
    """Return the cases of the person's own authority."""
    return Case.objects.filter(authority=authority_of(http_request)).select_related("officer")


def case_of(http_request: OfficerRequest, reference: str) -> Case:
    """Return one case; another authority's is not found (404), as if it did not exist."""
    related = ("authority", "requester", "parent", "merged_into")
    cases = cases_of(http_request).select_related(*related)
    return noted(http_request, get_object_or_404(cases, reference=reference), What.CASE)


def case_and_parts_of(http_request: OfficerRequest, reference: str) -> Case:
    """Return one case as `case_of` does, with its parts and their searches, which are read once.

    It is for pages that only show them: what is changed afterwards does not show in them.
    """
    found = case_of(http_request, reference)
    prefetch_related_objects([found], "parts__searches")
    return found


def notes_of(case: Case, *beside: EventKind) -> QuerySet[Event]:
    """Return the notes that officers wrote on a case, the newest first, and events beside them."""
    written = Event.objects.filter(case=case, kind__in=[EventKind.NOTE_ADDED, *beside])
    return written.select_related("actor", "note").order_by("-number")


def part_of(case: Case, position: int) -> RequestPart:
    """Return one part of a case by its place in the request, or 404."""
    found = next((part for part in case.parts.all() if part.position == position), None)
    if found is None:
        raise Http404("The case has no such part.")
    return found


def is_another_part(http_request: HttpRequest, part: RequestPart) -> bool:
    """Whether a form was made for a part that stood at the place of this one before.

    Parts move when one before them is split, joined or taken away. A form names its part by id.
    """
    meant = http_request.POST.get("part_id", "")
    return bool(meant) and meant != str(part.pk)


def kinds_being_written(case: Case) -> list[str]:
    """Return the kinds of the letters that are being written, in the order they were begun."""
    drafts = case.drafts.filter(state__in=Draft.OPEN).order_by("pk")
    return list(drafts.values_list("kind", flat=True))


def drafts_of(case: Case, **narrowed: str) -> dict[str, Draft]:
    """Return the draft of each kind: the one being written, else the newest; by the first begun."""
    kept = case.drafts.select_related("drafter").exclude(state=Draft.State.DISCARDED)
    found: dict[str, Draft] = {}
    for draft in kept.filter(**narrowed).order_by("pk"):
        if draft.kind not in found or found[draft.kind].state not in Draft.OPEN:
            found[draft.kind] = draft
    return found


def draft_of(case: Case, kind: str) -> Draft:
    """Return the draft of a kind: the one being written, else the newest; 404 where none is."""
    found = drafts_of(case, kind=kind).get(kind)
    if found is None:
        raise Http404("The case has no such draft.")
    return found


def messages_of(http_request: OfficerRequest) -> QuerySet[Message]:
    """Return the messages that reached the person's own authority."""
    return Message.objects.filter(authority=authority_of(http_request))


def message_of(
    http_request: OfficerRequest, message_id: int, what: Reading.What = What.MESSAGE
) -> Message:
    """Return one message, or 404; `what` of it the person opens is noted."""
    return noted(http_request, get_object_or_404(messages_of(http_request), pk=message_id), what)


def letters_of(http_request: OfficerRequest) -> QuerySet[Letter]:
    """Return the approved letters of the person's own authority, with how far they have come."""
    letters = Letter.objects.filter(case__authority=authority_of(http_request))
    return letters.select_related("case", "approved_by", "standing", "outbox", "outbox__settled_by")


def letter_of(http_request: OfficerRequest, letter_id: int) -> Letter:
    """Return one approved letter, or 404."""
    return noted(
        http_request, get_object_or_404(letters_of(http_request), pk=letter_id), What.LETTER
    )


def document_of(http_request: OfficerRequest, ident: str) -> LibraryDocument:
    """Return an earlier response of the authority's library, or 404."""
    documents = LibraryDocument.objects.filter(authority=authority_of(http_request))
    return get_object_or_404(documents, ident=ident)


def mailbox_of(http_request: OfficerRequest, mailbox_id: int) -> Mailbox:
    """Return one mailbox of the person's own authority, or 404."""
    mailboxes = Mailbox.objects.filter(authority=authority_of(http_request))
    return get_object_or_404(mailboxes.select_related("authority"), pk=mailbox_id)


def folder_of(http_request: OfficerRequest, folder_id: int) -> MailboxFolder:
    """Return one folder of a mailbox of the person's own authority, or 404."""
    folders = MailboxFolder.objects.filter(mailbox__authority=authority_of(http_request))
    return get_object_or_404(folders, pk=folder_id)


def proposals_of(http_request: OfficerRequest) -> QuerySet[WordingProposal]:
    """Return what people of the person's own authority proposed as wording."""
    found = WordingProposal.objects.filter(authority=authority_of(http_request))
    return found.select_related("by", "decided_by", "authority")
