"""What the store knows that a new message may belong to."""

from assistant.domain.case import State
from assistant.domain.mail.matching import Known, references_in
from assistant.domain.mail.message import Message as Mail
from assistant.domain.mail.screening import OwnAddresses
from assistant.store.models import Authority, Case, CaseMessage, Letter, Message

_ENDED = {State.ANSWERED, State.NOT_A_REQUEST}


def own_addresses(authority: Authority) -> OwnAddresses:
    """Return the addresses and domains that are the authority's own, in lower case."""
    mailboxes = authority.mailboxes.values_list("address", "aliases")
    return OwnAddresses(
        addresses=frozenset(
            each.lower() for address, aliases in mailboxes for each in (address, *aliases)
        ),
        domains=frozenset(str(domain).lower() for domain in authority.own_domains),
    )


def candidates(authority: Authority, mail: Mail) -> list[Known]:
    """Return the cases that the message's thread or a reference in it point at."""
    ids = {mail.in_reply_to, *mail.references}
    if mail.report:
        ids.add(mail.report.original_message_id)
    ids.discard("")
    case_ids = set(
        CaseMessage.objects.filter(
            case__authority=authority, message__message_id__in=ids
        ).values_list("case_id", flat=True)
    )
    case_ids |= set(
        Letter.objects.filter(case__authority=authority, message_id__in=ids).values_list(
            "case_id", flat=True
        )
    )
    references = references_in(f"{mail.subject}\n{mail.written}")
    case_ids |= set(
        Case.objects.filter(authority=authority, reference__in=references).values_list(
            "id", flat=True
        )
    )
    return [_known(case) for case in Case.objects.filter(pk__in=case_ids).order_by("pk")]


def _known(case: Case) -> Known:
    """Return a case as matching sees it: the ids of its thread, and who has written in it."""
    written = list(
        CaseMessage.objects.filter(
            case=case, part__in=[CaseMessage.Part.REQUEST, CaseMessage.Part.REPLY]
        ).values_list("message__message_id", "message__sender_address")
    )
    sent = Letter.objects.filter(case=case).values_list("message_id", flat=True)
    people = {address.lower() for _, address in written if address}
    if hasattr(case, "requester") and case.requester.address:
        people.add(case.requester.address.lower())
    return Known(
        case_id=case.pk,
        reference=case.reference,
        message_ids=frozenset([*(message_id for message_id, _ in written if message_id), *sent]),
        correspondents=frozenset(people),
        open=case.state not in _ENDED,
    )


def same_id_other_content(row: Message) -> bool:
    """Say whether another message of the authority carries this one's Message-ID."""
    return (
        Message.objects.filter(authority_id=row.authority_id, message_id=row.message_id)
        .exclude(pk=row.pk)
        .exists()
    )
