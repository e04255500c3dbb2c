"""A provision as the pages show it: its names, its tags, and what the register says of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.dateformat import format as format_date
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from assistant.domain.law.acts import Basis, Provision, ProvisionKind, Standing
from assistant.domain.law.citations import Citation, in_words, parse_citation
from assistant.web import words

NOT_VERIFIED = "Not verified: check against the Act"


@dataclass(frozen=True, slots=True)
class ShownProvision:
    """A provision's card: `tags` are (words, colour), `facts` (what it is, what is said of it).

    `about` and `more` tell it apart from its neighbours of the same section.
    """

    name: str
    title: str
    about: str
    more: str
    verified: bool
    address: str
    place: str
    tags: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, SafeString | str], ...]


def shown_provision(provision: Provision) -> ShownProvision:
    """Return a provision as its card shows it; facts that are empty are left out."""
    said: tuple[tuple[str, SafeString | str], ...] = (
        ("Interest protected", provision.prejudice_to),
        ("Test", provision.threshold),
        ("Absolute for", provision.absolute_for),
        ("Needs", "; ".join(words.NEEDS[need.value] for need in provision.needs)),
        ("Who may use it", _who(provision)),
        ("Cited with", _linked([provision.cited_with])),
        ("Public interest test", _linked([provision.public_interest_test])),
        ("To neither confirm nor deny", _denying(provision)),
        ("Not for the same information as", _linked(provision.excludes)),
        ("Information on emissions", "" if provision.emissions else "Not available (reg 12(9))"),
        ("In force", _validity(provision)),
        ("Replaced by", _linked([provision.replaced_by])),
        ("Source", provision.source or "Recalled, not seen"),
        ("Note", provision.note),
    )
    return ShownProvision(
        name=str(provision.citation),
        title=provision.title,
        about=about(provision),
        more=more(provision),
        verified=provision.verified,
        address=law_address(provision.citation),
        place=place_of(provision),
        tags=tuple(_tags(provision)),
        facts=tuple((name, value) for name, value in said if value),
    )


def in_order(provisions: Iterable[Provision]) -> list[Provision]:
    """Sort provisions by their Act and their kind, each kind in the order of the Act."""
    return sorted(provisions, key=_order)


def groups(provisions: Iterable[Provision]) -> list[tuple[str, list[ShownProvision]]]:
    """Put provisions that stand in order into groups with a heading each."""
    found: list[tuple[str, list[ShownProvision]]] = []
    for _, members in groupby(provisions, key=_order):
        group = list(members)
        found.append((_heading(group[0]), [shown_provision(each) for each in group]))
    return found


def law_address(citation: Citation) -> str:
    """Return the address of a provision's page."""
    return reverse("web:provision", args=[str(citation)])


def law_link(text: str) -> SafeString | str:
    """Return a citation as a link to what the register says of it; other text as it is."""
    citation = parse_citation(text)
    if citation is None:
        return text
    return format_html('<a class="govuk-link" href="{}">{}</a>', law_address(citation), text)


def law_links(texts: Iterable[str]) -> SafeString:
    """Return citations as links, with commas between them."""
    return format_html_join(", ", "{}", ((law_link(text),) for text in texts))


def place_of(provision: Provision) -> str:
    """Return the id of a provision's card; what was replaced has its last year in it."""
    until = "" if provision.valid_until is None else f"-until-{provision.valid_until.year}"
    letters = "".join(c if c.isalnum() else "-" for c in str(provision.citation).lower())
    return letters.strip("-").replace("--", "-") + until


def _order(provision: Provision) -> tuple[int, int]:
    """Return where the group of a provision stands."""
    acts = [value for value, _ in words.ACTS]
    kinds = list(words.PROVISION_KINDS)
    return acts.index(provision.citation.act.value), kinds.index(provision.kind.value)


def _heading(provision: Provision) -> str:
    """Return the heading of a provision's group."""
    act = dict(words.ACTS)[provision.citation.act.value]
    return f"{act}: {words.PROVISION_KINDS[provision.kind.value].lower()}"


def _tags(provision: Provision) -> Iterator[tuple[str, str]]:
    """Yield what is seen first: whether it is verified, what kind, whether anything is weighed."""
    if not provision.verified:
        yield NOT_VERIFIED, "red"
    if not provision.is_present:
        yield "No longer the law", "orange"
    if provision.together:
        yield "Only together with the other paragraphs", "grey"
    if provision.standing is not Standing.NONE:
        yield words.STANDINGS[provision.standing.value]
    if provision.basis is not Basis.NONE:
        yield words.BASES[provision.basis.value], "grey"


def about(provision: Provision) -> str:
    """Return what a provision is about, in a line: its title, and the interest it protects."""
    if provision.kind is ProvisionKind.NCND:
        return f"{provision.title}: neither confirming nor denying"
    interest = provision.prejudice_to
    if not interest or interest.lower() in provision.title.lower():
        return provision.title
    return f"{provision.title}: {interest}"


def more(provision: Provision) -> str:
    """Return the note of a limb whose title says nothing that its neighbours do not say."""
    telling = provision.basis is Basis.CLASS and not provision.prejudice_to
    return provision.note if telling and provision.kind is not ProvisionKind.NCND else ""


def _who(provision: Provision) -> str:
    """Return who may use a provision, where it is one that is used."""
    used = {ProvisionKind.EXEMPTION, ProvisionKind.EXCEPTION, ProvisionKind.PURPOSE}
    return (provision.who_may_use or "Any authority") if provision.kind in used else ""


def _denying(provision: Provision) -> SafeString | str:
    """Return the limb under which one may neither confirm nor deny, or that there is none."""
    if provision.ncnd is not None:
        return _linked([provision.ncnd])
    refusing = {ProvisionKind.EXEMPTION, ProvisionKind.EXCEPTION}
    return "There is no limb for it" if provision.kind in refusing else ""


def _validity(provision: Provision) -> str:
    """Return from when until when it is, or was, the law."""
    first = "" if provision.valid_from is None else f"From {_day(provision.valid_from)}"
    last = "" if provision.valid_until is None else f"until {_day(provision.valid_until)}"
    return " ".join(each for each in (first, last) if each)


def _day(day: date) -> str:
    """Return a day as people write it."""
    return str(format_date(day, "j F Y"))


def _linked(citations: Iterable[Citation | None]) -> SafeString | str:
    """Return provisions as links, or an empty text where there is none."""
    named = [str(each) for each in citations if each is not None]
    return law_links(named) if named else ""


def in_full(citation: Citation) -> str:
    """Return a provision's name in full, for a heading: "Section 31(1)(a) of the ... Act 2000"."""
    name = in_words(citation)
    return name[0].upper() + name[1:]
