"""What an officer must put on record before a provision may be relied on, and what is missing.

`ASKED` is the whole rule: a row for each thing that may be asked, with the provisions it is asked
for. The forms, what a use case refuses and "2 things missing" all come from it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.domain.law.acts import Basis, Need, Provision, ProvisionKind, Register
from assistant.domain.law.citations import Citation, parse_citation
from assistant.domain.letters.reliance import Reliance, weighed

LIKELIHOODS = ("would", "would be likely to")


class Ask(StrEnum):
    """What may be put on record for a provision, by the name of its field."""

    COMPANIONS = "companions"
    QUALIFIED_PERSON = "qualified_person"
    OPINION_ON = "opinion_on"
    OPINION = "opinion"
    LIKELIHOOD = "likelihood"
    HARM = "harm"
    CAUSAL_LINK = "causal_link"
    WHY = "why"
    LEGITIMATE_INTERESTS = "legitimate_interests"
    FOR_DISCLOSURE = "for_disclosure"
    AGAINST = "against"
    TIPS = "tips"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What officers recorded for one provision; an empty value is not recorded.

    `companions` are the provisions claimed beside it that it cannot be claimed without: a purpose
    of s.31(2), a condition of s.40. `opinion_on` is the Europe/London day of the qualified person's
    opinion (s.36(5)). `author` wrote it last.
    """

    citation: str
    companions: tuple[str, ...] = ()
    qualified_person: str = ""
    opinion_on: date | None = None
    opinion: str = ""
    likelihood: str = ""
    harm: str = ""
    causal_link: str = ""
    why: str = ""
    legitimate_interests: str = ""
    for_disclosure: str = ""
    against: str = ""
    tips: str = ""
    author: str = ""

    def has(self, ask: Ask) -> bool:
        """Whether it is on record."""
        value = getattr(self, ask.value)
        return bool(value.strip() if isinstance(value, str) else value)


def _is_ncnd(provision: Provision) -> bool:
    """Whether it takes away the duty to confirm or deny."""
    return provision.kind is ProvisionKind.NCND


def _by_opinion(provision: Provision) -> bool:
    """Whether it rests on the opinion of a qualified person (s.36)."""
    return Need.QUALIFIED_PERSON in provision.needs


def _tested(provision: Provision) -> bool:
    """Whether it rests on what disclosure would do, not on a class of information."""
    return provision.basis in {Basis.PREJUDICE, Basis.ENDANGERMENT, Basis.NECESSITY}


def _takes_harm(provision: Provision) -> bool:
    """Whether it is reasoned by what would follow: from disclosure, or from confirming (NCND)."""
    return (_tested(provision) or _is_ncnd(provision)) and not _by_opinion(provision)


def _takes_link(provision: Provision) -> bool:
    """Whether disclosure has to be shown to cause the harm: the second step of the test."""
    caused = provision.basis in {Basis.PREJUDICE, Basis.ENDANGERMENT}
    return caused and not _by_opinion(provision) and not _is_ncnd(provision)


def _takes_why(provision: Provision) -> bool:
    """Whether it is reasoned by the facts that bring the information within it."""
    return not (_tested(provision) or _is_ncnd(provision) or _by_opinion(provision))


def _takes_interests(provision: Provision) -> bool:
    """Whether lawfulness is weighed by legitimate interests: personal data, first condition."""
    personal = provision.citation.number in {"40(2)", "13(1)"}
    return personal or Need.LEGITIMATE_INTERESTS in provision.needs


def is_weighed(provision: Provision) -> bool:
    """Whether a public interest test follows; an absolute provision has none (s.2(3) FOIA)."""
    return bool(weighed([Reliance(provision, ("",))]))


ASKED: tuple[tuple[Ask, Callable[[Provision], bool]], ...] = (
    (Ask.QUALIFIED_PERSON, _by_opinion),
    (Ask.OPINION_ON, _by_opinion),
    (Ask.LIKELIHOOD, lambda provision: "likely" in provision.threshold),
    (Ask.OPINION, _by_opinion),
    (Ask.HARM, _takes_harm),
    (Ask.CAUSAL_LINK, _takes_link),
    (Ask.WHY, _takes_why),
    (Ask.LEGITIMATE_INTERESTS, _takes_interests),
    (Ask.FOR_DISCLOSURE, is_weighed),
    (Ask.AGAINST, is_weighed),
    (Ask.TIPS, is_weighed),
)

MISSING: dict[Ask, str] = {
    Ask.COMPANIONS: "the purpose or condition that it is claimed with",
    Ask.QUALIFIED_PERSON: "the name of the qualified person",
    Ask.OPINION_ON: "the date of the opinion",
    Ask.OPINION: "what the opinion says",
    Ask.LIKELIHOOD: "how likely it is",
    Ask.HARM: "what would follow",
    Ask.CAUSAL_LINK: "how disclosure leads to it",
    Ask.WHY: "the facts that bring the information within it",
    Ask.LEGITIMATE_INTERESTS: "the legitimate interests, and how they weigh",
    Ask.FOR_DISCLOSURE: "the public interest in disclosure",
    Ask.AGAINST: "the public interest against",
    Ask.TIPS: "what tips the balance",
}


def asked(provision: Provision, register: Register) -> tuple[Ask, ...]:
    """Return what a provision needs on record, in the order in which a form asks for it."""
    plain = tuple(ask for ask, applies in ASKED if applies(provision))
    return (Ask.COMPANIONS, *plain) if companions(provision, register) else plain


def companions(provision: Provision, register: Register) -> tuple[Provision, ...]:
    """Return the provisions of which one at least has to be claimed beside this one.

    Section 31(1)(g) to (i) needs a purpose of s.31(2), section 40(2) one of its conditions, section
    33(2) a function of s.33(1). A limb for neither confirming nor denying stands alone; conditions
    that always hold together (s.41(1)(a) and (b)) are the provision's own.
    """
    if _is_ncnd(provision):
        return ()
    purposes = Need.PURPOSE in provision.needs
    return tuple(
        each
        for each in register.limbs_of(provision.citation)
        if (each.cited_with == provision.citation and not each.together)
        or (purposes and each.kind is ProvisionKind.PURPOSE)
    )


def alone(
    claimed: Iterable[str], register: Register
) -> tuple[tuple[Provision, tuple[Provision, ...]], ...]:
    """Return what is claimed without any of the provisions it needs beside it, with those."""
    known = {citation for text in claimed if (citation := parse_citation(text))}
    found = [provision for each in known if (provision := register.find(each))]
    lonely = [(provision, companions(provision, register)) for provision in found]
    return tuple(
        (provision, needed)
        for provision, needed in sorted(lonely, key=lambda pair: str(pair[0].citation))
        if needed and not any(each.citation in known for each in needed)
    )


def missing(provision: Provision, grounds: Grounds, register: Register) -> tuple[Ask, ...]:
    """Return what the provision needs and is not on record.

    Legitimate interests are weighed under the first condition of personal data alone.
    """
    lacking = [ask for ask in asked(provision, register) if not grounds.has(ask)]
    if Ask.LEGITIMATE_INTERESTS in lacking and not _on_first_condition(
        provision, grounds, register
    ):
        lacking.remove(Ask.LEGITIMATE_INTERESTS)
    return tuple(lacking)


def _on_first_condition(provision: Provision, grounds: Grounds, register: Register) -> bool:
    """Whether personal data are withheld because disclosure would be unlawful."""
    chosen = [found for text in grounds.companions if (found := register.find(text))]
    return any(Need.LEGITIMATE_INTERESTS in each.needs for each in (provision, *chosen))


def clash_in_words(one: Citation, other: Citation) -> str:
    """Say in plain words that two provisions cannot both be claimed for the same information."""
    return (
        f"{one} and {other} cannot both be claimed for the same information: the one covers only "
        "what the other does not. Choose the one that fits. Where each fits other information, "
        "name the one for this part, and the other for the part that it belongs to."
    )
