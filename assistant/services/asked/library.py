"""How questions were answered before, and which exemptions were used: library and cases."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from assistant.domain.case import Outcome
from assistant.domain.chat.answer import Block, Place, Source
from assistant.domain.chat.periods import Period
from assistant.domain.law.timeline import long_day
from assistant.services.asked.asking import (
    Asking,
    Blocks,
    cut,
    fact,
    gap,
    listed,
    no_such_part,
    note,
    of_case,
    of_provision,
    quote,
)
from assistant.services.asked.history import in_words
from assistant.services.asked.words import OUTCOMES
from assistant.services.related_requests import LikeCase, related_requests
from assistant.services.search_library import Filters, Found, answer
from assistant.store import case_search
from assistant.store.models import Case, LibraryDocument, Passage, RequestPart

_PASSAGES = 40
_SHOWN = 4
_PARTS = 6
_MOST_SECTIONS = 12
_OUTCOMES_ASKED = (
    ("release", (Outcome.DISCLOSED_FULL.value, Outcome.DISCLOSED_PART.value)),
    ("refuse", (Outcome.REFUSED.value, Outcome.DISCLOSED_PART.value, Outcome.NCND.value)),
)


@dataclass(frozen=True, slots=True)
class Response:
    """An earlier response with the passage of it that is most alike."""

    document: str
    best: Found


def before(asking: Asking) -> Blocks:
    """Answer whether something was answered before: like requests, then like passages."""
    case = asking.case
    if asking.arguments.topic and not asking.arguments.parts:
        return (*_of_topic(asking, asking.arguments.topic),)
    if case is None:
        return (note("Name the subject, such as “have we answered anything about drones before”."),)
    parts = asking.parts()
    if not parts:
        return no_such_part(asking)
    blocks = [*_related(asking, case)]
    found: dict[str, Response] = {}
    for part in parts[:_PARTS]:
        text = f"{part.stem}\n{part.text}" if part.stem else part.text
        for response in _responses(asking, text, Filters())[:2]:
            found.setdefault(response.document, response)
    blocks += [block for each in list(found.values())[:_SHOWN] for block in _shown(each)]
    return tuple(blocks) or (
        gap("Nothing in the library, and no other case, is alike enough.", _library(case.title)),
    )


def search(asking: Asking) -> Blocks:
    """Answer with the earlier responses that are about something, by section, outcome and date."""
    arguments = asking.arguments
    topic = arguments.topic
    sections = arguments.sections
    if not topic and not sections:
        return (note("Name the subject or a section to look for.", _library("")),)
    if not topic:
        return _citing(asking, sections, arguments.period)
    return tuple(_of_topic(asking, topic))


def exemptions_used(asking: Asking) -> Blocks:
    """Answer which sections responses relied on, for a subject and a period, with each response.

    Responses of the library and the decided cases of the authority are counted apart.
    """
    arguments = asking.arguments
    topic, period = arguments.topic, arguments.period
    if not topic and arguments.sections:
        return _citing(asking, arguments.sections, period)
    about = f" about “{topic}”" if topic else ""
    found = _documents(asking, topic, period) if topic else list(_all_documents(asking, period))
    named = arguments.sections
    blocks = [
        *_counted(found, f"earlier responses{about}{in_words(period)}", _library(topic), named)
    ]
    blocks += _counted_in_cases(asking, topic, period)
    return tuple(blocks) or (
        gap(
            f"No earlier response and no case is on record{about}{in_words(period)}.",
            _library(topic),
        ),
    )


def found_for(asking: Asking, words: str) -> Blocks:
    """Return what the library has for words that were not understood: results, and no answer."""
    shown = [block for each in _responses(asking, words, Filters())[:3] for block in _shown(each)]
    return (note("The library has this for your words."), *shown) if shown else ()


def _of_topic(asking: Asking, topic: str) -> Iterator[Block]:
    """Yield the responses about a subject, or say that there is none."""
    arguments = asking.arguments
    outcomes = next((asked for word, asked in _OUTCOMES_ASKED if arguments.has(word)), ())
    filters = Filters(
        section=arguments.sections[0] if arguments.sections else "",
        since=arguments.period.since,
        until=arguments.period.until,
    )
    found = _responses(asking, topic, filters)
    if outcomes and any(each.best.outcome in outcomes for each in found):
        found = [each for each in found if each.best.outcome in outcomes]
    if not found:
        yield gap(
            f"Nothing in the library is alike enough to “{topic}”{in_words(arguments.period)}.",
            _library(topic),
        )
        return
    many = "1 response" if len(found) == 1 else f"{len(found)} responses"
    yield fact(
        f"{many} about “{topic}”{in_words(arguments.period)}, the most alike first.",
        _library(topic),
    )
    for each in found[:_SHOWN]:
        yield from _shown(each)


def _responses(asking: Asking, text: str, filters: Filters) -> list[Response]:
    """Return the responses whose passages answer a text, each once, the best first."""
    hits = answer(
        asking.authority.pk, text, k=_PASSAGES, library=asking.library, filters=filters
    ).found
    rows = Passage.objects.filter(ident__in=[hit.id for hit in hits])
    documents = dict(rows.values_list("ident", "document__ident"))
    found: dict[str, Response] = {}
    for hit in hits:
        document = documents.get(hit.id, "")
        if document:
            found.setdefault(document, Response(document, hit))
    return list(found.values())


def _shown(response: Response) -> Iterator[Block]:
    """Yield what a response decided, and the passage of it that is alike, word for word."""
    hit = response.best
    dated = f" of {long_day(hit.dated)}" if hit.dated else ""
    outcome = OUTCOMES.get(hit.outcome, "")
    under = f" under {listed(hit.sections)}" if hit.sections and outcome else ""
    decided = f": {outcome}{under}" if outcome else ""
    trust = "" if hit.status in {"example", "approved"} else f" It is marked as {hit.status}."
    source = _document(response.document, hit.title)
    yield fact(f"{hit.source}{dated}{decided}.{trust}", source)
    yield quote(cut(hit.text.strip()), source)


def _related(asking: Asking, case: Case) -> Iterator[Block]:
    """Yield the cases whose request is like this one's."""
    related = related_requests(case, asking.rules)
    seen: set[str] = set()
    rows = (
        (related.near_identical, "Near-identical request"),
        (related.answered_before, "The same requester, answered before"),
        (related.same_subject, "The same requester on a like subject within 60 working days"),
    )
    for cases, name in rows:
        for like in cases[:_SHOWN]:
            if like.reference not in seen:
                seen.add(like.reference)
                yield fact(
                    f"{name}: {_like(like)}",
                    Source(like.reference, Place("case", (like.reference,))),
                )


def _like(like: LikeCase) -> str:
    """Say what is like, of when, and how it was decided."""
    outcomes = listed(OUTCOMES.get(each, each) for each in like.outcomes)
    decided = f" Decided: {outcomes}." if like.outcomes else " Not decided yet."
    under = f" Under {listed(like.sections)}." if like.sections else ""
    return f"“{like.title}”, received on {long_day(like.received_on)}.{decided}{under}"


def _documents(asking: Asking, topic: str, period: Period) -> list[LibraryDocument]:
    """Return the documents about a subject within a period."""
    filters = Filters(since=period.since, until=period.until)
    idents = [each.document for each in _responses(asking, topic, filters)]
    rows = LibraryDocument.objects.filter(authority=asking.authority, ident__in=idents)
    known = {row.ident: row for row in rows.defer("text", "request")}
    return [known[ident] for ident in idents if ident in known]


def _all_documents(asking: Asking, period: Period) -> QuerySet[LibraryDocument]:
    """Return every document of the library within a period; one without a date only without one."""
    rows = LibraryDocument.objects.filter(authority=asking.authority).defer("text", "request")
    return _dated(rows, period.since, period.until)


def _dated(
    rows: QuerySet[LibraryDocument], since: date | None, until: date | None
) -> QuerySet[LibraryDocument]:
    """Keep the documents of some days."""
    if since:
        rows = rows.filter(dated__gte=since)
    return rows.filter(dated__lte=until) if until else rows


def _counted(
    documents: Sequence[LibraryDocument], what: str, where: Source, named: Sequence[str] = ()
) -> Iterator[Block]:
    """Say how many of some responses relied on which sections, and name each response."""
    if not documents:
        return
    wanted = tuple(named)
    relied = [
        (doc, [each for each in doc.sections if not wanted or each.startswith(wanted)])
        for doc in documents
    ]
    counts = Counter(section for _, sections in relied for section in dict.fromkeys(sections))
    used = sum(1 for _, sections in relied if sections)
    yield fact(f"{used} of {len(documents)} {what} relied on a section.", where)
    for section, count in counts.most_common(_MOST_SECTIONS):
        sources = [
            _document(doc.ident, _named(doc)) for doc, sections in relied if section in sections
        ]
        responses = "1 response" if count == 1 else f"{count} responses"
        yield fact(f"{section}: {responses}.", of_provision(section), *sources[:_SHOWN])


def _counted_in_cases(asking: Asking, topic: str, period: Period) -> Iterator[Block]:
    """Say which sections the decided parts of cases about a subject rely on."""
    cases = Case.objects.filter(authority=asking.authority)
    if topic:
        cases = case_search.having_words(cases, topic)
    if period.since:
        cases = cases.filter(received_on__gte=period.since)
    if period.until:
        cases = cases.filter(received_on__lte=period.until)
    rows = RequestPart.objects.filter(case__in=cases).exclude(outcome="").select_related("case")
    relying = [part for part in rows.order_by("case__reference", "position") if part.sections]
    sections = Counter(section for part in relying for section in part.sections)
    about = f" about “{topic}”" if topic else ""
    for section, count in sections.most_common(_MOST_SECTIONS):
        found = dict.fromkeys(part.case for part in relying if section in part.sections)
        parts = "1 part" if count == 1 else f"{count} parts"
        yield fact(
            f"{section}: {parts} of cases{about}, received{in_words(period) or ' at any time'}.",
            of_provision(section),
            *(of_case(case, "parts of the request", "parts") for case in list(found)[:_SHOWN]),
        )


def _citing(asking: Asking, sections: Sequence[str], period: Period) -> Blocks:
    """Say in how many responses and cases sections were relied on, and which are the newest."""
    blocks: list[Block] = []
    rows = _all_documents(asking, period).annotate(cited=Cast("sections", TextField()))
    for section in sections:
        found = rows.filter(Q(cited__contains=f'"{section}"') | Q(cited__contains=f'"{section}('))
        newest = list(found.order_by("-dated", "ident")[:_SHOWN])
        many = found.count()
        responses = "1 earlier response" if many == 1 else f"{many} earlier responses"
        sources = [_document(doc.ident, _named(doc)) for doc in newest]
        which = listed(doc.reference or _named(doc) for doc in newest)
        lead = "the newest are " if many > len(newest) else ""
        said = f"{responses} relied on {section}{in_words(period)}: {lead}{which}."
        blocks.append(fact(said, of_provision(section), *sources) if many else
                      gap(f"No earlier response relied on {section}{in_words(period)}.",
                          of_provision(section)))  # fmt: skip
        cases = case_search.relying_on(Case.objects.filter(authority=asking.authority), section)
        blocks += _cases_citing(cases, section, period)
    return tuple(blocks)


def _cases_citing(cases: QuerySet[Case], section: str, period: Period) -> Iterable[Block]:
    """Say how many cases rely on a section, the newest named."""
    if period.since:
        cases = cases.filter(received_on__gte=period.since)
    if period.until:
        cases = cases.filter(received_on__lte=period.until)
    many = cases.count()
    if not many:
        return
    newest = cases.order_by("-received_on", "-reference")[:_SHOWN]
    relying = "1 case relies" if many == 1 else f"{many} cases rely"
    list_of = Source("Cases", Place("cases", (), "", (("section", section), ("state", "all"))))
    yield fact(
        f"{relying} on {section} in a part.",
        list_of,
        *(of_case(case, "parts of the request", "parts") for case in newest),
    )


def _document(ident: str, name: str) -> Source:
    """Return a document of the library as a source."""
    return Source(name or ident, Place("document", (ident,)))


def _named(document: LibraryDocument) -> str:
    """Return a document by its title and date."""
    dated = f", {long_day(document.dated)}" if document.dated else ""
    return f"{document.title}{dated}"


def _library(words: str) -> Source:
    """Return a search of the library as a source."""
    return Source("Library", Place("library", (), "", (("q", words),) if words else ()))
