"""The facts of a case that a letter rests on, each as it is recorded and where; and their words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse

from assistant.domain.law.citations import parse_citation
from assistant.services.part_sources import source_of, sources_of
from assistant.store.models import Case, Draft, ReasoningRecord, RequestPart
from assistant.web.provisions import slug
from assistant.web.request_text import part_name

_REASONING = {
    "likelihood": "Likelihood",
    "harm": "Harm",
    "causal_link": "How disclosure leads to it",
    "why": "Why it applies",
    "legitimate_interests": "Legitimate interests",
    "for_disclosure": "For disclosure",
    "against": "Against disclosure",
    "tips": "What tips the balance",
    "qualified_person": "Qualified person",
    "opinion": "Opinion",
}
_GONE = "It is not recorded any more. Compose the letter again, or change the words."


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a source says where it is recorded, and the place that is meant in it.

    `address` leads there, and `leads` says where that is; both are empty where there is no page of
    it. `note` says what a reader has to know of it, such as who recorded it.
    """

    says: str
    text: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    note: str = ""
    address: str = ""
    leads: str = ""


def recorded(draft: Draft, ident: str, words: Sequence[str]) -> Recorded:
    """Return a fact of a draft's case by its id ("case:part:1"); `words` are those that rest on it.

    The parts of the case and their searches have been fetched.
    """
    _, kind, *rest = ident.split(":", 2)
    found = _FACTS.get(kind, _by_the_clock)(draft, rest[0] if rest else kind, words)
    return found if found.spans else replace(found, spans=places_of(words, found.text))


def places_of(words: Sequence[str], text: str) -> tuple[tuple[int, int], ...]:
    """Return where words stand in a text, word for word; those that do not are left out."""
    found = []
    for each in words:
        wanted = each.strip()
        if wanted and (at := text.find(wanted)) >= 0:
            found.append((at, at + len(wanted)))
    return tuple(sorted(set(found)))


def _part(draft: Draft, key: str, _words: Sequence[str]) -> Recorded:
    """Return the request with a part's place in it, or what somebody typed for the part."""
    part = _part_of(draft.case, key)
    if part is None:
        return Recorded("The request", note=_GONE)
    address = reverse("web:part", args=[draft.case.reference, part.position])
    about = Recorded("The request", address=address, leads=f"Go to {_name(part)}")
    source = source_of(part, sources_of(draft.case))
    if source is None:
        return replace(
            about, text=part.text, spans=((0, len(part.text)),), note="Added by an officer."
        )
    where = f"in the file {source.origin}" if source.origin else "in their message"
    day = source.message.received_at
    note = f"What they asked {where}, received on {day:%-d %B %Y}." if day else ""
    return replace(about, text=source.text, spans=((part.start, part.end),), note=note)


def _facts(draft: Draft, key: str, _words: Sequence[str]) -> Recorded:
    """Return what an officer recorded as the answer to a part."""
    part = _part_of(draft.case, key)
    if part is None or not part.facts:
        return Recorded("Recorded for a part", note=_GONE)
    address = reverse("web:part", args=[draft.case.reference, part.position])
    return Recorded(
        "Recorded by an officer",
        part.facts.replace("\r\n", "\n").strip(),
        address=f"{address}#decision",
        leads=f"Go to {_name(part)}",
    )


def _searches(draft: Draft, key: str, _words: Sequence[str]) -> Recorded:
    """Return the searches made for a part."""
    part = _part_of(draft.case, key)
    found = list(part.searches.all()) if part else []
    if part is None or not found:
        return Recorded("Searches", note=_GONE)
    lines = [
        f"{each.made_on:%-d %B %Y}: {each.where}"
        f"{f', for {each.terms}' if each.terms else ''}. Result: {each.result} ({each.who})"
        for each in found
    ]
    address = reverse("web:part", args=[draft.case.reference, part.position])
    return Recorded(
        "Searches recorded by officers",
        "\n".join(lines),
        address=f"{address}#searches",
        leads=f"Go to the searches for {_name(part)}",
    )


def _reasoning(draft: Draft, cited: str, words: Sequence[str]) -> Recorded:
    """Return the reasons that are on record for a provision."""
    rows = ReasoningRecord.objects.select_related("updated_by")
    row = rows.filter(case=draft.case, citation=cited).first()
    says = f"Reasons recorded for {cited}"
    if row is None:
        return Recorded(says, note=_GONE)
    lines = [
        f"{name}: {value}" for field, name in _REASONING.items() if (value := getattr(row, field))
    ]
    text = "\n".join(lines)
    citation = parse_citation(cited)
    address = (
        reverse("web:reasons", args=[draft.case.reference, slug(citation)]) if citation else ""
    )
    who = f"By {row.updated_by.shown_name}, " if row.updated_by else ""
    return Recorded(
        says,
        text,
        places_of([line for each in words for line in each.splitlines()], text),
        f"{who}{row.updated_at:%-d %B %Y}.",
        address,
        "Go to the reasons" if citation else "",
    )


def _sections(draft: Draft, _rest: str, _words: Sequence[str]) -> Recorded:
    """Return the provisions that are recorded for the parts."""
    lines = [
        f"{part_name(part)}: {', '.join(part.sections)}"
        for part in _parts(draft.case)
        if part.sections
    ]
    return Recorded(
        "Provisions recorded for the parts",
        "\n".join(lines),
        address=reverse("web:case", args=[draft.case.reference]) + "#parts",
        leads="Go to the parts",
    )


def _estimate(draft: Draft, key: str, _words: Sequence[str]) -> Recorded:
    """Return the lines of the estimate of cost, for the whole request or for one part."""
    part = _part_of(draft.case, key)
    rows = draft.case.estimate_rows.select_related("part").order_by("position", "pk")
    text = "\n".join(
        f"{row.task}: {row.hours.normalize():f} hours"
        for row in rows
        if key == "total" or row.part_id == (part.pk if part else None)
    )
    reference = draft.case.reference
    address = (
        reverse("web:estimate-part", args=[reference, part.position])
        if part
        else reverse("web:estimate", args=[reference])
    )
    return Recorded(
        "Estimate of cost", text, note="" if text else _GONE, address=address,
        leads="Go to the estimate",
    )  # fmt: skip


def _answered(draft: Draft, slot: str, _words: Sequence[str]) -> Recorded:
    """Return what an officer answered when the letter was begun."""
    kept = draft.supplied or {}
    value = str(kept.get("values", {}).get(slot, "")).replace("\r\n", "\n").strip()
    author = kept.get("author", "")
    return Recorded(
        "Answered when the letter was begun",
        value,
        note=(f"By {author}." if author else "") if value else _GONE,
    )


def _by_the_clock(draft: Draft, _slot: str, words: Sequence[str]) -> Recorded:
    """Return what the clock of the case computed."""
    return Recorded(
        "Computed by the clock of the case",
        "\n".join(dict.fromkeys(each.strip() for each in words)),
        address=reverse("web:case", args=[draft.case.reference]) + "#clock",
        leads="Go to the clock and its working",
    )


# By the word that follows "case:" in the id of a source; any other is a date or count of the clock.
_FACTS: dict[str, Callable[[Draft, str, Sequence[str]], Recorded]] = {
    "part": _part,
    "facts": _facts,
    "searches": _searches,
    "reasoning": _reasoning,
    "sections": _sections,
    "estimate": _estimate,
    "letter": _answered,
}


def _parts(case: Case) -> list[RequestPart]:
    return list(case.parts.all())


def _part_of(case: Case, key: str) -> RequestPart | None:
    return next((part for part in _parts(case) if part.key == key), None)


def _name(part: RequestPart) -> str:
    name = part_name(part)
    return name[:1].lower() + name[1:]
