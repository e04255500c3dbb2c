"""Ask the assistant: a question is understood, answered from what is on record, and kept."""

from collections.abc import Generator, Sequence
from dataclasses import replace

from assistant.domain.chat.answer import Block, Place, Sort, Source, as_plain
from assistant.domain.chat.arguments import Arguments
from assistant.domain.chat.kinds import KINDS, Kind
from assistant.domain.chat.recognise import LONGEST, Understood, understand
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.domain.law.acts import Register
from assistant.domain.law.clock import received_on
from assistant.ports import Clock, Library
from assistant.services.asked.asking import Asking, Blocks, note
from assistant.services.asked.by_model import Found, Model, chosen_by
from assistant.services.asked.library import found_for
from assistant.services.asked.looking import ON_ITS_PAGE
from assistant.services.asked.tools import answer_of
from assistant.store.clocks import rules_of
from assistant.store.models import AskedQuestion, Case, User

ALSO_READ = "The rules read the question otherwise. This is what they answer."
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
    model: Model | None = None,
) -> AskedQuestion:
    """Answer a question of the person's own authority, and keep both.

    `case_id` is the case on whose page it was asked, None for the library, the law and the work;
    one that names a case there is answered and kept on that case. `model` is the language model
    that looks for the answer, if there is one; where it gives none, the rules do.
    Nothing but the answer is stored: what a question wants done comes back as a button. Raises
    NotAllowed for an auditor, for somebody of no authority, for a case that is not their
    authority's, and for a question that is empty or too long.
    """
    working = answering(
        question, by=by, register=register, library=library, clock=clock, case_id=case_id,
        model=model,
    )  # fmt: skip
    while True:
        try:
            next(working)
        except StopIteration as ended:
            kept: AskedQuestion = ended.value
            return kept


def answering(
    question: str,
    *,
    by: User,
    register: Register,
    library: Library,
    clock: Clock,
    case_id: int | None = None,
    model: Model | None = None,
) -> Generator[str, None, AskedQuestion]:
    """Answer a question as `ask` does, and say on the way what is being looked at.

    Yields such words, or "" about once a second where there is nothing new. Closing it ends the
    work: the model is asked no more, and no answer is kept.
    """
    asked = " ".join(question.split())
    case = _case(case_id, by)
    _refuse(asked, by)
    asking = _asking(case, by, register, library, clock)
    last = _last(case, by)
    read = understand(asked, today=asking.on, on_case=case is not None, earlier=_kind_of(last))
    asking = _of_named_case(asking, read)
    found = _by_rules(read, asking, asked_of=case)
    if model is not None and all(_is_for_a_model(each, asking, case) for each in read):
        found = yield from _by_model(model, found, asking, asked, last, asked_of=case, clock=clock)
    kinds, blocks = found
    return AskedQuestion.objects.create(
        authority=asking.authority,
        case=asking.case,
        asked_by=by,
        asked_at=asking.now,
        question=asked,
        kinds=[kind.value for kind in kinds],
        blocks=as_plain(blocks),
    )


def _by_rules(read: Sequence[Understood], asking: Asking, *, asked_of: Case | None) -> Found:
    """Return what the rules understood, and what they answer."""
    blocks = tuple(block for each in read for block in _answered(each, asking, asked_of=asked_of))
    return [each.kind for each in read if each.kind is not None], blocks


def _by_model(
    model: Model,
    rules: Found,
    asking: Asking,
    question: str,
    last: AskedQuestion | None,
    *,
    asked_of: Case | None,
    clock: Clock,
) -> Generator[str, None, Found]:
    """Return what a model finds, or what the rules found, with why it is theirs."""
    yield "Asking the language model"
    try:
        chosen = yield from chosen_by(
            model,
            asking,
            question,
            earlier=last.question if last is not None else "",
            on_its_page=asked_of is not None,
            clock=clock,
        )
    except (TryAgainLater, NotAllowed) as why:
        kinds, blocks = rules
        return kinds, (note(f"{why} This is what the rules answer without it."), *blocks)
    return _with_what_is_sure(chosen, rules)


def _with_what_is_sure(chosen: Found, rules: Found) -> Found:
    """Add what the rules surely understood to what a model chose, where it did not look there.

    A model answers more; it does not make anybody miss what is answered without it.
    """
    kinds, blocks = chosen
    missed = [kind for kind in rules[0] if kind not in kinds]
    if not missed:
        return chosen
    more = tuple(block for block in rules[1] if block not in blocks)
    return [*kinds, *missed], (*blocks, note(ALSO_READ), *more)


def _is_for_a_model(read: Understood, asking: Asking, asked_of: Case | None) -> bool:
    """Whether a model may look for the answer: not to what no record tells, nor of another case."""
    return read.ours and not _is_elsewhere(read, asking, asked_of)


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


def _last(case: Case | None, by: User) -> AskedQuestion | None:
    """Return what the person asked just before, of the same case or of none."""
    return AskedQuestion.objects.filter(case=case, asked_by=by).first()


def _kind_of(last: AskedQuestion | None) -> Kind | None:
    """Return what a question was understood to ask last, where it was."""
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
    if _is_elsewhere(read, asking, asked_of):
        return _elsewhere(read, asking)
    return answer_of(read.kind, asking)


def _is_elsewhere(read: Understood, asking: Asking, asked_of: Case | None) -> bool:
    """Whether a question is about a case on whose page it has to be asked."""
    reference = read.arguments.reference
    if reference and (asking.case is None or asking.case.reference.upper() != reference):
        return True
    return read.kind in ON_ITS_PAGE and asking.case is not None and asked_of is None


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
