"""What is on record of a case: how it stands, what was decided, held, asked, and whose it is."""

from collections.abc import Iterator, Sequence

from assistant.domain.case import State
from assistant.domain.chat.answer import IDENTITIES, Block, Place, Sort, Source
from assistant.domain.law.acts import Standing
from assistant.domain.law.citations import parse_citation
from assistant.domain.law.timeline import long_day
from assistant.services.asked.asking import (
    Asking,
    Blocks,
    at,
    fact,
    gap,
    law,
    listed,
    name_of,
    no_such_part,
    note,
    of_case,
    of_history,
    of_part,
    of_provision,
    of_reasons,
    proposal,
    quote,
)
from assistant.services.asked.clock import days_left
from assistant.services.asked.events import CLOSING, line_of, places_in
from assistant.services.asked.words import HELD, OUTCOMES, STATES, letter_name
from assistant.store.models import (
    Case,
    CaseMessage,
    Draft,
    Event,
    Letter,
    ReasoningRecord,
    RequestPart,
)

_MESSAGES = 3
# What was recorded for a provision, in the order in which a letter argues.
_GROUNDS = (
    ("likelihood", "Likelihood"),
    ("harm", "What would follow"),
    ("causal_link", "How disclosure leads to it"),
    ("why", "Why it applies"),
    ("legitimate_interests", "Legitimate interests"),
    ("opinion", "The qualified person’s opinion"),
    ("for_disclosure", "For disclosure"),
    ("against", "Against disclosure"),
    ("tips", "What tips the balance"),
)


def status(asking: Asking) -> Blocks:
    """Answer how a case stands: state, date, officer, parts, letters."""
    case = asking.the_case
    blocks = [_standing(asking, case), *_closing(case), *_officer(case)]
    parts = list(case.parts.order_by("position"))
    decided = [part for part in parts if part.outcome]
    count = f"{len(decided)} of {len(parts)} parts of the request are decided."
    blocks.append(fact(count, of_case(case, "parts of the request", "parts")))
    blocks += [_decision(case, part) for part in parts]
    for draft in case.drafts.exclude(state=Draft.State.DISCARDED).order_by("pk"):
        where = Source(
            f"{case.reference}: {letter_name(draft.kind)}",
            Place("draft", (case.reference, draft.kind)),
        )
        stands = draft.get_state_display().lower()
        blocks.append(fact(f"The {letter_name(draft.kind)}: {stands}.", where))
    return tuple(blocks)


def decision(asking: Asking) -> Blocks:
    """Answer what was decided on a part, and why: in the words that were recorded."""
    case, parts = asking.the_case, asking.parts()
    if not parts:
        return no_such_part(asking)
    records = {each.citation: each for each in case.reasoning.select_related("updated_by")}
    blocks: list[Block] = []
    for part in parts:
        blocks.append(_decision(case, part))
        if part.facts.strip():
            blocks.append(quote(part.facts.strip(), of_part(case, part)))
    sections = list(dict.fromkeys(section for part in parts for section in part.sections))
    named = [each for each in asking.arguments.sections if each not in sections]
    for section in named:
        blocks += _not_relied_on(asking, case, section, sections, records.get(section))
    wanted = [each for each in sections if _is_within(each, asking.arguments.sections)]
    if named and not wanted:
        return tuple(blocks)
    for section in wanted or sections:
        blocks.append(_test_of(asking, section))
        blocks += _reasons(asking, case, section, records.get(section))
    return tuple(blocks)


def _is_within(section: str, named: Sequence[str]) -> bool:
    """Whether a section is one that the question names, or stands below it."""
    own = parse_citation(section)
    wanted = [parse_citation(each) for each in named]
    return own is not None and any(each is not None and own.within(each) for each in wanted)


def _not_relied_on(
    asking: Asking,
    case: Case,
    section: str,
    relied: Sequence[str],
    record: ReasoningRecord | None,
) -> Iterator[Block]:
    """Say that no part relies on a section that the question names; what is on record all the same.

    Nothing where a limb of it is relied on.
    """
    if any(_is_within(each, (section,)) for each in relied):
        return
    source = of_case(case, "parts of the request", "parts")
    yield gap(f"No part of the request relies on {section}.", source)
    yield from _reasons(asking, case, section, record)


def _test_of(asking: Asking, section: str) -> Block:
    """Say whether a section is absolute, or the public interest has to be weighed, and for what."""
    citation = parse_citation(section)
    provision = asking.register.covering(citation) if citation else None
    if provision is None:
        return gap(f"{section} is not in the register.", of_provision(section))
    test = _TESTS[provision.standing]
    protects = f" It protects {provision.prejudice_to}." if provision.prejudice_to else ""
    return law(f"{section} ({provision.title}) is {test}.{protects}", of_provision(section))


_TESTS = {
    Standing.ABSOLUTE: "absolute: no public interest is weighed",
    Standing.QUALIFIED: "qualified: the public interest has to be weighed",
    Standing.PARTLY: "absolute in part: for the rest the public interest has to be weighed",
    Standing.NONE: "no exemption: no public interest is weighed",
}


def _closing(case: Case) -> Iterator[Block]:
    """Say what closed a case, who did it, and the reason that was given."""
    if case.state in {State.OPEN, State.RESPONSE_APPROVED}:
        return
    found = Event.objects.filter(case=case, kind__in=CLOSING).select_related("actor", "note")
    event = found.order_by("-number").first()
    if event is not None:
        yield fact(line_of(event, places_in(case)), of_history(case))


def held(asking: Asking) -> Blocks:
    """Answer whether the information is held, and which searches that rests on."""
    case, parts = asking.the_case, asking.parts()
    if not parts:
        return no_such_part(asking)
    blocks: list[Block] = []
    for part in parts:
        source = of_part(case, part)
        said = f"{name_of(part)}: {HELD[part.held][0].lower()}{HELD[part.held][1:]}."
        known = part.held != "unknown"
        blocks.append(fact(said, source) if known else gap(said, source))
        blocks += searches_of(asking, part)
    return tuple(blocks)


def searches_of(asking: Asking, part: RequestPart) -> Iterator[Block]:
    """Yield each search that is recorded for a part; that there is none, where there is none."""
    source = of_part(asking.the_case, part)
    made = list(part.searches.all())
    for each in made:
        yield fact(
            f"{name_of(part)}, searched on {long_day(each.made_on)} by {each.who}: "
            f"{each.where}{_terms(each.terms)}. Result: {each.result}",
            source,
        )
    if not made:
        yield gap(f"No search is recorded for {name_of(part).lower()}.", source)


def owner(asking: Asking) -> Blocks:
    """Answer whose case it is."""
    return tuple(_officer(asking.the_case, propose=asking.person.may_change))


def request(asking: Asking) -> Blocks:
    """Answer what was asked, in the requester's own words."""
    case, parts = asking.the_case, asking.parts()
    if not parts:
        return no_such_part(asking)
    blocks = [
        fact(
            f"“{case.title}”, received on {long_day(case.received_on)}. Parts of the request: "
            f"{listed(name_of(part) for part in case.parts.order_by('position'))}.",
            of_case(case, "the request", "the-request"),
        )
    ]
    for part in parts:
        words = f"{part.stem}\n{part.text}" if part.stem else part.text
        blocks.append(quote(words, of_part(case, part)))
    return tuple(blocks)


def messages(asking: Asking) -> Blocks:
    """Answer what the requester wrote since the request: the newest first."""
    case = asking.the_case
    filed = CaseMessage.objects.filter(case=case, part=CaseMessage.Part.REPLY)
    period = asking.arguments.period
    if period.since:
        filed = filed.filter(message__received_at__date__gte=period.since)
    if period.until:
        filed = filed.filter(message__received_at__date__lte=period.until)
    rows = list(filed.select_related("message").order_by("-message__received_at", "-pk"))
    source = Source(f"{case.reference}: correspondence", Place("correspondence", (case.reference,)))
    since = f" since {long_day(period.since)}" if period.since else " since the request"
    if not rows:
        return (gap(f"No reply is filed on the case{since}.", source),)
    many = "1 reply is" if len(rows) == 1 else f"{len(rows)} replies are"
    blocks = [fact(f"{many} filed on the case{since}.", source)]
    for row in rows[:_MESSAGES]:
        when = at(row.message.received_at)
        blocks.append(fact(f"Received on {when}:", source))
        name = f"Message of {when}"
        blocks.append(
            Block(Sort.MESSAGE, str(row.message_id), (_page(name, "message", row.message_id),))
        )
    return tuple(blocks)


def requester(asking: Asking) -> Blocks:
    """Answer who the requester is: which facts there are, never the facts themselves.

    They are looked up when the answer is read on the case's own page.
    """
    case = asking.the_case
    source = of_case(case, "the request", "the-request")
    named = getattr(case, "requester", None)
    known = [name for name in IDENTITIES if named is not None and getattr(named, name)]
    if not known:
        return (gap("Nothing is on record of who the requester is.", source),)
    blind = note(
        "Who asks, and why, makes no difference to what is answered, but where a provision says so."
    )
    return (*(Block(Sort.IDENTITY, name, (source,)) for name in known), blind)


def _page(name: str, page: str, key: int) -> Source:
    """Return a page with a number as a source."""
    return Source(name, Place(page, (key,)))


def _standing(asking: Asking, case: Case) -> Block:
    """Say in which state a case is, and by when it is due."""
    said = f"{case.reference} is {STATES[case.state]}"
    if case.undelivered_at:
        said = f"{said}, but the answer came back"
    if case.state in {State.OPEN, State.RESPONSE_APPROVED} or case.undelivered_at:
        due = f"due on {long_day(case.due_on)}" if case.due_on else "without a date while it waits"
        left = f" ({days_left(asking, case.due_on)})" if case.due_on else ""
        return fact(f"{said}, {due}{left}.", of_case(case, "the clock", "clock"))
    when = f" on {at(case.answered_at)}" if case.answered_at else ""
    return fact(f"{said}{when}.", of_case(case, "state"))


def _officer(case: Case, *, propose: bool = False) -> Iterator[Block]:
    """Say whose case it is; where it is nobody's, offer the page that gives it to somebody."""
    source = of_case(case, "officer")
    if case.officer is not None:
        yield fact(f"The case is {case.officer.shown_name}’s.", source)
        return
    yield gap("Nobody is assigned to the case yet.", source)
    if propose:
        yield proposal("Assign the case", "assign", case.reference)


def _decision(case: Case, part: RequestPart) -> Block:
    """Say what is decided on a part, under which sections."""
    source = of_part(case, part)
    if not part.outcome:
        return gap(f"{name_of(part)} is not decided yet.", source)
    said = f"{name_of(part)}: {OUTCOMES.get(part.outcome, part.outcome)}"
    if part.sections:
        said = f"{said} under {listed(part.sections)}"
    return fact(f"{said}.", source, *(of_provision(section) for section in part.sections))


def _reasons(
    asking: Asking, case: Case, section: str, record: ReasoningRecord | None
) -> Iterator[Block]:
    """Yield what officers recorded for a section; that nothing is, where nothing is."""
    citation = parse_citation(section)
    provision = asking.register.covering(citation) if citation else None
    name = provision.title if provision else section
    if record is None:
        yield gap(f"No reason is on record for {section} ({name}).", of_reasons(case, section))
        return
    by = record.updated_by.shown_name if record.updated_by else "somebody"
    for field, called in _GROUNDS:
        words = str(getattr(record, field)).strip()
        if words:
            yield quote(
                f"{section}. {called}: {words}",
                of_reasons(case, section),
                Source(f"Recorded by {by}, {at(record.updated_at)}"),
            )


def _terms(terms: str) -> str:
    """Return the terms of a search, where any were recorded."""
    return f", for “{terms}”" if terms else ""


def letters_of(case: Case) -> list[Letter]:
    """Return the approved letters of a case, the newest first; those taken back are left out."""
    found = Letter.objects.filter(case=case, voided_at__isnull=True)
    return list(found.select_related("approved_by", "standing", "outbox").order_by("-approved_at"))
