"""Who asks what of which case, and the small pieces that every answer is made of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from assistant.domain.chat.answer import Block, Place, Sort, Source
from assistant.domain.chat.arguments import LAST_PART, Arguments
from assistant.domain.law.acts import Register
from assistant.domain.law.citations import parse_citation
from assistant.domain.law.clock import LONDON
from assistant.domain.law.clock_rules import ClockRules
from assistant.domain.law.timeline import long_day
from assistant.domain.request.correcting import title
from assistant.ports import Library
from assistant.store.models import Authority, Case, RequestPart, User

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """A question as a tool is given it: everything is looked up for this person's authority alone.

    `case` is None where the question was asked of no case. `on` is today in Europe/London, `now`
    the instant.
    """

    person: User
    authority: Authority
    case: Case | None
    arguments: Arguments
    register: Register
    library: Library
    rules: ClockRules
    now: datetime
    on: date

    @property
    def the_case(self) -> Case:
        """The case; raises LookupError where a tool that needs one is asked without."""
        if self.case is None:
            raise LookupError("This is answered on the page of a case.")
        return self.case

    def parts(self) -> list[RequestPart]:
        """Return the parts of the request that the question names, or all where it names none."""
        every = list(self.the_case.parts.order_by("position"))
        named = [part for key in self.arguments.parts for part in _meant(every, key)]
        return list(dict.fromkeys(named)) if self.arguments.parts else every


def _meant(parts: Sequence[RequestPart], key: str) -> list[RequestPart]:
    """Return the parts that a person means: by the requester's number, else by place.

    "Part 3" is also 3(a) and 3(b), and the questions that follow it without a number.
    """
    if key == LAST_PART:
        return list(parts[-1:])
    wanted = _bare(key)
    numbered = re.compile(rf"{wanted}(?:\D.*)?")
    found = [part for part in parts if numbered.fullmatch(_bare(part.key))]
    return found or [part for part in parts if str(part.position) == wanted]


def _bare(text: str) -> str:
    """Return a number without what stands around it: "3(a)" and "3a." are the same."""
    return re.sub(r"[^0-9a-z]", "", text.lower())


def fact(text: str, *sources: Source) -> Block:
    """Return something that is on record."""
    return Block(Sort.FACT, text, sources)


def law(text: str, *sources: Source) -> Block:
    """Return what the register of provisions says."""
    return Block(Sort.LAW, text, sources)


def quote(text: str, *sources: Source) -> Block:
    """Return somebody's own words."""
    return Block(Sort.QUOTE, text, sources)


def gap(text: str, *sources: Source) -> Block:
    """Return what is not on record."""
    return Block(Sort.GAP, text, sources)


def note(text: str, *sources: Source) -> Block:
    """Return what the assistant says of the answer itself."""
    return Block(Sort.NOTE, text, sources)


def proposal(text: str, page: str, *args: str | int, fragment: str = "") -> Block:
    """Return a button that leads to a page; nothing is done before somebody does it there."""
    return Block(Sort.PROPOSAL, text, (Source(text, Place(page, args, fragment)),))


def of_case(case: Case, name: str, fragment: str = "") -> Source:
    """Return a place on the page of a case as a source."""
    return Source(f"{case.reference}: {name}", Place("case", (case.reference,), fragment))


def of_part(case: Case, part: RequestPart) -> Source:
    """Return the page of a part as a source."""
    return Source(
        f"{case.reference}: {name_of(part)}", Place("part", (case.reference, part.position))
    )


def of_history(case: Case) -> Source:
    """Return the history of a case as a source."""
    return Source(f"{case.reference}: history", Place("history", (case.reference,)))


def of_provision(citation: str) -> Source:
    """Return a provision of the register as a source; other rules have no page."""
    read = parse_citation(citation)
    return Source(citation, Place("provision", (str(read),)) if read else None)


def of_reasons(case: Case, citation: str) -> Source:
    """Return what is on record for a provision in a case as a source."""
    slug = "-".join(re.findall(r"[A-Za-z0-9]+", citation)).lower()
    return Source(
        f"{case.reference}: why {citation} applies", Place("reasons", (case.reference, slug))
    )


def name_of(part: RequestPart) -> str:
    """Return what the pages call a part."""
    return title(part.key, part.position)


def listed(texts: Iterable[str], *, last: str = "and") -> str:
    """Return "a, b and c"."""
    *most, end = list(texts) or [""]
    return f"{', '.join(most)} {last} {end}" if most else end


def at(instant: datetime) -> str:
    """Return an instant as officers write it, in London: 3 March 2026, 10:05."""
    there = instant.astimezone(LONDON)
    return f"{long_day(there.date())}, {there:%H:%M}"


def cut(text: str, most: int = 600) -> str:
    """Return the beginning of a long text up to a whole word, with a mark that it goes on."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0]} […]"


def no_such_part(asking: Asking) -> Blocks:
    """Say which parts there are, where the question names one that the request has not."""
    case = asking.the_case
    names = listed(name_of(part) for part in case.parts.order_by("position"))
    return (
        gap(
            f"The request has no part {listed(asking.arguments.parts)}. It has: {names}.",
            of_case(case, "parts of the request", "parts"),
        ),
    )
