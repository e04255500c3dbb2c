"""What the store knows that a new message may belong to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from assistant.domain.case import Purpose, State
from assistant.domain.mail.matching import Known, is_request_address, references_in
from assistant.domain.mail.message import Message as Mail
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.domain.mail.quotemarks import REPLY_SUBJECT
from assistant.domain.mail.subjects import base_subject
from assistant.store.models import (
    Authority,
    Case,
    CaseMessage,
    Delivery,
    Letter,
    MailboxFolder,
    Message,
    Requester,
)

_ENDED = {
    State.ANSWERED,
    State.NOT_A_REQUEST,
    State.WITHDRAWN,
    State.TRANSFERRED,
    State.MERGED,
}
_THEIRS = (CaseMessage.Part.REQUEST, CaseMessage.Part.REPLY)
# A requester with more cases than this is asked about by thread and reference alone.
_MOST_CASES = 50
REPEATED_WITHIN = timedelta(days=7)


def own_addresses(authority: Authority) -> OwnAddresses:
    """Return the addresses and domains that are the authority's own, in lower case."""
    mailboxes = authority.mailboxes.values_list("address", "aliases")
    return OwnAddresses(
        addresses=frozenset(
            each.lower() for address, aliases in mailboxes for each in (address, *aliases)
        ),
        domains=frozenset(str(domain).lower() for domain in authority.own_domains),
        authserv_ids=frozenset(str(each).lower() for each in authority.authserv_ids),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message was delivered: the folder's name, and whether it holds what we sent.

    One handed over by SMTP or LMTP has no folder; `sender` is the envelope's, None where it is not
    known.
    """

    folder: str
    sent: bool
    sender: str | None


def places(message_ids: Sequence[int]) -> dict[int, tuple[Place, ...]]:
    """Return where each message was delivered, by its id, the first delivery first."""
    folders = MailboxFolder.objects.filter(
        mailbox=OuterRef("mailbox"), name=OuterRef("folder"), role=MailboxFolder.Role.SENT
    )
    rows = Delivery.objects.filter(message_id__in=message_ids).annotate(to_sent=Exists(folders))
    found: dict[int, tuple[Place, ...]] = dict.fromkeys(message_ids, ())
    for message_id, folder, sent, sender in rows.order_by("pk").values_list(
        "message_id", "folder", "to_sent", "sender"
    ):
        found[message_id] += (Place(folder, sent, sender),)
    return found


@dataclass(frozen=True, slots=True)
class Pointers:
    """What in a message may lead to a case: names of messages and letters, references, people.

    It is false where there is nothing, so that no case has to be looked at.
    """

    ids: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything may lead to a case."""
        return bool(self.ids or self.marks or self.references or self.people)


def pointers_in(mail: Mail, *, sent: bool = False) -> Pointers:
    """Return what a message points at; a report may quote our letter.

    `sent` says that we sent it: then its recipients count, else its sender.
    """
    text = mail.text[:3000] if mail.reports else mail.written
    people: set[str] = set()
    if sent:
        people = {each.address for each in (*mail.to, *mail.cc)}
    elif _answers(mail):
        people = {mail.sender.address}
    named = {report.original_message_id for report in mail.reports}
    return Pointers(
        ids=frozenset({mail.in_reply_to, *mail.references, *named} - {""}),
        marks=frozenset({report.mark for report in mail.reports} - {""}),
        references=frozenset(references_in(f"{mail.subject}\n{text}")),
        people=frozenset(people - {""}),
    )


def candidates(authority: Authority, mail: Mail, pointers: Pointers) -> list[Known]:
    """Return the cases that a message's thread, a reference in it or its people point at.

    What points at a case that was merged points at the one that it was merged into.
    """
    case_ids = _by_ids(authority, pointers) | _by_reference(authority, pointers)
    case_ids |= _by_people(authority, pointers.people, mail)
    return _known(case_ids) if case_ids else []


def unread(authority: Authority, mail: Mail) -> bool:
    """Say whether a message that this one answers is here and has not been read yet."""
    ids = {mail.in_reply_to, *mail.references} - {""}
    pending = Message.objects.filter(
        authority=authority, disposition=Message.Disposition.PENDING, message_id__in=ids
    )
    return bool(ids) and pending.exists()


def _answers(mail: Mail) -> bool:
    """Say whether a message that nothing else places may still answer something of ours."""
    if is_request_address(mail.sender.address) or REPLY_SUBJECT.match(mail.subject):
        return True
    return bool(mail.in_reply_to or mail.references)


def _by_ids(authority: Authority, pointers: Pointers) -> set[int]:
    """Return the cases of the messages and letters that a message names in its headers."""
    if not pointers.ids and not pointers.marks:
        return set()
    filed = CaseMessage.objects.filter(
        case__authority=authority, message__message_id__in=pointers.ids
    )
    named = Q(message_id__in=pointers.ids) | Q(mark__in=pointers.marks)
    letters = Letter.objects.filter(named, case__authority=authority)
    return {*filed.values_list("case_id", flat=True), *letters.values_list("case_id", flat=True)}


def _by_reference(authority: Authority, pointers: Pointers) -> set[int]:
    """Return the cases whose reference stands in a message."""
    if not pointers.references:
        return set()
    cases = Case.objects.filter(authority=authority, reference__in=pointers.references)
    return set(cases.values_list("id", flat=True))


def _by_people(authority: Authority, people: Collection[str], mail: Mail) -> set[int]:
    """Return the latest cases of some people whose subject, or request address, fits a message."""
    if not people:
        return set()
    spellings = {each for address in people for each in (address, address.lower())}
    cases = Case.objects.filter(authority=authority)
    about = base_subject(mail.subject)
    asked = cases.filter(requester__address__in=spellings)
    wrote = cases.filter(
        case_messages__part__in=_THEIRS, case_messages__message__sender_address__in=spellings
    )
    rows = {
        pk: title
        for query in (asked, wrote)
        for pk, title in query.order_by("-pk").values_list("pk", "title")[:_MOST_CASES]
    }
    if any(is_request_address(each) for each in people):
        return set(rows)
    return {pk for pk, title in rows.items() if about and base_subject(title) == about}


def _known(case_ids: set[int]) -> list[Known]:
    """Return cases as matching sees them: the ids of each thread, and who has written in it.

    A case has those of the cases that were merged into it, and stands for them.
    """
    families = _families(case_ids)
    case_ids = {case.pk for family in families for case in family}
    messages = defaultdict(list)
    for case_id, part, message_id, sender, answer_to in CaseMessage.objects.filter(
        case_id__in=case_ids, part__in=[*_THEIRS, CaseMessage.Part.SENT]
    ).values_list(
        "case_id",
        "part",
        "message__message_id",
        "message__sender_address",
        "message__answer_to",
    ):
        people = [sender, answer_to] if part != CaseMessage.Part.SENT else []
        messages[case_id].append((message_id, people))
    letters: dict[int, list[Letter]] = defaultdict(list)
    for letter in Letter.objects.filter(case_id__in=case_ids).only(
        "case_id", "message_id", "subject", "mark"
    ):
        letters[letter.case_id].append(letter)
    return [
        _one(
            family,
            [message for case in family for message in messages[case.pk]],
            [letter for case in family for letter in letters[case.pk]],
        )
        for family in families
    ]


def _families(case_ids: set[int]) -> list[list[Case]]:
    """Return the cases that some ids stand for now, each followed by those merged into it."""
    into = Case.objects.filter(pk__in=case_ids).values_list("pk", "merged_into")
    roots = {merged_into or pk for pk, merged_into in into}
    found = Case.objects.filter(Q(pk__in=roots) | Q(merged_into__in=roots))
    families: dict[int, list[Case]] = {}
    for case in found.select_related("requester").order_by("pk"):
        families.setdefault(case.merged_into_id or case.pk, []).append(case)
    return [
        sorted(family, key=lambda case: case.pk != root)
        for root, family in sorted(families.items())
    ]


def _one(
    family: Sequence[Case], messages: list[tuple[str, list[str]]], letters: Sequence[Letter]
) -> Known:
    """Return one case, the first of its family, as matching sees it."""
    case = family[0]
    people = {address.lower() for _, written in messages for address in written if address}
    for each in family:
        requester: Requester | None = getattr(each, "requester", None)
        if requester and requester.address:
            people.add(requester.address.lower())
    ids = [*(message_id for message_id, _ in messages), *(letter.message_id for letter in letters)]
    titles = (*(each.title for each in family), *(one.subject for one in letters))
    subjects = {base_subject(each) for each in titles}
    return Known(
        case_id=case.pk,
        reference=case.reference,
        message_ids=frozenset(each for each in ids if each),
        correspondents=frozenset(people),
        open=case.state not in _ENDED,
        subjects=frozenset(subjects - {""}),
        marks=frozenset(letter.mark for letter in letters if letter.mark),
        reviews=case.parent_id if case.purpose == Purpose.REVIEW else None,
        former=frozenset(each.reference for each in family[1:]),
    )


def standing_for(cases: Iterable[Case]) -> list[Case]:
    """Return the cases that some stand for now, each once: a merged one for where it went."""
    found = {case.merged_into_id or case.pk: case.merged_into or case for case in cases}
    return [found[pk] for pk in sorted(found)]


def own_letter(authority: Authority, mail: Mail) -> str:
    """Return the reference of the case whose letter a message is, or nothing.

    It is known by its Message-ID, or by its own mark where a server gave it another.
    """
    signs = {"message_id": mail.message_id, "mark": mail.header("x-foi-letter").strip()}
    named = Q()
    for name, value in signs.items():
        named |= Q(**{name: value}) if value else Q()
    if not named:
        return ""
    found = Letter.objects.filter(named, case__authority=authority)
    return found.values_list("case__reference", flat=True).first() or ""


class Earlier:
    """The messages that have their disposition, as far as some others may be one of them again.

    Looked up once for all of `rows`; what is settled meanwhile is told by `add`.
    """

    def __init__(self, rows: Sequence[Message]) -> None:
        """Look them up; call it inside the transaction that settles `rows`."""
        ids = {row.message_id for row in rows} - {""}
        words = {row.words_sha256 for row in rows} - {""}
        found = Message.objects.filter(
            Q(message_id__in=ids) | Q(words_sha256__in=words, disposition=Message.Disposition.CASE),
            authority_id__in={row.authority_id for row in rows},
        ).exclude(disposition=Message.Disposition.PENDING)
        self._rows = list(
            found.only(
                "authority_id",
                "message_id",
                "sender_address",
                "words_sha256",
                "disposition",
                "received_at",
            ).order_by("pk")
        )

    def add(self, row: Message) -> None:
        """Take in a message that has its disposition now."""
        self._rows.append(row)

    def of_same_id(self, row: Message) -> Message | None:
        """Return the first message that bears the Message-ID of another."""
        return next(
            (
                each
                for each in self._others(row)
                if row.message_id and each.message_id == row.message_id
            ),
            None,
        )

    def of_same_words(self, row: Message) -> Message | None:
        """Return the first request of late in which the same sender wrote the same words."""
        wanted = (row.words_sha256, row.sender_address)
        if not all(wanted):
            return None
        return next(
            (
                each
                for each in self._others(row)
                if each.disposition == Message.Disposition.CASE
                and (each.words_sha256, each.sender_address) == wanted
                and abs(each.received_at - row.received_at) <= REPEATED_WITHIN
            ),
            None,
        )

    def _others(self, row: Message) -> Iterator[Message]:
        """Yield those of the same authority that are not the message itself."""
        return (
            each
            for each in self._rows
            if each.authority_id == row.authority_id and each.pk != row.pk
        )
