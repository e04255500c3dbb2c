"""The message that a letter leaves as: from whom, to whom, in which thread, with which files."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import Enclosure
from assistant.domain.letters.render import ALONE, Correspondent, Thread, render_message
from assistant.domain.mail import mime
from assistant.domain.mail.addresses import usable
from assistant.domain.mail.machinewords import NO_REPLY
from assistant.domain.mail.message import Message as Mail
from assistant.store import models
from assistant.store.cases import from_requester, request_message
from assistant.store.packing import unpack
from assistant.store.threads import own_addresses

MOST_COPIES = 20
_NOBODY = mime.read(b"")
_END_OF_HEADERS = (b"\r\n\r\n", b"\n\n")


def subject_of(case: models.Case) -> str:
    """Return the subject of a case's letters: the requester's own, with the reference."""
    title = case.title
    while title[:3].lower() == "re:":
        title = title[3:].strip()
    named = f"[{case.reference}]"
    return f"Re: {title}" if named in title else f"Re: {title} {named}"


def sender_of(case: models.Case) -> Correspondent:
    """Return whom a case's letters come from: the mailbox its request arrived in.

    A case whose request reached several, or none, is answered from the authority's own address.
    Raises NotAllowed where no address is set, or nobody would read an answer to it.
    """
    authority = case.authority
    address = authority.email
    if not address:
        raise NotAllowed(
            "No address is set that letters come from. An administrator sets FOI_MAILBOX_ADDRESS."
        )
    request = request_message(case)
    if request is not None:
        came_to = [
            delivery.mailbox.address
            for delivery in request.deliveries.select_related("mailbox").order_by("pk")
        ]
        if came_to and address.lower() not in {each.lower() for each in came_to}:
            address = came_to[0]
    if NO_REPLY.search(address):
        raise NotAllowed(
            f"Letters would come from {address}, which says that nobody reads answers to it. "
            "Requesters have to be able to answer: an administrator sets another "
            "FOI_MAILBOX_ADDRESS."
        )
    return Correspondent(authority.name, address)


def may_have_copies(case: models.Case) -> tuple[Correspondent, ...]:
    """Return who may be sent a copy: those whom the requester's own messages had in Cc.

    Our own addresses, the requester's, and those that take no answers are left out.
    """
    own = own_addresses(case.authority)
    seen = {case.requester.address.lower(), *own.addresses}
    found = []
    for row in from_requester(case):
        for person in (_headers(row) or _NOBODY).cc:
            address = person.address.lower()
            unfit = not usable(address) or not address.isascii() or NO_REPLY.search(address)
            if unfit or address in seen:
                continue
            seen.add(address)
            found.append(Correspondent(person.name, person.address))
    return tuple(found[:MOST_COPIES])


def chosen_copies(
    possible: Sequence[Correspondent], addresses: Sequence[str]
) -> tuple[Correspondent, ...]:
    """Return, of those who may have a copy, the people behind the addresses that were ticked.

    Raises NotAllowed for an address that the requester's own messages do not name.
    """
    wanted = {address.lower() for address in addresses}
    if wanted - {each.address.lower() for each in possible}:
        raise NotAllowed(
            "A copy may go only to people whom the requester had in Cc. Look at the page again."
        )
    return tuple(each for each in possible if each.address.lower() in wanted)


def thread_of(case: models.Case) -> Thread:
    """Return the place of the next letter in the requester's thread: after their last message."""
    written = [row for row in from_requester(case) if row.message_id]
    if not written:
        return ALONE
    last = written[-1]
    headers = _headers(last) or _NOBODY
    return Thread(
        parent=last.message_id,
        earlier=tuple(last.references) or ((last.in_reply_to,) if last.in_reply_to else ()),
        index="".join(headers.header("thread-index").split()),
        topic=headers.header("thread-topic"),
    )


def enclosures_of(files: Sequence[models.CaseFile], reference: str) -> tuple[Enclosure, ...]:
    """Return stored files as they leave with a letter, named by case."""
    return tuple(
        Enclosure(leaving_name(file.name, reference), file.type, unpack(file.compressed))
        for file in files
    )


def leaving_name(name: str, reference: str) -> str:
    """Return the name a file leaves under: the case's reference, and the name it was given."""
    return name if name.startswith(reference) else f"{reference} {name}"


def new_message_id(sender: Correspondent) -> str:
    """Return a Message-ID of ours, under the domain letters come from (RFC 5322 section 3.6.4)."""
    return f"<{uuid4()}@{sender.address.rpartition('@')[2] or 'localhost'}>"


def new_mark() -> str:
    """Return a mark that nobody can guess and that says nothing of the case."""
    return uuid4().hex


def message_of(
    case: models.Case,
    text: str,
    *,
    html: str,
    subject: str,
    sender: Correspondent,
    recipient: str,
    copies: Sequence[Correspondent],
    enclosures: Sequence[Enclosure],
    message_id: str,
    mark: str,
    at: datetime,
    automatic: bool = False,
) -> bytes:
    """Render the message in the thread of the requester's own e-mail; `at` is its date."""
    return render_message(
        text,
        sender=sender,
        recipient=Correspondent(case.requester.name, recipient),
        subject=subject,
        message_id=message_id,
        date=at,
        thread=thread_of(case),
        copies=copies,
        mark=mark,
        enclosures=enclosures,
        html=html,
        automatic=automatic,
    )


def _headers(row: models.Message) -> Mail | None:
    """Read the headers of a stored message, without its body; None where no bytes are kept."""
    raw_row = getattr(row, "raw", None)
    if raw_row is None:
        return None
    raw = unpack(raw_row.compressed)
    ends = [raw.find(end) for end in _END_OF_HEADERS if end in raw]
    return mime.read(raw[: min(ends)] + b"\r\n\r\n" if ends else raw)
