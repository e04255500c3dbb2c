"""Ask the assistant: a question is understood, answered from what is on record, and kept."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.chat.answer import Block, Place, Sort, Source, as_plain
from assistant.domain.chat.arguments import Arguments
from assistant.domain.chat.kinds import KINDS, Kind
from assistant.domain.chat.recognise import LONGEST, Understood, understand
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.law.clock import received_on
from assistant.ports import Clock, Library
from assistant.services.asked.asking import Asking, Blocks, note
from assistant.services.asked.library import found_for
from assistant.services.asked.tools import answer_of
from assistant.store.clocks import rules_of
from assistant.store.models import AskedQuestion, Case, User

# Who the requester is, and what they wrote, is told on the case's own page alone.
_ON_ITS_PAGE = frozenset({Kind.REQUESTER, Kind.MESSAGES})
NOT_UNDERSTOOD = (
    "I did not understand that, and do not guess. These are the nearest things that I can answer."
)


def ask(
    question: str,
    *,
    by: User,
    register: Register,
    library: Library,
    clock: Clock,
    case_id: int | None = None,
) -> AskedQuestion:
    """Answer a question of the person's own authority, and keep both.

    `case_id` is the case on whose page it was asked, None for the library, the law and the work;
    one that names a case there is answered and kept on that case.
    Nothing but the answer is stored: what a question wants done comes back as a button. Raises
    NotAllowed for an auditor, for somebody of no authority, for a case that is not their
    authority's, and for a question that is empty or too long.
    """
    asked = " ".join(question.split())
    case = _case(case_id, by)
    _refuse(asked, by)
    asking = _asking(case, by, register, library, clock)
    earlier = _earlier(case, by)
    read = understand(asked, today=asking.on, on_case=case is not None, earlier=earlier)
    asking = _of_named_case(asking, read)
    blocks = tuple(block for each in read for block in _answered(each, asking, asked_of=case))
    kinds = [each.kind.value for each in read if each.kind is not None]
    return AskedQuestion.objects.create(
        authority=asking.authority,
        case=asking.case,
        asked_by=by,
        asked_at=asking.now,
        question=asked,
        kinds=kinds,
        blocks=as_plain(blocks),
    )


def _refuse(question: str, by: User) -> None:
    """Raise NotAllowed where nothing can be answered, or nothing may be kept."""
    if not by.may_change:
        raise NotAllowed(
            "Auditors read what was asked; what they ask themselves would be kept on the case. "
            "Ask an officer."
        )
    if not question:
        raise NotAllowed("Enter a question.")
    if len(question) > LONGEST:
        raise NotAllowed(f"Ask in at most {LONGEST:,} characters.")


def _case(case_id: int | None, by: User) -> Case | None:
    """Return the case a question is asked of; raises NotAllowed where it is not theirs."""
    if by.authority is None:
        raise NotAllowed("Your account does not belong to an authority yet.")
    if case_id is None:
        return None
    cases = Case.objects.select_related("authority", "officer", "requester")
    found = cases.filter(pk=case_id, authority=by.authority).first()
    if found is None:
        raise NotAllowed("There is no such case.")
    return found


def _asking(
    case: Case | None, by: User, register: Register, library: Library, clock: Clock
) -> Asking:
    """Return what the tools are given, without what a question names."""
    authority = by.authority
    if authority is None:
        raise NotAllowed("Your account does not belong to an authority yet.")
    now = clock.now()
    return Asking(
        person=by,
        authority=authority,
        case=case,
        arguments=Arguments(),
        register=register,
        library=library,
        rules=rules_of(authority.pk),
        now=now,
        on=received_on(now),
    )


def _earlier(case: Case | None, by: User) -> Kind | None:
    """Return what the person asked just before, of the same case, where that was understood."""
    last = AskedQuestion.objects.filter(case=case, asked_by=by).first()
    return Kind(last.kinds[-1]) if last is not None and last.kinds else None


def _of_named_case(asking: Asking, read: Sequence[Understood]) -> Asking:
    """Take up the one case that a question names which was asked of none."""
    named = {each.arguments.reference for each in read} - {""}
    if asking.case is not None or len(named) != 1:
        return asking
    cases = Case.objects.select_related("authority", "officer", "requester")
    found = cases.filter(authority=asking.authority, reference__iexact=named.pop()).first()
    return replace(asking, case=found) if found else asking


def _answered(read: Understood, asking: Asking, *, asked_of: Case | None) -> Blocks:
    """Return the answer to one thing that was asked on the page of a case, or of none."""
    asking = replace(asking, arguments=read.arguments)
    if read.kind is None:
        return _not_understood(read, replace(asking, case=asked_of))
    reference = read.arguments.reference
    other = reference and (asking.case is None or asking.case.reference.upper() != reference)
    if other or (read.kind in _ON_ITS_PAGE and asking.case is not None and asked_of is None):
        return _elsewhere(read, asking)
    return answer_of(read.kind, asking)


def _elsewhere(read: Understood, asking: Asking) -> Blocks:
    """Lead to the case that a question names, where it is of the person's own authority."""
    reference = read.arguments.reference
    found = Case.objects.filter(authority=asking.authority, reference__iexact=reference).first()
    if found is None:
        return (note(f"There is no case {reference}."),)
    place = Place("ask-case", (found.reference,), "", (("q", read.question),))
    return (
        note(f"That is about {found.reference}. It is asked, answered and kept there."),
        Block(Sort.PROPOSAL, f"Ask it of {found.reference}", (Source(found.reference, place),)),
    )


def _not_understood(read: Understood, asking: Asking) -> Blocks:
    """Offer the nearest things that can be answered, and what the library finds for the words."""
    return (
        note(NOT_UNDERSTOOD),
        *(_offered(kind, asking) for kind in read.nearest),
        *found_for(asking, read.question),
    )


def _offered(kind: Kind, asking: Asking) -> Block:
    """Offer a kind of question by its example; the button puts it into the box."""
    row = KINDS[kind]
    query = (("q", row.example),)
    if asking.case is None:
        place = Place("ask", (), "", query)
    else:
        place = Place("ask-case", (asking.case.reference,), "", query)
    return Block(Sort.PROPOSAL, row.example, (Source(row.name, place),))
